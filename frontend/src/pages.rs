//! The pages, made where the figures are: each asks for its figures and puts components together. What is made here is the
//! content between header and footer; it travels as text, in the document or over the JSON API.

use leptos::prelude::*;
use vithe_shared::{Problem, ProblemCode};

use crate::{
    address::{PageAddress, PageKind},
    api::SharedSource,
    markup::Markup,
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

/// A page ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What its head says.
    pub head: PageHead,
    /// What stands between header and footer, as HTML.
    pub html: String,
}

impl Page {
    fn new(head: PageHead, content: impl IntoView) -> Self {
        Self {
            head,
            html: content.into_view().to_html(),
        }
    }
}

/// The page of an address, or why there is none. What of the address could not be read is said at its top.
pub async fn find_page(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    let mut page = page_of(source, address).await?;
    if !address.query.unread.is_empty() {
        let mut note = Markup::default();
        for (key, value) in &address.query.unread {
            note.element(
                "p",
                &[("class", "wrap notice"), ("role", "status")],
                &missing::unread(key, value, address.language),
            );
        }
        page.html.insert_str(0, &note.into_html());
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
