//! A list of choices that may be long and have groups: a plain list of a form. In the browser a field that is searched by
//! typing stands for a long one, as soon as the chunk of the search is here (`client::choice_list`).

use leptos::prelude::*;

/// The most choices that are overlooked at once; a longer list is searched by typing.
const MOST_OVERLOOKED: usize = 15;

/// A choice of such a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GroupedChoice {
    /// The heading it stands under; empty where the list needs none.
    pub(crate) group: String,
    /// What is sent; empty for the default.
    pub(crate) value: String,
    /// What is read.
    pub(crate) text: String,
    /// What tells it from others, such as its years; may be empty.
    pub(crate) note: String,
    /// Whether it is a part of what stands above it.
    pub(crate) is_part: bool,
    /// Whether it is the current one.
    pub(crate) selected: bool,
}

/// What stands before a part: a plain list indents nothing by itself.
pub(crate) const PART_MARK: &str = "— ";

/// A labelled list of choices, those of a group side by side. In the browser a choice takes effect at once. `id` is unique
/// on the page.
pub(crate) fn chooser(id: &'static str, name: &'static str, label: &'static str, choices: &[GroupedChoice]) -> AnyView {
    let option = |choice: &GroupedChoice| {
        let mark = if choice.is_part { PART_MARK } else { "" };
        // A closed list does not show the heading of its choice.
        let separator = if choice.group.is_empty() || choice.note.is_empty() {
            ""
        } else {
            ", "
        };
        let note = format!("{}{separator}{}", choice.group, choice.note);
        let text = if note.is_empty() {
            format!("{mark}{}", choice.text)
        } else {
            format!("{mark}{} ({note})", choice.text)
        };
        let note = Some(note).filter(|note| !note.is_empty());
        view! { <option value=choice.value.clone() selected=choice.selected data-note=note>{text}</option> }
    };
    let groups: Vec<AnyView> = choices
        .chunk_by(|one, other| one.group == other.group)
        .map(|choices| {
            let options: Vec<_> = choices.iter().map(option).collect();
            match choices[0].group.clone() {
                group if group.is_empty() => options.into_any(),
                group => view! { <optgroup label=group>{options}</optgroup> }.into_any(),
            }
        })
        .collect();
    let is_long = (choices.len() > MOST_OVERLOOKED).then_some("");
    view! {
        <div class="field chooser">
            <label class="field-label" for=id>{label}</label>
            <select id=id name=name data-submits="" data-long=is_long>{groups}</select>
        </div>
    }
    .into_any()
}
