//! A figure on a page of others, made live: the picture of the server stands until the chart is drawn in its place. The words
//! around it stay as the server wrote them, and there is neither frame nor router.

use futures_util::future::{join, join_all};
use leptos::prelude::*;
use vithe_shared::{
    Language,
    address::path_of,
    dataset::Part,
    engine::catalog::Catalog,
    query::{ChartKind, FigureQuery},
};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::{
    Pointed, Surroundings,
    chunks::{self, EnginePart},
    data::{self, Revisions},
    mark,
};
use crate::{
    address::figure_of_embed,
    answers::Answers,
    components::figure::{FigureWords, live_content},
};

/// The anchor of the figure: there is only one.
const FIGURE: &str = "figure";

/// Fetches what makes the figure live. Where it does not come, the picture stays.
pub(super) fn load() {
    spawn_local(async {
        if let Ok(start) = chunks::embed().await {
            start();
        }
    });
}

/// Makes the figure live.
pub(super) fn start() {
    spawn_local(async {
        if go_live().await.is_some() {
            mark("data-app", "ready");
        } else {
            leptos::logging::warn!("the figure stays the picture that the server drew");
        }
    });
}

async fn go_live() -> Option<()> {
    let canvas: HtmlElement = document().query_selector(".figure-canvas").ok()??.dyn_into().ok()?;
    let location = window().location();
    let (path, search) = (location.pathname().ok()?, location.search().ok()?);
    let (chart, query) = figure_of_embed(path_of(&path)?, search.trim_start_matches('?'))?;
    let revisions = Revisions::of_document()?;
    let (told, texts) = join(chunks::figure(chart, &query), texts(&revisions, query.language)).await;
    let (tells, engine) = told.ok()?;
    let catalog = open(engine, &texts?)?;
    let words = tells(chart, &query, Answers::new(catalog, query.language)).ok()?;
    place(&canvas, chart, query, words, revisions);
    Some(())
}

/// The parts of the figures that the document names, side by side. Borders are asked for by the chart that needs them.
async fn texts(revisions: &Revisions, language: Language) -> Option<Vec<(Part, String)>> {
    let parts = revisions.parts().filter(|part| !matches!(part, Part::Borders(_)));
    let texts = parts.map(|part| {
        let address = revisions.address(part);
        async move { Some((part, data::text(&address, None, language).await.ok()?)) }
    });
    join_all(texts).await.into_iter().collect()
}

fn open(engine: EnginePart, texts: &[(Part, String)]) -> Option<&'static Catalog> {
    let (_, registry) = texts.iter().find(|(part, _)| *part == Part::Registry)?;
    let catalog = (engine.open)(registry).ok()?;
    for (part, text) in texts {
        (engine.add)(catalog, *part, text).ok()?;
    }
    Some(catalog)
}

/// Puts the chart into the room of the picture, which stays until it has drawn.
fn place(canvas: &HtmlElement, chart: ChartKind, query: FigureQuery, words: FigureWords, revisions: Revisions) {
    let picture = canvas.first_element_child();
    let mounted = leptos::mount::mount_to(canvas.clone(), move || {
        provide_context(Surroundings::alone(revisions));
        provide_context(Pointed::new());
        live_content(FIGURE, chart, &query, &words)
    });
    // It lives as long as the document.
    mounted.forget();
    if let Some(picture) = picture {
        // Behind the chart, as on a page. A room takes any child.
        let _ = canvas.append_child(&picture);
    }
}
