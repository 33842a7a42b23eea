//! Legends: the samples of what is drawn, each before its word. An entry with the name of a series is one of ECharts, which
//! switches the series; what explains parts that are no series, such as breaks or hatching, is drawn here.

use serde_json::{Value, json};
use vithe_shared::Language;

use super::{
    Plot, merged, round,
    symbol::series_symbol,
    text::{LABEL, TextLook},
    to_value,
};
use crate::charts::measure::text_width;

const LINE_HEIGHT: f64 = 20.0;
/// From the beginning of a sample to its word.
const SAMPLE: f64 = 22.0;
/// Between a word and the next sample.
const GAP: f64 = 16.0;

/// What the medians of all provinces are called, in legends and in what marks say.
pub(in crate::charts) const fn national_median(language: Language) -> &'static str {
    language.pick("trung vị cả nước", "national median")
}

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

impl Plot<'_> {
    /// One sample of a legend, its middle at the point.
    pub(in crate::charts) fn swatch(&mut self, at: [f64; 2], swatch: Swatch<'_>) {
        let (x, y) = (round(at[0]), round(at[1]));
        let theme = self.theme;
        let shaped = |kind: &str, shape: Value, style: Value| json!({"type": kind, "shape": shape, "style": style});
        let circle = |fill: &str, stroke: &str| {
            let style = json!({"fill": fill, "stroke": stroke, "lineWidth": 1.5});
            shaped("circle", json!({"cx": x, "cy": y, "r": 5}), style)
        };
        let square = |fill: &str| {
            let shape = json!({"x": x - 7.0, "y": y - 6.0, "width": 14, "height": 12});
            shaped(
                "rect",
                shape,
                json!({"fill": fill, "stroke": theme.border, "lineWidth": 0.5}),
            )
        };
        let stroke = |colour: &str, dash: Value| {
            let shape = json!({"x1": x - 8.0, "y1": y, "x2": x + 8.0, "y2": y});
            shaped(
                "line",
                shape,
                json!({"stroke": colour, "lineWidth": 2, "lineDash": dash}),
            )
        };
        let upright = |colour: &str, dash: Value| {
            let shape = json!({"x1": x, "y1": y - 8.0, "x2": x, "y2": y + 8.0});
            shaped(
                "line",
                shape,
                json!({"stroke": colour, "lineWidth": 1.5, "lineDash": dash}),
            )
        };
        let elements = match swatch {
            Swatch::Dot(colour) => vec![circle(colour, colour)],
            Swatch::Hollow(colour) => vec![circle(theme.surface, colour)],
            Swatch::Tick(colour) => vec![
                json!({"type": "rect", "shape": {"x": x - 1.0, "y": y - 7.0, "width": 2, "height": 14}, "style": {"fill": colour}}),
            ],
            Swatch::Diamond(colour) => vec![json!({
                "type": "polygon",
                "shape": {"points": [[x, y - 5.0], [x + 5.0, y], [x, y + 5.0], [x - 5.0, y]]},
                "style": {"fill": theme.surface, "stroke": colour, "lineWidth": 1.5},
            })],
            Swatch::Line(colour) => vec![stroke(colour, json!("solid"))],
            Swatch::Dashed(colour) => vec![stroke(colour, json!([4, 3]))],
            Swatch::Upright(colour) => vec![upright(colour, json!("solid"))],
            Swatch::UprightDashed(colour) => vec![upright(colour, json!([3, 3]))],
            Swatch::Square(colour) => vec![square(colour)],
            Swatch::Province(position, colour) => {
                let polygon =
                    |points: Value| json!({"type": "polygon", "shape": {"points": points}, "style": {"fill": colour}});
                vec![match position % 6 {
                    0 => circle(colour, colour),
                    1 => polygon(json!([
                        [x - 5.0, y - 5.0],
                        [x + 5.0, y - 5.0],
                        [x + 5.0, y + 5.0],
                        [x - 5.0, y + 5.0]
                    ])),
                    2 => polygon(json!([[x, y - 6.0], [x + 6.0, y + 5.0], [x - 6.0, y + 5.0]])),
                    3 => polygon(json!([[x, y - 6.0], [x + 6.0, y], [x, y + 6.0], [x - 6.0, y]])),
                    4 => polygon(json!([[x - 6.0, y - 5.0], [x + 6.0, y - 5.0], [x, y + 6.0]])),
                    _ => polygon(json!([
                        [x - 2.0, y - 6.0],
                        [x + 2.0, y - 6.0],
                        [x + 2.0, y - 2.0],
                        [x + 6.0, y - 2.0],
                        [x + 6.0, y + 2.0],
                        [x + 2.0, y + 2.0],
                        [x + 2.0, y + 6.0],
                        [x - 2.0, y + 6.0],
                        [x - 2.0, y + 2.0],
                        [x - 6.0, y + 2.0],
                        [x - 6.0, y - 2.0],
                        [x - 2.0, y - 2.0]
                    ])),
                }]
            }
            Swatch::Hatched => {
                let mut elements = vec![square(theme.missing)];
                for offset in [-4.0, 0.0, 4.0] {
                    elements.push(json!({
                        "type": "line",
                        "shape": {"x1": x + offset - 3.0, "y1": y + 6.0, "x2": x + offset + 3.0, "y2": y - 6.0},
                        "style": {"stroke": theme.hatch, "lineWidth": 1},
                    }));
                }
                elements
            }
        };
        self.graphics.extend(
            elements
                .into_iter()
                .map(|element| merged(element, json!({"silent": true, "z": 90}))),
        );
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
        let filled = |colour: &str| json!({"color": colour, "borderWidth": 0, "opacity": 1});
        let whole = [HEIGHT, HEIGHT];
        let hollow = |colour: &str| json!({"color": self.theme.surface, "borderColor": colour, "borderWidth": 1.5, "opacity": 1});
        let small = [HEIGHT - 2.0, HEIGHT - 2.0];
        let (icon, [width, height], style) = match item.swatch {
            Swatch::Province(position, colour) => (to_value(&series_symbol(position)), whole, filled(colour)),
            Swatch::Tick(colour) => (json!("rect"), [2.0, HEIGHT], filled(colour)),
            Swatch::Dot(colour) => (json!("circle"), whole, filled(colour)),
            Swatch::Hollow(colour) => (json!("circle"), small, hollow(colour)),
            Swatch::Diamond(colour) => (json!("diamond"), small, hollow(colour)),
            Swatch::Line(colour) => (json!("rect"), [16.0, 2.0], filled(colour)),
            Swatch::Dashed(colour) => (json!("path://M0,0H6V2H0Z M10,0H16V2H10Z"), [16.0, 2.0], filled(colour)),
            Swatch::Square(colour) => (json!("rect"), [14.0, HEIGHT], filled(colour)),
            // Uprights and hatching explain what is no series.
            Swatch::Upright(colour) | Swatch::UprightDashed(colour) => (json!("rect"), [2.0, 16.0], filled(colour)),
            Swatch::Hatched => (json!("rect"), [14.0, HEIGHT], filled(self.theme.missing)),
        };
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
