//! What a change of score and of rank is made of: the contributions of the parts, the effect of changed weights, what the
//! parts do not explain, and why the rank went its own way.

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Year,
    analytics::rounding::round_to,
    api::changes::{ChangeEnd, ChangePart, ChangesAnswer, RankChange},
    domain::{Comparability, IndexInfo, Scale},
    presentation::IndexHues,
};

use super::{
    FigureText,
    wording::{
        alternative_text, axis_note, comparability_name, comparability_note, measure_phrase, reason_text, score_number,
        score_text, source_line,
    },
};
use crate::format::{
    NO_FIGURE, Tone, capitalise, format_difference, format_rank, format_score, rank_change, rank_words, score_change,
};

/// One end of the span.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeEndView {
    /// The year.
    pub year: Year,
    /// The total.
    pub score: Option<f64>,
    /// The total as a number alone; a dash where none is on record.
    pub score_text: String,
    /// `38/63`; a dash without rank.
    pub rank_text: String,
}

/// A part of the total and what it did.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRowView {
    /// The part.
    pub component: ComponentId,
    /// Depth below the total: 1 for the parts of the total, 2 for their parts.
    pub level: u8,
    /// Its name.
    pub name: String,
    /// Whether a higher score means a lower cost.
    pub is_cost: bool,
    /// Score in the earlier year.
    pub from_text: String,
    /// Score in the later year.
    pub to_text: String,
    /// Points of the total per point of the part: one number, or two where it changed.
    pub weight_text: String,
    /// Points of the total.
    pub contribution: f64,
    /// The contribution with its sign.
    pub contribution_text: String,
    /// Effect of the changed weight with its sign; empty where no weight changed.
    pub weight_effect_text: String,
    /// How far the part compares between the years.
    pub comparability: Comparability,
    /// The same in words; empty where it compares fully.
    pub comparability_text: &'static str,
}

/// What a step of the waterfall stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The contribution of a part.
    Part(ComponentId),
    /// The effect of all changed weights together.
    Weights,
    /// What the parts do not explain.
    Residual,
}

/// A step from the earlier to the later total.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// What it stands for.
    pub kind: StepKind,
    /// Its name.
    pub name: String,
    /// The total before it.
    pub before: f64,
    /// The total after it.
    pub after: f64,
    /// The difference with its sign.
    pub text: String,
    /// Which way.
    pub tone: Tone,
    /// What it says as a sentence.
    pub sentence: String,
}

/// A part of the rank change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankPartView {
    /// What moved the rank.
    pub name: &'static str,
    /// Places with their sign.
    pub places_text: String,
    /// Which way.
    pub tone: Tone,
}

/// A change between two years.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// Its hues.
    pub hues: IndexHues,
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The words around it.
    pub text: FigureText,
    /// The earlier year.
    pub from: ChangeEndView,
    /// The later year.
    pub to: ChangeEndView,
    /// Parts in the publisher's order, each followed by its own parts.
    pub rows: Vec<ChangeRowView>,
    /// Whether a weight changed.
    pub has_weight_effect: bool,
    /// What the parts do not explain, with its sign; `None` where there are no parts.
    pub residual_text: Option<String>,
    /// The change of the total with its sign.
    pub change_text: Option<String>,
    /// From the earlier total: rises, largest first, then falls, then weights and residual.
    pub steps: Vec<StepView>,
    /// What the rank change is made of; empty where it is refused.
    pub rank_parts: Vec<RankPartView>,
    /// The rank change in words.
    pub rank_text: Option<String>,
    /// The median change of the provinces present in both years, in words.
    pub national_shift: Option<String>,
}

/// Words for what the parts do not explain.
pub const fn residual_name(language: Language) -> &'static str {
    match language {
        Language::Vi => "Phần không giải thích được bởi các chỉ số thành phần (làm tròn)",
        Language::En => "Not explained by the components (rounding)",
    }
}

