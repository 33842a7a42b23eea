//! Addresses forgive: capitals, Vietnamese letters, spaces and slashes too many, and other names of a unit, lead to the one address
//! that was meant, if there is one. Where there is none the answer is the same as ever.

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use percent_encoding::{CONTROLS, percent_decode_str, utf8_percent_encode};
use tower::ServiceExt as _;
use vithe_shared::{Language, address::at, query::without_tracking, vietnamese::slug};

use self::named::path_of_named;
use super::problem::not_found;
use crate::{
    answer::{CACHE_DATA, language_of},
    state::AppState,
};

mod named;

/// The key without which some units are not found: slugs are names within a list.
const LIST: &str = "borders=";

/// The addresses that forgive lie below a language, or below these.
const FOLDERS: [&str; 2] = ["/api/v1", "/figures"];

/// The path that is meant by one that is written in another way; the path itself where it is right. `None` for what is no
/// text, and outside of pages, API and figures.
pub(crate) fn meant_path(path: &str) -> Option<String> {
    let mut meant = String::with_capacity(path.len());
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let text = percent_decode_str(segment).decode_utf8().ok()?;
        // A dot stands before a suffix, and in nothing else that has an address.
        let parts: Vec<String> = text.split('.').map(slug).collect();
        if parts.iter().any(String::is_empty) {
            return None;
        }
        meant.push('/');
        meant.push_str(&parts.join("."));
    }
    if !meant.is_ascii() {
        return None;
    }
    let top = meant.split('/').nth(1).unwrap_or_default();
    if top.parse::<Language>().is_ok() {
        // The folder of a language is a page.
        if meant.len() == top.len() + 1 {
            meant.push('/');
        }
        return Some(meant);
    }
    let is_below = |folder: &&str| meant.strip_prefix(*folder).is_some_and(|rest| rest.starts_with('/'));
    FOLDERS.iter().any(is_below).then_some(meant)
}

/// What tells where an address leads.
#[derive(Clone)]
pub(crate) struct Meant {
    /// Whether there is something under a path.
    pub(crate) routes: Router,
    /// What units are called.
    pub(crate) state: AppState,
}

/// Leads an address that is written in another way to the one that is meant, if there is one.
pub(crate) async fn mend_address(State(known): State<Meant>, request: Request, next: Next) -> Response {
    let uri = request.uri();
    let Some(meant) = meant_path(uri.path()) else {
        // The framework has no word for a path that is no text.
        let is_text = percent_decode_str(uri.path()).decode_utf8().is_ok();
        if is_text || !FOLDERS.iter().any(|folder| uri.path().starts_with(folder)) {
            return next.run(request).await;
        }
        return not_found(language_of(request.headers())).into_response();
    };
    let query = uri.query().unwrap_or_default();
    let target = path_of_named(known.state.catalog(), &meant, query).unwrap_or(meant);
    if target == uri.path() || !is_there(known.routes, &target, query).await {
        return next.run(request).await;
    }
    let query = without_tracking(query);
    let question_mark = if query.is_empty() { "" } else { "?" };
    let target = at(format_args!(
        "{target}{question_mark}{}",
        utf8_percent_encode(&query, CONTROLS)
    ));
    ([(header::CACHE_CONTROL, CACHE_DATA)], Redirect::permanent(&target)).into_response()
}

/// Whether there is something under a path, whatever the query says of it.
async fn is_there(routes: Router, path: &str, query: &str) -> bool {
    let list = query.split('&').find(|pair| pair.starts_with(LIST));
    let address = list.map_or_else(|| path.to_owned(), |list| format!("{path}?{list}"));
    let mut request = Request::new(Body::empty());
    *request.method_mut() = Method::GET;
    let Ok(uri) = address.parse() else {
        return false;
    };
    *request.uri_mut() = uri;
    let Ok(answer) = routes.oneshot(request).await;
    answer.status() != StatusCode::NOT_FOUND
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_way_to_write_a_path_means_one() {
        for (path, meant) in [
            ("/vi", "/vi/"),
            ("//VI//", "/vi/"),
            ("/vi/province/hau-giang", "/vi/province/hau-giang"),
            ("/vi/province/H%E1%BA%ADu%20Giang", "/vi/province/hau-giang"),
            ("/vi/province/Ha%CC%A3%CC%82u_Giang/", "/vi/province/hau-giang"),
            ("/VI/Province/HAU--GIANG", "/vi/province/hau-giang"),
            ("/api//V1/Rankings.CSV", "/api/v1/rankings.csv"),
            ("/Figures/Map.svg/", "/figures/map.svg"),
        ] {
            assert_eq!(meant_path(path).as_deref(), Some(meant), "{path}");
        }
    }

    #[test]
    fn what_lies_elsewhere_or_is_no_text_is_left_alone() {
        for path in [
            "/",
            "//",
            "//evil.example/vi/",
            "/%2Fevil.example",
            "/\\evil.example",
            "/assets/site.JS",
            "/api/docs/",
            "/api",
            "/robots.txt",
            "/fr/",
            "/vi/%ff",
            "/vi/–/data",
            "/vi/../data",
            "/vi/province/河内",
        ] {
            assert_eq!(meant_path(path), None, "{path}");
        }
    }

    proptest! {
        /// Nothing leads in circles, and nothing leads to another host.
        #[test]
        fn a_meant_path_means_itself_and_stays_here(
            path in "(/|//|/vi/|/EN/|/api/v1/|/figures/)([a-zA-Zậđ%0-9A-F._/ -]|//|\\PC){0,24}",
        ) {
            if let Some(meant) = meant_path(&path) {
                prop_assert_eq!(meant_path(&meant), Some(meant.clone()));
                prop_assert!(meant.starts_with('/') && !meant.starts_with("//"), "{}", meant);
                prop_assert!(!meant.contains("//") && !meant.contains('%'), "{}", meant);
            }
        }
    }
}
