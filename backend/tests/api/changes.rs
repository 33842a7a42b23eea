//! `GET /api/v1/changes`.

use serde_json::{Value, json};

use crate::support::{get, get_json};

fn contribution<'a>(answer: &'a Value, component: &str) -> &'a Value {
    let parts = answer["parts"].as_array().unwrap();
    &parts.iter().find(|part| part["component"] == component).unwrap()["contribution"]
}

/// The decomposition printed in the method: support carried the rise, five components fell.
#[tokio::test]
async fn hau_giang_pci_2021_is_decomposed_as_documented() {
    let answer = get_json("/api/v1/changes?index=pci&province=hau-giang&from=2020&to=2021").await;
    assert_eq!(answer["score_change"], json!(0.69));
    assert_eq!(answer["comparability"], "limited");
    for (component, expected) in [
        ("support", 3.44),
        ("labor", 0.64),
        ("entry", 0.345),
        ("land", 0.18),
        ("informal", 0.14),
        ("transparency", -1.56),
        ("fair", -1.515),
        ("time", -0.415),
        ("proactivity", -0.35),
        ("legal", -0.225),
    ] {
        let told = contribution(&answer, component).as_f64().unwrap();
        assert!((told - expected).abs() < 1e-9, "{component}: {told}");
    }
    assert_eq!(answer["residual"], json!(0.01));
    assert_eq!(answer["from"]["weights_assumed"], true);
    assert_eq!(answer["rank_change"]["total"], 1);
}

#[tokio::test]
async fn years_that_do_not_compare_are_refused_with_both_values() {
    let answer = get_json("/api/v1/changes?index=papi&province=hau-giang&from=2020&to=2021").await;
    assert_eq!(answer["score_change"], Value::Null);
    assert_eq!(answer["comparability"], "not_comparable");
    assert!(answer["reason"]["vi"].as_str().unwrap().contains("5.2"));
    assert!((answer["from"]["score"].as_f64().unwrap() - 43.077).abs() < 0.001);
    assert!((answer["to"]["score"].as_f64().unwrap() - 42.164).abs() < 0.001);
    assert_eq!(
        (&answer["from"]["rank"], &answer["to"]["rank"]),
        (&json!(27), &json!(33))
    );
    assert_eq!(answer["parts"], json!([]));
    assert_eq!(answer["rank_change"], Value::Null);
}

/// In decimal: every value is a whole number of millionths.
fn millionths(value: &Value) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "scores are small")]
    let whole = (value.as_f64().unwrap() * 1e6).round() as i64;
    whole
}

#[tokio::test]
async fn parts_and_residual_add_up_exactly_down_to_the_sub_dimensions() {
    for address in [
        "/api/v1/changes?index=papi&province=hau-giang&from=2023&to=2024",
        "/api/v1/changes?index=pci&province=thanh-hoa&from=2018&to=2019",
        "/api/v1/changes?index=pci&province=can-tho&from=2010&to=2011",
    ] {
        let answer = get_json(address).await;
        let parts = answer["parts"].as_array().unwrap();
        assert!(!parts.is_empty(), "{address}");
        let sum: i64 = parts
            .iter()
            .map(|part| millionths(&part["contribution"]) + millionths(&part["weight_effect"]))
            .sum();
        assert_eq!(
            sum + millionths(&answer["residual"]),
            millionths(&answer["score_change"]),
            "{address}"
        );
        for part in parts {
            let below = part["parts"].as_array().unwrap();
            if !below.is_empty() {
                let sum: i64 = below.iter().map(|part| millionths(&part["contribution"])).sum();
                assert_eq!(sum, millionths(&part["contribution"]), "{address}");
            }
        }
    }
}

#[tokio::test]
async fn the_residual_of_pci_2011_is_shown() {
    let answer = get_json("/api/v1/changes?index=pci&province=hau-giang&from=2010&to=2011").await;
    assert!(
        answer["residual"].as_f64().unwrap().abs() > 0.02,
        "{}",
        answer["residual"]
    );
}

#[tokio::test]
async fn the_parts_of_a_rank_change_add_up() {
    let answer = get_json("/api/v1/changes?index=pci&province=hau-giang&from=2018&to=2019").await;
    let change = &answer["rank_change"];
    let part = |name: &str| change[name].as_f64().unwrap();
    let sum = part("own_score") + part("others") + part("membership") + part("tie_order");
    assert!((sum - part("total")).abs() < 1e-5, "{change}");
}

#[tokio::test]
async fn an_incomplete_table_refuses_the_rank_change_and_says_how_many_are_on_record() {
    let answer = get_json("/api/v1/changes?index=pci&province=bac-giang&from=2023&to=2024").await;
    assert_eq!(answer["rank_change"], Value::Null);
    assert_eq!(answer["rank_change_refused"]["code"], "incomplete_table");
    assert!(answer["rank_change_refused"]["vi"].as_str().unwrap().contains("18/63"));
}

#[tokio::test]
async fn bad_questions_name_the_parameter() {
    for (address, status, code) in [
        ("/api/v1/changes?index=pci", 400, "missing_parameter"),
        (
            "/api/v1/changes?index=pci&province=hau-giang&until=2020",
            400,
            "unknown_parameter",
        ),
        ("/api/v1/changes?index=pci&province=nowhere", 404, "unknown_province"),
        (
            "/api/v1/changes?index=pci&province=hau-giang&to=1999",
            400,
            "malformed_parameter",
        ),
        (
            "/api/v1/changes?index=pci&province=hau-giang&to=2030",
            404,
            "unknown_year",
        ),
        (
            "/api/v1/changes?index=pci&province=hau-giang&from=2021&to=2020",
            409,
            "conflicting_parameters",
        ),
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, status, "{address}");
        assert_eq!(answer.json()["code"], code, "{address}");
    }
}

#[tokio::test]
async fn a_file_has_a_line_for_the_total_and_one_for_each_part() {
    let file = get("/api/v1/changes.csv?index=pci&province=hau-giang&from=2020&to=2021").await;
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"pci_hau-giang_changes_2020-2021.csv\""
    );
    let mut reader = csv::Reader::from_reader(&*file.body);
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell =
        |row: &csv::StringRecord, name: &str| row[header.iter().position(|column| column == name).unwrap()].to_owned();
    let total = &rows[0];
    assert_eq!(cell(total, "component"), "overall");
    assert_eq!(
        (cell(total, "change_score"), cell(total, "residual")),
        ("0.69".into(), "0.01".into())
    );
    assert_eq!(
        (cell(total, "rank_to"), cell(total, "rank_n_to")),
        ("38".into(), "63".into())
    );
    assert_eq!(rows.len(), 11);
    let told: f64 = rows[1..]
        .iter()
        .flat_map(|row| [cell(row, "contribution"), cell(row, "weight_effect")])
        .map(|value| value.parse::<f64>().unwrap())
        .sum();
    assert!((told + 0.01 - 0.69).abs() < 1e-9, "{told}");
    // Of years that do not compare only both values are told.
    let refused = get("/api/v1/changes.csv?index=papi&province=hau-giang&from=2020&to=2021").await;
    assert_eq!(refused.text().trim().lines().count(), 2, "{}", refused.text());
    // PAR INDEX 2020 of Hậu Giang is an estimate.
    let estimate = get("/api/v1/changes.csv?index=par&province=hau-giang&to=2021").await;
    assert!(
        estimate.text().lines().nth(1).unwrap().contains(",E,A"),
        "{}",
        estimate.text()
    );
}
