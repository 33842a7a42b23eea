//! Components that fall year after year, and what they cost.

use std::cmp::Reverse;

use crate::{
    ComponentId, Year,
    analytics::{
        decline::{Streak, YearScore, places_lost, streak_ending_in},
        rank::places_won,
        rounding::{DIFFERENCE_DECIMALS, round_to},
    },
    api::declines::{DeclineRow, DeclinesAnswer},
    domain::Comparability,
    engine::catalog::{Catalog, IndexCatalog, UnitList},
    query::DeclinesQuery,
    sorting::sort_by,
};

use super::error::{LookupError, missing_year, units_asked};

mod span;

/// Lists the runs of falls, or what fell over a span of years.
pub fn list_declines(catalog: &Catalog, query: &DeclinesQuery) -> Result<DeclinesAnswer, LookupError> {
    let index = catalog.index(query.index)?;
    let total = ComponentId::overall();
    let units = units_asked(catalog, index, &total, query.borders, query.until);
    let only = match &query.province {
        None => None,
        Some(province) => Some(
            units
                .position(province)
                .ok_or_else(|| LookupError::unknown_province(units, province.as_str()))?,
        ),
    };
    if let Some(region) = &query.region
        && units.region(region).is_none()
    {
        return Err(LookupError::unknown_region(units, region));
    }
    let years: Vec<Year> = index
        .info()
        .years
        .iter()
        .copied()
        .filter(|year| index.borders(*year) == units.borders())
        .filter(|year| {
            index
                .parts(&total, *year)
                .iter()
                .any(|part| index.years(part).any(|known| known == *year))
        })
        .collect();
    let unknown_year = |year: Year| missing_year(index, &total, units, year, &years);
    let until = match query.until {
        Some(year) if years.contains(&year) => year,
        Some(year) => return Err(unknown_year(year)),
        None => {
            let of_all = newest_complete_year(index, &years)
                .or(years.last().copied())
                .ok_or(LookupError::NoComponents { index: index.id() })?;
            // A province that is asked for by itself may have newer components of its own.
            let has_own = |year: &Year| *year > of_all && only.is_some_and(|unit| has_all_parts(index, *year, unit));
            years.iter().rev().copied().find(has_own).unwrap_or(of_all)
        }
    };

    let asked = |unit: usize| {
        let region = &units.provinces()[unit].region;
        only.is_none_or(|only| only == unit) && query.region.as_ref().is_none_or(|wanted| wanted == region)
    };
    let asked: Vec<usize> = (0..units.provinces().len()).filter(|unit| asked(*unit)).collect();
    let components: Vec<&ComponentId> = index
        .components_in(until)
        .into_iter()
        .filter(|component| !component.is_overall())
        .filter(|component| index.span(component, until).is_some_and(|span| span.parent.is_some()))
        .collect();
    let span = match query.from {
        None => None,
        Some(from) if years.contains(&from) && from < until => Some(span::falls(index, units, &asked, (from, until))),
        Some(from) => return Err(unknown_year(from)),
    };
    let (comparability, reason, rows) = span.unwrap_or_else(|| {
        let mut rows = Vec::new();
        for unit in asked {
            for component in &components {
                if let Some(streak) = streak(index, component, until, unit)
                    && streak.falls >= query.streak.0
                {
                    rows.push(row(index, units, component, unit, &streak));
                }
            }
        }
        (Comparability::Comparable, None, in_groups(index, until, rows))
    });
    let parts = index.parts(&total, until);
    let on_record = (0..units.provinces().len())
        .filter(|unit| has_all_parts(index, until, *unit))
        .count();
    let year_before = years.iter().rev().copied().find(|year| *year < until);
    let with_runs = year_before.map_or(0, |before| {
        let has_both = |unit: &usize| has_all_parts(index, until, *unit) && has_all_parts(index, before, *unit);
        (0..units.provinces().len()).filter(has_both).count()
    });
    Ok(DeclinesAnswer {
        index: index.id(),
        borders: units.borders(),
        until,
        streak: query.streak.0,
        provinces_on_record: u16::try_from(on_record).unwrap_or(u16::MAX),
        provinces_with_runs: u16::try_from(with_runs).unwrap_or(u16::MAX),
        n: parts
            .first()
            .and_then(|part| index.table(part, until))
            .map_or(0, |table| table.n),
        from: query.from,
        comparability,
        reason,
        span_from: span::opens_from(index, &years, until),
        years,
        rows,
        revision: catalog.revision().to_owned(),
    })
}

