//! What can be read beside the tools: the rules, the methods of each index, the glossary. All of it is the text of the
//! methods pages and of `docs/methodology.md`; nothing is written twice.

use std::fmt::Write as _;

use rmcp::model::{Resource, ResourceContents, ResourceTemplate};
use vithe_frontend::{
    text::{data as text, planner},
    view_model::wording::{comparability_name, scale_text, year_span},
};
use vithe_shared::{
    IndexId, Language,
    domain::IndexInfo,
    engine::{answers::find_index, catalog::Catalog},
    identifier::year_spans,
};

const GLOSSARY: &str = "vithe://glossary";
const RULES: &str = "vithe://methods";
const MARKDOWN: &str = "text/markdown";

/// The rules of every computation, in English.
const METHODOLOGY: &str = include_str!("../../../docs/methodology.md");

/// All resources.
pub(super) fn list() -> Vec<Resource> {
    let mut list = vec![
        resource(
            GLOSSARY,
            "glossary",
            "Glossary",
            "What the words mean, in Vietnamese and English",
        ),
        resource(
            RULES,
            "methods",
            "What a number means",
            "The rules of ranks, completeness, comparability and analyses",
        ),
    ];
    for index in IndexId::ALL {
        let name = format!("methods-{index}");
        let title = format!("Methods of {}", index.short_name());
        let description =
            "Versions, breaks with their reasons, components, terms and citation, in Vietnamese and English";
        list.push(resource(&address_of(index), &name, &title, description));
    }
    list
}

/// The addresses of the methods.
pub(super) fn template() -> ResourceTemplate {
    ResourceTemplate::new(format!("{RULES}/{{index}}"), "methods-of-an-index")
        .with_title("Methods of an index")
        .with_description("index is pci, papi, par or sipas")
        .with_mime_type(MARKDOWN)
}

/// A resource by its address.
pub(super) fn read(catalog: &Catalog, uri: &str) -> Option<ResourceContents> {
    let text = match uri {
        GLOSSARY => glossary(),
        RULES => METHODOLOGY.to_owned(),
        _ => {
            let name = uri.strip_prefix(RULES)?.strip_prefix('/')?;
            methods(&find_index(catalog, name).ok()?)
        }
    };
    Some(ResourceContents::text(text, uri).with_mime_type(MARKDOWN))
}

fn resource(uri: &str, name: &str, title: &str, description: &str) -> Resource {
    Resource::new(uri, name)
        .with_title(title)
        .with_description(description)
        .with_mime_type(MARKDOWN)
}

fn address_of(index: IndexId) -> String {
    format!("{RULES}/{index}")
}

fn glossary() -> String {
    let mut page = String::new();
    for language in Language::ALL {
        heading(&mut page, 1, text::GLOSSARY.get(language));
        for (word, meaning) in &text::WORDS {
            item(
                &mut page,
                &format!("**{}**: {}", word.get(language), meaning.get(language)),
            );
        }
    }
    page
}

fn methods(index: &IndexInfo) -> String {
    let mut page = String::new();
    for language in Language::ALL {
        methods_in(&mut page, index, language);
    }
    page
}

fn methods_in(page: &mut String, index: &IndexInfo, language: Language) {
    heading(
        page,
        1,
        &format!("{} {}", text::METHODS_TITLE.get(language), index.short_name),
    );
    let name = language.pick(&index.name_vi, &index.name_en);
    let publisher = language.pick(&index.publisher_vi, &index.publisher_en);
    let measures = language.pick(&index.measures_vi, &index.measures_en);
    let citation = index.cited(index.years.last().copied(), language);
    let terms = language.pick(&index.terms_vi, &index.terms_en);
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{name} · {publisher}. {measures}\n\n{citation}\n\n{terms}");
    heading(page, 2, text::VERSIONS.get(language));
    for version in index.method_versions.iter().rev() {
        let years = version.last_year.map_or_else(
            || format!("{}–{}", version.first_year, text::IN_FORCE.get(language)),
            |last| year_span(version.first_year, last),
        );
        let scale = scale_text(version.scale, language);
        let aggregation = text::aggregation(version.aggregation).get(language);
        let reason = language.pick(&version.reason_vi, &version.reason_en);
        let compared = version.comparable_with_previous;
        let compared = compared.map_or("", |comparability| comparability_name(comparability, language));
        let facts: Vec<&str> = [years.as_str(), &scale, aggregation, compared, reason]
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .collect();
        item(page, &format!("{}: {}", version.version, facts.join("; ")));
    }
    heading(page, 2, text::BREAKS.get(language));
    for found in index.breaks.iter().rev() {
        let component = index.component(&found.component);
        let component = component.map_or(found.component.as_str(), |known| {
            language.pick(&known.name_vi, &known.name_en)
        });
        let comparability = comparability_name(found.comparability, language);
        let reason = language.pick(&found.reason.vi, &found.reason.en);
        item(page, &format!("{}, {component}: {comparability}. {reason}", found.year));
    }
    heading(page, 2, text::COMPONENTS.get(language));
    for component in &index.components {
        let name = language.pick(&component.name_vi, &component.name_en);
        let scale = scale_text(component.scale, language);
        item(
            page,
            &format!("`{}` {name}: {scale}; {}", component.id, year_spans(&component.years)),
        );
    }
    heading(page, 2, planner::ANALYSES.get(language));
    for (name, rule) in &planner::RULES {
        item(page, &format!("**{}**: {}", name.get(language), rule.get(language)));
    }
}

fn heading(page: &mut String, level: usize, title: &str) {
    let space = if page.is_empty() { "" } else { "\n" };
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{space}{} {title}\n", "#".repeat(level));
}

fn item(page: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(page, "- {text}");
}
