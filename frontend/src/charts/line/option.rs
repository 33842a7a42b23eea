//! Scores or ranks over the years of up to six provinces. Lines of scores end where years do not compare and turn dashed where
//! they compare in part, and the national median runs along where every member has a score. Ranks have the first at the top;
//! their lines end where years do not compare, too.

use charming::element::{LineStyle, LineStyleType};
use vithe_shared::{
    ProvinceSlug, Year,
    query::{FigureWidth, Show},
};

use crate::{
    charts::{
        drawing::{Drawing, Entry, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::text_width,
        plot::{
            Plot,
            axis::{Numbers, ScaleAxis},
            legend::{Legend, Swatch},
            path::{Path, with_values},
            scale::{Linear, Ticks},
            symbol::series_symbol,
            text::{LABEL, SMALL},
        },
        theme::ChartTheme,
        timeline::{break_legend, break_room, label_ends, mark_breaks, rank_ticks, year_axis, year_scale},
    },
    format::format_score,
    view_model::{
        series_view::{Join, SeriesPointView, SeriesView},
        wording::{marked, median_name, score_number},
    },
};

const SIDE: f64 = 12.0;
/// The years below the scores.
const FOOT: f64 = 32.0;
/// Of the bars from the lowest to the highest member of a unit.
const SPREAD_WIDTH: f64 = 7.0;
/// Most lines that can be told apart.
const MOST_LINES: usize = 6;

/// One line: of a province, or of a region.
pub(in crate::charts) struct DrawnLine<'v> {
    /// What stands at its end.
    pub name: &'v str,
    /// Its points, one per year on record, ascending.
    pub points: &'v [SeriesPointView],
    /// How point i is joined with point i + 1.
    pub joins: &'v [Join],
    /// The province its points lead to.
    pub province: Option<&'v ProvinceSlug>,
}

/// Where the names of lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::charts) enum Names {
    /// At the ends of the lines.
    AtEnds,
    /// In the legend, where there is no room beside the lines.
    InLegend,
}

/// The lines of a chart over the years, with the view whose breaks and national medians they stand among.
pub(in crate::charts) struct LinesLayout<'v> {
    view: &'v SeriesView,
    lines: Vec<DrawnLine<'v>>,
    is_named_at_ends: bool,
    legend: Legend<'v>,
    axis: UprightAxis,
    x: Linear,
    /// Where the grid begins.
    top: f64,
    grid_height: f64,
}

/// The upright axis: its ends and what it names.
struct UprightAxis {
    at_top: f64,
    at_bottom: f64,
    ticks: Vec<f64>,
    numbers: Numbers,
}

impl UprightAxis {
    /// Of what lines and medians show; `None` where they have nothing.
    fn of(view: &SeriesView, lines: &[DrawnLine<'_>]) -> Option<Self> {
        let values = lines
            .iter()
            .flat_map(|line| line.points.iter().filter_map(|point| value(point, view.show)));
        values.clone().next()?;
        if view.show == Show::Rank {
            let last = values.fold(f64::from(view.largest_n), f64::max);
            return Some(Self {
                numbers: Numbers::whole(view.subject.language),
                // Room for the marks of the first and of the last.
                at_top: 0.0,
                at_bottom: last + 1.0,
                ticks: rank_ticks(last),
            });
        }
        let spreads = spread_of(view, lines);
        let spreads = spreads.iter().flat_map(|(_, ends)| *ends);
        let all = values
            .chain(view.medians.iter().filter_map(|point| point.median))
            .chain(spreads);
        let lowest = all.clone().fold(f64::INFINITY, f64::min);
        let highest = all.fold(f64::NEG_INFINITY, f64::max);
        let ticks = Ticks::around(lowest, highest, 4.0);
        Some(Self {
            at_top: ticks.last(),
            at_bottom: ticks.first(),
            numbers: Numbers {
                decimals: ticks.decimals,
                language: view.subject.language,
            },
            ticks: ticks.values,
        })
    }
}

/// What a point shows.
fn value(point: &SeriesPointView, show: Show) -> Option<f64> {
    match show {
        Show::Score => point.score,
        Show::Rank => point.rank.map(f64::from),
    }
}

/// How far the provinces behind the estimates of a unit lie apart, by year. It is drawn where the unit stands alone: those of
/// several would lie over each other, and stand in the table.
fn spread_of(view: &SeriesView, lines: &[DrawnLine<'_>]) -> Vec<(Year, [f64; 2])> {
    match (lines, view.show) {
        ([line], Show::Score) => line
            .points
            .iter()
            .filter_map(|point| Some((point.year, point.spread?)))
            .collect(),
        _ => Vec::new(),
    }
}

impl Layout for LinesLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.grid_height + FOOT
    }
}

