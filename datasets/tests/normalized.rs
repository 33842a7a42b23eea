//! The normalized form of the bundled package: nothing of it is lost, and it is read as it was written.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};
use vithe_datasets::{NormalizedPackage, Package, PackageFiles, Unit, normalize, read_package, to_form};
use vithe_shared::{
    ComponentId, IndexId, Year,
    dataset::{Registry, read_columns},
    domain::Measure,
    engine::catalog::UnitLists,
};

fn bundled() -> (Package, NormalizedPackage) {
    let package = read_package(&PackageFiles::embedded()).unwrap();
    let normalized = normalize(&package).unwrap();
    (package, normalized)
}

fn read_again<T: Serialize + DeserializeOwned>(part: &T) -> T {
    serde_json::from_slice(&to_form(part).unwrap()).unwrap()
}

#[test]
fn every_part_is_read_as_it_was_written() {
    let (_, normalized) = bundled();
    assert_eq!(read_again(&normalized.registry), normalized.registry);
    for dataset in &normalized.indices {
        assert_eq!(&read_again(dataset), dataset, "{}", dataset.index);
    }
    for indicators in &normalized.indicators {
        assert_eq!(&read_again(indicators), indicators, "{}", indicators.index);
    }
    for notes in &normalized.notes {
        assert_eq!(&read_again(notes), notes, "{}", notes.index);
    }
}

fn unit_lists(registry: &Registry) -> UnitLists {
    UnitLists::new(
        registry.provinces63.clone(),
        registry.units34.clone(),
        registry.populations.clone(),
    )
}

type Key = (IndexId, ComponentId, Year, u16, Measure);

#[test]
fn every_figure_of_a_unit_is_in_a_dataset_or_in_its_notes_to_the_last_digit() {
    let (package, normalized) = bundled();
    let units = unit_lists(&normalized.registry);
    let mut figures: BTreeMap<Key, Vec<(u64, String)>> = BTreeMap::new();
    for (dataset, notes) in normalized.indices.iter().zip(&normalized.notes) {
        for column in read_columns(&dataset.columns).unwrap() {
            let component = &dataset.components[usize::from(column.component)].id;
            for figure in column.figures {
                let key = (
                    dataset.index,
                    component.clone(),
                    column.year,
                    figure.unit,
                    column.measure,
                );
                let source = dataset.sources[usize::from(figure.source)].id.clone();
                figures.entry(key).or_default().push((figure.value.to_bits(), source));
            }
        }
        for claim in &notes.claims {
            let key = (
                notes.index,
                claim.component.clone(),
                claim.year,
                claim.unit,
                claim.measure,
            );
            figures
                .entry(key)
                .or_default()
                .push((claim.value.to_bits(), claim.source.clone()));
        }
    }
    let mut seen = 0;
    for row in &package.observations {
        let (Some(index), Unit::Province(slug)) = (row.index.shown(), &row.unit) else {
            continue;
        };
        let unit = units.of(row.borders).position(slug).unwrap();
        let key = (
            index,
            row.component.clone(),
            row.year,
            u16::try_from(unit).unwrap(),
            row.measure,
        );
        let known = figures.get(&key).map_or(&[][..], Vec::as_slice);
        let wanted = (row.value.to_bits(), row.source_id.as_str().to_owned());
        assert!(known.contains(&wanted), "{key:?}: {} of {}", row.value, row.source_id);
        seen += 1;
    }
    assert_eq!(seen, figures.values().map(Vec::len).sum::<usize>());
}

/// The preferred figures of the country and of regions are in the dataset; where sources differ, all of them are in the notes.
#[test]
fn what_sources_say_differently_of_the_country_and_of_regions_is_in_the_notes() {
    let (package, normalized) = bundled();
    let mut said: BTreeMap<_, Vec<(u64, bool)>> = BTreeMap::new();
    for row in &package.observations {
        if row.index.shown().is_some() && row.unit.province().is_none() {
            let figure = (
                row.index,
                row.component.clone(),
                row.year,
                row.unit.to_string(),
                row.measure,
            );
            said.entry(figure)
                .or_default()
                .push((row.value.to_bits(), row.preferred));
        }
    }
    said.retain(|_, values| values.iter().any(|(value, _)| *value != values[0].0));
    let told: usize = normalized.notes.iter().map(|notes| notes.area_claims.len()).sum();
    assert!(!said.is_empty());
    assert_eq!(told, said.values().map(Vec::len).sum::<usize>());
}

#[test]
fn every_known_exception_about_totals_and_ranks_explains_something() {
    let (package, normalized) = bundled();
    let told: usize = normalized.notes.iter().map(|notes| notes.explanations.len()).sum();
    let about = [
        "totals_not_reproduced",
        "parts_differ_from_total",
        "sipas_part_differs",
        "never_shown",
    ];
    let rows = package.known_exceptions.iter();
    let rows = rows.filter(|row| about.contains(&row.check.as_str())).count();
    assert_eq!((told, rows > 0), (rows, true));
    for notes in &normalized.notes {
        for explanation in &notes.explanations {
            let [english, vietnamese] = &notes.texts[usize::from(explanation.note)];
            assert!(!english.is_empty() && english != vietnamese);
        }
    }
}

#[test]
fn every_value_of_an_indicator_is_in_its_dataset_to_the_last_digit() {
    let (package, normalized) = bundled();
    let units = unit_lists(&normalized.registry);
    let mut values = BTreeMap::new();
    for dataset in &normalized.indicators {
        for column in read_columns(&dataset.columns).unwrap() {
            let indicator = &dataset.indicators[usize::from(column.component)].id;
            for figure in column.figures {
                let key = (dataset.index, indicator.clone(), column.year, figure.unit);
                values.insert(key, figure.value.to_bits());
            }
        }
    }
    assert_eq!(values.len(), package.indicator_values.len());
    for row in &package.indicator_values {
        let unit = u16::try_from(units.of(row.borders).position(&row.unit).unwrap()).unwrap();
        let key = (row.index.shown().unwrap(), row.indicator.clone(), row.year, unit);
        assert_eq!(values[&key], row.value.to_bits(), "{key:?}");
    }
}
