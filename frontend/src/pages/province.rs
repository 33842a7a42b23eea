//! The page of a province: the four indices side by side, the components of one of them, and the years behind.

use futures_util::future::{join, try_join, try_join_all, try_join3};
use leptos::prelude::*;
use vithe_shared::{
    Borders, IndexId, Language, Problem, ProblemCode, ProvinceSlug, Year,
    api::{IndexInfo, Profile, ProvinceList, SeriesAnswer, changes::ChangesAnswer, declines::DeclinesAnswer},
    query::{
        ApiQuery as _, ChangesQuery, ChartKind, DeclinesQuery, FigureQuery, FigureWidth, ObservationQuery, PageQuery,
        ProfileQuery, ProvinceListQuery, SeriesQuery, StreakLength, Tab,
    },
};

use super::{
    Page, PageHead,
    choices::{component_choices, year_choices},
    index::year_stepper,
    interval_sections::card_sentences,
    planner_sections::{FOLLOWED, changes_section, declines_section},
    sources::sources_address,
    strengths_section::strengths_section,
    trend::TrendData,
};
use crate::{
    address::{PageAddress, compare_path, province_path},
    api::SharedSource,
    charts::{LineChart, ProfileChart},
    components::{
        change::worded_change,
        component_table::component_table,
        figure::{Figure, FigureWords, figure_address},
        history_table::history_table,
        index_tabs::index_tabs,
        query_form::{page_form, select_field},
        sparkline::sparkline,
    },
    format::{ChangeText, capitalise},
    markup::Markup,
    text::{common, index as index_text, missing, province as text},
    view_model::{
        ComponentsView, ProfileView, components_view, profile_view, profile_view::IndexCardView, series_view,
    },
};

/// The figures of the page.
struct ProvincePageData {
    profile: Profile,
    index: IndexInfo,
    series: SeriesAnswer,
    /// How far ranks carry, where that can be told.
    intervals: Vec<(IndexId, String)>,
    trends: Vec<(IndexId, TrendData)>,
    peers: Vec<(ProvinceSlug, String)>,
    merged_with: Vec<(ProvinceSlug, String)>,
    /// Absent where the chosen index has no earlier year.
    changes: Option<ChangesAnswer>,
    declines: Vec<(DeclinesAnswer, IndexInfo)>,
}

/// `/{lang}/province/{slug}`
pub(super) async fn page(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    let data = fetch(source, address).await?;
    Ok(show(address, &data))
}

async fn fetch(source: &SharedSource, address: &PageAddress) -> Result<ProvincePageData, Problem> {
    let language = address.language;
    let slug = address.province().ok_or_else(|| {
        Problem::new(
            ProblemCode::UnknownProvince,
            language,
            missing::UNKNOWN_PROVINCE.get(language),
        )
    })?;
    let query = &address.query;
    let (profile, provinces) = try_join(
        source.profile(
            slug.clone(),
            ProfileQuery {
                year: query.year.or(query.years.map(|years| years.to)),
                interval: None,
            },
            language,
        ),
        source.provinces(
            ProvinceListQuery {
                borders: Some(Borders::Provinces63),
            },
            language,
        ),
    )
    .await?;
    let chosen = query
        .index
        .or_else(|| {
            profile
                .index(IndexId::Pci)
                .or(profile.indices.first())
                .map(|own| own.index)
        })
        .unwrap_or(IndexId::Pci);
    let component = query.component.clone().unwrap_or_default();
    let series_of = |index: IndexId, component| {
        source.series(
            SeriesQuery {
                index,
                component,
                provinces: vec![slug.clone()],
                from: None,
                to: None,
            },
            language,
        )
    };
    let totals = try_join_all(
        profile
            .indices
            .iter()
            .map(|own| series_of(own.index, vithe_shared::ComponentId::overall())),
    );
    let (index, series, totals) =
        try_join3(source.index(chosen, language), series_of(chosen, component), totals).await?;
    let changes = changes_of(source, address, &profile, &slug, chosen);
    let declines = try_join_all(FOLLOWED.map(|index| {
        let query = DeclinesQuery {
            index,
            until: None,
            streak: StreakLength(1),
            province: Some(slug.clone()),
            region: None,
        };
        try_join(source.declines(query, language), source.index(index, language))
    }));
    let (changes, declines) = join(changes, declines).await;
    let intervals = card_sentences(source, &profile, language).await?;
    let peers = named(&provinces, language, |province| {
        profile.region_peers.contains(&province.slug)
    });
    let successor = profile.province.successor.as_ref();
    let merged_with = named(&provinces, language, |province| {
        successor.is_some() && province.successor.as_ref() == successor
    });
    Ok(ProvincePageData {
        intervals,
        trends: totals
            .iter()
            .map(|answer| (answer.index, TrendData::of(answer)))
            .collect(),
        index,
        series,
        peers,
        merged_with,
        changes,
        declines: declines?,
        profile,
    })
}

