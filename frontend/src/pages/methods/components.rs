//! The components of an index: their names in both languages, where the names come from, scales and years.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    domain::{ComponentInfo, IndexInfo, Scale},
};

use crate::{
    components::table::{
        Caption, Columns, DataTable,
        cell::{NameCell, TextCell},
    },
    format::{format_score, unit_name},
    text::data as text,
    view_model::wording::year_span,
};

/// The name of a component in the language of the page.
pub(super) fn component_label(component: &ComponentInfo, language: Language) -> &str {
    language.pick(&component.name_vi, &component.name_en)
}

/// `1–10 điểm`
pub(super) fn scale_words(scale: Scale, language: Language) -> String {
    let whole = |value: f64| format_score(value, u8::from(value.fract() != 0.0), language);
    format!(
        "{}–{} {}",
        whole(scale.min),
        whole(scale.max),
        unit_name(scale.unit, language)
    )
}

/// Every component, parts indented below what they belong to.
pub(super) fn components(index: &IndexInfo, language: Language) -> AnyView {
    let mut columns = Columns::<ComponentInfo>::new();
    columns.words(text::NAME_VI.get(language), move |component| {
        let remark = component
            .computed
            .then(|| format!("({})", text::COMPUTED.get(language)));
        view! { <NameCell name=component.name_vi.clone() remark/> }.into_any()
    });
    columns.words(text::NAME_EN.get(language), |component| {
        view! { <td lang="en">{component.name_en.clone()}</td> }.into_any()
    });
    columns.words(text::NAME_STATUS.get(language), move |component| {
        let status = component
            .names
            .last()
            .map_or("", |name| text::name_status(name.status).get(language));
        view! { <TextCell text=status/> }.into_any()
    });
    columns.words(text::SCALE.get(language), move |component| {
        view! { <TextCell text=scale_words(component.scale, language) class="nowrap"/> }.into_any()
    });
    columns.words(text::YEARS.get(language), |component| {
        let (first, last) = (component.years.first(), component.years.last());
        let years = first.zip(last).map(|(first, last)| year_span(*first, *last));
        view! { <TextCell text=years.unwrap_or_default() class="nowrap"/> }.into_any()
    });
    let rows = index
        .components
        .iter()
        .map(|component| columns.row(&component.id, component).of_level(component.level))
        .collect();
    let label = text::COMPONENTS.get(language);
    let caption = Caption::Hidden(label.to_owned());
    view! { <DataTable label caption heads=columns.into_heads() rows/> }.into_any()
}
