//! A table as files: one set for every table, for programs and for a spreadsheet.

use leptos::prelude::*;
use vithe_shared::Language;

use crate::text::figure as text;

/// A file to be saved, by its name.
pub(crate) fn file(address: String, name: &'static str) -> AnyView {
    view! { <a href=address download="">{name}</a> }.into_any()
}

/// The links to a table in all its forms; `csv` is its address as CSV.
pub(crate) fn file_links(csv: &str, language: Language) -> AnyView {
    let (path, query) = csv.split_once('?').unwrap_or((csv, ""));
    let table = path.strip_suffix(".csv").unwrap_or(path);
    let of = |suffix: &str, more: &str| {
        let query = [query, more].into_iter().filter(|part| !part.is_empty());
        let query = query.collect::<Vec<_>>().join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{table}.{suffix}{mark}{query}")
    };
    view! {
        {file(of("xlsx", &format!("lang={language}")), "XLSX")}
        {file(of("csv", &format!("excel={language}")), text::CSV_FOR_EXCEL.get(language))}
        {file(of("csv", ""), "CSV")}
        {file(of("json", ""), "JSON")}
    }
    .into_any()
}

/// The same as a line below a table.
pub(crate) fn table_files(csv: &str, language: Language) -> AnyView {
    view! {
        <p class="table-files">
            <span>{text::FILES.get(language)}</span>
            {file_links(csv, language)}
        </p>
    }
    .into_any()
}
