//! Why a place that looks like a claim was not read as one.

use crate::domain::Reason;

/// Why something was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnreadReason {
    NoIndex,
    NoProvince,
    NoYear,
    ForeignIndex,
    Target,
    Assumption,
    Comparison,
    National,
    Analysis,
    Rough,
    Group,
    Respectively,
    RespectivelyCounts,
    NoLevel,
}

impl UnreadReason {
    /// The reason as it is answered.
    pub(super) fn told(self) -> Reason {
        let (code, vi, en) = match self {
            Self::NoIndex => (
                "no_index",
                "Không rõ số này là của chỉ số nào.",
                "It is not clear which index this figure is of.",
            ),
            Self::NoProvince => (
                "no_province",
                "Không rõ số này là của tỉnh, thành phố nào; có thể chọn tỉnh mặc định.",
                "It is not clear which province this figure is of; a default province can be chosen.",
            ),
            Self::NoYear => (
                "no_year",
                "Không rõ số này là của năm nào; có thể chọn năm mặc định.",
                "It is not clear which year this figure is of; a default year can be chosen.",
            ),
            Self::ForeignIndex => (
                "other_index",
                "Số này thuộc một chỉ số không có trong kho số liệu.",
                "This figure is of an index that is not on record here.",
            ),
            Self::Target => (
                "target",
                "Đây là mục tiêu hoặc dự kiến, không phải kết quả.",
                "This is a target or an expectation, not a result.",
            ),
            Self::Assumption => (
                "assumption",
                "Đây là giả định, không phải kết quả.",
                "This is an assumption, not a result.",
            ),
            Self::Comparison => (
                "comparison",
                "Đây là khoảng cách so với một tỉnh khác, không phải số của riêng tỉnh.",
                "This is a distance to another province, not a figure of the province itself.",
            ),
            Self::National => (
                "national_value",
                "Đây là giá trị chung của cả nước hoặc của một nhóm (trung vị, bình quân, cao nhất…), không phải số của tỉnh.",
                "This is a value of the country or of a group (median, mean, highest …), not of the province.",
            ),
            Self::Analysis => (
                "analysis",
                "Đây là kết quả phân tích (mức đóng góp, trọng số, khoảng cách), không phải điểm hay hạng đã công bố.",
                "This is a result of an analysis (contribution, weight, distance), not a published score or rank.",
            ),
            Self::Rough => (
                "rough",
                "Số được nói ước chừng (trên, gần, khoảng…), nên không đối chiếu từng chữ số.",
                "The number is a rough one (over, nearly, about …), so its digits are not compared.",
            ),
            Self::Group => (
                "group",
                "Đây là một nhóm hạng, không phải một hạng.",
                "This is a group of ranks, not a rank.",
            ),
            Self::NoLevel => (
                "no_level",
                "Số này quá nhỏ để là điểm tổng hợp; có thể là mức thay đổi hay mức đóng góp.",
                "This number is too small to be a total; it may be a change or a contribution.",
            ),
            Self::RespectivelyCounts => (
                "respectively_counts",
                "Câu liệt kê “lần lượt” nhưng số lượng con số không bằng số tỉnh, năm hay chỉ số được nêu, nên không rõ số nào của đâu.",
                "The sentence lists figures “respectively”, but not as many as it names provinces, years or indices: which belongs to \
                 which cannot be told.",
            ),
            Self::Respectively => (
                "respectively",
                "Câu liệt kê “lần lượt”: không chắc số nào của tỉnh nào, năm nào.",
                "The sentence lists figures “respectively”: which belongs to which cannot be told for certain.",
            ),
        };
        Reason {
            code: code.to_owned(),
            vi: vi.to_owned(),
            en: en.to_owned(),
        }
    }
}
