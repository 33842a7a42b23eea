//! What all indices have in common.

use std::collections::BTreeMap;

use vithe_shared::{
    Borders, IndexId, ProvinceSlug, Year,
    dataset::{GrdpFifths, IndexTitle, Population, Registry, UnitRegister},
    domain::{Province, Reason, Redistribution, Region, SourceInfo},
    engine::catalog::{CatalogError, UnitList},
};

use super::RedistributionOverrides;
use crate::package::{ContextRow, IndexRow, Package, SourceRow};

/// The first year of the populations that were revised after the census of 2019; both series are never mixed in a year.
const REVISED_POPULATIONS_SINCE: Year = Year(2016);

/// The registry, with all sources.
pub(super) fn registry(package: &Package) -> Result<Registry, CatalogError> {
    let sorted = |borders, register| {
        let list = UnitList::new(borders, register);
        UnitRegister {
            regions: list.regions().to_vec(),
            provinces: list.provinces().to_vec(),
        }
    };
    let mut rows: Vec<&IndexRow> = package.indices.iter().collect();
    rows.sort_by_key(|row| row.order);
    let titles = rows.into_iter().filter_map(|row| Some((row.index.shown()?, row)));
    let provinces63 = sorted(Borders::Provinces63, provinces63(package));
    let populations = populations(package, &provinces63);
    let grdp_fifths = grdp_fifths(package, &provinces63);
    let is_context = |row: &&SourceRow| {
        let of_populations = populations.iter().map(|population| &population.source);
        let mut named = of_populations.chain(grdp_fifths.iter().map(|fifths| &fifths.source));
        named.any(|source| source == row.source_id.as_str())
    };
    Ok(Registry {
        version: package.version.clone(),
        date: package.date.clone(),
        versions: package.versions.clone(),
        revision: package.content_hash().to_owned(),
        indices: titles
            .map(|(id, row)| title(package, id, row))
            .collect::<Result<_, _>>()?,
        reasons: package
            .reasons
            .iter()
            .map(|row| Reason {
                code: row.code.as_str().to_owned(),
                vi: row.text_vi.clone(),
                en: row.text_en.clone(),
            })
            .collect(),
        provinces63,
        units34: sorted(Borders::Units34, units34(package)),
        sources: sources(package).map(source).collect(),
        context_sources: sources(package).filter(is_context).map(source).collect(),
        populations,
        grdp_fifths,
    })
}

/// Puts what an operator has agreed in place of the package's own terms. It changes answers, so it is part of the revision.
pub fn redistribute(registry: &mut Registry, overrides: &RedistributionOverrides) {
    for (index, redistribution) in overrides {
        if *redistribution == Redistribution::Full {
            registry.revision.push('-');
            registry.revision.push_str(index.as_str());
        }
        for title in registry.indices.iter_mut().filter(|title| title.id == *index) {
            title.redistribution = *redistribution;
        }
    }
}

/// The populations of each year: the series as it was printed before the census of 2019 up to 2015, the revised one since.
fn populations(package: &Package, provinces63: &UnitRegister) -> Vec<Population> {
    let series_of = |year| {
        if year < REVISED_POPULATIONS_SINCE {
            "population_avg_old"
        } else {
            "population_avg"
        }
    };
    by_year(package, provinces63, |row| row.measure.as_str() == series_of(row.year))
        .into_iter()
        .map(|(year, (thousands, source))| Population {
            year,
            thousands,
            source,
        })
        .collect()
}

/// Where the provinces stand by GRDP per head in each year.
fn grdp_fifths(package: &Package, provinces63: &UnitRegister) -> Vec<GrdpFifths> {
    by_year(package, provinces63, |row| row.measure.as_str() == "grdp_per_capita")
        .into_iter()
        .map(|(year, (values, source))| GrdpFifths {
            year,
            fifths: fifths(&values),
            source,
        })
        .collect()
}

/// The fifth of each value among all, `1` the highest; equal values share the higher one.
fn fifths(values: &[Option<f64>]) -> String {
    let known: Vec<f64> = values.iter().copied().flatten().collect();
    let fifth = |value: &f64| 1 + known.iter().filter(|other| *other > value).count() * 5 / known.len();
    values
        .iter()
        .map(|value| {
            value
                .as_ref()
                .map_or_else(|| "-".to_owned(), |value| fifth(value).to_string())
        })
        .collect()
}

/// Some figures of the 63 provinces in each year, by position in the list, with the document they come from.
fn by_year(
    package: &Package,
    provinces63: &UnitRegister,
    is_wanted: impl Fn(&ContextRow) -> bool,
) -> BTreeMap<Year, (Vec<Option<f64>>, String)> {
    let mut years = BTreeMap::new();
    for row in &package.context {
        if row.borders != Borders::Provinces63 || !is_wanted(row) {
            continue;
        }
        let list = &provinces63.provinces;
        if let Some(position) = list.iter().position(|province| province.slug == row.unit) {
            let (values, source) = years
                .entry(row.year)
                .or_insert_with(|| (vec![None; list.len()], String::new()));
            values[position] = Some(row.value);
            row.source_id.as_str().clone_into(source);
        }
    }
    years
}

