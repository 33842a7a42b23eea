//! The block around every figure.

use vithe_shared::{
    Text,
    query::{PictureSize, Tab},
};

pub const VIEWS: Text = Text::new("Cách xem", "Views");
pub const LINK: Text = Text::new("Liên kết", "Link");
pub const COPIED: Text = Text::new("Đã sao chép liên kết.", "The link is copied.");
pub const IMAGES: Text = Text::new("Tải ảnh", "Images");
pub const DARK: Text = Text::new("PNG nền tối", "PNG, dark");
pub const FILES: Text = Text::new("Tải số liệu", "Data files");
pub const CSV_FOR_EXCEL: Text = Text::new("CSV cho Excel", "CSV for Excel");
pub const EMBED: Text = Text::new("Nhúng", "Embed");
pub const EMBED_CODE: Text = Text::new("Mã để dán vào trang web", "Code to paste into a web page");
pub const SEE_ON_SITE: Text = Text::new("Xem trên Vị Thế", "See it on Vị Thế");
pub const CITATION_TEXT: Text = Text::new("Văn bản", "Text");
pub const SOURCES: Text = Text::new("Nguồn từng số liệu", "Source of each figure");
pub const CITE: Text = Text::new("Cách trích dẫn", "Cite");
pub const DOWNLOAD: Text = Text::new("Tải về", "Download");
pub const TABLE_BEHIND: Text = Text::new("Bảng số liệu", "Table of figures");
pub const NOTES: Text = Text::new("Lưu ý khi đọc", "How to read it");
pub const KEYS: Text = Text::new(
    "Biểu đồ tương tác: phím mũi tên đi từng điểm, Home và End về đầu và cuối, Enter mở trang tỉnh, P ghim hoặc bỏ ghim tỉnh, Esc bỏ chọn.",
    "Interactive chart: arrow keys move between marks, Home and End jump to the ends, Enter opens the province, P pins it or lets it go, Esc clears.",
);
pub const KEYS_OF_EMBED: Text = Text::new(
    "Biểu đồ tương tác: phím mũi tên đi từng điểm, Home và End về đầu và cuối, Enter mở trang tỉnh ở thẻ mới, Esc bỏ chọn.",
    "Interactive chart: arrow keys move between marks, Home and End jump to the ends, Enter opens the province in a new tab, Esc clears.",
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

/// What a picture of a size is for.
pub const fn size(size: PictureSize) -> Text {
    match size {
        PictureSize::Drawing => Text::new("Chỉ hình vẽ", "Drawing alone"),
        PictureSize::Page => Text::new("Như trên trang", "As on the page"),
        PictureSize::Card => Text::new("Chia sẻ, 1200 × 630", "To share, 1200 × 630"),
        PictureSize::Square => Text::new("Vuông, 1080 × 1080", "Square, 1080 × 1080"),
        PictureSize::Wide => Text::new("Trình chiếu, 1600 × 900", "Slide, 1600 × 900"),
        PictureSize::A4 => Text::new("Khổ A4, 300 dpi", "A4 width, 300 dpi"),
    }
}

/// The tab of a view.
pub const fn tab(tab: Tab) -> Text {
    match tab {
        Tab::Chart => Text::new("Biểu đồ", "Chart"),
        Tab::Table => Text::new("Bảng", "Table"),
        Tab::Map => Text::new("Bản đồ", "Map"),
    }
}
