//! The choropleth of the provinces with Hoàng Sa and Trường Sa.
//!
//! The whole sea is inside the view, so both archipelagos stand at their true place and nothing is cropped; the legend lies
//! on the open sea north of them. charming has no maps: the few fields needed are own structs.

use serde::Serialize;
use serde_json::{Value, json};
use vithe_shared::{Borders, ProvinceSlug, domain::Availability, query::FigureWidth};

use super::classes::{Class, classes};
use crate::{
    charts::{
        drawing::{Drawing, Mark},
        measure::text_width,
        plot::{
            Plot,
            legend::Swatch,
            text::{Anchor, LABEL, SMALL, TextLook},
            to_value,
        },
        theme::ChartTheme,
    },
    view_model::map_view::{MapRow, MapView},
};

/// West, east, south and north of the view in degrees: the borders with a margin, reefs of Trường Sa included.
const WEST: f64 = 101.9;
const EAST: f64 = 118.1;
const SOUTH: f64 = 6.9;
const NORTH: f64 = 23.6;
/// A degree of longitude at 16° north, in degrees of latitude.
const ASPECT: f64 = 0.961;
const HA_NOI: &str = "ha-noi";

/// An archipelago, the city or province it belongs to, and where its label stands.
struct Archipelago {
    name: &'static str,
    belongs_to: &'static str,
    province: &'static str,
    label: [f64; 2],
}

const ARCHIPELAGOS: [Archipelago; 2] = [
    Archipelago {
        name: "Hoàng Sa",
        belongs_to: "Đà Nẵng",
        province: "da-nang",
        label: [112.0, 17.55],
    },
    Archipelago {
        name: "Trường Sa",
        belongs_to: "Khánh Hòa",
        province: "khanh-hoa",
        label: [113.5, 12.1],
    },
];

/// `series.map` of ECharts, as far as it is used.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MapSeries {
    #[serde(rename = "type")]
    kind: &'static str,
    map: &'static str,
    name_property: &'static str,
    roam: bool,
    aspect_scale: f64,
    bounding_coords: [[f64; 2]; 2],
    layout_center: [f64; 2],
    layout_size: f64,
    selected_mode: bool,
    cursor: &'static str,
    item_style: Value,
    label: Value,
    emphasis: Value,
    data: Vec<MapItem>,
}

/// A province of the map.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MapItem {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    item_style: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Value>,
}

/// Height of the figure in a width class.
pub(super) const fn height(class: FigureWidth) -> u16 {
    match class {
        FigureWidth::Narrow => 372,
        FigureWidth::Medium => 700,
        FigureWidth::Wide => 820,
    }
}

/// Values in five classes of about as many provinces each; what is missing is hatched.
pub(super) fn draw(view: &MapView, theme: &ChartTheme) -> Drawing {
    let figure_height = height(theme.class);
    let height = f64::from(figure_height);
    let width = theme.pixels();
    let (view_width, view_height) = fitted(width, height);
    let (left, top) = ((width - view_width) / 2.0, (height - view_height) / 2.0);
    let place = |longitude: f64, latitude: f64| {
        [
            left + (longitude - WEST) / (EAST - WEST) * view_width,
            top + (NORTH - latitude) / (NORTH - SOUTH) * view_height,
        ]
    };
    let ramp = theme.ramp(&view.hues);
    let is_hatched = |row: &MapRow| view.before_ha_tay_merger && row.province.as_str() == HA_NOI;
    let values: Vec<f64> = view
        .rows
        .iter()
        .filter(|row| !is_hatched(row))
        .filter_map(|row| row.value)
        .collect();
    let classes = classes(view, &values);
    let class_of = |value: f64| {
        classes
            .iter()
            .find(|class| class.contains(value))
            .map(|class| ramp[class.number])
    };

    // On a telephone neighbours are a few pixels apart: only the first is named, the others are outlined.
    let most_names = if theme.is_narrow() { 1 } else { 6 };
    let named: Vec<&ProvinceSlug> = view
        .rows
        .iter()
        .filter(|row| row.highlighted)
        .map(|row| &row.province)
        .take(most_names)
        .collect();

    let mut data = Vec::new();
    let mut marks = Vec::new();
    for row in &view.rows {
        let hatched = is_hatched(row);
        let colour = row.value.filter(|_| !hatched).and_then(class_of);
        data.push(MapItem {
            name: row.province.to_string(),
            value: row.value.filter(|_| !hatched),
            item_style: item_style(colour, border_of(row, theme), theme),
            label: named.contains(&&row.province).then(|| {
                json!({
                    "show": true, "formatter": row.name, "color": theme.ink, "fontSize": LABEL, "fontWeight": 600,
                    "textBorderColor": theme.surface, "textBorderWidth": 3,
                })
            }),
        });
        marks.push(Mark::of(&row.province, row.sentence.clone()));
    }
    let series = MapSeries {
        kind: "map",
        map: match view.borders {
            Borders::Provinces63 => "vn63",
            Borders::Units34 => "vn34",
        },
        name_property: "slug",
        roam: false,
        aspect_scale: ASPECT,
        bounding_coords: [[WEST, NORTH], [EAST, SOUTH]],
        layout_center: [width / 2.0, height / 2.0],
        layout_size: view_width.max(view_height),
        selected_mode: false,
        cursor: "pointer",
        // A decal here would hatch every province; one that the answer does not have is plain.
        item_style: json!({"areaColor": theme.missing, "borderColor": theme.border, "borderWidth": 0.5}),
        label: json!({"show": false}),
        emphasis: json!({
            "label": {"show": false},
            "itemStyle": {"areaColor": Value::Null, "borderColor": theme.ink, "borderWidth": 1.6},
        }),
        data,
    };
    let mut plot = Plot::new(theme);
    plot.add_series(to_value(&series), marks);

    for archipelago in &ARCHIPELAGOS {
        let [x, y] = place(archipelago.label[0], archipelago.label[1]);
        let size = if theme.is_narrow() { SMALL } else { LABEL };
        // The second line takes the label point, the name stands above it: neither covers a reef.
        let above = if theme.is_narrow() { 0.0 } else { 15.0 };
        plot.text(
            [x, y - above],
            archipelago.name,
            TextLook::new(size, theme.ink).bold(true).anchored(Anchor::Centre),
        );
        if !theme.is_narrow() {
            let below = format!("({})", archipelago.belongs_to);
            plot.text(
                [x, y],
                &below,
                TextLook::new(SMALL, theme.muted).anchored(Anchor::Centre),
            );
        }
    }
    // Where the width is what limits the map, the legend uses the room above it.
    let [legend_left, legend_top] = place(109.4, 23.3);
    draw_legend(&mut plot, view, &classes, theme, [legend_left, legend_top - top]);
    plot.finish(figure_height)
}

