//! A drawn chart: the option, how large it is, and what its marks say, where they stand and how the pointer finds them.

use serde_json::Value;
use vithe_shared::{Borders, ProvinceSlug};

/// A figure ready to be drawn. Its parts are placed in pixels, so it is drawn at exactly this size.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartFigure {
    /// The ECharts option, free of functions.
    pub option: Value,
    /// Width in CSS pixels.
    pub width: u16,
    /// Height in CSS pixels.
    pub height: u16,
    /// The accessible name: kind, what is measured, range and main point, at most 250 characters.
    pub title: String,
    /// The borders the option draws, to be registered under the name `vn63` or `vn34`.
    pub map: Option<Borders>,
    /// What each drawn item says, by series and data index.
    pub marks: Vec<Vec<Mark>>,
    /// How the pointer finds a mark.
    pub reach: Reach,
    /// Where names of provinces stand among the marks.
    pub names: Vec<Name>,
}

/// A drawn option with what its items say.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The ECharts option.
    pub option: Value,
    /// Height in pixels.
    pub height: u16,
    /// What each item says, by series and data index.
    pub marks: Vec<Vec<Mark>>,
    /// How the pointer finds a mark.
    pub reach: Reach,
    /// Where names of provinces stand among the marks.
    pub names: Vec<Name>,
}

/// The name of a province within a plot, or at the end of its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The province.
    pub province: ProvinceSlug,
    /// Pixels: left, top, right, bottom.
    pub area: [f64; 4],
}

impl Name {
    /// Whether a pixel is on it.
    pub fn is_at(&self, [x, y]: [f64; 2]) -> bool {
        let [left, top, right, bottom] = self.area;
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    }
}

/// How the pointer finds a mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// It must be on the shape: areas of a map, cells, bars, which leave little or no ground between them.
    #[default]
    Shape,
    /// The nearest mark answers, wherever in the plot the pointer is.
    Nearest,
    /// The nearest mark of the row that the pointer is in.
    Row,
    /// The marks of the nearest column answer together, the nearest of them first: the values of a year.
    Column,
}

/// What one drawn item says on hover, on focus and to a screen reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// "Hậu Giang, 2021: 63,80 điểm, hạng 38/63"; empty where the item only keeps a place, such as a gap in a line.
    pub label: String,
    /// The province it leads to.
    pub province: Option<ProvinceSlug>,
    /// Where it stands; `None` for items that have an area.
    pub at: Option<Place>,
    /// Its line in the list of a column.
    pub entry: Option<Entry>,
}

/// Where a mark stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The grid, by its number in the option.
    pub grid: usize,
    /// Its value on both axes.
    pub value: [f64; 2],
}

/// A mark in the list of its column: the name before its colour, and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The column: `2021`, with what its values can be compared with.
    pub column: String,
    /// "Hậu Giang".
    pub name: String,
    /// The colour of its line.
    pub colour: String,
    /// "63,80".
    pub value: String,
    /// "38/63"; `None` where it has none, such as a median.
    pub rank: Option<String>,
}

impl Mark {
    /// What an item says that leads nowhere.
    pub(super) fn saying(label: String) -> Self {
        Self {
            label,
            ..Self::default()
        }
    }

    /// What an item about a province says.
    pub(super) fn of(province: &ProvinceSlug, label: String) -> Self {
        Self {
            label,
            province: Some(province.clone()),
            ..Self::default()
        }
    }

    /// At a place.
    pub(super) fn standing(self, grid: usize, value: [f64; 2]) -> Self {
        Self {
            at: Some(Place { grid, value }),
            ..self
        }
    }

    /// With its line in the list of its column.
    pub(super) fn listed(self, entry: Entry) -> Self {
        Self {
            entry: Some(entry),
            ..self
        }
    }
}
