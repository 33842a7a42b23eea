//! The page of a province: the four indices side by side, the components of one of them, and the years behind.

use leptos::prelude::*;
use vithe_shared::{
    Borders, IndexId, Language, Problem, ProvinceSlug, Year,
    api::{
        Profile, Ranking, SeriesAnswer, changes::ChangesAnswer, declines::DeclinesAnswer, indicators::IndicatorsAnswer,
        peers::PeersAnswer,
    },
    domain::IndexInfo,
    query::{ChartKind, FigureQuery, PageQuery, Show, Tab},
};

use super::{
    Page, PageHead,
    choices::year_choices,
    planner_sections::{changes_section, declines_section},
    strengths_section::strengths_section,
    trend::TrendData,
    year_window::YearWindow,
};
use crate::{
    address::{PageAddress, report_path},
    answers::Answers,
    components::{
        figure::share_image,
        fold::filter_fold,
        index_tabs::index_tabs,
        query_form::{page_form, select_field},
        timeline::Timeline,
    },
    text::{common, planner, province as text, report, strengths},
    view_model::{ProfileView, components_view, narrative::Story, profile_view, profile_view::has_component_scores},
};

mod ahead;
mod asked;
mod cards;
mod components;
mod contents;
mod history;
mod relations;
mod story;

use ahead::Ahead;
use asked::ask;
use cards::cards;
use components::{component_section, other_tables};
use contents::{Entry, contents};
use history::history_section;
use relations::{members_section, origin_line, peers_section};
pub(crate) use story::Narrator;
use story::{description, narrative_section, narrator};

/// The figures of the page.
struct ProvincePageData {
    profile: Profile,
    index: IndexInfo,
    window: YearWindow,
    series: SeriesAnswer,
    /// How far ranks carry, where that can be told.
    intervals: Vec<(IndexId, String)>,
    trends: Vec<(IndexId, TrendData)>,
    peers: Vec<(ProvinceSlug, String)>,
    /// Those of the region that stand nearest on the chosen index.
    nearest: Vec<ProvinceSlug>,
    /// Those that are alike on the chosen index, of provinces of the 63.
    alike: Option<PeersAnswer>,
    ahead: Vec<Ahead>,
    merged_with: Vec<(ProvinceSlug, String)>,
    /// The provinces that a unit of 2025 was formed of.
    members: Vec<(ProvinceSlug, String)>,
    /// The tables that they stand in, one per index of the page.
    member_tables: Vec<Ranking>,
    /// The chosen index and component over their years, where there is more than one.
    member_series: Option<SeriesAnswer>,
    /// What is told of each index beside its figures, in the order of the profile.
    stories: Vec<StoryData>,
    declines: Vec<(DeclinesAnswer, IndexInfo)>,
}

/// What is told of an index beside the figures of its year.
struct StoryData {
    /// Absent where there is no earlier year.
    changes: Option<ChangesAnswer>,
    totals: SeriesAnswer,
    /// Absent where no component is on record.
    declines: Option<DeclinesAnswer>,
    /// Absent where the year, or the list of units, has none.
    indicators: Option<IndicatorsAnswer>,
}

impl ProvincePageData {
    /// What the change of the chosen index is made of.
    fn changes(&self) -> Option<&ChangesAnswer> {
        let position = self.profile.indices.iter().position(|own| own.index == self.index.id)?;
        self.stories[position].changes.as_ref()
    }
}

