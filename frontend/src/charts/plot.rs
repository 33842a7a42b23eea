//! Puts a chart together: axes and series built with charming, texts and legends as fixed graphics.
//!
//! A figure has a fixed size (the width of its room and a height that follows from its content), so every text is placed here,
//! in pixels, from the measured width of its letters. That gives decimal commas without formatter functions, labels that do
//! not overlap, and the same picture on the server and in the browser.

use charming::{
    component::{Axis, Grid},
    element::{AxisLabel, AxisLine, AxisTick, AxisType, LineStyle, SplitLine, Symbol},
    series::{Line, Scatter},
};
use serde::Serialize;
use serde_json::{Value, json};
use vithe_shared::{ProvinceSlug, analytics::rounding::round_to};

use self::{
    scale::Linear,
    symbol::SymbolLook,
    text::{Anchor, FONT_FAMILY, LABEL, TextLook},
};
use super::{
    drawing::{Drawing, Mark, Name, Reach},
    layout::EMPTY_HEIGHT,
    measure::wrap,
    theme::ChartTheme,
    zoom::Zooms,
};

pub(super) mod axis;
pub(super) mod legend;
pub(super) mod marker;
pub(super) mod path;
pub(super) mod scale;
pub(super) mod symbol;
pub(super) mod text;

/// How much is left of what the pointer is not on.
pub(super) const FADED: f64 = 0.25;

/// A chart under construction.
pub(super) struct Plot<'a> {
    theme: &'a ChartTheme,
    grids: Vec<Value>,
    /// What is seen of the level and the upright scale of each grid of scales.
    seen: Vec<[Linear; 2]>,
    x_axes: Vec<Value>,
    y_axes: Vec<Value>,
    visual_maps: Vec<Value>,
    series: Vec<Value>,
    marks: Vec<Vec<Mark>>,
    graphics: Vec<Value>,
    legends: Vec<Value>,
    reach: Reach,
    zooms: Zooms,
    names: Vec<Name>,
}

impl<'a> Plot<'a> {
    pub(super) fn new(theme: &'a ChartTheme) -> Self {
        Self {
            theme,
            grids: Vec::new(),
            seen: Vec::new(),
            x_axes: Vec::new(),
            y_axes: Vec::new(),
            visual_maps: Vec::new(),
            series: Vec::new(),
            marks: Vec::new(),
            graphics: Vec::new(),
            legends: Vec::new(),
            reach: Reach::default(),
            zooms: Zooms::No,
            names: Vec::new(),
        }
    }

    /// Says how the pointer finds the marks.
    pub(super) const fn reached(&mut self, reach: Reach) {
        self.reach = reach;
    }

