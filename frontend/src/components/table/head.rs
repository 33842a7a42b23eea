//! Heads of columns.

use leptos::prelude::*;

use super::cell::Remark;
use crate::components::optional_class::optional_class;

/// The head of a column.
#[component]
pub(crate) fn ColumnHead(
    /// The name of the column.
    #[prop(into)]
    text: String,
    /// Whether the column holds numbers.
    #[prop(optional)]
    number: bool,
    /// What is shown after the name.
    #[prop(optional_no_strip)]
    remark: Option<String>,
    /// What only a screen reader says after the name.
    #[prop(optional_no_strip)]
    spoken: Option<String>,
) -> impl IntoView {
    view! {
        <th scope="col" {..optional_class(number.then_some("num"))}>
            {text}
            {remark.map(|text| view! { <Remark text/> })}
            {spoken.map(|text| view! { <span class="visually-hidden">{text}</span> })}
        </th>
    }
}
