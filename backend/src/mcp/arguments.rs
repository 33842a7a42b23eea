//! What a tool is asked: the arguments have the names and values of the queries of the API, and are read by them, so that they are
//! refused in the same words. A place may also be named as people name it.

use std::fmt::Write as _;

use rmcp::model::JsonObject;
use serde_json::{Value, json};
use vithe_shared::{
    Borders, Language, Problem, ProvinceSlug, Text,
    engine::{answers::LookupError, catalog::Catalog},
    query::{ApiQuery, LIST_SEPARATOR, QueryError, QueryPairs},
    vietnamese::{Fit, Wanted},
};

/// The language of texts.
pub(super) const LANGUAGE: &str = "language";
/// The most rows of an answer.
pub(super) const LIMIT: &str = "limit";
/// The province that a question is about.
pub(super) const PROVINCE: &str = "province";
/// The keys of the API that name provinces.
pub(super) const PLACES: [&str; 2] = [PROVINCE, "p"];
const BORDERS: &str = "borders";

/// The arguments of a call, with the language that they ask for.
#[derive(Debug)]
pub(super) struct Arguments {
    pub(super) language: Language,
    values: JsonObject,
}

impl Arguments {
    /// Takes the language out; Vietnamese by default.
    pub(super) fn new(mut values: JsonObject) -> Result<Self, Problem> {
        let language = match values.remove(LANGUAGE) {
            None | Some(Value::Null) => Language::default(),
            Some(value) => text_of(LANGUAGE, &value)
                .and_then(|text| text.parse().map_err(|error| QueryError::malformed(LANGUAGE, error)))
                .map_err(|error| error.into_problem(Language::default()))?,
        };
        Ok(Self { language, values })
    }

    /// Takes a value out as it came.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.values.remove(name).filter(|value| !value.is_null())
    }

    /// Takes a text out, which must be there.
    pub(super) fn take_text(&mut self, name: &'static str) -> Result<String, Problem> {
        let value = self.take(name).ok_or(QueryError::Missing { name });
        value
            .and_then(|value| text_of(name, &value))
            .map_err(|error| error.into_problem(self.language))
    }

    /// Takes the most rows of an answer out.
    pub(super) fn take_limit(&mut self, limit: &Limit) -> Result<usize, Problem> {
        let Some(value) = self.take(LIMIT) else {
            return Ok(limit.default);
        };
        let number = value.as_u64().or_else(|| value.as_str()?.parse().ok());
        number
            .and_then(|number| usize::try_from(number).ok())
            .filter(|number| (1..=limit.most).contains(number))
            .ok_or_else(|| {
                QueryError::Malformed {
                    name: LIMIT,
                    value: value.to_string(),
                    expected: limit.expected,
                }
                .into_problem(self.language)
            })
    }

    /// Takes a province out by slug or name, of the list that the arguments name or else of either.
    pub(super) fn take_province(&mut self, catalog: &Catalog) -> Result<Option<ProvinceSlug>, Problem> {
        let Some(value) = self.take(PROVINCE) else {
            return Ok(None);
        };
        let named = text_of(PROVINCE, &value).map_err(|error| error.into_problem(self.language))?;
        let borders = self.borders();
        let slug = resolve(catalog, borders, &named).map_err(|error| error.into_problem(self.language))?;
        Ok(Some(slug))
    }

    /// The list of units that is named, as far as it can be read.
    fn borders(&self) -> Option<Borders> {
        text_of(BORDERS, self.values.get(BORDERS)?).ok()?.parse().ok()
    }

    /// Refuses what nobody took.
    pub(super) fn finish(self, allowed: &[&'static str]) -> Result<(), Problem> {
        match self.values.into_iter().next() {
            None => Ok(()),
            Some((name, _)) => Err(unknown(name, allowed.iter().copied()).into_problem(self.language)),
        }
    }

    /// Reads the rest as a query of the API. `hidden` are keys of the API that no tool has, `taken` those taken out before.
    pub(super) fn query<Q: ApiQuery>(
        self,
        catalog: &Catalog,
        hidden: &[&str],
        taken: &[&'static str],
    ) -> Result<Q, Problem> {
        let keys: Vec<&'static str> = shown_keys::<Q>(hidden).collect();
        let borders = self.borders();
        let mut pairs = Vec::new();
        for (name, value) in &self.values {
            let known = keys.iter().copied().find(|key| key == name);
            let Some(key) = known else {
                let allowed = keys.iter().chain(taken).copied().chain([LANGUAGE]);
                return Err(unknown(name.clone(), allowed).into_problem(self.language));
            };
            if value.is_null() {
                continue;
            }
            let mut text = text_of(key, value).map_err(|error| error.into_problem(self.language))?;
            if PLACES.contains(&key) && !text.is_empty() {
                text = resolve_all(catalog, borders, &text).map_err(|error| error.into_problem(self.language))?;
            }
            pairs.push(format!("{}={}", encode(key), encode(&text)));
        }
        let pairs = QueryPairs::parse(&pairs.join("&"));
        Q::from_pairs(pairs, taken).map_err(|error| error.into_problem(self.language))
    }
}

/// How many rows an answer has.
pub(super) struct Limit {
    pub(super) default: usize,
    pub(super) most: usize,
    pub(super) expected: Text,
}

impl Limit {
    /// For lists of which the first rows tell enough.
    pub(super) const ROWS: Self = Self {
        default: 10,
        most: 63,
        expected: Text::new("một số từ 1 đến 63", "a number from 1 to 63"),
    };

    /// Its property of an input schema.
    pub(super) fn schema(&self) -> Value {
        json!({
            "type": "integer",
            "minimum": 1,
            "maximum": self.most,
            "default": self.default,
            "description": "The most rows of the answer",
        })
    }
}

/// The keys of a query that a tool has.
pub(super) fn shown_keys<Q: ApiQuery>(hidden: &[&str]) -> impl Iterator<Item = &'static str> {
    Q::KEYS.iter().copied().filter(|key| !hidden.contains(key))
}

