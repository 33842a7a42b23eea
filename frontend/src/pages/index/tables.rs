//! The tables behind the figures of the index page: ranks by year, and scores by component.

use leptos::prelude::*;
use vithe_shared::{
    ProvinceSlug,
    address::at,
    query::{ApiQuery as _, MatrixQuery, SeriesQuery},
};

use super::IndexPageData;
use crate::{
    address::{Aspect, PageAddress},
    components::{matrix_table::matrix_table, rank_table::rank_table, table_files::table_files},
    text::{figure, index as text},
    view_model::matrix_view,
};

/// What the tab of the table shows below it.
pub(super) fn more_tables(address: &PageAddress, data: &IndexPageData) -> AnyView {
    let language = address.language;
    let index = &data.index;
    let aspect = Aspect::of(index.id, &data.ranking.component, data.ranking.year).within(data.ranking.borders);
    let names: Vec<(ProvinceSlug, String)> = data
        .ranking
        .rows
        .iter()
        .map(|row| {
            (
                row.province.clone(),
                language.pick(&row.name_vi, &row.name_en).to_owned(),
            )
        })
        .collect();
    let ranks: Vec<(ProvinceSlug, String, &[Option<u16>])> = names
        .into_iter()
        .filter_map(|(slug, name)| {
            let ranks = data.trends.ranks_of(&slug)?;
            Some((slug, name, ranks))
        })
        .collect();
    let components = data.matrix.as_ref().map_or_else(
        || view! { <p class="muted">{text::NO_COMPONENTS.get(language)}</p> }.into_any(),
        |matrix| matrix_table(&matrix_view(matrix, index, &address.kept_in_view(), language), &aspect),
    );
    let borders = data.ranking.borders.in_address();
    let ranks_file = SeriesQuery {
        index: index.id,
        component: data.ranking.component.clone(),
        provinces: Vec::new(),
        from: None,
        to: None,
        borders,
    };
    let ranks_file = at(format_args!("/api/v1/series.csv?{}", ranks_file.to_query_string()));
    let components_file = data.matrix.as_ref().map(|matrix| {
        let query = MatrixQuery {
            index: index.id,
            year: Some(matrix.year),
            provinces: Vec::new(),
            region: address.query.region.clone(),
            borders,
        };
        table_files(
            figure::FILES,
            &at(format_args!("/api/v1/matrix.csv?{}", query.to_query_string())),
            language,
        )
    });
    view! {
        <section id="ranks">
            <h2>{text::RANKS_BY_YEAR.get(language)}</h2>
            {rank_table(&data.trends.years, &ranks, &aspect, language)}
            {table_files(figure::FILES, &ranks_file, language)}
        </section>
        <section id="components">
            <h2>{text::SCORES_BY_COMPONENT.get(language)}</h2>
            {components}
            {components_file}
        </section>
    }
    .into_any()
}
