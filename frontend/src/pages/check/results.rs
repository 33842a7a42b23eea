//! What came out: the text marked, each claim with the figure on record, what was not read.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    api::check::{CheckAnswer, CheckedClaim, ClaimMeasure, ClaimUnit, Direction, Unread, Verdict},
    domain::Comparability,
};

use super::marked::marked;
use crate::{
    address::{Aspect, province_address},
    check::{Asked, Checker, Outcome},
    format::{format_count, format_difference, format_rank, format_score},
    text::check as text,
};

/// The result.
pub(super) fn results(asked: &Asked, outcome: &Outcome, checker: Checker, language: Language) -> AnyView {
    let body = match outcome {
        Ok(answer) => answered(asked, answer, language),
        Err(problem) => view! { <p id="check-problem" role="status">{problem.detail.clone()}</p> }.into_any(),
    };
    let place = match checker {
        #[cfg(not(feature = "csr"))]
        Checker::Server => text::ON_SERVER,
        #[cfg(feature = "csr")]
        Checker::Browser(_) => text::IN_BROWSER,
    };
    view! {
        <h2>{text::RESULTS.get(language)}</h2>
        {body}
        <p class="muted small" id="check-place">{place.get(language)}</p>
    }
    .into_any()
}

fn answered(asked: &Asked, answer: &CheckAnswer, language: Language) -> AnyView {
    if answer.claims.is_empty() && answer.unread.is_empty() {
        return view! { <p id="check-nothing" role="status">{text::NOTHING.get(language)}</p> }.into_any();
    }
    let is_text = asked.measure.is_none();
    let text_part = is_text.then(|| {
        view! {
            <h3>{text::MARKED.get(language)}</h3>
            {marked(&asked.text, answer, language)}
        }
    });
    let claims: Vec<AnyView> = answer
        .claims
        .iter()
        .enumerate()
        .map(|(place, claim)| claim_item(place, claim, language))
        .collect();
    let scalars: Vec<char> = asked.text.chars().collect();
    let unread: Vec<AnyView> = answer
        .unread
        .iter()
        .enumerate()
        .map(|(place, unread)| unread_item(place, unread, &scalars, language))
        .collect();
    let unread = (!unread.is_empty()).then(|| {
        view! {
            <h3>{text::UNREAD.get(language)}</h3>
            <p class="muted small">{text::UNREAD_LEAD.get(language)}</p>
            <ul class="unread-list">{unread}</ul>
        }
    });
    view! {
        <p id="check-summary" role="status">{summary(answer, language)}</p>
        {text_part}
        <h3>{text::CLAIMS.get(language)}</h3>
        <ol class="claim-list">{claims}</ol>
        {unread}
    }
    .into_any()
}

/// `Đọc được 24 con số: 9 khớp, 1 không khớp …`
fn summary(answer: &CheckAnswer, language: Language) -> String {
    let parts: Vec<String> = Verdict::ALL
        .into_iter()
        .filter_map(|verdict| {
            let count = answer.claims.iter().filter(|claim| claim.verdict == verdict).count();
            let words = text::verdict(verdict).get(language);
            (count > 0).then(|| format!("{} {words}", format_count(count, language)))
        })
        .collect();
    let found = text::found(answer.claims.len(), language);
    if parts.is_empty() {
        format!("{found}.")
    } else {
        format!("{found}: {}.", parts.join(", "))
    }
}

fn claim_item(place: usize, claim: &CheckedClaim, language: Language) -> AnyView {
    let verdict = claim.verdict;
    let tag = format!("{} {}", text::sign(verdict), text::verdict(verdict).get(language));
    let explanation = claim.explanation.as_ref();
    let explanation = explanation.map(|reason| view! { <p>{language.pick(&reason.vi, &reason.en).to_owned()}</p> });
    let comparability = claim
        .comparability_reason
        .as_ref()
        .filter(|_| claim.comparability != Some(Comparability::Comparable))
        .map(|reason| view! { <p class="muted">{language.pick(&reason.vi, &reason.en).to_owned()}</p> });
    let on_record = on_record(claim, language)
        .map(|figure| view! { <p>{text::ON_RECORD.get(language)}": "<strong>{figure}</strong></p> });
    let source = claim.source.as_ref().map(|source| {
        let title = format!("{} ({})", source.document, source.publisher);
        let title = if source.address.is_empty() {
            title.into_any()
        } else {
            view! { <a href=source.address.clone() rel="external noopener">{title}</a> }.into_any()
        };
        view! { <p class="small">{text::SOURCE.get(language)}": "{title}</p> }
    });
    let link = has_page(claim).then(|| {
        let aspect = Aspect::of(claim.index, &claim.component, claim.year).within(claim.borders);
        let href = province_address(language, &claim.province, &aspect);
        view! { <p class="small"><a href=href>{text::OPEN.get(language)}</a></p> }
    });
    let back = claim.place.map(|_| {
        let href = format!("#mark-{place}");
        view! { <a class="claim-back" href=href rel="external" aria-label=text::MARKED.get(language)>"↑"</a> }
    });
    view! {
        <li id=format!("claim-{place}") class=format!("claim verdict-{}", verdict.as_str()) tabindex="-1">
            <p class="claim-head"><span class="claim-tag">{tag}</span>" "<strong>{statement(claim, language)}</strong>" "{back}</p>
            {on_record}
            {explanation}
            {comparability}
            {source}
            {link}
        </li>
    }
    .into_any()
}

