//! What a change of score and of rank is made of: the contributions of the parts, the effect of changed weights, what the
//! parts do not explain, and why the rank went its own way.

mod facts;
#[cfg(test)]
mod tests;
mod words;

pub use self::words::residual_name;

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Year,
    api::changes::{ChangeEnd, ChangePart, ChangesAnswer, RankChange},
    domain::{Comparability, IndexInfo, Scale},
    presentation::IndexHues,
};

use self::{
    facts::{Cause, has_estimate, has_weight_effect, is_estimate, places, shared_decimals, steps},
    words::{alternative, finding, national_shift, notes, of_rank, places_with_sign, step_words},
};
use super::{
    FigureText,
    wording::{comparability_name, marked, score_number, source_line},
};
use crate::format::{NO_FIGURE, Tone, as_shown, format_difference, format_rank, format_score};

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
    /// Which way it goes, as it is shown.
    pub contribution_tone: Tone,
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

/// Tells the change of a province between two years.
pub fn changes_view(answer: &ChangesAnswer, index: &IndexInfo, language: Language) -> ChangesView {
    let name = language.pick(&answer.name_vi, &answer.name_en).to_owned();
    let decimals = shared_decimals(answer);
    let has_weight_effect = has_weight_effect(answer);
    let mut rows = Vec::new();
    for part in &answer.parts {
        rows.push(row(part, 1, index, has_weight_effect, decimals, language));
        rows.extend(
            part.parts
                .iter()
                .map(|below| row(below, 2, index, has_weight_effect, decimals, language)),
        );
    }
    let steps = step_views(answer, index, decimals, language);
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
            notes: notes(answer, &steps, language),
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
            .map(|change| marked(format_difference(change, decimals, language), has_estimate(answer))),
        steps,
        rank_parts: answer
            .rank_change
            .as_ref()
            .map_or_else(Vec::new, |change| rank_parts(change, language)),
        rank_text: rank_places.map(|places| of_rank(answer, places, language).words),
        national_shift: answer
            .rank_change
            .as_ref()
            .map(|change| national_shift(change, language)),
        name,
    }
}

fn end(end: &ChangeEnd, scale: Scale, language: Language) -> ChangeEndView {
    ChangeEndView {
        year: end.year,
        score: end.score,
        score_text: end.score.map_or_else(
            || NO_FIGURE.to_owned(),
            |score| marked(score_number(score, scale, language), is_estimate(end)),
        ),
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
        contribution_tone: Tone::of(as_shown(part.contribution, decimals)),
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

/// The steps from one total to the other in words.
fn step_views(answer: &ChangesAnswer, index: &IndexInfo, decimals: u8, language: Language) -> Vec<StepView> {
    steps(answer)
        .into_iter()
        .map(|step| {
            let text = format_difference(step.change, decimals, language);
            let is_cost = matches!(step.cause, Cause::Part(part) if index.is_cost(&part.component));
            let (name, sentence) = step_words(&step.cause, is_cost, &text, language);
            StepView {
                kind: match step.cause {
                    Cause::Part(part) => StepKind::Part(part.component.clone()),
                    Cause::Weights => StepKind::Weights,
                    Cause::Residual => StepKind::Residual,
                },
                name,
                before: step.before,
                after: step.after,
                text,
                tone: Tone::of(as_shown(step.change, decimals)),
                sentence,
            }
        })
        .collect()
}

fn rank_parts(change: &RankChange, language: Language) -> Vec<RankPartView> {
    let part = |name: &'static str, places: f64| RankPartView {
        name,
        places_text: places_with_sign(places, language),
        tone: Tone::of(as_shown(places, 1)),
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
