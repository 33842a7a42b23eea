//! The versions of a method and the breaks between years, with their reasons.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    domain::{BreakInfo, IndexInfo, MethodVersion},
    sorting::sort_by_key,
};

use super::components::{component_label, scale_words};
use crate::{
    components::table::{
        Caption, Columns, DataTable,
        cell::{NameCell, TextCell},
    },
    text::{common, data as text},
    view_model::wording::{comparability_name, year_span},
};

/// The frame of a table whose cells hold sentences: on a telephone its rows stand as paragraphs.
const PROSE_TABLE: &str = "prose-table";
/// A cell with a sentence.
const PROSE: &str = "prose";

/// Every version of the method, newest first.
pub(super) fn versions(index: &IndexInfo, language: Language) -> AnyView {
    let mut columns = Columns::<MethodVersion>::new();
    columns.words(text::VERSION.get(language), |version| {
        view! { <NameCell name=version.version.clone()/> }.into_any()
    });
    columns.words(text::YEARS.get(language), move |version| {
        let years = version.last_year.map_or_else(
            || format!("{}–{}", version.first_year, text::IN_FORCE.get(language)),
            |last| year_span(version.first_year, last),
        );
        view! { <TextCell text=years class="nowrap"/> }.into_any()
    });
    columns.words(text::SCALE.get(language), move |version| {
        view! { <TextCell text=scale_words(version.scale, language) class="nowrap"/> }.into_any()
    });
    columns.words(text::AGGREGATION.get(language), move |version| {
        let aggregation = text::aggregation(version.aggregation).get(language);
        view! { <TextCell text=aggregation/> }.into_any()
    });
    columns.words(text::WITH_PREVIOUS.get(language), move |version| {
        let compared = version
            .comparable_with_previous
            .map_or("", |comparability| comparability_name(comparability, language));
        view! { <TextCell text=compared/> }.into_any()
    });
    columns.words(text::WHAT_CHANGED.get(language), move |version| {
        let reason = language.pick(&version.reason_vi, &version.reason_en);
        view! { <TextCell text=reason class=PROSE/> }.into_any()
    });
    let rows = index
        .method_versions
        .iter()
        .rev()
        .map(|version| columns.row(&version.version, version))
        .collect();
    let label = text::VERSIONS.get(language);
    let caption = Caption::Hidden(label.to_owned());
    view! { <DataTable label caption heads=columns.into_heads() rows frame=PROSE_TABLE/> }.into_any()
}

/// The breaks of one year with one reason: they stand in one row.
struct Breaks<'a> {
    first: &'a BreakInfo,
    members: Vec<&'a BreakInfo>,
}

/// Every break, newest first, and in a year the total before its parts.
pub(super) fn breaks(index: &IndexInfo, language: Language) -> AnyView {
    let mut columns = Columns::<Breaks>::new();
    columns.words(common::YEAR.get(language), |breaks| {
        view! { <NameCell name=breaks.first.year.to_string()/> }.into_any()
    });
    columns.words(text::COMPARABILITY.get(language), move |breaks| {
        view! { <TextCell text=comparability_name(breaks.first.comparability, language)/> }.into_any()
    });
    columns.words(text::COMPONENTS.get(language), move |breaks| {
        let names: Vec<String> = breaks
            .members
            .iter()
            .map(|entry| component_name(entry, index, language))
            .collect();
        view! { <TextCell text=names.join("; ") class=PROSE/> }.into_any()
    });
    columns.words(text::REASON.get(language), move |breaks| {
        let reason = &breaks.first.reason;
        view! { <TextCell text=language.pick(&reason.vi, &reason.en) class=PROSE/> }.into_any()
    });
    let rows = grouped(index)
        .iter()
        .map(|breaks| {
            let BreakInfo {
                year,
                component,
                reason,
                ..
            } = breaks.first;
            columns.row(&format!("{year} {component} {}", reason.code), breaks)
        })
        .collect();
    let label = text::BREAKS.get(language);
    let caption = Caption::Hidden(label.to_owned());
    view! { <DataTable label caption heads=columns.into_heads() rows frame=PROSE_TABLE/> }.into_any()
}

fn grouped(index: &IndexInfo) -> Vec<Breaks<'_>> {
    let mut groups: Vec<Breaks> = Vec::new();
    for entry in &index.breaks {
        let same = |first: &BreakInfo| {
            first.year == entry.year
                && first.comparability == entry.comparability
                && first.reason.code == entry.reason.code
        };
        match groups.iter_mut().find(|group| same(group.first)) {
            Some(group) => group.members.push(entry),
            None => groups.push(Breaks {
                first: entry,
                members: vec![entry],
            }),
        }
    }
    sort_by_key(&mut groups, |group| {
        (
            std::cmp::Reverse(group.first.year),
            !group.members.iter().any(|entry| entry.component.is_overall()),
        )
    });
    groups
}

fn component_name(entry: &BreakInfo, index: &IndexInfo, language: Language) -> String {
    if entry.component.is_overall() {
        return common::OVERALL.get(language).to_owned();
    }
    index.component(&entry.component).map_or_else(
        || entry.component.to_string(),
        |component| component_label(component, language).to_owned(),
    )
}
