//! How an index is made: versions, breaks with their reasons, components with their names, weights and coverage.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vithe_shared::{
    IndexId, Language, Year,
    api::{BreakInfo, ComponentInfo, IndexInfo, Scale},
    query::PageQuery,
};

use super::{
    address::{PageAddress, PageKind, index_path, methods_path},
    load::{Loading, PageLoader},
    not_found::unknown_index,
    slim::slim_methods,
};
use crate::{
    api::SharedSource,
    components::head::PageHead,
    format::{format_score, unit_name},
    text::{common, data as text},
    view_model::wording::{comparability_name, year_span},
};

/// The description of the index.
#[derive(Clone, Serialize, Deserialize)]
struct MethodsPageData {
    index: IndexInfo,
}

/// `/{lang}/methods/{index}`
#[component]
pub fn MethodsPage() -> impl IntoView {
    PageLoader { kind: PageKind::Methods, key, fetch, show }.view()
}

fn key(mut address: PageAddress) -> PageAddress {
    address.query = PageQuery::default();
    address
}

fn fetch(source: SharedSource, address: PageAddress) -> Loading<MethodsPageData> {
    Box::pin(async move {
        let id = address.index().ok_or_else(|| unknown_index(&address))?;
        let index = source.index(id, address.language).await?;
        Ok(MethodsPageData { index: slim_methods(index, address.language) })
    })
}

fn show(address: &PageAddress, data: &MethodsPageData) -> AnyView {
    let language = address.language;
    let index = &data.index;
    let title = format!("{} {}", text::METHODS_TITLE.get(language), index.short_name);
    let measures = language.pick(&index.measures_vi, &index.measures_en).to_owned();
    let head = PageHead { address, title: title.clone(), description: measures.clone(), image: None }.view();
    let others = IndexId::ALL
        .into_iter()
        .filter(|other| *other != index.id)
        .map(|other| view! { <li><a href=methods_path(language, other)>{other.short_name()}</a></li> })
        .collect_view();
    view! {
        {head}
        <div class=format!("wrap page-methods index-{}", index.id)>
            <h1>{title}</h1>
            <p class="lead">
                {language.pick(&index.name_vi, &index.name_en).to_owned()}" · "
                {language.pick(&index.publisher_vi, &index.publisher_en).to_owned()}". "
                {measures}
                " "
                <a href=index_path(language, index.id)>{text::TO_TABLE.get(language)}</a>
            </p>
            <section id="versions">
                <h2>{text::VERSIONS.get(language)}</h2>
                {versions(index, language)}
            </section>
            <section id="breaks">
                <h2>{text::BREAKS.get(language)}</h2>
                <p class="muted">{text::BREAKS_HINT.get(language)}</p>
                {breaks(index, language)}
            </section>
            <section id="components">
                <h2>{text::COMPONENTS.get(language)}</h2>
                {components(index, language)}
            </section>
            {by_year(index, language)}
            <section id="coverage">
                <h2>{text::COVERAGE_OF.get(language)}</h2>
                {coverage(index, language)}
            </section>
            <nav aria-label=text::OTHER_METHODS.get(language)>
                <h2>{text::OTHER_METHODS.get(language)}</h2>
                <ul class="inline-list">{others}</ul>
            </nav>
        </div>
    }
    .into_any()
}

