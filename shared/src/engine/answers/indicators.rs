//! The indicators below the components: where a province stands on each, and the table of one.

use std::collections::BTreeSet;

use crate::{
    IndexId, RegionId, Year,
    analytics::{
        indicator::{distance, goodness, stands_out},
        rank::competition_ranks,
        rounding::round_to,
    },
    api::indicators::{
        BestInRegion, IndicatorRanking, IndicatorRankingRow, IndicatorRow, IndicatorStanding, IndicatorsAnswer,
    },
    dataset::Figure,
    domain::{IndicatorInfo, Membership, SourceInfo, Summary},
    engine::catalog::{Catalog, IndexCatalog, IndicatorCatalog, IndicatorTable, UnitList, to_count},
    query::{IndicatorRankingQuery, IndicatorsQuery},
    sorting::{gather, sort_by},
};

use super::{error::LookupError, row::shown_summary};

/// The indicators of an index in a year.
struct Level<'a> {
    index: &'a IndexCatalog,
    indicators: &'a IndicatorCatalog,
    units: &'a UnitList,
    year: Year,
}

impl<'a> Level<'a> {
    /// Those of an index; the newest year where none is named.
    fn of(catalog: &'a Catalog, index: IndexId, year: Option<Year>) -> Result<Self, LookupError> {
        let indicators = catalog.indicators(index)?;
        let index = catalog.index(index)?;
        let years = index.info().indicator_years();
        let missing = || LookupError::NoIndicators { index: index.id() };
        let (indicators, newest) = indicators.zip(years.last()).ok_or_else(missing)?;
        let year = year.unwrap_or(*newest);
        if !years.contains(&year) {
            return Err(LookupError::UnknownYear {
                of: None,
                year,
                allowed: years,
            });
        }
        Ok(Self {
            units: catalog.units(index.borders(year)),
            index,
            indicators,
            year,
        })
    }

    /// The units that the component of an indicator ranks.
    fn members(&self, indicator: &IndicatorInfo) -> Vec<usize> {
        let table = self.index.table(&indicator.component, self.year);
        let cells = table.map_or(&[][..], |table| &table.cells);
        let is_member = |unit: &usize| cells[*unit].membership == Membership::Member;
        (0..cells.len()).filter(is_member).collect()
    }

    /// The table of an indicator, and whether every member has a value: only then anything is derived from it.
    fn table(&self, indicator: &IndicatorInfo) -> Option<(IndicatorTable, bool)> {
        let table = self.indicators.table(&indicator.id, self.year)?;
        let is_complete = self.members(indicator).iter().all(|unit| table.of(*unit).is_some());
        Some((table, is_complete))
    }

    /// The documents behind some values, each once.
    fn sources(&self, figures: impl Iterator<Item = Figure>) -> Vec<SourceInfo> {
        let mut sources: Vec<SourceInfo> = Vec::new();
        for figure in figures {
            if let Some(source) = self.indicators.source(&figure)
                && !sources.iter().any(|known| known.id == source.id)
            {
                sources.push(source.clone());
            }
        }
        sources
    }

    /// Where a unit stands.
    fn standing(
        &self,
        indicator: &IndicatorInfo,
        table: &IndicatorTable,
        is_complete: bool,
        unit: usize,
    ) -> Option<IndicatorStanding> {
        let (figure, rank) = table.of(unit)?;
        let summary = is_complete.then_some(&table.summary);
        Some(IndicatorStanding {
            value: figure.value,
            rank: is_complete.then_some(rank),
            rank_n: to_count(table.figures.len()),
            tied: tied(table, rank),
            distance: summary.and_then(|summary| shown_distance(figure.value, summary, indicator)),
            stands_out: summary.and_then(|summary| stands_out(figure.value, summary, indicator.direction)),
            region_best: self.best_in_region(indicator, table, unit),
        })
    }

