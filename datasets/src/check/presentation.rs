//! How the indices are shown: decimals that exist, and hues that can be read and told apart on every ground of the site.

use vithe_shared::{
    presentation::{Colour, ShownDecimals, contrast, ground, linear_light, oklab, surface},
    query::Theme,
};

use crate::{
    finding::{Finding, FindingCode, decimal_comma},
    package::{HueRow, IndexRow, Package, TableRow},
};

/// WCAG 2.2, 1.4.11: marks of a chart against what they stand on.
const MARK_CONTRAST: f64 = 3.0;
/// WCAG 2.2, 1.4.3: text.
const TEXT_CONTRAST: f64 = 4.5;
/// How far the steps between classes may differ, in lightness of Oklab (0 to 1): more is seen as a gap.
const STEP_TOLERANCE: f64 = 0.04;

pub(super) fn run(package: &Package, findings: &mut Vec<Finding>) {
    decimals(package, findings);
    missing_hues(package, findings);
    for (line, row) in package.hues.located() {
        contrasts(line, row, findings);
        classes(line, row, findings);
    }
}

/// Scores are shown with no fewer than the least and no more than the most decimals, which no index needs many of.
fn decimals(package: &Package, findings: &mut Vec<Finding>) {
    for (line, row) in package.indices.located() {
        let ShownDecimals { least, most } = row.decimals();
        let limit = ShownDecimals::LIMIT;
        if most > limit || least > most {
            findings.push(
                Finding::error(
                    FindingCode::BadDecimals,
                    IndexRow::FILE,
                    format!("Số chữ số thập phân từ {least} đến {most}: số đầu không được lớn hơn số sau, số sau tối đa {limit}."),
                    format!("Decimals from {least} to {most}: the first must not exceed the second, the second is at most {limit}."),
                )
                .at_row(line)
                .at_column(if most > limit { "decimals_most" } else { "decimals_least" }),
            );
        }
    }
}

/// An index that the site shows has its hues in both themes.
fn missing_hues(package: &Package, findings: &mut Vec<Finding>) {
    for (line, row) in package.indices.located().filter(|(_, row)| row.shown) {
        for theme in Theme::ALL {
            let is_there = |hues: &HueRow| hues.index == row.index && hues.theme == theme;
            if !package.hues.iter().any(is_there) {
                findings.push(
                    Finding::error(
                        FindingCode::MissingHues,
                        IndexRow::FILE,
                        format!("{} chưa có màu của giao diện “{theme}” trong hues.csv.", row.index),
                        format!("{} has no hues of the theme “{theme}” in hues.csv.", row.index),
                    )
                    .at_row(line)
                    .at_column("index"),
                );
            }
        }
    }
}

/// Marks and texts stand out from the page and from the cards and figures on it.
fn contrasts(line: u32, row: &HueRow, findings: &mut Vec<Finding>) {
    for (column, colour, least) in [("mark", &row.mark, MARK_CONTRAST), ("text", &row.text, TEXT_CONTRAST)] {
        let lowest = [surface(row.theme), ground(row.theme)]
            .map(|behind| contrast(colour.as_str(), behind))
            .into_iter()
            .fold(f64::INFINITY, f64::min);
        if lowest < least {
            // Rounded down, so that what is too low never reads as enough.
            let lowest = (lowest * 100.0).floor() / 100.0;
            findings.push(
                Finding::error(
                    FindingCode::LowContrast,
                    HueRow::FILE,
                    format!(
                        "{colour} chỉ có độ tương phản {} : 1 với nền, cần ít nhất {} : 1.",
                        decimal_comma(lowest),
                        decimal_comma(least)
                    ),
                    format!("{colour} has a contrast of only {lowest}:1 with what it stands on; {least}:1 is needed."),
                )
                .at_row(line)
                .at_column(column),
            );
        }
    }
}

/// The classes run evenly from the one that stands out most to the one that stands out least.
fn classes(line: u32, row: &HueRow, findings: &mut Vec<Finding>) {
    let lightness = |colour: &Colour| oklab(linear_light(colour.as_str()))[0];
    let behind = oklab(linear_light(surface(row.theme)))[0];
    let distances = row.classes().map(|colour| (lightness(colour) - behind).abs());
    let steps: Vec<f64> = distances.windows(2).map(|pair| pair[0] - pair[1]).collect();
    let smallest = steps.iter().copied().fold(f64::INFINITY, f64::min);
    let largest = steps.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if smallest <= 0.0 || largest - smallest >= STEP_TOLERANCE {
        findings.push(
            Finding::error(
                FindingCode::UnevenClasses,
                HueRow::FILE,
                "Năm bậc màu phải nhạt dần đều từ class_1 (nổi nhất trên nền) đến class_5.",
                "The five classes must fade in even steps of lightness from class_1, which stands out most, to class_5.",
            )
            .at_row(line)
            .at_column("class_1"),
        );
    }
}
