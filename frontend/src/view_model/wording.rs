//! Phrases that several views share, so that one fact is told in the same words everywhere.

use vithe_shared::{
    IndexId, Language, Year,
    api::RankingRow,
    domain::{Availability, Comparability, IndexInfo, MemberSpread, ObservationStatus, RankBasis, Reason, Scale},
    identifier::Borders,
};

use crate::format::{
    ChangeText, ESTIMATE, capitalise, decapitalise, format_score, format_score_with_unit, rank_change, score_change,
};

/// Longest alternative text: screen readers cut beyond it.
pub const ALT_LENGTH: usize = 250;

/// A change against an earlier year, told as far as the years compare.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeView {
    /// The earlier year.
    pub from_year: Year,
    /// Change of rank; `None` where a rank is missing.
    pub rank: Option<ChangeText>,
    /// Change of score; `None` where it is refused or a score is missing.
    pub score: Option<ChangeText>,
    /// Places won, for sorting.
    pub places_won: Option<i32>,
    /// Points won, for sorting; `None` where the change is refused or a score is missing.
    pub points_won: Option<f64>,
    /// How far the years compare.
    pub comparability: Comparability,
    /// `không so sánh được với 2020: …`, `so sánh hạn chế với 2020: …`; `None` where the years compare fully.
    pub note: Option<String>,
    /// The two printed values side by side, where the change is refused.
    pub printed_values: Option<String>,
}

/// Tells the change of a row, whose year and scale are those of its table; `None` where there is no earlier year. It bears the
/// mark of an estimate where one of the two scores does.
pub fn change_view(row: &RankingRow, year: Year, scale: Scale, language: Language) -> Option<ChangeView> {
    let change = row.change.as_ref()?;
    let refused = change.comparability == Comparability::NotComparable;
    let estimates = [change.from_status, row.status].map(|status| status == Some(ObservationStatus::Estimated));
    let text = |score: f64, is_estimate: bool| marked(score_text(score, scale, language), is_estimate);
    let scores = change.from_score.zip(row.score).filter(|_| refused);
    let printed_values = scores.map(|(before, after)| {
        format!(
            "{}: {}; {year}: {}",
            change.from_year,
            text(before, estimates[0]),
            text(after, estimates[1])
        )
    });
    let mark = |change: ChangeText| {
        if estimates.contains(&true) {
            change.of_estimates()
        } else {
            change
        }
    };
    let score = change.score.map(|difference| {
        let decimals = scale.decimals.of(difference);
        mark(score_change(difference, decimals, scale.unit, language))
    });
    Some(ChangeView {
        from_year: change.from_year,
        rank: change.rank.map(|places| mark(rank_change(places, language))),
        score,
        places_won: change.rank,
        points_won: change.score,
        comparability: change.comparability,
        note: comparability_note(change.comparability, change.from_year, change.reason.as_ref(), language),
        printed_values,
    })
}

/// A score as a reader sees it.
pub fn score_text(score: f64, scale: Scale, language: Language) -> String {
    format_score_with_unit(score, scale.decimals.of(score), scale.unit, language)
}

/// A score as a number alone.
pub fn score_number(score: f64, scale: Scale, language: Language) -> String {
    format_score(score, scale.decimals.of(score), language)
}

/// Why two years do not compare fully; `None` where they do.
pub fn comparability_note(
    comparability: Comparability,
    from_year: Year,
    reason: Option<&Reason>,
    language: Language,
) -> Option<String> {
    let beginning = match (comparability, language) {
        (Comparability::Comparable, _) => return None,
        (Comparability::Limited, Language::Vi) => format!("so sánh hạn chế với {from_year}"),
        (Comparability::Limited, Language::En) => format!("limited comparison with {from_year}"),
        (Comparability::Reweighted, Language::Vi) => format!("trọng số khác {from_year}"),
        (Comparability::Reweighted, Language::En) => format!("weights differ from {from_year}"),
        (Comparability::NotComparable, Language::Vi) => format!("không so sánh được với {from_year}"),
        (Comparability::NotComparable, Language::En) => format!("not comparable with {from_year}"),
    };
    Some(match reason {
        Some(reason) => format!("{beginning}: {}", reason_text(reason, language)),
        None => beginning,
    })
}

