//! Sorting and gathering that is compiled once. The sort of the standard library is compiled anew for every type and every
//! comparison, and so is the collecting of a `BTreeMap`, which sorts first: together they made an eighth of the WebAssembly.
//! Server and browser sort by these functions alone; all of them are stable.

use std::cmp::Ordering;

/// Sorts by a comparison.
///
/// ```
/// use vithe_shared::sorting::sort_by;
/// let mut scores = [63.8, 72.95, 59.58];
/// sort_by(&mut scores, f64::total_cmp);
/// assert_eq!(scores, [59.58, 63.8, 72.95]);
/// ```
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |left, right| compare(&items[left], &items[right]));
    bring_into(items, order);
}

/// Sorts by a key, which is made once of each item.
///
/// ```
/// use vithe_shared::sorting::sort_by_key;
/// let mut names = ["Thanh Hóa", "Huế", "Cần Thơ"];
/// sort_by_key(&mut names, |name| name.chars().count());
/// assert_eq!(names, ["Huế", "Cần Thơ", "Thanh Hóa"]);
/// ```
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order(items.len(), &mut |left, right| keys[left].cmp(&keys[right]));
    drop(keys);
    bring_into(items, order);
}

/// Gathers into a map or a set one by one.
///
/// ```
/// use std::collections::BTreeSet;
/// let years: BTreeSet<u16> = vithe_shared::sorting::gather([2021, 2019, 2021]);
/// assert_eq!(years.len(), 2);
/// ```
pub fn gather<T, C: Default + Extend<T>>(items: impl IntoIterator<Item = T>) -> C {
    let mut gathered = C::default();
    gathered.extend(items);
    gathered
}

/// The order of items by their places.
#[inline(never)]
fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|left, right| compare(*left, *right));
    order
}

/// Brings items into an order of their places: each cycle of places is walked once.
fn bring_into<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..items.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn items_are_sorted_as_by_the_standard_library(mut items in prop::collection::vec((0_u8..8, 0_u16..1000), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut by_key = items.clone();
            sort_by_key(&mut by_key, |(key, _)| *key);
            sort_by(&mut items, |left, right| left.0.cmp(&right.0));
            prop_assert_eq!(&by_key, &expected);
            prop_assert_eq!(&items, &expected);
        }
    }
}
