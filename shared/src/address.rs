//! Where the site stands on its host. Every address that server and pages write is made by [`at`], so that the site can be
//! moved below a path; whatever serves it there takes the path off before it asks.

use std::fmt::Display;

/// What stands before every path; without a slash at its end, empty at the root of a host.
const PREFIX: &str = "";

/// The address of a path of the site, which begins with a slash.
pub fn at(path: impl Display) -> String {
    format!("{PREFIX}{path}")
}

/// The path of the site that an address means.
pub fn path_of(address: &str) -> &str {
    address.strip_prefix(PREFIX).unwrap_or(address)
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
        assert_eq!(path_of(&address), "/vi/data?y=2021");
        assert_eq!(path_of("/vi/data"), "/vi/data");
    }
}
