//! Two figures set against each other.

use vithe_shared::Text;

pub const TITLE: Text = Text::new("Đặt hai chỉ số cạnh nhau", "Two figures against each other");
pub const LEAD: Text = Text::new(
    "Chọn hai chỉ số hoặc thành phần bất kỳ: mỗi tỉnh là một điểm, màu và hình theo vùng, kèm tương quan thứ hạng.",
    "Choose any two indices or components: each province is a point, its region the colour and shape, with the rank correlation.",
);
pub const FILTERS: Text = Text::new("Chọn hai trục", "Choose the axes");
pub const HORIZONTAL: Text = Text::new("Trục ngang", "Horizontal axis");
pub const VERTICAL: Text = Text::new("Trục dọc", "Vertical axis");
pub const HORIZONTAL_YEAR: Text = Text::new("Năm trục ngang", "Year, horizontal");
pub const VERTICAL_YEAR: Text = Text::new("Năm trục dọc", "Year, vertical");
pub const SAME_YEAR: Text = Text::new("Cùng năm", "Same year");
pub const EXCHANGE: Text = Text::new("Đổi hai trục", "Exchange the axes");
pub const TABLE: Text = Text::new("Bảng các tỉnh", "Table of the provinces");
pub const MEDIAN: Text = Text::new("Trung vị", "Median");
