//! The sentences, in both languages side by side.

use vithe_shared::{
    Language,
    analytics::correlation::Strength,
    api::{
        ProvinceList,
        scatter::{RankCorrelation, ScatterAnswer, ScatterAxis},
    },
    domain::{IndexInfo, MissingScore, ObservationStatus},
};

use super::ScatterView;
use crate::{
    format::{as_shown, capitalise, decapitalise, format_score, join_names},
    text::common,
    view_model::{
        FigureText,
        wording::{alternative_text, component_name, reason_text, scale_text, source_line},
    },
};

/// Most left-out provinces that are named in a note; the table has all.
const MOST_NAMES: usize = 6;

/// Why a province has no score on an axis.
pub(super) const fn missing_text(missing: MissingScore, language: Language) -> &'static str {
    match (missing, language) {
        (MissingScore::Withheld, Language::Vi) => "không được công bố",
        (MissingScore::Withheld, Language::En) => "withheld by the publisher",
        (MissingScore::NotOnRecord, Language::Vi) => "chưa có điểm",
        (MissingScore::NotOnRecord, Language::En) => "no score on record",
        (MissingScore::Disputed, Language::Vi) => "hai nguồn khác nhau",
        (MissingScore::Disputed, Language::En) => "two sources differ",
        (MissingScore::NotInSet, Language::Vi) => "không thuộc danh sách xếp hạng năm đó",
        (MissingScore::NotInSet, Language::En) => "not ranked in that year",
    }
}

/// Both measures with their years: the year once where it is the same.
pub(super) fn both(view: &ScatterView) -> (String, String, String) {
    let (x, y) = (&view.x, &view.y);
    match (x.year == y.year, view.language) {
        (true, Language::Vi) => (x.measure.clone(), y.measure.clone(), format!(" (năm {})", x.year)),
        (true, Language::En) => (x.measure.clone(), y.measure.clone(), format!(" ({})", x.year)),
        (false, Language::Vi) => (
            format!("{} năm {}", x.measure, x.year),
            format!("{} năm {}", y.measure, y.year),
            String::new(),
        ),
        (false, Language::En) => (
            format!("{} of {}", x.measure, x.year),
            format!("{} of {}", y.measure, y.year),
            String::new(),
        ),
    }
}

/// `Tương quan hạng Spearman 0,41 (n = 63).`
fn coefficient(correlation: RankCorrelation, language: Language) -> String {
    let value = format_score(correlation.spearman, 2, language);
    let n = correlation.n;
    match language {
        Language::Vi => format!("Tương quan hạng Spearman {value} (n = {n})."),
        Language::En => format!("Spearman’s rank correlation is {value} (n = {n})."),
    }
}

/// What a coefficient says of two figures, without a word about causes. Judged on the two decimals that are shown.
fn agreement(view: &ScatterView, correlation: RankCorrelation) -> String {
    let language = view.language;
    let shown = as_shown(correlation.spearman, 2);
    let (x, y, year) = both(view);
    let words = match (Strength::of(shown), language) {
        (Strength::Negligible, Language::Vi) => {
            return format!("thứ hạng theo {x} hầu như không gắn với thứ hạng theo {y}{year}");
        }
        (Strength::Negligible, Language::En) => {
            return format!("ranks by {x} hardly go with ranks by {y}{year}");
        }
        (Strength::Weak, Language::Vi) => "mức gắn kết yếu",
        (Strength::Moderate, Language::Vi) => "mức gắn kết vừa phải",
        (Strength::Strong, Language::Vi) => "mức gắn kết khá chặt",
        (Strength::VeryStrong, Language::Vi) => "mức gắn kết rất chặt",
        (Strength::Weak, Language::En) => "a weak association",
        (Strength::Moderate, Language::En) => "a moderate association",
        (Strength::Strong, Language::En) => "a strong association",
        (Strength::VeryStrong, Language::En) => "a very strong association",
    };
    match (shown > 0.0, language) {
        (true, Language::Vi) => format!("tỉnh có {x} cao hơn thường có {y} cũng cao hơn{year}, {words}"),
        (false, Language::Vi) => format!("tỉnh có {x} cao hơn thường có {y} thấp hơn{year}, {words}"),
        (true, Language::En) => {
            format!("provinces with a higher {x} tend to have a higher {y} too{year}, {words}")
        }
        (false, Language::En) => format!("provinces with a higher {x} tend to have a lower {y}{year}, {words}"),
    }
}

