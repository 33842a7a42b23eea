//! `GET /api/v1/matrix`.

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
