//! Heads of columns.

use leptos::prelude::*;

use vithe_shared::Language;

use super::cell::Remark;
use crate::{
    components::optional_class::optional_class,
    text::{common, table},
};

/// What the head of a column of components says where one of them is a cost: of all of them a higher score is the better one.
pub(crate) fn cost_remark(has_cost: bool, language: Language) -> Option<String> {
    has_cost.then(|| table::HIGHER_IS_BETTER.get(language).to_owned())
}

/// The head of a column of components.
#[component]
pub(crate) fn ComponentHead(
    /// Whether a component is a cost.
    has_cost: bool,
    /// The language of the page.
    language: Language,
) -> AnyView {
    view! { <ColumnHead text=common::COMPONENT.get(language) remark=cost_remark(has_cost, language)/> }.into_any()
}

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
