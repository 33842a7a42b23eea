//! The contract: the whole OpenAPI document as a snapshot, and what must hold of it.

use axum::http::Method;
use serde_json::Value;

use crate::support::{get, get_json, send, server};

#[tokio::test]
async fn the_contract_changes_only_on_purpose() {
    insta::assert_snapshot!(get("/api/v1/openapi.json").await.text());
}

#[tokio::test]
async fn every_operation_is_named_by_verb_and_resource() {
    let document = get_json("/api/v1/openapi.json").await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let id = operation["operationId"].as_str().unwrap();
            let verb = id.split('_').next().unwrap();
            assert!(
                ["list", "find", "export", "draw", "answer"].contains(&verb),
                "{path}: {id}"
            );
            assert!(operation["summary"].is_string(), "{path}");
        }
    }
}

#[tokio::test]
async fn every_schema_and_field_is_described() {
    let document = get_json("/api/v1/openapi.json").await;
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(schema["description"].is_string(), "{name}");
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            let described = |value: &Value| value["description"].is_string() || value["$ref"].is_string();
            assert!(described(property) || property["oneOf"].is_array(), "{name}.{field}");
        }
    }
}

#[tokio::test]
async fn every_operation_tells_what_it_answers_under_load() {
    let document = get_json("/api/v1/openapi.json").await;
    let responses = &document["components"]["responses"];
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let too_many = operation["responses"]["429"]["$ref"].as_str().unwrap();
            let response = &responses[too_many.rsplit('/').next().unwrap()];
            assert!(response["headers"]["Retry-After"].is_object(), "{path}");
            assert!(operation["responses"]["503"].is_object(), "{path}");
        }
    }
}

/// The longest query that is read is a part of the contract of every operation that reads one.
#[tokio::test]
async fn every_operation_tells_how_long_a_query_may_be() {
    const LONGEST: usize = 2_048;
    let document = get_json("/api/v1/openapi.json").await;
    let server = server();
    for (template, item) in document["paths"].as_object().unwrap() {
        if !item["get"].is_object() {
            continue;
        }
        let mut path = template.clone();
        for parameter in item["get"]["parameters"].as_array().into_iter().flatten() {
            if parameter["in"] == "path" {
                let name = parameter["name"].as_str().unwrap();
                path = path.replace(&format!("{{{name}}}"), &right_values(&document, parameter)[0]);
            }
        }
        let told = item["get"]["responses"]["400"]["description"].as_str();
        assert!(
            told.is_some_and(|told| told.contains(&format!("more than {LONGEST} bytes"))),
            "{template}: {told:?}"
        );
        // What it lacks, or knows of no key, is told only of a query that is read.
        for length in [LONGEST, LONGEST + 1] {
            let query = format!("unknown={}", "a".repeat(length - "unknown=".len()));
            let answer = send(&server, Method::GET, &format!("{path}?{query}"), &[]).await;
            assert_eq!(answer.status, 400, "{path}: {}", answer.text());
            let is_too_long = answer.json()["code"] == "malformed_parameter";
            assert_eq!(is_too_long, length > LONGEST, "{path}: {}", answer.text());
        }
    }
}

/// Values that a schema calls right: its examples, names and bounds.
fn right_values(document: &Value, parameter: &Value) -> Vec<String> {
    let mut schema = &parameter["schema"];
    if let Some(name) = schema["$ref"].as_str() {
        schema = document.pointer(name.trim_start_matches('#')).unwrap();
    }
    let lists = [&schema["enum"], &schema["examples"]];
    let listed = lists.into_iter().filter_map(Value::as_array).flatten();
    let single = [
        &parameter["example"],
        &schema["default"],
        &schema["minimum"],
        &schema["maximum"],
    ];
    let values = listed.chain(single).filter(|value| !value.is_null());
    values
        .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        .collect()
}

fn is_file(template: &str) -> bool {
    matches!(template.rsplit('.').next(), Some("csv" | "xlsx" | "zip"))
}

