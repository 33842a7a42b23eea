//! `/api/v1/what-if`, asked in a body and by an address.

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode},
};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{get, get_in, get_json, server};

async fn ask(body: &str, content_type: &str) -> (StatusCode, Value) {
    let request = Request::builder()
        .method(Method::POST)
        .uri("/api/v1/what-if")
        .header("content-type", content_type)
        .header("accept-language", "en")
        .body(Body::from(body.to_owned()))
        .unwrap();
    let response = server().oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap())
}

async fn answer(body: Value) -> Value {
    let (status, answer) = ask(&body.to_string(), "application/json").await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    answer
}

#[tokio::test]
async fn without_changes_nothing_changes() {
    let answer = answer(json!({"index": "pci", "province": "hau-giang", "year": 2021})).await;
    assert_eq!(
        (&answer["score_before"], &answer["score"]),
        (&json!(63.8), &json!(63.8))
    );
    assert_eq!(
        (&answer["rank_before"], &answer["rank"], &answer["rank_n"]),
        (&json!(38), &json!(38), &json!(63))
    );
    assert_eq!(answer["rivals"].as_array().unwrap().len(), 62);
}

/// Half a point of support services (weight 20 %: 2 points of the total per point) is one point of the total.
#[tokio::test]
async fn half_a_point_of_support_is_one_point_of_the_total() {
    let answer =
        answer(json!({"index": "pci", "province": "hau-giang", "year": 2021, "changes": {"support": 0.5}})).await;
    assert_eq!(answer["score"], json!(64.8));
    let rank = answer["rank"].as_u64().unwrap();
    assert_eq!(rank, 38 - answer["overtaken"].as_array().unwrap().len() as u64);
    let above = answer["rivals"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|rival| rival["score"].as_f64().unwrap() > 64.8)
        .count();
    assert_eq!(rank, above as u64 + 1);
}

#[tokio::test]
async fn a_target_rank_is_planned_and_reached() {
    let answer = answer(json!({"index": "pci", "province": "hau-giang", "year": 2021, "target_rank": 20})).await;
    let needed = &answer["needed"];
    assert!(needed["points"].as_f64().unwrap() > 0.0);
    assert!(needed["equal_lift"]["rank"].as_u64().unwrap() <= 20);
    assert_eq!(needed["equal_lift"]["reached"], true);
}

/// From 63.80 to 66 are 2.2 points; a target total is planned as it is, not passed by a step as a rank is.
#[tokio::test]
async fn a_target_score_is_planned_and_reached() {
    let answer = answer(json!({"index": "pci", "province": "hau-giang", "year": 2021, "target_score": 66})).await;
    let needed = &answer["needed"];
    assert_eq!((&needed["score"], &needed["points"]), (&json!(66.0), &json!(2.2)));
    for plan in ["equal_lift", "cheapest"] {
        assert_eq!(needed[plan]["reached"], true, "{plan}");
        assert!(needed[plan]["points"].as_f64().unwrap() >= 2.2, "{plan}");
    }
    assert_eq!(answer["score"], answer["score_before"]);
}

/// A component said to move easily is what least effort takes first, as far as the region has a better score; the others keep
/// their observed change.
#[tokio::test]
async fn usual_changes_can_be_edited_and_steer_the_least_effort() {
    let question = json!({"index": "pci", "province": "hau-giang", "year": 2021, "target_score": 64});
    let mut edited_question = question.clone();
    edited_question["usual_changes"] = json!({"legal": 50.0});
    let (observed, edited) = (answer(question).await, answer(edited_question).await);
    let usual = |answer: &Value, id: &str| -> f64 {
        let components = answer["components"].as_array().unwrap();
        let found = components
            .iter()
            .find(|component| component["component"] == id)
            .unwrap();
        found["usual_change"].as_f64().unwrap()
    };
    assert_eq!(usual(&edited, "legal"), 50.0);
    assert_eq!(usual(&edited, "land"), usual(&observed, "land"));
    let plan = |answer: &Value| answer["needed"]["cheapest"]["changes"].as_object().unwrap().clone();
    assert!(!plan(&observed).contains_key("legal"), "{:?}", plan(&observed));
    assert!(plan(&edited)["legal"].as_f64().unwrap() > 0.0);
    assert!(
        edited["needed"]["cheapest"]["effort"].as_f64().unwrap()
            < observed["needed"]["cheapest"]["effort"].as_f64().unwrap()
    );
    assert_eq!(
        edited["needed"]["equal_lift"]["changes"],
        observed["needed"]["equal_lift"]["changes"]
    );
}

