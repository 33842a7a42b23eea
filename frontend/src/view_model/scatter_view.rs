//! Two figures set against each other, province by province, and how far their ranks agree.

mod facts;
mod words;

use vithe_shared::{
    IndexId, Language, ProvinceSlug, RegionId, Year,
    api::{
        ProvinceList,
        scatter::{ScatterAnswer, ScatterAxis},
    },
    domain::{IndexInfo, MissingScore, ObservationStatus, Scale},
};

use self::{
    facts::starts_at_zero,
    words::{missing_text, text},
};
use super::{
    FigureText, ProvinceLabel,
    wording::{marked, measure_phrase, score_number, score_text},
};
use crate::format::{NO_FIGURE, unit_name};

/// One axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisView {
    /// The index.
    pub index: IndexId,
    /// The year.
    pub year: Year,
    /// What is measured, within a sentence: `điểm Tính minh bạch (PCI)`.
    pub measure: String,
    /// By itself: `Tính minh bạch (PCI)`.
    pub name: String,
    /// For the head of a column: `Tính minh bạch (PCI) 2021`.
    pub label: String,
    /// For the axis: the label with its unit.
    pub title: String,
    /// What scores count and how they are shown.
    pub scale: Scale,
    /// Whether the axis starts at 0: where the lowest score may lie within its first step.
    pub starts_at_zero: bool,
    /// Median over all members of a complete table.
    pub median: Option<f64>,
    /// The same as text.
    pub median_text: String,
}

/// A province with both figures.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterPointView {
    /// The province.
    pub label: ProvinceLabel,
    /// The short name of its region.
    pub region_name: String,
    /// The horizontal score.
    pub x: f64,
    /// The vertical score.
    pub y: f64,
    /// The horizontal score as text.
    pub x_text: String,
    /// The vertical score as text.
    pub y_text: String,
    /// What the point says as a sentence.
    pub sentence: String,
}

/// A province that lacks a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOutView {
    /// The province.
    pub label: ProvinceLabel,
    /// The short name of its region.
    pub region_name: String,
    /// The horizontal score, or why there is none.
    pub x_text: String,
    /// The vertical score, or why there is none.
    pub y_text: String,
}

/// Two figures set against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterView {
    /// The language of all texts.
    pub language: Language,
    /// The words around it.
    pub text: FigureText,
    /// The horizontal axis.
    pub x: AxisView,
    /// The vertical axis.
    pub y: AxisView,
    /// All regions in their usual order with their short names: each keeps its colour and its symbol.
    pub regions: Vec<(RegionId, String)>,
    /// Provinces with both figures, by name.
    pub points: Vec<ScatterPointView>,
    /// Provinces that lack a figure, by name.
    pub left_out: Vec<LeftOutView>,
}

/// Tells two figures set against each other; the indices are those of the two axes.
pub fn scatter_view(
    answer: &ScatterAnswer,
    [x_index, y_index]: [&IndexInfo; 2],
    provinces: &ProvinceList,
    highlighted: &[ProvinceSlug],
    language: Language,
) -> ScatterView {
    let regions: Vec<(RegionId, String)> = provinces
        .regions
        .iter()
        .map(|region| {
            (
                region.id.clone(),
                language.pick(&region.short_vi, &region.short_en).to_owned(),
            )
        })
        .collect();
    let region_name = |id: &RegionId| {
        regions
            .iter()
            .find(|(other, _)| other == id)
            .map_or_else(|| id.to_string(), |(_, name)| name.clone())
    };
    let x = axis_view(
        &answer.x,
        answer.points.iter().map(|point| (point.x, point.x_status)),
        language,
    );
    let y = axis_view(
        &answer.y,
        answer.points.iter().map(|point| (point.y, point.y_status)),
        language,
    );
    let label = |province: &ProvinceSlug, vi: &str, en: &str, region: &RegionId| ProvinceLabel {
        province: province.clone(),
        name: language.pick(vi, en).to_owned(),
        region: region.clone(),
        highlighted: highlighted.contains(province),
    };
    let mark = |score: String, status: ObservationStatus| marked(score, status == ObservationStatus::Estimated);
    let number = |score: f64, status: ObservationStatus, axis: &AxisView| {
        mark(score_number(score, axis.scale, language), status)
    };
    let with_unit =
        |score: f64, status: ObservationStatus, axis: &AxisView| mark(score_text(score, axis.scale, language), status);
    let points = answer
        .points
        .iter()
        .map(|point| {
            let label = label(&point.province, &point.name_vi, &point.name_en, &point.region);
            let region_name = region_name(&point.region);
            ScatterPointView {
                sentence: format!(
                    "{} ({region_name}): {} {}; {} {}",
                    label.name,
                    x.label,
                    with_unit(point.x, point.x_status, &x),
                    y.label,
                    with_unit(point.y, point.y_status, &y),
                ),
                x_text: number(point.x, point.x_status, &x),
                y_text: number(point.y, point.y_status, &y),
                x: point.x,
                y: point.y,
                label,
                region_name,
            }
        })
        .collect();
    let left_out = answer
        .left_out
        .iter()
        .map(|unit| {
            let text = |score: Option<(f64, ObservationStatus)>, missing: Option<MissingScore>, axis: &AxisView| match (
                score, missing,
            ) {
                (Some((score, status)), _) => number(score, status, axis),
                (None, Some(missing)) => missing_text(missing, language).to_owned(),
                (None, None) => NO_FIGURE.to_owned(),
            };
            LeftOutView {
                label: label(&unit.province, &unit.name_vi, &unit.name_en, &unit.region),
                region_name: region_name(&unit.region),
                x_text: text(unit.x.zip(unit.x_status), unit.missing_x, &x),
                y_text: text(unit.y.zip(unit.y_status), unit.missing_y, &y),
            }
        })
        .collect();
    let mut view = ScatterView {
        language,
        text: FigureText::default(),
        x,
        y,
        regions,
        points,
        left_out,
    };
    view.text = text(&view, answer, [x_index, y_index], provinces);
    view
}

fn axis_view(
    axis: &ScatterAxis,
    scores: impl Iterator<Item = (f64, ObservationStatus)> + Clone,
    language: Language,
) -> AxisView {
    let of_estimates = scores.clone().any(|(_, status)| status == ObservationStatus::Estimated);
    let is_overall = axis.component.is_overall();
    let name = language.pick(&axis.component_name_vi, &axis.component_name_en);
    let short = axis.index.short_name();
    let hint = if axis.scale.cost {
        language.pick(", cao là tốt", ", higher is better")
    } else {
        ""
    };
    let own_name = if is_overall {
        short.to_owned()
    } else {
        format!("{name} ({short}{hint})")
    };
    let label = format!("{own_name} {}", axis.year);
    AxisView {
        name: own_name,
        index: axis.index,
        year: axis.year,
        measure: measure_phrase(axis.index, (!is_overall).then_some(name), axis.scale, language),
        title: format!("{label}, {}", unit_name(axis.scale.unit, language)),
        label,
        scale: axis.scale,
        starts_at_zero: starts_at_zero(scores.map(|(score, _)| score)),
        median: axis.median,
        median_text: axis.median.map_or_else(
            || NO_FIGURE.to_owned(),
            |median| marked(score_number(median, axis.scale, language), of_estimates),
        ),
    }
}
