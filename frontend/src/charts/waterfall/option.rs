//! From the total of one year to that of another: what each part added or took, one row per step.

use charming::{element::Symbol, series::Scatter};
use serde_json::{Value, json};
use vithe_shared::query::FigureWidth;

use crate::{
    charts::{
        drawing::{Drawing, Mark, Reach},
        layout::{Fitted, Layout, class_height, fit},
        measure::{text_width, wrap},
        plot::{
            Plot,
            axis::ScaleAxis,
            legend::{Legend, Swatch},
            merged,
            scale::{Linear, Ticks},
            symbol::SymbolLook,
            text::{Anchor, LABEL, TextLook},
            to_value,
        },
        theme::ChartTheme,
    },
    format::Tone,
    view_model::changes_view::{ChangeEndView, ChangesView, StepKind},
};

const SIDE: f64 = 12.0;
/// The thickness of a bar.
const BAR: f64 = 16.0;
/// Below the rows.
const FOOT: f64 = 10.0;
/// A step of nothing is still seen.
const THINNEST: f64 = 2.0;

struct WaterfallLayout<'v> {
    legend: Legend<'v>,
    /// The names of the rows: an end, the steps, the other end.
    names: Vec<String>,
    values: Vec<String>,
    value_width: f64,
    heights: Vec<f64>,
    /// Where the rows begin.
    top: f64,
    /// Where the axis begins.
    left: f64,
}

impl Layout for WaterfallLayout<'_> {
    fn height(&self) -> f64 {
        self.top + self.heights.iter().sum::<f64>() + FOOT
    }
}

fn layout<'v>(view: &'v ChangesView, theme: &ChartTheme) -> Option<WaterfallLayout<'v>> {
    if view.from.score.is_none() || view.to.score.is_none() || view.steps.is_empty() {
        return None;
    }
    let language = view.language;
    let items = [
        (
            Swatch::Dot(theme.hue(&view.hues)),
            language.pick("điểm tổng hợp", "total").to_owned(),
        ),
        (Swatch::Square(theme.up), language.pick("làm tăng", "adds").to_owned()),
        (
            Swatch::Square(theme.down),
            language.pick("làm giảm", "takes").to_owned(),
        ),
        (
            Swatch::Square(theme.faint),
            language.pick("trọng số, làm tròn", "weights, rounding").to_owned(),
        ),
    ];
    let legend = Legend::new(items, SIDE, 4.0, theme.pixels() - 2.0 * SIDE);
    let name_room = match theme.class {
        FigureWidth::Narrow => theme.pixels() - 2.0 * SIDE,
        FigureWidth::Medium => 200.0,
        FigureWidth::Wide => 280.0,
    };
    let end_name = |end: &ChangeEndView| format!("{} {}", view.index.short_name(), end.year);
    let names: Vec<String> = std::iter::once(end_name(&view.from))
        .chain(view.steps.iter().map(|step| wrap(&step.name, name_room, LABEL)))
        .chain([end_name(&view.to)])
        .collect();
    let values: Vec<String> = std::iter::once(view.from.score_text.clone())
        .chain(
            view.steps
                .iter()
                .map(|step| format!("{} {}", step.tone.arrow(), step.text)),
        )
        .chain([view.to.score_text.clone()])
        .collect();
    let widest = |texts: &[String]| {
        texts
            .iter()
            .map(|text| text_width(text, LABEL, true))
            .fold(0.0, f64::max)
    };
    // On a telephone the name takes lines of its own above the bar.
    let (left, heights): (f64, Vec<f64>) = if theme.is_narrow() {
        (
            SIDE + 4.0,
            names
                .iter()
                .map(|name| 30.0 + 15.0 * name.lines().count() as f64)
                .collect(),
        )
    } else {
        let height = |name: &String| (15.0 * name.lines().count() as f64 + 12.0).max(30.0);
        (SIDE + widest(&names) + 20.0, names.iter().map(height).collect())
    };
    Some(WaterfallLayout {
        top: 4.0 + legend.height + 26.0,
        legend,
        value_width: widest(&values),
        names,
        values,
        heights,
        left,
    })
}

/// Height of the figure in a width class.
pub(super) fn height(view: &ChangesView, class: FigureWidth) -> u16 {
    class_height(class, |theme| layout(view, theme))
}

