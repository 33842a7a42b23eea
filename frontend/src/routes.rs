//! The one table of pages: their place below the language, what they are about, the chunk that makes them, the figures they
//! need, whether the sitemap lists them. Addresses, the app, the sitemap and the tests in browsers follow from it.

use vithe_shared::IndexId;

use crate::address::{PageAddress, PageKind};

/// What an address names after the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing.
    None,
    /// An index.
    Index,
    /// A province.
    Province,
}

/// The chunk of WebAssembly that makes a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// National pictures: overview, league tables.
    Atlas,
    /// Provinces and regions.
    Places,
    /// What changed, and what could.
    Planner,
    /// Methods, data, sources.
    Reading,
    /// The search.
    Search,
    /// The claim checker.
    Check,
}

/// The figures a page is made from, beside the registry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Indices whose figures it shows.
    pub indices: Vec<IndexId>,
    /// Indices whose other claims and notes it shows.
    pub notes: Vec<IndexId>,
}

impl Needs {
    fn of(index: IndexId) -> Self {
        Self {
            indices: vec![index],
            notes: Vec::new(),
        }
    }

    /// The figures of all indices.
    pub fn all() -> Self {
        Self {
            indices: IndexId::ALL.to_vec(),
            notes: Vec::new(),
        }
    }
}

/// A kind of page.
#[derive(Clone, Copy, Debug)]
pub struct PageEntry {
    /// The kind.
    pub kind: PageKind,
    /// Its place below the language; empty for the overview.
    pub segment: &'static str,
    /// What its address names.
    pub subject: Subject,
    /// The chunk that makes it.
    pub family: Family,
    /// Whether the sitemap lists it.
    pub in_sitemap: bool,
    needs: fn(&PageAddress) -> Needs,
}

impl PageEntry {
    const fn new(
        kind: PageKind,
        segment: &'static str,
        subject: Subject,
        family: Family,
        needs: fn(&PageAddress) -> Needs,
    ) -> Self {
        Self {
            kind,
            segment,
            subject,
            family,
            in_sitemap: true,
            needs,
        }
    }

    /// The figures that the page of an address is made from.
    pub fn needs(&self, address: &PageAddress) -> Needs {
        (self.needs)(address)
    }
}

/// Every page, in the order of the navigation.
pub static PAGES: [PageEntry; 14] = [
    PageEntry::new(PageKind::Overview, "", Subject::None, Family::Atlas, |_| Needs::all()),
    PageEntry::new(PageKind::Index, "index", Subject::Index, Family::Atlas, of_subject),
    PageEntry::new(
        PageKind::Province,
        "province",
        Subject::Province,
        Family::Places,
        |_| Needs::all(),
    ),
    PageEntry::new(PageKind::Compare, "compare", Subject::None, Family::Places, |_| {
        Needs::all()
    }),
    PageEntry::new(PageKind::Regions, "regions", Subject::None, Family::Places, of_choice),
    PageEntry::new(
        PageKind::Declines,
        "declines",
        Subject::None,
        Family::Planner,
        of_choice,
    ),
    PageEntry::new(PageKind::Movers, "movers", Subject::None, Family::Planner, of_choice),
    PageEntry::new(PageKind::WhatIf, "what-if", Subject::None, Family::Planner, of_choice),
    PageEntry::new(PageKind::Scatter, "scatter", Subject::None, Family::Planner, |_| {
        Needs::all()
    }),
    // A text may be about any index.
    PageEntry::new(PageKind::Check, "check", Subject::None, Family::Check, |_| Needs::all()),
    PageEntry::new(PageKind::Data, "data", Subject::None, Family::Reading, |_| Needs::all()),
    PageEntry::new(
        PageKind::Methods,
        "methods",
        Subject::Index,
        Family::Reading,
        of_subject,
    ),
    PageEntry::new(
        PageKind::Sources,
        "sources",
        Subject::None,
        Family::Reading,
        // The document behind a figure may be named by any index.
        |_| Needs {
            notes: IndexId::ALL.to_vec(),
            ..Needs::all()
        },
    ),
    PageEntry {
        in_sitemap: false,
        ..PageEntry::new(PageKind::Search, "search", Subject::None, Family::Search, of_search)
    },
];

/// The index that a page with a choice of indices shows.
pub fn chosen_index(address: &PageAddress) -> IndexId {
    address.query.index.unwrap_or(IndexId::Pci)
}

fn of_choice(address: &PageAddress) -> Needs {
    Needs::of(chosen_index(address))
}

/// Components are searched, too; without a text there is nothing to search.
fn of_search(address: &PageAddress) -> Needs {
    let is_asked = address.query.search.is_some();
    if is_asked { Needs::all() } else { Needs::default() }
}

/// An index that is none of the four needs no figures: the page says so.
fn of_subject(address: &PageAddress) -> Needs {
    address.index().map(Needs::of).unwrap_or_default()
}

impl PageKind {
    /// The page at a place below the language.
    pub fn of_segment(segment: &str) -> Option<Self> {
        PAGES
            .iter()
            .find(|entry| entry.segment == segment)
            .map(|entry| entry.kind)
    }

    /// Its line in the table; `None` for what is no page.
    pub fn entry(self) -> Option<&'static PageEntry> {
        PAGES.iter().find(|entry| entry.kind == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_one_place_and_one_line() {
        for entry in &PAGES {
            let same_place = PAGES.iter().filter(|other| other.segment == entry.segment).count();
            let same_kind = PAGES.iter().filter(|other| other.kind == entry.kind).count();
            assert_eq!((same_place, same_kind), (1, 1), "{:?}", entry.kind);
            assert_eq!(PageKind::of_segment(entry.segment), Some(entry.kind));
        }
        assert!(PageKind::Unknown.entry().is_none());
    }

    #[test]
    fn a_page_needs_the_figures_of_its_index_only() {
        let needs = |path: &str, query: &str| {
            let address = PageAddress::parse(path, query);
            address.kind.entry().unwrap().needs(&address)
        };
        assert_eq!(needs("/vi/index/papi", "").indices, [IndexId::Papi]);
        assert!(needs("/vi/index/gdp", "").indices.is_empty());
        assert_eq!(needs("/en/movers", "i=papi").indices, [IndexId::Papi]);
        let sources = needs("/en/sources", "i=par");
        assert_eq!(sources.notes, IndexId::ALL);
        assert!(needs("/vi/search", "").indices.is_empty());
    }
}
