//! The page of a province: the four indices side by side, the components of one of them, and the years behind.

use futures_util::future::{try_join, try_join_all, try_join3};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vithe_shared::{
    Borders, IndexId, Language, Problem, ProblemCode, ProvinceSlug, Year,
    api::{IndexInfo, Profile, ProvinceList, SeriesAnswer},
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, ObservationQuery, ProfileQuery, ProvinceListQuery, SeriesQuery, Tab},
};

use super::{
    address::{PageAddress, PageKind, compare_path, province_path},
    index::{component_choices, year_stepper},
    load::{Loading, PageLoader},
    slim::{slim_index, slim_profile, slim_series},
    trend::TrendData,
};
use crate::{
    api::SharedSource,
    charts::{line_option, profile_option},
    components::{
        change::worded_change,
        component_table::component_table,
        figure::{Figure, FigureWords, figure_address},
        head::PageHead,
        history_table::history_table,
        index_tabs::index_tabs,
        query_form::{Choice, page_form, select_field},
        sparkline::sparkline,
    },
    format::join_names,
    text::{common, index as index_text, missing, province as text},
    view_model::{
        ComponentsView, ProfileView, components_view, profile_view,
        profile_view::{IndexCardView, MovedComponent},
        series_view,
    },
};

/// The figures of the page.
#[derive(Clone, Serialize, Deserialize)]
struct ProvincePageData {
    profile: Profile,
    /// Told from all components, of which the profile above carries only those shown.
    narrative: String,
    index: IndexInfo,
    series: SeriesAnswer,
    trends: Vec<(IndexId, TrendData)>,
    peers: Vec<(ProvinceSlug, String)>,
    merged_with: Vec<(ProvinceSlug, String)>,
}

/// `/{lang}/province/{slug}`
#[component]
pub fn ProvincePage() -> impl IntoView {
    PageLoader { kind: PageKind::Province, key, fetch, show }.view()
}

/// Only the table view needs the components of all indices.
fn key(mut address: PageAddress) -> PageAddress {
    address.query.tab = address.query.tab.filter(|tab| *tab == Tab::Table);
    address.query.sort = None;
    address
}

fn fetch(source: SharedSource, address: PageAddress) -> Loading<ProvincePageData> {
    Box::pin(async move {
        let language = address.language;
        let slug = address.province().ok_or_else(|| {
            Problem::new(ProblemCode::UnknownProvince, language, missing::UNKNOWN_PROVINCE.get(language))
        })?;
        let query = &address.query;
        let (profile, provinces) = try_join(
            source.profile(slug.clone(), ProfileQuery { year: query.year }, language),
            source.provinces(ProvinceListQuery { borders: Some(Borders::Provinces63) }, language),
        )
        .await?;
        let chosen = query
            .index
            .or_else(|| profile.index(IndexId::Pci).or(profile.indices.first()).map(|own| own.index))
            .unwrap_or(IndexId::Pci);
        let component = query.component.clone().unwrap_or_default();
        let series_of = |index: IndexId, component| {
            source.series(SeriesQuery { index, component, provinces: vec![slug.clone()], from: None, to: None }, language)
        };
        let totals = try_join_all(profile.indices.iter().map(|own| series_of(own.index, vithe_shared::ComponentId::overall())));
        let (index, series, totals) = try_join3(source.index(chosen, language), series_of(chosen, component), totals).await?;
        let narrative = profile_view(&profile, language).narrative;
        let peers = named(&provinces, language, |province| profile.region_peers.contains(&province.slug));
        let successor = profile.province.successor.as_ref();
        let merged_with = named(&provinces, language, |province| successor.is_some() && province.successor.as_ref() == successor);
        let all_tables = query.tab == Some(Tab::Table);
        Ok(ProvincePageData {
            narrative,
            trends: totals.iter().map(|answer| (answer.index, TrendData::of(answer))).collect(),
            index: slim_index(index, language),
            series: slim_series(series, language),
            peers,
            merged_with,
            profile: slim_profile(profile, (!all_tables).then_some(chosen), language),
        })
    })
}