/// The change of the chosen index up to the year shown, from the year asked for or, where that has no total, the nearest
/// one before.
async fn changes_of(
    source: &SharedSource,
    address: &PageAddress,
    profile: &Profile,
    province: &ProvinceSlug,
    index: IndexId,
) -> Option<ChangesAnswer> {
    let language = address.language;
    let to = profile.index(index)?.year;
    let ask = |from: Option<Year>| {
        source.changes(
            ChangesQuery {
                index,
                province: province.clone(),
                from,
                to: Some(to),
            },
            language,
        )
    };
    let from = address.query.years.map(|years| years.from).filter(|from| *from < to);
    if from.is_some()
        && let Ok(answer) = ask(from).await
    {
        return Some(answer);
    }
    // The first year on record has nothing before it: the section says so.
    ask(None).await.ok()
}

fn named(
    list: &ProvinceList,
    language: Language,
    wanted: impl Fn(&vithe_shared::api::Province) -> bool,
) -> Vec<(ProvinceSlug, String)> {
    list.provinces
        .iter()
        .filter(|province| wanted(province))
        .map(|province| {
            (
                province.slug.clone(),
                language.pick(&province.name_vi, &province.name_en).to_owned(),
            )
        })
        .collect()
}

fn show(address: &PageAddress, data: &ProvincePageData) -> Page {
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
        title: format!("{} {}", view.name, view.year),
        description: view.narrative.replace('\n', " "),
        image: Some(figure_address(
            ChartKind::Line,
            "png",
            &FigureQuery {
                year: None,
                ..base.clone()
            },
        )),
    };
    let mut cards = Markup::default();
    cards.open("ul", &[("class", "cards")]);
    for index in IndexId::ALL {
        card(&mut cards, address, data, &view, index, chosen);
    }
    cards.close("ul");
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
    Page::new(
        head,
        view! {
            <div class=format!("wrap page-province index-{chosen}")>
                <h1>{view.name.clone()}</h1>
                {origin_line(data, &view)}
                <p class="narrative">{view.narrative.clone()}</p>
                <div class="filters">
                    {year_form(address, &data.profile.years, view.year)}
                    {year_stepper(address, &data.profile.years, view.year)}
                </div>
                <h2 class="visually-hidden">{text::FOUR_INDICES.get(language)}</h2>
                {cards.view("card-list")}
                {choose}
                {component_part}
                {data.profile.index(chosen).map(|own| strengths_section(address, own, &data.index))}
                {changes_section(address, data.changes.as_ref(), &data.index, &base)}
                {declines_section(address, &view.province, &data.declines)}
                {history_section(address, data, &base)}
                {tables}
                {peers_section(address, data, &view)}
            </div>
        },
    )
}

/// Region, and what the province became part of.
fn origin_line(data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let mut markup = Markup::default();
    markup.open("ul", &[("class", "inline-list origin")]);
    markup.element("li", &[], &view.region_name);
    if let Some(successor) = &view.successor {
        successor_part(&mut markup, data, view, successor);
    }
    markup.close("ul");
    markup.view("origin-part")
}

/// The unit of 2025 with the provinces it was formed of. It has no figures of its own yet, so it leads to theirs side by side.
fn successor_part(markup: &mut Markup, data: &ProvincePageData, view: &ProfileView, successor: &str) {
    let language = view.language;
    markup.open("li", &[]);
    if data.merged_with.len() > 1 {
        let compare = PageQuery {
            index: Some(data.index.id),
            provinces: data.merged_with.iter().map(|(slug, _)| slug.clone()).collect(),
            ..PageQuery::default()
        };
        markup.link(&compare.address(&compare_path(language)), successor);
        markup.text(&format!(" ({} ", text::MERGED_WITH.get(language)));
        for (position, (slug, name)) in data.merged_with.iter().enumerate() {
            if position > 0 {
                markup.text(", ");
            }
            markup.link(&province_path(language, slug), name);
        }
        markup.text(")");
    } else {
        markup.text(successor);
    }
    markup.close("li");
}

