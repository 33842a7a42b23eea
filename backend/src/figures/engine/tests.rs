//! Draws with the real bundle and fonts: needs `cargo xtask assets` before. Figures in
//! here are made up and mean nothing.

mod limits;

use std::{collections::BTreeSet, fs, io::Write as _, path::Path};

use resvg::tiny_skia::Pixmap;
use serde_json::json;

use super::*;
use crate::assets::SiteAssets;

const TITLE: &str = "Hình thử";

fn engine() -> FigureEngine {
    engine_with(1, EngineLimits::default())
}

fn engine_with(workers: usize, limits: EngineLimits) -> FigureEngine {
    let assets = EngineAssets {
        bundle: SiteAssets::engine_bundle().unwrap(),
        fonts: SiteAssets::figure_fonts().unwrap(),
        maps: BTreeMap::from([("vn63".to_owned(), borders())]),
    };
    FigureEngine::new(assets, workers, limits).unwrap()
}

fn borders() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../datasets/geo/vn63.geojson");
    fs::read_to_string(path).unwrap()
}

fn size(width: u16, height: u16) -> FigureSize {
    FigureSize::new(width, height).unwrap()
}

fn bar_option() -> Value {
    json!({
        "grid": { "left": 8, "right": 48, "top": 8, "bottom": 8 },
        "xAxis": { "type": "value", "show": false },
        "yAxis": {
            "type": "category",
            "inverse": true,
            "axisTick": { "show": false },
            "data": ["Đồng bằng sông Cửu Long", "Trung du và miền núi phía Bắc", "Tây Nguyên",
                     "Bắc Trung Bộ và Duyên hải miền Trung", "Đông Nam Bộ"],
        },
        "series": [{
            "type": "bar",
            "data": [5, 4, 3, { "value": 2, "itemStyle": { "color": "#D55E00" } }, 1],
            "itemStyle": { "color": "#0072B2" },
            "label": { "show": true, "position": "right", "fontWeight": 600, "formatter": "▲ {c}" },
        }],
    })
}

fn line_option() -> Value {
    json!({
        "grid": { "left": 40, "right": 150, "top": 16, "bottom": 28 },
        "xAxis": { "type": "category", "boundaryGap": false,
                   "data": ["2016", "2017", "2018", "2019", "2020", "2021"] },
        "yAxis": { "type": "value", "inverse": true, "min": 1, "max": 63 },
        "series": [
            { "type": "line", "name": "Hậu Giang", "data": [9, 20, null, 41, 39, 38], "lineStyle": { "color": "#0072B2", "width": 2 },
              "endLabel": { "show": true, "formatter": "{a}", "fontWeight": 600, "color": "#0072B2" },
              "markLine": { "symbol": "none", "label": { "formatter": "đổi cách tính" }, "data": [{ "xAxis": "2019" }] } },
            { "type": "line", "name": "Trung vị cả nước", "data": [30, 31, 32, 33, 32, 31], "lineStyle": { "color": "#888", "type": "dashed" },
              "endLabel": { "show": true, "formatter": "{a}" } },
        ],
    })
}

fn heatmap_option() -> Value {
    let names: Vec<String> = (1..=63).map(|number| format!("Tỉnh số {number}")).collect();
    let cells: Vec<Value> = (0..630)
        .map(|cell| json!([cell % 10, cell / 10, (cell * 7) % 63]))
        .collect();
    json!({
        "grid": { "left": 90, "right": 8, "top": 60, "bottom": 8 },
        "xAxis": { "type": "category", "position": "top",
                   "data": ["Gia nhập thị trường", "Đất đai", "Minh bạch", "Thời gian", "Chi phí không chính thức",
                            "Cạnh tranh", "Năng động", "Hỗ trợ", "Lao động", "Pháp lý"],
                   "axisLabel": { "interval": 0, "rotate": 30 } },
        "yAxis": { "type": "category", "inverse": true, "data": names, "axisLabel": { "interval": 0, "fontSize": 10 } },
        "visualMap": { "show": false, "min": 0, "max": 62, "inRange": { "color": ["#f1f5f9", "#0072B2"] } },
        "series": [{ "type": "heatmap", "data": cells, "itemStyle": { "borderColor": "#fff", "borderWidth": 1 } }],
    })
}