fn named(
    list: &ProvinceList,
    language: Language,
    wanted: impl Fn(&vithe_shared::api::Province) -> bool,
) -> Vec<(ProvinceSlug, String)> {
    list.provinces
        .iter()
        .filter(|province| wanted(province))
        .map(|province| (province.slug.clone(), language.pick(&province.name_vi, &province.name_en).to_owned()))
        .collect()
}

fn show(address: &PageAddress, data: &ProvincePageData) -> AnyView {
    let language = address.language;
    let view = profile_view(&data.profile, language);
    let components = components_view(&data.profile, &data.index, language);
    let chosen = data.index.id;
    let base = FigureQuery {
        provinces: vec![view.province.clone()],
        year: Some(components.as_ref().map_or(view.year, |components| components.year)),
        ..FigureQuery::new(chosen, language)
    };
    let head = PageHead {
        address,
        title: format!("{} {}", view.name, view.year),
        description: data.narrative.clone(),
        image: Some(figure_address(ChartKind::Line, "png", &FigureQuery { year: None, ..base.clone() })),
    }
    .view();
    let cards = IndexId::ALL.into_iter().map(|index| card(address, data, &view, index, chosen)).collect_view();
    let component_part = components.as_ref().map_or_else(
        || view! { <p class="muted">{text::NOTHING.get(language)}</p> }.into_any(),
        |components| component_section(address, components, &base),
    );
    let choose = index_tabs(chosen, language, |index| {
        address.with(|query| {
            query.index = Some(index);
            query.component = None;
        })
    });
    let all_tables = address.query.tab == Some(Tab::Table);
    let tables = all_tables.then(|| other_tables(data, chosen, language));
    view! {
        {head}
        <div class=format!("wrap page-province index-{chosen}")>
            <h1>{view.name.clone()}</h1>
            {origin_line(address, data, &view)}
            <p class="narrative">{data.narrative.clone()}</p>
            <div class="filters">
                {year_form(address, &data.profile.years, view.year)}
                {year_stepper(address, &data.profile.years, view.year)}
            </div>
            <h2 class="visually-hidden">{text::FOUR_INDICES.get(language)}</h2>
            <ul class="cards">{cards}</ul>
            {choose}
            {component_part}
            {history_section(address, data, &base)}
            {tables}
            {peers_section(address, data, &view)}
        </div>
    }
    .into_any()
}

/// Region, and what the province became part of.
fn origin_line(address: &PageAddress, data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let language = address.language;
    let others: Vec<&(ProvinceSlug, String)> = data.merged_with.iter().filter(|(slug, _)| slug != &view.province).collect();
    let merged = view.successor.clone().map(|successor| {
        let names = (!others.is_empty()).then(|| {
            let mut names: Vec<String> = vec![view.name.clone()];
            names.extend(others.iter().map(|(_, name)| name.clone()));
            format!(" ({} {})", text::MERGED_WITH.get(language), join_names(&names, language))
        });
        view! { <li>{successor}{names}</li> }
    });
    view! {
        <ul class="inline-list origin">
            <li>{view.region_name.clone()}</li>
            {merged}
        </ul>
    }
    .into_any()
}

fn year_form(address: &PageAddress, years: &[Year], year: Year) -> AnyView {
    let language = address.language;
    let choices = years
        .iter()
        .rev()
        .map(|other| Choice { value: other.to_string(), text: other.to_string(), selected: *other == year })
        .collect();
    let fields = select_field("y", common::YEAR.get(language), choices);
    page_form(address, "filter-form", text::CHOOSE_YEAR.get(language), &["y"], fields, common::APPLY.get(language))
}

