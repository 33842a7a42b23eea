//! What a text says, held against the figures on record.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::check_path,
    format::{format_typed, rank_words},
    text::check as text,
    view_model::wording::comparability_note,
};
use vithe_shared::{
    IndexId, Language, Problem, Year,
    api::check::{self, CheckRequest, CheckedClaim, ClaimMeasure},
    claims,
    query::QueryError,
};

use super::{
    Frame, Question, Reply,
    figure::{comparability_code, reason_of},
};
use crate::mcp::arguments::{LANGUAGE, PROVINCE};

/// The claims of a text with their verdicts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct CheckAnswer {
    /// In the order of the text.
    claims: Vec<Claim>,
    /// What looks like a figure but was not read as a claim.
    unread: Vec<Unread>,
}

/// A claim.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Claim {
    /// The words of the text.
    quote: String,
    index: &'static str,
    province: String,
    province_name: String,
    component: String,
    component_name: String,
    year: u16,
    /// The earlier year of a change.
    from_year: Option<u16>,
    /// score, rank, `score_change`, `rank_change` (positive upwards) or `regional_rank`.
    measure: &'static str,
    /// Null for a statement without a number.
    claimed: Option<f64>,
    /// The number of units that a rank is claimed to be out of.
    claimed_n: Option<u16>,
    /// agrees, `agrees_within_rounding`, differs, `only_source` or `cannot_check`.
    verdict: &'static str,
    on_record: Option<f64>,
    /// The number of units ranked, for a rank.
    n: Option<u16>,
    /// The figures of the two years of a change.
    on_record_from: Option<f64>,
    on_record_to: Option<f64>,
    /// How far the two years of a change compare.
    comparability: Option<&'static str>,
    /// Why they do not compare fully.
    reason: Option<String>,
    explanation: Option<String>,
    source_id: Option<String>,
}

/// A place that was not read.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Unread {
    quote: String,
    why: String,
}

/// Checks a text.
pub(in crate::mcp) fn check(mut question: Question<'_>) -> Result<Reply, Problem> {
    let frame = Frame::of(&question);
    let written = question.arguments.take_text("text")?;
    let province = question.arguments.take_province(frame.catalog)?;
    let year = question.arguments.take("year").map(|value| {
        let value = value.to_string();
        let year = value.trim_matches('"').parse::<Year>();
        year.map_err(|error| QueryError::malformed("year", error).into_problem(frame.language))
    });
    question.arguments.finish(&["text", PROVINCE, "year", LANGUAGE])?;
    let request = CheckRequest {
        claims: None,
        text: Some(written.clone()),
        province,
        year: year.transpose()?,
    };
    let answer = claims::check(frame.catalog, request).map_err(|fault| fault.into_problem(frame.language))?;
    let letters: Vec<char> = written.chars().collect();
    let quote = |place: Option<check::Place>| -> String {
        let place = place.map(|place| place.start as usize..place.end as usize);
        place
            .and_then(|place| letters.get(place))
            .map(String::from_iter)
            .unwrap_or_default()
    };
    let mut lines: Vec<String> = answer
        .claims
        .iter()
        .map(|claim| line(frame, claim, &quote(claim.place)))
        .collect();
    if lines.is_empty() {
        lines.push(text::NOTHING.get(frame.language).to_owned());
    }
    let sources = answer
        .claims
        .iter()
        .map(|claim| claim.source.as_ref().map(|source| source.id.as_str()));
    let sources = frame.sources(sources)?;
    let cited: Vec<(IndexId, Option<Year>)> = IndexId::ALL
        .into_iter()
        .filter_map(|index| {
            let mut years = answer
                .claims
                .iter()
                .filter(|claim| claim.index == index)
                .map(|claim| claim.year);
            let first = years.next()?;
            Some((index, years.all(|year| year == first).then_some(first)))
        })
        .collect();
    let body = CheckAnswer {
        claims: answer
            .claims
            .iter()
            .map(|claim| describe(frame, claim, quote(claim.place)))
            .collect(),
        unread: (answer.unread.iter())
            .map(|unread| Unread {
                quote: quote(Some(unread.place)),
                why: frame.pick(&unread.reason.vi, &unread.reason.en).to_owned(),
            })
            .collect(),
    };
    frame.reply(body, lines, &cited, sources, &check_path(frame.language))
}

fn describe(frame: Frame<'_>, claim: &CheckedClaim, quote: String) -> Claim {
    Claim {
        quote,
        index: claim.index.as_str(),
        province: claim.province.to_string(),
        province_name: frame.pick(&claim.province_vi, &claim.province_en).to_owned(),
        component: claim.component.to_string(),
        component_name: frame.pick(&claim.component_vi, &claim.component_en).to_owned(),
        year: claim.year.0,
        from_year: claim.from_year.map(|year| year.0),
        measure: claim.measure.as_str(),
        claimed: claim.value,
        claimed_n: claim.n,
        verdict: claim.verdict.as_str(),
        on_record: claim.on_record,
        n: claim.on_record_n,
        on_record_from: claim.on_record_from,
        on_record_to: claim.on_record_to,
        comparability: claim.comparability.map(comparability_code),
        reason: reason_of(claim.comparability_reason.as_ref(), frame.language),
        explanation: reason_of(claim.explanation.as_ref(), frame.language),
        source_id: claim.source.as_ref().map(|source| source.id.clone()),
    }
}

/// A claim in a line: the words, what is on record, the verdict and why.
fn line(frame: Frame<'_>, claim: &CheckedClaim, quote: &str) -> String {
    let language = frame.language;
    let index = claim.index.short_name();
    let name = frame.pick(&claim.province_vi, &claim.province_en);
    let measure = text::measure_noun(claim.measure).get(language);
    let verdict = text::verdict(claim.verdict).get(language);
    let mut facts = vec![verdict.to_owned()];
    facts.extend(claim.on_record.map(|value| {
        let label = language.pick("số trong kho", "on record");
        format!("{label} {}", value_words(claim, value, language))
    }));
    if let (Some(comparability), Some(from)) = (claim.comparability, claim.from_year) {
        let reason = claim.comparability_reason.as_ref();
        facts.extend(comparability_note(comparability, from, reason, language));
    }
    facts.extend(reason_of(claim.explanation.as_ref(), language));
    format!(
        "“{quote}” ({name}, {index} {}, {measure}): {}",
        claim.year,
        facts.join("; ")
    )
}

fn value_words(claim: &CheckedClaim, value: f64, language: Language) -> String {
    let is_rank = matches!(claim.measure, ClaimMeasure::Rank | ClaimMeasure::RegionalRank);
    match claim.on_record_n.filter(|_| is_rank) {
        // Ranks are whole and below a hundred.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a rank is a small whole number"
        )]
        Some(n) => rank_words(value as u16, n, language),
        None => format_typed(value, language),
    }
}
