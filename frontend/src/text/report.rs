//! The words of the review report.

use vithe_shared::{Borders, Language, ProvinceSlug, Text, api::Profile, query::ReportForm};

use crate::format::join_names;

pub const TITLE: Text = Text::new("Báo cáo", "Report");
pub const LEAD: Text = Text::new(
    "Báo cáo về bốn chỉ số của một tỉnh trong nhiều năm, để mang vào cuộc họp: đọc tại đây, tải PDF để in, tải DOCX để sửa.",
    "A report on the four indices of a province over several years, for a meeting: read it here, print the PDF, edit the DOCX.",
);
pub const PERIOD: Text = Text::new("Giai đoạn", "Period");
pub const PROVINCE: Text = Text::new("Địa phương", "Province");
pub const EDITION: Text = Text::new("Số liệu", "Data");
pub const ADDRESS: Text = Text::new("Địa chỉ", "Address");
pub const FROM: Text = Text::new("Từ năm", "From");
pub const TO: Text = Text::new("Đến năm", "To");
pub const FORM: Text = Text::new("Loại báo cáo", "Kind of report");
pub const REVIEW: Text = Text::new("Đánh giá cả giai đoạn", "Review of the period");
pub const BRIEF: Text = Text::new("Tóm tắt hai trang", "Brief of two pages");
pub const CHOOSE: Text = Text::new("Chọn giai đoạn và loại báo cáo", "Choose period and kind");
pub const PDF: Text = Text::new("Tải PDF", "Download PDF");
pub const DOCX: Text = Text::new("Tải DOCX", "Download DOCX");
pub const FILES: Text = Text::new("Tệp của báo cáo", "Files of the report");
pub const CONTENTS: Text = Text::new("Nội dung", "Contents");
pub const PROVINCE_PAGE: Text = Text::new("Trang của địa phương", "Page of the province");
pub const REPORT_OF: Text = Text::new("Báo cáo 5 năm (PDF, DOCX)", "Five-year report (PDF, DOCX)");

/// Kind and title.
pub(crate) fn title(form: ReportForm, span: &str, name: &str, language: Language) -> (String, String) {
    let (kind, title) = match (form, language) {
        (ReportForm::Review, Language::Vi) => (
            "Báo cáo đánh giá",
            format!("Kết quả bốn chỉ số cấp tỉnh của {name} giai đoạn {span}"),
        ),
        (ReportForm::Review, Language::En) => ("Review", format!("{name} on the four provincial indices, {span}")),
        (ReportForm::Brief, Language::Vi) => (
            "Báo cáo tóm tắt",
            format!("Bốn chỉ số cấp tỉnh của {name} giai đoạn {span}"),
        ),
        (ReportForm::Brief, Language::En) => ("Brief", format!("{name} on the four provincial indices, {span}")),
    };
    (kind.to_owned(), title)
}

/// What a report is about, in one sentence.
pub(crate) fn description(name: &str, span: &str, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Kết quả PCI, PAPI, PAR INDEX và SIPAS của {name}, {span}: điểm, hạng, nguyên nhân tăng giảm và việc cần làm."
        ),
        Language::En => {
            format!("PCI, PAPI, PAR INDEX and SIPAS of {name}, {span}: scores, ranks, what moved them and what to do.")
        }
    }
}

/// The province with its region, and what it was formed of.
pub(crate) fn place(profile: &Profile, members: &[(ProvinceSlug, String)], language: Language) -> String {
    let name = language.pick(&profile.province.name_vi, &profile.province.name_en);
    let region = language.pick(&profile.region_name_vi, &profile.region_name_en);
    let names: Vec<&str> = members.iter().map(|(_, name)| name.as_str()).collect();
    let members = join_names(&names, language);
    match (profile.province.borders, names.len() > 1, language) {
        (Borders::Provinces63, _, Language::Vi) => format!("{name}, vùng {region} (trong 63 tỉnh, thành phố)"),
        (Borders::Provinces63, _, Language::En) => format!("{name}, {region} (among 63 provinces)"),
        (Borders::Units34, true, Language::Vi) => format!("{name}, đơn vị hành chính từ 1/7/2025, hợp nhất {members}"),
        (Borders::Units34, true, Language::En) => format!("{name}, a unit since 1 July 2025, formed of {members}"),
        (Borders::Units34, false, Language::Vi) => format!("{name}, trong 34 đơn vị hành chính từ 1/7/2025"),
        (Borders::Units34, false, Language::En) => format!("{name}, among the 34 units since 1 July 2025"),
    }
}

/// The edition of the data.
pub(crate) fn edition(version: &str, date: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Vị Thế, phiên bản {version}, ngày {date}"),
        Language::En => format!("Vị Thế, version {version} of {date}"),
    }
}
