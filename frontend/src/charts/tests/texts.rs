//! The texts of charts: inside the figure, large enough, apart from each other.

use super::*;

#[test]
fn every_text_stays_inside_the_figure_and_is_large_enough() {
    for (theme, language, Case { name, drawing, .. }) in in_every_room() {
        let width = theme.pixels();
        for element in drawing.option["graphic"].as_array().unwrap() {
            if element["type"] == "text" {
                let size = font_size(element["style"]["font"].as_str().unwrap());
                assert!(size >= 11.0, "{name}: {element} has {size} px");
            }
        }
        for (text, [left, top, right, bottom]) in level_texts(&drawing) {
            assert!(
                left >= -1.0 && right <= width + 1.0,
                "{name} {language} {width}: {text:?} runs from {left:.0} to {right:.0}"
            );
            let middle = f64::midpoint(top, bottom);
            assert!(
                middle >= 0.0 && middle <= f64::from(drawing.height),
                "{name}: {text:?} at {middle}"
            );
        }
    }
}

#[test]
fn an_accessible_name_is_short_and_there_is_a_finding() {
    for language in Language::ALL {
        for Case { name, text, .. } in cases(&ChartTheme::new(Theme::Light, FigureWidth::Medium), language) {
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

/// A text of a chart and the rectangle of its letters: left, top, right, bottom.
fn level_texts(drawing: &Drawing) -> Vec<(&str, [f64; 4])> {
    let graphics = drawing.option["graphic"].as_array().unwrap();
    graphics
        .iter()
        .filter(|element| element["type"] == "text" && element.get("rotation").is_none())
        .map(|element| {
            let style = &element["style"];
            let (text, font) = (style["text"].as_str().unwrap(), style["font"].as_str().unwrap());
            let size = font_size(font);
            let taken = measure::text_width(text, size, font.starts_with("600"));
            let (x, y) = (element["x"].as_f64().unwrap(), element["y"].as_f64().unwrap());
            let left = match style["align"].as_str().unwrap() {
                "left" => x,
                "center" => x - taken / 2.0,
                _ => x - taken,
            };
            // From the height of a capital to the foot of a letter: what lines of text must not share.
            let between_lines = (text.lines().count() as f64 - 1.0) * (size * 1.2).round();
            let half = f64::midpoint(between_lines, size * 0.7);
            (text, [left, y - half, left + taken, y + half])
        })
        .collect()
}

fn font_size(font: &str) -> f64 {
    font.split(' ').nth(1).unwrap().trim_end_matches("px").parse().unwrap()
}

#[test]
fn no_text_stands_on_another() {
    for (theme, language, Case { name, drawing, .. }) in in_every_room() {
        let texts = level_texts(&drawing);
        for (place, (text, one)) in texts.iter().enumerate() {
            for (other_text, other) in &texts[place + 1..] {
                let apart = one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];
                assert!(
                    apart,
                    "{name} {language} {:?} {}: {text:?} and {other_text:?}",
                    theme.class, theme.width
                );
            }
        }
    }
}
