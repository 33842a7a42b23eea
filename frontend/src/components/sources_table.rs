//! Values on record as a table, each with its documents.

use leptos::prelude::AnyView;
use vithe_shared::Language;

use crate::{
    address::province_path,
    markup::Markup,
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
    let mut markup = Markup::default();
    markup.open_frame("prose-table sources-table", text::TABLE.get(language));
    markup.element("caption", &[("class", "visually-hidden")], &view.finding);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    if columns.province {
        markup.column("", common::PROVINCE.get(language));
    }
    if columns.year {
        markup.column("", common::YEAR.get(language));
    }
    markup.column("", text::FIGURE.get(language));
    markup.column("", text::USE.get(language));
    markup.column("", text::SOURCES.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in &view.rows {
        row_of(&mut markup, row, columns, language);
    }
    markup.close("tbody");
    markup.close_frame();
    markup.view("sources-part")
}

fn row_of(markup: &mut Markup, row: &SourceRowView, columns: SourceColumns, language: Language) {
    let (class, used) = match row.used {
        Use::Used => ("", text::IS_USED),
        Use::NotUsed => ("is-unused", text::IS_NOT_USED),
        Use::Open => ("is-open", text::IS_OPEN),
    };
    markup.open("tr", &[("class", class)]);
    if columns.province {
        markup.open("th", &[("scope", "row")]);
        markup.link(&province_path(language, &row.province), &row.name);
        markup.close("th");
    }
    if columns.year {
        let (tag, scope) = if columns.province { ("td", "") } else { ("th", "row") };
        markup.element(tag, &[("scope", scope)], &row.year.to_string());
    }
    markup.open("td", &[("class", "source-value")]);
    markup.text(&row.measure);
    markup.text(" ");
    markup.element("strong", &[], &row.value);
    markup.close("td");
    markup.element("td", &[("class", "source-use")], used.get(language));
    markup.open("td", &[("class", "prose source-documents")]);
    if row.documents.is_empty() {
        markup.text(text::COMPUTED.get(language));
    } else {
        markup.open("ul", &[]);
        for document in &row.documents {
            item(markup, document, language);
        }
        markup.close("ul");
    }
    markup.close("td");
    markup.close("tr");
}

fn item(markup: &mut Markup, document: &DocumentView, language: Language) {
    markup.open("li", &[]);
    if document.address.is_empty() {
        markup.text(&document.title);
        markup.remark(&format!("({})", text::NO_ADDRESS.get(language)));
    } else {
        markup.element(
            "a",
            &[("href", &document.address), ("rel", "external noopener")],
            &document.title,
        );
    }
    let about: Vec<&str> = std::iter::once(document.publisher.as_str())
        .chain(document.how.iter().copied())
        .chain(document.note.as_deref())
        .collect();
    markup.remark(&format!("· {}", about.join(" · ")));
    markup.close("li");
}
