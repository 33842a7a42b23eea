//! The figures on record that a claim is held against.

use super::super::{claim::decimals, explanation::Gap};
use crate::{
    ComponentId, Year,
    domain::{Availability, Evidence, Measure, Membership, ObservationStatus, RankBasis, SourceGrade, SourceInfo},
    engine::catalog::{Catalog, Cell, IndexCatalog, SourceIndex, Table, UnitList},
};

/// The most decimals that a figure is printed with in a text.
const PRINTED_DECIMALS: u8 = 2;

/// Whom a claim is about, and where it is looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subjects<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) index: &'a IndexCatalog,
    pub(super) units: &'a UnitList,
    pub(super) component: &'a ComponentId,
    pub(super) unit: usize,
}

/// A score on record.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) exact: f64,
    pub(super) shown: f64,
    /// Half a unit of the last digit that its source prints.
    pub(super) margin: f64,
    pub(super) estimated: bool,
    /// Whether only the article says so.
    pub(super) from_article: bool,
    pub(super) source: Option<SourceInfo>,
}

/// A rank on record.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) rank: u16,
    pub(super) n: u16,
    /// The last rank that units with the same printed score share.
    pub(super) last_tied: u16,
    /// The first of them.
    pub(super) first_tied: u16,
    pub(super) from_article: bool,
    pub(super) source: Option<SourceInfo>,
}

impl<'a> Subjects<'a> {
    /// The table of a year, and the unit's line in it.
    pub(super) fn line(&self, year: Year) -> Result<(&'a Table, &'a Cell), Gap> {
        if self.index.component(self.component).is_none() {
            return Err(Gap::UnknownComponent);
        }
        let table = self.index.table(self.component, year).ok_or(Gap::UnknownYear(year))?;
        // A year of the other list of units has other positions.
        if table.borders != self.units.borders() {
            return Err(Gap::OtherUnits(year));
        }
        let cell = table.cells.get(self.unit).ok_or(Gap::UnknownProvince)?;
        Ok((table, cell))
    }

    /// The score of a year.
    pub(super) fn level(&self, year: Year) -> Result<Level, Gap> {
        let (table, cell) = self.line(year)?;
        let Some(score) = &cell.score else {
            return Err(match cell.availability {
                Availability::Withheld => Gap::Withheld(year),
                Availability::Disputed => Gap::Disputed(year),
                Availability::OnRecord | Availability::NotOnRecord => Gap::NotOnRecord(year),
            });
        };
        let printed = match score.evidence {
            Evidence::Computed => PRINTED_DECIMALS,
            _ => printed_decimals(table, score.exact, &score.sources),
        };
        Ok(Level {
            exact: score.exact,
            shown: score.shown,
            margin: super::half_unit(printed),
            estimated: score.status == ObservationStatus::Estimated,
            from_article: self.is_from_article(year, Measure::Score),
            source: match score.sources.as_slice() {
                [only] => Some(self.index.source(*only).clone()),
                _ => None,
            },
        })
    }

    /// The score of a year alone.
    pub(super) fn exact(&self, year: Year) -> Option<f64> {
        let (_, cell) = self.line(year).ok()?;
        Some(cell.score.as_ref()?.exact)
    }

    /// The rank of a year, without where it comes from.
    pub(super) fn place_of(&self, year: Year, regional: bool) -> Option<f64> {
        let (_, cell) = self.line(year).ok()?;
        let rank = if regional { cell.region_rank } else { cell.rank };
        Some(f64::from(rank?.rank))
    }

    /// The rank of a year, among all or within the region.
    pub(super) fn rank(&self, year: Year, regional: bool) -> Result<Place, Gap> {
        let (table, cell) = self.line(year)?;
        let rank = if regional { cell.region_rank } else { cell.rank };
        let Some(rank) = rank else {
            return Err(match cell.membership {
                Membership::Withheld => Gap::Withheld(year),
                Membership::Outside | Membership::Member if regional && cell.rank.is_some() => {
                    Gap::NoRegionalRank(year)
                }
                Membership::Outside | Membership::Member => Gap::NotRanked(year),
            });
        };
        let n = if regional {
            let province = &self.units.provinces()[self.unit];
            table.region_n(self.units, &province.region)
        } else {
            table.n
        };
        let measure = if regional { Measure::RegionalRank } else { Measure::Rank };
        let tied = if rank.basis == RankBasis::Derived && !regional {
            tied(table, cell)
        } else {
            (0, 0)
        };
        Ok(Place {
            rank: rank.rank,
            n,
            first_tied: rank.rank - tied.0.min(rank.rank - 1),
            last_tied: rank.rank + tied.1,
            from_article: self.is_from_article(year, measure),
            source: (rank.source)
                .or_else(|| match cell.score.as_ref()?.sources.as_slice() {
                    [only] => Some(*only),
                    _ => None,
                })
                .map(|source| self.index.source(source).clone()),
        })
    }

    /// Whether a figure is one that only the article says, or that was worked out from what it says.
    fn is_from_article(&self, year: Year, measure: Measure) -> bool {
        let columns = self.index.on_record(self.component, year).iter();
        let figures = columns
            .filter(|(of, _)| *of == measure)
            .flat_map(|(_, figures)| figures);
        let own = figures.filter(|figure| usize::from(figure.unit) == self.unit);
        own.into_iter().any(|figure| {
            let is_worked_out = figure.evidence == Evidence::Derived
                && figure.status == ObservationStatus::Estimated
                && self.index.source(usize::from(figure.source)).grade == SourceGrade::Press;
            figure.evidence == Evidence::Article || is_worked_out
        })
    }
}

/// How many places up and down units with the same printed score lie.
fn tied(table: &Table, cell: &Cell) -> (u16, u16) {
    let Some((score, rank)) = cell.score.as_ref().zip(cell.rank) else {
        return (0, 0);
    };
    let same = table
        .cells
        .iter()
        .filter(|other| other.score.as_ref().is_some_and(|other| other.shown == score.shown));
    let ranks = same.clone().filter_map(|other| other.rank).map(|other| other.rank);
    let count = u16::try_from(same.count()).unwrap_or(1);
    let first = ranks.min().unwrap_or(rank.rank);
    (
        rank.rank - first.min(rank.rank),
        (first + count - 1).saturating_sub(rank.rank),
    )
}

/// The decimals that the source of a score prints: figures drop trailing zeros, so the longest of them tells.
fn printed_decimals(table: &Table, exact: f64, sources: &[SourceIndex]) -> u8 {
    let scores = table.cells.iter().filter_map(|cell| cell.score.as_ref());
    // A complete table is one publication, whoever repeats a line of it.
    let of_source = scores.filter(|score| table.complete || score.sources == sources);
    let longest = of_source.map(|score| decimals(score.exact)).max();
    longest.unwrap_or_else(|| decimals(exact)).min(PRINTED_DECIMALS)
}
