//! Figures without their page: what an embed and a report show. On the server all are at hand, in the browser the chunk hands a
//! figure out whose pages show it, so that its code stands in one chunk only.

use vithe_shared::{
    Problem,
    query::{ChartKind, FigureQuery},
};

use crate::{
    answers::Answers,
    charts::{
        BumpChart, Chart, ComparisonChart, DistributionChart, HeatmapChart, IndicatorMapChart, IntervalChart,
        LineChart, MapChart, MultiplesChart, ProfileChart, RegionsChart, ScatterChart, SlopeChart, WaterfallChart,
        view_of,
    },
    components::figure::FigureWords,
};

/// Asks for a figure and tells it.
pub(crate) type TellsFigure = fn(ChartKind, &FigureQuery, Answers<'_>) -> Result<FigureWords, Problem>;

/// Whose pages show a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Teller {
    /// National pictures.
    Atlas,
    /// Provinces and regions.
    Places,
    /// What changed, and what could.
    Planner,
    /// What lies below a total.
    Indicators,
}

impl Teller {
    pub(crate) fn of(chart: ChartKind, query: &FigureQuery) -> Self {
        match chart {
            ChartKind::Map if query.component.names_indicator() => Self::Indicators,
            ChartKind::Map | ChartKind::Distribution | ChartKind::Bump | ChartKind::Heatmap | ChartKind::Interval => {
                Self::Atlas
            }
            ChartKind::Line
            | ChartKind::Profile
            | ChartKind::Comparison
            | ChartKind::Waterfall
            | ChartKind::Regions => Self::Places,
            ChartKind::Multiples | ChartKind::Slope | ChartKind::Scatter => Self::Planner,
        }
    }

    /// What it tells figures by.
    #[cfg(not(feature = "csr"))]
    pub(crate) const fn tells(self) -> TellsFigure {
        match self {
            Self::Atlas => atlas_figure,
            Self::Places => places_figure,
            Self::Planner => planner_figure,
            Self::Indicators => indicator_figure,
        }
    }
}

/// A figure of the national pictures.
pub(crate) fn atlas_figure(
    chart: ChartKind,
    query: &FigureQuery,
    answers: Answers<'_>,
) -> Result<FigureWords, Problem> {
    match chart {
        ChartKind::Map => words::<MapChart>(query, answers),
        ChartKind::Distribution => words::<DistributionChart>(query, answers),
        ChartKind::Bump => words::<BumpChart>(query, answers),
        ChartKind::Heatmap => words::<HeatmapChart>(query, answers),
        ChartKind::Interval => words::<IntervalChart>(query, answers),
        other => belongs_elsewhere(other),
    }
}

/// A figure of provinces or regions.
pub(crate) fn places_figure(
    chart: ChartKind,
    query: &FigureQuery,
    answers: Answers<'_>,
) -> Result<FigureWords, Problem> {
    match chart {
        ChartKind::Line => words::<LineChart>(query, answers),
        ChartKind::Profile => words::<ProfileChart>(query, answers),
        ChartKind::Comparison => words::<ComparisonChart>(query, answers),
        ChartKind::Waterfall => words::<WaterfallChart>(query, answers),
        ChartKind::Regions => words::<RegionsChart>(query, answers),
        other => belongs_elsewhere(other),
    }
}

/// A figure about what changed and what could.
pub(crate) fn planner_figure(
    chart: ChartKind,
    query: &FigureQuery,
    answers: Answers<'_>,
) -> Result<FigureWords, Problem> {
    match chart {
        ChartKind::Multiples => words::<MultiplesChart>(query, answers),
        ChartKind::Slope => words::<SlopeChart>(query, answers),
        ChartKind::Scatter => words::<ScatterChart>(query, answers),
        other => belongs_elsewhere(other),
    }
}

/// The map of an indicator.
pub(crate) fn indicator_figure(
    _chart: ChartKind,
    query: &FigureQuery,
    answers: Answers<'_>,
) -> Result<FigureWords, Problem> {
    words::<IndicatorMapChart>(query, answers)
}

fn words<C: Chart>(query: &FigureQuery, answers: Answers<'_>) -> Result<FigureWords, Problem> {
    Ok(FigureWords::new::<C>(&view_of::<C>(query, answers)?))
}

fn belongs_elsewhere(chart: ChartKind) -> ! {
    unreachable!("{} is told by another chunk", chart.as_str())
}
