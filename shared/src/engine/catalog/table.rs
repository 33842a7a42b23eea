//! The table of one component and year: what is on record for each unit, and what may be derived from it. Ranks, medians
//! and everything else that speaks of the whole set exist only where the table is complete.

use std::collections::BTreeMap;

use crate::{
    Borders, RegionId, Year,
    analytics::rank::ranks_of_complete_table,
    domain::{
        Availability, Evidence, Membership, ObservationStatus, Province, PublishedNational, PublishedValues, RankBasis,
        Scale, Summary,
    },
    sorting::sort_by,
};

use super::units::UnitList;

/// A source, by its position in the list of its index.
pub type SourceIndex = usize;

/// A score on record, or computed from scores on record.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The value, unrounded.
    pub exact: f64,
    /// The value as it is sent: computed ones have four decimals.
    pub shown: f64,
    /// Status.
    pub status: ObservationStatus,
    /// How it is known.
    pub evidence: Evidence,
    /// Where it comes from; all sources of the parts for a computed score.
    pub(crate) sources: Vec<SourceIndex>,
}

/// A rank with its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The rank, 1 is best.
    pub rank: u16,
    /// Where it comes from.
    pub basis: RankBasis,
    /// The source of a published rank.
    pub(crate) source: Option<SourceIndex>,
}

/// What the sources say about one unit, before anything is derived.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) score: Option<Score>,
    /// Two sources differ on the score and none is preferred.
    pub(crate) score_disputed: bool,
    pub(crate) rank: Option<(u16, SourceIndex)>,
    pub(crate) region_rank: Option<(u16, SourceIndex)>,
    pub(crate) group: Option<u8>,
}

/// What is known of one unit.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Whether it belongs to the ranked set.
    pub membership: Membership,
    /// The score.
    pub score: Option<Score>,
    /// Whether the score is on record, and if not, why.
    pub availability: Availability,
    /// The national rank.
    pub rank: Option<Rank>,
    /// The rank within the region.
    pub region_rank: Option<Rank>,
    /// The publisher's group or tier.
    pub group: Option<u8>,
}

impl Cell {
    /// Whether there is any figure a change can be told from.
    pub fn has_figure(&self) -> bool {
        self.score.is_some() || self.rank.is_some()
    }

    /// Whether the unit has a line in the table.
    pub fn is_shown(&self) -> bool {
        self.membership != Membership::Outside || self.has_figure() || self.availability == Availability::Disputed
    }
}

/// The table of one component and year.
#[derive(Clone, Debug)]
pub struct Table {
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// The scale of the component in that year.
    pub scale: Scale,
    /// Whether it is of the 34 units in a year of the 63 provinces: estimates from those that the units were formed of.
    pub is_back_cast: bool,
    /// By position of the unit in its list.
    pub cells: Vec<Cell>,
    /// Units in the ranked set.
    pub n: u16,
    /// Members with a score.
    pub scores_on_record: u16,
    /// Members with a rank.
    pub ranks_on_record: u16,
    /// Members with a published rank.
    pub published_ranks: u16,
    /// Whether every member has a score.
    pub complete: bool,
    /// Whether the score of a member is estimated, or the table is a back-cast. Estimates are compared, but not ranked.
    pub estimated: bool,
    /// The scores of all members, best first, where complete.
    pub best_first: Vec<f64>,
    /// Summary over all members, where complete.
    pub summary: Option<Summary>,
    /// What the publisher printed for the country.
    pub published_national: Option<PublishedNational>,
    /// What the publisher printed for regions; those without anything are left out.
    pub published_regions: BTreeMap<RegionId, PublishedValues>,
}

impl Table {
    /// Puts the sources' entries in order and derives what may be derived.
    pub(crate) fn assemble(
        units: &UnitList,
        year: Year,
        scale: Scale,
        membership: &[Membership],
        entries: Vec<Entry>,
        (published_national, published_regions): (Option<PublishedNational>, BTreeMap<RegionId, PublishedValues>),
    ) -> Self {
        let members: Vec<usize> = (0..entries.len())
            .filter(|unit| membership[*unit] == Membership::Member)
            .collect();
        let scores: Vec<Option<f64>> = members
            .iter()
            .map(|unit| entries[*unit].score.as_ref().map(|score| score.exact))
            .collect();
        let published: Vec<Option<u16>> = members
            .iter()
            .map(|unit| entries[*unit].rank.map(|(rank, _)| rank))
            .collect();
        let is_estimated = |unit: &usize| {
            let score = entries[*unit].score.as_ref();
            score.is_some_and(|score| score.status == ObservationStatus::Estimated)
        };
        let estimated = members.iter().any(is_estimated);
        let derived = ranks_of_complete_table(&scores, &published);
        let complete = derived.is_some();
        let derived = derived.filter(|_| !estimated);

        let mut cells: Vec<Cell> = entries
            .into_iter()
            .zip(membership)
            .map(|(entry, membership)| Cell {
                membership: *membership,
                availability: availability(&entry, *membership),
                rank: entry.rank.map(published_rank),
                region_rank: entry.region_rank.map(published_rank),
                group: entry.group,
                score: entry.score,
            })
            .collect();

        for (unit, rank) in members.iter().zip(derived.iter().flatten().copied()) {
            cells[*unit].rank.get_or_insert(Rank {
                rank,
                basis: RankBasis::Derived,
                source: None,
            });
        }
        if derived.is_some() {
            for region in units.regions() {
                derive_region_ranks(units, &region.id, &mut cells);
            }
        }

        let count = |holds: fn(&Cell) -> bool| to_count(members.iter().filter(|unit| holds(&cells[**unit])).count());
        let known: Option<Vec<f64>> = scores.into_iter().collect();
        let mut best_first = known.clone().unwrap_or_default();
        sort_by(&mut best_first, |left, right| right.total_cmp(left));
        Self {
            year,
            borders: units.borders(),
            scale,
            is_back_cast: false,
            n: to_count(members.len()),
            scores_on_record: count(|cell| cell.score.is_some()),
            ranks_on_record: count(|cell| cell.rank.is_some()),
            published_ranks: count(|cell| cell.rank.is_some_and(|rank| rank.basis == RankBasis::Published)),
            complete,
            estimated,
            best_first,
            summary: known.and_then(|values| Summary::of(&values)),
            published_national,
            published_regions,
            cells,
        }
    }

