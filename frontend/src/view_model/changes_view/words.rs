//! The sentences, in both languages side by side.

use vithe_shared::{
    Language,
    api::changes::{ChangeEnd, ChangesAnswer, RankChange},
    domain::Comparability,
};

use super::{
    StepKind, StepView,
    facts::{
        Cause, differs_as_printed, has_estimate, has_weight_effect, is_estimate, loses_digits_in_print, places,
        years_of_assumed_weights,
    },
};
use crate::{
    format::{
        ChangeText, NO_FIGURE, Tone, as_shown, capitalise, format_difference, format_score, rank_change, rank_words,
        score_change,
    },
    view_model::wording::{
        alternative_text, axis_note, comparability_note, marked, measure_phrase, reason_text, score_text,
    },
};

/// Words for what the parts do not explain.
pub const fn residual_name(language: Language) -> &'static str {
    match language {
        Language::Vi => "Phần không giải thích được bởi các chỉ số thành phần (làm tròn)",
        Language::En => "Not explained by the components (rounding)",
    }
}

/// The name of a step and the step as a sentence.
pub(super) fn step_words(cause: &Cause<'_>, is_cost: bool, change_text: &str, language: Language) -> (String, String) {
    let name = match cause {
        Cause::Part(part) => {
            let name = language.pick(&part.name_vi, &part.name_en).to_owned();
            let hint = if is_cost {
                language.pick(" (cao là tốt)", " (higher is better)")
            } else {
                ""
            };
            let scores = format!(
                "{} → {}",
                format_score(part.score_from, 2, language),
                format_score(part.score_to, 2, language)
            );
            let sentence = match language {
                Language::Vi => format!("Điểm {name}{hint}: {scores}, góp {change_text} điểm"),
                Language::En => format!("{name} score{hint}: {scores}, contributes {change_text} points"),
            };
            return (name, sentence);
        }
        Cause::Weights => language.pick("Ảnh hưởng của việc đổi trọng số", "Effect of the new weights"),
        Cause::Residual => residual_name(language),
    };
    (name.to_owned(), format!("{name}: {change_text}"))
}

pub(super) fn places_with_sign(places: f64, language: Language) -> String {
    format_difference(places, 1, language)
}

pub(super) fn national_shift(change: &RankChange, language: Language) -> String {
    let shift = format_difference(change.national_shift, 2, language);
    match language {
        Language::Vi => format!("Mức thay đổi chung của cả nước (trung vị): {shift}\u{a0}điểm."),
        Language::En => format!("National shift (median change): {shift}\u{a0}points."),
    }
}

/// One sentence: the score, the rank, and why the rank went its way.
pub(super) fn finding(answer: &ChangesAnswer, name: &str, language: Language) -> String {
    let (from, to) = (answer.from.year, answer.to.year);
    let measure = measure_phrase(answer.index, None, answer.scale, language);
    let scale = answer.scale;
    let printed = |end: &ChangeEnd| {
        let score = end
            .score
            .map(|score| marked(score_text(score, scale, language), is_estimate(end)));
        let rank = end.rank.zip(end.rank_n).map(|(rank, n)| rank_words(rank, n, language));
        let told: Vec<String> = score.into_iter().chain(rank).collect();
        if told.is_empty() {
            NO_FIGURE.to_owned()
        } else {
            told.join(", ")
        }
    };
    let Some(change) = answer.score_change else {
        let both = format!(
            "{name}, {measure} {from}: {}; {to}: {}",
            printed(&answer.from),
            printed(&answer.to)
        );
        return if answer.comparability == Comparability::NotComparable {
            let note =
                comparability_note(answer.comparability, from, answer.reason.as_ref(), language).unwrap_or_default();
            format!("{both} – {note}")
        } else {
            let missing = language.pick(
                "thiếu điểm của một trong hai năm",
                "the score of one of the years is not on record",
            );
            match places(answer) {
                Some(places) => format!("{both} – {}; {missing}", of_rank(answer, places, language).words),
                None => format!("{both} – {missing}"),
            }
        };
    };
    let score = marked_change(
        answer,
        score_change(change, scale.decimals.of(change), scale.unit, language),
    );
    let mut sentence = match language {
        Language::Vi => format!("{name}: {measure} năm {to} {} so với {from}", score.words),
        Language::En => format!("{name}: {measure} {to} {} on {from}", score.words),
    };
    let Some(places) = places(answer) else { return sentence };
    let rank = of_rank(answer, places, language);
    let opposite = matches!((score.tone, rank.tone), (Tone::Up, Tone::Down) | (Tone::Down, Tone::Up));
    let conjunction = match (opposite, language) {
        (true, Language::Vi) => " nhưng ",
        (true, Language::En) => " but ",
        (false, Language::Vi) => " và ",
        (false, Language::En) => " and ",
    };
    sentence.push_str(conjunction);
    sentence.push_str(&rank.words);
    if let Some(parts) = &answer.rank_change {
        let clauses = clauses(parts, language);
        if !clauses.is_empty() {
            sentence.push_str(": ");
            sentence.push_str(&clauses.join("; "));
        }
    }
    sentence
}

