//! Ranks of two years, rank 1 on top, a line per province: the farthest movers or those picked out in colour and named at
//! both ends, everyone else thin and grey. Blue is up, orange is down; an arrow says the same.

use charming::element::Symbol;
use vithe_shared::{domain::Comparability, query::FigureWidth};

use crate::{
    charts::{
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::{spread, text_width},
        plot::{
            Plot,
            axis::ScaleAxis,
            legend::{Legend, Swatch},
            path::Path,
            scale::Linear,
            symbol::series_symbol,
            text::{Anchor, LABEL, SMALL, TextLook},
        },
        theme::ChartTheme,
    },
    format::Tone,
    view_model::{
        movers_view::{MoverRowView, MoversView},
        series_view::Join,
    },
};

const SIDE: f64 = 12.0;
/// Room of the rank numbers at the left edge.
const TICKS: f64 = 24.0;
/// From an axis to its labels.
const LEAD: f64 = 18.0;
/// Axes farther apart than this make every slope look flat.
const WIDEST: f64 = 560.0;
/// Axes nearer than this show no slope.
const NEAREST: f64 = 44.0;
/// Below the last rank.
const FOOT: f64 = 16.0;
/// Between a name and the places it moved, which stand in a column of their own.
const ARROW_GAP: f64 = 12.0;
/// Between two labels, so that none hides another.
const LABEL_GAP: f64 = 16.0;

/// A line whose province is named.
struct Named<'a> {
    row: &'a MoverRowView,
    ranks: [f64; 2],
    tone: Tone,
    colour: &'static str,
}

/// A line per province with its ranks in both years.
type Ranked<'v> = (&'v MoverRowView, [f64; 2]);

struct SlopeLayout<'v> {
    ranked: Vec<Ranked<'v>>,
    named: Vec<Named<'v>>,
    legend: Legend<'static>,
    x: Linear,
    /// Whether there is room for the places that each province moved.
    has_arrows: bool,
    last_rank: f64,
    /// Where the ranks begin.
    top: f64,
    ranks_height: f64,
}

impl Layout for SlopeLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.ranks_height + FOOT
    }
}

fn layout<'v>(view: &'v MoversView, theme: &ChartTheme) -> Option<SlopeLayout<'v>> {
    let ranked: Vec<Ranked<'v>> = view
        .ranked()
        .filter_map(|row| Some((row, [f64::from(row.ranks[0]?), f64::from(row.ranks[1]?)])))
        .collect();
    if ranked.is_empty() {
        return None;
    }
    let named: Vec<Named<'v>> = ranked
        .iter()
        .filter(|(row, _)| row.featured)
        .map(|(row, ranks)| {
            let tone = row.places.as_ref().map_or(Tone::Same, |places| places.tone);
            Named {
                row,
                ranks: *ranks,
                tone,
                colour: tone_colour(theme, tone),
            }
        })
        .collect();
    let legend = Legend::new(
        legend_items(view, theme, &named),
        SIDE,
        4.0,
        theme.pixels() - 2.0 * SIDE,
    );
    let (x, has_arrows) = x_scale(theme, &named);
    Some(SlopeLayout {
        last_rank: ranked
            .iter()
            .flat_map(|(_, ranks)| *ranks)
            .fold(f64::from(view.n[0].max(view.n[1])), f64::max),
        ranked,
        named,
        top: legend.height + 50.0 + marker_room(view),
        legend,
        x,
        has_arrows,
        ranks_height: match theme.class {
            FigureWidth::Narrow => 440.0,
            FigureWidth::Medium => 500.0,
            FigureWidth::Wide => 540.0,
        },
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &MoversView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Two rank axes joined by a line per province.
pub(super) fn draw(view: &MoversView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let SlopeLayout {
        ranked, named, x, top, ..
    } = &parts;
    let (x, top) = (*x, *top);
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Nearest);
    let y = Linear {
        from: 1.0,
        to: parts.last_rank,
        start: top + 8.0,
        end: top + parts.ranks_height + spare,
    };
    let grid = plot.add_grid(&ScaleAxis::of(x), &ScaleAxis::of(y));
    draw_axes(&mut plot, theme, view, x, y, parts.legend.height);

    // The narrower the chart, the denser the grey.
    let opacity = if theme.is_narrow() { 0.3 } else { 0.45 };
    for (row, ranks) in ranked.iter().filter(|(row, _)| !row.featured) {
        let dots = (Symbol::Circle, 4.0);
        let path = path_of(row, *ranks, theme.faint, dots);
        plot.add_path(grid, &path.with_opacity(opacity));
    }
    for line in named {
        let ends = (tone_symbol(line.tone), 9.0);
        let path = path_of(line.row, line.ranks, line.colour, ends);
        plot.add_path(
            grid,
            &Path {
                width: 2.5,
                z: 3,
                ..path
            },
        );
    }
    name_ends(&mut plot, theme, &parts, y);
    plot.legend(&parts.legend);
    plot.finish(height)
}

/// The line of a province, thin.
fn path_of<'v>(row: &'v MoverRowView, ranks: [f64; 2], colour: &'v str, symbol: (Symbol, f64)) -> Path<'v> {
    let point = |place: usize| {
        let at = [place as f64, ranks[place]];
        (at, Mark::of(&row.province, row.sentence.clone()))
    };
    Path {
        name: &row.name,
        colour,
        is_background: !row.featured,
        width: 0.8,
        opacity: 1.0,
        symbol: Some(symbol),
        points: vec![point(0), point(1)],
        joins: vec![Join::Solid],
        label: None,
        z: 1,
    }
}

const fn tone_colour(theme: &ChartTheme, tone: Tone) -> &'static str {
    match tone {
        Tone::Up => theme.up,
        Tone::Down => theme.down,
        Tone::Same => theme.ink,
    }
}

