//! The pages on data and methods.

use vithe_shared::{
    Text,
    domain::{Aggregation, NameStatus, Redistribution},
};

pub const TITLE: Text = Text::new("Dữ liệu", "Data");
pub const LEAD: Text = Text::new(
    "Những gì đã thu thập, được phép dùng thế nào, tải về ở đâu, và các từ dùng trên trang có nghĩa gì.",
    "What was collected, how it may be used, where it can be downloaded, and what the words on these pages mean.",
);
pub const COVERAGE: Text = Text::new("Số liệu theo chỉ số và năm", "What is on record, by index and year");
pub const COVERAGE_HINT: Text = Text::new(
    "Số trong ô: số tỉnh có điểm trên số tỉnh được xếp hạng. Ô đậm là năm đủ số liệu, ô nhạt là năm mới có một phần.",
    "Each cell: provinces with a score out of those ranked. Dark cells are complete years, light cells are partial.",
);
pub const CATALOGUE: Text = Text::new("Bốn bộ số liệu", "The four sets");
pub const PUBLISHER: Text = Text::new("Cơ quan công bố", "Publisher");
pub const TERMS: Text = Text::new("Điều khoản", "Terms");
pub const CITATION: Text = Text::new("Cách trích dẫn", "How to cite");
pub const WEBSITE: Text = Text::new("Trang của cơ quan công bố", "Publisher’s site");
pub const DOWNLOADS: Text = Text::new("Tải bảng tổng hợp (CSV)", "Download the table of totals (CSV)");
pub const DOWNLOAD_ALL: Text = Text::new("Toàn bộ số liệu (CSV)", "All figures (CSV)");
pub const DOWNLOAD_PACKAGE: Text = Text::new("Gói dữ liệu (ZIP)", "Data package (ZIP)");
pub const DOWNLOAD_EVERYTHING: Text = Text::new("Cả bốn bộ số liệu (ZIP)", "All four sets (ZIP)");
pub const NO_PACKAGE: Text = Text::new(
    "Chưa có tệp ZIP của cả bốn bộ số liệu: quyền đối với toàn bộ bảng thuộc các cơ quan công bố. Từng bảng, từng biểu đồ và từng số liệu vẫn tải về và trích dẫn tự do.",
    "There is no ZIP of all four sets: the rights in whole tables stay with the publishers. Single tables, charts and figures can be downloaded and cited freely.",
);
pub const DISPLAYED_ONLY: Text = Text::new(
    "Chỉ tải được từng bảng đang hiển thị, theo điều khoản của cơ quan công bố.",
    "Only tables as displayed can be downloaded, by the publisher’s terms.",
);
pub const EXCEL: Text = Text::new(
    "Mọi bảng đều có tệp XLSX (đuôi .xlsx). Với CSV, thêm &excel=vi để Excel tiếng Việt mở đúng dấu và dấu phẩy thập phân, &excel=en cho Excel tiếng Anh.",
    "Every table is an XLSX file, too (suffix .xlsx). For a CSV that Excel opens right, add &excel=en, or &excel=vi for a Vietnamese Excel (decimal commas).",
);
pub const API: Text = Text::new("Giao diện lập trình (API)", "API");
pub const API_TEXT: Text = Text::new(
    "Mọi số liệu trên trang đều lấy được bằng JSON và CSV, không cần đăng ký.",
    "Every figure of the site can be had as JSON and CSV, without registration.",
);
pub const API_LINK: Text = Text::new("Mở tài liệu API", "Open the API documentation");
pub const GLOSSARY: Text = Text::new("Giải nghĩa từ", "Glossary");
pub const PROBLEMS: Text = Text::new("Mã lỗi của API", "Problem codes of the API");
pub const CODE: Text = Text::new("Mã", "Code");
pub const STATUS: Text = Text::new("Trạng thái", "Status");
pub const MEANING: Text = Text::new("Nghĩa", "Meaning");

