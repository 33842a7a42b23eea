//! `/figures/…`: drawn where the chart engine was built, and a clear problem where it was not.

use std::{collections::BTreeSet, time::Duration};

use axum::http::{Method, StatusCode};
use tokio::task::JoinSet;
use vithe::state::Settings;

use crate::support::{get, send, server, server_with};

#[tokio::test]
async fn a_server_that_does_not_draw_says_so_and_lives_on() {
    let server = server();
    let answer = send(
        &server,
        Method::GET,
        "/figures/map.svg?index=pci&year=2021",
        &[("accept-language", "en")],
    )
    .await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.json()["code"], "unavailable");
    assert_eq!(answer.header("retry-after"), "5");
    let after = send(&server, Method::GET, "/api/v1/overview", &[]).await;
    assert_eq!(after.status, StatusCode::OK);
}

#[tokio::test]
async fn every_chart_is_drawn_with_vietnamese_text() {
    let server = server_with(Settings {
        figure_workers: 1,
        ..Settings::default()
    });
    for address in [
        "map.svg?index=pci&year=2021",
        "distribution.svg?index=pci&year=2021",
        "bump.svg?index=pci&p=hau-giang",
        "heatmap.svg?index=pci&year=2019",
        "line.svg?index=pci&p=hau-giang~can-tho",
        "line.svg?index=pci&p=hau-giang~can-tho&from=2015&to=2020&show=rank",
        "profile.svg?index=pci&year=2021&p=hau-giang",
        "comparison.svg?index=papi&year=2021&p=hau-giang~can-tho",
        "slope.svg?index=pci&from=2018&to=2022",
        "interval.svg?index=papi&year=2019&interval=sampling&p=hau-giang",
        "scatter.svg?index=pci&component=transparency&year=2019&y=papi.d4&p=hau-giang",
        "regions.svg?index=papi&component=d4",
    ] {
        let answer = send(&server, Method::GET, &format!("/figures/{address}"), &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text());
        assert_eq!(answer.header("content-type"), "image/svg+xml");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert!(
            answer.text().starts_with("<svg") && answer.text().contains("<path"),
            "{address}"
        );
        assert!(answer.text().contains("<title>"), "{address}");
    }
}

#[tokio::test]
async fn a_rush_ends_with_every_figure_drawn() {
    let server = server_with(Settings {
        figure_workers: 1,
        request_timeout: Duration::from_mins(2),
        ..Settings::default()
    });
    let mut asked = JoinSet::new();
    for number in 0..30 {
        let server = server.clone();
        asked.spawn(async move {
            let address = format!(
                "/figures/map.svg?index=pci&year={}&theme={}",
                2007 + number % 15,
                ["light", "dark"][number / 15]
            );
            let answer = send(&server, Method::GET, &address, &[]).await;
            (address, answer.status, answer.body)
        });
    }
    let mut drawn = BTreeSet::new();
    while let Some(answer) = asked.join_next().await {
        let (address, status, picture) = answer.unwrap();
        assert_eq!(status, StatusCode::OK, "{address}");
        drawn.insert(picture);
    }
    assert_eq!(drawn.len(), 30, "every picture is another one");
}

#[tokio::test]
async fn series_of_a_picture_keep_their_looks() {
    let server = server_with(Settings {
        figure_workers: 1,
        ..Settings::default()
    });
    let draw = async |address: &str| send(&server, Method::GET, &format!("/figures/{address}"), &[]).await;
    // Ten components: the year before is hollow, the year itself is filled and larger.
    let profile = draw("profile.svg?index=pci&year=2021&p=hau-giang")
        .await
        .text()
        .to_owned();
    for (size, fill) in [("4.5,0,0,4.5", "#FFFFFF"), ("6.5,0,0,6.5", "#0072B2")] {
        let marks = profile
            .split('<')
            .filter(|element| element.contains(size) && element.contains(&format!("fill=\"{fill}\"")));
        assert_eq!(marks.count(), 10, "{size} in {fill}");
    }
    // Sixty-two grey lines of the flow are one, the one picked out is another.
    let flow = draw("bump.svg?index=pci&p=hau-giang").await.text().to_owned();
    let lines = |width: &str| {
        flow.split('<')
            .filter(|element| element.starts_with("path") && element.contains(&format!("stroke-width=\"{width}\"")))
            .count()
    };
    assert_eq!((lines("0.8"), lines("2.5")), (1, 1));
}

#[tokio::test]
async fn a_chart_over_the_years_is_of_scores_or_ranks_and_refuses_an_impossible_window() {
    let server = server_with(Settings {
        figure_workers: 1,
        ..Settings::default()
    });
    let ask = async |query: &str| {
        let address = format!("/figures/line.svg?index=pci&p=hau-giang{query}");
        send(&server, Method::GET, &address, &[("accept-language", "en")]).await
    };
    let (scores, ranks) = (ask("").await, ask("&show=rank").await);
    assert!(scores.text().contains("<title>Đường điểm PCI"));
    assert!(ranks.text().contains("<title>Thứ hạng PCI"));
    for (query, status, code) in [
        ("&from=2020&to=2015", StatusCode::CONFLICT, "conflicting_parameters"),
        ("&from=2000&to=2004", StatusCode::NOT_FOUND, "unknown_year"),
        ("&show=places", StatusCode::BAD_REQUEST, "malformed_parameter"),
    ] {
        let answer = ask(query).await;
        assert_eq!(
            (answer.status, &answer.json()["code"]),
            (status, &serde_json::json!(code)),
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_figure_is_a_picture_and_nothing_else() {
    let answer = get("/figures/line.json?index=pci&p=hau-giang").await;
    assert_eq!(
        (answer.status, &answer.json()["code"]),
        (StatusCode::NOT_FOUND, &"unknown_chart".into())
    );
}

#[tokio::test]
async fn a_figure_of_rank_intervals_needs_a_kind_that_its_table_has() {
    for (address, status, code) in [
        ("interval.svg?index=pci", StatusCode::BAD_REQUEST, "missing_parameter"),
        (
            "interval.svg?index=pci&year=2011&interval=weights",
            StatusCode::CONFLICT,
            "not_applicable",
        ),
    ] {
        let answer = get(&format!("/figures/{address}")).await;
        assert_eq!(
            (answer.status, &answer.json()["code"]),
            (status, &code.into()),
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_figure_differs_by_language_theme_and_form() {
    let server = server_with(Settings {
        figure_workers: 1,
        ..Settings::default()
    });
    let mut tags = Vec::new();
    for address in [
        "line.svg?index=pci&p=hau-giang",
        "line.svg?index=pci&p=hau-giang&lang=en",
        "line.svg?index=pci&p=hau-giang&theme=dark",
        "line.png?index=pci&p=hau-giang",
    ] {
        let answer = send(&server, Method::GET, &format!("/figures/{address}"), &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        tags.push(answer.header("etag").to_owned());
        let again = send(
            &server,
            Method::GET,
            &format!("/figures/{address}"),
            &[("if-none-match", answer.header("etag"))],
        )
        .await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{address}");
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 4);
}

#[tokio::test]
async fn a_scatter_without_its_second_figure_names_what_is_missing() {
    let answer = send(
        &server(),
        Method::GET,
        "/figures/scatter.svg?index=pci",
        &[("accept-language", "en")],
    )
    .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.json()["code"], "missing_parameter");
    assert_eq!(answer.json()["errors"][0]["pointer"], "y");
}
