//! `GET /api/v1/provinces/{slug}/profile`: the story of the article, and what goes beyond it.

use serde_json::{Value, json};

use crate::support::get_json;

fn index<'a>(profile: &'a Value, id: &str) -> &'a Value {
    profile["indices"]
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["index"] == id)
        .unwrap()
}

async fn hau_giang_2021() -> Value {
    get_json("/api/v1/provinces/hau-giang/profile?year=2021").await
}

#[tokio::test]
async fn pci_of_hau_giang_rose_by_one_place_while_five_components_fell() {
    let profile = hau_giang_2021().await;
    let pci = index(&profile, "pci");
    let row = &pci["overall"]["row"];
    assert_eq!(
        (&row["score"], &row["rank"], &row["rank_n"]),
        (&json!(63.8), &json!(38), &json!(63))
    );
    assert_eq!((&row["region_rank"], &row["region_n"]), (&json!(9), &json!(13)));
    assert_eq!(
        (&row["change"]["rank"], &row["change"]["score"]),
        (&json!(1), &json!(0.69))
    );
    assert_eq!(row["change"]["comparability"], "limited");
    assert!(!row["change"]["reason"]["vi"].as_str().unwrap().is_empty());
    // Largest fall first; fair competition is the one that the article does not name.
    let mut fallen: Vec<&str> = pci["fallen"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap())
        .collect();
    fallen.sort_unstable();
    assert_eq!(fallen, ["fair", "legal", "proactivity", "time", "transparency"]);
    assert_eq!(pci["risen"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn papi_of_hau_giang_fell_from_27_to_33_and_its_score_change_is_refused_with_the_reason() {
    let profile = hau_giang_2021().await;
    let row = &index(&profile, "papi")["overall"]["row"];
    assert!((row["score"].as_f64().unwrap() - 42.164).abs() < 0.001);
    assert_eq!(
        (&row["rank"], &row["rank_n"], &row["rank_basis"]),
        (&json!(33), &json!(60), &json!("derived"))
    );
    let change = &row["change"];
    assert_eq!(
        (&change["from_year"], &change["from_rank"], &change["rank"]),
        (&json!(2020), &json!(27), &json!(-6))
    );
    assert!((change["from_score"].as_f64().unwrap() - 43.077).abs() < 0.001);
    assert_eq!(
        (&change["score"], &change["comparability"]),
        (&Value::Null, &json!("not_comparable"))
    );
    for language in ["vi", "en"] {
        assert!(!change["reason"][language].as_str().unwrap().is_empty());
    }
}

#[tokio::test]
async fn par_and_sipas_of_hau_giang_come_from_the_article() {
    let profile = hau_giang_2021().await;
    let par = &index(&profile, "par")["overall"]["row"];
    assert_eq!(
        (&par["score"], &par["rank"], &par["rank_n"]),
        (&json!(86.77), &json!(27), &json!(63))
    );
    assert_eq!(
        (&par["region_rank"], &par["region_n"], &par["region_rank_basis"]),
        (&json!(4), &json!(13), &json!("published"))
    );
    assert_eq!(par["change"]["rank"], 1);
    let sipas = &index(&profile, "sipas")["overall"]["row"];
    assert_eq!(
        (&sipas["score"], &sipas["rank"], &sipas["rank_n"]),
        (&json!(84.6), &json!(50), &json!(63))
    );
    for row in [par, sipas] {
        let source = row["source_id"].as_str().unwrap();
        assert!(
            profile["sources"]
                .as_array()
                .unwrap()
                .iter()
                .any(|known| known["id"] == source)
        );
    }
}

#[tokio::test]
async fn computed_papi_scores_have_four_decimals() {
    let profile = hau_giang_2021().await;
    let papi = index(&profile, "papi");
    for component in std::iter::once(&papi["overall"]).chain(papi["components"].as_array().unwrap()) {
        if component["level"].as_u64().unwrap() < 2 {
            let score = component["row"]["score"].as_f64().unwrap();
            assert!((score * 1e4 - (score * 1e4).round()).abs() < 1e-6, "{score}");
        }
    }
}

#[tokio::test]
async fn parts_follow_their_component_and_belong_to_the_methods_of_the_year() {
    let profile = hau_giang_2021().await;
    let papi = index(&profile, "papi");
    let ids: Vec<&str> = papi["components"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["component"].as_str().unwrap())
        .collect();
    assert_eq!(ids.iter().filter(|id| id.starts_with('d')).count(), 8);
    let d1 = ids.iter().position(|id| *id == "d1").unwrap();
    assert_eq!(ids[d1 + 1], "1.1");
}

#[tokio::test]
async fn a_province_opens_on_the_newest_complete_pci_year() {
    let profile = get_json("/api/v1/provinces/hau-giang/profile").await;
    assert_eq!(profile["year"], 2022);
    assert_eq!(profile["successor"]["slug"], "can-tho");
    assert_eq!(profile["region_peers"].as_array().unwrap().len(), 12);
}

#[tokio::test]
async fn a_year_without_figures_is_answered_with_the_newest_before() {
    // PAPI withheld Bắc Ninh in 2021.
    let profile = get_json("/api/v1/provinces/bac-ninh/profile?year=2021").await;
    let papi = index(&profile, "papi");
    assert_eq!((&papi["year"], &papi["is_year_asked"]), (&json!(2020), &json!(false)));
}

#[tokio::test]
async fn ha_tay_has_a_profile_that_ends_in_2008() {
    let profile = get_json("/api/v1/provinces/ha-tay/profile").await;
    assert_eq!(profile["year"], 2008);
    assert_eq!(profile["successor"]["slug"], "ha-noi");
}
