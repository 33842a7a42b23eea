//! The search: its box, its list, its page.

use vithe_shared::{Language, Text, Year};

pub const TITLE: Text = Text::new("Tìm kiếm", "Search");
pub const DESCRIPTION: Text = Text::new(
    "Tìm tỉnh, thành phố (tên cũ, tên mới, mã), chỉ số, chỉ số thành phần và các trang của Vị Thế.",
    "Find provinces (old and new names, codes), indices, their components and the pages of Vị Thế.",
);
pub const ALL: Text = Text::new("Tất cả các tỉnh theo vùng", "All provinces by region");
pub const RESULTS: Text = Text::new("Kết quả cho", "Results for");
pub const NOTHING: Text = Text::new(
    "Không tìm thấy gì khớp. Thử gõ ngắn hơn, không dấu cũng được; hoặc chọn trong danh sách dưới đây.",
    "Nothing matches. Try fewer letters, without accents; or choose from the list below.",
);

pub const PLACES: Text = Text::new("Tỉnh, thành phố", "Provinces");
pub const INDICES: Text = Text::new("Chỉ số", "Indices");
pub const COMPONENTS: Text = Text::new("Chỉ số thành phần", "Components");
pub const INDICATORS: Text = Text::new("Chỉ tiêu", "Indicators");
pub const PAGES: Text = Text::new("Trang", "Pages");

/// `tỉnh cũ, đến 2008`
pub fn until(year: Year, language: Language) -> String {
    match language {
        Language::Vi => format!("tỉnh cũ, đến {year}"),
        Language::En => format!("former province, until {year}"),
    }
}

/// `Cần Thơ (từ 1/7/2025)`
pub fn unit_of_2025(name: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("{name} (từ 1/7/2025)"),
        Language::En => format!("{name} (since 1 July 2025)"),
    }
}

/// `5 kết quả`
pub fn count(found: usize, language: Language) -> String {
    match (found, language) {
        (0, _) => NOTHING_FITS.get(language).to_owned(),
        (_, Language::Vi) => format!("{found} kết quả"),
        (1, Language::En) => "1 result".to_owned(),
        (_, Language::En) => format!("{found} results"),
    }
}

pub const NOTHING_FITS: Text = Text::new("Không có gì khớp", "Nothing matches");
