//! The versions of the data: what each changed and why, and how to ask for it.

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Language,
    address::at,
    domain::{DataVersion, TableChanges},
    query::PageQuery,
};

use super::{Page, PageHead};
use crate::{
    address::{PageAddress, data_path, feed_path, index_path, overview_path},
    answers::Answers,
    components::table::{
        Caption, Columns, DataTable,
        cell::{NameCell, TextCell},
    },
    format::format_count,
    text::{common, data, versions as text},
};

/// `/{lang}/data/versions`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Page {
    let language = address.language;
    let versions = answers.versions();
    let head = PageHead {
        title: text::TITLE.get(language).to_owned(),
        description: text::LEAD.get(language).to_owned(),
        image: None,
    };
    let entries = versions
        .iter()
        .rev()
        .map(|version| entry(version, language))
        .collect_view();
    let oldest = versions.first().map(|version| examples(&version.version, language));
    let view = view! {
        <div class="wrap page-versions">
            <h1>{text::TITLE.get(language)}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            <h2 id="how">{text::HOW.get(language)}</h2>
            <p>{text::HOW_TEXT.get(language)}</p>
            {oldest}
            <ul class="inline-list">
                {document(feed_path(language), text::FEED_LINK.get(language).to_owned())}
                {document(at("/api/v1/versions"), "JSON".to_owned())}
                <li><a href=data_path(language)>{data::TITLE.get(language)}</a></li>
            </ul>
            {entries}
        </div>
    };
    Page::new(head, view.into_any())
}

/// Addresses that name a version.
fn examples(version: &str, language: Language) -> AnyView {
    let page = frozen(&index_path(language, IndexId::Papi), version);
    let file = at(format_args!("/api/v1/rankings.csv?index=papi&year=2021&v={version}"));
    let picture = at(format_args!(
        "/figures/map.svg?index=papi&year=2021&lang={language}&v={version}"
    ));
    let example = |address: String| {
        let link = address.clone();
        view! { <li><a href=link rel="external"><code>{address}</code></a></li> }
    };
    view! {
        <ul>
            {example(page)}
            {example(file)}
            {example(picture)}
        </ul>
    }
    .into_any()
}

/// The address of a page in a version.
fn frozen(path: &str, version: &str) -> String {
    let query = PageQuery {
        version: Some(version.to_owned()),
        ..PageQuery::default()
    };
    query.address(path)
}

fn entry(version: &DataVersion, language: Language) -> AnyView {
    let name = &version.version;
    let reasons = version
        .reasons
        .iter()
        .map(|reason| view! { <li>{language.pick(&reason.vi, &reason.en).to_owned()}</li> })
        .collect_view();
    let what = if version.changes.is_empty() {
        view! { <p>{text::FIRST.get(language)}</p> }.into_any()
    } else {
        view! {
            <h3>{text::REASONS.get(language)}</h3>
            <ul>{reasons}</ul>
            {changes(version, language)}
        }
        .into_any()
    };
    let open = frozen(&overview_path(language), name);
    view! {
        <section id=format!("v{name}")>
            <h2>{text::heading(name, &version.date, language)}</h2>
            {what}
            <p><a href=open rel="external">{text::open(name, language)}</a></p>
        </section>
    }
    .into_any()
}

/// What a version changed, by table and index.
fn changes(version: &DataVersion, language: Language) -> AnyView {
    let mut columns = Columns::<TableChanges>::new();
    columns.words(text::TABLE.get(language), move |changes| {
        view! { <NameCell name=text::table(&changes.table, language)/> }.into_any()
    });
    columns.words(common::INDEX.get(language), move |changes| {
        let index = changes
            .index
            .map_or(text::ALL_INDICES.get(language), IndexId::short_name);
        view! { <TextCell text=index/> }.into_any()
    });
    columns.numbers(text::ADDED.get(language), move |changes| count(changes.added, language));
    columns.numbers(text::CHANGED.get(language), move |changes| {
        count(changes.changed, language)
    });
    columns.numbers(text::REMOVED.get(language), move |changes| {
        count(changes.removed, language)
    });
    let rows = version
        .changes
        .iter()
        .map(|changes| columns.row(&format!("{} {:?}", changes.table, changes.index), changes))
        .collect();
    let label = text::changes_of(&version.version, language);
    let caption = Caption::Hidden(label.clone());
    view! { <DataTable label=label caption heads=columns.into_heads() rows/> }.into_any()
}

/// A number of rows; none is left empty.
fn count(rows: u32, language: Language) -> String {
    if rows == 0 {
        String::new()
    } else {
        format_count(rows as usize, language)
    }
}

/// A link to what is no page of the app.
fn document(address: String, name: String) -> AnyView {
    view! { <li><a href=address rel="external">{name}</a></li> }.into_any()
}
