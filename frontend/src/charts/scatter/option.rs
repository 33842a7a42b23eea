//! Two figures set against each other: one symbol per province, its colour and shape those of its region.

use vithe_shared::{ProvinceSlug, query::FigureWidth};

use crate::{
    charts::{
        Chart, ScatterChart,
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::{text_width, wrap},
        plot::{
            Plot,
            axis::{ScaleAxis, TITLE_LINE},
            legend::{Legend, Swatch},
            marker::{Across, Marker},
            scale::{Linear, Ticks},
            symbol::{SymbolLook, series_symbol},
            text::{Anchor, LABEL, SMALL, TextLook},
        },
        theme::ChartTheme,
    },
    format::format_score,
    view_model::scatter_view::{AxisView, ScatterPointView, ScatterView},
};

const SIDE: f64 = 12.0;
const SYMBOL: f64 = 9.0;
/// From the points to the title below them, with the values between.
const TO_TITLE: f64 = 28.0;
/// Symbols of provinces that are picked out.
const LARGE: f64 = 14.0;

/// The values of an axis.
struct AxisScale {
    all: Linear,
    /// Those that are seen.
    seen: Linear,
    ticks: Ticks,
}

impl AxisScale {
    fn of(axis: &AxisView, scores: impl Iterator<Item = f64> + Clone, share: [f64; 2], steps: f64) -> Self {
        let lowest = scores.clone().fold(f64::INFINITY, f64::min);
        let highest = scores.fold(f64::NEG_INFINITY, f64::max);
        let ticks = Ticks::around(if axis.starts_at_zero { 0.0 } else { lowest }, highest, steps);
        let all = Linear {
            from: ticks.first(),
            to: ticks.last(),
            start: 0.0,
            end: 0.0,
        };
        let seen = all.part(share);
        Self {
            ticks: Ticks::around(seen.from, seen.to, steps).on(seen),
            all,
            seen,
        }
    }

    /// Between two pixels.
    fn between(&self, start: f64, end: f64) -> [Linear; 2] {
        [self.all, self.seen].map(|scale| Linear { start, end, ..scale })
    }
}

/// A rectangle in pixels: left, top, right, bottom.
type Area = [f64; 4];

struct ScatterLayout<'v> {
    /// The regions that have points, by their place among all.
    shown: Vec<(usize, &'v str)>,
    legend: Legend<'static>,
    x: AxisScale,
    y: AxisScale,
    x_title: String,
    y_title: String,
    /// Where the points begin.
    top: f64,
    left: f64,
    points_height: f64,
}

impl ScatterLayout<'_> {}

impl Layout for ScatterLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.points_height + TO_TITLE + title_height(&self.x_title) + 10.0
    }
}

fn title_height(title: &str) -> f64 {
    title.lines().count() as f64 * TITLE_LINE
}

fn layout<'v>(view: &'v ScatterView, theme: &ChartTheme) -> Option<ScatterLayout<'v>> {
    if view.points.is_empty() {
        return None;
    }
    let language = view.language;
    let hues = theme.series();
    let shown: Vec<(usize, &str)> = view
        .regions
        .iter()
        .enumerate()
        .filter(|(_, (region, _))| view.points.iter().any(|point| &point.label.region == region))
        .map(|(position, (_, name))| (position, name.as_str()))
        .collect();
    let mut items: Vec<(Swatch<'static>, String)> = shown
        .iter()
        .map(|(position, name)| {
            (
                Swatch::Province(*position, hues[position % hues.len()]),
                (*name).to_owned(),
            )
        })
        .collect();
    if medians(view).is_some() {
        items.push((
            Swatch::Dashed(theme.muted),
            language.pick("trung vị", "median").to_owned(),
        ));
    }
    let steps = if theme.is_narrow() { 4.0 } else { 6.0 };
    let zoom = theme.zoom;
    let x = AxisScale::of(&view.x, view.points.iter().map(|point| point.x), zoom.x, steps);
    let y = AxisScale::of(&view.y, view.points.iter().map(|point| point.y), zoom.y, steps);
    let y_width = y
        .ticks
        .values
        .iter()
        .map(|tick| text_width(&format_score(*tick, y.ticks.decimals, language), SMALL, false))
        .fold(0.0, f64::max);
    let left = SIDE + y_width + 10.0;
    let room = theme.pixels() - 2.0 * SIDE;
    let mut layout = ScatterLayout {
        shown,
        legend: Legend::new(items, SIDE, 4.0, room),
        x,
        y,
        x_title: wrap(&format!("→ {}", view.x.title), theme.pixels() - left - SIDE, SMALL),
        // It stands above the axis, level as all other words, from the edge of the figure on.
        y_title: wrap(&format!("↑ {}", view.y.title), room, SMALL),
        top: 0.0,
        left,
        points_height: match theme.class {
            FigureWidth::Narrow => 300.0,
            FigureWidth::Medium => 400.0,
            FigureWidth::Wide => 480.0,
        },
    };
    layout.top = 4.0 + layout.legend.height + 10.0 + title_height(&layout.y_title) + 12.0;
    Some(layout)
}

