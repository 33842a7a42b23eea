//! Puts a chart together: axes and series built with charming, texts and legends as fixed graphics.
//!
//! A figure has a fixed size (its width class and a height that follows from its content), so every text is placed here, in
//! pixels, from the measured width of its letters. That gives decimal commas without formatter functions, labels that do
//! not overlap, and the same picture on the server and in the browser.

use charming::{
    component::{Axis, Grid},
    element::{AxisLabel, AxisLine, AxisTick, AxisType, LineStyle, SplitLine, Symbol},
    series::{Line, Scatter},
};
use serde::Serialize;
use serde_json::{Value, json};
use vithe_shared::api::Scale;

use super::{Mark, measure::text_width, theme::ChartTheme};

/// Smallest text of a figure.
pub(super) const SMALL: f64 = 11.0;
/// Text of labels.
pub(super) const LABEL: f64 = 12.0;
const FONT_FAMILY: &str = "'Be Vietnam Pro', sans-serif";

/// A drawn option with what its items say.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The ECharts option.
    pub option: Value,
    /// Height in pixels.
    pub height: u16,
    /// What each item says, by series and data index.
    pub marks: Vec<Vec<Mark>>,
}

/// A linear scale from values to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Linear {
    /// The value at `start`.
    pub from: f64,
    /// The value at `end`.
    pub to: f64,
    /// Pixel of `from`.
    pub start: f64,
    /// Pixel of `to`.
    pub end: f64,
}

impl Linear {
    /// The pixel of a value.
    pub(super) fn place(self, value: f64) -> f64 {
        let span = self.to - self.from;
        if span == 0.0 {
            f64::midpoint(self.start, self.end)
        } else {
            self.start + (value - self.from) / span * (self.end - self.start)
        }
    }
}

/// Evenly spaced round values around a range.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ticks {
    /// The values, ascending; the first and the last enclose the range.
    pub values: Vec<f64>,
    /// The decimals they need.
    pub decimals: u8,
}

impl Ticks {
    /// About `count` steps of 1, 2 or 5 times a power of ten.
    pub(super) fn around(lowest: f64, highest: f64, count: f64) -> Self {
        let (lowest, highest) = if lowest < highest {
            (lowest, highest)
        } else {
            (lowest - 1.0, highest + 1.0)
        };
        let raw = (highest - lowest) / count.max(1.0);
        let power = 10_f64.powf(raw.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * power)
            .find(|step| *step >= raw)
            .unwrap_or(power * 10.0);
        let first = (lowest / step).floor();
        let last = (highest / step).ceil();
        let decimals = (0..4_u8)
            .find(|decimals| {
                let scaled = step * 10_f64.powi(i32::from(*decimals));
                (scaled - scaled.round()).abs() < 1e-9
            })
            .unwrap_or(4);
        let mut values = Vec::new();
        let mut position = first;
        while position <= last + 0.5 {
            // Rounded, so that 0.1 + 0.2 does not reach an option.
            values.push(vithe_shared::analytics::rounding::round_to(position * step, 6));
            position += 1.0;
        }
        Self { values, decimals }
    }

    /// Ticks over a whole scale of the publisher, both ends on a tick: 1, 4, 7, 10 on a telephone for a scale of 1 to 10.
    pub(super) fn over(scale: Scale, narrow: bool) -> Vec<f64> {
        let span = scale.max - scale.min;
        let step = match (span <= 10.0, narrow) {
            (true, true) => span / 3.0,
            (true, false) => 1.0,
            (false, true) => span / 4.0,
            (false, false) => span / 10.0,
        };
        let mut values = Vec::new();
        let mut value = scale.min;
        while value <= scale.max + 1e-9 {
            values.push(vithe_shared::analytics::rounding::round_to(value, 6));
            value += step;
        }
        values
    }

    pub(super) fn first(&self) -> f64 {
        self.values.first().copied().unwrap_or_default()
    }

