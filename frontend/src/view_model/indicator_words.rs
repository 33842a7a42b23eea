//! Values of indicators as a reader sees them: in the unit of the indicator, never as points of the component.

use vithe_shared::{
    Language,
    domain::{Direction, DirectionEvidence, IndicatorInfo, IndicatorUnit, Summary},
};

use crate::format::{NO_BREAK_SPACE, format_score};

/// How the values of an indicator are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndicatorNumber {
    unit: IndicatorUnit,
    decimals: u8,
    language: Language,
}

impl IndicatorNumber {
    /// As small as the values of the table are, so that neighbours can be told apart: shares that stay below ten per cent have
    /// two decimals, medians of days none unless one is a half.
    pub fn of(unit: IndicatorUnit, summary: Option<&Summary>, language: Language) -> Self {
        let highest = summary.map_or(f64::INFINITY, |summary| summary.max);
        let decimals = match unit {
            IndicatorUnit::PercentOfFirms | IndicatorUnit::Percent if highest < 10.0 => 2,
            IndicatorUnit::PercentOfFirms | IndicatorUnit::Percent => 1,
            IndicatorUnit::Days | IndicatorUnit::Hours => 0,
            IndicatorUnit::Grade | IndicatorUnit::Points | IndicatorUnit::CasesPer100Firms => 2,
        };
        Self {
            unit,
            decimals,
            language,
        }
    }

    /// A number alone, for a column: `41,8`.
    pub fn number(self, value: f64) -> String {
        let is_half = self.decimals == 0 && value.fract() != 0.0;
        format_score(value, if is_half { 1 } else { self.decimals }, self.language)
    }

    /// A number with its unit: `41,8 %`, `7 ngày`.
    pub fn with_unit(self, value: f64) -> String {
        let number = self.number(value);
        let is_one = number == "1";
        let unit = match (self.unit, self.language) {
            (IndicatorUnit::PercentOfFirms | IndicatorUnit::Percent, Language::En) => return format!("{number}%"),
            (IndicatorUnit::PercentOfFirms | IndicatorUnit::Percent, Language::Vi) => "%",
            (IndicatorUnit::Days, Language::Vi) => "ngày",
            (IndicatorUnit::Days, Language::En) if is_one => "day",
            (IndicatorUnit::Days, Language::En) => "days",
            (IndicatorUnit::Hours, Language::Vi) => "giờ",
            (IndicatorUnit::Hours, Language::En) if is_one => "hour",
            (IndicatorUnit::Hours, Language::En) => "hours",
            (IndicatorUnit::Grade, Language::Vi) => "(thang 1–5)",
            (IndicatorUnit::Grade, Language::En) => "(grades 1–5)",
            (IndicatorUnit::Points, Language::Vi) => "điểm",
            (IndicatorUnit::Points, Language::En) => "points",
            (IndicatorUnit::CasesPer100Firms, Language::Vi) => "vụ/100 doanh nghiệp",
            (IndicatorUnit::CasesPer100Firms, Language::En) => "cases per 100 firms",
        };
        format!("{number}{NO_BREAK_SPACE}{unit}")
    }
}

/// What the values count, for the head of a legend: `% doanh nghiệp`.
pub const fn unit_name(unit: IndicatorUnit, language: Language) -> &'static str {
    match (unit, language) {
        (IndicatorUnit::PercentOfFirms, Language::Vi) => "% doanh nghiệp",
        (IndicatorUnit::PercentOfFirms, Language::En) => "% of firms",
        (IndicatorUnit::Percent, _) => "%",
        (IndicatorUnit::Days, Language::Vi) => "Số ngày",
        (IndicatorUnit::Days, Language::En) => "Days",
        (IndicatorUnit::Hours, Language::Vi) => "Số giờ",
        (IndicatorUnit::Hours, Language::En) => "Hours",
        (IndicatorUnit::Grade, Language::Vi) => "Thang 1–5",
        (IndicatorUnit::Grade, Language::En) => "Grades 1–5",
        (IndicatorUnit::Points, Language::Vi) => "Điểm riêng của chỉ tiêu",
        (IndicatorUnit::Points, Language::En) => "Points of its own",
        (IndicatorUnit::CasesPer100Firms, Language::Vi) => "Vụ/100 doanh nghiệp",
        (IndicatorUnit::CasesPer100Firms, Language::En) => "Cases per 100 firms",
    }
}

/// Which values are good.
pub const fn direction_words(direction: Direction, language: Language) -> &'static str {
    match (direction, language) {
        (Direction::Higher, Language::Vi) => "cao là tốt",
        (Direction::Higher, Language::En) => "higher is better",
        (Direction::Lower, Language::Vi) => "thấp là tốt",
        (Direction::Lower, Language::En) => "lower is better",
    }
}

/// How it is known which values are good, as a sentence.
pub fn evidence_words(indicator: &IndicatorInfo, language: Language) -> String {
    let words = match (indicator.direction_evidence, language) {
        (DirectionEvidence::Correlation, Language::Vi) => {
            "Chiều tốt, xấu theo câu chữ của chỉ tiêu và khớp với tương quan giữa chỉ tiêu và điểm thành phần."
        }
        (DirectionEvidence::Correlation, Language::En) => {
            "Which values are good follows from the wording and agrees with the correlation with the component’s score."
        }
        (DirectionEvidence::Wording, Language::Vi) => {
            "Chiều tốt, xấu theo câu chữ của chỉ tiêu; tương quan với điểm thành phần quá yếu để kiểm chứng."
        }
        (DirectionEvidence::Wording, Language::En) => {
            "Which values are good follows from the wording; the correlation with the component’s score is too weak to confirm it."
        }
        (DirectionEvidence::Disagrees, Language::Vi) => {
            "Chiều tốt, xấu theo câu chữ của chỉ tiêu, dù tương quan với điểm thành phần có dấu ngược lại."
        }
        (DirectionEvidence::Disagrees, Language::En) => {
            "Which values are good follows from the wording, though the correlation with the component’s score has the opposite sign."
        }
    };
    words.to_owned()
}

/// How far a value is from the median, in ranges between the quartiles: `−1,3`.
pub fn distance_text(distance: Option<f64>, language: Language) -> Option<String> {
    Some(crate::format::format_difference(distance?, 1, language))
}
