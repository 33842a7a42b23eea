//! The one list of tools: what each is called, what it says of itself, what it takes and gives. Inputs are told by the queries of the
//! API, outputs by the types of [`super::answers`].

use std::sync::Arc;

use rmcp::{
    handler::server::tool::schema_for_output,
    model::{JsonObject, Tool, ToolAnnotations},
    schemars::JsonSchema,
};
use serde_json::{Value, json};
use vithe_shared::{
    Problem,
    query::{
        ApiQuery, ChangesQuery, DeclinesQuery, IndicatorRankingQuery, MatrixQuery, ObservationQuery, PeersQuery,
        ProfileQuery, RankingQuery, SeriesQuery,
    },
};

use super::{
    answers::{self, Answer, Question, Reply},
    arguments::{Arguments, LANGUAGE, LIMIT, Limit, PLACES, PROVINCE, shown_keys},
};
use crate::state::AppState;

/// Rank intervals are studies of their own, and ranks of estimates are never given.
const NOT_OF_RANKINGS: [&str; 3] = ["interval", "points", "rank"];
const NOT_OF_PROFILES: [&str; 2] = ["interval", "points"];

/// A tool.
pub(super) struct Entry {
    pub(super) name: &'static str,
    title: &'static str,
    description: &'static str,
    input: fn() -> JsonObject,
    output: fn() -> Arc<JsonObject>,
    answer: fn(Question<'_>) -> Result<Reply, Problem>,
}

static ENTRIES: [Entry; 11] = [
    Entry {
        name: "find",
        title: "Find a province, component, indicator or page",
        description: "Looks up provinces (old and new names, codes, the 34 units of 2025), indices, components and indicators by \
            a name in Vietnamese or English; accents are not needed. Gives the slugs and identifiers that the other tools take, \
            and the address of the page.",
        input: find_input,
        output: output::<answers::FindAnswer>,
        answer: answers::find,
    },
    Entry {
        name: "get_ranking",
        title: "Ranking of one index or component in one year",
        description: "The table of an index (or one component) in a year, best first. Rank 1 is best; n is how many units are \
            ranked, which may be less than 63; rank_basis says whether a rank was published or derived from scores. With \
            `province` the row of that province is given too, wherever it stands. Incomplete tables rank only what is published.",
        input: || {
            input::<RankingQuery>(
                &NOT_OF_RANKINGS,
                &[(PROVINCE, province()), (LIMIT, Limit::ROWS.schema())],
                &[],
            )
        },
        output: output::<answers::RankingAnswer>,
        answer: |question| answers::ranking(question, &NOT_OF_RANKINGS),
    },
    Entry {
        name: "get_series",
        title: "Scores and ranks over the years",
        description: "One index or component of one to six provinces (`p`) over the years, each year with score, rank, n and basis \
            of the rank, and the pairs of years that do not compare fully with the reason. Scores on two sides of a \
            not_comparable break must not be subtracted or drawn as a trend.",
        input: || input::<SeriesQuery>(&[], &[], &["p"]),
        output: output::<answers::SeriesAnswer>,
        answer: answers::series,
    },
    Entry {
        name: "get_profile",
        title: "A province on all four indices",
        description: "A province in a year (by default the newest): per index the total and every first-level component with \
            score, rank, n, basis, change against the year before with its comparability, and what stands out.",
        input: || input::<ProfileQuery>(&NOT_OF_PROFILES, &[(PROVINCE, province())], &[PROVINCE]),
        output: output::<answers::ProfileAnswer>,
        answer: |question| answers::profile(question, &NOT_OF_PROFILES),
    },
    Entry {
        name: "explain_change",
        title: "What a change of score and rank is made of",
        description: "The change of the total of an index for a province between two years: contributions of the components, \
            effect of changed weights, residual, and the parts of the rank change (own score, others, membership, order of \
            ties). Where the method changed too much, the change is refused (score_change null) and the reason is given.",
        input: || input::<ChangesQuery>(&[], &[], &[]),
        output: output::<answers::ChangesAnswer>,
        answer: answers::changes,
    },
    Entry {
        name: "list_declines",
        title: "Components that fall year after year",
        description: "Components of provinces that fell in a row up to a year (`streak`, `until`), or since a year (`from`), with \
            the loss, the change of the national median and what it costs in points and places of the total. A break of \
            method ends a run.",
        input: || input::<DeclinesQuery>(&[], &[(LIMIT, Limit::ROWS.schema())], &[]),
        output: output::<answers::DeclinesAnswer>,
        answer: answers::declines,
    },
    Entry {
        name: "compare_provinces",
        title: "Provinces side by side",
        description: "Two to eight provinces (`p`) on one index in one year: total and every first-level component with score, \
            rank, n and basis of the rank.",
        input: || input::<MatrixQuery>(&[], &[], &["p"]),
        output: output::<answers::CompareAnswer>,
        answer: answers::compare,
    },
    Entry {
        name: "find_peers",
        title: "Provinces that are alike",
        description: "Provinces whose component scores resemble those of a province, those that do better first; needs complete \
            tables, otherwise the answer says why there are none.",
        input: || {
            let more = [(PROVINCE, province()), (LIMIT, Limit::ROWS.schema())];
            input::<PeersQuery>(&[], &more, &[PROVINCE])
        },
        output: output::<answers::PeersAnswer>,
        answer: answers::peers,
    },
    Entry {
        name: "get_indicator",
        title: "Table of one survey indicator",
        description: "The table of one indicator below a component of PCI (`find` gives its identifier, such as labor.09), in its \
            own unit: value, rank (1 is best), n and distance from the median. Indicators have no published weight, so they \
            explain nothing; they only stand out.",
        input: || input::<IndicatorRankingQuery>(&[], &[(PROVINCE, province()), (LIMIT, Limit::ROWS.schema())], &[]),
        output: output::<answers::IndicatorAnswer>,
        answer: answers::indicator,
    },
    Entry {
        name: "check_claims",
        title: "Check what a text says",
        description: "Reads the figures that a text (Vietnamese or English) states about the four indices and holds each \
            against the figure on record: agrees, agrees_within_rounding, differs, only_source or cannot_check, with source \
            and explanation. Over HTTP a request holds at most 16 kB.",
        input: check_input,
        output: output::<answers::CheckAnswer>,
        answer: answers::check,
    },
    Entry {
        name: "list_sources",
        title: "The document behind each figure",
        description: "Every figure on record of a selection (an index with a province, or with a year and a component): value, \
            how it is known, whether it is the one in use where documents differ, and the document it is from.",
        input: || {
            let more = [(LIMIT, answers::SOURCES_LIMIT.schema())];
            input::<ObservationQuery>(&[], &more, &["index"])
        },
        output: output::<answers::SourcesAnswer>,
        answer: answers::sources,
    },
];

/// All tools, described.
pub(super) fn list() -> Vec<Tool> {
    ENTRIES.iter().map(Entry::describe).collect()
}

/// A tool by its name.
pub(super) fn find(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.name == name)
}

