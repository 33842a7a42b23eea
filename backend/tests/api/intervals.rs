//! Rank intervals of `GET /api/v1/rankings` and `GET /api/v1/provinces/{slug}/profile`, over the built-in figures.

use serde_json::{Value, json};
use vithe_datasets::{PackageFiles, read_package};
use vithe_shared::{
    ComponentId, IndexId, ProvinceSlug, Year,
    analytics::interval::{CONFIDENCE, SAMPLING_DRAWS, SEED, critical_value, t_statistic},
    domain::Membership,
    engine::catalog::{IndexCatalog, Table},
};

use crate::support::{catalog, get, get_in, get_json, row};

/// Province, rank, best and worst rank of every row that has an interval.
fn intervals(answer: &Value) -> Vec<(String, u64, u64, u64)> {
    let rows = answer["rows"].as_array().unwrap().iter();
    rows.filter(|row| row["rank_interval"].is_object())
        .map(|row| {
            let number = |value: &Value| value.as_u64().unwrap();
            (
                row["province"].as_str().unwrap().to_owned(),
                number(&row["rank"]),
                number(&row["rank_interval"]["best"]),
                number(&row["rank_interval"]["worst"]),
            )
        })
        .collect()
}

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

/// The kinds the table of totals of a year has.
async fn kinds(index: &str, year: u16) -> Value {
    get_json(&format!("/api/v1/rankings?index={index}&year={year}")).await["intervals"].clone()
}

#[tokio::test]
async fn every_interval_holds_its_rank() {
    for address in [
        "index=papi&year=2019&interval=sampling",
        "index=papi&year=2019&interval=weights",
        "index=papi&year=2024&interval=rounding",
        "index=pci&year=2019&interval=weights",
        "index=pci&year=2020&interval=perturbation&points=0.01",
        "index=pci&year=2022&interval=rounding",
        "index=pci&year=2019&component=transparency&interval=perturbation",
    ] {
        let answer = get_json(&format!("/api/v1/rankings?{address}")).await;
        let intervals = intervals(&answer);
        assert!(!intervals.is_empty(), "{address}");
        for (province, rank, best, worst) in intervals {
            assert!(
                1 <= best && best <= rank && rank <= worst && worst <= answer["n"].as_u64().unwrap(),
                "{address}: {province} {best}–{worst} around {rank}"
            );
        }
    }
}

#[tokio::test]
async fn weights_can_be_varied_where_components_are_complete_and_add_up() {
    for year in 2005..=2024_u16 {
        let has_weights = kinds("pci", year).await.as_array().unwrap().contains(&json!("weights"));
        // The components of 2011 do not give its totals; those of 2005, 2020 to 2022 and 2024 are not all on record.
        let has_components = (2006..=2019).contains(&year) || year == 2023;
        assert_eq!(has_weights, has_components && year != 2011, "{year}");
    }
    for year in 2011..=2024_u16 {
        assert!(
            kinds("papi", year)
                .await
                .as_array()
                .unwrap()
                .contains(&json!("weights")),
            "{year}"
        );
    }
}

#[tokio::test]
async fn tables_without_all_scores_have_no_intervals() {
    for index in ["par", "sipas"] {
        let years = catalog().index(index.parse().unwrap()).unwrap().info().years.clone();
        for year in years {
            // A pilot of ten provinces is complete in itself.
            let expected = if (index, year) == ("sipas", Year(2015)) {
                json!(["perturbation"])
            } else {
                json!([])
            };
            assert_eq!(kinds(index, year.0).await, expected, "{index} {year}");
        }
    }
}

#[tokio::test]
async fn sampling_errors_exist_for_papi_2019_only() {
    for year in 2011..=2024_u16 {
        let has_errors = kinds("papi", year)
            .await
            .as_array()
            .unwrap()
            .contains(&json!("sampling"));
        assert_eq!(has_errors, year == 2019, "{year}");
    }
}

#[tokio::test]
async fn rounding_tells_of_derived_ranks_only() {
    let answer = get_json("/api/v1/rankings?index=pci&year=2022&interval=rounding").await;
    for row in answer["rows"].as_array().unwrap() {
        assert_eq!(
            row["rank_interval"].is_object(),
            row["rank_basis"] == "derived",
            "{row}"
        );
    }
    // Printed with two decimals, so an open order needs equal scores.
    for (province, _, best, worst) in intervals(&answer) {
        let score = &row(&answer, &province)["score"];
        let equal = answer["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| &row["score"] == score);
        assert_eq!(equal.count() as u64, worst - best + 1, "{province}");
    }
}

#[tokio::test]
async fn perturbation_counts_the_rivals_within_reach() {
    let answer = get_json("/api/v1/rankings?index=pci&year=2021&interval=perturbation&points=0.5").await;
    let scores: Vec<f64> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["score"].as_f64().unwrap())
        .collect();
    // Hậu Giang has 63.80: 64.30 at best, 63.30 at worst.
    let above = |own: f64| scores.iter().filter(|score| **score > own + 1e-9).count() as u64;
    let hau_giang = &row(&answer, "hau-giang")["rank_interval"];
    assert_eq!(hau_giang["kind"], "perturbation");
    assert_eq!(hau_giang["parameter"], 0.5);
    assert_eq!(hau_giang["best"], above(64.30) + 1);
    // Its own 63.80 is above 63.30 too.
    assert_eq!(hau_giang["worst"], above(63.30));
}

