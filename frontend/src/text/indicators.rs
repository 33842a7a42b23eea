//! What lies below a total: a component of a province, an indicator.

use vithe_shared::{Language, Text};

pub const TITLE: Text = Text::new("Chỉ tiêu", "Indicators");
pub const STANDS_OUT_BAD: Text = Text::new("Nổi bật về phía kém", "Stand out on the bad side");
pub const STANDS_OUT_GOOD: Text = Text::new("Nổi bật về phía tốt", "Stand out on the good side");
pub const NO_BAD: Text = Text::new(
    "Không có chỉ tiêu nào kém hơn ba phần tư số tỉnh.",
    "None is worse than three quarters of all provinces.",
);
pub const NO_GOOD: Text = Text::new(
    "Không có chỉ tiêu nào tốt hơn ba phần tư số tỉnh.",
    "None is better than three quarters of all provinces.",
);
pub const TABLE: Text = Text::new(
    "Chỉ tiêu của tỉnh, xa trung vị nhất về phía kém đứng trước",
    "Indicators of the province, farthest on the bad side first",
);
pub const INDICATOR: Text = Text::new("Chỉ tiêu", "Indicator");
pub const VALUE: Text = Text::new("Giá trị", "Value");
pub const MEDIAN: Text = Text::new("Trung vị", "Median");
pub const POSITION: Text = Text::new("Từ kém nhất đến tốt nhất", "From worst to best");
pub const DISTANCE: Text = Text::new("Cách trung vị", "From the median");
pub const REGION_BEST: Text = Text::new("Tốt nhất vùng", "Best in region");

/// How the columns are read.
pub const RULE: Text = Text::new(
    "Cách trung vị: tính bằng số lần khoảng tứ phân vị, dấu âm là phía kém. Nổi bật: kém hơn hoặc tốt hơn ba phần tư số tỉnh. Không có trọng số nào của chỉ tiêu được công bố, nên không tính được chỉ tiêu đóng góp bao nhiêu vào điểm thành phần.",
    "From the median: in interquartile ranges, negative on the bad side. Standing out: worse or better than three quarters of all provinces. No weights of indicators are published, so what one contributes to the component’s score is not known.",
);
pub const TRANSLATED: Text = Text::new(
    "Tên chỉ tiêu theo cách viết của VCCI.",
    "The English names are translations; VCCI publishes the indicators in Vietnamese.",
);
pub const ABBREVIATIONS: Text = Text::new("Chữ viết tắt", "Abbreviations");
pub const DOCUMENT: Text = Text::new("Tài liệu", "Document");
pub const FILES: Text = Text::new("Tải bảng này", "Download this table");
pub const PARTS: Text = Text::new("Các nội dung thành phần", "Parts");
pub const HISTORY_TABLE: Text = Text::new("Bảng điểm và hạng từng năm", "Table of scores and ranks by year");
pub const FILTERS: Text = Text::new("Chọn thành phần và năm", "Choose component and year");
pub const CHOOSE: Text = Text::new("Chọn chỉ tiêu", "Choose an indicator");
pub const ALL_OF_COMPONENT: Text = Text::new("Các chỉ tiêu cùng thành phần", "Indicators of the same component");
pub const LEAGUE: Text = Text::new("Bảng xếp hạng thành phần này", "League table of this component");
pub const BACK: Text = Text::new("Cả bốn chỉ số của tỉnh", "All four indices of the province");
pub const BEST: Text = Text::new("Tốt nhất", "Best");
pub const WORST: Text = Text::new("Kém nhất", "Worst");

pub const BELOW_COMPONENTS: Text = Text::new(
    "Chỉ tiêu bên dưới các chỉ số thành phần",
    "Indicators below the components",
);
pub const METHOD: Text = Text::new(
    "Mỗi chỉ số thành phần PCI được VCCI tính từ các chỉ tiêu khảo sát doanh nghiệp và chỉ tiêu hành chính. Vị Thế giữ nguyên đơn vị của chỉ tiêu (% doanh nghiệp, ngày, giờ, thang 1–5); hạng, trung vị và tứ phân vị tính trên mọi tỉnh. Chiều tốt, xấu lấy theo câu chữ rồi đối chiếu với dấu của hệ số tương quan giữa chỉ tiêu và điểm thành phần, khi hệ số từ 0,25 trở lên.",
    "VCCI makes each PCI component from indicators of its survey of firms and of administrations. Indicators keep their own units here (per cent of firms, days, hours, grades 1–5); ranks, medians and quartiles are over all provinces. Which values are good follows from the wording and is checked against the sign of the correlation with the component’s score where that is at least 0.25.",
);

/// How it is known of how many indicators which values are good.
pub fn evidence_counts(all: usize, [agree, wording, disagree]: [usize; 3], language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Trong {all} chỉ tiêu, {agree} chỉ tiêu có tương quan khớp với câu chữ, {wording} chỉ tiêu có tương quan quá yếu nên chỉ theo câu chữ, {disagree} chỉ tiêu có tương quan trái dấu. Những chỉ tiêu cần lưu ý khi đọc:"
        ),
        Language::En => format!(
            "Of {all} indicators, the correlation agrees with the wording for {agree}; for {wording} it is too weak, so that only the wording speaks; it has the opposite sign for {disagree}. Indicators to be read with care:"
        ),
    }
}

/// Why there are no indicators, and where there are.
pub fn of_other_years(years: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Chỉ tiêu chi tiết của thành phần này hiện có của năm {years}."),
        Language::En => format!("Indicators of this component are on record for {years}."),
    }
}

/// The link to the indicators of a component, with their number.
pub fn of_component(count: u16, language: Language) -> String {
    match language {
        Language::Vi => format!("{count} chỉ tiêu của thành phần này"),
        Language::En => format!("{count} indicators of this component"),
    }
}
