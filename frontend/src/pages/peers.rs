//! The provinces that are alike: whom to learn from first.

use leptos::prelude::*;
use vithe_shared::{
    Borders, ComponentId, IndexId, Language, Problem, ProvinceSlug,
    address::at,
    api::{ProvinceList, peers::PeersAnswer},
    domain::{IndexInfo, PeerLens, SourceInfo},
    query::{ApiQuery as _, ObservationQuery, PageQuery, PeersQuery},
};

use super::{
    Page, PageHead,
    choices::{default_choice, named_provinces, province_choices, year_choices},
    sources::sources_address,
};
use crate::{
    address::{Aspect, PageAddress, compare_path, province_address},
    answers::Answers,
    components::{
        fold::fold,
        indicators_table::documents,
        link_list::LinkList,
        peers_table::peers_table,
        query_form::{Choice, page_form, select_field},
        table_files::table_files,
    },
    routes::chosen_index,
    text::{common, indicators, peers as text},
    view_model::{PeersView, peers_view},
};

/// How many stand in the first table; the others are folded.
const SHOWN: usize = 12;
/// Of how many it is said what they do better.
const TOLD: usize = 3;
/// The indices whose component tables can be complete.
const OFFERED: [IndexId; 2] = [IndexId::Pci, IndexId::Papi];

/// The figures of the page.
struct PeersPageData {
    index: IndexInfo,
    provinces: ProvinceList,
    /// Absent while no province is chosen.
    answer: Option<PeersAnswer>,
}

/// `/{lang}/peers`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let id = chosen_index(address);
    let query = PeersQuery {
        index: id,
        year: address.query.year,
        by: address.query.peers_by,
    };
    let chosen = address.query.provinces.first();
    let data = PeersPageData {
        index: answers.index(id)?,
        provinces: answers.provinces(Borders::Provinces63),
        answer: chosen.map(|province| answers.peers(province, &query)).transpose()?,
    };
    Ok(show(address, &data))
}

fn show(address: &PageAddress, data: &PeersPageData) -> Page {
    let language = address.language;
    let index = data.index.id;
    let told = data
        .answer
        .as_ref()
        .map(|answer| (answer, peers_view(answer, &data.index, &data.provinces, language)));
    let title = told
        .as_ref()
        .map_or_else(|| text::TITLE.get(language).to_owned(), |(_, view)| view.title.clone());
    let finding = told.as_ref().and_then(|(_, view)| view.finding.clone());
    let head = PageHead {
        title: title.clone(),
        description: finding.map_or_else(|| text::LEAD.get(language).to_owned(), |finding| format!("{finding}.")),
        image: None,
    };
    let body = told.map_or_else(
        || view! { <p role="status">{text::CHOOSE.get(language)}</p> }.into_any(),
        |(answer, view)| {
            if answer.rows.is_empty() {
                refused(address, answer, &view)
            } else {
                peers(address, answer, &view)
            }
        },
    );
    let content = view! {
        <div class=format!("wrap page-peers index-{index}")>
            <h1>{title}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            {filters(address, data)}
            {body}
        </div>
    };
    Page::new(head, content.into_any())
}

/// Province, index, year, and who comes first.
fn filters(address: &PageAddress, data: &PeersPageData) -> AnyView {
    let language = address.language;
    let names = named_provinces(&data.provinces, language);
    let chosen = address.query.provinces.first();
    let provinces = province_choices(&names, chosen, text::CHOOSE_PROVINCE.get(language));
    let index = data.index.id;
    let further = (!OFFERED.contains(&index)).then_some(index);
    let indices = OFFERED
        .into_iter()
        .chain(further)
        .map(|offered| Choice {
            value: offered.to_string(),
            text: offered.short_name().to_owned(),
            selected: offered == index,
        })
        .collect();
    let year = address.query.year;
    let mut years = data
        .answer
        .as_ref()
        .map_or_else(Vec::new, |answer| answer.years.clone());
    // A year of which peers cannot be told stays the choice of the reader.
    if let Some(year) = year
        && !years.contains(&year)
    {
        years.insert(years.partition_point(|other| *other < year), year);
    }
    let years = std::iter::once(default_choice(text::NEWEST.get(language), year.is_none()))
        .chain(year_choices(&years, year))
        .collect();
    let lenses = PeerLens::ALL
        .into_iter()
        .map(|lens| Choice {
            value: lens.to_string(),
            text: text::lens(lens).get(language).to_owned(),
            selected: lens == address.query.peers_by,
        })
        .collect();
    let fields = view! {
        {select_field("filter-p", "p", common::PROVINCE.get(language), provinces)}
        {select_field("filter-i", "i", common::INDEX.get(language), indices)}
        {select_field("filter-y", "y", common::YEAR.get(language), years)}
        {select_field("filter-by", "by", text::LENS.get(language), lenses)}
    }
    .into_any();
    view! {
        <div class="filters">
            {page_form(address, "filter", text::FILTERS.get(language), &["p", "i", "y", "by"], fields, common::APPLY.get(language))}
        </div>
    }
    .into_any()
}