/// Whether the province is one of the list of that year.
fn has_page(claim: &CheckedClaim) -> bool {
    claim.province_vi != claim.province.as_str()
}

/// `Hậu Giang, PCI 2021, hạng: 38/63`
fn statement(claim: &CheckedClaim, language: Language) -> String {
    let province = language.pick(&claim.province_vi, &claim.province_en);
    let component = if claim.component.is_overall() {
        String::new()
    } else {
        format!(", {}", language.pick(&claim.component_vi, &claim.component_en))
    };
    let years = match claim.from_year {
        Some(from) => format!("{from}–{}", claim.year),
        None => claim.year.to_string(),
    };
    let short = claim.index.short_name();
    let noun = text::measure_noun(claim.measure).get(language);
    let value = match (claim.value, claim.direction) {
        (Some(value), _) => figure(claim, value, claim.n, true, language),
        (None, Some(Direction::Up)) => text::UP.get(language).to_owned(),
        (None, Some(Direction::Down)) => text::DOWN.get(language).to_owned(),
        (None, None) => text::STATEMENT.get(language).to_owned(),
    };
    format!("{province}, {short} {years}{component}, {noun}: {value}")
}

/// The figure on record, with those it is the difference of.
fn on_record(claim: &CheckedClaim, language: Language) -> Option<String> {
    let value = figure(claim, claim.on_record?, claim.on_record_n, false, language);
    let is_places = claim.measure == ClaimMeasure::RankChange;
    let end = |value: f64| {
        let decimals = if is_places { 0 } else { 2 };
        format_score(value, decimals, language)
    };
    Some(match (claim.on_record_from, claim.on_record_to) {
        (Some(from), Some(to)) => format!("{value} ({} → {})", end(from), end(to)),
        _ => value,
    })
}

/// A number of a claim: with its unit as it is claimed, or as it is on record.
fn figure(claim: &CheckedClaim, value: f64, n: Option<u16>, is_claimed: bool, language: Language) -> String {
    let unit = match claim.unit {
        ClaimUnit::Percent | ClaimUnit::PercentagePoints if is_claimed => "\u{a0}%",
        _ => "",
    };
    let decimals = if is_claimed { written_decimals(value) } else { 2 };
    match claim.measure {
        ClaimMeasure::Score => format!("{}{unit}", format_score(value, decimals, language)),
        ClaimMeasure::ScoreChange => format!("{}{unit}", format_difference(value, decimals, language)),
        ClaimMeasure::RankChange => format_difference(value, 0, language),
        ClaimMeasure::Rank | ClaimMeasure::RegionalRank => {
            let rank = format_score(value, 0, language);
            match (n, rank.parse()) {
                (Some(n), Ok(rank)) => format_rank(rank, n),
                _ => rank,
            }
        }
    }
}

fn written_decimals(value: f64) -> u8 {
    let text = value.to_string();
    let fraction = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    u8::try_from(fraction).unwrap_or_default().min(4)
}

fn unread_item(place: usize, unread: &Unread, scalars: &[char], language: Language) -> AnyView {
    let range = unread.place.start as usize..unread.place.end as usize;
    let quote: String = scalars.get(range).unwrap_or_default().iter().collect();
    let reason = language.pick(&unread.reason.vi, &unread.reason.en).to_owned();
    view! {
        <li id=format!("unread-{place}") tabindex="-1">
            <a href=format!("#gap-{place}") rel="external">{format!("“{quote}”")}</a>": "{reason}
        </li>
    }
    .into_any()
}