/// Tells the change of a province between two years.
pub fn changes_view(answer: &ChangesAnswer, index: &IndexInfo, language: Language) -> ChangesView {
    let name = language.pick(&answer.name_vi, &answer.name_en).to_owned();
    let decimals = shared_decimals(answer);
    let has_weight_effect = answer.parts.iter().any(|part| part.weight_effect != 0.0);
    let mut rows = Vec::new();
    for part in &answer.parts {
        rows.push(row(part, 1, index, has_weight_effect, decimals, language));
        rows.extend(
            part.parts
                .iter()
                .map(|below| row(below, 2, index, has_weight_effect, decimals, language)),
        );
    }
    let steps = steps(answer, index, decimals, language);
    let finding = finding(answer, &name, language);
    let rank_places = places(answer);
    ChangesView {
        language,
        index: answer.index,
        hues: index.hues.clone(),
        province: answer.province.clone(),
        text: FigureText {
            kicker: format!(
                "{} · {name} · {} → {}",
                answer.index.short_name(),
                answer.from.year,
                answer.to.year
            ),
            alt: alternative(answer, &name, &steps, &finding, language),
            finding,
            notes: notes(answer, &steps, has_weight_effect, language),
            source: source_line(
                index,
                &format!("{}, {}", answer.from.year, answer.to.year),
                Some(answer.to.method_version.as_str()),
                answer.to.rank_n,
                language,
            ),
        },
        from: end(&answer.from, answer.scale, language),
        to: end(&answer.to, answer.scale, language),
        rows,
        has_weight_effect,
        residual_text: answer
            .residual
            .map(|residual| format_difference(residual, decimals, language)),
        change_text: answer
            .score_change
            .map(|change| format_difference(change, decimals, language)),
        steps,
        rank_parts: answer
            .rank_change
            .as_ref()
            .map_or_else(Vec::new, |change| rank_parts(change, language)),
        rank_text: rank_places.map(|places| rank_change(places, language).words),
        national_shift: answer
            .rank_change
            .as_ref()
            .map(|change| national_shift(change, language)),
        name,
    }
}

/// Two decimals, or three where every contribution needs no more than three: then what is printed adds up.
fn shared_decimals(answer: &ChangesAnswer) -> u8 {
    let fits = |value: f64, scale: f64| (value * scale - (value * scale).round()).abs() < 1e-6;
    let values = || {
        answer
            .parts
            .iter()
            .flat_map(|part| [part.contribution, part.weight_effect])
            .chain(answer.residual)
    };
    if values().all(|value| fits(value, 100.0)) || !values().all(|value| fits(value, 1000.0)) {
        2
    } else {
        3
    }
}

fn end(end: &ChangeEnd, scale: Scale, language: Language) -> ChangeEndView {
    ChangeEndView {
        year: end.year,
        score: end.score,
        score_text: end
            .score
            .map_or_else(|| NO_FIGURE.to_owned(), |score| score_number(score, scale, language)),
        rank_text: end
            .rank
            .zip(end.rank_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n)),
    }
}

fn row(
    part: &ChangePart,
    level: u8,
    index: &IndexInfo,
    has_weight_effect: bool,
    decimals: u8,
    language: Language,
) -> ChangeRowView {
    let weight = |weight: f64| format_score(weight, 2, language);
    ChangeRowView {
        component: part.component.clone(),
        level,
        name: language.pick(&part.name_vi, &part.name_en).to_owned(),
        is_cost: index.is_cost(&part.component),
        from_text: format_score(part.score_from, 2, language),
        to_text: format_score(part.score_to, 2, language),
        weight_text: if part.weight_from == part.weight_to {
            weight(part.weight_to)
        } else {
            format!("{} → {}", weight(part.weight_from), weight(part.weight_to))
        },
        contribution: part.contribution,
        contribution_text: format_difference(part.contribution, decimals, language),
        weight_effect_text: if has_weight_effect && level == 1 {
            format_difference(part.weight_effect, decimals, language)
        } else {
            String::new()
        },
        comparability: part.comparability,
        comparability_text: match part.comparability {
            Comparability::Comparable => "",
            other => comparability_name(other, language),
        },
    }
}

