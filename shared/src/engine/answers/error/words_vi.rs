//! What is said of a refusal, in Vietnamese.

use super::{
    LookupError,
    words::{component_words, kind_words, kinds, list, part_name},
};
use crate::{IndexId, Language, identifier::year_spans};

impl LookupError {
    /// The detail of the problem, in Vietnamese.
    pub(super) fn detail_vi(&self) -> String {
        match self {
            Self::UnknownIndex(index) => format!("Không có chỉ số “{index}”. Các chỉ số: {}.", list(&IndexId::ALL)),
            Self::UnknownComponent {
                index,
                component,
                allowed,
            } => format!(
                "{} không có thành phần “{component}”. Các thành phần: {}.",
                index.short_name(),
                list(allowed)
            ),
            Self::NoIndicators { index } => format!("Chưa có chỉ tiêu chi tiết nào của {}.", index.short_name()),
            Self::UnknownIndicator {
                index,
                indicator,
                allowed,
            } => format!(
                "{} không có chỉ tiêu “{indicator}”. Hiện có: {}.",
                index.short_name(),
                list(allowed)
            ),
            Self::UnknownYear {
                of: Some((index, component)),
                year,
                allowed,
            } => format!(
                "{}, {}, không có số liệu năm {year}. Các năm có số liệu: {}.",
                index.short_name(),
                component_words(component, Language::Vi),
                year_spans(allowed)
            ),
            Self::UnknownYear {
                of: None,
                year,
                allowed,
            } => {
                format!(
                    "Tỉnh này không có số liệu đến năm {year}. Các năm có số liệu: {}.",
                    year_spans(allowed)
                )
            }
            Self::OtherBorders {
                borders,
                on_record,
                year,
            } => {
                format!(
                    "Số liệu năm {year} theo danh sách {on_record} tỉnh, thành phố, không theo {borders}. Hãy dùng borders={on_record}."
                )
            }
            Self::UnknownProvince {
                province,
                borders,
                nearest,
            } => {
                let near: Vec<String> = nearest.iter().map(|(slug, vi, _)| format!("{slug} ({vi})")).collect();
                format!(
                    "Danh sách {borders} tỉnh, thành phố không có “{province}”. Gần nhất: {}.",
                    near.join(", ")
                )
            }
            Self::UnknownRegion { region, allowed } => {
                format!("Không có vùng “{region}”. Các vùng: {}.", list(allowed))
            }
            Self::ReversedSpan { from, to } => format!("Năm đầu ({from}) không sớm hơn năm cuối ({to})."),
            Self::NoComponents { index } => format!(
                "{}: chưa thu thập được đủ điểm các chỉ số thành phần của tỉnh trong năm nào có bảng điểm tổng đầy đủ, nên không tính được.",
                index.short_name()
            ),
            Self::IntervalRefused { kind, reason, applies } => format!(
                "Không có khoảng hạng theo {} ở đây: {} {}",
                kind_words(*kind, Language::Vi),
                reason.vi,
                if applies.is_empty() {
                    "Bảng này không có loại nào.".to_owned()
                } else {
                    format!("Các loại có ở đây: {}.", kinds(applies, Language::Vi))
                }
            ),
            Self::IntervalPoints { points, maximum } => format!(
                "Mức tăng, giảm {points} điểm nằm ngoài giới hạn: phải lớn hơn 0 và không quá {maximum}, bề rộng của thang điểm."
            ),
            Self::OnAxis { cause, .. } => cause.detail_vi(),
            Self::DifferentUnits {
                years: [one, other], ..
            } => format!(
                "Năm {one} và năm {other} theo hai danh sách tỉnh, thành phố khác nhau (63 và 34) nên không đặt cạnh nhau được."
            ),
            Self::RedistributionRestricted { index } => {
                let subject = index.map_or("Bộ dữ liệu", IndexId::short_name);
                format!(
                    "{subject}: quyền đối với toàn bộ bảng thuộc cơ quan công bố, nên mỗi lần chỉ tải được một chỉ số, kèm một tỉnh (province) hoặc một năm và một thành phần (year, component)."
                )
            }
            Self::NotHereYet(missing) => format!("{}: số liệu chưa tải về xong.", part_name(missing.0)),
            Self::TooManyRows { rows, maximum } => {
                format!(
                    "Lựa chọn này có {rows} dòng, vượt quá {maximum} dòng mỗi lần. Hãy chọn thêm năm hoặc thành phần."
                )
            }
        }
    }
}
