//! The what-if question as an address of the API: what `POST /what-if` is asked in a body.

use std::{collections::BTreeMap, fmt, str::FromStr};

use super::{PointsChange, parameter::api_query};
use crate::{
    api::what_if::WhatIfRequest,
    identifier::{Borders, ComponentId, IdentifierError, IndexId, ProvinceSlug, Year},
    language::Text,
    sorting::gather,
};

api_query! {
    /// `GET /what-if`.
    pub struct WhatIfQuery refused with IncompleteTable, ConflictingParameters {
        /// The index.
        pub index: IndexId = "index",
        /// The province.
        pub province: ProvinceSlug = "province",
        /// The year; by default the newest with a complete table of totals and known weights.
        pub year: Option<Year> = "year",
        /// Changes of components in points of their own scale, joined by `~`.
        pub changes: Vec<ComponentChange> = "d",
        /// Usual yearly changes that replace the observed ones, written in the same way.
        pub usual_changes: Vec<ComponentChange> = "u",
        /// The rank to reach.
        pub target: Option<TargetRank> = "target",
        /// The total to reach, instead of a rank.
        pub total: Option<PointsChange> = "total",
        /// The others go on as last year.
        pub drift: Option<Switch> = "drift",
        /// A province whose component scores are told beside.
        pub peer: Option<ProvinceSlug> = "peer",
        /// The list of units: by default that of the year asked for, or else the 63 provinces.
        pub borders: Option<Borders> = "borders",
    }
}

impl WhatIfQuery {
    /// The question in the form that is answered.
    pub fn request(&self) -> WhatIfRequest {
        let points = |changes: &[ComponentChange]| -> BTreeMap<ComponentId, f64> {
            let pairs = changes.iter();
            gather(pairs.map(|change| (change.component.clone(), change.change.points())))
        };
        WhatIfRequest {
            index: self.index,
            province: self.province.clone(),
            year: self.year,
            changes: points(&self.changes),
            drift: self.drift.is_some(),
            target_rank: self.target.map(|TargetRank(rank)| rank),
            target_score: self.total.map(PointsChange::points),
            usual_changes: points(&self.usual_changes),
            peer: self.peer.clone(),
            borders: self.borders,
        }
    }
}

/// The change of one component: `support:0.5`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ComponentChange {
    /// The component.
    pub component: ComponentId,
    /// By how many points of its own.
    pub change: PointsChange,
}

impl fmt::Display for ComponentChange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.component, self.change)
    }
}

impl FromStr for ComponentChange {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = text.split_once(':').and_then(|(component, change)| {
            Some(Self {
                component: component.parse().ok()?,
                change: change.parse().ok()?,
            })
        });
        read.ok_or_else(|| IdentifierError {
            value: text.to_owned(),
            expected: Text::new(
                "thành phần và số điểm, ví dụ support:0.5",
                "a component and its points such as support:0.5",
            ),
        })
    }
}

/// A rank to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TargetRank(pub u16);

impl fmt::Display for TargetRank {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for TargetRank {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self).map_err(|_| IdentifierError {
            value: text.to_owned(),
            expected: Text::new("một thứ hạng, ví dụ 30", "a rank such as 30"),
        })
    }
}

/// Something that is asked for, or is not: `1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Switch;

impl fmt::Display for Switch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("1")
    }
}

impl FromStr for Switch {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        (text == "1").then_some(Self).ok_or_else(|| IdentifierError {
            value: text.to_owned(),
            expected: Text::new("1", "1"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::ApiQuery as _;

    #[test]
    fn a_question_is_written_as_it_was_read() {
        let text = "index=pci&province=quang-binh&year=2022&d=support:0.5~labor:-0.2&u=legal:1&target=30&drift=1&peer=quang-tri";
        let query = WhatIfQuery::parse(text).unwrap();
        assert_eq!(query.to_query_string(), text);
        let request = query.request();
        assert_eq!(
            (request.changes["labor"], request.target_rank, request.drift),
            (-0.2, Some(30), true)
        );
    }

    #[test]
    fn what_is_no_change_no_rank_and_no_switch_is_refused() {
        for part in [
            "d=support",
            "d=support:much",
            "u=:1",
            "target=first",
            "target=-1",
            "drift=yes",
            "goal=1",
        ] {
            let text = format!("index=pci&province=quang-binh&{part}");
            assert!(WhatIfQuery::parse(&text).is_err(), "{part}");
        }
    }
}
