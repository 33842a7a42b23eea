//! Snapshots of every chart, and what holds for all of them: no functions, no small print, nothing clipped, heights known
//! before anything is drawn.

mod texts;

use proptest::prelude::*;
use serde_json::Value;
use vithe_shared::{
    IndexId, Language,
    domain::{Comparability, IntervalKind},
    query::{FigureWidth, Show, Theme},
};

use super::*;
use crate::view_model::{
    MapView, changes_view, comparison_view, components_view, declines_view, distribution_view, fixtures,
    indicator_view, indicators_view::tests::indicator_ranking, interval_view, matrix_view, movers_view, rank_flow_view,
    ranking_view, regions_view, scatter_view, series_view,
};

/// The widths of rooms that figures are found in, and the limits of what is laid out, by width class.
const ROOMS: [(FigureWidth, &[u16]); 3] = [
    (FigureWidth::Narrow, &[280, 290, 320, 342, 360, 390, 500, 570]),
    (FigureWidth::Medium, &[500, 571, 655, 720, 800, 942]),
    (FigureWidth::Wide, &[943, 1000, 1120, 1200, 1400]),
];

/// A chart of the fixtures.
struct Case {
    /// The chart and what is special about its input.
    name: String,
    drawing: Drawing,
    text: FigureText,
    /// Its height without drawing it.
    height: u16,
}

fn drawn<C: Chart>(name: &str, view: &C::View, theme: &ChartTheme) -> Case {
    Case {
        name: name.to_owned(),
        drawing: C::draw(view, theme),
        text: C::text(view).clone(),
        height: C::height(view, theme.class),
    }
}

