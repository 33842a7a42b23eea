//! Two to six provinces side by side: over the years, and by component.

use leptos::prelude::*;
use vithe_shared::{
    Borders, ComponentId, IndexId, Problem, ProvinceSlug, Year,
    address::at,
    api::{Matrix, Ranking, SeriesAnswer},
    domain::IndexInfo,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, MatrixQuery, RankingQuery},
};

use super::{
    Page, PageHead,
    choices::{Named, borders_links, component_field, name_of, named_provinces, pick_field, picked_list, year_choices},
    index::newest_year_of_components,
    suggestions::{best_of_regions, nearest_in_region},
    year_window::{YearWindow, show_choice},
};
use crate::{
    address::{PageAddress, peers_address},
    answers::Answers,
    charts::{ComparisonChart, LineChart, MOST_PROVINCES},
    components::{
        comparison_table::comparison_table,
        figure::{Figure, FigureWords, share_image},
        fold::filter_fold,
        history_table::history_table,
        index_tabs::index_tabs,
        query_form::{page_form, select_field},
        standings_table::standings_table,
        timeline::Timeline,
    },
    format::join_names,
    routes::chosen_index,
    text::{common, compare as text, index as index_text, peers, years},
    view_model::{
        comparison_view, series_view,
        wording::{component_name, score_number},
    },
};

/// The figures of the page.
struct ComparePageData {
    /// All provinces by name, for the picker.
    provinces: Vec<Named>,
    index: IndexInfo,
    /// The list of units that the chosen ones are of.
    borders: Borders,
    year: Year,
    window: YearWindow,
    /// Who may be compared with the chosen ones.
    suggested: Vec<ProvinceSlug>,
    /// Absent while fewer than two provinces are chosen.
    compared: Option<Compared>,
}

/// What is told of the chosen provinces.
struct Compared {
    series: SeriesAnswer,
    matrix: Matrix,
    /// The median of the totals in the year of the matrix, as it is written; `None` where the table is not complete.
    total_median: Option<String>,
    /// The tables that the indices open on.
    standings: Vec<Ranking>,
}

/// `/{lang}/compare`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

