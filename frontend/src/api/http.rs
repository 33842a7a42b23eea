//! The JSON API asked from the browser. Requests end when nobody waits for them any more.

use gloo_net::http::{RequestBuilder, Response};
use leptos::prelude::{Owner, on_cleanup};
use send_wrapper::SendWrapper;
use serde::de::DeserializeOwned;
use vithe_shared::{
    IndexId, Language, Problem, ProblemCode, ProvinceSlug, Text,
    api::{
        IndexInfo, Matrix, Overview, Profile, ProvinceList, Ranking, SeriesAnswer,
        changes::ChangesAnswer,
        declines::DeclinesAnswer,
        regions::RegionsAnswer,
        scatter::ScatterAnswer,
        what_if::{WhatIfAnswer, WhatIfRequest},
    },
    query::{
        ApiQuery, ChangesQuery, DeclinesQuery, MatrixQuery, ProfileQuery, ProvinceListQuery, RankingQuery,
        RegionsQuery, ScatterQuery, SeriesQuery,
    },
};
use web_sys::AbortController;

use super::{Answer, DataSource};

/// The JSON API of the site the page came from.
#[derive(Clone, Copy, Debug)]
pub struct HttpSource;

impl DataSource for HttpSource {
    fn indices(&self, language: Language) -> Answer<Vec<IndexInfo>> {
        ask("indices", "", language)
    }

    fn index(&self, index: IndexId, language: Language) -> Answer<IndexInfo> {
        ask(&format!("indices/{index}"), "", language)
    }

    fn provinces(&self, query: ProvinceListQuery, language: Language) -> Answer<ProvinceList> {
        ask("provinces", &query.to_query_string(), language)
    }

    fn overview(&self, language: Language) -> Answer<Overview> {
        ask("overview", "", language)
    }

    fn rankings(&self, query: RankingQuery, language: Language) -> Answer<Ranking> {
        ask("rankings", &query.to_query_string(), language)
    }

    fn series(&self, query: SeriesQuery, language: Language) -> Answer<SeriesAnswer> {
        ask("series", &query.to_query_string(), language)
    }

    fn profile(&self, province: ProvinceSlug, query: ProfileQuery, language: Language) -> Answer<Profile> {
        ask(
            &format!("provinces/{province}/profile"),
            &query.to_query_string(),
            language,
        )
    }

    fn matrix(&self, query: MatrixQuery, language: Language) -> Answer<Matrix> {
        ask("matrix", &query.to_query_string(), language)
    }

    fn changes(&self, query: ChangesQuery, language: Language) -> Answer<ChangesAnswer> {
        ask("changes", &query.to_query_string(), language)
    }

    fn declines(&self, query: DeclinesQuery, language: Language) -> Answer<DeclinesAnswer> {
        ask("declines", &query.to_query_string(), language)
    }

    fn scatter(&self, query: ScatterQuery, language: Language) -> Answer<ScatterAnswer> {
        ask("scatter", &query.to_query_string(), language)
    }

    fn regions(&self, query: RegionsQuery, language: Language) -> Answer<RegionsAnswer> {
        ask("regions", &query.to_query_string(), language)
    }

    fn what_if(&self, request: WhatIfRequest, language: Language) -> Answer<WhatIfAnswer> {
        let call = Request::new();
        Box::pin(SendWrapper::new(async move {
            let body = serde_json::to_string(&request).map_err(|_| unreadable(language))?;
            let text = call.post("/api/v1/what-if", body, language).await?;
            serde_json::from_str(&text).map_err(|_| unreadable(language))
        }))
    }
}

/// Asks an address of the API.
fn ask<T: DeserializeOwned + 'static>(path: &str, query: &str, language: Language) -> Answer<T> {
    let mut address = format!("/api/v1/{path}");
    if !query.is_empty() {
        address.push('?');
        address.push_str(query);
    }
    let request = Request::new();
    Box::pin(SendWrapper::new(async move {
        let text = request.send(&address, "application/json", language).await?;
        serde_json::from_str(&text).map_err(|_| unreadable(language))
    }))
}

/// The text of a file of the site: the borders of a map.
pub(crate) async fn fetch_text(address: &str, language: Language) -> Result<String, Problem> {
    Request::new()
        .send(address, "application/geo+json, application/json", language)
        .await
}

/// A request that is aborted when its future is dropped or its owner is cleaned up, whichever comes first.
struct Request(Option<AbortController>);

impl Request {
    fn new() -> Self {
        let controller = AbortController::new().ok();
        if let Some(controller) = controller.clone().filter(|_| Owner::current().is_some()) {
            let controller = SendWrapper::new(controller);
            on_cleanup(move || controller.abort());
        }
        Self(controller)
    }

    async fn send(&self, address: &str, accept: &str, language: Language) -> Result<String, Problem> {
        let request = self.prepare(gloo_net::http::Request::get(address), accept, language);
        Self::read(request.send().await, language).await
    }

    /// Sends JSON.
    async fn post(&self, address: &str, body: String, language: Language) -> Result<String, Problem> {
        let request = self
            .prepare(gloo_net::http::Request::post(address), "application/json", language)
            .header("Content-Type", "application/json");
        let request = request.body(body).map_err(|_| unreadable(language))?;
        Self::read(request.send().await, language).await
    }

    fn prepare(&self, builder: RequestBuilder, accept: &str, language: Language) -> RequestBuilder {
        let signal = self.0.as_ref().map(AbortController::signal);
        builder
            .header("Accept", accept)
            .header("Accept-Language", language.tag())
            .abort_signal(signal.as_ref())
    }

    async fn read(answer: Result<Response, gloo_net::Error>, language: Language) -> Result<String, Problem> {
        let response = answer.map_err(|_| offline(language))?;
        let body = response.text().await.map_err(|_| offline(language))?;
        if response.ok() {
            return Ok(body);
        }
        // Every error of the API is a problem; something between here and there may answer otherwise.
        Err(serde_json::from_str(&body).unwrap_or_else(|_| unreadable(language)))
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
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
