//! The table of one component and year: what is on record for each unit, and what may be derived from it. Ranks, medians
//! and everything else that speaks of the whole set exist only where the table is complete.

use std::collections::BTreeMap;

use vithe_shared::{
    Borders, RegionId, Year,
    analytics::rank::{competition_ranks, ranks_of_complete_table},
    api::{
        Availability, Evidence, ObservationStatus, Province, PublishedNational, RankBasis, Scale, Summary,
        regions::PublishedValues,
    },
};

use super::units::UnitList;

/// A source, by its position in the catalog's list.
pub(crate) type SourceIndex = usize;

/// Whether a unit belongs to the ranked set of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Membership {
    /// Ranked.
    Member,
    /// Withheld by the publisher: takes no part in n.
    Withheld,
    /// Not part of the set.
    #[default]
    Outside,
}

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
    /// A figure that the table does not show.
    pub(crate) has_other_figure: bool,
}

impl Entry {
    /// Whether anything is on record.
    pub(crate) fn has_figure(&self) -> bool {
        self.score.is_some()
            || self.score_disputed
            || self.rank.is_some()
            || self.region_rank.is_some()
            || self.group.is_some()
            || self.has_other_figure
    }
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
        let derived = ranks_of_complete_table(&scores);
        let complete = derived.is_some();

        let mut cells: Vec<Cell> = entries
            .into_iter()
            .zip(membership)
            .map(|(entry, membership)| Cell {
                membership: *membership,
                availability: availability(&entry, *membership),
                rank: entry.rank.map(published),
                region_rank: entry.region_rank.map(published),
                group: entry.group,
                score: entry.score,
            })
            .collect();

        for (unit, rank) in members.iter().zip(derived.into_iter().flatten()) {
            cells[*unit].rank.get_or_insert(Rank {
                rank,
                basis: RankBasis::Derived,
                source: None,
            });
        }
        if complete {
            for region in units.regions() {
                derive_region_ranks(units, &region.id, &mut cells);
            }
        }

        let count = |holds: fn(&Cell) -> bool| to_count(members.iter().filter(|unit| holds(&cells[**unit])).count());
        let known: Option<Vec<f64>> = scores.into_iter().collect();
        let mut best_first = known.clone().unwrap_or_default();
        best_first.sort_by(|left, right| right.total_cmp(left));
        Self {
            year,
            borders: units.borders(),
            scale,
            n: to_count(members.len()),
            scores_on_record: count(|cell| cell.score.is_some()),
            ranks_on_record: count(|cell| cell.rank.is_some()),
            published_ranks: count(|cell| cell.rank.is_some_and(|rank| rank.basis == RankBasis::Published)),
            complete,
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
        vithe_shared::analytics::statistics::median(&values?)
    }
}