/// The provinces that are compared: the first six asked for.
fn compared(address: &PageAddress) -> Vec<ProvinceSlug> {
    address.query.provinces.iter().take(MOST_PROVINCES).cloned().collect()
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<ComparePageData, Problem> {
    let language = address.language;
    let id = chosen_index(address);
    let index = answers.index(id)?;
    let provinces = compared(address);
    let component = address.query.component.clone().unwrap_or_default();
    let borders = index.borders_asked(&component, address.query.borders, address.query.year);
    let list = answers.provinces(borders);
    let opens_on = index.opens_on_in(borders).unwrap_or(index.opens_on);
    let year = address
        .query
        .year
        .or_else(|| newest_year_of_components(&index, borders, opens_on))
        .unwrap_or(opens_on);
    let window = YearWindow::of(&address.query, &index, &component, borders);
    let suggested = {
        let ranking = answers.rankings(&table_query(id, opens_on, borders))?;
        match provinces.first() {
            // Estimates are not ranked, so none is nearest.
            _ if ranking.back_cast => Vec::new(),
            None => best_of_regions(&ranking),
            Some(province) => nearest_in_region(&ranking, province),
        }
    };
    let compared = if provinces.len() >= 2 {
        let series = window.series(&index, component, provinces.clone());
        let matrix = MatrixQuery {
            index: id,
            year: Some(year),
            provinces,
            region: None,
            borders: Some(borders),
        };
        let mut standings = Vec::new();
        for index in answers.indices()? {
            // An index may have no figures of these units.
            if let Some(opens_on) = index.opens_on_in(borders) {
                standings.push(answers.rankings(&table_query(index.id, opens_on, borders))?);
            }
        }
        let totals = answers.rankings(&table_query(id, year, borders))?;
        Some(Compared {
            series: answers.series(&series)?,
            matrix: answers.matrix(&matrix)?,
            total_median: totals
                .summary
                .map(|summary| score_number(summary.median, totals.scale, language)),
            standings,
        })
    } else {
        None
    };
    Ok(ComparePageData {
        provinces: named_provinces(&list, language),
        index,
        borders,
        year,
        window,
        suggested,
        compared,
    })
}

/// The table of an index, by its total.
fn table_query(index: IndexId, year: Year, borders: Borders) -> RankingQuery {
    RankingQuery {
        index,
        component: ComponentId::overall(),
        year: Some(year),
        region: None,
        borders: Some(borders),
        interval: None,
        rank: None,
    }
}

fn show(address: &PageAddress, data: &ComparePageData) -> Page {
    let language = address.language;
    let chosen = compared(address);
    let names: Vec<String> = chosen
        .iter()
        .map(|slug| name_of(&data.provinces, slug).to_owned())
        .collect();
    let base = FigureQuery {
        provinces: chosen.clone(),
        width: FigureWidth::Wide,
        component: address.query.component.clone().unwrap_or_default(),
        borders: data.borders.in_address(),
        ..FigureQuery::new(data.index.id, language)
    };
    let title = if names.is_empty() {
        text::TITLE.get(language).to_owned()
    } else {
        format!("{}: {}", data.index.short_name, join_names(&names, language))
    };
    let head = PageHead {
        title: title.clone(),
        description: text::LEAD.get(language).to_owned(),
        image: data.compared.is_some().then(|| {
            share_image(
                ChartKind::Line,
                &FigureQuery {
                    width: FigureWidth::Medium,
                    ..data.window.figure(base.clone(), address.query.show)
                },
            )
        }),
    };
    let tabs = index_tabs(data.index.id, language, |index| {
        address.with(|query| {
            query.index = Some(index);
            query.component = None;
        })
    });
    let too_many = (address.query.provinces.len() > MOST_PROVINCES)
        .then(|| view! { <p role="status">{text::TOO_MANY.get(language)}</p> });
    let body = data.compared.as_ref().map_or_else(
        || view! { <p role="status">{text::TOO_FEW.get(language)}</p> }.into_any(),
        |compared| figures(address, data, &base, compared),
    );
    let view = view! {
        <div class=format!("wrap page-compare index-{}", data.index.id)>
            <h1>{title}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            {borders_choice(address, data.borders)}
            {picker(address, data, &chosen)}
            {too_many}
            {tabs}
            {body}
        </div>
    };
    Page::new(head, view.into_any())
}

/// Whether provinces are compared or units of 2025; a slug is a name within one list only, so the choice begins anew.
fn borders_choice(address: &PageAddress, shown: Borders) -> AnyView {
    borders_links(address, shown, &|query, borders| {
        if borders != shown {
            query.provinces.clear();
            query.year = None;
        }
    })
}

/// The chosen provinces, each with a link that takes it out, and a list to add another.
fn picker(address: &PageAddress, data: &ComparePageData, chosen: &[ProvinceSlug]) -> AnyView {
    let language = address.language;
    let fields = pick_field(
        "p",
        &data.provinces,
        chosen,
        text::ADD.get(language),
        text::CHOOSE.get(language),
    );
    let form = (chosen.len() < MOST_PROVINCES).then(|| {
        page_form(
            address,
            "filter",
            text::ADD.get(language),
            &["p"],
            fields,
            common::APPLY.get(language),
        )
    });
    let full = (chosen.len() == MOST_PROVINCES).then(|| view! { <p class="muted">{text::FULL.get(language)}</p> });
    let has_room = chosen.len() < MOST_PROVINCES && !data.suggested.is_empty();
    let suggestions = has_room.then(|| suggestions(address, data, chosen));
    view! {
        <div class="filters">
            {picked_list(address, &data.provinces, Some(text::CHOSEN.get(language)))}
            {form}
            {full}
        </div>
        {suggestions}
    }
    .into_any()
}

/// Provinces that may be added with one click.
fn suggestions(address: &PageAddress, data: &ComparePageData, chosen: &[ProvinceSlug]) -> AnyView {
    let language = address.language;
    let why = if chosen.is_empty() {
        text::BEST_OF_REGIONS
    } else {
        text::NEAREST
    };
    let links = data
        .suggested
        .iter()
        .filter(|slug| !chosen.contains(slug))
        .map(|slug| {
            let link = address.with(|query| query.provinces.push(slug.clone()));
            let name = name_of(&data.provinces, slug).to_owned();
            view! { <li><a id=format!("suggested-{slug}") href=link data-noscroll="">{name}</a></li> }
        })
        .collect_view();
    // Units of 2025 have no peers.
    let alike = chosen
        .first()
        .filter(|_| data.borders == Borders::Provinces63)
        .map(|slug| {
            let link = peers_address(language, slug, data.index.id, None);
            view! { <li><a href=link>{peers::like(name_of(&data.provinces, slug), language)}</a></li> }
        });
    view! {
        <div class="further">
            <p class="muted">{why.get(language)}":"</p>
            <ul class="inline-list">{links}{alike}</ul>
        </div>
    }
    .into_any()
}

fn figures(address: &PageAddress, data: &ComparePageData, base: &FigureQuery, compared: &Compared) -> AnyView {
    let language = address.language;
    let index = &data.index;
    let citation = language.pick(&index.citation_vi, &index.citation_en).to_owned();
    let show = address.query.show;
    let lines = series_view(&compared.series, index, show, language);
    let query = data
        .window
        .series(index, base.component.clone(), base.provinces.clone());
    let mut words = FigureWords::new::<LineChart>(&lines);
    words.drop_notes(&lines.breaks.iter().map(|entry| entry.text.clone()).collect::<Vec<_>>());
    let mut line = Figure::new(
        "years",
        ChartKind::Line,
        data.window.figure(base.clone(), show),
        words,
        address.canonical(),
    );
    line.first = true;
    line.stacked = true;
    line.table = Some(history_table(&lines));
    line.csv = Some(at(format_args!("/api/v1/series.csv?{}", query.to_query_string())));
    line.citation = Some(citation.clone());

    let components = comparison_view(&compared.matrix, index, language);
    let has_components = components
        .rows
        .iter()
        .any(|row| row.cells.iter().any(|cell| cell.score.is_some()));
    let by_component = if has_components {
        let words = FigureWords::new::<ComparisonChart>(&components);
        let query = FigureQuery {
            component: ComponentId::overall(),
            year: Some(data.year),
            ..base.clone()
        };
        let mut figure = Figure::new("components", ChartKind::Comparison, query, words, address.canonical());
        figure.stacked = true;
        figure.table = Some(comparison_table(&components, compared.total_median.as_deref()));
        figure.citation = Some(citation);
        figure.view()
    } else {
        view! { <p class="muted">{index_text::NO_COMPONENTS.get(language)}</p> }.into_any()
    };
    let chosen: Vec<Named> = base
        .provinces
        .iter()
        .map(|slug| (slug.clone(), name_of(&data.provinces, slug).to_owned()))
        .collect();
    let component_field = component_field(index, &base.component, language, &|component| {
        component.years.contains(&data.year)
    });
    let years = year_choices(&index.years, Some(data.year));
    let year_field = select_field("filter-y", "y", common::YEAR.get(language), years);
    let info = index.component(&base.component);
    let name = info.map_or("", |info| language.pick(&info.name_vi, &info.name_en));
    let state = format!(
        "{} · {}",
        component_name(base.component.is_overall(), name, language),
        years::shown(show).get(language)
    );
    let line_filters = view! {
        <div class="filters">
            {page_form(address, "component", common::COMPONENT.get(language), &["c"], component_field, common::APPLY.get(language))}
            {data.window.form(address)}
            {show_choice(address)}
        </div>
    };
    let year_filters = view! {
        <div class="filters">
            {page_form(address, "year", common::YEAR.get(language), &["y"], year_field, common::APPLY.get(language))}
            {Timeline { id: "timeline", years: &index.years, breaks: &[], year: data.year }.view(address)}
        </div>
    };
    let year_state = format!("{}: {}", common::YEAR.get(language), data.year);
    view! {
        {filter_fold("line-filters", state, line_filters)}
        {line.view()}
        <section id="standings">
            <h2>{text::STANDINGS.get(language)}</h2>
            {standings_table(language, data.borders, &chosen, &compared.standings, text::STANDINGS_CAPTION)}
        </section>
        {filter_fold("year-filters", year_state, year_filters)}
        {by_component}
    }
    .into_any()
}
