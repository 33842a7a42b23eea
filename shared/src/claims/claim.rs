//! A claim as it was read or given, before it is judged.

use crate::{
    ComponentId, IndexId, ProvinceSlug, RegionId, Year,
    api::check::{ClaimMeasure, ClaimUnit, Direction, Place},
};

/// Whom a claim is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A unit, by its place in the list in force in the year.
    Unit(usize),
    /// A slug that is none in that list.
    Unknown(ProvinceSlug),
}

/// What kind of statement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, or which way a figure went.
    Figure,
    /// A span of ranks ("from 50 to 52") that names no year.
    RankSpan {
        /// The best.
        best: u16,
        /// The worst.
        worst: u16,
    },
    /// So many of so many parts went one way.
    Count {
        /// How many.
        count: u16,
        /// Of how many.
        all: u16,
    },
    /// A judgement about components over years, without a figure.
    Judgement,
}

/// A claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Claim {
    pub(super) index: IndexId,
    pub(super) province: Subject,
    pub(super) year: Year,
    /// The earlier year where it is named; the year before otherwise.
    pub(super) from_year: Option<Year>,
    /// The component; several where methods of different years give it different identifiers. Never empty.
    pub(super) components: Vec<ComponentId>,
    pub(super) measure: ClaimMeasure,
    pub(super) value: Option<f64>,
    /// The decimals it is written with.
    pub(super) decimals: u8,
    pub(super) direction: Option<Direction>,
    pub(super) unit: ClaimUnit,
    pub(super) n: Option<u16>,
    /// The region that a regional rank names.
    pub(super) region: Option<RegionId>,
    pub(super) kind: Kind,
    pub(super) place: Option<Place>,
}

/// The decimals a number is written with at least.
pub(super) fn decimals(value: f64) -> u8 {
    let text = value.to_string();
    let fraction = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    u8::try_from(fraction).unwrap_or(u8::MAX)
}
