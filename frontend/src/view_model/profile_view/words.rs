//! The sentences, in both languages side by side.

use vithe_shared::{Language, api::IndexProfile};

use super::{
    MovedComponent,
    components::ComponentRowView,
    facts::{AgainstMedian, against_median},
};
use crate::format::{format_count, join_names};

pub(super) fn components_finding(
    province: &str,
    own: &IndexProfile,
    rows: &[&ComponentRowView],
    risen: &[MovedComponent],
    fallen: &[MovedComponent],
    language: Language,
) -> String {
    let short = own.index.short_name();
    let year = own.year;
    let AgainstMedian {
        on_record,
        comparable,
        above,
    } = against_median(rows);
    if comparable == 0 {
        return match (on_record, language) {
            (0, Language::Vi) => format!("Chưa có điểm thành phần {short} năm {year} của {province}"),
            (0, Language::En) => format!("No component scores of {province} in {short} {year} are on record"),
            (_, Language::Vi) => format!("{province}: điểm {on_record} thành phần {short} năm {year}"),
            (_, Language::En) => format!("{province}: {on_record} component scores of {short} {year}"),
        };
    }
    let total = format_count(comparable, language);
    let names: Vec<&str> = fallen.iter().take(2).map(|moved| moved.name.as_str()).collect();
    let movement = match (risen.len() + fallen.len(), names.is_empty(), language) {
        (0, _, _) => String::new(),
        (_, true, Language::Vi) => format!("; {} thành phần tăng", risen.len()),
        (_, true, Language::En) => format!("; {} rose", risen.len()),
        (_, false, Language::Vi) => format!(
            "; {} thành phần giảm, nhiều nhất là {}",
            fallen.len(),
            join_names(&names, language)
        ),
        (_, false, Language::En) => format!("; {} fell, most of all {}", fallen.len(), join_names(&names, language)),
    };
    match language {
        Language::Vi => {
            format!("{province} trên trung vị cả nước ở {above}/{total} thành phần {short} năm {year}{movement}")
        }
        Language::En => {
            format!(
                "{province} is above the national median in {above} of {total} components of {short} {year}{movement}"
            )
        }
    }
}
