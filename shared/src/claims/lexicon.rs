//! The names that are data: indices, components, provinces and regions of the catalog, as sequences of folded words.

use std::collections::HashMap;

use super::{
    letters::letters,
    token::{Token, TokenKind, tokens},
    vocabulary::{COMPONENT_NAMES, FALSE_PROVINCES, FOREIGN_INDICES, INDEX_NAMES, REGION_NAMES},
};
use crate::{
    Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year,
    engine::catalog::{Catalog, UnitList},
};

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    Index(IndexId),
    /// An index that nothing is on record of.
    Foreign,
    /// By its place in the lexicon.
    Component(usize),
    /// By its place in the lexicon.
    Province(usize),
    /// By its place in the lexicon.
    Region(usize),
    /// A name that only looks like one.
    Nothing,
}

/// The components that one name may mean.
#[derive(Clone, Debug, Default)]
pub(super) struct ComponentNamed {
    /// By index in the usual order; years may have different identifiers.
    pub(super) meanings: Vec<(IndexId, ComponentId)>,
    /// Whether the name says by itself that a component is meant, also in small letters.
    pub(super) is_plain: bool,
}

/// A province by its place in both lists.
#[derive(Clone, Debug, Default)]
pub(super) struct ProvinceNamed {
    slugs: Vec<ProvinceSlug>,
    names: Vec<String>,
    provinces63: Option<usize>,
    units34: Option<usize>,
}

/// A name: its words and what it means.
#[derive(Debug)]
struct Name {
    words: Vec<String>,
    mention: Mention,
}

/// All names.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// By the first word, longest first.
    names: HashMap<String, Vec<Name>>,
    pub(super) components: Vec<ComponentNamed>,
    pub(super) provinces: Vec<ProvinceNamed>,
    pub(super) regions: Vec<RegionId>,
    /// The newest year that any index has figures of.
    pub(super) newest: Year,
    /// The years whose figures are of the 34 units.
    units34_years: Vec<(IndexId, Year)>,
}

