//! Every address of the server, and what happens around it: the resources of the API, which `registry.rs` lists, and all else.

use axum::{
    Router,
    http::StatusCode,
    middleware,
    routing::{any, get},
};
use tower::util::MapRequestLayer;
use tower_http::{
    catch_panic::CatchPanicLayer,
    request_id::{PropagateRequestIdLayer, SetRequestIdLayer},
    timeout::TimeoutLayer,
};
use vithe_shared::address::base;

use crate::{
    mcp,
    middleware::{
        admission::admit_request,
        base::{below_base, beside},
        headers::with_security_headers,
        limits::bound_body,
        log::{Numbers, REQUEST_ID, forget_number, log_request},
        mending::{Meant, mend_address},
        negotiation::require_encoding,
        problem::{answer_not_found, answer_panic, write_problems},
        ranges::answer_range,
        sharing::share_answer,
    },
    openapi::documented_routes,
    routes::{assets, checks, embed, health, llms, oembed, openapi, pages, reports, shells, site, versions, worker},
    site::WORKER,
    state::AppState,
};

/// The whole server.
pub fn build_router(state: AppState) -> Router {
    let (documented, _) = documented_routes().split_for_parts();
    let routes = Router::new()
        .merge(documented)
        .merge(mcp::http::route(&state))
        // The contract and the page to browse it.
        .route("/api/v1/openapi.json", get(openapi::find_openapi))
        .route("/api/docs", get(openapi::redirect_documentation))
        .route("/api/docs/", get(openapi::show_documentation))
        .route("/api/docs/{*path}", get(openapi::show_documentation_file))
        // Nothing below these is a page.
        .route("/api", any(answer_not_found))
        .route("/api/{*path}", any(answer_not_found))
        .route("/figures/", any(answer_not_found))
        .route("/figures/{chart}/{*path}", any(answer_not_found))
        .route("/embed/{language}/{chart}", get(embed::show_embed))
        .route("/oembed", get(oembed::find_embed))
        .route("/assets/", any(answer_not_found))
        .route("/assets/{*path}", get(assets::serve_asset))
        // The offline version.
        .route(WORKER, get(worker::serve_worker))
        .route("/shell/{language}/{name}", get(shells::show_shell))
        // For what keeps the server running, and for crawlers.
        .route("/healthz", get(health::check_health))
        .route("/readyz", get(health::check_readiness))
        .route("/robots.txt", get(site::show_robots))
        .route("/llms.txt", get(llms::show_llms))
        .route("/sitemap.xml", get(site::show_sitemap))
        .route("/favicon.ico", get(site::show_favicon))
        .route("/vi/feed.atom", get(versions::show_feed_vi))
        .route("/en/feed.atom", get(versions::show_feed_en))
        // Pages.
        .route("/", get(pages::redirect_to_language))
        .route("/vi/check", get(pages::render_page).post(checks::show_checked))
        .route("/en/check", get(pages::render_page).post(checks::show_checked))
        .route("/vi/report/{file}", get(reports::show_report))
        .route("/en/report/{file}", get(reports::show_report))
        .fallback_service(get(pages::render_page).with_state(state.clone()));
    let meant = Meant {
        routes: routes.clone().with_state(state.clone()),
        state: state.clone(),
    };
    let forgiving = routes.layer(middleware::from_fn_with_state(meant, mend_address));
    let site = surround(forgiving, &state).with_state(state.clone());
    if base().is_empty() {
        return site;
    }
    below_base(site, surround(beside(), &state).with_state(state))
}

/// What happens around every route. The last layer is the outermost.
fn surround(routes: Router<AppState>, state: &AppState) -> Router<AppState> {
    let settings = state.settings();
    let routes = routes
        .layer(middleware::from_fn(answer_range))
        .layer(middleware::from_fn(require_encoding))
        .layer(middleware::from_fn(bound_body))
        // It leaves a bare status, as the framework does: all of them are written out by `write_problems`.
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            settings.request_timeout,
        ))
        .layer(middleware::from_fn_with_state(state.clone(), admit_request))
        .layer(CatchPanicLayer::custom(answer_panic))
        .layer(middleware::from_fn(write_problems))
        .layer(middleware::from_fn(share_answer));
    with_security_headers(routes, settings)
        .layer(middleware::from_fn(log_request))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID.clone()))
        .layer(SetRequestIdLayer::new(REQUEST_ID.clone(), Numbers))
        .layer(MapRequestLayer::new(forget_number))
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, time::Duration};

    use axum::{
        body::{Body, to_bytes},
        http::{HeaderMap, Request},
    };
    use tower::ServiceExt as _;
    use vithe_datasets::RedistributionOverrides;

    use super::*;
    use crate::{data::Data, state::Settings};

    /// A server with routes that fail, and room for one request.
    fn server() -> Router {
        let data = Data::bundled(&RedistributionOverrides::new()).unwrap();
        let settings = Settings {
            figure_workers: 0,
            request_timeout: Duration::from_millis(20),
            requests_at_once: 1,
            ..Settings::default()
        };
        let state = AppState::new(Arc::new(data), settings);
        let routes = Router::new()
            .route("/panic", get(|| async { panic!("secret of the inside") as () }))
            .route("/sleep", get(|| tokio::time::sleep(Duration::from_secs(5))));
        surround(routes, &state).with_state(state)
    }

    async fn answer(server: &Router, path: &str) -> (StatusCode, HeaderMap, serde_json::Value) {
        let request = Request::builder()
            .uri(path)
            .header("accept-language", "en")
            .body(Body::empty())
            .unwrap();
        let response = server.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        assert!(parts.headers.contains_key("x-request-id"));
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (parts.status, parts.headers, serde_json::from_slice(&body).unwrap())
    }

    #[tokio::test]
    async fn a_panic_is_a_problem_that_tells_nothing_of_its_cause() {
        let (status, _, problem) = answer(&server(), "/panic").await;
        assert_eq!(
            (status, &problem["code"]),
            (StatusCode::INTERNAL_SERVER_ERROR, &"internal".into())
        );
        assert!(!problem.to_string().contains("secret"));
    }

    #[tokio::test]
    async fn a_request_that_takes_too_long_is_stopped() {
        let (status, _, problem) = answer(&server(), "/sleep").await;
        assert_eq!(
            (status, &problem["code"]),
            (StatusCode::REQUEST_TIMEOUT, &"timeout".into())
        );
    }

    #[tokio::test]
    async fn a_request_too_many_at_once_is_refused_until_there_is_room() {
        let server = server();
        let (first, second) = tokio::join!(answer(&server, "/sleep"), answer(&server, "/sleep"));
        assert_eq!(first.0, StatusCode::REQUEST_TIMEOUT);
        let (status, headers, problem) = second;
        assert_eq!(
            (status, &problem["code"]),
            (StatusCode::SERVICE_UNAVAILABLE, &"unavailable".into())
        );
        assert_eq!(headers["retry-after"], "5");
        assert!(problem["detail"].as_str().unwrap().contains("under way"), "{problem}");
        // A request that ended, even in a panic, makes room for the next one.
        for _ in 0..2 {
            let (status, ..) = answer(&server, "/panic").await;
            assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        }
    }
}
