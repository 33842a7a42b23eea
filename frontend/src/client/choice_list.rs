//! The field that stands for a long list of choices in the browser: it is searched by typing, and sets the plain list, which
//! stays the field of the form. It is part of the chunk of the search.

use leptos::{html, prelude::*};
use vithe_shared::{Language, vietnamese::Wanted};

use super::listbox::{Entry, Listbox, Purpose, listbox};
use crate::components::chooser::{GroupedChoice, field_id};

/// A long list of choices.
pub(crate) struct ChoiceField {
    /// The `id` of the plain list.
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    pub(crate) language: Language,
    pub(crate) choices: Vec<GroupedChoice>,
    /// The plain list.
    pub(crate) select: NodeRef<html::Select>,
}

/// The field with its list.
pub(super) fn choice_list(parts: ChoiceField) -> AnyView {
    let ChoiceField {
        id,
        label,
        language,
        choices,
        select,
    } = parts;
    let chosen = choices.iter().find(|choice| choice.selected);
    let shown = chosen.map(|choice| match choice.group.as_str() {
        "" => choice.text.clone(),
        // The heading tells it from its like elsewhere.
        group => format!("{group} · {}", choice.text),
    });
    let entries: Vec<Entry> = choices
        .into_iter()
        .map(|choice| Entry {
            group: choice.group,
            name: choice.text,
            note: choice.note,
            value: choice.value,
            is_part: choice.is_part,
            is_chosen: choice.selected,
        })
        .collect();
    let entries = StoredValue::new(entries);
    let fitting = move |typed: &str| -> Vec<Entry> {
        let wanted = Wanted::new(typed);
        let text = |entry: &Entry| format!("{} {} {}", entry.group, entry.name, entry.note);
        let fits = |entry: &&Entry| wanted.is_empty() || wanted.fit(&text(entry)).is_some();
        entries.with_value(|entries| entries.iter().filter(fits).cloned().collect())
    };
    let take = move |entry: &Entry| {
        let Some(select) = select.get_untracked() else { return };
        select.set_value(&entry.value);
        if let Some(form) = select.form() {
            // A form that cannot be sent now can still be sent with its button.
            let _ = form.request_submit();
        }
    };
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        // Whoever has the plain list in hand goes on in the field.
        let (Some(field), Some(select)) = (field.get(), select.get()) else {
            return;
        };
        if document().active_element().is_some_and(|active| active == **select) {
            super::hand::focus(&field);
        }
        select.set_hidden(true);
    });
    let list = move || {
        field.get().map(|field| {
            listbox(Listbox {
                field,
                language,
                label,
                purpose: Purpose::Choice,
                entries: Box::new(fitting),
                take: Box::new(take),
            })
        })
    };
    view! {
        <input
            id=field_id(id)
            class="chooser-field"
            type="text"
            title=shown.clone()
            value=shown
            autocomplete="off"
            spellcheck="false"
            node_ref=field
        />
        {list}
    }
    .into_any()
}
