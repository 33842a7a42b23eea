//! How far two years of a component compare: the published breaks, carried up from parts to wholes.
//!
//! A component whose parts, scale or list of units differ between two years is `not_comparable`, and so is every component above
//! it. A
//! renewed part makes the components above it `limited`, never more. A span of years is as comparable as its worst pair.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    domain::{Comparability, Reason},
    identifier::{ComponentId, Year},
    sorting::gather,
};

/// A span of years in which a component exists with one scale under one parent.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentSpan {
    /// The component.
    pub component: ComponentId,
    /// What it is a part of.
    pub parent: Option<ComponentId>,
    /// First year.
    pub first_year: Year,
    /// Last year.
    pub last_year: Year,
    /// Lowest possible score.
    pub scale_min: f64,
    /// Highest possible score.
    pub scale_max: f64,
}

/// A published change of method.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodBreak {
    /// The component.
    pub component: ComponentId,
    /// The later year of the pair.
    pub year: Year,
    /// How far the pair compares.
    pub comparability: Comparability,
    /// Why.
    pub reason: Reason,
}

/// The reasons that are derived from the structure rather than published for a component.
#[derive(Clone, Debug, PartialEq)]
pub struct StructuralReasons {
    /// Its parts differ.
    pub children_changed: Reason,
    /// Its scale differs.
    pub scale_changed: Reason,
    /// A part is not comparable.
    pub child_not_comparable: Reason,
    /// A part was renewed.
    pub child_limited: Reason,
    /// The component does not exist in both years.
    pub not_in_both_years: Reason,
    /// The figures of the years are of different lists of units.
    pub units_changed: Reason,
}

/// How far a pair of years compares, with the reason where it does not compare fully.
#[derive(Clone, Debug, PartialEq)]
pub struct PairComparability {
    /// The value.
    pub value: Comparability,
    /// Why; `None` where fully comparable.
    pub reason: Option<Reason>,
}

impl PairComparability {
    fn comparable() -> Self {
        Self {
            value: Comparability::Comparable,
            reason: None,
        }
    }

    /// Keeps the worse of two; the first one's reason where they are equally bad.
    fn worst(self, other: Self) -> Self {
        if other.value > self.value { other } else { self }
    }
}

/// The structure and the breaks of one index over the years.
#[derive(Clone, Debug)]
pub struct MethodHistory {
    spans: Vec<ComponentSpan>,
    breaks: BTreeMap<(ComponentId, Year), (Comparability, Reason)>,
    years: Vec<Year>,
    units34_years: Vec<Year>,
    reasons: StructuralReasons,
}

impl MethodHistory {
    /// The history of an index. `years` are the years with figures on record, in any order; of those years the figures of
    /// `units34_years` are of the 34 units.
    pub fn new(
        spans: Vec<ComponentSpan>,
        breaks: impl IntoIterator<Item = MethodBreak>,
        years: impl IntoIterator<Item = Year>,
        units34_years: &[Year],
        reasons: StructuralReasons,
    ) -> Self {
        let years: BTreeSet<Year> = gather(years);
        Self {
            spans,
            breaks: gather(
                breaks
                    .into_iter()
                    .map(|entry| ((entry.component, entry.year), (entry.comparability, entry.reason))),
            ),
            years: years.into_iter().collect(),
            units34_years: units34_years.to_vec(),
            reasons,
        }
    }

    /// How far two years of a component compare, in either order.
    pub fn compare(&self, component: &ComponentId, one: Year, other: Year) -> PairComparability {
        let (from, to) = if one <= other { (one, other) } else { (other, one) };
        // The earlier year counts as a starting point even where it is not among the years on record.
        let mut previous = from;
        let mut result = PairComparability::comparable();
        for year in self.years.iter().copied().filter(|year| from < *year && *year <= to) {
            result = result.worst(self.neighbours(component, previous, year));
            previous = year;
        }
        result
    }

