//! What each tool answers: figures of the publishers, with n, basis, comparability, source and page, or a refusal.

use serde_json::{Value, json};

use super::{answer, assert_is_sourced, call};
use crate::support::get;

#[tokio::test]
async fn a_name_leads_to_what_the_other_tools_take() {
    let found = answer("find", json!({ "q": "hau giang" })).await;
    let first = &found.object["found"][0];
    assert_eq!(
        (&first["kind"], &first["province"]),
        (&"province".into(), &"hau-giang".into())
    );
    assert_eq!(
        (&first["borders"], &first["page"]),
        (&"63".into(), &"/vi/province/hau-giang".into())
    );
    let found = answer("find", json!({ "q": "tính minh bạch", "language": "en" })).await;
    let component = &found.object["found"][0];
    assert_eq!(
        (&component["index"], &component["component"]),
        (&"pci".into(), &"transparency".into())
    );
    let nothing = answer("find", json!({ "q": "Hau Giangg" })).await;
    assert_eq!(nothing.object["found"], json!([]));
    assert!(nothing.text.contains("hau-giang"), "{}", nothing.text);
}

#[tokio::test]
async fn a_ranking_tells_n_basis_comparability_source_and_page() {
    let ranking = answer(
        "get_ranking",
        json!({ "index": "pci", "year": 2021, "province": "Hậu Giang", "limit": 3 }),
    )
    .await;
    assert_is_sourced(&ranking, "/vi/index/pci?y=2021");
    let citation = ranking.object["citations"][0].as_str().unwrap();
    assert!(citation.starts_with("VCCI (2021), "), "{citation}");
    let row = &ranking.object["province"];
    assert_eq!(
        (&row["score"], &row["rank"], &row["n"]),
        (&63.8.into(), &38.into(), &63.into())
    );
    assert_eq!(row["rank_basis"], "published");
    assert_eq!(row["change"]["comparability"], "limited");
    assert!(row["change"]["reason"].as_str().unwrap().contains("PCI 2021"));
    let source = row["source_id"].as_str().unwrap();
    assert!(
        ranking.object["sources"]
            .as_array()
            .unwrap()
            .iter()
            .any(|known| known["id"] == source)
    );
    assert_eq!(
        (
            ranking.object["rows"].as_array().unwrap().len(),
            &ranking.object["rows_left_out"]
        ),
        (3, &60.into())
    );
    for words in [
        "Hậu Giang, điểm PCI 2021: 63,80\u{a0}điểm",
        "hạng 38/63 (hạng công bố)",
        "so sánh hạn chế với 2020",
    ] {
        assert!(ranking.text.contains(words), "{words}: {}", ranking.text);
    }
}

/// PAR INDEX 2020 of Hậu Giang is worked out from the change that a source states.
#[tokio::test]
async fn a_change_from_an_estimate_is_marked() {
    for (tool, year) in [("explain_change", "to"), ("get_ranking", "year")] {
        let mut arguments = json!({ "index": "par", "province": "hau-giang" });
        arguments[year] = 2021.into();
        let change = answer(tool, arguments).await;
        assert!(change.text.contains("tăng ≈\u{a0}2,26\u{a0}điểm"), "{}", change.text);
    }
}

#[tokio::test]
async fn a_rank_among_fewer_provinces_is_told_so() {
    let arguments = json!({ "index": "papi", "year": 2021, "province": "hau-giang", "limit": 1, "language": "en" });
    let ranking = answer("get_ranking", arguments).await;
    let row = &ranking.object["province"];
    assert_eq!(
        (&row["rank"], &row["n"], &row["rank_basis"]),
        (&33.into(), &60.into(), &"derived".into())
    );
    assert!(
        ranking.text.contains("33rd of 60 (rank derived from scores)"),
        "{}",
        ranking.text
    );
}

#[tokio::test]
async fn a_refused_comparison_comes_refused_with_its_reason() {
    let arguments = json!({ "index": "papi", "province": "hau-giang", "from": 2020, "to": 2021 });
    let change = answer("explain_change", arguments).await;
    assert_is_sourced(&change, "/vi/province/hau-giang?i=papi&y=2021#changes");
    assert_eq!(change.object["score_change"], Value::Null);
    assert_eq!(change.object["comparability"], "not_comparable");
    assert!(change.object["reason"].as_str().unwrap().contains("5.2"));
    assert_eq!(change.object["parts"], json!([]));
    assert_eq!(
        (&change.object["from"]["n"], &change.object["to"]["n"]),
        (&63.into(), &60.into())
    );
    for words in ["không tính mức thay đổi điểm", "không so sánh được với 2020", "5.2"] {
        assert!(change.text.contains(words), "{words}: {}", change.text);
    }
    assert!(!change.text.contains("0,91"), "{}", change.text);
}

