//! `GET /api/v1/matrix`.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::support::{get, get_json, row};

#[tokio::test]
async fn pci_2019_has_ten_complete_columns_for_63_provinces() {
    let answer = get_json("/api/v1/matrix?index=pci&year=2019").await;
    assert_eq!(answer["rows"].as_array().unwrap().len(), 63);
    let columns = answer["columns"].as_array().unwrap();
    assert_eq!(columns.len(), 10);
    assert!(
        columns
            .iter()
            .all(|column| column["complete"] == true && column["median"].is_number())
    );
    assert_eq!(answer["rows"][0]["overall_rank"], 1);
}

#[tokio::test]
async fn an_incomplete_column_has_scores_but_neither_ranks_nor_median() {
    let answer = get_json("/api/v1/matrix?index=pci&year=2021").await;
    for column in answer["columns"].as_array().unwrap() {
        assert_eq!((&column["complete"], &column["median"]), (&json!(false), &Value::Null));
        let on_record = column["scores_on_record"].as_u64().unwrap();
        assert!((32..63).contains(&on_record), "{column}");
    }
    let hau_giang = row(&answer, "hau-giang");
    assert!(hau_giang["scores"].as_array().unwrap().iter().all(Value::is_number));
    assert!(hau_giang["ranks"].as_array().unwrap().iter().all(Value::is_null));
}

#[tokio::test]
async fn named_provinces_come_in_the_order_asked_for() {
    let answer = get_json("/api/v1/matrix?index=papi&year=2021&p=hau-giang~an-giang").await;
    let provinces: Vec<&str> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["province"].as_str().unwrap())
        .collect();
    assert_eq!(provinces, ["hau-giang", "an-giang"]);
}

#[tokio::test]
async fn csv_has_score_rank_and_n_of_every_component() {
    let answer = get("/api/v1/matrix.csv?index=papi&year=2021&p=hau-giang").await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"papi_components_hau-giang_2021.csv\""
    );
    assert!(
        answer.text().starts_with(
            "index,year,borders,province,province_name,region,overall_score,overall_rank,overall_rank_n,d1_score,d1_rank,d1_rank_n,"
        )
    );
    assert_eq!(answer.text().lines().count(), 2);
}

#[tokio::test]
async fn rows_are_limited_to_a_region() {
    let all = get_json("/api/v1/matrix?index=papi&year=2021").await;
    let delta = get_json("/api/v1/matrix?index=papi&year=2021&region=md").await;
    let of_delta: Vec<&Value> = (all["rows"].as_array().unwrap().iter())
        .filter(|row| row["region"] == "md")
        .collect();
    assert!(of_delta.len() > 5);
    assert_eq!(delta["rows"].as_array().unwrap().iter().collect::<Vec<_>>(), of_delta);
    let file = get("/api/v1/matrix.csv?index=papi&year=2021&region=md").await;
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"papi_components_md_2021.csv\""
    );
}

/// A heat map of a region that does not exist once said that no component is complete.
#[tokio::test]
async fn a_region_that_does_not_exist_is_refused_by_table_and_figure() {
    for address in [
        "/api/v1/matrix?index=pci&year=2021&region=mekong",
        "/figures/heatmap.svg?index=pci&year=2021&region=mekong",
        "/embed/en/heatmap?index=pci&year=2021&region=mekong",
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.text().contains("rrd"), "{}", answer.text());
    }
}