    /// Says which axes of the first grid come closer.
    pub(super) const fn zoomed(&mut self, zooms: Zooms) {
        self.zooms = zooms;
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
        let room = Grid::new()
            .left(left)
            .top(top)
            .width(width)
            .height(height)
            .contain_label(false);
        self.grids
            .push(merged(to_value(&room), json!({"outerBoundsMode": "none"})));
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
            merged(
                to_value(&series),
                json!({"data": data, "blur": {"lineStyle": {"opacity": FADED}}}),
            ),
            Vec::new(),
        );
    }

    /// Gives the series added last a name, by which the legend switches it.
    pub(super) fn called(&mut self, name: &str) {
        if let Some(Value::Object(series)) = self.series.last_mut() {
            series.insert("name".to_owned(), json!(name));
        }
    }

    /// Says that the series added last belongs to a province as a whole: it stands out and fades with its marks.
    pub(super) fn belongs_to(&mut self, province: &ProvinceSlug) {
        if let Some(marks) = self.marks.last_mut() {
            *marks = vec![Mark::of(province, String::new())];
        }
    }

    /// Says that the name of a province stands there: left, top, right, bottom in pixels.
    pub(super) fn name_stands(&mut self, province: &ProvinceSlug, area: [f64; 4]) {
        self.names.push(Name {
            province: province.clone(),
            area,
        });
    }

    /// Symbols in one look, with what each says.
    pub(super) fn add_symbols(&mut self, grid: usize, look: &SymbolLook<'_>, points: &[([f64; 2], Mark)], z: i32) {
        let series = Scatter::new()
            .x_axis_index(grid as f64)
            .y_axis_index(grid as f64)
            .symbol(look.symbol.clone());
        // By its province a symbol is known again in the next state of the page, and goes to its new place.
        let data: Vec<Value> = points
            .iter()
            .map(|([x, y], mark)| match &mark.province {
                Some(province) => json!({"id": province, "value": [x, y]}),
                None => json!([x, y]),
            })
            .collect();
        let style = if look.hollow {
            json!({"color": self.theme.surface, "borderColor": look.colour, "borderWidth": 1.5})
        } else if look.outlined {
            json!({"color": look.colour, "borderColor": self.theme.surface, "borderWidth": 1, "opacity": look.opacity})
        } else {
            json!({"color": look.colour, "opacity": look.opacity})
        };
        let overlay = json!({
            "symbolSize": look.size, "itemStyle": style, "z": z, "data": data, "silent": true,
            "emphasis": {"focus": "self", "scale": 1.25, "itemStyle": {"opacity": 1}},
            "blur": {"itemStyle": {"opacity": FADED}},
        });
        let marks = points
            .iter()
            .map(|(at, mark)| mark.clone().standing(grid, *at))
            .collect();
        self.add_series(merged(to_value(&series), overlay), marks);
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

    /// Takes their places from marks beyond the part that is seen: the pointer does not mean them.
    fn hide_beyond(&mut self) {
        if self.theme.zoom.is_whole() {
            return;
        }
        for mark in self.marks.iter_mut().flatten() {
            let is_beyond = mark.at.is_some_and(|place| {
                let scales = self.seen.get(place.grid);
                scales.is_some_and(|scales| !scales.iter().zip(place.value).all(|(scale, value)| scale.holds(value)))
            });
            if is_beyond {
                mark.at = None;
            }
        }
    }

    /// The finished option of a figure of a height in pixels.
    pub(super) fn finish(mut self, height: u16) -> Drawing {
        self.hide_beyond();
        let mut option = json!({
            "animation": false,
            "backgroundColor": self.theme.surface,
            "textStyle": {"fontFamily": FONT_FAMILY},
            "series": self.series,
            "graphic": self.graphics,
        });
        if self.reach == Reach::Column {
            for axis in &mut self.x_axes {
                axis["axisPointer"] = json!({
                    "show": true, "snap": true, "triggerEmphasis": false, "label": {"show": false},
                    "lineStyle": {"color": self.theme.faint, "type": "solid", "width": 1},
                });
            }
        }
        let parts = [
            ("grid", self.grids),
            ("xAxis", self.x_axes),
            ("yAxis", self.y_axes),
            ("visualMap", self.visual_maps),
            ("legend", self.legends),
            ("dataZoom", self.theme.zoom.options(self.zooms)),
        ];
        for (key, values) in parts {
            if !values.is_empty() {
                option[key] = Value::Array(values);
            }
        }
        Drawing {
            option,
            height,
            marks: self.marks,
            reach: self.reach,
            names: self.names,
        }
    }

    /// A chart that only says why it is empty.
    pub(super) fn empty(theme: &'a ChartTheme, words: &str) -> Drawing {
        let mut plot = Self::new(theme);
        let width = theme.pixels();
        plot.text(
            [width / 2.0, f64::from(EMPTY_HEIGHT) / 2.0],
            &wrap(words, width - 48.0, LABEL),
            TextLook::new(LABEL, theme.muted).anchored(Anchor::Centre),
        );
        plot.finish(EMPTY_HEIGHT)
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
    round_to(value, 1)
}
