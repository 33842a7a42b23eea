//! `GET /api/v1/scatter`.

use serde_json::{Value, json};
use vithe_shared::{IndexId, Indicator, engine::answers::find_scatter, query::ScatterQuery};

use crate::support::{catalog, get, get_in, get_json};

fn provinces(list: &Value) -> Vec<&str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["province"].as_str().unwrap())
        .collect()
}

/// The three provinces PAPI withheld in 2021, and Hậu Giang as both publishers printed it.
#[tokio::test]
async fn who_lacks_a_figure_is_left_out_with_the_reason() {
    let answer = get_json("/api/v1/scatter?x=pci&y=papi&year=2021").await;
    assert_eq!(provinces(&answer["left_out"]), ["bac-giang", "bac-ninh", "quang-ninh"]);
    for unit in answer["left_out"].as_array().unwrap() {
        assert_eq!(
            (&unit["missing_x"], &unit["missing_y"]),
            (&Value::Null, &json!("withheld"))
        );
        assert!(unit["x"].is_number() && unit["y"].is_null());
    }
    let points = answer["points"].as_array().unwrap();
    let hau_giang = points.iter().find(|point| point["province"] == "hau-giang").unwrap();
    assert_eq!((&hau_giang["x"], &hau_giang["y"]), (&json!(63.8), &json!(42.164)));
    assert_eq!(answer["correlation"]["n"], 60);
    assert_eq!((&answer["x"]["n"], &answer["y"]["n"]), (&json!(63), &json!(60)));
    assert!(answer["x"]["median"].is_number() && answer["y"]["median"].is_number());
    assert!(!answer["x"]["source_ids"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn an_incomplete_table_shows_its_points_and_no_correlation() {
    let answer = get_json("/api/v1/scatter?x=pci.transparency&y=papi.d4&year=2021").await;
    assert_eq!(
        (&answer["x"]["scores_on_record"], &answer["x"]["n"]),
        (&json!(32), &json!(63))
    );
    assert_eq!(answer["x"]["complete"], false);
    assert_eq!(answer["x"]["median"], Value::Null);
    assert_eq!(answer["correlation"], Value::Null);
    assert_eq!(answer["correlation_refused"]["code"], "incomplete_table");
    for language in ["vi", "en"] {
        let text = answer["correlation_refused"][language].as_str().unwrap();
        assert!(text.contains("32") && text.contains("63"), "{text}");
    }
    assert!(!answer["points"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn without_a_year_it_opens_on_the_newest_in_which_both_tables_are_complete() {
    let answer = get_json("/api/v1/scatter?x=pci&y=papi").await;
    assert_eq!(
        (&answer["x"]["year"], &answer["y"]["year"]),
        (&json!(2023), &json!(2023))
    );
    let answer = get_json("/api/v1/scatter?x=pci.transparency&y=papi.d4").await;
    assert_eq!(answer["x"]["year"], 2023);
}

#[tokio::test]
async fn one_year_stands_for_both_axes_and_two_may_differ() {
    let answer = get_json("/api/v1/scatter?x=pci&y=papi&y_year=2019").await;
    assert_eq!(
        (&answer["x"]["year"], &answer["y"]["year"]),
        (&json!(2019), &json!(2019))
    );
    let answer = get_json("/api/v1/scatter?x=pci&y=pci&x_year=2007&y_year=2009").await;
    assert_eq!(
        (&answer["x"]["year"], &answer["y"]["year"]),
        (&json!(2007), &json!(2009))
    );
    // Hà Tây ended in 2008.
    assert_eq!(provinces(&answer["left_out"]), ["ha-tay"]);
    assert_eq!(answer["left_out"][0]["missing_y"], "not_in_set");
    assert!(answer["correlation"].is_object());
}

#[tokio::test]
async fn a_region_limits_points_and_what_is_told_of_them() {
    let answer = get_json("/api/v1/scatter?x=pci&y=papi&year=2020&region=md").await;
    assert_eq!(
        (&answer["x"]["n"], &answer["correlation"]["n"]),
        (&json!(13), &json!(13))
    );
    let points = answer["points"].as_array().unwrap();
    assert!(points.iter().all(|point| point["region"] == "md"));
    let answer = get_json("/api/v1/scatter?x=pci&y=papi&year=2020&region=ch").await;
    assert_eq!(answer["correlation_refused"]["code"], "too_few_pairs");
    assert!(answer["x"]["complete"] == true && answer["x"]["median"].is_number());
}

#[tokio::test]
async fn what_goes_together_by_construction_is_said() {
    for (query, code) in [
        ("x=papi&y=papi.d4&year=2021", json!("part_of_the_other")),
        ("x=papi.4.1&y=papi&year=2021", json!("part_of_the_other")),
        ("x=par&y=sipas&year=2021", json!("shares_a_part")),
        ("x=sipas&y=par&year=2017", Value::Null),
        ("x=papi.d1&y=papi.d4&year=2021", Value::Null),
        ("x=papi&y=papi.d4&x_year=2020&y_year=2021", Value::Null),
        ("x=pci&y=papi&year=2021", Value::Null),
    ] {
        let answer = get_json(&format!("/api/v1/scatter?{query}")).await;
        assert_eq!(answer["overlap"]["code"], code, "{query}");
    }
    let answer = get_json("/api/v1/scatter?x=pci&y=pci.overall&year=2021").await;
    assert_eq!(answer["correlation_refused"]["code"], "same_figure");
}

/// Ranks by counting, Pearson by its definition.
fn spearman_by_definition(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let ranks = |value: fn(&(f64, f64)) -> f64| -> Vec<f64> {
        let rank = |own: f64| {
            let below = pairs.iter().filter(|pair| value(pair) < own).count() as f64;
            let equal = pairs.iter().filter(|pair| value(pair) == own).count() as f64;
            below + f64::midpoint(equal, 1.0)
        };
        pairs.iter().map(|pair| rank(value(pair))).collect()
    };
    let (left, right) = (ranks(|pair| pair.0), ranks(|pair| pair.1));
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
    let (left_mean, right_mean) = (mean(&left), mean(&right));
    let covariance: f64 = left
        .iter()
        .zip(&right)
        .map(|(a, b)| (a - left_mean) * (b - right_mean))
        .sum();
    let deviation = |values: &[f64], mean: f64| values.iter().map(|value| (value - mean).powi(2)).sum::<f64>().sqrt();
    covariance / (deviation(&left, left_mean) * deviation(&right, right_mean))
}

/// Over the whole dataset: every component against the total of every index, in every year they share.
#[test]
fn a_correlation_is_told_exactly_where_both_tables_are_complete_and_agrees_with_its_definition() {
    let (mut told, mut refused) = (0, 0);
    for index in catalog().indices().unwrap() {
        for component in &index.info().components {
            for other in IndexId::ALL {
                for year in &component.years {
                    let query = ScatterQuery {
                        x: Indicator {
                            index: index.id(),
                            component: component.id.clone(),
                        },
                        y: Indicator::total(other),
                        x_year: Some(*year),
                        y_year: Some(*year),
                        region: None,
                    };
                    let Ok(answer) = find_scatter(catalog(), &query) else {
                        continue;
                    };
                    assert_eq!(answer.correlation.is_none(), answer.correlation_refused.is_some());
                    if let Some(correlation) = answer.correlation {
                        assert!(answer.x.complete && answer.y.complete);
                        let pairs: Vec<(f64, f64)> = answer.points.iter().map(|point| (point.x, point.y)).collect();
                        assert_eq!(usize::from(correlation.n), pairs.len());
                        let expected = spearman_by_definition(&pairs);
                        assert!(
                            (correlation.spearman - expected).abs() < 5.1e-5,
                            "{query:?}: {} and {expected}",
                            correlation.spearman
                        );
                        told += 1;
                    } else {
                        refused += 1;
                    }
                    let units = answer.points.len() + answer.left_out.len();
                    assert!(units >= usize::from(answer.x.n.max(answer.y.n)), "{query:?}");
                }
            }
        }
    }
    assert!(told > 500 && refused > 500, "{told} told, {refused} refused");
}

#[tokio::test]
async fn csv_has_a_line_for_who_is_left_out_too() {
    let answer = get("/api/v1/scatter.csv?x=pci&y=papi&year=2021").await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"pci_overall_2021_papi_overall_2021_vietnam.csv\""
    );
    let lines: Vec<&str> = answer.text().lines().collect();
    assert_eq!(lines.len(), 1 + 63);
    let left_out = "63,bac-giang,Bắc Giang,nmm,pci,overall,2021,64.74,,papi,overall,2021,,withheld,";
    assert!(lines.iter().any(|line| line.starts_with(left_out)));
    let status_of = |province: &str| {
        let line = lines.iter().find(|line| line.contains(province)).unwrap();
        let fields: Vec<(&str, &str)> = lines[0].split(',').zip(line.split(',')).collect();
        ["x_status", "y_status"].map(|name| fields.iter().find(|(column, _)| *column == name).unwrap().1)
    };
    assert_eq!(status_of(",bac-giang,"), ["A", ""]);
    assert_eq!(status_of(",hau-giang,"), ["A", "A"]);
}

#[tokio::test]
async fn bad_questions_name_the_parameter() {
    for (query, status, code, pointer) in [
        ("", 400, "missing_parameter", "x"),
        ("x=pci", 400, "missing_parameter", "y"),
        ("x=pci&y=papi&z=1", 400, "unknown_parameter", "z"),
        ("x=pci&y=papi&year=21", 400, "malformed_parameter", "year"),
        ("x=pci.Land&y=papi", 400, "malformed_parameter", "x"),
        ("x=gdp&y=papi", 404, "unknown_index", "x"),
        ("x=pci&y=papi.d9", 404, "unknown_component", "y"),
        ("x=pci&y=papi&x_year=2021&y_year=2005", 404, "unknown_year", "y_year"),
        ("x=pci&y=papi&year=2003", 404, "unknown_year", "x_year"),
        ("x=pci&y=papi&region=xx", 404, "unknown_region", "region"),
    ] {
        for language in ["vi", "en"] {
            let answer = get_in(language, &format!("/api/v1/scatter?{query}")).await;
            assert_eq!(answer.status, status, "{query}");
            let problem = answer.json();
            assert_eq!(problem["code"], code, "{query}");
            assert_eq!(problem["errors"][0]["pointer"], pointer, "{query}");
        }
    }
}
