//! The index page.

use vithe_shared::{Language, Text, Year};

pub(crate) const FILTERS: Text = Text::new("Chọn số liệu", "Choose the figures");
pub(crate) const HIGHLIGHT: Text = Text::new("Làm nổi bật", "Highlight");
pub(crate) const HIGHLIGHT_ADD: Text = Text::new("Thêm tỉnh…", "Add a province…");
pub(crate) const HIGHLIGHT_REMOVE: Text = Text::new("Bỏ", "Remove");
pub(crate) const EARLIER: Text = Text::new("Năm trước", "Earlier year");
pub(crate) const LATER: Text = Text::new("Năm sau", "Later year");
pub(crate) const LEAGUE: Text = Text::new("Bảng xếp hạng", "League table");
pub(crate) const TABLE_PARTIAL: Text = Text::new("Số liệu đã công bố", "Figures on record");
pub(crate) const RANK_CHANGE: Text = Text::new("Bậc", "Places");
pub(crate) const SCORE_CHANGE: Text = Text::new("Điểm ±", "Score ±");
pub(crate) const GROUP: Text = Text::new("Nhóm", "Group");
pub(crate) const TREND: Text = Text::new("Diễn biến", "Trend");
pub(crate) const REFUSED: Text = Text::new("không so được", "not comparable");
pub(crate) const RANKS_BY_YEAR: Text = Text::new("Hạng theo năm", "Ranks by year");
pub(crate) const SCORES_BY_COMPONENT: Text = Text::new("Điểm theo thành phần", "Scores by component");
pub(crate) const METHOD_LINK: Text = Text::new("Cách tính và những lần thay đổi", "Method and its changes");
pub(crate) const TREND_TITLE: Text = Text::new("hạng qua các năm", "ranks over the years");
pub(crate) const NO_COMPONENTS: Text = Text::new(
    "Chưa thu thập được điểm thành phần của năm này.",
    "No component scores of this year are on record.",
);

/// Why a figure shows an earlier year than the page.
pub(crate) fn other_year(year: Year, shown: Year, language: Language) -> String {
    match language {
        Language::Vi => format!("Năm {year} chưa đủ điểm thành phần của mọi tỉnh; biểu đồ vẽ năm {shown}."),
        Language::En => format!("Component scores of {year} are not complete; the chart shows {shown}."),
    }
}
