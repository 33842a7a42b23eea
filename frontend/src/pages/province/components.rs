//! The components of a province on the chosen index, what rose and fell among them, and those of the other indices.

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Language, Text,
    domain::IndexInfo,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, ObservationQuery},
};

use super::ProvincePageData;
use crate::{
    address::PageAddress,
    charts::ProfileChart,
    components::{
        change::WordedChange,
        component_table::components_table,
        figure::{Figure, FigureWords},
    },
    format::capitalise,
    text::province as text,
    view_model::{ComponentsView, components_view, profile_view::MovedComponent},
};

/// The figure of the components with its table.
pub(super) fn component_section(address: &PageAddress, view: &ComponentsView, base: &FigureQuery) -> AnyView {
    let language = address.language;
    let query = FigureQuery {
        width: FigureWidth::Wide,
        ..base.clone()
    };
    let has_scores = view.first_level().any(|row| row.score.is_some());
    let words = FigureWords::new::<ProfileChart>(view);
    let mut figure = Figure::new("components", ChartKind::Profile, query, words, address.canonical());
    if !has_scores {
        figure.kind = None;
    }
    figure.table = has_scores.then(|| view! { <div class="components">{components_table(view)}</div> }.into_any());
    figure.stacked = true;
    let observations = ObservationQuery {
        index: Some(view.index),
        component: None,
        province: Some(view.province.clone()),
        year: Some(view.year),
    };
    figure.csv = Some(format!("/api/v1/observations.csv?{}", observations.to_query_string()));
    let moves = has_scores.then(|| moves(view, language));
    view! {
        {figure.view()}
        {moves}
    }
    .into_any()
}

/// What rose and what fell, side by side.
fn moves(view: &ComponentsView, language: Language) -> AnyView {
    if view.risen.is_empty() && view.fallen.is_empty() {
        return view! {
            <div class="moves">
                <p class="muted">{text::MOVES_UNKNOWN.get(language)}</p>
            </div>
        }
        .into_any();
    }
    view! {
        <div class="moves two-columns">
            {moved(text::FALLEN, &view.fallen, text::NONE_FALLEN, language)}
            {moved(text::RISEN, &view.risen, text::NONE_RISEN, language)}
        </div>
    }
    .into_any()
}

fn moved(title: Text, moved: &[MovedComponent], none: Text, language: Language) -> AnyView {
    let items = moved
        .iter()
        .map(|moved| {
            let change = moved
                .change
                .score
                .clone()
                .map(|change| view! { <WordedChange change/> });
            view! {
                <li>
                    <span>{capitalise(&moved.name)}</span>
                    {change}
                </li>
            }
        })
        .collect_view();
    let none = moved
        .is_empty()
        .then(|| view! { <li class="muted">{none.get(language)}</li> });
    view! {
        <section class="moved">
            <h3>{format!("{} ({})", title.get(language), moved.len())}</h3>
            <ul class="plain">{items} {none}</ul>
        </section>
    }
    .into_any()
}

/// The tables of the indices that are not shown as a figure.
pub(super) fn other_tables(data: &ProvincePageData, chosen: IndexId, language: Language) -> AnyView {
    let tables = IndexId::ALL
        .into_iter()
        .filter(|index| *index != chosen)
        .filter_map(|index| {
            // The names on the page come with the profile; the description of the index gives no more here.
            let described = IndexInfo {
                id: index,
                short_name: index.short_name().to_owned(),
                ..data.index.clone()
            };
            let view = components_view(&data.profile, &described, language)?;
            Some(view! {
                <h3>{format!("{} {}", index.short_name(), view.year)}</h3>
                {components_table(&view)}
            })
        })
        .collect_view();
    view! {
        <div class="tables">
            <h2 id="tables">{text::ALL_TABLES.get(language)}</h2>
            {tables}
        </div>
    }
    .into_any()
}
