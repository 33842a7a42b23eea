//! The search page.

use vithe_shared::Text;

pub(crate) const TITLE: Text = Text::new("Tìm tỉnh, thành phố", "Find a province");
pub(crate) const ALL: Text = Text::new("Tất cả các tỉnh theo vùng", "All provinces by region");
pub(crate) const RESULTS: Text = Text::new("Kết quả cho", "Results for");
pub(crate) const NOTHING: Text = Text::new(
    "Không có tỉnh nào khớp. Thử gõ ngắn hơn, không dấu cũng được; hoặc chọn trong danh sách dưới đây.",
    "No province matches. Try fewer letters, without accents; or choose from the list below.",
);
