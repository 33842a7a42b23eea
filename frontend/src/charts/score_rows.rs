//! What charts with a row per component share: the names at the left, and the axis of scores above the rows.

use vithe_shared::{Language, domain::Scale};

use super::{
    measure::{text_width, wrap},
    plot::{
        Plot,
        axis::{Numbers, ScaleAxis},
        scale::{Linear, Ticks},
        text::{Anchor, LABEL, SMALL, TextLook},
    },
    theme::ChartTheme,
};
use crate::format::unit_name;

/// Room at either side of the chart.
pub(super) const SIDE: f64 = 12.0;

/// The names of rows, broken into lines where they stand left of the grid.
pub(super) struct RowNames {
    /// In the order of the rows.
    pub lines: Vec<String>,
    /// Where the grid begins. On a telephone a name takes a line of its own above its row.
    pub left: f64,
}

impl RowNames {
    /// Measures the names.
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>, theme: &ChartTheme) -> Self {
        if theme.is_narrow() {
            return Self {
                lines: names.map(str::to_owned).collect(),
                left: SIDE + 8.0,
            };
        }
        let lines: Vec<String> = names.map(|name| wrap(name, 190.0, LABEL)).collect();
        let widest = lines
            .iter()
            .map(|name| text_width(name, LABEL, false))
            .fold(0.0, f64::max);
        Self {
            lines,
            left: SIDE + widest + 20.0,
        }
    }
}

/// Adds the grid of the rows with the scale and its unit above it; returns its number.
pub(super) fn score_grid(
    plot: &mut Plot,
    theme: &ChartTheme,
    scale: Scale,
    [x, y]: [Linear; 2],
    language: Language,
) -> usize {
    let ticks = Ticks::over(scale, theme.is_narrow());
    let level = ScaleAxis::of(x)
        .lined(&ticks)
        .named(&ticks, Numbers::whole(language), 4.0)
        .at_far_side();
    let grid = plot.add_grid(&level, &ScaleAxis::of(y));
    let unit = TextLook::new(SMALL, theme.muted).anchored(Anchor::Right);
    plot.text(
        [theme.pixels() - SIDE, y.start - 26.0],
        unit_name(scale.unit, language),
        unit,
    );
    grid
}