    pub(super) fn last(&self) -> f64 {
        self.values.last().copied().unwrap_or_default()
    }
}

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Left,
    Centre,
    Right,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TextLook {
    pub size: f64,
    pub colour: &'static str,
    pub semibold: bool,
    pub anchor: Anchor,
    /// Whether the ground shines around the letters, for texts over marks.
    pub halo: Option<&'static str>,
}

impl TextLook {
    pub(super) const fn new(size: f64, colour: &'static str) -> Self {
        Self {
            size,
            colour,
            semibold: false,
            anchor: Anchor::Left,
            halo: None,
        }
    }

    pub(super) const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(super) const fn bold(self, semibold: bool) -> Self {
        Self { semibold, ..self }
    }

    pub(super) const fn haloed(self, ground: &'static str) -> Self {
        Self {
            halo: Some(ground),
            ..self
        }
    }
}

/// The sample before a word of a legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Swatch<'a> {
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

/// A chart under construction.
pub(super) struct Plot<'a> {
    theme: &'a ChartTheme,
    grids: Vec<Value>,
    x_axes: Vec<Value>,
    y_axes: Vec<Value>,
    visual_maps: Vec<Value>,
    series: Vec<Value>,
    marks: Vec<Vec<Mark>>,
    graphics: Vec<Value>,
}

impl<'a> Plot<'a> {
    pub(super) fn new(theme: &'a ChartTheme) -> Self {
        Self {
            theme,
            grids: Vec::new(),
            x_axes: Vec::new(),
            y_axes: Vec::new(),
            visual_maps: Vec::new(),
            series: Vec::new(),
            marks: Vec::new(),
            graphics: Vec::new(),
        }
    }

    /// A rectangle of two value axes without labels; gives its number. `x_lines` draws a line at each tick.
    pub(super) fn add_grid(&mut self, x: Linear, y: Linear, x_ticks: &[f64], y_ticks: &[f64]) -> usize {
        let number = self.grids.len();
        let (left, right) = (x.start.min(x.end), x.start.max(x.end));
        let (top, bottom) = (y.start.min(y.end), y.start.max(y.end));
        self.grids.push(to_value(
            &Grid::new()
                .left(left)
                .top(top)
                .width(right - left)
                .height(bottom - top)
                .contain_label(false),
        ));
        let axis = |scale: Linear, vertical: bool| {
            // Pixels grow downwards, values of an upright axis upwards.
            let inverse = if vertical {
                scale.start < scale.end
            } else {
                scale.start > scale.end
            };
            Axis::new()
                .type_(AxisType::Value)
                .grid_index(number as f64)
                .min(scale.from.min(scale.to))
                .max(scale.from.max(scale.to))
                .inverse(inverse)
                .axis_label(AxisLabel::new().show(false))
                .axis_tick(AxisTick::new().show(false))
                .axis_line(AxisLine::new().show(false))
                .split_line(SplitLine::new().show(false))
        };
        self.x_axes.push(to_value(&axis(x, false)));
        self.y_axes.push(to_value(&axis(y, true)));
        for tick in x_ticks {
            self.line([x.place(*tick), top], [x.place(*tick), bottom], self.theme.line, false);
        }
        for tick in y_ticks {
            self.line([left, y.place(*tick)], [right, y.place(*tick)], self.theme.line, false);
        }
        number
    }

    /// A grid of categories for a heat map.
    pub(super) fn add_cells(
        &mut self,
        left: f64,
        top: f64,
        width: f64,
        height: f64,
        columns: Vec<String>,
        rows: Vec<String>,
    ) {
        let number = self.grids.len();
        self.grids.push(to_value(
            &Grid::new()
                .left(left)
                .top(top)
                .width(width)
                .height(height)
                .contain_label(false),
        ));
        let axis = |names: Vec<String>, inverse: bool| {
            Axis::new()
                .type_(AxisType::Category)
                .grid_index(number as f64)
                .inverse(inverse)
                .axis_label(AxisLabel::new().show(false))
                .axis_tick(AxisTick::new().show(false))
                .axis_line(AxisLine::new().show(false))
                .split_line(SplitLine::new().show(false))
                .data(names)
        };
        self.x_axes.push(to_value(&axis(columns, false)));
        self.y_axes.push(to_value(&axis(rows, true)));
    }

