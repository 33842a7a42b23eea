//! Query strings as pairs of keys and values.

use std::str::FromStr;

use super::{LIST_SEPARATOR, QueryError, tracking::is_tracking};
use crate::identifier::IdentifierError;

/// Decoded key-value pairs of a query string, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryPairs(Vec<(String, String)>);

impl QueryPairs {
    /// Splits and decodes a query string (without its question mark); keys that count readers are left out.
    pub fn parse(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
        Self(pairs.filter(|(key, value)| !is_tracking(key, value)).collect())
    }

    /// Whether a key has a value.
    pub fn names(&self, name: &str) -> bool {
        self.0.iter().any(|(key, value)| key == name && !value.is_empty())
    }

    /// Takes the value of a key out. An empty value counts as absent, as an empty field of a form does.
    pub fn take(&mut self, name: &'static str) -> Result<Option<String>, QueryError> {
        let mut found = None;
        let mut repeated = false;
        self.0.retain(|(key, value)| {
            if key != name {
                return true;
            }
            repeated |= found.is_some();
            found = Some(value.clone());
            false
        });
        if repeated {
            return Err(QueryError::Repeated { name: name.to_owned() });
        }
        Ok(found.filter(|value| !value.is_empty()))
    }

    pub(super) fn take_parsed<T: FromStr<Err = IdentifierError>>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, QueryError> {
        self.take(name)?.map(|value| parse_value(name, &value)).transpose()
    }

    pub(super) fn take_required<T: FromStr<Err = IdentifierError>>(
        &mut self,
        name: &'static str,
    ) -> Result<T, QueryError> {
        self.take_parsed(name)?.ok_or(QueryError::Missing { name })
    }

    pub(super) fn take_list<T: FromStr<Err = IdentifierError>>(
        &mut self,
        name: &'static str,
    ) -> Result<Vec<T>, QueryError> {
        match self.take(name)? {
            None => Ok(Vec::new()),
            Some(value) => value
                .split(LIST_SEPARATOR)
                .map(|part| parse_value(name, part))
                .collect(),
        }
    }

    /// Ends the reading: a key that nobody took is none of the `allowed` ones.
    pub(super) fn finish(self, allowed: impl Iterator<Item = &'static str>) -> Result<(), QueryError> {
        match self.0.into_iter().next() {
            None => Ok(()),
            Some((name, _)) => Err(QueryError::Unknown {
                name,
                allowed: allowed.collect(),
            }),
        }
    }
}

impl IntoIterator for QueryPairs {
    type Item = (String, String);
    type IntoIter = std::vec::IntoIter<(String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

fn parse_value<T: FromStr<Err = IdentifierError>>(name: &'static str, value: &str) -> Result<T, QueryError> {
    value.parse().map_err(|error| QueryError::malformed(name, error))
}

/// Writes a query string in the order in which keys are pushed.
#[derive(Default)]
pub(super) struct QueryWriter(Vec<(&'static str, String)>);

impl QueryWriter {
    pub(super) fn push(&mut self, name: &'static str, value: &impl ToString) {
        self.0.push((name, value.to_string()));
    }

    pub(super) fn push_option<T: ToString>(&mut self, name: &'static str, value: Option<&T>) {
        if let Some(value) = value {
            self.push(name, value);
        }
    }

    pub(super) fn push_list<T: ToString>(&mut self, name: &'static str, values: &[T]) {
        if !values.is_empty() {
            let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
            self.push(name, &texts.join("~"));
        }
    }

    pub(super) fn finish(self, rest: &[(String, String)]) -> String {
        let mut serializer = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &self.0 {
            serializer.append_pair(name, value);
        }
        for (name, value) in rest {
            serializer.append_pair(name, value);
        }
        // `~` and `..` are safe in a query; encoded they make links unreadable.
        serializer.finish().replace("%7E", "~").replace("%3A", ":")
    }
}
