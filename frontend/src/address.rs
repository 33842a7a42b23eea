//! Where the reader is: language, page and the state of the page, all read from the address; and how links are written.

use vithe_shared::{
    IndexId, Language, ProvinceSlug,
    address::{at, path_of},
    query::PageQuery,
};

use crate::routes::Subject;

/// The kinds of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    Overview,
    Index,
    Province,
    Compare,
    Data,
    Methods,
    Search,
    Declines,
    Movers,
    WhatIf,
    Scatter,
    Regions,
    Sources,
    Unknown,
}

/// An address of the site, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageAddress {
    /// The language of the path; Vietnamese where the path names none.
    pub language: Language,
    /// The kind of page.
    pub kind: PageKind,
    /// What the page is about: an index or a province, unchecked.
    pub subject: Option<String>,
    /// Its path on the site.
    pub path: String,
    /// The state of the page.
    pub query: PageQuery,
}

impl PageAddress {
    /// Takes a path and a query string (without question mark) apart.
    pub fn parse(path: &str, search: &str) -> Self {
        let path = path_of(path);
        let mut segments = path.trim_matches('/').split('/');
        let language = segments.next().unwrap_or_default().parse::<Language>();
        let kind = language
            .as_ref()
            .ok()
            .and_then(|_| PageKind::of_segment(segments.next().unwrap_or_default()))
            .unwrap_or(PageKind::Unknown);
        let subject = segments.next().map(str::to_owned);
        let has_subject = kind.entry().is_some_and(|entry| entry.subject != Subject::None);
        let is_whole = has_subject == subject.is_some() && segments.next().is_none();
        Self {
            language: language.unwrap_or_default(),
            kind: if is_whole { kind } else { PageKind::Unknown },
            subject,
            path: path.to_owned(),
            query: PageQuery::parse(search.trim_start_matches('?')),
        }
    }

    /// The index the page is about.
    pub fn index(&self) -> Option<IndexId> {
        self.subject.as_deref()?.parse().ok()
    }

    /// The province the page is about.
    pub fn province(&self) -> Option<ProvinceSlug> {
        self.subject.as_deref()?.parse().ok()
    }

    /// The address of the same page in another state.
    pub fn with(&self, change: impl FnOnce(&mut PageQuery)) -> String {
        let mut query = self.query.clone();
        change(&mut query);
        query.address(&self.page())
    }

    /// The address itself, written canonically.
    pub fn canonical(&self) -> String {
        self.query.address(&self.page())
    }

    /// The address of the page without its state.
    pub fn page(&self) -> String {
        at(&self.path)
    }

    /// The same page in another language.
    pub fn in_language(&self, language: Language) -> String {
        let tag = self.path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let path = if tag.parse::<Language>().is_ok() {
            at(format_args!("/{language}{}", &self.path[tag.len() + 1..]))
        } else {
            overview_path(language)
        };
        self.query.address(&path)
    }
}

/// `/vi/`
pub fn overview_path(language: Language) -> String {
    at(format_args!("/{language}/"))
}

/// `/vi/index/pci`
pub fn index_path(language: Language, index: IndexId) -> String {
    at(format_args!("/{language}/index/{index}"))
}

/// `/vi/province/hau-giang`
pub fn province_path(language: Language, province: &ProvinceSlug) -> String {
    at(format_args!("/{language}/province/{province}"))
}

/// `/vi/compare`
pub fn compare_path(language: Language) -> String {
    at(format_args!("/{language}/compare"))
}

/// `/vi/data`
pub fn data_path(language: Language) -> String {
    at(format_args!("/{language}/data"))
}

/// `/vi/methods/pci`
pub fn methods_path(language: Language, index: IndexId) -> String {
    at(format_args!("/{language}/methods/{index}"))
}

/// `/vi/search`
pub fn search_path(language: Language) -> String {
    at(format_args!("/{language}/search"))
}

/// `/vi/declines`
pub fn declines_path(language: Language) -> String {
    at(format_args!("/{language}/declines"))
}

/// `/vi/movers`
pub fn movers_path(language: Language) -> String {
    at(format_args!("/{language}/movers"))
}

/// `/vi/what-if`
pub fn what_if_path(language: Language) -> String {
    at(format_args!("/{language}/what-if"))
}

/// `/vi/scatter`
pub fn scatter_path(language: Language) -> String {
    at(format_args!("/{language}/scatter"))
}

/// `/vi/regions`
pub fn regions_path(language: Language) -> String {
    at(format_args!("/{language}/regions"))
}

/// `/vi/sources`
pub fn sources_path(language: Language) -> String {
    at(format_args!("/{language}/sources"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart_and_written_again() {
        let address = PageAddress::parse("/vi/index/pci", "?c=transparency&y=2021&utm=x");
        assert_eq!(address.kind, PageKind::Index);
        assert_eq!(address.index(), Some(IndexId::Pci));
        assert_eq!(address.canonical(), "/vi/index/pci?c=transparency&y=2021&utm=x");
    }

    #[test]
    fn switching_the_language_keeps_path_and_query() {
        let address = PageAddress::parse("/vi/province/hau-giang", "?y=2021");
        assert_eq!(address.in_language(Language::En), "/en/province/hau-giang?y=2021");
        assert_eq!(PageAddress::parse("/vi/", "").in_language(Language::En), "/en/");
    }

    #[test]
    fn a_path_with_too_much_or_too_little_is_no_page() {
        for path in ["/vi/index", "/vi/index/pci/2021", "/vi/data/pci", "/vi/province"] {
            assert_eq!(PageAddress::parse(path, "").kind, PageKind::Unknown, "{path}");
        }
        assert_eq!(PageAddress::parse("/vi", "").kind, PageKind::Overview);
    }

    #[test]
    fn a_path_without_a_language_is_unknown_and_leads_home() {
        let address = PageAddress::parse("/fr/data", "");
        assert_eq!(address.kind, PageKind::Unknown);
        assert_eq!(address.in_language(Language::En), "/en/");
    }
}