    pub(super) fn add_visual_map(&mut self, visual_map: Value) {
        self.visual_maps.push(visual_map);
    }

    /// A series with what its items say; `marks` runs along its data.
    pub(super) fn add_series(&mut self, series: Value, marks: Vec<Mark>) {
        self.series.push(series);
        self.marks.push(marks);
    }

    /// Lines without symbols in one look; a `None` interrupts. Silent.
    pub(super) fn add_lines(&mut self, grid: usize, points: &[Option<[f64; 2]>], look: LineStyle, z: i32) {
        if points.is_empty() {
            return;
        }
        let series = Line::new()
            .symbol(Symbol::None)
            .show_symbol(false)
            .connect_nulls(false)
            .silent(true)
            .x_axis_index(grid as f64)
            .y_axis_index(grid as f64)
            .line_style(look)
            .z(z);
        let data: Vec<Value> = points
            .iter()
            .map(|point| point.map_or_else(|| json!([null, null]), |[x, y]| json!([x, y])))
            .collect();
        self.add_series(
            merged(to_value(&series), json!({"data": data, "animation": false})),
            Vec::new(),
        );
    }

    /// Symbols in one look, with what each says.
    pub(super) fn add_symbols(&mut self, grid: usize, look: &SymbolLook<'_>, points: &[([f64; 2], Mark)], z: i32) {
        if points.is_empty() {
            return;
        }
        let series = Scatter::new()
            .x_axis_index(grid as f64)
            .y_axis_index(grid as f64)
            .symbol(look.symbol.clone());
        let data: Vec<Value> = points.iter().map(|([x, y], _)| json!([x, y])).collect();
        let style = if look.hollow {
            json!({"color": self.theme.surface, "borderColor": look.colour, "borderWidth": 1.5})
        } else if look.outlined {
            json!({"color": look.colour, "borderColor": self.theme.surface, "borderWidth": 1, "opacity": look.opacity})
        } else {
            json!({"color": look.colour, "opacity": look.opacity})
        };
        let overlay = json!({
            "symbolSize": look.size, "itemStyle": style, "z": z, "data": data, "cursor": "pointer",
            "emphasis": {"scale": 1.25, "itemStyle": {"opacity": 1}},
        });
        let marks = points.iter().map(|(_, mark)| mark.clone()).collect();
        self.add_series(merged(to_value(&series), overlay), marks);
    }

    /// A text at a point, its middle at the height of the point.
    pub(super) fn text(&mut self, at: [f64; 2], text: &str, look: TextLook) {
        let align = match look.anchor {
            Anchor::Left => "left",
            Anchor::Centre => "center",
            Anchor::Right => "right",
        };
        let weight = if look.semibold { 600 } else { 400 };
        let mut style = json!({
            "text": text, "fill": look.colour, "align": align, "verticalAlign": "middle",
            "font": format!("{weight} {}px {FONT_FAMILY}", look.size), "lineHeight": (look.size * 1.2).round(),
        });
        if let Some(ground) = look.halo {
            style = merged(style, json!({"stroke": ground, "lineWidth": 3}));
        }
        self.graphics.push(
            json!({"type": "text", "x": round(at[0]), "y": round(at[1]), "style": style, "silent": true, "z": 100}),
        );
    }

