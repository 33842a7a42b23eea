//! What a change of score and rank is made of.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::{Aspect, province_address},
    format::{format_difference, rank_change, rank_words, score_change},
    view_model::wording::{basis_text, comparability_note, component_in_sentence, marked, measure_phrase, score_text},
};
use vithe_shared::{
    ComponentId, Language, Problem,
    api::changes::{self, ChangeEnd, ChangePart, RankChange},
    domain::{Comparability, ObservationStatus},
    engine::answers::find_changes,
    query::ChangesQuery,
};

use super::{
    Frame, Question, Reply,
    figure::{basis_code, comparability_code, reason_of},
};

/// Contributions are told to this many decimals in a text.
const DECIMALS: u8 = 2;

/// The change of a total between two years.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct ChangesAnswer {
    index: &'static str,
    province: String,
    province_name: String,
    from: End,
    to: End,
    /// Later minus earlier total; null where the comparison is refused or a total is missing: do not compute it.
    score_change: Option<f64>,
    /// comparable, limited, reweighted or `not_comparable`.
    comparability: &'static str,
    /// Why the years do not compare fully.
    reason: Option<String>,
    /// In points of the total; empty where they are not on record or the years do not compare.
    parts: Vec<Part>,
    /// `score_change` minus all contributions and weight effects.
    residual: Option<f64>,
    /// Why there are no parts although there is a change.
    parts_missing: Option<String>,
    /// Null where it is refused.
    rank_change: Option<RankParts>,
    /// Why the rank change is not split.
    rank_change_refused: Option<String>,
    /// The years with a total: what `from` and `to` can be.
    years: Vec<u16>,
}

/// One of the two years.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct End {
    year: u16,
    score: Option<f64>,
    /// Whether the total is an estimate, which is never ranked.
    estimated: bool,
    /// 1 is best.
    rank: Option<u16>,
    /// How many units are ranked.
    n: Option<u16>,
    /// published or derived.
    rank_basis: Option<&'static str>,
    method_version: String,
    /// Null where the total is computed.
    source_id: Option<String>,
}

/// What a component did to the total.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Part {
    component: String,
    component_name: String,
    score_from: f64,
    score_to: f64,
    /// Mean weight times change of the component.
    contribution: f64,
    /// Effect of the changed weight.
    weight_effect: f64,
    /// How far the component itself compares.
    comparability: &'static str,
}

/// A rank change in places won (positive) or lost; the first four add up to the total.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct RankParts {
    own_score: f64,
    others: f64,
    membership: f64,
    tie_order: i32,
    total: i32,
    /// Median change of all provinces, in points: information, not a part.
    national_shift: f64,
}

/// Answers a change.
pub(in crate::mcp) fn changes(question: Question<'_>) -> Result<Reply, Problem> {
    let frame = Frame::of(&question);
    let query: ChangesQuery = question.arguments.query(frame.catalog, &[], &[])?;
    let answer = frame.ask(find_changes(frame.catalog, &query))?;
    let sources = frame.sources([answer.from.source_id.as_deref(), answer.to.source_id.as_deref()])?;
    let aspect = Aspect::of(answer.index, &ComponentId::overall(), answer.to.year).within(answer.borders);
    let page = format!(
        "{}#changes",
        province_address(frame.language, &answer.province, &aspect)
    );
    let lines = lines(frame, &answer);
    let parts = answer.parts.iter().map(|part| part_of(frame, part)).collect();
    let cited = [(answer.index, Some(answer.to.year))];
    let body = ChangesAnswer {
        index: answer.index.as_str(),
        province: answer.province.to_string(),
        province_name: frame.pick(&answer.name_vi, &answer.name_en).to_owned(),
        score_change: answer.score_change,
        comparability: comparability_code(answer.comparability),
        reason: reason_of(answer.reason.as_ref(), frame.language),
        parts,
        residual: answer.residual,
        parts_missing: reason_of(answer.parts_missing.as_ref(), frame.language),
        rank_change: answer.rank_change.map(rank_parts),
        rank_change_refused: reason_of(answer.rank_change_refused.as_ref(), frame.language),
        years: answer.years.iter().map(|year| year.0).collect(),
        from: end(answer.from),
        to: end(answer.to),
    };
    frame.reply(body, lines, &cited, sources, &page)
}

fn is_estimated(end: &ChangeEnd) -> bool {
    end.status == Some(ObservationStatus::Estimated)
}

fn end(end: ChangeEnd) -> End {
    let estimated = is_estimated(&end);
    let rank = end.rank.filter(|_| !estimated);
    End {
        estimated,
        year: end.year.0,
        score: end.score,
        rank,
        n: end.rank_n,
        rank_basis: rank.and(end.rank_basis).map(basis_code),
        method_version: end.method_version,
        source_id: end.source_id,
    }
}

fn part_of(frame: Frame<'_>, part: &ChangePart) -> Part {
    Part {
        component: part.component.to_string(),
        component_name: frame.pick(&part.name_vi, &part.name_en).to_owned(),
        score_from: part.score_from,
        score_to: part.score_to,
        contribution: part.contribution,
        weight_effect: part.weight_effect,
        comparability: comparability_code(part.comparability),
    }
}

const fn rank_parts(change: RankChange) -> RankParts {
    RankParts {
        own_score: change.own_score,
        others: change.others,
        membership: change.membership,
        tie_order: change.tie_order,
        total: change.total,
        national_shift: change.national_shift,
    }
}

