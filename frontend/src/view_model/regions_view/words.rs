//! The sentences, in both languages side by side.

use vithe_shared::{
    Language, Year,
    api::regions::{RegionSeries, RegionYear, RegionsAnswer},
    domain::Scale,
};

use super::facts::{earlier_distance, has_medians, medians, members_change, published_means};
use crate::{
    format::{NO_FIGURE, capitalise, format_difference_with_unit, format_score},
    view_model::{
        FigureText,
        series_view::{SeriesView, break_notes, break_summary},
        wording::{alternative_text, axis_note, measure_phrase, score_number, score_text, year_span},
    },
};

/// `61,20–64,85`
pub(super) fn span(low: f64, high: f64, scale: Scale, language: Language) -> String {
    format!(
        "{}–{}",
        score_number(low, scale, language),
        score_number(high, scale, language)
    )
}

/// `2/13 tỉnh có điểm`
pub(super) fn on_record(found: &RegionYear, language: Language) -> String {
    match language {
        Language::Vi => format!("{}/{} tỉnh có điểm", found.count, found.members),
        Language::En => format!("scores of {} of {} provinces", found.count, found.members),
    }
}

pub(super) fn text(frame: &SeriesView, answer: &RegionsAnswer, year: Option<Year>, language: Language) -> FigureText {
    let measure = measure_phrase(
        answer.index,
        (!answer.component.is_overall()).then(|| language.pick(&answer.component_name_vi, &answer.component_name_en)),
        answer.scale,
        language,
    );
    let finding = finding(answer, year, &measure, language);
    let years = match (frame.years.first(), frame.years.last()) {
        (Some(first), Some(last)) => year_span(*first, *last),
        _ => NO_FIGURE.to_owned(),
    };
    let mut notes = vec![
        language
            .pick(
                "Trung vị, trung bình và tứ phân vị của một vùng chỉ được tính khi mọi tỉnh của vùng có điểm trong năm đó; năm chưa đủ để trống và ghi số tỉnh có điểm.",
                "Median, mean and quartiles of a region exist only where every province of it has a score in that year; other years are blank, with the number on record.",
            )
            .to_owned(),
    ];
    if members_change(answer) {
        notes.push(
            language
                .pick(
                    "Số tỉnh của vùng có năm khác đi, vì địa giới thay đổi hoặc có tỉnh không được công bố.",
                    "In some years a region has other members, as borders change or a publisher withholds a province.",
                )
                .to_owned(),
        );
    }
    notes.extend(break_notes(frame));
    if has_medians(answer) {
        notes.push(axis_note(language));
    }
    FigureText {
        kicker: format!(
            "{} · {} · {} · {years}",
            answer.index.short_name(),
            frame.subject.component_name,
            language.pick("trung vị theo vùng", "regional medians")
        ),
        alt: alternative_text(&[
            match language {
                Language::Vi => format!("đường trung vị {measure} của từng vùng, {years}"),
                Language::En => format!("line chart of the median {measure} of every region, {years}"),
            },
            finding.clone(),
            break_summary(frame),
        ]),
        finding,
        notes,
        source: frame.text.source.clone(),
    }
}

fn finding(answer: &RegionsAnswer, year: Option<Year>, measure: &str, language: Language) -> String {
    let scale = answer.scale;
    let score = |value: f64| score_text(value, scale, language);
    let told = year.map(|year| (year, medians(answer, year)));
    let Some((year, medians)) = told.filter(|(_, medians)| !medians.is_empty()) else {
        return year
            .and_then(|year| published_finding(answer, year, measure, language))
            .unwrap_or_else(|| match language {
                Language::Vi => format!("Chưa vùng nào có đủ {measure} của mọi tỉnh để tính trung vị"),
                Language::En => format!("No region has the {measure} of all its provinces, so there are no medians"),
            });
    };
    let name = |region: &RegionSeries| language.pick(&region.name_vi, &region.name_en).to_owned();
    let ((highest, best), (lowest, last)) = (medians[0], medians[medians.len() - 1]);
    let (best, last) = (name(best), name(last));
    if medians.len() == 1 {
        return capitalise(&match language {
            Language::Vi => format!("trung vị {measure} năm {year} của {best} là {}", score(highest)),
            Language::En => format!("the median {measure} of {year} in the {best} is {}", score(highest)),
        });
    }
    // A pilot of few provinces must not be read as the country.
    let n = answer
        .national
        .iter()
        .find(|entry| entry.year == year)
        .map_or(0, |entry| entry.members);
    let text = capitalise(&match language {
        Language::Vi => format!(
            "trung vị {measure} năm {year} (n = {n}): cao nhất là {best}, {}; thấp nhất là {last}, {}",
            score(highest),
            score(lowest)
        ),
        Language::En => format!(
            "median {measure} of {year} (n = {n}): highest in the {best}, {}; lowest in the {last}, {}",
            score(highest),
            score(lowest)
        ),
    });
    if let Some((first, before)) = earlier_distance(answer, year) {
        let decimals = scale.decimals.of(before).max(scale.decimals.of(highest - lowest));
        let before = format_score(before, decimals, language);
        // A distance has no sign.
        let now = format_difference_with_unit(highest - lowest, decimals, scale.unit, language);
        let now = now.trim_start_matches('+');
        return match language {
            Language::Vi => format!("{text}; cách nhau {now}, năm {first} là {before}"),
            Language::En => format!("{text}; {now} apart, {before} in {first}"),
        };
    }
    text
}

/// The highest and the lowest of the regional means a publisher printed, where no median can be told.
fn published_finding(answer: &RegionsAnswer, year: Year, measure: &str, language: Language) -> Option<String> {
    let means = published_means(answer, year);
    let name = |region: &RegionSeries| language.pick(&region.name_vi, &region.name_en).to_owned();
    let score = |value: f64| score_text(value, answer.scale, language);
    let (highest, best) = means.first()?;
    let (lowest, last) = means.last().filter(|_| means.len() > 1)?;
    let (highest, lowest, best, last) = (score(*highest), score(*lowest), name(best), name(last));
    let (known, all) = (means.len(), answer.regions.len());
    Some(match language {
        Language::Vi => format!(
            "Trung bình {measure} của vùng năm {year} đã công bố ({known}/{all} vùng): cao nhất là {best}, {highest}; thấp nhất là {last}, {lowest}"
        ),
        Language::En => format!(
            "Published regional means of the {measure} {year} ({known} of {all} regions): highest in the {best}, {highest}; lowest in the {last}, {lowest}"
        ),
    })
}