#[tokio::test]
async fn drift_is_refused_over_a_break_with_the_reason() {
    let answer = answer(json!({"index": "pci", "province": "hau-giang", "year": 2021, "drift": true})).await;
    assert_eq!(answer["drift"], false);
    assert_eq!(answer["drift_refused"]["code"], "pci_2021_indicators");
}

#[tokio::test]
async fn bad_questions_name_the_member() {
    let good = json!({"index": "pci", "province": "hau-giang", "year": 2021});
    let with = |name: &str, value: Value| {
        let mut question = good.clone();
        question[name] = value;
        question
    };
    for (question, status, code, pointer) in [
        (
            with("changes", json!({"labour": 1.0})),
            404,
            "unknown_component",
            "/changes/labour",
        ),
        (
            with("changes", json!({"labor": 9.5})),
            422,
            "invalid_value",
            "/changes/labor",
        ),
        (
            with("changes", json!({"labor": "much"})),
            422,
            "unreadable_body",
            "/changes/labor",
        ),
        (with("target_rank", json!(0)), 422, "invalid_value", "/target_rank"),
        (with("target_rank", json!(64)), 422, "invalid_value", "/target_rank"),
        (with("target_score", json!(400)), 422, "invalid_value", "/target_score"),
        (
            with("usual_changes", json!({"labor": 0})),
            422,
            "invalid_value",
            "/usual_changes/labor",
        ),
        (
            with("usual_changes", json!({"labour": 1})),
            404,
            "unknown_component",
            "/usual_changes/labour",
        ),
        (with("goal", json!(1)), 422, "unreadable_body", "/goal"),
        (with("province", json!("nowhere")), 404, "unknown_province", "province"),
        (with("year", json!(2024)), 404, "unknown_year", "year"),
        (json!({"index": "pci"}), 422, "unreadable_body", ""),
        (
            json!({"index": "sipas", "province": "hau-giang"}),
            409,
            "incomplete_table",
            "index",
        ),
    ] {
        let (told, problem) = ask(&question.to_string(), "application/json").await;
        assert_eq!(told.as_u16(), status, "{question}: {problem}");
        assert_eq!(problem["code"], code, "{question}");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{question}: {problem}");
    }
    let mut two_targets = with("target_score", json!(66));
    two_targets["target_rank"] = json!(20);
    let (status, problem) = ask(&two_targets.to_string(), "application/json").await;
    assert_eq!(
        (status.as_u16(), &problem["code"]),
        (409, &json!("conflicting_parameters"))
    );
    let (_, problem) = ask(&json!({"index": "pci"}).to_string(), "application/json").await;
    assert!(problem["detail"].as_str().unwrap().contains("province"), "{problem}");
    let (status, problem) = ask("index=pci", "application/x-www-form-urlencoded").await;
    assert_eq!(
        (status.as_u16(), &problem["code"]),
        (415, &json!("unsupported_media_type"))
    );
    let (status, problem) = ask("{", "application/json").await;
    assert_eq!((status.as_u16(), &problem["code"]), (422, &json!("unreadable_body")));
}