    /// The best value among the units of the region of a unit, itself included.
    fn best_in_region(&self, indicator: &IndicatorInfo, table: &IndicatorTable, unit: usize) -> BestInRegion {
        let provinces = self.units.provinces();
        let region = &provinces[unit].region;
        let of_region = table
            .figures
            .iter()
            .filter(|figure| &provinces[usize::from(figure.unit)].region == region);
        let mut best = BestInRegion {
            value: f64::NAN,
            provinces: Vec::new(),
        };
        for figure in of_region {
            let is_better = goodness(figure.value, indicator.direction) > goodness(best.value, indicator.direction);
            if best.provinces.is_empty() || is_better {
                best.value = figure.value;
                best.provinces.clear();
            }
            if figure.value == best.value {
                best.provinces.push(provinces[usize::from(figure.unit)].slug.clone());
            }
        }
        best
    }
}

/// How many others have the same rank.
fn tied(table: &IndicatorTable, rank: u16) -> u16 {
    to_count(table.ranks.iter().filter(|other| **other == rank).count() - 1)
}

fn shown_distance(value: f64, summary: &Summary, indicator: &IndicatorInfo) -> Option<f64> {
    distance(value, summary, indicator.direction).map(|distance| round_to(distance, 2))
}

/// The indicators of a component or of an index, with the standing of a province where one is named.
pub fn list_indicators(catalog: &Catalog, query: &IndicatorsQuery) -> Result<IndicatorsAnswer, LookupError> {
    let level = Level::of(catalog, query.index, query.year)?;
    let unit = query
        .province
        .as_ref()
        .map(|slug| {
            let position = level.units.position(slug);
            position.ok_or_else(|| LookupError::unknown_province(level.units, slug.as_str()))
        })
        .transpose()?;
    if let Some(component) = &query.component
        && level.index.component(component).is_none()
    {
        return Err(LookupError::unknown_component(level.index, component));
    }
    let mut rows = Vec::new();
    let mut used = Vec::new();
    for indicator in level.indicators.indicators() {
        let is_asked = query
            .component
            .as_ref()
            .is_none_or(|asked| asked == &indicator.component);
        let Some((table, is_complete)) = is_asked.then(|| level.table(indicator)).flatten() else {
            continue;
        };
        let standing = unit.and_then(|unit| level.standing(indicator, &table, is_complete, unit));
        used.extend(table.figures.first().copied());
        rows.push(IndicatorRow {
            indicator: indicator.clone(),
            n: to_count(table.figures.len()),
            summary: is_complete.then(|| shown_summary(&table.summary, false)),
            standing,
            source_id: table
                .figures
                .first()
                .and_then(|figure| Some(level.indicators.source(figure)?.id.clone())),
        });
    }
    if unit.is_some() {
        let distance = |row: &IndicatorRow| row.standing.as_ref().and_then(|standing| standing.distance);
        sort_by(&mut rows, |left, right| {
            let (left, right) = (distance(left), distance(right));
            let end = |distance: Option<f64>| distance.unwrap_or(f64::INFINITY);
            end(left).total_cmp(&end(right))
        });
    }
    Ok(IndicatorsAnswer {
        index: query.index,
        component: query.component.clone(),
        year: level.year,
        years: level.index.info().indicator_years(),
        borders: level.units.borders(),
        province: query.province.clone(),
        rows,
        sources: level.sources(used.into_iter()),
        revision: catalog.revision().to_owned(),
    })
}

