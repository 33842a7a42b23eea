//! One province on all four indices, each with its components.

use std::collections::BTreeSet;

use crate::{
    Borders, ComponentId, ProvinceSlug, Year,
    api::{BestValue, ComponentProfile, IndexProfile, Profile, RankingRow},
    domain::{IntervalKind, Membership, Province, Reason, SourceGrade, SourceInfo},
    engine::catalog::{Catalog, IndexCatalog, Table, UnitList},
    query::{IntervalChoice, ProfileQuery},
    sorting::{gather, sort_by},
};

use super::{
    error::LookupError,
    interval::{IntervalFault, interval_kinds, table_intervals},
    row::{empty_row, row, shown_value, sources},
    strengths::{Standouts, standouts},
};

/// The profile of a province in a year.
pub fn find_profile(catalog: &Catalog, province: &ProvinceSlug, query: &ProfileQuery) -> Result<Profile, LookupError> {
    let units = catalog.units(query.borders.unwrap_or(Borders::Provinces63));
    let unit = units
        .position(province)
        .ok_or_else(|| LookupError::unknown_province(units, province.as_str()))?;
    let province = &units.provinces()[unit];

    let all = catalog.indices()?;
    let years = years_of(&all, units, unit);
    let unknown_year = |year: Year| LookupError::UnknownYear {
        of: None,
        year,
        allowed: years.clone(),
    };
    let newest_anywhere = all.iter().filter_map(|index| index.info().years.last()).max();
    let year = match query.year.or(years.last().copied()) {
        Some(year) if Some(&year) <= newest_anywhere => year,
        Some(year) => return Err(unknown_year(year)),
        None => return Err(unknown_year(Year(0))),
    };
    let mut indices: Vec<IndexProfile> = all
        .into_iter()
        .filter_map(|index| index_profile(catalog, index, units, unit, year))
        .collect();
    if indices.is_empty() {
        return Err(unknown_year(year));
    }
    let interval_sources = match query.interval {
        Some(choice) => add_intervals(catalog, &mut indices, (units.borders(), unit), choice)?,
        None => Vec::new(),
    };

    let successor = province
        .successor
        .as_ref()
        .and_then(|successor| catalog.units(Borders::Units34).province(successor))
        .cloned();
    let region = units.region(&province.region);
    let used = indices
        .iter()
        .filter_map(|profile| Some((profile, catalog.index(profile.index).ok()?)));
    let used = used.flat_map(|(profile, index)| {
        std::iter::once(&profile.overall)
            .chain(&profile.components)
            .filter_map(move |component| {
                let table = index.table_told(&component.component, profile.year, units.borders())?;
                Some((index, table, unit))
            })
    });
    Ok(Profile {
        province: province.clone(),
        region_name_vi: region.map_or_else(String::new, |region| region.name_vi.clone()),
        region_name_en: region.map_or_else(String::new, |region| region.name_en.clone()),
        successor,
        region_peers: units
            .provinces()
            .iter()
            .filter(|peer| peer.region == province.region && peer.slug != province.slug && peer.last_year.is_none())
            .map(|peer| peer.slug.clone())
            .collect(),
        year,
        sources: sources(used, interval_sources),
        years,
        indices,
        revision: catalog.revision().to_owned(),
    })
}

