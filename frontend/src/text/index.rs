//! The index page.

use vithe_shared::{Borders, Language, Text, Year};

pub const FILTERS: Text = Text::new("Chọn số liệu", "Choose the figures");
pub const PIN: Text = Text::new("Ghim tỉnh", "Pin a province");
pub const PIN_ADD: Text = Text::new("Thêm tỉnh…", "Add a province…");
pub const PINS_FULL: Text = Text::new("Đã đủ 6 tỉnh: hãy bỏ bớt một tỉnh", "Six are pinned: let one go first");
pub const PINNED: Text = Text::new("Các tỉnh được ghim", "Pinned provinces");
pub const HIGHLIGHT_REMOVE: Text = Text::new("Bỏ", "Remove");
pub const LEAGUE: Text = Text::new("Bảng xếp hạng", "League table");
pub const TABLE_PARTIAL: Text = Text::new("Số liệu đã công bố", "Figures on record");
pub const RANK_CHANGE: Text = Text::new("Thay đổi hạng", "Rank change");
pub const SCORE_CHANGE: Text = Text::new("Thay đổi điểm", "Score change");
pub const GROUP: Text = Text::new("Nhóm", "Group");
pub const REFUSED: Text = Text::new("không so sánh được", "not comparable");
pub const RANKS_BY_YEAR: Text = Text::new("Hạng theo năm", "Ranks by year");
pub const SCORES_BY_COMPONENT: Text = Text::new("Điểm theo thành phần", "Scores by component");
pub const METHOD_LINK: Text = Text::new("Cách tính và những lần thay đổi", "Method and its changes");
pub const UNITS: Text = Text::new("Địa giới", "Units");

/// The two lists of units, as a choice.
pub const fn borders(borders: Borders) -> Text {
    match borders {
        Borders::Provinces63 => Text::new("63 tỉnh, thành phố", "63 provinces"),
        Borders::Units34 => Text::new("34 đơn vị từ 1/7/2025", "34 units since 1 July 2025"),
    }
}

pub const CLASSES: Text = Text::new("Mốc màu", "Colour classes");
pub const CLASSES_OF_YEAR: Text = Text::new("theo từng năm", "by year");
pub const CLASSES_OF_ALL_YEARS: Text = Text::new("cố định mọi năm", "fixed over all years");
pub const NO_COMPONENTS: Text = Text::new(
    "Chưa thu thập được điểm thành phần của năm này.",
    "No component scores of this year are on record.",
);

/// Why a figure shows an earlier year than the page.
pub fn other_year(year: Year, shown: Year, language: Language) -> String {
    match language {
        Language::Vi => format!("Năm {year} chưa đủ điểm thành phần của mọi tỉnh; biểu đồ vẽ năm {shown}."),
        Language::En => format!("Component scores of {year} are not complete; the chart shows {shown}."),
    }
}

pub const ANALYSES: Text = Text::new("Phân tích tiếp", "Look further");
pub const MOVERS: Text = Text::new("Tăng, giảm giữa hai năm", "Movers between two years");
pub const REGIONS_OVER_YEARS: Text = Text::new("Các vùng qua các năm", "Regions over the years");
pub const SCATTER: Text = Text::new("Đặt cạnh chỉ số khác", "Set against another index");
