//! Editions of the 34 units, added by data alone, through check, normalized form, engine, API and pages.

use std::sync::{Arc, LazyLock};

use axum::{
    Router,
    http::{Method, StatusCode},
};
use serde_json::Value;
use vithe::{
    data::Data,
    router::build_router,
    state::{AppState, Settings},
};
use vithe_datasets::{RedistributionOverrides, Severity, check_files, read_package};
use vithe_shared::{Borders, Language};

use crate::{
    edition_2025::package_with_2025,
    support::{Answer, row, send},
};

static DATA: LazyLock<Arc<Data>> = LazyLock::new(|| {
    let files = package_with_2025();
    let package = read_package(&files).unwrap();
    Arc::new(Data::of_package(&package, files, &RedistributionOverrides::new()).unwrap())
});

static SERVER: LazyLock<Router> = LazyLock::new(|| {
    let settings = Settings {
        figure_workers: 0,
        ..Settings::default()
    };
    build_router(AppState::new(Arc::clone(&DATA), settings))
});

async fn get(address: &str) -> Answer {
    send(&SERVER, Method::GET, address, &[]).await
}

async fn get_json(address: &str) -> Value {
    let answer = get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text());
    answer.json()
}

/// What is refused, and with which code.
async fn refused(address: &str) -> (StatusCode, String, String) {
    let answer = send(&SERVER, Method::GET, address, &[("accept-language", "en")]).await;
    assert_ne!(answer.status, StatusCode::OK, "{address}");
    let problem = answer.json();
    let text = |key: &str| problem[key].as_str().unwrap().to_owned();
    (answer.status, text("code"), text("detail"))
}

fn years(list: &Value) -> Vec<u64> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|year| year.as_u64().unwrap())
        .collect()
}

#[test]
fn the_check_takes_the_editions() {
    let report = check_files(&package_with_2025());
    let errors: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.display(Language::En).to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn rows_of_two_lists_in_one_year_are_an_error() {
    let mut files = package_with_2025();
    let text = String::from_utf8(files.get("data/ranked_sets.csv").unwrap().to_vec()).unwrap();
    let text = format!("{text}papi,2025,,63,hau-giang,member,,test-2025\n");
    files.insert("data/ranked_sets.csv", text);
    let found = check_files(&files).findings;
    let errors: Vec<&str> = found
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.code.as_str())
        .collect();
    assert_eq!(errors, ["two_lists_of_units"]);
}

#[tokio::test]
async fn an_index_opens_on_its_complete_year_of_34_units_and_keeps_all_its_years() {
    let indices = get_json("/api/v1/indices").await;
    let index = |id: &str| {
        let mut all = indices.as_array().unwrap().iter();
        all.find(|index| index["id"] == id).unwrap().clone()
    };
    let papi = index("papi");
    assert_eq!(papi["opens_on"], 2025);
    assert_eq!(years(&papi["years"]), (2011..=2025).collect::<Vec<_>>());
    assert_eq!(years(&papi["units34_years"]), [2025]);
    let newest = papi["coverage"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&newest["borders"], &newest["members"]),
        (&Value::from("34"), &Value::from(34))
    );
    assert!(papi["breaks"].as_array().unwrap().iter().any(|entry| {
        entry["component"] == "overall"
            && entry["year"] == 2025
            && entry["comparability"] == "not_comparable"
            && entry["reason"]["code"] == "units_changed"
    }));
    // Parts without a total do not move the year that the PAR INDEX opens on, in no component.
    let par = index("par");
    assert!(par["opens_on"].as_u64().unwrap() < 2025);
    assert_eq!(years(&par["units34_years"]), [2025]);
    let area = get_json("/api/v1/rankings?index=par&component=1").await;
    assert_eq!(area["borders"], "63");
}

#[tokio::test]
async fn a_table_is_of_the_list_of_its_year() {
    let table = get_json("/api/v1/rankings?index=papi").await;
    assert_eq!(
        (&table["year"], &table["borders"], &table["n"]),
        (&Value::from(2025), &Value::from("34"), &Value::from(34))
    );
    assert_eq!(
        (table["complete"].as_bool(), table["rows"].as_array().unwrap().len()),
        (Some(true), 34)
    );
    let unit = row(&table, "can-tho");
    assert!(unit["rank"].is_u64() && unit["change"].is_null(), "{unit}");
    assert_eq!(get_json("/api/v1/rankings?index=papi&year=2024").await["borders"], "63");
    let (status, code, detail) = refused("/api/v1/rankings?index=papi&year=2025&borders=63").await;
    assert_eq!((status, code.as_str()), (StatusCode::NOT_FOUND, "unknown_year"));
    assert!(detail.contains("borders=34"), "{detail}");
    let matrix = get_json("/api/v1/matrix?index=papi&year=2025").await;
    assert_eq!(
        (&matrix["borders"], matrix["rows"].as_array().unwrap().len()),
        (&Value::from("34"), 34)
    );
    let parts = get_json("/api/v1/rankings?index=par&component=1&year=2025").await;
    assert_eq!(
        (&parts["n"], &row(&parts, "can-tho")["status"]),
        (&Value::from(34), &Value::from("E"))
    );
}

