//! A table to be taken away: the links to all of its forms.

use leptos::prelude::*;
use vithe_shared::{Language, Text};

use crate::text::figure;

/// The forms of the table whose plain CSV has the address: for a spreadsheet, which reads that one wrong where decimals have a
/// comma, and for programs.
pub(crate) fn table_forms(csv: &str, language: Language) -> Vec<AnyView> {
    let (path, query) = csv.split_once('?').unwrap_or((csv, ""));
    let table = path.strip_suffix(".csv").unwrap_or(path);
    let form = |suffix: &str, more: &str, name: &'static str| {
        let query = [query, more].join("&");
        let query = query.trim_matches('&');
        let mark = if query.is_empty() { "" } else { "?" };
        file(format!("{table}.{suffix}{mark}{query}"), name)
    };
    vec![
        form("xlsx", &format!("lang={language}"), "XLSX"),
        form("csv", &format!("excel={language}"), figure::CSV_FOR_EXCEL.get(language)),
        form("csv", "", "CSV"),
        form("json", "", "JSON"),
    ]
}

/// A file to be saved, by its name.
pub(crate) fn file(address: String, name: &'static str) -> AnyView {
    view! { <a href=address download="">{name}</a> }.into_any()
}

/// The forms in a line, after words that say of what.
pub(crate) fn table_files(words: Text, csv: &str, language: Language) -> AnyView {
    let forms = table_forms(csv, language)
        .into_iter()
        .map(|form| view! { <li>{form}</li> })
        .collect_view();
    view! {
        <ul class="actions table-files">
            <li class="muted">{format!("{}:", words.get(language))}</li>
            {forms}
        </ul>
    }
    .into_any()
}