/// A table in its frame.
fn table(label: &'static str, columns: Vec<AnyView>, rows: Vec<AnyView>) -> AnyView {
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=label>
            <table class="data">
                <caption class="visually-hidden">{label}</caption>
                <thead>
                    <tr>{columns}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn column(name: impl Into<String>) -> AnyView {
    let name: String = name.into();
    view! { <th scope="col">{name}</th> }.into_any()
}

fn number_column(name: impl Into<String>) -> AnyView {
    let name: String = name.into();
    view! { <th scope="col" class="num">{name}</th> }.into_any()
}

fn scale_words(scale: Scale, language: Language) -> String {
    let whole = |value: f64| format_score(value, u8::from(value.fract() != 0.0), language);
    format!("{}–{} {}", whole(scale.min), whole(scale.max), unit_name(scale.unit, language))
}

fn versions(index: &IndexInfo, language: Language) -> AnyView {
    let rows = index
        .method_versions
        .iter()
        .rev()
        .map(|version| {
            let last = version.last_year.map_or_else(|| text::IN_FORCE.get(language).to_owned(), |year| year.to_string());
            let aggregation =
                text::aggregation(&version.aggregation).map_or_else(|| version.aggregation.clone(), |words| words.get(language).to_owned());
            let compared = version.comparable_with_previous.map(|comparability| comparability_name(comparability, language));
            view! {
                <tr>
                    <th scope="row"><code>{version.version.clone()}</code></th>
                    <td>{version.first_year.0}"–"{last}</td>
                    <td>{scale_words(version.scale, language)}</td>
                    <td>{aggregation}</td>
                    <td>{compared}</td>
                    <td>{language.pick(&version.reason_vi, &version.reason_en).to_owned()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let columns = [text::VERSION, text::YEARS, text::SCALE, text::AGGREGATION, text::WITH_PREVIOUS, text::WHAT_CHANGED]
        .map(|name| column(name.get(language)))
        .into();
    table(text::VERSIONS.get(language), columns, rows)
}

/// Breaks of one year with one reason stand in one row.
fn breaks(index: &IndexInfo, language: Language) -> AnyView {
    let mut groups: Vec<(&BreakInfo, Vec<&BreakInfo>)> = Vec::new();
    for entry in &index.breaks {
        let same = |first: &BreakInfo| {
            first.year == entry.year && first.comparability == entry.comparability && first.reason.code == entry.reason.code
        };
        match groups.iter_mut().find(|(first, _)| same(first)) {
            Some((_, members)) => members.push(entry),
            None => groups.push((entry, vec![entry])),
        }
    }
    // Newest first, and in a year the total before its parts.
    groups.sort_by_key(|(first, members)| (std::cmp::Reverse(first.year), !members.iter().any(|entry| entry.component.is_overall())));
    let rows = groups
        .into_iter()
        .map(|(first, members)| {
            let names = members
                .iter()
                .map(|entry| {
                    if entry.component.is_overall() {
                        common::OVERALL.get(language).to_owned()
                    } else {
                        index
                            .component(&entry.component)
                            .map_or_else(|| entry.component.to_string(), |component| component_label(component, language))
                    }
                })
                .collect::<Vec<_>>()
                .join("; ");
            view! {
                <tr>
                    <th scope="row">{first.year.0}</th>
                    <td>{comparability_name(first.comparability, language)}</td>
                    <td>{names}</td>
                    <td>{language.pick(&first.reason.vi, &first.reason.en).to_owned()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let columns =
        [common::YEAR, text::COMPARABILITY, text::COMPONENTS, text::REASON].map(|name| column(name.get(language))).into();
    table(text::BREAKS.get(language), columns, rows)
}

/// The name of a component in the language of the page.
fn component_label(component: &ComponentInfo, language: Language) -> String {
    language.pick(&component.name_vi, &component.name_en).to_owned()
}

fn components(index: &IndexInfo, language: Language) -> AnyView {
    let rows = index
        .components
        .iter()
        .map(|component| {
            let status = component.names.last().map(|name| text::name_status(name.status).get(language));
            let computed = component.computed.then(|| view! { <span class="muted small">" ("{text::COMPUTED.get(language)}")"</span> });
            let years = component.years.first().zip(component.years.last()).map(|(first, last)| year_span(*first, *last));
            view! {
                <tr class=format!("level-{}", component.level)>
                    <th scope="row">{component.name_vi.clone()}{computed}</th>
                    <td lang="en">{component.name_en.clone()}</td>
                    <td>{status}</td>
                    <td>{scale_words(component.scale, language)}</td>
                    <td>{years}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let columns = [text::NAME_VI, text::NAME_EN, text::NAME_STATUS, text::SCALE, text::YEARS]
        .map(|name| column(name.get(language)))
        .into();
    table(text::COMPONENTS.get(language), columns, rows)
}

/// Weights and maximum points by year, where the index has them.
fn by_year(index: &IndexInfo, language: Language) -> AnyView {
    let weights = year_table(index, language, text::WEIGHTS.get(language), |component| {
        component
            .weights
            .iter()
            .map(|entry| {
                let percent = entry.weight * 100.0;
                let decimals = u8::from((percent - percent.round()).abs() > 0.05);
                let text = format!("{}{}%", format_score(percent, decimals, language), language.pick("\u{a0}", ""));
                (entry.year, if entry.assumed { format!("{text}*") } else { text })
            })
            .collect()
    });
    let assumed = index.components.iter().any(|component| component.weights.iter().any(|entry| entry.assumed));
    let maximum = year_table(index, language, text::MAXIMUM_POINTS.get(language), |component| {
        component
            .maximum_points
            .iter()
            .map(|entry| (entry.year, format_score(entry.maximum, u8::from(entry.maximum.fract() != 0.0), language)))
            .collect()
    });
    let weights = weights.map(|weights| {
        view! {
            <section id="weights">
                <h2>{text::WEIGHTS.get(language)}</h2>
                {weights}
                {assumed.then(|| view! { <p class="muted small">{text::ASSUMED.get(language)}</p> })}
            </section>
        }
    });
    let maximum = maximum.map(|maximum| {
        view! {
            <section id="maximum-points">
                <h2>{text::MAXIMUM_POINTS.get(language)}</h2>
                {maximum}
            </section>
        }
    });
    view! { {weights}{maximum} }.into_any()
}

/// Components × years of what `values` gives; `None` where it gives nothing.
fn year_table(
    index: &IndexInfo,
    language: Language,
    label: &'static str,
    values: impl Fn(&ComponentInfo) -> Vec<(Year, String)>,
) -> Option<AnyView> {
    let rows: Vec<(&ComponentInfo, Vec<(Year, String)>)> =
        index.components.iter().map(|component| (component, values(component))).filter(|(_, values)| !values.is_empty()).collect();
    let mut years: Vec<Year> = rows.iter().flat_map(|(_, values)| values.iter().map(|(year, _)| *year)).collect();
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return None;
    }
    let columns = std::iter::once(column(common::COMPONENT.get(language)))
        .chain(years.iter().map(|year| number_column(year.to_string())))
        .collect();
    let rows = rows
        .into_iter()
        .map(|(component, values)| {
            let cells = years
                .iter()
                .map(|year| {
                    let value = values.iter().find(|(other, _)| other == year).map(|(_, text)| text.clone());
                    view! { <td class="num">{value}</td> }
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{component_label(component, language)}</th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect();
    Some(table(label, columns, rows))
}

fn coverage(index: &IndexInfo, language: Language) -> AnyView {
    let rows = index
        .coverage
        .iter()
        .rev()
        .map(|coverage| {
            let complete = if coverage.complete { text::YES } else { text::NO };
            view! {
                <tr>
                    <th scope="row"><a href=format!("{}?y={}", index_path(language, index.id), coverage.year)>{coverage.year.0}</a></th>
                    <td class="num">{coverage.members}</td>
                    <td class="num">{coverage.withheld}</td>
                    <td class="num">{coverage.scores}</td>
                    <td class="num">{coverage.ranks}</td>
                    <td class="num">{coverage.with_components}</td>
                    <td>{complete.get(language)}</td>
                    <td><code>{coverage.method_version.clone()}</code></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let columns = std::iter::once(column(common::YEAR.get(language)))
        .chain(
            [text::MEMBERS, text::WITHHELD, text::SCORES, text::RANKS, text::WITH_COMPONENTS]
                .map(|name| number_column(name.get(language))),
        )
        .chain([text::COMPLETE, text::VERSION].map(|name| column(name.get(language))))
        .collect();
    table(text::COVERAGE_OF.get(language), columns, rows)
}
