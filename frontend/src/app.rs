//! The document and the frame around every page.

use leptos::{html, prelude::*};
#[cfg(not(feature = "csr"))]
use vithe_shared::Language;

use crate::{
    address::PageAddress,
    components::{footer::footer, header::header},
    text::common::{LOADING, SITE_NAME},
};
#[cfg(not(feature = "csr"))]
use crate::{
    components::script::module_script,
    pages::{Page, PageHead},
    site::SiteManifest,
};

/// The title of a document.
pub fn document_title(page_title: &str) -> String {
    format!("{page_title} – {SITE_NAME}")
}

/// Header, content and footer: what the body consists of, on the server and in the browser.
pub(crate) fn frame(
    address: Signal<PageAddress>,
    is_waiting: Signal<bool>,
    main: NodeRef<html::Main>,
    content: AnyView,
) -> AnyView {
    let language = Memo::new(move |_| address.with(|address| address.language));
    view! {
        {move || header(language.get(), address)}
        <main
            id="main"
            tabindex="-1"
            node_ref=main
            aria-busy=move || if is_waiting.get() { "true" } else { "false" }
        >
            {content}
        </main>
        <p class="loading" role="status">{move || is_waiting.get().then(|| LOADING.get(language.get()))}</p>
        {move || footer(language.get())}
    }
    .into_any()
}

/// The whole document of a page. `page` makes it; its view lives as long as the document is written.
#[cfg(not(feature = "csr"))]
pub fn document<E>(
    manifest: &SiteManifest,
    address: PageAddress,
    page: impl FnOnce(&PageAddress) -> Result<Page, E>,
) -> Result<String, E> {
    /// What only a view that is hydrated needs: the app makes its own.
    const MARK: &str = "<!>";
    let language = address.language.as_str();
    let root = Owner::new().with(|| {
        let page = page(&address)?;
        let head = head_part(manifest, &address, &page.head);
        let body = frame(
            Signal::stored(address),
            Signal::stored(false),
            NodeRef::new(),
            page.view,
        );
        let root = view! {
            <html lang=language data-build=manifest.build.clone() data-echarts=manifest.echarts.clone()>
                <head>{head}</head>
                <body>{body}</body>
            </html>
        };
        Ok(root.to_html())
    })?;
    Ok(format!("<!DOCTYPE html>{}", root.replace(MARK, "")))
}

/// The head: files of the site, then title, description, share data and the addresses of the page in both languages.
#[cfg(not(feature = "csr"))]
fn head_part(manifest: &SiteManifest, address: &PageAddress, head: &PageHead) -> AnyView {
    let start = format!(
        "import load,{{start}} from {:?};load({{module_or_path:{:?}}}).then(start)",
        manifest.script, manifest.wasm
    );
    view! {
        {site_files(manifest)}
        {share_data(&manifest.origin, address, head)}
        {module_script(start)}
    }
    .into_any()
}

/// What every page loads.
#[cfg(not(feature = "csr"))]
fn site_files(manifest: &SiteManifest) -> AnyView {
    let fonts = manifest
        .fonts
        .iter()
        .map(|font| view! { <link as="font" rel="preload" href=font.clone() type="font/woff2" crossorigin="anonymous"/> })
        .collect_view();
    view! {
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="vithe-data" content=manifest.data.clone()/>
        <script src=manifest.theme_script.clone()></script>
        <link rel="stylesheet" href=manifest.stylesheet.clone()/>
        <style>{manifest.hue_styles.clone()}</style>
        {fonts}
        <link rel="icon" href=manifest.favicon.clone() type="image/svg+xml"/>
        <link rel="modulepreload" href=manifest.script.clone() fetchpriority="low"/>
        <link
            as="fetch"
            rel="preload"
            href=manifest.wasm.clone()
            type="application/wasm"
            crossorigin="anonymous"
            fetchpriority="low"
        />
    }
    .into_any()
}

/// What search engines and social networks read: title, description, addresses, image.
#[cfg(not(feature = "csr"))]
fn share_data(origin: &str, address: &PageAddress, head: &PageHead) -> AnyView {
    let title = document_title(&head.title);
    let here = format!("{origin}{}", address.canonical());
    let alternates = [("vi", Language::Vi), ("en", Language::En), ("x-default", Language::Vi)]
        .map(|(tag, language)| {
            let alternate = format!("{origin}{}", address.in_language(language));
            view! { <link rel="alternate" hreflang=tag href=alternate/> }
        })
        .into_iter()
        .collect_view();
    let properties = [
        ("og:type", "website".to_owned()),
        ("og:site_name", SITE_NAME.to_owned()),
        ("og:title", title.clone()),
        ("og:description", head.description.clone()),
        ("og:url", here.clone()),
        ("og:locale", address.language.pick("vi_VN", "en_GB").to_owned()),
    ]
    .into_iter()
    .chain(
        head.image
            .as_ref()
            .map(|image| ("og:image", format!("{origin}{image}"))),
    )
    .map(|(property, content)| html::meta().attr("property", property).content(content))
    .collect_view();
    let card = head
        .image
        .is_some()
        .then(|| view! { <meta name="twitter:card" content="summary_large_image"/> });
    view! {
        <title>{title}</title>
        <meta name="description" content=head.description.clone()/>
        <link rel="canonical" href=here/>
        {alternates}
        {properties}
        {card}
    }
    .into_any()
}
