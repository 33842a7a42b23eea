//! `GET /api/v1/movers`.

use serde_json::{Value, json};
use vithe_shared::{
    IndexId,
    domain::{Comparability, Membership},
};

use crate::support::{catalog, get, get_json, row};

#[tokio::test]
async fn by_default_the_opening_year_is_compared_with_the_year_before() {
    for (index, from, to) in [
        ("pci", 2022, 2023),
        ("papi", 2023, 2024),
        ("par", 2022, 2023),
        ("sipas", 2022, 2023),
    ] {
        let answer = get_json(&format!("/api/v1/movers?index={index}")).await;
        assert_eq!(
            (&answer["from"]["year"], &answer["to"]["year"]),
            (&json!(from), &json!(to)),
            "{index}"
        );
    }
}

/// Hậu Giang, published: PCI 2020 63.11 and rank 39, PCI 2021 63.80 and rank 38; PAPI rank 27 of 63 in 2020, 33 of 60 in 2021.
#[tokio::test]
async fn places_are_always_told_and_points_as_far_as_the_years_compare() {
    let answer = get_json("/api/v1/movers?index=pci&from=2020&to=2021").await;
    assert_eq!(answer["comparability"], "limited");
    let own = row(&answer, "hau-giang");
    assert_eq!((&own["rank_from"], &own["rank_to"]), (&json!(39), &json!(38)));
    assert_eq!((&own["rank_change"], &own["score_change"]), (&json!(1), &json!(0.69)));

    let answer = get_json("/api/v1/movers?index=papi&from=2020&to=2021").await;
    assert_eq!(answer["comparability"], "not_comparable");
    for language in ["vi", "en"] {
        assert!(!answer["reason"][language].as_str().unwrap().is_empty());
    }
    let own = row(&answer, "hau-giang");
    assert_eq!(
        (
            &own["rank_from"],
            &own["rank_n_from"],
            &own["rank_to"],
            &own["rank_n_to"]
        ),
        (&json!(27), &json!(63), &json!(33), &json!(60))
    );
    assert_eq!((&own["rank_change"], &own["score_change"]), (&json!(-6), &Value::Null));
    assert!(
        answer["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["score_change"].is_null())
    );
}

/// PAPI withholds three provinces in 2021: they leave the ranked set, and enter it again where it is whole.
#[tokio::test]
async fn who_is_withheld_leaves_and_who_returns_enters() {
    let answer = get_json("/api/v1/movers?index=papi&from=2020&to=2021").await;
    assert_eq!(
        (&answer["counts"]["leavers"], &answer["counts"]["entrants"]),
        (&json!(3), &json!(0))
    );
    let left = row(&answer, "bac-ninh");
    assert_eq!(
        (&left["presence"], &left["rank_change"]),
        (&json!("left"), &Value::Null)
    );
    let unranked: Vec<&Value> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .skip_while(|row| row["presence"] == "ranked")
        .collect();
    assert_eq!(unranked.len(), 3);
}

#[tokio::test]
async fn a_span_compares_only_as_far_as_its_worst_step() {
    for (from, to, comparability) in [
        (2013, 2016, "comparable"),
        (2016, 2017, "limited"),
        (2013, 2022, "reweighted"),
        (2012, 2013, "not_comparable"),
        (2011, 2019, "not_comparable"),
    ] {
        let answer = get_json(&format!("/api/v1/movers?index=pci&from={from}&to={to}")).await;
        assert_eq!(answer["comparability"], comparability, "{from} to {to}");
    }
}

#[tokio::test]
async fn the_most_places_won_come_first_and_the_counts_add_up() {
    let answer = get_json("/api/v1/movers?index=pci&component=transparency&from=2013&to=2019").await;
    assert_eq!(answer["component_name_vi"], "Tính minh bạch");
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 63);
    let places: Vec<i64> = rows.iter().filter_map(|row| row["rank_change"].as_i64()).collect();
    assert!(places.is_sorted_by(|left, right| left >= right));
    let counts = answer["counts"].as_object().unwrap();
    let sum: u64 = counts.values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(sum, 63);
    assert!(!answer["sources"].as_array().unwrap().is_empty());
    assert!(!answer["revision"].as_str().unwrap().is_empty());
}

/// SIPAS 2015 is a pilot in ten provinces, compared with nothing.
#[tokio::test]
async fn too_few_ranks_say_nothing_of_movers() {
    let answer = get_json("/api/v1/movers?index=sipas&from=2015&to=2023").await;
    assert_eq!(
        (
            &answer["refused"]["code"],
            &answer["counts"],
            answer["rows"].as_array().unwrap().len()
        ),
        (&json!("incomplete_table"), &Value::Null, 0)
    );
    let (k, n) = (&answer["ranked_in_both"], &answer["to"]["n"]);
    for language in ["vi", "en"] {
        let reason = answer["refused"][language].as_str().unwrap();
        assert!(
            reason.contains(&k.to_string()) && reason.contains(&n.to_string()),
            "{reason}"
        );
    }
}

