//! Which provinces won or lost most between two years.

use crate::{
    Borders, Year,
    analytics::{
        change::Standing,
        movers::{Mover, SpanEnd, are_enough_ranked, compare_movers, count_movers},
    },
    api::movers::{MoverRow, MoversAnswer, MoversEnd},
    domain::{Membership, Presence, Reason},
    engine::catalog::{Catalog, IndexCatalog, Table, UnitList, opening_year},
    query::MoversQuery,
    sorting::sort_by,
};

use super::{
    error::{LookupError, missing_year, refuse_other_units, units_asked},
    row::sources,
};

/// Lists the movers, most places won first.
pub fn list_movers(catalog: &Catalog, query: &MoversQuery) -> Result<MoversAnswer, LookupError> {
    let index = catalog.index(query.index)?;
    let Some(component) = index.component(&query.component) else {
        return Err(LookupError::unknown_component(index, &query.component));
    };
    let units = units_of_span(catalog, index, query)?;
    if let Some(region) = &query.region
        && units.region(region).is_none()
    {
        return Err(LookupError::unknown_region(units, region));
    }
    // Places are compared within one list of units.
    let years = index.years_of(&query.component, units.borders());
    let unknown_year = |year: Year| missing_year(index, &query.component, units, year, &years);
    let table_of = |year: Year| {
        index
            .table(&query.component, year)
            .filter(|_| years.contains(&year))
            .ok_or_else(|| unknown_year(year))
    };
    let opens_on = opening_year(index.tables_of(&query.component, units.borders()).into_iter())
        .ok_or_else(|| unknown_year(index.info().opens_on))?;
    let to_year = query.to.unwrap_or_else(|| {
        // A span from a year after the opening one ends in the newest year instead.
        let newest = years.last().copied().unwrap_or(opens_on);
        if query.from.is_some_and(|from| from >= opens_on) {
            newest
        } else {
            opens_on
        }
    });
    let to = table_of(to_year)?;
    let earlier = years.iter().rev().copied().find(|year| *year < to_year);
    let from_year = query
        .from
        .or(earlier)
        .ok_or_else(|| unknown_year(Year(to_year.0 - 1)))?;
    let from = table_of(from_year)?;
    if from_year >= to_year {
        return Err(LookupError::ReversedSpan {
            from: from_year,
            to: to_year,
        });
    }

    let pair = index.compare(&query.component, from_year, to_year);
    let mut movers: Vec<(usize, Mover)> = (0..units.provinces().len())
        .filter_map(|unit| {
            let mover = Mover::between(&end(from, unit), &end(to, unit), pair.clone())?;
            Some((unit, mover))
        })
        .collect();
    let ranked_in_both = movers
        .iter()
        .filter(|(_, mover)| mover.presence == Presence::Ranked)
        .count();
    let refused = (!are_enough_ranked(ranked_in_both, to.n)).then(|| too_few_ranks(ranked_in_both, from, to));
    if refused.is_some() {
        movers.clear();
    }
    movers.retain(|(unit, _)| {
        let region = &units.provinces()[*unit].region;
        query.region.as_ref().is_none_or(|wanted| wanted == region)
    });
    // Units are in order of name, which equal movers keep.
    sort_by(&mut movers, |left, right| compare_movers(&left.1, &right.1));

    let name = component.name_in(to_year);
    let shown = movers
        .iter()
        .flat_map(|(unit, _)| [(index, from, *unit), (index, to, *unit)]);
    Ok(MoversAnswer {
        index: index.id(),
        borders: units.borders(),
        component: query.component.clone(),
        component_name_vi: name.map_or_else(String::new, |name| name.name_vi.clone()),
        component_name_en: name.map_or_else(String::new, |name| name.name_en.clone()),
        scale: to.scale,
        from: described(index, from),
        to: described(index, to),
        region: query.region.clone(),
        comparability: pair.value,
        reason: pair.reason,
        ranked_in_both: u16::try_from(ranked_in_both).unwrap_or(u16::MAX),
        counts: refused
            .is_none()
            .then(|| count_movers(movers.iter().map(|(_, mover)| mover))),
        refused,
        sources: sources(shown, []),
        rows: movers
            .iter()
            .map(|(unit, mover)| {
                let province = &units.provinces()[*unit];
                let (before, after) = (&from.cells[*unit], &to.cells[*unit]);
                MoverRow {
                    province: province.slug.clone(),
                    name_vi: province.name_vi.clone(),
                    name_en: province.name_en.clone(),
                    region: province.region.clone(),
                    presence: mover.presence,
                    score_from: before.score.as_ref().map(|score| score.shown),
                    score_to: after.score.as_ref().map(|score| score.shown),
                    score_change: mover.change.score,
                    rank_from: before.rank.map(|rank| rank.rank),
                    rank_n_from: before.rank.map(|_| from.n),
                    rank_basis_from: before.rank.map(|rank| rank.basis),
                    rank_to: after.rank.map(|rank| rank.rank),
                    rank_n_to: after.rank.map(|_| to.n),
                    rank_basis_to: after.rank.map(|rank| rank.basis),
                    rank_change: mover.places(),
                }
            })
            .collect(),
        ranked_years: index
            .tables_of(&query.component, units.borders())
            .into_iter()
            .filter(|table| are_enough_ranked(usize::from(table.ranks_on_record), table.n))
            .map(|table| table.year)
            .collect(),
        years,
        revision: catalog.revision().to_owned(),
    })
}

/// The list of units of a span: the one asked for, or that of the years asked for, or the one that the component opens on,
/// where it has two years of it to compare.
fn units_of_span<'a>(
    catalog: &'a Catalog,
    index: &IndexCatalog,
    query: &MoversQuery,
) -> Result<&'a UnitList, LookupError> {
    if query.borders.is_none() {
        refuse_other_units(index, query.from, query.to)?;
    }
    let opens_on = index.opening_year(&query.component).map(|year| index.borders(year));
    let has_span = |borders: &Borders| index.years_of(&query.component, *borders).len() > 1;
    let year = query.to.or(query.from);
    let borders = query
        .borders
        .or(opens_on.filter(|list| year.is_none() && has_span(list)));
    Ok(units_asked(catalog, index, &query.component, borders, year))
}

fn end(table: &Table, unit: usize) -> SpanEnd {
    let cell = &table.cells[unit];
    SpanEnd {
        standing: Standing {
            year: table.year,
            score: cell.score.as_ref().map(|score| score.exact),
            status: cell.score.as_ref().map(|score| score.status),
            rank: cell.rank.map(|rank| rank.rank),
            rank_n: cell.rank.map(|_| table.n),
        },
        is_member: cell.membership == Membership::Member,
    }
}

fn described(index: &IndexCatalog, table: &Table) -> MoversEnd {
    MoversEnd {
        year: table.year,
        n: table.n,
        ranks_on_record: table.ranks_on_record,
        complete: table.complete,
        method_version: index.method_version(table.year).to_owned(),
    }
}

fn too_few_ranks(ranked_in_both: usize, from: &Table, to: &Table) -> Reason {
    let (first, last, n) = (from.year, to.year, to.n);
    Reason {
        code: "incomplete_table".to_owned(),
        vi: format!(
            "Mới có {ranked_in_both}/{n} tỉnh có hạng của cả hai năm {first} và {last}; cần ít nhất một nửa mới nói được tỉnh nào tăng, giảm nhiều nhất."
        ),
        en: format!(
            "Only {ranked_in_both} of {n} provinces have ranks of both {first} and {last} on record; at least half are needed to say who moved most."
        ),
    }
}