fn card(address: &PageAddress, data: &ProvincePageData, view: &ProfileView, index: IndexId, chosen: IndexId) -> AnyView {
    let language = address.language;
    let link = address.with(|query| {
        query.index = Some(index);
        query.component = None;
    });
    let body = view.cards.iter().find(|card| card.index == index).map_or_else(
        || view! { <p class="muted">{text::NOTHING.get(language)}</p> }.into_any(),
        |card| card_body(card, data, view, language),
    );
    view! {
        <li class=format!("card index-{index}") class:is-chosen=index == chosen data-index=index.as_str()>
            <h3><a href=link data-noscroll="" aria-current=(index == chosen).then_some("true")>{index.short_name()}</a></h3>
            {body}
        </li>
    }
    .into_any()
}

fn card_body(card: &IndexCardView, data: &ProvincePageData, view: &ProfileView, language: Language) -> AnyView {
    let trend = data.trends.iter().find(|(index, _)| *index == card.index).and_then(|(_, trend)| {
        let ranks = trend.of_province(&view.province)?;
        let label = format!("{}: {}", card.short_name, index_text::TREND_TITLE.get(language));
        Some(sparkline(ranks, trend.worst, label))
    });
    let region = card.region_rank_text.clone().map(|rank| {
        view! { <li>{rank}" "{text::IN_REGION.get(language)}</li> }
    });
    let change = card.change.as_ref();
    let rank_change = change.and_then(|change| change.rank.as_ref()).map(|rank| {
        view! { <li>{worded_change(rank)}</li> }
    });
    let score_change = change.and_then(|change| change.score.as_ref()).map(|score| {
        view! { <li>{worded_change(score)}</li> }
    });
    let note = change.and_then(|change| change.note.clone()).map(|note| {
        let printed = change.and_then(|change| change.printed_values.clone()).map(|values| view! { " (" {values} ")" });
        view! { <p class="card-note">{crate::format::capitalise(&note)}{printed}</p> }
    });
    let against = change.map(|change| match language {
        Language::Vi => format!("so với {}", change.from_year),
        Language::En => format!("on {}", change.from_year),
    });
    let against = (rank_change.is_some() || score_change.is_some()).then_some(against).flatten();
    let median = card.median_text.clone().map(|median| {
        view! { <p class="muted small">{text::MEDIAN.get(language)}": "{median}</p> }
    });
    let basis = card.rank_basis.map(|basis| view! { <span class="muted small">" · "{basis}</span> });
    view! {
        <p class="card-year">{card.other_year.clone().unwrap_or_else(|| card.year.to_string())}</p>
        <p class="card-score">{card.score_text.clone()}</p>
        <p class="card-rank"><strong>{card.rank_text.clone()}</strong>{basis}</p>
        <ul class="card-facts">
            {region}
            {rank_change}
            {score_change}
            {against.map(|against| view! { <li class="muted">{against}</li> })}
        </ul>
        {note}
        {median}
        {trend}
    }
    .into_any()
}

fn component_section(address: &PageAddress, view: &ComponentsView, base: &FigureQuery) -> AnyView {
    let language = address.language;
    let query = FigureQuery { width: FigureWidth::Wide, ..base.clone() };
    let has_scores = view.first_level().any(|row| row.score.is_some());
    let words = FigureWords::new(&view.text, &|theme| profile_option(view, theme).height);
    let mut figure = Figure::new("components", ChartKind::Profile, query, words, address.canonical());
    if !has_scores {
        figure.kind = None;
    }
    figure.table = has_scores.then(|| component_table(view));
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
        return view! { <p class="muted">{text::MOVES_UNKNOWN.get(language)}</p> }.into_any();
    }
    let list = |title: &'static str, moved: &[MovedComponent], none: &'static str| {
        let items = moved
            .iter()
            .map(|moved| {
                let change = moved.change.score.as_ref().map(worded_change);
                view! { <li><span>{moved.name.clone()}</span>" "{change}</li> }
            })
            .collect_view();
        let nothing = moved.is_empty().then(|| view! { <li class="muted">{none}</li> });
        view! {
            <section class="moved">
                <h3>{title}" "<span class="muted">"("{moved.len()}")"</span></h3>
                <ul class="plain">{items}{nothing}</ul>
            </section>
        }
    };
    view! {
        <div class="two-columns">
            {list(text::FALLEN.get(language), &view.fallen, text::NONE_FALLEN.get(language))}
            {list(text::RISEN.get(language), &view.risen, text::NONE_RISEN.get(language))}
        </div>
    }
    .into_any()
}

