//! The pages: each asks for its figures and puts components together. What is made here is the content between header and
//! footer.

use leptos::{prelude::*, reactive::computed::ScopedFuture};
use vithe_shared::{Problem, ProblemCode};

use crate::{
    address::{PageAddress, PageKind},
    api::SharedSource,
    components::search_box::CONTENT_BOX_HTML,
    text::missing,
};

mod analysis_links;
mod choices;
mod compare;
mod coverage_notes;
mod data;
mod declines;
mod index;
mod interval_sections;
mod methods;
mod movers;
mod overview;
mod planner_sections;
mod province;
mod regions;
mod scatter;
mod search;
mod sources;
mod strengths_section;
mod trend;
mod what_if;
mod year_stepper;

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
    /// What the view lives in; it ends with the page.
    owner: Owner,
}

impl Page {
    /// A page that lives in the owner at work.
    pub fn new(head: PageHead, view: AnyView) -> Self {
        Self {
            head,
            view,
            owner: Owner::current().unwrap_or_default(),
        }
    }

    /// What stands between header and footer, as the server sends it.
    pub fn into_html(self) -> String {
        let Self { view, owner, .. } = self;
        without_marks(&owner.with(|| view.to_html()))
    }
}

/// HTML without the empty comments that only a view that is hydrated needs. Content never is, but for the search box.
pub(crate) fn without_marks(html: &str) -> String {
    const MARK: &str = "<!>";
    let (begins, ends) = CONTENT_BOX_HTML;
    let parts = html.split_once(begins).and_then(|(before, rest)| {
        let (search, after) = rest.split_once(ends)?;
        Some((before, search, after))
    });
    match parts {
        None => html.replace(MARK, ""),
        Some((before, search, after)) => {
            let (before, after) = (before.replace(MARK, ""), after.replace(MARK, ""));
            [&before, begins, search, ends, &after].concat()
        }
    }
}

/// The page of an address, or why there is none. What of the address could not be read is said at its top.
pub async fn find_page(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    let found = Owner::new().with(|| ScopedFuture::new_untracked(page_of(source, address)));
    let mut page = found.await?;
    if !address.query.unread.is_empty() {
        let notes = address
            .query
            .unread
            .iter()
            .map(|(key, value)| {
                let note = missing::unread(key, value, address.language);
                view! { <p class="wrap notice" role="status">{note}</p> }
            })
            .collect_view();
        page.view = (notes, page.view).into_any();
    }
    Ok(page)
}

async fn page_of(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    match address.kind {
        PageKind::Overview => overview::page(source, address).await,
        PageKind::Index => index::page(source, address).await,
        PageKind::Province => province::page(source, address).await,
        PageKind::Compare => compare::page(source, address).await,
        PageKind::Data => data::page(source, address).await,
        PageKind::Methods => methods::page(source, address).await,
        PageKind::Search => search::page(source, address).await,
        PageKind::Movers => movers::page(source, address).await,
        PageKind::Declines => declines::page(source, address).await,
        PageKind::WhatIf => what_if::page(source, address).await,
        PageKind::Scatter => scatter::page(source, address).await,
        PageKind::Regions => regions::page(source, address).await,
        PageKind::Sources => sources::page(source, address).await,
        PageKind::Unknown => {
            let language = address.language;
            Err(Problem {
                title: missing::NOT_FOUND_TITLE.get(language).to_owned(),
                ..Problem::new(ProblemCode::NotFound, language, missing::NOT_FOUND_DETAIL.get(language))
            })
        }
    }
}

/// A page for an index that is none of the four.
fn unknown_index(address: &PageAddress) -> Problem {
    Problem::new(
        ProblemCode::UnknownIndex,
        address.language,
        missing::UNKNOWN_INDEX.get(address.language),
    )
}
