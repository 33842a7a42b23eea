//! Rank intervals of `GET /api/v1/rankings` and `GET /api/v1/provinces/{slug}/profile`, over the built-in figures.

mod refusals;
mod sampling;

use serde_json::{Value, json};
use vithe_shared::Year;

use crate::support::{catalog, get, get_json, row};

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
