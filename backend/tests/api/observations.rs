//! `GET /api/v1/observations`.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use vithe_datasets::RedistributionOverrides;
use vithe_shared::{IndexId, domain::Redistribution};

use crate::support::{get, get_json, send, server_with_terms};

#[tokio::test]
async fn the_figures_of_a_province_are_tidy_rows_with_their_sources() {
    let answer = get_json("/api/v1/observations?index=par&province=hau-giang&year=2021").await;
    let mut rows = answer.as_array().unwrap().clone();
    for row in &mut rows {
        row["note"] = Value::from("…");
    }
    insta::assert_json_snapshot!(rows);
}

#[tokio::test]
async fn computed_scores_are_told_as_computed() {
    let answer = get_json("/api/v1/observations?index=papi&province=hau-giang&year=2021&component=overall").await;
    let score = answer
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["measure"] == "score")
        .unwrap();
    assert_eq!(
        (&score["evidence"], &score["source_id"], &score["rank"]),
        (&json!("computed"), &Value::Null, &json!(33))
    );
    assert_eq!(score["comparability_with_prev"], "not_comparable");
}

#[tokio::test]
async fn both_sides_of_a_conflict_are_on_record() {
    // SIPAS 2023 rank of Khánh Hòa: two sources, none preferred.
    let answer = get_json("/api/v1/observations?index=sipas&province=khanh-hoa&year=2023&component=overall").await;
    let ranks: Vec<&Value> = answer
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["measure"] == "rank")
        .collect();
    assert!(ranks.len() >= 2, "{answer}");
    assert!(ranks.iter().all(|row| row["preferred"] == false));
}

#[tokio::test]
async fn one_year_and_one_component_is_what_a_page_displays() {
    let answer = get_json("/api/v1/observations?index=pci&year=2019&component=transparency").await;
    let scores = answer
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["measure"] == "score" && row["preferred"] == true)
        .count();
    assert_eq!(scores, 63);
}

#[tokio::test]
async fn csv_has_the_columns_of_the_json_rows_first() {
    let csv = get("/api/v1/observations.csv?index=par&province=hau-giang&year=2021").await;
    assert_eq!(csv.status, StatusCode::OK);
    let rows = get_json("/api/v1/observations?index=par&province=hau-giang&year=2021").await;
    let header: Vec<&str> = csv.text().lines().next().unwrap().split(',').collect();
    let fields = rows[0].as_object().unwrap();
    for column in &header[..fields.len()] {
        assert!(fields.contains_key(*column), "{column}");
    }
    assert_eq!(csv.text().lines().count(), rows.as_array().unwrap().len() + 1);
}

#[tokio::test]
async fn an_operator_who_agreed_with_the_publisher_opens_the_whole_table() {
    let terms = RedistributionOverrides::from([(IndexId::Sipas, Redistribution::Full)]);
    let server = server_with_terms(&terms);
    let answer = send(&server, Method::GET, "/api/v1/observations?index=sipas", &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    let other = send(&server, Method::GET, "/api/v1/observations?index=pci", &[]).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    let all = send(&server, Method::GET, "/api/v1/observations", &[]).await;
    assert_eq!(all.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_source_of_a_figure_is_among_the_documents() {
    let sources = get_json("/api/v1/sources").await;
    let ids: Vec<&str> = sources
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    assert!(ids.is_sorted());
    for index in ["pci", "papi", "par", "sipas"] {
        let rows = get_json(&format!("/api/v1/observations?index={index}&province=hau-giang")).await;
        for row in rows.as_array().unwrap() {
            match row["source_id"].as_str() {
                Some(id) => assert!(ids.contains(&id), "{id}"),
                None => assert_eq!(row["evidence"], "computed"),
            }
        }
    }
    let sheet = get("/api/v1/sources.csv").await;
    assert_eq!(sheet.text().lines().count(), ids.len() + 1);
}

#[tokio::test]
async fn a_rank_is_told_with_the_number_it_is_among() {
    for (query, measure, n) in [
        (
            "index=pci&component=transparency&year=2016&province=hau-giang",
            "rank",
            63,
        ),
        (
            "index=par&component=overall&year=2021&province=hau-giang",
            "regional_rank",
            13,
        ),
    ] {
        let rows = get_json(&format!("/api/v1/observations?{query}")).await;
        let row = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["measure"] == measure)
            .unwrap();
        assert_eq!((&row["rank"], &row["rank_n"]), (&Value::Null, &json!(n)), "{query}");
    }
}
