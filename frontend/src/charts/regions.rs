//! Regional medians over the years: the line chart, with a line per region.

use super::{
    line::{DrawnLine, Names, draw_lines},
    plot::Drawing,
    theme::ChartTheme,
};
use crate::view_model::regions_view::RegionsView;

/// A line per region along the national median; years in which a region is not complete are gaps.
pub fn regions_option(view: &RegionsView, theme: &ChartTheme) -> Drawing {
    let lines: Vec<DrawnLine<'_>> = view
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
    draw_lines(&view.frame, &lines, names, theme)
}
