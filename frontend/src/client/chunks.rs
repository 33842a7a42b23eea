//! The WebAssembly that comes when it is needed. The main module holds the frame; the engine and each family of pages are
//! chunks of their own. A chunk hands out plain functions once: from then on a page is made without waiting.
#![expect(
    clippy::unnecessary_wraps,
    reason = "what loads a chunk can fail, and the macro takes the type of the failure from here"
)]

use std::sync::OnceLock;

use futures_util::future::{join, join3, join4};
use leptos::wasm_split::SplitLoaderError;
use vithe_shared::{
    Language, Problem,
    api::Profile,
    dataset::Part,
    engine::catalog::Catalog,
    query::{ChartKind, FigureQuery},
};
use web_sys::{Element, HtmlInputElement};

use super::{Site, choice_list::choice_lists, embed, engine_part::FiguresError, finding_list::finding_list};
use crate::{
    address::PageAddress,
    pages::{self, Narrator, Page, Teller, TellsFigure},
    report::views::{PLACES, PLANNER, PlacesViews, PlannerViews, TellsIndicators, TellsPeers, Views},
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
fn atlas() -> Result<(PageMaker, TellsFigure), SplitLoaderError> {
    Ok((pages::atlas_page, pages::atlas_figure))
}

#[leptos::wasm_split::wasm_split(places, wasm_split_path = ::leptos::wasm_split, fallible)]
fn places() -> Result<(PageMaker, PlacesViews, TellsFigure), SplitLoaderError> {
    Ok((pages::places_page, PLACES, pages::places_figure))
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
fn planner() -> Result<(PageMaker, PlannerViews, TellsFigure), SplitLoaderError> {
    Ok((pages::planner_page, PLANNER, pages::planner_figure))
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
fn indicators() -> Result<(PageMaker, TellsIndicators, TellsFigure), SplitLoaderError> {
    Ok((
        pages::indicators_page,
        crate::view_model::indicators_view,
        pages::indicator_figure,
    ))
}

#[leptos::wasm_split::wasm_split(peers, wasm_split_path = ::leptos::wasm_split, fallible)]
fn peers() -> Result<(PageMaker, TellsPeers), SplitLoaderError> {
    Ok((pages::peers_page, crate::view_model::peers_view))
}

#[leptos::wasm_split::wasm_split(report, wasm_split_path = ::leptos::wasm_split, fallible)]
fn report() -> Result<PageMaker, SplitLoaderError> {
    Ok(pages::report_page)
}

/// Makes the figure live that stands on a page of others.
#[leptos::wasm_split::wasm_split(embed, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn embed() -> Result<fn(), SplitLoaderError> {
    Ok(embed::start)
}

/// What tells a figure, with the engine that it asks.
pub(super) async fn figure(
    chart: ChartKind,
    query: &FigureQuery,
) -> Result<(TellsFigure, EnginePart), SplitLoaderError> {
    let tells = async {
        match Teller::of(chart, query) {
            Teller::Atlas => Ok(atlas().await?.1),
            Teller::Places => Ok(places().await?.2),
            Teller::Planner => Ok(planner().await?.2),
            Teller::Indicators => Ok(indicators().await?.2),
        }
    };
    let (tells, engine) = join(tells, engine()).await;
    Ok((tells?, engine?))
}

/// What a report is told by, once all chunks are here that it is of.
static REPORT_VIEWS: OnceLock<Views> = OnceLock::new();

/// What a report is told by. Its chunk comes together with those of the views.
pub(crate) fn report_views() -> Views {
    match REPORT_VIEWS.get() {
        Some(views) => *views,
        None => unreachable!("the page of a report is made after its chunks have come"),
    }
}

/// The report, with the chunks that its sections are told by.
async fn report_with_views() -> Result<PageMaker, SplitLoaderError> {
    let of_pages = join4(places(), planner(), indicators(), peers());
    let (page, (places, planner, indicators, peers), narrator) = join3(report(), of_pages, narrative()).await;
    let (_, places, figure) = places?;
    let _ = REPORT_VIEWS.set(Views {
        places,
        figure,
        planner: planner?.1,
        indicators: indicators?.1,
        peers: peers?.1,
        narrator: narrator?,
    });
    page
}

/// The chunk of a family.
pub(super) async fn family(family: Family) -> Result<PageMaker, SplitLoaderError> {
    match family {
        Family::Atlas => Ok(atlas().await?.0),
        Family::Places => {
            let (places, told) = join(places(), narrative()).await;
            let _ = NARRATOR.set(told?);
            Ok(places?.0)
        }
        Family::Planner => Ok(planner().await?.0),
        Family::Reading => reading().await,
        Family::Check => check().await,
        Family::Indicators => Ok(indicators().await?.0),
        Family::Peers => Ok(peers().await?.0),
        Family::Report => report_with_views().await,
        Family::Search => search().await.map(|part| part.page),
    }
}