#[tokio::test]
async fn the_years_of_a_unit_are_those_of_its_list() {
    let spans = |answer: &Value| -> Vec<u64> {
        let points = answer["series"][0]["points"].as_array().unwrap();
        points.iter().map(|point| point["year"].as_u64().unwrap()).collect()
    };
    let province = get_json("/api/v1/series?index=papi&p=can-tho").await;
    assert_eq!(
        (&province["borders"], spans(&province).last()),
        (&Value::from("63"), Some(&2024))
    );
    let unit = get_json("/api/v1/series?index=papi&p=can-tho&borders=34&from=2025").await;
    assert_eq!((&unit["borders"], spans(&unit)), (&Value::from("34"), vec![2025]));
    let (_, code, detail) = refused("/api/v1/series?index=papi&p=can-tho&from=2025").await;
    assert!(code == "unknown_year" && detail.contains("borders=34"), "{detail}");

    let province = get_json("/api/v1/provinces/can-tho/profile?year=2025").await;
    let unit = get_json("/api/v1/provinces/can-tho/profile?borders=34").await;
    let papi = |profile: &Value| {
        let mut indices = profile["indices"].as_array().unwrap().iter();
        indices.find(|index| index["index"] == "papi").unwrap().clone()
    };
    assert_eq!(papi(&province)["year"], 2024);
    assert_eq!(
        (&papi(&unit)["year"], &papi(&unit)["overall"]["n"]),
        (&Value::from(2025), &Value::from(34))
    );
    assert_eq!(unit["province"]["predecessors"].as_array().unwrap().len(), 3);
    // Hậu Giang is no unit of 2025.
    assert_eq!(
        refused("/api/v1/provinces/hau-giang/profile?borders=34").await.1,
        "unknown_province"
    );

    let rows = get_json("/api/v1/observations?index=papi&province=can-tho&component=d1").await;
    assert!(rows.as_array().unwrap().iter().all(|row| row["borders"] == "63"));
    let rows = get_json("/api/v1/observations?index=papi&province=can-tho&component=d1&year=2025").await;
    assert!(
        rows.as_array()
            .unwrap()
            .iter()
            .all(|row| row["borders"] == "34" && row["year"] == 2025)
    );
    assert_eq!(rows.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn nothing_is_compared_across_the_lists() {
    let (_, code, detail) = refused("/api/v1/changes?index=papi&province=can-tho&from=2024&to=2025").await;
    assert!(code == "unknown_year" && detail.contains("different lists"), "{detail}");
    assert_eq!(
        refused("/api/v1/movers?index=papi&from=2024&to=2025").await.1,
        "unknown_year"
    );
    assert_eq!(
        refused("/api/v1/changes?index=papi&province=can-tho&borders=34&from=2024&to=2025")
            .await
            .1,
        "unknown_year"
    );
    // A list of one year has nobody who moved: the newest two years of one list are compared.
    let movers = get_json("/api/v1/movers?index=papi").await;
    assert_eq!(
        (&movers["borders"], &movers["to"]["year"]),
        (&Value::from("63"), &Value::from(2024))
    );
    let changes = get_json("/api/v1/changes?index=papi&province=can-tho").await;
    assert_eq!(
        (&changes["borders"], &changes["to"]["year"]),
        (&Value::from("63"), &Value::from(2024))
    );
    let declines = get_json("/api/v1/declines?index=papi").await;
    assert_eq!(
        (&declines["borders"], &declines["until"]),
        (&Value::from("63"), &Value::from(2024))
    );
    let declines = get_json("/api/v1/declines?index=papi&until=2025&streak=1").await;
    assert_eq!(
        (&declines["borders"], declines["rows"].as_array().unwrap().len()),
        (&Value::from("34"), 0)
    );
    let regions = get_json("/api/v1/regions?index=papi").await;
    assert!(
        regions["national"]
            .as_array()
            .unwrap()
            .iter()
            .all(|year| year["year"].as_u64() < Some(2025))
    );
    let regions = get_json("/api/v1/regions?index=papi&borders=34").await;
    assert_eq!(regions["regions"].as_array().unwrap().len(), 6);
    let overview = get_json("/api/v1/overview").await;
    let papi = overview["indices"]
        .as_array()
        .unwrap()
        .iter()
        .find(|index| index["index"] == "papi")
        .unwrap();
    assert_eq!(
        (&papi["year"], &papi["borders"], &papi["movers_from"]),
        (&Value::from(2025), &Value::from("34"), &Value::Null)
    );
    assert_eq!(
        refused("/api/v1/scatter?x=papi&y=par&x_year=2025&y_year=2019").await.1,
        "unknown_year"
    );
    let scatter = get_json("/api/v1/scatter?x=papi&y=par.1&year=2025").await;
    assert_eq!(scatter["points"].as_array().unwrap().len(), 34);
}

#[tokio::test]
async fn a_question_of_what_if_starts_from_the_list_asked_for() {
    let unit = get_json("/api/v1/what-if?index=papi&province=can-tho&borders=34&d=d1:0.2&target=1").await;
    assert_eq!((&unit["year"], &unit["rank_n"]), (&Value::from(2025), &Value::from(34)));
    assert_eq!(
        get_json("/api/v1/what-if?index=papi&province=can-tho&year=2025").await["borders"],
        "34"
    );
    let province = get_json("/api/v1/what-if?index=papi&province=can-tho").await;
    assert_eq!(
        (&province["year"], &province["borders"]),
        (&Value::from(2024), &Value::from("63"))
    );
}

#[tokio::test]
async fn every_page_has_the_units_of_its_year() {
    let pages = [
        "",
        "?i=papi",
        "?i=papi&y=2024",
        "index/papi",
        "index/papi?y=2025&tab=table",
        "index/papi?y=2025&classes=fixed&r=md",
        "index/papi?y=2024&interval=weights",
        "index/papi?interval=weights&pin=can-tho",
        "index/par?c=1&y=2025",
        "index/par?c=1",
        "index/pci?y=2019",
        "compare?i=papi&p=can-tho~an-giang",
        "compare?i=papi&p=can-tho~an-giang&borders=34",
        "compare?i=papi&p=can-tho~an-giang&y=2025",
        "compare?i=pci&p=can-tho~hau-giang&y=2024",
        "regions?i=papi",
        "regions?i=papi&borders=34",
        "declines?i=papi",
        "declines?i=papi&y=2025",
        "movers?i=papi",
        "scatter?x=papi&vs=par.1",
        "scatter?x=papi&vs=par.1&y=2025",
        "what-if?i=papi&p=can-tho",
        "what-if?i=papi&p=can-tho&borders=34",
        "sources?i=papi&y=2025",
        "sources?i=papi&p=can-tho&borders=34",
        "methods/papi",
        "data",
        "search?q=tho",
        "province/can-tho?tab=table",
        "province/can-tho?borders=34",
        "province/can-tho?borders=34&i=sipas",
        "province/can-tho?borders=34&i=par&tab=table",
        "province/hau-giang?y=2025",
    ];
    for language in Language::ALL {
        for page in pages {
            let answer = get(&format!("/{language}/{page}")).await;
            assert_eq!(answer.status, StatusCode::OK, "/{language}/{page}");
        }
    }
    let index = get("/en/index/papi").await;
    assert!(index.text().contains("PAPI") && index.text().contains(" 2025</span>"));
    assert!(
        index
            .text()
            .contains("/en/province/can-tho?i=papi&amp;y=2025&amp;borders=34")
    );
    assert!(index.text().contains("/34"), "ranks are of 34");
    let older = get("/en/index/papi?y=2024").await;
    assert!(older.text().contains("/en/province/hau-giang?i=papi&amp;y=2024\""));
    let unit = get("/vi/province/can-tho?borders=34").await;
    assert!(unit.text().contains("/34"), "a rank among the 34");
}

#[tokio::test]
async fn no_unit_and_no_province_is_left_without_a_page() {
    for borders in Borders::ALL {
        for unit in DATA.catalog().units(borders).provinces() {
            for index in ["papi", "par"] {
                let page = format!("/vi/province/{}?borders={borders}&i={index}", unit.slug);
                assert_eq!(get(&page).await.status, StatusCode::OK, "{page}");
            }
        }
    }
}

#[tokio::test]
async fn maps_draw_the_outlines_of_the_list() {
    let server = build_router(AppState::new(
        Arc::clone(&DATA),
        Settings {
            figure_workers: 1,
            ..Settings::default()
        },
    ));
    for (address, count) in [
        ("/figures/map.svg?index=papi&lang=en&w=360", "34"),
        (
            "/figures/map.svg?index=papi&year=2025&classes=fixed&lang=en&w=720",
            "34",
        ),
        ("/figures/bump.svg?index=papi&borders=34&lang=en&w=720", "34"),
    ] {
        let figure = send(&server, Method::GET, address, &[]).await;
        assert_eq!(figure.status, StatusCode::OK, "{address}: {}", figure.text());
        assert!(figure.text().contains(count), "{address}");
    }
}
