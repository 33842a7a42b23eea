//! Sums of parts.

use super::table::Score;
use crate::{
    analytics::rounding::{COMPUTED_DECIMALS, round_to},
    domain::{Evidence, ObservationStatus},
};

/// The sum of parts, each times its points of the whole; `None` where one is missing or there are none.
pub(super) fn sum<'s>(parts: impl Iterator<Item = (Option<&'s Score>, f64)>) -> Option<Score> {
    let mut total: Option<Score> = None;
    for (part, points) in parts {
        let part = part?;
        let sum = total.get_or_insert_with(|| Score {
            exact: 0.0,
            shown: 0.0,
            status: ObservationStatus::Normal,
            evidence: Evidence::Computed,
            sources: Vec::new(),
        });
        sum.exact += points * part.exact;
        if part.status != ObservationStatus::Normal {
            sum.status = part.status;
        }
        for source in &part.sources {
            if !sum.sources.contains(source) {
                sum.sources.push(*source);
            }
        }
    }
    total.map(|sum| Score {
        // Twelve decimals keep what the parts say and drop what their addition adds: sums that are equal on paper tie.
        exact: round_to(sum.exact, 12),
        shown: round_to(sum.exact, COMPUTED_DECIMALS),
        ..sum
    })
}
