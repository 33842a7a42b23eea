//! `/api/v1/versions`: the versions of the data, and `/{lang}/feed.atom`, which tells of new ones.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use quick_xml::{Writer, events::BytesText};
use vithe_frontend::{
    address::{feed_path, versions_path},
    text::versions as text,
};
use vithe_shared::{Language, domain::DataVersion, engine::answers, query::NoQuery};

use super::{
    data::answer_json,
    site::{CACHE, origin},
};
use crate::{
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// All versions of the data that `v` takes, oldest first, with what each changed and why.
#[utoipa::path(
    get,
    path = "/api/v1/versions",
    operation_id = "list_versions",
    tag = "indices",
    params(Asked<ApiRequest<NoQuery>>),
    responses(
        (status = 200, description = "The versions", body = Vec<DataVersion>),
        Refused<ApiRequest<NoQuery>>,
    )
)]
pub(crate) async fn list_versions(
    State(state): State<AppState>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, _| Ok(answers::list_versions(catalog))).await
}

/// Answers `/vi/feed.atom`.
pub(crate) async fn show_feed_vi(State(state): State<AppState>, headers: HeaderMap) -> Response {
    show_feed(&state, &headers, Language::Vi)
}

/// Answers `/en/feed.atom`.
pub(crate) async fn show_feed_en(State(state): State<AppState>, headers: HeaderMap) -> Response {
    show_feed(&state, &headers, Language::En)
}

fn show_feed(state: &AppState, headers: &HeaderMap, language: Language) -> Response {
    let origin = origin(state, headers);
    match feed(state.catalog().versions(), &origin, language) {
        Ok(feed) => {
            let mut response = feed.into_response();
            let headers = response.headers_mut();
            for (name, value) in [
                (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
                (header::CACHE_CONTROL, CACHE),
                (header::VARY, "Host"),
            ] {
                headers.insert(name, HeaderValue::from_static(value));
            }
            response
        }
        Err(error) => {
            tracing::error!(%error, "the feed could not be written");
            ApiError::internal(language).into_response()
        }
    }
}

/// The feed, RFC 4287: an entry for each version, the newest first. What names an entry, and its date, stay as they are.
fn feed(versions: &[DataVersion], origin: &str, language: Language) -> std::io::Result<Vec<u8>> {
    let page = format!("{origin}{}", versions_path(language));
    let own = format!("{origin}{}", feed_path(language));
    let newest = versions.last().map_or("", |version| version.date.as_str());
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(quick_xml::events::Event::Decl(quick_xml::events::BytesDecl::new(
        "1.0",
        Some("utf-8"),
        None,
    )))?;
    writer
        .create_element("feed")
        .with_attributes([
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", language.as_str()),
        ])
        .write_inner_content(|writer| {
            element(writer, "id", &page)?;
            element(writer, "title", text::FEED.get(language))?;
            element(writer, "updated", &midnight(newest))?;
            writer
                .create_element("author")
                .write_inner_content(|writer| element(writer, "name", "Vị Thế"))?;
            link(writer, "self", "application/atom+xml", &own)?;
            link(writer, "alternate", "text/html", &page)?;
            for version in versions.iter().rev() {
                entry(writer, version, &page, language)?;
            }
            Ok(())
        })?;
    let mut feed = writer.into_inner();
    feed.push(b'\n');
    Ok(feed)
}

fn entry(writer: &mut Writer<Vec<u8>>, version: &DataVersion, page: &str, language: Language) -> std::io::Result<()> {
    let address = format!("{page}#v{}", version.version);
    let reasons = version
        .reasons
        .iter()
        .map(|reason| language.pick(&reason.vi, &reason.en).to_owned());
    let changes = version.changes.iter().map(|changes| text::changes(changes, language));
    let mut lines: Vec<String> = reasons.chain(changes).collect();
    if lines.is_empty() {
        lines.push(text::FIRST.get(language).to_owned());
    }
    writer.create_element("entry").write_inner_content(|writer| {
        element(writer, "id", &address)?;
        element(
            writer,
            "title",
            &text::heading(&version.version, &version.date, language),
        )?;
        element(writer, "updated", &midnight(&version.date))?;
        element(writer, "published", &midnight(&version.date))?;
        link(writer, "alternate", "text/html", &address)?;
        element(writer, "content", &lines.join("\n"))
    })?;
    Ok(())
}

fn element(writer: &mut Writer<Vec<u8>>, name: &str, words: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(words))?;
    Ok(())
}

fn link(writer: &mut Writer<Vec<u8>>, relation: &str, media_type: &str, address: &str) -> std::io::Result<()> {
    let attributes = [("rel", relation), ("type", media_type), ("href", address)];
    writer
        .create_element("link")
        .with_attributes(attributes)
        .write_empty()?;
    Ok(())
}

/// The beginning of a day in Việt Nam.
fn midnight(date: &str) -> String {
    format!("{date}T00:00:00+07:00")
}
