//! The first page.

use vithe_shared::Text;

pub const HEADLINE: Text = Text::new(
    "Năng lực, quản trị, cải cách và sự hài lòng ở 63 tỉnh, thành",
    "Competitiveness, governance, reform and satisfaction in Vietnam’s 63 provinces",
);
pub const LEAD: Text = Text::new(
    "Bốn chỉ số PCI, PAPI, PAR INDEX và SIPAS ở một nơi: xem, so sánh và kiểm chứng, từng số liệu đều có nguồn.",
    "PCI, PAPI, PAR INDEX and SIPAS in one place: to read, compare and check, each figure with its source.",
);
pub const TITLE: Text = Text::new("Bốn chỉ số cấp tỉnh của Việt Nam", "Vietnam’s four provincial indices");
pub const TOP: Text = Text::new("Dẫn đầu", "At the top");
pub const BOTTOM: Text = Text::new("Cuối bảng", "At the bottom");
pub const MOVES: Text = Text::new(
    "Số liệu mới nhất và các tỉnh tăng, giảm nhiều bậc nhất",
    "Newest editions, and who moved most",
);
pub const MOST_MOVED: Text = Text::new("Tăng, giảm nhiều bậc nhất", "Most places won and lost,");
pub const ALL_MOVERS: Text = Text::new("Mọi tỉnh, hai năm bất kỳ", "All provinces, any two years");
pub const NO_MOVERS: Text = Text::new(
    "Chưa đủ hạng đã công bố của hai năm để nói tỉnh nào tăng, giảm nhiều nhất.",
    "Too few ranks of two years are on record to say which provinces moved most.",
);
pub const NO_BOTTOM: Text = Text::new(
    "Chưa có số liệu của các vị trí cuối bảng.",
    "The last places are not on record.",
);
pub const WHOLE_TABLE: Text = Text::new("Toàn bảng", "Whole table");
pub const FOUR: Text = Text::new("Bốn chỉ số", "The four indices");
pub const PUBLISHED_BY: Text = Text::new("Cơ quan công bố", "Published by");
pub const ON_RECORD: Text = Text::new("Số liệu", "On record");
pub const NOTES: Text = Text::new("Số liệu có gì và còn thiếu gì", "What is on record and what is missing");
pub const MORE_ON_DATA: Text = Text::new("Xem chi tiết ở trang Dữ liệu", "Details on the data page");