fn year_form(address: &PageAddress, years: &[Year], year: Year) -> AnyView {
    let language = address.language;
    let choices = year_choices(years, Some(year));
    let fields = select_field("y", common::YEAR.get(language), choices);
    page_form(
        address,
        "filter-form",
        text::CHOOSE_YEAR.get(language),
        &["y"],
        fields,
        common::APPLY.get(language),
    )
}

fn card(
    markup: &mut Markup,
    address: &PageAddress,
    data: &ProvincePageData,
    view: &ProfileView,
    index: IndexId,
    chosen: IndexId,
) {
    let language = address.language;
    let link = address.with(|query| {
        query.index = Some(index);
        query.component = None;
    });
    let is_chosen = index == chosen;
    let class = format!("card index-{index}{}", if is_chosen { " is-chosen" } else { "" });
    markup.open("li", &[("class", &class), ("data-index", index.as_str())]);
    markup.open("h3", &[]);
    let current = if is_chosen { "true" } else { "" };
    markup.element(
        "a",
        &[("href", &link), ("data-noscroll", "true"), ("aria-current", current)],
        index.short_name(),
    );
    markup.close("h3");
    match view.cards.iter().find(|card| card.index == index) {
        Some(card) => card_body(markup, card, data, view),
        None => markup.element("p", &[("class", "muted")], text::NOTHING.get(language)),
    }
    markup.close("li");
}

fn card_body(markup: &mut Markup, card: &IndexCardView, data: &ProvincePageData, view: &ProfileView) {
    let language = view.language;
    let year = card.other_year.clone().unwrap_or_else(|| card.year.to_string());
    markup.element("p", &[("class", "card-year")], &year);
    markup.element("p", &[("class", "card-score")], &card.score_text);
    if let Some(status) = card.status {
        markup.element("p", &[("class", "muted small")], &capitalise(status));
    }
    markup.open("p", &[("class", "card-rank")]);
    markup.element("strong", &[], &card.rank_text);
    markup.remark(card.rank_basis.unwrap_or_default());
    markup.close("p");
    markup.open("ul", &[("class", "card-facts")]);
    if let Some(rank) = &card.region_rank_text {
        markup.element("li", &[], &format!("{rank} {}", text::IN_REGION.get(language)));
    }
    let change = card.change.as_ref();
    let moves: Vec<&ChangeText> = change
        .into_iter()
        .flat_map(|change| change.rank.iter().chain(&change.score))
        .collect();
    for moved in &moves {
        markup.open("li", &[]);
        worded_change(markup, moved);
        markup.close("li");
    }
    if let Some(change) = change.filter(|_| !moves.is_empty()) {
        let against = match language {
            Language::Vi => format!("so với {}", change.from_year),
            Language::En => format!("on {}", change.from_year),
        };
        markup.element("li", &[("class", "muted")], &against);
    }
    markup.close("ul");
    if let Some(note) = change.and_then(|change| change.note.as_ref()) {
        let printed = change
            .and_then(|change| change.printed_values.as_ref())
            .map(|values| format!(" ({values})"));
        markup.element(
            "p",
            &[("class", "card-note")],
            &format!("{}{}", capitalise(note), printed.unwrap_or_default()),
        );
    }
    if let Some((_, sentence)) = data.intervals.iter().find(|(index, _)| *index == card.index) {
        markup.element("p", &[("class", "card-interval small")], sentence);
    }
    if let Some(median) = &card.median_text {
        markup.element(
            "p",
            &[("class", "muted small")],
            &format!("{}: {median}", text::MEDIAN.get(language)),
        );
    }
    let trend = data
        .trends
        .iter()
        .find(|(index, _)| *index == card.index)
        .map(|(_, trend)| trend);
    if let Some((trend, ranks)) = trend.and_then(|trend| Some((trend, trend.of_province(&view.province)?))) {
        let label = format!("{}: {}", card.short_name, index_text::TREND_TITLE.get(language));
        sparkline(markup, ranks, trend.worst, &label);
    }
    let sources = sources_address(
        language,
        ObservationQuery {
            index: Some(card.index),
            component: None,
            province: Some(view.province.clone()),
            year: Some(card.year),
        },
    );
    markup.open("p", &[("class", "small")]);
    markup.link(&sources, text::SOURCE_OF_CARD.get(language));
    markup.close("p");
}

