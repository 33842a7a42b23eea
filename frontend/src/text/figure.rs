//! The block around every figure.

use vithe_shared::{
    Text,
    query::{ChartKind, Tab},
};

pub const VIEWS: Text = Text::new("Cách xem", "Views");
pub const LINK: Text = Text::new("Liên kết", "Link");
pub const SOURCES: Text = Text::new("Nguồn từng số liệu", "Source of each figure");
pub const CITE: Text = Text::new("Cách trích dẫn", "Cite");
pub const DOWNLOAD: Text = Text::new("Tải về", "Download");
pub const TABLE_BEHIND: Text = Text::new("Bảng số liệu", "Table of figures");
pub const NOTES: Text = Text::new("Lưu ý khi đọc", "How to read it");
pub const KEYS: Text = Text::new(
    "Biểu đồ tương tác: phím mũi tên đi từng điểm, Home và End về đầu và cuối, Enter mở trang tỉnh, Esc bỏ chọn.",
    "Interactive chart: arrow keys move between marks, Home and End jump to the ends, Enter opens the province, Esc clears.",
);

/// The tab of a view.
pub const fn tab(tab: Tab) -> Text {
    match tab {
        Tab::Chart => Text::new("Biểu đồ", "Chart"),
        Tab::Table => Text::new("Bảng", "Table"),
        Tab::Map => Text::new("Bản đồ", "Map"),
    }
}

/// The kind of a chart, as the beginning of an alternative text.
pub const fn kind(kind: ChartKind) -> Text {
    match kind {
        ChartKind::Map => Text::new("Bản đồ tỉnh", "Map of provinces"),
        ChartKind::Distribution => Text::new("Phân bố theo vùng", "Distribution by region"),
        ChartKind::Bump => Text::new("Thứ hạng qua các năm", "Ranks over the years"),
        ChartKind::Heatmap => Text::new("Tỉnh và các thành phần", "Provinces by component"),
        ChartKind::Line => Text::new("Điểm qua các năm", "Scores over the years"),
        ChartKind::Profile => Text::new("Các thành phần", "Components"),
        ChartKind::Comparison => Text::new("So sánh các thành phần", "Components compared"),
        ChartKind::Waterfall => Text::new("Biểu đồ thác nước", "Waterfall"),
        ChartKind::Multiples => Text::new("Các chuỗi giảm liên tiếp", "Runs of falls"),
        ChartKind::Slope => Text::new("Thứ hạng của hai năm", "Ranks of two years"),
        ChartKind::Interval => Text::new("Khoảng hạng", "Rank intervals"),
        ChartKind::Scatter => Text::new("Biểu đồ phân tán", "Scatter plot"),
        ChartKind::Regions => Text::new("Trung vị vùng qua các năm", "Regional medians over the years"),
    }
}
