//! What all tables have in common, whatever they are of: their columns, and the names and codes beside them.

use std::collections::BTreeMap;

use axum::http::StatusCode;

use crate::support::get;

/// Every table, by its address without the suffix of the form, each with lines in it.
pub(crate) const TABLES: [&str; 17] = [
    "/api/v1/rankings?index=pci&year=2021",
    "/api/v1/rankings?index=papi&year=2022&borders=34",
    "/api/v1/series?index=papi&component=d4&p=hau-giang",
    "/api/v1/matrix?index=papi&year=2021",
    "/api/v1/observations?index=par&province=hau-giang&year=2021",
    "/api/v1/sources?",
    "/api/v1/indicators?index=pci&component=labor&province=hau-giang",
    "/api/v1/indicators/rankings?index=pci&indicator=labor.09",
    "/api/v1/discrepancies?index=par&year=2023",
    "/api/v1/changes?index=pci&province=hau-giang&from=2020&to=2021",
    "/api/v1/declines?index=papi&streak=2",
    "/api/v1/movers?index=pci&from=2018&to=2022",
    "/api/v1/scatter?x=pci.transparency&y=papi.d4&year=2019",
    "/api/v1/regions?index=pci&component=transparency",
    "/api/v1/what-if?index=pci&year=2021&province=hau-giang&target=20",
    "/api/v1/peers/hau-giang?index=pci&year=2023",
    "/api/v1/peers/hau-giang?index=papi&by=region",
];

/// A table in a form.
pub(crate) fn in_form(table: &str, form: &str) -> String {
    table.replacen('?', &format!(".{form}?"), 1)
}

/// A table as programs read it: its header, and a line by its columns.
struct Table {
    header: Vec<String>,
    rows: Vec<BTreeMap<String, String>>,
}

async fn read(table: &str) -> Table {
    let answer = get(&in_form(table, "csv")).await;
    assert_eq!(answer.status, StatusCode::OK, "{table}: {}", answer.text());
    let mut reader = csv::Reader::from_reader(&*answer.body);
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        header.iter().cloned().zip(row.iter().map(str::to_owned)).collect()
    });
    Table {
        rows: rows.collect(),
        header,
    }
}

fn cells<'a>(row: &'a BTreeMap<String, String>, columns: &[&str]) -> Vec<&'a str> {
    columns.iter().map(|column| row[*column].as_str()).collect()
}

#[tokio::test]
async fn the_columns_of_every_table_change_on_purpose_and_at_the_end_only() {
    let mut headers = Vec::new();
    for table in TABLES {
        let read = read(table).await;
        assert!(!read.rows.is_empty(), "{table}");
        let mut names = read.header.clone();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), read.header.len(), "{table}: {:?}", read.header);
        headers.push(format!("{table}\n  {}", read.header.join(" ")));
    }
    insta::assert_snapshot!(headers.join("\n"));
}

#[tokio::test]
async fn a_unit_is_named_in_both_languages_with_its_codes() {
    let names = ["province_name", "province_name_en", "gso_code", "iso_code"];
    let hau_giang = ["Hậu Giang", "Hau Giang", "93", "VN-73"];
    for table in [
        "/api/v1/rankings?index=pci&year=2021",
        "/api/v1/series?index=pci&p=hau-giang",
        "/api/v1/matrix?index=papi&year=2021",
        "/api/v1/indicators/rankings?index=pci&indicator=labor.09",
        "/api/v1/movers?index=pci&from=2018&to=2022",
        "/api/v1/scatter?x=pci&y=papi&year=2021",
        "/api/v1/declines?index=pci&from=2019",
        "/api/v1/observations?index=par&province=hau-giang",
    ] {
        let read = read(table).await;
        let found = read.rows.iter().find(|row| row["province"] == "hau-giang").unwrap();
        assert_eq!(cells(found, &names), hau_giang, "{table}");
        assert!(read.rows.iter().all(|row| !row["gso_code"].is_empty()), "{table}");
    }
    // Codes begin with a nought, the provinces of old have an ISO code, the units of 2025 none.
    let rankings = read("/api/v1/rankings?index=pci&year=2021").await;
    let ha_noi = rankings.rows.iter().find(|row| row["province"] == "ha-noi").unwrap();
    assert_eq!(cells(ha_noi, &names[2..]), ["01", "VN-HN"]);
    let units = read("/api/v1/rankings?index=papi&year=2022&borders=34").await;
    assert_eq!(units.rows.len(), 34);
    assert!(
        units
            .rows
            .iter()
            .all(|row| !row["gso_code"].is_empty() && row["iso_code"].is_empty())
    );
}

#[tokio::test]
async fn peers_have_the_codes_of_both_provinces() {
    let peers = read("/api/v1/peers/hau-giang?index=pci&year=2023").await;
    let columns = [
        "province_name",
        "gso_code",
        "peer_name",
        "peer_gso_code",
        "peer_iso_code",
    ];
    assert_eq!(
        cells(&peers.rows[0], &columns),
        ["Hậu Giang", "93", "Bắc Giang", "24", "VN-54"]
    );
}

#[tokio::test]
async fn a_component_is_named_as_it_was_called_in_the_year_of_the_line() {
    let names = ["component_name", "component_name_en"];
    let rankings = read("/api/v1/rankings?index=pci&year=2021&component=transparency").await;
    let answer = get("/api/v1/rankings?index=pci&year=2021&component=transparency")
        .await
        .json();
    assert_eq!(
        cells(&rankings.rows[0], &names),
        [&answer["component_name_vi"], &answer["component_name_en"]]
    );
    let scatter = read("/api/v1/scatter?x=pci.transparency&y=papi.d4&year=2019").await;
    let answer = get("/api/v1/scatter?x=pci.transparency&y=papi.d4&year=2019")
        .await
        .json();
    for axis in ["x", "y"] {
        let [vi, en] = names.map(|name| scatter.rows[0][&format!("{axis}_{name}")].as_str());
        assert_eq!(vi, answer[axis]["component_name_vi"]);
        assert_eq!(en, answer[axis]["component_name_en"]);
    }
    let declines = read("/api/v1/declines?index=papi&streak=2").await;
    assert!(declines.rows.iter().all(|row| !row["component_name_en"].is_empty()));
}

#[tokio::test]
async fn a_region_is_named_and_the_country_too() {
    let rankings = read("/api/v1/rankings?index=pci&year=2021&region=md").await;
    let regions = read("/api/v1/regions?index=pci").await;
    let names = ["region_name", "region_name_en"];
    let of_regions = regions.rows.iter().find(|row| row["region"] == "md").unwrap();
    assert_eq!(cells(&rankings.rows[0], &names), cells(of_regions, &names));
    assert_eq!(cells(&regions.rows[0], &names), ["Cả nước", "Whole country"]);
}

#[tokio::test]
async fn what_is_told_of_columns_is_told_of_some_table() {
    let mut columns = std::collections::BTreeSet::new();
    for table in TABLES {
        columns.extend(read(table).await.header);
    }
    let told = include_str!("../../src/export/columns.csv");
    for line in csv::Reader::from_reader(told.as_bytes()).records() {
        let line = line.unwrap();
        assert!(columns.contains(&line[0]), "{}", &line[0]);
        assert!(line[1].is_empty() || columns.contains(&line[1]), "{}", &line[1]);
    }
}
