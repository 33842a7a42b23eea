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
    markup::Markup,
    pages::{Page, PageHead},
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
    let mut head = Markup::default();
    head_part(&mut head, manifest, &address, &page.head);
    let mut root = Markup::default();
    root.open(
        "html",
        &[
            ("lang", address.language.as_str()),
            ("data-build", &manifest.build),
            ("data-echarts", &manifest.echarts),
            ("data-map-63", &manifest.map_63),
            ("data-map-34", &manifest.map_34),
        ],
    );
    let body =
        Owner::new().with(|| frame(RwSignal::new(address), RwSignal::new(false), NodeRef::new(), page.html).to_html());
    format!(
        "<!DOCTYPE html>{}<head>{}</head><body>{body}</body></html>",
        root.into_html(),
        head.into_html()
    )
}

/// The head: files of the site, then title, description, share data and the addresses of the page in both languages.
#[cfg(not(feature = "hydrate"))]
fn head_part(markup: &mut Markup, manifest: &SiteManifest, address: &PageAddress, head: &PageHead) {
    let link = |markup: &mut Markup, attributes: &[(&str, &str)]| markup.open("link", attributes);
    markup.open("meta", &[("charset", "utf-8")]);
    markup.open(
        "meta",
        &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")],
    );
    markup.open("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    markup.open("meta", &[("name", "vithe-data"), ("content", &manifest.data)]);
    markup.element("script", &[("src", &manifest.theme_script)], "");
    link(markup, &[("rel", "stylesheet"), ("href", &manifest.stylesheet)]);
    for font in &manifest.fonts {
        link(
            markup,
            &[
                ("rel", "preload"),
                ("href", font),
                ("as", "font"),
                ("type", "font/woff2"),
                ("crossorigin", "anonymous"),
            ],
        );
    }
    link(
        markup,
        &[("rel", "icon"), ("href", &manifest.favicon), ("type", "image/svg+xml")],
    );
    link(
        markup,
        &[
            ("rel", "modulepreload"),
            ("href", &manifest.script),
            ("fetchpriority", "low"),
        ],
    );
    link(
        markup,
        &[
            ("rel", "preload"),
            ("href", &manifest.wasm),
            ("as", "fetch"),
            ("type", "application/wasm"),
            ("crossorigin", "anonymous"),
            ("fetchpriority", "low"),
        ],
    );
    let origin = &manifest.origin;
    let title = document_title(&head.title);
    let here = format!("{origin}{}", address.canonical());
    markup.element("title", &[], &title);
    markup.open("meta", &[("name", "description"), ("content", &head.description)]);
    link(markup, &[("rel", "canonical"), ("href", &here)]);
    for (tag, language) in [("vi", Language::Vi), ("en", Language::En), ("x-default", Language::Vi)] {
        let alternate = format!("{origin}{}", address.in_language(language));
        link(markup, &[("rel", "alternate"), ("hreflang", tag), ("href", &alternate)]);
    }
    for (property, content) in [
        ("og:type", "website"),
        ("og:site_name", SITE_NAME),
        ("og:title", &title),
        ("og:description", &head.description),
        ("og:url", &here),
        ("og:locale", address.language.pick("vi_VN", "en_GB")),
    ] {
        markup.open("meta", &[("property", property), ("content", content)]);
    }
    if let Some(image) = &head.image {
        let image = format!("{origin}{image}");
        markup.open("meta", &[("property", "og:image"), ("content", &image)]);
        markup.open("meta", &[("name", "twitter:card"), ("content", "summary_large_image")]);
    }
    let start = format!(
        "import start,{{hydrate}} from {:?};start({{module_or_path:{:?}}}).then(hydrate)",
        manifest.script, manifest.wasm
    );
    markup.script(&start);
}
