//! The document and the frame around every page.

#[cfg(not(feature = "csr"))]
use std::convert::Infallible;

use leptos::{html, prelude::*};
#[cfg(not(feature = "csr"))]
use vithe_shared::{
    IndexId, Language,
    address::{as_value, at, base},
};

use crate::{
    address::PageAddress,
    components::{connection::connection, footer::footer, header::header, saving::saving},
    text::common::{LOADING, SITE_NAME},
};
#[cfg(not(feature = "csr"))]
use crate::{
    address::{PageKind, feed_path, overview_path},
    failure::network_view,
    frozen::freeze,
    pages::{Page, PageHead},
    site::SiteManifest,
    text::{connection, versions},
};

/// Scheme and host of the site, for code that is copied from it; empty where they are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(pub String);

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
        {move || saving(language.get())}
        <main
            id="main"
            tabindex="-1"
            node_ref=main
            aria-busy=move || if is_waiting.get() { "true" } else { "false" }
        >
            {content}
        </main>
        <p class="loading" role="status">{move || is_waiting.get().then(|| LOADING.get(language.get()))}</p>
        {move || connection(language.get())}
        {move || footer(language.get())}
    }
    .into_any()
}

/// What a document is for.
#[cfg(not(feature = "csr"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// A page, complete without scripts; the app takes it over.
    Page,
    /// A frame that the app fills with the page of its address.
    Shell,
    /// All there is to say: it is never taken over.
    Notice,
}

/// The whole document of a page. `page` makes it; its view lives as long as the document is written.
#[cfg(not(feature = "csr"))]
pub fn document<E>(
    manifest: &SiteManifest,
    address: &PageAddress,
    page: impl FnOnce(&PageAddress) -> Result<Page, E>,
) -> Result<String, E> {
    write(manifest, address, Role::Page, page)
}

/// The document that stands in for every page of a language where there is no network: the frame, which the app fills.
#[cfg(not(feature = "csr"))]
pub fn shell(manifest: &SiteManifest, language: Language) -> String {
    stand_in(manifest, language, Role::Shell, || ().into_any())
}

/// The document that stands in for what needs the network: files, and the documentation of the API.
#[cfg(not(feature = "csr"))]
pub fn network_notice(manifest: &SiteManifest, language: Language) -> String {
    stand_in(manifest, language, Role::Notice, || network_view(language))
}

#[cfg(not(feature = "csr"))]
fn stand_in(manifest: &SiteManifest, language: Language, role: Role, view: impl FnOnce() -> AnyView) -> String {
    let address = PageAddress::of_address(&overview_path(language), "");
    let head = PageHead {
        title: connection::AWAY.get(language).to_owned(),
        description: connection::NEEDS_NETWORK.get(language).to_owned(),
        image: None,
    };
    let Ok(html) = write(manifest, &address, role, |_| {
        Ok::<_, Infallible>(Page::new(head, view()))
    });
    html
}

#[cfg(not(feature = "csr"))]
fn write<E>(
    manifest: &SiteManifest,
    address: &PageAddress,
    role: Role,
    page: impl FnOnce(&PageAddress) -> Result<Page, E>,
) -> Result<String, E> {
    /// What only a view that is hydrated needs: the app makes its own.
    const MARK: &str = "<!>";
    let language = address.language.as_str();
    let root = Owner::new().with(|| {
        provide_context(Origin(manifest.origin.clone()));
        let page = page(address)?;
        let head = head_part(manifest, address, &page.head);
        let body = frame(
            Signal::stored(address.clone()),
            Signal::stored(false),
            NodeRef::new(),
            page.view,
        );
        let starts = role != Role::Notice && manifest.frozen.is_none();
        // What the scripts of the site look for; the app is started by the one that runs before the first paint.
        let root = view! {
            <html
                lang=language
                data-build=manifest.build.clone()
                data-base=Some(base()).filter(|base| !base.is_empty())
                data-script=starts.then(|| manifest.script.clone())
                data-wasm=starts.then(|| manifest.wasm.clone())
                data-echarts=manifest.echarts.clone()
                data-worker=manifest.worker.clone()
                data-shell=(role == Role::Shell).then_some("")
            >
                <head>{head}</head>
                <body>{body}</body>
            </html>
        };
        Ok(root.to_html())
    })?;
    let document = format!("<!DOCTYPE html>{}", root.replace(MARK, ""));
    Ok(match &manifest.frozen {
        Some(frozen) => freeze(&document, frozen, &manifest.origin, address),
        None => document,
    })
}

