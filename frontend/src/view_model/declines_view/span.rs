//! What fell over a span of years, where runs of falls can be told of some provinces only.

use vithe_shared::{Language, api::declines::DeclinesAnswer, domain::IndexInfo};

use super::{DeclineRowView, DeclinesView, points, rows_of};
use crate::{
    format::format_count,
    view_model::{
        FigureText,
        wording::{comparability_note, source_line, year_span},
    },
};

/// Tells what fell over the span of an answer; `None` where runs of falls were asked for.
pub fn declines_span_view(answer: &DeclinesAnswer, index: &IndexInfo, language: Language) -> Option<DeclinesView> {
    let from = answer.from?;
    let until = answer.until;
    let short = answer.index.short_name();
    let rows = rows_of(answer, index, language);
    let span = year_span(from, until);
    let kicker = match language {
        Language::Vi => format!("{short} · giảm từ {from} đến {until} · n = {}", answer.n),
        Language::En => format!("{short} · lower in {until} than in {from} · n = {}", answer.n),
    };
    let finding = finding(&rows, answer, language);
    let mut notes = vec![
        language
            .pick(
                "Xếp theo số điểm tổng hợp mất so với trung vị cả nước: trọng số × (thay đổi của trung vị − thay đổi của tỉnh).",
                "In the order of points of the total lost against the national median: weight × (change of the median − change of the province).",
            )
            .to_owned(),
        match language {
            Language::Vi => format!(
                "So sánh hai năm {from} và {until}, không phải chuỗi giảm liên tiếp: giữa hai năm điểm có thể đã tăng rồi giảm."
            ),
            Language::En => format!(
                "The years {from} and {until} are compared, which is no run of falls: in between a score may have risen and fallen."
            ),
        },
    ];
    notes.extend(comparability_note(
        answer.comparability,
        from,
        answer.reason.as_ref(),
        language,
    ));
    Some(DeclinesView {
        language,
        index: answer.index,
        borders: answer.borders,
        until,
        coverage: match language {
            Language::Vi => format!(
                "{}/{} tỉnh có đủ điểm thành phần của cả hai năm",
                answer.provinces_on_record, answer.n
            ),
            Language::En => format!(
                "{} of {} provinces have all component scores of both years",
                answer.provinces_on_record, answer.n
            ),
        },
        text: FigureText {
            kicker,
            alt: String::new(),
            finding,
            notes,
            source: source_line(
                index,
                &span,
                index.coverage_of(until).map(|year| year.method_version.as_str()),
                Some(answer.n).filter(|n| *n > 0),
                language,
            ),
        },
        until_words: format!("{short} {span}"),
        rows,
    })
}

fn finding(rows: &[DeclineRowView], answer: &DeclinesAnswer, language: Language) -> String {
    let short = answer.index.short_name();
    let until = answer.until;
    let from = answer.from.unwrap_or(until);
    let Some(first) = rows.first() else {
        return match language {
            Language::Vi => format!("{short} {until}: không có thành phần nào giảm so với năm {from}"),
            Language::En => format!("{short} {until}: no component is lower than in {from}"),
        };
    };
    let count = format_count(rows.len(), language);
    let mut provinces: Vec<_> = rows.iter().map(|row| &row.province).collect();
    provinces.sort_unstable();
    provinces.dedup();
    let counted = match (provinces.len(), language) {
        (1, Language::Vi) => format!(
            "{short} {until}: {count} thành phần của {} giảm điểm so với năm {from}",
            first.name
        ),
        (1, Language::En) => {
            let are = if rows.len() == 1 {
                "component is"
            } else {
                "components are"
            };
            format!("{short} {until}: in {} {count} {are} lower than in {from}", first.name)
        }
        (provinces, Language::Vi) => {
            format!(
                "{short} {until}: {provinces} tỉnh có thành phần giảm điểm so với năm {from}, tất cả {count} lượt giảm"
            )
        }
        (provinces, Language::En) => {
            format!("{short} {until}: {count} components of {provinces} provinces are lower than in {from}")
        }
    };
    let Some(loss) = first.loss.filter(|loss| *loss > 0.0) else {
        return counted;
    };
    let loss = points(loss, language);
    match language {
        Language::Vi => format!(
            "{counted}; so với trung vị cả nước, mất nhiều điểm tổng hợp nhất ({loss}) là {}",
            first.told
        ),
        Language::En => format!(
            "{counted}; against the national median, {} lost most of the total ({loss})",
            first.told
        ),
    }
}
