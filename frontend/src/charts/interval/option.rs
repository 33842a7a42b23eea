//! How far ranks carry: a bar from the best to the worst rank of each province, a dot at its rank.

use charming::element::{LineStyle, LineStyleType};
use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::text_width,
        plot::{
            Plot,
            axis::{Numbers, ScaleAxis},
            legend::{Legend, Swatch},
            scale::Linear,
            symbol::SymbolLook,
            text::{Anchor, LABEL, SMALL, TextLook},
        },
        theme::ChartTheme,
    },
    view_model::interval_view::{IntervalRowView, IntervalView},
};

const ROW_HEIGHT: f64 = 17.0;
const SIDE: f64 = 8.0;
/// Room of the rank before the name.
const RANK_WIDTH: f64 = 24.0;
/// The second row of ranks, below the bars.
const FOOT: f64 = 24.0;

struct IntervalLayout<'v> {
    legend: Legend<'v>,
    /// Where the rows begin.
    top: f64,
    rows: f64,
    /// The ends of the axis of ranks.
    across: [f64; 2],
}

impl Layout for IntervalLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.rows * ROW_HEIGHT + FOOT
    }
}

fn layout<'v>(view: &'v IntervalView, theme: &ChartTheme) -> Option<IntervalLayout<'v>> {
    let rows = &view.rows;
    if rows.is_empty() {
        return None;
    }
    let language = view.language;
    let hue = theme.hue(&view.hues);
    let items = [
        (Swatch::Dot(hue), language.pick("hạng", "rank").to_owned()),
        (
            Swatch::Line(hue),
            language
                .pick("từ hạng tốt nhất đến hạng kém nhất", "from the best to the worst rank")
                .to_owned(),
        ),
    ];
    let legend = Legend::new(items, SIDE, 4.0, theme.pixels() - 2.0 * SIDE);
    let widest = |texts: &mut dyn Iterator<Item = (&str, bool)>| {
        texts
            .map(|(text, bold)| text_width(text, LABEL, bold))
            .fold(0.0, f64::max)
    };
    let name_width = widest(&mut rows.iter().map(|row| (row.name.as_str(), row.highlighted)));
    let ranks_width = widest(&mut rows.iter().map(|row| (row.text.as_str(), row.highlighted)));
    Some(IntervalLayout {
        top: 4.0 + legend.height + 26.0,
        legend,
        rows: rows.len() as f64,
        across: [
            SIDE + RANK_WIDTH + name_width + 10.0,
            theme.pixels() - SIDE - ranks_width - 10.0,
        ],
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &IntervalView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// Rows in the order of their ranks on an axis of ranks with 1 at the left.
pub(super) fn draw(view: &IntervalView, theme: &ChartTheme) -> Drawing {
    let Some(Fitted { parts, spare, height }) = fit(theme, |theme| layout(view, theme)) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let rows = &view.rows;
    let top = parts.top;
    let row_height = ROW_HEIGHT + spare / parts.rows;
    let hue = theme.hue(&view.hues);
    let any_highlighted = rows.iter().any(|row| row.highlighted);
    let colour_of = |highlighted: bool| {
        if highlighted || !any_highlighted {
            hue
        } else {
            theme.faint
        }
    };
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Row);
    let x = Linear {
        from: 0.5,
        to: f64::from(view.n) + 0.5,
        start: parts.across[0],
        end: parts.across[1],
    };
    let y = Linear {
        from: -0.5,
        to: parts.rows - 0.5,
        start: top,
        end: top + parts.rows * row_height,
    };
    for (position, _) in rows.iter().enumerate().filter(|(_, row)| row.highlighted) {
        let row_top = top + position as f64 * row_height;
        plot.rectangle(
            SIDE - 4.0,
            row_top,
            theme.pixels() - 2.0 * SIDE + 8.0,
            row_height,
            theme.line,
        );
    }
    let ticks = rank_ticks(view.n);
    // The ranks stand above and below the rows, which are many.
    let ranks = Numbers::whole(view.language);
    let above = ScaleAxis::of(x).lined(&ticks).named(&ticks, ranks, 4.0).at_far_side();
    let grid = plot.add_grid(&above, &ScaleAxis::of(y));
    plot.add_level_axis(grid, &ScaleAxis::of(x).named(&ticks, ranks, 6.0));
    for highlighted in [false, true] {
        let chosen: Vec<(f64, &IntervalRowView)> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.highlighted == highlighted)
            .map(|(position, row)| (position as f64, row))
            .collect();
        let colour = colour_of(highlighted);
        let bars: Vec<Option<[f64; 2]>> = chosen
            .iter()
            .flat_map(|(height, row)| {
                [
                    Some([f64::from(row.best), *height]),
                    Some([f64::from(row.worst), *height]),
                    None,
                ]
            })
            .collect();
        let look = LineStyle::new()
            .color(colour)
            .width(if highlighted { 4.0 } else { 2.0 })
            .type_(LineStyleType::Solid);
        plot.add_lines(grid, &bars, look, 2);
        let dots: Vec<([f64; 2], Mark)> = chosen
            .iter()
            .map(|(height, row)| {
                let mark = Mark::of(&row.province, row.sentence.clone());
                ([f64::from(row.rank), *height], mark)
            })
            .collect();
        let size = if highlighted { 11.0 } else { 8.0 };
        plot.add_symbols(grid, &SymbolLook::dot(size, colour), &dots, 3);
    }
    for (position, row) in rows.iter().enumerate() {
        let middle = y.place(position as f64);
        plot.text(
            [SIDE + RANK_WIDTH - 6.0, middle],
            &row.rank.to_string(),
            TextLook::new(SMALL, theme.muted).anchored(Anchor::Right),
        );
        let look = TextLook::new(LABEL, theme.ink).bold(row.highlighted);
        plot.text([SIDE + RANK_WIDTH, middle], &row.name, look);
        plot.text([theme.pixels() - SIDE, middle], &row.text, look.anchored(Anchor::Right));
    }
    plot.legend(&parts.legend);
    plot.finish(height)
}

/// The first and the last rank and every tenth between them that does not crowd the last.
fn rank_ticks(n: u16) -> Vec<f64> {
    std::iter::once(1)
        .chain((10..n.saturating_sub(3)).step_by(10))
        .chain((n > 1).then_some(n))
        .map(f64::from)
        .collect()
}