/// Why nobody is told, and where somebody is.
fn refused(address: &PageAddress, answer: &PeersAnswer, view: &PeersView) -> AnyView {
    let language = address.language;
    let to = |index: Option<IndexId>, year| {
        address.with(|query| {
            query.index = index.or(query.index);
            query.year = year;
        })
    };
    let mut links: Vec<(String, String)> = answer
        .years
        .iter()
        .rev()
        .map(|year| (to(None, Some(*year)), format!("{} {year}", answer.index.short_name())))
        .collect();
    if links.is_empty() {
        links.extend(
            OFFERED
                .into_iter()
                .filter(|offered| *offered != answer.index)
                .map(|offered| (to(Some(offered), None), offered.short_name().to_owned())),
        );
    }
    view! {
        <p role="status">{view.missing.clone()}</p>
        <p class="muted">{text::OTHER_YEARS.get(language)} ":"</p>
        <LinkList links/>
    }
    .into_any()
}

fn peers(address: &PageAddress, answer: &PeersAnswer, view: &PeersView) -> AnyView {
    let language = address.language;
    let aspect = Aspect::of(answer.index, &ComponentId::overall(), answer.year);
    let (shown, rest) = view.rows.split_at(SHOWN.min(view.rows.len()));
    let table = |id, label: &'static str, rows| peers_table(id, label, view, rows, &aspect, language);
    let rest = (!rest.is_empty()).then(|| {
        let line = format!("{} ({})", text::REST.get(language), rest.len());
        fold("rest", line, table("table-rest", text::REST.get(language), rest))
    });
    let query = PeersQuery {
        index: answer.index,
        year: Some(answer.year),
        by: answer.by,
    };
    let csv = at(format_args!(
        "/api/v1/peers/{}.csv?{}",
        answer.province,
        query.to_query_string()
    ));
    let notes = view
        .notes
        .iter()
        .map(|note| view! { <li>{note.clone()}</li> })
        .collect_view();
    view! {
        <p class="finding">{view.finding.clone().map(|finding| format!("{finding}."))}</p>
        <p class="muted">{view.own.clone()}</p>
        {links(answer, &aspect, language)}
        {leads(view, language)}
        <section id="peers">
            <h2 class="section-title">{text::TABLE.get(language)}</h2>
            {table("table-peers", text::TABLE.get(language), shown)}
            {rest}
            {table_files(indicators::FILES, &csv, language)}
        </section>
        <section id="notes">
            <h2 class="section-title">{text::READING.get(language)}</h2>
            <ul class="notes">{notes}</ul>
        </section>
        {sources(answer, view, language)}
    }
    .into_any()
}

/// Publisher and documents; those of the scores, which may be many, have a page of their own.
fn sources(answer: &PeersAnswer, view: &PeersView, language: Language) -> AnyView {
    let context: Vec<SourceInfo> = answer
        .sources
        .iter()
        .filter(|source| answer.context_source_ids.contains(&source.id))
        .cloned()
        .collect();
    let of_scores = sources_address(
        language,
        ObservationQuery {
            index: Some(answer.index),
            component: None,
            province: None,
            year: Some(answer.year),
            borders: None,
        },
    );
    view! {
        <p class="source muted small">
            {view.source.clone()}
            " · "
            <a href=of_scores>{text::SCORE_SOURCES.get(language)}</a>
            {documents(&context, language)}
        </p>
    }
    .into_any()
}

/// To the comparison with the first ones, and to the page of the province.
fn links(answer: &PeersAnswer, aspect: &Aspect, language: Language) -> AnyView {
    let first = answer.rows.iter().take(TOLD).map(|peer| peer.province.clone());
    let provinces: Vec<ProvinceSlug> = std::iter::once(answer.province.clone()).chain(first).collect();
    let compare = PageQuery {
        index: Some(answer.index),
        year: Some(answer.year),
        provinces,
        ..PageQuery::default()
    };
    let links = vec![
        (
            compare.address(&compare_path(language)),
            text::COMPARE.get(language).to_owned(),
        ),
        (
            province_address(language, &answer.province, aspect),
            text::PROVINCE_PAGE.get(language).to_owned(),
        ),
    ];
    view! { <LinkList links/> }.into_any()
}

/// What the first ones do better.
fn leads(view: &PeersView, language: Language) -> AnyView {
    let items = view
        .rows
        .iter()
        .take(TOLD)
        .map(|row| {
            let words = if row.leads.is_empty() {
                text::NO_LEAD.get(language).to_owned()
            } else {
                row.leads.join("; ")
            };
            view! { <li><strong>{row.name.clone()}</strong> ": " {words}</li> }
        })
        .collect_view();
    view! {
        <section id="leads">
            <h2 class="section-title">{text::LEADS.get(language)}</h2>
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}
