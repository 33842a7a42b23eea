//! How far ranks carry: a bar from the best to the worst rank of each province, a dot at its rank.

use charming::element::{LineStyle, LineStyleType};

use super::{
    Mark,
    measure::text_width,
    plot::{Anchor, Drawing, LABEL, Linear, Plot, SMALL, Swatch, SymbolLook, TextLook},
    theme::ChartTheme,
};
use crate::view_model::interval_view::{IntervalRowView, IntervalView};

const ROW_HEIGHT: f64 = 17.0;
const SIDE: f64 = 8.0;
/// Room of the rank before the name.
const RANK_WIDTH: f64 = 24.0;

/// Rows in the order of their ranks on an axis of ranks with 1 at the left.
pub fn interval_option(view: &IntervalView, theme: &ChartTheme) -> Drawing {
    let rows = &view.rows;
    if rows.is_empty() {
        return Plot::empty(theme, &view.text.finding);
    }
    let language = view.language;
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
    let legend = [
        (Swatch::Dot(hue), language.pick("hạng", "rank").to_owned()),
        (
            Swatch::Line(hue),
            language
                .pick("từ hạng tốt nhất đến hạng kém nhất", "from the best to the worst rank")
                .to_owned(),
        ),
    ];
    let top = 4.0 + plot.legend(&legend, SIDE, 4.0, theme.pixels() - 2.0 * SIDE) + 26.0;
    let widest = |texts: &mut dyn Iterator<Item = (&str, bool)>| {
        texts
            .map(|(text, bold)| text_width(text, LABEL, bold))
            .fold(0.0, f64::max)
    };
    let name_width = widest(&mut rows.iter().map(|row| (row.name.as_str(), row.highlighted)));
    let text_width = widest(&mut rows.iter().map(|row| (row.text.as_str(), row.highlighted)));
    let x = Linear {
        from: 0.5,
        to: f64::from(view.n) + 0.5,
        start: SIDE + RANK_WIDTH + name_width + 10.0,
        end: theme.pixels() - SIDE - text_width - 10.0,
    };
    let y = Linear {
        from: -0.5,
        to: rows.len() as f64 - 0.5,
        start: top,
        end: top + rows.len() as f64 * ROW_HEIGHT,
    };
    for (position, _) in rows.iter().enumerate().filter(|(_, row)| row.highlighted) {
        let row_top = top + position as f64 * ROW_HEIGHT;
        plot.rectangle(
            SIDE - 4.0,
            row_top,
            theme.pixels() - 2.0 * SIDE + 8.0,
            ROW_HEIGHT,
            theme.line,
        );
    }
    let ticks = rank_ticks(view.n);
    let grid = plot.add_grid(x, y, &ticks, &[]);
    for tick in &ticks {
        for height in [top - 10.0, y.end + 12.0] {
            let look = TextLook::new(SMALL, theme.muted).anchored(Anchor::Centre);
            plot.text([x.place(*tick), height], &format!("{tick:.0}"), look);
        }
    }
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
                let mark = Mark {
                    label: row.sentence.clone(),
                    province: Some(row.province.clone()),
                };
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
    plot.finish(y.end + 24.0)
}

/// The first and the last rank and every tenth between them that does not crowd the last.
fn rank_ticks(n: u16) -> Vec<f64> {
    std::iter::once(1)
        .chain((10..n.saturating_sub(3)).step_by(10))
        .chain((n > 1).then_some(n))
        .map(f64::from)
        .collect()
}
