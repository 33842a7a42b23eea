//! What runs of falls tell, in a sentence.

use vithe_shared::{Language, Year, api::declines::DeclinesAnswer};

use super::{DeclineRowView, points};
use crate::format::format_count;

/// The sentence above the runs.
pub(super) fn finding(rows: &[DeclineRowView], answer: &DeclinesAnswer, until: Year, language: Language) -> String {
    let short = answer.index.short_name();
    let least = answer.streak;
    let Some(longest) = rows.first() else {
        if answer.provinces_on_record == 0 {
            return match language {
                Language::Vi => format!("{short}: chưa có đủ điểm thành phần các năm liền nhau để thấy chuỗi giảm"),
                Language::En => format!(
                    "{short}: not enough component scores of consecutive years are on record to see runs of falls"
                ),
            };
        }
        return match (least, language) {
            (1, Language::Vi) => {
                format!("Không có thành phần nào giảm giữa các năm so sánh được, tính đến {short} {until}")
            }
            (1, Language::En) => format!("No component falls between comparable years, up to {short} {until}"),
            (_, Language::Vi) => {
                format!("Không có chỉ số thành phần nào giảm từ {least} năm liền trở lên, tính đến {short} {until}")
            }
            (_, Language::En) => {
                format!("No component has fallen for {least} years in a row or more, up to {short} {until}")
            }
        };
    };
    let count = format_count(rows.len(), language);
    let counted = match (least, rows.len(), language) {
        (1, _, Language::Vi) => format!("Tính đến {short} {until} có {count} thành phần đang giảm"),
        (_, _, Language::Vi) => {
            format!("Tính đến {short} {until} có {count} thành phần giảm từ {least} năm liền trở lên")
        }
        (1, 1, Language::En) => format!("Up to {short} {until}, {count} component is falling"),
        (1, _, Language::En) => format!("Up to {short} {until}, {count} components are falling"),
        (_, 1, Language::En) => {
            format!("Up to {short} {until}, {count} component has fallen {least} years in a row or more")
        }
        (_, _, Language::En) => {
            format!("Up to {short} {until}, {count} components have fallen {least} years in a row or more")
        }
    };
    let told = &longest.told;
    if rows.len() == 1 {
        return format!("{counted}: {told}");
    }
    // The first one is the costliest of the longest runs; a shorter one may have cost more.
    match (costliest(rows), language) {
        (None, Language::Vi) => format!("{counted}; lâu nhất là {told}"),
        (None, Language::En) => format!("{counted}; the longest is {told}"),
        // What the component lost and what that cost the total are two figures: both are told.
        (Some((row, cost, _)), Language::Vi) if row == longest => format!(
            "{counted}; lâu nhất là {told}, cũng làm mất nhiều điểm tổng hợp nhất ({})",
            points(cost, language)
        ),
        (Some((row, cost, _)), Language::En) if row == longest => format!(
            "{counted}; the longest is {told}, which is also the costliest for the total ({})",
            points(cost, language)
        ),
        (Some((.., told_cost)), Language::Vi) => {
            format!("{counted}; lâu nhất là {told}; làm mất nhiều điểm tổng hợp nhất là {told_cost}")
        }
        (Some((.., told_cost)), Language::En) => {
            format!("{counted}; the longest is {told}; the costliest for the total is {told_cost}")
        }
    }
}

/// The run that took most points of the total, with these points and its words; of equal ones the first.
fn costliest(rows: &[DeclineRowView]) -> Option<(&DeclineRowView, f64, &str)> {
    rows.iter()
        .rev()
        .filter_map(|row| Some((row, row.cost?, row.told_cost.as_deref()?)))
        .max_by(|(_, left, _), (_, right, _)| left.total_cmp(right))
}
