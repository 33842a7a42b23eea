//! Past years of the 34 units. Expected figures are worked out by hand from those of the provinces and their populations.

use axum::http::StatusCode;
use serde_json::{Value, json};
use vithe_shared::Borders;

use crate::support::{catalog, get, get_json, row};

fn year_of(series: &Value, year: u64) -> Value {
    let points = series["series"][0]["points"].as_array().unwrap();
    let found = points.iter().find(|point| point["year"] == year);
    found.unwrap_or_else(|| panic!("no point of {year}")).clone()
}

/// Cần Thơ = Cần Thơ 39.9747 (1 252.3 thousand in 2022), Hậu Giang 42.5916 (729.5) and Sóc Trăng 42.8559 (1 197.8):
/// (39.9747 × 1252.3 + 42.5916 × 729.5 + 42.8559 × 1197.8) / 3179.6 = 41.6605.
#[tokio::test]
async fn a_merged_unit_is_the_mean_of_its_members_by_population() {
    let table = get_json("/api/v1/rankings?index=papi&year=2022&borders=34").await;
    assert_eq!(
        (&table["borders"], &table["back_cast"], &table["n"]),
        (&Value::from("34"), &Value::from(true), &Value::from(33))
    );
    let unit = row(&table, "can-tho");
    assert_eq!(
        (&unit["score"], &unit["status"], &unit["rank"]),
        (&Value::from(41.6605), &Value::from("E"), &Value::Null)
    );
    assert_eq!(
        (&unit["spread"]["min"], &unit["spread"]["max"]),
        (&Value::from(39.9747), &Value::from(42.8559))
    );
    let members = unit["spread"]["members"].as_array().unwrap();
    let scores: Vec<_> = members
        .iter()
        .map(|member| (member["province"].as_str().unwrap(), member["score"].as_f64().unwrap()))
        .collect();
    assert_eq!(
        scores,
        [("can-tho", 39.9747), ("hau-giang", 42.5916), ("soc-trang", 42.8559)]
    );
    // PCI 2021 by the populations of 2021: (68.06 × 1247 + 63.8 × 729.9 + 61.81 × 1206.8) / 3183.7 = 64.7142.
    let table = get_json("/api/v1/rankings?index=pci&year=2021&borders=34").await;
    assert_eq!(row(&table, "can-tho")["score"], 64.7142);
}

#[tokio::test]
async fn a_unit_that_is_one_province_keeps_its_figures() {
    let unit = get_json("/api/v1/rankings?index=pci&year=2021&borders=34").await;
    let province = get_json("/api/v1/rankings?index=pci&year=2021").await;
    let (unit, province) = (row(&unit, "ha-noi"), row(&province, "ha-noi"));
    assert_eq!(
        (&unit["score"], &unit["status"], &unit["source_id"]),
        (&province["score"], &Value::from("A"), &province["source_id"])
    );
    assert!(
        unit["spread"].is_null() && unit["rank"].is_null(),
        "its rank is one among 63"
    );
}

