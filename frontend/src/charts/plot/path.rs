//! Paths: the line of one subject through its points, with its symbols and its name at the end. A path is one series, and
//! where it runs dashed a second one of the same name, so that it stands out and fades as a whole.

use charming::{
    element::{LineStyle, LineStyleType, Symbol},
    series::Line,
};
use serde_json::{Value, json};

use super::{FADED, Plot, merged, round, text::LABEL, to_value};
use crate::{
    charts::{drawing::Mark, measure::text_width, theme::ChartTheme},
    view_model::series_view::Join,
};

/// Height of a name at the end of a path in pixels.
pub(in crate::charts) const NAME_LINE: f64 = 16.0;

/// A path to be drawn.
#[derive(Clone, Debug)]
pub(in crate::charts) struct Path<'a> {
    /// Whose it is.
    pub name: &'a str,
    pub colour: &'a str,
    /// Pixels.
    pub width: f64,
    /// What is seen of it while nothing is pointed at.
    pub opacity: f64,
    /// Whether it is one of those behind the others: it stands out in ink, and is named quietly.
    pub is_background: bool,
    /// The symbol of its points and its size in pixels. Only a line with symbols can carry its name.
    pub symbol: Option<(Symbol, f64)>,
    /// The points with what each says.
    pub points: Vec<([f64; 2], Mark)>,
    /// How point i is joined with point i + 1.
    pub joins: Vec<Join>,
    /// Its name at the end.
    pub label: Option<PathLabel>,
    pub z: i32,
}

impl Path<'_> {
    /// More or less of it seen.
    pub(in crate::charts) fn with_opacity(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }
}

/// The name at the end of a path, on a leader where it stands away from the last point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) struct PathLabel {
    /// Where it begins, at half its height, in pixels.
    pub at: [f64; 2],
    pub ink: &'static str,
    pub is_bold: bool,
    pub ground: &'static str,
    /// Colour of the leader.
    pub leader: &'static str,
}

/// The points of a line that have a value, and how each is joined with the next; where one lies between them without a value
/// they are not.
pub(in crate::charts) fn with_values<Point>(
    points: &[Point],
    joins: &[Join],
    value: impl Fn(&Point) -> Option<([f64; 2], Mark)>,
) -> (Vec<([f64; 2], Mark)>, Vec<Join>) {
    let mut kept: Vec<(usize, ([f64; 2], Mark))> = Vec::new();
    for (place, point) in points.iter().enumerate() {
        kept.extend(value(point).map(|value| (place, value)));
    }
    let kept_joins = kept
        .windows(2)
        .map(|pair| {
            let (from, to) = (pair[0].0, pair[1].0);
            joins.get(from).copied().filter(|_| to == from + 1).unwrap_or(Join::Gap)
        })
        .collect();
    (kept.into_iter().map(|(_, point)| point).collect(), kept_joins)
}

impl Plot<'_> {
    /// Adds a path.
    pub(in crate::charts) fn add_path(&mut self, grid: usize, path: &Path<'_>) {
        let province = path.points.first().and_then(|(_, mark)| mark.province.clone());
        if let (Some(label), Some(province)) = (path.label, &province) {
            /// Around the letters.
            const ROOM: f64 = 4.0;
            let ([x, y], width) = (label.at, text_width(path.name, LABEL, label.is_bold));
            let half = NAME_LINE / 2.0;
            self.name_stands(province, [x - ROOM, y - half, x + width + ROOM, y + half]);
        }
        let owner = Mark {
            province,
            ..Mark::default()
        };
        let mut data: Vec<Value> = Vec::new();
        let mut marks: Vec<Mark> = Vec::new();
        let mut dashed: Vec<Value> = Vec::new();
        let gap = || json!([null, null]);
        for (place, (at, mark)) in path.points.iter().enumerate() {
            data.push(json!(at));
            marks.push(mark.clone().standing(grid, *at));
            let Some((next, _)) = path.points.get(place + 1) else {
                break;
            };
            match path.joins.get(place) {
                Some(Join::Solid) => continue,
                Some(Join::Dashed) => dashed.extend([json!(at), json!(next), gap()]),
                Some(Join::Gap) | None => {}
            }
            data.push(gap());
            marks.push(owner.clone());
        }
        let look = |kind: LineStyleType, width: f64| {
            let style = LineStyle::new().color(path.colour).width(width).type_(kind);
            if path.opacity < 1.0 {
                style.opacity(path.opacity)
            } else {
                style
            }
        };
        if !dashed.is_empty() {
            let series = path_series(self.theme, grid, path, look(LineStyleType::Dashed, path.width.min(2.0)));
            let points = dashed.len();
            self.add_series(
                merged(series, json!({"symbol": "none", "data": dashed})),
                vec![owner; points],
            );
        }
        let mut series = path_series(self.theme, grid, path, look(LineStyleType::Solid, path.width));
        series = match &path.symbol {
            Some((symbol, size)) => merged(
                series,
                json!({
                    "symbol": symbol, "symbolSize": size,
                    "itemStyle": {"color": path.colour, "borderColor": self.theme.surface, "borderWidth": 1},
                }),
            ),
            None => merged(series, json!({"symbol": "none"})),
        };
        if let (Some(label), Some(last)) = (path.label, data.last_mut()) {
            *last = json!({"value": last.clone(), "label": {"show": true}});
            series = merged(series, label_options(path.name, label));
        }
        self.add_series(merged(series, json!({"data": data})), marks);
    }
}

/// A line of a path, without its points.
fn path_series(theme: &ChartTheme, grid: usize, path: &Path<'_>, look: LineStyle) -> Value {
    let series = Line::new()
        .name(path.name)
        .show_symbol(true)
        .connect_nulls(false)
        .silent(true)
        .x_axis_index(grid as f64)
        .y_axis_index(grid as f64)
        .line_style(look)
        .z(path.z);
    let colour = if path.is_background { theme.ink } else { path.colour };
    let scale = path.symbol.as_ref().map_or(Value::Bool(false), |_| json!(1.25));
    merged(
        to_value(&series),
        json!({
            "emphasis": {
                "focus": "series", "scale": scale,
                "lineStyle": {"opacity": 1, "width": path.width.max(1.5) + 0.5, "color": colour},
            },
            "blur": {
                "lineStyle": {"opacity": FADED * path.opacity}, "itemStyle": {"opacity": FADED},
                "label": {"opacity": FADED}, "labelLine": {"lineStyle": {"opacity": FADED}},
            },
        }),
    )
}

/// The label that its last datum shows, placed beforehand, so that no name hides another.
fn label_options(name: &str, label: PathLabel) -> Value {
    json!({
        "label": {
            "show": false, "formatter": name, "color": label.ink, "fontSize": LABEL, "fontWeight": if label.is_bold { 600 } else { 400 },
            "textBorderColor": label.ground, "textBorderWidth": 3,
        },
        "labelLayout": {"x": round(label.at[0]), "y": round(label.at[1]), "align": "left", "verticalAlign": "middle"},
        "labelLine": {"show": true, "lineStyle": {"color": label.leader, "type": "dotted", "width": 1}},
    })
}