/// The steps from one total to the other; empty where the change cannot be broken down.
fn steps(answer: &ChangesAnswer, index: &IndexInfo, decimals: u8, language: Language) -> Vec<StepView> {
    let (Some(start), Some(residual)) = (answer.from.score, answer.residual) else {
        return Vec::new();
    };
    let mut parts: Vec<&ChangePart> = answer.parts.iter().collect();
    parts.sort_by(|left, right| {
        let key = |part: &ChangePart| (part.contribution < 0.0, -part.contribution.abs());
        let ((left_falls, left_size), (right_falls, right_size)) = (key(left), key(right));
        left_falls.cmp(&right_falls).then(left_size.total_cmp(&right_size))
    });
    let mut changes: Vec<(StepKind, String, f64, String)> = parts
        .into_iter()
        .map(|part| {
            let name = language.pick(&part.name_vi, &part.name_en).to_owned();
            let hint = if index.is_cost(&part.component) {
                language.pick(" (cao là tốt)", " (higher is better)")
            } else {
                ""
            };
            let scores = format!(
                "{} → {}",
                format_score(part.score_from, 2, language),
                format_score(part.score_to, 2, language)
            );
            let contribution = format_difference(part.contribution, decimals, language);
            let sentence = match language {
                Language::Vi => format!("Điểm {name}{hint}: {scores}, góp {contribution} điểm"),
                Language::En => format!("{name} score{hint}: {scores}, contributes {contribution} points"),
            };
            (
                StepKind::Part(part.component.clone()),
                name,
                part.contribution,
                sentence,
            )
        })
        .collect();
    let weights = round_to(answer.parts.iter().map(|part| part.weight_effect).sum(), 6);
    if answer.parts.iter().any(|part| part.weight_effect != 0.0) {
        let name = language
            .pick("Ảnh hưởng của việc đổi trọng số", "Effect of the new weights")
            .to_owned();
        let sentence = format!("{name}: {}", format_difference(weights, decimals, language));
        changes.push((StepKind::Weights, name, weights, sentence));
    }
    let name = residual_name(language).to_owned();
    let sentence = format!("{name}: {}", format_difference(residual, decimals, language));
    changes.push((StepKind::Residual, name, residual, sentence));

    let mut total = start;
    changes
        .into_iter()
        .map(|(kind, name, change, sentence)| {
            let before = total;
            total = round_to(total + change, 6);
            let text = format_difference(change, decimals, language);
            StepView {
                kind,
                name,
                before,
                after: total,
                text,
                tone: Tone::of(change),
                sentence,
            }
        })
        .collect()
}

/// Places won between the two ranks shown.
fn places(answer: &ChangesAnswer) -> Option<i32> {
    answer.rank_change.as_ref().map(|change| change.total).or_else(|| {
        let (before, after) = answer.from.rank.zip(answer.to.rank)?;
        Some(i32::from(before) - i32::from(after))
    })
}

fn places_with_sign(places: f64, language: Language) -> String {
    format_difference(places, 1, language)
}

fn rank_parts(change: &RankChange, language: Language) -> Vec<RankPartView> {
    let part = |name: &'static str, places: f64| RankPartView {
        name,
        places_text: places_with_sign(places, language),
        tone: Tone::of(places),
    };
    vec![
        part(
            language.pick(
                "Điểm của tỉnh, sau khi trừ mức thay đổi chung",
                "Own score, less the national shift",
            ),
            change.own_score,
        ),
        part(
            language.pick("Điểm của các tỉnh khác", "Scores of the others"),
            change.others,
        ),
        part(
            language.pick(
                "Tỉnh vào hoặc ra khỏi bảng xếp hạng",
                "Provinces that entered or left the ranking",
            ),
            change.membership,
        ),
        part(
            language.pick(
                "Thứ tự công bố giữa các điểm in bằng nhau",
                "Published order of equal printed scores",
            ),
            f64::from(change.tie_order),
        ),
    ]
}

fn national_shift(change: &RankChange, language: Language) -> String {
    let shift = format_difference(change.national_shift, 2, language);
    match language {
        Language::Vi => format!("Mức thay đổi chung của cả nước (trung vị): {shift}\u{a0}điểm."),
        Language::En => format!("National shift (median change): {shift}\u{a0}points."),
    }
}

