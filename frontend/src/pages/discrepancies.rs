//! Figures that do not agree: the register that journalists can cite.

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Language, Problem, Year,
    address::at,
    api::discrepancies::DiscrepanciesAnswer,
    domain::DiscrepancyKind,
    query::{ApiQuery as _, DiscrepanciesQuery},
};

use super::{
    Page, PageHead,
    choices::{default_choice, year_choices},
    sources::sources_address,
};
use crate::{
    address::PageAddress,
    answers::Answers,
    components::{
        discrepancies_table::discrepancies_table,
        fold::filter_fold,
        query_form::{Choice, page_form, select_field},
        table_files::table_files,
    },
    text::{common, discrepancies as text},
    view_model::{DiscrepanciesView, discrepancies_view, discrepancies_view::filters_line},
};

/// `/{lang}/discrepancies`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let query = question(answers, address)?;
    let answer = answers.discrepancies(&query)?;
    Ok(show(address, &query, &answer))
}

/// A year that the chosen index has no figures of is left out: the field of the index stands beside that of the year.
fn question(answers: Answers<'_>, address: &PageAddress) -> Result<DiscrepanciesQuery, Problem> {
    let index = address.query.index;
    let indices = index.map_or_else(|| IndexId::ALL.to_vec(), |index| vec![index]);
    let mut is_on_record = false;
    for index in indices {
        let years = answers.index(index)?.years;
        is_on_record |= address.query.year.is_some_and(|year| years.contains(&year));
    }
    Ok(DiscrepanciesQuery {
        index,
        year: address.query.year.filter(|_| is_on_record),
        province: None,
        kind: address.query.kind,
    })
}

fn show(address: &PageAddress, query: &DiscrepanciesQuery, answer: &DiscrepanciesAnswer) -> Page {
    let language = address.language;
    let view = discrepancies_view(answer, &address.page(), language);
    let subject = [
        query.index.map(|index| index.short_name().to_owned()),
        query.year.map(|year| year.to_string()),
    ];
    let title = std::iter::once(text::TITLE.get(language).to_owned())
        .chain(subject.into_iter().flatten())
        .collect::<Vec<_>>()
        .join(" · ");
    let head = PageHead {
        title: title.clone(),
        description: view.finding.clone(),
        image: None,
    };
    let nothing = view
        .groups
        .is_empty()
        .then(|| view! { <p role="status">{text::NOTHING_MORE.get(language)}</p> });
    let view = view! {
        <div class="wrap page-discrepancies">
            <h1>{title}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            {filters(address, query, &answer.years)}
            <h2 class="finding">{view.finding.clone()}</h2>
            {nothing}
            {groups(&view, language)}
            {below(query, &view, language)}
        </div>
    };
    Page::new(head, view.into_any())
}

/// A table for each kind.
fn groups(view: &DiscrepanciesView, language: Language) -> AnyView {
    view.groups
        .iter()
        .map(|group| {
            view! {
                <section id=group.kind.as_str()>
                    <h3>{text::kind(group.kind).get(language)}</h3>
                    <p class="muted">{text::rule(group.kind).get(language)}</p>
                    {discrepancies_table(group, &|figure| sources_address(language, figure.clone()), language)}
                </section>
            }
        })
        .collect_view()
        .into_any()
}

/// How to cite, and the file.
fn below(query: &DiscrepanciesQuery, view: &DiscrepanciesView, language: Language) -> Option<AnyView> {
    if view.groups.is_empty() {
        return None;
    }
    let search = query.to_query_string();
    let csv = if search.is_empty() {
        at("/api/v1/discrepancies.csv")
    } else {
        at(format_args!("/api/v1/discrepancies.csv?{search}"))
    };
    Some(
        view! {
            <p class="muted small">{view.citation.clone()}</p>
            {table_files(text::FILES, &csv, language)}
        }
        .into_any(),
    )
}

fn filters(address: &PageAddress, query: &DiscrepanciesQuery, years: &[Year]) -> AnyView {
    let language = address.language;
    let choice = |value: &str, text: &str, selected: bool| Choice {
        value: value.to_owned(),
        text: text.to_owned(),
        selected,
    };
    let indices = std::iter::once(default_choice(text::ALL_INDICES.get(language), query.index.is_none()))
        .chain(IndexId::ALL.map(|index| choice(index.as_str(), index.short_name(), query.index == Some(index))))
        .collect();
    let kinds = std::iter::once(default_choice(text::ALL_KINDS.get(language), query.kind.is_none()))
        .chain(DiscrepancyKind::ALL.map(|kind| {
            let name = text::kind(kind).get(language);
            choice(kind.as_str(), name, query.kind == Some(kind))
        }))
        .collect();
    // Years come newest first; the one chosen is offered even where it has no rows.
    let mut offered: Vec<Year> = years.iter().rev().copied().collect();
    if let Some(year) = query.year.filter(|year| !offered.contains(year)) {
        offered.insert(offered.partition_point(|known| *known < year), year);
    }
    let years = std::iter::once(default_choice(text::ALL_YEARS.get(language), query.year.is_none()))
        .chain(year_choices(&offered, query.year))
        .collect();
    let fields = view! {
        {select_field("filter-i", "i", common::INDEX.get(language), indices)}
        {select_field("filter-kind", "kind", text::KIND.get(language), kinds)}
        {select_field("filter-y", "y", common::YEAR.get(language), years)}
    }
    .into_any();
    let filters = view! {
        <div class="filters">
            {page_form(address, "filter", text::FILTERS.get(language), &["i", "kind", "y"], fields, common::APPLY.get(language))}
        </div>
    };
    filter_fold(
        "filters",
        filters_line(query.index, query.kind, query.year, language),
        filters,
    )
}