/// The head: files of the site, then title, description, share data and the addresses of the page in both languages.
#[cfg(not(feature = "csr"))]
fn head_part(manifest: &SiteManifest, address: &PageAddress, head: &PageHead) -> AnyView {
    view! {
        {site_files(manifest, address.language)}
        {share_data(&manifest.origin, address, head)}
        {datasets(manifest, address)}
    }
    .into_any()
}

/// What search engines for data read: on the page of an index its description, on that of the data all of them.
#[cfg(not(feature = "csr"))]
fn datasets(manifest: &SiteManifest, address: &PageAddress) -> AnyView {
    let is_told = |index: IndexId| match address.kind {
        PageKind::Index => address.index() == Some(index),
        PageKind::Data => true,
        _ => false,
    };
    manifest
        .datasets
        .iter()
        .filter(|((index, language), _)| *language == address.language && is_told(*index))
        .map(|(_, description)| view! { <script type="application/ld+json">{description.clone()}</script> })
        .collect_view()
        .into_any()
}

/// What every page loads.
#[cfg(not(feature = "csr"))]
fn site_files(manifest: &SiteManifest, language: Language) -> AnyView {
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
        <link rel="alternate" type="application/atom+xml" href=feed_path(language) title=versions::FEED.get(language)/>
        <script defer src=manifest.offline_script.clone()></script>
    }
    .into_any()
}

/// What search engines and social networks read: title, description, addresses, image.
#[cfg(not(feature = "csr"))]
fn share_data(origin: &str, address: &PageAddress, head: &PageHead) -> AnyView {
    let title = document_title(&head.title);
    // These addresses have to be absolute: without an origin there are none.
    let absolute = |path: &str| (!origin.is_empty()).then(|| format!("{origin}{path}"));
    let here = absolute(&address.canonical());
    let alternates = [("vi", Language::Vi), ("en", Language::En), ("x-default", Language::Vi)]
        .into_iter()
        .filter_map(|(tag, language)| {
            let alternate = absolute(&address.in_language(language))?;
            Some(view! { <link rel="alternate" hreflang=tag href=alternate/> })
        })
        .collect_view();
    let image = head.image.as_deref().and_then(absolute);
    // Where a shared link shows a figure, a page of others may set the figure in its place.
    let discovery = here.as_ref().zip(image.as_ref()).map(|(here, _)| {
        let address = format!("{origin}{}", at(format_args!("/oembed?url={}", as_value(here))));
        view! { <link rel="alternate" type="application/json+oembed" href=address/> }
    });
    let properties = [
        ("og:type", "website".to_owned()),
        ("og:site_name", SITE_NAME.to_owned()),
        ("og:title", title.clone()),
        ("og:description", head.description.clone()),
        ("og:locale", address.language.pick("vi_VN", "en_GB").to_owned()),
    ]
    .into_iter()
    .chain(here.clone().map(|here| ("og:url", here)))
    .chain(image.clone().map(|image| ("og:image", image)))
    .map(|(property, content)| html::meta().attr("property", property).content(content))
    .collect_view();
    let card = image
        .is_some()
        .then(|| view! { <meta name="twitter:card" content="summary_large_image"/> });
    view! {
        <title>{title}</title>
        <meta name="description" content=head.description.clone()/>
        {here.map(|here| view! { <link rel="canonical" href=here/> })}
        {discovery}
        {alternates}
        {properties}
        {card}
    }
    .into_any()
}
