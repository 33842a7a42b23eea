//! What an index has year by year: weights and maximum points of its components, and how much is on record.

use leptos::prelude::*;
use vithe_shared::{
    Language, Text, Year,
    domain::{ComponentInfo, IndexInfo, YearCoverage},
    sorting::sort_by,
};

use super::components::component_label;
use crate::{
    address::index_path,
    components::table::{
        Caption, Columns, DataTable,
        cell::{NameCell, TextCell},
    },
    format::format_score,
    text::{common, data as text},
};

/// A component with values by year.
struct ByYear<'a> {
    component: &'a ComponentInfo,
    values: Vec<(Year, String)>,
}

/// The weights of the components; nothing where the method has none.
pub(super) fn weights(index: &IndexInfo, language: Language) -> Option<AnyView> {
    let rows = rows(index, |component| {
        component
            .weights
            .iter()
            .map(|entry| {
                let percent = entry.weight * 100.0;
                let decimals = u8::from((percent - percent.round()).abs() > 0.05);
                let space = language.pick("\u{a0}", "");
                let mark = if entry.assumed { "*" } else { "" };
                let percent = format_score(percent, decimals, language);
                (entry.year, format!("{percent}{space}%{mark}"))
            })
            .collect()
    });
    let table = year_table("weights", text::WEIGHTS, &rows, language)?;
    let is_assumed = index
        .components
        .iter()
        .any(|component| component.weights.iter().any(|entry| entry.assumed));
    let assumed = is_assumed.then(|| view! { <p class="muted small">{text::ASSUMED.get(language)}</p> });
    Some(
        view! {
            {table}
            {assumed}
        }
        .into_any(),
    )
}

/// The most points a component can have; nothing where the method has no such limit.
pub(super) fn maximum_points(index: &IndexInfo, language: Language) -> Option<AnyView> {
    let rows = rows(index, |component| {
        component
            .maximum_points
            .iter()
            .map(|entry| {
                let decimals = u8::from(entry.maximum.fract() != 0.0);
                (entry.year, format_score(entry.maximum, decimals, language))
            })
            .collect()
    });
    year_table("maximum-points", text::MAXIMUM_POINTS, &rows, language)
}

/// The components that have values.
fn rows(index: &IndexInfo, values: impl Fn(&ComponentInfo) -> Vec<(Year, String)>) -> Vec<ByYear<'_>> {
    index
        .components
        .iter()
        .map(|component| ByYear {
            component,
            values: values(component),
        })
        .filter(|row| !row.values.is_empty())
        .collect()
}

/// Components × years under a heading with an anchor; nothing without rows.
fn year_table(anchor: &'static str, label: Text, rows: &[ByYear], language: Language) -> Option<AnyView> {
    let mut years: Vec<Year> = rows
        .iter()
        .flat_map(|row| row.values.iter().map(|(year, _)| *year))
        .collect();
    sort_by(&mut years, Ord::cmp);
    years.dedup();
    if years.is_empty() {
        return None;
    }
    let mut columns = Columns::<ByYear>::new();
    columns.words(common::COMPONENT.get(language), move |row| {
        view! { <NameCell name=component_label(row.component, language)/> }.into_any()
    });
    for year in years {
        columns.numbers(&year.to_string(), move |row| {
            let value = row.values.iter().find(|(other, _)| *other == year);
            value.map(|(_, text)| text.clone()).unwrap_or_default()
        });
    }
    let rows = rows.iter().map(|row| columns.row(&row.component.id, row)).collect();
    let label = label.get(language);
    let caption = Caption::Hidden(label.to_owned());
    Some(
        view! {
            <h2 id=anchor>{label}</h2>
            <DataTable label caption heads=columns.into_heads() rows/>
        }
        .into_any(),
    )
}

/// What is counted of a year.
type Count = fn(&YearCoverage) -> u16;

/// How much of every year is on record, newest first.
pub(super) fn coverage(index: &IndexInfo, language: Language) -> AnyView {
    let id = index.id;
    let mut columns = Columns::<YearCoverage>::new();
    columns.words(common::YEAR.get(language), move |coverage| {
        let href = format!("{}?y={}", index_path(language, id), coverage.year);
        view! { <NameCell name=coverage.year.to_string() href/> }.into_any()
    });
    let counts: [(Text, Count); 5] = [
        (text::MEMBERS, |coverage| coverage.members),
        (text::WITHHELD, |coverage| coverage.withheld),
        (text::SCORES, |coverage| coverage.scores),
        (text::RANKS, |coverage| coverage.ranks),
        (text::WITH_COMPONENTS, |coverage| coverage.with_components),
    ];
    for (name, count) in counts {
        columns.numbers(name.get(language), move |coverage| count(coverage).to_string());
    }
    columns.words(text::COMPLETE.get(language), move |coverage| {
        let complete = if coverage.complete { text::YES } else { text::NO };
        view! { <TextCell text=complete.get(language)/> }.into_any()
    });
    columns.words(text::VERSION.get(language), |coverage| {
        view! { <TextCell text=coverage.method_version.clone()/> }.into_any()
    });
    let rows = index
        .coverage
        .iter()
        .rev()
        .map(|coverage| columns.row(&coverage.year, coverage))
        .collect();
    let label = text::COVERAGE_OF.get(language);
    let caption = Caption::Hidden(label.to_owned());
    view! { <DataTable label caption heads=columns.into_heads() rows/> }.into_any()
}
