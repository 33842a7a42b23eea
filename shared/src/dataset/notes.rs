//! What is known of an index besides its preferred figures: what other sources say, and what the collectors noted.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{DiscrepancyKind, Evidence, Measure, ObservationStatus, SourceInfo},
    identifier::{ComponentId, IndexId, RegionId, Year},
};

/// What is known of an index besides its preferred figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexNotes {
    /// The index.
    pub index: IndexId,
    /// What other sources say, and figures that no table shows, in the order of the package.
    pub claims: Vec<Claim>,
    /// Notes on preferred figures.
    pub remarks: Vec<Remark>,
    /// What sources say of the country or a region, of figures on which they differ.
    pub area_claims: Vec<AreaClaim>,
    /// Why figures that do not agree are as they are.
    pub explanations: Vec<Explanation>,
    /// The notes, in English and in Vietnamese.
    pub texts: Vec<[String; 2]>,
    /// The documents that are not among those of the dataset.
    pub sources: Vec<SourceInfo>,
}

/// A figure that no table shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The component.
    pub component: ComponentId,
    /// The year.
    pub year: Year,
    /// Position of the unit in the list in force in the year.
    pub unit: u16,
    /// What it gives.
    pub measure: Measure,
    /// The value.
    pub value: f64,
    /// Status.
    pub status: ObservationStatus,
    /// How it is known.
    pub evidence: Evidence,
    /// Whether it is preferred to other claims of the same figure.
    pub preferred: bool,
    /// The identifier of its source.
    pub source: String,
    /// Position of the note on it.
    pub note: Option<u16>,
}

/// What a source says of the country or a region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaClaim {
    /// The component.
    pub component: ComponentId,
    /// The year.
    pub year: Year,
    /// The region of the list in force in the year; `None` for the country.
    pub region: Option<RegionId>,
    /// What it gives.
    pub measure: Measure,
    /// The value.
    pub value: f64,
    /// Status.
    pub status: ObservationStatus,
    /// How it is known.
    pub evidence: Evidence,
    /// Whether it is preferred to other claims of the same figure.
    pub preferred: bool,
    /// The identifier of its source.
    pub source: String,
    /// Position of the note on it.
    pub note: Option<u16>,
}

/// Why figures that do not agree are as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// What does not agree with what.
    pub kind: DiscrepancyKind,
    /// The year it holds for.
    pub year: Year,
    /// Position of the unit it holds for in the list in force in the year; `None` for all.
    pub unit: Option<u16>,
    /// The component it holds for; `None` for all.
    pub component: Option<ComponentId>,
    /// Position of its text.
    pub note: u16,
}

/// The note on a preferred figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The component.
    pub component: ComponentId,
    /// The year.
    pub year: Year,
    /// Position of the unit in the list in force in the year.
    pub unit: u16,
    /// What the figure gives.
    pub measure: Measure,
    /// Position of the note.
    pub note: u16,
}
