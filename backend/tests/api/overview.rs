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
    let indices = get_json("/api/v1/indices").await;
    let opens: Vec<&Value> = indices
        .as_array()
        .unwrap()
        .iter()
        .map(|index| &index["opens_on"])
        .collect();
    assert_eq!(years, opens);
}

#[tokio::test]
async fn pci_2023_was_led_by_quang_ninh_long_an_and_hai_phong() {
    // PCI 2023 report: Quảng Ninh 71.25, Long An 70.94, Hải Phòng 70.34; below the first 30 it prints nothing.
    let overview = get_json("/api/v1/overview").await;
    let pci = of(&overview, "pci");
    assert_eq!(&provinces(&pci["top"])[..3], ["quang-ninh", "long-an", "hai-phong"]);
    assert_eq!(provinces(&pci["bottom"]).last(), Some(&"bac-lieu"));
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