/// The address of an operation with the first right value of whatever it needs, path and query.
fn least_request(document: &Value, template: &str, operation: &Value) -> (String, String) {
    let mut path = template.to_owned();
    let mut query = String::new();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap();
        if parameter["in"] == "path" {
            path = path.replace(&format!("{{{name}}}"), &right_values(document, parameter)[0]);
        } else if parameter["required"] == true {
            query = format!("{query}{name}={}&", right_values(document, parameter)[0]);
        }
    }
    (path, query)
}

/// Every file that the contract names is answered in the form that it tells, or refused for what is not on record.
#[tokio::test]
async fn files_answer_in_the_form_that_the_contract_tells() {
    let document = get_json("/api/v1/openapi.json").await;
    let server = server();
    let mut answered = 0;
    for (template, item) in document["paths"].as_object().unwrap() {
        let content = &item["get"]["responses"]["200"]["content"];
        let forms: Vec<&String> = content
            .as_object()
            .into_iter()
            .flatten()
            .map(|(form, _)| form)
            .collect();
        if !is_file(template) {
            // An answer of several forms under one address leaves a generated client without its type.
            assert!(
                forms.len() <= 1 || template.starts_with("/figures/"),
                "{template}: {forms:?}"
            );
            continue;
        }
        let (path, query) = least_request(&document, template, &item["get"]);
        let address = format!("{path}?{query}");
        let answer = send(&server, Method::GET, &address, &[]).await;
        let status = answer.status.as_u16();
        assert!([200, 403, 404, 409].contains(&status), "{address}: {status}");
        if status == 200 {
            let form = answer.header("content-type").split(';').next().unwrap().to_owned();
            assert_eq!(forms, [&form], "{address}");
            answered += 1;
        } else {
            assert!(
                item["get"]["responses"][status.to_string()].is_object(),
                "{address}: {status}"
            );
        }
    }
    assert!(answered > 20, "{answered}");
}

/// Names of packages are letters of ASCII, and generators of clients make them of the title.
#[tokio::test]
async fn the_title_makes_a_name_of_a_package() {
    let document = get_json("/api/v1/openapi.json").await;
    let title = document["info"]["title"].as_str().unwrap();
    assert!(title.is_ascii(), "{title}");
}

/// Generators take an object of which nothing is told for one that is always empty.
#[tokio::test]
async fn every_object_tells_its_members() {
    fn check(value: &Value, place: &str) {
        let is_object = value["type"] == "object" || value["type"] == serde_json::json!(["object", "null"]);
        let tells = ["properties", "additionalProperties", "allOf", "oneOf"];
        assert!(
            !is_object || tells.iter().any(|key| !value[key].is_null()),
            "{place}: {value}"
        );
        for (name, inner) in value.as_object().into_iter().flatten() {
            check(inner, &format!("{place}/{name}"));
        }
        for inner in value.as_array().into_iter().flatten() {
            check(inner, place);
        }
    }
    check(&get_json("/api/v1/openapi.json").await, "");
}

/// A request that is right by the contract may be about what is not on record, and is refused for nothing else.
#[tokio::test]
async fn what_the_contract_calls_right_is_answered_or_not_on_record() {
    let document = get_json("/api/v1/openapi.json").await;
    let server = server();
    let mut asked = 0;
    for (template, item) in document["paths"].as_object().unwrap() {
        if !item["get"].is_object() || is_file(template) {
            continue;
        }
        let (path, base) = least_request(&document, template, &item["get"]);
        let mut optional = vec![String::new()];
        for parameter in item["get"]["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            let values = right_values(&document, parameter);
            if parameter["in"] != "path" && parameter["required"] != true {
                optional.push(format!("{name}="));
                optional.extend(values.iter().map(|value| format!("{name}={value}")));
            }
        }
        for part in optional {
            let address = format!("{path}?{base}{part}");
            let status = send(&server, Method::GET, &address, &[]).await.status.as_u16();
            // Nothing is drawn here.
            let may_be: &[u16] = if path.starts_with("/figures/") {
                &[404, 409, 503]
            } else {
                &[200, 403, 404, 409]
            };
            assert!(may_be.contains(&status), "{address}: {status}");
            asked += 1;
        }
    }
    assert!(asked > 300, "{asked}");
}
