//! The components of two to six provinces side by side: in each component one lane per province.

use charming::element::{LineStyle, LineStyleType};
use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::text_width,
        plot::{
            Plot,
            legend::{Legend, Swatch},
            scale::Linear,
            symbol::{SymbolLook, series_symbol},
            text::{Anchor, LABEL, SMALL, TextLook},
        },
        score_rows::{RowNames, SIDE, score_grid},
        theme::ChartTheme,
    },
    view_model::{
        ProvinceLabel,
        comparison_view::{ComparisonRow, ComparisonView},
        wording::median_name,
    },
};

const LANE: f64 = 14.0;
/// Below the rows.
const FOOT: f64 = 12.0;

struct ComparisonLayout<'v> {
    rows: Vec<&'v ComparisonRow>,
    provinces: &'v [ProvinceLabel],
    legend: Legend<'static>,
    names: RowNames,
    /// Where the rows begin.
    top: f64,
    row_height: f64,
    /// Room of the name above the lanes of a row, on a telephone.
    name_height: f64,
    right: f64,
}

impl Layout for ComparisonLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.rows.len() as f64 * self.row_height + FOOT
    }
}

fn layout<'v>(view: &'v ComparisonView, theme: &ChartTheme) -> Option<ComparisonLayout<'v>> {
    let rows: Vec<&ComparisonRow> = view
        .rows
        .iter()
        .filter(|row| row.cells.iter().any(|cell| cell.score.is_some()))
        .collect();
    let provinces = &view.provinces[..view.provinces.len().min(6)];
    if rows.is_empty() || provinces.is_empty() {
        return None;
    }
    let language = view.language;
    let mut items: Vec<(Swatch<'static>, String)> = provinces
        .iter()
        .zip(theme.series())
        .enumerate()
        .map(|(position, (label, hue))| (Swatch::Province(position, hue), label.name.clone()))
        .collect();
    if rows.iter().any(|row| row.median.is_some()) {
        items.push((
            Swatch::Tick(theme.ink),
            median_name(view.is_back_cast, language).to_owned(),
        ));
    }
    let legend = Legend::new(items, SIDE, 4.0, theme.pixels() - 2.0 * SIDE);
    let value_width = rows
        .iter()
        .flat_map(|row| row.cells.iter())
        .map(|cell| text_width(&cell.score_text, SMALL, false))
        .fold(0.0, f64::max);
    let name_height = if theme.is_narrow() { 20.0 } else { 0.0 };
    Some(ComparisonLayout {
        names: RowNames::of(rows.iter().map(|row| row.name.as_str()), theme),
        top: 4.0 + legend.height + 34.0,
        row_height: provinces.len() as f64 * LANE + 14.0 + name_height,
        name_height,
        right: theme.pixels() - SIDE - value_width - 14.0,
        rows,
        provinces,
        legend,
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &ComparisonView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Grouped dots per component, at most six provinces.
pub(super) fn draw(view: &ComparisonView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let ComparisonLayout {
        rows,
        provinces,
        names,
        top,
        name_height,
        ..
    } = &parts;
    let (top, name_height) = (*top, *name_height);
    let hues = theme.series();
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Row);
    let count = rows.len() as f64;
    let row_height = parts.row_height + spare / count;
    let x = Linear {
        from: view.scale.min,
        to: view.scale.max,
        start: names.left,
        end: parts.right,
    };
    let y = Linear {
        from: 0.0,
        to: count,
        start: top,
        end: top + count * row_height,
    };
    let grid = score_grid(&mut plot, theme, view.scale, [x, y], view.language);

    let lane_at = |row: usize, lane: usize| row as f64 + (name_height + 7.0 + (lane as f64 + 0.5) * LANE) / row_height;
    let mut medians: Vec<Option<[f64; 2]>> = Vec::new();
    for (number, (row, name)) in rows.iter().zip(&names.lines).enumerate() {
        let row_top = top + number as f64 * row_height;
        plot.line([SIDE, row_top], [theme.pixels() - SIDE, row_top], theme.line, false);
        let at = if theme.is_narrow() {
            [SIDE, row_top + 14.0]
        } else {
            [SIDE, row_top + row_height / 2.0]
        };
        plot.text(at, name, TextLook::new(LABEL, theme.ink));
        if let Some(median) = row.median {
            medians.extend([
                Some([median, lane_at(number, 0) - LANE / 2.0 / row_height]),
                Some([median, lane_at(number, provinces.len() - 1) + LANE / 2.0 / row_height]),
                None,
            ]);
        }
        for (lane, cell) in row.cells.iter().take(provinces.len()).enumerate() {
            let middle = y.place(lane_at(number, lane));
            let look = TextLook::new(SMALL, if cell.score.is_some() { theme.ink } else { theme.muted });
            plot.text(
                [theme.pixels() - SIDE, middle],
                &cell.score_text,
                look.anchored(Anchor::Right),
            );
        }
    }
    plot.add_lines(
        grid,
        &medians,
        LineStyle::new().color(theme.ink).width(2.0).type_(LineStyleType::Solid),
        2,
    );
    plot.called(median_name(view.is_back_cast, view.language));
    for (lane, label) in provinces.iter().enumerate() {
        let mut stems: Vec<Option<[f64; 2]>> = Vec::new();
        let mut points: Vec<([f64; 2], Mark)> = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            let Some(cell) = row.cells.get(lane) else { continue };
            let Some(score) = cell.score else { continue };
            let height = lane_at(number, lane);
            stems.extend([Some([view.scale.min, height]), Some([score, height]), None]);
            points.push(([score, height], Mark::of(&label.province, cell.sentence.clone())));
        }
        let look = LineStyle::new()
            .color(hues[lane])
            .width(2.0)
            .type_(LineStyleType::Solid)
            .opacity(0.35);
        plot.add_lines(grid, &stems, look, 1);
        plot.belongs_to(&label.province);
        plot.called(&label.name);
        plot.add_symbols(
            grid,
            &SymbolLook::dot(10.0, hues[lane]).symbol(series_symbol(lane)),
            &points,
            3,
        );
        plot.called(&label.name);
    }
    plot.legend(&parts.legend);
    plot.finish(height)
}
