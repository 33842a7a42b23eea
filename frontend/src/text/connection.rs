//! The network and the version of the site: offline, saving data, a new version.

use vithe_shared::Text;

pub const AWAY: Text = Text::new("Đang ngoại tuyến", "You are offline");
pub const ALL_IS_KEPT: Text = Text::new(
    "Mọi trang vẫn xem được từ bản lưu trên máy này.",
    "Every page can still be read from the copy on this device.",
);
pub const SOME_IS_KEPT: Text = Text::new(
    "Chỉ xem được những gì đã tải về.",
    "Only what has been loaded can be read.",
);
pub const NEEDS_NETWORK: Text = Text::new(
    "Tệp tải về, hình ảnh và tài liệu API cần có mạng.",
    "Downloads, pictures and the API documentation need the network.",
);
pub const NEW_VERSION: Text = Text::new("Trang web có bản mới.", "There is a new version of the site.");
pub const RELOAD: Text = Text::new("Tải lại để dùng bản mới", "Reload to use it");
pub const SAVING: Text = Text::new(
    "Máy đang tiết kiệm dữ liệu nên trang chỉ dùng liên kết và biểu mẫu.",
    "Your device saves data, so this page uses links and forms only.",
);
pub const TURN_ON: Text = Text::new("Bật bản tương tác", "Turn on the interactive version");