/// Quảng Bình has component scores up to 2019 and totals up to 2022: the question is about the newest standing.
#[tokio::test]
async fn a_question_opens_on_the_newest_complete_total_and_needs_no_component_of_its_own() {
    let newest = answer(json!({"index": "pci", "province": "quang-binh"})).await;
    let opens_on = &get_json("/api/v1/indices/pci").await["opens_on"];
    assert_eq!(&newest["year"], opens_on);
    for years in ["years", "years_with_components"] {
        assert_eq!(newest[years].as_array().unwrap().last(), Some(opens_on), "{years}");
    }
    // Of 2022 its total and the weights are on record, and no component.
    let answer = answer(json!({
        "index": "pci", "province": "quang-binh", "year": 2022, "changes": {"support": 0.5}, "target_rank": 20,
    }))
    .await;
    for component in answer["components"].as_array().unwrap() {
        // Distances to others are those of the newest year with a score.
        assert_eq!(
            (&component["score"], &component["compared_year"]),
            (&Value::Null, &json!(2019))
        );
        let number = |name: &str| {
            component[name]
                .as_f64()
                .unwrap_or_else(|| panic!("{name} of {component}"))
        };
        assert!(number("compared_score") <= number("best_in_region"), "{component}");
        assert!(number("best_in_region") <= number("best_in_country"), "{component}");
        if let Some(rise) = answer["needed"]["cheapest"]["changes"][component["component"].as_str().unwrap()].as_f64() {
            assert!(
                rise < number("best_in_region") - number("compared_score") + 0.005,
                "{component}"
            );
        }
    }
    let (before, after) = (
        answer["score_before"].as_f64().unwrap(),
        answer["score"].as_f64().unwrap(),
    );
    assert!(
        (after - before - 0.75).abs() < 1e-9,
        "1.5 points of the total per point of support since 2022"
    );
    assert_eq!(answer["needed"]["cheapest"]["reached"], true);
    assert!(answer["needed"]["cheapest"]["rank"].as_u64().unwrap() <= 20);
}

#[tokio::test]
async fn drift_is_refused_where_the_weights_are_new() {
    let answer = answer(json!({"index": "pci", "province": "quang-binh", "year": 2022, "drift": true})).await;
    assert_eq!(answer["drift"], false);
    assert!(!answer["drift_refused"]["vi"].as_str().unwrap().is_empty());
}

/// Distances to others: only a complete table has a median and a best of the country.
#[tokio::test]
async fn start_values_come_of_tables_that_are_complete() {
    let full = answer(json!({"index": "pci", "province": "quang-binh", "year": 2019, "peer": "quang-tri"})).await;
    for component in full["components"].as_array().unwrap() {
        let number = |name: &str| {
            component[name]
                .as_f64()
                .unwrap_or_else(|| panic!("{name} of {component}"))
        };
        assert!(number("national_median") < number("best_in_country"));
        assert!(number("score") <= number("best_in_region") && number("best_in_region") <= number("best_in_country"));
        assert!(number("peer_score") <= number("best_in_region"), "of the same region");
        assert_eq!(component["on_record"], 63);
    }
    let part = answer(json!({"index": "pci", "province": "hau-giang", "year": 2021})).await;
    for component in part["components"].as_array().unwrap() {
        assert_eq!(
            (&component["national_median"], &component["best_in_country"]),
            (&Value::Null, &Value::Null)
        );
        assert!(component["on_record"].as_u64().unwrap() < 63);
        assert!(component["best_in_region"].as_f64().unwrap() >= component["score"].as_f64().unwrap());
    }
}

/// The same question by an address has the same answer.
#[tokio::test]
async fn an_address_asks_what_a_body_asks() {
    let body = json!({
        "index": "pci", "province": "hau-giang", "year": 2021, "changes": {"support": 0.5, "labor": -0.2},
        "usual_changes": {"legal": 1.0}, "target_rank": 20, "peer": "can-tho",
    });
    let address = "/api/v1/what-if?index=pci&province=hau-giang&year=2021&d=support:0.5~labor:-0.2&u=legal:1&target=20&peer=can-tho";
    assert_eq!(get_json(address).await, answer(body).await);
}

