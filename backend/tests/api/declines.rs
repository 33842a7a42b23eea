//! `GET /api/v1/declines`.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::support::{get, get_json};

#[tokio::test]
async fn runs_end_in_the_newest_complete_component_year() {
    assert_eq!(get_json("/api/v1/declines?index=pci").await["until"], 2023);
    assert_eq!(get_json("/api/v1/declines?index=papi").await["until"], 2024);
}

#[tokio::test]
async fn runs_are_falls_and_the_longest_come_first() {
    let answer = get_json("/api/v1/declines?index=papi&streak=2").await;
    let rows = answer["rows"].as_array().unwrap();
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| row["years"].as_u64().unwrap() >= 2));
    let heads = rows.iter().filter(|row| row["part_of"].is_null());
    let years: Vec<u64> = heads.map(|row| row["years"].as_u64().unwrap()).collect();
    assert!(years.is_sorted_by(|left, right| left >= right));
    for row in rows {
        let scores: Vec<f64> = row["scores"]
            .as_array()
            .unwrap()
            .iter()
            .map(|score| score.as_f64().unwrap())
            .collect();
        assert_eq!(scores.len() as u64, row["years"].as_u64().unwrap() + 1);
        assert!(scores.windows(2).all(|pair| pair[1] < pair[0]), "{row}");
    }
}

