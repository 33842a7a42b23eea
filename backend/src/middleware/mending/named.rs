//! Units by other names of theirs: `/vi/province/saigon`. The names are those that the search knows.

use vithe_frontend::routes::{PAGES, Subject};
use vithe_shared::{
    Borders, Language,
    domain::Province,
    engine::catalog::Catalog,
    vietnamese::{Fit, Wanted},
};

/// The folders of the API whose addresses begin with a unit.
const FOLDERS: [&str; 2] = ["/api/v1/provinces/", "/api/v1/peers/"];

/// The forms of tables and reports; a point in a name (“TP.HCM”) is none of theirs.
const SUFFIXES: [&str; 5] = [".json", ".csv", ".xlsx", ".pdf", ".docx"];

/// The path of the unit that a path names otherwise, in the list of units that the query tells. `None` where its name is a slug, or
/// nobody's name.
pub(super) fn path_of_named(catalog: &Catalog, path: &str, query: &str) -> Option<String> {
    let [folder, name, rest] = name_in(path)?;
    let list = query.split('&').find_map(|pair| pair.strip_prefix(super::LIST));
    let borders = list.and_then(|list| list.parse().ok()).unwrap_or(Borders::Provinces63);
    // A slug of the other list is answered by itself: it is told that it is of that one.
    let is_slug = |borders| {
        let mut units = catalog.units(borders).provinces().iter();
        units.any(|unit| unit.slug.as_str() == name)
    };
    if Borders::ALL.into_iter().any(is_slug) {
        return None;
    }
    let slug = unit_named(catalog.units(borders).provinces(), name)?.slug.as_str();
    Some(format!("{folder}{slug}{rest}"))
}

/// What stands before the name of a unit, the name, and what stands behind it.
fn name_in(path: &str) -> Option<[&str; 3]> {
    let mut segments = path.strip_prefix('/')?.split('/');
    let (language, page) = (segments.next()?, segments.next()?);
    let start = if language.parse::<Language>().is_ok() {
        let mut pages = PAGES.iter();
        let is_about_unit = pages.any(|entry| entry.segment == page && entry.subject == Subject::Province);
        (is_about_unit && segments.next().is_some()).then_some("///".len() + language.len() + page.len())?
    } else {
        FOLDERS.into_iter().find(|folder| path.starts_with(folder))?.len()
    };
    let (folder, rest) = path.split_at(start);
    let bare = SUFFIXES.into_iter().find_map(|suffix| rest.strip_suffix(suffix));
    let end = rest.find('/').or(bare.map(str::len)).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    Some([folder, name, rest])
}

/// The one unit of a name: one whose own it is before one that is called so, too.
fn unit_named<'a>(units: &'a [Province], name: &str) -> Option<&'a Province> {
    let wanted = Wanted::place(name);
    [false, true].into_iter().find_map(|is_alias| {
        let mut named = units
            .iter()
            .filter(|unit| wanted.fit_province(unit) == Some((Fit::Whole, is_alias)));
        named.next().filter(|_| named.next().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_where_slugs_do() {
        for (path, parts) in [
            ("/vi/province/saigon", Some(["/vi/province/", "saigon", ""])),
            ("/en/report/saigon", Some(["/en/report/", "saigon", ""])),
            ("/vi/report/tp.hcm.pdf", Some(["/vi/report/", "tp.hcm", ".pdf"])),
            ("/vi/province/tp.hcm", Some(["/vi/province/", "tp.hcm", ""])),
            (
                "/api/v1/provinces/saigon/profile.json",
                Some(["/api/v1/provinces/", "saigon", "/profile.json"]),
            ),
            ("/api/v1/peers/tp.hcm.csv", Some(["/api/v1/peers/", "tp.hcm", ".csv"])),
            ("/vi/index/saigon", None),
            ("/vi/", None),
            ("/vi/province", None),
            ("/fr/province/saigon", None),
            ("/figures/map.svg", None),
        ] {
            assert_eq!(name_in(path), parts, "{path}");
        }
    }
}
