//! What is said of the indicators of a province.

use vithe_shared::{Language, Year, api::indicators::IndicatorRow, sorting::gather};

use std::collections::BTreeSet;

use crate::{
    format::rank_words,
    view_model::indicator_words::{IndicatorNumber, direction_words},
};

/// How many stand out on which side.
pub(super) fn finding(
    [province, component]: [&str; 2],
    (all, bad, good): (usize, usize, usize),
    (index, year): (&str, Year),
    language: Language,
) -> String {
    match language {
        Language::Vi => {
            let bad = match bad {
                0 => "không kém hơn ba phần tư số tỉnh ở chỉ tiêu nào".to_owned(),
                bad => format!("kém hơn ba phần tư số tỉnh ở {bad} chỉ tiêu"),
            };
            let good = match good {
                0 => "không tốt hơn ba phần tư ở chỉ tiêu nào".to_owned(),
                good => format!("tốt hơn ba phần tư ở {good} chỉ tiêu"),
            };
            format!("{province} {bad}, {good} trong {all} chỉ tiêu của {component} ({index} {year})")
        }
        Language::En => {
            let indicators = |count: usize| match count {
                0 => "none".to_owned(),
                1 => "1 indicator".to_owned(),
                count => format!("{count} indicators"),
            };
            format!(
                "Of the {all} indicators of {component} ({index} {year}), {province} is worse than three quarters of all provinces on {} and better than three quarters on {}",
                indicators(bad),
                indicators(good)
            )
        }
    }
}

/// `33,8 %, hạng 58/63 (trung vị 47,4 %, cao là tốt)`; `None` where the table is not complete or the province has no value.
pub(super) fn standout_sentence(row: &IndicatorRow, language: Language) -> Option<String> {
    let (standing, summary) = (row.standing.as_ref()?, row.summary.as_ref()?);
    let number = IndicatorNumber::of(row.indicator.unit, Some(summary), language);
    let name = language.pick(&row.indicator.name_vi, &row.indicator.name_en);
    let rank = rank_words(standing.rank?, standing.rank_n, language);
    let direction = direction_words(row.indicator.direction, language);
    let (value, median) = (number.with_unit(standing.value), number.with_unit(summary.median));
    Some(match language {
        Language::Vi => format!("{name}: {value}, {rank} (trung vị {median}, {direction})"),
        Language::En => format!("{name}: {value}, {rank} (median {median}, {direction})"),
    })
}

/// The abbreviations of the publisher's wording.
const ABBREVIATIONS: [(&str, &str); 12] = [
    ("BGDĐT", "Bộ Giáo dục và Đào tạo"),
    ("CBNN", "cán bộ nhà nước"),
    ("CPKCT", "chi phí không chính thức"),
    ("CQNN", "cơ quan nhà nước"),
    ("DN", "doanh nghiệp"),
    ("DNNVV", "doanh nghiệp nhỏ và vừa"),
    ("ĐKDN", "đăng ký doanh nghiệp"),
    ("FTA", "hiệp định thương mại tự do"),
    ("GCNQSDĐ", "giấy chứng nhận quyền sử dụng đất"),
    ("TANDTC", "Tòa án nhân dân tối cao"),
    ("TCTK", "Tổng cục Thống kê"),
    ("TTHC", "thủ tục hành chính"),
];

/// What the abbreviations in names stand for; the English names have none.
pub(super) fn abbreviations<'a>(names: impl Iterator<Item = &'a str>, language: Language) -> Option<String> {
    if language == Language::En {
        return None;
    }
    let words: BTreeSet<&str> = gather(names.flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric())));
    let told: Vec<String> = ABBREVIATIONS
        .iter()
        .filter(|(short, _)| words.contains(short))
        .map(|(short, long)| format!("{short}: {long}"))
        .collect();
    (!told.is_empty()).then(|| told.join("; "))
}
