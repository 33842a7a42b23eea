//! The document that stands within a page of others: one figure as a picture, with its words and the way to its own page. No
//! script runs in it.

use leptos::{prelude::*, reactive::owner::Owner};
use vithe_shared::{
    Problem,
    query::{ChartKind, FigureQuery},
};

use crate::{
    answers::Answers,
    app::document_title,
    charts::{Chart, Visitor, sheet::page_of, view_of, visit},
    components::figure::{Figure, FigureWords},
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
        let page = format!("{}{}", manifest.origin, page_of(chart, query));
        let (title, figure) = visit(
            chart,
            FigureOf {
                chart,
                query,
                answers,
                page,
            },
        )?;
        let content = view! { <main class=format!("embedded index-{}", query.index)>{figure}</main> };
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
    format!("<!DOCTYPE html>{}", root.to_html().replace("<!>", ""))
}
