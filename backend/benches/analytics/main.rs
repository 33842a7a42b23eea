//! The planner's analyses over the built-in figures: every province, every pair of neighbouring years; then over synthetic
//! figures of ten and a hundred times as many provinces ([`scaled`]), so that an analysis that grows faster than its tables
//! is seen. What is prepared once, when a catalog is built, is not part of the times.

mod scaled;

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};
use vithe_datasets::{Package, PackageFiles, normalize, read_package};
use vithe_shared::{
    Borders, ComponentId, IndexId, ProvinceSlug, Year,
    api::what_if::WhatIfRequest,
    domain::IntervalKind,
    engine::{
        answers::{answer_what_if, find_changes, list_declines, list_rankings},
        catalog::Catalog,
    },
    query::{ChangesQuery, DeclinesQuery, IntervalChoice, RankingQuery, StreakLength},
};

/// How many times as many provinces as there are. `cargo xtask bench` reads the times of these.
const FACTORS: [u16; 3] = [1, 10, 100];

fn package() -> Package {
    let Ok(package) = read_package(&PackageFiles::embedded()) else {
        unreachable!("the built-in package is checked by the tests");
    };
    package
}

fn catalog(package: &Package) -> Catalog {
    let normalized = normalize(package);
    let Ok(Ok(catalog)) = normalized.map(vithe_datasets::NormalizedPackage::into_catalog) else {
        unreachable!("a checked package always builds");
    };
    catalog
}

/// Every province with every year that has one before it.
fn changes_of(catalog: &Catalog, index: IndexId) -> Vec<ChangesQuery> {
    let Ok(held) = catalog.index(index) else {
        unreachable!("all indices are here");
    };
    let years: Vec<Year> = held.years(&ComponentId::overall()).collect();
    let provinces = catalog.units(Borders::Provinces63).provinces();
    provinces
        .iter()
        .flat_map(|province| {
            years.windows(2).map(|pair| ChangesQuery {
                index,
                province: province.slug.clone(),
                from: Some(pair[0]),
                to: Some(pair[1]),
                borders: None,
            })
        })
        .collect()
}

fn declines_of(index: IndexId) -> DeclinesQuery {
    DeclinesQuery {
        from: None,
        index,
        until: None,
        streak: StreakLength(1),
        province: None,
        region: None,
        borders: None,
    }
}

/// The table of totals of 2019 with its rank intervals.
fn intervals_of(index: IndexId, kind: IntervalKind) -> RankingQuery {
    RankingQuery {
        index,
        component: ComponentId::overall(),
        year: Some(Year(2019)),
        region: None,
        borders: None,
        interval: Some(IntervalChoice { kind, points: None }),
        rank: None,
    }
}

/// The analyses over all provinces, at 1, 10 and 100 times as many.
fn growth(criterion: &mut Criterion) {
    let package = package();
    for factor in FACTORS {
        let catalog = catalog(&scaled::with_provinces_times(&package, factor));
        let mut measure = |name: &str, analysis: &dyn Fn() -> usize| {
            assert!(analysis() > 0, "{name} at {factor}x answers nothing");
            let mut group = criterion.benchmark_group(name);
            if factor > 1 {
                group
                    .sample_size(10)
                    .sampling_mode(SamplingMode::Flat)
                    .warm_up_time(Duration::from_millis(500))
                    .measurement_time(Duration::from_secs(2));
            }
            group.bench_function(format!("{factor}x"), |bencher| bencher.iter(analysis));
            group.finish();
        };
        for index in [IndexId::Pci, IndexId::Papi] {
            let queries = changes_of(&catalog, index);
            measure(&format!("decomposition of {index}"), &|| {
                queries
                    .iter()
                    .filter(|query| find_changes(black_box(&catalog), query).is_ok())
                    .count()
            });
        }
        measure("declines of all indices", &|| {
            let answers = IndexId::ALL.map(|index| list_declines(black_box(&catalog), &declines_of(index)));
            answers.iter().flatten().map(|answer| answer.rows.len()).sum()
        });
        for index in [IndexId::Pci, IndexId::Papi] {
            let query = intervals_of(index, IntervalKind::Weights);
            measure(&format!("rank intervals of {index} 2019 by weights"), &|| {
                list_rankings(black_box(&catalog), black_box(&query)).map_or(0, |answer| answer.rows.len())
            });
        }
    }
}

fn analyses(criterion: &mut Criterion) {
    let catalog = catalog(&package());
    let query = intervals_of(IndexId::Papi, IntervalKind::Sampling);
    criterion.bench_function("rank intervals of papi 2019 by sampling", |bencher| {
        bencher.iter(|| list_rankings(black_box(&catalog), black_box(&query)));
    });
    let Ok(province) = "hau-giang".parse::<ProvinceSlug>() else {
        unreachable!("a well-formed slug");
    };
    let request = WhatIfRequest {
        index: IndexId::Pci,
        province,
        year: Some(Year(2021)),
        changes: std::collections::BTreeMap::new(),
        drift: false,
        target_rank: Some(1),
        target_score: None,
        usual_changes: std::collections::BTreeMap::new(),
        peer: None,
        borders: None,
    };
    criterion.bench_function("what-if with a target rank", |bencher| {
        bencher.iter(|| answer_what_if(black_box(&catalog), black_box(&request)));
    });
}

criterion_group!(benches, growth, analyses);
criterion_main!(benches);