/// The change of the rank.
pub(super) fn of_rank(answer: &ChangesAnswer, places: i32, language: Language) -> ChangeText {
    marked_change(answer, rank_change(places, language))
}

/// A change with the mark of estimates, where one of its ends is one.
fn marked_change(answer: &ChangesAnswer, change: ChangeText) -> ChangeText {
    if has_estimate(answer) {
        change.of_estimates()
    } else {
        change
    }
}

/// What won and what took places, as clauses; parts of nothing are left out.
fn clauses(parts: &RankChange, language: Language) -> Vec<String> {
    let shift = format_difference(parts.national_shift, 2, language);
    let did = |places: f64| {
        let decimals = u8::from(as_shown(places, 1).fract() != 0.0);
        let number = format_score(places.abs(), decimals, language);
        let noun = if number == "1" { "place" } else { "places" };
        match (places > 0.0, language) {
            (true, Language::Vi) => format!("giúp tăng {number} bậc"),
            (false, Language::Vi) => format!("làm mất {number} bậc"),
            (true, Language::En) => format!("gained {number} {noun}"),
            (false, Language::En) => format!("cost {number} {noun}"),
        }
    };
    let named = [
        (
            parts.own_score,
            match language {
                Language::Vi => format!("điểm của tỉnh so với mức thay đổi chung cả nước ({shift}) "),
                Language::En => format!("its own score against the national shift ({shift}) "),
            },
        ),
        (
            parts.others,
            language
                .pick("điểm của các tỉnh khác ", "the scores of the others ")
                .to_owned(),
        ),
        (
            parts.membership,
            language
                .pick("thay đổi trong danh sách xếp hạng ", "changes of who is ranked ")
                .to_owned(),
        ),
        (
            f64::from(parts.tie_order),
            language
                .pick(
                    "thứ tự công bố giữa các điểm in bằng nhau ",
                    "the published order of equal printed scores ",
                )
                .to_owned(),
        ),
    ];
    let mut clauses: Vec<String> = named
        .into_iter()
        .filter(|(places, _)| *places != 0.0)
        .map(|(places, subject)| format!("{subject}{}", did(places)))
        .collect();
    if parts.own_score == 0.0 && !clauses.is_empty() {
        // Otherwise a reader would wonder what became of the better score.
        let clause = match language {
            Language::Vi => {
                format!("sau khi trừ mức thay đổi chung cả nước ({shift}), điểm của tỉnh không làm đổi hạng")
            }
            Language::En => format!("against the national shift ({shift}) its own score moved no place"),
        };
        clauses.insert(0, clause);
    }
    clauses
}

