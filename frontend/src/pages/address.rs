//! Where the reader is: language, page and the state of the page, all read from the address; and how links are written.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use vithe_shared::{IndexId, Language, ProvinceSlug, query::PageQuery};

/// The kinds of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageKind {
    Overview,
    Index,
    Province,
    Compare,
    Data,
    Methods,
    Search,
    Declines,
    WhatIf,
    Scatter,
    Regions,
    Unknown,
}

impl PageKind {
    fn of_segment(segment: &str) -> Self {
        match segment {
            "" => Self::Overview,
            "index" => Self::Index,
            "province" => Self::Province,
            "compare" => Self::Compare,
            "data" => Self::Data,
            "methods" => Self::Methods,
            "search" => Self::Search,
            "declines" => Self::Declines,
            "what-if" => Self::WhatIf,
            "scatter" => Self::Scatter,
            "regions" => Self::Regions,
            _ => Self::Unknown,
        }
    }
}

/// An address of the site, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageAddress {
    /// The language of the path; Vietnamese where the path names none.
    pub(crate) language: Language,
    /// The kind of page.
    pub(crate) kind: PageKind,
    /// What the page is about: an index or a province, unchecked.
    pub(crate) subject: Option<String>,
    /// The path as it stands.
    pub(crate) path: String,
    /// The state of the page.
    pub(crate) query: PageQuery,
}

impl PageAddress {
    /// Takes a path and a query string (without question mark) apart.
    pub(crate) fn parse(path: &str, search: &str) -> Self {
        let mut segments = path.trim_matches('/').split('/');
        let language = segments.next().unwrap_or_default().parse::<Language>();
        let kind = language.as_ref().map_or(PageKind::Unknown, |_| {
            PageKind::of_segment(segments.next().unwrap_or_default())
        });
        Self {
            language: language.unwrap_or_default(),
            kind,
            subject: segments.next().map(str::to_owned),
            path: path.to_owned(),
            query: PageQuery::parse(search.trim_start_matches('?')),
        }
    }

    /// The index the page is about.
    pub(crate) fn index(&self) -> Option<IndexId> {
        self.subject.as_deref()?.parse().ok()
    }

    /// The province the page is about.
    pub(crate) fn province(&self) -> Option<ProvinceSlug> {
        self.subject.as_deref()?.parse().ok()
    }

    /// The address of the same page in another state.
    pub(crate) fn with(&self, change: impl FnOnce(&mut PageQuery)) -> String {
        let mut query = self.query.clone();
        change(&mut query);
        query.address(&self.path)
    }

    /// The address itself, written canonically.
    pub(crate) fn canonical(&self) -> String {
        self.query.address(&self.path)
    }

    /// The same page in another language.
    pub(crate) fn in_language(&self, language: Language) -> String {
        let tag = self.path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let path = if tag.parse::<Language>().is_ok() {
            format!("/{language}{}", &self.path[tag.len() + 1..])
        } else {
            overview_path(language)
        };
        self.query.address(&path)
    }
}

/// The address the reader is on.
pub(crate) fn use_address() -> Memo<PageAddress> {
    let location = use_location();
    Memo::new(move |_| PageAddress::parse(&location.pathname.get(), &location.search.get()))
}

/// The address of a page of one kind: stays as it was while the reader is on the way to another kind, so that a page
/// about to leave does not ask for figures once more.
pub(crate) fn use_address_of(kind: PageKind) -> Memo<PageAddress> {
    let location = use_location();
    Memo::new(move |previous: Option<&PageAddress>| {
        let address = PageAddress::parse(&location.pathname.get(), &location.search.get());
        match previous {
            Some(previous) if address.kind != kind => previous.clone(),
            _ => address,
        }
    })
}

/// `/vi/`
pub(crate) fn overview_path(language: Language) -> String {
    format!("/{language}/")
}

/// `/vi/index/pci`
pub(crate) fn index_path(language: Language, index: IndexId) -> String {
    format!("/{language}/index/{index}")
}

/// `/vi/province/hau-giang`
pub(crate) fn province_path(language: Language, province: &ProvinceSlug) -> String {
    format!("/{language}/province/{province}")
}

/// `/vi/compare`
pub(crate) fn compare_path(language: Language) -> String {
    format!("/{language}/compare")
}

/// `/vi/data`
pub(crate) fn data_path(language: Language) -> String {
    format!("/{language}/data")
}

/// `/vi/methods/pci`
pub(crate) fn methods_path(language: Language, index: IndexId) -> String {
    format!("/{language}/methods/{index}")
}

/// `/vi/search`
pub(crate) fn search_path(language: Language) -> String {
    format!("/{language}/search")
}

/// `/vi/declines`
pub(crate) fn declines_path(language: Language) -> String {
    format!("/{language}/declines")
}

/// `/vi/what-if`
pub(crate) fn what_if_path(language: Language) -> String {
    format!("/{language}/what-if")
}

/// `/vi/scatter`
pub(crate) fn scatter_path(language: Language) -> String {
    format!("/{language}/scatter")
}

/// `/vi/regions`
pub(crate) fn regions_path(language: Language) -> String {
    format!("/{language}/regions")
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
    fn a_path_without_a_language_is_unknown_and_leads_home() {
        let address = PageAddress::parse("/fr/data", "");
        assert_eq!(address.kind, PageKind::Unknown);
        assert_eq!(address.in_language(Language::En), "/en/");
    }
}