fn title(package: &Package, id: IndexId, row: &IndexRow) -> Result<IndexTitle, CatalogError> {
    Ok(IndexTitle {
        id,
        name_vi: row.name_vi.clone(),
        name_en: row.name_en.clone(),
        short_name: row.short_name.clone(),
        publisher_vi: row.publisher_vi.clone(),
        publisher_en: row.publisher_en.clone(),
        measures_vi: row.measures_vi.clone(),
        measures_en: row.measures_en.clone(),
        hues: package.hues(id).ok_or(CatalogError::MissingHues(id))?,
        citation_vi: row.citation_vi.clone(),
        citation_en: row.citation_en.clone(),
        terms_vi: row.terms_vi.clone(),
        terms_en: row.terms_en.clone(),
        redistribution: row.redistribution,
        website: row.website.clone(),
    })
}

/// The documents of the package.
pub(super) fn sources(package: &Package) -> impl Iterator<Item = &SourceRow> {
    package.sources.iter()
}

/// A document.
pub(super) fn source(row: &SourceRow) -> SourceInfo {
    SourceInfo {
        id: row.source_id.as_str().to_owned(),
        publisher: row.publisher.clone(),
        document: row.document.clone(),
        address: row.address.clone().unwrap_or_default(),
        grade: row.grade,
    }
}

fn regions(package: &Package, borders: Borders) -> Vec<Region> {
    let mut rows: Vec<_> = package.regions.iter().filter(|row| row.borders == borders).collect();
    rows.sort_by_key(|row| row.order);
    rows.into_iter()
        .map(|row| Region {
            id: row.region.clone(),
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            short_vi: row.short_vi.clone(),
            short_en: row.short_en.clone(),
        })
        .collect()
}

fn aliases(package: &Package, borders: Borders, unit: &ProvinceSlug) -> Vec<String> {
    package
        .aliases
        .iter()
        .filter(|row| row.borders == borders && &row.unit == unit)
        .map(|row| row.alias.clone())
        .collect()
}

/// The unit of 2025 that a province became part of, if need be by way of another province (Hà Tây by way of Hà Nội).
fn successor(package: &Package, province: &ProvinceSlug) -> Option<ProvinceSlug> {
    let steps = || {
        package
            .successions
            .iter()
            .filter(move |row| row.from_borders == Borders::Provinces63 && &row.from_unit == province)
    };
    if let Some(row) = steps().find(|row| row.to_borders == Borders::Units34) {
        return Some(row.to_unit.clone());
    }
    steps()
        .find(|row| row.to_borders == Borders::Provinces63 && &row.to_unit != province)
        .and_then(|row| successor(package, &row.to_unit))
}

fn provinces63(package: &Package) -> UnitRegister {
    let provinces = package
        .provinces
        .iter()
        .map(|row| Province {
            slug: row.slug.clone(),
            borders: Borders::Provinces63,
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            aliases: aliases(package, Borders::Provinces63, &row.slug),
            region: row.region.clone(),
            code: row.gso_code.clone().unwrap_or_default(),
            iso: row.iso_3166_2.clone(),
            municipality: row.municipality,
            first_year: row.first_year,
            last_year: row.last_year,
            successor: successor(package, &row.slug),
            predecessors: Vec::new(),
            latitude: row.latitude,
            longitude: row.longitude,
        })
        .collect();
    UnitRegister {
        regions: regions(package, Borders::Provinces63),
        provinces,
    }
}

fn units34(package: &Package) -> UnitRegister {
    let provinces = package
        .units2025
        .iter()
        .map(|row| Province {
            slug: row.slug.clone(),
            borders: Borders::Units34,
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            aliases: aliases(package, Borders::Units34, &row.slug),
            region: row.region.clone(),
            code: row.code.clone(),
            iso: None,
            municipality: row.municipality,
            first_year: None,
            last_year: None,
            successor: None,
            predecessors: package
                .successions
                .iter()
                .filter(|step| {
                    step.from_borders == Borders::Provinces63
                        && step.to_borders == Borders::Units34
                        && step.to_unit == row.slug
                })
                .map(|step| step.from_unit.clone())
                .collect(),
            latitude: Some(row.latitude),
            longitude: Some(row.longitude),
        })
        .collect();
    UnitRegister {
        regions: regions(package, Borders::Units34),
        provinces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_ten_values_two_are_in_each_fifth_and_equals_share_the_higher_one() {
        let values: Vec<Option<f64>> = (1..=10).map(|value| Some(f64::from(value))).collect();
        assert_eq!(fifths(&values), "5544332211");
        assert_eq!(
            fifths(&[Some(3.0), None, Some(9.0), Some(3.0), Some(1.0), Some(3.0)]),
            "2-1252"
        );
    }
}
