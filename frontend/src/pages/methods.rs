//! How an index is made: versions, breaks with their reasons, components with their names, weights and coverage.

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Language, Problem, Text, Year,
    api::{BreakInfo, ComponentInfo, IndexInfo, Scale},
};

use super::{Page, PageHead, unknown_index};
use crate::{
    address::{PageAddress, index_path, methods_path},
    api::SharedSource,
    format::{format_score, unit_name},
    markup::Markup,
    text::{common, data as text, planner},
    view_model::wording::{comparability_name, year_span},
};

/// The description of the index.
struct MethodsPageData {
    index: IndexInfo,
}

/// `/{lang}/methods/{index}`
pub(super) async fn page(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    let data = fetch(source, address).await?;
    Ok(show(address, &data))
}

async fn fetch(source: &SharedSource, address: &PageAddress) -> Result<MethodsPageData, Problem> {
    let id = address.index().ok_or_else(|| unknown_index(address))?;
    let index = source.index(id, address.language).await?;
    Ok(MethodsPageData { index })
}

fn show(address: &PageAddress, data: &MethodsPageData) -> Page {
    let language = address.language;
    let index = &data.index;
    let title = format!("{} {}", text::METHODS_TITLE.get(language), index.short_name);
    let measures = language.pick(&index.measures_vi, &index.measures_en).to_owned();
    let head = PageHead {
        title: title.clone(),
        description: measures.clone(),
        image: None,
    };
    let mut markup = Markup::default();
    markup.element("h1", &[], &title);
    markup.open("p", &[("class", "lead")]);
    markup.text(language.pick(&index.name_vi, &index.name_en));
    markup.text(" · ");
    markup.text(language.pick(&index.publisher_vi, &index.publisher_en));
    markup.text(". ");
    markup.text(&measures);
    markup.text(" ");
    markup.link(&index_path(language, index.id), text::TO_TABLE.get(language));
    markup.close("p");
    markup.element("h2", &[("id", "versions")], text::VERSIONS.get(language));
    versions(&mut markup, index, language);
    markup.element("h2", &[("id", "breaks")], text::BREAKS.get(language));
    markup.element("p", &[("class", "muted")], text::BREAKS_HINT.get(language));
    breaks(&mut markup, index, language);
    markup.element("h2", &[("id", "components")], text::COMPONENTS.get(language));
    components(&mut markup, index, language);
    weights(&mut markup, index, language);
    maximum_points(&mut markup, index, language);
    markup.element("h2", &[("id", "coverage")], text::COVERAGE_OF.get(language));
    coverage(&mut markup, index, language);
    markup.element("h2", &[("id", "analyses")], planner::ANALYSES.get(language));
    for (name, rule) in planner::RULES {
        markup.element("h3", &[], name.get(language));
        markup.element("p", &[], rule.get(language));
    }
    markup.element("h2", &[], text::OTHER_METHODS.get(language));
    let others = IndexId::ALL.into_iter().filter(|other| *other != index.id);
    markup.links(
        "inline-list",
        others.map(|other| (methods_path(language, other), other.short_name())),
    );
    let class = match index.id {
        IndexId::Pci => "wrap page-methods index-pci",
        IndexId::Papi => "wrap page-methods index-papi",
        IndexId::Par => "wrap page-methods index-par",
        IndexId::Sipas => "wrap page-methods index-sipas",
    };
    Page::new(
        head,
        view! {
            {markup.view(class)}
        },
    )
}

/// The head of a table in a frame of that class; rows follow.
fn open_table(markup: &mut Markup, class: &str, label: Text, columns: &[Text], language: Language) {
    let columns: Vec<(&str, String)> = columns.iter().map(|name| ("", name.get(language).to_owned())).collect();
    open_table_of(markup, class, label, &columns, language);
}

