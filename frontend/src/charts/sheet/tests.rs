//! What holds for every complete figure: nothing lies outside, nothing lies over the drawing, and nothing is left out.

use vithe_shared::{
    IndexId,
    query::{FigureWidth, PictureSize, Theme},
};

use super::{
    placing::{Placed, broken},
    *,
};
use crate::{
    charts::{DistributionChart, HeatmapChart, LineChart, MapChart, measure::text_width},
    view_model::{FigureText, MapView, distribution_view, fixtures, matrix_view, ranking_view, series_view},
};

const IMPRINT: &str =
    "Vị Thế · số liệu 2.2.0 (29/11/2026) · https://vithe.example/vi/index/pci?c=transparency&y=2023#league";

/// Some charts of the fixtures: their words and the heights of their classes.
fn charts() -> Vec<(FigureText, [u16; 3])> {
    fn of<C: Chart>(view: &C::View) -> (FigureText, [u16; 3]) {
        (
            C::text(view).clone(),
            FigureWidth::ALL.map(|class| C::height(view, class)),
        )
    }
    let (index, provinces) = (fixtures::index_info(IndexId::Pci), fixtures::province_list(6));
    let language = Language::Vi;
    let ranking = fixtures::ranking(6);
    let table = ranking_view(&ranking, &index, &provinces, &[], language);
    vec![
        of::<MapChart>(&MapView::from(&table)),
        of::<DistributionChart>(&distribution_view(&ranking, &index, &provinces, &[], language)),
        of::<LineChart>(&series_view(
            &fixtures::back_cast_series(),
            &index,
            vithe_shared::query::Show::Score,
            language,
        )),
        of::<HeatmapChart>(&matrix_view(&fixtures::matrix(6), &index, &[], language)),
    ]
}

fn placed(text: &FigureText, heights: [u16; 3], size: PictureSize) -> (Placed, Paper) {
    let paper = Paper::of(size, FigureWidth::Medium);
    let words = Words {
        text,
        imprint: IMPRINT,
        paper,
    };
    let height_of = |class: FigureWidth| heights[FigureWidth::ALL.iter().position(|known| *known == class).unwrap()];
    let placed = match paper.height {
        None => place_freely(&words, height_of),
        Some(height) => place_within(&words, height, height_of),
    };
    (placed, paper)
}

#[test]
fn words_and_drawing_lie_within_the_sheet_and_not_over_each_other() {
    for (text, heights) in charts() {
        for size in PictureSize::COMPLETE {
            let (placed, paper) = placed(&text, heights, size);
            let class = FigureWidth::ALL
                .iter()
                .position(|known| *known == placed.class)
                .unwrap();
            let [left, top] = placed.at;
            let (right, bottom) = (
                left + f64::from(placed.drawing) * placed.zoom,
                top + f64::from(heights[class]) * placed.zoom,
            );
            let what = format!("{size} of “{}”", text.finding);
            assert!(placed.zoom > 0.2, "{what}: {}", placed.zoom);
            assert!(left >= 0.0 && right <= paper.width + 0.5, "{what}: {left} to {right}");
            assert!(bottom <= placed.height, "{what}: {bottom} of {}", placed.height);
            for line in &placed.lines {
                let [x, y] = line.at;
                let end = x + text_width(&line.text, line.size, line.is_bold);
                assert!(end <= paper.width, "{what}: “{}” ends at {end}", line.text);
                assert!(y <= placed.height && y >= line.size, "{what}: “{}” at {y}", line.text);
                let is_over = end > left && x < right && y > top + 1.0 && y - line.size * 0.8 < bottom - 1.0;
                assert!(!is_over, "{what}: “{}” lies over the drawing", line.text);
            }
            let mut heights: Vec<f64> = placed.lines.iter().map(|line| line.at[1]).collect();
            heights.sort_by(f64::total_cmp);
            assert!(
                heights.windows(2).all(|pair| pair[1] - pair[0] > 8.0),
                "{what}: lines over each other at {heights:?}"
            );
        }
    }
}

#[test]
fn a_sheet_says_where_it_is_from() {
    let (text, heights) = charts().remove(0);
    for size in PictureSize::COMPLETE {
        let (placed, _) = placed(&text, heights, size);
        let written: String = placed.lines.iter().map(|line| line.text.as_str()).collect();
        let spaceless = |text: &str| text.replace(' ', "");
        for words in [text.kicker.as_str(), &text.finding, &text.source, IMPRINT] {
            assert!(
                spaceless(&written).contains(&spaceless(words)),
                "{size}: {words} in {written}"
            );
        }
    }
}

#[test]
fn a_text_that_is_too_long_ends_in_an_ellipsis_and_a_long_address_is_broken() {
    let lines = broken("một hai ba bốn năm sáu bảy tám chín mười", 60.0, 12.0, 2);
    assert_eq!(lines.len(), 2);
    assert!(lines[1].ends_with('…'), "{lines:?}");
    let lines = broken(IMPRINT, 200.0, 12.0, 9);
    assert!(
        lines.iter().all(|line| text_width(line, 12.0, false) <= 200.0),
        "{lines:?}"
    );
    assert_eq!(lines.concat().replace(' ', ""), IMPRINT.replace(' ', ""));
}

#[test]
fn the_imprint_writes_the_date_as_its_readers_do() {
    let imprint = Imprint {
        is_frozen: false,
        version: "2.2.0".to_owned(),
        date: "2026-11-29".to_owned(),
        origin: String::new(),
    };
    assert_eq!(
        imprint_line(&imprint, "/vi/", Language::Vi),
        "Vị Thế · số liệu 2.2.0 (29/11/2026) · /vi/"
    );
    assert_eq!(
        imprint_line(&imprint, "/en/", Language::En),
        "Vị Thế · data 2.2.0 (2026-11-29) · /en/"
    );
}

#[test]
fn every_chart_has_a_page_in_its_state() {
    let mut query = FigureQuery::new(IndexId::Pci, Language::Vi);
    query.component = "transparency".parse().unwrap();
    query.year = Some(vithe_shared::Year(2023));
    query.theme = Theme::Dark;
    assert_eq!(
        page_of(ChartKind::Map, &query, None),
        "/vi/index/pci?c=transparency&y=2023#league"
    );
    query.provinces = vec!["hau-giang".parse().unwrap()];
    assert_eq!(
        page_of(ChartKind::Line, &query, None),
        "/vi/province/hau-giang?i=pci&c=transparency&y=2023#history"
    );
    query.provinces.push("can-tho".parse().unwrap());
    assert_eq!(
        page_of(ChartKind::Comparison, &query, None),
        "/vi/compare?i=pci&c=transparency&y=2023&p=hau-giang~can-tho#components"
    );
    for chart in ChartKind::ALL {
        let page = page_of(chart, &query, None);
        let (path, rest) = page.split_once('?').unwrap();
        let address = crate::address::PageAddress::of_address(path, rest.split('#').next().unwrap());
        assert_ne!(address.kind, crate::address::PageKind::Unknown, "{page}");
        assert!(
            address.query.unread.is_empty() && address.query.rest.is_empty(),
            "{page}"
        );
    }
}
