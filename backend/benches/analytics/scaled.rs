//! Synthetic packages with many times as many provinces as there are, to see how the analyses grow. They exist in this
//! benchmark only: nothing of them is stored or shown.
//!
//! What grows is the number of provinces, with everything that hangs on it: scores of all indices, components and years, and
//! the ranked sets. Indices, components, years, weights and regions stay as they are, so regions have more members.

use std::collections::HashMap;

use vithe_datasets::{Package, PackageIndex, Unit, package::Table};
use vithe_shared::{Borders, ComponentId, ProvinceSlug, Year, domain::Measure};

/// The package with `factor` times as many provinces. The added ones lie evenly between a province and the next one of the
/// list: mixing two provinces keeps every score on its scale and every sum true, and makes hardly any ties. Published ranks
/// are left out, since they would be ranks among others.
pub(crate) fn with_provinces_times(package: &Package, factor: u16) -> Package {
    let mut scaled = package.clone();
    if factor == 1 {
        return scaled;
    }
    let neighbours: HashMap<&ProvinceSlug, &ProvinceSlug> = package
        .provinces
        .iter()
        .zip(package.provinces.iter().cycle().skip(1))
        .map(|(province, next)| (&province.slug, &next.slug))
        .collect();
    for row in &package.provinces {
        for copy in 1..factor {
            let mut row = row.clone();
            row.name_vi = format!("{} {copy}", row.name_vi);
            row.name_en = format!("{} {copy}", row.name_en);
            row.slug = slug_of(&row.slug, copy);
            scaled.provinces.push(0, row);
        }
    }
    for row in package
        .ranked_sets
        .iter()
        .filter(|row| row.borders == Borders::Provinces63)
    {
        for copy in 1..factor {
            let mut row = row.clone();
            row.unit = slug_of(&row.unit, copy);
            scaled.ranked_sets.push(0, row);
        }
    }

    let scores = || {
        package
            .observations
            .iter()
            .filter(|row| row.measure == Measure::Score && row.preferred && row.borders == Borders::Provinces63)
            .filter_map(|row| Some((row, row.unit.province()?)))
    };
    let known: HashMap<(PackageIndex, Year, &ComponentId, &ProvinceSlug), f64> = scores()
        .map(|(row, province)| ((row.index, row.year, &row.component, province), row.value))
        .collect();
    scaled.observations = Table::default();
    for (row, province) in scores() {
        scaled.observations.push(0, row.clone());
        let next = neighbours
            .get(province)
            .and_then(|next| known.get(&(row.index, row.year, &row.component, *next)))
            .unwrap_or(&row.value);
        for copy in 1..factor {
            let share = f64::from(copy) / f64::from(factor);
            let mut row = row.clone();
            row.value += share * (next - row.value);
            row.unit = Unit::Province(slug_of(province, copy));
            scaled.observations.push(0, row);
        }
    }
    scaled
}

fn slug_of(province: &ProvinceSlug, copy: u16) -> ProvinceSlug {
    let Ok(slug) = format!("{province}-{copy}").parse() else {
        unreachable!("a slug with a number is a slug");
    };
    slug
}
