//! The block around every figure.

use vithe_shared::{Text, query::Tab};

pub const VIEWS: Text = Text::new("Cách xem", "Views");
pub const LINK: Text = Text::new("Liên kết", "Link");
pub const SOURCES: Text = Text::new("Nguồn từng số liệu", "Source of each figure");
pub const CITE: Text = Text::new("Cách trích dẫn", "Cite");
pub const DOWNLOAD: Text = Text::new("Tải về", "Download");
pub const TABLE_BEHIND: Text = Text::new("Bảng số liệu", "Table of figures");
pub const NOTES: Text = Text::new("Lưu ý khi đọc", "How to read it");
pub const KEYS: Text = Text::new(
    "Biểu đồ tương tác: phím mũi tên đi từng điểm, Home và End về đầu và cuối, Enter mở trang tỉnh, P ghim hoặc bỏ ghim tỉnh, Esc bỏ chọn.",
    "Interactive chart: arrow keys move between marks, Home and End jump to the ends, Enter opens the province, P pins it or lets it go, Esc clears.",
);
pub const KEYS_OF_ZOOM: Text = Text::new(
    "Phím + và − phóng to, thu nhỏ; phím 0 xem toàn bộ.",
    "The keys + and − zoom in and out; 0 shows all.",
);
pub const TAP_AGAIN: Text = Text::new("Chạm lần nữa để mở trang tỉnh", "Tap again to open the province");
pub const PIN_THIS: Text = Text::new("Bấm vào tên để ghim tỉnh", "Click the name to pin the province");
pub const LET_GO: Text = Text::new("Bấm vào tên để bỏ ghim", "Click the name to let it go");
pub const CLOSER: Text = Text::new("Phóng to", "Zoom in");
pub const FARTHER: Text = Text::new("Thu nhỏ", "Zoom out");
pub const WHOLE: Text = Text::new("Xem toàn bộ", "Show all");
pub const ZOOM_HINT: Text = Text::new(
    "Giữ Ctrl và lăn chuột, hoặc chụm hai ngón tay; kéo để dời.",
    "Hold Ctrl and turn the wheel, or pinch; drag to move.",
);
pub const NOT_DRAWN: Text = Text::new(
    "Chưa vẽ được biểu đồ này; số liệu vẫn có trong bảng.",
    "This chart could not be drawn; its figures are in the table.",
);

/// The tab of a view.
pub const fn tab(tab: Tab) -> Text {
    match tab {
        Tab::Chart => Text::new("Biểu đồ", "Chart"),
        Tab::Table => Text::new("Bảng", "Table"),
        Tab::Map => Text::new("Bản đồ", "Map"),
    }
}
