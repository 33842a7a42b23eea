//! The server asked from the browser: the only place that talks to the network.

use gloo_net::http::Request;
use serde::de::DeserializeOwned;
use vithe_shared::{
    Language, Problem, ProblemCode, Text,
    api::{PageContent, ProvinceList},
    query::{ApiQuery as _, SitePageQuery},
};
use web_sys::{AbortController, AbortSignal};

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

/// The content of a page.
pub(super) async fn page(
    address: String,
    signal: Option<AbortSignal>,
    language: Language,
) -> Result<PageContent, Problem> {
    let query = SitePageQuery { address }.to_query_string();
    json(&format!("/api/v1/page?{query}"), signal, language).await
}

/// All provinces, for the search box.
pub(crate) async fn provinces(language: Language) -> Result<ProvinceList, Problem> {
    json("/api/v1/provinces", None, language).await
}

async fn json<T: DeserializeOwned>(
    address: &str,
    signal: Option<AbortSignal>,
    language: Language,
) -> Result<T, Problem> {
    let body = text(address, signal, language).await?;
    serde_json::from_str(&body).map_err(|_| unreadable(language))
}

/// The text of an address of the site.
pub(super) async fn text(address: &str, signal: Option<AbortSignal>, language: Language) -> Result<String, Problem> {
    let response = Request::get(address)
        .header("Accept", "application/json, application/geo+json")
        .header("Accept-Language", language.as_str())
        .abort_signal(signal.as_ref())
        .send()
        .await
        .map_err(|_| offline(language))?;
    let body = response.text().await.map_err(|_| offline(language))?;
    if response.ok() {
        return Ok(body);
    }
    // Every error of the API is a problem; something between here and there may answer otherwise.
    Err(serde_json::from_str(&body).unwrap_or_else(|_| unreadable(language)))
}

fn offline(language: Language) -> Problem {
    const DETAIL: Text = Text::new(
        "Không kết nối được tới máy chủ. Hãy kiểm tra mạng rồi thử lại; những trang đã mở vẫn xem được.",
        "The server cannot be reached. Check the connection and try again; pages already open can still be read.",
    );
    Problem::new(ProblemCode::Offline, language, DETAIL.get(language))
}

fn unreadable(language: Language) -> Problem {
    const DETAIL: Text = Text::new(
        "Máy chủ trả lời theo dạng mà trang này không đọc được. Hãy tải lại trang.",
        "The server answered in a form this page cannot read. Reload the page.",
    );
    Problem::new(ProblemCode::UnreadableAnswer, language, DETAIL.get(language))
}
