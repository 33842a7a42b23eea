//! The contract: the whole OpenAPI document as a snapshot, and what must hold of it.

use serde_json::Value;

use crate::support::{get, get_json};

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
