//! Provinces that are alike.

use vithe_shared::{Language, Text, domain::PeerLens};

pub const TITLE: Text = Text::new("Tỉnh tương đồng", "Similar provinces");
pub const LEAD: Text = Text::new(
    "Các tỉnh có điểm thành phần gần với tỉnh đã chọn nhất; những tỉnh có hạng cao hơn đứng trước, để học hỏi.",
    "The provinces whose component scores come nearest to those of the one chosen; those that rank higher come first, to learn from.",
);
pub const CHOOSE: Text = Text::new("Chọn một tỉnh để xem.", "Choose a province to begin.");
pub const CHOOSE_PROVINCE: Text = Text::new("Chọn tỉnh…", "Choose a province…");
pub const FILTERS: Text = Text::new("Chọn tỉnh, chỉ số, năm", "Choose province, index, year");
pub const NEWEST: Text = Text::new("Năm mới nhất đủ số liệu", "Newest complete year");
pub const LENS: Text = Text::new("Đứng trước", "First come");
pub const TABLE: Text = Text::new("Các tỉnh khác so với tỉnh này", "The other provinces beside this one");
pub const REST: Text = Text::new("Các tỉnh còn lại", "The other provinces");
pub const DIFFERENCE: Text = Text::new("Chênh lệch điểm", "Difference");
pub const DISTANCE: Text = Text::new("Khoảng cách", "Distance");
pub const LIKENESS: Text = Text::new("Giống", "Alike");
pub const LIKE: Text = Text::new("giống", "alike");
pub const LIKE_AND_BETTER: Text = Text::new("giống, hạng cao hơn", "alike, ranks higher");
pub const SAME_REGION: Text = Text::new("cùng vùng", "same region");
pub const GRDP: Text = Text::new("GRDP bình quân đầu người", "GRDP per head");
pub const LEADS: Text = Text::new("Hơn ở thành phần nào", "Where they do better");
pub const NO_LEAD: Text = Text::new("không hơn ở thành phần nào", "ahead in no component");
pub const COMPARE: Text = Text::new("So sánh với ba tỉnh đầu bảng này", "Compare with the first three");
pub const PROVINCE_PAGE: Text = Text::new("Trang của tỉnh", "Page of the province");
pub const OTHER_YEARS: Text = Text::new("Có thể xem", "It can be told for");
pub const SCORE_SOURCES: Text = Text::new("Nguồn từng điểm số", "Sources of the scores");
pub const READING: Text = Text::new("Hiểu bảng này thế nào", "How to read this");
pub const DISTANCE_NOTE: Text = Text::new(
    "Khoảng cách: căn bậc hai của trung bình bình phương chênh lệch điểm các thành phần cấp một, mỗi chênh lệch tính bằng số lần độ lệch chuẩn của thành phần đó trên mọi tỉnh; 0 là trùng nhau. “Giống”: thuộc một phần tư gần nhất trong các tỉnh còn lại.",
    "Distance: the root mean square of the differences in first-level component scores, each in standard deviations of that component over all provinces; 0 means the same scores. “Alike”: among the nearest quarter of the others.",
);
pub const CAUSES_NOTE: Text = Text::new(
    "Giống nhau ở đây là giống về điểm, không phải về nguyên nhân: hai tỉnh có điểm gần nhau có thể vì những lý do khác nhau.",
    "Alike means alike in scores, not in causes: two provinces may have similar scores for different reasons.",
);

/// What a lens brings to the front.
pub const fn lens(lens: PeerLens) -> Text {
    match lens {
        PeerLens::Profile => Text::new("giống và hạng cao hơn", "alike and ranked higher"),
        PeerLens::Level => Text::new("điểm gần nhất", "nearest total"),
        PeerLens::Region => Text::new("cùng vùng", "same region"),
        PeerLens::Population => Text::new("dân số gần nhất", "nearest population"),
        PeerLens::Grdp => Text::new("cùng nhóm GRDP bình quân đầu người", "same fifth by GRDP per head"),
    }
}

/// The name of the link to the peers of a province.
pub fn like(name: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Các tỉnh giống {name}"),
        Language::En => format!("Provinces like {name}"),
    }
}

/// The rule, for the methods pages.
pub const RULE: (Text, Text) = (
    TITLE,
    Text::new(
        "Khoảng cách giữa hai tỉnh là căn bậc hai của trung bình bình phương, trên các thành phần cấp một, của chênh lệch điểm chia cho độ lệch chuẩn của thành phần đó trên mọi tỉnh được xếp hạng trong năm. “Giống”: thuộc một phần tư gần nhất (làm tròn lên) trong các tỉnh còn lại; “hạng cao hơn”: hạng của chỉ số tổng hợp tốt hơn trong năm đó. Thứ tự: giống và hạng cao hơn, rồi giống, rồi các tỉnh khác, gần nhất trước. Chỉ tính khi bảng của mọi thành phần năm đó đủ số liệu; ước tính không dùng để so. Dân số là dân số trung bình năm mới nhất không sau năm đó. GRDP bình quân đầu người lấy từ nguồn thứ cấp nên chỉ nêu nhóm năm phần, nhóm 1/5 cao nhất. Giống là giống về điểm, không phải về nguyên nhân.",
        "The distance of two provinces is the root mean square, over the first-level components, of the difference of their scores divided by the standard deviation of that component over all ranked provinces of the year. “Alike”: among the nearest quarter (rounded up) of the others; “ranks higher”: a better rank of the total in that year. Order: alike and ranked higher, then alike, then the others, nearest first. It is told only where the tables of all components of the year are complete; estimates are not compared. Population is the average population of the newest year on record up to that year. GRDP per head comes from a secondary source, so only the fifth is told, 1 of 5 being the highest. Likeness is of scores, not of causes.",
    ),
);