fn component_section(address: &PageAddress, view: &ComponentsView, base: &FigureQuery) -> AnyView {
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
    figure.table = has_scores.then(|| {
        let mut table = Markup::default();
        component_table(&mut table, view);
        table.view("components")
    });
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
    let mut markup = Markup::default();
    if view.risen.is_empty() && view.fallen.is_empty() {
        markup.element("p", &[("class", "muted")], text::MOVES_UNKNOWN.get(language));
        return markup.view("moves");
    }
    let lists = [
        (text::FALLEN, &view.fallen, text::NONE_FALLEN),
        (text::RISEN, &view.risen, text::NONE_RISEN),
    ];
    for (title, moved, none) in lists {
        markup.open("section", &[("class", "moved")]);
        markup.element("h3", &[], &format!("{} ({})", title.get(language), moved.len()));
        markup.open("ul", &[("class", "plain")]);
        for moved in moved {
            markup.open("li", &[]);
            markup.element("span", &[], &capitalise(&moved.name));
            if let Some(score) = &moved.change.score {
                worded_change(&mut markup, score);
            }
            markup.close("li");
        }
        if moved.is_empty() {
            markup.element("li", &[("class", "muted")], none.get(language));
        }
        markup.close("ul");
        markup.close("section");
    }
    markup.view("moves two-columns")
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
    let year = base.year.unwrap_or(data.index.opens_on);
    let choices = component_choices(&data.index, &data.series.component, language, |component| {
        component.years.contains(&year)
    });
    let fields = select_field("c", common::COMPONENT.get(language), choices);
    let series = SeriesQuery {
        index: data.index.id,
        component: data.series.component.clone(),
        provinces: base.provinces.clone(),
        from: None,
        to: None,
    };
    let mut words = FigureWords::new::<LineChart>(&view);
    words.drop_notes(&view.breaks.iter().map(|entry| entry.text.clone()).collect::<Vec<_>>());
    let mut figure = Figure::new("history", ChartKind::Line, query, words, address.canonical());
    figure.table = Some(history_table(&view));
    figure.stacked = true;
    figure.csv = Some(format!("/api/v1/series.csv?{}", series.to_query_string()));
    figure.sources = Some(sources_address(
        language,
        ObservationQuery {
            index: Some(series.index),
            component: Some(series.component.clone()),
            province: series.provinces.first().cloned(),
            year: None,
        },
    ));
    figure.citation = Some(
        language
            .pick(&data.index.citation_vi, &data.index.citation_en)
            .to_owned(),
    );
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
    let mut markup = Markup::default();
    markup.element("h2", &[("id", "tables")], text::ALL_TABLES.get(language));
    for index in IndexId::ALL.into_iter().filter(|index| *index != chosen) {
        // The names on the page come with the profile; the description of the index gives no more here.
        let described = IndexInfo {
            id: index,
            short_name: index.short_name().to_owned(),
            ..data.index.clone()
        };
        if let Some(view) = components_view(&data.profile, &described, language) {
            markup.element("h3", &[], &format!("{} {}", index.short_name(), view.year));
            component_table(&mut markup, &view);
        }
    }
    markup.view("tables")
}

fn peers_section(address: &PageAddress, data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let language = address.language;
    let mut markup = Markup::default();
    markup.element(
        "h2",
        &[],
        &format!("{}: {}", text::PEERS.get(language), view.region_name),
    );
    markup.links(
        "inline-list",
        data.peers
            .iter()
            .map(|(slug, name)| (province_path(language, slug), name.as_str())),
    );
    let compared: Vec<ProvinceSlug> = std::iter::once(view.province.clone())
        .chain(data.peers.iter().take(3).map(|(slug, _)| slug.clone()))
        .collect();
    let compare = PageQuery {
        index: Some(data.index.id),
        provinces: compared,
        ..PageQuery::default()
    };
    let all_tables = address.with(|query| query.tab = Some(Tab::Table));
    let further = [
        (
            compare.address(&compare_path(language)),
            text::COMPARE_WITH.get(language),
        ),
        (format!("{all_tables}#tables"), text::ALL_TABLES.get(language)),
    ];
    markup.links("inline-list", further.into_iter());
    markup.view("peers")
}
