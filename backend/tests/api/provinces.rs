//! `GET /api/v1/provinces` and `/api/v1/borders/{borders}`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{get, get_json};

fn slugs(answer: &Value) -> Vec<&str> {
    answer["provinces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|province| province["slug"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn the_63_come_in_vietnamese_order_with_ha_tay() {
    let answer = get_json("/api/v1/provinces").await;
    let slugs = slugs(&answer);
    assert_eq!(slugs.len(), 64);
    assert_eq!(&slugs[..3], ["an-giang", "ba-ria-vung-tau", "bac-lieu"]);
    let place = |slug: &str| slugs.iter().position(|known| *known == slug).unwrap();
    assert!(
        place("ca-mau") < place("can-tho")
            && place("dak-lak") < place("dien-bien")
            && place("da-nang") < place("dak-lak")
    );
    assert_eq!(answer["regions"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn each_of_the_63_belongs_to_one_of_the_34() {
    let old = get_json("/api/v1/provinces?borders=63").await;
    let new = get_json("/api/v1/provinces?borders=34").await;
    let units: BTreeSet<&str> = slugs(&new).into_iter().collect();
    assert_eq!(units.len(), 34);
    for province in old["provinces"].as_array().unwrap() {
        assert!(units.contains(province["successor"].as_str().unwrap()), "{province}");
    }
    let merged: usize = new["provinces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|unit| unit["predecessors"].as_array().unwrap().len())
        .sum();
    assert_eq!(merged, 63);
}

#[tokio::test]
async fn hau_giang_is_described() {
    let answer = get_json("/api/v1/provinces").await;
    let province = answer["provinces"]
        .as_array()
        .unwrap()
        .iter()
        .find(|province| province["slug"] == "hau-giang")
        .unwrap();
    insta::assert_json_snapshot!(province);
}

#[tokio::test]
async fn borders_are_geojson_with_a_slug_for_each_unit() {
    for (borders, units) in [("63", 63), ("34", 34)] {
        let answer = get(&format!("/api/v1/borders/{borders}")).await;
        assert_eq!(answer.header("content-type"), "application/geo+json");
        let outlines = answer.json();
        let slugs: BTreeSet<String> = outlines["features"]
            .as_array()
            .unwrap()
            .iter()
            .map(|feature| feature["properties"]["slug"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(slugs.len(), units, "{borders}");
    }
}
