//! Movers between two years.

use vithe_shared::Text;

pub const TITLE: Text = Text::new("Tỉnh nào tăng, giảm nhiều nhất", "Which provinces moved most");
pub const LEAD: Text = Text::new(
    "Chọn hai năm bất kỳ: tỉnh nào tăng, giảm nhiều bậc nhất, và nhiều điểm nhất nếu hai năm so sánh được.",
    "Choose any two years: who won or lost most places, and most points as far as the years compare.",
);
pub const FILTERS: Text = Text::new("Chọn khoảng năm", "Choose the span");
pub const FROM: Text = Text::new("Từ năm", "From");
pub const TO: Text = Text::new("Đến năm", "To");
pub const TABLE: Text = Text::new("Bảng tăng, giảm giữa hai năm", "Table of moves between the two years");

/// The rule, for the methods pages.
pub const RULE: (Text, Text) = (
    Text::new("Tăng, giảm giữa hai năm", "Movers"),
    Text::new(
        "Số bậc là hạng năm đầu trừ hạng năm cuối, luôn được nêu vì thứ hạng chỉ có nghĩa trong năm của nó; tỉnh thiếu hạng một năm được liệt kê, không xếp thứ tự. Mức thay đổi điểm chỉ nêu khi hai năm so sánh được, và một khoảng nhiều năm chỉ so sánh được đến mức của bước kém nhất. Bằng số bậc thì mức tăng điểm lớn hơn đứng trước, rồi đến hạng cao hơn ở năm cuối. Năm chưa đủ điểm mọi tỉnh chỉ dùng hạng đã công bố; chưa đến một nửa số tỉnh có hạng cả hai năm thì không nêu tỉnh nào tăng, giảm nhiều nhất.",
        "Places are the earlier rank minus the later one and are always told, since a rank has meaning within its own year; a province without a rank of one of the years is listed without an order. Points are told only where the years compare, and a span of several years compares only as far as its worst step. Of equal moves the larger rise in points comes first, then the better rank in the later year. Where the scores of a year are not complete only published ranks count; where fewer than half of the provinces have ranks of both years, nothing is said of movers.",
    ),
);
