//! The timeline.

use vithe_shared::Text;

pub const TIMELINE: Text = Text::new("Dòng thời gian", "Timeline");
pub const PLAY: Text = Text::new("Chạy qua các năm", "Play through the years");
pub const PAUSE: Text = Text::new("Dừng", "Pause");
pub const EARLIER: Text = Text::new("Năm trước", "Earlier year");
pub const LATER: Text = Text::new("Năm sau", "Later year");
