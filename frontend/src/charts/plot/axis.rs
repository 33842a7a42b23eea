//! The axes of a grid: value axes of ECharts over scales that are laid out beforehand, with the values they name and the lines
//! at them. Numbers are written by a formatter of the chart script, which an option names (`echarts_core.js`).

use charming::{
    component::{Axis, Grid},
    element::{AxisLabel, AxisLine, AxisTick, AxisType, LineStyle, SplitLine},
};
use serde_json::{Value, json};
use vithe_shared::Language;

use super::{
    Plot, merged,
    scale::{Linear, Ticks},
    text::SMALL,
    to_value,
};
use crate::charts::theme::ChartTheme;

/// Height of a line of a title.
pub(in crate::charts) const TITLE_LINE: f64 = 14.0;

/// A value axis.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::charts) struct ScaleAxis {
    scale: Linear,
    /// Values with a line across the grid.
    lines: Vec<f64>,
    labels: Option<Labels>,
    title: Option<Title>,
}

/// What an axis measures: above an upright axis, below the middle of a level one.
#[derive(Clone, Debug, PartialEq)]
struct Title {
    words: String,
    /// Pixels between the axis and the title.
    gap: f64,
    /// Pixels that the title of an upright axis begins left of it.
    before: f64,
}

/// The values that an axis names.
#[derive(Clone, Debug, PartialEq)]
struct Labels {
    values: Vec<f64>,
    numbers: Numbers,
    /// Pixels between the grid and the labels.
    gap: f64,
    /// Whether they stand above the grid, or right of it.
    is_far: bool,
}

/// How an axis writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::charts) struct Numbers {
    pub decimals: u8,
    pub language: Language,
}

impl Numbers {
    /// Years and ranks: whole numbers, written alike in both languages.
    pub(in crate::charts) const fn whole(language: Language) -> Self {
        Self { decimals: 0, language }
    }
}

impl ScaleAxis {
    /// An axis that is not seen.
    pub(in crate::charts) const fn of(scale: Linear) -> Self {
        Self {
            scale,
            lines: Vec::new(),
            labels: None,
            title: None,
        }
    }

    /// With a line and a name at each tick.
    pub(in crate::charts) fn marked(scale: Linear, ticks: &Ticks, language: Language, gap: f64) -> Self {
        let numbers = Numbers {
            decimals: ticks.decimals,
            language,
        };
        Self::of(scale).lined(&ticks.values).named(&ticks.values, numbers, gap)
    }

    /// With lines across the grid.
    pub(in crate::charts) fn lined(self, values: &[f64]) -> Self {
        Self {
            lines: values.to_vec(),
            ..self
        }
    }

    /// With names below the grid or left of it, some pixels away.
    pub(in crate::charts) fn named(self, values: &[f64], numbers: Numbers, gap: f64) -> Self {
        Self {
            labels: Some(Labels {
                values: values.to_vec(),
                numbers,
                gap,
                is_far: false,
            }),
            ..self
        }
    }

    /// With what it measures, some pixels away: above an upright axis, beginning some pixels `before` it, or below the middle
    /// of a level one.
    pub(in crate::charts) fn titled(self, words: String, gap: f64, before: f64) -> Self {
        Self {
            title: Some(Title { words, gap, before }),
            ..self
        }
    }

    /// With its names at the other side: above the grid, or right of it.
    pub(in crate::charts) fn at_far_side(self) -> Self {
        Self {
            labels: self.labels.map(|labels| Labels { is_far: true, ..labels }),
            ..self
        }
    }

    fn option(&self, grid: usize, is_upright: bool, theme: &ChartTheme) -> Value {
        let scale = self.scale;
        // Pixels grow downwards, values of an upright axis upwards.
        let runs_with_pixels = (scale.from <= scale.to) == (scale.start < scale.end);
        let axis = Axis::new()
            .type_(AxisType::Value)
            .grid_index(grid as f64)
            .min(scale.from.min(scale.to))
            .max(scale.from.max(scale.to))
            .inverse(runs_with_pixels == is_upright)
            .axis_label(AxisLabel::new().show(self.labels.is_some()))
            .axis_tick(AxisTick::new().show(false))
            .axis_line(AxisLine::new().show(false))
            .split_line(
                SplitLine::new()
                    .show(!self.lines.is_empty())
                    .line_style(LineStyle::new().color(theme.line).width(1)),
            );
        let mut axis = to_value(&axis);
        if !self.lines.is_empty() {
            // Lines stand where ticks would.
            axis["axisTick"]["customValues"] = json!(self.lines);
        }
        if let Some(labels) = &self.labels {
            let position = match (is_upright, labels.is_far) {
                (true, false) => "left",
                (true, true) => "right",
                (false, false) => "bottom",
                (false, true) => "top",
            };
            axis["position"] = json!(position);
            axis["axisLabel"] = json!({
                "customValues": labels.values, "color": theme.muted, "fontSize": SMALL, "margin": labels.gap,
                "formatter": {
                    "name": "number", "decimals": labels.numbers.decimals, "language": labels.numbers.language,
                },
            });
        }
        if let Some(Title { words, gap, before }) = &self.title {
            let (location, align) = if is_upright {
                ("end", "left")
            } else {
                ("middle", "center")
            };
            axis["name"] = json!(words);
            axis["nameLocation"] = json!(location);
            axis["nameGap"] = json!(gap);
            axis["nameMoveOverlap"] = json!(false);
            axis["nameTextStyle"] = json!({
                "color": theme.ink, "fontSize": SMALL, "fontWeight": 600, "align": align, "lineHeight": TITLE_LINE,
                "padding": [0, 0, 0, -before],
            });
        }
        axis
    }
}

impl Plot<'_> {
    /// A rectangle of two value axes; gives its number.
    pub(in crate::charts) fn add_grid(&mut self, x: &ScaleAxis, y: &ScaleAxis) -> usize {
        let number = self.grids.len();
        let edges = |scale: Linear| (scale.start.min(scale.end), scale.start.max(scale.end));
        let ((left, right), (top, bottom)) = (edges(x.scale), edges(y.scale));
        let grid = Grid::new()
            .left(left)
            .top(top)
            .width(right - left)
            .height(bottom - top)
            .contain_label(false);
        // The room for the names is laid out: the grid must not give way to them.
        self.grids
            .push(merged(to_value(&grid), json!({"outerBoundsMode": "none"})));
        let zoom = self.theme.zoom;
        self.seen.push([x.scale.part(zoom.x), y.scale.part(zoom.y)]);
        self.x_axes.push(x.option(number, false, self.theme));
        self.y_axes.push(y.option(number, true, self.theme));
        number
    }

    /// A second level axis of a grid, such as one that repeats the names below a high figure. It comes after all grids.
    pub(in crate::charts) fn add_level_axis(&mut self, grid: usize, x: &ScaleAxis) {
        self.x_axes.push(x.option(grid, false, self.theme));
    }
}
