//! Makes what a reader sees first before anybody asks for it: the overview and the pages of the indices, with their figures in
//! light, are put into the caches one after the other. Started by [`crate::server`] once connections are taken.

use std::time::Instant;

use axum::{
    body::{Body, to_bytes},
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{IntoResponse as _, Response},
};
use vithe_shared::{IndexId, Language, address::path_of};

use crate::{
    routes::{figures::draw_figure, pages::render_page},
    state::AppState,
};

/// The encoding in which nearly every browser asks.
const BROWSER_ENCODING: &str = "br";

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Warmed {
    pages: usize,
    figures: usize,
    /// Pages and figures that could not be made; each fault is logged where it happened.
    failed: usize,
}

/// Makes the first pages and tells in the log when they are ready.
pub(crate) async fn warm(state: AppState) {
    let started = Instant::now();
    let warmed = make(&state, &first_pages()).await;
    tracing::info!(
        pages = warmed.pages,
        figures = warmed.figures,
        failed = warmed.failed,
        milliseconds = started.elapsed().as_millis(),
        "the first pages are ready"
    );
}

/// The overview and the four indices in both languages.
fn first_pages() -> Vec<String> {
    let pages = |language: Language| {
        let indices = IndexId::ALL.map(|index| format!("/{language}/index/{index}"));
        [format!("/{language}/")].into_iter().chain(indices)
    };
    Language::ALL.into_iter().flat_map(pages).collect()
}

/// Makes pages and their figures, one at a time and with rests as long as the work, so that readers come first: no more than
/// one figure worker and half of one processor is busy with it.
async fn make(state: &AppState, pages: &[String]) -> Warmed {
    let mut warmed = Warmed::default();
    let mut figures: Vec<String> = Vec::new();
    for page in pages {
        // As it is, for the addresses of its figures, and as a browser asks for it.
        let html = rest_after(body(Box::pin(make_page(state, page, None)))).await;
        let encoded = rest_after(body(Box::pin(make_page(state, page, Some(BROWSER_ENCODING))))).await;
        match html.zip(encoded) {
            Some((html, _)) => {
                warmed.pages += 1;
                for address in light_figures(&html) {
                    if !figures.contains(&address) {
                        figures.push(address);
                    }
                }
            }
            None => warmed.failed += 1,
        }
    }
    if !state.figures().is_running() {
        return warmed;
    }
    for address in figures {
        match rest_after(body(make_figure(state, &address))).await {
            Some(_) => warmed.figures += 1,
            None => warmed.failed += 1,
        }
    }
    warmed
}

/// Waits as long as some work took.
async fn rest_after<Output>(work: impl Future<Output = Output>) -> Output {
    let started = Instant::now();
    let output = work.await;
    tokio::time::sleep(started.elapsed()).await;
    output
}

/// The text of a good response; nothing of an encoded one is readable, but it is there.
async fn body(response: impl Future<Output = Option<Response>>) -> Option<String> {
    let response = response.await.filter(|response| response.status().is_success())?;
    let bytes = to_bytes(response.into_body(), usize::MAX).await.ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

async fn make_page(state: &AppState, address: &str, encoding: Option<&'static str>) -> Option<Response> {
    let mut request = Request::builder().uri(address).body(Body::empty()).ok()?;
    if let Some(encoding) = encoding {
        let encoding = HeaderValue::from_static(encoding);
        request.headers_mut().insert(header::ACCEPT_ENCODING, encoding);
    }
    Some(render_page(State(state.clone()), request).await)
}

async fn make_figure(state: &AppState, address: &str) -> Option<Response> {
    let uri: Uri = address.parse().ok()?;
    let file = uri.path().strip_prefix("/figures/")?.to_owned();
    let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(BROWSER_ENCODING))]);
    let answer = draw_figure(State(state.clone()), Path(file), uri, headers).await;
    Some(answer.into_response())
}

/// The paths of the pictures that a page shows on light screens. Share images and live charts are left to those who ask for them.
fn light_figures(html: &str) -> impl Iterator<Item = String> {
    html.split('"')
        .filter_map(path_of)
        .filter(|path| path.starts_with("/figures/") && path.contains(".svg?"))
        .map(|path| path.replace("&amp;", "&"))
        .filter(|address| !address.contains("theme=dark"))
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, sync::Arc, time::Duration};

    use vithe_datasets::RedistributionOverrides;

    use super::*;
    use crate::{data::Data, state::Settings};

    fn state(figure_workers: usize) -> AppState {
        let data = Data::bundled(&RedistributionOverrides::new()).unwrap();
        let settings = Settings {
            figure_workers,
            ..Settings::default()
        };
        AppState::new(Arc::new(data), settings)
    }

    #[tokio::test]
    async fn every_first_page_exists_also_where_nothing_is_drawn() {
        let pages = first_pages();
        assert_eq!(pages.len(), 10);
        let expected = Warmed {
            pages: 10,
            figures: 0,
            failed: 0,
        };
        assert_eq!(make(&state(0), &pages).await, expected);
    }

    #[tokio::test]
    async fn a_figure_of_a_warmed_page_is_drawn_no_second_time() {
        let state = state(1);
        let warmed = make(&state, &["/en/".to_owned()]).await;
        let html = body(make_page(&state, "/en/", None)).await.unwrap();
        let figures: BTreeSet<String> = light_figures(&html).collect();
        assert!(figures.iter().any(|address| address.starts_with("/figures/map.svg?")));
        let expected = Warmed {
            pages: 1,
            figures: figures.len(),
            failed: 0,
        };
        assert_eq!(warmed, expected);
        for address in figures {
            // What is kept is there without waiting for a worker.
            let kept = tokio::time::timeout(Duration::ZERO, make_figure(&state, &address)).await;
            assert!(matches!(kept, Ok(Some(_))), "{address}");
        }
    }

    #[tokio::test]
    async fn a_page_that_does_not_exist_is_counted_as_failed() {
        let expected = Warmed {
            failed: 1,
            ..Warmed::default()
        };
        assert_eq!(make(&state(0), &["/vi/no-such-page".to_owned()]).await, expected);
    }

    #[test]
    fn only_pictures_for_light_screens_are_made() {
        let html = r#"<meta content="/figures/map.png?index=pci"><div><picture><source srcset="/figures/map.svg?index=pci&amp;theme=dark"><img src="/figures/map.svg?index=pci&amp;w=360"></picture>"#;
        assert_eq!(
            light_figures(html).collect::<Vec<_>>(),
            ["/figures/map.svg?index=pci&w=360"]
        );
    }
}