/// The table of one indicator.
pub fn find_indicator_ranking(
    catalog: &Catalog,
    query: &IndicatorRankingQuery,
) -> Result<IndicatorRanking, LookupError> {
    let level = Level::of(catalog, query.index, query.year)?;
    if let Some(region) = &query.region
        && level.units.region(region).is_none()
    {
        return Err(LookupError::unknown_region(level.units, region));
    }
    let found = level.indicators.indicator(&query.indicator);
    let indicator = found.ok_or_else(|| unknown_indicator(&level, query))?;
    let (table, is_complete) = level.table(indicator).ok_or_else(|| LookupError::UnknownYear {
        of: Some((query.index, indicator.component.clone())),
        year: level.year,
        allowed: level.indicators.years(&indicator.id),
    })?;
    let members = level.members(indicator);
    let mut rows: Vec<IndicatorRankingRow> = members
        .iter()
        .map(|unit| ranking_row(&level, indicator, &table, is_complete, *unit))
        .collect();
    add_regional_ranks(&mut rows, indicator);
    rows.retain(|row| query.region.as_ref().is_none_or(|region| &row.region == region));
    sort_by(&mut rows, |left, right| {
        let place = |row: &IndicatorRankingRow| row.value.map(|value| goodness(value, indicator.direction));
        let end = |place: Option<f64>| place.unwrap_or(f64::NEG_INFINITY);
        end(place(right)).total_cmp(&end(place(left)))
    });
    Ok(IndicatorRanking {
        index: query.index,
        indicator: indicator.clone(),
        year: level.year,
        years: level.indicators.years(&indicator.id),
        borders: level.units.borders(),
        region: query.region.clone(),
        n: to_count(members.len()),
        on_record: to_count(table.figures.len()),
        summary: is_complete.then(|| shown_summary(&table.summary, false)),
        sources: level.sources(table.figures.iter().copied()),
        rows,
        revision: catalog.revision().to_owned(),
    })
}

fn unknown_indicator(level: &Level<'_>, query: &IndicatorRankingQuery) -> LookupError {
    let all = level.indicators.indicators();
    let named = query.indicator.as_str().split('.').next().unwrap_or_default();
    let mut allowed: Vec<_> = all.iter().filter(|known| known.component.as_str() == named).collect();
    if allowed.is_empty() {
        allowed = all.iter().collect();
    }
    LookupError::UnknownIndicator {
        index: query.index,
        indicator: query.indicator.clone(),
        allowed: allowed.into_iter().map(|known| known.id.clone()).collect(),
    }
}

fn ranking_row(
    level: &Level<'_>,
    indicator: &IndicatorInfo,
    table: &IndicatorTable,
    is_complete: bool,
    unit: usize,
) -> IndicatorRankingRow {
    let province = &level.units.provinces()[unit];
    let found = table.of(unit);
    let value = found.map(|(figure, _)| figure.value);
    let rank = found.map(|(_, rank)| rank).filter(|_| is_complete);
    IndicatorRankingRow {
        province: province.slug.clone(),
        name_vi: province.name_vi.clone(),
        name_en: province.name_en.clone(),
        region: province.region.clone(),
        value,
        rank,
        rank_n: rank.map(|_| to_count(table.figures.len())),
        tied: rank.map_or(0, |rank| tied(table, rank)),
        region_rank: None,
        region_n: None,
        distance: value
            .filter(|_| is_complete)
            .and_then(|value| shown_distance(value, &table.summary, indicator)),
        stands_out: value
            .filter(|_| is_complete)
            .and_then(|value| stands_out(value, &table.summary, indicator.direction)),
    }
}

/// Ranks the units of each region, where all of them are ranked.
fn add_regional_ranks(rows: &mut [IndicatorRankingRow], indicator: &IndicatorInfo) {
    let regions: BTreeSet<RegionId> = gather(rows.iter().map(|row| row.region.clone()));
    for region in regions {
        let of_region: Vec<usize> = (0..rows.len()).filter(|place| rows[*place].region == region).collect();
        let values: Option<Vec<f64>> = of_region
            .iter()
            .map(|place| {
                let row = &rows[*place];
                row.rank
                    .and(row.value)
                    .map(|value| goodness(value, indicator.direction))
            })
            .collect();
        let Some(values) = values else { continue };
        for (place, rank) in of_region.iter().zip(competition_ranks(&values)) {
            rows[*place].region_rank = Some(rank);
            rows[*place].region_n = Some(to_count(of_region.len()));
        }
    }
}
