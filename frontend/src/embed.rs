//! The document that stands within a page of others: one figure with its words and the way to its own page. The server draws a
//! picture; where scripts run, the app makes the live chart in its place.

use leptos::{prelude::*, reactive::owner::Owner};
use vithe_shared::{
    Borders, ComponentId, IndexId, Problem,
    address::{base, path_of},
    dataset::Part,
    engine::catalog::Catalog,
    query::{ApiQuery as _, ChartKind, FigureQuery, PictureSize, QueryPairs, Theme},
};

use crate::{
    address::{PageAddress, figure_of_embed},
    answers::Answers,
    app::document_title,
    charts::sheet::page_of,
    components::figure::{Figure, FigureWords, figure_address},
    frozen::{carry, embed_notice},
    pages::{Teller, find_page},
    site::SiteManifest,
};

/// What an embed shows, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// The chart.
    pub chart: ChartKind,
    /// What it shows, in which language.
    pub query: FigureQuery,
    /// The colours, where the page around it has only those; otherwise those that the device asks for.
    pub theme: Option<Theme>,
}

/// The document of a figure.
pub fn embed_document(manifest: &SiteManifest, embed: &Embed, answers: Answers<'_>) -> Result<String, Problem> {
    let Embed { chart, query, theme } = embed;
    Owner::new().with(|| {
        let page = format!("{}{}", manifest.origin, page_of(*chart, query, None));
        let words = tell(*chart, query, answers)?;
        let title = words.finding().to_owned();
        let figure = Figure::new("figure", *chart, query.clone(), words, String::new()).embedded(page, *theme);
        let notice = manifest
            .frozen
            .as_ref()
            .map(|frozen| embed_notice(frozen, query.language));
        let content = view! { <main class=format!("embedded index-{}", query.index)>{figure} {notice}</main> };
        // A version of the past stands as the server drew it.
        let live = manifest.frozen.is_none().then(|| data_of(manifest, *chart, query));
        Ok(write(manifest, query, *theme, live, &title, content.into_any()))
    })
}

/// The document that says why there is no figure.
pub fn embed_failure(manifest: &SiteManifest, query: &FigureQuery, problem: &Problem) -> String {
    Owner::new().with(|| {
        let words = problem.detail.clone();
        let content = view! { <main class="embedded"><p>{words}</p></main> };
        write(manifest, query, None, None, &problem.title, content.into_any())
    })
}

fn tell(chart: ChartKind, query: &FigureQuery, answers: Answers<'_>) -> Result<FigureWords, Problem> {
    (Teller::of(chart, query).tells())(chart, query, answers)
}

/// The parts of the figures that a figure is made from.
fn parts_of(chart: ChartKind, query: &FigureQuery) -> Vec<Part> {
    let of = |index: IndexId, component: &ComponentId| {
        let indicators = component.names_indicator().then_some(Part::Indicators(index));
        [Some(Part::Index(index)), indicators]
    };
    // A profile is asked of a province as a whole.
    let all = (chart == ChartKind::Profile).then(|| IndexId::ALL.map(|index| Some(Part::Index(index))));
    let other = query.y.as_ref().map(|other| of(other.index, &other.component));
    let borders = Borders::ALL.map(|borders| Some(Part::Borders(borders)));
    let parts = of(query.index, &query.component)
        .into_iter()
        .chain(all.into_iter().flatten())
        .chain(other.into_iter().flatten())
        .chain(borders);
    std::iter::once(Part::Registry).chain(parts.flatten()).collect()
}

/// The revisions of those parts, as the app reads them.
fn data_of(manifest: &SiteManifest, chart: ChartKind, query: &FigureQuery) -> String {
    let mut revisions: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&manifest.data).unwrap_or_default();
    let names: Vec<String> = parts_of(chart, query).iter().map(Part::to_string).collect();
    revisions.retain(|name, _| names.contains(name));
    serde_json::Value::Object(revisions).to_string()
}

/// The address of a figure as a picture.
pub fn picture_address(chart: ChartKind, query: &FigureQuery) -> String {
    figure_address(chart, "png", query)
}

/// A figure that can be embedded.
#[derive(Clone, Debug, PartialEq)]
pub struct Embeddable {
    /// The chart.
    pub chart: ChartKind,
    /// What it shows.
    pub query: FigureQuery,
    /// Its headline.
    pub title: String,
    /// How high it is with its words in an article column, in pixels.
    pub height: u16,
}

/// The figure that an address means: that of an embed, or the one that a shared link to a page shows. `None` where the address has
/// none, or lies outside of the site.
pub fn embeddable(catalog: &Catalog, address: &str, query: &str) -> Option<Embeddable> {
    let path = path_of(address)?;
    let (chart, query) = figure_of_embed(path, query).or_else(|| figure_of_page(catalog, path, query))?;
    let words = tell(chart, &query, Answers::new(catalog, query.language)).ok()?;
    Some(Embeddable {
        chart,
        query,
        title: words.finding().to_owned(),
        height: words.height_of_embed(),
    })
}

/// The figure on the card of a page.
fn figure_of_page(catalog: &Catalog, path: &str, query: &str) -> Option<(ChartKind, FigureQuery)> {
    let address = PageAddress::parse(path, query);
    let image = Owner::new().with(|| find_page(catalog, &address).ok()?.head.image)?;
    let (file, query) = path_of(&image)?.strip_prefix("/figures/")?.split_once('?')?;
    let chart = file.strip_suffix(".png")?.parse().ok()?;
    let query = FigureQuery::from_pairs(QueryPairs::parse(query), &[]).ok()?;
    let drawing = FigureQuery {
        size: PictureSize::Drawing,
        ..query
    };
    Some((chart, drawing))
}

/// `live` names the figures that the app makes the chart of; without them no script comes.
fn write(
    manifest: &SiteManifest,
    query: &FigureQuery,
    theme: Option<Theme>,
    live: Option<String>,
    title: &str,
    content: AnyView,
) -> String {
    let is_live = live.is_some();
    let starts = |address: &String| is_live.then(|| address.clone());
    let scripts = live.map(|data| {
        view! {
            <meta name="vithe-data" content=data/>
            <script src=manifest.theme_script.clone()></script>
        }
    });
    let root = view! {
        <html
            lang=query.language.as_str()
            data-base=Some(base()).filter(|base| !base.is_empty())
            data-theme=theme.map(Theme::as_str)
            data-embed=is_live.then_some("")
            data-script=starts(&manifest.script)
            data-wasm=starts(&manifest.wasm)
            data-echarts=starts(&manifest.echarts)
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content=theme.map_or("light dark", Theme::as_str)/>
                <meta name="robots" content="noindex"/>
                <title>{document_title(title)}</title>
                {scripts}
                <link rel="stylesheet" href=manifest.stylesheet.clone()/>
                <style>{manifest.hue_styles.clone()}</style>
            </head>
            <body>{content}</body>
        </html>
    };
    let document = format!("<!DOCTYPE html>{}", root.to_html().replace("<!>", ""));
    match &manifest.frozen {
        Some(frozen) => carry(&document, &frozen.version, &manifest.origin),
        None => document,
    }
}