#[tokio::test]
async fn a_missing_member_leaves_no_estimate() {
    // Bắc Ninh and Bắc Giang were both withheld in 2022.
    let table = get_json("/api/v1/rankings?index=papi&year=2022&borders=34").await;
    let missing: Vec<&Value> = table["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["score"].is_null())
        .collect();
    assert!(missing.iter().all(|row| row["province"] == "bac-ninh"), "{missing:#?}");
    // Vĩnh Phúc was withheld in 2024: Phú Thọ has no estimate, though two of its members have figures.
    let table = get_json("/api/v1/series?index=papi&p=phu-tho&borders=34").await;
    let points = table["series"][0]["points"].as_array().unwrap();
    let of_2024 = points.iter().find(|point| point["year"] == 2024).unwrap();
    assert!(of_2024["score"].is_null() && of_2024["availability"] == "withheld");
    assert_eq!(of_2024["spread"]["members"].as_array().unwrap().len(), 3);
    assert!(of_2024["spread"]["min"].is_number());
}

#[tokio::test]
async fn ha_noi_has_no_past_before_it_took_in_ha_tay() {
    let series = get_json("/api/v1/series?index=pci&p=ha-noi&borders=34").await;
    let years = series["series"][0]["points"].as_array().unwrap();
    assert_eq!(years[0]["year"], 2009);
    // Units that were formed of provinces of that time have theirs.
    let series = get_json("/api/v1/series?index=pci&p=can-tho&borders=34").await;
    assert!(year_of(&series, 2007)["score"].is_number());
}

#[tokio::test]
async fn estimates_are_ranked_only_where_it_is_asked_for() {
    let plain = get_json("/api/v1/rankings?index=pci&year=2021&borders=34").await;
    assert!(
        plain["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["rank"].is_null() && row["region_rank"].is_null())
    );
    assert_eq!(plain["ranks_on_record"], 0);
    let ranked = get_json("/api/v1/rankings?index=pci&year=2021&borders=34&rank=estimated").await;
    let rows = ranked["rows"].as_array().unwrap();
    assert_eq!(
        (&rows[0]["rank"], &rows[0]["rank_n"], &rows[0]["rank_basis"]),
        (&Value::from(1), &Value::from(34), &Value::from("estimated"))
    );
    assert_eq!(rows.len(), 34);
    // It changes nothing of what has published ranks.
    assert_eq!(
        get_json("/api/v1/rankings?index=pci&year=2021&rank=estimated").await,
        get_json("/api/v1/rankings?index=pci&year=2021").await
    );
}

#[tokio::test]
async fn series_profile_matrix_and_files_tell_the_estimates() {
    let series = get_json("/api/v1/series?index=papi&p=can-tho&borders=34&from=2022&to=2022").await;
    let point = year_of(&series, 2022);
    assert_eq!(
        (&point["score"], &point["status"], &point["rank"]),
        (&Value::from(41.6605), &Value::from("E"), &Value::Null)
    );
    let profile = get_json("/api/v1/provinces/can-tho/profile?borders=34&year=2022").await;
    let papi = profile["indices"]
        .as_array()
        .unwrap()
        .iter()
        .find(|index| index["index"] == "papi")
        .unwrap();
    assert_eq!(
        (&papi["back_cast"], &papi["overall"]["row"]["score"]),
        (&Value::from(true), &Value::from(41.6605))
    );
    assert!(papi["strengths"].is_null() && papi["overall"]["best"].is_null());
    assert_eq!(papi["standouts_missing"]["reason"]["code"], "back_cast");
    let matrix = get_json("/api/v1/matrix?index=papi&year=2022&borders=34&p=can-tho").await;
    assert_eq!(matrix["rows"][0]["overall_score"], 41.6605);
    let file = get("/api/v1/rankings.csv?index=papi&year=2022&borders=34").await;
    let line = file
        .text()
        .lines()
        .find(|line| line.contains(",can-tho,"))
        .unwrap()
        .to_owned();
    assert!(
        line.contains(",41.6605,") && line.contains(",E,39.9747,42.8559"),
        "{line}"
    );
    let rows =
        get_json("/api/v1/observations?index=papi&province=can-tho&component=overall&year=2022&borders=34").await;
    assert_eq!(
        (&rows[0]["value"], &rows[0]["status"], &rows[0]["borders"]),
        (&Value::from(41.6605), &Value::from("E"), &Value::from("34"))
    );
}

#[tokio::test]
async fn what_ranks_and_compares_refuses_estimates() {
    for address in [
        "/api/v1/rankings?index=pci&year=2021&borders=34&interval=perturbation",
        "/api/v1/changes?index=pci&province=can-tho&borders=34&from=2020&to=2021",
        "/api/v1/movers?index=pci&borders=34&from=2020&to=2021",
        "/api/v1/what-if?index=pci&province=can-tho&borders=34&year=2022",
    ] {
        assert_ne!(get(address).await.status, StatusCode::OK, "{address}");
    }
    let regions = get_json("/api/v1/regions?index=pci&borders=34").await;
    assert!(regions["national"].as_array().unwrap().is_empty());
}

/// The text of a page between its tags.
async fn page_text(address: &str) -> String {
    let page = get(address).await;
    assert_eq!(page.status, StatusCode::OK, "{address}");
    let text = page.text();
    let mut plain = String::new();
    let mut is_tag = false;
    for letter in text[text.find("<main").unwrap()..].chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => plain.push(letter),
            _ => {}
        }
    }
    plain
}