/// Lays out lines over the years of a view; `None` where they have nothing to show.
pub(in crate::charts) fn lay_out_lines<'v>(
    view: &'v SeriesView,
    lines: Vec<DrawnLine<'v>>,
    names: Names,
    theme: &ChartTheme,
) -> Option<LinesLayout<'v>> {
    let axis = UprightAxis::of(view, &lines)?;
    let tick_width = axis
        .ticks
        .iter()
        .map(|tick| {
            text_width(
                &format_score(*tick, axis.numbers.decimals, axis.numbers.language),
                SMALL,
                false,
            )
        })
        .fold(0.0, f64::max);
    // One line carries the colour of its index and needs no name: the headline has it.
    let is_named_at_ends = lines.len() > 1 && names == Names::AtEnds;
    let label_width = if is_named_at_ends {
        lines
            .iter()
            .map(|line| text_width(line.name, LABEL, true))
            .fold(0.0, f64::max)
            + 16.0
    } else {
        0.0
    };
    let x = year_scale(view, SIDE + tick_width + 8.0, theme.pixels() - SIDE - label_width);
    let legend = Legend::new(
        legend_items(view, &lines, names, theme),
        SIDE,
        4.0,
        theme.pixels() - 2.0 * SIDE,
    );
    Some(LinesLayout {
        view,
        lines,
        is_named_at_ends,
        top: 4.0 + legend.height + 6.0 + break_room(view, theme, x),
        legend,
        axis,
        x,
        grid_height: match theme.class {
            FigureWidth::Narrow => 230.0,
            FigureWidth::Medium => 280.0,
            FigureWidth::Wide => 340.0,
        },
    })
}

fn legend_items<'v>(
    view: &'v SeriesView,
    lines: &[DrawnLine<'v>],
    names: Names,
    theme: &ChartTheme,
) -> Vec<(Swatch<'v>, String)> {
    let language = view.subject.language;
    let mut items = Vec::new();
    if let [line] = lines {
        items.push((Swatch::Dot(theme.hue(&view.subject.hues)), line.name.to_owned()));
    } else if names == Names::InLegend {
        let named = lines.iter().zip(theme.series()).enumerate();
        items.extend(named.map(|(position, (line, hue))| (Swatch::Province(position, hue), line.name.to_owned())));
    }
    if view.show == Show::Score && view.medians.iter().any(|point| point.median.is_some()) {
        items.push((
            Swatch::Line(theme.faint),
            median_name(view.is_back_cast, language).to_owned(),
        ));
    }
    if !spread_of(view, lines).is_empty() {
        let words = language.pick("khoảng điểm các tỉnh hợp thành", "range of the merged provinces");
        items.push((Swatch::Upright(theme.hue(&view.subject.hues)), words.to_owned()));
    }
    items.extend(break_legend(view, theme, view.show == Show::Score, language));
    items
}

fn layout<'v>(view: &'v SeriesView, theme: &ChartTheme) -> Option<LinesLayout<'v>> {
    let lines = view
        .lines
        .iter()
        .take(MOST_LINES)
        .map(|line| DrawnLine {
            name: &line.label.name,
            points: &line.points,
            joins: match view.show {
                Show::Score => &line.score_joins,
                Show::Rank => &line.rank_joins,
            },
            province: Some(&line.label.province),
        })
        .collect();
    lay_out_lines(view, lines, Names::AtEnds, theme)
}

