//! The distribution by region: one strip per region, one dot per province, a tick on the median.

use charming::element::{LineStyle, LineStyleType};
use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::{spread, text_width},
        plot::{
            Plot,
            axis::ScaleAxis,
            legend::{Legend, Swatch},
            scale::{Linear, Ticks},
            symbol::SymbolLook,
            text::{Anchor, LABEL, SMALL, TextLook},
        },
        theme::ChartTheme,
    },
    view_model::{
        distribution_view::{DistributionView, RegionDistribution},
        wording::score_number,
    },
};

const SIDE: f64 = 12.0;
const AXIS: f64 = 24.0;
const DOT: f64 = 10.0;
/// Below the strips.
const FOOT: f64 = 12.0;

struct DistributionLayout<'v> {
    ticks: Ticks,
    legend: Legend<'v>,
    /// Where the strips begin.
    top: f64,
    /// Where the axis begins.
    left: f64,
    strips: f64,
    strip_height: f64,
    /// Where in a strip its dots lie, as a part of its height.
    dots_at: f64,
}

impl Layout for DistributionLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.strips * self.strip_height + FOOT
    }
}

fn layout<'v>(view: &'v DistributionView, theme: &ChartTheme) -> Option<DistributionLayout<'v>> {
    let scores = view
        .regions
        .iter()
        .flat_map(|region| region.points.iter().map(|point| point.score));
    let lowest = scores.clone().fold(f64::INFINITY, f64::min);
    let highest = scores.fold(f64::NEG_INFINITY, f64::max);
    if !lowest.is_finite() {
        return None;
    }
    let language = view.subject.language;
    let mut items = vec![
        (
            Swatch::Dot(theme.hue(&view.subject.hues)),
            language.pick("một tỉnh", "one province").to_owned(),
        ),
        (
            Swatch::Tick(theme.ink),
            language.pick("trung vị của vùng", "regional median").to_owned(),
        ),
    ];
    if view.national_median.is_some() {
        items.push((
            Swatch::Dashed(theme.muted),
            language.pick("trung vị cả nước", "national median").to_owned(),
        ));
    }
    let legend = Legend::new(items, SIDE, 4.0, theme.pixels() - 2.0 * SIDE);
    // On a telephone the name stands above its strip, so that the strip has the whole width.
    let name_width = view
        .regions
        .iter()
        .map(|region| text_width(&region.short_name, LABEL, true))
        .fold(0.0, f64::max);
    let (left, strip_height, dots_at) = if theme.is_narrow() {
        (SIDE + 6.0, 72.0, 0.68)
    } else {
        (SIDE + name_width + 18.0, 64.0, 0.5)
    };
    Some(DistributionLayout {
        ticks: Ticks::around(lowest, highest, if theme.is_narrow() { 4.0 } else { 7.0 }),
        top: 4.0 + legend.height + 12.0 + AXIS,
        legend,
        left,
        strips: view.regions.len() as f64,
        strip_height,
        dots_at,
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &DistributionView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Strips by region.
pub(super) fn draw(view: &DistributionView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let DistributionLayout {
        ticks, top, dots_at, ..
    } = &parts;
    let (top, dots_at, count) = (*top, *dots_at, parts.strips);
    let row_height = parts.strip_height + spare / count;
    let language = view.subject.language;
    let hue = theme.hue(&view.subject.hues);
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Nearest);
    let x = Linear {
        from: ticks.first(),
        to: ticks.last(),
        start: parts.left,
        end: theme.pixels() - SIDE - 12.0,
    };
    let y = Linear {
        from: 0.0,
        to: count,
        start: top,
        end: top + count * row_height,
    };
    let level = ScaleAxis::marked(x, ticks, language, 4.0).at_far_side();
    let grid = plot.add_grid(&level, &ScaleAxis::of(y));
    for number in 0..=view.regions.len() {
        let at = top + number as f64 * row_height;
        plot.line([SIDE, at], [theme.pixels() - SIDE, at], theme.line, false);
    }
    if let Some(median) = view.national_median {
        plot.add_lines(
            grid,
            &[Some([median, 0.0]), Some([median, count])],
            LineStyle::new()
                .color(theme.muted)
                .width(1.0)
                .type_(LineStyleType::Dashed),
            1,
        );
    }
    let any_highlighted = view
        .regions
        .iter()
        .any(|region| region.points.iter().any(|point| point.label.highlighted));
    let mut dots: [Vec<([f64; 2], Mark)>; 2] = [Vec::new(), Vec::new()];
    let mut medians: Vec<([f64; 2], Mark)> = Vec::new();
    for (number, region) in view.regions.iter().enumerate() {
        let middle = number as f64 + dots_at;
        let lanes = lanes(region, x);
        let mut named: Vec<([f64; 2], &str)> = Vec::new();
        for (point, lane) in region.points.iter().zip(&lanes) {
            let mark = Mark::of(&point.label.province, point.sentence.clone());
            let at = [point.score, middle + lane * (DOT + 1.0) / row_height];
            dots[usize::from(point.label.highlighted)].push((at, mark));
            if point.label.highlighted {
                named.push(([x.place(point.score), y.place(at[1])], point.label.name.as_str()));
            }
        }
        if let Some(median) = region.median {
            medians.push(([median, middle], Mark::saying(region.median_sentence.clone())));
        }
        let row_top = top + number as f64 * row_height;
        label_above(
            &mut plot,
            theme,
            x,
            row_top + if theme.is_narrow() { 14.0 } else { 10.0 },
            &named,
        );
        name_region(&mut plot, theme, view, region, row_top, row_height);
    }
    plot.add_symbols(grid, &SymbolLook::tick(34.0, theme.ink), &medians, 2);
    let colour = if any_highlighted { theme.faint } else { hue };
    plot.add_symbols(grid, &SymbolLook::dot(DOT, colour).faded(0.85), &dots[0], 3);
    plot.add_symbols(grid, &SymbolLook::dot(DOT + 3.0, hue), &dots[1], 4);
    plot.legend(&parts.legend);
    plot.finish(height)
}

/// The region's name, its members on record and its median.
fn name_region(
    plot: &mut Plot,
    theme: &ChartTheme,
    view: &DistributionView,
    region: &RegionDistribution,
    top: f64,
    height: f64,
) {
    let language = view.subject.language;
    let facts = match region.median {
        Some(median) => score_number(median, view.scale, language),
        // With its noun: a bare count in the place of a median would be read as a rank.
        None => format!(
            "{}/{} {}",
            region.points.len(),
            region.members,
            language.pick("tỉnh", "provinces")
        ),
    };
    let name = TextLook::new(LABEL, theme.ink).bold(true);
    let detail = TextLook::new(SMALL, theme.muted);
    if theme.is_narrow() {
        plot.text([SIDE, top + 14.0], &region.short_name, name);
        plot.text(
            [theme.pixels() - SIDE, top + 14.0],
            &facts,
            detail.anchored(Anchor::Right),
        );
    } else {
        plot.text([SIDE, top + height / 2.0 - 8.0], &region.short_name, name);
        plot.text([SIDE, top + height / 2.0 + 9.0], &facts, detail);
    }
}

/// The names of points in one line above their strip, moved apart, with a lead to each point.
fn label_above(plot: &mut Plot, theme: &ChartTheme, x: Linear, height: f64, named: &[([f64; 2], &str)]) {
    let look = TextLook::new(LABEL, theme.ink)
        .bold(true)
        .haloed(theme.surface)
        .anchored(Anchor::Centre);
    let widest = named
        .iter()
        .map(|(_, name)| text_width(name, LABEL, true))
        .fold(0.0, f64::max);
    let wishes: Vec<f64> = named.iter().map(|(at, _)| at[0]).collect();
    // On a telephone the name of the region stands at the left of the same line.
    let low = if theme.is_narrow() {
        theme.pixels() * 0.45
    } else {
        x.start
    } + widest / 2.0;
    let high = (x.end - if theme.is_narrow() { 40.0 } else { 0.0 } - widest / 2.0).max(low);
    for ((at, name), centre) in named.iter().zip(spread(&wishes, widest + 8.0, low, high)) {
        plot.line([centre, height + 8.0], [at[0], at[1] - 5.0], theme.muted, false);
        plot.text([centre, height], name, look);
    }
}

/// Which lane each point of a region takes so that dots do not hide each other: 0 in the middle, then below and above.
fn lanes(region: &RegionDistribution, x: Linear) -> Vec<f64> {
    const LANES: [f64; 5] = [0.0, 1.0, -1.0, 2.0, -2.0];
    let mut last_in_lane = [f64::NEG_INFINITY; 5];
    region
        .points
        .iter()
        .map(|point| {
            let at = x.place(point.score);
            let free = (0..LANES.len())
                .find(|lane| at - last_in_lane[*lane] >= DOT)
                .unwrap_or(0);
            last_in_lane[free] = at;
            LANES[free]
        })
        .collect()
}
