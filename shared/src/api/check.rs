//! `/api/v1/check`: claims held against the figures on record.

use serde::{Deserialize, Serialize};

use super::whole;
use crate::{
    domain::{Comparability, Reason, SourceInfo},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, Year},
};

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClaimMeasure {
    /// A score.
    Score,
    /// The rank among all ranked units.
    Rank,
    /// A change of the score against an earlier year.
    ScoreChange,
    /// Places won (positive) or lost (negative) against an earlier year.
    RankChange,
    /// The rank within the region.
    RegionalRank,
}

impl ClaimMeasure {
    /// All measures.
    pub const ALL: [Self; 5] = [
        Self::Score,
        Self::Rank,
        Self::ScoreChange,
        Self::RankChange,
        Self::RegionalRank,
    ];

    /// The spelling in answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Rank => "rank",
            Self::ScoreChange => "score_change",
            Self::RankChange => "rank_change",
            Self::RegionalRank => "regional_rank",
        }
    }

    /// Whether it speaks of two years.
    pub const fn is_change(self) -> bool {
        matches!(self, Self::ScoreChange | Self::RankChange)
    }
}

/// The word beside the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClaimUnit {
    /// None, or one that says nothing of the scale.
    #[default]
    None,
    /// Points.
    Points,
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoints,
}

/// A claim that is given field by field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClaimRequest {
    /// The index.
    pub index: IndexId,
    /// The province, or the unit of 2025 for a year from 2025 on.
    pub province: ProvinceSlug,
    /// The year.
    #[serde(deserialize_with = "whole::required")]
    pub year: Year,
    /// The earlier year of a change; the year before by default.
    #[serde(default, deserialize_with = "whole::optional")]
    pub from_year: Option<Year>,
    /// What is claimed.
    pub measure: ClaimMeasure,
    /// The component, the total by default.
    #[serde(default)]
    pub component: ComponentId,
    /// The value; a rank change is positive upwards.
    pub value: f64,
    /// The number of units that a rank is out of, where it is claimed.
    #[serde(default, deserialize_with = "whole::optional")]
    #[cfg_attr(feature = "openapi", schema(maximum = 65535))]
    pub n: Option<u16>,
    /// The word beside the number.
    #[serde(default)]
    pub unit: ClaimUnit,
}

/// Prose, or a pasted table, with what it leaves open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckText {
    /// The text.
    pub text: String,
    /// The province of claims before the text names one.
    pub province: Option<ProvinceSlug>,
    /// The year of claims before the text names one.
    pub year: Option<Year>,
}

/// The question: claims, or a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(utoipa::ToSchema),
    schema(examples(json!({
        "text": "Năm 2021, PCI của Hậu Giang đạt 63,80 điểm, xếp thứ 38/63."
    })))
)]
#[serde(deny_unknown_fields)]
pub struct CheckRequest {
    /// Claims that are given field by field, at most 1,000.
    #[serde(default)]
    pub claims: Option<Vec<ClaimRequest>>,
    /// A text that claims are read from, at most 256 kB: prose, or a pasted table.
    #[serde(default)]
    pub text: Option<String>,
    /// The province of claims before the text names one.
    #[serde(default)]
    pub province: Option<ProvinceSlug>,
    /// The year of claims before the text names one.
    #[serde(default, deserialize_with = "whole::optional")]
    pub year: Option<Year>,
}

/// A place in a text: Unicode scalars from its beginning, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Place {
    /// The first scalar.
    pub start: u32,
    /// The scalar after the last.
    pub end: u32,
}

/// What the figures on record say to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It agrees: the figure on record, rounded to the digits of the claim, is the claim.
    Agrees,
    /// It agrees once rounding, cutting or a wrong unit word is allowed for.
    AgreesWithinRounding,
    /// It differs.
    Differs,
    /// The figure on record comes from the article that the claim stands in, and from nowhere else.
    OnlySource,
    /// Nothing on record tells.
    CannotCheck,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Self; 5] = [
        Self::Agrees,
        Self::AgreesWithinRounding,
        Self::Differs,
        Self::OnlySource,
        Self::CannotCheck,
    ];

    /// The spelling in answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::AgreesWithinRounding => "agrees_within_rounding",
            Self::Differs => "differs",
            Self::OnlySource => "only_source",
            Self::CannotCheck => "cannot_check",
        }
    }
}

/// A claim that says which way something went, without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Higher score, better rank.
    Up,
    /// Lower score, worse rank.
    Down,
}

/// A claim with its verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CheckedClaim {
    /// The index.
    pub index: IndexId,
    /// The list of units that the figures of the index in that year are of.
    pub borders: Borders,
    /// The province, or the unit of 2025.
    pub province: ProvinceSlug,
    /// Its Vietnamese name; the slug where there is no such unit.
    pub province_vi: String,
    /// Its English name.
    pub province_en: String,
    /// The year.
    pub year: Year,
    /// The earlier year of a change.
    pub from_year: Option<Year>,
    /// The component.
    pub component: ComponentId,
    /// Its Vietnamese name in that year; the identifier where there is none.
    pub component_vi: String,
    /// Its English name in that year.
    pub component_en: String,
    /// What is claimed.
    pub measure: ClaimMeasure,
    /// The value; `null` for a statement without one. A rank change is positive upwards.
    pub value: Option<f64>,
    /// The way a statement without a value points.
    pub direction: Option<Direction>,
    /// The word beside the number.
    pub unit: ClaimUnit,
    /// The number of units that a rank is claimed to be out of.
    pub n: Option<u16>,
    /// Where it stands in the text; `null` for a claim that was given field by field.
    pub place: Option<Place>,
    /// The verdict.
    pub verdict: Verdict,
    /// How far the two years of a change compare.
    pub comparability: Option<Comparability>,
    /// Why they do not compare fully.
    pub comparability_reason: Option<Reason>,
    /// The figure on record, as displayed: scores that are computed have four decimals.
    pub on_record: Option<f64>,
    /// The number of units ranked, for a rank.
    pub on_record_n: Option<u16>,
    /// The figure of the earlier year, for a change.
    pub on_record_from: Option<f64>,
    /// The figure of the later year, for a change.
    pub on_record_to: Option<f64>,
    /// The document that the figure comes from; `null` for a computed or derived one from several.
    pub source: Option<SourceInfo>,
    /// What explains the verdict, where something does.
    pub explanation: Option<Reason>,
}

/// A place that looks like a claim but was not read as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unread {
    /// Where it stands in the text.
    pub place: Place,
    /// Why it was not read.
    pub reason: Reason,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CheckAnswer {
    /// The claims with their verdicts, in the order of the text.
    pub claims: Vec<CheckedClaim>,
    /// What was not read, in the order of the text.
    pub unread: Vec<Unread>,
    /// Revision of the dataset.
    pub revision: String,
}