fn map_option() -> Value {
    let borders: Value = serde_json::from_str(&borders()).unwrap();
    let data: Vec<Value> = borders["features"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .map(|(index, feature)| {
            let name = &feature["properties"]["slug"];
            if index == 20 {
                json!({ "name": name, "value": null, "itemStyle": { "areaColor": "#eeeeee", "decal": {
                    "symbol": "rect", "color": "#999999", "dashArrayX": [1, 0], "dashArrayY": [2, 4], "rotation": -0.785 } } })
            } else {
                json!({ "name": name, "value": index })
            }
        })
        .collect();
    json!({
        "visualMap": { "type": "piecewise", "right": 16, "top": 16, "min": 0, "max": 63, "splitNumber": 5,
                       "inRange": { "color": ["#dbeafe", "#0072B2"] } },
        "series": [{ "type": "map", "map": "vn63", "nameProperty": "slug", "aspectScale": 0.96,
                     "left": 8, "right": 8, "top": 8, "bottom": 8, "preserveAspect": true,
                     "itemStyle": { "borderColor": "#ffffff", "borderWidth": 0.5 }, "data": data }],
    })
}

fn gzipped(text: &str) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

fn parses_as_svg(svg: &str) -> bool {
    resvg::usvg::Tree::from_str(svg, &resvg::usvg::Options::default()).is_ok()
}

fn dark_pixels(png: &[u8]) -> usize {
    let picture = Pixmap::decode_png(png).unwrap();
    picture
        .pixels()
        .iter()
        .filter(|pixel| pixel.red() < 128 && pixel.green() < 128 && pixel.blue() < 128)
        .count()
}

#[tokio::test]
async fn every_kind_of_chart_is_drawn_with_its_vietnamese_labels() {
    let engine = engine();
    for (option, label) in [
        (bar_option(), "Đồng bằng sông Cửu Long"),
        (line_option(), "Trung vị cả nước"),
        (heatmap_option(), "Chi phí không chính thức"),
        (map_option(), "12.6 - 25.2"),
    ] {
        let svg = engine.render_svg(&option, size(720, 480), TITLE).await.unwrap();
        assert!(svg.contains(&format!(">{label}</text>")), "{label} is missing");
        assert!(svg.contains("role=\"img\" aria-label=\"Hình thử\""));
        assert!(svg.contains("font-family:'Be Vietnam Pro'"));
        assert!(!svg.contains("ecmeta_") && !svg.contains("zr0-") && !svg.contains("<style"));
        assert!(parses_as_svg(&svg));
    }
}

#[tokio::test]
async fn vietnamese_labels_get_the_room_they_need_and_no_more() {
    const LABEL: &str = "Đồng bằng sông Cửu Long";
    const IN_CHROMIUM: f64 = 154.35;
    let engine = engine();
    // ECharts puts the labels of an axis at the left edge when there is no room, so
    // their right end tells how wide it thinks they are, with a constant gap.
    let mut right_ends = Vec::new();
    for label in [LABEL.to_owned(), LABEL.repeat(2)] {
        let option = json!({
            "grid": { "left": 0, "right": 0, "top": 0, "bottom": 0 },
            "xAxis": { "type": "value", "show": false },
            "yAxis": { "type": "category", "data": [label], "axisLabel": { "fontSize": 12 } },
            "series": [{ "type": "bar", "data": [1] }],
        });
        let svg = engine.render_svg(&option, size(720, 100), TITLE).await.unwrap();
        let place = svg.split("transform=\"translate(").nth(1).unwrap();
        let right_end: f64 = place.split(' ').next().unwrap().parse().unwrap();
        right_ends.push(right_end);
    }
    let measured = right_ends[1] - right_ends[0];

    let font = SiteAssets::require("server/be-vietnam-pro-400.ttf").unwrap().bytes;
    let face = ttf_parser::Face::parse(&font, 0).unwrap();
    let units: u32 = LABEL
        .chars()
        .map(|character| face.glyph_index(character).unwrap())
        .map(|glyph| u32::from(face.glyph_hor_advance(glyph).unwrap()))
        .sum();
    let true_width = f64::from(units) / f64::from(face.units_per_em()) * 12.0;
    for expected in [true_width, IN_CHROMIUM] {
        assert!(
            (measured / expected - 1.0).abs() < 0.02,
            "measured {measured}, expected {expected}"
        );
    }
}

#[tokio::test]
async fn text_and_symbols_do_not_vanish_from_png_without_fonts_of_the_system() {
    let engine = engine();
    let text = |text: &str, weight: u16| {
        json!({ "graphic": [{ "type": "text", "left": 10, "top": 10,
                "style": { "text": text, "fontSize": 20, "fontWeight": weight, "fill": "#000000" } }] })
    };
    let mut counts = Vec::new();
    for (content, weight) in [
        ("Hậu Giang", 400),
        ("Hậu Giang", 600),
        ("▲▼", 400),
        ("ễ", 400),
        ("", 400),
    ] {
        let png = engine
            .render_png(&text(content, weight), size(200, 50), Resolution::of_screen(1))
            .await
            .unwrap();
        counts.push(dark_pixels(&png));
    }
    let [regular, semibold, symbols, letter, nothing] = counts[..] else {
        panic!("five pictures were drawn");
    };
    assert!(regular > 200, "{counts:?}");
    assert!(semibold > regular, "{counts:?}");
    assert!(symbols > 40, "{counts:?}");
    assert!(letter > 20, "{counts:?}");
    assert_eq!(nothing, 0);
}

#[tokio::test]
async fn a_png_has_the_scale_asked_for() {
    let png = engine()
        .render_png(&bar_option(), size(300, 200), Resolution::of_screen(2))
        .await
        .unwrap();
    let picture = Pixmap::decode_png(&png).unwrap();
    assert_eq!((picture.width(), picture.height()), (600, 400));
}

#[tokio::test]
async fn a_file_of_its_own_carries_the_glyphs_it_shows_and_little_more() {
    let engine = engine();
    let option = bar_option();
    let inline = engine.render_svg(&option, size(720, 300), TITLE).await.unwrap();
    let alone = engine
        .render_standalone_svg(&option, size(720, 300), TITLE)
        .await
        .unwrap();
    assert!(alone.contains("<title>Hình thử</title>"));
    assert!(alone.contains("font-weight:400;src:url(data:font/woff2;base64,"));
    assert!(alone.contains("font-weight:600;src:url(data:font/woff2;base64,"));
    assert!(
        alone.contains("unicode-range:U+25B2"),
        "the arrow comes from another font"
    );
    assert!(parses_as_svg(&alone));
    let extra = gzipped(&alone) - gzipped(&inline);
    assert!(extra <= 8 * 1024, "the fonts weigh {extra} bytes");
}

#[tokio::test]
async fn a_map_of_all_provinces_is_light_and_hatches_what_is_missing() {
    let svg = engine().render_svg(&map_option(), size(720, 900), TITLE).await.unwrap();
    assert!(svg.contains("<pattern "));
    let ids: BTreeSet<&str> = svg
        .split("id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(ids.iter().all(|id| id.starts_with('f')), "{ids:?}");
    let weight = gzipped(&svg);
    assert!(weight <= 45 * 1024, "the map weighs {weight} bytes");
}

#[tokio::test]
async fn a_map_that_was_not_given_is_a_clear_error() {
    let option = json!({ "geo": { "map": "atlantis" } });
    let error = engine().render_svg(&option, size(300, 300), TITLE).await.unwrap_err();
    assert!(matches!(error, EngineError::UnknownMap(name) if name == "atlantis"));
}

#[tokio::test]
async fn a_figure_is_the_same_whatever_was_drawn_before() {
    let engine = engine();
    let option = line_option();
    let first = engine.render_svg(&option, size(720, 300), TITLE).await.unwrap();
    engine.render_svg(&bar_option(), size(720, 300), TITLE).await.unwrap();
    let second = engine.render_svg(&option, size(720, 300), TITLE).await.unwrap();
    assert_eq!(first, second);
}

/// Times and weights of each kind of chart, and the pictures to look at:
/// `FIGURES_DIR=… cargo nextest run -p vithe --run-ignored only figures_to_look_at --no-capture`.
#[tokio::test]
#[ignore = "writes pictures for people to look at"]
async fn figures_to_look_at() {
    let folder = std::env::var("FIGURES_DIR").unwrap();
    let engine = engine();
    engine.render_svg(&json!({}), size(100, 100), TITLE).await.unwrap();
    for (name, option, size) in [
        ("bar", bar_option(), size(720, 300)),
        ("line", line_option(), size(720, 360)),
        ("heatmap", heatmap_option(), size(720, 900)),
        ("map", map_option(), size(720, 900)),
    ] {
        let mut milliseconds = Vec::new();
        let mut svg = String::new();
        for _ in 0..5 {
            let started = std::time::Instant::now();
            svg = engine.render_svg(&option, size, TITLE).await.unwrap();
            milliseconds.push(started.elapsed().as_millis());
        }
        let started = std::time::Instant::now();
        let png = engine
            .render_png(&option, size, Resolution::of_screen(1))
            .await
            .unwrap();
        let png_milliseconds = started.elapsed().as_millis();
        let alone = engine.render_standalone_svg(&option, size, TITLE).await.unwrap();
        println!(
            "{name}: svg {milliseconds:?} ms, {} bytes, {} gzip; alone {} gzip; png {png_milliseconds} ms, {} bytes",
            svg.len(),
            gzipped(&svg),
            gzipped(&alone),
            png.len()
        );
        fs::write(format!("{folder}/{name}.png"), png).unwrap();
        fs::write(format!("{folder}/{name}.svg"), alone).unwrap();
    }
}