#[tokio::test]
async fn a_page_of_a_unit_tells_its_members_and_its_estimates_as_such() {
    let text = page_text("/vi/province/can-tho?borders=34&y=2022").await;
    for words in [
        "đơn vị từ 1/7/2025",
        "hợp nhất từ",
        "Các tỉnh hợp thành",
        "≈\u{a0}41,66",
        "39,97–42,86",
        "ước tính",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let page = get("/en/province/can-tho?borders=34&y=2022").await;
    for link in [
        "/en/province/hau-giang\"",
        "/en/province/soc-trang\"",
        "/en/province/can-tho\"",
        "/figures/line.svg?index=papi",
    ] {
        assert!(page.text().contains(link), "{link}");
    }
    // Hà Nội is one province unchanged: nothing of its own past is an estimate.
    let page = get("/vi/province/ha-noi?y=2022&borders=34").await;
    assert!(page.text().contains("không hợp nhất") && !page.text().contains("card-score\">≈"));
}

/// A median of the 34 units is one of estimates, also beside figures that are none.
#[tokio::test]
async fn medians_of_back_casts_are_told_as_estimates() {
    for page in ["can-tho", "ha-noi"] {
        let text = page_text(&format!("/vi/province/{page}?borders=34&y=2022")).await;
        assert!(text.contains("Trung vị 34 đơn vị (ước tính): ≈\u{a0}"), "{page}");
        assert!(!text.contains("Trung vị cả nước"), "{page}");
    }
    let text = page_text("/en/province/can-tho?y=2022").await;
    assert!(text.contains("National median: ") && !text.contains("median of the 34 units"));
}

#[tokio::test]
async fn the_newest_edition_of_a_unit_is_told_by_its_estimated_components() {
    let text = page_text("/vi/province/can-tho?borders=34").await;
    for words in [
        "Năm 2025, Cần Thơ chưa có điểm PCI chung; ước tính có ở các thành phần ",
        "Gia nhập thị trường ≈\u{a0}",
        "; không xếp hạng.",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

/// Columns that no row has anything for are left out.
#[tokio::test]
async fn a_table_of_estimates_has_no_columns_of_ranks() {
    for page in ["/vi/index/pci?c=entry&y=2025", "/vi/index/papi?y=2022&borders=34"] {
        let page = get(page).await;
        let table = page.text().split("id=\"table-league\"").nth(1).unwrap();
        let head = table.split("</thead>").next().unwrap();
        assert!(head.contains("Điểm") && !head.contains("Hạng"), "{head}");
    }
}

/// Of SIPAS 2015, a pilot in ten provinces, only units that were not merged have scores.
#[tokio::test]
async fn a_back_cast_of_unmerged_units_alone_is_not_ranked_and_their_pages_open() {
    let pilot = get_json("/api/v1/rankings?index=sipas&year=2015&borders=34").await;
    assert_eq!(
        (&pilot["estimated"], &pilot["ranks_on_record"]),
        (&json!(true), &json!(0))
    );
    let rows = pilot["rows"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["score"].is_number()));
    assert!(
        rows.iter()
            .all(|row| row["rank"].is_null() && row["region_rank"].is_null())
    );
    for year in [2015, 2022] {
        for unit in catalog().units(Borders::Units34).provinces() {
            let page = get(&format!("/vi/province/{}?y={year}&borders=34", unit.slug)).await;
            assert_eq!(page.status, StatusCode::OK, "{} {year}", unit.slug);
        }
    }
}

#[tokio::test]
async fn a_province_leads_to_its_unit_and_says_which_one_it_is() {
    let page = get("/vi/province/can-tho").await;
    assert!(page.text().contains("href=\"/vi/province/can-tho?borders=34\""));
    assert!(
        page_text("/vi/province/can-tho")
            .await
            .contains("tỉnh, thành phố đến 30/6/2025")
    );
    let page = get("/vi/province/hau-giang").await;
    assert!(page.text().contains("href=\"/vi/province/can-tho?borders=34\""));
    assert!(
        !page_text("/vi/province/hau-giang")
            .await
            .contains("tỉnh, thành phố đến 30/6/2025")
    );
}

#[tokio::test]
async fn tables_maps_search_and_comparisons_turn_to_the_34_units() {
    for (address, toggle) in [
        ("/vi/index/pci?y=2021", "/vi/index/pci?y=2021&amp;borders=34"),
        ("/vi/index/pci?y=2021&borders=34", "/vi/index/pci?y=2021\""),
        ("/vi/search", "/vi/search?borders=34"),
        ("/vi/compare?p=can-tho~hau-giang", "/vi/compare?borders=34"),
    ] {
        assert!(get(address).await.text().contains(toggle), "{address}");
    }
    let page = get("/en/index/pci?y=2021&borders=34").await;
    assert!(
        page.text()
            .contains("/figures/map.svg?index=pci&amp;year=2021&amp;borders=34")
    );
    assert!(
        page.text()
            .contains("/en/province/can-tho?i=pci&amp;y=2021&amp;borders=34")
    );
    let text = page_text("/en/index/pci?y=2021&borders=34").await;
    assert!(text.contains("34 units · estimates") && text.contains("≈\u{a0}64.71") && text.contains("61.81–68.06"));
    assert!(
        get("/vi/search?borders=34")
            .await
            .text()
            .contains("/vi/province/can-tho?borders=34")
    );
    let text = page_text("/vi/compare?i=papi&borders=34&p=can-tho~an-giang").await;
    assert!(text.contains("ước tính") && text.contains("≈\u{a0}41,66"));
}

#[tokio::test]
async fn every_unit_has_a_page_in_every_index() {
    for unit in catalog().units(vithe_shared::Borders::Units34).provinces() {
        for index in ["pci", "papi", "par", "sipas"] {
            let address = format!("/vi/province/{}?borders=34&i={index}", unit.slug);
            assert_eq!(get(&address).await.status, StatusCode::OK, "{address}");
        }
    }
}