#[tokio::test]
async fn points_have_a_default_by_the_width_of_the_scale() {
    let parameter = async |address: &str| {
        let answer = get_json(&format!("/api/v1/rankings?interval=perturbation&{address}")).await;
        answer["rows"][0]["rank_interval"]["parameter"].clone()
    };
    assert_eq!(parameter("index=pci&year=2021").await, 1.0);
    assert_eq!(parameter("index=pci&year=2019&component=land").await, 0.1);
    assert_eq!(parameter("index=papi&year=2019&component=d1").await, 0.1);
}

#[tokio::test]
async fn weights_move_ranks_of_pci_2019_a_little() {
    let address = "/api/v1/rankings?index=pci&year=2019&interval=weights";
    let answer = get_json(address).await;
    let intervals = intervals(&answer);
    assert_eq!(intervals.len(), 63);
    // Quảng Ninh leads by 1.4 points, which ten percent on any weight do not undo; the close middle moves.
    assert_eq!(intervals[0], ("quang-ninh".to_owned(), 1, 1, 1));
    assert!(intervals.iter().any(|(_, _, best, worst)| worst - best >= 5));
    assert!(intervals.iter().all(|(_, _, best, worst)| worst - best <= 20));
    let again = get_json(address).await;
    assert_eq!(again, answer);
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

#[tokio::test]
async fn a_kind_a_table_lacks_is_refused_with_the_reason_and_what_there_is() {
    for (table, kind, code, words) in [
        (
            "index=pci&year=2011",
            "weights",
            "not_applicable",
            "up to 0.55 points off",
        ),
        (
            "index=pci&year=2022",
            "weights",
            "incomplete_table",
            "14 of 63 provinces",
        ),
        (
            "index=pci&year=2005",
            "weights",
            "not_applicable",
            "weights of the components of PCI 2005",
        ),
        (
            "index=pci&year=2019&component=land",
            "weights",
            "not_applicable",
            "on the total only",
        ),
        ("index=pci&year=2019", "rounding", "not_applicable", "the publisher’s"),
        (
            "index=pci&year=2024",
            "perturbation",
            "incomplete_table",
            "18 of 63 provinces",
        ),
        ("index=pci&year=2019", "sampling", "not_applicable", "PAPI 2019 only"),
        ("index=papi&year=2018", "sampling", "not_applicable", "PAPI 2019 only"),
        (
            "index=papi&year=2019&component=d1",
            "sampling",
            "not_applicable",
            "PAPI 2019 only",
        ),
        ("index=par&year=2023", "weights", "incomplete_table", "of 63 provinces"),
        (
            "index=sipas&year=2023",
            "perturbation",
            "incomplete_table",
            "of 63 provinces",
        ),
    ] {
        let address = format!("/api/v1/rankings?{table}&interval={kind}");
        let answer = get_in("en", &address).await;
        assert_eq!(answer.status, 409, "{address}");
        let problem = answer.json();
        assert_eq!(problem["code"], code, "{address}: {problem}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(words), "{address}: {detail}");
        let told: Vec<&str> = match detail.rsplit_once("here: ") {
            Some((_, list)) if !detail.contains("none of any kind") => list
                .trim_end_matches('.')
                .split(", ")
                .map(|kind| {
                    kind.rsplit_once('(')
                        .map_or(kind, |(_, name)| name.trim_end_matches(')'))
                })
                .collect(),
            _ => Vec::new(),
        };
        let has = get_json(&format!("/api/v1/rankings?{table}")).await["intervals"].clone();
        assert_eq!(has, json!(told), "{address}");
        assert_eq!(problem["errors"][0]["pointer"], "interval");
    }
    let answer = get("/api/v1/rankings?index=pci&year=2011&interval=weights")
        .await
        .json();
    assert!(
        answer["detail"].as_str().unwrap().contains("lệch tới 0,55 điểm"),
        "{answer}"
    );
}

#[tokio::test]
async fn bad_questions_name_the_parameter() {
    for (address, status, code, pointer) in [
        ("index=pci&interval=bootstrap", 400, "malformed_parameter", "interval"),
        ("index=pci&points=1", 409, "conflicting_parameters", "points"),
        (
            "index=papi&interval=weights&points=1",
            409,
            "conflicting_parameters",
            "points",
        ),
        (
            "index=pci&interval=perturbation&points=many",
            400,
            "malformed_parameter",
            "points",
        ),
        (
            "index=pci&interval=perturbation&points=0",
            409,
            "not_applicable",
            "points",
        ),
        (
            "index=pci&interval=perturbation&points=-1",
            409,
            "not_applicable",
            "points",
        ),
        (
            "index=pci&year=2019&component=land&interval=perturbation&points=9.1",
            409,
            "not_applicable",
            "points",
        ),
        (
            "index=pci&interval=weights&interval=sampling",
            400,
            "repeated_parameter",
            "interval",
        ),
    ] {
        let answer = get(&format!("/api/v1/rankings?{address}")).await;
        assert_eq!(answer.status, status, "{address}");
        assert_eq!(answer.json()["code"], code, "{address}");
        assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{address}");
    }
}

#[tokio::test]
async fn csv_has_the_interval_in_columns() {
    let answer = get("/api/v1/rankings.csv?index=papi&year=2019&interval=sampling").await;
    let lines: Vec<Vec<&str>> = answer
        .text()
        .split("\r\n")
        .map(|line| line.split(',').collect())
        .collect();
    let column = |name: &str| {
        lines[0]
            .iter()
            .position(|head| head.trim_start_matches('\u{feff}') == name)
            .unwrap()
    };
    let line = lines.iter().find(|line| line.contains(&"ben-tre")).unwrap();
    assert_eq!(line[column("rank_interval")], "sampling");
    assert_eq!(line[column("rank_interval_parameter")], "0.95");
    assert_eq!(line[column("rank_best")], "1");
    let plain = get("/api/v1/rankings.csv?index=papi&year=2019").await;
    let line = plain
        .text()
        .split("\r\n")
        .find(|line| line.contains("ben-tre"))
        .unwrap()
        .to_owned();
    assert_eq!(line.split(',').nth(column("rank_best")), Some(""));
}

#[tokio::test]
async fn a_profile_has_the_intervals_of_its_totals() {
    let answer = get_json("/api/v1/provinces/hau-giang/profile?year=2019&interval=weights").await;
    let index = |id: &str| {
        let indices = answer["indices"].as_array().unwrap();
        indices.iter().find(|own| own["index"] == id).unwrap()
    };
    for id in ["pci", "papi"] {
        let table = get_json(&format!("/api/v1/rankings?index={id}&year=2019&interval=weights")).await;
        let expected = &row(&table, "hau-giang")["rank_interval"];
        assert!(expected.is_object(), "{id}");
        assert_eq!(&index(id)["overall"]["row"]["rank_interval"], expected, "{id}");
        assert_eq!(index(id)["interval_refused"], Value::Null, "{id}");
        // Components have none.
        for component in index(id)["components"].as_array().unwrap() {
            assert_eq!(component["row"]["rank_interval"], Value::Null);
        }
    }
    assert_eq!(
        index("papi")["intervals"],
        json!(["rounding", "perturbation", "weights", "sampling"])
    );
    for own in answer["indices"].as_array().unwrap() {
        let is_refused = own["interval_refused"].is_object();
        assert_ne!(own["overall"]["row"]["rank_interval"].is_object(), is_refused, "{own}");
    }
}

#[tokio::test]
async fn a_kind_that_no_index_of_a_profile_has_is_refused() {
    let address = "/api/v1/provinces/hau-giang/profile?year=2021&interval=sampling";
    let answer = get(address).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["code"]),
        (409, &json!("not_applicable"))
    );
    let detail = answer.json()["detail"].as_str().unwrap().to_owned();
    assert!(
        detail.contains("PAPI 2019")
            && detail.contains("làm tròn (rounding), mức tăng, giảm điểm (perturbation), trọng số (weights)"),
        "{detail}"
    );
    let bad = get("/api/v1/provinces/hau-giang/profile?interval=perturbation&points=-2").await;
    assert_eq!(
        (bad.status.as_u16(), &bad.json()["code"]),
        (409, &json!("not_applicable"))
    );
}

#[tokio::test]
async fn unknown_provinces_and_years_stay_unknown() {
    let unknown: ProvinceSlug = "nowhere".parse().unwrap();
    for address in [
        format!("/api/v1/provinces/{unknown}/profile?interval=weights"),
        "/api/v1/rankings?index=pci&year=2003&interval=weights".to_owned(),
    ] {
        assert_eq!(get(&address).await.status, 404, "{address}");
    }
}