/// Height of the figure in a width class.
pub(super) fn height(view: &SeriesView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Lines over the years; at most six, more would not be told apart.
pub(super) fn draw(view: &SeriesView, theme: &ChartTheme) -> Drawing {
    match fit(theme, |theme| layout(view, theme)) {
        Some(lines) => draw_lines(&lines, theme),
        None => Plot::empty(theme, &view.text.finding),
    }
}

/// Draws lines over the years of a view, with its breaks and national medians.
pub(in crate::charts) fn draw_lines(fitted: &Fitted<LinesLayout<'_>>, theme: &ChartTheme) -> Drawing {
    let Fitted { parts, spare, height } = fitted;
    let LinesLayout {
        view,
        lines,
        axis,
        x,
        top,
        ..
    } = parts;
    let (x, top) = (*x, *top);
    let alone = lines.len() == 1;
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Column);
    let y = Linear {
        from: axis.at_bottom,
        to: axis.at_top,
        start: top + parts.grid_height + spare,
        end: top,
    };
    let upright = ScaleAxis::of(y)
        .lined(&axis.ticks)
        .named(&axis.ticks, axis.numbers, 6.0);
    let grid = plot.add_grid(&year_axis(view, x, 10.0), &upright);
    mark_breaks(&mut plot, grid, theme, view, x, [top, y.start]);

    if view.show == Show::Score {
        plot.add_path(grid, &median_path(view, theme));
    }

    let bars: Vec<Option<[f64; 2]>> = spread_of(view, lines)
        .into_iter()
        .flat_map(|(year, [lowest, highest])| {
            let at = f64::from(year.0);
            [Some([at, lowest]), Some([at, highest]), None]
        })
        .collect();
    if !bars.is_empty() {
        let look = LineStyle::new()
            .color(theme.hue(&view.subject.hues))
            .width(SPREAD_WIDTH)
            .type_(LineStyleType::Solid)
            .opacity(0.3);
        plot.add_lines(grid, &bars, look, 1);
    }
    let hues = theme.series();
    let mut paths: Vec<Path<'_>> = Vec::new();
    for (position, line) in lines.iter().enumerate() {
        let colour = if alone {
            theme.hue(&view.subject.hues)
        } else {
            hues[position]
        };
        paths.push(path_of(line, view, colour, position));
    }
    if parts.is_named_at_ends {
        label_ends(&mut paths, theme, y, x.end + 8.0, [top + 6.0, y.start - 6.0]);
    }
    for path in paths {
        plot.add_path(grid, &path);
    }
    plot.legend(&parts.legend);
    plot.finish(*height)
}

/// The line of a province or region.
fn path_of<'v>(line: &DrawnLine<'v>, view: &SeriesView, colour: &'v str, position: usize) -> Path<'v> {
    let (points, joins) = with_values(line.points, line.joins, |point| {
        let entry = Entry {
            column: column(view, point.year),
            name: line.name.to_owned(),
            colour: colour.to_owned(),
            value: point.score_text.clone(),
            rank: point.rank.map(|_| point.rank_text.clone()),
        };
        let mark = Mark {
            province: line.province.cloned(),
            ..Mark::saying(point.sentence.clone())
        };
        Some(([f64::from(point.year.0), value(point, view.show)?], mark.listed(entry)))
    });
    Path {
        name: line.name,
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

/// The national medians. They are listed among the values of a year; the keyboard visits the lines alone.
fn median_path<'v>(view: &'v SeriesView, theme: &ChartTheme) -> Path<'v> {
    let name = median_name(view.is_back_cast, view.subject.language);
    let (points, joins) = with_values(&view.medians, &view.median_joins, |point| {
        let median = point.median?;
        let entry = Entry {
            column: column(view, point.year),
            name: name.to_owned(),
            colour: theme.faint.to_owned(),
            value: marked(
                score_number(median, view.scale, view.subject.language),
                point.is_back_cast,
            ),
            rank: None,
        };
        Some(([f64::from(point.year.0), median], Mark::default().listed(entry)))
    });
    Path {
        name,
        colour: theme.faint,
        is_background: true,
        width: 2.0,
        opacity: 1.0,
        symbol: None,
        points,
        joins,
        label: None,
        z: 1,
    }
}

/// A year over its values, with what it can be compared with.
fn column(view: &SeriesView, year: Year) -> String {
    view.breaks
        .iter()
        .find(|entry| entry.year == year)
        .map_or_else(|| year.to_string(), |entry| entry.marker.clone())
}
