//! The search page.

use vithe_shared::Text;

pub const TITLE: Text = Text::new("Tìm tỉnh, thành phố", "Find a province");
pub const ALL: Text = Text::new("Tất cả các tỉnh theo vùng", "All provinces by region");
pub const RESULTS: Text = Text::new("Kết quả cho", "Results for");
pub const NOTHING: Text = Text::new(
    "Không có tỉnh nào khớp. Thử gõ ngắn hơn, không dấu cũng được; hoặc chọn trong danh sách dưới đây.",
    "No province matches. Try fewer letters, without accents; or choose from the list below.",
);
