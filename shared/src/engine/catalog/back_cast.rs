//! Past years of the 34 units by back-cast: which provinces a unit was formed of, and the table of their means. A unit that is
//! one old province unchanged is not merged: it keeps the figures of that province.

use super::{
    table::{Entry, Score, Table},
    units::UnitLists,
};
use crate::{
    Borders, Year,
    analytics::{
        back_cast::{Member, weighing_year, weighted_mean},
        rounding::{COMPUTED_DECIMALS, round_to},
    },
    dataset::Population,
    domain::{Evidence, Membership, ObservationStatus, Province},
};

/// How the 34 units were formed.
#[derive(Debug)]
pub(super) struct Formation {
    /// By unit the positions of its members among the 63 provinces.
    members: Vec<Vec<usize>>,
    /// By unit the last year in which a province that became part of one of its members stood beside it: up to then the member
    /// is not the province that the unit was formed of (Hà Nội without Hà Tây).
    smaller_until: Vec<Option<Year>>,
    years: Vec<Year>,
    populations: Vec<Population>,
}

impl Formation {
    pub(super) fn new(units: &[Province], provinces: &[Province], populations: Vec<Population>) -> Self {
        let position = |unit: &crate::ProvinceSlug| provinces.iter().position(|province| &province.slug == unit);
        let former = |unit: &Province| {
            let former = provinces
                .iter()
                .filter(|province| province.successor.as_ref() == Some(&unit.slug));
            former.filter_map(|province| province.last_year).max()
        };
        Self {
            members: units
                .iter()
                .map(|unit| unit.predecessors.iter().filter_map(position).collect())
                .collect(),
            smaller_until: units.iter().map(former).collect(),
            years: populations.iter().map(|population| population.year).collect(),
            populations,
        }
    }

    /// The members of a unit, positions in the list of 63.
    pub(super) fn members(&self, unit: usize) -> &[usize] {
        self.members.get(unit).map_or(&[], Vec::as_slice)
    }

    /// Whether the members of a unit in a year are those that it was formed of.
    pub(super) fn is_whole_in(&self, unit: usize, year: Year) -> bool {
        self.smaller_until
            .get(unit)
            .copied()
            .flatten()
            .is_none_or(|until| year > until)
    }

    /// The score of a unit in a year, from those of the 63 provinces.
    pub(super) fn score(&self, unit: usize, year: Year, scores: &[Option<Score>]) -> Option<Score> {
        let score_of = |member: &usize| scores.get(*member).and_then(Option::as_ref);
        match self.members(unit) {
            _ if !self.is_whole_in(unit, year) => None,
            [] => None,
            [only] => score_of(only).cloned(),
            several => {
                let weights = self.populations_in(year);
                let members: Vec<Member> = several
                    .iter()
                    .map(|member| Member {
                        score: score_of(member).map(|score| score.exact),
                        population: weights.and_then(|weights| weights.get(*member).copied().flatten()),
                    })
                    .collect();
                let mean = weighted_mean(&members)?;
                let mut sources = Vec::new();
                for source in several.iter().filter_map(score_of).flat_map(|score| &score.sources) {
                    if !sources.contains(source) {
                        sources.push(*source);
                    }
                }
                Some(Score {
                    exact: round_to(mean, 12),
                    shown: round_to(mean, COMPUTED_DECIMALS),
                    status: ObservationStatus::Estimated,
                    evidence: Evidence::Computed,
                    sources,
                })
            }
        }
    }

    /// The populations on record, oldest first.
    pub(super) fn populations(&self) -> &[Population] {
        &self.populations
    }

    fn populations_in(&self, year: Year) -> Option<&[Option<f64>]> {
        let weighing = weighing_year(&self.years, year)?;
        let place = self.years.iter().position(|known| *known == weighing)?;
        Some(&self.populations[place].thousands)
    }
}

/// The table of the 34 units in a year of the 63 provinces. It is one of estimates as a whole, and ranks nothing, also where only
/// units that were not merged have scores (SIPAS 2015).
pub(super) fn back_cast_table(units: &UnitLists, provinces: &Table, scores: &[Option<Score>]) -> Table {
    let list = units.of(Borders::Units34);
    let formation = units.formation();
    let of_members = |unit: usize| {
        formation
            .members(unit)
            .iter()
            .map(|member| provinces.cells[*member].membership)
    };
    let membership: Vec<Membership> = (0..list.provinces().len())
        .map(|unit| {
            if of_members(unit).any(|membership| membership == Membership::Withheld) {
                Membership::Withheld
            } else if of_members(unit).all(|membership| membership == Membership::Member) {
                Membership::Member
            } else {
                Membership::Outside
            }
        })
        .collect();
    let entries = (0..list.provinces().len())
        .map(|unit| Entry {
            score: formation.score(unit, provinces.year, scores),
            ..Entry::default()
        })
        .collect();
    let mut table = Table::assemble(
        list,
        provinces.year,
        provinces.scale,
        &membership,
        entries,
        Default::default(),
    );
    table.is_back_cast = true;
    table.estimated = true;
    table.ranks_on_record = 0;
    for cell in &mut table.cells {
        cell.rank = None;
        cell.region_rank = None;
    }
    table
}
