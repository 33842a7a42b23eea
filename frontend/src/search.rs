//! What the search of the site finds: provinces by all their names and codes, the units of 2025, indices, their components and
//! indicators, pages. A pure function of the figures that are here and of a text, the same for the list in the browser (`client::finding_list`), for
//! the search page, and for the server, which leads straight to what a text names.

mod words;

use self::words::PageWords;
use vithe_shared::{
    Borders, IndexId, Language, ProvinceSlug,
    address::at,
    dataset::IndexTitle,
    domain::{ComponentInfo, IndicatorInfo, Province},
    engine::catalog::Catalog,
    identifier::year_spans,
    query::PageQuery,
    vietnamese::{Fit, Wanted},
};

use crate::{
    address::{Aspect, index_path, province_address, province_path},
    routes::{PAGES, Subject},
    text::search as text,
    view_model::wording::since_2025,
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
    /// An indicator below a component.
    Indicator,
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
            Self::Indicator => text::INDICATORS,
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
    fn add(&mut self, rank: Rank, finding: Finding) {
        // What fits equally well stays in its usual order.
        let place = self.ranked.partition_point(|(other, _)| *other <= rank);
        self.ranked.insert(place, (rank, finding));
    }

    /// What the text means: the one thing of that name, or the only one that fits at all.
    pub fn meant(&self) -> Option<&Finding> {
        let mut named = None;
        for ((fit, _, name), finding) in &self.ranked {
            let is_named = *fit == Fit::Whole && *name != UNIT_OF_2025;
            if (is_named || self.ranked.len() == 1) && named.replace(finding).is_some() {
                return None;
            }
        }
        named
    }

    /// The best of them, at most so many, those of a kind together: the kind of the best one first.
    pub fn into_list(self, most: usize) -> Vec<Finding> {
        let mut list: Vec<Finding> = Vec::new();
        for (_, finding) in self.ranked.into_iter().take(most) {
            let last = list.iter().rposition(|other| other.kind == finding.kind);
            list.insert(last.map_or(list.len(), |last| last + 1), finding);
        }
        list
    }
}

/// Everything that fits a text: of components and indicators those of the indices that are here. Nothing fits a text without letters and
/// digits.
pub fn find(catalog: &Catalog, typed: &str, language: Language) -> Findings {
    let mut found = Findings::default();
    let (wanted, place) = (Wanted::new(typed), Wanted::place(typed));
    for province in catalog.units(Borders::Provinces63).provinces() {
        if let Some((fit, is_alias)) = place.fit_province(province) {
            let name = if is_alias { ALIAS } else { 0 };
            found.add((fit, Kind::Place, name), province_finding(catalog, province, language));
        }
    }
    for unit in catalog.units(Borders::Units34).provinces() {
        // A unit that is one province under another name is found as that province.
        if unit.predecessors.len() > 1
            && let Some((fit, _)) = place.fit_province(unit)
        {
            found.add((fit, Kind::Place, UNIT_OF_2025), unit_finding(catalog, unit, language));
        }
    }
    for title in catalog.titles() {
        if let Some(rank) = index_rank(title, &wanted) {
            found.add(rank, index_finding(title, language));
        }
        let Ok(index) = catalog.index(title.id) else { continue };
        for component in &index.info().components {
            if let Some(fit) = component_fit(title, component, &wanted).filter(|_| !component.id.is_overall()) {
                found.add((fit, Kind::Component, 0), component_finding(title, component, language));
            }
        }
    }
    for index in IndexId::ALL {
        let Ok(Some(indicators)) = catalog.indicators(index) else {
            continue;
        };
        for indicator in indicators.indicators() {
            if let Some(fit) = best_fit(&wanted, &[&indicator.name_vi, &indicator.name_en]) {
                found.add(
                    (fit, Kind::Indicator, 0),
                    indicator_finding(catalog, index, indicator, language),
                );
            }
        }
    }
    each_page(language, &mut |finding, words, index| {
        if let Some(rank) = page_rank(words, index, &wanted) {
            found.add(rank, finding);
        }
    });
    found
}

/// What is offered before anything is typed: the provinces that the reader keeps in view, the indices, and the main pages.
pub fn offered(catalog: &Catalog, kept: &[ProvinceSlug], language: Language) -> Vec<Finding> {
    let mut offered = Vec::new();
    for slug in kept {
        if let Some(province) = catalog.units(Borders::Provinces63).province(slug) {
            offered.push(province_finding(catalog, province, language));
        }
    }
    for title in catalog.titles() {
        offered.push(index_finding(title, language));
    }
    each_page(language, &mut |finding, words, _| {
        if words.is_main {
            offered.push(finding);
        }
    });
    offered
}

