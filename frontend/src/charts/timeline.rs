//! What the charts over the years share: the axis of years, the markers of method breaks, the labels at the ends of lines.

use charming::element::{LineStyle, LineStyleType};
use vithe_shared::{Language, Year, domain::Comparability};

use super::{
    measure::{spread, text_width},
    plot::{
        Plot,
        legend::Swatch,
        scale::Linear,
        text::{Anchor, LABEL, SMALL, TextLook},
    },
    theme::ChartTheme,
};
use crate::view_model::{
    series_view::{BreakView, Join, SeriesView},
    wording::comparability_name,
};

/// Height of a line of break labels.
const BREAK_ROW: f64 = 15.0;

/// A label at the end of a line.
pub(super) struct EndLabel<'a> {
    /// The pixel height of the line's end.
    pub wish: f64,
    /// Its pixel from the left.
    pub x: f64,
    /// The words.
    pub words: String,
    /// The colour of the line, for the lead between line and label.
    pub colour: &'a str,
}

/// The scale of years with half a year on both sides.
pub(super) fn year_scale(view: &SeriesView, start: f64, end: f64) -> Linear {
    let first = view.years.first().map_or(0.0, |year| f64::from(year.0));
    let last = view.years.last().map_or(0.0, |year| f64::from(year.0));
    Linear {
        from: first - 0.5,
        to: last + 0.5,
        start,
        end,
    }
}

/// The ranks that an axis names: the first, and every tenth up to the last.
pub(super) fn rank_ticks(last: u16) -> Vec<f64> {
    std::iter::once(1.0)
        .chain((1..=last / 10).map(|tens| f64::from(tens * 10)))
        .filter(|tick| *tick <= f64::from(last))
        .collect()
}

/// The years below the grid, as many as there is room for.
pub(super) fn label_years(plot: &mut Plot, theme: &ChartTheme, years: &[Year], x: Linear, at: f64) {
    let pixels_per_year = (x.end - x.start) / (x.to - x.from);
    let step = [1, 2, 3, 5, 10]
        .into_iter()
        .find(|step| f64::from(*step) * pixels_per_year >= 38.0)
        .unwrap_or(10);
    let Some(last) = years.last() else { return };
    for year in years.iter().filter(|year| (last.0 - year.0) % step == 0) {
        let look = TextLook::new(SMALL, theme.muted).anchored(Anchor::Centre);
        plot.text([x.place(f64::from(year.0)), at], &year.to_string(), look);
    }
}

/// Room the break labels need above the grid.
pub(super) fn break_room(view: &SeriesView, theme: &ChartTheme, x: Linear) -> f64 {
    let rows = break_markers(view, theme, x)
        .iter()
        .map(|marker| marker.row + 1)
        .max()
        .unwrap_or_default();
    rows as f64 * BREAK_ROW + 6.0
}

/// The marker of a break: the break, its row above the grid, its words and the pixel of their centre.
struct BreakMarker<'v> {
    entry: &'v BreakView,
    row: usize,
    words: String,
    centre: f64,
}

fn break_markers<'v>(view: &'v SeriesView, theme: &ChartTheme, x: Linear) -> Vec<BreakMarker<'v>> {
    let mut ends: Vec<f64> = Vec::new();
    view.breaks
        .iter()
        .map(|entry| {
            // On a telephone the year alone; what changed is said in the notes below the figure.
            let words = if theme.is_narrow() {
                entry.year.to_string()
            } else {
                entry.marker.clone()
            };
            let half = text_width(&words, SMALL, false) / 2.0 + 4.0;
            // Not left of the grid, where the topmost value of the axis stands.
            let centre = x
                .place(f64::from(entry.year.0) - 0.5)
                .clamp(x.start + half, theme.pixels() - half);
            let row = ends.iter().position(|end| *end <= centre - half).unwrap_or(ends.len());
            if row == ends.len() {
                ends.push(0.0);
            }
            ends[row] = centre + half;
            BreakMarker {
                entry,
                row,
                words,
                centre,
            }
        })
        .collect()
}

