//! What is carried over along a text: index, province, year, component, and what is compared with.

use super::{super::claim::Claim, Defaults, view::YearUse};
use crate::{ComponentId, IndexId, Year, api::check::ClaimMeasure};

/// Which index is told of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum IndexToldOf {
    /// None was named yet.
    #[default]
    None,
    /// One of the four.
    Known(IndexId),
    /// One that nothing is on record of.
    Foreign,
}

/// What is carried over.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    pub(super) index: IndexToldOf,
    /// By its place in the lexicon.
    pub(super) province: Option<usize>,
    /// A province that is only compared with, until its clause ends.
    pub(super) compared: Option<usize>,
    pub(super) year: Option<Year>,
    /// The year that changes are against.
    pub(super) from_year: Option<Year>,
    /// By its place in the lexicon; `None` is the total.
    pub(super) component: Option<usize>,
    /// What the last claim of the clause was about.
    pub(super) last_measure: Option<ClaimMeasure>,
    /// The parenthesis that is open.
    pub(super) parenthesis: Option<Parenthesis>,
    /// The last thing met was a year that is compared with.
    after_compared_year: bool,
    /// A sentence ended: its component holds until the next names an index or a province.
    sentence_ended: bool,
    /// Whether the sentence has named an index so far.
    pub(super) index_in_sentence: bool,
}

/// What holds again when a parenthesis closes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parenthesis {
    year: Option<Year>,
    from_year: Option<Year>,
    province: Option<usize>,
    /// Whether a claim was read in it; a year that stands alone in parentheses holds on.
    pub(super) has_claim: bool,
    /// Whether its year is one that is compared with, borrowed for it.
    borrows_year: bool,
    /// Whether it explains a province that is compared with.
    pub(super) of_compared: Option<usize>,
}

impl Context {
    pub(super) fn new(defaults: &Defaults) -> Self {
        Self {
            province: defaults.province,
            year: defaults.year,
            ..Self::default()
        }
    }

    pub(super) fn meet_index(&mut self, index: Option<IndexId>) {
        self.index = index.map_or(IndexToldOf::Foreign, IndexToldOf::Known);
        self.component = None;
        self.after_compared_year = false;
        self.sentence_ended = false;
        self.index_in_sentence = true;
    }

    pub(super) fn meet_province(&mut self, province: usize, is_compared: bool) {
        if is_compared {
            self.compared = Some(province);
        } else {
            if self.sentence_ended {
                self.component = None;
            }
            self.province = Some(province);
            self.compared = None;
        }
        self.sentence_ended = false;
        self.after_compared_year = false;
    }

    pub(super) fn meet_component(&mut self, component: usize, meanings: &[(IndexId, ComponentId)]) {
        let of_index = match self.index {
            IndexToldOf::Known(index) => meanings.iter().any(|(of, _)| *of == index),
            IndexToldOf::None | IndexToldOf::Foreign => false,
        };
        if !of_index && let Some((index, _)) = meanings.first() {
            self.index = IndexToldOf::Known(*index);
        }
        self.component = Some(component);
        self.index_in_sentence = true;
        self.after_compared_year = false;
    }

    pub(super) fn meet_total(&mut self) {
        self.component = None;
    }

    pub(super) fn meet_year(&mut self, year: Year, use_of_year: YearUse) {
        match use_of_year {
            YearUse::Told => self.year = Some(year),
            YearUse::Compared => self.from_year = Some(year),
            YearUse::Other => {}
        }
        self.after_compared_year = use_of_year == YearUse::Compared;
    }

    pub(super) fn meet_mark(&mut self, mark: char, ends_sentence: bool) {
        match mark {
            '(' => {
                self.parenthesis = Some(Parenthesis {
                    year: self.year,
                    from_year: self.from_year,
                    province: self.province,
                    has_claim: false,
                    borrows_year: self.after_compared_year,
                    of_compared: self.compared,
                });
                if self.after_compared_year {
                    self.year = self.from_year;
                }
            }
            ')' => {
                let parenthesis = self.parenthesis.take();
                if let Some(parenthesis) =
                    parenthesis.filter(|parenthesis| parenthesis.has_claim || parenthesis.borrows_year)
                {
                    self.year = parenthesis.year;
                    self.from_year = self.from_year.or(parenthesis.from_year);
                    self.province = parenthesis.province;
                }
            }
            ';' | ',' => self.compared = None,
            _ if ends_sentence => {
                self.index_in_sentence = false;
                self.compared = None;
                self.sentence_ended = true;
                self.from_year = None;
                self.last_measure = None;
            }
            _ => {}
        }
        self.after_compared_year = false;
    }

    pub(super) fn end_paragraph(&mut self) {
        self.index_in_sentence = false;
        self.component = None;
        self.compared = None;
        self.from_year = None;
        self.last_measure = None;
        self.parenthesis = None;
        self.after_compared_year = false;
    }

    /// Notes what was read.
    pub(super) fn note(&mut self, claim: &Claim) {
        self.last_measure = Some(claim.measure);
        if let Some(parenthesis) = &mut self.parenthesis {
            parenthesis.has_claim = true;
        }
    }
}
