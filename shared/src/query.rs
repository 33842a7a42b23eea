//! Queries and their addresses: one type per resource, read from and written to a query string by the same code.
//!
//! The API reads strictly (an unknown key is an error that lists the allowed ones); pages read leniently (unknown keys are
//! kept, see [`PageQuery`]). Defaults are left out when an address is written.

use std::{collections::BTreeMap, str::FromStr};

use crate::{
    api::interval::{INTERVAL_EXPECTED, IntervalKind},
    identifier::{Borders, ComponentId, IdentifierError, IndexId, Indicator, ProvinceSlug, RegionId, Year},
    language::{Language, Text},
    problem::{Problem, ProblemCode},
};

/// What separates the members of a list in an address.
pub const LIST_SEPARATOR: char = '~';

/// A query string that does not fit its address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// A key that the address does not know.
    #[error("unknown parameter {name:?}, allowed: {}", allowed.join(", "))]
    Unknown {
        /// The key.
        name: String,
        /// The keys the address knows.
        allowed: Vec<&'static str>,
    },
    /// A key that is given twice.
    #[error("parameter {name:?} is given twice")]
    Repeated {
        /// The key.
        name: String,
    },
    /// A key without which there is no answer.
    #[error("parameter {name:?} is missing")]
    Missing {
        /// The key.
        name: &'static str,
    },
    /// A key that means something only beside another one.
    #[error("parameter {name:?} goes with {needs} only")]
    Misplaced {
        /// The key.
        name: &'static str,
        /// The key and value it goes with.
        needs: &'static str,
    },
    /// A value of the wrong form.
    #[error("parameter {name:?}: {value:?} is not {expected}")]
    Malformed {
        /// The key.
        name: &'static str,
        /// The value.
        value: String,
        /// What was expected.
        expected: &'static str,
    },
}

impl QueryError {
    /// The problem that a client is told.
    pub fn into_problem(self, language: Language) -> Problem {
        match self {
            Self::Unknown { name, allowed } => {
                let allowed = allowed.join(", ");
                let detail = match language {
                    Language::Vi => format!("Địa chỉ này không có tham số “{name}”. Các tham số dùng được: {allowed}."),
                    Language::En => format!("This address has no parameter “{name}”. It takes: {allowed}."),
                };
                Problem::new(ProblemCode::UnknownParameter, language, detail).at_parameter(&name)
            }
            Self::Repeated { name } => {
                let detail = match language {
                    Language::Vi => format!("Tham số “{name}” có hai lần; chỉ giữ lại một."),
                    Language::En => format!("Parameter “{name}” is given twice; keep one."),
                };
                Problem::new(ProblemCode::RepeatedParameter, language, detail).at_parameter(&name)
            }
            Self::Missing { name } => {
                let detail = match language {
                    Language::Vi => format!("Thiếu tham số “{name}”."),
                    Language::En => format!("Parameter “{name}” is missing."),
                };
                Problem::new(ProblemCode::MissingParameter, language, detail).at_parameter(name)
            }
            Self::Misplaced { name, needs } => {
                let detail = match language {
                    Language::Vi => format!("Tham số “{name}” chỉ dùng cùng với {needs}."),
                    Language::En => format!("Parameter “{name}” goes with {needs} only."),
                };
                Problem::new(ProblemCode::MalformedParameter, language, detail).at_parameter(name)
            }
            Self::Malformed { name, value, expected } => {
                let detail = match language {
                    Language::Vi => {
                        format!(
                            "Tham số “{name}” có giá trị “{value}” không hợp lệ; giá trị đúng là {}.",
                            expected_vi(expected)
                        )
                    }
                    Language::En => format!("Parameter “{name}” is “{value}”, which is not {expected}."),
                };
                let code = if expected == INDEX_EXPECTED {
                    ProblemCode::UnknownIndex
                } else {
                    ProblemCode::MalformedParameter
                };
                Problem::new(code, language, detail).at_parameter(name)
            }
        }
    }
}

const INDEX_EXPECTED: &str = "one of pci, papi, par, sipas";

