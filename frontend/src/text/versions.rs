//! The versions of the data.

use vithe_shared::{Language, Text, domain::TableChanges};

use crate::format::{format_count, format_date};

pub const TITLE: Text = Text::new("Các phiên bản dữ liệu", "Versions of the data");
pub const LEAD: Text = Text::new(
    "Mỗi lần số liệu được bổ sung hoặc sửa là một phiên bản mới. Phiên bản đã công bố nào cũng xem lại được: số liệu, thứ hạng và danh sách xếp hạng của nó không bao giờ đổi.",
    "Every time figures are added or corrected there is a new version. Any published version can be had again: its figures, ranks and ranked sets never change.",
);
pub const HOW: Text = Text::new("Cách xem một phiên bản", "How to ask for a version");
pub const HOW_TEXT: Text = Text::new(
    "Thêm v= và số phiên bản vào địa chỉ của trang, bảng, biểu đồ, trích dẫn hoặc mã nhúng. Trang mở như vậy ghi rõ là bản đóng băng; lời văn và cách trình bày luôn là của hôm nay. Ví dụ:",
    "Add v= and the number of the version to the address of a page, table, figure, citation or embed. A page opened like this says that it is frozen; wording and presentation are always of today. Examples:",
);
pub const FEED: Text = Text::new("Vị Thế: phiên bản dữ liệu mới", "Vị Thế: new versions of the data");
pub const FEED_LINK: Text = Text::new("Nguồn tin Atom về phiên bản mới", "Atom feed of new versions");
pub const FIRST: Text = Text::new(
    "Phiên bản đầu tiên còn lưu; nhật ký thay đổi bắt đầu từ đây.",
    "The first version on record; the log of changes begins here.",
);
pub const REASONS: Text = Text::new("Lý do", "Why");
pub const TABLE: Text = Text::new("Bảng", "Table");
pub const ADDED: Text = Text::new("Dòng thêm", "Rows added");
pub const CHANGED: Text = Text::new("Dòng sửa", "Rows changed");
pub const REMOVED: Text = Text::new("Dòng bỏ", "Rows removed");
pub const ALL_INDICES: Text = Text::new("chung", "common");

/// The heading of a version.
pub fn heading(version: &str, date: &str, language: Language) -> String {
    let date = format_date(date, language);
    match language {
        Language::Vi => format!("Phiên bản {version}, ngày {date}"),
        Language::En => format!("Version {version} of {date}"),
    }
}

/// The caption of what a version changed.
pub fn changes_of(version: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Thay đổi trong phiên bản {version}"),
        Language::En => format!("What version {version} changed"),
    }
}

/// The link to the site as it was in a version.
pub fn open(version: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Mở trang ở phiên bản {version}"),
        Language::En => format!("Open the site in version {version}"),
    }
}

/// The line at the top of what is frozen.
pub fn frozen(version: &str, date: &str, language: Language) -> String {
    let date = format_date(date, language);
    match language {
        Language::Vi => format!(
            "Bản dữ liệu {version} (đóng băng), ngày {date}: số liệu, thứ hạng và danh sách xếp hạng của phiên bản này; lời văn và cách trình bày là của hôm nay."
        ),
        Language::En => format!(
            "Frozen data version {version} of {date}: figures, ranks and ranked sets of this version; wording and presentation are of today."
        ),
    }
}

/// The link from a frozen page to the newest figures.
pub fn to_newest(version: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Xem bản hiện nay ({version})"),
        Language::En => format!("See the present version ({version})"),
    }
}

/// The name of a table of the package; one that readers do not meet keeps that of its file.
pub fn table(name: &str, language: Language) -> String {
    let told = match name {
        "observations" => Text::new("Số liệu", "Figures"),
        "ranked_sets" => Text::new("Danh sách xếp hạng", "Ranked sets"),
        "components" => Text::new("Thành phần", "Components"),
        "component_names" => Text::new("Tên thành phần", "Names of components"),
        "weights" => Text::new("Trọng số", "Weights"),
        "maximum_points" => Text::new("Điểm tối đa", "Maximum points"),
        "method_versions" => Text::new("Phiên bản phương pháp", "Versions of methods"),
        "breaks" => Text::new("Thay đổi phương pháp giữa hai năm", "Breaks between years"),
        "reasons" => Text::new("Lý do so sánh hạn chế", "Reasons of breaks"),
        "indicators" => Text::new("Chỉ tiêu", "Indicators"),
        "indicator_values" => Text::new("Giá trị của chỉ tiêu", "Values of indicators"),
        "sampling_errors" => Text::new("Sai số chọn mẫu", "Sampling errors"),
        "notes" => Text::new("Ghi chú", "Notes"),
        "sources" => Text::new("Tài liệu nguồn", "Documents"),
        "known_exceptions" => Text::new("Ngoại lệ đã biết", "Known exceptions"),
        "hues" => Text::new("Màu của chỉ số", "Hues of the indices"),
        "context" => Text::new("Dân số, diện tích, GRDP", "Population, area, GRDP"),
        _ => return name.to_owned(),
    };
    told.get(language).to_owned()
}

/// What a version changed in a table, in words: `Số liệu PCI: thêm 764 dòng, sửa 10 dòng`.
pub fn changes(changes: &TableChanges, language: Language) -> String {
    let index = changes
        .index
        .map_or_else(String::new, |index| format!(" {}", index.short_name()));
    let name = table(&changes.table, language);
    let counts = [
        (changes.added, language.pick("thêm", "added")),
        (changes.changed, language.pick("sửa", "changed")),
        (changes.removed, language.pick("bỏ", "removed")),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(rows, _)| *rows > 0)
        .map(|(rows, verb)| {
            let count = format_count(rows as usize, language);
            match language {
                Language::Vi => format!("{verb} {count} dòng"),
                Language::En if rows == 1 => format!("1 row {verb}"),
                Language::En => format!("{count} rows {verb}"),
            }
        })
        .collect();
    format!("{name}{index}: {}", told.join(", "))
}