/// A reason within a sentence: no capital, no full stop.
pub fn reason_text(reason: &Reason, language: Language) -> String {
    decapitalise(language.pick(&reason.vi, &reason.en).trim_end_matches('.'))
}

/// The word for a kind of comparability, for a legend or a marker.
pub const fn comparability_name(comparability: Comparability, language: Language) -> &'static str {
    match (comparability, language) {
        (Comparability::Comparable, Language::Vi) => "so sánh được",
        (Comparability::Comparable, Language::En) => "comparable",
        (Comparability::Limited, Language::Vi) => "so sánh hạn chế",
        (Comparability::Limited, Language::En) => "limited comparison",
        (Comparability::Reweighted, Language::Vi) => "đổi trọng số",
        (Comparability::Reweighted, Language::En) => "new weights",
        (Comparability::NotComparable, Language::Vi) => "không so sánh được",
        (Comparability::NotComparable, Language::En) => "not comparable",
    }
}

/// Why a score is missing; `None` where it is on record.
pub const fn availability_text(availability: Availability, language: Language) -> Option<&'static str> {
    match (availability, language) {
        (Availability::OnRecord, _) => None,
        (Availability::Withheld, Language::Vi) => Some("không được công bố"),
        (Availability::Withheld, Language::En) => Some("withheld by the publisher"),
        (Availability::NotOnRecord, Language::Vi) => Some("chưa có điểm"),
        (Availability::NotOnRecord, Language::En) => Some("no score on record"),
        (Availability::Disputed, Language::Vi) => Some("hai nguồn khác nhau"),
        (Availability::Disputed, Language::En) => Some("two sources differ"),
    }
}

/// Where a rank comes from, in one word.
pub const fn basis_text(basis: RankBasis, language: Language) -> &'static str {
    match (basis, language) {
        (RankBasis::Published, Language::Vi) => "hạng công bố",
        (RankBasis::Published, Language::En) => "published rank",
        (RankBasis::Estimated, Language::Vi) => "hạng ước tính",
        (RankBasis::Estimated, Language::En) => "estimated rank",
        (RankBasis::Derived, Language::Vi) => "hạng tính từ điểm",
        (RankBasis::Derived, Language::En) => "rank derived from scores",
    }
}

/// The name of a component for a heading; the total is called so.
pub fn component_name(is_overall: bool, name: &str, language: Language) -> String {
    if is_overall {
        language.pick("Chỉ số tổng hợp", "Overall index").to_owned()
    } else {
        name.to_owned()
    }
}

/// A component within a sentence about what rose or fell: `điểm Chi phí không chính thức (cao là tốt)` for a cost, the plain
/// name otherwise.
pub fn component_in_sentence(name: &str, is_cost: bool, language: Language) -> String {
    match (is_cost, language) {
        (true, Language::Vi) => format!("điểm {name} (cao là tốt)"),
        (true, Language::En) => format!("the {name} score (higher is better)"),
        (false, _) => name.to_owned(),
    }
}

/// What is measured, within a sentence: `điểm PCI`, `điểm Tính minh bạch (PCI)`,
/// `điểm Chi phí không chính thức (PCI, cao là tốt)`.
///
/// `part` is the name of the component in the language; `None` for the total.
pub fn measure_phrase(index: IndexId, part: Option<&str>, scale: Scale, language: Language) -> String {
    let short = index.short_name();
    let Some(name) = part else {
        return match (index, language) {
            (IndexId::Sipas, Language::Vi) => "mức hài lòng SIPAS".to_owned(),
            (IndexId::Sipas, Language::En) => "SIPAS satisfaction".to_owned(),
            (_, Language::Vi) => format!("điểm {short}"),
            (_, Language::En) => format!("{short} score"),
        };
    };
    let hint = if scale.cost {
        language.pick(", cao là tốt", ", higher is better")
    } else {
        ""
    };
    match language {
        Language::Vi => format!("điểm {name} ({short}{hint})"),
        Language::En => format!("{name} score ({short}{hint})"),
    }
}

