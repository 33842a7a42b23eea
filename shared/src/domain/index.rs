//! The indices: components, method versions, comparability and coverage.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Aggregation, Comparability, ComponentInfo, IndicatorCount, Reason, Redistribution, Scale};
use crate::{
    identifier::{Borders, ComponentId, IndexId, Year},
    language::Language,
    presentation::IndexHues,
    sorting::gather,
};

/// A version of an index's method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MethodVersion {
    /// The version, `pci-2021`.
    pub version: String,
    /// First year.
    pub first_year: Year,
    /// Last year, `None` for the version in force.
    pub last_year: Option<Year>,
    /// The scale of the total.
    pub scale: Scale,
    /// How the total comes from the parts.
    pub aggregation: Aggregation,
    /// How it compares with the version before; `None` for the first.
    pub comparable_with_previous: Option<Comparability>,
    /// What changed, in Vietnamese.
    pub reason_vi: String,
    /// What changed, in English.
    pub reason_en: String,
}

/// A change of method between a year and the year before on record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BreakInfo {
    /// The component.
    pub component: ComponentId,
    /// The later year of the pair.
    pub year: Year,
    /// How far the pair compares.
    pub comparability: Comparability,
    /// Why.
    pub reason: Reason,
}

/// How much of one year is on record, for the total of an index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct YearCoverage {
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// Units in the ranked set.
    pub members: u16,
    /// Units the publisher withholds.
    pub withheld: u16,
    /// Totals on record.
    pub scores: u16,
    /// Published ranks of the total on record.
    pub ranks: u16,
    /// Units of which every component is on record.
    pub with_components: u16,
    /// Whether every member has a total.
    pub complete: bool,
    /// The method version of the year.
    pub method_version: String,
}

/// A citation as its publisher words it, with the year in its place; without a year, with words for several.
pub fn fill_citation(template: &str, year: Option<Year>, language: Language) -> String {
    let told = match year {
        Some(year) => year.to_string(),
        None => language.pick("nhiều năm", "several years").to_owned(),
    };
    template.replace(language.pick("(năm)", "(year)"), &format!("({told})"))
}

/// An index with all that describes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndexInfo {
    /// The index.
    pub id: IndexId,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Short name, the same in both languages.
    pub short_name: String,
    /// Publisher, in Vietnamese.
    pub publisher_vi: String,
    /// Publisher, in English.
    pub publisher_en: String,
    /// What it measures: one Vietnamese sentence.
    pub measures_vi: String,
    /// What it measures: one English sentence.
    pub measures_en: String,
    /// The newest scale of the total.
    pub scale: Scale,
    /// Its hues on pages and in charts.
    pub hues: IndexHues,
    /// The years with figures on record, ascending.
    pub years: Vec<Year>,
    /// Those of the years whose figures are of the 34 units; the figures of all others are of the 63 provinces.
    pub units34_years: Vec<Year>,
    /// The components with indicators below them.
    pub indicators: Vec<IndicatorCount>,
    /// The year it opens on: the newest complete one, or the one with most published ranks.
    pub opens_on: Year,
    /// What is on record, by year.
    pub coverage: Vec<YearCoverage>,
    /// Method versions, oldest first.
    pub method_versions: Vec<MethodVersion>,
    /// Changes of method of every component, by year.
    pub breaks: Vec<BreakInfo>,
    /// Components in the order of the publisher, the total first.
    pub components: Vec<ComponentInfo>,
    /// How to cite it, in Vietnamese.
    pub citation_vi: String,
    /// How to cite it, in English.
    pub citation_en: String,
    /// Terms of use, in Vietnamese.
    pub terms_vi: String,
    /// Terms of use, in English.
    pub terms_en: String,
    /// Whether whole tables may be handed out.
    pub redistribution: Redistribution,
    /// The publisher's site.
    pub website: String,
}

impl IndexInfo {
    /// How to cite it for a year.
    pub fn cited(&self, year: Option<Year>, language: Language) -> String {
        fill_citation(language.pick(&self.citation_vi, &self.citation_en), year, language)
    }

