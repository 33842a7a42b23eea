//! The classes of a map: fifths of the scores of the year that is shown, or of all years.

use crate::view_model::RankingView;
use vithe_shared::sorting::sort_by;

const CLASSES: usize = 5;

/// A class of scores.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Class {
    /// Which fifth of the scores it begins in, 0 for the best.
    pub(super) number: usize,
    /// Its lowest score.
    pub(super) lowest: f64,
    /// Its highest score.
    pub(super) highest: f64,
    /// Provinces of the year that is shown in it.
    pub(super) count: usize,
}

/// The classes of a table, best first; `scores` are those of the year that are drawn.
pub(super) fn classes(view: &RankingView, scores: &[f64]) -> Vec<Class> {
    let Some(of_all_years) = &view.scores_of_all_years else {
        return fifths(scores);
    };
    let mut classes = fifths(of_all_years);
    for class in &mut classes {
        class.count = 0;
    }
    for score in scores {
        if let Some(class) = classes.iter_mut().find(|class| *score >= class.lowest) {
            class.count += 1;
        }
    }
    classes
}

/// Up to five classes of about as many scores each, best first; equal scores stay together.
fn fifths(scores: &[f64]) -> Vec<Class> {
    let mut scores = scores.to_vec();
    sort_by(&mut scores, |left, right| right.total_cmp(left));
    let mut classes: Vec<Class> = Vec::new();
    for (position, score) in scores.iter().enumerate() {
        let number = position * CLASSES / scores.len();
        match classes.last_mut() {
            Some(class) if class.number == number || class.lowest <= *score => {
                class.lowest = *score;
                class.count += 1;
            }
            _ => classes.push(Class {
                number,
                lowest: *score,
                highest: *score,
                count: 1,
            }),
        }
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_are_of_one_class() {
        let classes = fifths(&[5.0, 5.0, 5.0, 4.0, 1.0]);
        let counts: Vec<usize> = classes.iter().map(|class| class.count).collect();
        assert_eq!(counts, [3, 1, 1]);
        assert_eq!((classes[0].highest, classes[2].lowest), (5.0, 1.0));
    }

    #[test]
    fn nothing_has_no_classes() {
        assert!(fifths(&[]).is_empty());
    }
}
