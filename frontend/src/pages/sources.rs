//! Where every figure of one component comes from.

use leptos::prelude::*;
use vithe_shared::{
    Language, Problem, Year,
    address::at,
    api::{Observation, ProvinceList},
    domain::{Evidence, IndexInfo, SourceInfo},
    query::{ApiQuery as _, ObservationQuery, PageQuery},
};

use super::{
    Page, PageHead,
    choices::{component_field, default_choice, name_of, named_provinces, province_choices, year_choices},
};
use crate::{
    address::{PageAddress, discrepancies_path, sources_path},
    answers::Answers,
    components::{
        fold::filter_fold,
        index_tabs::index_tabs,
        link_list::LinkList,
        query_form::{page_form, select_field},
        sources_table::{SourceColumns, sources_table},
        table_files::table_files,
    },
    routes::chosen_index,
    text::{common, discrepancies, sources as text},
    view_model::{sources_view, wording::component_name},
};

/// The figures of the page.
struct SourcesPageData {
    index: IndexInfo,
    provinces: ProvinceList,
    query: ObservationQuery,
    observations: Vec<Observation>,
    sources: Vec<SourceInfo>,
}

/// `/{lang}/sources`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

/// The page about a selection of figures.
pub(super) fn sources_address(language: Language, selection: ObservationQuery) -> String {
    PageQuery {
        index: selection.index,
        component: selection.component,
        year: selection.year,
        borders: selection.borders,
        provinces: selection.province.into_iter().collect(),
        ..PageQuery::default()
    }
    .address(&sources_path(language))
}

/// One component of one year; of one province all years where none is named.
fn question(address: &PageAddress, index: &IndexInfo) -> ObservationQuery {
    let component = address.query.component.clone().unwrap_or_default();
    let province = address.query.provinces.first().cloned();
    let newest = || -> Year {
        let years = index.component(&component).map_or(&index.years, |known| &known.years);
        let opening = years.iter().find(|year| **year == index.opens_on);
        *opening.or(years.last()).unwrap_or(&index.opens_on)
    };
    let year = address.query.year.or_else(|| province.is_none().then(newest));
    ObservationQuery {
        index: Some(index.id),
        component: Some(component),
        province,
        year,
        borders: address.query.borders,
    }
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<SourcesPageData, Problem> {
    let id = chosen_index(address);
    let index = answers.index(id)?;
    let query = question(address, &index);
    let component = query.component.clone().unwrap_or_default();
    let borders = index.borders_asked(&component, query.borders, query.year);
    Ok(SourcesPageData {
        index,
        provinces: answers.provinces(borders),
        observations: answers.observations(&query)?,
        sources: answers.sources()?,
        query,
    })
}

fn show(address: &PageAddress, data: &SourcesPageData) -> Page {
    let language = address.language;
    let SourcesPageData { index, query, .. } = data;
    let view = sources_view(&data.observations, &data.sources, index, &data.provinces, language);
    let names = named_provinces(&data.provinces, language);
    let subject: Vec<String> = [
        Some(format!("{}: {}", text::TITLE.get(language), index.short_name)),
        query.year.map(|year| year.to_string()),
        query.province.as_ref().map(|slug| name_of(&names, slug).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let title = subject.join(" · ");
    let head = PageHead {
        title: title.clone(),
        description: view.finding.clone(),
        image: None,
    };
    let tabs = index_tabs(index.id, language, |other| {
        address.with(|state| {
            state.index = Some(other);
            state.component = None;
            state.year = None;
        })
    });
    let columns = SourceColumns {
        province: query.province.is_none(),
        year: query.year.is_none(),
    };
    let has_rows = !view.rows.is_empty();
    let table = has_rows.then(|| sources_table(&view, columns, language));
    let note = view.note.map(|note| view! { <p class="muted small">{note}</p> });
    let csv = at(format_args!("/api/v1/observations.csv?{}", query.to_query_string()));
    let view = view! {
        <div class=format!("wrap page-sources index-{}", index.id)>
            <h1>{title}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            {tabs}
            {filters(address, data, &names)}
            <h2 class="finding">{view.finding.clone()}</h2>
            {table}
            {note}
            {inputs(address, data)}
            {has_rows.then(|| table_files(text::ROWS_AS_FILES, &csv, language))}
            {table_files(text::ALL_AS_FILES, &at("/api/v1/sources.csv"), language)}
            <p><a href=discrepancies_path(language)>{discrepancies::TITLE.get(language)}</a></p>
        </div>
    };
    Page::new(head, view.into_any())
}

/// What a computed figure is computed from: the same page about each of its parts.
fn inputs(address: &PageAddress, data: &SourcesPageData) -> Option<AnyView> {
    let language = address.language;
    let SourcesPageData { index, query, .. } = data;
    data.observations
        .iter()
        .find(|observation| observation.evidence == Evidence::Computed)?;
    let links = index
        .components
        .iter()
        .filter(|part| part.parent == query.component)
        .filter(|part| query.year.is_none_or(|year| part.years.contains(&year)))
        .map(|part| {
            let link = address.with(|state| state.component = Some(part.id.clone()));
            (link, language.pick(&part.name_vi, &part.name_en).to_owned())
        })
        .collect();
    Some(
        view! {
            <section id="inputs">
                <h3>{text::INPUTS.get(language)}</h3>
                <LinkList links/>
            </section>
        }
        .into_any(),
    )
}

fn filters(address: &PageAddress, data: &SourcesPageData, names: &[super::choices::Named]) -> AnyView {
    let language = address.language;
    let SourcesPageData { index, query, .. } = data;
    let chosen = query.component.clone().unwrap_or_default();
    let component_field = component_field(index, &chosen, language, &|component| {
        query.year.is_none_or(|year| component.years.contains(&year))
    });
    let years = index
        .component(&chosen)
        .map_or(&index.years, |component| &component.years);
    let all_years = query
        .province
        .is_some()
        .then(|| default_choice(text::ALL_YEARS.get(language), query.year.is_none()));
    let years = all_years.into_iter().chain(year_choices(years, query.year)).collect();
    let provinces = province_choices(names, query.province.as_ref(), text::ALL_PROVINCES.get(language));
    let fields = view! {
        {component_field}
        {select_field("filter-y", "y", common::YEAR.get(language), years)}
        {select_field("filter-p", "p", common::PROVINCE.get(language), provinces)}
    }
    .into_any();
    let info = index.component(&chosen);
    let name = info.map_or("", |info| language.pick(&info.name_vi, &info.name_en));
    let year = query
        .year
        .map_or_else(|| text::ALL_YEARS.get(language).to_owned(), |year| year.to_string());
    let province = query
        .province
        .as_ref()
        .map_or(text::ALL_PROVINCES.get(language), |slug| name_of(names, slug));
    let state = format!(
        "{} · {year} · {province}",
        component_name(chosen.is_overall(), name, language)
    );
    let filters = view! {
        <div class="filters">
            {page_form(address, "filter", text::FILTERS.get(language), &["c", "y", "p"], fields, common::APPLY.get(language))}
        </div>
    };
    filter_fold("filters", state, filters)
}
