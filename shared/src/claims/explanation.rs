//! What explains a verdict: facts. Their sentences are in `explanation/words.rs`, both languages side by side.

mod words;

use crate::{
    IndexId, Year,
    domain::{Measure, Reason},
};

/// Why there is no figure on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The index is not here yet. Not on the server, which holds all.
    NotHereYet,
    /// No such unit in the list of the year.
    UnknownProvince,
    /// No such component of the index.
    UnknownComponent,
    /// No figures of that year.
    UnknownYear(Year),
    /// The year has another list of units.
    OtherUnits(Year),
    /// Not in the sources that were collected.
    NotOnRecord(Year),
    /// The publisher withholds it.
    Withheld(Year),
    /// Two sources differ and none is preferred.
    Disputed(Year),
    /// No rank is on record.
    NotRanked(Year),
    /// No rank within the region is on record.
    NoRegionalRank(Year),
}

/// What is wrong with a unit word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitFault {
    /// Per cent instead of points.
    PercentForPoints,
    /// Points instead of per cent.
    PointsForPercent,
    /// Per cent instead of percentage points.
    PercentForPercentagePoints,
    /// No fault: ten points stand for 100 %.
    TenPoints,
}

/// What explains a verdict.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Explanation {
    Gap(Gap),
    /// The rank is out of another number of units.
    AnotherN {
        claimed: u16,
        n: u16,
        year: Year,
        withheld: usize,
    },
    Cut {
        figure: f64,
    },
    /// The source prints fewer digits than the claim.
    FewerDigits,
    /// The difference of two rounded figures.
    OfRoundedLevels {
        change: f64,
    },
    WrongUnit {
        fault: UnitFault,
        relative: Option<f64>,
    },
    /// The same, where the earlier score is worked out from what the article says.
    WrongUnitOfEstimate {
        fault: UnitFault,
        relative: Option<f64>,
        from_year: Year,
        low: f64,
        high: f64,
    },
    TenPoints {
        percent: f64,
    },
    Relative {
        relative: f64,
        change: f64,
    },
    OnlySource {
        worked_out: bool,
    },
    OnlySourceOfStart {
        from_year: Year,
        low: f64,
        high: f64,
    },
    /// Units with the same printed score share these ranks.
    Tied {
        first: u16,
        last: u16,
    },
    AnotherYear {
        year: Year,
    },
    AnotherStart {
        year: Year,
    },
    /// What the earlier score would have to be.
    ImpliedStart {
        year: Year,
        implied: f64,
        on_record: f64,
        ranks: Option<(f64, f64)>,
    },
    AnotherIndex {
        index: IndexId,
    },
    AnotherProvince {
        vi: String,
        en: String,
    },
    AnotherRegion,
    OtherRank {
        regional: bool,
    },
    OtherMeasure {
        measure: Measure,
    },
    WentOtherWay {
        change: f64,
    },
    Turned,
    RankSpan {
        best: u16,
        worst: u16,
    },
    Counted {
        went: u16,
        parts: u16,
    },
    PartsNotOnRecord,
    PartsNotOnRecordButOne {
        fallen: u16,
        rise: f64,
    },
    Judgement,
}

impl Explanation {
    /// The explanation as it is answered.
    pub(super) fn told(&self) -> Reason {
        let (code, vi, en) = words::words(self);
        Reason {
            code: code.to_owned(),
            vi,
            en,
        }
    }
}
