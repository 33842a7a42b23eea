//! The four indices at a glance, each on the year it opens on.

use crate::{
    ComponentId, Year,
    analytics::{
        ends::{Ends, ends},
        movers::are_enough_ranked,
    },
    api::{IndexOverview, Overview, RankingRow},
    domain::Membership,
    engine::catalog::{Catalog, IndexCatalog, Table},
    sorting::sort_by_key,
};

use super::{error::LookupError, ranking::sort_best_first, row::row};

/// How many units each list of the overview has.
const PLACES: u16 = 5;

/// The overview.
pub fn find_overview(catalog: &Catalog) -> Result<Overview, LookupError> {
    Ok(Overview {
        indices: catalog
            .indices()?
            .into_iter()
            .filter_map(|index| overview_of(catalog, index))
            .collect(),
        revision: catalog.revision().to_owned(),
    })
}

fn overview_of(catalog: &Catalog, index: &IndexCatalog) -> Option<IndexOverview> {
    let total = ComponentId::overall();
    let table = index.table(&total, index.info().opens_on)?;
    let mut rows: Vec<RankingRow> = (0..table.cells.len())
        .filter(|unit| table.cells[*unit].membership == Membership::Member)
        .map(|unit| row(catalog, index, &total, table, unit))
        .collect();
    sort_best_first(&mut rows);
    let Ends { top, bottom } = ends(&rows, table.n, table.complete, PLACES);
    let [top, bottom] = [top, bottom].map(|rows| rows.into_iter().cloned().collect());

    let movers_from = movers_from(index, table);
    let mut movers: Vec<&RankingRow> = rows
        .iter()
        .filter(|row| {
            let change = row.change.as_ref();
            change.is_some_and(|change| {
                Some(change.from_year) == movers_from && change.rank.is_some_and(|places| places != 0)
            })
        })
        .collect();
    let places = |row: &RankingRow| row.change.as_ref().and_then(|change| change.rank).unwrap_or_default();
    sort_by_key(&mut movers, |row| std::cmp::Reverse(places(row)));
    let risers = movers
        .iter()
        .copied()
        .filter(|row| places(row) > 0)
        .take(usize::from(PLACES))
        .cloned()
        .collect();
    let fallers = movers
        .iter()
        .rev()
        .copied()
        .filter(|row| places(row) < 0)
        .take(usize::from(PLACES))
        .cloned()
        .collect();
    Some(IndexOverview {
        index: index.id(),
        borders: table.borders,
        year: table.year,
        n: table.n,
        scores_on_record: table.scores_on_record,
        ranks_on_record: table.ranks_on_record,
        complete: table.complete,
        top,
        bottom,
        risers,
        fallers,
        movers_from,
    })
}

/// The year before, where it has the same list of units and at least half of them have ranks in both years.
fn movers_from(index: &IndexCatalog, table: &Table) -> Option<Year> {
    let before = index.table(&ComponentId::overall(), Year(table.year.0 - 1))?;
    if before.borders != table.borders {
        return None;
    }
    let in_both = table
        .cells
        .iter()
        .zip(&before.cells)
        .filter(|(now, then)| now.membership == Membership::Member && now.rank.is_some() && then.rank.is_some())
        .count();
    are_enough_ranked(in_both, table.n).then_some(before.year)
}