fn lines(frame: Frame<'_>, answer: &changes::ChangesAnswer) -> Vec<String> {
    let language = frame.language;
    let name = frame.pick(&answer.name_vi, &answer.name_en);
    let measure = measure_phrase(answer.index, None, answer.scale, language);
    let ends: Vec<String> = [&answer.from, &answer.to]
        .into_iter()
        .map(|end| end_words(frame, answer, end))
        .collect();
    let mut facts = Vec::new();
    let of_estimates = [&answer.from, &answer.to].into_iter().any(is_estimated);
    facts.extend(answer.score_change.map(|change| {
        let told = score_change(change, answer.scale.decimals.of(change), answer.scale.unit, language);
        if of_estimates {
            told.of_estimates().words
        } else {
            told.words
        }
    }));
    let places_won = places_won(answer).filter(|_| !of_estimates);
    facts.extend(places_won.map(|places| rank_change(places, language).words));
    if answer.comparability == Comparability::NotComparable {
        facts.push(
            frame
                .pick("không tính mức thay đổi điểm", "the change of score is refused")
                .to_owned(),
        );
    }
    let reason = answer.reason.as_ref();
    facts.extend(comparability_note(
        answer.comparability,
        answer.from.year,
        reason,
        language,
    ));
    let mut lines = vec![format!("{name}, {measure}: {}.", ends.join("; "))];
    if !facts.is_empty() {
        lines.push(format!(
            "{}–{}: {}.",
            answer.from.year,
            answer.to.year,
            facts.join("; ")
        ));
    }
    lines.extend(parts_line(frame, answer));
    lines.extend(answer.rank_change.map(|change| rank_line(change, language)));
    lines.extend(reason_of(answer.parts_missing.as_ref(), language));
    // What is refused for the reason of the change is not said twice.
    let refused = answer
        .rank_change_refused
        .as_ref()
        .filter(|refused| answer.reason.as_ref() != Some(*refused));
    lines.extend(reason_of(refused, language));
    lines
}

fn end_words(frame: Frame<'_>, answer: &changes::ChangesAnswer, end: &ChangeEnd) -> String {
    let language = frame.language;
    let estimated = is_estimated(end);
    let mut words = end.score.map_or_else(
        || language.pick("chưa có điểm", "no score on record").to_owned(),
        |score| marked(score_text(score, answer.scale, language), estimated),
    );
    if estimated {
        words.push_str(language.pick(", ước tính, không xếp hạng", ", an estimate, not ranked"));
    } else if let Some(((rank, n), basis)) = end.rank.zip(end.rank_n).zip(end.rank_basis) {
        words = format!(
            "{words}, {} ({})",
            rank_words(rank, n, language),
            basis_text(basis, language)
        );
    }
    format!("{}: {words}", end.year)
}

/// The change of the ranks shown; positive when places were won.
fn places_won(answer: &changes::ChangesAnswer) -> Option<i32> {
    let (from, to) = answer.from.rank.zip(answer.to.rank)?;
    Some(i32::from(from) - i32::from(to))
}

/// The components, the largest gain first, with what remains.
fn parts_line(frame: Frame<'_>, answer: &changes::ChangesAnswer) -> Option<String> {
    if answer.parts.is_empty() {
        return None;
    }
    let language = frame.language;
    let mut parts: Vec<&ChangePart> = answer.parts.iter().collect();
    parts.sort_by(|one, other| other.contribution.total_cmp(&one.contribution));
    let index = frame.catalog.index(answer.index).ok();
    let mut told: Vec<String> = parts
        .into_iter()
        .map(|part| {
            let is_cost = index.is_some_and(|index| index.info().is_cost(&part.component));
            let name = component_in_sentence(frame.pick(&part.short_vi, &part.short_en), is_cost, language);
            format!("{name} {}", format_difference(part.contribution, DECIMALS, language))
        })
        .collect();
    let weights: f64 = answer.parts.iter().map(|part| part.weight_effect).sum();
    if weights.abs() > 0.0 {
        let label = frame.pick("đổi trọng số", "changed weights");
        told.push(format!("{label} {}", format_difference(weights, DECIMALS, language)));
    }
    if let Some(residual) = answer.residual {
        let label = frame.pick("phần dư (làm tròn)", "residual (rounding)");
        told.push(format!("{label} {}", format_difference(residual, DECIMALS, language)));
    }
    Some(match language {
        Language::Vi => format!("Đóng góp vào điểm tổng hợp (điểm): {}.", told.join("; ")),
        Language::En => format!("Contributions to the total (points): {}.", told.join("; ")),
    })
}

fn rank_line(change: RankChange, language: Language) -> String {
    let places = |value: f64| format_difference(value, 1, language);
    let (own, others, members) = (
        places(change.own_score),
        places(change.others),
        places(change.membership),
    );
    let ties = format_difference(f64::from(change.tie_order), 0, language);
    match language {
        Language::Vi => format!(
            "Số bậc thay đổi gồm: điểm của tỉnh {own}; điểm các tỉnh khác {others}; danh sách xếp hạng {members}; thứ tự khi \
             bằng điểm {ties}."
        ),
        Language::En => format!(
            "The places are made of: own score {own}; scores of the others {others}; who is ranked {members}; order of equal \
             scores {ties}."
        ),
    }
}