/// The medians of both axes, where both tables are complete.
fn medians(view: &ScatterView) -> Option<(f64, f64)> {
    view.x.median.zip(view.y.median)
}

/// Height of the figure in a width class.
pub(super) fn height(view: &ScatterView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Points by region; medians as dashed lines where both tables are complete.
pub(super) fn draw(view: &ScatterView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let shown = &parts.shown;
    let top = parts.top;
    let language = view.language;
    let hues = theme.series();
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Nearest);
    plot.zoomed(ScatterChart::ZOOMS);
    let [x_all, x] = parts.x.between(parts.left, theme.pixels() - SIDE - 10.0);
    let [y_all, y] = parts.y.between(top + parts.points_height + spare, top);
    let level = ScaleAxis::marked(x_all, &parts.x.ticks, language, 8.0).titled(parts.x_title.clone(), TO_TITLE, 0.0);
    let upright =
        ScaleAxis::marked(y_all, &parts.y.ticks, language, 6.0).titled(parts.y_title.clone(), 12.0, parts.left - SIDE);
    let grid = plot.add_grid(&level, &upright);
    if let Some((x_median, y_median)) = medians(view) {
        let median = |at: Across| Marker {
            at,
            colour: theme.muted,
            is_dashed: true,
            head: None,
        };
        plot.add_markers(
            grid,
            &[median(Across::Level(x_median)), median(Across::Upright(y_median))],
        );
    }

    let any_highlighted = view.points.iter().any(|point| point.label.highlighted);
    let opacity = if any_highlighted { 0.6 } else { 0.9 };
    let mark = |point: &ScatterPointView| {
        (
            [point.x, point.y],
            Mark::of(&point.label.province, point.sentence.clone()),
        )
    };
    for highlighted in [false, true] {
        for (position, name) in shown {
            let region = &view.regions[*position].0;
            let points: Vec<([f64; 2], Mark)> = view
                .points
                .iter()
                .filter(|point| &point.label.region == region && point.label.highlighted == highlighted)
                .map(mark)
                .collect();
            let look = SymbolLook::dot(if highlighted { LARGE } else { SYMBOL }, hues[position % hues.len()])
                .symbol(series_symbol(*position))
                .faded(if highlighted { 1.0 } else { opacity });
            plot.add_symbols(grid, &look, &points, if highlighted { 4 } else { 3 });
            plot.called(name);
        }
    }
    let frame = [x.start, top, x.end + 10.0, y.start];
    label_points(&mut plot, theme, view, [x, y], frame);
    plot.legend(&parts.legend);
    plot.finish(height)
}

