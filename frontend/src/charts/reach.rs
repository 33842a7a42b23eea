//! Which mark the pointer means: the nearest one, wherever in the plot it is.

use super::{Mark, Reach};

/// A mark by its series and its place in the data.
pub type MarkPlace = (usize, usize);

/// Marks and the pixels they stand at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    marks: Vec<(MarkPlace, [f64; 2])>,
}

/// What answers a pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answering {
    /// The nearest mark.
    pub nearest: MarkPlace,
    /// How far it is from the pointer in pixels.
    pub distance: f64,
    /// All that answer, nearest first: one, or those of a column.
    pub all: Vec<MarkPlace>,
}

/// Marks of a row or a column stand at the same pixel but for what computing leaves.
const SAME: f64 = 0.5;

impl Standing {
    /// Of the marks that have a place; `pixels` gives the pixels of values in a grid, two numbers each.
    pub fn of(marks: &[Vec<Mark>], mut pixels: impl FnMut(usize, &[f64]) -> Vec<f64>) -> Self {
        let mut standing = Vec::new();
        for (series, marks) in marks.iter().enumerate() {
            let placed: Vec<(usize, usize, [f64; 2])> = marks
                .iter()
                .enumerate()
                .filter_map(|(place, mark)| mark.at.map(|at| (place, at.grid, at.value)))
                .collect();
            let Some((_, grid, _)) = placed.first() else { continue };
            let values: Vec<f64> = placed.iter().flat_map(|(_, _, value)| *value).collect();
            let found = pixels(*grid, &values);
            standing.extend(
                placed
                    .iter()
                    .zip(found.chunks_exact(2))
                    .map(|((place, ..), at)| ((series, *place), [at[0], at[1]])),
            );
        }
        Self { marks: standing }
    }

    /// Where a mark stands, in pixels.
    pub fn at(&self, mark: MarkPlace) -> Option<[f64; 2]> {
        self.marks.iter().find(|(other, _)| *other == mark).map(|(_, at)| *at)
    }

    /// What answers a pointer at a pixel, of the series that are shown.
    pub fn answering(&self, reach: Reach, pointer: [f64; 2], is_shown: impl Fn(usize) -> bool) -> Option<Answering> {
        if reach == Reach::Shape {
            return None;
        }
        let mut marks: Vec<(MarkPlace, [f64; 2])> = Vec::new();
        // Marks of a series follow one another: each series is asked about once.
        for series in self.marks.chunk_by(|(left, _), (right, _)| left.0 == right.0) {
            if is_shown(series[0].0.0) {
                marks.extend_from_slice(series);
            }
        }
        let away = |at: &[f64; 2]| [(at[0] - pointer[0]).abs(), (at[1] - pointer[1]).abs()];
        let distance = |at: &[f64; 2]| {
            let [x, y] = away(at);
            x.hypot(y)
        };
        // Rows and columns come first: within them the nearest.
        let axis = match reach {
            Reach::Shape | Reach::Nearest => None,
            Reach::Row => Some(1),
            Reach::Column => Some(0),
        };
        let band = axis.map(|axis| {
            let away = marks.iter().map(|(_, at)| away(at)[axis]);
            away.fold(f64::INFINITY, f64::min)
        });
        // Few stand in a band: each takes its place among those before it.
        let mut all: Vec<(MarkPlace, f64)> = Vec::new();
        for (mark, at) in &marks {
            let is_within = match (axis, band) {
                (Some(axis), Some(band)) => away(at)[axis] <= band + SAME,
                _ => true,
            };
            let distance = distance(at);
            let is_wanted = reach == Reach::Column || all.first().is_none_or(|(_, nearest)| distance < *nearest);
            if is_within && is_wanted {
                let place = all.partition_point(|(_, other)| *other <= distance);
                all.insert(place, (*mark, distance));
            }
        }
        if reach != Reach::Column {
            all.truncate(1);
        }
        let (nearest, distance) = *all.first()?;
        Some(Answering {
            nearest,
            distance,
            all: all.into_iter().map(|(mark, _)| mark).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two lines over three years, and a row of one more series.
    fn standing() -> Standing {
        let mark = |x: f64, y: f64| Mark::default().standing(0, [x, y]);
        let marks = vec![
            vec![mark(0.0, 10.0), Mark::default(), mark(100.0, 40.0)],
            vec![mark(0.0, 30.0), mark(50.0, 30.0), mark(100.0, 20.0)],
        ];
        Standing::of(&marks, |_, values| values.to_vec())
    }

    fn answering(reach: Reach, pointer: [f64; 2]) -> Answering {
        standing().answering(reach, pointer, |_| true).unwrap()
    }

    #[test]
    fn a_gap_has_no_place() {
        assert_eq!(standing().at((0, 1)), None);
        assert_eq!(standing().at((1, 1)), Some([50.0, 30.0]));
    }

    #[test]
    fn the_nearest_mark_answers_from_anywhere() {
        let found = answering(Reach::Nearest, [90.0, 30.0]);
        assert_eq!(found.all, [found.nearest]);
        assert_eq!(answering(Reach::Nearest, [400.0, 400.0]).nearest, (0, 2));
        assert_eq!(answering(Reach::Nearest, [3.0, 6.0]).distance, 5.0);
    }

    #[test]
    fn a_column_answers_with_the_nearest_first() {
        assert_eq!(answering(Reach::Column, [80.0, 22.0]).all, [(1, 2), (0, 2)]);
        assert_eq!(answering(Reach::Column, [80.0, 39.0]).all, [(0, 2), (1, 2)]);
        assert_eq!(
            answering(Reach::Column, [40.0, 0.0]).all,
            [(1, 1)],
            "a year with one line"
        );
    }

    #[test]
    fn a_row_answers_before_a_nearer_mark_of_another_row() {
        assert_eq!(answering(Reach::Row, [98.0, 29.0]).nearest, (1, 1));
        assert_eq!(answering(Reach::Row, [2.0, 29.0]).nearest, (1, 0));
    }

    #[test]
    fn shapes_answer_by_themselves_and_nothing_answers_nothing() {
        assert_eq!(standing().answering(Reach::Shape, [0.0, 0.0], |_| true), None);
        assert_eq!(
            Standing::default().answering(Reach::Nearest, [0.0, 0.0], |_| true),
            None
        );
    }

    #[test]
    fn what_the_legend_hides_does_not_answer() {
        let found = standing().answering(Reach::Column, [80.0, 22.0], |series| series == 0);
        assert_eq!(found.unwrap().all, [(0, 2)]);
    }
}
