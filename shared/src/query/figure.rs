//! The queries of figures.

use std::str::FromStr;

use super::{IntervalChoice, StreakLength, parameter::api_query};
use crate::{
    identifier::{ComponentId, IdentifierError, IndexId, Indicator, ProvinceSlug, RegionId, Year, named_values},
    language::{Language, Text},
};

/// The charts that have an address under `/figures/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    /// Choropleth of the provinces.
    Map,
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
    pub const ALL: [Self; 13] = [
        Self::Map,
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

named_values!(
    ChartKind,
    "một trong map, distribution, bump, heatmap, line, profile, comparison, waterfall, multiples, slope, interval, scatter, regions",
    "one of map, distribution, bump, heatmap, line, profile, comparison, waterfall, multiples, slope, interval, scatter, regions"
);

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

    /// The class of a figure in a room of so many CSS pixels: the one that its picture has in a window of that room.
    pub const fn of_room(pixels: u16) -> Self {
        match pixels {
            ..=570 => Self::Narrow,
            571..=942 => Self::Medium,
            943.. => Self::Wide,
        }
    }
}

impl std::fmt::Display for FigureWidth {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.pixels().fmt(formatter)
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
                expected: Text::new("một trong 360, 720, 1120", "one of 360, 720, 1120"),
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
    /// Both themes.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

named_values!(Theme, "light hoặc dark", "light or dark");

api_query! {
    /// `GET /figures/{chart}.svg`: what is drawn and how. The chart is in the path.
    pub struct FigureQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The component, the total by default.
        pub component: ComponentId = "component",
        /// The year, the one the index opens on by default.
        pub year: Option<Year> = "year",
        /// The provinces: highlighted (map, bump, heat map, slope), compared (line, comparison), or the first one alone
        /// (profile, waterfall, multiples).
        pub provinces: Vec<ProvinceSlug> = "p",
        /// Limits the chart to one region.
        pub region: Option<RegionId> = "region",
        /// First year of charts over time.
        pub from: Option<Year> = "from",
        /// Last year of charts over time.
        pub to: Option<Year> = "to",
        /// The shortest run of falls that is drawn.
        pub streak: StreakLength = "streak",
        /// The rank interval that is drawn.
        pub interval: Option<IntervalChoice> = "interval" and "points",
        /// What a scatter shows on its vertical axis; the horizontal one shows `component` of `index` in `year`.
        pub y: Option<Indicator> = "y",
        /// The year of the vertical axis where it differs.
        pub y_year: Option<Year> = "y_year",
        /// Language of the labels.
        pub language: Language = "lang",
        /// Width class.
        pub width: FigureWidth = "w",
        /// Light or dark.
        pub theme: Theme = "theme",
    }
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
        self.write().without(&["w", "theme"]).finish(&[])
    }
}
