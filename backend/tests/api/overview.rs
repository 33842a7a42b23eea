//! `GET /api/v1/overview`.

use serde_json::{Value, json};

use crate::support::get_json;

fn of<'a>(overview: &'a Value, index: &str) -> &'a Value {
    overview["indices"]
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["index"] == index)
        .unwrap()
}

fn provinces(rows: &Value) -> Vec<&str> {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| row["province"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn each_index_is_shown_on_the_year_it_opens_on() {
    let overview = get_json("/api/v1/overview").await;
    let years: Vec<&Value> = overview["indices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["year"])
        .collect();
    assert_eq!(years, [&json!(2022), &json!(2024), &json!(2023), &json!(2023)]);
}

#[tokio::test]
async fn pci_2022_was_led_by_quang_ninh_bac_giang_and_hai_phong() {
    // PCI 2022 report: Quảng Ninh 72.95, Bắc Giang 72.80, Hải Phòng 70.76; last Cao Bằng 59.58.
    let overview = get_json("/api/v1/overview").await;
    let pci = of(&overview, "pci");
    assert_eq!(&provinces(&pci["top"])[..3], ["quang-ninh", "bac-giang", "hai-phong"]);
    assert_eq!(provinces(&pci["bottom"]).last(), Some(&"cao-bang"));
    assert_eq!(
        (
            pci["top"].as_array().unwrap().len(),
            pci["bottom"].as_array().unwrap().len()
        ),
        (5, 5)
    );
}

#[tokio::test]
async fn movers_moved_since_the_year_before_in_the_direction_they_are_listed_for() {
    let overview = get_json("/api/v1/overview").await;
    for entry in overview["indices"].as_array().unwrap() {
        for (list, sign) in [("risers", 1), ("fallers", -1)] {
            for row in entry[list].as_array().unwrap() {
                assert_eq!(row["change"]["from_year"], entry["movers_from"]);
                assert!(row["change"]["rank"].as_i64().unwrap() * sign > 0);
            }
        }
        if entry["movers_from"].is_null() {
            assert_eq!((&entry["risers"], &entry["fallers"]), (&json!([]), &json!([])));
        }
    }
}

#[tokio::test]
async fn no_last_places_are_claimed_where_they_are_not_on_record() {
    let overview = get_json("/api/v1/overview").await;
    for index in ["par", "sipas"] {
        let entry = of(&overview, index);
        let n = entry["n"].as_u64().unwrap();
        for row in entry["bottom"].as_array().unwrap() {
            assert!(row["rank"].as_u64().unwrap() > n - 5, "{index}");
        }
        for row in entry["top"].as_array().unwrap() {
            assert!(row["rank"].as_u64().unwrap() <= 5, "{index}");
        }
    }
}
