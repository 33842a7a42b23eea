//! The first page: what the site is, the four indices, and one of them at a glance.

use futures_util::future::try_join4;
use leptos::prelude::*;
use vithe_shared::{
    Borders, IndexId, Language, Problem,
    api::{IndexInfo, IndexOverview, Overview, RankingRow},
    query::{ChartKind, FigureQuery, FigureWidth, ProvinceListQuery, RankingQuery},
};

use super::{Page, PageHead, coverage_notes::coverage_notes, movers::movers_link};
use crate::{
    address::{PageAddress, data_path, index_path, methods_path, province_path},
    api::SharedSource,
    charts::MapChart,
    components::{
        change::worded_change,
        figure::{Figure, FigureWords, figure_address},
        index_tabs::index_tabs,
        search_box::{CONTENT_BOX, search_box},
    },
    format::{NO_FIGURE, format_rank, format_score, rank_change, score_decimals},
    markup::Markup,
    text::{common, index as index_text, overview as text},
    view_model::{ranking_view, wording::year_span},
};

/// The figures of the page.
struct OverviewPageData {
    overview: Overview,
    indices: Vec<IndexInfo>,
    map: FigureWords,
    notes: Vec<String>,
}

/// `/{lang}/`
pub(super) async fn page(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    let data = fetch(source, address).await?;
    Ok(show(address, &data))
}

fn chosen(address: &PageAddress) -> IndexId {
    address.query.index.unwrap_or(IndexId::Pci)
}

async fn fetch(source: &SharedSource, address: &PageAddress) -> Result<OverviewPageData, Problem> {
    let language = address.language;
    let index = chosen(address);
    let ranking = RankingQuery {
        index,
        component: vithe_shared::ComponentId::overall(),
        year: None,
        region: None,
        borders: None,
        interval: None,
    };
    let (overview, indices, ranking, provinces) = try_join4(
        source.overview(language),
        source.indices(language),
        source.rankings(ranking, language),
        source.provinces(
            ProvinceListQuery {
                borders: Some(Borders::Provinces63),
            },
            language,
        ),
    )
    .await?;
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
    let index = chosen(address);
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
        .map(|entry| glance(address, data, entry));
    let mut more = Markup::default();
    more.element("h2", &[], text::FOUR.get(language));
    more.open("ul", &[("class", "cards")]);
    for info in &data.indices {
        index_card(&mut more, info, language);
    }
    more.close("ul");
    more.element("h2", &[], text::NOTES.get(language));
    more.open("ul", &[("class", "notes-list")]);
    for note in &data.notes {
        more.element("li", &[], note);
    }
    more.close("ul");
    more.link(&data_path(language), text::MORE_ON_DATA.get(language));
    Page::new(
        head,
        view! {
            <div class="wrap page-overview">
                <div class="hero">
                    <h1>{text::HEADLINE.get(language)}</h1>
                    <p class="lead">{text::LEAD.get(language)}</p>
                    <div data-search-box="">{search_box(language, CONTENT_BOX, false, String::new())}</div>
                </div>
                {index_tabs(index, language, |index| address.with(|query| query.index = Some(index)))}
                {glance}
                {more.view("overview-more")}
            </div>
        },
    )
}

