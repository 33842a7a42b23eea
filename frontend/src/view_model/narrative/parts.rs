//! What a change is made of.

use vithe_shared::{Language, api::changes::ChangePart, domain::Comparability};

use super::{
    Figure, Paragraph, Story,
    facts::{compared_components, farthest_component, is_limited_beyond_total, largest_parts},
    way,
};
use crate::{
    format::{NO_BREAK_SPACE, format_difference},
    view_model::wording::{change_view, comparability_name, component_in_sentence},
};

/// The components that moved the total, or where the parts cannot be told the one that moved farthest.
pub(super) fn tell(paragraph: &mut Paragraph, story: &Story<'_>, language: Language) {
    counts(paragraph, story, language);
    let Some(changes) = story
        .changes
        .filter(|changes| changes.score_change.is_some() && !changes.parts.is_empty())
    else {
        return;
    };
    let (added, taken) = largest_parts(changes);
    if added.is_empty() && taken.is_empty() {
        return;
    }
    let from = changes.from.year;
    paragraph.say(match (way(story.own, 2), language) {
        (0, Language::Vi) => format!(" Mức đóng góp so với {from}: "),
        (0, Language::En) => format!(" Contributions compared with {from}: "),
        (_, Language::Vi) => format!(" Xét mức đóng góp so với {from}, "),
        (_, Language::En) => format!(" By contributions compared with {from}, "),
    });
    let told = |part: &ChangePart, is_first: bool| {
        let name = language.pick(&part.name_vi, &part.name_en);
        let points = format_difference(part.contribution, 2, language);
        let unit = match (is_first, language) {
            (false, _) => String::new(),
            (true, Language::Vi) => format!("{NO_BREAK_SPACE}điểm"),
            (true, Language::En) => format!("{NO_BREAK_SPACE}points"),
        };
        format!("{name} {points}{unit}")
    };
    let mut is_first = true;
    for (position, part) in added.iter().chain(&taken).enumerate() {
        if position > 0 {
            paragraph.say(", ");
        }
        paragraph.show(Figure::Changes, told(part, is_first));
        is_first = false;
    }
    paragraph.say(".");
}

/// How many components rose and fell, and which moved farthest.
pub(super) fn counts(paragraph: &mut Paragraph, story: &Story<'_>, language: Language) {
    let own = story.own;
    let (fallen, risen) = (own.fallen.len(), own.risen.len());
    if fallen + risen == 0 {
        return;
    }
    let Some((component, change)) = farthest_component(own) else {
        return;
    };
    let told = change_view(&component.row, own.year, component.scale, language);
    let Some(moved) = told.and_then(|told| told.score) else {
        return;
    };
    let name = component_in_sentence(
        language.pick(&component.name_vi, &component.name_en),
        component.scale.cost,
        language,
    );
    let limited = if is_limited_beyond_total(own, change) {
        format!(" ({})", comparability_name(change.comparability, language))
    } else {
        String::new()
    };
    // The year before goes without saying.
    let since = match language {
        _ if change.from_year.0 + 1 == own.year.0 => String::new(),
        Language::Vi => format!(" so với {}", change.from_year),
        Language::En => format!(" on {}", change.from_year),
    };
    // Where some cannot be compared, nobody is to take those that can for all.
    let (compared, all) = compared_components(own);
    let among = match (compared < all, language) {
        (true, Language::Vi) => format!(" Chỉ so sánh được {compared} trong {all} thành phần: "),
        (true, Language::En) => format!(" Only {compared} of {all} components can be compared: "),
        (false, Language::Vi) => " ".to_owned(),
        (false, Language::En) => " Of the components, ".to_owned(),
    };
    let noun = match (compared < all, language) {
        (false, Language::Vi) => " thành phần",
        (true, _) | (false, Language::En) => "",
    };
    paragraph.say(match (fallen, risen, language) {
        (0, _, Language::Vi) => {
            format!("{among}{risen}{noun} tăng, không thành phần nào giảm; tăng nhiều nhất là ")
        }
        (0, _, Language::En) => format!("{among}{risen} rose and none fell; the largest rise was in "),
        (_, 0, Language::Vi) => {
            format!("{among}{fallen}{noun} giảm, không thành phần nào tăng; giảm nhiều nhất là ")
        }
        (_, 0, Language::En) => format!("{among}{fallen} fell and none rose; the largest fall was in "),
        (_, _, Language::Vi) => format!("{among}{risen}{noun} tăng, {fallen} giảm; giảm nhiều nhất là "),
        (_, _, Language::En) => format!("{among}{risen} rose and {fallen} fell; the largest fall was in "),
    });
    paragraph.show(
        Figure::Component(component.component.clone()),
        format!("{name}, {}{since}{limited}", moved.words),
    );
    paragraph.say(".");
    debug_assert!(
        change.comparability != Comparability::NotComparable,
        "such a change is not told"
    );
}