#[tokio::test]
async fn a_change_is_told_by_its_parts() {
    let arguments = json!({ "index": "pci", "province": "hau-giang", "from": 2020, "to": 2021, "language": "en" });
    let change = answer("explain_change", arguments).await;
    assert_eq!(change.object["score_change"], 0.69);
    let support = &change.object["parts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|part| part["component"] == "support");
    assert_eq!(support.unwrap()["contribution"], 3.44);
    let parts = &change.object["rank_change"];
    let sum: f64 = ["own_score", "others", "membership", "tie_order"]
        .iter()
        .map(|part| parts[part].as_f64().unwrap())
        .sum();
    assert!((sum - parts["total"].as_f64().unwrap()).abs() < 1e-6, "{parts}");
    assert!(change.text.contains("residual (rounding) +0.01"), "{}", change.text);
}

#[tokio::test]
async fn an_estimate_is_told_as_one_and_has_no_rank() {
    let profile = answer("get_profile", json!({ "province": "hau-giang", "year": 2020 })).await;
    let indices = profile.object["indices"].as_array().unwrap();
    let par = &indices.iter().find(|index| index["overall"]["index"] == "par").unwrap()["overall"];
    assert_eq!((&par["score"], &par["estimated"]), (&84.51.into(), &true.into()));
    assert_eq!((&par["rank"], &par["rank_basis"]), (&Value::Null, &Value::Null));
    assert!(profile.text.contains("≈\u{a0}84,51"), "{}", profile.text);
    assert!(profile.text.contains("ước tính, không xếp hạng"), "{}", profile.text);

    let change = answer(
        "explain_change",
        json!({ "index": "par", "province": "hau-giang", "from": 2020, "to": 2021 }),
    )
    .await;
    assert_eq!(
        (&change.object["from"]["estimated"], &change.object["from"]["rank"]),
        (&true.into(), &Value::Null)
    );
    assert_eq!(
        (&change.object["to"]["estimated"], &change.object["to"]["rank"]),
        (&false.into(), &27.into())
    );
    assert!(!change.text.contains("28"), "{}", change.text);

    let units = answer(
        "get_ranking",
        json!({ "index": "pci", "year": 2021, "borders": 34, "limit": 34 }),
    )
    .await;
    assert_eq!(units.object["estimated"], true);
    assert!(
        units.object["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["rank"].is_null())
    );
}

#[tokio::test]
async fn a_profile_tells_each_index_with_what_stands_out() {
    let profile = answer("get_profile", json!({ "province": "hau-giang", "year": 2021 })).await;
    assert_is_sourced(&profile, "/vi/province/hau-giang?y=2021");
    assert_eq!(profile.object["successor"], "Cần Thơ");
    let papi = &profile.object["indices"][1];
    assert_eq!(
        (&papi["overall"]["rank"], &papi["overall"]["n"]),
        (&33.into(), &60.into())
    );
    assert_eq!(papi["strengths"], json!(["d7", "d3"]));
    assert_eq!(profile.object["indices"][3]["press_only"], true);
    assert!(profile.text.contains("Số này chỉ báo chí nêu."), "{}", profile.text);
}

#[tokio::test]
async fn a_series_tells_its_breaks() {
    let series = answer(
        "get_series",
        json!({ "index": "pci", "p": ["hau-giang"], "from": 2019, "to": 2022 }),
    )
    .await;
    assert_is_sourced(&series, "/vi/province/hau-giang?i=pci&y=2022");
    let points = series.object["series"][0]["points"].as_array().unwrap();
    let years: Vec<u64> = points.iter().map(|point| point["year"].as_u64().unwrap()).collect();
    assert_eq!(years, [2019, 2020, 2021, 2022]);
    assert!(
        points
            .iter()
            .all(|point| point["n"] == 63 && point["rank_basis"] == "published")
    );
    let breaks = series.object["breaks"].as_array().unwrap();
    let kinds: Vec<&Value> = breaks.iter().map(|found| &found["comparability"]).collect();
    assert_eq!(kinds, ["limited", "reweighted"]);
    let refused = call("get_series", json!({ "index": "pci" })).await;
    assert!(refused.text.contains("missing_parameter"), "{}", refused.text);
}

#[tokio::test]
async fn declines_comparisons_peers_and_indicators_name_n() {
    let declines = answer(
        "list_declines",
        json!({ "index": "pci", "from": 2019, "until": 2023, "limit": 2 }),
    )
    .await;
    assert_is_sourced(&declines, "/vi/declines?i=pci&y=2023&from=2019");
    assert_eq!(
        (&declines.object["comparability"], &declines.object["n"]),
        (&"limited".into(), &63.into())
    );
    assert!(declines.object["rows"][0]["total_change"].as_f64().unwrap() < 0.0);

    let compared = answer(
        "compare_provinces",
        json!({ "index": "papi", "year": 2021, "p": "hau-giang~can-tho" }),
    )
    .await;
    assert_is_sourced(&compared, "/vi/compare?i=papi&y=2021&p=hau-giang~can-tho");
    assert_eq!(compared.object["overall"][0]["rank"], 33);
    let environment = &compared.object["components"][6];
    assert_eq!(
        (&environment["component"], &environment["n"]),
        (&"d7".into(), &60.into())
    );
    assert_eq!(
        (
            &environment["values"][0]["rank"],
            &environment["values"][0]["rank_basis"]
        ),
        (&3.into(), &"derived".into())
    );

    let peers = answer(
        "find_peers",
        json!({ "province": "hau-giang", "index": "pci", "year": 2023, "limit": 1 }),
    )
    .await;
    assert_is_sourced(&peers, "/vi/peers?i=pci&y=2023&p=hau-giang");
    let first = &peers.object["peers"][0];
    assert_eq!(
        (&first["is_like"], &first["n"], &first["rank_basis"]),
        (&true.into(), &63.into(), &"published".into())
    );

    let arguments = json!({ "index": "pci", "indicator": "labor.09", "province": "hau-giang", "limit": 1 });
    let indicator = answer("get_indicator", arguments).await;
    assert_is_sourced(&indicator, "/vi/index/pci?c=labor.09&y=2023");
    assert_eq!(
        (&indicator.object["n"], &indicator.object["province"]["rank"]),
        (&63.into(), &58.into())
    );
}

#[tokio::test]
async fn a_text_is_checked_and_sources_are_named() {
    let text = "PAPI năm 2021 của tỉnh Hậu Giang đạt 42,16 điểm, giảm 1,61 điểm và xếp thứ 33/63";
    let checked = answer("check_claims", json!({ "text": text })).await;
    assert_is_sourced(&checked, "/vi/check");
    let claims = checked.object["claims"].as_array().unwrap();
    let verdicts: Vec<(&str, &str)> = claims
        .iter()
        .map(|claim| (claim["measure"].as_str().unwrap(), claim["verdict"].as_str().unwrap()))
        .collect();
    assert_eq!(
        verdicts,
        [("score", "agrees"), ("score_change", "differs"), ("rank", "agrees")]
    );
    assert_eq!(
        (&claims[1]["quote"], &claims[1]["comparability"]),
        (&"1,61 điểm".into(), &"not_comparable".into())
    );
    assert_eq!(claims[2]["n"], 60);

    let sources = answer(
        "list_sources",
        json!({ "index": "pci", "province": "hau-giang", "year": 2021, "limit": 5 }),
    )
    .await;
    assert_is_sourced(&sources, "/vi/sources?i=pci&y=2021&p=hau-giang");
    let figures = sources.object["figures"].as_array().unwrap();
    assert!(
        figures
            .iter()
            .any(|figure| figure["measure"] == "rank" && figure["value"] == 38.0 && figure["n"] == 63)
    );
    let refused = call("list_sources", json!({ "index": "pci" })).await;
    assert!(refused.text.contains("redistribution_restricted"), "{}", refused.text);
}

#[tokio::test]
async fn what_cannot_be_answered_is_refused_in_the_words_of_the_api() {
    for (arguments, code, words) in [
        (
            json!({ "index": "pci", "province": "Hau Giangg" }),
            "unknown_province",
            "hau-giang (Hậu Giang)",
        ),
        (json!({ "index": "gdp" }), "unknown_index", "pci, papi, par, sipas"),
        (json!({ "index": "pci", "year": 2003 }), "unknown_year", "2005"),
        (
            json!({ "index": "pci", "component": "d1" }),
            "unknown_component",
            "transparency",
        ),
        (json!({}), "missing_parameter", "index"),
        (
            json!({ "index": "pci", "rank": "estimated" }),
            "unknown_parameter",
            "province, limit, language",
        ),
        (
            json!({ "index": "pci", "limit": 500 }),
            "malformed_parameter",
            "1 đến 63",
        ),
        (
            json!({ "index": "pci", "year": { "from": 2020 } }),
            "malformed_parameter",
            "chuỗi",
        ),
        (
            json!({ "index": "pci", "language": "fr" }),
            "malformed_parameter",
            "vi hoặc en",
        ),
    ] {
        let refused = call("get_ranking", arguments.clone()).await;
        assert_eq!(refused.result["isError"], true, "{arguments}");
        assert!(refused.object.is_null(), "{arguments}");
        let problem = &refused.result["_meta"]["vithe/problem"];
        assert_eq!(problem["code"], code, "{arguments}");
        assert!(
            refused.text.contains(code) && refused.text.contains(words),
            "{arguments}: {}",
            refused.text
        );
    }
    let english = call(
        "get_ranking",
        json!({ "index": "pci", "province": "Atlantis", "language": "en" }),
    )
    .await;
    let address = get("/api/v1/provinces/atlantis/profile").await.json();
    assert_eq!(english.result["_meta"]["vithe/problem"]["code"], address["code"]);
    assert!(english.text.starts_with("Unknown province"), "{}", english.text);
}
