//! `GET /api/v1/series`.

use serde_json::{Value, json};

use crate::support::{get, get_json};

#[tokio::test]
async fn the_pci_of_hau_giang_is_told_with_its_breaks() {
    let answer = get_json("/api/v1/series?index=pci&p=hau-giang").await;
    let points = answer["series"][0]["points"].as_array().unwrap();
    let of = |year: u64| points.iter().find(|point| point["year"] == year);
    assert_eq!(of(2021).unwrap()["score"], 63.8);
    assert_eq!(of(2021).unwrap()["rank"], 38);
    assert_eq!(of(2020).unwrap()["rank"], 39);
    let breaks: Vec<(u64, &str)> = answer["breaks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            (
                entry["year"].as_u64().unwrap(),
                entry["comparability"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        breaks,
        [
            (2006, "not_comparable"),
            (2009, "not_comparable"),
            (2013, "not_comparable"),
            (2017, "limited"),
            (2021, "limited"),
            (2022, "reweighted")
        ]
    );
}

#[tokio::test]
async fn series_come_in_the_order_asked_for_and_a_repeated_province_once() {
    let answer = get_json("/api/v1/series?index=pci&p=hau-giang~can-tho~hau-giang").await;
    let provinces: Vec<&str> = answer["series"]
        .as_array()
        .unwrap()
        .iter()
        .map(|series| series["province"].as_str().unwrap())
        .collect();
    assert_eq!(provinces, ["hau-giang", "can-tho"]);
}

#[tokio::test]
async fn a_withheld_year_is_a_point_without_a_score() {
    let answer = get_json("/api/v1/series?index=papi&p=bac-ninh").await;
    let points = answer["series"][0]["points"].as_array().unwrap();
    let point = points.iter().find(|point| point["year"] == 2021).unwrap();
    assert_eq!(
        (&point["score"], &point["availability"]),
        (&Value::Null, &json!("withheld"))
    );
}

#[tokio::test]
async fn a_span_limits_points_years_and_breaks() {
    let answer = get_json("/api/v1/series?index=pci&p=hau-giang&from=2018&to=2020").await;
    assert_eq!(answer["series"][0]["points"].as_array().unwrap().len(), 3);
    assert_eq!(answer["years"].as_array().unwrap().len(), 3);
    assert_eq!(answer["breaks"], json!([]));
}

#[tokio::test]
async fn without_provinces_all_that_have_a_figure_are_given() {
    let answer = get_json("/api/v1/series?index=pci").await;
    assert_eq!(answer["series"].as_array().unwrap().len(), 64);
    let answer = get_json("/api/v1/series?index=papi").await;
    assert_eq!(answer["series"].as_array().unwrap().len(), 63);
}

#[tokio::test]
async fn only_complete_years_have_a_median() {
    let answer = get_json("/api/v1/series?index=pci&p=hau-giang").await;
    for year in answer["years"].as_array().unwrap() {
        assert_eq!(
            year["complete"].as_bool().unwrap(),
            year["summary"].is_object(),
            "{year}"
        );
    }
}

#[tokio::test]
async fn csv_has_the_break_on_the_line_of_its_later_year() {
    let answer = get("/api/v1/series.csv?index=pci&p=hau-giang&from=2020&to=2022").await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"pci_overall_hau-giang_2020-2022.csv\""
    );
    insta::assert_snapshot!(answer.text().replace("\r\n", "\n"));
}