    /// The members that have a score, by position in the list of units, with that score.
    pub fn member_scores(&self) -> impl Iterator<Item = (usize, f64)> {
        self.cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| cell.membership == Membership::Member)
            .filter_map(|(unit, cell)| Some((unit, cell.score.as_ref()?.exact)))
    }

    /// The members of a region.
    pub fn region_members<'a>(&'a self, units: &'a UnitList, region: &'a RegionId) -> impl Iterator<Item = usize> + 'a {
        region_members(units, region, &self.cells)
    }

    /// How many units of a region are ranked.
    pub fn region_n(&self, units: &UnitList, region: &RegionId) -> u16 {
        to_count(self.region_members(units, region).count())
    }

    /// Whether a figure of its region has to take a unit into account: it existed in the year, and the publisher does not
    /// withhold it. Two pilot provinces are not their region.
    pub fn is_expected(&self, unit: usize, province: &Province) -> bool {
        self.cells[unit].membership != Membership::Withheld && province.existed_in(self.year)
    }

    /// The median over all provinces of a region, save withheld ones, where the table is complete.
    pub fn region_median(&self, units: &UnitList, region: &RegionId) -> Option<f64> {
        if !self.complete {
            return None;
        }
        let values: Option<Vec<f64>> = units
            .provinces()
            .iter()
            .enumerate()
            .filter(|(unit, province)| &province.region == region && self.is_expected(*unit, province))
            .map(|(unit, _)| self.cells[unit].score.as_ref().map(|score| score.exact))
            .collect();
        crate::analytics::statistics::median(&values?)
    }
}

fn published_rank((rank, source): (u16, SourceIndex)) -> Rank {
    Rank {
        rank,
        basis: RankBasis::Published,
        source: Some(source),
    }
}

fn availability(entry: &Entry, membership: Membership) -> Availability {
    if entry.score.is_some() {
        Availability::OnRecord
    } else if entry.score_disputed {
        Availability::Disputed
    } else if membership == Membership::Withheld {
        Availability::Withheld
    } else {
        Availability::NotOnRecord
    }
}

fn region_members<'a>(
    units: &'a UnitList,
    region: &'a RegionId,
    cells: &'a [Cell],
) -> impl Iterator<Item = usize> + 'a {
    units
        .provinces()
        .iter()
        .enumerate()
        .filter(move |(unit, province)| &province.region == region && cells[*unit].membership == Membership::Member)
        .map(|(unit, _)| unit)
}

/// Ranks the members of one region of a complete table, in the order of their ranks in the country: published ones rest on
/// decimals that are not printed, so they order a region better than the printed scores do.
fn derive_region_ranks(units: &UnitList, region: &RegionId, cells: &mut [Cell]) {
    let members: Vec<usize> = region_members(units, region, cells).collect();
    let order: Vec<Option<f64>> = members
        .iter()
        .map(|unit| cells[*unit].rank.map(|rank| -f64::from(rank.rank)))
        .collect();
    let published: Vec<Option<u16>> = members
        .iter()
        .map(|unit| cells[*unit].region_rank.map(|rank| rank.rank))
        .collect();
    let derived = ranks_of_complete_table(&order, &published);
    for (unit, rank) in members.iter().zip(derived.into_iter().flatten()) {
        cells[*unit].region_rank.get_or_insert(Rank {
            rank,
            basis: RankBasis::Derived,
            source: None,
        });
    }
}

/// The year a set of tables opens on: the newest complete one without estimates; where there is none, the one with most
/// published ranks, then with most scores, then the newest.
pub fn opening_year<'a>(tables: impl Iterator<Item = &'a Table>) -> Option<Year> {
    tables
        .max_by_key(|table| {
            // A pilot in a few provinces is complete in itself, but no picture of the country.
            let is_national = usize::from(table.n) * 2 >= table.cells.len();
            if table.complete && is_national && !table.estimated {
                (true, u16::MAX, u16::MAX, table.year)
            } else {
                (false, table.published_ranks, table.scores_on_record, table.year)
            }
        })
        .map(|table| table.year)
}

/// A number of units; lists have fewer than a hundred.
pub(crate) fn to_count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
