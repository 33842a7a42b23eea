//! Regional medians over the years: the line chart, with a line per region.

use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        drawing::Drawing,
        layout::{class_height, fit},
        line::option::{DrawnLine, LinesLayout, Names, draw_lines, lay_out_lines},
        plot::Plot,
        theme::ChartTheme,
    },
    view_model::regions_view::RegionsView,
};

fn layout<'v>(view: &'v RegionsView, theme: &ChartTheme) -> Option<LinesLayout<'v>> {
    let lines = view
        .regions
        .iter()
        .filter(|region| region.points.iter().any(|point| point.score.is_some()))
        .map(|region| DrawnLine {
            name: &region.short_name,
            points: &region.points,
            joins: &region.joins,
            province: None,
        })
        .collect();
    // The names of regions are long: beside the lines they would leave no room for them on a telephone.
    let names = if theme.is_narrow() {
        Names::InLegend
    } else {
        Names::AtEnds
    };
    lay_out_lines(&view.frame, lines, names, theme)
}

/// Height of the figure in a width class.
pub(super) fn height(view: &RegionsView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// A line per region along the national median; years in which a region is not complete are gaps.
pub(super) fn draw(view: &RegionsView, theme: &ChartTheme) -> Drawing {
    match fit(theme, |theme| layout(view, theme)) {
        Some(lines) => draw_lines(&lines, theme),
        None => Plot::empty(theme, &view.frame.text.finding),
    }
}
