//! Regions over the years.

use leptos::prelude::*;
use vithe_shared::{
    Problem,
    address::at,
    api::regions::RegionsAnswer,
    domain::IndexInfo,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, RegionsQuery},
};

use super::{Page, PageHead, choices::component_field};
use crate::{
    address::PageAddress,
    answers::Answers,
    charts::RegionsChart,
    components::{
        figure::{Figure, FigureWords, share_image},
        fold::filter_fold,
        index_tabs::index_tabs,
        query_form::page_form,
        regions_table::regions_table,
    },
    routes::chosen_index,
    text::{common, regions as text},
    view_model::{regions_view, wording::component_name},
};

/// The figures of the page.
struct RegionsPageData {
    index: IndexInfo,
    answer: RegionsAnswer,
}

/// `/{lang}/regions`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn question(address: &PageAddress) -> RegionsQuery {
    RegionsQuery {
        index: chosen_index(address),
        component: address.query.component.clone().unwrap_or_default(),
        from: address.query.years.map(|years| years.from),
        to: address.query.years.map(|years| years.to),
        borders: address.query.borders,
    }
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<RegionsPageData, Problem> {
    let query = question(address);
    Ok(RegionsPageData {
        index: answers.index(query.index)?,
        answer: answers.regions(&query)?,
    })
}

fn show(address: &PageAddress, data: &RegionsPageData) -> Page {
    let language = address.language;
    let query = question(address);
    let view = regions_view(&data.answer, &data.index, language);
    let title = format!("{}: {}", data.index.short_name, text::TITLE.get(language));
    let figure_query = FigureQuery {
        component: query.component.clone(),
        from: query.from,
        to: query.to,
        borders: query.borders,
        width: FigureWidth::Wide,
        ..FigureQuery::new(query.index, language)
    };
    let image = view.has_medians().then(|| {
        let query = FigureQuery {
            width: FigureWidth::Medium,
            ..figure_query.clone()
        };
        share_image(ChartKind::Regions, &query)
    });
    let head = PageHead {
        title: title.clone(),
        description: view.frame.text.finding.clone(),
        image,
    };
    let tabs = index_tabs(query.index, language, |index| {
        address.with(|query| {
            query.index = Some(index);
            query.component = None;
            query.years = None;
        })
    });
    let field = component_field(&data.index, &query.component, language, &|_| true);
    let info = data.index.component(&query.component);
    let name = info.map_or("", |info| language.pick(&info.name_vi, &info.name_en));
    let name = component_name(query.component.is_overall(), name, language);
    let state = format!("{}: {name}", common::COMPONENT.get(language));
    let words = FigureWords::new::<RegionsChart>(&view);
    let mut figure = Figure::new("regions", ChartKind::Regions, figure_query, words, address.canonical());
    if !view.has_medians() {
        figure.kind = None;
    }
    figure.first = true;
    figure.stacked = true;
    figure.table = Some(regions_table(&view));
    figure.csv = Some(at(format_args!("/api/v1/regions.csv?{}", query.to_query_string())));
    figure.citation = Some(
        language
            .pick(&data.index.citation_vi, &data.index.citation_en)
            .to_owned(),
    );
    let view = view! {
        <div class=format!("wrap page-regions index-{}", query.index)>
            <h1>{title}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            {tabs}
            {filter_fold(
                "filters",
                state,
                view! {
                    <div class="filters">
                        {page_form(address, "filter", text::FILTERS.get(language), &["c"], field, common::APPLY.get(language))}
                    </div>
                },
            )}
            {figure.view()}
        </div>
    };
    Page::new(head, view.into_any())
}