#[tokio::test]
async fn the_years_between_which_movers_are_told_are_named() {
    let answer = get_json("/api/v1/movers?index=pci").await;
    let ranked: Vec<u64> = answer["ranked_years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|year| year.as_u64().unwrap())
        .collect();
    let pci = get_json("/api/v1/indices/pci").await;
    let complete: Vec<u64> = pci["coverage"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["complete"] == true)
        .map(|entry| entry["year"].as_u64().unwrap())
        .collect();
    assert_eq!(ranked, complete);
    assert_eq!(
        get_json("/api/v1/movers?index=sipas").await["years"]
            .as_array()
            .unwrap()
            .len(),
        9
    );
}

#[tokio::test]
async fn a_region_limits_rows_and_counts_but_not_ranks() {
    let answer = get_json("/api/v1/movers?index=pci&from=2020&to=2021&region=md").await;
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 13);
    assert!(rows.iter().all(|row| row["region"] == "md" && row["rank_n_to"] == 63));
    assert_eq!(answer["ranked_in_both"], 63);
    let counts = &answer["counts"];
    let moved = ["risen", "fallen", "unchanged"].map(|name| counts[name].as_u64().unwrap());
    assert_eq!(moved.iter().sum::<u64>(), 13);
}

#[tokio::test]
async fn a_span_from_after_the_opening_year_ends_in_the_newest() {
    let pci = get_json("/api/v1/indices/pci").await;
    let answer = get_json(&format!("/api/v1/movers?index=pci&from={}", pci["opens_on"])).await;
    let newest_total = &pci["coverage"].as_array().unwrap().last().unwrap()["year"];
    assert_eq!(&answer["to"]["year"], newest_total);
}

#[tokio::test]
async fn csv_has_a_line_per_province() {
    let answer = get("/api/v1/movers.csv?index=pci&from=2020&to=2021").await;
    assert_eq!(answer.status, 200);
    assert!(
        answer
            .header("content-disposition")
            .contains("pci_overall_movers_vietnam_2020-2021.csv")
    );
    let mut lines = answer.text().split("\r\n");
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("index,component,from_year,to_year,province,")
    );
    let own = lines.find(|line| line.contains(",hau-giang,")).unwrap();
    assert!(
        own.contains(",ranked,39,63,published,38,63,published,1,63.11,63.8,0.69,limited,pci_2021_indicators,63,"),
        "{own}"
    );
}

#[tokio::test]
async fn bad_questions_name_the_parameter() {
    for (address, status, code) in [
        ("/api/v1/movers", 400, "missing_parameter"),
        ("/api/v1/movers?index=gdp", 404, "unknown_index"),
        ("/api/v1/movers?index=pci&year=2020", 400, "unknown_parameter"),
        ("/api/v1/movers?index=pci&from=early", 400, "malformed_parameter"),
        (
            "/api/v1/movers?index=pci&from=2021&to=2020",
            409,
            "conflicting_parameters",
        ),
        (
            "/api/v1/movers?index=pci&from=2021&to=2021",
            409,
            "conflicting_parameters",
        ),
        ("/api/v1/movers?index=pci&from=2003", 404, "unknown_year"),
        ("/api/v1/movers?index=pci&to=2005", 404, "unknown_year"),
        ("/api/v1/movers?index=pci&component=d1", 404, "unknown_component"),
        ("/api/v1/movers?index=pci&region=xx", 404, "unknown_region"),
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, status, "{address}: {}", answer.text());
        assert_eq!(answer.json()["code"], code, "{address}");
    }
    let detail = get("/api/v1/movers?index=pci&year=2020").await.json()["detail"].clone();
    assert!(detail.as_str().unwrap().contains("from"), "{detail}");
}

/// Over every neighbouring pair of years of every component: the change is the one the table of the later year tells.
#[tokio::test]
async fn neighbouring_years_agree_with_the_tables_of_the_later_year() {
    let mut compared = 0;
    for id in IndexId::ALL {
        let index = catalog().index(id).unwrap();
        for component in &index.info().components {
            let years: Vec<_> = index.tables(&component.id).map(|table| table.year).collect();
            for pair in years
                .windows(2)
                .filter(|pair| index.borders(pair[0]) == index.borders(pair[1]))
            {
                let query = vithe_shared::query::MoversQuery {
                    index: id,
                    component: component.id.clone(),
                    from: Some(pair[0]),
                    to: Some(pair[1]),
                    region: None,
                    borders: None,
                };
                let answer = vithe_shared::engine::answers::list_movers(catalog(), &query).unwrap();
                let refused = answer.comparability == Comparability::NotComparable;
                assert!(!refused || answer.reason.is_some());
                let table = index.table(&component.id, pair[1]).unwrap();
                let members = table.cells.iter().filter(|cell| cell.membership == Membership::Member);
                assert_eq!(members.count(), usize::from(answer.to.n));
                for row in &answer.rows {
                    let units = catalog().units(table.borders);
                    let unit = units.position(&row.province).unwrap();
                    let told = index.change(&component.id, table, unit);
                    let Some(change) = told.filter(|change| change.from_year == pair[0]) else {
                        continue;
                    };
                    if row.rank_change.is_some() {
                        assert_eq!(
                            row.rank_change, change.rank,
                            "{id} {} {pair:?} {}",
                            component.id, row.province
                        );
                    }
                    assert_eq!(
                        row.score_change, change.score,
                        "{id} {} {pair:?} {}",
                        component.id, row.province
                    );
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
}
