//! What a question can run into, said in both languages with what is there instead.

mod words;
mod words_en;
mod words_vi;

use crate::{
    Borders, ComponentId, IndexId, IndicatorId, Language, Problem, ProblemCode, ProvinceSlug, RegionId, Year,
    domain::{IntervalKind, Reason},
    engine::catalog::{Catalog, IndexCatalog, NotHereYet, Table, UnitList},
};

/// An axis of a scatter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Horizontal.
    X,
    /// Vertical.
    Y,
}

/// Something asked for that is not on record, or must not be handed out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LookupError {
    /// No such index.
    #[error("unknown index {0:?}")]
    UnknownIndex(String),
    /// No such component of the index.
    #[error("unknown component {component} of {index}")]
    UnknownComponent {
        /// The index.
        index: IndexId,
        /// What was asked for.
        component: ComponentId,
        /// What exists.
        allowed: Vec<ComponentId>,
    },
    /// An index without indicators below its components.
    #[error("{index} has no indicators")]
    NoIndicators {
        /// The index.
        index: IndexId,
    },
    /// No such indicator of the index.
    #[error("unknown indicator {indicator} of {index}")]
    UnknownIndicator {
        /// The index.
        index: IndexId,
        /// What was asked for.
        indicator: IndicatorId,
        /// What exists: those of the component that it names, or else all.
        allowed: Vec<IndicatorId>,
    },
    /// No figures for the year.
    #[error("no figures for {year}")]
    UnknownYear {
        /// What the figures are of; `None` for a province over all indices.
        of: Option<(IndexId, ComponentId)>,
        /// What was asked for.
        year: Year,
        /// What exists.
        allowed: Vec<Year>,
    },
    /// No figures for the list of units in that year.
    #[error("no figures for the {borders} units in {year}")]
    OtherBorders {
        /// What was asked for.
        borders: Borders,
        /// The list the figures are of.
        on_record: Borders,
        /// The year.
        year: Year,
    },
    /// No such unit in the list.
    #[error("unknown province {province:?}")]
    UnknownProvince {
        /// What was asked for.
        province: String,
        /// The list.
        borders: Borders,
        /// The nearest units, with slug and both names.
        nearest: Vec<(ProvinceSlug, String, String)>,
    },
    /// No such region in the list.
    #[error("unknown region {region}")]
    UnknownRegion {
        /// What was asked for.
        region: RegionId,
        /// What exists.
        allowed: Vec<RegionId>,
    },
    /// A span that ends before it begins.
    #[error("the span from {from} to {to} ends before it begins")]
    ReversedSpan {
        /// First year.
        from: Year,
        /// Last year.
        to: Year,
    },
    /// No province has all components of the index on record in any year.
    #[error("no components of {index} are on record")]
    NoComponents {
        /// The index.
        index: IndexId,
    },
    /// A rank interval of a kind that this table has none of.
    #[error("no rank interval of kind {kind}: {}", reason.code)]
    IntervalRefused {
        /// What was asked for.
        kind: IntervalKind,
        /// Why there is none.
        reason: Reason,
        /// The kinds there are.
        applies: Vec<IntervalKind>,
    },
    /// Points up and down that make no sense on the scale.
    #[error("{points} points are not between 0 and {maximum}")]
    IntervalPoints {
        /// What was asked for.
        points: String,
        /// The width of the scale.
        maximum: String,
    },
    /// What one axis of a scatter asks for is not there.
    #[error("axis {axis:?}: {cause}")]
    OnAxis {
        /// The axis.
        axis: Axis,
        /// What is not there.
        cause: Box<Self>,
    },
    /// Two years that are set against each other have different lists of units.
    #[error("{} and {} have different lists of units", years[0], years[1])]
    DifferentUnits {
        /// The parameters that name the years.
        parameters: [&'static str; 2],
        /// The years.
        years: [Year; 2],
    },
    /// A selection that is wider than the publisher's terms allow.
    #[error("redistribution is restricted")]
    RedistributionRestricted {
        /// The index, where one was named.
        index: Option<IndexId>,
    },
    /// An index that is not here yet: its dataset has to come first. Not on the server, which holds all.
    #[error(transparent)]
    NotHereYet(#[from] NotHereYet),
    /// A selection with more rows than one answer may hold.
    #[error("{rows} rows are more than one answer holds")]
    TooManyRows {
        /// How many there are.
        rows: usize,
        /// How many are allowed.
        maximum: usize,
    },
}

impl LookupError {
    pub(crate) fn unknown_component(index: &IndexCatalog, component: &ComponentId) -> Self {
        Self::UnknownComponent {
            index: index.id(),
            component: component.clone(),
            allowed: index.info().components.iter().map(|known| known.id.clone()).collect(),
        }
    }

    pub(crate) fn unknown_year(index: &IndexCatalog, component: &ComponentId, year: Year) -> Self {
        Self::UnknownYear {
            of: Some((index.id(), component.clone())),
            year,
            allowed: index.years(component).collect(),
        }
    }

    /// A text that names no unit of a list, with the nearest ones.
    pub fn unknown_province(units: &UnitList, province: &str) -> Self {
        Self::UnknownProvince {
            province: province.to_owned(),
            borders: units.borders(),
            nearest: units
                .nearest(province)
                .into_iter()
                .map(|near| (near.slug.clone(), near.name_vi.clone(), near.name_en.clone()))
                .collect(),
        }
    }

    pub(crate) fn unknown_region(units: &UnitList, region: &RegionId) -> Self {
        Self::UnknownRegion {
            region: region.clone(),
            allowed: units.regions().iter().map(|known| known.id.clone()).collect(),
        }
    }

    pub(crate) fn on_axis(self, axis: Axis) -> Self {
        Self::OnAxis {
            axis,
            cause: Box::new(self),
        }
    }

    /// The stable code of the problem.
    pub fn code(&self) -> ProblemCode {
        match self {
            Self::UnknownIndex(_) => ProblemCode::UnknownIndex,
            Self::UnknownComponent { .. } | Self::UnknownIndicator { .. } | Self::NoIndicators { .. } => {
                ProblemCode::UnknownComponent
            }
            Self::UnknownYear { .. } | Self::OtherBorders { .. } | Self::DifferentUnits { .. } => {
                ProblemCode::UnknownYear
            }
            Self::OnAxis { cause, .. } => cause.code(),
            Self::UnknownProvince { .. } => ProblemCode::UnknownProvince,
            Self::UnknownRegion { .. } => ProblemCode::UnknownRegion,
            Self::ReversedSpan { .. } => ProblemCode::ConflictingParameters,
            Self::NoComponents { .. } => ProblemCode::IncompleteTable,
            Self::IntervalRefused { reason, .. } if reason.code.starts_with("incomplete_") => {
                ProblemCode::IncompleteTable
            }
            Self::IntervalRefused { .. } | Self::IntervalPoints { .. } => ProblemCode::NotApplicable,
            Self::RedistributionRestricted { .. } | Self::TooManyRows { .. } => ProblemCode::RedistributionRestricted,
            Self::NotHereYet(_) => ProblemCode::NotHereYet,
        }
    }

    /// The problem a client is told.
    pub fn into_problem(self, language: Language) -> Problem {
        let detail = match language {
            Language::Vi => self.detail_vi(),
            Language::En => self.detail_en(),
        };
        let problem = Problem::new(self.code(), language, detail);
        match self {
            Self::UnknownIndex(_) | Self::NoComponents { .. } | Self::NoIndicators { .. } => {
                problem.at_parameter("index")
            }
            Self::UnknownIndicator { .. } => problem.at_parameter("indicator"),
            Self::UnknownComponent { .. } => problem.at_parameter("component"),
            Self::UnknownYear { .. } => problem.at_parameter("year"),
            Self::OtherBorders { .. } => problem.at_parameter("borders"),
            Self::UnknownProvince { .. } => problem.at_parameter("province"),
            Self::UnknownRegion { .. } => problem.at_parameter("region"),
            Self::ReversedSpan { .. } => problem.at_parameter("from").at_parameter("to"),
            Self::IntervalRefused { .. } => problem.at_parameter("interval"),
            Self::IntervalPoints { .. } => problem.at_parameter("points"),
            Self::OnAxis { axis, cause } => problem.at_parameter(match (axis, *cause) {
                (Axis::X, Self::UnknownYear { .. }) => "x_year",
                (Axis::Y, Self::UnknownYear { .. }) => "y_year",
                (Axis::X, _) => "x",
                (Axis::Y, _) => "y",
            }),
            Self::DifferentUnits {
                parameters: [one, other],
                ..
            } => problem.at_parameter(one).at_parameter(other),
            Self::RedistributionRestricted { .. } | Self::TooManyRows { .. } | Self::NotHereYet(_) => problem,
        }
    }
}

/// The table a query means: a component that exists, in a year that is on record.
pub(crate) fn table<'a>(
    index: &'a IndexCatalog,
    component: &ComponentId,
    year: Option<Year>,
) -> Result<&'a Table, LookupError> {
    if index.component(component).is_none() {
        return Err(LookupError::unknown_component(index, component));
    }
    let year = match year {
        Some(year) => year,
        // A component is described only where it has a table, so it opens on some year.
        None => index
            .opening_year(component)
            .ok_or_else(|| LookupError::unknown_component(index, component))?,
    };
    index
        .table(component, year)
        .ok_or_else(|| LookupError::unknown_year(index, component, year))
}

