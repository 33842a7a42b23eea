//! Level, rank and change of an index, where its components stand, and what is not on record.

use vithe_shared::{Language, Year, api::IndexProfile, domain::RankBasis};

use super::{Figure, Paragraph, Story, facts::ends, way};
use crate::{
    format::rank_words,
    view_model::{
        profile_view::IndexCardView,
        wording::{ChangeView, comparability_name, component_in_sentence},
    },
};

/// How the sentence about an index opens.
#[derive(Clone, Copy)]
pub(super) enum Opening<'a> {
    /// The first one names the province and the year.
    Province(&'a str),
    /// The others name index, year and, in turns, the province, so that each can be quoted alone.
    Index(&'a str),
}

/// That no index has a figure of the year.
pub(super) fn nothing(name: &str, year: Year, language: Language) -> String {
    match language {
        Language::Vi => format!("Năm {year} chưa có số liệu của {name} trong bốn chỉ số."),
        Language::En => format!("No figures of {name} for {year} are on record in any of the four indices."),
    }
}

/// `PAPI: 42,16 điểm, hạng 33/60, giảm 6 bậc so với 2020; điểm không so sánh được với 2020: ….`; the first sentence of the
/// page opens with year and province.
pub(super) fn tell(
    paragraph: &mut Paragraph,
    card: &IndexCardView,
    way: usize,
    opening: Opening<'_>,
    language: Language,
) {
    paragraph.show(Figure::Table, opening_words(card, opening, way, language));
    if let Some(rank) = &card.rank_words {
        let rank = match card.extreme {
            Some(extreme) => format!("{rank} ({extreme})"),
            None => rank.clone(),
        };
        paragraph.say(", ");
        paragraph.show(Figure::Table, rank);
    }
    if let Some((change, rank)) = card
        .change
        .as_ref()
        .and_then(|change| Some((change, change.rank.as_ref()?)))
    {
        paragraph.say(", ");
        paragraph.show(Figure::Changes, since(&rank.words, change, language));
    }
    if let Some(rank) = &card.region_rank_words {
        paragraph.say(", ");
        paragraph.show(Figure::Table, rank.clone());
    }
    if let Some(change) = card.change.as_ref().and_then(|change| score_words(change, language)) {
        paragraph.say("; ");
        paragraph.show(Figure::Changes, change);
    }
    paragraph.say(".");
}

/// The subject and its level: the first sentence of a page names province and year, the others index and year, in turns.
pub(super) fn opening_words(card: &IndexCardView, opening: Opening<'_>, way: usize, language: Language) -> String {
    let (short, year, score) = (card.short_name, card.year, &card.score_text);
    match (opening, card.score.is_some(), way, language) {
        (Opening::Province(name), true, _, Language::Vi) => format!("Năm {year}, {name} đạt {score} {short}"),
        (Opening::Province(name), true, _, Language::En) => format!("In {year}, {name} scored {score} in {short}"),
        (Opening::Province(name), false, _, Language::Vi) => format!("Năm {year}, điểm {short} của {name}: {score}"),
        (Opening::Province(name), false, _, Language::En) => format!("In {year}, the {short} score of {name}: {score}"),
        (Opening::Index(_), false, _, _) | (Opening::Index(_), true, 0, _) => format!("{short} {year}: {score}"),
        (Opening::Index(name), true, 1, Language::Vi) => format!("Về {short}, năm {year} {name} đạt {score}"),
        (Opening::Index(name), true, 1, Language::En) => format!("In {short}, {name} scored {score} in {year}"),
        (Opening::Index(name), true, _, Language::Vi) => format!("Điểm {short} năm {year} của {name} là {score}"),
        (Opening::Index(name), true, _, Language::En) => format!("The {short} score of {name} in {year} is {score}"),
    }
}

/// The change of the score; why it is refused where the two years are on record and do not compare.
pub(super) fn score_words(change: &ChangeView, language: Language) -> Option<String> {
    match (&change.score, &change.note, language) {
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
    }
}

/// `tăng 1 bậc so với 2020`.
fn since(words: &str, change: &ChangeView, language: Language) -> String {
    match language {
        Language::Vi => format!("{words} so với {}", change.from_year),
        Language::En => format!("{words} on {}", change.from_year),
    }
}

/// The components with the best and the worst place.
pub(super) fn tell_ends(paragraph: &mut Paragraph, own: &IndexProfile, language: Language) {
    let Some([best, worst]) = ends(own) else { return };
    let told = |(component, rank, n): (&vithe_shared::api::ComponentProfile, u16, u16)| {
        let name = language.pick(&component.name_vi, &component.name_en);
        format!(
            "{}, {}",
            component_in_sentence(name, component.scale.cost, language),
            rank_words(rank, n, language)
        )
    };
    let figure = |component: &vithe_shared::api::ComponentProfile| Figure::Component(component.component.clone());
    let (from, to) = if way(own, 2) == 0 { (best, worst) } else { (worst, best) };
    let is_best_first = way(own, 2) == 0;
    paragraph.say(match (is_best_first, language) {
        (true, Language::Vi) => " Thành phần xếp cao nhất là ",
        (true, Language::En) => " The best place is that of ",
        (false, Language::Vi) => " Trong các thành phần, xếp thấp nhất là ",
        (false, Language::En) => " The component with the lowest place is ",
    });
    paragraph.show(figure(from.0), told(from));
    paragraph.say(match (is_best_first, language) {
        (true, Language::Vi) => "; thấp nhất là ",
        (true, Language::En) => "; the lowest that of ",
        (false, Language::Vi) => "; cao nhất là ",
        (false, Language::En) => "; the one with the best is ",
    });
    paragraph.show(figure(to.0), told(to));
    paragraph.say(".");
}

/// What of the index and the year is not on record.
pub(super) fn tell_missing(paragraph: &mut Paragraph, story: &Story<'_>, asked: Year, language: Language) {
    let own = story.own;
    let row = &own.overall.row;
    let has_components = own.components.iter().any(|component| component.row.score.is_some());
    let mut missing: Vec<&str> = Vec::new();
    if row.rank.is_none() && row.score.is_some() {
        missing.push(language.pick("hạng", "the rank"));
    }
    if !has_components && !own.components.is_empty() {
        missing.push(language.pick("điểm thành phần", "component scores"));
    }
    if !missing.is_empty() {
        let list = crate::format::join_names(&missing, language);
        paragraph.say(match language {
            Language::Vi => format!(" Chưa thu thập được {list} của tỉnh năm này."),
            Language::En => format!(" Not on record for this year: {list}."),
        });
    }
    let are_parts_missing = story.changes.is_some_and(|changes| changes.parts_missing.is_some());
    if has_components && are_parts_missing {
        paragraph.say(language.pick(
            " Chưa có đủ điểm thành phần của cả hai năm nên chưa nói được điều gì làm điểm thay đổi.",
            " The component scores of both years are not all on record, so what changed the score cannot be told.",
        ));
    }
    if own.is_press_only {
        paragraph.say(language.pick(
            " Điểm chung và hạng chỉ có trên báo chí.",
            " The press is the only source of the total and its rank.",
        ));
    }
    if row.rank_basis == Some(RankBasis::Derived) {
        paragraph.say(language.pick(
            " Hạng được tính từ bảng điểm; cơ quan công bố không nêu.",
            " The rank is derived from the table of scores; the publisher prints none.",
        ));
    }
    if !own.is_year_asked {
        let short = own.index.short_name();
        paragraph.say(match language {
            Language::Vi => format!(" Chưa có số liệu {short} năm {asked} của tỉnh."),
            Language::En => format!(" No {short} figures of {asked} are on record."),
        });
    }
}