    /// A text that reads upwards from its point.
    pub(super) fn upright_text(&mut self, at: [f64; 2], text: &str, look: TextLook) {
        self.text(at, text, look);
        if let Some(Value::Object(element)) = self.graphics.last_mut() {
            element.insert("rotation".to_owned(), json!(std::f64::consts::FRAC_PI_2));
        }
    }

    /// A thin straight line behind the marks.
    pub(super) fn line(&mut self, from: [f64; 2], to: [f64; 2], colour: &str, dashed: bool) {
        let dash = if dashed { json!([4, 3]) } else { json!("solid") };
        self.graphics.push(json!({
            "type": "line", "silent": true, "z": 0,
            "shape": {"x1": round(from[0]), "y1": round(from[1]), "x2": round(to[0]), "y2": round(to[1])},
            "style": {"stroke": colour, "lineWidth": 1, "lineDash": dash},
        }));
    }

    /// A filled rectangle behind the marks.
    pub(super) fn rectangle(&mut self, left: f64, top: f64, width: f64, height: f64, colour: &str) {
        self.graphics.push(json!({
            "type": "rect", "silent": true, "z": 0,
            "shape": {"x": round(left), "y": round(top), "width": round(width), "height": round(height)},
            "style": {"fill": colour},
        }));
    }

    /// One sample of a legend, its middle at the point.
    pub(super) fn swatch(&mut self, at: [f64; 2], swatch: Swatch<'_>) {
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

    /// Samples and words in as many lines as they need; gives the height they take.
    pub(super) fn legend(&mut self, items: &[(Swatch<'_>, String)], left: f64, top: f64, width: f64) -> f64 {
        const LINE_HEIGHT: f64 = 20.0;
        let look = TextLook::new(LABEL, self.theme.ink);
        let (mut x, mut y) = (left, top + LINE_HEIGHT / 2.0);
        for (swatch, words) in items {
            let taken = 24.0 + text_width(words, LABEL, false) + 16.0;
            if x > left && x + taken - 16.0 > left + width {
                x = left;
                y += LINE_HEIGHT;
            }
            self.swatch([x + 8.0, y], *swatch);
            self.text([x + 22.0, y], words, look);
            x += taken;
        }
        if items.is_empty() {
            0.0
        } else {
            y + LINE_HEIGHT / 2.0 - top
        }
    }

    /// The colours of a ramp side by side between its two ends in words; gives where it ends on the right.
    pub(super) fn ramp_legend(&mut self, ramp: &[&str], ends: [&str; 2], at: [f64; 2]) -> f64 {
        const CELL: f64 = 22.0;
        let look = TextLook::new(LABEL, self.theme.ink);
        let [mut x, y] = at;
        self.text([x, y], ends[0], look);
        x += text_width(ends[0], LABEL, false) + 8.0;
        for colour in ramp {
            self.rectangle(x, y - 6.0, CELL - 1.0, 12.0, colour);
            x += CELL;
        }
        x += 7.0;
        self.text([x, y], ends[1], look);
        x + text_width(ends[1], LABEL, false)
    }

    /// The finished option.
    pub(super) fn finish(self, height: f64) -> Drawing {
        let mut option = json!({
            "animation": false,
            "backgroundColor": self.theme.surface,
            "textStyle": {"fontFamily": FONT_FAMILY},
            "series": self.series,
            "graphic": self.graphics,
        });
        let parts = [
            ("grid", self.grids),
            ("xAxis", self.x_axes),
            ("yAxis", self.y_axes),
            ("visualMap", self.visual_maps),
        ];
        for (key, values) in parts {
            if !values.is_empty() {
                option[key] = Value::Array(values);
            }
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a height of at most a few thousand pixels"
        )]
        let height = height.ceil().clamp(0.0, 10_000.0) as u16;
        Drawing {
            option,
            height,
            marks: self.marks,
        }
    }

    /// A chart that only says why it is empty.
    pub(super) fn empty(theme: &'a ChartTheme, words: &str) -> Drawing {
        let mut plot = Self::new(theme);
        let width = theme.pixels();
        let wrapped = super::measure::wrap(words, width - 48.0, LABEL);
        plot.text(
            [width / 2.0, 80.0],
            &wrapped,
            TextLook::new(LABEL, theme.muted).anchored(Anchor::Centre),
        );
        plot.finish(160.0)
    }
}

/// How the symbols of a series look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SymbolLook<'a> {
    pub symbol: Symbol,
    pub size: Value,
    pub colour: &'a str,
    pub hollow: bool,
    /// A thin rim of the ground, so that touching marks stay apart.
    pub outlined: bool,
    pub opacity: f64,
}

impl<'a> SymbolLook<'a> {
    pub(super) fn dot(size: f64, colour: &'a str) -> Self {
        Self {
            symbol: Symbol::Circle,
            size: json!(size),
            colour,
            hollow: false,
            outlined: true,
            opacity: 1.0,
        }
    }