/// A waterfall, or one sentence where the change cannot be broken down. Both ends are dots, not bars: the axis does not
/// begin at zero, so the length of a bar from its beginning would mean nothing.
pub(super) fn draw(view: &ChangesView, theme: &ChartTheme) -> Drawing {
    let ends = view.from.score.zip(view.to.score);
    let fitted = fit(theme, |theme| layout(view, theme));
    let (Some((start, end)), Some(Fitted { parts, spare, height })) = (ends, fitted) else {
        return Plot::empty(theme, &view.text.finding);
    };
    let WaterfallLayout { names, values, top, .. } = &parts;
    let top = *top;
    let language = view.language;
    let hue = theme.hue(&view.hues);
    let mut plot = Plot::new(theme);
    plot.reached(Reach::Row);
    let spare = spare / parts.heights.len() as f64;
    let heights: Vec<f64> = parts.heights.iter().map(|height| height + spare).collect();
    let totals = std::iter::once(start)
        .chain(view.steps.iter().map(|step| step.after))
        .chain([end]);
    let lowest = totals.clone().fold(f64::INFINITY, f64::min);
    let highest = totals.fold(f64::NEG_INFINITY, f64::max);
    let ticks = Ticks::around(lowest, highest, if theme.is_narrow() { 3.0 } else { 5.0 });
    let x = Linear {
        from: ticks.first(),
        to: ticks.last(),
        start: parts.left,
        end: theme.pixels() - SIDE - parts.value_width - 16.0,
    };
    let bottom = top + heights.iter().sum::<f64>();
    let y = Linear {
        from: 0.0,
        to: bottom - top,
        start: top,
        end: bottom,
    };
    let level = ScaleAxis::marked(x, &ticks, language, 4.0).at_far_side();
    let grid = plot.add_grid(&level, &ScaleAxis::of(y));

    let mut middles = Vec::new();
    let mut row_top = top;
    for (row_height, name) in heights.iter().zip(names) {
        plot.line([SIDE, row_top], [theme.pixels() - SIDE, row_top], theme.line, false);
        let (name_at, middle) = if theme.is_narrow() {
            (
                row_top + 4.0 + 7.5 * name.lines().count() as f64,
                row_top + row_height - 14.0,
            )
        } else {
            (row_top + row_height / 2.0, row_top + row_height / 2.0)
        };
        let is_end = middles.is_empty() || middles.len() + 1 == names.len();
        plot.text(
            [SIDE, name_at],
            name,
            TextLook::new(LABEL, theme.ink).bold(is_end).haloed(theme.surface),
        );
        middles.push(middle);
        row_top += row_height;
    }
    // What the total has come to is carried from row to row.
    let reached = std::iter::once(start).chain(view.steps.iter().map(|step| step.after));
    for (pair, total) in middles.windows(2).zip(reached) {
        plot.line([x.place(total), pair[0]], [x.place(total), pair[1]], theme.faint, false);
    }
    for (position, (value, middle)) in values.iter().zip(&middles).enumerate() {
        let tone = position
            .checked_sub(1)
            .and_then(|position| view.steps.get(position))
            .map(|step| step.tone);
        let colour = match tone {
            Some(Tone::Up) => theme.up,
            Some(Tone::Down) => theme.down,
            Some(Tone::Same) => theme.muted,
            None => theme.ink,
        };
        let look = TextLook::new(LABEL, colour)
            .bold(tone.is_none())
            .anchored(Anchor::Right);
        plot.text([theme.pixels() - SIDE, *middle], value, look);
    }

    let mark = Mark::saying;
    let end_mark = |end: &ChangeEndView| {
        mark(format!(
            "{} {}: {} ({})",
            view.index.short_name(),
            end.year,
            end.score_text,
            end.rank_text
        ))
    };
    let at_row = |row: usize| middles[row] - top;
    plot.add_symbols(
        grid,
        &SymbolLook::dot(13.0, hue),
        &[([start, at_row(0)], end_mark(&view.from))],
        4,
    );
    let bars: Vec<Value> = view
        .steps
        .iter()
        .enumerate()
        .map(|(position, step)| {
            let colour = match (&step.kind, step.tone) {
                (StepKind::Part(_), Tone::Up) => theme.up,
                (StepKind::Part(_), Tone::Down) => theme.down,
                _ => theme.faint,
            };
            let width = (x.place(step.after) - x.place(step.before)).abs().max(THINNEST);
            json!({
                "value": [vithe_shared::analytics::rounding::round_to(f64::midpoint(step.before, step.after), 6), at_row(position + 1)],
                "symbolSize": [vithe_shared::analytics::rounding::round_to(width, 1), BAR],
                "itemStyle": {"color": colour, "opacity": 1},
            })
        })
        .collect();
    let series = Scatter::new()
        .x_axis_index(grid as f64)
        .y_axis_index(grid as f64)
        .symbol(Symbol::Rect);
    let overlay =
        json!({"data": bars, "z": 3, "silent": true, "emphasis": {"scale": false, "itemStyle": {"opacity": 0.75}}});
    plot.add_series(
        merged(to_value(&series), overlay),
        view.steps
            .iter()
            .enumerate()
            .map(|(position, step)| {
                let middle = [f64::midpoint(step.before, step.after), at_row(position + 1)];
                mark(step.sentence.clone()).standing(grid, middle)
            })
            .collect(),
    );
    plot.add_symbols(
        grid,
        &SymbolLook::dot(13.0, hue),
        &[([end, at_row(names.len() - 1)], end_mark(&view.to))],
        4,
    );
    plot.legend(&parts.legend);
    plot.finish(height)
}
