//! The frame of every page: header, navigation, search, footer.

use vithe_shared::Text;

pub const SITE_NAME: &str = "Vị Thế";
pub const TAGLINE: Text = Text::new("Chỉ số cấp tỉnh Việt Nam", "Vietnam’s provincial indices");
pub const SKIP_TO_CONTENT: Text = Text::new("Đến nội dung chính", "Skip to content");
pub const MAIN_NAVIGATION: Text = Text::new("Chỉ số và trang chính", "Indices and main pages");
pub const COMPARE: Text = Text::new("So sánh", "Compare");
pub const DATA: Text = Text::new("Dữ liệu", "Data");
pub const LANGUAGE: Text = Text::new("Ngôn ngữ", "Language");
pub const VIETNAMESE: &str = "Tiếng Việt";
pub const ENGLISH: &str = "English";
pub const THEME_TOGGLE: Text = Text::new("Đổi nền sáng, tối", "Switch between light and dark");
pub const FIND_ANYTHING: Text = Text::new("Tìm tỉnh, chỉ số, trang", "Find provinces, indices, pages");
pub const FIND_PLACEHOLDER: Text = Text::new("Tỉnh, chỉ số, trang…", "Province, index…");
pub const FIND: Text = Text::new("Tìm", "Search");
pub const FIND_HINT: Text = Text::new(
    "Gõ không dấu cũng được. Phím mũi tên để chọn, Enter để mở.",
    "Accents are not needed. Arrow keys choose, Enter opens.",
);
pub const LOADING: Text = Text::new("Đang tải số liệu…", "Loading figures…");
pub const RETRY: Text = Text::new("Tải lại", "Try again");

pub const FOOTER_SOURCES: Text = Text::new("Nguồn số liệu", "Sources");
pub const FOOTER_SOURCES_TEXT: Text = Text::new(
    "PCI: VCCI. PAPI: CECODES, RTA và UNDP. PAR INDEX và SIPAS: Bộ Nội vụ. Vị Thế thu thập từ tài liệu công bố, ghi nguồn từng số liệu và không sửa số nào.",
    "PCI: VCCI. PAPI: CECODES, RTA and UNDP. PAR INDEX and SIPAS: Ministry of Home Affairs. Vị Thế collects from published documents, names the source of each figure and alters none.",
);
pub const FOOTER_TERMS: Text = Text::new("Sử dụng", "Terms");
pub const FOOTER_TERMS_TEXT: Text = Text::new(
    "Trích dẫn xin ghi tên cơ quan công bố, năm và địa chỉ trang. Điều khoản từng bộ số liệu có ở trang Dữ liệu.",
    "When quoting, name the publisher, the year and the address of the page. The terms of each index are on the data page.",
);
pub const FOOTER_BORDERS: Text = Text::new("Bản đồ", "Maps");
pub const FOOTER_BORDERS_TEXT: Text = Text::new(
    "Ranh giới tỉnh là ranh giới thống kê đã giản lược, không phải bản đồ pháp lý; gồm quần đảo Hoàng Sa (Đà Nẵng) và Trường Sa (Khánh Hòa).",
    "Province borders are simplified for statistics and carry no legal weight; Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa) are included.",
);
pub const FOOTER_MORE: Text = Text::new("Tìm hiểu thêm", "More");
pub const FOOTER_METHODS: Text = Text::new("Phương pháp", "Methods");
pub const FOOTER_DOCS: Text = Text::new("Tài liệu API", "API documentation");
pub const SLASH_SETTING: Text = Text::new("Phím / mở ô tìm kiếm", "Key / opens the search");

pub const HOME: Text = Text::new("Trang đầu", "Home");
pub const APPLY: Text = Text::new("Xem", "Show");
pub const YEAR: Text = Text::new("Năm", "Year");
pub const INDEX: Text = Text::new("Chỉ số", "Index");
pub const COMPONENT: Text = Text::new("Thành phần", "Component");
pub const OVERALL: Text = Text::new("Chỉ số tổng hợp", "Overall index");
pub const REGION: Text = Text::new("Vùng", "Region");
pub const WHOLE_COUNTRY: Text = Text::new("Cả nước", "Whole country");
pub const PROVINCE: Text = Text::new("Tỉnh, thành phố", "Province");
pub const SCORE: Text = Text::new("Điểm", "Score");
pub const RANK: Text = Text::new("Hạng", "Rank");
pub const REGION_RANK: Text = Text::new("Hạng trong vùng", "Rank in region");

/// What must be known of figures of the 34 units in years of the 63 provinces.
pub const ESTIMATES: Text = Text::new(
    "Trước năm 2025 không có khảo sát theo 34 đơn vị. Điểm có dấu ≈ là ước tính: trung bình của các tỉnh hợp thành, theo dân số, nên không xếp hạng; đơn vị không hợp nhất giữ số liệu đã công bố.",
    "Before 2025 nobody surveyed the 34 units. Scores marked ≈ are estimates: means of the merged provinces, weighed by population, and so not ranked; units that were not merged keep their published figures.",
);
pub const MARKED_ESTIMATES: Text = Text::new(
    "Số có dấu ≈ là ước tính, hoặc thay đổi so với số ước tính, không phải số công bố.",
    "Figures marked ≈ are estimates, or changes from one, not published figures.",
);
