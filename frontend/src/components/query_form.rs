//! Forms whose fields are the state of a page. They are plain GET forms; in the browser the same submission becomes a
//! navigation within the site, to a clean address without empty fields (`browser::navigation`).

use leptos::prelude::*;
use vithe_shared::query::PageQuery;

use crate::address::PageAddress;

/// The fields of a page's state as name and value, those left out that the form has itself.
pub(crate) fn hidden_fields(query: &PageQuery, shown: &[&str]) -> AnyView {
    let text = query.to_query_string();
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, _)| !shown.contains(name))
        // Values of the page's own keys need no decoding; those of unknown keys are read again and written as they were.
        .filter_map(|(name, _)| {
            let value = query
                .rest
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
                .or_else(|| known_value(query, name))?;
            Some(view! { <input type="hidden" name=name.to_owned() value=value/> })
        })
        .collect_view()
        .into_any()
}

fn known_value(query: &PageQuery, name: &str) -> Option<String> {
    match name {
        "i" => query.index.map(|index| index.to_string()),
        "c" => query.component.as_ref().map(ToString::to_string),
        "y" => query
            .year
            .map(|year| year.to_string())
            .or_else(|| query.years.map(|years| years.to_string())),
        "p" => Some(
            query
                .provinces
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("~"),
        ),
        "r" => query.region.as_ref().map(ToString::to_string),
        "tab" => query.tab.map(|tab| tab.to_string()),
        "sort" => query.sort.map(|sort| sort.to_string()),
        "q" => query.search.clone(),
        "streak" => query.streak.map(|streak| streak.to_string()),
        "d" => Some(
            query
                .changes
                .iter()
                .map(|(component, change)| format!("{component}:{change}"))
                .collect::<Vec<_>>()
                .join("~"),
        ),
        "target" => query.target.map(|target| target.to_string()),
        "drift" => query.drift.then(|| "1".to_owned()),
        _ => None,
    }
}

/// A choice of a form.
pub(crate) struct Choice {
    /// What is sent; empty for the default.
    pub(crate) value: String,
    /// What is read.
    pub(crate) text: String,
    /// Whether it is the current one.
    pub(crate) selected: bool,
}

/// A labelled list of choices. In the browser a choice takes effect at once.
pub(crate) fn select_field(name: &'static str, label: &'static str, choices: Vec<Choice>) -> AnyView {
    let options = choices
        .into_iter()
        .map(|choice| view! { <option value=choice.value selected=choice.selected>{choice.text}</option> })
        .collect_view();
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select name=name data-submits="">{options}</select>
        </label>
    }
    .into_any()
}

/// A GET form for the page it stands on.
pub(crate) fn page_form(
    address: &PageAddress,
    class: &'static str,
    label: &'static str,
    shown: &[&str],
    fields: AnyView,
    button: &'static str,
) -> AnyView {
    view! {
        <form class=class method="get" action=address.path.clone() aria-label=label>
            {hidden_fields(&address.query, shown)}
            {fields}
            <button class="button" type="submit">{button}</button>
        </form>
    }
    .into_any()
}
