//! Figures that do not agree as a table; every row has its identifier for an anchor.

use leptos::prelude::*;
use vithe_shared::{Language, query::ObservationQuery};

use super::table::{
    Caption, Columns, DataTable,
    cell::{NameCell, Remark, TextCell},
};
use crate::{
    format::NO_FIGURE,
    text::discrepancies as text,
    view_model::discrepancies_view::{ClaimDocument, ClaimedValue, DiscrepancyGroupView, DiscrepancyRowView},
};

/// The table of a kind. `documents` writes the address of the page with all documents of a figure.
pub(crate) fn discrepancies_table(
    group: &DiscrepancyGroupView,
    documents: &dyn Fn(&ObservationQuery) -> String,
    language: Language,
) -> AnyView {
    let mut columns = Columns::<DiscrepancyRowView>::new();
    columns.words(text::UNIT.get(language), |row| {
        view! { <NameCell name=row.name.clone()/> }.into_any()
    });
    columns.words(text::FIGURE.get(language), |row| {
        view! { <TextCell text=row.figure.clone()/> }.into_any()
    });
    columns.words(text::CLAIMS.get(language), move |row| claims_cell(row, documents));
    columns.words(text::SHOWN.get(language), move |row| shown_cell(row, language));
    columns.figures(text::DIFFERENCE.get(language), |row| {
        let difference = if row.difference.is_empty() {
            NO_FIGURE.to_owned()
        } else {
            row.difference.clone()
        };
        view! { <td class="num">{difference}</td> }.into_any()
    });
    columns.words(text::IDENTIFIER.get(language), |row| {
        // Within the page the browser goes by itself.
        let link = view! { <a href=format!("#{}", row.id) rel="external"><code>{row.id.clone()}</code></a> };
        view! { <td class="discrepancy-id small">{link}</td> }.into_any()
    });
    let rows = group
        .rows
        .iter()
        .map(|row| {
            columns
                .row(&row.id, row)
                .with_id(row.id.clone())
                .with_class(row.is_open.then(|| "is-open".to_owned()))
        })
        .collect();
    let label = text::kind(group.kind).get(language);
    view! {
        <DataTable
            id=format!("table-{}", group.kind)
            label
            caption=Caption::Hidden(label.to_owned())
            heads=columns.into_heads()
            rows
            frame="prose-table discrepancies-table"
        />
    }
    .into_any()
}

/// Each value with the documents that give it, which lead to the page with all documents of the figure.
fn claims_cell(row: &DiscrepancyRowView, documents: &dyn Fn(&ObservationQuery) -> String) -> AnyView {
    let page = row.documents.as_ref().map(documents);
    let items = row
        .values
        .iter()
        .map(|claimed| claimed_value(claimed, page.as_deref()))
        .collect_view();
    view! { <td class="prose"><ul class="plain">{items}</ul></td> }.into_any()
}

fn claimed_value(claimed: &ClaimedValue, page: Option<&str>) -> AnyView {
    let value = claimed.value.clone();
    let value = if claimed.is_shown {
        view! { <strong>{value}</strong> }.into_any()
    } else {
        value.into_any()
    };
    let documents = claimed
        .documents
        .iter()
        .map(|document| document_item(document, page))
        .collect_view();
    view! { <li>{value}<ul>{documents}</ul></li> }.into_any()
}

fn document_item(document: &ClaimDocument, page: Option<&str>) -> AnyView {
    let title = document.title.clone();
    let title = match page {
        Some(page) => view! { <a href=page.to_owned()>{title}</a> }.into_any(),
        None if document.address.is_empty() => title.into_any(),
        None => view! { <a href=document.address.clone() rel="external noopener">{title}</a> }.into_any(),
    };
    let remarks =
        (!document.remarks.is_empty()).then(|| view! { <Remark text=format!("· {}", document.remarks.join(" · "))/> });
    view! { <li>{title}{remarks}</li> }.into_any()
}

/// What is shown, and why.
fn shown_cell(row: &DiscrepancyRowView, language: Language) -> AnyView {
    let shown = match &row.shown {
        Some(value) => view! { <strong>{value.clone()}</strong> }.into_any(),
        None => text::NOT_SHOWN.get(language).into_any(),
    };
    let why = row
        .why
        .iter()
        .map(|reason| view! { <li class="muted small">{reason.clone()}</li> })
        .collect_view();
    view! { <td class="prose">{shown}<ul class="plain">{why}</ul></td> }.into_any()
}
