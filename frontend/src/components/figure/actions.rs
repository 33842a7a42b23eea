//! What can be done with a figure: its table, its address, pictures, files, the documents behind it, a citation, and the code
//! that sets it on another page. All of it are links; what opens a list is a `details`.

use leptos::prelude::*;
use vithe_shared::{
    Text,
    domain::fill_citation,
    query::{ChartKind, FigureQuery, PictureSize, Theme},
};

use super::{Figure, figure_address};
use crate::{
    address::embed_code,
    app::Origin,
    components::{
        table_files::{file, table_forms},
        textarea::content_of_textarea,
    },
    text::figure,
};

/// The list below a figure.
pub(super) fn actions(shown: &Figure) -> AnyView {
    let language = shown.query.language;
    let page_link = |address: Option<String>, name: Text| {
        address.map(|address| view! { <li><a href=address>{name.get(language)}</a></li> })
    };
    let address = format!("{}#{}", shown.page, shown.id);
    view! {
        <ul class="actions" aria-label=figure::DOWNLOAD.get(language)>
            {page_link(shown.table_address.clone(), figure::TABLE_BEHIND)}
            <li>
                <a href=address data-copy="" data-copied=figure::COPIED.get(language)>{figure::LINK.get(language)}</a>
                <span class="copied" role="status"></span>
            </li>
            {shown.kind.map(|kind| images(shown, kind))}
            {shown.csv.as_ref().map(|csv| files(shown, csv))}
            {page_link(shown.sources.clone(), figure::SOURCES)}
            {citation(shown)}
            {shown.kind.map(|kind| embedding(shown, kind))}
        </ul>
    }
    .into_any()
}

/// An entry that opens.
fn opening(shown: &Figure, name: &str, words: Text, content: AnyView) -> AnyView {
    let id = format!("{name}-{}", shown.id);
    view! {
        <li>
            <details id=id.clone() class="cite">
                <summary id=format!("{id}-summary")>{words.get(shown.query.language)}</summary>
                {content}
            </details>
        </li>
    }
    .into_any()
}

/// The complete figure in every size.
fn images(shown: &Figure, kind: ChartKind) -> AnyView {
    let language = shown.query.language;
    let sizes = PictureSize::COMPLETE
        .into_iter()
        .map(|size| {
            let of = |extension, theme| {
                let query = FigureQuery {
                    size,
                    theme,
                    ..shown.query.clone()
                };
                figure_address(kind, extension, &query)
            };
            view! {
                <li>
                    <span>{figure::size(size).get(language)}</span>
                    {file(of("png", Theme::Light), "PNG")}
                    {file(of("svg", Theme::Light), "SVG")}
                    {file(of("png", Theme::Dark), figure::DARK.get(language))}
                </li>
            }
        })
        .collect_view();
    opening(
        shown,
        "images",
        figure::IMAGES,
        view! { <ul class="sizes">{sizes}</ul> }.into_any(),
    )
}

/// The table behind the figure for programs and for a spreadsheet.
fn files(shown: &Figure, csv: &str) -> AnyView {
    let language = shown.query.language;
    let content = view! {
        <ul class="sizes">
            <li>{table_forms(csv, language)}</li>
        </ul>
    };
    opening(shown, "files", figure::FILES, content.into_any())
}

/// How the publisher wants to be cited, for the year of the figure, and the figure itself as a file of every form.
fn citation(shown: &Figure) -> Option<AnyView> {
    let language = shown.query.language;
    let forms = shown.kind.map(|kind| {
        let of = |extension| figure_address(kind, extension, &shown.query);
        view! {
            <ul class="sizes">
                <li>
                    {file(of("txt"), figure::CITATION_TEXT.get(language))}
                    {file(of("bib"), "BibTeX")}
                    {file(of("ris"), "RIS")}
                    {file(of("csl.json"), "CSL-JSON")}
                </li>
            </ul>
        }
    });
    let text = shown.citation.as_ref().map(|citation| {
        let filled = fill_citation(citation, shown.query.year.or(shown.query.to), language);
        view! { <p>{filled}</p> }
    });
    (forms.is_some() || text.is_some())
        .then(|| opening(shown, "cite", figure::CITE, view! { {text} {forms} }.into_any()))
}

/// The code that sets the figure on another page; its height is that of the figure with its words in an article column.
fn embedding(shown: &Figure, kind: ChartKind) -> AnyView {
    let height = shown.words.height_of_embed();
    let origin = use_context::<Origin>().map_or_else(String::new, |origin| origin.0);
    let code = embed_code(&origin, kind, &shown.query, &shown.words.finding, height);
    let content = view! {
        <label>
            <span class="visually-hidden">{figure::EMBED_CODE.get(shown.query.language)}</span>
            <textarea class="embed-code" rows="3" readonly=true>{content_of_textarea(&code)}</textarea>
        </label>
    };
    opening(shown, "embed", figure::EMBED, content.into_any())
}