/// The expectations of the identifiers and of this module, in Vietnamese.
fn expected_vi(expected: &'static str) -> &'static str {
    const TEXTS: [Text; 12] = [
        Text::new("một trong pci, papi, par, sipas", INDEX_EXPECTED),
        Text::new("63 hoặc 34", "63 or 34"),
        Text::new("một năm, ví dụ 2021", "a year such as 2021"),
        Text::new(
            "một thành phần, ví dụ overall, transparency hoặc d1",
            "a component such as overall, transparency or d1",
        ),
        Text::new("một tỉnh, ví dụ hau-giang", "a province such as hau-giang"),
        Text::new("một vùng, ví dụ md", "a region such as md"),
        Text::new("một trong chart, table, map", TAB_EXPECTED),
        Text::new("một khoảng năm, ví dụ 2018..2022", RANGE_EXPECTED),
        Text::new("một số từ 1 đến 20", STREAK_EXPECTED),
        Text::new("địa chỉ một trang của Vị Thế, ví dụ /vi/index/pci", ADDRESS_EXPECTED),
        Text::new("một trong rounding, perturbation, weights, sampling", INTERVAL_EXPECTED),
        Text::new("một số điểm từ −100 đến 100, ví dụ 0.5", POINTS_EXPECTED),
    ];
    TEXTS
        .iter()
        .find(|text| text.en == expected)
        .map_or(expected, |text| text.vi)
}

const TAB_EXPECTED: &str = "one of chart, table, map";
const STREAK_EXPECTED: &str = "a number from 1 to 20";
const ADDRESS_EXPECTED: &str = "the address of a page such as /vi/index/pci";
const POINTS_EXPECTED: &str = "a number of points from −100 to 100 such as 0.5";
const RANGE_EXPECTED: &str = "a range of years such as 2018..2022";

/// Decoded key-value pairs of a query string, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryPairs(Vec<(String, String)>);

impl QueryPairs {
    /// Splits and decodes a query string (without its question mark).
    pub fn parse(query: &str) -> Self {
        Self(
            form_urlencoded::parse(query.as_bytes())
                .map(|(key, value)| (key.into_owned(), value.into_owned()))
                .collect(),
        )
    }

    /// Takes the value of a key out. An empty value counts as absent, as an empty field of a form does.
    fn take(&mut self, name: &'static str) -> Result<Option<String>, QueryError> {
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

    fn take_parsed<T: FromStr<Err = IdentifierError>>(&mut self, name: &'static str) -> Result<Option<T>, QueryError> {
        self.take(name)?.map(|value| parse_value(name, &value)).transpose()
    }

    fn take_required<T: FromStr<Err = IdentifierError>>(&mut self, name: &'static str) -> Result<T, QueryError> {
        self.take_parsed(name)?.ok_or(QueryError::Missing { name })
    }

    fn take_list<T: FromStr<Err = IdentifierError>>(&mut self, name: &'static str) -> Result<Vec<T>, QueryError> {
        match self.take(name)? {
            None => Ok(Vec::new()),
            Some(value) => value
                .split(LIST_SEPARATOR)
                .map(|part| parse_value(name, part))
                .collect(),
        }
    }

    /// The rank interval that is asked for.
    fn take_interval(&mut self) -> Result<Option<IntervalChoice>, QueryError> {
        let kind = self.take_parsed("interval")?;
        let points = self.take_parsed("points")?;
        match (kind, points) {
            (Some(kind), None) => Ok(Some(IntervalChoice { kind, points })),
            (Some(IntervalKind::Perturbation), Some(_)) => Ok(Some(IntervalChoice {
                kind: IntervalKind::Perturbation,
                points,
            })),
            (_, Some(_)) => Err(QueryError::Misplaced {
                name: "points",
                needs: "interval=perturbation",
            }),
            (None, None) => Ok(None),
        }
    }

    fn finish(self, allowed: &[&'static str]) -> Result<(), QueryError> {
        match self.0.into_iter().next() {
            None => Ok(()),
            Some((name, _)) => Err(QueryError::Unknown {
                name,
                allowed: allowed.to_vec(),
            }),
        }
    }
}

fn parse_value<T: FromStr<Err = IdentifierError>>(name: &'static str, value: &str) -> Result<T, QueryError> {
    value.parse().map_err(|error: IdentifierError| QueryError::Malformed {
        name,
        value: error.value,
        expected: error.expected,
    })
}

/// Writes a query string in the order in which keys are pushed.
#[derive(Default)]
struct QueryWriter(Vec<(&'static str, String)>);

impl QueryWriter {
    fn push(&mut self, name: &'static str, value: &impl ToString) {
        self.0.push((name, value.to_string()));
    }

    fn push_option<T: ToString>(&mut self, name: &'static str, value: Option<&T>) {
        if let Some(value) = value {
            self.push(name, value);
        }
    }

    fn push_component(&mut self, component: &ComponentId) {
        if !component.is_overall() {
            self.push("component", component);
        }
    }

    fn push_list<T: ToString>(&mut self, name: &'static str, values: &[T]) {
        if !values.is_empty() {
            let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
            self.push(name, &texts.join("~"));
        }
    }

    fn push_interval(&mut self, interval: Option<&IntervalChoice>) {
        self.push_option("interval", interval.map(|choice| &choice.kind));
        self.push_option("points", interval.and_then(|choice| choice.points.as_ref()));
    }

    fn finish(self, rest: &[(String, String)]) -> String {
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

/// A query of the JSON API: read strictly, written canonically.
pub trait ApiQuery: Sized {
    /// The keys it knows.
    const KEYS: &'static [&'static str];

    /// Takes its keys out of the pairs.
    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError>;

    /// The canonical query string: fixed order, defaults left out.
    fn to_query_string(&self) -> String;

    /// Reads a whole query string; a key it does not know is an error.
    fn parse(query: &str) -> Result<Self, QueryError> {
        let mut pairs = QueryPairs::parse(query);
        let parsed = Self::take_from(&mut pairs)?;
        pairs.finish(Self::KEYS)?;
        Ok(parsed)
    }
}

/// A rank interval as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IntervalChoice {
    /// What is allowed to vary.
    pub kind: IntervalKind,
    /// Points up and down of [`IntervalKind::Perturbation`]; a point, or a tenth of one on scales of ten, by default.
    pub points: Option<PointsChange>,
}

/// `GET /rankings`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RankingQuery {
    /// The index.
    pub index: IndexId,
    /// The component, the total by default.
    pub component: ComponentId,
    /// The year, the one the component opens on by default.
    pub year: Option<Year>,
    /// Limits the rows to one region; n and ranks stay national.
    pub region: Option<RegionId>,
    /// The list of units, the one in force in the year by default.
    pub borders: Option<Borders>,
    /// The rank interval of every row, none by default.
    pub interval: Option<IntervalChoice>,
}

impl ApiQuery for RankingQuery {
    const KEYS: &'static [&'static str] = &["index", "component", "year", "region", "borders", "interval", "points"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            index: pairs.take_required("index")?,
            component: pairs.take_parsed("component")?.unwrap_or_default(),
            year: pairs.take_parsed("year")?,
            region: pairs.take_parsed("region")?,
            borders: pairs.take_parsed("borders")?,
            interval: pairs.take_interval()?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("index", &self.index);
        writer.push_component(&self.component);
        writer.push_option("year", self.year.as_ref());
        writer.push_option("region", self.region.as_ref());
        writer.push_option("borders", self.borders.as_ref());
        writer.push_interval(self.interval.as_ref());
        writer.finish(&[])
    }
}

/// `GET /series`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeriesQuery {
    /// The index.
    pub index: IndexId,
    /// The component, the total by default.
    pub component: ComponentId,
    /// The units, all of the list by default.
    pub provinces: Vec<ProvinceSlug>,
    /// First year.
    pub from: Option<Year>,
    /// Last year.
    pub to: Option<Year>,
}

impl ApiQuery for SeriesQuery {
    const KEYS: &'static [&'static str] = &["index", "component", "p", "from", "to"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            index: pairs.take_required("index")?,
            component: pairs.take_parsed("component")?.unwrap_or_default(),
            provinces: pairs.take_list("p")?,
            from: pairs.take_parsed("from")?,
            to: pairs.take_parsed("to")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("index", &self.index);
        writer.push_component(&self.component);
        writer.push_list("p", &self.provinces);
        writer.push_option("from", self.from.as_ref());
        writer.push_option("to", self.to.as_ref());
        writer.finish(&[])
    }
}

/// `GET /provinces/{slug}/profile`; the slug is in the path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ProfileQuery {
    /// The year, the newest complete PCI year by default.
    pub year: Option<Year>,
    /// The rank interval of every total, none by default.
    pub interval: Option<IntervalChoice>,
}

