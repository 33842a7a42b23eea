//! The pages: each asks for its figures and puts components together. What is made here is the content between header and
//! footer.

use leptos::prelude::*;
use vithe_shared::{Problem, ProblemCode, engine::catalog::Catalog};

use crate::{
    address::{PageAddress, PageKind},
    answers::Answers,
    check::Checker,
    text::missing,
};
#[cfg(not(feature = "csr"))]
use crate::{check::Asked, routes::Family};

mod analysis_links;
mod check;
mod choices;
mod compare;
mod component;
mod coverage_notes;
mod data;
mod declines;
mod discrepancies;
mod index;
mod indicator;
mod interval_sections;
mod methods;
mod movers;
mod overview;
mod peers;
mod planner_sections;
mod province;
mod regions;
mod report;
mod scatter;
mod search;
mod sources;
mod strengths_section;
mod suggestions;
mod told;
mod trend;
mod versions;
mod what_if;
mod year_window;

pub(crate) use province::Narrator;
pub(crate) use suggestions::alike_up_to;
pub(crate) use told::{Teller, TellsFigure};
#[cfg(feature = "csr")]
pub(crate) use told::{atlas_figure, indicator_figure, places_figure, planner_figure};

/// What the head of the document says about a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageHead {
    /// Its title, without the name of the site.
    pub title: String,
    /// One sentence about it, told from its figures.
    pub description: String,
    /// The address of its share image, `/figures/….png?…`.
    pub image: Option<String>,
}

/// A page ready to be shown.
pub struct Page {
    /// What its head says.
    pub head: PageHead,
    /// What stands between header and footer.
    pub view: AnyView,
    /// The number fields of the page, by their keys: what is wrong with one is said beside it.
    number_fields: Vec<String>,
}

impl Page {
    /// A page.
    pub fn new(head: PageHead, view: AnyView) -> Self {
        Self {
            head,
            view,
            number_fields: Vec::new(),
        }
    }

    /// The page with its number fields, by their keys.
    fn with_number_fields(self, number_fields: Vec<String>) -> Self {
        Self { number_fields, ..self }
    }
}

/// The page of an address, or why there is none.
#[cfg(not(feature = "csr"))]
pub fn find_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    match address.kind.entry().map(|entry| entry.family(address)) {
        Some(Family::Atlas) => atlas_page(catalog, address),
        Some(Family::Places) => places_page(catalog, address),
        Some(Family::Planner) => planner_page(catalog, address),
        Some(Family::Search) => search_page(catalog, address),
        Some(Family::Check) => checked_page(catalog, address, &Asked::default()),
        Some(Family::Indicators) => indicators_page(catalog, address),
        Some(Family::Peers) => peers_page(catalog, address),
        Some(Family::Report) => report_page(catalog, address),
        Some(Family::Reading) | None => reading_page(catalog, address),
    }
}

/// A national picture: the overview, a league table.
pub(crate) fn atlas_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    noting_what_is_unread(
        address,
        match address.kind {
            PageKind::Index => index::page(answers, address),
            _ => overview::page(answers, address),
        },
    )
}

/// A page of provinces or regions.
pub(crate) fn places_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    noting_what_is_unread(
        address,
        match address.kind {
            PageKind::Compare => compare::page(answers, address),
            PageKind::Regions => regions::page(answers, address),
            _ => province::page(answers, address),
        },
    )
}

/// A page about what changed and what could.
pub(crate) fn planner_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    noting_what_is_unread(
        address,
        match address.kind {
            PageKind::Movers => movers::page(answers, address),
            PageKind::WhatIf => what_if::page(answers, address),
            PageKind::Scatter => scatter::page(answers, address),
            _ => declines::page(answers, address),
        },
    )
}

/// A page to be read; what is no page is told here, too.
pub(crate) fn reading_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    noting_what_is_unread(
        address,
        match address.kind {
            PageKind::Data => data::page(answers, address),
            PageKind::Versions => Ok(versions::page(answers, address)),
            PageKind::Methods => methods::page(answers, address),
            PageKind::Discrepancies => discrepancies::page(answers, address),
            PageKind::Sources => sources::page(answers, address),
            _ => {
                let language = address.language;
                Err(Problem {
                    title: missing::NOT_FOUND_TITLE.get(language).to_owned(),
                    ..Problem::new(ProblemCode::NotFound, language, missing::NOT_FOUND_DETAIL.get(language))
                })
            }
        },
    )
}

/// What lies below a total: a component of a province, an indicator.
pub(crate) fn indicators_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    noting_what_is_unread(
        address,
        match address.kind {
            PageKind::Index => indicator::page(answers, address),
            _ => component::page(answers, address),
        },
    )
}

/// The provinces that are alike.
pub(crate) fn peers_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    noting_what_is_unread(address, peers::page(answers, address))
}

/// The review report of a province.
pub(crate) fn report_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    noting_what_is_unread(address, report::page(answers, address))
}

/// The page of the search.
pub(crate) fn search_page(catalog: &Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    noting_what_is_unread(address, Ok(search::page(answers, address)))
}

/// The page of the claim checker, with the answer to a form that was sent to the server.
#[cfg(not(feature = "csr"))]
pub fn checked_page(catalog: &Catalog, address: &PageAddress, asked: &Asked) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    let outcome = asked.answer(catalog, address.language);
    noting_what_is_unread(address, check::page(answers, address, asked, outcome, Checker::Server))
}

/// The page of the claim checker, which answers in the browser. What stands in the document goes on standing: a text that was
/// typed, and the answer where the server has given one.
#[cfg(feature = "csr")]
pub(crate) fn check_page(catalog: &'static Catalog, address: &PageAddress) -> Result<Page, Problem> {
    let answers = Answers::new(catalog, address.language);
    let (asked, is_answered) = crate::client::checking::asked_in_document(address.language);
    let outcome = is_answered.then(|| asked.answer(catalog, address.language)).flatten();
    noting_what_is_unread(
        address,
        check::page(answers, address, &asked, outcome, Checker::Browser(catalog)),
    )
}

/// What of an address could not be read is said at the top of its page, unless a field says it.
fn noting_what_is_unread(address: &PageAddress, page: Result<Page, Problem>) -> Result<Page, Problem> {
    let mut page = page?;
    let query = &address.query;
    let unread = query.unread.iter().map(|(key, value)| (key, value));
    let mistyped = query
        .mistyped
        .iter()
        .filter(|(key, _)| !page.number_fields.contains(key));
    let notes: Vec<AnyView> = unread
        .chain(mistyped)
        .map(|(key, value)| {
            let note = missing::unread(key, value, address.language);
            view! { <p class="wrap notice" role="status">{note}</p> }.into_any()
        })
        .collect();
    if !notes.is_empty() {
        page.view = (notes, page.view).into_any();
    }
    Ok(page)
}

/// A page for an index that is none of the four.
fn unknown_index(address: &PageAddress) -> Problem {
    Problem::new(
        ProblemCode::UnknownIndex,
        address.language,
        missing::UNKNOWN_INDEX.get(address.language),
    )
}
