//! The document, the routes and the frame around every page.

use crate::{
    components::{footer::footer, header::header, theme::ThemeState},
    pages::{
        address::use_address, compare::ComparePage, data::DataPage, declines::DeclinesPage, index::IndexPage,
        methods::MethodsPage, not_found::NotFoundPage, overview::OverviewPage, province::ProvincePage,
        regions::RegionsPage, scatter::ScatterPage, search::SearchPage, what_if::WhatIfPage,
    },
    site::SiteManifest,
};
use leptos::{html, prelude::*};
use leptos_meta::{Html, MetaTags, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

/// The whole document. Server only; the browser hydrates [`App`] in its body.
pub fn shell(manifest: SiteManifest) -> impl IntoView {
    let start = format!(
        "import start,{{hydrate}} from {:?};start({{module_or_path:{:?}}}).then(hydrate)",
        manifest.script, manifest.wasm
    );
    let fonts: Vec<AnyView> = manifest
        .fonts
        .iter()
        .map(|font| {
            view! { <link rel="preload" href=font.clone() r#as="font" r#type="font/woff2" crossorigin="anonymous"/> }
                .into_any()
        })
        .collect();
    view! {
        <!DOCTYPE html>
        <html
            data-echarts=manifest.echarts
            data-map-63=manifest.map_63
            data-map-34=manifest.map_34
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <script src=manifest.theme_script></script>
                <link rel="stylesheet" href=manifest.stylesheet/>
                {fonts}
                <link rel="icon" href=manifest.favicon r#type="image/svg+xml"/>
                <link rel="modulepreload" href=manifest.script.clone() fetchpriority="low"/>
                <link
                    rel="preload"
                    href=manifest.wasm.clone()
                    r#as="fetch"
                    r#type="application/wasm"
                    crossorigin="anonymous"
                    fetchpriority="low"
                />
                <MetaTags/>
                <script r#type="module">{start}</script>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Everything in the body.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    #[cfg(feature = "hydrate")]
    provide_context::<crate::api::SharedSource>(std::sync::Arc::new(crate::api::HttpSource));
    let (is_routing, set_is_routing) = signal(false);
    view! {
        <Router set_is_routing>
            <Frame is_routing/>
        </Router>
    }
}

/// Header, page and footer.
#[component]
fn Frame(
    /// Whether the next page is on its way.
    is_routing: ReadSignal<bool>,
) -> impl IntoView {
    ThemeState::provide();
    let address = use_address();
    let language = Memo::new(move |_| address.with(|address| address.language));
    let main = NodeRef::<html::Main>::new();
    #[cfg(feature = "hydrate")]
    follow_navigation(address, main);
    view! {
        <Html {..} lang=move || language.get().tag()/>
        {move || header(language.get(), address)}
        <main id="main" tabindex="-1" node_ref=main aria-busy=move || if is_routing.get() { "true" } else { "false" }>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/:lang/") view=OverviewPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/index/:index") view=IndexPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/province/:slug") view=ProvincePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/compare") view=ComparePage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/data") view=DataPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/methods/:index") view=MethodsPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/search") view=SearchPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/declines") view=DeclinesPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/what-if") view=WhatIfPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/scatter") view=ScatterPage ssr=SsrMode::Async/>
                <Route path=path!("/:lang/regions") view=RegionsPage ssr=SsrMode::Async/>
            </FlatRoutes>
        </main>
        {move || footer(language.get())}
    }
}

/// Marks the page as hydrated, and moves the focus to the content after each change of page.
#[cfg(feature = "hydrate")]
fn follow_navigation(address: Memo<crate::pages::address::PageAddress>, main: NodeRef<html::Main>) {
    let path = Memo::new(move |_| address.with(|address| address.path.clone()));
    Effect::new(move |previous: Option<String>| {
        let path = path.get();
        match previous {
            None => {
                if let Some(body) = document().body() {
                    // Only tests and styles look at the mark.
                    let _ = body.set_attribute("data-hydrated", "true");
                }
            }
            Some(previous) if previous != path => {
                if let Some(main) = main.get_untracked() {
                    let options = web_sys::FocusOptions::new();
                    options.set_prevent_scroll(true);
                    // A content that cannot take the focus leaves it where it is.
                    let _ = main.focus_with_options(&options);
                }
            }
            Some(_) => {}
        }
        path
    });
}