/// One sentence: the score, the rank, and why the rank went its way.
fn finding(answer: &ChangesAnswer, name: &str, language: Language) -> String {
    let (from, to) = (answer.from.year, answer.to.year);
    let measure = measure_phrase(answer.index, None, answer.scale, language);
    let scale = answer.scale;
    let printed = |end: &ChangeEnd| {
        let score = end.score.map(|score| score_text(score, scale, language));
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
                Some(places) => format!("{both} – {}; {missing}", rank_change(places, language).words),
                None => format!("{both} – {missing}"),
            }
        };
    };
    let score = score_change(change, scale.decimals.of(change), scale.unit, language);
    let mut sentence = match language {
        Language::Vi => format!("{name}: {measure} năm {to} {} so với {from}", score.words),
        Language::En => format!("{name}: {measure} {to} {} on {from}", score.words),
    };
    let Some(places) = places(answer) else { return sentence };
    let rank = rank_change(places, language);
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

/// What won and what took places, as clauses; parts of nothing are left out.
fn clauses(parts: &RankChange, language: Language) -> Vec<String> {
    let shift = format_difference(parts.national_shift, 2, language);
    let did = |places: f64| {
        let number = format_score(places.abs(), 1, language);
        match (places > 0.0, language) {
            (true, Language::Vi) => format!("đem lại {number} bậc"),
            (false, Language::Vi) => format!("lấy đi {number} bậc"),
            (true, Language::En) => format!("won {number} places"),
            (false, Language::En) => format!("took {number} places"),
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

fn notes(answer: &ChangesAnswer, steps: &[StepView], has_weight_effect: bool, language: Language) -> Vec<String> {
    let (from, to) = (answer.from.year, answer.to.year);
    let mut notes = Vec::new();
    let sentence = |text: &str| format!("{}.", capitalise(text.trim_end_matches('.')));
    if answer.score_change.is_some() {
        notes.extend(
            comparability_note(answer.comparability, from, answer.reason.as_ref(), language)
                .map(|note| sentence(&note)),
        );
        let printed = answer
            .from
            .score
            .zip(answer.to.score)
            .map(|(before, after)| round_to(round_to(after, 2) - round_to(before, 2), 2));
        let shown = answer.score_change.map(|change| round_to(change, 2));
        if printed.is_some() && printed != shown {
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
    let assumed: Vec<String> = [&answer.from, &answer.to]
        .into_iter()
        .filter(|end| end.weights_assumed && !steps.is_empty())
        .map(|end| end.year.to_string())
        .collect();
    if !assumed.is_empty() {
        let years = assumed.join(", ");
        notes.push(match language {
            Language::Vi => format!("Trọng số năm {years} lấy theo năm khác, giả định vẫn áp dụng."),
            Language::En => format!("The weights of {years} are those of another year, assumed to hold."),
        });
    }
    let decimals = shared_decimals(answer);
    let is_printed_whole = |value: f64| (round_to(value, decimals) - value).abs() < 1e-9;
    if !answer
        .parts
        .iter()
        .all(|part| is_printed_whole(part.contribution) && is_printed_whole(part.weight_effect))
    {
        notes.push(
            language
                .pick(
                    "Các phần đóng góp đã làm tròn khi in, cộng lại có thể lệch ở chữ số cuối.",
                    "Contributions are rounded in print and may add up to a little more or less.",
                )
                .to_owned(),
        );
    }
    if has_weight_effect {
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

fn alternative(answer: &ChangesAnswer, name: &str, steps: &[StepView], finding: &str, language: Language) -> String {
    let (from, to) = (answer.from.year, answer.to.year);
    let short = answer.index.short_name();
    if steps.is_empty() {
        return alternative_text(&[finding.to_owned()]);
    }
    let parts = || steps.iter().filter(|step| matches!(step.kind, StepKind::Part(_)));
    let largest = parts().find(|step| step.tone == Tone::Up);
    let smallest = parts().rfind(|step| step.tone == Tone::Down);
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
        told(language.pick("giảm nhiều nhất", "largest fall"), smallest),
        residual.map_or_else(String::new, |step| {
            format!(
                "{}: {}",
                language.pick("không giải thích được", "unexplained"),
                step.text
            )
        }),
    ])
}