impl ApiQuery for ProfileQuery {
    const KEYS: &'static [&'static str] = &["year", "interval", "points"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            year: pairs.take_parsed("year")?,
            interval: pairs.take_interval()?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push_option("year", self.year.as_ref());
        writer.push_interval(self.interval.as_ref());
        writer.finish(&[])
    }
}

/// `GET /matrix`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MatrixQuery {
    /// The index.
    pub index: IndexId,
    /// The year, the one the index opens on by default.
    pub year: Option<Year>,
    /// The provinces, all by default.
    pub provinces: Vec<ProvinceSlug>,
}

impl ApiQuery for MatrixQuery {
    const KEYS: &'static [&'static str] = &["index", "year", "p"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            index: pairs.take_required("index")?,
            year: pairs.take_parsed("year")?,
            provinces: pairs.take_list("p")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("index", &self.index);
        writer.push_option("year", self.year.as_ref());
        writer.push_list("p", &self.provinces);
        writer.finish(&[])
    }
}

/// `GET /observations`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ObservationQuery {
    /// The index; without it the answer would be the whole dataset.
    pub index: Option<IndexId>,
    /// One component.
    pub component: Option<ComponentId>,
    /// One province.
    pub province: Option<ProvinceSlug>,
    /// One year.
    pub year: Option<Year>,
}

impl ApiQuery for ObservationQuery {
    const KEYS: &'static [&'static str] = &["index", "component", "province", "year"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            index: pairs.take_parsed("index")?,
            component: pairs.take_parsed("component")?,
            province: pairs.take_parsed("province")?,
            year: pairs.take_parsed("year")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push_option("index", self.index.as_ref());
        writer.push_option("component", self.component.as_ref());
        writer.push_option("province", self.province.as_ref());
        writer.push_option("year", self.year.as_ref());
        writer.finish(&[])
    }
}

/// `GET /changes`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChangesQuery {
    /// The index.
    pub index: IndexId,
    /// The province.
    pub province: ProvinceSlug,
    /// The earlier year, the nearest one before `to` with a total by default.
    pub from: Option<Year>,
    /// The later year, the newest one with a total by default.
    pub to: Option<Year>,
}

impl ApiQuery for ChangesQuery {
    const KEYS: &'static [&'static str] = &["index", "province", "from", "to"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            index: pairs.take_required("index")?,
            province: pairs.take_required("province")?,
            from: pairs.take_parsed("from")?,
            to: pairs.take_parsed("to")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("index", &self.index);
        writer.push("province", &self.province);
        writer.push_option("from", self.from.as_ref());
        writer.push_option("to", self.to.as_ref());
        writer.finish(&[])
    }
}

/// How many falls in a row, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreakLength(pub u16);

impl Default for StreakLength {
    fn default() -> Self {
        Self(2)
    }
}

impl std::fmt::Display for StreakLength {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for StreakLength {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse::<u16>() {
            Ok(length) if (1..=20).contains(&length) => Ok(Self(length)),
            _ => Err(IdentifierError {
                value: text.to_owned(),
                expected: STREAK_EXPECTED,
            }),
        }
    }
}

/// `GET /declines`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeclinesQuery {
    /// The index.
    pub index: IndexId,
    /// The year in which runs end, the newest one with a complete component table by default.
    pub until: Option<Year>,
    /// The shortest run that is listed.
    pub streak: StreakLength,
    /// Limits the rows to one province.
    pub province: Option<ProvinceSlug>,
    /// Limits the rows to one region.
    pub region: Option<RegionId>,
}

impl ApiQuery for DeclinesQuery {
    const KEYS: &'static [&'static str] = &["index", "until", "streak", "province", "region"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            index: pairs.take_required("index")?,
            until: pairs.take_parsed("until")?,
            streak: pairs.take_parsed("streak")?.unwrap_or_default(),
            province: pairs.take_parsed("province")?,
            region: pairs.take_parsed("region")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("index", &self.index);
        writer.push_option("until", self.until.as_ref());
        if self.streak != StreakLength::default() {
            writer.push("streak", &self.streak);
        }
        writer.push_option("province", self.province.as_ref());
        writer.push_option("region", self.region.as_ref());
        writer.finish(&[])
    }
}

/// `GET /movers`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MoversQuery {
    /// The index.
    pub index: IndexId,
    /// The component, the total by default.
    pub component: ComponentId,
    /// The earlier year, the nearest one before `to` with figures by default.
    pub from: Option<Year>,
    /// The later year, the one the component opens on by default.
    pub to: Option<Year>,
    /// Limits rows and counts to one region; n and ranks stay national.
    pub region: Option<RegionId>,
}

impl ApiQuery for MoversQuery {
    const KEYS: &'static [&'static str] = &["index", "component", "from", "to", "region"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            index: pairs.take_required("index")?,
            component: pairs.take_parsed("component")?.unwrap_or_default(),
            from: pairs.take_parsed("from")?,
            to: pairs.take_parsed("to")?,
            region: pairs.take_parsed("region")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("index", &self.index);
        writer.push_component(&self.component);
        writer.push_option("from", self.from.as_ref());
        writer.push_option("to", self.to.as_ref());
        writer.push_option("region", self.region.as_ref());
        writer.finish(&[])
    }
}

