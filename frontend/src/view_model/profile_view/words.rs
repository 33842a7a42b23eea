//! The sentences, in both languages side by side.

use vithe_shared::{
    Language,
    api::{ComponentProfile, IndexProfile, Profile},
};

use super::{
    IndexCardView, MovedComponent,
    components::ComponentRowView,
    facts::{AgainstMedian, against_median, farthest_component, is_limited_beyond_total},
};
use crate::{
    format::{format_count, join_names},
    view_model::wording::{ChangeView, comparability_name},
};

/// One sentence per index, the worst news first, then what moved within those whose components are on record. Each index is
/// told of the year of its figures.
pub(super) fn narrative(profile: &Profile, name: &str, cards: &[&IndexCardView], language: Language) -> String {
    let year = profile.year;
    let Some(first) = cards.first().filter(|_| cards.iter().any(|card| card.year == year)) else {
        return match language {
            Language::Vi => format!("Năm {year} chưa có số liệu của {name} trong bốn chỉ số."),
            Language::En => format!("No figures of {name} for {year} are on record in any of the four indices."),
        };
    };
    let told: Vec<String> = cards
        .iter()
        .enumerate()
        .map(|(position, card)| {
            let opening = if position == 0 {
                Opening::Province(name)
            } else if card.year == first.year {
                Opening::SameYear
            } else {
                Opening::OtherYear
            };
            let total = card_sentence(card, opening, language);
            match profile
                .index(card.index)
                .and_then(|index| components_sentence(index, language))
            {
                Some(components) => format!("{total} {components}"),
                None => total,
            }
        })
        .collect();
    told.join("\n")
}

/// How the sentence about an index opens.
#[derive(Clone, Copy)]
enum Opening<'a> {
    /// The first one names the province and the year.
    Province(&'a str),
    /// One of the year that the first one names.
    SameYear,
    /// One of another year.
    OtherYear,
}

/// `PAPI: 42,16 điểm, hạng 33/60, giảm 6 bậc so với 2020; điểm không so sánh được với 2020: ….`; the first sentence of the
/// paragraph opens with year and province.
fn card_sentence(card: &IndexCardView, opening: Opening<'_>, language: Language) -> String {
    let (short, year) = (card.short_name, card.year);
    let start = match (opening, card.score.is_some(), language) {
        (Opening::Province(name), true, Language::Vi) => {
            format!("Năm {year}, {name} đạt {} {short}", card.score_text)
        }
        (Opening::Province(name), true, Language::En) => {
            format!("In {year}, {name} scored {} in {short}", card.score_text)
        }
        (Opening::Province(name), false, Language::Vi) => {
            format!("Năm {year}, điểm {short} của {name}: {}", card.score_text)
        }
        (Opening::Province(name), false, Language::En) => {
            format!("In {year}, the {short} score of {name}: {}", card.score_text)
        }
        (Opening::SameYear, _, _) => format!("{short}: {}", card.score_text),
        (Opening::OtherYear, _, _) => format!("{short} {year}: {}", card.score_text),
    };
    let mut facts = vec![start];
    facts.extend(card.rank_words.as_ref().map(|rank| match card.extreme {
        Some(extreme) => format!("{rank} ({extreme})"),
        None => rank.clone(),
    }));
    facts.extend(
        card.change
            .as_ref()
            .and_then(|change| Some(since(&change.rank.as_ref()?.words, change, language))),
    );
    facts.extend(card.region_rank_words.clone());
    let facts = facts.join(", ");
    let score = card
        .change
        .as_ref()
        .and_then(|change| match (&change.score, &change.note, language) {
            (Some(score), None, _) => Some(since(&score.words, change, language)),
            // The paragraph names how far the years compare; why is on the card below it.
            (Some(score), Some(_), _) => Some(format!(
                "{} ({})",
                since(&score.words, change, language),
                comparability_name(change.comparability, language)
            )),
            (None, Some(_), Language::Vi) if change.printed_values.is_some() => Some(format!(
                "điểm không so sánh được với {} vì cách tính thay đổi",
                change.from_year
            )),
            (None, Some(_), Language::En) if change.printed_values.is_some() => Some(format!(
                "the score cannot be compared with {} because the method changed",
                change.from_year
            )),
            _ => None,
        });
    match score {
        Some(score) => format!("{facts}; {score}."),
        None => format!("{facts}."),
    }
}