fn tone_symbol(tone: Tone) -> Symbol {
    match tone {
        Tone::Up => series_symbol(2),
        Tone::Down => series_symbol(4),
        Tone::Same => Symbol::Circle,
    }
}

/// The words left of the earlier axis: a telephone has room for the rank alone.
fn left_words(line: &Named<'_>, theme: &ChartTheme) -> String {
    if theme.is_narrow() {
        format!("{}", line.ranks[0])
    } else {
        format!("{}  {}", line.row.name, line.ranks[0])
    }
}

fn right_words(line: &Named<'_>) -> String {
    format!("{}  {}", line.ranks[1], line.row.name)
}

fn arrow_words<'a>(line: &'a Named<'_>) -> &'a str {
    line.row.places.as_ref().map_or("", |places| places.short.as_str())
}

/// The widest of some words about the named lines.
fn widest(named: &[Named<'_>], words: &dyn Fn(&Named<'_>) -> String) -> f64 {
    named
        .iter()
        .map(|line| text_width(&words(line), LABEL, true))
        .fold(20.0, f64::max)
}

/// The two axes as far apart as their labels leave room for, in the middle of what is left; and whether the places that
/// each province moved have room beside its name. Where axes would be too near each other, the marks alone say the direction.
fn x_scale(theme: &ChartTheme, named: &[Named<'_>]) -> (Linear, bool) {
    let start = SIDE + TICKS + widest(named, &|line| left_words(line, theme)) + LEAD;
    let names = widest(named, &right_words);
    let with_arrows = names + ARROW_GAP + widest(named, &|line| arrow_words(line).to_owned());
    let end_before = |taken: f64| theme.pixels() - SIDE - taken - LEAD;
    let has_arrows = end_before(with_arrows) - start >= NEAREST;
    let end = end_before(if has_arrows { with_arrows } else { names });
    let spare = (end - start - WIDEST).max(0.0) / 2.0;
    let x = Linear {
        from: 0.0,
        to: 1.0,
        start: start + spare,
        end: end - spare,
    };
    (x, has_arrows)
}

/// Room of the label over the lines where the years do not compare fully.
fn marker_room(view: &MoversView) -> f64 {
    if view.marker.is_some() { 18.0 } else { 0.0 }
}

/// The directions that occur among the named lines, and the others.
fn legend_items(view: &MoversView, theme: &ChartTheme, named: &[Named<'_>]) -> Vec<(Swatch<'static>, String)> {
    let language = view.language;
    let mut items = Vec::new();
    for (tone, words) in [
        (Tone::Up, language.pick("tăng bậc", "places won")),
        (Tone::Down, language.pick("giảm bậc", "places lost")),
        (Tone::Same, language.pick("giữ nguyên hạng", "rank unchanged")),
    ] {
        if named.iter().any(|line| line.tone == tone) {
            items.push((Swatch::Line(tone_colour(theme, tone)), words.to_owned()));
        }
    }
    if view.ranked().count() > named.len() {
        let others = language.pick("các tỉnh khác", "other provinces");
        items.push((Swatch::Line(theme.faint), others.to_owned()));
    }
    items
}

/// Years over both axes, rank numbers at the left edge, and the marker of years that do not compare fully.
fn draw_axes(plot: &mut Plot<'_>, theme: &ChartTheme, view: &MoversView, x: Linear, y: Linear, legend: f64) {
    let tens = (1..).map(|tens| f64::from(tens * 10)).take_while(|tick| *tick <= y.to);
    for tick in std::iter::once(1.0).chain(tens) {
        let at = y.place(tick);
        let look = TextLook::new(SMALL, theme.muted).anchored(Anchor::Right);
        plot.text([SIDE + TICKS - 8.0, at], &format!("{tick}"), look);
        plot.line([SIDE + TICKS - 2.0, at], [x.end, at], theme.line, false);
    }
    for (position, at) in [x.start, x.end].into_iter().enumerate() {
        let year = TextLook::new(LABEL, theme.ink).bold(true).anchored(Anchor::Centre);
        let count = TextLook::new(SMALL, theme.muted).anchored(Anchor::Centre);
        plot.text([at, legend + 18.0], &view.years[position].to_string(), year);
        plot.text([at, legend + 34.0], &format!("n = {}", view.n[position]), count);
        plot.line([at, y.start - 4.0], [at, y.end + 4.0], theme.muted, false);
    }
    if let Some(words) = view.marker {
        let firm = view.comparability == Comparability::NotComparable;
        let middle = f64::midpoint(x.start, x.end);
        let row = y.start - 20.0;
        plot.line([middle, row + 10.0], [middle, y.end], theme.faint, !firm);
        let half = text_width(words, SMALL, firm) / 2.0;
        let centre = middle.clamp(half + 2.0, theme.pixels() - half - 2.0);
        let look = TextLook::new(SMALL, if firm { theme.ink } else { theme.muted })
            .bold(firm)
            .anchored(Anchor::Centre)
            .haloed(theme.surface);
        plot.text([centre, row], words, look);
    }
}

/// Names and ranks at both ends, moved apart where they would touch, each with a lead to its line.
fn name_ends(plot: &mut Plot<'_>, theme: &ChartTheme, parts: &SlopeLayout<'_>, y: Linear) {
    let SlopeLayout {
        named, x, has_arrows, ..
    } = parts;
    let places = |end: usize| -> Vec<f64> {
        let wishes: Vec<f64> = named.iter().map(|line| y.place(line.ranks[end])).collect();
        spread(&wishes, LABEL_GAP, y.start, y.end)
    };
    let look = TextLook::new(LABEL, theme.ink).bold(true).haloed(theme.surface);
    for (line, label) in named.iter().zip(places(0)) {
        let at = y.place(line.ranks[0]);
        plot.line([x.start - 6.0, at], [x.start - LEAD + 3.0, label], line.colour, false);
        plot.text(
            [x.start - LEAD, label],
            &left_words(line, theme),
            look.anchored(Anchor::Right),
        );
    }
    let arrows = x.end + LEAD + widest(named, &right_words) + ARROW_GAP;
    for (line, label) in named.iter().zip(places(1)) {
        let at = y.place(line.ranks[1]);
        plot.line([x.end + 6.0, at], [x.end + LEAD - 3.0, label], line.colour, false);
        plot.text([x.end + LEAD, label], &right_words(line), look);
        let arrow = TextLook {
            colour: line.colour,
            ..look
        };
        if *has_arrows {
            plot.text([arrows, label], arrow_words(line), arrow);
        }
    }
}
