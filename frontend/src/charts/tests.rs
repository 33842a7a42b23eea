//! Snapshots of every chart, and what holds for all of them: no functions, no small print, nothing clipped.

use serde_json::Value;
use vithe_shared::{
    IndexId, Language,
    api::{Comparability, IntervalKind},
    query::{FigureWidth, Theme},
};

use super::*;
use crate::view_model::fixtures;

/// Every chart of the fixtures, by name.
fn drawings(theme: &ChartTheme, language: Language) -> Vec<(String, Drawing, FigureText)> {
    let index = fixtures::index_info(IndexId::Pci);
    let mut drawings: Vec<(String, Drawing, FigureText)> = Vec::new();
    let tables = [
        ("normal", fixtures::ranking(6), vec![fixtures::slug('B')]),
        ("empty", fixtures::ranking(0), Vec::new()),
        ("one_row", fixtures::ranking(1), Vec::new()),
        ("partial", fixtures::partial_ranking(), Vec::new()),
    ];
    for (case, ranking, highlighted) in tables {
        let provinces = fixtures::province_list(6);
        let view = ranking_view(&ranking, &index, &provinces, &highlighted, language);
        drawings.push((format!("map_{case}"), map_option(&view, theme), view.text));
        let view = distribution_view(&ranking, &index, &provinces, &highlighted, language);
        drawings.push((
            format!("distribution_{case}"),
            distribution_option(&view, theme),
            view.text,
        ));
    }
    for (case, count) in [("normal", 6), ("empty", 0), ("one_row", 1)] {
        let answer = fixtures::series(count);
        let view = rank_flow_view(&answer, &index, &[fixtures::slug('A'), fixtures::slug('B')], language);
        drawings.push((format!("bump_{case}"), bump_option(&view, theme), view.text));
        let view = series_view(&fixtures::series(count.min(3)), &index, language);
        drawings.push((format!("line_{case}"), line_option(&view, theme), view.text));
        let matrix = fixtures::matrix(count);
        let view = matrix_view(&matrix, &index, &[fixtures::slug('B')], language);
        drawings.push((format!("heatmap_{case}"), heatmap_option(&view, theme), view.text));
        let view = comparison_view(&fixtures::matrix(count.min(2)), &index, language);
        drawings.push((format!("comparison_{case}"), comparison_option(&view, theme), view.text));
    }
    for (case, count, highlighted) in [
        ("normal", 6, vec![fixtures::slug('B')]),
        ("empty", 0, Vec::new()),
        ("one_row", 1, Vec::new()),
    ] {
        let ranking = fixtures::ranking_with_intervals(count, IntervalKind::Weights);
        let table = ranking_view(&ranking, &index, &fixtures::province_list(6), &highlighted, language);
        let view = interval_view(&table);
        drawings.push((format!("interval_{case}"), interval_option(&view, theme), view.text));
    }
    let mut profile = fixtures::profile();
    let view = components_view(&profile, &index, language).unwrap();
    drawings.push(("profile_normal".to_owned(), profile_option(&view, theme), view.text));
    profile.indices[0].components.truncate(1);
    let view = components_view(&profile, &index, language).unwrap();
    drawings.push(("profile_one_row".to_owned(), profile_option(&view, theme), view.text));
    profile.indices[0].components.clear();
    let view = components_view(&profile, &index, language).unwrap();
    drawings.push(("profile_empty".to_owned(), profile_option(&view, theme), view.text));
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
        drawings.push((format!("waterfall_{case}"), waterfall_option(&view, theme), view.text));
    }
    for (case, count) in [("normal", 6), ("empty", 0), ("one_row", 1)] {
        let view = declines_view(&fixtures::declines(count), &index, language);
        drawings.push((format!("multiples_{case}"), multiples_option(&view, theme), view.text));
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
        drawings.push((format!("slope_{case}"), slope_option(&view, theme), view.text));
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
        drawings.push((format!("scatter_{case}"), scatter_option(&view, theme), view.text));
    }
    for (case, count) in [("normal", 2), ("empty", 0), ("one_row", 1)] {
        let view = regions_view(&fixtures::regions(count), &other, language);
        drawings.push((format!("regions_{case}"), regions_option(&view, theme), view.frame.text));
    }
    drawings
}