/// `/{lang}/province/{slug}`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn show(address: &PageAddress, data: &ProvincePageData) -> Page {
    let language = address.language;
    let view = profile_view(&data.profile, language);
    let components = components_view(&data.profile, &data.index, language);
    let chosen = data.index.id;
    let base = FigureQuery {
        provinces: vec![view.province.clone()],
        year: Some(components.as_ref().map_or(view.year, |components| components.year)),
        borders: data.profile.province.borders.in_address(),
        ..FigureQuery::new(chosen, language)
    };
    let stories: Vec<Story<'_>> = data
        .profile
        .indices
        .iter()
        .zip(&data.stories)
        .map(|(own, story)| Story {
            own,
            changes: story.changes.as_ref(),
            totals: Some(&story.totals),
            declines: story.declines.as_ref(),
            indicators: story.indicators.as_ref(),
            members: &data.members,
        })
        .collect();
    let paragraphs = narrator()(&data.profile, &view, &stories);
    let head = PageHead {
        title: if data.profile.province.borders == Borders::Units34 {
            format!("{} ({}) {}", view.name, text::UNIT_SINCE.get(language), view.year)
        } else {
            format!("{} {}", view.name, view.year)
        },
        description: description(&paragraphs),
        image: Some(share_image(
            ChartKind::Line,
            &data.window.figure(base.clone(), Show::Score),
        )),
    };
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
    let state = format!("{}: {}", common::YEAR.get(language), view.year);
    let years = filter_fold(
        "year-filters",
        state,
        view! {
            <div class="filters">
                {year_form(address, &data.profile.years, view.year)}
                {Timeline { id: "timeline", years: &data.profile.years, breaks: &[], year: view.year }.view(address)}
            </div>
        },
    );
    let has_estimates = data.profile.indices.iter().any(|own| own.back_cast);
    // A name may be that of a province as well.
    let is_unit = data.profile.province.borders == Borders::Units34;
    let which = is_unit.then(|| view! { " " <span class="h1-rest">{text::UNIT_SINCE.get(language)}</span> });
    let has_declines = !data.declines.is_empty();
    let has_changes = data.changes().is_some() || data.profile.province.borders == Borders::Provinces63;
    let view = view! {
        <div class=format!("wrap page-province index-{chosen}")>
            <h1>{view.name.clone()}{which}</h1>
            {origin_line(data, &view)}
            {narrative_section(address, data, &paragraphs)}
            {has_estimates.then(|| view! { <p class="muted estimates">{common::ESTIMATES.get(language)}</p> })}
            {report_link(address, &view)}
            {contents(&entries(data, language), language)}
            {years}
            <h2 class="visually-hidden">{text::FOUR_INDICES.get(language)}</h2>
            {cards(address, data, &view)}
            {members_section(data, language)}
            {choose}
            {component_part}
            {data.profile.index(chosen).map(|own| strengths_section(address, own, &data.index))}
            {has_changes.then(|| changes_section(address, data.changes(), &data.index, &base))}
            {has_declines.then(|| declines_section(address, &view.province, &data.declines))}
            {history_section(address, data, &base)}
            {tables}
            {peers_section(address, data, &view)}
        </div>
    };
    Page::new(head, view.into_any())
}

/// The way to the report of the years up to the one shown.
fn report_link(address: &PageAddress, view: &ProfileView) -> AnyView {
    let language = address.language;
    let query = PageQuery {
        year: address.query.year.or(address.query.years.map(|years| years.to)),
        borders: address.query.borders,
        ..PageQuery::default()
    };
    let href = query.address(&report_path(language, &view.province));
    view! { <p class="further"><a id="report" href=href>{report::REPORT_OF.get(language)}</a></p> }.into_any()
}

/// The sections that have something to tell, in their order.
fn entries(data: &ProvincePageData, language: Language) -> Vec<Entry> {
    let own = data.profile.index(data.index.id);
    let sections = [
        ("indices", text::FOUR_INDICES, true),
        ("members", text::MEMBERS, data.members.len() > 1),
        ("components", text::COMPONENTS, own.is_some_and(has_component_scores)),
        (
            "strengths",
            strengths::TITLE,
            own.is_some_and(|own| own.strengths.is_some()),
        ),
        ("changes", planner::CHANGES, data.changes().is_some()),
        ("declines", planner::DECLINES, !data.declines.is_empty()),
        ("over-years", text::HISTORY, true),
        ("peers", text::PEERS_SHORT, true),
    ];
    sections
        .into_iter()
        .filter(|(_, _, is_told)| *is_told)
        .map(|(anchor, name, _)| (anchor, name.get(language)))
        .collect()
}

fn year_form(address: &PageAddress, years: &[Year], year: Year) -> AnyView {
    let language = address.language;
    let choices = year_choices(years, Some(year));
    let fields = select_field("filter-y", "y", common::YEAR.get(language), choices);
    page_form(
        address,
        "filter",
        text::CHOOSE_YEAR.get(language),
        &["y"],
        fields,
        common::APPLY.get(language),
    )
}