/// Fills the rank intervals of the totals, and says why where an index has none of the kind; gives their further sources.
/// A kind that none of the indices has is refused as a whole.
fn add_intervals<'a>(
    catalog: &'a Catalog,
    indices: &mut [IndexProfile],
    (borders, unit): (Borders, usize),
    choice: IntervalChoice,
) -> Result<Vec<&'a SourceInfo>, LookupError> {
    let total = ComponentId::overall();
    let mut sources = Vec::new();
    let mut refusals: Vec<Reason> = Vec::new();
    let mut has_table = false;
    for profile in &mut *indices {
        let index = catalog.index(profile.index)?;
        let Some(table) = index.table_told(&total, profile.year, borders) else {
            continue;
        };
        match table_intervals(index, &total, table, choice) {
            Ok(intervals) => {
                has_table = true;
                sources.extend(intervals.source);
                profile.overall.row.rank_interval = intervals.of(unit);
            }
            Err(IntervalFault::Refused(reason)) => {
                refusals.push(reason.clone());
                profile.interval_refused = Some(reason);
            }
            Err(fault) => return Err(fault.into_lookup(index, &total, table, choice.kind)),
        }
    }
    let mut applies: Vec<IntervalKind> = indices
        .iter()
        .flat_map(|profile| profile.intervals.iter().copied())
        .collect();
    sort_by(&mut applies, Ord::cmp);
    applies.dedup();
    match refusals.into_iter().next() {
        Some(reason) if !has_table => Err(LookupError::IntervalRefused {
            kind: choice.kind,
            reason,
            applies,
        }),
        _ => Ok(sources),
    }
}

/// The years in which any index has a figure of a unit.
fn years_of(indices: &[&IndexCatalog], units: &UnitList, unit: usize) -> Vec<Year> {
    let years: BTreeSet<Year> = gather(indices.iter().flat_map(|index| index_years(index, units, unit)));
    years.into_iter().collect()
}

/// The years in which an index has a figure of a unit, in any component.
fn index_years(index: &IndexCatalog, units: &UnitList, unit: usize) -> BTreeSet<Year> {
    let components = index.info().components.iter();
    gather(
        components
            .flat_map(|component| {
                let years = index.years_told(&component.id, units.borders());
                years.into_iter().map(|year| (&component.id, year))
            })
            .filter(|(component, year)| index.has_figure_told(component, *year, units.borders(), unit))
            .map(|(_, year)| year),
    )
}

fn index_profile(
    catalog: &Catalog,
    index: &IndexCatalog,
    units: &UnitList,
    unit: usize,
    asked: Year,
) -> Option<IndexProfile> {
    let year = index_years(index, units, unit).range(..=asked).next_back().copied()?;
    let total = ComponentId::overall();
    let back_cast = index.borders(year) != units.borders();
    let overall = component_profile(catalog, index, units, &total, year, unit);
    let components: Vec<ComponentProfile> = index
        .components_in(year)
        .into_iter()
        // A component of which nothing was ever collected is not described either.
        .filter(|component| !component.is_overall() && index.component(component).is_some())
        .map(|component| component_profile(catalog, index, units, component, year, unit))
        .collect();

    // What rose and fell is told of one pair of years: that of the total, or else the year before.
    let from_year = overall
        .row
        .change
        .as_ref()
        .map_or(Year(year.0 - 1), |change| change.from_year);
    let mut moved: Vec<(&ComponentProfile, f64)> = components
        .iter()
        .filter(|component| component.level == 1 && component.parent.as_ref() == Some(&total))
        .filter_map(|component| {
            let change = component
                .row
                .change
                .as_ref()
                .filter(|change| change.from_year == from_year)?;
            Some((component, change.score?))
        })
        .collect();
    sort_by(&mut moved, |left, right| right.1.total_cmp(&left.1));
    let pick = |component: &(&ComponentProfile, f64)| component.0.component.clone();
    let (strengths, weaknesses, standouts_missing) =
        match standouts(index, (year, back_cast), unit, &overall, &components) {
            Standouts::Told(strengths, weaknesses) => (Some(strengths), Some(weaknesses), None),
            Standouts::Missing(missing) => (None, None, Some(missing)),
        };
    Some(IndexProfile {
        index: index.id(),
        year,
        is_year_asked: year == asked,
        method_version: index.method_version(year).to_owned(),
        back_cast,
        is_press_only: !back_cast && is_press_only(index, year, unit),
        strengths,
        weaknesses,
        standouts_missing,
        intervals: index
            .table_told(&total, year, units.borders())
            .map_or_else(Vec::new, |table| interval_kinds(index, &total, table)),
        interval_refused: None,
        risen: moved.iter().filter(|component| component.1 > 0.0).map(pick).collect(),
        fallen: moved
            .iter()
            .rev()
            .filter(|component| component.1 < 0.0)
            .map(pick)
            .collect(),
        overall,
        components,
    })
}