/// As [`open_table`], with columns of a class each.
fn open_table_of(markup: &mut Markup, class: &str, label: Text, columns: &[(&str, String)], language: Language) {
    markup.open_frame(class, label.get(language));
    markup.element("caption", &[("class", "visually-hidden")], label.get(language));
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    for (class, name) in columns {
        markup.column(class, name);
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
}

fn close_table(markup: &mut Markup) {
    markup.close("tbody");
    markup.close_frame();
}

/// A row: its head, then its cells of a class each.
fn row(markup: &mut Markup, head: &str, cells: &[(&str, &str)]) {
    markup.open("tr", &[]);
    markup.element("th", &[("scope", "row")], head);
    for (class, cell) in cells {
        markup.element("td", &[("class", class)], cell);
    }
    markup.close("tr");
}

/// The frame of a table whose cells hold sentences: on a telephone its rows stand as paragraphs.
const PROSE_TABLE: &str = "prose-table";
/// A cell with a sentence.
const PROSE: &str = "prose";

fn scale_words(scale: Scale, language: Language) -> String {
    let whole = |value: f64| format_score(value, u8::from(value.fract() != 0.0), language);
    format!(
        "{}–{} {}",
        whole(scale.min),
        whole(scale.max),
        unit_name(scale.unit, language)
    )
}

fn versions(markup: &mut Markup, index: &IndexInfo, language: Language) {
    let columns = [
        text::VERSION,
        text::YEARS,
        text::SCALE,
        text::AGGREGATION,
        text::WITH_PREVIOUS,
        text::WHAT_CHANGED,
    ];
    open_table(markup, PROSE_TABLE, text::VERSIONS, &columns, language);
    for version in index.method_versions.iter().rev() {
        let years = version.last_year.map_or_else(
            || format!("{}–{}", version.first_year, text::IN_FORCE.get(language)),
            |last| year_span(version.first_year, last),
        );
        let aggregation = text::aggregation(version.aggregation).get(language);
        let compared = version
            .comparable_with_previous
            .map_or("", |comparability| comparability_name(comparability, language));
        row(
            markup,
            &version.version,
            &[
                ("nowrap", &years),
                ("nowrap", &scale_words(version.scale, language)),
                ("", aggregation),
                ("", compared),
                (PROSE, language.pick(&version.reason_vi, &version.reason_en)),
            ],
        );
    }
    close_table(markup);
}

/// Breaks of one year with one reason stand in one row.
fn breaks(markup: &mut Markup, index: &IndexInfo, language: Language) {
    let mut groups: Vec<(&BreakInfo, Vec<&BreakInfo>)> = Vec::new();
    for entry in &index.breaks {
        let same = |first: &BreakInfo| {
            first.year == entry.year
                && first.comparability == entry.comparability
                && first.reason.code == entry.reason.code
        };
        match groups.iter_mut().find(|(first, _)| same(first)) {
            Some((_, members)) => members.push(entry),
            None => groups.push((entry, vec![entry])),
        }
    }
    // Newest first, and in a year the total before its parts.
    groups.sort_by_key(|(first, members)| {
        (
            std::cmp::Reverse(first.year),
            !members.iter().any(|entry| entry.component.is_overall()),
        )
    });
    open_table(
        markup,
        PROSE_TABLE,
        text::BREAKS,
        &[common::YEAR, text::COMPARABILITY, text::COMPONENTS, text::REASON],
        language,
    );
    for (first, members) in groups {
        let names: Vec<String> = members
            .iter()
            .map(|entry| {
                if entry.component.is_overall() {
                    return common::OVERALL.get(language).to_owned();
                }
                index.component(&entry.component).map_or_else(
                    || entry.component.to_string(),
                    |component| component_label(component, language).to_owned(),
                )
            })
            .collect();
        let names = names.join("; ");
        let cells = [
            ("", comparability_name(first.comparability, language)),
            (PROSE, names.as_str()),
            (PROSE, language.pick(&first.reason.vi, &first.reason.en)),
        ];
        row(markup, &first.year.to_string(), &cells);
    }
    close_table(markup);
}

/// The name of a component in the language of the page.
fn component_label(component: &ComponentInfo, language: Language) -> &str {
    language.pick(&component.name_vi, &component.name_en)
}

fn components(markup: &mut Markup, index: &IndexInfo, language: Language) {
    let columns = [
        text::NAME_VI,
        text::NAME_EN,
        text::NAME_STATUS,
        text::SCALE,
        text::YEARS,
    ];
    open_table(markup, "", text::COMPONENTS, &columns, language);
    for component in &index.components {
        let status = component
            .names
            .last()
            .map_or("", |name| text::name_status(name.status).get(language));
        let years = component
            .years
            .first()
            .zip(component.years.last())
            .map(|(first, last)| year_span(*first, *last));
        markup.open("tr", &[("class", &format!("level-{}", component.level))]);
        markup.open("th", &[("scope", "row")]);
        markup.text(&component.name_vi);
        if component.computed {
            markup.remark(&format!("({})", text::COMPUTED.get(language)));
        }
        markup.close("th");
        markup.element("td", &[("lang", "en")], &component.name_en);
        markup.element("td", &[], status);
        for cell in [
            &scale_words(component.scale, language),
            years.as_deref().unwrap_or_default(),
        ] {
            markup.element("td", &[("class", "nowrap")], cell);
        }
        markup.close("tr");
    }
    close_table(markup);
}

/// Values by year, with their year.
type ByYear = Vec<(Year, String)>;

fn weights(markup: &mut Markup, index: &IndexInfo, language: Language) {
    let values = |component: &ComponentInfo| -> ByYear {
        component
            .weights
            .iter()
            .map(|entry| {
                let percent = entry.weight * 100.0;
                let decimals = u8::from((percent - percent.round()).abs() > 0.05);
                let space = language.pick("\u{a0}", "");
                let mark = if entry.assumed { "*" } else { "" };
                (
                    entry.year,
                    format!("{}{space}%{mark}", format_score(percent, decimals, language)),
                )
            })
            .collect()
    };
    let is_shown = year_table(markup, index, text::WEIGHTS, ("weights", &values), language);
    let is_assumed = index
        .components
        .iter()
        .any(|component| component.weights.iter().any(|entry| entry.assumed));
    if is_shown && is_assumed {
        markup.element("p", &[("class", "muted small")], text::ASSUMED.get(language));
    }
}

fn maximum_points(markup: &mut Markup, index: &IndexInfo, language: Language) {
    let values = |component: &ComponentInfo| -> ByYear {
        component
            .maximum_points
            .iter()
            .map(|entry| {
                (
                    entry.year,
                    format_score(entry.maximum, u8::from(entry.maximum.fract() != 0.0), language),
                )
            })
            .collect()
    };
    year_table(
        markup,
        index,
        text::MAXIMUM_POINTS,
        ("maximum-points", &values),
        language,
    );
}

/// Components × years of what the function gives, under a heading with an anchor; nothing, and `false`, where it gives nothing.
fn year_table(
    markup: &mut Markup,
    index: &IndexInfo,
    label: Text,
    (anchor, values): (&str, &dyn Fn(&ComponentInfo) -> ByYear),
    language: Language,
) -> bool {
    let rows: Vec<(&ComponentInfo, ByYear)> = index
        .components
        .iter()
        .map(|component| (component, values(component)))
        .filter(|(_, values)| !values.is_empty())
        .collect();
    let mut years: Vec<Year> = rows
        .iter()
        .flat_map(|(_, values)| values.iter().map(|(year, _)| *year))
        .collect();
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return false;
    }
    markup.element("h2", &[("id", anchor)], label.get(language));
    let columns: Vec<(&str, String)> = std::iter::once(("", common::COMPONENT.get(language).to_owned()))
        .chain(years.iter().map(|year| ("num", year.to_string())))
        .collect();
    open_table_of(markup, "", label, &columns, language);
    for (component, values) in rows {
        markup.open("tr", &[]);
        markup.element("th", &[("scope", "row")], component_label(component, language));
        for year in &years {
            markup.number(
                values
                    .iter()
                    .find(|(other, _)| other == year)
                    .map_or("", |(_, text)| text),
            );
        }
        markup.close("tr");
    }
    close_table(markup);
    true
}