/// `GET /scatter`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ScatterQuery {
    /// What the horizontal axis shows.
    pub x: Indicator,
    /// What the vertical axis shows.
    pub y: Indicator,
    /// The year of the horizontal axis; without either year one that suits both, without this one that of the other axis.
    pub x_year: Option<Year>,
    /// The year of the vertical axis.
    pub y_year: Option<Year>,
    /// Limits the points, and what is told of them, to one region.
    pub region: Option<RegionId>,
}

impl ApiQuery for ScatterQuery {
    const KEYS: &'static [&'static str] = &["x", "y", "year", "x_year", "y_year", "region"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        let x = pairs.take_required("x")?;
        let y = pairs.take_required("y")?;
        let year = pairs.take_parsed("year")?;
        Ok(Self {
            x,
            y,
            x_year: pairs.take_parsed("x_year")?.or(year),
            y_year: pairs.take_parsed("y_year")?.or(year),
            region: pairs.take_parsed("region")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("x", &self.x);
        writer.push("y", &self.y);
        if self.x_year == self.y_year {
            writer.push_option("year", self.x_year.as_ref());
        } else {
            writer.push_option("x_year", self.x_year.as_ref());
            writer.push_option("y_year", self.y_year.as_ref());
        }
        writer.push_option("region", self.region.as_ref());
        writer.finish(&[])
    }
}

/// `GET /regions`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RegionsQuery {
    /// The index.
    pub index: IndexId,
    /// The component, the total by default.
    pub component: ComponentId,
    /// First year.
    pub from: Option<Year>,
    /// Last year.
    pub to: Option<Year>,
}

impl ApiQuery for RegionsQuery {
    const KEYS: &'static [&'static str] = &["index", "component", "from", "to"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            index: pairs.take_required("index")?,
            component: pairs.take_parsed("component")?.unwrap_or_default(),
            from: pairs.take_parsed("from")?,
            to: pairs.take_parsed("to")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("index", &self.index);
        writer.push_component(&self.component);
        writer.push_option("from", self.from.as_ref());
        writer.push_option("to", self.to.as_ref());
        writer.finish(&[])
    }
}

/// A query without keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NoQuery;

impl ApiQuery for NoQuery {
    const KEYS: &'static [&'static str] = &[];

    fn take_from(_pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self)
    }

    fn to_query_string(&self) -> String {
        String::new()
    }
}

/// `GET /provinces`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ProvinceListQuery {
    /// The list of units, the 63 by default.
    pub borders: Option<Borders>,
}

impl ApiQuery for ProvinceListQuery {
    const KEYS: &'static [&'static str] = &["borders"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self {
            borders: pairs.take_parsed("borders")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push_option("borders", self.borders.as_ref());
        writer.finish(&[])
    }
}

/// Which side of a figure is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// The chart.
    #[default]
    Chart,
    /// The table behind it.
    Table,
    /// The map.
    Map,
}

impl Tab {
    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Table => "table",
            Self::Map => "map",
        }
    }
}

impl std::fmt::Display for Tab {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Tab {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "chart" => Ok(Self::Chart),
            "table" => Ok(Self::Table),
            "map" => Ok(Self::Map),
            other => Err(IdentifierError {
                value: other.to_owned(),
                expected: TAB_EXPECTED,
            }),
        }
    }
}

/// A span of years, both ends included: `2018..2022`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearRange {
    /// First year.
    pub from: Year,
    /// Last year, not before the first.
    pub to: Year,
}

impl std::fmt::Display for YearRange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}..{}", self.from, self.to)
    }
}

impl FromStr for YearRange {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || IdentifierError {
            value: text.to_owned(),
            expected: RANGE_EXPECTED,
        };
        let (from, to) = text.split_once("..").ok_or_else(error)?;
        let range = Self {
            from: from.parse().map_err(|_| error())?,
            to: to.parse().map_err(|_| error())?,
        };
        if range.from <= range.to {
            Ok(range)
        } else {
            Err(error())
        }
    }
}

/// How the league table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By rank, best first; units without rank by score, then by name.
    #[default]
    Rank,
    /// By name.
    Name,
    /// By places won.
    Change,
    /// By region, then by rank.
    Region,
    /// By what a decline costs, dearest first.
    Cost,
    /// By points won.
    Points,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 6] = [
        Self::Rank,
        Self::Name,
        Self::Change,
        Self::Region,
        Self::Cost,
        Self::Points,
    ];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Name => "name",
            Self::Change => "change",
            Self::Region => "region",
            Self::Cost => "cost",
            Self::Points => "points",
        }
    }
}

impl std::fmt::Display for Sort {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Sort {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|sort| sort.as_str() == text)
            .ok_or_else(|| IdentifierError {
                value: text.to_owned(),
                expected: "one of rank, name, change, region, cost, points",
            })
    }
}

/// A change of a component in ten-thousandths of a point: the finest that is shown anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointsChange(pub i32);

impl PointsChange {
    /// The nearest one; `None` for what is no number or larger than any scale.
    pub fn from_points(points: f64) -> Option<Self> {
        let units = (points * 1e4).round();
        #[expect(clippy::cast_possible_truncation, reason = "within a million, checked before")]
        (units.abs() <= 1e6).then_some(Self(units as i32))
    }

    /// In points.
    pub fn points(self) -> f64 {
        f64::from(self.0) / 1e4
    }
}

impl std::fmt::Display for PointsChange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.points().fmt(formatter)
    }
}

impl FromStr for PointsChange {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<f64>()
            .ok()
            .and_then(Self::from_points)
            .ok_or_else(|| IdentifierError {
                value: text.to_owned(),
                expected: POINTS_EXPECTED,
            })
    }
}