impl Entry {
    /// What a client is told of it.
    pub(super) fn describe(&self) -> Tool {
        let annotations = ToolAnnotations::with_title(self.title)
            .read_only(true)
            .destructive(false)
            .idempotent(true)
            .open_world(false);
        Tool::new(self.name, self.description, (self.input)())
            .with_title(self.title)
            .with_raw_output_schema((self.output)())
            .with_annotations(annotations)
    }

    /// Answers a call.
    pub(super) fn call(&self, state: &AppState, arguments: JsonObject) -> Result<Reply, Problem> {
        let arguments = Arguments::new(arguments)?;
        let origin = state.settings().public_origin.as_deref();
        (self.answer)(Question::new(state.catalog(), origin, arguments))
    }
}

fn output<B: JsonSchema + 'static>() -> Arc<JsonObject> {
    let mut schema = Value::Object(Arc::unwrap_or_clone(schema_for_output::<Answer<B>>()));
    drop_formats(&mut schema);
    match schema {
        Value::Object(schema) => Arc::new(schema),
        _ => Arc::default(),
    }
}

/// The formats of numbers are none of JSON Schema: clients that hold answers against the schema warn of each.
fn drop_formats(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("format").is_some_and(Value::is_string) {
                members.remove("format");
            }
            members.values_mut().for_each(drop_formats);
        }
        Value::Array(members) => members.iter_mut().for_each(drop_formats),
        _ => {}
    }
}

/// The input schema of a query of the API: its parameters, those of the tool and the language.
fn input<Q: ApiQuery>(hidden: &[&str], more: &[(&str, Value)], required: &[&str]) -> JsonObject {
    let shown: Vec<&str> = shown_keys::<Q>(hidden).collect();
    let mut properties = JsonObject::new();
    let mut all_required: Vec<String> = required.iter().map(|name| (*name).to_owned()).collect();
    for parameter in Q::describe().parameters {
        if !shown.contains(&parameter.name.as_str()) {
            continue;
        }
        // A parameter consists of texts and numbers, which always serialise.
        let described = serde_json::to_value(&parameter).unwrap_or_default();
        let mut schema = described["schema"].clone();
        schema["description"] = described["description"].clone();
        // Assistants name a place by its name as well.
        if PLACES.contains(&parameter.name.as_str())
            && let Some(schema) = schema.as_object_mut()
        {
            schema.remove("pattern");
        }
        if described["required"] == true && !all_required.contains(&parameter.name) {
            all_required.push(parameter.name.clone());
        }
        properties.insert(parameter.name, schema);
    }
    for (name, schema) in more {
        properties.insert((*name).to_owned(), schema.clone());
    }
    object(properties, &all_required)
}

fn object(mut properties: JsonObject, required: &[String]) -> JsonObject {
    let language = json!({
        "type": "string",
        "enum": ["vi", "en"],
        "default": "vi",
        "description": "The language of texts and names",
    });
    properties.insert(LANGUAGE.to_owned(), language);
    let mut schema = JsonObject::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("required".to_owned(), json!(required));
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema
}

fn province() -> Value {
    json!({
        "type": "string",
        "description": "The province, by slug or name",
        "examples": ["hau-giang"],
    })
}

fn find_input() -> JsonObject {
    let mut properties = JsonObject::new();
    let text = json!({ "type": "string", "description": "What is looked for", "examples": ["Hậu Giang"] });
    properties.insert("q".to_owned(), text);
    properties.insert(LIMIT.to_owned(), Limit::ROWS.schema());
    object(properties, &["q".to_owned()])
}

fn check_input() -> JsonObject {
    let mut properties = JsonObject::new();
    let text = json!({ "type": "string", "description": "The text: prose or a pasted table" });
    properties.insert("text".to_owned(), text);
    let mut default_province = province();
    default_province["description"] = json!("The province of claims before the text names one, by slug or name");
    properties.insert(PROVINCE.to_owned(), default_province);
    let year = json!({ "type": "integer", "description": "The year of claims before the text names one" });
    properties.insert("year".to_owned(), year);
    object(properties, &["text".to_owned()])
}