    /// How far two neighbouring years on record compare.
    fn neighbours(&self, component: &ComponentId, from: Year, to: Year) -> PairComparability {
        let (Some(before), Some(after)) = (self.span(component, from), self.span(component, to)) else {
            return PairComparability {
                value: Comparability::NotComparable,
                reason: Some(self.reasons.not_in_both_years.clone()),
            };
        };
        let structural = |value, reason: &Reason| PairComparability {
            value,
            reason: Some(reason.clone()),
        };
        // A break recorded for the component itself comes first: its reason is the most specific. A year that is missing
        // in between does not hide it.
        let published = self
            .breaks
            .iter()
            .filter(|((broken, year), _)| broken == component && from < *year && *year <= to)
            .map(|(_, (value, reason))| structural(*value, reason))
            .fold(PairComparability::comparable(), PairComparability::worst);

        let same_scale =
            (before.scale_min - after.scale_min).abs() < 1e-6 && (before.scale_max - after.scale_max).abs() < 1e-6;
        let children_before = self.children(component, from);
        let children_after = self.children(component, to);
        let has_units34 = |year: Year| self.units34_years.contains(&year);
        let own = if has_units34(from) != has_units34(to) {
            structural(Comparability::NotComparable, &self.reasons.units_changed)
        } else if children_before != children_after {
            structural(Comparability::NotComparable, &self.reasons.children_changed)
        } else if same_scale {
            PairComparability::comparable()
        } else {
            structural(Comparability::NotComparable, &self.reasons.scale_changed)
        };

        let mut result = published.worst(own);
        if result.value < Comparability::NotComparable && children_before == children_after {
            for child in children_before {
                let below = match self.neighbours(child, from, to).value {
                    Comparability::NotComparable if self.has_changed_structure(child, from, to) => {
                        structural(Comparability::NotComparable, &self.reasons.child_not_comparable)
                    }
                    Comparability::Comparable => PairComparability::comparable(),
                    _ => structural(Comparability::Limited, &self.reasons.child_limited),
                };
                result = result.worst(below);
            }
        }
        result
    }

    /// Whether parts or scale of a component or of anything below it differ.
    fn has_changed_structure(&self, component: &ComponentId, from: Year, to: Year) -> bool {
        let (Some(before), Some(after)) = (self.span(component, from), self.span(component, to)) else {
            return true;
        };
        if (before.scale_max - after.scale_max).abs() >= 1e-6 || (before.scale_min - after.scale_min).abs() >= 1e-6 {
            return true;
        }
        let children = self.children(component, from);
        children != self.children(component, to)
            || children
                .into_iter()
                .any(|child| self.has_changed_structure(child, from, to))
    }

    fn span(&self, component: &ComponentId, year: Year) -> Option<&ComponentSpan> {
        self.spans
            .iter()
            .find(|span| &span.component == component && span.first_year <= year && year <= span.last_year)
    }

