//! `GET /api/v1/indices` and `/api/v1/indices/{index}`.

use serde_json::{Value, json};

use crate::support::get_json;

fn strings<'a>(values: &'a Value, key: &str) -> Vec<&'a str> {
    values
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value[key].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn the_four_indices_come_in_their_usual_order_and_open_on_their_years() {
    let answer = get_json("/api/v1/indices").await;
    assert_eq!(strings(&answer, "id"), ["pci", "papi", "par", "sipas"]);
    let opens: Vec<&Value> = answer
        .as_array()
        .unwrap()
        .iter()
        .map(|index| &index["opens_on"])
        .collect();
    assert_eq!(opens, [&json!(2023), &json!(2024), &json!(2023), &json!(2023)]);
}

#[tokio::test]
async fn everything_a_page_shows_exists_in_both_languages() {
    for index in get_json("/api/v1/indices").await.as_array().unwrap() {
        for field in ["name", "publisher", "measures", "citation", "terms"] {
            for language in ["vi", "en"] {
                assert!(
                    !index[format!("{field}_{language}")].as_str().unwrap().is_empty(),
                    "{field}_{language}"
                );
            }
        }
        for component in index["components"].as_array().unwrap() {
            assert!(
                !component["name_vi"].as_str().unwrap().is_empty()
                    && !component["name_en"].as_str().unwrap().is_empty()
            );
            assert!(component["short_vi"].as_str().unwrap().chars().count() <= 22);
        }
    }
}

#[tokio::test]
async fn pci_has_ten_weighted_parts_since_2013() {
    let pci = get_json("/api/v1/indices/pci").await;
    let parts: Vec<&Value> = pci["components"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|component| {
            component["parent"] == "overall" && component["years"].as_array().unwrap().contains(&json!(2019))
        })
        .collect();
    assert_eq!(parts.len(), 10);
    let weights: f64 = parts
        .iter()
        .map(|part| {
            part["weights"]
                .as_array()
                .unwrap()
                .iter()
                .find(|weight| weight["year"] == 2019)
                .unwrap()["weight"]
                .as_f64()
                .unwrap()
        })
        .sum();
    assert!((weights - 1.0).abs() < 1e-9);
}

#[tokio::test]
async fn the_breaks_of_the_totals_are_those_of_the_method() {
    let expected = [
        (
            "pci",
            vec![
                (2006, "not_comparable"),
                (2009, "not_comparable"),
                (2013, "not_comparable"),
                (2017, "limited"),
                (2021, "limited"),
                (2022, "reweighted"),
            ],
        ),
        (
            "papi",
            vec![
                (2016, "not_comparable"),
                (2017, "limited"),
                (2018, "not_comparable"),
                (2019, "not_comparable"),
                (2020, "limited"),
                (2021, "not_comparable"),
                (2022, "limited"),
            ],
        ),
        (
            "par",
            vec![
                (2017, "limited"),
                (2018, "limited"),
                (2019, "limited"),
                (2020, "limited"),
                (2022, "limited"),
                (2024, "limited"),
            ],
        ),
    ];
    for (index, breaks) in expected {
        let answer = get_json(&format!("/api/v1/indices/{index}")).await;
        let found: Vec<(u64, &str)> = answer["breaks"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|entry| entry["component"] == "overall")
            .map(|entry| {
                (
                    entry["year"].as_u64().unwrap(),
                    entry["comparability"].as_str().unwrap(),
                )
            })
            .collect();
        assert_eq!(found, breaks, "{index}");
    }
}

#[tokio::test]
async fn coverage_tells_what_is_on_record() {
    let pci = get_json("/api/v1/indices/pci").await;
    let of = |year: u64| {
        pci["coverage"]
            .as_array()
            .unwrap()
            .iter()
            .find(|entry| entry["year"] == year)
            .unwrap()
            .clone()
    };
    assert_eq!(
        (&of(2005)["members"], &of(2006)["members"], &of(2021)["members"]),
        (&json!(42), &json!(64), &json!(63))
    );
    assert_eq!(
        (&of(2021)["complete"], &of(2021)["with_components"]),
        (&json!(true), &json!(32))
    );
    assert_eq!(
        (&of(2023)["complete"], &of(2023)["scores"], &of(2023)["with_components"]),
        (&json!(true), &json!(63), &json!(63))
    );
    assert_eq!(
        (&of(2024)["complete"], &of(2024)["scores"]),
        (&json!(false), &json!(18))
    );
}
