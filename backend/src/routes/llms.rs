//! `llms.txt`: where programs that read for people find the figures, and how to quote them.

use std::fmt::Write as _;

use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::IntoResponse,
};
use vithe_frontend::{
    address::{data_path, index_path, methods_path},
    text::common,
};
use vithe_shared::{IndexId, Language, address::at};

use super::site::{CACHE, origin};
use crate::{mcp::http::PATH, state::AppState};

/// A site in Markdown, as llmstxt.org describes it.
pub(crate) async fn show_llms(State(state): State<AppState>, headers: HeaderMap) -> impl IntoResponse {
    let origin = origin(&state, &headers);
    let mut body = format!(
        "# {name}\n\n> {vi}. {en}: PCI, PAPI, PAR INDEX and SIPAS, with the document behind every figure.\n\nQuote a rank with its n \
         and its basis (published, or derived from scores), the year, the source and the address of the page. A change between \
         years whose method differs is refused; do not compute it. Estimates have no rank. What is not on record is missing.\n\n\
         ## For assistants\n\n- [Model Context Protocol]({origin}{mcp}): streamable HTTP, read-only\n- [API]({origin}{contract}): \
         OpenAPI 3.1 of the JSON API\n\n## Pages\n\n",
        name = common::SITE_NAME,
        vi = common::TAGLINE.vi,
        en = common::TAGLINE.en,
        mcp = at(PATH),
        contract = at("/api/v1/openapi.json"),
    );
    for language in Language::ALL {
        for index in IndexId::ALL {
            let (table, methods) = (index_path(language, index), methods_path(language, index));
            let (name, word) = (index.short_name(), common::FOOTER_METHODS.get(language));
            // Writing to a string cannot fail.
            let _ = writeln!(body, "- [{name}]({origin}{table}) ([{word}]({origin}{methods}))");
        }
        let (data, word) = (data_path(language), common::DATA.get(language));
        let _ = writeln!(body, "- [{word}]({origin}{data})");
    }
    (
        [
            (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
            (header::CACHE_CONTROL, CACHE),
            (header::VARY, "Host"),
        ],
        body,
    )
}
