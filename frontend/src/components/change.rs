//! A change as it is shown: arrow, words and colour together, or why there is none.

use vithe_shared::{Language, api::Comparability};

use crate::markup::Markup;
use crate::{
    format::{ChangeText, NO_FIGURE},
    text::index,
    view_model::ChangeView,
};

/// A change in a narrow column; a screen reader hears the words.
pub(crate) fn short_change(markup: &mut Markup, change: &ChangeText) {
    markup.open("span", &[("class", change.tone.css_class())]);
    markup.element("span", &[("aria-hidden", "true")], &change.short);
    markup.element("span", &[("class", "visually-hidden")], &change.words);
    markup.close("span");
}

/// A change in words, with its arrow.
pub(crate) fn worded_change(markup: &mut Markup, change: &ChangeText) {
    markup.open("span", &[("class", change.tone.css_class())]);
    markup.element("span", &[("aria-hidden", "true")], change.tone.arrow());
    markup.text(" ");
    markup.text(&change.words);
    markup.close("span");
}

/// The changes of score and of rank as two table cells; a change of score is refused where the years do not compare.
pub(crate) fn change_cells(markup: &mut Markup, change: Option<&ChangeView>, remark: &str, language: Language) {
    markup.open("td", &[("class", "num")]);
    if let Some(change) = change {
        match &change.score {
            Some(score) => short_change(markup, score),
            None if change.comparability == Comparability::NotComparable => {
                markup.element("span", &[("class", "refused")], index::REFUSED.get(language));
            }
            None => markup.text(NO_FIGURE),
        }
        markup.remark(remark);
    }
    markup.close("td");
    markup.open("td", &[("class", "num")]);
    if let Some(rank) = change.and_then(|change| change.rank.as_ref()) {
        short_change(markup, rank);
    }
    markup.close("td");
}
