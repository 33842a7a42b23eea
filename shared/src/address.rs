//! Where the site stands on its host: at its root, or below a path. Every address that server and pages write is made by [`at`],
//! and every address that is read is taken apart by [`path_of`]; between the two there are paths of the site, which know nothing
//! of the place (ADR 11).

use std::{fmt::Display, sync::OnceLock};

/// What stands before every path; without a slash at its end, empty at the root of a host.
static BASE: OnceLock<String> = OnceLock::new();

/// Puts the site below a path, which begins with a slash and does not end with one. A process is one site, and so is a document:
/// its place is told once, before the first address is written; a later word changes nothing.
pub fn stand_below(base: &str) {
    BASE.get_or_init(|| base.to_owned());
}

/// What stands before every path; empty at the root of a host.
pub fn base() -> &'static str {
    BASE.get().map_or("", String::as_str)
}

/// The address of a path of the site, which begins with a slash.
pub fn at(path: impl Display) -> String {
    format!("{}{path}", base())
}

/// The path of the site that an address means; `None` where it lies outside.
pub fn path_of(address: &str) -> Option<&str> {
    below(base(), address)
}

fn below<'a>(base: &str, address: &'a str) -> Option<&'a str> {
    address.strip_prefix(base).filter(|path| path.starts_with('/'))
}

/// A text as the value of a key in an address.
pub fn as_value(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_path() {
        let address = at(format_args!("/{}/data?y=2021", "vi"));
        assert_eq!(path_of(&address), Some("/vi/data?y=2021"));
        assert_eq!(path_of("vi/data"), None);
    }

    #[test]
    fn what_stands_beside_the_base_lies_outside() {
        for (address, path) in [
            ("/vithe/vi/", Some("/vi/")),
            ("/vithe/vithe/vi/", Some("/vithe/vi/")),
            ("/vithe/", Some("/")),
            ("/vithe", None),
            ("/vithes/vi/", None),
            ("/vi/", None),
        ] {
            assert_eq!(below("/vithe", address), path, "{address}");
        }
    }
}
