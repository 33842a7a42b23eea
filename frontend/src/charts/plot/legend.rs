//! Legends: the samples of what is drawn, each before its word. An entry with the name of a series is one of ECharts, which
//! switches the series; what explains parts that are no series, such as breaks or hatching, is drawn here.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{
    Plot, round,
    text::{LABEL, TextLook},
};
use crate::charts::{measure::text_width, theme::ChartTheme};

const LINE_HEIGHT: f64 = 20.0;
/// From the beginning of a sample to its word.
const SAMPLE: f64 = 22.0;
/// Between a word and the next sample.
const GAP: f64 = 16.0;

/// The sample before a word of a legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) enum Swatch<'a> {
    Dot(&'a str),
    Hollow(&'a str),
    Tick(&'a str),
    Diamond(&'a str),
    Line(&'a str),
    Dashed(&'a str),
    Upright(&'a str),
    UprightDashed(&'a str),
    Square(&'a str),
    /// The symbol of the province at a position.
    Province(usize, &'a str),
    Hatched,
}

/// Samples and words in as many lines as they need, placed but not drawn.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::charts) struct Legend<'a> {
    items: Vec<LegendItem<'a>>,
    /// Pixels from its top to its bottom; 0 without items.
    pub height: f64,
}

/// One sample and its word, from where the sample begins.
#[derive(Clone, Debug, PartialEq)]
struct LegendItem<'a> {
    swatch: Swatch<'a>,
    words: String,
    at: [f64; 2],
}

impl<'a> Legend<'a> {
    /// Breaks the items into lines within a width.
    pub(in crate::charts) fn new(
        items: impl IntoIterator<Item = (Swatch<'a>, String)>,
        left: f64,
        top: f64,
        width: f64,
    ) -> Self {
        let (mut x, mut y) = (left, top + LINE_HEIGHT / 2.0);
        let mut placed = Vec::new();
        for (swatch, words) in items {
            let taken = SAMPLE + 2.0 + text_width(&words, LABEL, false) + GAP;
            if x > left && x + taken - GAP > left + width {
                x = left;
                y += LINE_HEIGHT;
            }
            placed.push(LegendItem {
                swatch,
                words,
                at: [x, y],
            });
            x += taken;
        }
        let height = if placed.is_empty() {
            0.0
        } else {
            y + LINE_HEIGHT / 2.0 - top
        };
        Self { items: placed, height }
    }
}

/// A part of a sample: an outline around its middle, filled.
struct Piece<'a> {
    outline: Vec<[f64; 2]>,
    fill: &'a str,
    /// Colour and width of its rim in pixels.
    rim: Option<(&'a str, f64)>,
}

/// A circle as an outline.
fn circle(radius: f64) -> Vec<[f64; 2]> {
    /// One turn of 24: cosine and sine of 15°. Computing them would bring a library along.
    const TURN: [f64; 2] = [0.965_925_826_289_068_3, 0.258_819_045_102_520_76];
    let turned = |[x, y]: [f64; 2]| [x * TURN[0] - y * TURN[1], x * TURN[1] + y * TURN[0]];
    std::iter::successors(Some([radius, 0.0]), |point| Some(turned(*point)))
        .take(24)
        .collect()
}

/// A rectangle around a point.
fn rectangle([x, y]: [f64; 2], width: f64, height: f64) -> Vec<[f64; 2]> {
    let (half, tall) = (width / 2.0, height / 2.0);
    [[-half, -tall], [half, -tall], [half, tall], [-half, tall]]
        .map(|[dx, dy]| [x + dx, y + dy])
        .to_vec()
}

/// The symbols of `series_symbol` as outlines.
fn symbol_outline(position: usize) -> Vec<[f64; 2]> {
    match position % 6 {
        0 => circle(5.0),
        1 => rectangle([0.0, 0.0], 10.0, 10.0),
        2 => vec![[0.0, -6.0], [6.0, 5.0], [-6.0, 5.0]],
        3 => vec![[0.0, -6.0], [6.0, 0.0], [0.0, 6.0], [-6.0, 0.0]],
        4 => vec![[-6.0, -5.0], [6.0, -5.0], [0.0, 6.0]],
        _ => {
            let arm = [[-2.0, -6.0], [2.0, -6.0], [2.0, -2.0]];
            // A quarter of the cross, turned three times.
            (0..4)
                .flat_map(|turns| arm.map(|point| (0..turns).fold(point, |[x, y]: [f64; 2], _| [-y, x])))
                .collect()
        }
    }
}

impl Swatch<'_> {
    fn pieces<'s>(&'s self, theme: &'s ChartTheme) -> Vec<Piece<'s>> {
        let filled = |outline: Vec<[f64; 2]>, fill: &'s str| Piece {
            outline,
            fill,
            rim: None,
        };
        let hollow = |outline: Vec<[f64; 2]>, rim: &'s str| Piece {
            outline,
            fill: theme.surface,
            rim: Some((rim, 1.5)),
        };
        let square = |fill: &'s str| Piece {
            outline: rectangle([0.0, 0.0], 14.0, 12.0),
            fill,
            rim: Some((theme.border, 0.5)),
        };
        match self {
            Self::Dot(colour) => vec![filled(circle(5.0), colour)],
            Self::Hollow(colour) => vec![hollow(circle(5.0), colour)],
            Self::Diamond(colour) => vec![hollow(vec![[0.0, -5.0], [5.0, 0.0], [0.0, 5.0], [-5.0, 0.0]], colour)],
            Self::Tick(colour) => vec![filled(rectangle([0.0, 0.0], 2.0, 14.0), colour)],
            Self::Line(colour) => vec![filled(rectangle([0.0, 0.0], 16.0, 2.0), colour)],
            Self::Dashed(colour) => [-6.0, 0.0, 6.0]
                .map(|x| filled(rectangle([x, 0.0], 4.0, 2.0), colour))
                .into(),
            Self::Upright(colour) => vec![filled(rectangle([0.0, 0.0], 1.5, 16.0), colour)],
            Self::UprightDashed(colour) => [-6.0, 0.0, 6.0]
                .map(|y| filled(rectangle([0.0, y], 1.5, 3.0), colour))
                .into(),
            Self::Square(colour) => vec![square(colour)],
            Self::Province(position, colour) => vec![filled(symbol_outline(*position), colour)],
            Self::Hatched => {
                let stroke = |x: f64| {
                    let outline = vec![[x - 3.5, 6.0], [x - 2.5, 6.0], [x + 3.5, -6.0], [x + 2.5, -6.0]];
                    filled(outline, theme.hatch)
                };
                std::iter::once(square(theme.missing))
                    .chain([-4.0, 0.0, 4.0].map(stroke))
                    .collect()
            }
        }
    }
}

impl Plot<'_> {
    /// One sample of a legend, its middle at the point.
    pub(in crate::charts) fn swatch(&mut self, at: [f64; 2], swatch: Swatch<'_>) {
        for Piece { outline, fill, rim } in swatch.pieces(self.theme) {
            let points: Vec<[f64; 2]> = outline
                .iter()
                .map(|[x, y]| [round(at[0] + x), round(at[1] + y)])
                .collect();
            let (stroke, width) = rim.unwrap_or((fill, 0.0));
            self.graphics.push(json!({
                "type": "polygon", "shape": {"points": points}, "silent": true, "z": 90,
                "style": {"fill": fill, "stroke": stroke, "lineWidth": width},
            }));
        }
    }

    /// Draws a legend where it was placed, once all series are there: each entry that names one switches it.
    pub(in crate::charts) fn legend(&mut self, legend: &Legend<'_>) {
        let look = TextLook::new(LABEL, self.theme.ink);
        for item in &legend.items {
            let [x, y] = item.at;
            if self.series.iter().any(|series| series["name"] == item.words.as_str()) {
                self.legends.push(self.switch(item));
            } else {
                self.swatch([x + 8.0, y], item.swatch);
                self.text([x + SAMPLE, y], &item.words, look);
            }
        }
    }

    /// An entry of ECharts' legend at its place.
    fn switch(&self, item: &LegendItem<'_>) -> Value {
        const HEIGHT: f64 = 12.0;
        let [x, y] = item.at;
        let pieces = item.swatch.pieces(self.theme);
        let mut icon = "path://".to_owned();
        let [mut width, mut height] = [0.0_f64, 0.0_f64];
        for piece in &pieces {
            for (place, [x, y]) in piece.outline.iter().enumerate() {
                // Writing to a string cannot fail.
                let _ = write!(icon, "{}{x:.1} {y:.1}", if place == 0 { 'M' } else { 'L' });
                width = width.max(2.0 * x.abs());
                height = height.max(2.0 * y.abs());
            }
            icon.push('Z');
        }
        let style = pieces.first().map(|piece| {
            let (stroke, width) = piece.rim.unwrap_or((piece.fill, 0.0));
            json!({"color": piece.fill, "borderColor": stroke, "borderWidth": width, "opacity": 1})
        });
        // The middle of the sample is the one of a swatch.
        let left = x + 8.0 - width / 2.0;
        let entry = json!({"name": item.words, "itemStyle": style, "icon": icon});
        json!({
            "type": "plain", "data": [entry], "left": round(left), "top": round(y - height.max(HEIGHT) / 2.0), "padding": 0,
            "itemWidth": width, "itemHeight": height, "itemGap": 0, "inactiveColor": self.theme.faint,
            "textStyle": {
                "color": self.theme.ink, "fontSize": LABEL, "lineHeight": HEIGHT,
                "padding": [0, 0, 0, round((x + SAMPLE - left - width - 5.0).max(0.0))],
            },
        })
    }

    /// Draws the colours of a ramp side by side between its two ends in words, its middle at a height.
    pub(in crate::charts) fn ramp_legend(&mut self, legend: &RampLegend, ramp: &[&str], middle: f64) {
        let look = TextLook::new(LABEL, self.theme.ink);
        let [lowest, highest] = legend.ends;
        self.text([legend.left, middle], lowest, look);
        let mut x = legend.left + text_width(lowest, LABEL, false) + 8.0;
        for colour in ramp {
            self.rectangle(x, middle - 6.0, legend.cell - 1.0, 12.0, colour);
            x += legend.cell;
        }
        self.text([x + 7.0, middle], highest, look);
    }
}

/// A legend of a ramp, placed but not drawn.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::charts) struct RampLegend {
    ends: [&'static str; 2],
    left: f64,
    /// Width of a colour.
    cell: f64,
    /// Where it ends on the right.
    pub right: f64,
}

impl RampLegend {
    /// Places the legend of so many colours; they are as wide as the words leave room for before `limit`.
    pub(in crate::charts) fn new(ends: [&'static str; 2], colours: usize, left: f64, limit: f64) -> Self {
        const WIDEST_CELL: f64 = 22.0;
        let words = ends.map(|end| text_width(end, LABEL, false));
        let colours = colours as f64;
        let around = words[0] + 8.0 + 7.0 + words[1];
        let cell = ((limit - left - around) / colours).clamp(8.0, WIDEST_CELL);
        Self {
            ends,
            left,
            cell,
            right: left + around + colours * cell,
        }
    }
}
