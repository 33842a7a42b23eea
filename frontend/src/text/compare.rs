//! The comparison of provinces.

use vithe_shared::Text;

pub const TITLE: Text = Text::new("So sánh các tỉnh", "Compare provinces");
pub const LEAD: Text = Text::new(
    "Chọn từ 2 đến 6 tỉnh, một chỉ số và một thành phần. Địa chỉ trang giữ nguyên lựa chọn để gửi cho người khác.",
    "Choose 2 to 6 provinces, an index and a component. The address of the page keeps the choice, so it can be shared.",
);
pub const CHOSEN: Text = Text::new("Các tỉnh đã chọn", "Chosen provinces");
pub const ADD: Text = Text::new("Thêm tỉnh", "Add a province");
pub const CHOOSE: Text = Text::new("Chọn tỉnh…", "Choose a province…");
pub const TOO_FEW: Text = Text::new(
    "Hãy chọn thêm tỉnh: cần ít nhất hai tỉnh để so sánh.",
    "Add a province: a comparison needs at least two.",
);
pub const TOO_MANY: Text = Text::new(
    "So sánh được nhiều nhất 6 tỉnh; chỉ 6 tỉnh đầu được hiển thị.",
    "At most 6 provinces can be compared; the first 6 are shown.",
);
pub const FULL: Text = Text::new(
    "Đã đủ 6 tỉnh. Bỏ bớt một tỉnh để thêm tỉnh khác.",
    "Six provinces are chosen. Take one out to add another.",
);
pub const NEAREST: Text = Text::new("Cùng vùng, thứ hạng gần nhất", "Same region, nearest in rank");
pub const BEST_OF_REGIONS: Text = Text::new("Đứng đầu mỗi vùng", "First in each region");
pub const STANDINGS: Text = Text::new(
    "Bốn chỉ số của các tỉnh đã chọn",
    "The four indices of the chosen provinces",
);
pub const STANDINGS_CAPTION: Text = Text::new(
    "Điểm năm mới nhất của từng chỉ số; chữ nhỏ bên cạnh là hạng",
    "Scores of the newest year of each index; the small figure beside a score is its rank",
);
pub const TABLE: Text = Text::new("Thành phần theo tỉnh", "Components by province");
pub const MEDIAN: Text = Text::new("Trung vị cả nước", "National median");
pub const SCORE_AND_RANK: Text = Text::new(
    "Điểm; chữ nhỏ bên cạnh là hạng",
    "Scores; the small figure beside a score is its rank",
);
