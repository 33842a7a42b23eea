//! The planner's analyses over the built-in figures: every province, every pair of neighbouring years.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vithe::{
    catalog::{Catalog, RedistributionOverrides},
    query::{answer_what_if, find_changes, list_declines, list_rankings},
};
use vithe_datasets::{PackageFiles, read_package};
use vithe_shared::{
    Borders, ComponentId, IndexId, ProvinceSlug, Year,
    api::{IntervalKind, what_if::WhatIfRequest},
    query::{ChangesQuery, DeclinesQuery, IntervalChoice, RankingQuery, StreakLength},
};

fn catalog() -> Catalog {
    let Ok(package) = read_package(&PackageFiles::embedded()) else {
        unreachable!("the built-in package is checked by the tests");
    };
    let Ok(catalog) = Catalog::build(&package, &RedistributionOverrides::new()) else {
        unreachable!("a checked package always builds");
    };
    catalog
}

/// Every province with every year that has one before it.
fn changes_of(catalog: &Catalog, index: IndexId) -> Vec<ChangesQuery> {
    let years: Vec<Year> = catalog
        .index(index)
        .tables(&ComponentId::overall())
        .map(|table| table.year)
        .collect();
    let provinces = catalog.units(Borders::Provinces63).provinces();
    provinces
        .iter()
        .flat_map(|province| {
            years.windows(2).map(|pair| ChangesQuery {
                index,
                province: province.slug.clone(),
                from: Some(pair[0]),
                to: Some(pair[1]),
            })
        })
        .collect()
}

fn declines_of(index: IndexId) -> DeclinesQuery {
    DeclinesQuery {
        index,
        until: None,
        streak: StreakLength(1),
        province: None,
        region: None,
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
    }
}

fn analyses(criterion: &mut Criterion) {
    let catalog = catalog();
    for index in [IndexId::Pci, IndexId::Papi] {
        let queries = changes_of(&catalog, index);
        criterion.bench_function(
            &format!("decomposition of {} changes of {index}", queries.len()),
            |bencher| {
                bencher.iter(|| {
                    queries
                        .iter()
                        .filter(|query| find_changes(black_box(&catalog), query).is_ok())
                        .count()
                });
            },
        );
    }
    criterion.bench_function("declines of all indices", |bencher| {
        bencher.iter(|| {
            let answers = IndexId::ALL.map(|index| list_declines(black_box(&catalog), &declines_of(index)));
            answers.iter().flatten().map(|answer| answer.rows.len()).sum::<usize>()
        });
    });
    for (index, kind) in [
        (IndexId::Pci, IntervalKind::Weights),
        (IndexId::Papi, IntervalKind::Weights),
        (IndexId::Papi, IntervalKind::Sampling),
    ] {
        let query = intervals_of(index, kind);
        criterion.bench_function(&format!("rank intervals of {index} 2019 by {kind}"), |bencher| {
            bencher.iter(|| list_rankings(black_box(&catalog), black_box(&query)));
        });
    }
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
    };
    criterion.bench_function("what-if with a target rank", |bencher| {
        bencher.iter(|| answer_what_if(black_box(&catalog), black_box(&request)));
    });
}

criterion_group!(benches, analyses);
criterion_main!(benches);