/// Draws a vertical line between the two years of each break: firm where they do not compare, dashed where they do in part.
pub(super) fn mark_breaks(plot: &mut Plot, theme: &ChartTheme, view: &SeriesView, x: Linear, top: f64, bottom: f64) {
    for BreakMarker {
        entry,
        row,
        words,
        centre,
    } in break_markers(view, theme, x)
    {
        let firm = entry.comparability == Comparability::NotComparable;
        let at = x.place(f64::from(entry.year.0) - 0.5);
        let middle = top - 8.0 - row as f64 * BREAK_ROW;
        plot.line([at, middle + 6.0], [at, bottom], theme.faint, !firm);
        let colour = if firm { theme.ink } else { theme.muted };
        let look = TextLook::new(SMALL, colour)
            .bold(firm)
            .anchored(Anchor::Centre)
            .haloed(theme.surface);
        plot.text([centre, middle], &words, look);
    }
}

/// The entries of the legend that explain breaks, only those that occur. `joined` says that lines run dashed across years
/// that compare in part.
pub(super) fn break_legend(
    view: &SeriesView,
    theme: &ChartTheme,
    joined: bool,
    language: Language,
) -> Vec<(Swatch<'static>, String)> {
    let has = |kind: Comparability| view.breaks.iter().any(|entry| entry.comparability == kind);
    let mut items = Vec::new();
    if has(Comparability::NotComparable) {
        items.push((
            Swatch::Upright(theme.muted),
            comparability_name(Comparability::NotComparable, language).to_owned(),
        ));
    }
    if has(Comparability::Limited) || has(Comparability::Reweighted) {
        let words = match (has(Comparability::Limited), language) {
            (true, _) => comparability_name(Comparability::Limited, language),
            (false, _) => comparability_name(Comparability::Reweighted, language),
        };
        items.push((
            if joined {
                Swatch::Dashed(theme.muted)
            } else {
                Swatch::UprightDashed(theme.muted)
            },
            words.to_owned(),
        ));
    }
    items
}

/// Points of a line in drawing order, split by how neighbours are joined: the solid stretches and the dashed ones.
pub(super) fn stretches(points: &[Option<[f64; 2]>], joins: &[Join]) -> [Vec<Option<[f64; 2]>>; 2] {
    let mut solid: Vec<Option<[f64; 2]>> = Vec::new();
    let mut dashed: Vec<Option<[f64; 2]>> = Vec::new();
    for (pair, join) in points.windows(2).zip(joins) {
        let (Some(from), Some(to)) = (pair[0], pair[1]) else {
            continue;
        };
        let target = match join {
            Join::Solid => &mut solid,
            Join::Dashed => &mut dashed,
            Join::Gap => continue,
        };
        if target.last().copied().flatten() != Some(from) {
            if !target.is_empty() {
                target.push(None);
            }
            target.push(Some(from));
        }
        target.push(Some(to));
    }
    [solid, dashed]
}

/// The look of a line.
pub(super) fn line_look(colour: &str, width: f64, dashed: bool) -> LineStyle {
    let kind = if dashed {
        LineStyleType::Dashed
    } else {
        LineStyleType::Solid
    };
    LineStyle::new().color(colour).width(width).type_(kind)
}

/// Writes the labels right of the grid so that none hides another.
pub(super) fn label_ends(
    plot: &mut Plot,
    theme: &ChartTheme,
    labels: &[EndLabel<'_>],
    label_x: f64,
    top: f64,
    bottom: f64,
) {
    let wishes: Vec<f64> = labels.iter().map(|label| label.wish).collect();
    for (label, y) in labels.iter().zip(spread(&wishes, 16.0, top, bottom)) {
        plot.line([label.x + 7.0, label.wish], [label_x - 3.0, y], label.colour, false);
        plot.text(
            [label_x, y],
            &label.words,
            TextLook::new(LABEL, theme.ink).bold(true).haloed(theme.surface),
        );
    }
}

#[cfg(test)]
mod tests {
    use vithe_shared::{
        IndexId,
        query::{FigureWidth, Show, Theme},
    };

    use super::*;
    use crate::view_model::{fixtures, series_view};

    #[test]
    fn the_words_of_an_early_break_stay_right_of_the_axis() {
        let mut view = series_view(
            &fixtures::series(2),
            &fixtures::index_info(IndexId::Pci),
            Show::Score,
            Language::Vi,
        );
        let years = view.years.clone();
        view.breaks[0].year = years[1];
        view.breaks[0].marker = "2006: cách tính mới".to_owned();
        let theme = ChartTheme::new(Theme::Light, FigureWidth::Wide);
        let x = year_scale(&view, 60.0, 1000.0);
        let marker = &break_markers(&view, &theme, x)[0];
        assert!(marker.centre - text_width(&marker.words, SMALL, false) / 2.0 >= x.start);
        assert!(marker.centre >= x.place(f64::from(years[1].0) - 0.5));
    }
}