fn all() -> impl Iterator<Item = (ChartTheme, Language, Vec<(String, Drawing, FigureText)>)> {
    [Theme::Light, Theme::Dark].into_iter().flat_map(|theme| {
        FigureWidth::ALL.into_iter().flat_map(move |width| {
            Language::ALL.into_iter().map(move |language| {
                let tokens = ChartTheme::new(theme, width);
                let drawn = drawings(&tokens, language);
                (tokens, language, drawn)
            })
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
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        for (form, theme, width, language) in forms {
            for (case, drawing, _) in drawings(&ChartTheme::new(theme, width), language) {
                insta::assert_snapshot!(format!("{case}_{form}"), compact(&drawing));
            }
        }
    });
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
    for (_, _, drawn) in all() {
        for (name, drawing, _) in drawn {
            let text = drawing.option.to_string();
            assert!(!text.contains("function") && !text.contains("=>"), "{name}");
            assert!(drawing.option.get("tooltip").is_none(), "{name}");
            assert_eq!(drawing.option["animation"], Value::Bool(false), "{name}");
        }
    }
}

#[test]
fn every_text_stays_inside_the_figure_and_is_large_enough() {
    for (theme, language, drawn) in all() {
        for (name, drawing, _) in drawn {
            let width = theme.pixels();
            for element in drawing.option["graphic"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|element| element["type"] == "text")
            {
                let style = &element["style"];
                let text = style["text"].as_str().unwrap();
                let font = style["font"].as_str().unwrap();
                let size: f64 = font.split(' ').nth(1).unwrap().trim_end_matches("px").parse().unwrap();
                assert!(size >= 11.0, "{name}: {text:?} has {size} px");
                if element.get("rotation").is_some() {
                    continue;
                }
                let taken = measure::text_width(text, size, font.starts_with("600"));
                let x = element["x"].as_f64().unwrap();
                let left = match style["align"].as_str().unwrap() {
                    "left" => x,
                    "center" => x - taken / 2.0,
                    _ => x - taken,
                };
                assert!(
                    left >= -1.0 && left + taken <= width + 1.0,
                    "{name} {language} {width}: {text:?} runs from {left:.0} to {:.0}",
                    left + taken
                );
                let y = element["y"].as_f64().unwrap();
                assert!(y >= 0.0 && y <= f64::from(drawing.height), "{name}: {text:?} at {y}");
            }
        }
    }
}

#[test]
fn marks_run_along_the_data_of_their_series() {
    for (_, _, drawn) in all() {
        for (name, drawing, _) in drawn {
            let series = drawing.option["series"].as_array().unwrap();
            assert_eq!(series.len(), drawing.marks.len(), "{name}");
            for (series, marks) in series.iter().zip(&drawing.marks) {
                let silent = series["silent"] == Value::Bool(true);
                if !silent {
                    assert_eq!(series["data"].as_array().map_or(0, Vec::len), marks.len(), "{name}");
                }
            }
        }
    }
}

#[test]
fn every_colour_comes_from_the_tokens() {
    for (theme, _, drawn) in all() {
        let tokens = format!("{theme:?}");
        let mut known: Vec<&str> = theme.series().to_vec();
        for index in IndexId::ALL {
            known.extend(theme.ramp(index));
            known.push(theme.hue(index));
        }
        // Labels on cells of the ramp.
        known.extend(["#000000", "#FFFFFF"]);
        for (name, drawing, _) in drawn {
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
}

#[test]
fn an_accessible_name_is_short_and_there_is_a_finding() {
    for (_, language, drawn) in all() {
        for (name, _, text) in drawn {
            assert!(
                (10..=250).contains(&text.alt.chars().count()),
                "{name} {language}: {}",
                text.alt
            );
            assert!(
                !text.finding.is_empty() && !text.kicker.is_empty() && !text.source.is_empty(),
                "{name} {language}"
            );
        }
    }
}
