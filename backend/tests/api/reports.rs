//! The review report: what holds for every province, unit and period, and its page.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use vithe_frontend::{
    address::PageAddress,
    answers::Answers,
    report::{Block, Report, Run, report},
};
use vithe_shared::{Borders, Language, query::ChartKind};

use crate::support::{catalog, get};

fn told(path: &str, query: &str) -> Report {
    let address = PageAddress::parse(path, query);
    report(
        Answers::new(catalog(), address.language),
        &address,
        "https://vithe.example",
    )
    .unwrap()
}

/// The report as lines of text.
fn lines(report: &Report) -> Vec<String> {
    let told = |runs: &[Run]| -> String { runs.iter().map(|run| run.text.as_str()).collect() };
    let cells = |row: &[Run]| {
        let cells: Vec<&str> = row.iter().map(|run| run.text.as_str()).collect();
        format!("| {}", cells.join(" | "))
    };
    let mut lines = vec![report.kind.clone(), report.title.clone(), report.description.clone()];
    lines.extend(report.imprint.iter().map(|(label, value)| format!("{label}: {value}")));
    for block in &report.blocks {
        match block {
            Block::Heading(heading) => lines.push(format!("{} {}", "#".repeat(heading.level.into()), heading.text)),
            Block::Paragraph { runs } => lines.push(told(runs)),
            Block::List { items } => lines.extend(items.iter().map(|item| format!("- {}", told(item)))),
            Block::Table(table) => {
                lines.push(format!("[{}]", table.caption));
                let heads: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
                lines.push(format!("| {}", heads.join(" | ")));
                lines.extend(table.rows.iter().map(|row| cells(row)));
                lines.extend(table.notes.iter().map(|note| format!("  {note}")));
            }
            Block::Figure(figure) => lines.push(format!(
                "<{}: {}> {}",
                figure.chart, figure.text.finding, figure.text.alt
            )),
        }
    }
    lines
}

#[test]
fn the_review_of_the_article_and_of_a_unit() {
    for (name, path, query) in [
        ("hau_giang_vi", "/vi/report/hau-giang", "y=2017..2021"),
        ("hau_giang_en", "/en/report/hau-giang", "y=2017..2021"),
        ("hau_giang_brief_vi", "/vi/report/hau-giang", "y=2017..2021&form=brief"),
        ("can_tho_vi", "/vi/report/can-tho", "y=2019..2023&borders=34"),
        ("can_tho_en", "/en/report/can-tho", "y=2019..2023&borders=34"),
    ] {
        insta::assert_snapshot!(format!("report_{name}"), lines(&told(path, query)).join("\n"));
    }
}

/// Every score and change of a unit before it was one bears the mark of an estimate.
#[test]
fn changes_of_estimates_are_marked() {
    let report = told("/vi/report/can-tho", "y=2019..2023&borders=34");
    for line in lines(&report)
        .iter()
        .filter(|line| line.starts_with("| PCI |") || line.starts_with("| PAPI |"))
    {
        let changes = line.matches("tăng").count() + line.matches("giảm").count();
        assert!(changes > 0 && line.matches('≈').count() == 2 + changes, "{line}");
    }
    // A unit that was not merged keeps its published figures.
    let rows = lines(&told("/vi/report/ha-noi", "y=2019..2023&borders=34"));
    let is_index = |line: &&String| line.starts_with("| PCI |") || line.starts_with("| PAPI |");
    for line in rows.iter().filter(is_index) {
        assert!(!line.contains('≈'), "{line}");
    }
}

/// What must hold for every report.
#[track_caller]
fn is_sound(report: &Report, which: &str) {
    let mut anchors = BTreeSet::new();
    let mut since_heading = 1;
    for block in &report.blocks {
        if let Block::Heading(heading) = block {
            assert!(anchors.insert(&heading.anchor), "{which}: {} twice", heading.anchor);
            assert!(
                heading.level > 1 || since_heading > 0,
                "{which}: nothing before {}",
                heading.text
            );
            since_heading = 0;
        } else {
            since_heading += 1;
        }
        if let Block::Table(table) = block {
            assert!(!table.rows.is_empty(), "{which}: {}", table.caption);
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{which}: {}", table.caption);
                assert!(!row[0].text.is_empty(), "{which}: {}", table.caption);
            }
        }
    }
    assert!(
        report.figures().count() <= 16,
        "{which}: the page has anchors for 16 figures"
    );
    for figure in report.figures() {
        assert!(
            matches!(
                figure.chart,
                ChartKind::Line | ChartKind::Profile | ChartKind::Waterfall
            ),
            "{which}: the page draws no {}",
            figure.chart
        );
        assert!(!figure.text.alt.is_empty() && !figure.text.source.is_empty(), "{which}");
    }
    for line in lines(report) {
        assert!(
            !line.contains("NaN") && !line.contains("  ,") && !line.contains(".."),
            "{which}: {line}"
        );
    }
}

#[test]
fn every_unit_has_a_report_of_every_period() {
    for (borders, key) in [(Borders::Provinces63, ""), (Borders::Units34, "&borders=34")] {
        for province in catalog().units(borders).provinces() {
            for years in ["2006..2010", "2017..2021", "2019..2023", "2025"] {
                for language in [Language::Vi, Language::En] {
                    let path = format!("/{language}/report/{}", province.slug);
                    let query = format!("y={years}{key}");
                    let address = PageAddress::parse(&path, &query);
                    match report(Answers::new(catalog(), language), &address, "") {
                        Ok(report) => is_sound(&report, &format!("{path}?{query}")),
                        // A year without any figure of the unit.
                        Err(problem) => assert_eq!(problem.status, 404, "{path}?{query}: {}", problem.detail),
                    }
                }
            }
        }
    }
}

/// What the press said of Hậu Giang in 2021.
#[test]
fn the_brief_tells_what_the_article_tells() {
    let text = lines(&told("/vi/report/hau-giang", "y=2020..2021&form=brief"))
        .join("\n")
        .replace('\u{a0}', " ");
    for fact in [
        "63,80 (2021); hạng 38/63 | 9/13 | tăng 0,69 điểm, tăng 1 bậc",
        "42,16 (2021); hạng 33/60 | 4/13 | giảm 6 bậc",
        "86,77 (2021); hạng 27/63 | 4/13 | tăng ≈ 2,26 điểm, tăng ≈ 1 bậc",
        "hạng 50/63",
    ] {
        assert!(text.contains(fact), "{fact} in\n{text}");
    }
}

#[tokio::test]
async fn the_page_shows_the_blocks_with_ways_to_the_files() {
    let answer = get("/vi/report/hau-giang?y=2017..2021").await;
    assert_eq!(answer.status, StatusCode::OK);
    let html = answer.text();
    for part in [
        "href=\"/vi/report/hau-giang.pdf?y=2017..2021\"",
        "href=\"/vi/report/hau-giang.docx?y=2017..2021\"",
        "id=\"over-years-pci\"",
        "id=\"figure-1\"",
        "id=\"tasks\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert_eq!(get("/vi/report/hau-giangg").await.status, StatusCode::NOT_FOUND);
}
