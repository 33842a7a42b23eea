//! The classes of a map: fifths of the values of the year that is shown, or of all years.

use crate::view_model::MapView;
use vithe_shared::sorting::sort_by;

const CLASSES: usize = 5;

/// A class of values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Class {
    /// Which fifth of the values it begins in, 0 for the best.
    pub(super) number: usize,
    /// Its lowest value.
    pub(super) lowest: f64,
    /// Its highest value.
    pub(super) highest: f64,
    /// Provinces of the year that is shown in it.
    pub(super) count: usize,
}

impl Class {
    /// Whether a value is one of its own.
    pub(super) fn contains(&self, value: f64) -> bool {
        self.lowest <= value && value <= self.highest
    }
}

/// The classes of a table, best first; `values` are those of the year that are drawn.
pub(super) fn classes(view: &MapView, values: &[f64]) -> Vec<Class> {
    let Some(of_all_years) = &view.values_of_all_years else {
        return fifths(values, view.is_low_good);
    };
    let mut classes = fifths(of_all_years, view.is_low_good);
    for class in &mut classes {
        class.count = values.iter().filter(|value| class.contains(**value)).count();
    }
    classes
}

/// Up to five classes of about as many values each, best first; equal values stay together.
fn fifths(values: &[f64], is_low_good: bool) -> Vec<Class> {
    let mut values = values.to_vec();
    sort_by(&mut values, |left, right| {
        if is_low_good {
            left.total_cmp(right)
        } else {
            right.total_cmp(left)
        }
    });
    let mut classes: Vec<Class> = Vec::new();
    for (position, value) in values.iter().enumerate() {
        let number = position * CLASSES / values.len();
        match classes.last_mut() {
            Some(class) if class.number == number || class.contains(*value) => {
                class.lowest = class.lowest.min(*value);
                class.highest = class.highest.max(*value);
                class.count += 1;
            }
            _ => classes.push(Class {
                number,
                lowest: *value,
                highest: *value,
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
        let classes = fifths(&[5.0, 5.0, 5.0, 4.0, 1.0], false);
        let counts: Vec<usize> = classes.iter().map(|class| class.count).collect();
        assert_eq!(counts, [3, 1, 1]);
        assert_eq!((classes[0].highest, classes[2].lowest), (5.0, 1.0));
    }

    #[test]
    fn where_low_is_good_the_lowest_are_the_first_class() {
        let classes = fifths(&[5.0, 5.0, 5.0, 4.0, 1.0], true);
        let told: Vec<_> = classes
            .iter()
            .map(|class| (class.number, class.lowest, class.count))
            .collect();
        assert_eq!(told, [(0, 1.0, 1), (1, 4.0, 1), (2, 5.0, 3)]);
    }

    #[test]
    fn nothing_has_no_classes() {
        assert!(fifths(&[], false).is_empty());
    }
}
