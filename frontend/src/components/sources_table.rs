//! Values on record as a table, each with its documents.

use leptos::prelude::*;
use vithe_shared::Language;

use super::table::{
    Caption, Columns, DataTable,
    cell::{NameCell, ProvinceCell, Remark, TextCell},
    part::number,
};
use crate::{
    address::Aspect,
    text::{common, sources as text},
    view_model::{
        SourcesView,
        sources_view::{DocumentView, SourceRowView, Use},
    },
};

/// Which columns say something: what all rows share stands above the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SourceColumns {
    /// Rows are of several provinces.
    pub(crate) province: bool,
    /// Rows are of several years.
    pub(crate) year: bool,
}

/// The table.
pub(crate) fn sources_table(view: &SourcesView, columns: SourceColumns, language: Language) -> AnyView {
    let columns = columns_of(columns, language);
    let rows = view
        .rows
        .iter()
        .enumerate()
        // A value has no name of its own: several of one province and year may even be alike.
        .map(|(position, row)| columns.row(&position, row).with_class(row_class(row)))
        .collect();
    let caption = Caption::Hidden(view.finding.clone());
    view! {
        <div class="sources-part">
            <DataTable
                id="table-sources"
                label=text::TABLE.get(language)
                caption
                heads=columns.into_heads()
                rows
                frame="prose-table sources-table"
            />
        </div>
    }
    .into_any()
}

fn row_class(row: &SourceRowView) -> Option<String> {
    match row.used {
        Use::Used => None,
        Use::NotUsed => Some("is-unused".to_owned()),
        Use::Open => Some("is-open".to_owned()),
    }
}

fn columns_of(shown: SourceColumns, language: Language) -> Columns<'static, SourceRowView> {
    let mut columns = Columns::<SourceRowView>::new();
    if shown.province {
        let aspect = Aspect::default();
        columns.words(common::PROVINCE.get(language), move |row| {
            view! { <ProvinceCell language province=&row.province name=row.name.clone() aspect=&aspect/> }.into_any()
        });
    }
    if shown.year {
        columns.words(common::YEAR.get(language), move |row| {
            let year = row.year.to_string();
            if shown.province {
                view! { <TextCell text=year/> }.into_any()
            } else {
                view! { <NameCell name=year/> }.into_any()
            }
        });
    }
    columns.words(text::FIGURE.get(language), |row| {
        view! { <td class="source-value">{row.measure.clone()}" "<strong>{number(row.value.clone())}</strong></td> }
            .into_any()
    });
    columns.words(text::USE.get(language), move |row| {
        let used = match row.used {
            Use::Used => text::IS_USED,
            Use::NotUsed => text::IS_NOT_USED,
            Use::Open => text::IS_OPEN,
        };
        view! { <TextCell text=used.get(language) class="source-use"/> }.into_any()
    });
    columns.words(text::SOURCES.get(language), move |row| {
        view! { <SourceCell documents=&row.documents language/> }.into_any()
    });
    columns
}

/// A cell with the documents that state a value; a value without any is computed.
#[component]
fn SourceCell<'a>(
    /// The documents.
    documents: &'a [DocumentView],
    /// The language of the page.
    language: Language,
) -> AnyView {
    let content = if documents.is_empty() {
        text::COMPUTED.get(language).into_any()
    } else {
        let items = documents.iter().map(|document| item(document, language)).collect_view();
        view! { <ul>{items}</ul> }.into_any()
    };
    view! { <td class="prose source-documents">{content}</td> }.into_any()
}

fn item(document: &DocumentView, language: Language) -> AnyView {
    let title = document.title.clone();
    let title = if document.address.is_empty() {
        let remark = format!("({})", text::NO_ADDRESS.get(language));
        view! { {title}<Remark text=remark/> }.into_any()
    } else {
        view! { <a href=document.address.clone() rel="external noopener">{title}</a> }.into_any()
    };
    let about: Vec<&str> = std::iter::once(document.publisher.as_str())
        .chain(document.how.iter().copied())
        .chain(document.note.as_deref())
        .collect();
    view! { <li>{title}<Remark text=format!("· {}", about.join(" · "))/></li> }.into_any()
}
