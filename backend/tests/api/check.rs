//! `/api/v1/check`.

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode},
};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::server;

async fn ask(body: String, content_type: &str, language: &str) -> (StatusCode, Value) {
    let request = Request::builder()
        .method(Method::POST)
        .uri("/api/v1/check")
        .header("content-type", content_type)
        .header("accept-language", language)
        .header("content-length", body.len())
        .body(Body::from(body))
        .unwrap();
    let response = server().oneshot(request).await.unwrap();
    let status = response.status();
    if status == StatusCode::OK {
        assert_eq!(response.headers()["cache-control"], "no-store");
    }
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap())
}

async fn answer(body: Value) -> Value {
    let (status, answer) = ask(body.to_string(), "application/json", "en").await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    answer
}

#[tokio::test]
async fn claims_are_judged_one_by_one() {
    let answer = answer(json!({"claims": [
        {"index": "pci", "province": "hau-giang", "year": 2021, "measure": "score", "component": "overall", "value": 63.8},
        {"index": "pci", "province": "hau-giang", "year": 2021, "measure": "rank", "value": 9},
        {"index": "papi", "province": "hau-giang", "year": 2021, "measure": "rank", "value": 33, "n": 63},
    ]}))
    .await;
    let claims = answer["claims"].as_array().unwrap();
    let verdicts: Vec<&Value> = claims.iter().map(|claim| &claim["verdict"]).collect();
    assert_eq!(verdicts, ["agrees", "differs", "agrees"]);
    assert_eq!(claims[1]["on_record"], json!(38.0));
    assert_eq!(claims[1]["explanation"]["code"], "regional_rank");
    assert_eq!(claims[2]["on_record_n"], json!(60));
    assert_eq!(claims[2]["explanation"]["code"], "another_n");
    assert_eq!(claims[0]["source"]["id"], "pcivietnam-vn-31b9da");
    assert_eq!(claims[0]["place"], Value::Null);
    assert_eq!(answer["unread"], json!([]));
}

#[tokio::test]
async fn a_text_is_read_with_its_places() {
    let text = "PCI đạt 63,8 điểm, giảm 0,69 điểm so với năm 2020; mục tiêu là 70 điểm.";
    let answer = answer(json!({"text": text, "province": "hau-giang", "year": 2021})).await;
    let claims = answer["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 2);
    assert_eq!(claims[0]["place"], json!({"start": 8, "end": 17}));
    assert_eq!(claims[1]["verdict"], "differs");
    assert_eq!(claims[1]["value"], json!(-0.69));
    assert_eq!(claims[1]["comparability"], "limited");
    assert_eq!(claims[1]["explanation"]["code"], "opposite_direction");
    assert!(claims[1]["explanation"]["vi"].as_str().unwrap().contains("0,69"));
    assert_eq!(answer["unread"][0]["reason"]["code"], "target");
}

#[tokio::test]
async fn a_long_text_is_read_and_a_longer_one_refused() {
    let long = "Năm 2021, PCI của Hậu Giang đạt 63,8 điểm. ".repeat(4_700);
    assert!((220 * 1024..=256 * 1024).contains(&long.len()), "{}", long.len());
    let checked = answer(json!({ "text": long })).await;
    assert_eq!(checked["claims"].as_array().unwrap().len(), 4_700);
    for repeats in [5_700, 40_000] {
        let text = "Năm 2021, PCI của Hậu Giang đạt 63,8 điểm. ".repeat(repeats);
        let (status, problem) = ask(json!({ "text": text }).to_string(), "application/json", "vi").await;
        assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(problem["code"], "payload_too_large");
    }
}

#[tokio::test]
async fn bad_questions_are_told_in_both_languages() {
    let body = |body: &str| body.to_owned();
    let (status, problem) = ask(body("{}"), "application/json", "vi").await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("invalid_value"))
    );
    assert!(problem["detail"].as_str().unwrap().contains("một trong hai"));
    let (status, problem) = ask(body(r#"{"text": "x", "claims": []}"#), "application/json", "en").await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("invalid_value"))
    );
    let (status, problem) = ask(body(r#"{"text": 5}"#), "application/json", "en").await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("unreadable_body"))
    );
    assert_eq!(problem["errors"][0]["pointer"], "/text");
    let (status, problem) = ask(
        body(r#"{"text": "x", "province": "atlantis"}"#),
        "application/json",
        "en",
    )
    .await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::NOT_FOUND, &json!("unknown_province"))
    );
    let (status, problem) = ask(body("text=x"), "application/x-www-form-urlencoded", "en").await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::UNSUPPORTED_MEDIA_TYPE, &json!("unsupported_media_type"))
    );
}

#[tokio::test]
async fn junk_has_a_clean_answer() {
    let junk: String = (0..4_000_u32).filter_map(|code| char::from_u32(code * 7)).collect();
    let checked = answer(json!({ "text": junk })).await;
    assert_eq!(checked["claims"], json!([]));
}

async fn post_form(path: &str, form: &str) -> (StatusCode, String, String) {
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(form.to_owned()))
        .unwrap();
    let response = server().oneshot(request).await.unwrap();
    let status = response.status();
    let cache = response.headers()["cache-control"].to_str().unwrap().to_owned();
    assert!(!response.headers().contains_key("etag"));
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, cache, String::from_utf8(bytes.to_vec()).unwrap())
}

/// What a browser without scripts sees.
#[tokio::test]
async fn a_form_is_answered_by_the_page() {
    let (status, cache, page) = post_form("/vi/check", "text=&example=1").await;
    assert_eq!((status, cache.as_str()), (StatusCode::OK, "no-store"));
    for part in [
        "Đọc được 13 con số",
        "1 không khớp",
        r##"href="#claim-0""##,
        "60 tỉnh",
        "Đây là mục tiêu hoặc dự kiến",
        "/vi/province/hau-giang?i=papi&amp;y=2021",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let (_, _, page) = post_form("/en/check", "figure=pci&p=hau-giang&y=2021&measure=rank&value=9").await;
    assert!(page.contains("This is the rank within the region"), "{page}");
    let (_, _, page) = post_form("/en/check", "figure=pci&p=&y=2021&measure=rank&value=9").await;
    assert!(page.contains("choose province and year"));
    let (_, _, page) = post_form("/en/check", "text=Nothing+here").await;
    assert!(page.contains("No figure on the four indices"));
}

/// Markup in a text is text.
#[tokio::test]
async fn a_pasted_text_is_never_markup() {
    let (_, _, page) = post_form(
        "/vi/check",
        "text=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E+PCI+2021+H%E1%BA%ADu+Giang+63%2C8+%C4%91i%E1%BB%83m",
    )
    .await;
    // In the field and, marked, below it.
    assert!(page.contains("&lt;/textarea>&lt;script>alert(1)"));
    assert!(page.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)"));
    assert!(!page.contains("<script>alert"));
    assert_eq!(page.matches("</textarea>").count(), 1);
}
