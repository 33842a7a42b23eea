//! All first-level components of an index for some or all provinces in one year.

use crate::{
    ComponentId,
    api::{Matrix, MatrixColumn, MatrixRow},
    engine::catalog::{Catalog, IndexCatalog, Table},
    query::MatrixQuery,
    sorting::sort_by_key,
};

use super::{
    error::{LookupError, positions, table_told},
    row::{is_computed, shown_value},
};

/// The matrix, best total first, or in the order asked for.
pub fn find_matrix(catalog: &Catalog, query: &MatrixQuery) -> Result<Matrix, LookupError> {
    let index = catalog.index(query.index)?;
    let total = table_told(index, &ComponentId::overall(), query.year, query.borders)?;
    let units = catalog.units(total.borders);
    let asked = positions(units, &query.provinces)?;
    if let Some(region) = &query.region
        && units.region(region).is_none()
    {
        return Err(LookupError::unknown_region(units, region));
    }

    let parts: Vec<(&ComponentId, &Table)> = index
        .parts(&ComponentId::overall(), total.year)
        .iter()
        .filter_map(|component| {
            let table = index.table_told(component, total.year, total.borders)?;
            Some((component, table))
        })
        .collect();
    let columns = parts
        .iter()
        .map(|(component, table)| column(index, component, table))
        .collect();

    let everyone = asked.is_empty();
    let selected: Vec<usize> = if everyone {
        (0..units.provinces().len())
            .filter(|unit| {
                total.cells[*unit].is_shown() || parts.iter().any(|(_, table)| table.cells[*unit].is_shown())
            })
            .collect()
    } else {
        asked
    };
    let is_in_region =
        |unit: &usize| (query.region.as_ref()).is_none_or(|region| units.provinces()[*unit].region == *region);
    let mut rows: Vec<MatrixRow> = selected
        .into_iter()
        .filter(is_in_region)
        .map(|unit| {
            let province = &units.provinces()[unit];
            let cell = &total.cells[unit];
            MatrixRow {
                province: province.slug.clone(),
                name_vi: province.name_vi.clone(),
                name_en: province.name_en.clone(),
                region: province.region.clone(),
                overall_rank: cell.rank.map(|rank| rank.rank),
                overall_score: cell.score.as_ref().map(|score| score.shown),
                scores: parts
                    .iter()
                    .map(|(_, table)| table.cells[unit].score.as_ref().map(|score| score.shown))
                    .collect(),
                ranks: parts
                    .iter()
                    .map(|(_, table)| table.cells[unit].rank.map(|rank| rank.rank))
                    .collect(),
            }
        })
        .collect();
    if everyone {
        // Rows are in order of name; a stable sort keeps it among equals.
        sort_by_key(&mut rows, |row| row.overall_rank.unwrap_or(u16::MAX));
    }
    Ok(Matrix {
        index: query.index,
        year: total.year,
        borders: total.borders,
        overall_n: total.n,
        columns,
        rows,
        revision: catalog.revision().to_owned(),
    })
}

fn column(index: &IndexCatalog, component: &ComponentId, table: &Table) -> MatrixColumn {
    let name = index.component(component).and_then(|known| known.name_in(table.year));
    let text =
        |pick: fn(&crate::domain::ComponentName) -> &String| name.map_or_else(String::new, |name| pick(name).clone());
    MatrixColumn {
        component: component.clone(),
        name_vi: text(|name| &name.name_vi),
        name_en: text(|name| &name.name_en),
        short_vi: text(|name| &name.short_vi),
        short_en: text(|name| &name.short_en),
        scale: table.scale,
        n: table.n,
        scores_on_record: table.scores_on_record,
        complete: table.complete,
        median: table
            .summary
            .map(|summary| shown_value(summary.median, is_computed(index, component, table))),
    }
}
