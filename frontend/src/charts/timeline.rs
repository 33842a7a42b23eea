//! What the charts over the years share: the axis of years, the markers of method breaks, the labels at the ends of lines.

use vithe_shared::{Language, domain::Comparability};

use super::{
    measure::{spread, text_width},
    plot::{
        Plot,
        axis::{Numbers, ScaleAxis},
        legend::Swatch,
        marker::{Across, Marker, MarkerHead},
        path::{NAME_LINE, Path, PathLabel},
        scale::Linear,
        text::SMALL,
    },
    theme::ChartTheme,
};
use crate::view_model::{
    series_view::{BreakView, SeriesView},
    wording::comparability_name,
};

/// Height of a line of break labels.
const BREAK_ROW: f64 = 15.0;

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
pub(super) fn rank_ticks(last: f64) -> Vec<f64> {
    let tens = std::iter::successors(Some(10.0), |ten| Some(ten + 10.0));
    std::iter::once(1.0)
        .chain(tens)
        .take_while(|tick| *tick <= last)
        .collect()
}

/// The axis of years, which names as many of them as there is room for some pixels below the grid.
pub(super) fn year_axis(view: &SeriesView, x: Linear, gap: f64) -> ScaleAxis {
    let pixels_per_year = (x.end - x.start) / (x.to - x.from);
    let step = [1, 2, 3, 5, 10]
        .into_iter()
        .find(|step| f64::from(*step) * pixels_per_year >= 38.0)
        .unwrap_or(10);
    let last = view.years.last().map_or(0, |year| year.0);
    let named: Vec<f64> = view
        .years
        .iter()
        .filter(|year| (last - year.0).is_multiple_of(step))
        .map(|year| f64::from(year.0))
        .collect();
    ScaleAxis::of(x).named(&named, Numbers::whole(view.subject.language), gap)
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
pub(super) fn mark_breaks(
    plot: &mut Plot,
    grid: usize,
    theme: &ChartTheme,
    view: &SeriesView,
    x: Linear,
    rows: [f64; 2],
) {
    let [top, bottom] = rows;
    let placed = break_markers(view, theme, x);
    let markers: Vec<Marker<'_>> = placed
        .iter()
        .map(
            |BreakMarker {
                 entry,
                 row,
                 words,
                 centre,
             }| {
                let is_firm = entry.comparability == Comparability::NotComparable;
                let year = f64::from(entry.year.0) - 0.5;
                Marker {
                    at: Across::Level(year),
                    colour: theme.faint,
                    is_dashed: !is_firm,
                    head: Some(MarkerHead {
                        words,
                        colour: if is_firm { theme.ink } else { theme.muted },
                        is_bold: is_firm,
                        top: top - 2.0 - *row as f64 * BREAK_ROW,
                        bottom,
                        aside: centre - x.place(year),
                    }),
                }
            },
        )
        .collect();
    plot.add_markers(grid, &markers);
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

/// Places the names of paths right of the grid so that none hides another.
pub(super) fn label_ends(paths: &mut [Path<'_>], theme: &ChartTheme, y: Linear, label_x: f64, [top, bottom]: [f64; 2]) {
    let mut named: Vec<(&mut Path<'_>, f64)> = paths
        .iter_mut()
        .filter_map(|path| {
            let end = y.place(path.points.last()?.0[1]);
            Some((path, end))
        })
        .collect();
    let wishes: Vec<f64> = named.iter().map(|(_, end)| *end).collect();
    for ((path, _), height) in named.iter_mut().zip(spread(&wishes, NAME_LINE, top, bottom)) {
        path.label = Some(PathLabel {
            at: [label_x, height],
            ink: if path.is_background { theme.muted } else { theme.ink },
            is_bold: !path.is_background,
            ground: theme.surface,
            leader: theme.muted,
        });
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
