//! The indicators of PCI 2023 against what was computed of the same values by another program.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use vithe_datasets::{PackageFiles, normalize, read_package};
use vithe_shared::{
    IndexId, Year,
    api::indicators::IndicatorsAnswer,
    domain::StandsOut,
    engine::{
        answers::{find_indicator_ranking, list_indicators},
        catalog::Catalog,
    },
    query::{IndicatorRankingQuery, IndicatorsQuery},
};

const YEAR: Year = Year(2023);

fn catalog() -> Catalog {
    let package = read_package(&PackageFiles::embedded()).unwrap();
    normalize(&package).unwrap().into_catalog().unwrap()
}

fn of_hau_giang(catalog: &Catalog, component: &str) -> IndicatorsAnswer {
    let query = IndicatorsQuery {
        index: IndexId::Pci,
        component: Some(component.parse().unwrap()),
        year: Some(YEAR),
        province: Some("hau-giang".parse().unwrap()),
    };
    list_indicators(catalog, &query).unwrap()
}

#[test]
fn every_indicator_has_a_value_of_every_province() {
    let catalog = catalog();
    let all = IndicatorsQuery {
        index: IndexId::Pci,
        component: None,
        year: None,
        province: None,
    };
    let answer = list_indicators(&catalog, &all).unwrap();
    assert_eq!((answer.year, answer.rows.len()), (YEAR, 142));
    assert!(answer.rows.iter().all(|row| row.n == 63 && row.summary.is_some()));
}

/// Least, median and greatest value of the collectors' list, shares as per cent.
#[test]
fn the_summaries_are_those_of_the_list() {
    let catalog = catalog();
    for (indicator, min, median, max) in [
        ("entry.01", 3.0, 7.0, 14.0),
        ("land.14", 15.91, 74.0, 100.0),
        ("transparency.01", 2.6457, 2.9439, 3.3639),
        ("time.14", 5.0, 32.0, 80.0),
        ("fair.04", 14.13, 35.71, 53.85),
        ("labor.04", 2.0021, 5.7988, 12.2571),
        ("legal.18", 0.0, 0.76, 2.4),
    ] {
        let query = IndicatorRankingQuery {
            index: IndexId::Pci,
            indicator: indicator.parse().unwrap(),
            year: None,
            region: None,
        };
        let summary = find_indicator_ranking(&catalog, &query).unwrap().summary.unwrap();
        for (found, expected) in [(summary.min, min), (summary.median, median), (summary.max, max)] {
            assert!((found - expected).abs() < 0.006, "{indicator}: {found}, not {expected}");
        }
    }
}

/// Labour training is where Hậu Giang stands lowest in 2023 (58/63); the rest was computed with Python's own arithmetic.
#[test]
fn the_weakest_component_of_hau_giang_has_these_indicators_at_its_ends() {
    let answer = of_hau_giang(&catalog(), "labor");
    let told: Vec<(&str, u16, f64, Option<StandsOut>)> = answer
        .rows
        .iter()
        .map(|row| {
            let standing = row.standing.as_ref().unwrap();
            let id = row.indicator.id.as_str();
            (
                id,
                standing.rank.unwrap(),
                standing.distance.unwrap(),
                standing.stands_out,
            )
        })
        .collect();
    let bad = Some(StandsOut::Bad);
    assert_eq!(
        told,
        [
            ("labor.09", 58, -1.25, bad),
            ("labor.08", 59, -1.01, bad),
            ("labor.03", 59, -0.82, bad),
            ("labor.06", 56, -0.78, bad),
            ("labor.11", 50, -0.47, bad),
            // A higher share of costs is worse, and beyond the upper quartile stands out.
            ("labor.05", 48, -0.41, bad),
            ("labor.10", 45, -0.26, None),
            ("labor.07", 27, 0.14, None),
            ("labor.02", 25, 0.31, None),
            ("labor.01", 21, 0.37, None),
            ("labor.04", 15, 0.62, Some(StandsOut::Good)),
        ]
    );
}

/// The best are asked region by region: nobody of the region is better, and the others are worse.
#[test]
fn nobody_of_the_region_is_better_than_the_best_of_it() {
    let catalog = catalog();
    for component in ["entry", "land", "informal"] {
        for row in of_hau_giang(&catalog, component).rows {
            let ranking = find_indicator_ranking(
                &catalog,
                &IndicatorRankingQuery {
                    index: IndexId::Pci,
                    indicator: row.indicator.id.clone(),
                    year: None,
                    region: Some("md".parse().unwrap()),
                },
            )
            .unwrap();
            let best = row.standing.unwrap().region_best;
            let first: Vec<_> = ranking.rows.iter().filter(|row| row.region_rank == Some(1)).collect();
            assert!(
                first.iter().all(|row| row.value == Some(best.value)),
                "{}",
                row.indicator.id
            );
            assert_eq!(first.len(), best.provinces.len());
        }
    }
}
