//! `/oembed`: where a page of others has an address of this site, what it can set in its place (<https://oembed.com>): the figure
//! that a shared link shows, as an embed.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;
use vithe_frontend::{
    address::embed_code,
    embed::embeddable,
    frozen::{carry, in_version},
};
use vithe_shared::{
    Language, ProblemCode, Text,
    query::{FigureQuery, PictureSize, QueryError, QueryPairs},
};

use crate::{
    answer::{CACHE_DATA, language_of},
    error::ApiError,
    snapshot::find_snapshot,
    state::AppState,
};

/// How a query names a version of the data.
const NAMES_VERSION: &str = "v=";

/// What is asked. Other keys are those of whoever asks, and mean nothing here.
struct Question {
    url: String,
    width: u16,
    height: Option<u16>,
}

impl Question {
    fn read(query: &str) -> Result<Self, QueryError> {
        /// A column of text.
        const WIDTH: u16 = 720;
        const PIXELS: Text = Text::new("một số điểm ảnh", "a number of pixels");
        let mut pairs = QueryPairs::parse(query);
        let url = pairs.take("url")?.ok_or(QueryError::Missing { name: "url" })?;
        if let Some(format) = pairs.take("format")?.filter(|format| format != "json") {
            return Err(QueryError::Malformed {
                name: "format",
                value: format,
                expected: Text::new("json", "json"),
            });
        }
        let mut pixels = |name: &'static str| -> Result<Option<u16>, QueryError> {
            let value = pairs.take(name)?;
            value
                .map(|value| {
                    value.parse().map_err(|_| QueryError::Malformed {
                        name,
                        value,
                        expected: PIXELS,
                    })
                })
                .transpose()
        };
        let (most_width, most_height) = (pixels("maxwidth")?, pixels("maxheight")?);
        Ok(Self {
            url,
            width: most_width.map_or(WIDTH, |most| most.min(WIDTH)),
            height: most_height,
        })
    }
}

/// The embed of an address.
pub(crate) async fn find_embed(
    State(state): State<AppState>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let language = language_of(&headers);
    let question = Question::read(uri.query().unwrap_or_default()).map_err(|error| error.into_problem(language))?;
    let origin = state.settings().public_origin.clone().unwrap_or_default();
    let asked: Option<Uri> = question.url.parse().ok();
    let asked = asked.filter(|asked| is_ours(asked, &origin, &headers));
    let (version, query) = version_of(asked.as_ref().and_then(Uri::query).unwrap_or_default());
    let snapshot = find_snapshot(&state, version.as_deref(), language).await?;
    let found = asked.and_then(|asked| embeddable(snapshot.catalog(), asked.path(), &query));
    let Some(figure) = found else {
        return Err(unknown(&question.url, language));
    };
    let height = question.height.map_or(figure.height, |most| most.min(figure.height));
    let card = FigureQuery {
        size: PictureSize::Card,
        ..figure.query.clone()
    };
    let code = embed_code(&origin, figure.chart, &figure.query, &figure.title, height);
    let picture = vithe_frontend::embed::picture_address(figure.chart, &card);
    let (code, picture) = match snapshot.frozen_version() {
        Some(version) => (carry(&code, version, &origin), in_version(&picture, version)),
        None => (code, picture),
    };
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": figure.title,
        "provider_name": "Vị Thế",
        "provider_url": format!("{origin}{}", vithe_shared::address::at("/")),
        "html": code,
        "width": question.width,
        "height": height,
        "thumbnail_url": format!("{origin}{picture}"),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "cache_age": 300,
    });
    let mut response = axum::Json(answer).into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(CACHE_DATA));
    Ok(response)
}

/// The version that a query names, and the query without it.
fn version_of(query: &str) -> (Option<String>, String) {
    let (named, rest): (Vec<&str>, Vec<&str>) = query.split('&').partition(|pair| pair.starts_with(NAMES_VERSION));
    let version = named.first().and_then(|pair| pair.strip_prefix(NAMES_VERSION));
    (version.map(str::to_owned), rest.join("&"))
}

/// Whether an address is one of this site: of its origin, or of the host that was asked where the site does not know its own.
fn is_ours(asked: &Uri, origin: &str, headers: &HeaderMap) -> bool {
    let authority = asked.authority().map(ToString::to_string);
    let own = if origin.is_empty() {
        headers.get(header::HOST).and_then(|host| host.to_str().ok())
    } else {
        origin.split_once("://").map(|(_, authority)| authority)
    };
    authority.as_deref().is_none_or(|authority| Some(authority) == own)
}

fn unknown(url: &str, language: Language) -> ApiError {
    ApiError::new(
        ProblemCode::NotFound,
        language,
        || format!("Địa chỉ “{url}” không có biểu đồ nào của trang này để nhúng."),
        || format!("The address “{url}” has no figure of this site to embed."),
    )
}
