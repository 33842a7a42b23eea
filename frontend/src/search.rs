//! What the search of the site finds: provinces by all their names and codes, the units of 2025, indices, their components,
//! pages. A pure function of the figures that are here and of a text, the same for the list in the browser (`client::finding_list`), for
//! the search page, and for the server, which leads straight to what a text names.

mod words;

use self::words::PageWords;
use vithe_shared::{
    Borders, IndexId, Language, ProvinceSlug,
    address::at,
    dataset::IndexTitle,
    domain::{ComponentInfo, Province},
    engine::catalog::Catalog,
    query::PageQuery,
    vietnamese::{Fit, Wanted},
};

use crate::{
    address::{compare_path, index_path, province_path},
    routes::{PAGES, Subject},
    text::search as text,
    view_model::wording::{since_2025, year_runs},
};

/// What something is that can be found, in the order in which equal fits are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A province, also a former one, or a unit of 2025.
    Place,
    /// An index.
    Index,
    /// A component of an index.
    Component,
    /// Another page of the site.
    Page,
}

impl Kind {
    /// What a list names the group.
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Place => text::PLACES,
            Self::Index => text::INDICES,
            Self::Component => text::COMPONENTS,
            Self::Page => text::PAGES,
        }
        .get(language)
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// What tells it from others, in a few words; may be empty.
    pub note: String,
    /// Where it leads.
    pub address: String,
}

/// How well something fits, best first: the fit, the kind, and how far its name is from its own one.
type Rank = (Fit, Kind, u8);

/// What a text finds, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    ranked: Vec<(Rank, Finding)>,
}

/// The names of a place are its own, others of it, and those of a unit that it is a part of.
const ALIAS: u8 = 1;
const UNIT_OF_2025: u8 = 2;

impl Findings {
    fn add(&mut self, rank: Option<Rank>, finding: impl FnOnce() -> Finding) {
        if let Some(rank) = rank {
            self.ranked.push((rank, finding()));
        }
    }

    /// What the text means: the one thing of that name, or the only one that fits at all.
    pub fn meant(&self) -> Option<&Finding> {
        if let [(_, only)] = &self.ranked[..] {
            return Some(only);
        }
        let is_named = |rank: &Rank| rank.0 == Fit::Whole && rank.2 != UNIT_OF_2025;
        let mut named = self.ranked.iter().filter(|(rank, _)| is_named(rank));
        let (_, first) = named.next()?;
        named.next().is_none().then_some(first)
    }

    /// The best of them, at most so many, those of a kind together: the kind of the best one first.
    pub fn into_list(self, most: usize) -> Vec<Finding> {
        let found: Vec<Finding> = self.ranked.into_iter().take(most).map(|(_, finding)| finding).collect();
        let mut kinds: Vec<Kind> = Vec::new();
        for finding in &found {
            if !kinds.contains(&finding.kind) {
                kinds.push(finding.kind);
            }
        }
        let of_kind = |kind: Kind| found.iter().filter(move |finding| finding.kind == kind).cloned();
        kinds.into_iter().flat_map(of_kind).collect()
    }
}

/// Everything that fits a text: of components those of the indices that are here. Nothing fits a text without letters and
/// digits.
pub fn find(catalog: &Catalog, typed: &str, language: Language) -> Findings {
    let mut found = Findings::default();
    let (wanted, place) = (Wanted::new(typed), Wanted::place(typed));
    for province in catalog.units(Borders::Provinces63).provinces() {
        let fit = place.fit_province(province);
        let rank = fit.map(|(fit, is_alias)| (fit, Kind::Place, if is_alias { ALIAS } else { 0 }));
        found.add(rank, || province_finding(catalog, province, language));
    }
    // A unit that is one province under another name is found as that province.
    let merged = catalog.units(Borders::Units34).provinces().iter();
    for unit in merged.filter(|unit| unit.predecessors.len() > 1) {
        let rank = place
            .fit_province(unit)
            .map(|(fit, _)| (fit, Kind::Place, UNIT_OF_2025));
        found.add(rank, || unit_finding(catalog, unit, language));
    }
    for title in catalog.titles() {
        found.add(index_rank(title, &wanted), || index_finding(title, language));
        let described = catalog.index(title.id).ok().map(|index| &index.info().components);
        let parts = described
            .into_iter()
            .flatten()
            .filter(|component| !component.id.is_overall());
        for component in parts {
            found.add(component_rank(title, component, &wanted), || {
                component_finding(title, component, language)
            });
        }
    }
    for page in pages(language) {
        found.add(page.rank(&wanted), || page.finding);
    }
    // What fits equally well stays in its usual order.
    found.ranked.sort_by_key(|(rank, _)| *rank);
    found
}

/// What is offered before anything is typed: the provinces that the reader keeps in view, the indices, and the main pages.
pub fn offered(catalog: &Catalog, kept: &[ProvinceSlug], language: Language) -> Vec<Finding> {
    let provinces = catalog.units(Borders::Provinces63);
    let places = kept
        .iter()
        .filter_map(|slug| provinces.province(slug))
        .map(|province| province_finding(catalog, province, language));
    let indices = catalog.titles().iter().map(|title| index_finding(title, language));
    let pages = pages(language)
        .filter(|page| page.words.is_main)
        .map(|page| page.finding);
    places.chain(indices).chain(pages).collect()
}

