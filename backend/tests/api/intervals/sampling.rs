//! The sampling errors of PAPI 2019 and the intervals by them.

use serde_json::{Value, json};
use vithe_datasets::{PackageFiles, read_package};
use vithe_shared::{
    ComponentId, IndexId, Year,
    analytics::interval::{CONFIDENCE, SAMPLING_DRAWS, SEED, critical_value, t_statistic},
    domain::Membership,
    engine::catalog::{IndexCatalog, Table},
};

use super::intervals;
use crate::support::{catalog, get_json, row};

fn papi_2019() -> (&'static IndexCatalog, &'static Table) {
    let papi = catalog().index(IndexId::Papi).unwrap();
    (papi, papi.table(&ComponentId::overall(), Year(2019)).unwrap())
}

/// Slug, score and standard error of every province.
fn survey_of_2019() -> Vec<(String, f64, f64)> {
    let (papi, table) = papi_2019();
    let errors = &papi
        .sampling_errors(&ComponentId::overall(), Year(2019))
        .unwrap()
        .standard_errors;
    let units = catalog().units(table.borders).provinces();
    let cells = table.cells.iter().zip(errors).zip(units);
    cells
        .filter(|((cell, _), _)| cell.membership == Membership::Member)
        .map(|((cell, error), unit)| {
            (
                unit.slug.to_string(),
                cell.score.as_ref().unwrap().exact,
                error.unwrap(),
            )
        })
        .collect()
}

/// Bến Tre 46.74277 ± 0.26582, Quảng Ninh 46.66279 ± 0.74947, Sơn La 45.10808 ± 1.98982, Bình Định 40.83647 ± 0.54501.
#[test]
fn t_statistics_are_those_worked_out_by_hand() {
    let survey = survey_of_2019();
    let of = |slug: &str| {
        let (_, score, error) = survey.iter().find(|(name, ..)| name == slug).unwrap();
        (*score, *error)
    };
    let t = |higher: &str, lower: &str| {
        let (higher, lower) = (of(higher), of(lower));
        t_statistic(higher.0 - lower.0, [higher.1, lower.1])
    };
    // 5.9063 / √(0.070660 + 0.297036); 0.07998 / √(0.070660 + 0.561705); 4.27161 / √(3.959384 + 0.297036).
    for (pair, expected) in [
        (("ben-tre", "binh-dinh"), 9.740),
        (("ben-tre", "quang-ninh"), 0.1006),
        (("son-la", "binh-dinh"), 2.0705),
    ] {
        let actual = t(pair.0, pair.1);
        assert!((actual - expected).abs() < 5e-4, "{pair:?}: {actual}");
    }
}

/// The scores the errors belong to are the unweighted ones, and these are the totals of the index.
#[test]
fn sampling_errors_belong_to_the_scores_of_the_index() {
    let package = read_package(&PackageFiles::embedded()).unwrap();
    let (_, table) = papi_2019();
    let units = catalog().units(table.borders);
    let mut compared = 0;
    for printed in package
        .sampling_errors
        .iter()
        .filter(|printed| printed.measure.as_str() == "score" && printed.weighting.as_str() == "unweighted")
    {
        let unit = units.position(&printed.unit).unwrap();
        let total = table.cells[unit].score.as_ref().unwrap().exact;
        assert!((total - printed.value).abs() < 1e-5, "{}", printed.unit);
        compared += 1;
    }
    assert_eq!(compared, 63);
}

#[tokio::test]
async fn sampling_intervals_of_papi_2019_count_the_significant_rivals() {
    let survey = survey_of_2019();
    assert_eq!(survey.len(), 63);
    let errors: Vec<f64> = survey.iter().map(|(_, _, error)| *error).collect();
    let critical = critical_value(&errors, CONFIDENCE, SAMPLING_DRAWS, SEED);
    // Above the two-sided 1.96 of a single pair, below Bonferroni's 4.21 for all 1,953 pairs.
    assert!((3.2..4.21).contains(&critical), "{critical}");
    assert_eq!(critical, critical_value(&errors, CONFIDENCE, SAMPLING_DRAWS, SEED));
    let of_another_seed = critical_value(&errors, CONFIDENCE, SAMPLING_DRAWS, SEED + 1);
    assert!((critical - of_another_seed).abs() < 0.1, "{of_another_seed}");

    let answer = get_json("/api/v1/rankings?index=papi&year=2019&interval=sampling").await;
    for (province, _, best, worst) in intervals(&answer) {
        let (_, score, error) = survey.iter().find(|(name, ..)| name == &province).unwrap();
        let significant = |sign: f64| {
            let rivals = survey.iter();
            rivals
                .filter(|(_, other, other_error)| {
                    let spread = (error * error + other_error * other_error).sqrt();
                    sign * (other - score) / spread > critical
                })
                .count() as u64
        };
        assert_eq!(
            (best, worst),
            (1 + significant(1.0), 63 - significant(-1.0)),
            "{province}"
        );
    }
    assert_eq!(row(&answer, "ben-tre")["rank_interval"]["parameter"], 0.95);
    assert_eq!(intervals(&answer).len(), 63);
    let sources: Vec<&Value> = answer["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| &source["id"])
        .collect();
    assert!(sources.contains(&&json!("papi-2019-full")), "{sources:?}");
}

#[tokio::test]
async fn sampling_intervals_of_papi_2019_are_wide() {
    let answer = get_json("/api/v1/rankings?index=papi&year=2019&interval=sampling").await;
    let intervals = intervals(&answer);
    let mut widths: Vec<u64> = intervals.iter().map(|(_, _, best, worst)| worst - best).collect();
    widths.sort_unstable();
    assert!(widths[31] > 31, "the median interval is half of the table: {widths:?}");
    // But the best and the worst are apart.
    assert!(
        row(&answer, "ben-tre")["rank_interval"]["worst"].as_u64()
            < row(&answer, "binh-dinh")["rank_interval"]["best"].as_u64()
    );
}