impl Lexicon {
    /// The names of a catalog. Components are those of the indices that are here.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut lexicon = Self {
            names: HashMap::new(),
            components: Vec::new(),
            provinces: Vec::new(),
            regions: Vec::new(),
            newest: Year(0),
            units34_years: Vec::new(),
        };
        for (name, index) in INDEX_NAMES {
            lexicon.add(name, Mention::Index(*index));
        }
        for name in FOREIGN_INDICES {
            lexicon.add(name, Mention::Foreign);
        }
        for name in FALSE_PROVINCES {
            lexicon.add(name, Mention::Nothing);
        }
        for title in catalog.titles() {
            lexicon.add(&title.name_vi, Mention::Index(title.id));
            lexicon.add(&title.name_en, Mention::Index(title.id));
        }
        lexicon.add_provinces(catalog.units(Borders::Provinces63));
        lexicon.add_provinces(catalog.units(Borders::Units34));
        lexicon.add_regions(catalog.units(Borders::Provinces63));
        lexicon.add_components(catalog);
        for names in lexicon.names.values_mut() {
            crate::sorting::sort_by_key(names, |name| std::cmp::Reverse(name.words.len()));
        }
        lexicon
    }

    /// The place of a province in the list of units that the figures of an index in a year are of.
    pub(super) fn unit(&self, province: usize, index: IndexId, year: Year) -> Option<usize> {
        let named = &self.provinces[province];
        if self.units34_years.contains(&(index, year)) {
            named.units34
        } else {
            named.provinces63
        }
    }

    /// A province by the slug it has in one of the lists, that of the 63 first.
    pub(super) fn province_of(&self, slug: &ProvinceSlug) -> Option<usize> {
        self.provinces.iter().position(|province| province.slugs.contains(slug))
    }

    /// The longest name that begins with a token, and how many tokens it takes.
    pub(super) fn find(&self, tokens: &[Token]) -> Option<(usize, Mention)> {
        let TokenKind::Word(first) = &tokens.first()?.kind else {
            return None;
        };
        let names = self.names.get(first)?;
        names
            .iter()
            .find_map(|name| Some((length_of(&name.words, tokens)?, name.mention)))
    }

    fn add(&mut self, name: &str, mention: Mention) {
        let words = words_of(name);
        if let Some(first) = words.first().cloned() {
            let names = self.names.entry(first).or_default();
            if !names.iter().any(|known| known.words == words) {
                names.push(Name { words, mention });
            }
        }
    }

    fn add_provinces(&mut self, units: &UnitList) {
        for (unit, province) in units.provinces().iter().enumerate() {
            let mut names: Vec<String> = [&province.name_vi, &province.name_en]
                .into_iter()
                .chain(&province.aliases)
                .map(|name| words_of(name).join(" "))
                .collect();
            names.dedup();
            let known = (self.provinces.iter()).position(|known| {
                known.slugs.contains(&province.slug) || known.names.iter().any(|name| names.contains(name))
            });
            let place = known.unwrap_or_else(|| {
                self.provinces.push(ProvinceNamed::default());
                self.provinces.len() - 1
            });
            for name in &names {
                self.add(name, Mention::Province(place));
            }
            let entry = &mut self.provinces[place];
            entry.slugs.push(province.slug.clone());
            entry.names.extend(names);
            match units.borders() {
                Borders::Provinces63 => entry.provinces63 = Some(unit),
                Borders::Units34 => entry.units34 = Some(unit),
            }
        }
    }

    fn add_regions(&mut self, units: &UnitList) {
        for region in units.regions() {
            let place = self.regions.len();
            self.regions.push(region.id.clone());
            for name in [&region.name_vi, &region.name_en, &region.short_vi, &region.short_en] {
                self.add(name, Mention::Region(place));
            }
            let others = REGION_NAMES.iter().filter(|(_, id)| *id == region.id.as_str());
            for (name, _) in others {
                self.add(name, Mention::Region(place));
            }
        }
    }

    fn add_components(&mut self, catalog: &Catalog) {
        for id in IndexId::ALL {
            let Ok(index) = catalog.index(id) else {
                continue;
            };
            let info = index.info();
            self.newest = self.newest.max(info.years.last().copied().unwrap_or(self.newest));
            self.units34_years
                .extend(info.units34_years.iter().map(|year| (info.id, *year)));
            for component in info.components.iter().filter(|component| component.level > 0) {
                let is_plain = id == IndexId::Pci;
                for name in &component.names {
                    for name in [&name.name_vi, &name.name_en, &name.short_vi, &name.short_en] {
                        self.add_component(name, id, &component.id, is_plain);
                    }
                }
                let others = COMPONENT_NAMES.iter();
                for (name, _, _) in others.filter(|(_, of, named)| *of == id && *named == component.id.as_str()) {
                    self.add_component(name, id, &component.id, is_plain);
                }
            }
        }
    }

    /// "Điểm SIPAS": whoever writes so means the total of that index, also where a component of another is called alike.
    fn are_points_of_index(&self, words: &[String]) -> bool {
        let bare = match words {
            [first, rest @ ..] if first == "diem" => rest,
            [rest @ .., last] if last == "points" => rest,
            _ => return false,
        };
        let named = bare.first().and_then(|first| self.names.get(first));
        let mut named = named.into_iter().flatten();
        named.any(|name| name.words == bare && matches!(name.mention, Mention::Index(_)))
    }

    fn add_component(&mut self, name: &str, index: IndexId, component: &ComponentId, is_plain: bool) {
        let words = words_of(name);
        let Some(first) = words.first().filter(|_| !self.are_points_of_index(&words)) else {
            return;
        };
        let known = self.names.get(first).and_then(|names| {
            let known = names.iter().find(|known| known.words == words)?;
            Some(known.mention)
        });
        let place = match known {
            Some(Mention::Component(place)) => place,
            // A name of an index or a province stays one.
            Some(_) => return,
            None => {
                let place = self.components.len();
                self.components.push(ComponentNamed::default());
                self.add(name, Mention::Component(place));
                place
            }
        };
        let entry = &mut self.components[place];
        // One word may be any word of a sentence.
        entry.is_plain |= is_plain && words.len() > 1;
        if !entry
            .meanings
            .iter()
            .any(|(of, named)| *of == index && named == component)
        {
            entry.meanings.push((index, component.clone()));
        }
    }
}

/// The folded words of a name.
fn words_of(name: &str) -> Vec<String> {
    let words = tokens(&letters(name)).into_iter().filter_map(|token| match token.kind {
        TokenKind::Word(word) => Some(word),
        _ => None,
    });
    words.collect()
}

/// How many tokens the words of a name take; a mark may stand between two of them.
fn length_of(words: &[String], tokens: &[Token]) -> Option<usize> {
    let mut at = 0;
    for (position, word) in words.iter().enumerate() {
        if position > 0 && matches!(tokens.get(at)?.kind, TokenKind::Mark('.' | ',' | '-' | '/')) {
            at += 1;
        }
        if !matches!(&tokens.get(at)?.kind, TokenKind::Word(other) if other == word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}
