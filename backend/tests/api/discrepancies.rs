//! `GET /api/v1/discrepancies`.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde_json::{Value, json};
use vithe_datasets::{FindingCode, PackageFiles, Unit, check_package, read_package};

use crate::support::{get, get_json};

async fn rows(query: &str) -> Vec<Value> {
    let answer = get_json(&format!("/api/v1/discrepancies?{query}")).await;
    answer["rows"].as_array().unwrap().clone()
}

fn find<'a>(rows: &'a [Value], id: &str) -> &'a Value {
    rows.iter()
        .find(|row| row["id"] == id)
        .unwrap_or_else(|| panic!("no row {id}"))
}

/// The values of the claims of a measure with whether they are shown.
fn values(row: &Value, measure: &str) -> Vec<(f64, bool)> {
    let claims = row["claims"].as_array().unwrap().iter();
    claims
        .filter(|claim| claim["measure"] == measure)
        .map(|claim| (claim["value"].as_f64().unwrap(), claim["preferred"] == true))
        .collect()
}

#[tokio::test]
async fn every_row_has_an_identifier_of_its_own_and_is_counted() {
    let answer = get_json("/api/v1/discrepancies").await;
    let rows = answer["rows"].as_array().unwrap();
    let ids: BTreeSet<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rows.len());
    let counts = &answer["counts"];
    let count = |name: &str| counts[name].as_u64().unwrap();
    assert_eq!(count("total"), rows.len() as u64);
    assert_eq!(count("sources") + count("parts") + count("rank"), count("total"));
    assert_eq!(count("preferred") + count("open") + count("explained"), count("total"));
    let known: BTreeSet<&str> = answer["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    for row in rows {
        let claims = row["claims"].as_array().unwrap();
        assert!(!claims.is_empty(), "{row}");
        assert!(
            claims
                .iter()
                .all(|claim| known.contains(claim["source_id"].as_str().unwrap())),
            "{row}"
        );
        let shown = claims
            .iter()
            .find(|claim| claim["preferred"] == true && claim["measure"] == row["measure"]);
        assert_eq!(
            row["shown"],
            shown.map_or(Value::Null, |claim| claim["value"].clone()),
            "{row}"
        );
    }
}

#[tokio::test]
async fn sources_that_contradict_each_other_are_told_with_the_value_that_is_shown() {
    let rows = rows("kind=sources").await;
    let one = find(&rows, "sources.par.2018.quang-ninh.overall.score");
    assert_eq!((&one["shown"], &one["state"]), (&json!(89.06), &json!("preferred")));
    assert_eq!(one["difference"], 0.54);
    assert_eq!(
        values(one, "score").iter().filter(|(value, _)| *value == 89.6).count(),
        1
    );
    let rank = find(&rows, "sources.par.2023.ca-mau.overall.rank");
    assert_eq!(
        (&rank["shown"], &rank["rank_n"], &rank["unit"]),
        (&json!(34.0), &json!(63), &Value::Null)
    );
    let group = find(&rows, "sources.papi.2023.ho-chi-minh.overall.group");
    assert_eq!(values(group, "group"), [(3.0, true), (2.0, false)]);
    // Nothing decides between the two, so neither is shown.
    let open = find(&rows, "sources.sipas.2023.khanh-hoa.overall.rank");
    assert_eq!((&open["shown"], &open["state"]), (&Value::Null, &json!("open")));
    assert_eq!(values(open, "rank"), [(40.0, false), (43.0, false)]);
}

#[tokio::test]
async fn the_country_and_regions_are_told_too() {
    let rows = rows("index=par&kind=sources").await;
    let region = find(&rows, "sources.par.2023.se.overall.mean");
    assert_eq!((&region["province"], &region["region"]), (&Value::Null, &json!("se")));
    assert_eq!(
        (&region["name_vi"], &region["state"]),
        (&json!("Đông Nam Bộ"), &json!("open"))
    );
    let country = find(&rows, "sources.par.2024.vn.overall.mean");
    assert_eq!(
        (&country["shown"], &country["difference"]),
        (&json!(88.37), &json!(0.18))
    );
    let of_province = self::rows("index=par&kind=sources&province=ca-mau").await;
    assert!(of_province.iter().all(|row| row["province"] == "ca-mau") && !of_province.is_empty());
}