/// How well the best of several names fits.
fn best_fit(wanted: &Wanted, names: &[&str]) -> Option<Fit> {
    let mut best = None;
    for name in names {
        best = better(best, wanted.fit(name));
    }
    best
}

fn better(one: Option<Fit>, other: Option<Fit>) -> Option<Fit> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
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

/// A unit with the provinces that it was made of.
fn unit_finding(catalog: &Catalog, unit: &Province, language: Language) -> Finding {
    let provinces = catalog.units(Borders::Provinces63);
    let mut members: Vec<&str> = Vec::new();
    for slug in &unit.predecessors {
        if let Some(province) = provinces.province(slug) {
            members.push(language.pick(&province.name_vi, &province.name_en));
        }
    }
    let aspect = Aspect::default().within(Borders::Units34);
    Finding {
        kind: Kind::Place,
        name: text::unit_of_2025(language.pick(&unit.name_vi, &unit.name_en), language),
        note: members.join(", "),
        address: province_address(language, &unit.slug, &aspect),
    }
}

fn index_rank(title: &IndexTitle, wanted: &Wanted) -> Option<Rank> {
    let own = best_fit(wanted, &[&title.short_name, &title.name_vi, &title.name_en]);
    if let Some(fit) = own {
        return Some((fit, Kind::Index, 0));
    }
    // Whoever looks for a publisher wants its index, without having named it.
    let publisher = best_fit(wanted, &[&title.publisher_vi, &title.publisher_en])?;
    Some((publisher.max(Fit::WordStart), Kind::Index, ALIAS))
}

fn index_finding(title: &IndexTitle, language: Language) -> Finding {
    Finding {
        kind: Kind::Index,
        name: title.short_name.clone(),
        note: language.pick(&title.name_vi, &title.name_en).to_owned(),
        address: index_path(language, title.id),
    }
}

fn component_fit(title: &IndexTitle, component: &ComponentInfo, wanted: &Wanted) -> Option<Fit> {
    let mut best = None;
    for name in [&component.name_vi, &component.name_en] {
        // The index may be named with it.
        let with_index = wanted.fit(&format!("{} {name}", title.short_name));
        best = better(best, with_index.map(|fit| fit.max(Fit::Words)));
        best = better(best, wanted.fit(name));
    }
    best
}

fn component_finding(title: &IndexTitle, component: &ComponentInfo, language: Language) -> Finding {
    let years = year_spans(&component.years);
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

fn indicator_finding(catalog: &Catalog, index: IndexId, indicator: &IndicatorInfo, language: Language) -> Finding {
    let known = catalog.index(index).ok();
    let component = known.and_then(|index| index.info().component(&indicator.component));
    let component = component.map_or("", |component| language.pick(&component.name_vi, &component.name_en));
    let query = PageQuery {
        component: Some(indicator.id.clone().into()),
        ..PageQuery::default()
    };
    Finding {
        kind: Kind::Indicator,
        name: language.pick(&indicator.name_vi, &indicator.name_en).to_owned(),
        note: format!("{} · {component}", index.short_name()),
        address: query.address(&index_path(language, index)),
    }
}

/// The name of a page with the index that it is about.
fn page_name(words: PageWords, index: Option<IndexId>, language: Language) -> String {
    let name = words.name.get(language);
    index.map_or_else(|| name.to_owned(), |index| format!("{name} {}", index.short_name()))
}

fn page_rank(words: PageWords, index: Option<IndexId>, wanted: &Wanted) -> Option<Rank> {
    let mut own = None;
    for language in Language::ALL {
        own = better(own, wanted.fit(&page_name(words, index, language)));
    }
    let mut others = None;
    for names in [words.name.vi, words.name.en, words.others.vi, words.others.en] {
        for name in names.split(',') {
            others = better(others, wanted.fit(name));
        }
    }
    match (own, others) {
        (Some(own), others) if others.is_none_or(|others| own <= others) => Some((own, Kind::Page, 0)),
        (_, others) => Some((others?, Kind::Page, ALIAS)),
    }
}

/// Goes through the pages that are about nothing of the above, in the order of the navigation, with the words they are found
/// by and the index they are about.
fn each_page(language: Language, take: &mut dyn FnMut(Finding, PageWords, Option<IndexId>)) {
    for entry in &PAGES {
        let Some(words) = words::of(entry.kind) else { continue };
        let mut add = |index: Option<IndexId>, subject: &str| {
            let finding = Finding {
                kind: Kind::Page,
                name: page_name(words, index, language),
                note: String::new(),
                address: at(format_args!("/{language}/{}{subject}", entry.segment)),
            };
            take(finding, words, index);
        };
        if entry.subject == Subject::Index {
            for index in IndexId::ALL {
                add(Some(index), &format!("/{index}"));
            }
        } else {
            add(None, "");
        }
    }
}
