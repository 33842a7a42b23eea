//! Markers: straight lines across a grid at a value, with words at their end. They are ECharts' own (`markLine`), so that they
//! stand at their value also where a part of the grid has come closer.

use serde_json::{Value, json};

use super::{Plot, round, text::SMALL};

/// A line across a grid.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::charts) struct Marker<'a> {
    pub at: Across,
    pub colour: &'a str,
    pub is_dashed: bool,
    /// What stands above it.
    pub head: Option<MarkerHead<'a>>,
}

/// The value a marker stands at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) enum Across {
    /// Of the level axis: an upright line.
    Level(f64),
    /// Of the upright axis: a level line.
    Upright(f64),
}

/// Words above an upright marker, which then runs between two pixels.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::charts) struct MarkerHead<'a> {
    pub words: &'a str,
    pub colour: &'a str,
    pub is_bold: bool,
    /// The pixel of its upper end.
    pub top: f64,
    /// The pixel of its lower end.
    pub bottom: f64,
    /// Pixels that the words stand right of the line.
    pub aside: f64,
}

impl Plot<'_> {
    /// Draws markers in a grid.
    pub(in crate::charts) fn add_markers(&mut self, grid: usize, markers: &[Marker<'_>]) {
        if markers.is_empty() {
            return;
        }
        let ground = self.theme.surface;
        let data: Vec<Value> = markers.iter().map(|marker| marker.option(ground)).collect();
        self.add_series(
            json!({
                "type": "line", "silent": true, "xAxisIndex": grid, "yAxisIndex": grid, "data": [], "z": 0,
                "markLine": {"silent": true, "symbol": "none", "label": {"show": false}, "data": data, "z": 0},
            }),
            Vec::new(),
        );
    }
}

impl Marker<'_> {
    fn option(&self, ground: &str) -> Value {
        let dash = if self.is_dashed { json!([4, 3]) } else { json!("solid") };
        let look = json!({"color": self.colour, "width": 1, "type": dash});
        let mut option = match self.at {
            Across::Level(value) => json!({"xAxis": value}),
            Across::Upright(value) => json!({"yAxis": value}),
        };
        option["lineStyle"] = look;
        let Some(head) = &self.head else {
            return option;
        };
        let mut end = option.clone();
        option["y"] = json!(round(head.bottom));
        end["y"] = json!(round(head.top));
        // The words have their middle over the line: room on one side of them moves them to the other.
        let (left, right) = (round(2.0 * head.aside.max(0.0)), round(2.0 * (-head.aside).max(0.0)));
        option["label"] = json!({
            "show": true, "position": "end", "formatter": head.words, "distance": 0, "padding": [0, right, 0, left],
            "color": head.colour, "fontSize": SMALL, "fontWeight": if head.is_bold { 600 } else { 400 },
            "textBorderColor": ground, "textBorderWidth": 3,
        });
        json!([option, end])
    }
}
