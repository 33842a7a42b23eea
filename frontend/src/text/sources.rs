//! Where every figure comes from.

use vithe_shared::{
    Text,
    domain::{Evidence, Measure, ObservationStatus},
};

pub const TITLE: Text = Text::new("Nguồn từng số liệu", "The source of each figure");
pub const LEAD: Text = Text::new(
    "Mỗi con số lấy từ tài liệu nào. Nơi các tài liệu ghi khác nhau, số nào cũng được giữ lại và nói rõ số nào được dùng.",
    "Which document each figure comes from. Where documents differ, every value is kept, and it is said which one is used.",
);
pub const FILTERS: Text = Text::new("Chọn số liệu", "Choose the figures");
pub const ALL_YEARS: Text = Text::new("Mọi năm", "All years");
pub const ALL_PROVINCES: Text = Text::new("Mọi tỉnh", "All provinces");
pub const TABLE: Text = Text::new("Số liệu và nguồn", "Figures and sources");
pub const FIGURE: Text = Text::new("Số liệu", "Figure");
pub const USE: Text = Text::new("Sử dụng", "Use");
pub const SOURCES: Text = Text::new("Tài liệu", "Documents");
pub const IS_USED: Text = Text::new("đang dùng", "in use");
pub const IS_NOT_USED: Text = Text::new("không dùng", "not used");
pub const IS_OPEN: Text = Text::new("để ngỏ", "open");
pub const COMPUTED: Text = Text::new(
    "Vị Thế tính từ các thành phần",
    "Computed by Vị Thế from its components",
);
pub const INPUTS: Text = Text::new(
    "Tính từ các thành phần sau, mỗi thành phần kèm tài liệu",
    "Computed from these components, each with its documents",
);
pub const NO_ADDRESS: Text = Text::new("bản lưu, không có địa chỉ", "kept copy, without an address");
pub const NOTHING: Text = Text::new(
    "Chưa có số liệu nào được ghi nhận cho lựa chọn này.",
    "No figure is on record for this choice.",
);
pub const NOTE_OPEN: Text = Text::new(
    "“Để ngỏ”: các tài liệu ghi khác nhau và chưa có căn cứ để chọn, nên không số nào được dùng.",
    "“Open”: the documents differ and nothing decides between them, so neither value is used.",
);
pub const ROWS_AS_FILES: Text = Text::new("Tải các dòng này", "Download these rows");
pub const ALL_AS_FILES: Text = Text::new("Tải danh mục mọi tài liệu", "Download the list of all documents");

/// What a value is.
pub const fn measure(measure: Measure) -> Text {
    match measure {
        Measure::Score => Text::new("Điểm", "Score"),
        Measure::Rank => Text::new("Hạng", "Rank"),
        Measure::RegionalRank => Text::new("Hạng trong vùng", "Rank in region"),
        Measure::Group => Text::new("Nhóm", "Group"),
        Measure::Tier => Text::new("Nhóm xếp loại", "Tier"),
        Measure::Points => Text::new("Điểm cộng vào tổng", "Points of the total"),
        Measure::Min => Text::new("Thấp nhất", "Lowest"),
        Measure::Max => Text::new("Cao nhất", "Highest"),
        Measure::Median => Text::new("Trung vị", "Median"),
        Measure::Mean => Text::new("Trung bình", "Mean"),
    }
}

/// How a value is known, where it is not simply printed.
pub fn evidence(evidence: Evidence) -> Option<Text> {
    Some(match evidence {
        Evidence::Printed | Evidence::Computed => return None,
        Evidence::ListedOrder => Text::new("theo thứ tự liệt kê", "from the order of listing"),
        Evidence::Derived => Text::new(
            "suy ra từ số liệu khác trong tài liệu",
            "worked out from other figures in it",
        ),
        Evidence::Secondary => Text::new("nguồn thứ cấp", "secondary source"),
        Evidence::Article => Text::new("theo bài báo", "from the news article"),
    })
}

/// What a status adds, where it adds anything.
pub fn status(status: ObservationStatus) -> Option<Text> {
    Some(match status {
        ObservationStatus::Normal | ObservationStatus::Break => return None,
        ObservationStatus::Estimated => Text::new("ước tính", "estimated"),
        ObservationStatus::Provisional => Text::new("tạm thời", "provisional"),
        ObservationStatus::DefinitionDiffers => Text::new("định nghĩa khác", "another definition"),
    })
}
