//! The changes of scores that a text tells, by what they are of: one claim may explain another.

use std::collections::HashMap;

use super::{
    super::claim::{Claim, Kind, Subject},
    from_year,
};
use crate::{
    IndexId, Year,
    api::check::{ClaimMeasure, ClaimUnit},
};

/// A change that is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ToldChange {
    pub(super) value: f64,
    pub(super) decimals: u8,
    pub(super) unit: ClaimUnit,
}

/// The index, the unit and both years.
type Key = (IndexId, usize, Year, Year);

/// How many different changes of one thing are kept: no text tells more.
const MOST: usize = 8;

/// The changes of a text.
#[derive(Debug, Default)]
pub(in crate::claims) struct Told(HashMap<Key, Vec<ToldChange>>);

impl Told {
    /// The changes among claims.
    pub(in crate::claims) fn new(claims: &[Claim]) -> Self {
        let mut told = Self::default();
        for claim in claims {
            let is_change = claim.kind == Kind::Figure && claim.measure == ClaimMeasure::ScoreChange;
            if let (true, Some(value), Some(key)) = (is_change, claim.value, key(claim)) {
                let change = ToldChange {
                    value,
                    decimals: claim.decimals,
                    unit: claim.unit,
                };
                let changes = told.0.entry(key).or_default();
                if changes.len() < MOST && !changes.contains(&change) {
                    changes.push(change);
                }
            }
        }
        told
    }

    /// The changes of what a claim is about.
    pub(super) fn changes(&self, claim: &Claim) -> &[ToldChange] {
        let changes = key(claim).and_then(|key| self.0.get(&key));
        changes.map_or(&[], Vec::as_slice)
    }
}

fn key(claim: &Claim) -> Option<Key> {
    match claim.province {
        Subject::Unit(unit) => Some((claim.index, unit, claim.year, from_year(claim))),
        Subject::Unknown(_) => None,
    }
}
