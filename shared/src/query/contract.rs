//! What the contract of the API says of a query: its parameters and the problems it may be refused with. Both follow from the
//! fields of the query, which are read by the same types.

mod values;

use serde_json::{Value, json};
use utoipa::openapi::{
    Required,
    extensions::Extensions,
    path::{Parameter, ParameterBuilder, ParameterIn},
    schema::{Object, ObjectBuilder, Type},
};

use super::LIST_SEPARATOR;
use crate::problem::ProblemCode;

/// A query as the contract tells it.
pub struct QueryDescription {
    /// The parameters in the order in which they are written.
    pub parameters: Vec<Parameter>,
    /// The codes of the problems it may be refused with, each once.
    pub refusals: Vec<ProblemCode>,
}

impl Default for QueryDescription {
    /// What every query is refused with: a key it does not know, a key given twice, a value (or a whole) of the wrong form.
    fn default() -> Self {
        Self {
            parameters: Vec::new(),
            refusals: vec![
                ProblemCode::UnknownParameter,
                ProblemCode::RepeatedParameter,
                ProblemCode::MalformedParameter,
            ],
        }
    }
}

impl QueryDescription {
    /// Adds codes that are not named yet.
    pub fn refuse(&mut self, codes: &[ProblemCode]) {
        for code in codes {
            if !self.refusals.contains(code) {
                self.refusals.push(*code);
            }
        }
    }

    /// Adds a parameter without which there is no answer.
    pub(super) fn require<V: DescribedValue>(&mut self, name: &str, documentation: &str) {
        self.refuse(&[ProblemCode::MissingParameter]);
        self.push(name, documentation, single::<V>(), Required::True, V::REFUSALS);
    }

    /// Adds a parameter that may be left out and is looked up nowhere in the data.
    pub fn allow_text(&mut self, name: &str, documentation: &str) {
        self.push(
            name,
            documentation,
            Object::with_type(Type::String),
            Required::False,
            &[],
        );
    }

    /// Adds a parameter that may be left out and is one of some names.
    pub fn allow_one_of<const N: usize>(&mut self, name: &str, documentation: &str, names: [&str; N]) {
        self.push(name, documentation, one_of(names), Required::False, &[]);
    }

    /// Adds a parameter that may be left out.
    pub fn allow<V: DescribedValue>(&mut self, name: &str, documentation: &str) {
        self.push(name, documentation, single::<V>(), Required::False, V::REFUSALS);
    }

    /// Adds a parameter that means its default where it is left out.
    pub(super) fn default_to<V: DescribedValue + Default + ToString>(&mut self, name: &str, documentation: &str) {
        let mut schema = single::<V>();
        let default = V::default().to_string();
        schema.default = Some(match default.parse::<u16>() {
            Ok(number) if schema.schema_type == Type::Integer.into() => json!(number),
            _ => json!(default),
        });
        self.push(name, documentation, schema, Required::False, V::REFUSALS);
    }

    /// Adds a parameter that lists values.
    pub(super) fn list<V: DescribedValue>(&mut self, name: &str, documentation: &str) {
        let single = V::schema().pattern.unwrap_or_default();
        let single = single.trim_start_matches('^').trim_end_matches('$');
        let mut schema = text(&format!("{single}({LIST_SEPARATOR}{single})*"));
        schema.examples = vec![Value::from(V::EXAMPLES.join(&LIST_SEPARATOR.to_string()))];
        self.push(name, documentation, schema, Required::False, V::REFUSALS);
    }

    fn push(&mut self, name: &str, documentation: &str, schema: Object, required: Required, refusals: &[ProblemCode]) {
        self.refuse(refusals);
        let is_optional = matches!(required, Required::False);
        let parameter = ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Query)
            .description(Some(documentation.trim().trim_end_matches('.')))
            .required(required)
            .schema(Some(schema))
            // An empty value counts as absent. The builder has no method for it.
            .extensions(is_optional.then(|| Extensions::from_iter([("allowEmptyValue", true)])))
            .build();
        self.parameters.push(parameter);
    }
}

/// A value of a parameter, or of a path.
pub trait DescribedValue {
    /// What a well-formed value is refused with.
    const REFUSALS: &'static [ProblemCode] = &[];

    /// Values that show the form where the schema does not.
    const EXAMPLES: &'static [&'static str] = &[];

    /// Its form.
    fn schema() -> Object;
}

fn single<V: DescribedValue>() -> Object {
    let mut schema = V::schema();
    schema.examples = V::EXAMPLES
        .iter()
        .take(1)
        .map(|example| Value::from(*example))
        .collect();
    schema
}

/// A text that consists of what a regular expression describes, and of nothing else.
fn text(pattern: &str) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(format!("^{pattern}$")))
        .build()
}

fn one_of<const N: usize>(names: [&str; N]) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(names))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{
        ApiQuery, ChangesQuery, DatasetQuery, DeclinesQuery, FigureQuery, MatrixQuery, MoversQuery, NoQuery,
        ObservationQuery, PeersQuery, ProfileQuery, ProvinceListQuery, RankingQuery, RegionsQuery, ScatterQuery,
        SeriesQuery, WhatIfQuery,
    };

    fn assert_told<Q: ApiQuery>() {
        let names: Vec<String> = Q::describe()
            .parameters
            .into_iter()
            .map(|parameter| parameter.name)
            .collect();
        assert_eq!(names, Q::KEYS, "{}", std::any::type_name::<Q>());
    }

    #[test]
    fn the_contract_tells_every_key_that_is_read() {
        assert_told::<ChangesQuery>();
        assert_told::<DatasetQuery>();
        assert_told::<DeclinesQuery>();
        assert_told::<FigureQuery>();
        assert_told::<MatrixQuery>();
        assert_told::<MoversQuery>();
        assert_told::<NoQuery>();
        assert_told::<ObservationQuery>();
        assert_told::<PeersQuery>();
        assert_told::<ProfileQuery>();
        assert_told::<ProvinceListQuery>();
        assert_told::<RankingQuery>();
        assert_told::<RegionsQuery>();
        assert_told::<ScatterQuery>();
        assert_told::<SeriesQuery>();
        assert_told::<WhatIfQuery>();
    }

    #[test]
    fn a_query_is_refused_as_its_fields_are() {
        let refusals = DatasetQuery::describe().refusals;
        assert!(refusals.contains(&ProblemCode::UnknownVersion));
        assert!(!refusals.contains(&ProblemCode::MissingParameter));
        assert!(
            RankingQuery::describe()
                .refusals
                .contains(&ProblemCode::MissingParameter)
        );
    }
}
