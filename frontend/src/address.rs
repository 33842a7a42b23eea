//! Where the reader is: language, page and the state of the page, all read from the address; and how links are written.

use vithe_shared::{
    Borders, ComponentId, IndexId, Indicator, Language, Problem, ProblemCode, ProvinceSlug, Year,
    address::{at, path_of},
    query::{FigureQuery, MOST_PINS, PageQuery},
};

use crate::text::missing;

mod paths;
pub(crate) mod traces;

pub use paths::{
    check_path, compare_path, data_path, declines_path, discrepancies_path, embed_code, feed_path, figure_of_embed,
    index_path, methods_path, movers_path, overview_path, province_path, regions_path, report_path, scatter_path,
    search_path, sources_path, versions_path, what_if_path,
};

/// The kinds of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    Overview,
    Index,
    Province,
    Report,
    Compare,
    Peers,
    Data,
    Versions,
    Methods,
    Search,
    Declines,
    Discrepancies,
    Movers,
    WhatIf,
    Check,
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
    /// Takes an address of the host apart; one that lies outside of the site is no page.
    pub fn of_address(address: &str, search: &str) -> Self {
        path_of(address).map_or_else(
            || Self {
                kind: PageKind::Unknown,
                ..Self::parse(address, search)
            },
            |path| Self::parse(path, search),
        )
    }

    /// Takes a path of the site and a query string (without question mark) apart.
    pub fn parse(path: &str, search: &str) -> Self {
        let whole = path.trim_matches('/');
        let (tag, place) = whole.split_once('/').unwrap_or((whole, ""));
        let language = tag.parse::<Language>().ok();
        let page = language.and_then(|_| PageKind::of_place(place));
        let (kind, subject) = page.unwrap_or((PageKind::Unknown, None));
        Self {
            language: language.unwrap_or_default(),
            kind,
            subject: subject.map(str::to_owned),
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

    /// The province or unit that the page cannot be without, in the list of units that the address names.
    pub fn unit(&self) -> Result<(ProvinceSlug, Borders), Problem> {
        let borders = self.query.borders.unwrap_or(Borders::Provinces63);
        let slug = self.province().ok_or_else(|| unknown_unit(self.language))?;
        Ok((slug, borders))
    }

    /// The provinces that the reader keeps in view: the pins, and those that an older address names with `p`.
    pub fn kept_in_view(&self) -> Vec<ProvinceSlug> {
        let mut kept = self.query.pins.clone();
        for province in &self.query.provinces {
            if !kept.contains(province) && kept.len() < MOST_PINS {
                kept.push(province.clone());
            }
        }
        kept
    }

    /// An address of this site that is gone to from here, with the pins of the reader: they travel from page to page.
    pub fn carry_pins(&self, address: &str) -> String {
        let (rest, anchor) = address
            .split_once('#')
            .map_or((address, None), |(rest, anchor)| (rest, Some(anchor)));
        let (path, search) = rest.split_once('?').unwrap_or((rest, ""));
        let mut target = Self::of_address(path, search);
        if self.query.pins.is_empty() || target.path == self.path || target.kind == PageKind::Unknown {
            return address.to_owned();
        }
        if target.query.pins.is_empty() {
            target.query.pins.clone_from(&self.query.pins);
        }
        match anchor {
            Some(anchor) => format!("{}#{anchor}", target.canonical()),
            None => target.canonical(),
        }
    }

    /// The address of the same page in another state.
    pub fn with(&self, change: impl FnOnce(&mut PageQuery)) -> String {
        let mut query = self.query.clone();
        change(&mut query);
        query.address(&self.page())
    }

    /// The same page with a province pinned, or let go where it is pinned; `None` where there is no room for one more, or the
    /// page is about the province already.
    pub fn with_pin_turned(&self, province: &ProvinceSlug) -> Option<String> {
        let is_pinned = self.query.pins.contains(province);
        if self.query.provinces.contains(province) || (!is_pinned && self.query.pins.len() == MOST_PINS) {
            return None;
        }
        Some(self.with(|query| {
            if is_pinned {
                query.pins.retain(|other| other != province);
            } else {
                query.pins.push(province.clone());
            }
        }))
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

/// What a link keeps in view on the page that it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aspect {
    /// The index and its component.
    pub indicator: Option<Indicator>,
    /// The year.
    pub year: Option<Year>,
    /// The list of units that the province is of; the 63 provinces where none is named.
    pub borders: Option<Borders>,
}

impl Aspect {
    /// A component of an index in a year.
    pub fn of(index: IndexId, component: &ComponentId, year: Year) -> Self {
        Self {
            indicator: Some(Indicator {
                index,
                component: component.clone(),
            }),
            year: Some(year),
            borders: None,
        }
    }

    /// The same of a list of units.
    #[must_use]
    pub fn within(self, borders: Borders) -> Self {
        Self {
            borders: borders.in_address(),
            ..self
        }
    }

    /// What a figure shows; of a span of years the last one.
    pub fn of_figure(query: &FigureQuery) -> Self {
        Self {
            indicator: Some(Indicator {
                index: query.index,
                component: query.component.clone(),
            }),
            year: query.year.or(query.to),
            borders: query.borders,
        }
    }
}

/// That there is no such province or unit.
pub fn unknown_unit(language: Language) -> Problem {
    let detail = missing::UNKNOWN_PROVINCE.get(language);
    Problem::new(ProblemCode::UnknownProvince, language, detail)
}

/// `/vi/province/hau-giang?i=papi&y=2023`: the page of a province, opened on what the reader was looking at.
pub fn province_address(language: Language, province: &ProvinceSlug, aspect: &Aspect) -> String {
    let (index, component) = match aspect.indicator.clone() {
        Some(Indicator { index, component }) => (Some(index), Some(component)),
        None => (None, None),
    };
    let query = PageQuery {
        index,
        component,
        year: aspect.year,
        borders: aspect.borders,
        ..PageQuery::default()
    };
    query.address(&province_path(language, province))
}

/// The comparison that a page leads to: of its province, with those that the reader keeps in view, for its index.
pub fn compare_address(from: &PageAddress) -> String {
    let of_page = (from.kind == PageKind::Province).then(|| from.province()).flatten();
    let index = (from.kind == PageKind::Index).then(|| from.index()).flatten();
    let mut provinces: Vec<ProvinceSlug> = of_page.into_iter().collect();
    for kept in from.kept_in_view() {
        if !provinces.contains(&kept) {
            provinces.push(kept);
        }
    }
    let query = PageQuery {
        provinces,
        index: index.or(from.query.index),
        borders: from.query.borders,
        ..PageQuery::default()
    };
    query.address(&compare_path(from.language))
}

/// `/vi/peers?i=pci&y=2023&p=hau-giang`: the provinces like one, on an index; without a year in the newest that can be told.
pub fn peers_address(language: Language, province: &ProvinceSlug, index: IndexId, year: Option<Year>) -> String {
    let query = PageQuery {
        index: Some(index),
        year,
        provinces: vec![province.clone()],
        ..PageQuery::default()
    };
    query.address(&at(format_args!("/{language}/peers")))
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
    fn a_pin_is_turned_where_there_is_room() {
        let turned =
            |search: &str| PageAddress::parse("/vi/index/pci", search).with_pin_turned(&"ca-mau".parse().unwrap());
        assert_eq!(turned("y=2021").unwrap(), "/vi/index/pci?y=2021&pin=ca-mau");
        assert_eq!(turned("pin=ca-mau").unwrap(), "/vi/index/pci");
        assert_eq!(turned("p=ca-mau"), None, "named by the address itself");
        let full = "pin=an-giang~bac-lieu~ben-tre~can-tho~dong-thap~hau-giang";
        assert_eq!(turned(full), None);
    }

    #[test]
    fn pins_travel_to_other_pages_and_stay_what_a_link_of_the_page_makes_them() {
        let here = PageAddress::parse("/vi/index/pci", "?y=2021&pin=hau-giang~can-tho");
        for (link, reached) in [
            ("/vi/index/papi", "/vi/index/papi?pin=hau-giang~can-tho"),
            (
                "/vi/province/an-giang?i=pci#changes",
                "/vi/province/an-giang?i=pci&pin=hau-giang~can-tho#changes",
            ),
            ("/vi/index/papi?pin=ca-mau", "/vi/index/papi?pin=ca-mau"),
            // The last pin is taken out by a link of the page.
            ("/vi/index/pci?y=2021", "/vi/index/pci?y=2021"),
            ("/api/v1/rankings.csv?index=pci", "/api/v1/rankings.csv?index=pci"),
        ] {
            assert_eq!(here.carry_pins(link), reached);
        }
        assert_eq!(
            PageAddress::parse("/vi/", "").carry_pins("/vi/index/pci"),
            "/vi/index/pci"
        );
    }

    #[test]
    fn a_comparison_takes_the_province_of_the_page_along() {
        for (path, search, reached) in [
            (
                "/vi/province/hau-giang",
                "?i=papi&y=2023",
                "/vi/compare?i=papi&p=hau-giang",
            ),
            (
                "/en/index/par",
                "?pin=hau-giang~can-tho",
                "/en/compare?i=par&p=hau-giang~can-tho",
            ),
            ("/vi/data", "", "/vi/compare"),
        ] {
            assert_eq!(compare_address(&PageAddress::parse(path, search)), reached);
        }
    }

    #[test]
    fn a_province_is_opened_on_what_was_looked_at() {
        let province: ProvinceSlug = "hau-giang".parse().unwrap();
        let opened = |component: &str| {
            let aspect = Aspect::of(IndexId::Papi, &component.parse().unwrap(), Year(2023));
            province_address(Language::Vi, &province, &aspect)
        };
        assert_eq!(opened("overall"), "/vi/province/hau-giang?i=papi&y=2023");
        assert_eq!(opened("d1"), "/vi/province/hau-giang?i=papi&c=d1&y=2023");
        let nothing = province_address(Language::Vi, &province, &Aspect::default());
        assert_eq!(nothing, "/vi/province/hau-giang");
    }

    #[test]
    fn a_path_with_too_much_or_too_little_is_no_page() {
        for path in [
            "/vi/index",
            "/vi/index/pci/2021",
            "/vi/data/pci",
            "/vi/province",
            "/vi/data/versions/1.1.0",
            "/vi/versions",
        ] {
            assert_eq!(PageAddress::parse(path, "").kind, PageKind::Unknown, "{path}");
        }
        assert_eq!(PageAddress::parse("/vi/data/versions", "").kind, PageKind::Versions);
        assert_eq!(PageAddress::parse("/en/data/", "").kind, PageKind::Data);
        assert_eq!(PageAddress::parse("/vi", "").kind, PageKind::Overview);
    }

    #[test]
    fn a_path_without_a_language_is_unknown_and_leads_home() {
        let address = PageAddress::parse("/fr/data", "");
        assert_eq!(address.kind, PageKind::Unknown);
        assert_eq!(address.in_language(Language::En), "/en/");
    }
}
