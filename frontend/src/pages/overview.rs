//! The first page: what the site is, the four indices, and one of them at a glance.

use leptos::prelude::*;
use vithe_shared::{
    Borders, Language, Problem, Text,
    api::{IndexOverview, Overview, RankingRow},
    domain::{IndexInfo, Scale},
    query::{ChartKind, FigureQuery, FigureWidth, RankingQuery},
};

use super::{Page, PageHead, coverage_notes::coverage_notes, movers::movers_link};
use crate::{
    address::{Aspect, PageAddress, data_path, index_path, methods_path, province_address},
    answers::Answers,
    charts::MapChart,
    components::{
        change::WordedChange,
        figure::{Figure, FigureWords, figure_address},
        index_tabs::index_tabs,
        table::{
            Caption, Columns, PlainTable,
            cell::{NumberCell, ProvinceCell, ScoreCell},
        },
    },
    format::{NO_FIGURE, format_rank, rank_change},
    routes::chosen_index,
    text::{common, index as index_text, overview as text},
    view_model::{
        ranking_view,
        wording::{score_number, year_span},
    },
};

/// The figures of the page.
struct OverviewPageData {
    overview: Overview,
    indices: Vec<IndexInfo>,
    map: FigureWords,
    notes: Vec<String>,
}

/// `/{lang}/`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<OverviewPageData, Problem> {
    let language = address.language;
    let index = chosen_index(address);
    let ranking = RankingQuery {
        index,
        component: vithe_shared::ComponentId::overall(),
        year: None,
        region: None,
        borders: None,
        interval: None,
    };
    let (overview, indices) = (answers.overview()?, answers.indices()?);
    let (ranking, provinces) = (answers.rankings(&ranking)?, answers.provinces(Borders::Provinces63));
    let map = indices
        .iter()
        .find(|info| info.id == index)
        .map(|info| {
            let view = ranking_view(&ranking, info, &provinces, &[], language);
            FigureWords::new::<MapChart>(&view)
        })
        .unwrap_or_default();
    Ok(OverviewPageData {
        map,
        notes: coverage_notes(&indices, language),
        overview,
        indices,
    })
}

fn show(address: &PageAddress, data: &OverviewPageData) -> Page {
    let language = address.language;
    let index = chosen_index(address);
    let head = PageHead {
        title: text::TITLE.get(language).to_owned(),
        description: text::LEAD.get(language).to_owned(),
        image: Some(figure_address(
            ChartKind::Map,
            "png",
            &FigureQuery::new(index, language),
        )),
    };
    let glance = data
        .overview
        .indices
        .iter()
        .find(|entry| entry.index == index)
        .zip(data.indices.iter().find(|info| info.id == index))
        .map(|(entry, info)| glance(address, data, entry, info));
    let view = view! {
        <div class="wrap page-overview">
            <div class="hero">
                <h1>{text::HEADLINE.get(language)}</h1>
                <p class="lead">{text::LEAD.get(language)}</p>
            </div>
            {index_tabs(index, language, |index| address.with(|query| query.index = Some(index)))}
            {glance}
            {more(data, language)}
        </div>
    };
    Page::new(head, view.into_any())
}

/// The four indices as cards, and what is missing.
fn more(data: &OverviewPageData, language: Language) -> AnyView {
    let cards = data
        .indices
        .iter()
        .map(|info| index_card(info, language))
        .collect_view();
    let notes = data
        .notes
        .iter()
        .map(|note| view! { <li>{note.clone()}</li> })
        .collect_view();
    view! {
        <div class="overview-more">
            <h2>{text::FOUR.get(language)}</h2>
            <ul class="cards">{cards}</ul>
            <h2>{text::NOTES.get(language)}</h2>
            <ul class="notes-list">{notes}</ul>
            <a href=data_path(language)>{text::MORE_ON_DATA.get(language)}</a>
        </div>
    }
    .into_any()
}

/// One index: map, ends of the table, movers.
fn glance(address: &PageAddress, data: &OverviewPageData, entry: &IndexOverview, info: &IndexInfo) -> AnyView {
    let language = address.language;
    let index = entry.index;
    let query = FigureQuery {
        year: Some(entry.year),
        width: FigureWidth::Narrow,
        ..FigureQuery::new(index, language)
    };
    let mut figure = Figure::new("map", ChartKind::Map, query, data.map.clone(), address.canonical());
    figure.first = true;
    figure.table = Some(ends(entry, info.scale, language));
    view! {
        <div class=format!("index-{index}")>
            {figure.view()}
            {moves(entry, language)}
            {movers_link(address, info)}
        </div>
    }
    .into_any()
}

