//! The claim checker.

use vithe_shared::{
    Language, Text,
    api::check::{ClaimMeasure, Verdict},
};

pub const TITLE: Text = Text::new("Kiểm tra số liệu", "Check figures");
pub const QUESTION: Text = Text::new("Đọc được một con số trên báo?", "Have you read a figure somewhere?");
pub const LEAD: Text = Text::new(
    "Dán một bài báo, một báo cáo hay một bảng: từng con số về PCI, PAPI, PAR INDEX, SIPAS được đối chiếu với số liệu đã công bố.",
    "Paste an article, a report or a table: each figure on PCI, PAPI, PAR INDEX and SIPAS is held against the figures on record.",
);
pub const PRIVACY: Text = Text::new(
    "Khi trang đã sẵn sàng, văn bản được kiểm tra ngay trong trình duyệt, không gửi đi đâu. Nếu trình duyệt không chạy JavaScript, văn bản được gửi tới máy chủ của trang này để kiểm tra, không được lưu lại.",
    "Once the page is ready, the text is checked in your browser and is not sent anywhere. Where the browser runs no JavaScript, it is sent to the server of this site, which checks it and keeps nothing.",
);
pub const IN_BROWSER: Text = Text::new(
    "Đã kiểm tra trong trình duyệt, văn bản không rời khỏi máy.",
    "Checked in the browser; the text has not left this device.",
);
pub const ON_SERVER: Text = Text::new(
    "Máy chủ đã kiểm tra; văn bản không được lưu lại.",
    "Checked by the server, which has kept nothing of the text.",
);
pub const TEXT_FORM: Text = Text::new("Kiểm tra một văn bản", "Check a text");
pub const TEXT: Text = Text::new("Văn bản hoặc bảng", "Text or table");
pub const PROVINCE: Text = Text::new("Tỉnh, nếu văn bản không nêu", "Province, where the text names none");
pub const YEAR: Text = Text::new("Năm, nếu văn bản không nêu", "Year, where the text names none");
pub const NONE: Text = Text::new("Không chọn", "None");
pub const CHECK: Text = Text::new("Kiểm tra", "Check");
pub const EXAMPLE: Text = Text::new("Thử với một đoạn ví dụ", "Try an example");
pub const CLAIM_FORM: Text = Text::new("Kiểm tra một con số", "Check one figure");
pub const FIGURE: Text = Text::new("Chỉ số", "Index or component");
pub const MEASURE: Text = Text::new("Loại số", "Kind of figure");
pub const VALUE: Text = Text::new("Con số", "Figure");
pub const RESULTS: Text = Text::new("Kết quả", "Result");
pub const MARKED: Text = Text::new("Văn bản đã đánh dấu", "The text, marked");
pub const CLAIMS: Text = Text::new("Từng con số", "Claim by claim");
pub const UNREAD: Text = Text::new("Chưa đọc được", "Not read");
pub const UNREAD_LEAD: Text = Text::new(
    "Những chỗ trông giống số liệu nhưng không đối chiếu, và vì sao.",
    "Places that look like figures but were not checked, and why.",
);
pub const NOTHING: Text = Text::new(
    "Không đọc được con số nào về bốn chỉ số trong văn bản này.",
    "No figure on the four indices was found in this text.",
);
pub const ON_RECORD: Text = Text::new("Số trong kho", "On record");
pub const SOURCE: Text = Text::new("Nguồn", "Source");
pub const OPEN: Text = Text::new("Xem trên trang của tỉnh", "Open on the page of the province");
pub const STATEMENT: Text = Text::new("nhận định không có con số", "a statement without a figure");
pub const UP: Text = Text::new("tăng", "up");
pub const DOWN: Text = Text::new("giảm", "down");
pub const NOT_A_CLAIM: Text = Text::new(
    "Để kiểm tra một con số, hãy chọn tỉnh và năm rồi nhập một số, ví dụ 63,8.",
    "To check one figure, choose province and year and enter a number such as 63.8.",
);

/// A passage to try the checker with: what the news said of Hậu Giang in 2022, and an English one of the same figures.
pub const EXAMPLE_TEXT: Text = Text::new(
    "Chỉ số năng lực cạnh tranh (PCI) năm 2021 của tỉnh Hậu Giang tăng 1 bậc so với năm 2020, đạt 63,8 điểm, xếp thứ 38/63 tỉnh, thành (xếp thứ 9/13 tỉnh, thành khu vực Đồng bằng sông Cửu Long); Chỉ số hiệu quả quản trị và hành chính công (PAPI) tỉnh đạt 42,16 điểm, giảm 1,61 điểm và xếp thứ 33/63 tỉnh, thành, giảm 06 bậc so với năm 2020; Chỉ số hài lòng về sự phục vụ hành chính (SIPAS) tỉnh đạt 8,46 điểm (tương ứng 84,6%), tăng 0,35 điểm (tương ứng 3,56%) và xếp thứ 50/63 tỉnh, thành. Mục tiêu đến năm 2025, PCI của tỉnh đạt trên 70 điểm.",
    "Hau Giang scored 63.8 points in the PCI 2021, up 1 place from 2020, and ranked 38th of 63 provinces (9th of 13 in the Mekong Delta). In PAPI 2021 it scored 42.16 points, 1.61 points lower than in 2020, and ranked 33rd of 63. Its SIPAS reached 84.6 per cent in 2021. The province aims at more than 70 points in the PCI by 2025.",
);

/// A verdict in words.
pub const fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Agrees => Text::new("khớp", "agrees"),
        Verdict::AgreesWithinRounding => Text::new("khớp, có lưu ý", "agrees within rounding"),
        Verdict::Differs => Text::new("không khớp", "differs"),
        Verdict::OnlySource => Text::new("chỉ có nguồn này", "only source"),
        Verdict::CannotCheck => Text::new("không kiểm tra được", "cannot be checked"),
    }
}

/// The sign of a verdict.
pub const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "✓",
        Verdict::AgreesWithinRounding => "≈",
        Verdict::Differs => "✗",
        Verdict::OnlySource => "○",
        Verdict::CannotCheck => "?",
    }
}

/// What is claimed.
pub const fn measure(measure: ClaimMeasure) -> Text {
    match measure {
        ClaimMeasure::Score => Text::new("Điểm", "Score"),
        ClaimMeasure::Rank => Text::new("Hạng cả nước", "National rank"),
        ClaimMeasure::ScoreChange => Text::new("Thay đổi điểm so với năm trước", "Change of score on the year before"),
        ClaimMeasure::RankChange => Text::new("Số bậc thay đổi (dương là tăng)", "Places won (positive) or lost"),
        ClaimMeasure::RegionalRank => Text::new("Hạng trong vùng", "Rank within the region"),
    }
}

/// What is claimed, within a sentence.
pub const fn measure_noun(measure: ClaimMeasure) -> Text {
    match measure {
        ClaimMeasure::Score => Text::new("điểm", "score"),
        ClaimMeasure::Rank => Text::new("hạng", "rank"),
        ClaimMeasure::ScoreChange => Text::new("thay đổi điểm", "change of score"),
        ClaimMeasure::RankChange => Text::new("thay đổi hạng", "change of rank"),
        ClaimMeasure::RegionalRank => Text::new("hạng trong vùng", "rank within the region"),
    }
}

/// `Đọc được 24 con số`
pub fn found(claims: usize, language: Language) -> String {
    match (claims, language) {
        (_, Language::Vi) => format!("Đọc được {claims} con số, nhận định"),
        (1, Language::En) => "1 claim was read".to_owned(),
        (_, Language::En) => format!("{claims} claims were read"),
    }
}
