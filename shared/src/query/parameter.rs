//! How values of a query are read from, and written to, their keys.

use std::str::FromStr;

#[cfg(feature = "openapi")]
use super::contract::{DescribedValue, QueryDescription};
use super::{
    FigureWidth, IntervalChoice, MapClasses, PictureSize, QueryError, Show, StreakLength, Theme,
    pairs::{QueryPairs, QueryWriter},
};
#[cfg(feature = "openapi")]
use crate::problem::ProblemCode;
use crate::{
    domain::{IntervalKind, PeerLens},
    identifier::{ComponentId, IdentifierError, IndexId, Indicator, IndicatorId, ProvinceSlug},
    language::Language,
};

/// A value of a query under its key.
pub(super) trait Parameter: Sized {
    /// Reads it.
    fn take(pairs: &mut QueryPairs, name: &'static str) -> Result<Self, QueryError>;

    /// Writes it, unless it is the default.
    fn write(&self, name: &'static str, writer: &mut QueryWriter);

    /// Tells the contract of it.
    #[cfg(feature = "openapi")]
    fn describe(name: &'static str, documentation: &str, query: &mut QueryDescription);
}

/// A value that may stand alone, be left out or be listed.
#[cfg(not(feature = "openapi"))]
pub(super) trait ParameterValue: FromStr<Err = IdentifierError> + ToString {}
#[cfg(not(feature = "openapi"))]
impl<T: FromStr<Err = IdentifierError> + ToString> ParameterValue for T {}

/// A value that may stand alone, be left out or be listed, and that the contract describes.
#[cfg(feature = "openapi")]
pub(super) trait ParameterValue: FromStr<Err = IdentifierError> + ToString + DescribedValue {}
#[cfg(feature = "openapi")]
impl<T: FromStr<Err = IdentifierError> + ToString + DescribedValue> ParameterValue for T {}

/// Without them there is no answer.
macro_rules! required {
    ($($value:ty),+) => {$(
        impl Parameter for $value {
            fn take(pairs: &mut QueryPairs, name: &'static str) -> Result<Self, QueryError> {
                pairs.take_required(name)
            }

            fn write(&self, name: &'static str, writer: &mut QueryWriter) {
                writer.push(name, self);
            }

            #[cfg(feature = "openapi")]
            fn describe(name: &'static str, documentation: &str, query: &mut QueryDescription) {
                query.require::<Self>(name, documentation);
            }
        }
    )+};
}
required!(IndexId, ProvinceSlug, Indicator, IndicatorId);

/// Those that are left out at their default.
macro_rules! defaulting {
    ($($value:ty),+) => {$(
        impl Parameter for $value {
            fn take(pairs: &mut QueryPairs, name: &'static str) -> Result<Self, QueryError> {
                Ok(pairs.take_parsed(name)?.unwrap_or_default())
            }

            fn write(&self, name: &'static str, writer: &mut QueryWriter) {
                writer.push_option(name, Some(self).filter(|value| **value != Self::default()));
            }

            #[cfg(feature = "openapi")]
            fn describe(name: &'static str, documentation: &str, query: &mut QueryDescription) {
                query.default_to::<Self>(name, documentation);
            }
        }
    )+};
}
defaulting!(
    ComponentId,
    StreakLength,
    Theme,
    PictureSize,
    MapClasses,
    Show,
    PeerLens
);

/// Those with a default that are written all the same: the address of a picture says in which language and width it is.
macro_rules! always_written {
    ($($value:ty),+) => {$(
        impl Parameter for $value {
            fn take(pairs: &mut QueryPairs, name: &'static str) -> Result<Self, QueryError> {
                Ok(pairs.take_parsed(name)?.unwrap_or_default())
            }

            fn write(&self, name: &'static str, writer: &mut QueryWriter) {
                writer.push(name, self);
            }

            #[cfg(feature = "openapi")]
            fn describe(name: &'static str, documentation: &str, query: &mut QueryDescription) {
                query.default_to::<Self>(name, documentation);
            }
        }
    )+};
}
always_written!(Language, FigureWidth);

impl<T: ParameterValue> Parameter for Option<T> {
    fn take(pairs: &mut QueryPairs, name: &'static str) -> Result<Self, QueryError> {
        pairs.take_parsed(name)
    }

    fn write(&self, name: &'static str, writer: &mut QueryWriter) {
        writer.push_option(name, self.as_ref());
    }

    #[cfg(feature = "openapi")]
    fn describe(name: &'static str, documentation: &str, query: &mut QueryDescription) {
        query.allow::<T>(name, documentation);
    }
}

impl<T: ParameterValue> Parameter for Vec<T> {
    fn take(pairs: &mut QueryPairs, name: &'static str) -> Result<Self, QueryError> {
        pairs.take_list(name)
    }

    fn write(&self, name: &'static str, writer: &mut QueryWriter) {
        writer.push_list(name, self);
    }

    #[cfg(feature = "openapi")]
    fn describe(name: &'static str, documentation: &str, query: &mut QueryDescription) {
        query.list::<T>(name, documentation);
    }
}

/// A rank interval has a second key, `points`, which means something beside `interval=perturbation` only.
impl Parameter for Option<IntervalChoice> {
    fn take(pairs: &mut QueryPairs, name: &'static str) -> Result<Self, QueryError> {
        let kind = pairs.take_parsed(name)?;
        let points = pairs.take_parsed("points")?;
        match (kind, points) {
            (Some(IntervalKind::Perturbation), _) | (Some(_), None) => {
                Ok(kind.map(|kind| IntervalChoice { kind, points }))
            }
            (None, None) => Ok(None),
            (_, Some(_)) => Err(QueryError::Misplaced {
                name: "points",
                needs: "interval=perturbation",
            }),
        }
    }

    fn write(&self, name: &'static str, writer: &mut QueryWriter) {
        writer.push_option(name, self.as_ref().map(|choice| &choice.kind));
        writer.push_option("points", self.as_ref().and_then(|choice| choice.points.as_ref()));
    }

    #[cfg(feature = "openapi")]
    fn describe(name: &'static str, documentation: &str, query: &mut QueryDescription) {
        query.refuse(&[ProblemCode::ConflictingParameters]);
        query.allow::<IntervalKind>(name, documentation);
        query.allow::<super::PointsChange>(
            "points",
            "Points up and down of `interval=perturbation`, above 0 and at most the width of the scale; by default 1, on \
             scales of at most ten points 0.1",
        );
    }
}

/// Defines a query: its fields are read from, and written to, their keys in order. What is said of a field is also what the
/// contract says of its parameter. `refused with` names problems that come of the query as a whole, not of one of its fields.
macro_rules! api_query {
    (
        $(#[$documentation:meta])*
        pub struct $name:ident $(refused with $($refusal:ident),+)? {
            $($(#[doc = $field_documentation:literal])+ pub $field:ident: $value:ty = $key:literal $(and $more:literal)?,)+
        }
    ) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name {
            $($(#[doc = $field_documentation])+ pub $field: $value,)+
        }

        impl $name {
            fn write(&self) -> $crate::query::pairs::QueryWriter {
                let mut writer = $crate::query::pairs::QueryWriter::default();
                $($crate::query::parameter::Parameter::write(&self.$field, $key, &mut writer);)+
                writer
            }
        }

        impl $crate::query::ApiQuery for $name {
            const KEYS: &'static [&'static str] = &[$($key, $($more,)?)+];

            fn take_from(
                pairs: &mut $crate::query::pairs::QueryPairs,
            ) -> Result<Self, $crate::query::QueryError> {
                Ok(Self {
                    $($field: $crate::query::parameter::Parameter::take(pairs, $key)?,)+
                })
            }

            fn to_query_string(&self) -> String {
                self.write().finish(&[])
            }

            #[cfg(feature = "openapi")]
            fn describe() -> $crate::query::QueryDescription {
                let mut query = $crate::query::QueryDescription::default();
                $(
                    <$value as $crate::query::parameter::Parameter>::describe(
                        $key,
                        concat!($($field_documentation),+),
                        &mut query,
                    );
                )+
                $(query.refuse(&[$($crate::problem::ProblemCode::$refusal),+]);)?
                query
            }
        }
    };
}
pub(super) use api_query;