/// `tăng 1 bậc so với 2020`.
pub(super) fn since(words: &str, change: &ChangeView, language: Language) -> String {
    match language {
        Language::Vi => format!("{words} so với {}", change.from_year),
        Language::En => format!("{words} on {}", change.from_year),
    }
}

/// How many components fell, and which fell most.
fn components_sentence(index: &IndexProfile, language: Language) -> Option<String> {
    let (fallen, risen) = (index.fallen.len(), index.risen.len());
    if fallen + risen == 0 {
        return None;
    }
    let (worst, change, difference) = farthest_component(index)?;
    let moved = crate::format::score_change(
        difference,
        worst.scale.decimals.of(difference),
        worst.scale.unit,
        language,
    );
    let name = component_words(worst, language);
    let limited = if is_limited_beyond_total(index, change) {
        format!(" ({})", comparability_name(change.comparability, language))
    } else {
        String::new()
    };
    Some(match (fallen, language) {
        (0, Language::Vi) => format!(
            "{risen} thành phần tăng, không thành phần nào giảm; tăng nhiều nhất là {name}, {}{limited}.",
            moved.words
        ),
        (0, Language::En) => format!(
            "Of the components, {risen} rose and none fell; the largest rise was in {name}, {}{limited}.",
            moved.words
        ),
        (_, Language::Vi) => {
            format!(
                "{risen} thành phần tăng, {fallen} giảm; giảm nhiều nhất là {name}, {}{limited}.",
                moved.words
            )
        }
        (_, Language::En) => {
            format!(
                "Of the components, {risen} rose and {fallen} fell; the largest fall was in {name}, {}{limited}.",
                moved.words
            )
        }
    })
}

/// `điểm Chi phí không chính thức (cao là tốt)` for a cost, the plain name otherwise.
pub(super) fn component_words(component: &ComponentProfile, language: Language) -> String {
    let name = language.pick(&component.name_vi, &component.name_en);
    match (component.scale.cost, language) {
        (true, Language::Vi) => format!("điểm {name} (cao là tốt)"),
        (true, Language::En) => format!("the {name} score (higher is better)"),
        (false, _) => name.to_owned(),
    }
}

pub(super) fn components_finding(
    province: &str,
    own: &IndexProfile,
    rows: &[&ComponentRowView],
    risen: &[MovedComponent],
    fallen: &[MovedComponent],
    language: Language,
) -> String {
    let short = own.index.short_name();
    let year = own.year;
    let AgainstMedian {
        on_record,
        comparable,
        above,
    } = against_median(rows);
    if comparable == 0 {
        return match (on_record, language) {
            (0, Language::Vi) => format!("Chưa có điểm thành phần {short} năm {year} của {province}"),
            (0, Language::En) => format!("No component scores of {province} in {short} {year} are on record"),
            (_, Language::Vi) => format!("{province}: điểm {on_record} thành phần {short} năm {year}"),
            (_, Language::En) => format!("{province}: {on_record} component scores of {short} {year}"),
        };
    }
    let total = format_count(comparable, language);
    let names: Vec<&str> = fallen.iter().take(2).map(|moved| moved.name.as_str()).collect();
    let movement = match (risen.len() + fallen.len(), names.is_empty(), language) {
        (0, _, _) => String::new(),
        (_, true, Language::Vi) => format!("; {} thành phần tăng", risen.len()),
        (_, true, Language::En) => format!("; {} rose", risen.len()),
        (_, false, Language::Vi) => format!(
            "; {} thành phần giảm, nhiều nhất là {}",
            fallen.len(),
            join_names(&names, language)
        ),
        (_, false, Language::En) => format!("; {} fell, most of all {}", fallen.len(), join_names(&names, language)),
    };
    match language {
        Language::Vi => {
            format!("{province} trên trung vị cả nước ở {above}/{total} thành phần {short} năm {year}{movement}")
        }
        Language::En => {
            format!(
                "{province} is above the national median in {above} of {total} components of {short} {year}{movement}"
            )
        }
    }
}
