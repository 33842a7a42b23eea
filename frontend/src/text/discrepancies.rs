//! The register of figures that do not agree.

use vithe_shared::{
    Text,
    domain::{DiscrepancyKind, DiscrepancyState},
};

pub const TITLE: Text = Text::new("Những số liệu không khớp", "Known discrepancies");
pub const LEAD: Text = Text::new(
    "Danh sách được lập từ chính dữ liệu, không nhập tay: tài liệu này ghi khác tài liệu kia, điểm công bố khác tổng các phần, hạng công bố không theo điểm. Mỗi dòng có mã và địa chỉ riêng để trích dẫn.",
    "Made from the data itself, nothing is entered by hand: documents that contradict each other, published scores that are not what their parts add up to, published ranks that do not follow the scores. Every row has an identifier and an address that can be cited.",
);
pub const FILTERS: Text = Text::new("Chọn các dòng", "Choose the rows");
pub const KIND: Text = Text::new("Loại", "Kind");
pub const ALL_INDICES: Text = Text::new("Mọi chỉ số", "All indices");
pub const ALL_KINDS: Text = Text::new("Mọi loại", "All kinds");
pub const ALL_YEARS: Text = Text::new("Mọi năm", "All years");
pub const UNIT: Text = Text::new("Đơn vị", "Unit");
pub const FIGURE: Text = Text::new("Số liệu", "Figure");
pub const CLAIMS: Text = Text::new("Tài liệu ghi", "What the documents say");
pub const SHOWN: Text = Text::new("Vị Thế dùng", "What Vị Thế shows");
pub const DIFFERENCE: Text = Text::new("Chênh lệch", "Difference");
pub const IDENTIFIER: Text = Text::new("Mã", "Identifier");
pub const NOT_SHOWN: Text = Text::new("không dùng số nào", "none");
pub const NOTHING: Text = Text::new(
    "Không có số liệu nào không khớp trong lựa chọn này",
    "No figures contradict each other in this choice",
);
pub const NOTHING_MORE: Text = Text::new(
    "Điều đó chỉ nói về các tài liệu đã thu thập; nơi mỗi số liệu chỉ có một tài liệu thì không có gì để đối chiếu.",
    "That speaks of the documents collected only; where a figure comes from one document, there is nothing to hold it against.",
);
pub const FILES: Text = Text::new("Tải các dòng này", "Download these rows");
pub const FROM_DATA: Text = Text::new(
    "nơi các tài liệu ghi khác nhau, điểm không bằng tổng các phần, hạng không theo điểm, kèm mã để trích dẫn.",
    "where documents differ, totals are not the sum of their parts or ranks do not follow scores, with identifiers to cite.",
);

/// The kind as a heading and a choice.
pub const fn kind(kind: DiscrepancyKind) -> Text {
    match kind {
        DiscrepancyKind::Sources => Text::new("Tài liệu này khác tài liệu kia", "Source against source"),
        DiscrepancyKind::Parts => Text::new("Điểm khác tổng các phần", "Parts against totals"),
        DiscrepancyKind::Rank => Text::new("Hạng không theo điểm", "Rank against score"),
    }
}

/// What belongs to a kind.
pub const fn rule(kind: DiscrepancyKind) -> Text {
    match kind {
        DiscrepancyKind::Sources => Text::new(
            "Từ hai tài liệu trở lên ghi cùng một số liệu với giá trị khác nhau. Số đã làm tròn (87 thay cho 86,86) không tính là khác.",
            "Two or more documents give different values of one figure. A rounded value (87 for 86.86) does not count as different.",
        ),
        DiscrepancyKind::Parts => Text::new(
            "Điểm công bố khác tổng tính từ các phần đã công bố, quá mức mà làm tròn giải thích được. Vị Thế vẫn hiện điểm công bố.",
            "A published score differs from what its published parts add up to by more than rounding explains. Vị Thế goes on showing the published score.",
        ),
        DiscrepancyKind::Rank => Text::new(
            "Hạng công bố trái với thứ tự điểm trong cùng bảng, hoặc một hạng được ghi cho nhiều tỉnh mà không có điểm bằng nhau. Hạng bị khuyết trong bảng chưa đủ số liệu không tính là sai.",
            "A published rank contradicts the order of scores in its table, or is given to several provinces without equal scores on record. A rank that nobody has in a table that is not complete does not count.",
        ),
    }
}

/// What has become of a row.
pub const fn state(state: DiscrepancyState) -> Text {
    match state {
        DiscrepancyState::Preferred => Text::new("số được chọn", "the chosen value"),
        DiscrepancyState::Open => Text::new(
            "để ngỏ: chưa có căn cứ để chọn, không dùng để tính toán",
            "open: nothing decides, not used in computations",
        ),
        DiscrepancyState::Explained => Text::new("như tài liệu ghi", "as printed"),
    }
}
