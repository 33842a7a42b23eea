//! Choosing a component of one or of all indices, and the links from one table to what else can be asked of it.

use leptos::prelude::*;
use vithe_shared::{
    ComponentId, Indicator, Language,
    api::IndexInfo,
    query::{FigureQuery, PageQuery},
};

use crate::{
    address::{regions_path, scatter_path},
    text::{common, regions, scatter},
};

/// The components of an index by name, whatever their years; parts of parts are marked with a dash.
pub(super) fn components(index: &IndexInfo, language: Language) -> Vec<(ComponentId, String)> {
    index
        .components
        .iter()
        .map(|component| {
            let name = language.pick(&component.name_vi, &component.name_en);
            let name = match component.level {
                0 if component.id.is_overall() => common::OVERALL.get(language).to_owned(),
                0 | 1 => name.to_owned(),
                _ => format!("— {name}"),
            };
            (component.id.clone(), name)
        })
        .collect()
}

/// The components of all indices by name.
pub(super) fn indicators(indices: &[IndexInfo], language: Language) -> Vec<(Indicator, String)> {
    indices
        .iter()
        .flat_map(|index| {
            components(index, language).into_iter().map(|(component, name)| {
                let indicator = Indicator {
                    index: index.id,
                    component,
                };
                (indicator, format!("{} · {name}", index.short_name))
            })
        })
        .collect()
}

/// Where the table of a component and year leads: to its regions over the years, and against another index.
pub(super) fn more_links(table: &FigureQuery) -> AnyView {
    let language = table.language;
    let regions_address = PageQuery {
        index: Some(table.index),
        component: Some(table.component.clone()),
        ..PageQuery::default()
    }
    .address(&regions_path(language));
    let scatter_address = PageQuery {
        x: Some(Indicator {
            index: table.index,
            component: table.component.clone(),
        }),
        year: table.year,
        provinces: table.provinces.clone(),
        region: table.region.clone(),
        ..PageQuery::default()
    }
    .address(&scatter_path(language));
    view! {
        <ul class="inline-list more-links">
            <li><a href=regions_address>{regions::LINK.get(language)}</a></li>
            <li><a href=scatter_address>{scatter::LINK.get(language)}</a></li>
        </ul>
    }
    .into_any()
}
