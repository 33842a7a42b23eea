//! The keyboard's way through the marks of a chart.

/// A step through the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many marks forward, or back where negative.
    By(isize),
    /// To the first mark.
    First,
    /// To the last mark.
    Last,
}

impl Step {
    /// The step of a key, by its name in the browser.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowRight" | "ArrowDown" => Self::By(1),
            "ArrowLeft" | "ArrowUp" => Self::By(-1),
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }

    /// Where the step leads; `None` where there is nothing to visit.
    pub fn from(self, chosen: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        Some(match (self, chosen) {
            (Self::First, _) | (Self::By(1..), None) => 0,
            (Self::Last, _) | (Self::By(_), None) => last,
            (Self::By(step), Some(position)) => position.saturating_add_signed(step).min(last),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_walk_the_marks_and_stop_at_the_ends() {
        let step = |key: &str, chosen| Step::of_key(key).unwrap().from(chosen, 3);
        assert_eq!(step("ArrowRight", None), Some(0));
        assert_eq!(step("ArrowLeft", None), Some(2));
        assert_eq!(step("ArrowDown", Some(2)), Some(2));
        assert_eq!(step("ArrowUp", Some(0)), Some(0));
        assert_eq!((step("Home", Some(2)), step("End", Some(0))), (Some(0), Some(2)));
        assert_eq!(Step::of_key("a"), None);
    }

    #[test]
    fn a_chart_without_marks_has_nothing_to_visit() {
        for key in ["ArrowRight", "Home", "End"] {
            assert_eq!(Step::of_key(key).unwrap().from(None, 0), None);
        }
    }
}