/// Every chart of the fixtures.
fn cases(theme: &ChartTheme, language: Language) -> Vec<Case> {
    let index = fixtures::index_info(IndexId::Pci);
    let mut cases = Vec::new();
    let tables = [
        ("normal", fixtures::ranking(6), vec![fixtures::slug('B')]),
        ("empty", fixtures::ranking(0), Vec::new()),
        ("one_row", fixtures::ranking(1), Vec::new()),
        ("partial", fixtures::partial_ranking(), Vec::new()),
    ];
    for (case, ranking, highlighted) in tables {
        let provinces = fixtures::province_list(6);
        let index = fixtures::index_info(ranking.index);
        let view = ranking_view(&ranking, &index, &provinces, &highlighted, language);
        cases.push(drawn::<MapChart>(&format!("map_{case}"), &MapView::from(&view), theme));
        let view = distribution_view(&ranking, &index, &provinces, &highlighted, language);
        cases.push(drawn::<DistributionChart>(
            &format!("distribution_{case}"),
            &view,
            theme,
        ));
    }
    let ranking = indicator_ranking();
    let view = indicator_view(
        &ranking,
        &index,
        &fixtures::province_list(6),
        &[fixtures::slug('B')],
        language,
    );
    cases.push(drawn::<MapChart>("map_indicator", &view.map(), theme));
    for (case, count) in [("normal", 6), ("empty", 0), ("one_row", 1)] {
        let answer = fixtures::series(count);
        let charted = fixtures::index_info(answer.index);
        let view = rank_flow_view(&answer, &charted, &[fixtures::slug('A'), fixtures::slug('B')], language);
        cases.push(drawn::<BumpChart>(&format!("bump_{case}"), &view, theme));
        let view = series_view(&fixtures::series(count.min(3)), &charted, Show::Score, language);
        cases.push(drawn::<LineChart>(&format!("line_{case}"), &view, theme));
        let view = series_view(&fixtures::series(count.min(3)), &charted, Show::Rank, language);
        cases.push(drawn::<LineChart>(&format!("line_{case}_ranks"), &view, theme));
        if count == 1 {
            let view = series_view(&fixtures::back_cast_series(), &charted, Show::Score, language);
            cases.push(drawn::<LineChart>("line_back_cast", &view, theme));
        }
        let matrix = fixtures::matrix(count);
        let view = matrix_view(&matrix, &index, &[fixtures::slug('B')], language);
        cases.push(drawn::<HeatmapChart>(&format!("heatmap_{case}"), &view, theme));
        let view = comparison_view(&fixtures::matrix(count.min(2)), &index, language);
        cases.push(drawn::<ComparisonChart>(&format!("comparison_{case}"), &view, theme));
    }
    let cut = fixtures::cut_series(6, 2019, 2020);
    let view = rank_flow_view(&cut, &index, &[fixtures::slug('A'), fixtures::slug('B')], language);
    cases.push(drawn::<BumpChart>("bump_cut", &view, theme));
    for (case, count, highlighted) in [
        ("normal", 6, vec![fixtures::slug('B')]),
        ("empty", 0, Vec::new()),
        ("one_row", 1, Vec::new()),
    ] {
        let ranking = fixtures::ranking_with_intervals(count, IntervalKind::Weights);
        let table = ranking_view(&ranking, &index, &fixtures::province_list(6), &highlighted, language);
        let view = interval_view(&table);
        cases.push(drawn::<IntervalChart>(&format!("interval_{case}"), &view, theme));
    }
    let mut profile = fixtures::profile();
    let view = components_view(&profile, &index, language).unwrap();
    cases.push(drawn::<ProfileChart>("profile_normal", &view, theme));
    profile.indices[0].components.truncate(1);
    let view = components_view(&profile, &index, language).unwrap();
    cases.push(drawn::<ProfileChart>("profile_one_row", &view, theme));
    profile.indices[0].components.clear();
    let view = components_view(&profile, &index, language).unwrap();
    cases.push(drawn::<ProfileChart>("profile_empty", &view, theme));
    let mut one_part = fixtures::changes();
    one_part.parts.truncate(1);
    one_part.residual = Some(0.345);
    let changes = [
        ("normal", fixtures::changes()),
        ("refused", fixtures::refused_changes()),
        ("one_row", one_part),
    ];
    for (case, answer) in changes {
        let view = changes_view(&answer, &index, language);
        cases.push(drawn::<WaterfallChart>(&format!("waterfall_{case}"), &view, theme));
    }
    for (case, count) in [("normal", 6), ("empty", 0), ("one_row", 1)] {
        let view = declines_view(&fixtures::declines(count), &index, language);
        cases.push(drawn::<MultiplesChart>(&format!("multiples_{case}"), &view, theme));
    }
    let provinces = fixtures::province_list(14);
    let movers = [
        ("normal", fixtures::movers(14, Comparability::Limited), Vec::new()),
        (
            "picked",
            fixtures::movers(14, Comparability::NotComparable),
            vec![fixtures::slug('C'), fixtures::slug('N')],
        ),
        ("one_row", fixtures::movers(1, Comparability::Comparable), Vec::new()),
        ("refused", fixtures::refused_movers(), Vec::new()),
    ];
    for (case, answer, highlighted) in movers {
        let view = movers_view(&answer, &index, &provinces, &highlighted, language);
        cases.push(drawn::<SlopeChart>(&format!("slope_{case}"), &view, theme));
    }
    let other = fixtures::index_info(IndexId::Papi);
    let scatters = [
        ("normal", fixtures::scatter(6), vec![fixtures::slug('B')]),
        ("empty", fixtures::scatter(0), Vec::new()),
        ("one_row", fixtures::scatter(1), Vec::new()),
        ("partial", fixtures::partial_scatter(), Vec::new()),
    ];
    for (case, answer, highlighted) in scatters {
        let provinces = fixtures::province_list(6);
        let view = scatter_view(&answer, [&other, &index], &provinces, &highlighted, language);
        cases.push(drawn::<ScatterChart>(&format!("scatter_{case}"), &view, theme));
    }
    for (case, count) in [("normal", 2), ("empty", 0), ("one_row", 1)] {
        let view = regions_view(&fixtures::regions(count), &other, language);
        cases.push(drawn::<RegionsChart>(&format!("regions_{case}"), &view, theme));
    }
    cases
}

/// Every chart in every room and both languages.
fn in_every_room() -> impl Iterator<Item = (ChartTheme, Language, Case)> {
    let rooms = ROOMS
        .into_iter()
        .flat_map(|(class, widths)| widths.iter().map(move |width| (class, *width)));
    rooms.flat_map(|(class, width)| {
        Language::ALL.into_iter().flat_map(move |language| {
            let theme = ChartTheme::sized(Theme::Light, class, width);
            cases(&theme, language)
                .into_iter()
                .map(move |case| (theme.clone(), language, case))
        })
    })
}

/// Every chart as the server draws it, in both themes.
fn as_pictures() -> impl Iterator<Item = (ChartTheme, Case)> {
    Theme::ALL.into_iter().flat_map(|theme| {
        FigureWidth::ALL.into_iter().flat_map(move |class| {
            let theme = ChartTheme::new(theme, class);
            cases(&theme, Language::Vi)
                .into_iter()
                .map(move |case| (theme.clone(), case))
        })
    })
}