/// What the page of a province opens on.
fn aspect(entry: &IndexOverview) -> Aspect {
    Aspect::of(entry.index, &vithe_shared::ComponentId::overall(), entry.year)
}

/// The first and the last of the table.
fn ends(entry: &IndexOverview, scale: Scale, language: Language) -> AnyView {
    let index = entry.index;
    let aspect = aspect(entry);
    let bottom = if entry.bottom.is_empty() {
        view! { <p class="muted small">{text::NO_BOTTOM.get(language)}</p> }.into_any()
    } else {
        end(text::BOTTOM, &entry.bottom, scale, &aspect, language)
    };
    let whole = format!(
        "{} {} {}",
        text::WHOLE_TABLE.get(language),
        index.short_name(),
        entry.year
    );
    view! {
        <div class="short-list">
            {end(text::TOP, &entry.top, scale, &aspect, language)}
            {bottom}
            <a href=index_path(language, index)>{whole}</a>
        </div>
    }
    .into_any()
}

fn end(title: Text, rows: &[RankingRow], scale: Scale, aspect: &Aspect, language: Language) -> AnyView {
    let mut columns = Columns::<RankingRow>::new();
    columns.words(common::RANK.get(language), |row| {
        let rank = row
            .rank
            .zip(row.rank_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n));
        view! { <NumberCell text=rank/> }.into_any()
    });
    columns.words(common::PROVINCE.get(language), move |row| {
        let name = language.pick(&row.name_vi, &row.name_en);
        view! { <ProvinceCell language province=&row.province name aspect/> }.into_any()
    });
    columns.words(common::SCORE.get(language), move |row| {
        let score = row
            .score
            .map_or_else(|| NO_FIGURE.to_owned(), |score| score_number(score, scale, language));
        view! { <ScoreCell text=score/> }.into_any()
    });
    let rows = rows.iter().map(|row| columns.row(&row.province, row)).collect();
    let caption = Caption::Shown(title.get(language).to_owned());
    view! { <PlainTable caption heads=columns.into_heads() rows class="data ends" hides_heads=true/> }.into_any()
}

/// Who rose and who fell most.
fn moves(entry: &IndexOverview, language: Language) -> AnyView {
    if entry.risers.is_empty() && entry.fallers.is_empty() {
        return view! {
            <div class="moves">
                <p class="muted">{text::NO_MOVERS.get(language)}</p>
            </div>
        }
        .into_any();
    }
    let aspect = aspect(entry);
    let span = entry
        .movers_from
        .map(|from| year_span(from, entry.year))
        .unwrap_or_default();
    view! {
        <div class="moves two-columns">
            {moved(&format!("{} {span}", text::RISERS.get(language)), &entry.risers, &aspect, language)}
            {moved(&format!("{} {span}", text::FALLERS.get(language)), &entry.fallers, &aspect, language)}
        </div>
    }
    .into_any()
}

fn moved(title: &str, rows: &[RankingRow], aspect: &Aspect, language: Language) -> AnyView {
    let items = rows
        .iter()
        .map(|row| {
            let name = language.pick(&row.name_vi, &row.name_en).to_owned();
            let change = row
                .change
                .as_ref()
                .and_then(|change| change.rank)
                .map(|places| view! { <WordedChange change=rank_change(places, language)/> });
            view! {
                <li>
                    <a href=province_address(language, &row.province, aspect)>{name}</a>
                    {change}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="moved">
            <h3>{title.to_owned()}</h3>
            <ul class="plain">{items}</ul>
        </section>
    }
    .into_any()
}

/// What an index measures, what is on record, where it comes from.
fn index_card(info: &IndexInfo, language: Language) -> AnyView {
    let span = info
        .years
        .first()
        .zip(info.years.last())
        .map(|(first, last)| year_span(*first, *last))
        .unwrap_or_default();
    let publisher = language.pick(&info.publisher_vi, &info.publisher_en);
    view! {
        <li class=format!("card index-{}", info.id)>
            <h3><a href=index_path(language, info.id)>{info.short_name.clone()}</a></h3>
            <p class="card-name">{language.pick(&info.name_vi, &info.name_en).to_owned()}</p>
            <p>{language.pick(&info.measures_vi, &info.measures_en).to_owned()}</p>
            <p class="muted small">{format!("{}: {span}", text::ON_RECORD.get(language))}</p>
            <p class="muted small">{format!("{}: {publisher}", text::PUBLISHED_BY.get(language))}</p>
            <a href=methods_path(language, info.id)>{index_text::METHOD_LINK.get(language)}</a>
        </li>
    }
    .into_any()
}
