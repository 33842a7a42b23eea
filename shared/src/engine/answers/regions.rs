//! Mean, median and spread of every region over the years.

use crate::{
    RegionId,
    analytics::regional::{Aggregate, aggregate, aggregate_by_region},
    api::regions::{RegionSeries, RegionYear, RegionsAnswer},
    domain::{Membership, PublishedValues},
    engine::catalog::{Catalog, IndexCatalog, Table, to_count},
    query::RegionsQuery,
};

use super::{
    error::{LookupError, units_asked},
    reason::reason,
    row::{is_computed, shown_summary},
    series::{breaks_within, tables_within},
};

/// The regions of one component over the years.
pub fn list_regions(catalog: &Catalog, query: &RegionsQuery) -> Result<RegionsAnswer, LookupError> {
    let index = catalog.index(query.index)?;
    let component = index
        .component(&query.component)
        .ok_or_else(|| LookupError::unknown_component(index, &query.component))?;
    let units = units_asked(catalog, index, &query.component, query.borders, None);
    let tables = tables_within(index, &query.component, units, query.from, query.to)?;

    let mut national = Vec::new();
    let mut regions: Vec<RegionSeries> = units
        .regions()
        .iter()
        .map(|region| RegionSeries {
            region: region.id.clone(),
            name_vi: region.name_vi.clone(),
            name_en: region.name_en.clone(),
            short_vi: region.short_vi.clone(),
            short_en: region.short_en.clone(),
            years: Vec::new(),
        })
        .collect();
    let tables: Vec<&Table> = tables.into_iter().filter(|table| !table.is_back_cast).collect();
    for table in tables.iter().copied() {
        let members: Vec<(&RegionId, Option<f64>)> = table
            .cells
            .iter()
            .zip(units.provinces())
            .enumerate()
            .filter(|(unit, (_, province))| table.is_expected(*unit, province))
            .map(|(_, (cell, province))| (&province.region, cell.score.as_ref().map(|score| score.exact)))
            .collect();
        let scores: Vec<Option<f64>> = table
            .cells
            .iter()
            .filter(|cell| cell.membership == Membership::Member)
            .map(|cell| cell.score.as_ref().map(|score| score.exact))
            .collect();
        let published = table.published_national.map(|values| PublishedValues {
            min: values.min,
            median: values.median,
            max: values.max,
            mean: values.mean,
        });
        let published = published.filter(|values| *values != PublishedValues::default());
        national.push(region_year(index, query, table, &aggregate(&scores), published));
        let by_region = aggregate_by_region(members);
        for region in &mut regions {
            region.years.extend(by_region.get(&region.region).map(|found| {
                let published = table.published_regions.get(&region.region).copied();
                region_year(index, query, table, found, published)
            }));
        }
    }
    Ok(RegionsAnswer {
        index: query.index,
        component: query.component.clone(),
        component_name_vi: component.name_vi.clone(),
        component_name_en: component.name_en.clone(),
        scale: component.scale,
        borders: units.borders(),
        national,
        regions,
        breaks: breaks_within(index, &query.component, &tables),
        revision: catalog.revision().to_owned(),
    })
}

fn region_year(
    index: &IndexCatalog,
    query: &RegionsQuery,
    table: &Table,
    found: &Aggregate,
    published: Option<PublishedValues>,
) -> RegionYear {
    let (year, known, members) = (table.year, found.on_record, found.members);
    RegionYear {
        year,
        members: to_count(members),
        count: to_count(known),
        summary: found
            .summary
            .as_ref()
            .map(|summary| shown_summary(summary, is_computed(index, &query.component, table))),
        reason: found.summary.is_none().then(|| {
            reason(
                "incomplete_table",
                format!("Năm {year} mới có điểm của {known}/{members} tỉnh nên không tính trung bình và trung vị."),
                format!(
                    "For {year} scores of {known} of {members} provinces are on record, so there is no mean or median."
                ),
            )
        }),
        published,
    }
}