/// Words and what they mean here.
pub const WORDS: [(Text, Text); 10] = [
    (
        Text::new("Hạng 38/63", "Rank 38/63"),
        Text::new(
            "Đứng thứ 38 trong 63 tỉnh được xếp hạng năm đó. Các tỉnh bằng điểm có cùng hạng, hạng kế tiếp bị bỏ trống.",
            "38th of the 63 provinces ranked that year. Equal scores share a rank, and the ranks after it are left out.",
        ),
    ),
    (
        Text::new("Hạng công bố, hạng tính từ điểm", "Published rank, derived rank"),
        Text::new(
            "Hạng công bố do cơ quan công bố nêu. Hạng tính từ điểm chỉ có khi mọi tỉnh trong bảng đều có điểm.",
            "A published rank was printed by the publisher. A rank is derived from scores only where every member of the table has one.",
        ),
    ),
    (
        Text::new("Bảng đủ số liệu", "Complete table"),
        Text::new(
            "Mọi tỉnh thuộc diện xếp hạng đều có điểm. Bảng chưa đủ thì không tính trung vị, hạng hay tổng hợp vùng.",
            "Every ranked province has a score. Nothing is summed up or ranked from a table that is not complete.",
        ),
    ),
    (
        Text::new("≈, ước tính của 34 đơn vị", "≈, estimates of the 34 units"),
        Text::new(
            "Trước năm 2025 không có khảo sát theo 34 đơn vị từ 1/7/2025. Điểm của đơn vị hợp nhất là trung bình của các tỉnh hợp thành, theo dân số trung bình năm đó (trước 2010 theo dân số 2010, sau 2022 theo dân số 2022), kể cả với PCI là chỉ số hỏi doanh nghiệp. Thiếu điểm của một tỉnh thì không ước tính; Hà Nội không có trước năm 2009 vì chưa gồm Hà Tây. Ước tính không được xếp hạng.",
            "Before 2025 nobody surveyed the 34 units formed on 1 July 2025. A merged unit has the mean of the merged provinces, weighed by their average populations of the year (those of 2010 before 2010, of 2022 after 2022), even for PCI, which asks enterprises. Where one province has no score there is no estimate; Hanoi has none before 2009, without Ha Tay. Estimates are not ranked.",
        ),
    ),
    (
        Text::new("So sánh được", "Comparable"),
        Text::new(
            "Hai năm có cùng định nghĩa, thang điểm và trọng số.",
            "Both years have the same definition, scale and weights.",
        ),
    ),
    (
        Text::new("So sánh hạn chế", "Limited comparison"),
        Text::new(
            "Cùng cấu trúc và thang điểm nhưng một số chỉ tiêu đã thay; vẽ bằng nét đứt.",
            "Same parts and scale, but some indicators were renewed; drawn as a dashed line.",
        ),
    ),
    (
        Text::new("Đổi trọng số", "Reweighted"),
        Text::new(
            "Cùng thành phần nhưng trọng số của chỉ số tổng hợp đã đổi.",
            "Same parts, but the weights of the overall index changed.",
        ),
    ),
    (
        Text::new("Không so sánh được", "Not comparable"),
        Text::new(
            "Thành phần hoặc thang điểm khác nhau: không nêu mức tăng, giảm điểm, đường biểu diễn bị ngắt.",
            "Parts or scale differ: no change of score is given, and the line breaks.",
        ),
    ),
    (
        Text::new("Trung vị", "Median"),
        Text::new(
            "Giá trị ở giữa: một nửa số tỉnh cao hơn, một nửa thấp hơn.",
            "The middle value: half of the provinces lie above it, half below.",
        ),
    ),
    (
        Text::new("Cao là tốt", "Higher is better"),
        Text::new(
            "Điểm thành phần về chi phí càng cao thì chi phí càng thấp.",
            "A higher score of a cost component means a lower cost.",
        ),
    ),
];

/// Whether whole tables may be handed out.
pub const fn redistribution(redistribution: Redistribution) -> Text {
    match redistribution {
        Redistribution::Full => Text::new(
            "Được tải toàn bộ, ghi rõ nguồn.",
            "May be downloaded as a whole, with its source.",
        ),
        Redistribution::Displayed => DISPLAYED_ONLY,
    }
}

