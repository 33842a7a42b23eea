//! Rank intervals: between which ranks a unit lies once something about its rank is allowed to vary.

use serde::{Deserialize, Serialize};

use crate::identifier::named_values;

/// What is allowed to vary. The first three tell how sensitive a rank is; only the last is a statement of confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum IntervalKind {
    /// The digits that rounding hides; derived ranks only.
    Rounding,
    /// The unit's own score, by a number of points up and down, the others as observed.
    Perturbation,
    /// The weights of the components.
    Weights,
    /// The sample of the survey.
    Sampling,
}

impl IntervalKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Rounding, Self::Perturbation, Self::Weights, Self::Sampling];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rounding => "rounding",
            Self::Perturbation => "perturbation",
            Self::Weights => "weights",
            Self::Sampling => "sampling",
        }
    }

    /// Whether it is a statement of confidence; the others are statements of sensitivity.
    pub const fn is_confidence(self) -> bool {
        matches!(self, Self::Sampling)
    }
}

named_values!(
    IntervalKind,
    "một trong rounding, perturbation, weights, sampling",
    "one of rounding, perturbation, weights, sampling"
);

/// The best and the worst rank of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RankInterval {
    /// What is allowed to vary.
    pub kind: IntervalKind,
    /// How far: points that rounding may hide above and below a score (`rounding`), points up and down (`perturbation`), the
    /// largest relative change of a weight, 0.1 (`weights`), the level of confidence of all intervals at once, 0.95
    /// (`sampling`).
    pub parameter: f64,
    /// The best rank.
    pub best: u16,
    /// The worst rank.
    pub worst: u16,
}