pub(super) fn notes(answer: &ChangesAnswer, steps: &[StepView], language: Language) -> Vec<String> {
    let (from, to) = (answer.from.year, answer.to.year);
    let mut notes = Vec::new();
    let sentence = |text: &str| format!("{}.", capitalise(text.trim_end_matches('.')));
    if answer.score_change.is_some() {
        notes.extend(
            comparability_note(answer.comparability, from, answer.reason.as_ref(), language)
                .map(|note| sentence(&note)),
        );
        if differs_as_printed(answer) {
            notes.push(
                language
                    .pick(
                        "Mức thay đổi tính từ số chưa làm tròn.",
                        "The change is taken from unrounded values.",
                    )
                    .to_owned(),
            );
        }
    }
    let assumed: Vec<String> = years_of_assumed_weights(answer)
        .iter()
        .map(ToString::to_string)
        .collect();
    if !assumed.is_empty() && !steps.is_empty() {
        let years = assumed.join(", ");
        notes.push(match language {
            Language::Vi => format!("Trọng số năm {years} lấy theo năm khác, giả định vẫn áp dụng."),
            Language::En => format!("The weights of {years} are those of another year, assumed to hold."),
        });
    }
    if loses_digits_in_print(answer) {
        notes.push(
            language
                .pick(
                    "Các phần đóng góp đã làm tròn khi in, cộng lại có thể lệch ở chữ số cuối.",
                    "Contributions are rounded in print and may add up to a little more or less.",
                )
                .to_owned(),
        );
    }
    if has_weight_effect(answer) {
        notes.push(
            language
                .pick(
                    "Trọng số đã đổi: mỗi thành phần góp theo trung bình hai trọng số; phần do đổi trọng số ghi riêng.",
                    "The weights changed: each part contributes by the mean of its two weights; the effect of the change stands apart.",
                )
                .to_owned(),
        );
    }
    notes.extend(
        answer
            .parts_missing
            .iter()
            .map(|reason| sentence(&reason_text(reason, language))),
    );
    // A refusal for the same reason as that of the scores is told once, in the finding.
    let refused = answer
        .rank_change_refused
        .as_ref()
        .filter(|reason| answer.reason.as_ref() != Some(*reason));
    notes.extend(refused.map(|reason| sentence(&reason_text(reason, language))));
    if !steps.is_empty() {
        notes.push(axis_note(language));
    }
    if steps.is_empty() && notes.is_empty() {
        notes.push(match language {
            Language::Vi => format!("Không tách được mức thay đổi từ {from} đến {to}."),
            Language::En => format!("The change from {from} to {to} cannot be broken down."),
        });
    }
    notes
}

pub(super) fn alternative(
    answer: &ChangesAnswer,
    name: &str,
    steps: &[StepView],
    finding: &str,
    language: Language,
) -> String {
    let (from, to) = (answer.from.year, answer.to.year);
    let short = answer.index.short_name();
    if steps.is_empty() {
        return alternative_text(&[finding.to_owned()]);
    }
    let parts = || steps.iter().filter(|step| matches!(step.kind, StepKind::Part(_)));
    let largest = parts().find(|step| step.tone == Tone::Up);
    let deepest = parts().find(|step| step.tone == Tone::Down);
    let residual = steps.iter().find(|step| step.kind == StepKind::Residual);
    let told = |words: &'static str, step: Option<&StepView>| {
        step.map_or_else(String::new, |step| format!("{words}: {} {}", step.name, step.text))
    };
    alternative_text(&[
        match language {
            Language::Vi => format!("biểu đồ thác nước: điểm {short} của {name} từ {from} đến {to}, theo thành phần"),
            Language::En => format!("waterfall chart: {short} score of {name} from {from} to {to}, by component"),
        },
        told(language.pick("tăng nhiều nhất", "largest rise"), largest),
        told(language.pick("giảm nhiều nhất", "largest fall"), deepest),
        residual.map_or_else(String::new, |step| {
            format!(
                "{}: {}",
                language.pick("không giải thích được", "unexplained"),
                step.text
            )
        }),
    ])
}