pub const METHODS_TITLE: Text = Text::new("Phương pháp", "Methods");
pub const VERSIONS: Text = Text::new("Các phiên bản phương pháp", "Versions of the method");
pub const VERSION: Text = Text::new("Phiên bản", "Version");
pub const YEARS: Text = Text::new("Năm", "Years");
pub const SCALE: Text = Text::new("Thang điểm", "Scale");
pub const AGGREGATION: Text = Text::new("Cách tổng hợp", "Aggregation");
pub const WITH_PREVIOUS: Text = Text::new("So với phiên bản trước", "Against the version before");
pub const WHAT_CHANGED: Text = Text::new("Thay đổi", "What changed");
pub const IN_FORCE: Text = Text::new("nay", "now");
pub const BREAKS: Text = Text::new("Những lần thay đổi giữa hai năm", "Changes between neighbouring years");
pub const BREAKS_HINT: Text = Text::new(
    "Năm ghi ở đây là năm sau của cặp. Cặp năm không có trong bảng thì so sánh được.",
    "The year is the later one of a pair. Pairs that are not listed are comparable.",
);
pub const COMPARABILITY: Text = Text::new("Mức so sánh", "Comparability");
pub const REASON: Text = Text::new("Lý do", "Reason");
pub const COMPONENTS: Text = Text::new("Thành phần", "Components");
pub const NAME_VI: Text = Text::new("Tên tiếng Việt", "Vietnamese name");
pub const NAME_EN: Text = Text::new("Tên tiếng Anh", "English name");
pub const NAME_STATUS: Text = Text::new("Nguồn của tên", "Origin of the name");
pub const COMPUTED: Text = Text::new("do Vị Thế cộng từ các phần", "summed by Vị Thế from its parts");
pub const WEIGHTS: Text = Text::new("Trọng số theo năm", "Weights by year");
pub const MAXIMUM_POINTS: Text = Text::new("Điểm tối đa theo năm", "Maximum points by year");
pub const ASSUMED: Text = Text::new(
    "* Trọng số của năm khác, giả định vẫn áp dụng.",
    "* Weights of another year, assumed to hold.",
);
pub const COVERAGE_OF: Text = Text::new("Số liệu theo năm", "What is on record, by year");
pub const MEMBERS: Text = Text::new("Tỉnh xếp hạng", "Ranked provinces");
pub const WITHHELD: Text = Text::new("Không công bố", "Withheld");
pub const SCORES: Text = Text::new("Có điểm", "Scores");
pub const RANKS: Text = Text::new("Có hạng công bố", "Published ranks");
pub const WITH_COMPONENTS: Text = Text::new("Đủ thành phần", "All components");
pub const COMPLETE: Text = Text::new("Đủ", "Complete");
pub const YES: Text = Text::new("có", "yes");
pub const NO: Text = Text::new("chưa", "no");
pub const OTHER_METHODS: Text = Text::new("Phương pháp của chỉ số khác", "Methods of the other indices");
pub const TO_TABLE: Text = Text::new("Xem bảng xếp hạng", "See the league table");

/// Whether a name is the publisher's.
pub const fn name_status(status: NameStatus) -> Text {
    match status {
        NameStatus::Official => Text::new("tên chính thức", "official"),
        NameStatus::Translated => Text::new("Vị Thế dịch", "translated by Vị Thế"),
    }
}

/// How a total comes from its parts.
pub const fn aggregation(aggregation: Aggregation) -> Text {
    match aggregation {
        Aggregation::WeightedSum => Text::new("tổng có trọng số", "weighted sum"),
        Aggregation::Sum => Text::new("tổng các thành phần", "sum of the parts"),
        Aggregation::Points => Text::new("cộng điểm", "points added up"),
        Aggregation::Percent => Text::new("tỷ lệ phần trăm", "percentage"),
    }
}
