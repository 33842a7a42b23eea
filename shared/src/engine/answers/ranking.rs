//! The table of one component and year.

use crate::{
    analytics::rank::competition_ranks,
    api::{Ranking, RankingRow},
    domain::RankBasis,
    engine::catalog::{Catalog, Table},
    query::{RankChoice, RankingQuery},
    sorting::sort_by,
};

use super::{
    error::{LookupError, table_told},
    interval::{interval_kinds, table_intervals},
    row::{is_computed, row, shown_summary, sources},
};

/// The table, best first; units without a rank follow by score, then by name.
pub fn list_rankings(catalog: &Catalog, query: &RankingQuery) -> Result<Ranking, LookupError> {
    let index = catalog.index(query.index)?;
    let table = table_told(index, &query.component, query.year, query.borders)?;
    let units = catalog.units(table.borders);
    if let Some(region) = &query.region
        && units.region(region).is_none()
    {
        return Err(LookupError::unknown_region(units, region));
    }

    let shown: Vec<usize> = (0..table.cells.len())
        .filter(|unit| table.cells[*unit].is_shown())
        .filter(|unit| {
            query
                .region
                .as_ref()
                .is_none_or(|region| &units.provinces()[*unit].region == region)
        })
        .collect();
    let intervals = query
        .interval
        .map(|choice| {
            table_intervals(index, &query.component, table, choice)
                .map_err(|fault| fault.into_lookup(index, &query.component, table, choice.kind))
        })
        .transpose()?;
    let mut rows: Vec<RankingRow> = shown
        .iter()
        .map(|unit| RankingRow {
            rank_interval: intervals.as_ref().and_then(|intervals| intervals.of(*unit)),
            ..row(catalog, index, &query.component, table, *unit)
        })
        .collect();
    let ranks_on_record = match query.rank {
        Some(RankChoice::Estimated) if table.estimated => rank_estimates(table, &shown, &mut rows),
        _ => table.ranks_on_record,
    };
    sort_best_first(&mut rows);

    let computed = is_computed(index, &query.component, table);
    let name = index
        .component(&query.component)
        .and_then(|component| component.name_in(table.year));
    Ok(Ranking {
        index: query.index,
        component: query.component.clone(),
        component_name_vi: name.map_or_else(String::new, |name| name.name_vi.clone()),
        component_name_en: name.map_or_else(String::new, |name| name.name_en.clone()),
        year: table.year,
        borders: table.borders,
        back_cast: table.is_back_cast,
        estimated: table.estimated,
        region: query.region.clone(),
        method_version: index.method_version(table.year).to_owned(),
        scale: table.scale,
        n: table.n,
        scores_on_record: table.scores_on_record,
        ranks_on_record,
        complete: table.complete,
        summary: table.summary.as_ref().map(|summary| shown_summary(summary, computed)),
        published_national: table.published_national,
        intervals: interval_kinds(index, &query.component, table),
        sources: sources(
            shown.into_iter().map(|unit| (index, table, unit)),
            intervals.and_then(|intervals| intervals.source),
        ),
        rows,
        revision: catalog.revision().to_owned(),
    })
}

/// Ranks the estimates of a complete table, and tells how many have a rank. `rows` are those of the units `shown`.
fn rank_estimates(table: &Table, shown: &[usize], rows: &mut [RankingRow]) -> u16 {
    if !table.complete {
        return 0;
    }
    let (members, scores): (Vec<usize>, Vec<f64>) = table.member_scores().unzip();
    let ranks: Vec<(usize, u16)> = members.into_iter().zip(competition_ranks(&scores)).collect();
    for (unit, row) in shown.iter().zip(rows) {
        if let Some((_, rank)) = ranks.iter().find(|(member, _)| member == unit) {
            row.rank = Some(*rank);
            row.rank_n = Some(table.n);
            row.rank_basis = Some(RankBasis::Estimated);
        }
    }
    table.n
}

/// Sorts rows that are in order of name: by rank, then by score, keeping the order of names among equals.
pub(crate) fn sort_best_first(rows: &mut [RankingRow]) {
    sort_by(rows, |left, right| {
        let rank = |row: &RankingRow| row.rank.unwrap_or(u16::MAX);
        let score = |row: &RankingRow| row.score.unwrap_or(f64::NEG_INFINITY);
        rank(left)
            .cmp(&rank(right))
            .then_with(|| score(right).total_cmp(&score(left)))
    });
}
