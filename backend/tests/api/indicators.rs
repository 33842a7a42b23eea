//! `GET /api/v1/indicators`, `GET /api/v1/indicators/rankings` and the part that pages ask for.

use serde_json::Value;

use crate::support::{get, get_json};

#[tokio::test]
async fn indicators_of_a_province_come_farthest_on_the_bad_side_first() {
    let answer = get_json("/api/v1/indicators?index=pci&component=labor&year=2023&province=hau-giang").await;
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 11);
    let distances: Vec<f64> = rows
        .iter()
        .map(|row| row["standing"]["distance"].as_f64().unwrap())
        .collect();
    assert!(distances.is_sorted(), "{distances:?}");
    let first = &rows[0];
    assert_eq!(first["indicator"]["id"], "labor.09");
    assert_eq!(first["indicator"]["unit"], "percent_of_firms");
    assert_eq!(first["indicator"]["direction"], "higher");
    assert_eq!(first["n"], 63);
    assert_eq!(first["standing"]["rank"], 58);
    assert_eq!(first["standing"]["stands_out"], "bad");
    assert_eq!(first["source_id"], answer["sources"][0]["id"]);
}

#[tokio::test]
async fn without_a_province_nobody_is_picked_out_and_the_order_is_the_publishers() {
    let answer = get_json("/api/v1/indicators?index=pci").await;
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &answer["year"]), (142, &Value::from(2023)));
    assert!(
        rows.iter()
            .all(|row| row["standing"].is_null() && row["summary"].is_object())
    );
    let ids: Vec<&str> = rows
        .iter()
        .map(|row| row["indicator"]["id"].as_str().unwrap())
        .collect();
    assert_eq!((ids[0], ids[141]), ("entry.01", "legal.18"));
}

/// Where low is good the lowest value has the first place, and equals share it.
#[tokio::test]
async fn the_table_of_an_indicator_runs_from_its_good_end() {
    let answer = get_json("/api/v1/indicators/rankings?index=pci&indicator=entry.01").await;
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &answer["n"]), (63, &Value::from(63)));
    let values: Vec<f64> = rows.iter().map(|row| row["value"].as_f64().unwrap()).collect();
    assert!(values.is_sorted(), "days of waiting, the fewest first");
    for row in rows {
        let better = values
            .iter()
            .filter(|value| **value < row["value"].as_f64().unwrap())
            .count();
        assert_eq!(row["rank"], better + 1, "{}", row["province"]);
        let equal = values
            .iter()
            .filter(|value| Some(**value) == row["value"].as_f64())
            .count();
        assert_eq!(row["tied"], equal - 1, "{}", row["province"]);
    }
}

#[tokio::test]
async fn a_region_keeps_the_national_ranks() {
    let country = get_json("/api/v1/indicators/rankings?index=pci&indicator=legal.03").await;
    let region = get_json("/api/v1/indicators/rankings?index=pci&indicator=legal.03&region=md").await;
    let rows = region["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 13);
    for row in rows {
        assert!(country["rows"].as_array().unwrap().contains(row));
        assert_eq!(row["region_n"], 13);
    }
}

#[tokio::test]
async fn what_does_not_exist_is_said_with_what_does() {
    for (address, status, code, named) in [
        ("/api/v1/indicators?index=papi", 404, "unknown_component", "PAPI"),
        ("/api/v1/indicators?index=pci&year=2022", 404, "unknown_year", "2023"),
        (
            "/api/v1/indicators?index=pci&component=x",
            404,
            "unknown_component",
            "labor",
        ),
        (
            "/api/v1/indicators?index=pci&province=hau-gian",
            404,
            "unknown_province",
            "hau-giang",
        ),
        (
            "/api/v1/indicators/rankings?index=pci&indicator=entry.99",
            404,
            "unknown_component",
            "entry.19",
        ),
        (
            "/api/v1/indicators/rankings?index=pci&indicator=legal.03&region=x",
            404,
            "unknown_region",
            "md",
        ),
        (
            "/api/v1/indicators/rankings?index=pci",
            400,
            "missing_parameter",
            "indicator",
        ),
        ("/api/v1/datasets/papi/indicators", 404, "unknown_component", "PAPI"),
    ] {
        let response = get(address).await;
        assert_eq!(response.status.as_u16(), status, "{address}");
        let problem = response.json();
        assert_eq!(problem["code"], code, "{address}");
        assert!(problem["detail"].as_str().unwrap().contains(named), "{problem}");
    }
}

#[tokio::test]
async fn the_csv_names_the_unit_of_every_line() {
    let response = get("/api/v1/indicators.csv?index=pci&component=time&province=hau-giang").await;
    let text = response.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 15);
    assert!(lines[0].starts_with("index,year,borders,component,indicator,indicator_name,unit,direction"));
    let hours = lines.iter().find(|line| line.contains("time.14")).unwrap();
    assert!(hours.contains(",hours,lower,"), "{hours}");
    let ranking = get("/api/v1/indicators/rankings.csv?index=pci&indicator=time.14").await;
    assert_eq!(ranking.text().lines().count(), 64);
}
