//! Two figures set against each other.

use vithe_shared::Text;

pub(crate) const TITLE: Text = Text::new("Đặt hai chỉ số cạnh nhau", "Two figures against each other");
pub(crate) const LEAD: Text = Text::new(
    "Chọn hai chỉ số hoặc thành phần bất kỳ: mỗi tỉnh là một điểm, màu và hình theo vùng, kèm tương quan thứ hạng.",
    "Choose any two indices or components: each province is a point, its region the colour and shape, with the rank correlation.",
);
pub(crate) const FILTERS: Text = Text::new("Chọn hai trục", "Choose the axes");
pub(crate) const HORIZONTAL: Text = Text::new("Trục ngang", "Horizontal axis");
pub(crate) const VERTICAL: Text = Text::new("Trục dọc", "Vertical axis");
pub(crate) const HORIZONTAL_YEAR: Text = Text::new("Năm trục ngang", "Year, horizontal");
pub(crate) const VERTICAL_YEAR: Text = Text::new("Năm trục dọc", "Year, vertical");
pub(crate) const SAME_YEAR: Text = Text::new("Cùng năm", "Same year");
pub(crate) const EXCHANGE: Text = Text::new("Đổi hai trục", "Exchange the axes");
pub(crate) const TABLE: Text = Text::new("Bảng các tỉnh", "Table of the provinces");
pub(crate) const MEDIAN: Text = Text::new("Trung vị", "Median");
pub(crate) const LINK: Text = Text::new("Đặt cạnh chỉ số khác", "Set against another index");