/// The state of a page, all of it in its address. Every page knows every key; a page uses those it shows.
///
/// Values of a wrong form count as absent on a page (a reader with an old link still gets the page) and are named in
/// [`PageQuery::unread`]; keys that no page knows are kept in [`PageQuery::rest`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PageQuery {
    /// `p`: provinces, highlighted or compared.
    pub provinces: Vec<ProvinceSlug>,
    /// `i`: index.
    pub index: Option<IndexId>,
    /// `c`: component.
    pub component: Option<ComponentId>,
    /// `y`: one year.
    pub year: Option<Year>,
    /// `y`: a span of years.
    pub years: Option<YearRange>,
    /// `r`: region.
    pub region: Option<RegionId>,
    /// `tab`: chart, table or map.
    pub tab: Option<Tab>,
    /// `sort`: order of the table.
    pub sort: Option<Sort>,
    /// `q`: text of a search.
    pub search: Option<String>,
    /// `streak`: the shortest run of falls that is listed.
    pub streak: Option<StreakLength>,
    /// `d`: changed components, `support:0.5~labor:0.2`; a form may send each as `d.support=0.5`. None is 0.
    pub changes: BTreeMap<ComponentId, PointsChange>,
    /// `target`: the rank to reach.
    pub target: Option<u16>,
    /// `total`: the total to reach, in points.
    pub total: Option<PointsChange>,
    /// `u`: usual yearly changes in place of the observed ones, written like `d`. All are above 0.
    pub usual_changes: BTreeMap<ComponentId, PointsChange>,
    /// `drift`: the others go on as last year.
    pub drift: bool,
    /// `interval`: the rank interval that is shown.
    pub interval: Option<IntervalKind>,
    /// `points`: how far the own score varies in an interval of that kind.
    pub points: Option<PointsChange>,
    /// `x`: what the horizontal axis of a scatter shows; its year is `y`.
    pub x: Option<Indicator>,
    /// `vs`: what it is set against on the vertical axis.
    pub versus: Option<Indicator>,
    /// `vs_y`: the year of the vertical axis where it differs.
    pub versus_year: Option<Year>,
    /// Keys that no page knows, in order.
    pub rest: Vec<(String, String)>,
    /// Keys of a page whose values could not be read, in order. They are not part of the address any more.
    pub unread: Vec<(String, String)>,
}

/// The components of a list such as `support:0.5~labor:0.2`, and whether all of it was read.
fn parse_changes(list: &str, into: &mut BTreeMap<ComponentId, PointsChange>) -> bool {
    let mut whole = true;
    for part in list.split(LIST_SEPARATOR) {
        let parsed = part
            .split_once(':')
            .and_then(|(component, change)| Some((component.parse().ok()?, change.parse().ok()?)));
        whole &= parsed.is_some();
        into.extend(parsed);
    }
    whole
}

fn join_changes(changes: &BTreeMap<ComponentId, PointsChange>) -> Vec<String> {
    changes
        .iter()
        .map(|(component, change)| format!("{component}:{change}"))
        .collect()
}

/// Reads a value; an old one is overwritten, and a value of a wrong form leaves none.
fn read<T: FromStr>(into: &mut Option<T>, value: &str) -> bool {
    *into = value.parse().ok();
    into.is_some()
}

impl PageQuery {
    /// Reads the query string of a page; never fails.
    pub fn parse(query: &str) -> Self {
        let mut page = Self::default();
        for (key, value) in QueryPairs::parse(query).0 {
            if value.is_empty() {
                continue;
            }
            let is_read = match key.as_str() {
                // Several `p` (checkboxes of a form) add up.
                "p" => {
                    let before = page.provinces.len();
                    page.provinces
                        .extend(value.split(LIST_SEPARATOR).filter_map(|part| part.parse().ok()));
                    page.provinces.len() - before == value.split(LIST_SEPARATOR).count()
                }
                "i" => read(&mut page.index, &value),
                "c" => read(&mut page.component, &value),
                "y" => page.take_years(&value),
                "r" => read(&mut page.region, &value),
                "interval" => read(&mut page.interval, &value),
                "points" => read(&mut page.points, &value),
                "tab" => read(&mut page.tab, &value),
                "sort" => read(&mut page.sort, &value),
                "q" => read(&mut page.search, &value),
                "streak" => read(&mut page.streak, &value),
                "d" => parse_changes(&value, &mut page.changes),
                "u" => parse_changes(&value, &mut page.usual_changes),
                "target" => read(&mut page.target, &value),
                "x" => read(&mut page.x, &value),
                "vs" => read(&mut page.versus, &value),
                "vs_y" => read(&mut page.versus_year, &value),
                "total" => read(&mut page.total, &value),
                "drift" => {
                    page.drift = value == "1";
                    page.drift
                }
                _ => match (key.strip_prefix("d."), key.strip_prefix("u.")) {
                    (Some(component), _) => parse_changes(&format!("{component}:{value}"), &mut page.changes),
                    (_, Some(component)) => parse_changes(&format!("{component}:{value}"), &mut page.usual_changes),
                    (None, None) => {
                        page.rest.push((key.clone(), value.clone()));
                        true
                    }
                },
            };
            if !is_read {
                page.unread.push((key, value));
            }
        }
        let mut seen = std::collections::HashSet::new();
        page.provinces.retain(|province| seen.insert(province.clone()));
        page.changes.retain(|_, change| change.0 != 0);
        page.usual_changes.retain(|_, change| change.0 > 0);
        page.points = page
            .points
            .filter(|points| points.0 > 0 && page.interval == Some(IntervalKind::Perturbation));
        page
    }

    /// Reads a year or a span of years, and tells whether it is one. Two years (two fields of a form) are the ends of a
    /// span, in either order.
    fn take_years(&mut self, value: &str) -> bool {
        let year: Option<Year> = value.parse().ok();
        (self.year, self.years) = match (self.year, year) {
            (Some(one), Some(other)) if one != other => {
                let years = YearRange {
                    from: one.min(other),
                    to: one.max(other),
                };
                (None, Some(years))
            }
            _ => (year, value.parse().ok()),
        };
        year.is_some() || self.years.is_some()
    }

