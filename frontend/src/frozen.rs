//! Documents that are frozen in a version of the data: every address of figures in them names the version, and a line at their
//! top says so. The server alone makes them, and no app takes them over, so all of it is done once to the whole document.

use leptos::prelude::*;
use vithe_shared::{Language, address::path_of};

use crate::{address::PageAddress, site::FrozenVersion, text::versions as text};

/// The key that names the version.
const KEY: &str = "v";

/// What an attribute begins with.
const OPENS: &str = "=\"";

/// Freezes a document of the site.
pub(crate) fn freeze(document: &str, frozen: &FrozenVersion, origin: &str, address: &PageAddress) -> String {
    let carried = carry(document, &frozen.version, origin);
    let Some(main) = carried.find("<main") else {
        return carried;
    };
    // The way to the newest figures is the one address that names no version.
    let begin = carried[main..].find('>').map_or(carried.len(), |end| main + end + 1);
    let notice = notice(frozen, &address.with(|query| query.version = None), address.language).to_html();
    format!("{}{notice}{}", &carried[..begin], &carried[begin..])
}

/// What is said below a figure on a page of others.
pub(crate) fn embed_notice(frozen: &FrozenVersion, language: Language) -> AnyView {
    view! { <p class="muted small">{text::frozen(&frozen.version, &frozen.date, language)}</p> }.into_any()
}

/// The line that says what the page shows.
fn notice(frozen: &FrozenVersion, newest: &str, language: Language) -> AnyView {
    view! {
        <p class="wrap notice" role="note" id="frozen">
            {text::frozen(&frozen.version, &frozen.date, language)}
            " "
            <a href=newest.to_owned()>{text::to_newest(&frozen.newest, language)}</a>
        </p>
    }
    .into_any()
}

/// A document whose addresses of figures name the version: those of pages, figures, files and embeds in every attribute, also
/// in a code that is shown to be copied, and the forms that lead to pages.
pub fn carry(document: &str, version: &str, origin: &str) -> String {
    let mut carried = String::with_capacity(document.len() + document.len() / 8);
    let mut rest = document;
    while let Some(found) = rest.find(OPENS) {
        let (before, value) = rest.split_at(found + OPENS.len());
        carried.push_str(before);
        let (value, after) = value.split_at(value.find('"').unwrap_or(value.len()));
        match named(value, version, origin) {
            Some(named) => carried.push_str(&named),
            None => carried.push_str(value),
        }
        rest = after;
    }
    carried.push_str(rest);
    with_fields(&carried, version)
}

/// An address of the site, gone to from a frozen page.
pub fn in_version(address: &str, version: &str) -> String {
    named(address, version, "").map_or_else(|| address.to_owned(), |named| named.replace("&amp;", "&"))
}

/// A value of an attribute with the version, if it is an address of figures that does not name one.
fn named(value: &str, version: &str, origin: &str) -> Option<String> {
    let path = path_of(value.strip_prefix(origin).unwrap_or(value))?;
    let is_of_figures = is_page(path)
        || ["/figures/", "/embed/", "/api/v1/"]
            .iter()
            .any(|folder| path.starts_with(folder));
    // The feed and the contract are those of today.
    if !is_of_figures || [".atom", "openapi.json"].iter().any(|end| path.ends_with(end)) {
        return None;
    }
    let (address, anchor) = value
        .split_once('#')
        .map_or((value, None), |(address, anchor)| (address, Some(anchor)));
    let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
    let Some((place, query)) = address.split_once('?') else {
        return Some(format!("{address}?{KEY}={version}{anchor}"));
    };
    let key = format!("{KEY}=");
    if query.split(['&', ';']).any(|pair| pair.starts_with(&key)) {
        return None;
    }
    // In a code that is shown what joins the keys is written twice.
    let joint = if query.contains("&amp;amp;") {
        "&amp;amp;"
    } else {
        "&amp;"
    };
    Some(format!("{place}?{query}{joint}{KEY}={version}{anchor}"))
}

fn is_page(path: &str) -> bool {
    let tag = path.strip_prefix('/').and_then(|path| path.split('/').next());
    tag.is_some_and(|tag| tag.parse::<Language>().is_ok())
}

/// The forms with a hidden field that names the version: a browser leaves out what the address of a form asks.
fn with_fields(document: &str, version: &str) -> String {
    let mut forms = document.split("<form");
    let mut written = forms.next().unwrap_or_default().to_owned();
    for form in forms {
        written.push_str("<form");
        let content = form.split("</form").next().unwrap_or(form);
        let has_field = content.contains(&format!("name=\"{KEY}\""));
        match form.split_once('>') {
            Some((attributes, fields)) if !has_field => {
                written.push_str(attributes);
                written.push_str("><input type=\"hidden\" name=\"");
                written.push_str(KEY);
                written.push_str("\" value=\"");
                written.push_str(version);
                written.push_str("\">");
                written.push_str(fields);
            }
            _ => written.push_str(form),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carried(document: &str) -> String {
        carry(document, "1.1.0", "https://vithe.example")
    }

    #[test]
    fn addresses_of_figures_name_the_version_and_others_do_not() {
        for (value, expected) in [
            ("/vi/", "/vi/?v=1.1.0"),
            ("/vi/index/pci?y=2021#league", "/vi/index/pci?y=2021&amp;v=1.1.0#league"),
            (
                "/figures/map.svg?index=pci&amp;w=360",
                "/figures/map.svg?index=pci&amp;w=360&amp;v=1.1.0",
            ),
            (
                "/api/v1/rankings.csv?index=pci",
                "/api/v1/rankings.csv?index=pci&amp;v=1.1.0",
            ),
            ("https://vithe.example/en/data", "https://vithe.example/en/data?v=1.1.0"),
        ] {
            assert_eq!(
                carried(&format!("<a href=\"{value}\">")),
                format!("<a href=\"{expected}\">")
            );
        }
        for value in [
            "/assets/site-1a.css",
            "/api/docs",
            "/api/v1/openapi.json",
            "/vi/feed.atom",
            "https://pcivietnam.vn/vi/",
            "/vi/data?y=2021&amp;v=1.1.0",
            "/vi/data?v=1.1.0#api",
            "#main",
            "",
        ] {
            let link = format!("<a href=\"{value}\" class=\"\">");
            assert_eq!(carried(&link), link);
        }
    }

    #[test]
    fn a_code_to_copy_names_the_version_too() {
        let code = "&lt;iframe src=\"https://vithe.example/embed/vi/map?index=pci&amp;amp;year=2023\" title=\"a\">";
        let expected = code.replace("2023", "2023&amp;amp;v=1.1.0");
        assert_eq!(carried(code), expected);
    }

    #[test]
    fn a_form_sends_the_version_once() {
        let form = "<form method=\"get\" action=\"/vi/search\"><input name=\"q\"></form>";
        let sent = carried(form);
        assert!(
            sent.contains("><input type=\"hidden\" name=\"v\" value=\"1.1.0\"><input name=\"q\">"),
            "{sent}"
        );
        assert_eq!(carried(&sent).matches("name=\"v\"").count(), 1);
    }

    #[test]
    fn a_target_is_no_text_of_a_document() {
        assert_eq!(
            in_version("/vi/index/pci?c=labor&y=2021", "1.1.0"),
            "/vi/index/pci?c=labor&y=2021&v=1.1.0"
        );
    }
}