    pub(super) fn hollow(self) -> Self {
        Self { hollow: true, ..self }
    }

    pub(super) fn faded(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }

    pub(super) fn symbol(self, symbol: Symbol) -> Self {
        Self { symbol, ..self }
    }

    pub(super) fn tick(height: f64, colour: &'a str) -> Self {
        Self {
            symbol: Symbol::Rect,
            size: json!([2.5, height]),
            colour,
            hollow: false,
            outlined: false,
            opacity: 1.0,
        }
    }
}

/// The symbols of up to six provinces: a second cue beside the hue.
pub(super) fn series_symbol(position: usize) -> Symbol {
    const TRIANGLE_DOWN: &str = "path://M0,0 L10,0 L5,9 Z";
    const CROSS: &str = "path://M3,0 L7,0 L7,3 L10,3 L10,7 L7,7 L7,10 L3,10 L3,7 L0,7 L0,3 L3,3 Z";
    match position % 6 {
        0 => Symbol::Circle,
        1 => Symbol::Rect,
        2 => Symbol::Triangle,
        3 => Symbol::Diamond,
        4 => Symbol::Custom(TRIANGLE_DOWN.to_owned()),
        _ => Symbol::Custom(CROSS.to_owned()),
    }
}

/// Serialises a part of charming.
pub(super) fn to_value(part: &impl Serialize) -> Value {
    // charming's types are plain structs: serialising them cannot fail.
    serde_json::to_value(part).unwrap_or_default()
}

/// Adds what charming cannot express; keys of `overlay` win.
pub(super) fn merged(mut base: Value, overlay: Value) -> Value {
    if let (Value::Object(base), Value::Object(overlay)) = (&mut base, overlay) {
        base.extend(overlay);
    }
    base
}

/// Tenths of a pixel are enough, and keep options short.
fn round(value: f64) -> f64 {
    vithe_shared::analytics::rounding::round_to(value, 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ticks_enclose_their_range_in_even_round_steps(lowest in -500.0_f64..500.0, span in 0.01_f64..500.0, count in 2.0_f64..10.0) {
            let ticks = Ticks::around(lowest, lowest + span, count);
            prop_assert!(ticks.first() <= lowest + 1e-6 && ticks.last() >= lowest + span - 1e-6);
            prop_assert!(ticks.values.len() <= 14);
            let step = ticks.values[1] - ticks.values[0];
            prop_assert!(ticks.values.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < 1e-5));
        }
    }

    #[test]
    fn a_scale_of_ones_to_ten_has_a_tick_at_both_ends() {
        let scale = Scale {
            min: 1.0,
            max: 10.0,
            unit: vithe_shared::api::ScoreUnit::Points,
            decimals: vithe_shared::presentation::ShownDecimals { least: 2, most: 2 },
            cost: false,
        };
        assert_eq!(Ticks::over(scale, true), [1.0, 4.0, 7.0, 10.0]);
        assert_eq!(Ticks::over(scale, false).len(), 10);
    }
}
