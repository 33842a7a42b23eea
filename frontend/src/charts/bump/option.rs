//! The flow of ranks over the years, rank 1 on top: a few provinces in colour, everyone else thin and grey.

use vithe_shared::{api::Mark, query::FigureWidth};

use crate::{
    charts::{
        layout::{Fitted, Layout, class_height, fit},
        measure::text_width,
        plot::{
            Drawing, Plot,
            legend::Legend,
            scale::Linear,
            symbol::{SymbolLook, series_symbol},
            text::{Anchor, LABEL, SMALL, TextLook},
        },
        theme::ChartTheme,
        timeline::{
            EndLabel, break_legend, break_room, label_ends, label_years, line_look, mark_breaks, rank_ticks, stretches,
            year_scale,
        },
    },
    view_model::series_view::{SeriesLine, SeriesView},
};

const SIDE: f64 = 12.0;
/// The years below the ranks.
const FOOT: f64 = 34.0;

struct BumpLayout<'v> {
    chosen: Vec<&'v SeriesLine>,
    legend: Legend<'static>,
    x: Linear,
    last_rank: u16,
    /// Where the ranks begin.
    top: f64,
    ranks_height: f64,
}

impl Layout for BumpLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.ranks_height + FOOT
    }
}

fn layout<'v>(view: &'v SeriesView, theme: &ChartTheme) -> Option<BumpLayout<'v>> {
    let ranks = view
        .lines
        .iter()
        .flat_map(|line| line.points.iter().filter_map(|point| point.rank));
    let last_rank = ranks.max()?.max(view.largest_n);
    let chosen: Vec<&SeriesLine> = view
        .lines
        .iter()
        .filter(|line| line.label.highlighted)
        .take(6)
        .collect();
    let label_width = chosen
        .iter()
        .map(|line| text_width(&line.label.name, LABEL, true))
        .fold(0.0, f64::max)
        + 18.0;
    let x = year_scale(view, SIDE + 24.0, theme.pixels() - SIDE - label_width);
    let items = break_legend(view, theme, false, view.subject.language);
    let legend = Legend::new(items, SIDE, 4.0, theme.pixels() - 2.0 * SIDE);
    Some(BumpLayout {
        top: 4.0 + legend.height + 6.0 + break_room(view, theme, x),
        chosen,
        legend,
        x,
        last_rank,
        ranks_height: match theme.class {
            FigureWidth::Narrow => 380.0,
            FigureWidth::Medium => 440.0,
            FigureWidth::Wide => 520.0,
        },
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &SeriesView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Ranks over the years. The grey lines share one series and say nothing on their own; the table has them.
pub(super) fn draw(view: &SeriesView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let BumpLayout { chosen, x, top, .. } = &parts;
    let (x, top) = (*x, *top);
    let mut plot = Plot::new(theme);
    plot.legend(&parts.legend);
    let y = Linear {
        from: 1.0,
        to: f64::from(parts.last_rank),
        start: top + 8.0,
        end: top + parts.ranks_height + spare,
    };
    let ticks = rank_ticks(parts.last_rank);
    let grid = plot.add_grid(x, y, &[], &ticks);
    for tick in &ticks {
        let look = TextLook::new(SMALL, theme.muted).anchored(Anchor::Right);
        plot.text([x.start - 6.0, y.place(*tick)], &format!("{tick:.0}"), look);
    }
    label_years(&mut plot, theme, &view.years, x, y.end + 18.0);
    mark_breaks(&mut plot, theme, view, x, top, y.end);

    let mut others: Vec<Option<[f64; 2]>> = Vec::new();
    let mut labels = Vec::new();
    let hues = theme.series();
    for line in view.lines.iter().filter(|line| !line.label.highlighted) {
        let [solid, _] = stretches(&ranks(line), &line.rank_joins);
        if !solid.is_empty() {
            others.extend(solid);
            others.push(None);
        }
    }
    // The narrower the chart, the denser the grey.
    let opacity = if theme.is_narrow() { 0.25 } else { 0.45 };
    plot.add_lines(grid, &others, line_look(theme.faint, 0.8, false).opacity(opacity), 1);
    for (position, line) in chosen.iter().enumerate() {
        let points = ranks(line);
        let [solid, _] = stretches(&points, &line.rank_joins);
        plot.add_lines(grid, &solid, line_look(hues[position], 2.5, false), 3);
        let marked: Vec<([f64; 2], Mark)> = line
            .points
            .iter()
            .zip(&points)
            .filter_map(|(point, at)| {
                Some((
                    (*at)?,
                    Mark {
                        label: point.sentence.clone(),
                        province: Some(line.label.province.clone()),
                    },
                ))
            })
            .collect();
        if let Some(([year, rank], _)) = marked.last() {
            labels.push(EndLabel {
                wish: y.place(*rank),
                x: x.place(*year),
                words: line.label.name.clone(),
                colour: hues[position],
            });
        }
        plot.add_symbols(
            grid,
            &SymbolLook::dot(8.0, hues[position]).symbol(series_symbol(position)),
            &marked,
            4,
        );
    }
    label_ends(&mut plot, theme, &labels, x.end + 8.0, top + 4.0, y.end);
    plot.finish(height)
}

fn ranks(line: &SeriesLine) -> Vec<Option<[f64; 2]>> {
    line.points
        .iter()
        .map(|point| point.rank.map(|rank| [f64::from(point.year.0), f64::from(rank)]))
        .collect()
}
