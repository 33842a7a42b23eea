//! The league table as a chart: every province a dot on its score, in two or three columns where there is room.

use charming::element::{LineStyle, LineStyleType};

use super::{
    Mark,
    measure::text_width,
    plot::{Anchor, Drawing, LABEL, Linear, Plot, SMALL, SymbolLook, TextLook, Ticks},
    theme::ChartTheme,
};
use crate::{
    format::format_score,
    view_model::{
        ranking_view::{RankingRowView, RankingView},
        wording::axis_note,
    },
};
use vithe_shared::query::FigureWidth;

const ROW_HEIGHT: f64 = 19.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 30.0;
const SIDE: f64 = 8.0;
const COLUMN_GAP: f64 = 28.0;

/// Ranked dots. Rows with neither score nor rank are left out: the table and the notes name them.
pub fn league_option(view: &RankingView, theme: &ChartTheme) -> Drawing {
    let rows: Vec<&RankingRowView> = view
        .rows
        .iter()
        .filter(|row| row.score.is_some() || row.rank.is_some())
        .collect();
    if rows.is_empty() {
        return Plot::empty(theme, &view.text.finding);
    }
    let panels = match theme.width {
        FigureWidth::Narrow => 1,
        FigureWidth::Medium => 2,
        FigureWidth::Wide => 3,
    }
    .min(rows.len().div_ceil(8));
    let per_panel = rows.len().div_ceil(panels);
    let language = view.subject.language;
    let scores = rows.iter().filter_map(|row| row.score);
    let lowest = scores.clone().fold(f64::INFINITY, f64::min);
    let highest = scores.fold(f64::NEG_INFINITY, f64::max);
    let has_scores = lowest.is_finite();
    let ticks = if has_scores {
        Ticks::around(lowest, highest, 3.0)
    } else {
        Ticks::around(0.0, 1.0, 1.0)
    };

    let name_width = rows
        .iter()
        .map(|row| text_width(&row.name, LABEL, row.highlighted))
        .fold(0.0, f64::max);
    let score_width = rows
        .iter()
        .map(|row| text_width(&row.score_text, LABEL, true))
        .fold(0.0, f64::max);
    let rank_width = 24.0;
    let panel_width = (theme.pixels() - 2.0 * SIDE - COLUMN_GAP * (panels as f64 - 1.0)) / panels as f64;
    let height = TOP + per_panel as f64 * ROW_HEIGHT + BOTTOM;
    let any_highlighted = rows.iter().any(|row| row.highlighted);
    let hue = theme.hue(&view.subject.hues);
    let mut plot = Plot::new(theme);

    for (number, chunk) in rows.chunks(per_panel).enumerate() {
        let left = SIDE + number as f64 * (panel_width + COLUMN_GAP);
        let bottom = TOP + chunk.len() as f64 * ROW_HEIGHT;
        let x = Linear {
            from: ticks.first(),
            to: ticks.last(),
            start: left + rank_width + name_width + 14.0,
            end: left + panel_width - score_width - 14.0,
        };
        let y = Linear {
            from: -0.5,
            to: chunk.len() as f64 - 0.5,
            start: TOP,
            end: bottom,
        };
        let shown_ticks: &[f64] = if has_scores { &ticks.values } else { &[] };
        for (position, _) in chunk.iter().enumerate().filter(|(_, row)| row.highlighted) {
            let top = TOP + position as f64 * ROW_HEIGHT;
            plot.rectangle(left - 4.0, top, panel_width + 8.0, ROW_HEIGHT, theme.line);
        }
        let grid = plot.add_grid(x, y, shown_ticks, &[]);
        for tick in shown_ticks {
            plot.text(
                [x.place(*tick), TOP - 10.0],
                &format_score(*tick, ticks.decimals, language),
                TextLook::new(SMALL, theme.muted).anchored(Anchor::Centre),
            );
        }
        if let Some(summary) = view.summary {
            let at = x.place(summary.median);
            plot.line([at, TOP], [at, bottom], theme.ink, true);
            if number == 0 {
                let words = language.pick("trung vị", "median");
                plot.text(
                    [at, TOP - 26.0],
                    words,
                    TextLook::new(SMALL, theme.ink).anchored(Anchor::Centre),
                );
            }
        }
        let median = view.summary.map(|summary| summary.median);
        for highlighted in [false, true] {
            let chosen: Vec<(usize, &&RankingRowView)> = chunk
                .iter()
                .enumerate()
                .filter(|(_, row)| row.highlighted == highlighted)
                .collect();
            let colour = if highlighted || !any_highlighted {
                hue
            } else {
                theme.faint
            };
            // A stem from the median shows at a glance who stands above it.
            if let Some(median) = median {
                let stems: Vec<Option<[f64; 2]>> = chosen
                    .iter()
                    .filter_map(|(position, row)| {
                        let height = *position as f64;
                        Some([Some([median, height]), Some([row.score?, height]), None])
                    })
                    .flatten()
                    .collect();
                let width = if highlighted { 2.0 } else { 1.0 };
                plot.add_lines(
                    grid,
                    &stems,
                    LineStyle::new().color(colour).width(width).type_(LineStyleType::Solid),
                    2,
                );
            }
            let points: Vec<([f64; 2], Mark)> = chosen
                .iter()
                .filter_map(|(position, row)| {
                    let mark = Mark {
                        label: row.sentence.clone(),
                        province: Some(row.province.clone()),
                    };
                    Some(([row.score?, *position as f64], mark))
                })
                .collect();
            let size = if highlighted { 11.0 } else { 8.0 };
            plot.add_symbols(grid, &SymbolLook::dot(size, colour), &points, 3);
        }
        for (position, row) in chunk.iter().enumerate() {
            let middle = TOP + (position as f64 + 0.5) * ROW_HEIGHT;
            let rank = row.rank.map_or_else(String::new, |rank| rank.to_string());
            plot.text(
                [left + rank_width - 6.0, middle],
                &rank,
                TextLook::new(SMALL, theme.muted).anchored(Anchor::Right),
            );
            let look = TextLook::new(LABEL, theme.ink).bold(row.highlighted);
            plot.text([left + rank_width, middle], &row.name, look);
            let score = if row.score.is_some() { theme.ink } else { theme.muted };
            plot.text(
                [left + panel_width, middle],
                &row.score_text,
                TextLook::new(LABEL, score)
                    .bold(row.highlighted)
                    .anchored(Anchor::Right),
            );
        }
    }
    if has_scores && ticks.first() > 0.0 {
        let words = axis_note(language);
        plot.text(
            [SIDE, height - 12.0],
            words.trim_end_matches('.'),
            TextLook::new(SMALL, theme.muted),
        );
    }
    plot.finish(height)
}
