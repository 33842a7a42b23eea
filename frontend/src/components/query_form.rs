//! Forms whose fields are the state of a page. They are plain GET forms; in the browser the same submission becomes a
//! navigation within the site, to a clean address without empty fields (`client::navigation`).

use leptos::prelude::*;
use vithe_shared::query::PageQuery;

use crate::address::PageAddress;

/// The fields of a page's state as name and value, those left out that the form has itself: all fields of a list, such as
/// `d.support`, by the name of the list.
pub(crate) fn hidden_fields(query: &PageQuery, shown: &[&str]) -> AnyView {
    query
        .fields()
        .into_iter()
        .filter(|(name, _)| !shown.contains(&name.split('.').next().unwrap_or(name)))
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
        .into_any()
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

/// A labelled list of choices. In the browser a choice takes effect at once. `id` is unique on the page, which may have
/// several fields of a name.
pub(crate) fn select_field(id: &'static str, name: &'static str, label: &'static str, choices: Vec<Choice>) -> AnyView {
    let options = choices
        .into_iter()
        .map(|choice| view! { <option value=choice.value selected=choice.selected>{choice.text}</option> })
        .collect_view();
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select id=id name=name data-submits="">{options}</select>
        </label>
    }
    .into_any()
}

/// A GET form for the page it stands on. `id`, unique on the page, names its button.
pub(crate) fn page_form(
    address: &PageAddress,
    id: &'static str,
    label: &'static str,
    shown: &[&str],
    fields: AnyView,
    button: &'static str,
) -> AnyView {
    view! {
        <form class="filter-form" method="get" action=address.page() aria-label=label>
            {hidden_fields(&address.query, shown)}
            {fields}
            <button id=format!("{id}-apply") class="button" type="submit">{button}</button>
        </form>
    }
    .into_any()
}
