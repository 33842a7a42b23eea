//! What a question can run into, said in both languages with what is there instead.

use crate::{
    Borders, ComponentId, IndexId, Language, Problem, ProblemCode, ProvinceSlug, RegionId, Year,
    api::{IntervalKind, Reason},
    engine::catalog::{Catalog, IndexCatalog, NotHereYet, Table, UnitList},
    identifier::year_spans,
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
    /// The years of two axes have different lists of units.
    #[error("{x_year} and {y_year} have different lists of units")]
    DifferentUnits {
        /// The year of the horizontal axis.
        x_year: Year,
        /// The year of the vertical axis.
        y_year: Year,
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

fn list<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A kind of rank interval in words, with its value in addresses.
fn kind_words(kind: IntervalKind, language: Language) -> String {
    let words = match kind {
        IntervalKind::Rounding => language.pick("làm tròn", "rounding"),
        IntervalKind::Perturbation => language.pick("± điểm", "± points"),
        IntervalKind::Weights => language.pick("trọng số", "weights"),
        IntervalKind::Sampling => language.pick("lấy mẫu", "sampling"),
    };
    if words == kind.as_str() {
        words.to_owned()
    } else {
        format!("{words} ({kind})")
    }
}

fn kinds(kinds: &[IntervalKind], language: Language) -> String {
    let words: Vec<String> = kinds.iter().map(|kind| kind_words(*kind, language)).collect();
    words.join(", ")
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
            Self::UnknownComponent { .. } => ProblemCode::UnknownComponent,
            Self::UnknownYear { .. } | Self::OtherBorders { .. } | Self::DifferentUnits { .. } => {
                ProblemCode::UnknownYear
            }
            Self::OnAxis { cause, .. } => cause.code(),
            Self::UnknownProvince { .. } => ProblemCode::UnknownProvince,
            Self::UnknownRegion { .. } => ProblemCode::UnknownRegion,
            Self::ReversedSpan { .. } => ProblemCode::MalformedParameter,
            Self::NoComponents { .. } => ProblemCode::IncompleteTable,
            Self::IntervalRefused { reason, .. } if reason.code.starts_with("incomplete_") => {
                ProblemCode::IncompleteTable
            }
            Self::IntervalRefused { .. } => ProblemCode::NotApplicable,
            Self::IntervalPoints { .. } => ProblemCode::InvalidValue,
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
            Self::UnknownIndex(_) | Self::NoComponents { .. } => problem.at_parameter("index"),
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
            Self::DifferentUnits { .. } => problem.at_parameter("x_year").at_parameter("y_year"),
            Self::RedistributionRestricted { .. } | Self::TooManyRows { .. } | Self::NotHereYet(_) => problem,
        }
    }

    fn detail_vi(&self) -> String {
        match self {
            Self::UnknownIndex(index) => format!("Không có chỉ số “{index}”. Các chỉ số: {}.", list(&IndexId::ALL)),
            Self::UnknownComponent {
                index,
                component,
                allowed,
            } => format!(
                "{} không có thành phần “{component}”. Các thành phần: {}.",
                index.short_name(),
                list(allowed)
            ),
            Self::UnknownYear {
                of: Some((index, component)),
                year,
                allowed,
            } => format!(
                "{}, thành phần “{component}”, không có số liệu năm {year}. Các năm có số liệu: {}.",
                index.short_name(),
                year_spans(allowed)
            ),
            Self::UnknownYear {
                of: None,
                year,
                allowed,
            } => {
                format!(
                    "Tỉnh này không có số liệu đến năm {year}. Các năm có số liệu: {}.",
                    year_spans(allowed)
                )
            }
            Self::OtherBorders {
                borders,
                on_record,
                year,
            } => {
                format!(
                    "Số liệu năm {year} theo danh sách {on_record} tỉnh, thành phố, không theo {borders}. Hãy dùng borders={on_record}."
                )
            }
            Self::UnknownProvince {
                province,
                borders,
                nearest,
            } => {
                let near: Vec<String> = nearest.iter().map(|(slug, vi, _)| format!("{slug} ({vi})")).collect();
                format!(
                    "Danh sách {borders} tỉnh, thành phố không có “{province}”. Gần nhất: {}.",
                    near.join(", ")
                )
            }
            Self::UnknownRegion { region, allowed } => {
                format!("Không có vùng “{region}”. Các vùng: {}.", list(allowed))
            }
            Self::ReversedSpan { from, to } => format!("Năm đầu ({from}) không sớm hơn năm cuối ({to})."),
            Self::NoComponents { index } => format!(
                "{}: chưa thu thập được đủ điểm các chỉ số thành phần của tỉnh trong năm nào có bảng điểm tổng đầy đủ, nên không tính được.",
                index.short_name()
            ),
            Self::IntervalRefused { kind, reason, applies } => format!(
                "Không có khoảng hạng theo {} ở đây: {} {}",
                kind_words(*kind, Language::Vi),
                reason.vi,
                if applies.is_empty() {
                    "Bảng này không có loại nào.".to_owned()
                } else {
                    format!("Các loại có ở đây: {}.", kinds(applies, Language::Vi))
                }
            ),
            Self::IntervalPoints { points, maximum } => format!(
                "Mức ± {points} điểm nằm ngoài giới hạn: phải lớn hơn 0 và không quá {maximum}, bề rộng của thang điểm."
            ),
            Self::OnAxis { cause, .. } => cause.detail_vi(),
            Self::DifferentUnits { x_year, y_year } => format!(
                "Năm {x_year} và năm {y_year} theo hai danh sách tỉnh, thành phố khác nhau (63 và 34) nên không đặt cạnh nhau được."
            ),
            Self::RedistributionRestricted { index } => {
                let subject = index.map_or("Bộ dữ liệu", IndexId::short_name);
                format!(
                    "{subject}: quyền đối với toàn bộ bảng thuộc cơ quan công bố, nên mỗi lần chỉ tải được một chỉ số, kèm một tỉnh (province) hoặc một năm và một thành phần (year, component)."
                )
            }
            Self::NotHereYet(missing) => format!("{}: số liệu chưa tải về xong.", missing.index.short_name()),
            Self::TooManyRows { rows, maximum } => {
                format!(
                    "Lựa chọn này có {rows} dòng, vượt quá {maximum} dòng mỗi lần. Hãy chọn thêm năm hoặc thành phần."
                )
            }
        }
    }

    fn detail_en(&self) -> String {
        match self {
            Self::UnknownIndex(index) => {
                format!("There is no index “{index}”. The indices are {}.", list(&IndexId::ALL))
            }
            Self::UnknownComponent {
                index,
                component,
                allowed,
            } => format!(
                "{} has no component “{component}”. Its components are {}.",
                index.short_name(),
                list(allowed)
            ),
            Self::UnknownYear {
                of: Some((index, component)),
                year,
                allowed,
            } => format!(
                "{}, component “{component}”, has no figures for {year}. Years on record: {}.",
                index.short_name(),
                year_spans(allowed)
            ),
            Self::UnknownYear {
                of: None,
                year,
                allowed,
            } => {
                format!(
                    "There are no figures for this province up to {year}. Years on record: {}.",
                    year_spans(allowed)
                )
            }
            Self::OtherBorders {
                borders,
                on_record,
                year,
            } => {
                format!(
                    "The figures of {year} are for the list of {on_record} units, not {borders}. Use borders={on_record}."
                )
            }
            Self::UnknownProvince {
                province,
                borders,
                nearest,
            } => {
                let near: Vec<String> = nearest.iter().map(|(slug, _, en)| format!("{slug} ({en})")).collect();
                format!(
                    "The list of {borders} units has no “{province}”. Nearest: {}.",
                    near.join(", ")
                )
            }
            Self::UnknownRegion { region, allowed } => {
                format!("There is no region “{region}”. The regions are {}.", list(allowed))
            }
            Self::ReversedSpan { from, to } => format!("The first year ({from}) is not before the last ({to})."),
            Self::NoComponents { index } => format!(
                "{}: there is no year with all components of the province and a complete table of totals, so this cannot be computed.",
                index.short_name()
            ),
            Self::IntervalRefused { kind, reason, applies } => format!(
                "There is no rank interval by {} here: {} {}",
                kind_words(*kind, Language::En),
                reason.en,
                if applies.is_empty() {
                    "This table has none of any kind.".to_owned()
                } else {
                    format!("The kinds there are here: {}.", kinds(applies, Language::En))
                }
            ),
            Self::IntervalPoints { points, maximum } => {
                format!(
                    "± {points} points are out of bounds: more than 0 and at most {maximum}, the width of the scale."
                )
            }
            Self::OnAxis { cause, .. } => cause.detail_en(),
            Self::DifferentUnits { x_year, y_year } => format!(
                "The figures of {x_year} and of {y_year} are for different lists of units (63 and 34), so they cannot be set against each other."
            ),
            Self::RedistributionRestricted { index } => {
                let subject = index.map_or("The dataset", IndexId::short_name);
                format!(
                    "{subject}: rights in whole tables stay with the publisher, so one request covers one index together with one province, or with one year and one component."
                )
            }
            Self::NotHereYet(missing) => format!("{}: the figures have not arrived yet.", missing.index.short_name()),
            Self::TooManyRows { rows, maximum } => {
                format!(
                    "This selection has {rows} rows, more than the {maximum} of one answer. Name a year or a component as well."
                )
            }
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

/// The list of units that figures before the editions of 2025 are for.
pub(crate) fn units_of_series(catalog: &Catalog) -> &UnitList {
    catalog.units(Borders::Provinces63)
}