/// PAR 2013 Bình Dương: 86.86, and “nearly 87”.
#[tokio::test]
async fn a_rounded_value_contradicts_nothing() {
    let rows = rows("index=par&year=2013").await;
    assert!(rows.is_empty(), "{rows:?}");
}

#[tokio::test]
async fn printed_totals_are_held_against_their_parts() {
    let rows = rows("kind=parts").await;
    let pci: Vec<&Value> = rows.iter().filter(|row| row["index"] == "pci").collect();
    assert!(
        pci.len() > 31 && pci.iter().all(|row| row["year"] == 2011),
        "{}",
        pci.len()
    );
    for row in &pci {
        assert_eq!(
            (&row["state"], &row["computed"]["from"]),
            (&json!("explained"), &json!("weighted_sum"))
        );
        let number = |value: &Value| value.as_f64().unwrap();
        let (printed, computed) = (number(&row["shown"]), number(&row["computed"]["value"]));
        assert!(
            (number(&row["difference"]) - (printed - computed)).abs() < 1e-6,
            "{row}"
        );
        assert!(
            (printed - computed).abs() > number(&row["computed"]["tolerance"]),
            "{row}"
        );
    }
    let four = find(&rows, "parts.par.2021.hai-duong.overall.score");
    assert_eq!(
        (&four["shown"], &four["computed"]["value"]),
        (&json!(87.38), &json!(86.62))
    );
    assert_eq!(
        (&four["difference"], &four["state"]),
        (&json!(0.76), &json!("explained"))
    );
    assert!(four["note"]["vi"].as_str().unwrap().contains("86,62"));
    let tenth = find(&rows, "parts.par.2023.kon-tum.p2.score");
    assert_eq!(
        (&tenth["shown"], &tenth["computed"]["value"]),
        (&json!(8.5), &json!(8.21))
    );
    assert_eq!(tenth["computed"]["from"], "tenth_of_sipas");
}

#[tokio::test]
async fn ranks_are_held_against_the_scores_of_their_table() {
    let rows = rows("kind=rank").await;
    // 87.68 cannot be twelfth; it is kept back, and no other source has another value.
    let score = find(&rows, "rank.par.2023.da-nang.overall.rank");
    assert_eq!((&score["shown"], &score["state"]), (&json!(12.0), &json!("open")));
    assert_eq!(values(score, "score"), [(87.68, false)]);
    assert!(score["places"]["best"].as_u64().unwrap() > 18, "{}", score["places"]);
    assert!(score["difference"].as_f64().unwrap() < -6.0);
    assert_eq!(score["unit"], "points");
    assert!(score["note"]["en"].as_str().unwrap().contains("88.68"));
    for (index, year, rank, pair) in [
        ("par", 2015, 3.0, ["ho-chi-minh", "dong-nai"]),
        ("sipas", 2021, 38.0, ["ba-ria-vung-tau", "da-nang"]),
    ] {
        for (own, other) in [(pair[0], pair[1]), (pair[1], pair[0])] {
            let row = find(&rows, &format!("rank.{index}.{year}.{own}.overall.rank"));
            assert_eq!((&row["shown"], &row["state"]), (&Value::Null, &json!("open")));
            assert!(
                values(row, "rank")
                    .iter()
                    .all(|(value, is_shown)| *value == rank && !is_shown)
            );
            assert_eq!(row["same_rank"][0]["province"], other);
            assert!(row["note"]["vi"].as_str().unwrap().contains(&format!("Hạng {rank}")));
        }
    }
}

