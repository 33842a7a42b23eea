//! The one table of pages: their place below the language, what they are about, the chunk that makes them, the figures they
//! need, whether the sitemap lists them. Addresses, the app, the sitemap and the tests in browsers follow from it.

use vithe_shared::{Borders, ComponentId, IndexId, IndicatorId, dataset::Part};

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
    /// What lies below a total: a component of a province, an indicator.
    Indicators,
    /// The provinces that are alike.
    Peers,
    /// The review report of a province.
    Report,
}

/// The parts of the figures that a page is made from, beside the registry. Those that the package does not have are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The parts.
    pub parts: Vec<Part>,
}

impl Needs {
    fn of(index: IndexId) -> Self {
        Self {
            parts: vec![Part::Index(index)],
        }
    }

    /// The figures of all indices.
    pub fn all() -> Self {
        Self {
            parts: IndexId::ALL.map(Part::Index).to_vec(),
        }
    }

    /// The figures of all indices, and what lies below their components.
    pub fn all_with_indicators() -> Self {
        Self::all().and(Part::Indicators)
    }

    /// The same with some part of every index.
    fn and(mut self, part: fn(IndexId) -> Part) -> Self {
        self.parts.extend(IndexId::ALL.map(part));
        self
    }

    /// The figures of an index with its indicators.
    fn with_indicators(index: IndexId) -> Self {
        Self {
            parts: vec![Part::Index(index), Part::Indicators(index)],
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
    /// The chunk that makes it, save [`below`] a total.
    family: Family,
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

    /// The chunk that makes the page of an address.
    pub fn family(&self, address: &PageAddress) -> Family {
        below(address).map_or(self.family, |_| Family::Indicators)
    }

    /// The figures that the page of an address is made from.
    pub fn needs(&self, address: &PageAddress) -> Needs {
        below(address).map_or_else(|| (self.needs)(address), |below| Needs::with_indicators(below.index()))
    }
}

/// What an address is about below a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Below {
    /// A component of a province.
    Component(IndexId, ComponentId),
    /// An indicator, of all units.
    Indicator(IndexId, IndicatorId),
}

impl Below {
    /// The index.
    pub const fn index(&self) -> IndexId {
        match self {
            Self::Component(index, _) | Self::Indicator(index, _) => *index,
        }
    }
}

/// What an address is about below a total. It follows from the address alone, so that the chunk is known before any figure is
/// here: a province together with index and component, or an index with what is written like an indicator.
pub fn below(address: &PageAddress) -> Option<Below> {
    let component = address
        .query
        .component
        .as_ref()
        .filter(|component| !component.is_overall())?;
    match address.kind {
        PageKind::Province => Some(Below::Component(address.query.index?, component.clone())),
        PageKind::Index if component.names_indicator() => {
            Some(Below::Indicator(address.index()?, component.clone().into()))
        }
        _ => None,
    }
}

/// Every page, in the order of the navigation.
pub static PAGES: [PageEntry; 18] = [
    PageEntry::new(PageKind::Overview, "", Subject::None, Family::Atlas, |_| Needs::all()),
    PageEntry::new(PageKind::Index, "index", Subject::Index, Family::Atlas, of_subject),
    PageEntry::new(
        PageKind::Province,
        "province",
        Subject::Province,
        Family::Places,
        of_province,
    ),
    // The page of the province leads to it.
    PageEntry {
        in_sitemap: false,
        ..PageEntry::new(
            PageKind::Report,
            "report",
            Subject::Province,
            Family::Report,
            of_province,
        )
    },
    PageEntry::new(PageKind::Compare, "compare", Subject::None, Family::Places, |_| {
        Needs::all()
    }),
    PageEntry::new(PageKind::Peers, "peers", Subject::None, Family::Peers, of_choice),
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
        PageKind::Versions,
        "data/versions",
        Subject::None,
        Family::Reading,
        // The registry names them.
        |_| Needs::default(),
    ),
    PageEntry::new(
        PageKind::Methods,
        "methods",
        Subject::Index,
        Family::Reading,
        |address| address.index().map(Needs::with_indicators).unwrap_or_default(),
    ),
    PageEntry::new(
        PageKind::Sources,
        "sources",
        Subject::None,
        Family::Reading,
        // The document behind a figure may be named by any index.
        with_notes,
    ),
    PageEntry::new(
        PageKind::Discrepancies,
        "discrepancies",
        Subject::None,
        Family::Reading,
        with_notes,
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

/// All that is on record, with what is not used of it.
fn with_notes(_address: &PageAddress) -> Needs {
    Needs::all().and(Part::Notes)
}

/// Of a province of the 63 the indicators that stand out are told, too.
fn of_province(address: &PageAddress) -> Needs {
    let is_unit = address.query.borders == Some(Borders::Units34);
    if is_unit {
        Needs::all()
    } else {
        Needs::all_with_indicators()
    }
}

fn of_choice(address: &PageAddress) -> Needs {
    Needs::of(chosen_index(address))
}

/// Components and indicators are searched, too; without a text there is nothing to search.
fn of_search(address: &PageAddress) -> Needs {
    let is_asked = address.query.search.is_some();
    if is_asked {
        Needs::all_with_indicators()
    } else {
        Needs::default()
    }
}

/// An index that is none of the four needs no figures: the page says so.
fn of_subject(address: &PageAddress) -> Needs {
    address.index().map(Needs::of).unwrap_or_default()
}

impl PageKind {
    /// The page at a place below the language, and what the place names after it.
    pub fn of_place(place: &str) -> Option<(Self, Option<&str>)> {
        let at = |segment: &str, has_subject: bool| {
            let is_there =
                |entry: &&PageEntry| entry.segment == segment && (entry.subject != Subject::None) == has_subject;
            PAGES.iter().find(is_there).map(|entry| entry.kind)
        };
        if let Some(kind) = at(place, false) {
            return Some((kind, None));
        }
        let (segment, subject) = place.rsplit_once('/')?;
        Some((at(segment, true)?, Some(subject)))
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
            let subject = (entry.subject != Subject::None).then_some("x");
            let place = subject.map_or_else(
                || entry.segment.to_owned(),
                |subject| format!("{}/{subject}", entry.segment),
            );
            assert_eq!(PageKind::of_place(&place), Some((entry.kind, subject)));
        }
        assert!(PageKind::Unknown.entry().is_none());
    }

    #[test]
    fn a_page_needs_the_figures_of_its_index_only() {
        let needs = |path: &str, query: &str| {
            let address = PageAddress::parse(path, query);
            address.kind.entry().unwrap().needs(&address).parts
        };
        let all = IndexId::ALL.map(Part::Index);
        assert_eq!(needs("/vi/index/papi", ""), [Part::Index(IndexId::Papi)]);
        assert!(needs("/vi/index/gdp", "").is_empty());
        assert_eq!(needs("/vi/peers", "p=hau-giang"), [Part::Index(IndexId::Pci)]);
        assert_eq!(needs("/en/movers", "i=papi"), [Part::Index(IndexId::Papi)]);
        let indicators = IndexId::ALL.map(Part::Indicators);
        let province = needs("/vi/province/hau-giang", "i=pci&y=2023");
        assert_eq!(province, [all, indicators].concat());
        assert_eq!(needs("/vi/province/can-tho", "borders=34"), all);
        let below = needs("/vi/province/hau-giang", "i=pci&y=2023&c=labor");
        assert_eq!(below, [Part::Index(IndexId::Pci), Part::Indicators(IndexId::Pci)]);
        let notes = IndexId::ALL.map(Part::Notes);
        assert_eq!(needs("/en/sources", "i=par"), [all, notes].concat());
        assert!(needs("/vi/search", "").is_empty());
    }

    #[test]
    fn what_lies_below_a_total_is_read_from_the_address() {
        let family = |path: &str, query: &str| {
            let address = PageAddress::parse(path, query);
            address.kind.entry().unwrap().family(&address)
        };
        assert_eq!(family("/vi/index/pci", "c=entry.01"), Family::Indicators);
        assert_eq!(family("/vi/index/pci", "c=entry"), Family::Atlas);
        // A sub-dimension of PAPI is a component with a table of its own.
        assert_eq!(family("/vi/index/papi", "c=1.1"), Family::Atlas);
        assert_eq!(
            family("/vi/province/hau-giang", "i=papi&c=d1&y=2021"),
            Family::Indicators
        );
        assert_eq!(family("/vi/province/hau-giang", "c=d1"), Family::Places);
        assert_eq!(family("/vi/province/hau-giang", "i=pci&c=overall"), Family::Places);
    }
}