fn coverage(markup: &mut Markup, index: &IndexInfo, language: Language) {
    let numbers = [
        text::MEMBERS,
        text::WITHHELD,
        text::SCORES,
        text::RANKS,
        text::WITH_COMPONENTS,
    ];
    let columns: Vec<(&str, String)> = std::iter::once(("", common::YEAR))
        .chain(numbers.map(|name| ("num", name)))
        .chain([("", text::COMPLETE), ("", text::VERSION)])
        .map(|(class, name)| (class, name.get(language).to_owned()))
        .collect();
    open_table_of(markup, "", text::COVERAGE_OF, &columns, language);
    for coverage in index.coverage.iter().rev() {
        markup.open("tr", &[]);
        markup.open("th", &[("scope", "row")]);
        markup.link(
            &format!("{}?y={}", index_path(language, index.id), coverage.year),
            &coverage.year.to_string(),
        );
        markup.close("th");
        for count in [
            coverage.members,
            coverage.withheld,
            coverage.scores,
            coverage.ranks,
            coverage.with_components,
        ] {
            markup.number(&count.to_string());
        }
        let complete = if coverage.complete { text::YES } else { text::NO };
        markup.element("td", &[], complete.get(language));
        markup.element("td", &[], &coverage.method_version);
        markup.close("tr");
    }
    close_table(markup);
}
