//! `GET /api/v1/rankings`.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::support::{get, get_json, row};

#[tokio::test]
async fn pci_2021_has_hau_giang_on_rank_38_of_63_with_the_printed_score() {
    let answer = get_json("/api/v1/rankings?index=pci&year=2021").await;
    assert_eq!((&answer["n"], &answer["complete"]), (&json!(63), &json!(true)));
    assert_eq!(answer["rows"].as_array().unwrap().len(), 63);
    let hau_giang = row(&answer, "hau-giang");
    assert_eq!(hau_giang["score"], 63.8);
    assert_eq!(hau_giang["rank"], 38);
    assert_eq!(hau_giang["region_rank"], 9);
    assert_eq!(hau_giang["region_n"], 13);
    assert_eq!(hau_giang["change"]["rank"], 1);
    assert_eq!(hau_giang["change"]["comparability"], "limited");
}

#[tokio::test]
async fn pci_2021_was_led_by_quang_ninh() {
    // PCI 2021 report: Quảng Ninh 73.02, Hải Phòng 70.61, Đồng Tháp 70.53, Đà Nẵng 70.42.
    let answer = get_json("/api/v1/rankings?index=pci&year=2021").await;
    let best: Vec<(&Value, &Value)> = answer["rows"].as_array().unwrap()[..4]
        .iter()
        .map(|row| (&row["province"], &row["score"]))
        .collect();
    assert_eq!(
        best,
        [
            (&json!("quang-ninh"), &json!(73.02)),
            (&json!("hai-phong"), &json!(70.61)),
            (&json!("dong-thap"), &json!(70.53)),
            (&json!("da-nang"), &json!(70.42)),
        ]
    );
}

#[tokio::test]
async fn the_median_of_pci_2021_is_the_published_one() {
    let answer = get_json("/api/v1/rankings?index=pci&year=2021").await;
    assert_eq!(answer["summary"]["median"], 64.74);
    assert_eq!(
        (&answer["summary"]["min"], &answer["summary"]["max"]),
        (&json!(56.29), &json!(73.02))
    );
}