/// A number of provinces, or of units after 1 July 2025.
pub fn unit_count(count: usize, borders: Borders, language: Language) -> String {
    match (borders, language) {
        (Borders::Provinces63, Language::Vi) => format!("{count} tỉnh"),
        (Borders::Units34, Language::Vi) => format!("{count} đơn vị"),
        (Borders::Provinces63, Language::En) => {
            format!("{count} {}", if count == 1 { "province" } else { "provinces" })
        }
        (Borders::Units34, Language::En) => format!("{count} {}", if count == 1 { "unit" } else { "units" }),
    }
}

/// How a figure that is not simply printed was found; `None` for one that is.
pub fn status_text(status: Option<ObservationStatus>, language: Language) -> Option<&'static str> {
    match status? {
        ObservationStatus::Estimated => Some(language.pick(
            "ước tính từ mức thay đổi mà nguồn nêu",
            "estimated from a change that the source states",
        )),
        ObservationStatus::Provisional => Some(language.pick("số liệu tạm thời", "provisional")),
        ObservationStatus::Normal | ObservationStatus::Break | ObservationStatus::DefinitionDiffers => None,
    }
}

/// A score with the mark of an estimate: `≈ 41,66`.
pub fn marked(score: String, is_estimate: bool) -> String {
    if is_estimate {
        format!("{ESTIMATE}{score}")
    } else {
        score
    }
}

/// What the median of a whole table is called, within a sentence or a legend: one of back-casts is the median of estimates.
pub const fn median_name(is_back_cast: bool, language: Language) -> &'static str {
    if is_back_cast {
        language.pick("trung vị 34 đơn vị (ước tính)", "median of the 34 units (estimated)")
    } else {
        language.pick("trung vị cả nước", "national median")
    }
}

/// The lowest and the highest score of the provinces behind an estimate: `39,97–42,86`.
pub fn spread_text(spread: &MemberSpread, scale: Scale, language: Language) -> Option<String> {
    let (min, max) = spread.min.zip(spread.max)?;
    Some(format!(
        "{}–{}",
        score_number(min, scale, language),
        score_number(max, scale, language)
    ))
}

/// Source, method version and n below a figure.
pub fn source_line(
    index: &IndexInfo,
    years: &str,
    method_version: Option<&str>,
    n: Option<u16>,
    language: Language,
) -> String {
    let publisher = language.pick(&index.publisher_vi, &index.publisher_en);
    let mut parts = vec![format!(
        "{}: {publisher}, {} {years}",
        language.pick("Nguồn", "Source"),
        index.short_name
    )];
    parts.extend(method_version.map(|version| format!("{} {version}", language.pick("phương pháp", "method"))));
    parts.extend(n.map(|n| format!("n = {n}")));
    parts.join(" · ")
}

/// The axis does not begin at the lowest possible score, and says so.
pub fn axis_note(language: Language) -> String {
    language
        .pick("Trục điểm không bắt đầu từ 0.", "The score axis does not start at 0.")
        .to_owned()
}

/// The scale in words: `thang 1–10 điểm`.
pub fn scale_text(scale: Scale, language: Language) -> String {
    let unit = crate::format::unit_name(scale.unit, language);
    match language {
        Language::Vi => format!("thang {:.0}–{:.0} {unit}", scale.min, scale.max),
        Language::En => format!("scale {:.0}–{:.0} {unit}", scale.min, scale.max),
    }
}

/// Joins sentences to an alternative text of at most [`ALT_LENGTH`] characters, leaving out what does not fit.
pub fn alternative_text(sentences: &[String]) -> String {
    let mut text = String::new();
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        let sentence = capitalise(sentence.trim_end_matches('.'));
        let separator = if text.is_empty() { "" } else { " " };
        if text.chars().count() + separator.len() + sentence.chars().count() < ALT_LENGTH {
            text = format!("{text}{separator}{sentence}.");
        } else if text.is_empty() {
            text = sentence.chars().take(ALT_LENGTH - 1).chain(['…']).collect();
        }
    }
    text
}

/// The span of years in words: `2021`, `2013–2022`.
pub fn year_span(first: Year, last: Year) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

/// The unit that a province has been part of since the reform.
pub fn since_2025(unit: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("từ 1/7/2025: {unit}"),
        Language::En => format!("since 1 July 2025: {unit}"),
    }
}
