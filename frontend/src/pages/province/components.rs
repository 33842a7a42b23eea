//! The components of a province on the chosen index, what rose and fell among them, and those of the other indices.

use leptos::prelude::*;
use vithe_shared::{
    Borders, IndexId, Language, Text,
    address::at,
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
        fold::fold,
        one_line::one_line,
    },
    format::capitalise,
    pages::sources::sources_address,
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
    if !has_scores(view) {
        return one_line(
            "components",
            view.text.finding.clone(),
            view! { {view.text.source.clone()} },
        );
    }
    let words = FigureWords::new::<ProfileChart>(view);
    let mut figure = Figure::new("components", ChartKind::Profile, query, words, address.canonical());
    let line = table_line(view.rows.len(), language);
    let table =
        view! { <div class="components">{components_table(view, base.borders.unwrap_or(Borders::Provinces63))}</div> };
    figure.table = Some(fold("components-table", line, table));
    figure.stacked = true;
    // A computed total has no document of its own: its page of sources leads on to those of its parts.
    figure.sources = Some(sources_address(
        language,
        ObservationQuery {
            index: Some(view.index),
            component: None,
            province: Some(view.province.clone()),
            year: Some(view.year),
            borders: base.borders,
        },
    ));
    let observations = ObservationQuery {
        index: Some(view.index),
        component: None,
        province: Some(view.province.clone()),
        year: Some(view.year),
        borders: base.borders,
    };
    figure.csv = Some(at(format_args!(
        "/api/v1/observations.csv?{}",
        observations.to_query_string()
    )));
    view! {
        {figure.view()}
        {moves(view, language)}
    }
    .into_any()
}

fn has_scores(view: &ComponentsView) -> bool {
    view.rows.iter().any(|row| row.score.is_some())
}

/// What is in the folded table.
fn table_line(components: usize, language: Language) -> String {
    match language {
        Language::Vi => {
            format!("Bảng {components} thành phần: điểm, hạng, khoảng cách đến trung vị và tỉnh cao nhất vùng")
        }
        Language::En => format!(
            "Table of {components} components: scores, ranks, distance from the median and the best in the region"
        ),
    }
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
    let (fallen, risen) = (view.fallen.len(), view.risen.len());
    let line = match language {
        Language::Vi => format!("{fallen} thành phần giảm, {risen} thành phần tăng"),
        Language::En => format!("Components: {fallen} fell, {risen} rose"),
    };
    let lists = view! {
        <div class="moves two-columns">
            {moved(text::FALLEN, &view.fallen, text::NONE_FALLEN, language)}
            {moved(text::RISEN, &view.risen, text::NONE_RISEN, language)}
        </div>
    };
    fold("moves", line, lists)
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
    let borders = data.profile.province.borders;
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
            if !has_scores(&view) {
                return Some(view! { <p class="muted">{format!("{}.", view.text.finding)}</p> }.into_any());
            }
            let heading = view! { <h3>{format!("{} {}", index.short_name(), view.year)}</h3> };
            Some((heading, components_table(&view, borders)).into_any())
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
