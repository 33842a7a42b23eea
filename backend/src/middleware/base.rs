//! A site below a path of its host: what is asked there comes to the site without the path, which writes it before its addresses
//! again (`vithe_shared::address`). Nothing else of the server knows of it.

use axum::{
    Router,
    extract::{OriginalUri, Request},
    http::{Uri, uri::PathAndQuery},
    response::Redirect,
    routing::any,
};
use tower::{ServiceExt as _, service_fn};
use vithe_shared::address::{at, base, path_of};

use super::problem::answer_not_found;

/// What stands beside the site: the ways to it, and nothing else.
pub(crate) fn beside<State: Clone + Send + Sync + 'static>() -> Router<State> {
    // Where the site stands may change, so that nothing of it is kept.
    let way = || async { Redirect::temporary(&at("/")) };
    Router::new()
        .route("/", any(way))
        .route(base(), any(way))
        .fallback(answer_not_found)
}

/// Leads what is asked below the base to the site, and all else beside it.
pub(crate) fn below_base(site: Router, beside: Router) -> Router {
    Router::new().fallback_service(service_fn(move |mut request: Request| {
        let answering = match within(request.uri()) {
            Some(uri) => {
                *request.uri_mut() = uri;
                site.clone()
            }
            None => beside.clone(),
        };
        answering.oneshot(request)
    }))
}

/// The address as the client asked for it, with the base.
pub(crate) fn asked(request: &Request) -> &Uri {
    let asked = request.extensions().get::<OriginalUri>();
    asked.map_or(request.uri(), |OriginalUri(uri)| uri)
}

/// The address as the site knows it; `None` where it is not of the site.
fn within(uri: &Uri) -> Option<Uri> {
    let path = path_of(uri.path_and_query()?.as_str())?;
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(path.parse::<PathAndQuery>().ok()?);
    Uri::from_parts(parts).ok()
}