/// Longest and costliest first. Where a component and parts of it fall, they are one group: the parts follow the component,
/// whose loss is theirs together.
fn in_groups(index: &IndexCatalog, until: Year, mut rows: Vec<DeclineRow>) -> Vec<DeclineRow> {
    for place in 0..rows.len() {
        let row = &rows[place];
        let above = index
            .span(&row.component, until)
            .and_then(|span| span.parent.clone())
            .filter(|parent| {
                rows.iter()
                    .any(|other| other.province == row.province && other.component == *parent)
            });
        rows[place].part_of = above;
    }
    let cost = |row: &DeclineRow| row.cost_in_total.unwrap_or(0.0);
    sort_by(&mut rows, |left, right| {
        Reverse(left.years)
            .cmp(&Reverse(right.years))
            .then_with(|| cost(right).total_cmp(&cost(left)))
    });
    let (parts, heads): (Vec<DeclineRow>, Vec<DeclineRow>) = rows.into_iter().partition(|row| row.part_of.is_some());
    let mut parts: Vec<Option<DeclineRow>> = parts.into_iter().map(Some).collect();
    let mut grouped = Vec::new();
    for head in heads {
        let is_part =
            |row: &mut DeclineRow| row.province == head.province && row.part_of.as_ref() == Some(&head.component);
        let own: Vec<DeclineRow> = parts.iter_mut().filter_map(|part| part.take_if(is_part)).collect();
        grouped.push(head);
        grouped.extend(own);
    }
    grouped
}

/// The newest year in which every part of the total has a complete table.
fn newest_complete_year(index: &IndexCatalog, years: &[Year]) -> Option<Year> {
    let total = ComponentId::overall();
    years
        .iter()
        .rev()
        .copied()
        .find(|year| index.has_complete_parts(&total, *year))
}

fn has_all_parts(index: &IndexCatalog, year: Year, unit: usize) -> bool {
    let parts = index.parts(&ComponentId::overall(), year);
    !parts.is_empty()
        && parts.iter().all(|part| {
            index
                .table(part, year)
                .is_some_and(|table| table.cells[unit].score.is_some())
        })
}

fn streak(index: &IndexCatalog, component: &ComponentId, until: Year, unit: usize) -> Option<Streak> {
    // On the scores as they are answered: a fall that no reader can see in the figures is none.
    let list = index.borders(until);
    let history: Vec<YearScore> = index
        .tables_of(component, list)
        .into_iter()
        .filter_map(|table| {
            Some(YearScore {
                year: table.year,
                score: table.cells[unit].score.as_ref()?.shown,
            })
        })
        .collect();
    let years = index.years_of(component, list);
    streak_ending_in(&history, &years, until, |from, to| {
        index.comparability(component, from, to)
    })
}

fn row(index: &IndexCatalog, units: &UnitList, component: &ComponentId, unit: usize, streak: &Streak) -> DeclineRow {
    let province = &units.provinces()[unit];
    let (from_year, until) = (streak.start.year, streak.end.year);
    let name = index.component(component).and_then(|info| info.name_in(until));
    let name_of = |pick: fn(&crate::domain::ComponentName) -> &String| {
        name.map_or_else(|| component.to_string(), |name| pick(name).clone())
    };
    let ends = index.table(component, from_year).zip(index.table(component, until));
    let median_change = ends.and_then(|(before, after)| {
        Some(round_to(
            after.summary?.median - before.summary?.median,
            DIFFERENCE_DECIMALS,
        ))
    });
    let rank_lost = ends.and_then(|(before, after)| {
        let (before, after) = before.cells[unit].rank.zip(after.cells[unit].rank)?;
        Some(-places_won(before.rank, after.rank))
    });
    let cost_in_total = index
        .total_weight(component, until)
        .map(|weight| round_to(-weight * streak.change(), DIFFERENCE_DECIMALS));
    DeclineRow {
        province: province.slug.clone(),
        name_vi: province.name_vi.clone(),
        name_en: province.name_en.clone(),
        region: province.region.clone(),
        index: index.id(),
        component: component.clone(),
        component_name_vi: name_of(|name| &name.name_vi),
        component_name_en: name_of(|name| &name.name_en),
        part_of: None,
        years: streak.falls,
        from_year,
        until,
        total_change: streak.change(),
        median_change,
        distance_change: median_change.map(|median| round_to(streak.change() - median, DIFFERENCE_DECIMALS)),
        rank_lost,
        latest_score: round_to(streak.end.score, DIFFERENCE_DECIMALS),
        cost_in_total,
        cost_in_places: cost_in_total.and_then(|points| cost_in_places(index, until, unit, points)),
        scores: index
            .tables_of(component, units.borders())
            .into_iter()
            .filter(|table| from_year <= table.year && table.year <= until)
            .filter_map(|table| Some(table.cells[unit].score.as_ref()?.shown))
            .collect(),
    }
}

/// Places in the total's table, where it is complete.
fn cost_in_places(index: &IndexCatalog, year: Year, unit: usize, points: f64) -> Option<u16> {
    let table = index
        .table(&ComponentId::overall(), year)
        .filter(|table| table.complete)?;
    let own = table.cells[unit].score.as_ref()?.exact;
    Some(places_lost(own, points, &table.best_first))
}
