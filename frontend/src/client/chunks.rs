//! The WebAssembly that comes when it is needed. The main module holds the frame; the engine and each family of pages are
//! chunks of their own. A chunk hands out plain functions once: from then on a page is made without waiting.
#![expect(
    clippy::unnecessary_wraps,
    reason = "what loads a chunk can fail, and the macro takes the type of the failure from here"
)]

use std::sync::OnceLock;

use futures_util::future::join;
use leptos::wasm_split::SplitLoaderError;
use vithe_shared::{Language, Problem, api::Profile, dataset::Part, engine::catalog::Catalog};
use web_sys::{Element, HtmlInputElement};

use super::{Site, choice_list::choice_lists, engine_part::FiguresError, finding_list::finding_list};
use crate::{
    address::PageAddress,
    pages::{self, Narrator, Page},
    routes::Family,
    view_model::{
        ProfileView,
        narrative::{Paragraph, Story},
    },
};

/// Makes a page of a family.
pub(super) type PageMaker = fn(&'static Catalog, &PageAddress) -> Result<Page, Problem>;

/// What the frame asks of the engine; everything else is asked by the pages.
#[derive(Clone, Copy)]
pub(super) struct EnginePart {
    /// Reads the registry. The catalog lives as long as the document.
    pub(super) open: fn(&str) -> Result<&'static Catalog, FiguresError>,
    /// Adds a part of the figures; one that is here already stays as it is.
    pub(super) add: fn(&Catalog, Part, &str) -> Result<(), FiguresError>,
}

/// What is searched by typing, and the page of the search.
#[derive(Clone, Copy)]
pub(super) struct SearchPart {
    /// Makes the page.
    page: PageMaker,
    /// The list below a search box.
    pub(super) findings: fn(Site, &'static Catalog, &HtmlInputElement, Language) -> Option<()>,
    /// Puts the fields that are searched by typing in place of the long lists of a part of the document.
    pub(super) choices: fn(&Element, Language),
}

#[leptos::wasm_split::wasm_split(engine, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn engine() -> Result<EnginePart, SplitLoaderError> {
    Ok(super::engine_part::PART)
}

#[leptos::wasm_split::wasm_split(atlas, wasm_split_path = ::leptos::wasm_split, fallible)]
fn atlas() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::atlas_page)
}

#[leptos::wasm_split::wasm_split(places, wasm_split_path = ::leptos::wasm_split, fallible)]
fn places() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::places_page)
}

#[leptos::wasm_split::wasm_split(narrative, wasm_split_path = ::leptos::wasm_split, fallible)]
fn narrative() -> Result<Narrator, SplitLoaderError> {
    Ok(crate::view_model::narrative::narrative)
}

/// What the page of a province is told by, once its chunk is here.
static NARRATOR: OnceLock<Narrator> = OnceLock::new();

/// Tells the year of a province. The chunk comes together with that of the pages of provinces.
pub(crate) fn narrator() -> Narrator {
    fn nothing(_: &Profile, _: &ProfileView, _: &[Story<'_>]) -> Vec<Paragraph> {
        Vec::new()
    }
    NARRATOR.get().copied().unwrap_or(nothing)
}

#[leptos::wasm_split::wasm_split(planner, wasm_split_path = ::leptos::wasm_split, fallible)]
fn planner() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::planner_page)
}

#[leptos::wasm_split::wasm_split(reading, wasm_split_path = ::leptos::wasm_split, fallible)]
fn reading() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::reading_page)
}

#[leptos::wasm_split::wasm_split(search, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn search() -> Result<SearchPart, SplitLoaderError> {
    Ok(SearchPart {
        page: pages::search_page,
        findings: finding_list,
        choices: choice_lists,
    })
}

#[leptos::wasm_split::wasm_split(check, wasm_split_path = ::leptos::wasm_split, fallible)]
fn check() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::check_page)
}

#[leptos::wasm_split::wasm_split(indicators, wasm_split_path = ::leptos::wasm_split, fallible)]
fn indicators() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::indicators_page)
}

#[leptos::wasm_split::wasm_split(peers, wasm_split_path = ::leptos::wasm_split, fallible)]
fn peers() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::peers_page)
}

#[leptos::wasm_split::wasm_split(report, wasm_split_path = ::leptos::wasm_split, fallible)]
fn report() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::report_page)
}

/// Pages that the year of a province is told on, with what tells it.
async fn told_by_narrator(
    pages: impl Future<Output = Result<PageMaker, SplitLoaderError>>,
) -> Result<PageMaker, SplitLoaderError> {
    let (pages, told) = join(pages, narrative()).await;
    let _ = NARRATOR.set(told?);
    pages
}

/// The chunk of a family.
pub(super) async fn family(family: Family) -> Result<PageMaker, SplitLoaderError> {
    match family {
        Family::Atlas => atlas().await,
        Family::Places => told_by_narrator(places()).await,
        Family::Report => told_by_narrator(report()).await,
        Family::Planner => planner().await,
        Family::Reading => reading().await,
        Family::Check => check().await,
        Family::Indicators => indicators().await,
        Family::Peers => peers().await,
        Family::Search => search().await.map(|part| part.page),
    }
}
