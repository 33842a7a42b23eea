//! The longest runs of falls, each as a small line on a scale of its own.

use charming::element::{LineStyle, LineStyleType};
use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::{text_width, wrap},
        plot::{
            Plot,
            axis::ScaleAxis,
            scale::Linear,
            symbol::SymbolLook,
            text::{Anchor, LABEL, SMALL, TextLook},
        },
        theme::ChartTheme,
    },
    format::format_score,
    view_model::declines_view::{DeclineRowView, DeclinesView, MOST_PANELS},
};

const SIDE: f64 = 12.0;
const GAP: f64 = 28.0;
const TOP: f64 = 8.0;
const LINE: f64 = 14.0;
/// Room of the line itself.
const PLOT_HEIGHT: f64 = 64.0;
/// The years below the line.
const YEARS_HEIGHT: f64 = 24.0;

struct MultiplesLayout<'v> {
    bands: Vec<Band<'v>>,
    panel_width: f64,
}

/// Panels side by side.
struct Band<'v> {
    rows: &'v [DeclineRowView],
    /// The components of the rows in lines.
    titles: Vec<String>,
    /// The lines of the longest title.
    title_lines: f64,
}

impl Band<'_> {
    fn height(&self, plot_height: f64) -> f64 {
        2.0 * LINE + self.title_lines * LINE + plot_height + YEARS_HEIGHT + 24.0
    }
}

impl Layout for MultiplesLayout<'_> {
    fn height(&self) -> f64 {
        TOP + self.bands.iter().map(|band| band.height(PLOT_HEIGHT)).sum::<f64>() - 12.0
    }
}

fn layout<'v>(view: &'v DeclinesView, theme: &ChartTheme) -> Option<MultiplesLayout<'v>> {
    let rows = &view.rows[..view.rows.len().min(MOST_PANELS)];
    if rows.is_empty() {
        return None;
    }
    let columns = match theme.class {
        FigureWidth::Narrow => 2,
        FigureWidth::Medium => 3,
        FigureWidth::Wide => 4,
    };
    let room = theme.pixels() - 2.0 * SIDE;
    let panel_width = (room - GAP * (columns as f64 - 1.0)) / columns as f64;
    let bands = rows
        .chunks(columns)
        .map(|rows| {
            let titles: Vec<String> = rows
                .iter()
                .map(|row| wrap(&row.component_name, panel_width, SMALL))
                .collect();
            let title_lines = titles.iter().map(|title| title.lines().count()).max().unwrap_or(1) as f64;
            Band {
                rows,
                titles,
                title_lines,
            }
        })
        .collect();
    Some(MultiplesLayout { bands, panel_width })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &DeclinesView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Up to twelve panels in the order of the rows.
pub(super) fn draw(view: &DeclinesView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let plot_height = PLOT_HEIGHT + spare / parts.bands.len() as f64;
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Nearest);
    let mut top = TOP;
    for band in &parts.bands {
        for (column, (row, title)) in band.rows.iter().zip(&band.titles).enumerate() {
            let room = Room {
                left: SIDE + column as f64 * (parts.panel_width + GAP),
                top,
                width: parts.panel_width,
                title_lines: band.title_lines,
                plot_height,
            };
            panel(&mut plot, theme, view, row, title, room);
        }
        top += band.height(plot_height);
    }
    plot.finish(height)
}

/// The room of one panel in pixels.
#[derive(Clone, Copy)]
struct Room {
    left: f64,
    top: f64,
    width: f64,
    /// Lines kept for the title.
    title_lines: f64,
    plot_height: f64,
}

/// One run: province and component above, first and last score at the line, the years below.
fn panel(plot: &mut Plot<'_>, theme: &ChartTheme, view: &DeclinesView, row: &DeclineRowView, title: &str, room: Room) {
    let Room { left, top, width, .. } = room;
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
    let plot_top = top + LINE + room.title_lines * LINE + 24.0;
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
        start: plot_top + room.plot_height,
        end: plot_top,
    };
    let grid = plot.add_grid(&ScaleAxis::of(x), &ScaleAxis::of(y));
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
            ([place as f64, *score], Mark::of(&row.province, label))
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
