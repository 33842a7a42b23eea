//! The choices near charts over the years.

use vithe_shared::{Text, query::Show};

pub const SHOW: Text = Text::new("Đường vẽ", "Lines show");
pub const WINDOW: Text = Text::new("Khoảng năm", "Span of years");
pub const FROM: Text = Text::new("Từ năm", "From");
pub const TO: Text = Text::new("Đến năm", "To");

/// What the lines can be of.
pub const fn shown(show: Show) -> Text {
    match show {
        Show::Score => Text::new("điểm", "scores"),
        Show::Rank => Text::new("hạng", "ranks"),
    }
}