/// Components of PCI 2020 to 2022 are on record for some provinces, those of 2019 and 2023 for all.
#[tokio::test]
async fn a_span_between_complete_years_tells_of_every_province() {
    let runs = get_json("/api/v1/declines?index=pci").await;
    assert_eq!((&runs["from"], &runs["span_from"]), (&Value::Null, &json!(2019)));
    // The year before the newest of PAPI is complete, so runs tell of all.
    assert_eq!(get_json("/api/v1/declines?index=papi").await["span_from"], Value::Null);

    let span = get_json("/api/v1/declines?index=pci&from=2019").await;
    assert_eq!((&span["from"], &span["until"]), (&json!(2019), &json!(2023)));
    assert_eq!(span["comparability"], "limited");
    assert!(!span["reason"]["vi"].as_str().unwrap().is_empty());
    let rows = span["rows"].as_array().unwrap();
    let mut provinces: Vec<&str> = rows.iter().map(|row| row["province"].as_str().unwrap()).collect();
    provinces.sort_unstable();
    provinces.dedup();
    assert!(provinces.len() > 60, "{}", provinces.len());
    let number = |row: &Value, name: &str| row[name].as_f64().unwrap();
    let losses: Vec<f64> = rows
        .iter()
        .map(|row| {
            assert!(number(row, "total_change") < 0.0 && row["years"] == 0, "{row}");
            let weight = number(row, "cost_in_total") / -number(row, "total_change");
            weight * (number(row, "median_change") - number(row, "total_change"))
        })
        .collect();
    assert!(losses.is_sorted_by(|left, right| *left >= right - 1e-9));
    // Every fall of the province asked for, and nothing else.
    let scores = get_json("/api/v1/matrix?index=pci&year=2023&p=an-giang").await;
    let before = get_json("/api/v1/matrix?index=pci&year=2019&p=an-giang").await;
    let of = |matrix: &Value, component: &Value| {
        let columns = matrix["columns"].as_array().unwrap();
        let place = columns
            .iter()
            .position(|column| column["component"] == *component)
            .unwrap();
        matrix["rows"][0]["scores"][place].as_f64().unwrap()
    };
    let components = scores["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| &column["component"]);
    let fallen = components
        .filter(|component| of(&scores, component) < of(&before, component))
        .count();
    assert_eq!(rows.iter().filter(|row| row["province"] == "an-giang").count(), fallen);
    let file = get("/api/v1/declines.csv?index=pci&from=2019").await;
    assert!(
        file.header("content-disposition")
            .contains("pci_declines_vietnam_2019-2023.csv")
    );
    for from in ["2023", "2024"] {
        let refused = get(&format!("/api/v1/declines?index=pci&until=2023&from={from}")).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{from}");
    }
}

#[tokio::test]
async fn parts_follow_the_component_that_falls_with_them() {
    let answer = get_json("/api/v1/declines?index=papi&streak=1").await;
    let rows = answer["rows"].as_array().unwrap();
    let mut head = &rows[0];
    let mut parts = 0;
    for row in rows {
        if row["part_of"].is_null() {
            head = row;
        } else {
            assert_eq!(
                (&row["province"], &row["part_of"]),
                (&head["province"], &head["component"])
            );
            parts += 1;
        }
    }
    assert!(parts > 0);
    let is_listed = |row: &serde_json::Value, component: &str| {
        let same = |other: &&serde_json::Value| other["province"] == row["province"] && other["component"] == component;
        rows.iter().any(|other| same(&other))
    };
    let alone = rows.iter().filter(|row| row["part_of"].is_null());
    for row in alone.filter(|row| row["component"].as_str().unwrap().contains('.')) {
        let above = format!("d{}", row["component"].as_str().unwrap().split('.').next().unwrap());
        assert!(!is_listed(row, &above), "{row}");
    }
}

#[tokio::test]
async fn every_run_ends_in_the_year_of_the_answer() {
    for index in ["pci", "papi"] {
        let answer = get_json(&format!("/api/v1/declines?index={index}&streak=1")).await;
        assert!(
            answer["rows"]
                .as_array()
                .unwrap()
                .iter()
                .all(|row| row["until"] == answer["until"])
        );
    }
    // The components of 2021 are not on record for every province, but for this one.
    let own = get_json("/api/v1/declines?index=pci&streak=1&province=hau-giang").await;
    assert!(own["until"].as_u64().unwrap() > 2019);
    assert!(
        own["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["until"] == own["until"])
    );
}

#[tokio::test]
async fn csv_has_every_run() {
    let answer = get("/api/v1/declines.csv?index=papi&streak=1").await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"papi_declines_vietnam_2024.csv\""
    );
    let rows = get_json("/api/v1/declines?index=papi&streak=1").await["rows"]
        .as_array()
        .unwrap()
        .len();
    assert!(answer.text().starts_with("index,until,province,"));
    assert_eq!(answer.text().lines().count(), rows + 1);
}

/// PAPI was renewed in 2022 in two leaves only, so other leaves may fall from 2021 on; none may reach over 2021, where D5 changed.
#[tokio::test]
async fn a_break_ends_a_run() {
    let answer = get_json("/api/v1/declines?index=papi&streak=1").await;
    for row in answer["rows"].as_array().unwrap() {
        let from = row["from_year"].as_u64().unwrap();
        match row["component"].as_str().unwrap() {
            "1.1" | "7.3" | "d1" | "d7" => assert!(from >= 2022, "{row}"),
            "d5" | "5.1_2021" | "6.2" | "6.4" | "d6" | "3.2" | "d3" => assert!(from >= 2021, "{row}"),
            _ => {}
        }
    }
}

#[tokio::test]
async fn rows_can_be_limited_to_a_province_and_a_region() {
    let answer = get_json("/api/v1/declines?index=papi&streak=1&province=hau-giang").await;
    assert!(
        answer["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["province"] == "hau-giang")
    );
    let answer = get_json("/api/v1/declines?index=papi&region=md").await;
    assert!(
        answer["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["region"] == "md")
    );
}

#[tokio::test]
async fn bad_questions_name_the_parameter() {
    for (address, status, code) in [
        ("/api/v1/declines", 400, "missing_parameter"),
        ("/api/v1/declines?index=pci&streak=0", 400, "malformed_parameter"),
        ("/api/v1/declines?index=pci&streak=many", 400, "malformed_parameter"),
        ("/api/v1/declines?index=pci&until=2003", 404, "unknown_year"),
        ("/api/v1/declines?index=pci&region=xx", 404, "unknown_region"),
        ("/api/v1/declines?index=pci&province=nowhere", 404, "unknown_province"),
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, status, "{address}");
        assert_eq!(answer.json()["code"], code, "{address}");
    }
}
