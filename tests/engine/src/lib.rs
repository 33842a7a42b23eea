//! The engine as a WebAssembly module of its own: it takes in what the API sends of the normalized form, and answers the
//! questions of the API by their addresses. `cargo xtask same-answers` runs it under Node beside the server.

use serde::{Serialize, de::DeserializeOwned};
use vithe_shared::{
    Language, ProvinceSlug,
    claims::check,
    engine::{
        answers::{
            LookupError, answer_what_if, find_changes, find_index, find_indicator_ranking, find_matrix, find_overview,
            find_peers, find_profile, find_scatter, list_declines, list_discrepancies, list_indicators, list_indices,
            list_movers, list_observations, list_provinces, list_rankings, list_regions, list_series, list_sources,
            list_versions,
        },
        catalog::Catalog,
    },
    query::ApiQuery,
};
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

/// What an answer came to: its JSON, or the code of the problem.
type Answered = Result<String, String>;

/// A catalog that takes in what was fetched.
#[wasm_bindgen]
pub struct Engine(Catalog);

#[wasm_bindgen]
impl Engine {
    /// An engine without indices.
    #[wasm_bindgen(constructor)]
    pub fn new(registry: &str) -> Result<Self, JsError> {
        Ok(Self(Catalog::new(read(registry)?)))
    }

    /// Takes in an index.
    pub fn insert(&self, dataset: &str) -> Result<(), JsError> {
        Ok(self.0.insert(read(dataset)?)?)
    }

    /// Takes in the indicators of an index.
    pub fn insert_indicators(&self, dataset: &str) -> Result<(), JsError> {
        Ok(self.0.insert_indicators(read(dataset)?)?)
    }

    /// Takes in the notes of an index.
    pub fn insert_notes(&self, notes: &str) -> Result<(), JsError> {
        self.0.insert_notes(read(notes)?);
        Ok(())
    }

    /// The answer to an address below `/api/v1`, as the server writes it; a refusal is its code after an exclamation mark.
    pub fn answer(&self, path: &str, query: &str) -> String {
        answer(&self.0, path, query).unwrap_or_else(|code| format!("!{code}"))
    }

    /// The answer of the claim checker.
    pub fn check(&self, request: &str) -> String {
        let Ok(request) = serde_json::from_str(request) else {
            return "!unreadable_body".to_owned();
        };
        match check(&self.0, request) {
            Ok(answer) => written(&answer).unwrap_or_else(|code| format!("!{code}")),
            Err(fault) => format!("!{}", fault.into_problem(Language::En).code.as_str()),
        }
    }

    /// The answer to a what-if question.
    pub fn what_if(&self, request: &str) -> String {
        let Ok(request) = serde_json::from_str(request) else {
            return "!unreadable_body".to_owned();
        };
        match answer_what_if(&self.0, &request) {
            Ok(answer) => written(&answer).unwrap_or_else(|code| format!("!{code}")),
            Err(fault) => format!("!{}", fault.into_problem(Language::En).code.as_str()),
        }
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, JsError> {
    Ok(serde_json::from_str(text)?)
}

fn written<T: Serialize>(answer: &T) -> Answered {
    serde_json::to_string(answer).map_err(|error| error.to_string())
}

/// Reads the query, asks, and writes the answer.
fn ask<Q: ApiQuery, T: Serialize>(query: &str, find: impl FnOnce(&Q) -> Result<T, LookupError>) -> Answered {
    let query = Q::parse(query).map_err(|error| error.to_string())?;
    let found = find(&query).map_err(|error| error.code().as_str())?;
    written(&found)
}

fn answer(catalog: &Catalog, path: &str, query: &str) -> Answered {
    let told = |error: LookupError| error.code().as_str();
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["indices"] => written(&list_indices(catalog).map_err(told)?),
        ["indices", index] => written(&find_index(catalog, index).map_err(told)?),
        ["overview"] => written(&find_overview(catalog).map_err(told)?),
        ["versions"] => written(&list_versions(catalog)),
        ["sources"] => written(&list_sources(catalog).map_err(told)?),
        ["provinces"] => ask(query, |query| Ok(list_provinces(catalog, query))),
        ["provinces", slug, "profile"] => {
            let slug: ProvinceSlug = slug.parse().map_err(|_| "unknown_province".to_owned())?;
            ask(query, |query| find_profile(catalog, &slug, query))
        }
        ["peers", slug] => {
            let slug: ProvinceSlug = slug.parse().map_err(|_| "unknown_province".to_owned())?;
            ask(query, |query| find_peers(catalog, &slug, query))
        }
        ["rankings"] => ask(query, |query| list_rankings(catalog, query)),
        ["series"] => ask(query, |query| list_series(catalog, query)),
        ["matrix"] => ask(query, |query| find_matrix(catalog, query)),
        ["changes"] => ask(query, |query| find_changes(catalog, query)),
        ["declines"] => ask(query, |query| list_declines(catalog, query)),
        ["discrepancies"] => ask(query, |query| list_discrepancies(catalog, query)),
        ["movers"] => ask(query, |query| list_movers(catalog, query)),
        ["scatter"] => ask(query, |query| find_scatter(catalog, query)),
        ["regions"] => ask(query, |query| list_regions(catalog, query)),
        ["indicators"] => ask(query, |query| list_indicators(catalog, query)),
        ["indicators", "rankings"] => ask(query, |query| find_indicator_ranking(catalog, query)),
        ["observations"] => ask(query, |query| list_observations(catalog, query)),
        _ => Err("not_found".to_owned()),
    }
}