    fn children(&self, component: &ComponentId, year: Year) -> BTreeSet<&ComponentId> {
        let is_child = |span: &&ComponentSpan| {
            span.parent.as_ref() == Some(component) && span.first_year <= year && year <= span.last_year
        };
        gather(self.spans.iter().filter(is_child).map(|span| &span.component))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(code: &str) -> Reason {
        Reason {
            code: code.to_owned(),
            vi: code.to_owned(),
            en: code.to_owned(),
        }
    }

    fn reasons() -> StructuralReasons {
        StructuralReasons {
            children_changed: reason("children_changed"),
            scale_changed: reason("scale_changed"),
            child_not_comparable: reason("child_not_comparable"),
            child_limited: reason("child_limited"),
            not_in_both_years: reason("not_in_both_years"),
            units_changed: reason("units_changed"),
        }
    }

    fn span(component: &str, parent: Option<&str>, first: u16, last: u16, scale_max: f64) -> ComponentSpan {
        ComponentSpan {
            component: component.parse().unwrap(),
            parent: parent.map(|id| id.parse().unwrap()),
            first_year: Year(first),
            last_year: Year(last),
            scale_min: 1.0,
            scale_max,
        }
    }

    fn limited(component: &str, year: u16) -> MethodBreak {
        MethodBreak {
            component: component.parse().unwrap(),
            year: Year(year),
            comparability: Comparability::Limited,
            reason: reason("renewed"),
        }
    }

    /// Two dimensions; a leaf of the first is renewed in 2012, the second loses a part in 2013.
    fn history() -> MethodHistory {
        MethodHistory::new(
            vec![
                span("overall", None, 2010, 2014, 20.0),
                span("d1", Some("overall"), 2010, 2014, 10.0),
                span("d2", Some("overall"), 2010, 2014, 10.0),
                span("1.1", Some("d1"), 2010, 2014, 10.0),
                span("2.1", Some("d2"), 2010, 2014, 5.0),
                span("2.2", Some("d2"), 2010, 2012, 5.0),
            ],
            [limited("1.1", 2012)],
            (2010..=2014).map(Year),
            &[],
            reasons(),
        )
    }

    fn value(component: &str, from: u16, to: u16) -> Comparability {
        history()
            .compare(&component.parse().unwrap(), Year(from), Year(to))
            .value
    }

    #[test]
    fn unchanged_years_compare() {
        assert_eq!(value("overall", 2010, 2011), Comparability::Comparable);
        assert_eq!(value("overall", 2013, 2014), Comparability::Comparable);
    }

    #[test]
    fn a_renewed_leaf_limits_its_ancestors_and_nothing_else() {
        assert_eq!(value("1.1", 2011, 2012), Comparability::Limited);
        assert_eq!(value("d1", 2011, 2012), Comparability::Limited);
        assert_eq!(value("overall", 2011, 2012), Comparability::Limited);
        assert_eq!(value("d2", 2011, 2012), Comparability::Comparable);
    }

    #[test]
    fn changed_parts_make_the_component_and_its_ancestors_not_comparable() {
        assert_eq!(value("d2", 2012, 2013), Comparability::NotComparable);
        assert_eq!(value("overall", 2012, 2013), Comparability::NotComparable);
        assert_eq!(value("d1", 2012, 2013), Comparability::Comparable);
    }

    #[test]
    fn a_span_is_as_comparable_as_its_worst_pair_in_either_order() {
        assert_eq!(value("overall", 2010, 2014), Comparability::NotComparable);
        assert_eq!(value("d1", 2014, 2010), Comparability::Limited);
    }

    #[test]
    fn a_component_that_is_missing_in_a_year_does_not_compare() {
        let pair = history().compare(&"2.2".parse().unwrap(), Year(2012), Year(2013));
        assert_eq!(pair.value, Comparability::NotComparable);
        assert_eq!(pair.reason.unwrap().code, "not_in_both_years");
    }

    #[test]
    fn years_of_other_units_do_not_compare() {
        let base = history();
        let history = MethodHistory::new(base.spans, [], (2010..=2014).map(Year), &[Year(2014)], reasons());
        for component in ["overall", "d1", "1.1"] {
            let pair = history.compare(&component.parse().unwrap(), Year(2013), Year(2014));
            assert_eq!(pair.value, Comparability::NotComparable);
            assert_eq!(pair.reason.unwrap().code, "units_changed");
        }
        let before = history.compare(&"d1".parse().unwrap(), Year(2010), Year(2013));
        assert_eq!(before.value, Comparability::Comparable);
    }

    #[test]
    fn a_reason_published_for_the_component_itself_comes_first() {
        let mut breaks = vec![limited("1.1", 2012)];
        breaks.push(MethodBreak {
            component: "overall".parse().unwrap(),
            year: Year(2013),
            comparability: Comparability::NotComparable,
            reason: reason("specific"),
        });
        let base = history();
        let history = MethodHistory::new(base.spans.clone(), breaks, (2010..=2014).map(Year), &[], reasons());
        let pair = history.compare(&ComponentId::overall(), Year(2012), Year(2013));
        assert_eq!(pair.reason.unwrap().code, "specific");
    }
}
