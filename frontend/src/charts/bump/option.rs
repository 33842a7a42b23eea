//! The flow of ranks over the years, rank 1 on top: a few provinces in colour, everyone else thin and grey.

use charming::element::Symbol;
use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        BumpChart, Chart,
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::text_width,
        plot::{
            Plot,
            axis::{Numbers, ScaleAxis},
            legend::Legend,
            path::{NAME_LINE, Path, with_values},
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
    /// Of the others, those whose names there is room for.
    named: Vec<&'v SeriesLine>,
    legend: Legend<'static>,
    x: Linear,
    ranks: Ranks,
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
    let ranks = Ranks::seen(ranks.max()?.max(view.largest_n), theme);
    let ranks_height = match theme.class {
        FigureWidth::Narrow => 380.0,
        FigureWidth::Medium => 440.0,
        FigureWidth::Wide => 520.0,
    };
    let chosen: Vec<&SeriesLine> = view
        .lines
        .iter()
        .filter(|line| line.label.highlighted)
        .take(6)
        .collect();
    // Once few ranks are seen, every line that ends among them has room for its name.
    let has_room = !theme.zoom.is_whole() && ranks.count() * NAME_LINE <= ranks_height;
    let named: Vec<&SeriesLine> = view
        .lines
        .iter()
        .filter(|line| has_room && !line.label.highlighted)
        .filter(|line| last_rank_of(line).is_some_and(|rank| ranks.seen.holds(rank)))
        .collect();
    let label_width = chosen
        .iter()
        .chain(&named)
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
        named,
        x,
        ranks,
        ranks_height,
    })
}

/// The ranks of a flow.
struct Ranks {
    /// From the first to the last.
    all: Linear,
    /// Those that are seen.
    seen: Linear,
}

impl Ranks {
    fn seen(last: u16, theme: &ChartTheme) -> Self {
        let all = Linear {
            from: 1.0,
            to: f64::from(last),
            start: 0.0,
            end: 0.0,
        };
        Self {
            seen: all.part(theme.zoom.y),
            all,
        }
    }

    /// How many ranks are seen.
    fn count(&self) -> f64 {
        self.seen.to - self.seen.from + 1.0
    }

    /// The ranks that the axis names.
    fn ticks(&self) -> Vec<f64> {
        let mut ticks = if self.count() > 30.0 {
            rank_ticks(self.all.to)
        } else {
            std::iter::successors(Some(1.0), |rank| Some(rank + 1.0))
                .take_while(|rank| *rank <= self.all.to)
                .filter(|rank| self.count() <= 12.0 || *rank == 1.0 || rank % 5.0 == 0.0)
                .collect()
        };
        ticks.retain(|rank| self.seen.holds(*rank));
        ticks
    }
}

/// The rank in which a line ends.
fn last_rank_of(line: &SeriesLine) -> Option<f64> {
    let mut ranks = line.points.iter().rev().filter_map(|point| point.rank);
    ranks.next().map(f64::from)
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
    let BumpLayout {
        chosen,
        named,
        x,
        top,
        ranks,
        ..
    } = &parts;
    let (x, top) = (*x, *top);
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Nearest);
    plot.zoomed(BumpChart::ZOOMS);
    let at = |ranks: Linear| Linear {
        start: top + 8.0,
        end: top + parts.ranks_height + spare,
        ..ranks
    };
    let y = at(ranks.seen);
    let ticks = ranks.ticks();
    let numbers = Numbers::whole(view.subject.language);
    let upright = ScaleAxis::of(at(ranks.all)).lined(&ticks).named(&ticks, numbers, 6.0);
    let grid = plot.add_grid(&year_axis(view, x, 12.0), &upright);
    mark_breaks(&mut plot, grid, theme, view, x, [top, y.end]);

    // The narrower the chart, the denser the grey.
    let opacity = if theme.is_narrow() { 0.25 } else { 0.45 };
    let is_named = |line: &SeriesLine| named.iter().any(|other| std::ptr::eq(*other, line));
    let others = view.lines.iter().filter(|line| !line.label.highlighted);
    for line in others.clone().filter(|line| !is_named(line)) {
        plot.add_path(grid, &thin_path_of(line, theme).with_opacity(opacity));
    }
    let hues = theme.series();
    let mut paths: Vec<Path<'_>> = others
        .filter(|line| is_named(line))
        .map(|line| Path {
            symbol: Some((Symbol::Circle, 4.0)),
            ..thin_path_of(line, theme)
        })
        .collect();
    for (position, line) in chosen.iter().enumerate() {
        let path = path_of(line, hues[position], position);
        // A name stands at an end that is seen.
        if last_rank_of(line).is_some_and(|rank| y.holds(rank)) {
            paths.push(path);
        } else {
            plot.add_path(grid, &path);
        }
    }
    label_ends(&mut paths, theme, y, x.end + 8.0, [top + 4.0, y.end]);
    for path in paths {
        plot.add_path(grid, &path);
    }
    plot.legend(&parts.legend);
    plot.finish(height)
}

/// The line of a province that is picked out.
fn path_of<'v>(line: &'v SeriesLine, colour: &'v str, position: usize) -> Path<'v> {
    let (points, joins) = with_values(&line.points, &line.rank_joins, |point| {
        let at = [f64::from(point.year.0), f64::from(point.rank?)];
        Some((at, Mark::of(&line.label.province, point.sentence.clone())))
    });
    Path {
        name: &line.label.name,
        colour,
        is_background: false,
        width: 2.5,
        opacity: 1.0,
        symbol: Some((series_symbol(position), 8.0)),
        points,
        joins,
        label: None,
        z: 3,
    }
}

/// The thin line of any other province.
fn thin_path_of<'v>(line: &'v SeriesLine, theme: &'v ChartTheme) -> Path<'v> {
    Path {
        is_background: true,
        width: 0.8,
        symbol: None,
        z: 1,
        ..path_of(line, theme.faint, 0)
    }
}