fn history_section(address: &PageAddress, data: &ProvincePageData, base: &FigureQuery) -> AnyView {
    let language = address.language;
    let view = series_view(&data.series, &data.index, language);
    let query = FigureQuery {
        component: data.series.component.clone(),
        year: None,
        width: FigureWidth::Wide,
        ..base.clone()
    };
    let choices = component_choices(&data.index, base.year.unwrap_or(data.index.opens_on), &data.series.component, language);
    let fields = select_field("c", common::COMPONENT.get(language), choices);
    let series = SeriesQuery {
        index: data.index.id,
        component: data.series.component.clone(),
        provinces: base.provinces.clone(),
        from: None,
        to: None,
    };
    let mut words = FigureWords::new(&view.text, &|theme| line_option(&view, theme).height);
    words.drop_notes(&view.breaks.iter().map(|entry| entry.text.clone()).collect::<Vec<_>>());
    let mut figure = Figure::new("history", ChartKind::Line, query, words, address.canonical());
    figure.table = Some(history_table(&view));
    figure.stacked = true;
    figure.csv = Some(format!("/api/v1/series.csv?{}", series.to_query_string()));
    figure.citation = Some(language.pick(&data.index.citation_vi, &data.index.citation_en).to_owned());
    view! {
        <div class="filters">
            {page_form(address, "filter-form", common::COMPONENT.get(language), &["c"], fields, common::APPLY.get(language))}
        </div>
        {figure.view()}
    }
    .into_any()
}

/// The tables of the indices that are not shown as a figure.
fn other_tables(data: &ProvincePageData, chosen: IndexId, language: Language) -> AnyView {
    let tables = IndexId::ALL
        .into_iter()
        .filter(|index| *index != chosen)
        .filter_map(|index| {
            // The names on the page come with the profile; the description of the index gives no more here.
            let described = IndexInfo { id: index, short_name: index.short_name().to_owned(), ..data.index.clone() };
            let view = components_view(&data.profile, &described, language)?;
            Some(view! { <h3>{index.short_name()}" "{view.year.0}</h3>{component_table(&view)} })
        })
        .collect_view();
    view! {
        <section id="tables">
            <h2>{text::ALL_TABLES.get(language)}</h2>
            {tables}
        </section>
    }
    .into_any()
}

fn peers_section(address: &PageAddress, data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let language = address.language;
    let peers = data
        .peers
        .iter()
        .map(|(slug, name)| view! { <li><a href=province_path(language, slug)>{name.clone()}</a></li> })
        .collect_view();
    let all_tables = address.with(|query| query.tab = Some(Tab::Table));
    let mut compared = vec![view.province.to_string()];
    compared.extend(data.peers.iter().take(3).map(|(slug, _)| slug.to_string()));
    let compare = format!("{}?i={}&p={}", compare_path(language), data.index.id, compared.join("~"));
    view! {
        <section>
            <h2>{text::PEERS.get(language)}: {view.region_name.clone()}</h2>
            <ul class="inline-list">{peers}</ul>
            <ul class="inline-list actions">
                <li><a href=compare>{text::COMPARE_WITH.get(language)}</a></li>
                <li><a href=format!("{all_tables}#tables")>{text::ALL_TABLES.get(language)}</a></li>
                <li><a href=format!("/api/v1/provinces/{}/profile?year={}", view.province, view.year) rel="external">"JSON"</a></li>
            </ul>
        </section>
    }
    .into_any()
}
