//! Values that a planner may start from: the best of the region and of the country, the median, another province. Each is a
//! distance upwards; who is above it already has nothing to gain there.

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, Language, ProvinceSlug,
    analytics::what_if::{distance, reach},
    api::what_if::{WhatIfAnswer, WhatIfComponent},
    query::PointsChange,
};

use super::words::{name_of, on_record_remark, province_name, start_label};
use crate::{
    format::{NO_FIGURE, format_difference, format_score},
    text::planner,
    view_model::wording::year_span,
};

/// A value for every component.
#[derive(Clone, Debug, PartialEq)]
pub struct StartView {
    /// What tells it from the others in anchors.
    pub key: &'static str,
    /// What it is called.
    pub title: String,
    /// What it is taken over, where that is not everybody.
    pub remark: Option<String>,
    /// Of each component in the order of the starting point.
    pub cells: Vec<StartCell>,
    /// All components up to it; none where no component is below.
    pub changes: BTreeMap<ComponentId, PointsChange>,
}

/// The value for a component.
#[derive(Clone, Debug, PartialEq)]
pub struct StartCell {
    /// The value; `–` where it is not on record.
    pub text: String,
    /// The distance up to it: the change, as it is read, and as it is read out.
    pub gap: Option<(PointsChange, String, String)>,
}

/// Where a value stands in a component, and who has it.
type ValueOf = fn(&WhatIfComponent) -> (Option<f64>, Option<&ProvinceSlug>);

/// The values that are on record for any component.
pub(super) fn starts(base: &WhatIfAnswer, language: Language) -> Vec<StartView> {
    let year = compared_years(base)
        .map(|years| format!(" ({years})"))
        .unwrap_or_default();
    let of_text = |text: vithe_shared::Text| text.get(language).to_owned();
    let peer = base.peer.as_ref().filter(|peer| **peer != base.province);
    let on_record = base.components.iter().map(|component| component.region_on_record).min();
    let in_region = on_record.and_then(|known| on_record_remark(known, base.region_n, language));
    let all: [(&'static str, String, Option<String>, ValueOf); 4] = [
        (
            "peer",
            peer.map(|peer| province_name(base, peer, language)).unwrap_or_default(),
            None,
            |component| (component.peer_score, None),
        ),
        ("median", of_text(planner::NATIONAL_MEDIAN), None, |component| {
            (component.national_median, None)
        }),
        ("region", of_text(planner::BEST_IN_REGION), in_region, |component| {
            (component.best_in_region, component.best_in_region_province.as_ref())
        }),
        ("country", of_text(planner::BEST_IN_COUNTRY), None, |component| {
            (component.best_in_country, component.best_in_country_province.as_ref())
        }),
    ];
    all.into_iter()
        .filter(|(.., value)| {
            let mut components = base.components.iter();
            components.any(|component| value(component).0.is_some())
        })
        .map(|(key, title, remark, value)| {
            let title = format!("{title}{year}");
            let mut changes = BTreeMap::new();
            let cells = base
                .components
                .iter()
                .map(|component| {
                    let (value, holder) = value(component);
                    let gap = value.and_then(|value| gap(component, value));
                    if let Some(gap) = gap {
                        changes.insert(component.component.clone(), gap);
                    }
                    let holder = holder.map(|holder| province_name(base, holder, language));
                    StartCell {
                        text: value.map_or_else(|| NO_FIGURE.to_owned(), |value| format_score(value, 2, language)),
                        gap: gap.map(|gap| {
                            let text = format_difference(gap.points(), 2, language);
                            let component = name_of(component, language);
                            let label = start_label([&component, &text, &title], holder.as_deref());
                            (gap, text, label)
                        }),
                    }
                })
                .collect();
            StartView {
                key,
                title,
                remark,
                cells,
                changes,
            }
        })
        .collect()
}

/// The years of comparison, where they are not that of the question.
pub(super) fn compared_years(base: &WhatIfAnswer) -> Option<String> {
    let years = || base.components.iter().filter_map(|component| component.compared_year);
    let (first, last) = years().min().zip(years().max())?;
    (first != base.year).then(|| year_span(first, last))
}

/// What is missing to a value above, within the scale.
fn gap(component: &WhatIfComponent, value: f64) -> Option<PointsChange> {
    let [_, highest] = reach(component);
    let gap = distance(component.compared_score?, value);
    let gap = if gap > highest {
        (highest * 1e4 + 1e-3).floor() / 1e4
    } else {
        gap
    };
    PointsChange::from_points(gap).filter(|gap| gap.0 > 0)
}
