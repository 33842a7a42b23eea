//! `GET /api/v1/regions`.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use vithe_shared::{
    ProvinceSlug, RegionId,
    domain::Availability,
    engine::answers::{list_rankings, list_regions, list_series},
    query::{RankingQuery, RegionsQuery, SeriesQuery},
};

use crate::support::{catalog, get, get_in, get_json};

fn of<'a>(answer: &'a Value, region: &str, year: u64) -> &'a Value {
    let regions = answer["regions"].as_array().unwrap();
    let region = regions.iter().find(|entry| entry["region"] == region).unwrap();
    let years = region["years"].as_array().unwrap();
    years.iter().find(|entry| entry["year"] == year).unwrap()
}

#[tokio::test]
async fn regions_come_in_their_usual_order_with_all_their_members() {
    let answer = get_json("/api/v1/regions?index=pci").await;
    let members: Vec<(&str, u64)> = answer["regions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|region| {
            let id = region["region"].as_str().unwrap();
            (id, of(&answer, id, 2022)["members"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(
        members,
        [("rrd", 11), ("nmm", 14), ("ncc", 14), ("ch", 5), ("se", 6), ("md", 13)]
    );
}

/// With five members all five numbers of a region are printed scores.
#[tokio::test]
async fn the_median_of_five_provinces_is_the_score_of_the_third() {
    let ranking = get_json("/api/v1/rankings?index=pci&year=2022&region=ch").await;
    let rows = ranking["rows"].as_array().unwrap();
    let answer = get_json("/api/v1/regions?index=pci").await;
    let summary = &of(&answer, "ch", 2022)["summary"];
    assert_eq!(rows.len(), 5);
    assert_eq!(summary["max"], rows[0]["score"]);
    assert_eq!(summary["q3"], rows[1]["score"]);
    assert_eq!(summary["median"], rows[2]["score"]);
    assert_eq!(summary["q1"], rows[3]["score"]);
    assert_eq!(summary["min"], rows[4]["score"]);
}

/// PAPI withheld a province of the Mekong Delta in 2014, 2018 and 2024: it has 12 members then. Hà Tây counted until 2007.
#[tokio::test]
async fn a_region_has_the_members_of_its_year() {
    let papi = get_json("/api/v1/regions?index=papi").await;
    for (year, members) in [(2013, 13), (2014, 12), (2018, 12), (2023, 13), (2024, 12)] {
        assert_eq!(of(&papi, "md", year)["members"], members, "{year}");
        assert!(of(&papi, "md", year)["summary"].is_object(), "{year}");
    }
    let pci = get_json("/api/v1/regions?index=pci").await;
    let before = of(&pci, "rrd", 2007)["members"].as_u64().unwrap();
    assert_eq!(of(&pci, "rrd", 2009)["members"].as_u64().unwrap() + 1, before);
}

#[tokio::test]
async fn an_incomplete_region_has_counts_and_a_reason() {
    let answer = get_json("/api/v1/regions?index=pci").await;
    let delta = of(&answer, "md", 2024);
    assert_eq!(delta["summary"], Value::Null);
    assert_eq!(delta["reason"]["code"], "incomplete_table");
    let (count, members) = (delta["count"].to_string(), delta["members"].to_string());
    assert!(count != members);
    for language in ["vi", "en"] {
        let text = delta["reason"][language].as_str().unwrap();
        assert!(text.contains(&count) && text.contains(&members), "{text}");
    }
}

/// What other regions lack does not matter: all six provinces of the South East have PCI components of 2021 on record.
#[tokio::test]
async fn a_complete_region_of_an_incomplete_table_is_summed_up() {
    let answer = get_json("/api/v1/regions?index=pci&component=transparency&from=2021&to=2021").await;
    assert_eq!(answer["national"][0]["summary"], Value::Null);
    assert!(of(&answer, "se", 2021)["summary"].is_object());
}

/// The Ministry printed regional means of the PAR INDEX 2024; of 2023 two sources differ on the Red River Delta.
#[tokio::test]
async fn what_a_publisher_printed_for_a_region_is_shown_and_a_dispute_is_not() {
    let answer = get_json("/api/v1/regions?index=par").await;
    assert_eq!(of(&answer, "rrd", 2024)["published"]["mean"], 90.17);
    assert_eq!(of(&answer, "md", 2023)["published"]["mean"], 85.42);
    assert_eq!(of(&answer, "rrd", 2023)["published"], Value::Null);
    let national = answer["national"].as_array().unwrap();
    let newest = national.iter().find(|year| year["year"] == 2024).unwrap();
    assert_eq!(newest["published"]["mean"], 88.37);
}

#[tokio::test]
async fn years_and_breaks_are_those_of_the_series() {
    for query in ["index=pci", "index=papi&component=d4", "index=pci&from=2018&to=2022"] {
        let regions = get_json(&format!("/api/v1/regions?{query}")).await;
        let series = get_json(&format!("/api/v1/series?{query}")).await;
        assert_eq!(regions["breaks"], series["breaks"], "{query}");
        let years = |list: &Value| -> Vec<Value> {
            list.as_array()
                .unwrap()
                .iter()
                .map(|year| year["year"].clone())
                .collect()
        };
        assert_eq!(years(&regions["national"]), years(&series["years"]), "{query}");
    }
}

/// The pilot of 2015 covered ten provinces, the first PCI 42: their regions are not told by some of their members.
#[tokio::test]
async fn some_provinces_of_a_region_are_not_the_region() {
    let pilot = get_json("/api/v1/regions?index=sipas").await;
    for region in pilot["regions"].as_array().unwrap() {
        let year = of(&pilot, region["region"].as_str().unwrap(), 2015);
        assert!(year["summary"].is_null() && year["reason"].is_object(), "{region}");
    }
    let first = get_json("/api/v1/regions?index=pci").await;
    let mekong = of(&first, "md", 2005);
    assert_eq!((&mekong["members"], &mekong["summary"]), (&json!(13), &Value::Null));
    assert!(of(&first, "md", 2006)["summary"].is_object());
}

/// The country as `/series` sums it up, and every region from the scores of `/rankings`, in the whole dataset.
#[test]
fn every_aggregate_follows_from_the_scores_of_its_members() {
    let mut checked = 0;
    for index in catalog().indices().unwrap() {
        for component in &index.info().components {
            let query = RegionsQuery {
                index: index.id(),
                component: component.id.clone(),
                from: None,
                to: None,
                borders: None,
            };
            let answer = list_regions(catalog(), &query).unwrap();
            let series = SeriesQuery {
                index: query.index,
                component: query.component.clone(),
                provinces: Vec::new(),
                from: None,
                to: None,
                borders: None,
            };
            let series = list_series(catalog(), &series).unwrap();
            let units = catalog().units(answer.borders);
            let region_of: BTreeMap<&ProvinceSlug, &RegionId> = units
                .provinces()
                .iter()
                .map(|unit| (&unit.slug, &unit.region))
                .collect();
            for (national, year) in answer.national.iter().zip(&series.years) {
                assert_eq!((national.members, national.summary), (year.n, year.summary));
                assert_eq!(national.summary.is_none(), national.reason.is_some());
            }
            for national in &answer.national {
                let of_year = answer
                    .regions
                    .iter()
                    .filter_map(|region| region.years.iter().find(|found| found.year == national.year));
                let ranking = RankingQuery {
                    index: query.index,
                    component: query.component.clone(),
                    year: Some(national.year),
                    region: None,
                    borders: None,
                    interval: None,
                    rank: None,
                };
                let ranking = list_rankings(catalog(), &ranking).unwrap();
                let withheld = ranking
                    .rows
                    .iter()
                    .filter(|row| row.availability == Availability::Withheld)
                    .count();
                let existing = units.provinces().iter().filter(|unit| unit.existed_in(national.year));
                assert_eq!(
                    of_year.clone().map(|found| usize::from(found.members)).sum::<usize>(),
                    existing.count() - withheld
                );
                assert_eq!(of_year.map(|found| found.count).sum::<u16>(), national.count);
                for region in &answer.regions {
                    let Some(summary) = region
                        .years
                        .iter()
                        .find(|found| found.year == national.year)
                        .and_then(|found| found.summary)
                    else {
                        continue;
                    };
                    let mut scores: Vec<f64> = ranking
                        .rows
                        .iter()
                        .filter(|row| region_of[&row.province] == &region.region)
                        .filter_map(|row| row.score)
                        .collect();
                    scores.sort_by(f64::total_cmp);
                    let n = scores.len();
                    let median = f64::midpoint(scores[(n - 1) / 2], scores[n / 2]);
                    let mean = scores.iter().sum::<f64>() / n as f64;
                    // Scores of PAPI are answered with four decimals and summed up before they are rounded.
                    for (found, expected) in [
                        (summary.median, median),
                        (summary.mean, mean),
                        (summary.min, scores[0]),
                        (summary.max, scores[n - 1]),
                    ] {
                        assert!(
                            (found - expected).abs() < 1.1e-4,
                            "{query:?} {} {}",
                            region.region,
                            national.year
                        );
                    }
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 1_000, "{checked}");
}

#[tokio::test]
async fn csv_has_the_country_first_and_the_break_on_the_line_of_its_later_year() {
    let answer = get("/api/v1/regions.csv?index=papi&component=d4&from=2023&to=2024").await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"papi_d4_regions_2023-2024.csv\""
    );
    let lines: Vec<&str> = answer.text().lines().collect();
    assert_eq!(lines.len(), 1 + 2 * 7);
    assert!(lines[1].starts_with("papi,2023,63,d4,vn,Cả nước,"));
    assert!(lines[2].contains(",comparable,Whole country,"), "{}", lines[2]);
    let answer = get("/api/v1/regions.csv?index=pci&from=2021&to=2022").await;
    assert!(
        answer
            .text()
            .lines()
            .nth(2)
            .unwrap()
            .contains(",reweighted,Whole country,")
    );
}

#[tokio::test]
async fn bad_questions_name_the_parameter() {
    for (query, status, code) in [
        ("", 400, "missing_parameter"),
        ("index=pci&region=md", 400, "unknown_parameter"),
        ("index=pci&from=abc", 400, "malformed_parameter"),
        ("index=pci&from=2022&to=2020", 409, "conflicting_parameters"),
        ("index=gdp", 404, "unknown_index"),
        ("index=pci&component=d1", 404, "unknown_component"),
        ("index=pci&from=2040", 404, "unknown_year"),
    ] {
        for language in ["vi", "en"] {
            let answer = get_in(language, &format!("/api/v1/regions?{query}")).await;
            assert_eq!(answer.status, status, "{query}");
            assert_eq!(answer.json()["code"], code, "{query}");
        }
    }
    let problem = get_in("vi", "/api/v1/regions?index=pci&region=md").await.json();
    assert!(
        problem["detail"].as_str().unwrap().contains("component"),
        "{}",
        json!(problem)
    );
}