fn unknown(name: String, allowed: impl Iterator<Item = &'static str>) -> QueryError {
    QueryError::Unknown {
        name,
        allowed: allowed.collect(),
    }
}

/// A value as it would stand in an address; the members of a list are joined.
fn text_of(name: &'static str, value: &Value) -> Result<String, QueryError> {
    let malformed = || QueryError::Malformed {
        name,
        value: value.to_string(),
        expected: Text::new("một chuỗi hoặc một số", "a string or a number"),
    };
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Array(members) => {
            let members: Option<Vec<&str>> = members.iter().map(Value::as_str).collect();
            Ok(members.ok_or_else(malformed)?.join(&LIST_SEPARATOR.to_string()))
        }
        _ => Err(malformed()),
    }
}

/// Every byte escaped: short, and right for any text.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(3 * text.len());
    for byte in text.bytes() {
        // Writing to a string cannot fail.
        let _ = write!(encoded, "%{byte:02X}");
    }
    encoded
}

fn resolve_all(catalog: &Catalog, borders: Option<Borders>, text: &str) -> Result<String, LookupError> {
    let slugs: Result<Vec<String>, LookupError> = text
        .split(LIST_SEPARATOR)
        .map(|named| resolve(catalog, borders, named).map(|slug| slug.to_string()))
        .collect();
    Ok(slugs?.join(&LIST_SEPARATOR.to_string()))
}

/// The slug of a place that is named by its slug or by a whole name of its own; without a list the 63 provinces go first.
fn resolve(catalog: &Catalog, borders: Option<Borders>, named: &str) -> Result<ProvinceSlug, LookupError> {
    let lists = match borders {
        Some(borders) => vec![borders],
        None => Borders::ALL.to_vec(),
    };
    let slug = named.parse::<ProvinceSlug>().ok();
    for list in &lists {
        let units = catalog.units(*list);
        if let Some(slug) = slug.as_ref().filter(|slug| units.province(slug).is_some()) {
            return Ok(slug.clone());
        }
    }
    let wanted = Wanted::place(named);
    for list in &lists {
        let is_named = |fit: Option<(Fit, bool)>| fit.is_some_and(|(fit, _)| fit == Fit::Whole);
        let mut fitting = catalog.units(*list).provinces().iter();
        if let Some(unit) = fitting.find(|unit| is_named(wanted.fit_province(unit))) {
            return Ok(unit.slug.clone());
        }
    }
    let list = borders.unwrap_or(Borders::Provinces63);
    Err(LookupError::unknown_province(catalog.units(list), named))
}