fn province_finding(catalog: &Catalog, province: &Province, language: Language) -> Finding {
    let units = catalog.units(Borders::Units34);
    let successor = province.successor.as_ref().and_then(|slug| units.province(slug));
    let name = language.pick(&province.name_vi, &province.name_en);
    let note = match (province.last_year, successor) {
        (Some(year), _) => text::until(year, language),
        (None, Some(unit)) if language.pick(&unit.name_vi, &unit.name_en) != name => {
            since_2025(language.pick(&unit.name_vi, &unit.name_en), language)
        }
        _ => String::new(),
    };
    Finding {
        kind: Kind::Place,
        name: name.to_owned(),
        note,
        address: province_path(language, &province.slug),
    }
}

/// Nothing is published of a unit yet: it leads to the provinces that it was made of.
fn unit_finding(catalog: &Catalog, unit: &Province, language: Language) -> Finding {
    let provinces = catalog.units(Borders::Provinces63);
    let members: Vec<&str> = unit
        .predecessors
        .iter()
        .filter_map(|slug| provinces.province(slug))
        .map(|province| language.pick(&province.name_vi, &province.name_en))
        .collect();
    let query = PageQuery {
        provinces: unit.predecessors.clone(),
        ..PageQuery::default()
    };
    Finding {
        kind: Kind::Place,
        name: text::unit_of_2025(language.pick(&unit.name_vi, &unit.name_en), language),
        note: members.join(", "),
        address: query.address(&compare_path(language)),
    }
}

fn index_rank(title: &IndexTitle, wanted: &Wanted) -> Option<Rank> {
    let own = [&title.short_name, &title.name_vi, &title.name_en];
    let publishers = [&title.publisher_vi, &title.publisher_en];
    let own = own.into_iter().filter_map(|name| wanted.fit(name));
    // Whoever looks for a publisher wants its index, without having named it.
    let others = publishers
        .into_iter()
        .filter_map(|name| wanted.fit(name))
        .map(|fit| fit.max(Fit::WordStart));
    own.map(|fit| (fit, Kind::Index, 0))
        .chain(others.map(|fit| (fit, Kind::Index, ALIAS)))
        .min()
}

fn index_finding(title: &IndexTitle, language: Language) -> Finding {
    Finding {
        kind: Kind::Index,
        name: title.short_name.clone(),
        note: language.pick(&title.name_vi, &title.name_en).to_owned(),
        address: index_path(language, title.id),
    }
}

fn component_rank(title: &IndexTitle, component: &ComponentInfo, wanted: &Wanted) -> Option<Rank> {
    let names = [&component.name_vi, &component.name_en];
    let own = names.into_iter().filter_map(|name| wanted.fit(name));
    // The index may be named with it.
    let with_index = names
        .into_iter()
        .filter_map(|name| wanted.fit(&format!("{} {name}", title.short_name)))
        .map(|fit| fit.max(Fit::Words));
    own.chain(with_index).min().map(|fit| (fit, Kind::Component, 0))
}

fn component_finding(title: &IndexTitle, component: &ComponentInfo, language: Language) -> Finding {
    let years = year_runs(&component.years);
    let query = PageQuery {
        component: Some(component.id.clone()),
        ..PageQuery::default()
    };
    Finding {
        kind: Kind::Component,
        name: language.pick(&component.name_vi, &component.name_en).to_owned(),
        note: format!("{} · {years}", title.short_name),
        address: query.address(&index_path(language, title.id)),
    }
}

/// A page of the site, as the search knows it.
struct FoundPage {
    finding: Finding,
    words: PageWords,
    /// The index that it is about.
    index: Option<IndexId>,
}

impl FoundPage {
    /// Its name with the index that it is about.
    fn name(words: PageWords, index: Option<IndexId>, language: Language) -> String {
        let name = words.name.get(language);
        index.map_or_else(|| name.to_owned(), |index| format!("{name} {}", index.short_name()))
    }

    fn rank(&self, wanted: &Wanted) -> Option<Rank> {
        let names = Language::ALL.map(|language| Self::name(self.words, self.index, language));
        let own = names.iter().filter_map(|name| wanted.fit(name));
        let others = [self.words.name, self.words.others]
            .into_iter()
            .flat_map(|words| [words.vi, words.en])
            .flat_map(|words| words.split(", "))
            .filter_map(|name| wanted.fit(name));
        own.map(|fit| (fit, Kind::Page, 0))
            .chain(others.map(|fit| (fit, Kind::Page, ALIAS)))
            .min()
    }
}

/// The pages that are about nothing of the above, in the order of the navigation, with the words they are found by.
fn pages(language: Language) -> impl Iterator<Item = FoundPage> {
    let page = move |words: PageWords, segment: &str, index: Option<IndexId>| {
        let subject = index.map_or_else(String::new, |index| format!("/{index}"));
        FoundPage {
            finding: Finding {
                kind: Kind::Page,
                name: FoundPage::name(words, index, language),
                note: String::new(),
                address: at(format_args!("/{language}/{segment}{subject}")),
            },
            words,
            index,
        }
    };
    PAGES.iter().flat_map(move |entry| {
        let Some(words) = words::of(entry.kind) else {
            return Vec::new();
        };
        match entry.subject {
            Subject::Index => IndexId::ALL
                .into_iter()
                .map(|index| page(words, entry.segment, Some(index)))
                .collect(),
            Subject::None | Subject::Province => vec![page(words, entry.segment, None)],
        }
    })
}
