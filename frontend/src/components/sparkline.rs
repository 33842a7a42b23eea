//! Lines as small as a word: scores over the years, interrupted where a year is missing or the method changed so that the
//! years do not compare. All lines of a table share years and scale, so that they can be set against each other.

use std::fmt::Write as _;

use leptos::prelude::*;
use vithe_shared::{Language, Year};

use crate::view_model::wording::year_span;

const WIDTH: f64 = 88.0;
const HEIGHT: f64 = 26.0;
const MARGIN: f64 = 2.5;

/// What the lines of a table share.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LineFrame {
    first: Year,
    last: Year,
    /// The years that do not compare with the one before.
    breaks: Vec<Year>,
    lowest: f64,
    highest: f64,
}

/// A figure of a year.
pub(crate) type YearScore = (Year, f64);

impl LineFrame {
    /// Around the lines of a table; `None` where they have no figures.
    pub(crate) fn around<'a>(lines: impl Iterator<Item = &'a [YearScore]>, breaks: Vec<Year>) -> Option<Self> {
        let mut figures = lines.flatten();
        let (year, score) = figures.next()?;
        let mut frame = Self {
            first: *year,
            last: *year,
            breaks,
            lowest: *score,
            highest: *score,
        };
        for (year, score) in figures {
            frame.first = frame.first.min(*year);
            frame.last = frame.last.max(*year);
            frame.lowest = frame.lowest.min(*score);
            frame.highest = frame.highest.max(*score);
        }
        Some(frame)
    }

    /// `2005–2022`
    pub(crate) fn span(&self) -> String {
        year_span(self.first, self.last)
    }

    /// The first of the newest years that compare with each other.
    pub(crate) fn comparable_since(&self) -> Year {
        self.breaks.iter().copied().max().unwrap_or(self.first).max(self.first)
    }

    /// What a line gained over the newest years that compare with each other; `None` with less than two of them.
    pub(crate) fn gain(&self, line: &[YearScore]) -> Option<f64> {
        let since = self.comparable_since();
        let mut run = line.iter().filter(|(year, _)| *year >= since);
        let (_, first) = run.next()?;
        let (_, last) = run.next_back()?;
        Some(last - first)
    }

    /// The line of scores in the order of their years, with a dot on the `marked` one. Said by `label`; nothing without two
    /// figures.
    pub(crate) fn line(&self, line: &[YearScore], marked: Year, label: String) -> Option<AnyView> {
        let path = self.path(line)?;
        let dot = line.iter().find(|(year, _)| *year == marked).map(|figure| {
            let (x, y) = self.place(*figure);
            view! { <circle cx=format!("{x:.0}") cy=format!("{y:.0}") r="2.5"></circle> }
        });
        let line = view! {
            <svg class="sparkline" width="88" height="26" viewBox="0 0 88 26" role="img" aria-label=label>
                <path d=path></path>
                {dot}
            </svg>
        };
        Some(line.into_any())
    }

    /// Where a figure stands.
    fn place(&self, (year, score): YearScore) -> (f64, f64) {
        let years = f64::from(self.last.0.saturating_sub(self.first.0).max(1));
        let passed = f64::from(year.0.saturating_sub(self.first.0));
        let span = self.highest - self.lowest;
        let depth = if span > 0.0 { (self.highest - score) / span } else { 0.5 };
        (
            MARGIN + (WIDTH - 2.0 * MARGIN) * passed / years,
            MARGIN + (HEIGHT - 2.0 * MARGIN) * depth,
        )
    }

    /// The line as path data; a figure without neighbours is a point. `None` with less than two figures.
    fn path(&self, line: &[YearScore]) -> Option<String> {
        let mut path = String::new();
        for (position, figure) in line.iter().enumerate() {
            let year = figure.0;
            let is_joined = |(from, to): (Year, Year)| to.0 == from.0 + 1 && !self.breaks.contains(&to);
            let before = position.checked_sub(1).and_then(|before| line.get(before));
            let joins_before = before.is_some_and(|(before, _)| is_joined((*before, year)));
            let joins_next = line.get(position + 1).is_some_and(|(next, _)| is_joined((year, *next)));
            let (x, y) = self.place(*figure);
            // Writing to a string cannot fail.
            let _ = write!(path, "{}{x:.0} {y:.0}", if joins_before { 'L' } else { 'M' });
            if !joins_before && !joins_next {
                path.push_str("h0");
            }
        }
        (line.len() > 1).then_some(path)
    }
}

/// What a line says to somebody who does not see it: `PCI: điểm 2005–2022; chấm tròn là năm 2021`.
pub(crate) fn line_label(name: &str, frame: &LineFrame, marked: Year, language: Language) -> String {
    let span = frame.span();
    match language {
        Language::Vi => format!("{name}: điểm {span}; chấm tròn là năm {marked}"),
        Language::En => format!("{name}: scores {span}; the dot is {marked}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(figures: &[(u16, f64)]) -> Vec<YearScore> {
        figures.iter().map(|(year, score)| (Year(*year), *score)).collect()
    }

    #[test]
    fn a_missing_year_and_a_break_interrupt_the_line() {
        let figures = line(&[
            (2011, 10.0),
            (2012, 9.0),
            (2014, 8.0),
            (2015, 8.0),
            (2016, 0.0),
            (2018, 4.0),
        ]);
        let frame = LineFrame::around([figures.as_slice()].into_iter(), vec![Year(2016)]).unwrap();
        assert_eq!(
            frame.path(&figures).as_deref(),
            Some("M2 2L14 5M38 7L50 7M62 24h0M86 15h0")
        );
    }

    #[test]
    fn a_single_figure_is_no_line() {
        let figures = line(&[(2011, 10.0)]);
        let frame = LineFrame::around([figures.as_slice()].into_iter(), Vec::new()).unwrap();
        assert_eq!(frame.path(&figures), None);
        assert_eq!(LineFrame::around([].into_iter(), Vec::new()), None);
    }

    #[test]
    fn lines_of_a_table_share_one_scale() {
        let (high, low) = (line(&[(2011, 80.0), (2012, 80.0)]), line(&[(2011, 40.0), (2012, 41.0)]));
        let frame = LineFrame::around([high.as_slice(), low.as_slice()].into_iter(), Vec::new()).unwrap();
        assert_eq!(frame.path(&high).as_deref(), Some("M2 2L86 2"));
        assert_eq!(frame.path(&low).as_deref(), Some("M2 24L86 23"));
    }

    #[test]
    fn a_gain_is_told_only_over_years_that_compare() {
        let figures = line(&[(2019, 50.0), (2020, 40.0), (2021, 42.0), (2023, 41.5)]);
        let frame = LineFrame::around([figures.as_slice()].into_iter(), vec![Year(2021)]).unwrap();
        assert_eq!(frame.comparable_since(), Year(2021));
        assert_eq!(frame.gain(&figures), Some(-0.5));
        assert_eq!(frame.gain(&figures[..3]), None);
        let unbroken = LineFrame::around([figures.as_slice()].into_iter(), Vec::new()).unwrap();
        assert_eq!(unbroken.gain(&figures), Some(-8.5));
    }
}
