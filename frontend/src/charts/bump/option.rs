//! The flow of ranks over the years, rank 1 on top: a few provinces in colour, everyone else thin and grey.

use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::text_width,
        plot::{
            Plot,
            axis::{Numbers, ScaleAxis},
            legend::Legend,
            path::{Path, with_values},
            scale::Linear,
            symbol::series_symbol,
            text::LABEL,
        },
        theme::ChartTheme,
        timeline::{break_legend, break_room, label_ends, mark_breaks, rank_ticks, year_axis, year_scale},
    },
    view_model::series_view::{SeriesLine, SeriesView},
};

const SIDE: f64 = 12.0;
/// The years below the ranks.
const FOOT: f64 = 34.0;

struct BumpLayout<'v> {
    chosen: Vec<&'v SeriesLine>,
    legend: Legend<'static>,
    x: Linear,
    last_rank: u16,
    /// Where the ranks begin.
    top: f64,
    ranks_height: f64,
}

impl Layout for BumpLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.ranks_height + FOOT
    }
}

fn layout<'v>(view: &'v SeriesView, theme: &ChartTheme) -> Option<BumpLayout<'v>> {
    let ranks = view
        .lines
        .iter()
        .flat_map(|line| line.points.iter().filter_map(|point| point.rank));
    let last_rank = ranks.max()?.max(view.largest_n);
    let chosen: Vec<&SeriesLine> = view
        .lines
        .iter()
        .filter(|line| line.label.highlighted)
        .take(6)
        .collect();
    let label_width = chosen
        .iter()
        .map(|line| text_width(&line.label.name, LABEL, true))
        .fold(0.0, f64::max)
        + 18.0;
    let x = year_scale(view, SIDE + 24.0, theme.pixels() - SIDE - label_width);
    let items = break_legend(view, theme, false, view.subject.language);
    let legend = Legend::new(items, SIDE, 4.0, theme.pixels() - 2.0 * SIDE);
    Some(BumpLayout {
        top: 4.0 + legend.height + 6.0 + break_room(view, theme, x),
        chosen,
        legend,
        x,
        last_rank,
        ranks_height: match theme.class {
            FigureWidth::Narrow => 380.0,
            FigureWidth::Medium => 440.0,
            FigureWidth::Wide => 520.0,
        },
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &SeriesView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Ranks over the years; every line answers, the grey ones too.
pub(super) fn draw(view: &SeriesView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let BumpLayout { chosen, x, top, .. } = &parts;
    let (x, top) = (*x, *top);
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Nearest);
    let y = Linear {
        from: 1.0,
        to: f64::from(parts.last_rank),
        start: top + 8.0,
        end: top + parts.ranks_height + spare,
    };
    let ticks = rank_ticks(parts.last_rank);
    let ranks = Numbers::whole(view.subject.language);
    let upright = ScaleAxis::of(y).lined(&ticks).named(&ticks, ranks, 6.0);
    let grid = plot.add_grid(&year_axis(view, x, 12.0), &upright);
    mark_breaks(&mut plot, theme, view, x, top, y.end);

    // The narrower the chart, the denser the grey.
    let opacity = if theme.is_narrow() { 0.25 } else { 0.45 };
    let others = view
        .lines
        .iter()
        .filter(|line| !line.label.highlighted)
        .map(|line| path_of(line, theme.faint, None).with_opacity(opacity));
    for path in others {
        plot.add_path(grid, &path);
    }
    let hues = theme.series();
    let mut paths: Vec<Path<'_>> = chosen
        .iter()
        .enumerate()
        .map(|(position, line)| path_of(line, hues[position], Some(position)))
        .collect();
    label_ends(&mut paths, theme, y, x.end + 8.0, [top + 4.0, y.end]);
    for path in paths {
        plot.add_path(grid, &path);
    }
    plot.legend(&parts.legend);
    plot.finish(height)
}

/// The line of a province: thin without a position among those picked out.
fn path_of<'v>(line: &'v SeriesLine, colour: &'v str, position: Option<usize>) -> Path<'v> {
    let (points, joins) = with_values(&line.points, &line.rank_joins, |point| {
        let at = [f64::from(point.year.0), f64::from(point.rank?)];
        Some((at, Mark::of(&line.label.province, point.sentence.clone())))
    });
    Path {
        name: &line.label.name,
        colour,
        width: if position.is_some() { 2.5 } else { 0.8 },
        opacity: 1.0,
        symbol: position.map(|position| (series_symbol(position), 8.0)),
        points,
        joins,
        label: None,
        z: if position.is_some() { 3 } else { 1 },
    }
}
