//! The network: the only place of the site that asks the server for anything. Datasets are named by the hash of their
//! bytes, so an answer never changes and is kept by the browser; a request that nobody waits for any more is aborted.

use std::collections::BTreeMap;

use gloo_net::http::{Method, Request, RequestBuilder};
use vithe_shared::{Language, Problem, ProblemCode, Text, address::at, dataset::Part};
use web_sys::{AbortController, AbortSignal, Event};

/// Aborts what was asked under it when it is dropped.
#[derive(Default)]
pub(super) struct Abort(Option<AbortController>);

impl Abort {
    pub(super) fn new() -> Self {
        Self(AbortController::new().ok())
    }

    pub(super) fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

/// The revisions of the datasets that belong to this build, by the names of their parts, as the document tells them.
#[derive(Clone, Debug)]
pub(super) struct Revisions(BTreeMap<String, String>);

impl Revisions {
    /// Reads them from the head of the document.
    pub(super) fn of_document() -> Option<Self> {
        let meta = leptos::prelude::document()
            .query_selector("meta[name=vithe-data]")
            .ok()
            .flatten()?;
        serde_json::from_str(&meta.get_attribute("content")?).ok().map(Self)
    }

    /// Whether this build has a part.
    pub(super) fn has(&self, part: Part) -> bool {
        self.0.contains_key(&part.to_string())
    }

    /// The parts of the figures that the document names.
    pub(super) fn parts(&self) -> impl Iterator<Item = Part> {
        self.0.keys().filter_map(|name| name.parse().ok())
    }

    /// The address of a part.
    pub(super) fn address(&self, part: Part) -> String {
        let revision = self.0.get(&part.to_string()).map_or("", String::as_str);
        at(format_args!("/api/v1{}?rev={revision}", part.path()))
    }
}

/// The text of an address of the site.
pub(super) async fn text(address: &str, signal: Option<&AbortSignal>, language: Language) -> Result<String, Problem> {
    let response = Request::get(address)
        .header("Accept", "application/json, application/geo+json")
        .header("Accept-Language", language.as_str())
        .abort_signal(signal)
        .send()
        .await
        .map_err(|_| lost(signal, language))?;
    let body = response.text().await.map_err(|_| lost(signal, language))?;
    if response.ok() {
        return Ok(body);
    }
    // Every error of the API is a problem; something between here and there may answer otherwise.
    Err(serde_json::from_str(&body).unwrap_or_else(|_| unreadable(language)))
}

/// Whether the server answers for an address.
pub(super) async fn is_reached(address: &str) -> bool {
    let is_reached = RequestBuilder::new(address).method(Method::HEAD).send().await.is_ok();
    if !is_reached {
        tell_away();
    }
    is_reached
}

/// What is said of an answer that did not come. The script that knows of the network is told, unless nobody waits any more.
fn lost(signal: Option<&AbortSignal>, language: Language) -> Problem {
    if !signal.is_some_and(AbortSignal::aborted) {
        tell_away();
    }
    offline(language)
}

/// Tells `offline.js` that a request failed.
fn tell_away() {
    if let Ok(event) = Event::new("vithe-away") {
        // An event without a listener is not heard.
        let _ = leptos::prelude::window().dispatch_event(&event);
    }
}

/// What is said when the server cannot be reached.
pub(super) fn offline(language: Language) -> Problem {
    const DETAIL: Text = Text::new(
        "Không kết nối được tới máy chủ. Hãy kiểm tra mạng rồi thử lại; những trang đã mở vẫn xem được.",
        "The server cannot be reached. Check the connection and try again; pages already open can still be read.",
    );
    Problem::new(ProblemCode::Offline, language, DETAIL.get(language))
}

/// What is said when an answer makes no sense to this build.
pub(super) fn unreadable(language: Language) -> Problem {
    const DETAIL: Text = Text::new(
        "Máy chủ trả lời theo dạng mà trang này không đọc được. Hãy tải lại trang.",
        "The server answered in a form this page cannot read. Reload the page.",
    );
    Problem::new(ProblemCode::UnreadableAnswer, language, DETAIL.get(language))
}
