//! One unit's line of a table, and the sources it rests on. Shared by every answer that shows ranking rows.

use std::collections::BTreeMap;

use crate::{
    ComponentId,
    analytics::back_cast::spread,
    analytics::rounding::{COMPUTED_DECIMALS, DIFFERENCE_DECIMALS, round_to},
    api::RankingRow,
    domain::{Availability, MemberScore, MemberSpread, SourceInfo, Summary},
    engine::catalog::{Catalog, IndexCatalog, Table},
    sorting::{gather, sort_by},
};

/// The line of a unit.
pub(crate) fn row(
    catalog: &Catalog,
    index: &IndexCatalog,
    component: &ComponentId,
    table: &Table,
    unit: usize,
) -> RankingRow {
    let units = catalog.units(table.borders);
    let province = &units.provinces()[unit];
    let cell = &table.cells[unit];
    let tied_with = cell.rank.map_or_else(Vec::new, |rank| {
        let others = table.cells.iter().enumerate();
        others
            .filter(|(other, candidate)| *other != unit && candidate.rank.is_some_and(|other| other.rank == rank.rank))
            .map(|(other, _)| units.provinces()[other].slug.clone())
            .collect()
    });
    // A score made of parts from one source is cited by that source; one from several sources is not cited by any.
    let source = match cell.score.as_ref().map(|score| score.sources.as_slice()) {
        Some([only]) => Some(*only),
        Some(_) => None,
        None => cell.rank.and_then(|rank| rank.source),
    };
    RankingRow {
        province: province.slug.clone(),
        name_vi: province.name_vi.clone(),
        name_en: province.name_en.clone(),
        region: province.region.clone(),
        score: cell.score.as_ref().map(|score| score.shown),
        availability: cell.availability,
        rank: cell.rank.map(|rank| rank.rank),
        rank_n: cell.rank.map(|_| table.n),
        rank_basis: cell.rank.map(|rank| rank.basis),
        rank_interval: None,
        tied_with,
        region_rank: cell.region_rank.map(|rank| rank.rank),
        region_n: cell.region_rank.map(|_| table.region_n(units, &province.region)),
        region_rank_basis: cell.region_rank.map(|rank| rank.basis),
        group: cell.group,
        change: index.change(component, table, unit),
        status: cell.score.as_ref().map(|score| score.status),
        spread: member_spread(catalog, index, component, table, unit),
        source_id: source.map(|source| index.source(source).id.clone()),
    }
}

/// The provinces behind the estimate of a merged unit.
pub(crate) fn member_spread(
    catalog: &Catalog,
    index: &IndexCatalog,
    component: &ComponentId,
    table: &Table,
    unit: usize,
) -> Option<MemberSpread> {
    let members = index.members_of_unit(unit);
    if !table.is_back_cast || members.len() < 2 {
        return None;
    }
    let provinces = index.table(component, table.year)?;
    let list = catalog.units(provinces.borders).provinces();
    let mut members = members.to_vec();
    sort_by(&mut members, Ord::cmp);
    let scores = |member: &usize| provinces.cells[*member].score.as_ref().map(|score| score.shown);
    let ends = spread(members.iter().map(scores));
    Some(MemberSpread {
        min: ends.map(|(lowest, _)| lowest),
        max: ends.map(|(_, highest)| highest),
        members: members
            .iter()
            .map(|member| MemberScore {
                province: list[*member].slug.clone(),
                score: scores(member),
            })
            .collect(),
    })
}

/// A line without any figure: the component belongs to the year's method, but nothing of it is on record.
pub(crate) fn empty_row(catalog: &Catalog, borders: crate::Borders, unit: usize) -> RankingRow {
    let province = &catalog.units(borders).provinces()[unit];
    RankingRow {
        province: province.slug.clone(),
        name_vi: province.name_vi.clone(),
        name_en: province.name_en.clone(),
        region: province.region.clone(),
        score: None,
        availability: Availability::NotOnRecord,
        rank: None,
        rank_n: None,
        rank_basis: None,
        rank_interval: None,
        tied_with: Vec::new(),
        region_rank: None,
        region_n: None,
        region_rank_basis: None,
        group: None,
        change: None,
        status: None,
        spread: None,
        source_id: None,
    }
}

/// The sources of some units' figures and of what else an answer rests on, by identifier.
pub(crate) fn sources<'a>(
    cells: impl IntoIterator<Item = (&'a IndexCatalog, &'a Table, usize)>,
    more: impl IntoIterator<Item = &'a SourceInfo>,
) -> Vec<SourceInfo> {
    // A document may be among the sources of two indices.
    let mut used: BTreeMap<&str, &SourceInfo> = gather(more.into_iter().map(|source| (source.id.as_str(), source)));
    for (index, table, unit) in cells {
        let cell = &table.cells[unit];
        let of_scores = cell.score.iter().flat_map(|score| score.sources.iter().copied());
        let of_ranks = [cell.rank, cell.region_rank]
            .into_iter()
            .filter_map(|rank| rank?.source);
        for source in of_scores.chain(of_ranks) {
            let source = index.source(source);
            used.insert(&source.id, source);
        }
    }
    used.into_values().cloned().collect()
}

/// A summary without floating-point noise.
pub(crate) fn shown_summary(summary: &Summary, computed: bool) -> Summary {
    let decimals = if computed {
        COMPUTED_DECIMALS
    } else {
        DIFFERENCE_DECIMALS
    };
    let round = |value: f64| round_to(value, decimals);
    Summary {
        min: round(summary.min),
        q1: round(summary.q1),
        median: round(summary.median),
        q3: round(summary.q3),
        max: round(summary.max),
        mean: round(summary.mean),
    }
}

/// Whether the product computes the figures of a table.
pub(crate) fn is_computed(index: &IndexCatalog, component: &ComponentId, table: &Table) -> bool {
    table.is_back_cast || index.span(component, table.year).is_some_and(|span| span.computed)
}

/// A median without floating-point noise.
pub(crate) fn shown_value(value: f64, computed: bool) -> f64 {
    round_to(
        value,
        if computed {
            COMPUTED_DECIMALS
        } else {
            DIFFERENCE_DECIMALS
        },
    )
}
