//! The heat map of provinces × components, coloured by rank within each column.

use charming::{
    component::{VisualMap, VisualMapType},
    element::ItemStyle,
    series::Heatmap,
};
use serde_json::{Value, json};
use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        drawing::{Drawing, Mark},
        layout::{Fitted, Layout, class_height, fit},
        measure::{shortened, text_width, wrap},
        palette::wants_dark_text,
        plot::{
            Plot,
            legend::{Legend, RampLegend, Swatch},
            merged,
            text::{Anchor, LABEL, SMALL, TextLook},
            to_value,
        },
        theme::ChartTheme,
    },
    view_model::matrix_view::{MatrixColumnView, MatrixRowView, MatrixView},
};

const SIDE: f64 = 8.0;
const RANK_WIDTH: f64 = 24.0;
/// Below the rows.
const FOOT: f64 = 12.0;
/// Rows lower than this would cut their names.
const LOWEST_ROW: f64 = 12.0;
/// Less of an upright name says nothing.
const LOWEST_HEAD: f64 = 24.0;
/// The class of a cell without rank, after the five classes of the ramp.
const NO_RANK: u8 = 5;

struct HeatmapLayout<'v> {
    rows: Vec<&'v MatrixRowView>,
    ramp_legend: RampLegend,
    /// What the colour of a cell without rank means, where there is one.
    no_rank_legend: Option<Legend<'static>>,
    /// The names of the columns, in lines where they do not stand upright.
    names: Vec<String>,
    upright: bool,
    /// Where the names of the columns begin.
    head: f64,
    head_height: f64,
    row_height: f64,
    /// Where the cells begin.
    left: f64,
    cell_width: f64,
}

impl HeatmapLayout<'_> {
    /// Where the cells begin.
    fn top(&self) -> f64 {
        self.head + self.head_height + 8.0
    }

    /// Takes the room that the height of the figure has beyond the natural one, or lacks. Rows give way first; upright names
    /// are shortened only where rows would become too low for their own.
    fn stretch(&mut self, spare: f64) {
        let count = self.rows.len() as f64;
        let lacking = (LOWEST_ROW - self.row_height) * count - spare;
        if self.upright && lacking > 0.0 {
            self.head_height = (self.head_height - lacking).max(LOWEST_HEAD);
            let room = self.head_height;
            for name in &mut self.names {
                *name = shortened(name, room, SMALL);
            }
            self.row_height = LOWEST_ROW;
        } else {
            self.row_height += spare / count;
        }
    }
}

impl Layout for HeatmapLayout<'_> {
    fn height(&self) -> f64 {
        self.top() + self.rows.len() as f64 * self.row_height + FOOT
    }
}

fn layout<'v>(view: &'v MatrixView, theme: &ChartTheme) -> Option<HeatmapLayout<'v>> {
    let rows: Vec<&MatrixRowView> = view
        .rows
        .iter()
        .filter(|row| row.cells.iter().any(|cell| cell.score.is_some() || cell.rank.is_some()))
        .collect();
    // Without one complete column there is nothing to colour: a grey wall would say less than the sentence.
    if rows.is_empty() || !view.columns.iter().any(|column| column.complete) {
        return None;
    }
    let language = view.language;
    let name_width = rows
        .iter()
        .map(|row| text_width(&row.label.name, SMALL, row.label.highlighted))
        .fold(0.0, f64::max);
    let left = SIDE + RANK_WIDTH + name_width + 10.0;
    let width = theme.pixels() - left - SIDE;
    let cell_width = width / view.columns.len() as f64;

    let ends = [
        language.pick("1/5 đầu bảng", "top fifth"),
        language.pick("1/5 cuối bảng", "bottom fifth"),
    ];
    let ramp_legend = RampLegend::new(ends, theme.ramp(&view.hues).len(), SIDE, theme.pixels() - SIDE);
    let mut head = 34.0;
    let has_no_rank = rows.iter().any(|row| row.cells.iter().any(|cell| cell.fifth.is_none()));
    let no_rank_legend = has_no_rank.then(|| {
        let words = language.pick("không xếp hạng được", "cannot be ranked");
        let fits = ramp_legend.right + 50.0 + text_width(words, LABEL, false) <= theme.pixels() - SIDE;
        let (left, top) = if fits {
            (ramp_legend.right + 20.0, 4.0)
        } else {
            (SIDE, 24.0)
        };
        head += top - 4.0;
        let item = (Swatch::Square(theme.missing), words.to_owned());
        Legend::new([item], left, top, theme.pixels())
    });
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
    Some(HeatmapLayout {
        rows,
        ramp_legend,
        no_rank_legend,
        names,
        upright,
        head,
        head_height,
        row_height: if theme.is_narrow() { 15.0 } else { 18.0 },
        left,
        cell_width,
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &MatrixView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Cells by fifths of each column. Rows without any figure are left out.
pub(super) fn draw(view: &MatrixView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted {
        mut parts,
        spare,
        height: figure_height,
    }) = fit(theme, |theme| layout(view, theme))
    else {
        return Plot::empty(theme, &view.text.finding);
    };
    parts.stretch(spare);
    let HeatmapLayout {
        rows,
        names,
        upright,
        row_height,
        left,
        cell_width,
        ..
    } = &parts;
    let (top, row_height, left, cell_width) = (parts.top(), *row_height, *left, *cell_width);
    let ramp = theme.ramp(&view.hues);
    let mut plot = Plot::new(theme);
    plot.ramp_legend(&parts.ramp_legend, &ramp, 14.0);
    if let Some(legend) = &parts.no_rank_legend {
        plot.legend(legend);
    }
    for (position, (column, name)) in view.columns.iter().zip(names).enumerate() {
        let centre = left + (position as f64 + 0.5) * cell_width;
        let colour = if column.complete { theme.ink } else { theme.muted };
        let look = TextLook::new(SMALL, colour);
        if *upright {
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
        theme.pixels() - left - SIDE,
        height,
        view.columns.iter().map(|column| column.component.to_string()).collect(),
        rows.iter().map(|row| row.label.province.to_string()).collect(),
    );

    let ranks_fit = cell_width >= text_width("63", SMALL, true);
    let mut data: Vec<Value> = Vec::new();
    let mut marks: Vec<Mark> = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        for (x, cell) in row.cells.iter().enumerate() {
            let class = cell.fifth.unwrap_or(NO_RANK);
            let item = json!([x, y, class]);
            // Rows picked out print their ranks; elsewhere numbers would drown the pattern.
            let item = match cell.rank.filter(|_| row.label.highlighted && ranks_fit) {
                Some(rank) => {
                    let ground = ramp.get(usize::from(class)).copied().unwrap_or(theme.missing);
                    let colour = if wants_dark_text(ground) { "#000000" } else { "#FFFFFF" };
                    json!({"value": item, "label": {"show": true, "formatter": rank.to_string(), "color": colour, "fontSize": SMALL, "fontWeight": 600}})
                }
                None => item,
            };
            data.push(item);
            marks.push(Mark::of(&row.label.province, cell.sentence.clone()));
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
    plot.finish(figure_height)
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
