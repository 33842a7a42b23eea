//! In what a province stands at an end of the table.

use std::cmp::Reverse;

use crate::{
    ComponentId, Year,
    analytics::strengths::{Side, against_overall, margin, side},
    api::{ComponentProfile, Standout, StandoutsMissing},
    domain::{Membership, Reason},
    engine::catalog::IndexCatalog,
    sorting::sort_by_key,
};

/// The strengths and the weaknesses of a province on one index, or why they are not told.
pub(super) enum Standouts {
    /// Strengths, best place first, and weaknesses, worst place first.
    Told(Vec<Standout>, Vec<Standout>),
    /// Not told.
    Missing(StandoutsMissing),
}

/// Reads the ends of the component tables. `components` are those of the province's profile in that year, with its total.
pub(super) fn standouts(
    index: &IndexCatalog,
    (year, back_cast): (Year, bool),
    unit: usize,
    overall: &ComponentProfile,
    components: &[ComponentProfile],
) -> Standouts {
    let total = ComponentId::overall();
    if back_cast {
        return Standouts::Missing(of_back_cast(overall.n));
    }
    if !has_own_complete_parts(index, year, unit) {
        return Standouts::Missing(missing(index, year, unit, overall.n));
    }
    let overall_rank = overall.row.rank.zip(overall.row.rank_n);
    let mut told: Vec<(Side, Standout)> = components
        .iter()
        .filter(|component| component.parent.as_ref() == Some(&total))
        .filter_map(|component| {
            let table = index.table(&component.component, year)?;
            let ranks: Vec<u16> = table
                .cells
                .iter()
                .filter(|cell| cell.membership == Membership::Member)
                .filter_map(|cell| Some(cell.rank?.rank))
                .collect();
            let cell = table.cells.get(unit)?;
            let rank = cell.rank?.rank;
            let margin = margin(cell.score.as_ref()?.exact, &table.summary?);
            let standout = Standout {
                component: component.component.clone(),
                rank,
                rank_n: table.n,
                margin,
                weight: component.weight,
                against_overall: overall_rank.map(|overall| against_overall((rank, table.n), overall)),
            };
            Some((side(rank, &ranks, margin.points)?, standout))
        })
        .collect();
    // Components are in the publisher's order, which equal places keep.
    sort_by_key(&mut told, |(side, standout)| match side {
        Side::Strength => (standout.rank, Reverse(0)),
        Side::Weakness => (u16::MAX, Reverse(standout.rank)),
    });
    let (strengths, weaknesses): (Vec<_>, Vec<_>) = told.into_iter().partition(|(side, _)| *side == Side::Strength);
    let plain = |list: Vec<(Side, Standout)>| list.into_iter().map(|(_, standout)| standout).collect();
    Standouts::Told(plain(strengths), plain(weaknesses))
}

fn of_back_cast(n: u16) -> StandoutsMissing {
    StandoutsMissing {
        reason: Reason {
            code: "back_cast".to_owned(),
            vi: "Số liệu các năm trước của 34 đơn vị là ước tính nên không xếp hạng từng thành phần.".to_owned(),
            en: "Past years of the 34 units are estimates, so no component is ranked.".to_owned(),
        },
        with_components: 0,
        n,
        newest_year: None,
    }
}

/// Whether the component tables of a year are complete and a province is in one of them.
pub(super) fn has_own_complete_parts(index: &IndexCatalog, year: Year, unit: usize) -> bool {
    let total = ComponentId::overall();
    index.has_complete_parts(&total, year)
        && index.parts(&total, year).iter().any(|part| {
            index
                .table(part, year)
                .and_then(|table| table.cells.get(unit))
                .is_some_and(|cell| cell.membership == Membership::Member)
        })
}

fn missing(index: &IndexCatalog, year: Year, unit: usize, n: u16) -> StandoutsMissing {
    let coverage = index.info().coverage_of(year);
    let with_components = coverage.map_or(0, |coverage| coverage.with_components);
    let (vi, en) = if index.has_complete_parts(&ComponentId::overall(), year) {
        (
            format!("Số liệu thành phần năm {year} của tỉnh này không được công bố."),
            format!("The component figures of this province for {year} are withheld."),
        )
    } else if with_components == 0 {
        (
            format!(
                "Chưa thu thập được đủ điểm thành phần năm {year} của tỉnh nào, nên không xếp hạng được từng thành phần."
            ),
            format!("No province has all component scores of {year} on record, so no component can be ranked."),
        )
    } else {
        (
            format!(
                "Mới có {with_components}/{n} tỉnh có đủ điểm thành phần năm {year}, nên không xếp hạng được từng thành phần."
            ),
            format!(
                "Only {with_components} of {n} provinces have all component scores of {year} on record, so no component can be ranked."
            ),
        )
    };
    StandoutsMissing {
        reason: Reason {
            code: "incomplete_table".to_owned(),
            vi,
            en,
        },
        with_components,
        n,
        newest_year: index.info().years.iter().rev().copied().find(|other| {
            // A place in the list of units is one unit within that list only.
            index.borders(*other) == index.borders(year) && has_own_complete_parts(index, *other, unit)
        }),
    }
}