fn finding(view: &ScatterView, answer: &ScatterAnswer, region: Option<&str>) -> String {
    let language = view.language;
    let told = if let Some(correlation) = answer.correlation {
        capitalise(&agreement(view, correlation))
    } else {
        let (x, y, year) = both(view);
        let count = answer.points.len();
        match language {
            Language::Vi => format!("{count} tỉnh có cả {x} và {y}{year}; không tính tương quan"),
            Language::En => format!("{count} provinces have both figures, {x} and {y}{year}; no correlation is given"),
        }
    };
    match region {
        Some(region) => format!("{region}: {}", decapitalise(&told)),
        None => told,
    }
}

/// Who is left out and why, by reason, as far as few enough to be named.
fn left_out_note(answer: &ScatterAnswer, view: &ScatterView) -> Option<String> {
    let language = view.language;
    let count = view.left_out.len();
    if count == 0 {
        return None;
    }
    if count > MOST_NAMES {
        return Some(match language {
            Language::Vi => {
                format!("{count} tỉnh không có trên biểu đồ vì thiếu số liệu ở ít nhất một trục; bảng ghi từng tỉnh.")
            }
            Language::En => format!(
                "{count} provinces are not in the chart as they lack a figure on one axis or both; the table names each."
            ),
        });
    }
    let told: Vec<String> = answer
        .left_out
        .iter()
        .zip(&view.left_out)
        .map(|(unit, told)| {
            let missing: Vec<String> = [(unit.missing_x, &view.x), (unit.missing_y, &view.y)]
                .into_iter()
                .filter_map(|(missing, axis)| Some(format!("{} {}", axis.label, missing_text(missing?, language))))
                .collect();
            format!("{} ({})", told.label.name, missing.join(", "))
        })
        .collect();
    Some(match language {
        Language::Vi => format!("Không có trên biểu đồ: {}.", join_names(&told, language)),
        Language::En => format!("Not in the chart: {}.", join_names(&told, language)),
    })
}

fn axes_note(view: &ScatterView) -> Option<&'static str> {
    let language = view.language;
    match (view.x.starts_at_zero, view.y.starts_at_zero) {
        (true, true) => None,
        (false, false) => Some(language.pick("Hai trục không bắt đầu từ 0.", "Neither axis starts at 0.")),
        (false, true) => Some(language.pick(
            "Trục ngang không bắt đầu từ 0.",
            "The horizontal axis does not start at 0.",
        )),
        (true, false) => Some(language.pick("Trục dọc không bắt đầu từ 0.", "The vertical axis does not start at 0.")),
    }
}

