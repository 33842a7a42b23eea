//! The longest runs of falls, each as a small line on a scale of its own.

use charming::element::{LineStyle, LineStyleType};
use vithe_shared::query::FigureWidth;

use super::{
    Mark,
    measure::{text_width, wrap},
    plot::{Anchor, Drawing, LABEL, Linear, Plot, SMALL, SymbolLook, TextLook},
    theme::ChartTheme,
};
use crate::{
    format::format_score,
    view_model::declines_view::{DeclineRowView, DeclinesView, MOST_PANELS},
};

const SIDE: f64 = 12.0;
const GAP: f64 = 28.0;
const LINE: f64 = 14.0;
/// Room of the line itself.
const PLOT_HEIGHT: f64 = 64.0;
/// The years below the line.
const YEARS_HEIGHT: f64 = 24.0;

/// Up to twelve panels in the order of the rows.
pub fn multiples_option(view: &DeclinesView, theme: &ChartTheme) -> Drawing {
    let rows = &view.rows[..view.rows.len().min(MOST_PANELS)];
    if rows.is_empty() {
        return Plot::empty(theme, &view.text.finding);
    }
    let columns = match theme.width {
        FigureWidth::Narrow => 2,
        FigureWidth::Medium => 3,
        FigureWidth::Wide => 4,
    };
    let mut plot = Plot::new(theme);
    let room = theme.pixels() - 2.0 * SIDE;
    let width = (room - GAP * (columns as f64 - 1.0)) / columns as f64;
    let mut top = 8.0;
    for band in rows.chunks(columns) {
        let titles: Vec<String> = band.iter().map(|row| wrap(&row.component_name, width, SMALL)).collect();
        let lines = titles.iter().map(|title| title.lines().count()).max().unwrap_or(1) as f64;
        for (column, (row, title)) in band.iter().zip(&titles).enumerate() {
            let left = SIDE + column as f64 * (width + GAP);
            panel(&mut plot, theme, view, row, title, lines, [left, top, width]);
        }
        top += 2.0 * LINE + lines * LINE + PLOT_HEIGHT + YEARS_HEIGHT + 24.0;
    }
    plot.finish(top - 12.0)
}

/// One run: province and component above, first and last score at the line, the years below.
fn panel(
    plot: &mut Plot<'_>,
    theme: &ChartTheme,
    view: &DeclinesView,
    row: &DeclineRowView,
    title: &str,
    title_lines: f64,
    [left, top, width]: [f64; 3],
) {
    let language = view.language;
    plot.text(
        [left, top + LINE / 2.0],
        &row.name,
        TextLook::new(LABEL, theme.ink).bold(true),
    );
    let own_lines = title.lines().count() as f64;
    plot.text(
        [left, top + LINE + 2.0 + own_lines * LINE / 2.0],
        title,
        TextLook::new(SMALL, theme.muted),
    );
    let highest = row.scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let lowest = row.scores.iter().copied().fold(f64::INFINITY, f64::min);
    let label_width = text_width(&row.ends.1, SMALL, true) + 8.0;
    let plot_top = top + LINE + title_lines * LINE + 24.0;
    let last = row.scores.len().saturating_sub(1) as f64;
    let x = Linear {
        from: 0.0,
        to: last.max(1.0),
        start: left + 5.0,
        end: left + width - label_width,
    };
    let y = Linear {
        from: lowest,
        to: if highest > lowest { highest } else { lowest + 1.0 },
        start: plot_top + PLOT_HEIGHT,
        end: plot_top,
    };
    let grid = plot.add_grid(x, y, &[], &[]);
    plot.line([left, y.start + 8.0], [left + width, y.start + 8.0], theme.line, false);
    let points: Vec<Option<[f64; 2]>> = row
        .scores
        .iter()
        .enumerate()
        .map(|(place, score)| Some([place as f64, *score]))
        .collect();
    let look = LineStyle::new()
        .color(theme.down)
        .width(2.0)
        .type_(LineStyleType::Solid);
    plot.add_lines(grid, &points, look, 2);
    let marked: Vec<([f64; 2], Mark)> = row
        .scores
        .iter()
        .enumerate()
        .map(|(place, score)| {
            let year = usize::from(row.from_year.0) + place;
            let last = place + 1 == row.scores.len();
            let label = if last {
                row.sentence.clone()
            } else {
                format!(
                    "{}, {}, {year}: {}",
                    row.name,
                    row.component_name,
                    format_score(*score, 2, language)
                )
            };
            (
                [place as f64, *score],
                Mark {
                    label,
                    province: Some(row.province.clone()),
                },
            )
        })
        .collect();
    plot.add_symbols(grid, &SymbolLook::dot(6.0, theme.down), &marked, 3);
    plot.text(
        [x.start - 5.0, plot_top - 12.0],
        &row.ends.0,
        TextLook::new(SMALL, theme.muted),
    );
    plot.text(
        [x.end + 8.0, y.start],
        &row.ends.1,
        TextLook::new(SMALL, theme.ink).bold(true),
    );
    let years = y.start + 18.0;
    plot.text(
        [left, years],
        &row.from_year.to_string(),
        TextLook::new(SMALL, theme.muted),
    );
    plot.text(
        [x.end, years],
        &row.until.to_string(),
        TextLook::new(SMALL, theme.muted).anchored(Anchor::Centre),
    );
}