/// One index: map, ends of the table, movers.
fn glance(address: &PageAddress, data: &OverviewPageData, entry: &IndexOverview) -> AnyView {
    let language = address.language;
    let index = entry.index;
    let query = FigureQuery {
        year: Some(entry.year),
        width: FigureWidth::Narrow,
        ..FigureQuery::new(index, language)
    };
    let mut figure = Figure::new("map", ChartKind::Map, query, data.map.clone(), address.canonical());
    figure.first = true;
    let mut lists = Markup::default();
    ends(&mut lists, text::TOP.get(language), &entry.top, index, language);
    if entry.bottom.is_empty() {
        lists.element("p", &[("class", "muted small")], text::NO_BOTTOM.get(language));
    } else {
        ends(&mut lists, text::BOTTOM.get(language), &entry.bottom, index, language);
    }
    lists.link(
        &index_path(language, index),
        &format!(
            "{} {} {}",
            text::WHOLE_TABLE.get(language),
            index.short_name(),
            entry.year
        ),
    );
    figure.table = Some(lists.view("short-list"));
    let mut movers = Markup::default();
    let class = if entry.risers.is_empty() && entry.fallers.is_empty() {
        movers.element("p", &[("class", "muted")], text::NO_MOVERS.get(language));
        "moves"
    } else {
        let span = entry
            .movers_from
            .map(|from| year_span(from, entry.year))
            .unwrap_or_default();
        moved(
            &mut movers,
            &format!("{} {span}", text::RISERS.get(language)),
            &entry.risers,
            language,
        );
        moved(
            &mut movers,
            &format!("{} {span}", text::FALLERS.get(language)),
            &entry.fallers,
            language,
        );
        "moves two-columns"
    };
    view! {
        <div class=format!("index-{index}")>
            {figure.view()}
            {movers.view(class)}
            {data.indices.iter().find(|info| info.id == index).and_then(|info| movers_link(address, info))}
        </div>
    }
    .into_any()
}

/// The first or the last of a table.
fn ends(markup: &mut Markup, title: &str, rows: &[RankingRow], index: IndexId, language: Language) {
    markup.open("table", &[("class", "data ends")]);
    markup.element("caption", &[], title);
    markup.open("thead", &[("class", "visually-hidden")]);
    markup.open("tr", &[]);
    for name in [common::RANK, common::PROVINCE, common::SCORE] {
        markup.column("", name.get(language));
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in rows {
        let rank = row
            .rank
            .zip(row.rank_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n));
        let score = row.score.map_or_else(
            || NO_FIGURE.to_owned(),
            |score| format_score(score, score_decimals(index, score), language),
        );
        markup.open("tr", &[]);
        markup.number(&rank);
        markup.open("th", &[("scope", "row")]);
        markup.link(
            &province_path(language, &row.province),
            language.pick(&row.name_vi, &row.name_en),
        );
        markup.close("th");
        markup.element("td", &[("class", "num strong")], &score);
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close("table");
}

fn moved(markup: &mut Markup, title: &str, rows: &[RankingRow], language: Language) {
    markup.open("section", &[("class", "moved")]);
    markup.element("h3", &[], title);
    markup.open("ul", &[("class", "plain")]);
    for row in rows {
        markup.open("li", &[]);
        markup.link(
            &province_path(language, &row.province),
            language.pick(&row.name_vi, &row.name_en),
        );
        if let Some(places) = row.change.as_ref().and_then(|change| change.rank) {
            worded_change(markup, &rank_change(places, language));
        }
        markup.close("li");
    }
    markup.close("ul");
    markup.close("section");
}

/// What an index measures, what is on record, where it comes from.
fn index_card(markup: &mut Markup, info: &IndexInfo, language: Language) {
    let span = info
        .years
        .first()
        .zip(info.years.last())
        .map(|(first, last)| year_span(*first, *last))
        .unwrap_or_default();
    let publisher = language.pick(&info.publisher_vi, &info.publisher_en);
    markup.open("li", &[("class", &format!("card index-{}", info.id))]);
    markup.open("h3", &[]);
    markup.link(&index_path(language, info.id), &info.short_name);
    markup.close("h3");
    markup.element(
        "p",
        &[("class", "card-name")],
        language.pick(&info.name_vi, &info.name_en),
    );
    markup.element("p", &[], language.pick(&info.measures_vi, &info.measures_en));
    markup.element(
        "p",
        &[("class", "muted small")],
        &format!("{}: {span}", text::ON_RECORD.get(language)),
    );
    markup.element(
        "p",
        &[("class", "muted small")],
        &format!("{}: {publisher}", text::PUBLISHED_BY.get(language)),
    );
    markup.link(&methods_path(language, info.id), index_text::METHOD_LINK.get(language));
    markup.close("li");
}
