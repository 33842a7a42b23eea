//! What is said of a refusal, in English.

use super::{
    LookupError,
    words::{component_words, kind_words, kinds, list, part_name},
};
use crate::{IndexId, Language, identifier::year_spans};

impl LookupError {
    /// The detail of the problem, in English.
    pub(super) fn detail_en(&self) -> String {
        match self {
            Self::UnknownIndex(index) => {
                format!("There is no index “{index}”. The indices are {}.", list(&IndexId::ALL))
            }
            Self::UnknownComponent {
                index,
                component,
                allowed,
            } => format!(
                "{} has no component “{component}”. Its components are {}.",
                index.short_name(),
                list(allowed)
            ),
            Self::NoIndicators { index } => {
                format!(
                    "No indicators below the components of {} are on record.",
                    index.short_name()
                )
            }
            Self::UnknownIndicator {
                index,
                indicator,
                allowed,
            } => format!(
                "{} has no indicator “{indicator}”. There are {}.",
                index.short_name(),
                list(allowed)
            ),
            Self::UnknownYear {
                of: Some((index, component)),
                year,
                allowed,
            } => format!(
                "{}, {}, has no figures for {year}. Years on record: {}.",
                index.short_name(),
                component_words(component, Language::En),
                year_spans(allowed)
            ),
            Self::UnknownYear {
                of: None,
                year,
                allowed,
            } => {
                format!(
                    "There are no figures for this province up to {year}. Years on record: {}.",
                    year_spans(allowed)
                )
            }
            Self::OtherBorders {
                borders,
                on_record,
                year,
            } => {
                format!(
                    "The figures of {year} are for the list of {on_record} units, not {borders}. Use borders={on_record}."
                )
            }
            Self::UnknownProvince {
                province,
                borders,
                nearest,
            } => {
                let near: Vec<String> = nearest.iter().map(|(slug, _, en)| format!("{slug} ({en})")).collect();
                format!(
                    "The list of {borders} units has no “{province}”. Nearest: {}.",
                    near.join(", ")
                )
            }
            Self::UnknownRegion { region, allowed } => {
                format!("There is no region “{region}”. The regions are {}.", list(allowed))
            }
            Self::ReversedSpan { from, to } => format!("The first year ({from}) is not before the last ({to})."),
            Self::NoComponents { index } => format!(
                "{}: there is no year with all components of the province and a complete table of totals, so this cannot be computed.",
                index.short_name()
            ),
            Self::IntervalRefused { kind, reason, applies } => format!(
                "There is no rank interval by {} here: {} {}",
                kind_words(*kind, Language::En),
                reason.en,
                if applies.is_empty() {
                    "This table has none of any kind.".to_owned()
                } else {
                    format!("The kinds there are here: {}.", kinds(applies, Language::En))
                }
            ),
            Self::IntervalPoints { points, maximum } => {
                format!(
                    "{points} points up or down are out of bounds: more than 0 and at most {maximum}, the width of the scale."
                )
            }
            Self::OnAxis { cause, .. } => cause.detail_en(),
            Self::DifferentUnits {
                years: [one, other], ..
            } => format!(
                "The figures of {one} and of {other} are for different lists of units (63 and 34), so they cannot be set against each other."
            ),
            Self::RedistributionRestricted { index } => {
                let subject = index.map_or("The dataset", IndexId::short_name);
                format!(
                    "{subject}: rights in whole tables stay with the publisher, so one request covers one index together with one province, or with one year and one component."
                )
            }
            Self::NotHereYet(missing) => format!("{}: the figures have not arrived yet.", part_name(missing.0)),
            Self::TooManyRows { rows, maximum } => {
                format!(
                    "This selection has {rows} rows, more than the {maximum} of one answer. Name a year or a component as well."
                )
            }
        }
    }
}