fn notes(view: &ScatterView, answer: &ScatterAnswer) -> Vec<String> {
    let language = view.language;
    let mut notes = Vec::new();
    for (axis, shown) in [(&answer.x, &view.x), (&answer.y, &view.y)] {
        if !axis.complete {
            let (known, n) = (axis.scores_on_record, axis.n);
            notes.push(match language {
                Language::Vi => format!("{}: {known}/{n} tỉnh có điểm.", shown.label),
                Language::En => format!("{}: scores of {known} of {n} provinces are on record.", shown.label),
            });
        }
    }
    let estimates = (answer.points.iter().flat_map(|point| [point.x_status, point.y_status]))
        .chain((answer.left_out.iter()).flat_map(|unit| [unit.x_status, unit.y_status].into_iter().flatten()));
    if estimates
        .into_iter()
        .any(|status| status == ObservationStatus::Estimated)
    {
        notes.push(common::MARKED_ESTIMATES.get(language).to_owned());
    }
    if let Some(reason) = &answer.correlation_refused {
        notes.push(format!("{}.", capitalise(&reason_text(reason, language))));
    }
    if let Some(correlation) = answer.correlation {
        notes.push(coefficient(correlation, language));
        notes.push(
            language
                .pick(
                    "Tương quan cho biết thứ hạng của hai bên có đi cùng nhau hay không, không cho biết bên nào là nguyên nhân của bên nào.",
                    "A correlation tells whether the ranks go together, not whether one is the cause of the other.",
                )
                .to_owned(),
        );
        notes.push(
            language
                .pick(
                    "Mức gắn kết theo độ lớn của hệ số: dưới 0,2 hầu như không; từ 0,2 yếu; từ 0,4 vừa phải; từ 0,6 khá chặt; từ 0,8 rất chặt.",
                    "Words by the size of the coefficient: below 0.2 hardly any, from 0.2 weak, from 0.4 moderate, from 0.6 strong, from 0.8 very strong.",
                )
                .to_owned(),
        );
    }
    if let Some(overlap) = &answer.overlap {
        notes.push(format!("{}.", capitalise(&reason_text(overlap, language))));
    }
    if view.x.year != view.y.year {
        let (x, y) = (view.x.year, view.y.year);
        notes.push(match language {
            Language::Vi => format!("Hai trục khác năm: trục ngang {x}, trục dọc {y}."),
            Language::En => format!("The axes have different years: {x} across, {y} upwards."),
        });
    }
    if answer.x.scale != answer.y.scale {
        let (x, y) = (
            scale_text(answer.x.scale, language),
            scale_text(answer.y.scale, language),
        );
        notes.push(match language {
            Language::Vi => {
                format!("Hai trục khác thang điểm: {x} và {y}; tương quan hạng không phụ thuộc thang điểm.")
            }
            Language::En => {
                format!("The axes have different scales: {x} and {y}; a rank correlation does not depend on them.")
            }
        });
    }
    notes.extend(left_out_note(answer, view));
    notes.extend(axes_note(view).map(str::to_owned));
    notes
}

pub(super) fn text(
    view: &ScatterView,
    answer: &ScatterAnswer,
    [x_index, y_index]: [&IndexInfo; 2],
    provinces: &ProvinceList,
) -> FigureText {
    let language = view.language;
    let region = answer.region.as_ref().and_then(|id| {
        let region = provinces.regions.iter().find(|region| &region.id == id)?;
        Some(language.pick(&region.name_vi, &region.name_en))
    });
    let subject = |axis: &ScatterAxis| {
        let name = language.pick(&axis.component_name_vi, &axis.component_name_en);
        format!(
            "{} · {} · {}",
            axis.index.short_name(),
            component_name(axis.component.is_overall(), name, language),
            axis.year
        )
    };
    let source = |axis: &ScatterAxis, index: &IndexInfo| {
        source_line(
            index,
            &axis.year.to_string(),
            Some(&axis.method_version),
            Some(axis.n),
            language,
        )
    };
    let count = answer.points.len();
    let drawn = match language {
        Language::Vi => format!(
            "biểu đồ phân tán {count} tỉnh theo {} và {}",
            view.x.label, view.y.label
        ),
        Language::En => format!(
            "scatter plot of {count} provinces by {} and {}",
            view.x.label, view.y.label
        ),
    };
    let coefficient = answer
        .correlation
        .map_or_else(String::new, |correlation| coefficient(correlation, language));
    let agreement = answer
        .correlation
        .map_or_else(String::new, |correlation| agreement(view, correlation));
    let (x_source, y_source) = (source(&answer.x, x_index), source(&answer.y, y_index));
    FigureText {
        kicker: format!("{} × {} · {count} {}", subject(&answer.x), subject(&answer.y), {
            language.pick("tỉnh", if count == 1 { "province" } else { "provinces" })
        }),
        finding: finding(view, answer, region),
        alt: alternative_text(&[drawn, coefficient, agreement]),
        notes: notes(view, answer),
        source: if x_source == y_source {
            x_source
        } else {
            format!("{x_source}. {y_source}")
        },
    }
}