    /// The query string, without question mark; empty when everything is at its default.
    pub fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push_option("x", self.x.as_ref());
        writer.push_option("vs", self.versus.as_ref());
        writer.push_option("i", self.index.as_ref());
        writer.push_option("c", self.component.as_ref().filter(|component| !component.is_overall()));
        match (self.year, self.years) {
            (Some(year), _) => writer.push("y", &year),
            (None, Some(years)) => writer.push("y", &years),
            (None, None) => {}
        }
        writer.push_option("vs_y", self.versus_year.as_ref());
        writer.push_list("p", &self.provinces);
        writer.push_option("r", self.region.as_ref());
        writer.push_option("tab", self.tab.filter(|tab| *tab != Tab::Chart).as_ref());
        writer.push_option("sort", self.sort.filter(|sort| *sort != Sort::Rank).as_ref());
        writer.push_option("q", self.search.as_ref());
        writer.push_option(
            "streak",
            self.streak.filter(|streak| *streak != StreakLength::default()).as_ref(),
        );
        writer.push_list("d", &join_changes(&self.changes));
        writer.push_list("u", &join_changes(&self.usual_changes));
        writer.push_option("target", self.target.as_ref());
        writer.push_option("total", self.total.as_ref());
        writer.push_option("drift", self.drift.then_some(1).as_ref());
        writer.push_interval(self.interval_choice().as_ref());
        writer.finish(&self.rest)
    }

    /// The same as names and values, for the hidden fields of a form.
    pub fn fields(&self) -> Vec<(String, String)> {
        QueryPairs::parse(&self.to_query_string()).0
    }

    /// The rank interval that is shown.
    pub fn interval_choice(&self) -> Option<IntervalChoice> {
        self.interval.map(|kind| IntervalChoice {
            kind,
            points: self.points.filter(|_| kind == IntervalKind::Perturbation),
        })
    }

    /// An address: path and, where not empty, the query.
    pub fn address(&self, path: &str) -> String {
        let query = self.to_query_string();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        }
    }
}

/// `GET /page`: the page of the site whose content is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SitePageQuery {
    /// Path and query of the page, such as `/vi/index/pci?y=2021`.
    pub address: String,
}

impl SitePageQuery {
    /// Path and query string, without the question mark between them.
    pub fn parts(&self) -> (&str, &str) {
        self.address.split_once('?').unwrap_or((&self.address, ""))
    }
}

impl ApiQuery for SitePageQuery {
    const KEYS: &'static [&'static str] = &["address"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        let address = pairs.take("address")?.ok_or(QueryError::Missing { name: "address" })?;
        if address.starts_with('/') {
            Ok(Self { address })
        } else {
            Err(QueryError::Malformed {
                name: "address",
                value: address,
                expected: ADDRESS_EXPECTED,
            })
        }
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("address", &self.address);
        writer.finish(&[])
    }
}

/// The charts that have an address under `/figures/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    /// Choropleth of the provinces.
    Map,
    /// Ranked dots or bars of all provinces.
    League,
    /// Distribution by region.
    Distribution,
    /// Ranks over the years.
    Bump,
    /// Provinces × components.
    Heatmap,
    /// Scores over the years.
    Line,
    /// Components of one province as dumbbells: the year and the year before, against medians and best.
    Profile,
    /// Components of several provinces side by side.
    Comparison,
    /// What the change of a total is made of.
    Waterfall,
    /// The longest runs of falls as small lines.
    Multiples,
    /// Ranks of two years, a line per province.
    Slope,
    /// Best and worst ranks of all provinces.
    Interval,
    /// One figure set against another, province by province.
    Scatter,
    /// Regional medians over the years.
    Regions,
}

impl ChartKind {
    /// All charts.
    pub const ALL: [Self; 14] = [
        Self::Map,
        Self::League,
        Self::Distribution,
        Self::Bump,
        Self::Heatmap,
        Self::Line,
        Self::Profile,
        Self::Comparison,
        Self::Waterfall,
        Self::Multiples,
        Self::Slope,
        Self::Interval,
        Self::Scatter,
        Self::Regions,
    ];

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::League => "league",
            Self::Distribution => "distribution",
            Self::Bump => "bump",
            Self::Heatmap => "heatmap",
            Self::Line => "line",
            Self::Profile => "profile",
            Self::Comparison => "comparison",
            Self::Waterfall => "waterfall",
            Self::Multiples => "multiples",
            Self::Slope => "slope",
            Self::Interval => "interval",
            Self::Scatter => "scatter",
            Self::Regions => "regions",
        }
    }
}

impl std::fmt::Display for ChartKind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for ChartKind {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|chart| chart.as_str() == text)
            .ok_or_else(|| IdentifierError {
                value: text.to_owned(),
                expected: "one of map, league, distribution, bump, heatmap, line, profile, comparison, waterfall, multiples, slope, interval, scatter, regions",
            })
    }
}

/// Width class of a figure; heights follow from chart and class, so that the cache of figures stays small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureWidth {
    /// 360 px: a telephone.
    Narrow,
    /// 720 px: half a page, an article column.
    #[default]
    Medium,
    /// 1120 px: a whole page.
    Wide,
}

impl FigureWidth {
    /// All widths, narrowest first.
    pub const ALL: [Self; 3] = [Self::Narrow, Self::Medium, Self::Wide];

    /// The width in CSS pixels.
    pub const fn pixels(self) -> u16 {
        match self {
            Self::Narrow => 360,
            Self::Medium => 720,
            Self::Wide => 1120,
        }
    }

    /// The widest class that fits a space.
    pub fn fitting(pixels: f64) -> Self {
        Self::ALL
            .into_iter()
            .rev()
            .find(|width| f64::from(width.pixels()) <= pixels)
            .unwrap_or(Self::Narrow)
    }
}

impl FromStr for FigureWidth {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|width| width.pixels().to_string() == text)
            .ok_or_else(|| IdentifierError {
                value: text.to_owned(),
                expected: "one of 360, 720, 1120",
            })
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// Dark ink on a light ground.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
}

