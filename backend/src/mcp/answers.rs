//! What tools answer: for each a compact object and a text to quote, made of an answer of the engine. Both carry year, n, basis of
//! ranks, comparability with its reason, sources and the address of the page.

mod changes;
mod check;
mod compare;
mod declines;
mod figure;
mod find;
mod indicator;
mod peers;
mod profile;
mod ranking;
mod series;
mod sources;

pub(super) use self::{
    changes::{ChangesAnswer, changes},
    check::{CheckAnswer, check},
    compare::{CompareAnswer, compare},
    declines::{DeclinesAnswer, declines},
    find::{FindAnswer, find},
    indicator::{IndicatorAnswer, indicator},
    peers::{PeersAnswer, peers},
    profile::{ProfileAnswer, profile},
    ranking::{RankingAnswer, ranking},
    series::{SeriesAnswer, series},
    sources::{LIMIT as SOURCES_LIMIT, SourcesAnswer, sources},
};

use std::collections::BTreeSet;

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use vithe_shared::{
    Borders, ComponentId, IndexId, Language, Problem, ProvinceSlug, Year,
    api::Ranking,
    domain::SourceInfo,
    engine::{
        answers::{LookupError, list_rankings, list_sources},
        catalog::Catalog,
    },
    query::RankingQuery,
};

use super::arguments::Arguments;
use crate::error::ApiError;

/// A call of a tool.
pub(super) struct Question<'a> {
    catalog: &'a Catalog,
    origin: Option<&'a str>,
    language: Language,
    arguments: Arguments,
}

/// The answer of a tool, written.
#[derive(Debug)]
pub(super) struct Reply {
    /// The text to quote.
    pub(super) text: String,
    /// The object.
    pub(super) value: Value,
}

/// What every answer has beside its own.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(super) struct Answer<B> {
    #[serde(flatten)]
    body: B,
    /// The documents that the figures are from; a computed figure is from the documents of its parts.
    sources: Vec<Source>,
    /// How to cite the indices.
    citations: Vec<String>,
    /// The page that shows it.
    page: String,
    /// Revision of the dataset.
    revision: String,
}

/// A document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Source {
    /// Its identifier, as `source_id` of figures.
    id: String,
    publisher: String,
    document: String,
    /// Its address; empty where none is on record.
    address: String,
    /// How strong it is: publisher, official, press, secondary or dataset.
    grade: &'static str,
}

impl From<&SourceInfo> for Source {
    fn from(source: &SourceInfo) -> Self {
        Self {
            id: source.id.clone(),
            publisher: source.publisher.clone(),
            document: source.document.clone(),
            address: source.address.clone(),
            grade: source.grade.as_str(),
        }
    }
}

/// Documents that a text names; the object has all.
const NAMED_SOURCES: usize = 3;

impl<'a> Question<'a> {
    pub(super) fn new(catalog: &'a Catalog, origin: Option<&'a str>, arguments: Arguments) -> Self {
        Self {
            catalog,
            origin,
            language: arguments.language,
            arguments,
        }
    }
}

/// What an answer is written with, once its arguments are read.
#[derive(Clone, Copy)]
struct Frame<'a> {
    catalog: &'a Catalog,
    origin: Option<&'a str>,
    language: Language,
}

impl<'a> Frame<'a> {
    fn of(question: &Question<'a>) -> Self {
        Self {
            catalog: question.catalog,
            origin: question.origin,
            language: question.language,
        }
    }

    /// An answer of the engine, or its refusal in the language of the question.
    fn ask<T>(self, answer: Result<T, LookupError>) -> Result<T, Problem> {
        answer.map_err(|error| error.into_problem(self.language))
    }

    /// The table of a component in a list of units.
    fn table(self, index: IndexId, component: &ComponentId, year: Year, borders: Borders) -> Result<Ranking, Problem> {
        let query = RankingQuery {
            index,
            component: component.clone(),
            year: Some(year),
            region: None,
            borders: Some(borders),
            interval: None,
            rank: None,
        };
        self.ask(list_rankings(self.catalog, &query))
    }

    /// The document behind a score of a province; none for one that is computed from several.
    fn source_id(
        self,
        index: IndexId,
        component: &ComponentId,
        year: Year,
        (borders, province): (Borders, &ProvinceSlug),
    ) -> Result<Option<String>, Problem> {
        let table = self.table(index, component, year, borders)?;
        let row = table.rows.into_iter().find(|row| &row.province == province);
        Ok(row.and_then(|row| row.source_id))
    }

    /// The text of a pair in the language of the question.
    fn pick<'b>(self, vi: &'b str, en: &'b str) -> &'b str {
        self.language.pick(vi, en)
    }

    /// An address of a page, absolute where the public address of the site is known.
    fn absolute(self, address: &str) -> String {
        format!("{}{address}", self.origin.unwrap_or_default())
    }

    /// The documents behind identifiers, each once.
    fn sources<'b>(self, ids: impl IntoIterator<Item = Option<&'b str>>) -> Result<Vec<Source>, Problem> {
        let ids: BTreeSet<&str> = ids.into_iter().flatten().collect();
        let all = self.ask(list_sources(self.catalog))?;
        Ok(all
            .iter()
            .filter(|source| ids.contains(source.id.as_str()))
            .map(Source::from)
            .collect())
    }

    /// Writes an answer: the lines of its text, then sources and page. `cited` are its indices, each with its year where it has
    /// only one.
    fn reply<B: Serialize>(
        self,
        body: B,
        mut lines: Vec<String>,
        cited: &[(IndexId, Option<Year>)],
        sources: Vec<Source>,
        page: &str,
    ) -> Result<Reply, Problem> {
        let mut citations = Vec::new();
        for (id, year) in cited {
            let index = self.ask(self.catalog.index(*id).map_err(LookupError::from))?;
            citations.push(index.info().cited(*year, self.language));
        }
        let page = self.absolute(page);
        lines.extend(self.source_line(&sources, &citations));
        lines.push(format!("{}: {page}", self.pick("Trang", "Page")));
        let answer = Answer {
            body,
            sources,
            citations,
            page,
            revision: self.catalog.revision().to_owned(),
        };
        let value = serde_json::to_value(&answer).map_err(|error| {
            tracing::error!(%error, "an answer of a tool could not be written");
            ApiError::internal(self.language).problem().clone()
        })?;
        Ok(Reply {
            text: lines.join("\n"),
            value,
        })
    }

    /// The documents by name, or else how to cite the index.
    fn source_line(self, sources: &[Source], citations: &[String]) -> Option<String> {
        let label = self.pick("Nguồn", "Source");
        if sources.is_empty() {
            return (!citations.is_empty()).then(|| format!("{label}: {}", citations.join("; ")));
        }
        let named = sources.iter().take(NAMED_SOURCES);
        let mut names: Vec<String> = named
            .map(|source| format!("{}, {}", source.publisher, source.document))
            .collect();
        let more = sources.len().saturating_sub(NAMED_SOURCES);
        if more > 0 {
            names.push(match self.language {
                Language::Vi => format!("và {more} tài liệu khác"),
                Language::En => format!("and {more} more"),
            });
        }
        Some(format!("{label}: {}", names.join("; ")))
    }
}
