//! The document that stands within a page of others: one figure as a picture, with its words and the way to its own page. No
//! script runs in it.

use leptos::{prelude::*, reactive::owner::Owner};
use vithe_shared::{
    Problem,
    address::path_of,
    engine::catalog::Catalog,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, PictureSize, QueryPairs},
};

use crate::{
    address::PageAddress,
    answers::Answers,
    app::document_title,
    charts::{Chart, Visitor, sheet::page_of, view_of, visit},
    components::figure::{Figure, FigureWords, WORDS_OF_EMBED, figure_address},
    frozen::{carry, embed_notice},
    pages::find_page,
    site::SiteManifest,
};

/// The document of a figure.
pub fn embed_document(
    manifest: &SiteManifest,
    chart: ChartKind,
    query: &FigureQuery,
    answers: Answers<'_>,
) -> Result<String, Problem> {
    Owner::new().with(|| {
        let page = format!("{}{}", manifest.origin, page_of(chart, query, None));
        let (title, figure) = visit(
            chart,
            FigureOf {
                chart,
                query,
                answers,
                page,
            },
        )?;
        let notice = manifest
            .frozen
            .as_ref()
            .map(|frozen| embed_notice(frozen, query.language));
        let content = view! { <main class=format!("embedded index-{}", query.index)>{figure} {notice}</main> };
        Ok(write(manifest, query, &title, content.into_any()))
    })
}

/// The document that says why there is no figure.
pub fn embed_failure(manifest: &SiteManifest, query: &FigureQuery, problem: &Problem) -> String {
    Owner::new().with(|| {
        let words = problem.detail.clone();
        let content = view! { <main class="embedded"><p>{words}</p></main> };
        write(manifest, query, &problem.title, content.into_any())
    })
}

struct FigureOf<'a> {
    chart: ChartKind,
    query: &'a FigureQuery,
    answers: Answers<'a>,
    page: String,
}

impl Visitor for FigureOf<'_> {
    type Output = Result<(String, AnyView), Problem>;

    fn visit<C: Chart>(self) -> Self::Output {
        let view = view_of::<C>(self.query, self.answers)?;
        let title = C::text(&view).finding.clone();
        let words = FigureWords::new::<C>(&view);
        let figure = Figure::new("figure", self.chart, self.query.clone(), words, String::new());
        Ok((title, figure.embedded(self.page)))
    }
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
    let (chart, query) = embed_asked(path, query).or_else(|| figure_of_page(catalog, path, query))?;
    let answers = Answers::new(catalog, query.language);
    let (title, height) = visit(chart, RoomOf { query: &query, answers }).ok()?;
    Some(Embeddable {
        chart,
        query,
        title,
        height,
    })
}

fn embed_asked(path: &str, query: &str) -> Option<(ChartKind, FigureQuery)> {
    let (language, chart) = path.strip_prefix("/embed/")?.split_once('/')?;
    let query = FigureQuery::from_pairs(QueryPairs::parse(query), &[]).ok()?;
    let query = FigureQuery {
        language: language.parse().ok()?,
        ..query
    };
    Some((chart.parse().ok()?, query))
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

struct RoomOf<'a> {
    query: &'a FigureQuery,
    answers: Answers<'a>,
}

impl Visitor for RoomOf<'_> {
    type Output = Result<(String, u16), Problem>;

    fn visit<C: Chart>(self) -> Self::Output {
        let view = view_of::<C>(self.query, self.answers)?;
        let height = C::height(&view, FigureWidth::Medium) + WORDS_OF_EMBED;
        Ok((C::text(&view).finding.clone(), height))
    }
}

fn write(manifest: &SiteManifest, query: &FigureQuery, title: &str, content: AnyView) -> String {
    let root = view! {
        <html lang=query.language.as_str()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="robots" content="noindex"/>
                <title>{document_title(title)}</title>
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
