//! The document and the frame around every page.

use leptos::{html, prelude::*};
#[cfg(not(feature = "hydrate"))]
use vithe_shared::Language;

use crate::{
    address::PageAddress,
    components::{footer::footer, header::header},
    text::common::{LOADING, SITE_NAME},
};
#[cfg(not(feature = "hydrate"))]
use crate::{
    components::script::module_script,
    pages::{Page, PageHead, without_marks},
    site::SiteManifest,
};

/// The title of a document.
pub fn document_title(page_title: &str) -> String {
    format!("{page_title} – {SITE_NAME}")
}

/// Header, content and footer: what the body consists of, on the server and in the browser.
///
/// The content is text that the server made; the browser finds it in the document and passes nothing.
pub(crate) fn frame(
    address: RwSignal<PageAddress>,
    is_busy: RwSignal<bool>,
    main: NodeRef<html::Main>,
    content: String,
) -> impl IntoView {
    let language = Memo::new(move |_| address.with(|address| address.language));
    view! {
        {move || header(language.get(), address)}
        <main
            id="main"
            tabindex="-1"
            node_ref=main
            aria-busy=move || if is_busy.get() { "true" } else { "false" }
            inner_html=content
        ></main>
        <p class="loading" role="status">{move || is_busy.get().then(|| LOADING.get(language.get()))}</p>
        {move || footer(language.get())}
    }
}

/// The whole document of a page.
#[cfg(not(feature = "hydrate"))]
pub fn document(manifest: &SiteManifest, address: PageAddress, page: Page) -> String {
    let language = address.language.as_str();
    let head = head_part(manifest, &address, &page.head);
    let content = page.into_html();
    let html = Owner::new().with(|| {
        let body = frame(RwSignal::new(address), RwSignal::new(false), NodeRef::new(), content);
        view! {
            <html
                lang=language
                data-build=manifest.build.clone()
                data-echarts=manifest.echarts.clone()
                data-map-63=manifest.map_63.clone()
                data-map-34=manifest.map_34.clone()
            >
                <head>{head}</head>
                <body>{body}</body>
            </html>
        }
        .to_html()
    });
    // The body is hydrated; in the head a comment within the title would be text.
    let (head, body) = html.split_at(html.find("<body>").unwrap_or_default());
    format!("<!DOCTYPE html>{}{body}", without_marks(head))
}

/// The head: files of the site, then title, description, share data and the addresses of the page in both languages.
#[cfg(not(feature = "hydrate"))]
fn head_part(manifest: &SiteManifest, address: &PageAddress, head: &PageHead) -> AnyView {
    let start = format!(
        "import start,{{hydrate}} from {:?};start({{module_or_path:{:?}}}).then(hydrate)",
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
#[cfg(not(feature = "hydrate"))]
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
#[cfg(not(feature = "hydrate"))]
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