#[test]
fn every_chart_draws_what_it_drew_before() {
    let forms = [
        ("light", Theme::Light, FigureWidth::Medium, Language::Vi),
        ("dark", Theme::Dark, FigureWidth::Medium, Language::Vi),
        ("narrow", Theme::Light, FigureWidth::Narrow, Language::Vi),
        ("wide", Theme::Light, FigureWidth::Wide, Language::Vi),
        ("english", Theme::Light, FigureWidth::Medium, Language::En),
    ];
    for (form, theme, width, language) in forms {
        for Case { name, drawing, .. } in cases(&ChartTheme::new(theme, width), language) {
            let (chart, input) = name.split_once('_').unwrap();
            insta::with_settings!({
                snapshot_path => format!("{chart}/snapshots"), prepend_module_to_snapshot => false, omit_expression => true,
            }, {
                insta::assert_snapshot!(format!("{input}_{form}"), compact(&drawing));
            });
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_height_is_known_without_drawing(width in 280_u16..=1400, is_vietnamese: bool, is_half_a_page: bool) {
        let language = if is_vietnamese { Language::Vi } else { Language::En };
        let room = FigureWidth::of_room(width);
        let class = if is_half_a_page { room.min(FigureWidth::Medium) } else { room };
        for case in cases(&ChartTheme::sized(Theme::Dark, class, width), language) {
            prop_assert_eq!(case.height, case.drawing.height, "{} {} {}", case.name, language, width);
        }
    }
}

/// One line per part of the option, so that a change is seen at its place.
fn compact(drawing: &Drawing) -> String {
    let mut lines = vec![format!("height: {}", drawing.height)];
    let Value::Object(option) = &drawing.option else {
        return String::new();
    };
    for (key, value) in option {
        match value {
            Value::Array(items) => lines.extend(items.iter().map(|item| format!("{key}: {item}"))),
            other => lines.push(format!("{key}: {other}")),
        }
    }
    lines.extend(
        drawing
            .marks
            .iter()
            .flatten()
            .map(|mark| format!("mark: {}", mark.label)),
    );
    lines.join("\n")
}

/// Calls `visit` with every object of a value.
fn objects<'v>(value: &'v Value, visit: &mut dyn FnMut(&'v serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values().for_each(|inner| objects(inner, visit));
        }
        Value::Array(items) => items.iter().for_each(|inner| objects(inner, visit)),
        _ => {}
    }
}

#[test]
fn an_option_holds_no_function_and_no_tooltip() {
    for (_, Case { name, drawing, .. }) in as_pictures() {
        let text = drawing.option.to_string();
        assert!(!text.contains("function") && !text.contains("=>"), "{name}");
        assert!(drawing.option.get("tooltip").is_none(), "{name}");
        assert_eq!(drawing.option["animation"], Value::Bool(false), "{name}");
    }
}

#[test]
fn marks_run_along_the_data_of_their_series() {
    for (_, _, Case { name, drawing, .. }) in in_every_room() {
        let series = drawing.option["series"].as_array().unwrap();
        assert_eq!(series.len(), drawing.marks.len(), "{name}");
        for (series, marks) in series.iter().zip(&drawing.marks) {
            // A series without marks, or with one that only says whose it is, answers nothing.
            let answers = marks.iter().any(|mark| mark.at.is_some() || !mark.label.is_empty());
            if answers {
                assert_eq!(series["data"].as_array().map_or(0, Vec::len), marks.len(), "{name}");
            }
            for mark in marks.iter().filter(|_| drawing.reach != Reach::Shape) {
                assert!(
                    mark.label.is_empty() || mark.at.is_some(),
                    "{name}: {} stands nowhere",
                    mark.label
                );
            }
        }
    }
}

#[test]
fn every_colour_comes_from_the_tokens() {
    for (theme, Case { name, drawing, .. }) in as_pictures() {
        let tokens = format!("{theme:?}");
        let hues = IndexId::ALL.map(|index| fixtures::index_info(index).hues);
        let mut known: Vec<&str> = theme.series().to_vec();
        for hues in &hues {
            known.extend(theme.ramp(hues));
            known.push(theme.hue(hues));
        }
        // Labels on cells of the ramp.
        known.extend(["#000000", "#FFFFFF"]);
        objects(&drawing.option, &mut |object| {
            for value in object
                .values()
                .filter_map(Value::as_str)
                .filter(|text| text.starts_with('#'))
            {
                assert!(tokens.contains(value) || known.contains(&value), "{name}: {value}");
            }
        });
    }
}

#[test]
fn ranks_have_the_first_at_the_top_and_scores_the_highest() {
    let index = fixtures::index_info(IndexId::Pci);
    let theme = ChartTheme::new(Theme::Light, FigureWidth::Wide);
    for (show, is_inverse) in [(Show::Rank, true), (Show::Score, false)] {
        let view = series_view(&fixtures::series(3), &index, show, Language::En);
        let option = LineChart::draw(&view, &theme).option;
        assert_eq!(option["yAxis"][0]["inverse"], Value::Bool(is_inverse), "{show}");
    }
}