#[tokio::test]
async fn par_2023_was_led_by_quang_ninh_hai_phong_and_ha_noi() {
    // Ministry of Home Affairs, 17 April 2024: 92.18, 91.87, 91.43 percent.
    let answer = get_json("/api/v1/rankings?index=par&year=2023").await;
    let best: Vec<(&Value, &Value)> = answer["rows"].as_array().unwrap()[..3]
        .iter()
        .map(|row| (&row["province"], &row["score"]))
        .collect();
    let expected = [("quang-ninh", 92.18), ("hai-phong", 91.87), ("ha-noi", 91.43)]
        .map(|(province, score)| (json!(province), json!(score)));
    assert_eq!(
        best,
        expected
            .iter()
            .map(|(province, score)| (province, score))
            .collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn papi_2021_ranks_60_and_withholds_three() {
    let answer = get_json("/api/v1/rankings?index=papi&year=2021").await;
    assert_eq!((&answer["n"], &answer["complete"]), (&json!(60), &json!(true)));
    for province in ["quang-ninh", "bac-giang", "bac-ninh"] {
        let withheld = row(&answer, province);
        assert_eq!(withheld["availability"], "withheld", "{province}");
        assert_eq!(withheld["rank"], Value::Null, "{province}");
    }
    let hau_giang = row(&answer, "hau-giang");
    assert_eq!(
        (&hau_giang["rank"], &hau_giang["rank_basis"]),
        (&json!(33), &json!("derived"))
    );
    assert_eq!(hau_giang["change"]["rank"], -6);
    assert_eq!(hau_giang["change"]["from_rank"], 27);
    assert_eq!(hau_giang["change"]["score"], Value::Null);
}

#[tokio::test]
async fn a_sum_without_all_its_parts_does_not_exist() {
    // Two provinces of 2018 have only part of their sub-dimensions.
    let answer = get_json("/api/v1/rankings?index=papi&year=2018").await;
    for province in ["quang-ninh", "dong-thap"] {
        assert_eq!(row(&answer, province)["score"], Value::Null, "{province}");
    }
}

#[tokio::test]
async fn an_incomplete_table_derives_nothing() {
    let answer = get_json("/api/v1/rankings?index=par&year=2021").await;
    assert_eq!((&answer["complete"], &answer["summary"]), (&json!(false), &Value::Null));
    let rows = answer["rows"].as_array().unwrap();
    assert!(
        rows.iter()
            .all(|row| row["rank_basis"] != "derived" && row["region_rank_basis"] != "derived")
    );
    let hau_giang = row(&answer, "hau-giang");
    assert_eq!(
        (&hau_giang["score"], &hau_giang["rank"], &hau_giang["rank_n"]),
        (&json!(86.77), &json!(27), &json!(63))
    );
    assert_eq!(
        (&hau_giang["region_rank"], &hau_giang["region_rank_basis"]),
        (&json!(4), &json!("published"))
    );
}

#[tokio::test]
async fn an_index_without_a_complete_year_opens_on_the_one_with_most_published_ranks() {
    for index in ["par", "sipas"] {
        let answer = get_json(&format!("/api/v1/rankings?index={index}")).await;
        assert_eq!(answer["year"], 2023, "{index}");
    }
    for index in ["pci", "papi"] {
        let coverage = get_json(&format!("/api/v1/indices/{index}")).await["coverage"].clone();
        let mut newest_first = coverage.as_array().unwrap().iter().rev();
        let complete = newest_first.find(|entry| entry["complete"] == true).unwrap();
        let answer = get_json(&format!("/api/v1/rankings?index={index}")).await;
        assert_eq!(answer["year"], complete["year"], "{index}");
    }
}

#[tokio::test]
async fn a_region_limits_rows_but_not_ranks() {
    let answer = get_json("/api/v1/rankings?index=pci&year=2021&region=md").await;
    assert_eq!(answer["rows"].as_array().unwrap().len(), 13);
    assert_eq!(answer["n"], 63);
    assert_eq!(row(&answer, "hau-giang")["rank"], 38);
}

#[tokio::test]
async fn disputed_figures_are_told_and_used_in_nothing() {
    // Two sources differ on the SIPAS 2023 rank of Khánh Hòa.
    let answer = get_json("/api/v1/rankings?index=sipas&year=2023").await;
    assert_eq!(row(&answer, "khanh-hoa")["rank"], Value::Null);
}

#[tokio::test]
async fn ha_tay_is_ranked_until_2008() {
    let answer = get_json("/api/v1/rankings?index=pci&year=2007").await;
    assert_eq!(answer["n"], 64);
    assert!(row(&answer, "ha-tay")["score"].is_number());
    let answer = get_json("/api/v1/rankings?index=pci&year=2009").await;
    assert_eq!(answer["n"], 63);
}

#[tokio::test]
async fn csv_is_tidy_and_named_after_its_selection() {
    let answer = get("/api/v1/rankings.csv?index=pci&year=2021&region=md").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"pci_overall_md_2021.csv\""
    );
    let line = answer
        .text()
        .split("\r\n")
        .find(|line| line.contains("hau-giang"))
        .unwrap();
    assert!(
        line.starts_with("pci,pci-2021,2021,63,overall,hau-giang,Hậu Giang,md,63.8,on_record,38,63,"),
        "{line}"
    );
}

#[tokio::test]
async fn csv_for_excel_has_the_separators_of_its_language() {
    let answer = get("/api/v1/rankings.csv?index=pci&year=2021&excel=vi").await;
    assert!(answer.text().starts_with("\u{feff}index;"));
    assert!(answer.text().contains(";Hậu Giang;md;63,8;"));
    let answer = get("/api/v1/rankings.csv?index=pci&year=2021&excel=en").await;
    assert!(answer.text().starts_with("\u{feff}index,"));
    assert!(answer.text().contains(",Hậu Giang,md,63.8,"));
}

#[tokio::test]
async fn the_same_table_is_given_under_its_suffix_and_by_accept() {
    let plain = get("/api/v1/rankings?index=sipas&year=2021").await;
    let suffixed = get("/api/v1/rankings.json?index=sipas&year=2021").await;
    assert_eq!(plain.body, suffixed.body);
}

/// PAPI withheld the totals of Quảng Ninh and Đồng Tháp in 2018 but published these dimensions of them: all 63 are ranked.
#[tokio::test]
async fn a_unit_that_is_withheld_as_a_whole_joins_the_others_where_its_parts_are_published() {
    let dimension = get_json("/api/v1/rankings?index=papi&component=d1&year=2018").await;
    assert_eq!((&dimension["n"], &dimension["complete"]), (&json!(63), &json!(true)));
    assert_eq!(row(&dimension, "quang-ninh")["availability"], "on_record");
    assert_eq!(dimension["rows"][0]["rank"], 1);
    assert_ne!(dimension["rows"][0]["province"], "quang-ninh");
    let other = get_json("/api/v1/rankings?index=papi&component=d2&year=2018").await;
    assert_eq!(other["n"], 61);
    assert_eq!(row(&other, "quang-ninh")["rank"], Value::Null);
}