/// Names the provinces that are picked out, or else those at the ends of both axes, each where its name hides least.
fn label_points(plot: &mut Plot<'_>, theme: &ChartTheme, view: &ScatterView, [x, y]: [Linear; 2], frame: Area) {
    let is_seen = |point: &&ScatterPointView| x.holds(point.x) && y.holds(point.y);
    let seen: Vec<&ScatterPointView> = view.points.iter().filter(is_seen).collect();
    let chosen: Vec<&ScatterPointView> = seen.iter().copied().filter(|point| point.label.highlighted).collect();
    let is_whole = theme.zoom.is_whole();
    let named = match (chosen.is_empty(), is_whole) {
        (false, true) => chosen.clone(),
        (true, true) => ends(view),
        // Come closer, every point is named that has room, those that are picked out first.
        (_, false) => {
            let others = seen.iter().copied().filter(|point| !point.label.highlighted);
            chosen.iter().copied().chain(others).collect()
        }
    };
    // A name that touches another symbol would be taken for its name.
    let clear = SYMBOL / 2.0 + 5.0;
    // No name may hide a symbol that is picked out, except its own.
    let mut taken: Vec<(&ProvinceSlug, Area)> = Vec::new();
    taken.extend(chosen.iter().map(|point| {
        let half = LARGE / 2.0 + 1.0;
        let [cx, cy] = [x.place(point.x), y.place(point.y)];
        (&point.label.province, around(cx, cy, half, half))
    }));
    for point in named {
        let own = &point.label.province;
        let is_chosen = point.label.highlighted;
        let (px, py) = (x.place(point.x), y.place(point.y));
        let half = text_width(&point.label.name, LABEL, is_chosen) / 2.0;
        let away = if is_chosen { LARGE } else { SYMBOL } / 2.0 + 4.0;
        // Beside it, above or below, then at its corners: the first that stays inside and hides no other name, and of
        // these the one that hides fewest symbols.
        let places = [
            [px + away + half, py],
            [px - away - half, py],
            [px, py - away - 7.0],
            [px, py + away + 7.0],
            [px + away + half - 4.0, py - away - 2.0],
            [px + away + half - 4.0, py + away + 2.0],
            [px - away - half + 4.0, py - away - 2.0],
            [px - away - half + 4.0, py + away + 2.0],
        ];
        let best = places
            .into_iter()
            .map(|[cx, cy]| ([cx, cy], around(cx, cy, half, 7.0)))
            .filter(|(_, area)| {
                area[0] >= frame[0] - 2.0 && area[2] <= frame[2] && area[1] >= frame[1] - 8.0 && area[3] <= frame[3]
            })
            .map(|(at, area)| {
                let names = taken
                    .iter()
                    .filter(|(other, other_area)| *other != own && overlap(*other_area, area))
                    .count();
                let hidden = seen
                    .iter()
                    .filter(|other| &other.label.province != own)
                    .filter(|other| overlap(around(x.place(other.x), y.place(other.y), clear, clear), area))
                    .count();
                (names, hidden, at, area)
            })
            .min_by_key(|(names, hidden, ..)| (*names, *hidden));
        let Some((names, hidden, at, area)) = best else {
            continue;
        };
        // A province that was asked for is always named; one at an end only where there is room.
        if !is_chosen && (names > 0 || (hidden > 0 && !is_whole)) {
            continue;
        }
        taken.push((own, area));
        plot.name_stands(own, area);
        let colour = if is_chosen { theme.ink } else { theme.muted };
        let look = TextLook::new(LABEL, colour)
            .bold(is_chosen)
            .anchored(Anchor::Centre)
            .haloed(theme.surface);
        plot.text(at, &point.label.name, look);
    }
}

/// The provinces with the lowest and highest score on each axis.
fn ends(view: &ScatterView) -> Vec<&ScatterPointView> {
    let by = |value: fn(&ScatterPointView) -> f64| {
        let compare = move |left: &&ScatterPointView, right: &&ScatterPointView| value(left).total_cmp(&value(right));
        [view.points.iter().max_by(compare), view.points.iter().min_by(compare)]
    };
    let mut ends: Vec<&ScatterPointView> = Vec::new();
    for point in by(|point| point.y).into_iter().chain(by(|point| point.x)).flatten() {
        if !ends.iter().any(|other| other.label.province == point.label.province) {
            ends.push(point);
        }
    }
    ends
}

fn around(x: f64, y: f64, half_width: f64, half_height: f64) -> Area {
    [x - half_width, y - half_height, x + half_width, y + half_height]
}

fn overlap(one: Area, other: Area) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}