fn component_profile(
    catalog: &Catalog,
    index: &IndexCatalog,
    units: &UnitList,
    component: &ComponentId,
    year: Year,
    unit: usize,
) -> ComponentProfile {
    let info = index.component(component);
    let name = info.and_then(|info| info.name_in(year));
    let span = index.span(component, year);
    let table = index.table_told(component, year, units.borders());
    let computed = span.is_some_and(|span| span.computed);
    let text =
        |pick: fn(&crate::domain::ComponentName) -> &String| name.map_or_else(String::new, |name| pick(name).clone());
    let row: RankingRow = match table {
        Some(table) => row(catalog, index, component, table, unit),
        None => empty_row(catalog, units.borders(), unit),
    };
    // A component of which nothing is on record still belongs to the set of the total.
    let n = table
        .or_else(|| index.table_told(&ComponentId::overall(), year, units.borders()))
        .map_or(0, |table| table.n);
    ComponentProfile {
        component: component.clone(),
        parent: span.and_then(|span| span.parent.clone()),
        level: span.map_or(0, |span| span.level),
        name_vi: text(|name| &name.name_vi),
        name_en: text(|name| &name.name_en),
        short_vi: text(|name| &name.short_vi),
        short_en: text(|name| &name.short_en),
        scale: span
            .map(|span| span.scale)
            .or(info.map(|info| info.scale))
            .unwrap_or(index.info().scale),
        weight: info
            .and_then(|info| info.weights.iter().find(|weight| weight.year == year))
            .map(|weight| weight.weight),
        maximum_points: info
            .and_then(|info| info.maximum_points.iter().find(|points| points.year == year))
            .map(|points| points.maximum),
        row,
        national_median: table
            .and_then(|table| table.summary)
            .map(|summary| shown_value(summary.median, computed)),
        region_median: table
            .and_then(|table| table.region_median(units, &units.provinces()[unit].region))
            .map(|median| shown_value(median, computed)),
        best: table.and_then(|table| best(units, table, |_| true)),
        region_best: table.and_then(|table| {
            let region = &units.provinces()[unit].region;
            best(units, table, |province| &province.region == region)
        }),
        scores_on_record: table.map_or(0, |table| table.scores_on_record),
        n,
    }
}

/// Whether the press alone gives the total of a unit, its score as well as its rank.
fn is_press_only(index: &IndexCatalog, year: Year, unit: usize) -> bool {
    let Some(cell) = index
        .table(&ComponentId::overall(), year)
        .and_then(|table| table.cells.get(unit))
    else {
        return false;
    };
    let of_score = cell.score.iter().flat_map(|score| score.sources.iter().copied());
    let of_rank = cell.rank.and_then(|rank| rank.source);
    let mut grades = of_score
        .chain(of_rank)
        .map(|source| index.source(source).grade)
        .peekable();
    grades.peek().is_some() && grades.all(|grade| grade == SourceGrade::Press)
}

/// The best score of some members of a complete table; the first by name where several share it.
fn best(units: &UnitList, table: &Table, is_asked: impl Fn(&Province) -> bool) -> Option<BestValue> {
    if !table.complete || table.estimated {
        return None;
    }
    let mut best: Option<(usize, f64)> = None;
    for (unit, cell) in table.cells.iter().enumerate() {
        let member = cell.membership == Membership::Member && is_asked(&units.provinces()[unit]);
        if let Some(score) = cell.score.as_ref().filter(|_| member)
            && best.is_none_or(|(_, highest)| score.exact > highest)
        {
            best = Some((unit, score.exact));
        }
    }
    let (unit, _) = best?;
    let province = &units.provinces()[unit];
    Some(BestValue {
        score: table.cells[unit].score.as_ref()?.shown,
        province: province.slug.clone(),
        name_vi: province.name_vi.clone(),
        name_en: province.name_en.clone(),
    })
}