fn published((rank, source): (u16, SourceIndex)) -> Rank {
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

/// Ranks the members of one region of a complete table.
fn derive_region_ranks(units: &UnitList, region: &RegionId, cells: &mut [Cell]) {
    let members: Vec<usize> = region_members(units, region, cells).collect();
    // Published ranks rest on decimals that are not printed, so they order a region better than the printed scores do;
    // they are used where they are on record for the whole region.
    let published: Option<Vec<f64>> = members
        .iter()
        .map(|unit| {
            cells[*unit]
                .rank
                .filter(|rank| rank.basis == RankBasis::Published)
                .map(|rank| -f64::from(rank.rank))
        })
        .collect();
    let scores = || -> Option<Vec<f64>> {
        members
            .iter()
            .map(|unit| cells[*unit].score.as_ref().map(|score| score.exact))
            .collect()
    };
    let Some(order) = published.or_else(scores) else {
        return;
    };
    for (unit, rank) in members.iter().zip(competition_ranks(&order)) {
        cells[*unit].region_rank.get_or_insert(Rank {
            rank,
            basis: RankBasis::Derived,
            source: None,
        });
    }
}

/// A number of units; lists have fewer than a hundred.
pub(crate) fn to_count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use vithe_shared::{
        api::{Province, Region, ScoreUnit},
        presentation::ShownDecimals,
    };

    use super::*;

    const SCALE: Scale = Scale {
        min: 0.0,
        max: 100.0,
        unit: ScoreUnit::Points,
        decimals: ShownDecimals { least: 2, most: 2 },
        cost: false,
    };
    const YEAR: Year = Year(2021);

    /// Units `a`, `b`, … in two regions: the first half in `north`, the rest in `south`.
    fn units(count: usize) -> UnitList {
        let province = |position: usize| Province {
            slug: format!("{}", char::from(b'a' + u8::try_from(position).unwrap()))
                .parse()
                .unwrap(),
            borders: Borders::Provinces63,
            name_vi: format!("{}", char::from(b'A' + u8::try_from(position).unwrap())),
            name_en: String::new(),
            aliases: Vec::new(),
            region: if position < count / 2 { "north" } else { "south" }.parse().unwrap(),
            code: String::new(),
            iso: None,
            municipality: false,
            first_year: None,
            last_year: None,
            successor: None,
            predecessors: Vec::new(),
            latitude: None,
            longitude: None,
        };
        let region = |id: &str| Region {
            id: id.parse().unwrap(),
            name_vi: String::new(),
            name_en: String::new(),
            short_vi: String::new(),
            short_en: String::new(),
        };
        UnitList::new(
            Borders::Provinces63,
            (0..count).map(province).collect(),
            vec![region("north"), region("south")],
        )
    }

    fn scored(score: Option<f64>) -> Entry {
        let score = score.map(|value| Score {
            exact: value,
            shown: value,
            status: ObservationStatus::Normal,
            evidence: Evidence::Printed,
            sources: vec![0],
        });
        Entry {
            score,
            ..Entry::default()
        }
    }

    fn assemble(entries: Vec<Entry>, membership: &[Membership]) -> Table {
        let units = units(entries.len());
        Table::assemble(&units, YEAR, SCALE, membership, entries, (None, BTreeMap::new()))
    }

    fn ranks(table: &Table) -> Vec<Option<u16>> {
        table.cells.iter().map(|cell| cell.rank.map(|rank| rank.rank)).collect()
    }

    #[test]
    fn a_complete_table_is_ranked_and_summed_up() {
        let entries = [60.0, 70.0, 60.0, 50.0].map(|score| scored(Some(score))).to_vec();
        let table = assemble(entries, &[Membership::Member; 4]);
        assert_eq!(ranks(&table), [Some(2), Some(1), Some(2), Some(4)]);
        assert_eq!(table.summary.unwrap().median, 60.0);
        let regional: Vec<u16> = table.cells.iter().map(|cell| cell.region_rank.unwrap().rank).collect();
        assert_eq!(regional, [2, 1, 1, 2]);
    }

    #[test]
    fn one_missing_score_makes_everything_that_speaks_of_the_whole_impossible() {
        let entries = [Some(60.0), None, Some(50.0), Some(40.0)].map(scored).to_vec();
        let table = assemble(entries, &[Membership::Member; 4]);
        assert_eq!((table.n, table.scores_on_record, table.complete), (4, 3, false));
        assert!(table.summary.is_none());
        assert!(
            table
                .cells
                .iter()
                .all(|cell| cell.rank.is_none() && cell.region_rank.is_none())
        );
    }

    #[test]
    fn a_withheld_unit_takes_no_part_in_n() {
        let entries = [Some(60.0), None, Some(50.0), Some(40.0)].map(scored).to_vec();
        let membership = [
            Membership::Member,
            Membership::Withheld,
            Membership::Member,
            Membership::Member,
        ];
        let table = assemble(entries, &membership);
        assert_eq!((table.n, table.complete), (3, true));
        assert_eq!(ranks(&table), [Some(1), None, Some(2), Some(3)]);
        assert_eq!(table.cells[1].availability, Availability::Withheld);
    }

    #[test]
    fn a_published_rank_stands_before_a_derived_one() {
        let mut entries = [60.0, 60.0, 50.0].map(|score| scored(Some(score))).to_vec();
        entries[1].rank = Some((2, 7));
        let table = assemble(entries, &[Membership::Member; 3]);
        assert_eq!(ranks(&table), [Some(1), Some(2), Some(3)]);
        assert_eq!(table.cells[1].rank.unwrap().basis, RankBasis::Published);
        assert_eq!(table.published_ranks, 1);
    }

    #[test]
    fn published_ranks_of_a_whole_region_order_it_where_printed_scores_tie() {
        let mut entries = [60.0, 60.0, 50.0, 40.0].map(|score| scored(Some(score))).to_vec();
        entries[0].rank = Some((2, 0));
        entries[1].rank = Some((1, 0));
        let table = assemble(entries, &[Membership::Member; 4]);
        let regional: Vec<u16> = table.cells.iter().map(|cell| cell.region_rank.unwrap().rank).collect();
        assert_eq!(regional, [2, 1, 1, 2]);
    }

    #[test]
    fn a_disputed_score_is_told_and_makes_the_table_incomplete() {
        let mut entries = [Some(60.0), None].map(scored).to_vec();
        entries[1].score_disputed = true;
        let table = assemble(entries, &[Membership::Member; 2]);
        assert_eq!(table.cells[1].availability, Availability::Disputed);
        assert!(!table.complete);
    }

    proptest! {
        #[test]
        fn ranks_are_derived_exactly_where_every_member_has_a_score(
            scores in proptest::collection::vec(proptest::option::weighted(0.9, 0_u8..50), 2..20),
        ) {
            let entries: Vec<Entry> = scores.iter().map(|score| scored(score.map(f64::from))).collect();
            let table = assemble(entries, &vec![Membership::Member; scores.len()]);
            let complete = scores.iter().all(Option::is_some);
            prop_assert_eq!(table.complete, complete);
            prop_assert!(table.cells.iter().all(|cell| cell.rank.is_some() == complete && cell.region_rank.is_some() == complete));
            for cell in &table.cells {
                if let (Some(national), Some(regional)) = (cell.rank, cell.region_rank) {
                    prop_assert!(regional.rank <= national.rank);
                }
            }
        }
    }
}
