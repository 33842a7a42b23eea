//! The heat map of provinces × components, coloured by rank within each column.

use charming::{
    component::{VisualMap, VisualMapType},
    element::ItemStyle,
    series::Heatmap,
};
use serde_json::{Value, json};

use super::{
    Mark,
    measure::{text_width, wrap},
    palette::wants_dark_text,
    plot::{Anchor, Drawing, LABEL, Plot, SMALL, Swatch, TextLook, merged, to_value},
    theme::ChartTheme,
};
use crate::view_model::matrix_view::{MatrixColumnView, MatrixRowView, MatrixView};

const SIDE: f64 = 8.0;
const RANK_WIDTH: f64 = 24.0;
/// The class of a cell without rank, after the five classes of the ramp.
const NO_RANK: u8 = 5;

/// Cells by fifths of each column. Rows without any figure are left out.
pub fn heatmap_option(view: &MatrixView, theme: &ChartTheme) -> Drawing {
    let rows: Vec<&MatrixRowView> = view
        .rows
        .iter()
        .filter(|row| row.cells.iter().any(|cell| cell.score.is_some() || cell.rank.is_some()))
        .collect();
    // Without one complete column there is nothing to colour: a grey wall would say less than the sentence.
    if rows.is_empty() || !view.columns.iter().any(|column| column.complete) {
        return Plot::empty(theme, &view.text.finding);
    }
    let language = view.language;
    let ramp = theme.ramp(&view.hues);
    let row_height = if theme.is_narrow() { 15.0 } else { 18.0 };
    let name_width = rows
        .iter()
        .map(|row| text_width(&row.label.name, SMALL, row.label.highlighted))
        .fold(0.0, f64::max);
    let left = SIDE + RANK_WIDTH + name_width + 10.0;
    let width = theme.pixels() - left - SIDE;
    let cell_width = width / view.columns.len() as f64;

    let mut plot = Plot::new(theme);
    let ends = [
        language.pick("1/5 đầu bảng", "top fifth"),
        language.pick("1/5 cuối bảng", "bottom fifth"),
    ];
    let ramp_end = plot.ramp_legend(&ramp, ends, [SIDE, 14.0]);
    let mut head = 34.0;
    if rows.iter().any(|row| row.cells.iter().any(|cell| cell.fifth.is_none())) {
        let words = language.pick("không xếp hạng được", "cannot be ranked");
        let fits = ramp_end + 50.0 + text_width(words, LABEL, false) <= theme.pixels() - SIDE;
        let (left, top) = if fits { (ramp_end + 20.0, 4.0) } else { (SIDE, 24.0) };
        plot.legend(
            &[(Swatch::Square(theme.missing), words.to_owned())],
            left,
            top,
            theme.pixels(),
        );
        head += top - 4.0;
    }
    // Names too long for their column stand upright.
    let longest_word = view
        .columns
        .iter()
        .flat_map(|column| column.short_name.split(' '))
        .map(|word| text_width(word, SMALL, false))
        .fold(0.0, f64::max);
    let upright = longest_word > cell_width - 4.0;
    let names: Vec<String> = view
        .columns
        .iter()
        .map(|column| head_words(column, upright, cell_width))
        .collect();
    let head_height = if upright {
        names
            .iter()
            .map(|name| text_width(name, SMALL, false))
            .fold(0.0, f64::max)
    } else {
        names.iter().map(|name| name.lines().count()).max().unwrap_or(1) as f64 * 13.0
    };
    let top = head + head_height + 8.0;
    for (position, (column, name)) in view.columns.iter().zip(&names).enumerate() {
        let centre = left + (position as f64 + 0.5) * cell_width;
        let colour = if column.complete { theme.ink } else { theme.muted };
        let look = TextLook::new(SMALL, colour);
        if upright {
            plot.upright_text([centre, top - 6.0], name, look);
        } else {
            let lines = name.lines().count() as f64;
            plot.text([centre, top - 4.0 - lines * 6.5], name, look.anchored(Anchor::Centre));
        }
    }
    for (position, row) in rows.iter().enumerate() {
        let middle = top + (position as f64 + 0.5) * row_height;
        let look = TextLook::new(SMALL, theme.ink).bold(row.label.highlighted);
        if row.label.highlighted {
            plot.rectangle(0.0, middle - row_height / 2.0, left, row_height, theme.line);
        }
        plot.text(
            [SIDE + RANK_WIDTH - 6.0, middle],
            &row.overall_rank_text,
            TextLook::new(SMALL, theme.muted).anchored(Anchor::Right),
        );
        plot.text([SIDE + RANK_WIDTH, middle], &row.label.name, look);
    }
    let height = rows.len() as f64 * row_height;
    plot.add_cells(
        left,
        top,
        width,
        height,
        view.columns.iter().map(|column| column.component.to_string()).collect(),
        rows.iter().map(|row| row.label.province.to_string()).collect(),
    );

    let mut data: Vec<Value> = Vec::new();
    let mut marks: Vec<Mark> = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        for (x, cell) in row.cells.iter().enumerate() {
            let class = cell.fifth.unwrap_or(NO_RANK);
            let item = json!([x, y, class]);
            // Rows picked out print their ranks; elsewhere numbers would drown the pattern.
            let item = match cell.rank.filter(|_| row.label.highlighted) {
                Some(rank) => {
                    let ground = ramp.get(usize::from(class)).copied().unwrap_or(theme.missing);
                    let colour = if wants_dark_text(ground) { "#000000" } else { "#FFFFFF" };
                    json!({"value": item, "label": {"show": true, "formatter": rank.to_string(), "color": colour, "fontSize": SMALL, "fontWeight": 600}})
                }
                None => item,
            };
            data.push(item);
            marks.push(Mark {
                label: cell.sentence.clone(),
                province: Some(row.label.province.clone()),
            });
        }
    }
    let series = Heatmap::new().item_style(ItemStyle::new().border_color(theme.surface).border_width(1.0));
    let overlay = json!({
        "data": data, "cursor": "pointer", "progressive": 0,
        "emphasis": {"itemStyle": {"borderColor": theme.ink, "borderWidth": 1.5}},
    });
    plot.add_series(merged(to_value(&series), overlay), marks);
    let pieces: Vec<Value> = ramp
        .iter()
        .chain([&theme.missing])
        .enumerate()
        .map(|(class, colour)| json!({"value": class, "color": colour}))
        .collect();
    plot.add_visual_map(merged(
        to_value(
            &VisualMap::new()
                .type_(VisualMapType::Piecewise)
                .show(false)
                .dimension(2),
        ),
        json!({"pieces": pieces}),
    ));
    plot.finish(top + height + 12.0)
}

fn head_words(column: &MatrixColumnView, upright: bool, width: f64) -> String {
    let words = if column.complete {
        column.short_name.clone()
    } else {
        format!("{} {}", column.short_name, column.on_record)
    };
    if upright {
        words
    } else {
        wrap(&words, width - 6.0, SMALL)
    }
}