/// The size of the view inside the figure, its shape kept.
fn fitted(width: f64, height: f64) -> (f64, f64) {
    let shape = (EAST - WEST) * ASPECT / (NORTH - SOUTH);
    if width / height > shape {
        (height * shape, height)
    } else {
        (width, width / shape)
    }
}

/// Colour and width of a province's border. The reefs of an archipelago are little more than their border: it is firmer.
fn border_of(row: &MapRow, theme: &ChartTheme) -> (&'static str, f64) {
    let has_reefs = ARCHIPELAGOS
        .iter()
        .any(|archipelago| archipelago.province == row.province.as_str());
    match (row.highlighted, has_reefs) {
        (true, _) => (theme.ink, 2.2),
        (false, true) => (theme.reef, 0.8),
        (false, false) => (theme.border, 0.5),
    }
}

fn item_style(colour: Option<&str>, (border, border_width): (&str, f64), theme: &ChartTheme) -> Value {
    match colour {
        Some(colour) => json!({"areaColor": colour, "borderColor": border, "borderWidth": border_width}),
        None => json!({
            "areaColor": theme.missing, "borderColor": border, "borderWidth": border_width,
            "decal": {"symbol": "rect", "color": theme.hatch, "dashArrayX": [1, 0], "dashArrayY": [1.2, 3.6], "rotation": -0.785, "symbolSize": 1},
        }),
    }
}

fn draw_legend(plot: &mut Plot, view: &MapView, classes: &[Class], theme: &ChartTheme, at: [f64; 2]) {
    let language = view.language;
    let (size, line_height) = if theme.is_narrow() {
        (SMALL, 17.0)
    } else {
        (LABEL, 22.0)
    };
    let number = |value: f64| view.written(value);
    let ramp = theme.ramp(&view.hues);
    let mut rows: Vec<(Swatch<'_>, String)> = classes
        .iter()
        .map(|class| {
            // Classes of all years are ranges, however many provinces of this year are in them.
            let range = if class.lowest == class.highest || (class.count == 1 && view.values_of_all_years.is_none()) {
                number(class.highest)
            } else {
                format!("{}–{}", number(class.lowest), number(class.highest))
            };
            (Swatch::Square(ramp[class.number]), format!("{range} ({})", class.count))
        })
        .collect();
    let has = |availability: Availability| view.rows.iter().any(|row| row.availability == availability);
    let not_on_record = has(Availability::NotOnRecord) || has(Availability::Disputed) || classes.is_empty();
    let missing_words = match (view.before_ha_tay_merger, has(Availability::Withheld), not_on_record) {
        (true, _, _) => Some(language.pick("địa giới trước 1/8/2008", "borders before 1 Aug 2008")),
        (false, true, true) => Some(language.pick("không công bố, chưa có", "withheld or not on record")),
        (false, true, false) => Some(language.pick("không công bố", "withheld")),
        (false, false, true) => Some(language.pick("chưa có số liệu", "not on record")),
        (false, false, false) => None,
    };
    rows.extend(missing_words.map(|words| (Swatch::Hatched, words.to_owned())));

    // On the narrowest telephones the words would run out of the figure.
    let widest = rows
        .iter()
        .map(|(_, words)| text_width(words, size, false))
        .fold(0.0, f64::max);
    let left = at[0].min(theme.pixels() - widest - 24.0);
    let mut y = at[1] + 8.0;
    plot.text([left, y], &view.legend, TextLook::new(size, theme.ink).bold(true));
    for (swatch, words) in rows {
        y += line_height;
        plot.swatch([left + 8.0, y], swatch);
        plot.text([left + 22.0, y], &words, TextLook::new(size, theme.ink));
    }
}