    /// The list of units that the figures of a year are of.
    pub fn borders_in(&self, year: Year) -> Borders {
        if self.units34_years.contains(&year) {
            Borders::Units34
        } else {
            Borders::Provinces63
        }
    }

    /// The list of units that a question about a component is answered in: the one asked for, or else that of the year asked
    /// for, or else the 63 provinces, save where the component has figures of the 34 units only.
    pub fn borders_asked(&self, component: &ComponentId, borders: Option<Borders>, year: Option<Year>) -> Borders {
        let of_year = year.filter(|year| self.years.contains(year));
        let asked = borders.or(of_year.map(|year| self.borders_in(year)));
        asked.unwrap_or_else(|| {
            let mut years = self
                .component(component)
                .into_iter()
                .flat_map(|component| &component.years);
            let has_provinces = years.any(|year| self.borders_in(*year) == Borders::Provinces63);
            if has_provinces {
                Borders::Provinces63
            } else {
                Borders::Units34
            }
        })
    }

    /// Whether the figures of a list of units in a year are back-casts.
    pub fn is_back_cast(&self, borders: Borders, year: Year) -> bool {
        borders == Borders::Units34 && self.borders_in(year) == Borders::Provinces63
    }

    /// Whether a year can be told of a list of units: past years of the 34 units are told by back-cast.
    pub fn tells(&self, borders: Borders, year: Year) -> bool {
        borders == Borders::Units34 || self.borders_in(year) == borders
    }

    /// The year that the table of totals of a list of units opens on: the one the index opens on, or else its newest complete
    /// one that can be told of the list, or else the newest.
    pub fn opens_on_in(&self, borders: Borders) -> Option<Year> {
        let of_list = |coverage: &&YearCoverage| self.tells(borders, coverage.year);
        let mut newest_first = self.coverage.iter().rev().filter(of_list);
        self.tells(borders, self.opens_on)
            .then_some(self.opens_on)
            .or_else(|| {
                newest_first
                    .clone()
                    .find(|coverage| coverage.complete)
                    .map(|coverage| coverage.year)
            })
            .or_else(|| newest_first.next().map(|coverage| coverage.year))
    }

    /// A component by its identifier.
    pub fn component(&self, id: &ComponentId) -> Option<&ComponentInfo> {
        self.components.iter().find(|component| &component.id == id)
    }

    /// The years with indicators on record, ascending.
    pub fn indicator_years(&self) -> Vec<Year> {
        let years: BTreeSet<Year> = gather(self.indicators.iter().flat_map(|of| of.years.iter().copied()));
        years.into_iter().collect()
    }

    /// The indicators of a component; `None` where it has none.
    pub fn indicators_of(&self, component: &ComponentId) -> Option<&IndicatorCount> {
        self.indicators.iter().find(|of| &of.component == component)
    }

    /// Whether a component measures a cost, so that its score must not be taken for the cost itself.
    pub fn is_cost(&self, id: &ComponentId) -> bool {
        self.component(id).is_some_and(|component| component.scale.cost)
    }

    /// What is on record for a year.
    pub fn coverage_of(&self, year: Year) -> Option<&YearCoverage> {
        self.coverage.iter().find(|coverage| coverage.year == year)
    }

    /// The parts of the total in a year, in the publisher's order.
    pub fn parts_in(&self, year: Year) -> impl Iterator<Item = &ComponentInfo> {
        self.components.iter().filter(move |component| {
            component.level == 1 && component.parent.is_some() && component.years.contains(&year)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_has_its_year_in_the_place_that_its_publisher_leaves() {
        let year = Some(Year(2021));
        assert_eq!(
            fill_citation("VCCI (năm), PCI.", year, Language::Vi),
            "VCCI (2021), PCI."
        );
        assert_eq!(
            fill_citation("VCCI (year), PCI.", None, Language::En),
            "VCCI (several years), PCI."
        );
        assert_eq!(fill_citation("VCCI, PCI.", year, Language::En), "VCCI, PCI.");
    }
}
