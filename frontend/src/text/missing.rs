//! Pages for what is not there.

use vithe_shared::{Language, Text};

pub const NOT_FOUND_TITLE: Text = Text::new("Không có trang này", "There is no such page");
pub const NOT_FOUND_DETAIL: Text = Text::new(
    "Địa chỉ có thể đã gõ nhầm hoặc trang đã đổi chỗ.",
    "The address may be mistyped, or the page has moved.",
);
pub const UNKNOWN_INDEX: Text = Text::new(
    "Vị Thế có bốn chỉ số: PCI, PAPI, PAR INDEX và SIPAS.",
    "Vị Thế has four indices: PCI, PAPI, PAR INDEX and SIPAS.",
);
pub const UNKNOWN_PROVINCE: Text = Text::new(
    "Không có tỉnh nào ở địa chỉ này. Hãy tìm theo tên; gõ không dấu cũng được.",
    "No province is at this address. Search by name; accents are not needed.",
);
pub const WHAT_NEXT: Text = Text::new("Đi tiếp từ đây", "Where to go from here");
pub const WITHOUT_STATE: Text = Text::new("Mở trang này với lựa chọn mặc định", "Open this page with its defaults");

/// A value of the address that could not be read.
pub fn unread(key: &str, value: &str, language: Language) -> String {
    match language {
        Language::Vi => {
            format!("Không đọc được “{key}={value}” trong địa chỉ; trang này dùng giá trị mặc định thay cho phần đó.")
        }
        Language::En => {
            format!("“{key}={value}” in the address could not be read; this page uses the default in its place.")
        }
    }
}
