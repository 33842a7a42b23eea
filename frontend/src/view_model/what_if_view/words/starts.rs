//! The sentences about what the sliders start from, and what is on record of it.

use vithe_shared::{Language, api::what_if::WhatIfAnswer};

use super::province_name;
use crate::view_model::what_if_view::starts::compared_years;

/// What a start value is taken over, where that is not the whole region.
pub(in crate::view_model::what_if_view) fn on_record_remark(
    known: u16,
    all: u16,
    language: Language,
) -> Option<String> {
    (known < all).then(|| match language {
        Language::Vi => format!("trong {known} tỉnh có điểm, vùng có {all}"),
        Language::En => format!("of the {known} on record, {all} in the region"),
    })
}

/// A start value as it is read out: component, distance and whose it is.
pub(in crate::view_model::what_if_view) fn start_label(
    [component, gap, title]: [&str; 3],
    holder: Option<&str>,
) -> String {
    let holder = holder.map(|holder| format!(" ({holder})")).unwrap_or_default();
    format!("{component}: {gap}, {title}{holder}")
}

/// Why there are no scores of components to start from.
pub(in crate::view_model::what_if_view) fn no_scores_sentence(
    base: &WhatIfAnswer,
    name: &str,
    language: Language,
) -> String {
    let year = base.year;
    let change = match language {
        Language::Vi => format!(
            "Chưa có điểm thành phần năm {year} của {name}: mức thay đổi được cộng thẳng vào điểm tổng hợp đã công bố, tính bằng điểm thay đổi, trong giới hạn bề rộng thang điểm."
        ),
        Language::En => format!(
            "No component scores of {name} are on record for {year}: a change is added to the published total, counted in points of change and bounded by the width of the scale."
        ),
    };
    let compared = compared_years(base).map(|years| match language {
        Language::Vi => format!(" Khoảng cách tới tỉnh khác lấy theo năm {years}, năm gần nhất có điểm."),
        Language::En => format!(" Distances to other provinces are those of {years}, the newest on record."),
    });
    format!("{change}{}", compared.unwrap_or_default())
}

/// Which start values are missing.
pub(in crate::view_model::what_if_view) fn no_starts_sentence(
    base: &WhatIfAnswer,
    language: Language,
) -> Option<String> {
    let mut missing = Vec::new();
    let year = compared_years(base).unwrap_or_else(|| base.year.to_string());
    let known = base.components.iter().map(|component| component.on_record).min()?;
    if base
        .components
        .iter()
        .any(|component| component.national_median.is_none())
    {
        let n = base.rank_n;
        missing.push(match language {
            Language::Vi => format!(
                "Chưa tính được trung vị và mức cao nhất cả nước: năm {year} mới có điểm thành phần của {known} trên {n} tỉnh."
            ),
            Language::En => format!(
                "National median and best cannot be told: component scores of {known} of {n} provinces are on record for {year}."
            ),
        });
    }
    let has_peer_scores = base.components.iter().any(|component| component.peer_score.is_some());
    if let Some(peer) = base.peer.as_ref().filter(|_| !has_peer_scores) {
        let name = province_name(base, peer, language);
        missing.push(match language {
            Language::Vi => format!("Chưa có điểm thành phần năm {year} của {name}."),
            Language::En => format!("No component scores of {name} are on record for {year}."),
        });
    }
    (!missing.is_empty()).then(|| missing.join(" "))
}
