//! Figures in columns: the values of one component, year and measure as whole numbers in one string over the list of units.
//! Small when compressed, and exact: every value that is read is the value that was written, to the last digit.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Evidence, Measure, ObservationStatus},
    identifier::Year,
};

mod read;
mod write;

pub use read::{MalformedColumn, read_columns};
pub use write::write_columns;

/// The preferred figure of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Position of the unit in the list in force in the year.
    pub unit: u16,
    /// The value.
    pub value: f64,
    /// Position of its source in the list of the dataset.
    pub source: u16,
    /// How it is known.
    pub evidence: Evidence,
    /// Status.
    pub status: ObservationStatus,
}

/// The preferred figures of one component, year and measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Position of the component in the list of the dataset.
    pub component: u16,
    /// The year.
    pub year: Year,
    /// What they give.
    pub measure: Measure,
    /// By ascending unit.
    pub figures: Vec<Figure>,
}

/// A column as it is stored and sent. Columns stand in the order of component, measure and year, since some refer to others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CodedColumn {
    component: u16,
    measure: Measure,
    coding: Coding,
    /// How many decimals the whole numbers stand for.
    decimals: u8,
    /// Of the units with a figure, in their order.
    sources: Runs<u16>,
    evidence: Runs<Evidence>,
    /// Those that are not normal, by position among the units with a figure.
    statuses: Vec<(u16, ObservationStatus)>,
    // What differs from column to column comes last: the rest is then one repetition.
    year: Year,
    /// One field a unit, separated by commas and empty where there is no figure; empty fields at the end are left out.
    values: String,
}

/// What the fields of a column mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Coding {
    /// The value, times ten to the power of the decimals.
    Plain,
    /// The same less that of the column before; the value itself where that column has none.
    Change,
    /// A rank: empty where it is the place of the printed score of the unit, `-` where a unit with a score has no rank.
    Places,
    /// A number in single precision, printed with the decimals: its bits above those of an eighth.
    Single,
    /// The same less that of the column before; the bits themselves where that column has none.
    SingleChange,
    /// The value as it is written.
    Written,
}

/// What the bits of single numbers are counted from: those of an eighth, the least that scores on a scale to ten have.
const SINGLE_BASE: i64 = 0x3e00_0000;

/// The powers of ten that decimals stand for; each is exact.
const POWERS: [f64; 10] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/// A list with long runs of equal members: each member with how often it stands there, 0 for the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Runs<T>(Vec<(T, u16)>);

impl<T: Copy + PartialEq> Runs<T> {
    fn new(members: impl Iterator<Item = T>) -> Self {
        let mut runs: Vec<(T, u16)> = Vec::new();
        for member in members {
            match runs.last_mut() {
                Some((same, count)) if *same == member => *count += 1,
                _ => runs.push((member, 1)),
            }
        }
        if let Some((_, count)) = runs.last_mut() {
            *count = 0;
        }
        Self(runs)
    }

    /// The members, the last one without end.
    fn members(&self) -> impl Iterator<Item = T> {
        self.0.iter().flat_map(|(member, count)| {
            let times = if *count == 0 { usize::MAX } else { usize::from(*count) };
            std::iter::repeat_n(*member, times)
        })
    }
}

/// The place of each unit by its score, 1 is best, equal scores sharing one; `None` without a score.
fn places(scores: &[Figure], units: usize) -> Vec<Option<u16>> {
    let mut places = vec![None; units];
    for figure in scores {
        let above = scores.iter().filter(|other| other.value > figure.value).count();
        if let Some(place) = places.get_mut(usize::from(figure.unit)) {
            *place = u16::try_from(above + 1).ok();
        }
    }
    places
}

/// The whole number that stands for a value with so many decimals, where it stands for it exactly.
fn to_whole(value: f64, decimals: u8) -> Option<i64> {
    let power = POWERS.get(usize::from(decimals))?;
    let whole = (value * power).round();
    let is_exact = whole.abs() < 9e15 && whole / power == value;
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2⁵³")]
    is_exact.then_some(whole as i64)
}

/// The value that a whole number stands for.
fn of_whole(whole: i64, decimals: u8) -> Option<f64> {
    Some(whole as f64 / POWERS.get(usize::from(decimals))?)
}

/// The value of a single number that was printed with so many decimals.
fn of_single(bits: i64, decimals: u8) -> Option<f64> {
    let single = f32::from_bits(u32::try_from(bits.checked_add(SINGLE_BASE)?).ok()?);
    let power = POWERS.get(usize::from(decimals))?;
    Some((f64::from(single) * power).round() / power)
}

/// The bits of the single number that a value was printed from, where it is one.
fn to_single(value: f64, decimals: u8) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "whether anything is lost is seen below")]
    let bits = i64::from((value as f32).to_bits()) - SINGLE_BASE;
    (of_single(bits, decimals)? == value).then_some(bits)
}

#[cfg(test)]
mod tests;