impl Theme {
    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl FromStr for Theme {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "light" => Ok(Self::Light),
            "dark" => Ok(Self::Dark),
            other => Err(IdentifierError {
                value: other.to_owned(),
                expected: "light or dark",
            }),
        }
    }
}

/// `GET /figures/{chart}.svg`: what is drawn and how. The chart is in the path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FigureQuery {
    /// The index.
    pub index: IndexId,
    /// The component, the total by default.
    pub component: ComponentId,
    /// The year, the one the index opens on by default.
    pub year: Option<Year>,
    /// The provinces: highlighted (league, map, bump, heat map, slope), compared (line, comparison), or the first one alone
    /// (profile, waterfall, multiples).
    pub provinces: Vec<ProvinceSlug>,
    /// Limits the chart to one region.
    pub region: Option<RegionId>,
    /// First year of charts over time.
    pub from: Option<Year>,
    /// Last year of charts over time.
    pub to: Option<Year>,
    /// The shortest run of falls that is drawn.
    pub streak: StreakLength,
    /// The rank interval that is drawn.
    pub interval: Option<IntervalChoice>,
    /// What a scatter shows on its vertical axis; the horizontal one shows `component` of `index` in `year`.
    pub y: Option<Indicator>,
    /// The year of the vertical axis where it differs.
    pub y_year: Option<Year>,
    /// Language of the labels.
    pub language: Language,
    /// Width class.
    pub width: FigureWidth,
    /// Light or dark.
    pub theme: Theme,
}

impl FigureQuery {
    /// A figure of an index with everything else at its default.
    pub fn new(index: IndexId, language: Language) -> Self {
        Self {
            index,
            component: ComponentId::overall(),
            year: None,
            provinces: Vec::new(),
            region: None,
            from: None,
            to: None,
            streak: StreakLength::default(),
            interval: None,
            y: None,
            y_year: None,
            language,
            width: FigureWidth::default(),
            theme: Theme::default(),
        }
    }
}

impl FigureQuery {
    /// The query string without width and theme: what is drawn, for a place where whoever draws chooses its form.
    pub fn subject_query_string(&self) -> String {
        self.write_subject().finish(&[])
    }

    fn write_subject(&self) -> QueryWriter {
        let mut writer = QueryWriter::default();
        writer.push("index", &self.index);
        writer.push_component(&self.component);
        writer.push_option("year", self.year.as_ref());
        writer.push_list("p", &self.provinces);
        writer.push_option("region", self.region.as_ref());
        writer.push_option("from", self.from.as_ref());
        writer.push_option("to", self.to.as_ref());
        if self.streak != StreakLength::default() {
            writer.push("streak", &self.streak);
        }
        writer.push_interval(self.interval.as_ref());
        writer.push_option("y", self.y.as_ref());
        writer.push_option("y_year", self.y_year.as_ref());
        writer.push("lang", &self.language);
        writer
    }
}