#[tokio::test]
async fn csv_has_every_plan_with_its_components() {
    let question = "index=pci&province=hau-giang&year=2021&d=support:0.5&target=20";
    let file = get(&format!("/api/v1/what-if.csv?{question}")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"pci_what-if_hau-giang_2021.csv\""
    );
    let answer = get_json(&format!("/api/v1/what-if?{question}")).await;
    let mut lines = file.text().lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let column = |line: &[&str], name: &str| line[head.iter().position(|head| *head == name).unwrap()].to_owned();
    let lines: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert_eq!(lines.len(), 4 * 10);
    for (plan, told) in [
        ("asked_for", &answer),
        ("cheapest", &answer["needed"]["cheapest"]),
        ("equal_lift", &answer["needed"]["equal_lift"]),
        ("asked_for_and_cheapest", &answer["needed"]["after_changes"]["cheapest"]),
    ] {
        let of_plan: Vec<_> = lines.iter().filter(|line| column(line, "plan") == plan).collect();
        assert_eq!(of_plan.len(), 10, "{plan}");
        let won: f64 = of_plan
            .iter()
            .map(|line| column(line, "wins_in_total").parse::<f64>().unwrap())
            .sum();
        let total = told["score"].as_f64().unwrap();
        assert!((won + 63.8 - total).abs() < 1e-6, "{plan}: {won} to {total}");
        for line in of_plan {
            // Rank and n stand apart, so that no spreadsheet makes a date of them.
            assert_eq!(column(line, "plan_rank"), told["rank"].to_string());
            assert_eq!(
                (column(line, "n"), column(line, "target_rank")),
                ("63".to_owned(), "20".to_owned())
            );
            let number = |name: &str| column(line, name).parse::<f64>().unwrap();
            assert!((number("score") + number("change_score") - number("new_score")).abs() < 1e-9);
        }
    }
    let without_components = get("/api/v1/what-if.csv?index=pci&province=quang-binh&year=2022&d=support:0.5").await;
    let line = without_components
        .text()
        .lines()
        .find(|line| line.contains(",support,"))
        .unwrap()
        .to_owned();
    assert!(
        line.contains(",2022,quang-binh,Quảng Bình,") && line.contains(",,0.5,,1.5,0.75,"),
        "{line}"
    );
}

#[tokio::test]
async fn a_bad_address_names_the_parameter_in_both_languages() {
    let good = "index=pci&province=hau-giang&year=2021";
    for (part, status, code, pointer) in [
        ("d=labour:1", 404, "unknown_component", "d"),
        ("d=labor:9.5", 422, "invalid_value", "d"),
        ("d=labor", 400, "malformed_parameter", "d"),
        ("u=labor:0", 422, "invalid_value", "u"),
        ("target=64", 422, "invalid_value", "target"),
        ("target=first", 400, "malformed_parameter", "target"),
        ("total=99.5~", 400, "malformed_parameter", "total"),
        ("target=20&total=66", 409, "conflicting_parameters", "total"),
        ("drift=yes", 400, "malformed_parameter", "drift"),
        ("peer=nowhere", 404, "unknown_province", "peer"),
        ("goal=1", 400, "unknown_parameter", "goal"),
    ] {
        for form in ["", ".csv"] {
            let address = format!("/api/v1/what-if{form}?{good}&{part}");
            let [vi, en] = [get_in("vi", &address).await, get_in("en", &address).await];
            for answer in [&vi, &en] {
                let problem = answer.json();
                assert_eq!(
                    (answer.status.as_u16(), &problem["code"]),
                    (status, &json!(code)),
                    "{address}"
                );
                assert_eq!(problem["errors"][0]["pointer"], pointer, "{address}");
            }
            assert_ne!(vi.json()["detail"], en.json()["detail"], "{address}");
        }
    }
    let refused = get_in("vi", "/api/v1/what-if.csv?index=sipas&province=hau-giang").await;
    assert_eq!(
        (refused.status.as_u16(), &refused.json()["code"]),
        (409, &json!("incomplete_table"))
    );
}
