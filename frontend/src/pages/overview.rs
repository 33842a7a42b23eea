//! The first page: what the site is, one index on its map with its timeline, and what moved on all four.

use leptos::prelude::*;
use vithe_shared::{
    Language, Problem, Text,
    analytics::ends::{Ends, ends},
    api::{Overview, Ranking, RankingRow, SeriesAnswer},
    domain::{IndexInfo, Scale},
    query::{ChartKind, FigureQuery, FigureWidth, PageQuery, RankingQuery, SeriesQuery},
};

use super::{Page, PageHead, coverage_notes::coverage_notes};
use crate::{
    address::{Aspect, PageAddress, check_path, data_path, index_path, methods_path},
    answers::Answers,
    charts::MapChart,
    components::{
        figure::{Figure, FigureWords, share_image},
        index_tabs::index_tabs,
        table::{
            Caption, Columns, PlainTable,
            cell::{NumberCell, ProvinceCell, ScoreCell},
        },
        timeline::Timeline,
    },
    format::{NO_FIGURE, format_rank},
    routes::chosen_index,
    text::{check, common, index as index_text, overview as text},
    view_model::{
        MapView, ranking_view,
        wording::{score_number, year_span},
    },
};

mod moves;

use moves::moves;

/// How many provinces each end of the table names.
const PLACES: u16 = 5;

/// The figures of the page.
struct OverviewPageData {
    overview: Overview,
    indices: Vec<IndexInfo>,
    index: IndexInfo,
    ranking: Ranking,
    series: SeriesAnswer,
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
    let id = chosen_index(address);
    let total = vithe_shared::ComponentId::overall();
    let (overview, indices, index) = (answers.overview()?, answers.indices()?, answers.index(id)?);
    let ranking = answers.rankings(&RankingQuery {
        index: id,
        component: total.clone(),
        year: address.query.year,
        region: None,
        borders: None,
        interval: None,
        rank: None,
    })?;
    let series = answers.series(&SeriesQuery {
        index: id,
        component: total,
        provinces: Vec::new(),
        from: None,
        to: None,
        borders: Some(ranking.borders),
    })?;
    let provinces = answers.provinces(ranking.borders);
    let view = ranking_view(&ranking, &index, &provinces, &address.kept_in_view(), language);
    Ok(OverviewPageData {
        map: FigureWords::new::<MapChart>(&MapView::from(&view)),
        notes: coverage_notes(&indices, language),
        overview,
        indices,
        index,
        ranking,
        series,
    })
}

fn show(address: &PageAddress, data: &OverviewPageData) -> Page {
    let language = address.language;
    let index = data.index.id;
    let map = FigureQuery {
        year: address.query.year,
        ..FigureQuery::new(index, language)
    };
    let head = PageHead {
        title: text::TITLE.get(language).to_owned(),
        description: text::LEAD.get(language).to_owned(),
        image: Some(share_image(ChartKind::Map, &map)),
    };
    // The years of another index are others.
    let of_index = |index| {
        address.with(|query| {
            query.index = Some(index);
            query.year = None;
        })
    };
    let view = view! {
        <div class="wrap page-overview">
            <div class="hero">
                <h1>{text::HEADLINE.get(language)}</h1>
                <p class="lead">{text::LEAD.get(language)}</p>
            </div>
            {index_tabs(index, language, of_index)}
            {glance(address, data)}
            {moves(data, language)}
            {more(data, language)}
        </div>
    };
    Page::new(head, view.into_any())
}

/// One index in a year: its map, the ends of the table, and the timeline that moves both.
fn glance(address: &PageAddress, data: &OverviewPageData) -> AnyView {
    let (index, ranking) = (&data.index, &data.ranking);
    let query = FigureQuery {
        year: Some(ranking.year),
        provinces: address.kept_in_view(),
        borders: ranking.borders.in_address(),
        width: FigureWidth::Narrow,
        ..FigureQuery::new(index.id, address.language)
    };
    let mut figure = Figure::new("map", ChartKind::Map, query, data.map.clone(), address.canonical());
    figure.first = true;
    figure.table = Some(ends_of_table(ranking, address.language));
    let timeline = Timeline {
        id: "timeline",
        years: &index.years,
        breaks: &data.series.breaks,
        year: ranking.year,
    };
    figure.timeline = Some(timeline.view(address));
    view! { <div class=format!("index-{}", index.id)>{figure.view()}</div> }.into_any()
}

/// The first and the last of the table.
fn ends_of_table(ranking: &Ranking, language: Language) -> AnyView {
    let Ends { top, bottom } = ends(&ranking.rows, ranking.n, ranking.complete, PLACES);
    let aspect = Aspect::of(ranking.index, &ranking.component, ranking.year).within(ranking.borders);
    let bottom = if bottom.is_empty() {
        view! { <p class="muted small">{text::NO_BOTTOM.get(language)}</p> }.into_any()
    } else {
        end(text::BOTTOM, &bottom, ranking.scale, &aspect, language)
    };
    let whole = format!(
        "{} {} {}",
        text::WHOLE_TABLE.get(language),
        ranking.index.short_name(),
        ranking.year
    );
    let table = PageQuery {
        year: Some(ranking.year),
        ..PageQuery::default()
    };
    view! {
        <div class="short-list">
            {end(text::TOP, &top, ranking.scale, &aspect, language)}
            {bottom}
            <a id="whole-table" href=table.address(&index_path(language, ranking.index))>{whole}</a>
        </div>
    }
    .into_any()
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
            <h2>{check::QUESTION.get(language)}</h2>
            <p>{check::LEAD.get(language)}" "<a id="check-link" href=check_path(language)>{check::TITLE.get(language)}</a></p>
            <h2>{text::NOTES.get(language)}</h2>
            <ul class="notes-list">{notes}</ul>
            <a href=data_path(language)>{text::MORE_ON_DATA.get(language)}</a>
        </div>
    }
    .into_any()
}

fn end(title: Text, rows: &[&RankingRow], scale: Scale, aspect: &Aspect, language: Language) -> AnyView {
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
    let rows = rows.iter().map(|row| columns.row(&row.province, *row)).collect();
    let caption = Caption::Shown(title.get(language).to_owned());
    view! { <PlainTable caption heads=columns.into_heads() rows class="data ends" hides_heads=true/> }.into_any()
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
