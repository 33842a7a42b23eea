//! The queries of figures.

use std::str::FromStr;

use super::{IntervalChoice, MapClasses, Show, StreakLength, parameter::api_query};
use crate::{
    identifier::{
        Borders, ComponentId, IdentifierError, IndexId, Indicator, ProvinceSlug, RegionId, Year, named_values,
    },
    language::{Language, Text},
};

/// The one list of charts: each with its name in addresses and its kind in words. Enum, names, messages and contract follow.
macro_rules! charts {
    ($($(#[$documentation:meta])* $variant:ident = $name:literal, $vi:literal, $en:literal;)+) => {
        /// The charts that have an address under `/figures/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ChartKind {
            $($(#[$documentation])* $variant,)+
        }

        impl ChartKind {
            /// All charts.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant),+];

            /// What the path of a figure may be, for the description of the API.
            pub const FILES: &str = concat!(
                "One of ", charts!(@listed "`", $($name)+), ", with `.svg` or `.png`, or as its citation with `.txt`, `.bib`, `.ris` or `.csl.json`"
            );

            /// The name in addresses.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The kind in words, for the name of a live chart.
            pub const fn words(self) -> Text {
                match self {
                    $(Self::$variant => Text::new($vi, $en),)+
                }
            }
        }

        named_values!(
            ChartKind,
            concat!("một trong ", charts!(@listed "", $($name)+)),
            concat!("one of ", charts!(@listed "", $($name)+))
        );
    };
    (@listed $quote:literal, $first:literal $($name:literal)*) => {
        concat!($quote, $first, $quote $(, ", ", $quote, $name, $quote)*)
    };
}

charts! {
    /// Choropleth of the provinces.
    Map = "map", "Bản đồ tỉnh", "Map of provinces";
    /// Distribution by region.
    Distribution = "distribution", "Phân bố theo vùng", "Distribution by region";
    /// Ranks over the years.
    Bump = "bump", "Thứ hạng qua các năm", "Ranks over the years";
    /// Provinces × components.
    Heatmap = "heatmap", "Tỉnh và các thành phần", "Provinces by component";
    /// Scores or ranks over the years.
    Line = "line", "Diễn biến qua các năm", "Course over the years";
    /// Components of one province as dumbbells: the year and the year before, against medians and best.
    Profile = "profile", "Các thành phần", "Components";
    /// Components of several provinces side by side.
    Comparison = "comparison", "So sánh các thành phần", "Components compared";
    /// What the change of a total is made of.
    Waterfall = "waterfall", "Biểu đồ thác nước", "Waterfall";
    /// The longest runs of falls as small lines.
    Multiples = "multiples", "Các chuỗi giảm liên tiếp", "Runs of falls";
    /// Ranks of two years, a line per province.
    Slope = "slope", "Thứ hạng của hai năm", "Ranks of two years";
    /// Best and worst ranks of all provinces.
    Interval = "interval", "Khoảng hạng", "Rank intervals";
    /// One figure set against another, province by province.
    Scatter = "scatter", "Biểu đồ phân tán", "Scatter plot";
    /// Regional medians over the years.
    Regions = "regions", "Trung vị vùng qua các năm", "Regional medians over the years";
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

/// What a picture is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureSize {
    /// The drawing alone, for a page that has the words around it.
    #[default]
    Drawing,
    /// A complete figure as wide as on the page, and as high as it is.
    Page,
    /// A complete figure for a shared link: 1200 × 630 pixels.
    Card,
    /// A complete figure of 1080 × 1080 pixels.
    Square,
    /// A complete figure for a screen: 1600 × 900 pixels.
    Wide,
    /// A complete figure as wide as a page of paper: 210 mm at 300 dots per inch.
    A4,
}

impl PictureSize {
    /// All sizes.
    pub const ALL: [Self; 6] = [
        Self::Drawing,
        Self::Page,
        Self::Card,
        Self::Square,
        Self::Wide,
        Self::A4,
    ];

    /// The complete figures, which are handed on.
    pub const COMPLETE: [Self; 5] = [Self::Page, Self::Card, Self::Square, Self::Wide, Self::A4];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Drawing => "drawing",
            Self::Page => "page",
            Self::Card => "card",
            Self::Square => "square",
            Self::Wide => "wide",
            Self::A4 => "a4",
        }
    }
}

named_values!(
    PictureSize,
    "một trong drawing, page, card, square, wide, a4",
    "one of drawing, page, card, square, wide, a4"
);

api_query! {
    /// `GET /figures/{chart}.svg`: what is drawn and how. The chart is in the path.
    pub struct FigureQuery refused with ConflictingParameters {
        /// The index.
        pub index: IndexId = "index",
        /// The component; the total by default.
        pub component: ComponentId = "component",
        /// The year; by default the one the component opens on.
        pub year: Option<Year> = "year",
        /// Provinces joined by `~`: highlighted or compared; the first one alone is profiled, decomposed or limits the runs of
        /// falls.
        pub provinces: Vec<ProvinceSlug> = "p",
        /// Limits the figure to a region.
        pub region: Option<RegionId> = "region",
        /// First year of figures over time.
        pub from: Option<Year> = "from",
        /// Last year of figures over time.
        pub to: Option<Year> = "to",
        /// Whether a chart over time draws scores or ranks.
        pub show: Show = "show",
        /// Where the classes of a map are cut.
        pub classes: MapClasses = "classes",
        /// The shortest run of falls that is drawn.
        pub streak: StreakLength = "streak",
        /// The rank interval that `interval` draws: `rounding`, `perturbation`, `weights` or `sampling`.
        pub interval: Option<IntervalChoice> = "interval" and "points",
        /// What a scatter shows on its vertical axis: an index, or index and component joined by a dot; the horizontal one shows
        /// `component` of `index` in `year`.
        pub y: Option<Indicator> = "y",
        /// The year of the vertical axis of a scatter, where it differs.
        pub y_year: Option<Year> = "y_year",
        /// The list of units: by default that of the year, or else the 63 provinces.
        pub borders: Option<Borders> = "borders",
        /// Language of the labels.
        pub language: Language = "lang",
        /// The width in CSS pixels.
        pub width: FigureWidth = "w",
        /// The colours: dark ink on a light ground, or light ink on a dark one.
        pub theme: Theme = "theme",
        /// The drawing alone, or a complete figure with headline, source and address in a size that has a purpose.
        pub size: PictureSize = "size",
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
            show: Show::default(),
            classes: MapClasses::default(),
            streak: StreakLength::default(),
            interval: None,
            y: None,
            y_year: None,
            borders: None,
            language,
            width: FigureWidth::default(),
            theme: Theme::default(),
            size: PictureSize::default(),
        }
    }
}