/// The table a query means in the list of units that it asks for: of the 34 units in a year of the 63 provinces a back-cast.
pub(crate) fn table_told<'a>(
    index: &'a IndexCatalog,
    component: &ComponentId,
    year: Option<Year>,
    borders: Option<Borders>,
) -> Result<&'a Table, LookupError> {
    let table = table(index, component, year)?;
    let borders = borders.unwrap_or(table.borders);
    index
        .table_told(component, table.year, borders)
        .ok_or(LookupError::OtherBorders {
            borders,
            on_record: table.borders,
            year: table.year,
        })
}

/// The positions of named units, in the order named.
pub(crate) fn positions(units: &UnitList, provinces: &[ProvinceSlug]) -> Result<Vec<usize>, LookupError> {
    let mut positions = Vec::with_capacity(provinces.len());
    for province in provinces {
        let position = units
            .position(province)
            .ok_or_else(|| LookupError::unknown_province(units, province.as_str()))?;
        if !positions.contains(&position) {
            positions.push(position);
        }
    }
    Ok(positions)
}

/// The units that a question about a component is answered in, see [`IndexInfo::borders_asked`].
///
/// [`IndexInfo::borders_asked`]: crate::domain::IndexInfo::borders_asked
pub(crate) fn units_asked<'a>(
    catalog: &'a Catalog,
    index: &IndexCatalog,
    component: &ComponentId,
    borders: Option<Borders>,
    year: Option<Year>,
) -> &'a UnitList {
    catalog.units(index.info().borders_asked(component, borders, year))
}

/// Why a year cannot be answered: its figures are of another list of units than the question, or there are none.
pub(crate) fn missing_year(
    index: &IndexCatalog,
    component: &ComponentId,
    units: &UnitList,
    year: Year,
    allowed: &[Year],
) -> LookupError {
    let on_record = index.borders(year);
    if index.years(component).any(|known| known == year) && on_record != units.borders() {
        return LookupError::OtherBorders {
            borders: units.borders(),
            on_record,
            year,
        };
    }
    LookupError::UnknownYear {
        of: Some((index.id(), component.clone())),
        year,
        allowed: allowed.to_vec(),
    }
}

/// Refuses two years whose figures are of different lists of units: their pair compares nothing.
pub(crate) fn refuse_other_units(
    index: &IndexCatalog,
    from: Option<Year>,
    to: Option<Year>,
) -> Result<(), LookupError> {
    let known = |year: Option<Year>| year.filter(|year| index.info().years.contains(year));
    match known(from).zip(known(to)) {
        Some((from, to)) if index.borders(from) != index.borders(to) => Err(LookupError::DifferentUnits {
            parameters: ["from", "to"],
            years: [from, to],
        }),
        _ => Ok(()),
    }
}
