//! What of an index is on record, year by year. Datasets carry the answer, since finding it builds many tables:
//! `vithe_datasets` asks when it makes them.

use super::{
    index::IndexCatalog,
    table::{Table, to_count},
};
use crate::{
    ComponentId, Year,
    domain::{Membership, YearCoverage},
};

/// What is on record of the total in a year.
pub fn coverage_of(index: &IndexCatalog, year: Year) -> Option<YearCoverage> {
    let total = index.table(&ComponentId::overall(), year)?;
    let parts: Vec<Option<&Table>> = index
        .parts(&ComponentId::overall(), year)
        .iter()
        .map(|part| index.table(part, year))
        .collect();
    let has_every_part = |unit: &usize| {
        !parts.is_empty()
            && parts
                .iter()
                .all(|table| table.is_some_and(|table| table.cells[*unit].score.is_some()))
    };
    let withheld = total
        .cells
        .iter()
        .filter(|cell| cell.membership == Membership::Withheld)
        .count();
    Some(YearCoverage {
        year,
        borders: total.borders,
        members: total.n,
        withheld: to_count(withheld),
        scores: total.scores_on_record,
        ranks: total.published_ranks,
        with_components: to_count((0..total.cells.len()).filter(has_every_part).count()),
        complete: total.complete,
        method_version: index.method_version(year).to_owned(),
    })
}