impl ApiQuery for FigureQuery {
    const KEYS: &'static [&'static str] = &[
        "index",
        "component",
        "year",
        "p",
        "region",
        "from",
        "to",
        "streak",
        "interval",
        "points",
        "y",
        "y_year",
        "lang",
        "w",
        "theme",
    ];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        let language = match pairs.take("lang")? {
            None => Language::default(),
            Some(tag) => tag.parse().map_err(|_| QueryError::Malformed {
                name: "lang",
                value: tag,
                expected: "vi or en",
            })?,
        };
        Ok(Self {
            index: pairs.take_required("index")?,
            component: pairs.take_parsed("component")?.unwrap_or_default(),
            year: pairs.take_parsed("year")?,
            provinces: pairs.take_list("p")?,
            region: pairs.take_parsed("region")?,
            from: pairs.take_parsed("from")?,
            to: pairs.take_parsed("to")?,
            streak: pairs.take_parsed("streak")?.unwrap_or_default(),
            interval: pairs.take_interval()?,
            y: pairs.take_parsed("y")?,
            y_year: pairs.take_parsed("y_year")?,
            language,
            width: pairs.take_parsed("w")?.unwrap_or_default(),
            theme: pairs.take_parsed("theme")?.unwrap_or_default(),
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = self.write_subject();
        writer.push("w", &self.width.pixels());
        if self.theme != Theme::Light {
            writer.push("theme", &self.theme.as_str());
        }
        writer.finish(&[])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_ranking_query_reads_what_it_writes() {
        let query = RankingQuery::parse("index=pci&component=transparency&year=2021&region=md").unwrap();
        assert_eq!(
            query.to_query_string(),
            "index=pci&component=transparency&year=2021&region=md"
        );
    }

    #[test]
    fn defaults_are_left_out() {
        let query = RankingQuery::parse("index=pci&component=overall").unwrap();
        assert_eq!(query.to_query_string(), "index=pci");
    }

    #[test]
    fn an_unknown_key_names_the_allowed_ones() {
        let error = RankingQuery::parse("index=pci&yaer=2021").unwrap_err();
        assert!(matches!(&error, QueryError::Unknown { name, allowed } if name == "yaer" && allowed.contains(&"year")));
        let problem = error.into_problem(Language::Vi);
        assert_eq!(problem.status, 400);
        assert!(problem.detail.contains("yaer") && problem.detail.contains("year"));
    }

    #[test]
    fn a_repeated_key_is_refused() {
        let error = RankingQuery::parse("index=pci&year=2020&year=2021").unwrap_err();
        assert_eq!(
            error,
            QueryError::Repeated {
                name: "year".to_owned()
            }
        );
    }

    #[test]
    fn a_missing_index_is_named() {
        assert_eq!(
            RankingQuery::parse("year=2020").unwrap_err(),
            QueryError::Missing { name: "index" }
        );
    }

    #[test]
    fn a_year_that_is_none_is_malformed() {
        for value in ["20", "abcd", "02021", "-2021", "1e3"] {
            let error = RankingQuery::parse(&format!("index=pci&year={value}")).unwrap_err();
            assert!(matches!(error, QueryError::Malformed { name: "year", .. }), "{value}");
        }
    }

    /// A state without what could not be read.
    fn as_read(page: PageQuery) -> PageQuery {
        PageQuery {
            unread: Vec::new(),
            ..page
        }
    }

    #[test]
    fn a_page_keeps_unknown_keys_and_ignores_bad_values() {
        let page = PageQuery::parse("y=never&utm=x&p=hau-giang~can-tho&tab=table");
        assert_eq!(page.year, None);
        assert_eq!(page.unread, [("y".to_owned(), "never".to_owned())]);
        assert_eq!(page.to_query_string(), "p=hau-giang~can-tho&tab=table&utm=x");
    }

    #[test]
    fn changed_components_are_read_from_a_list_and_from_fields_of_a_form() {
        let page = PageQuery::parse(
            "d=support:0.5~labor:-0.2~nothing~x:y&target=30&drift=1&d.1.1=0&d.entry=0.25&u.labor=0.4&u.land=-1",
        );
        assert_eq!(
            page.to_query_string(),
            "d=entry:0.25~labor:-0.2~support:0.5&u=labor:0.4&target=30&drift=1"
        );
        assert_eq!(page.unread.len(), 1);
        assert_eq!(PageQuery::parse(&page.to_query_string()), as_read(page));
        assert_eq!(
            PageQuery::parse("d=support:inf~labor:1e99&streak=0").to_query_string(),
            ""
        );
    }

    #[test]
    fn two_year_fields_of_a_form_are_the_ends_of_a_span() {
        for query in ["y=2018&y=2022", "y=2022&y=2018", "y=2018..2022"] {
            assert_eq!(PageQuery::parse(query).to_query_string(), "y=2018..2022", "{query}");
        }
        assert_eq!(PageQuery::parse("y=2022&y=2022").to_query_string(), "y=2022");
        assert_eq!(PageQuery::parse("y=2022&y=").to_query_string(), "y=2022");
    }

    #[test]
    fn an_interval_is_read_with_its_points() {
        let query = RankingQuery::parse("index=pci&year=2019&points=0.50&interval=perturbation").unwrap();
        assert_eq!(
            query.to_query_string(),
            "index=pci&year=2019&interval=perturbation&points=0.5"
        );
        let query = FigureQuery::parse("index=papi&interval=sampling").unwrap();
        assert_eq!(query.to_query_string(), "index=papi&interval=sampling&lang=vi&w=720");
    }

    #[test]
    fn points_of_another_interval_are_refused() {
        for text in ["points=1", "interval=weights&points=1"] {
            let error = ProfileQuery::parse(text).unwrap_err();
            assert!(matches!(error, QueryError::Misplaced { name: "points", .. }), "{text}");
        }
        let error = ProfileQuery::parse("interval=bootstrap").unwrap_err();
        let problem = error.into_problem(Language::Vi);
        assert!(
            problem
                .detail
                .contains("một trong rounding, perturbation, weights, sampling")
        );
    }

    #[test]
    fn a_page_drops_points_that_mean_nothing() {
        assert_eq!(
            PageQuery::parse("interval=weights&points=1").to_query_string(),
            "interval=weights"
        );
        assert_eq!(
            PageQuery::parse("interval=perturbation&points=-1").to_query_string(),
            "interval=perturbation"
        );
        assert_eq!(
            PageQuery::parse("interval=perturbation&points=0.5").to_query_string(),
            "interval=perturbation&points=0.5"
        );
    }

    #[test]
    fn one_year_of_a_scatter_stands_for_both_axes() {
        let query = ScatterQuery::parse("x=pci.overall&y=papi.d4&x_year=2021&y_year=2021").unwrap();
        assert_eq!(query.to_query_string(), "x=pci&y=papi.d4&year=2021");
        assert_eq!(ScatterQuery::parse(&query.to_query_string()), Ok(query));
        let query = ScatterQuery::parse("x=pci&y=papi.1.1&year=2021&y_year=2020&region=md").unwrap();
        assert_eq!(
            query.to_query_string(),
            "x=pci&y=papi.1.1&x_year=2021&y_year=2020&region=md"
        );
        assert_eq!(
            ScatterQuery::parse("x=pci").unwrap_err(),
            QueryError::Missing { name: "y" }
        );
        let problem = ScatterQuery::parse("x=gdp&y=pci")
            .unwrap_err()
            .into_problem(Language::Vi);
        assert_eq!((problem.status, problem.code), (404, ProblemCode::UnknownIndex));
    }

    #[test]
    fn several_province_fields_of_a_form_add_up_once() {
        let page = PageQuery::parse("p=hau-giang&p=can-tho&p=hau-giang");
        assert_eq!(page.to_query_string(), "p=hau-giang~can-tho");
    }

    proptest! {
        #[test]
        fn any_page_state_survives_its_address(
            year in proptest::option::of(2005_u16..2025),
            index in proptest::option::of(0_usize..4),
            provinces in proptest::collection::hash_set("[a-z]{1,6}(-[a-z]{1,5})?", 0..5),
            tab in 0_u8..3,
            search in proptest::option::of("\\PC{1,12}"),
            versus in proptest::option::of((0_usize..4, "[a-z0-9]{1,6}(\\.[0-9]{1,2})?")),
        ) {
            let page = PageQuery {
                provinces: provinces.iter().map(|slug| slug.parse().unwrap()).collect(),
                index: index.map(|position| IndexId::ALL[position]),
                year: year.map(Year),
                tab: [None, Some(Tab::Table), Some(Tab::Map)][usize::from(tab)],
                search,
                versus: versus.map(|(position, component)| Indicator {
                    index: IndexId::ALL[position],
                    component: component.parse().unwrap(),
                }),
                ..PageQuery::default()
            };
            prop_assert_eq!(PageQuery::parse(&page.to_query_string()), page);
        }

        #[test]
        fn no_query_string_makes_a_page_fail(query in "\\PC{0,80}") {
            let page = PageQuery::parse(&query);
            prop_assert_eq!(PageQuery::parse(&page.to_query_string()), as_read(page));
        }
    }
}