/// What the package check says of totals and of ranks, before known exceptions turn it into notes, the register says too.
#[tokio::test]
async fn the_register_agrees_with_the_package_check() {
    let package = read_package(&PackageFiles::embedded()).unwrap();
    let mut of_units = BTreeSet::new();
    let mut of_years = BTreeSet::new();
    for finding in check_package(&package) {
        let subject = &finding.subject;
        let (Some(index), Some(year)) = (subject.index, subject.year) else {
            continue;
        };
        match (finding.code, &subject.unit) {
            (FindingCode::PartsDifferFromTotal | FindingCode::SipasPartDiffers, Some(Unit::Province(slug))) => {
                let component = subject.component.as_ref().unwrap();
                of_units.insert(format!("parts.{index}.{year}.{slug}.{component}.score"));
            }
            (FindingCode::TotalsNotReproduced, _) => {
                of_years.insert(format!("parts.{index}.{year}."));
            }
            _ => {}
        }
    }
    assert!(!of_units.is_empty() && !of_years.is_empty());
    let mut told = BTreeSet::new();
    let mut years_told = BTreeSet::new();
    for row in rows("kind=parts").await {
        let id = row["id"].as_str().unwrap();
        match of_years.iter().find(|year| id.starts_with(year.as_str())) {
            Some(year) => years_told.insert(year.clone()),
            None => told.insert(id.to_owned()),
        };
    }
    assert_eq!((told, years_told), (of_units, of_years));
}

#[tokio::test]
async fn every_row_has_an_anchor_on_the_page() {
    let ids: Vec<String> = rows("")
        .await
        .iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect();
    for language in ["vi", "en"] {
        let page = get(&format!("/{language}/discrepancies")).await;
        assert_eq!(page.status, StatusCode::OK);
        for id in &ids {
            assert_eq!(page.text().matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
        }
        assert!(page.text().contains("href=\"/api/v1/discrepancies.csv\""));
    }
    // The years of SIPAS are not those of PCI: a year that is chosen for another index is left out.
    let page = get("/vi/discrepancies?i=sipas&y=2006&kind=sources").await;
    assert!(
        page.text()
            .contains("/api/v1/discrepancies.csv?index=sipas&amp;kind=sources")
    );
    assert!(page.text().contains("hạng 40/63") && page.text().contains("không dùng số nào"));
}

#[tokio::test]
async fn the_file_has_a_line_per_claim() {
    let answer = get_json("/api/v1/discrepancies?index=par&year=2023").await;
    let claims: usize = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["claims"].as_array().unwrap().len())
        .sum();
    let file = get("/api/v1/discrepancies.csv?index=par&year=2023").await;
    assert!(
        file.header("content-disposition")
            .contains("par_discrepancies_all_vietnam_2023.csv")
    );
    let lines: Vec<&str> = file.text().lines().collect();
    assert_eq!(lines.len(), claims + 1);
    assert!(lines[0].starts_with("id,kind,index,year,"));
    let of_one = lines
        .iter()
        .filter(|line| line.starts_with("sources.par.2023.ca-mau.overall.rank,"));
    assert_eq!(of_one.count(), 3);
}

#[tokio::test]
async fn a_selection_that_does_not_exist_is_refused() {
    for (query, status, code) in [
        ("kind=typo", StatusCode::BAD_REQUEST, "malformed_parameter"),
        ("index=gdp", StatusCode::NOT_FOUND, "unknown_index"),
        ("province=atlantis", StatusCode::NOT_FOUND, "unknown_province"),
        ("index=papi&year=2005", StatusCode::NOT_FOUND, "unknown_year"),
        ("component=entry", StatusCode::BAD_REQUEST, "unknown_parameter"),
    ] {
        let answer = get(&format!("/api/v1/discrepancies?{query}")).await;
        assert_eq!(answer.status, status, "{query}");
        assert_eq!(answer.json()["code"], code, "{query}");
    }
    // A unit of 2025 has a name of its own; nothing is on record of it here.
    assert_eq!(get("/api/v1/discrepancies?province=hue").await.status, StatusCode::OK);
}
