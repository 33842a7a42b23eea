//! The sentences, in both languages side by side.

use vithe_shared::{
    Language,
    analytics::interval::{WEIGHT_DRAWS, WEIGHT_TAIL},
    domain::{IntervalKind, RankInterval},
};

use super::{
    IntervalRowView,
    facts::{SamplingFacts, Widths, widths},
};
use crate::{
    format::{capitalise, format_count, format_score, join_names, rank_words},
    view_model::RankingView,
};

/// `31–44`, or the one rank where nothing moves.
pub fn interval_text(interval: RankInterval) -> String {
    if interval.best == interval.worst {
        interval.best.to_string()
    } else {
        format!("{}–{}", interval.best, interval.worst)
    }
}

/// What kind of interval it is, with its parameter: `độ nhạy với trọng số ±10 %`.
pub fn interval_name(interval: RankInterval, language: Language) -> String {
    let parameter = parameter_text(interval, language);
    match (interval.kind, language) {
        (IntervalKind::Rounding, Language::Vi) => "độ nhạy với làm tròn".to_owned(),
        (IntervalKind::Rounding, Language::En) => "sensitivity to rounding".to_owned(),
        (IntervalKind::Perturbation, Language::Vi) => format!("độ nhạy khi điểm tăng hoặc giảm {parameter}"),
        (IntervalKind::Perturbation, Language::En) => format!("sensitivity to {parameter} up or down"),
        (IntervalKind::Weights, Language::Vi) => format!("độ nhạy khi trọng số tăng hoặc giảm {parameter}"),
        (IntervalKind::Weights, Language::En) => format!("sensitivity to weights {parameter} up or down"),
        (IntervalKind::Sampling, Language::Vi) => format!("khoảng tin cậy {parameter} do lấy mẫu"),
        (IntervalKind::Sampling, Language::En) => format!("{parameter} confidence interval from sampling"),
    }
}

/// The rank of a province and how far it carries, as a sentence without full stop.
pub(super) fn interval_sentence(rank: u16, n: u16, interval: RankInterval, language: Language) -> String {
    format!(
        "{}; {}",
        rank_words(rank, n, language),
        interval_clause(interval, language)
    )
}

/// How far a rank carries, as a clause.
pub fn interval_clause(interval: RankInterval, language: Language) -> String {
    let condition = condition(interval, language);
    let range = interval_text(interval);
    match (interval.best == interval.worst, language) {
        (true, Language::Vi) => format!("{condition}, hạng không đổi"),
        (true, Language::En) => format!("{condition}, the rank stays"),
        (false, Language::Vi) => format!("{condition}, hạng nằm trong khoảng {range}"),
        (false, Language::En) => format!("{condition}, the rank lies within {range}"),
    }
}

/// Under what condition an interval holds.
fn condition(interval: RankInterval, language: Language) -> String {
    let parameter = parameter_text(interval, language);
    match (interval.kind, language) {
        (IntervalKind::Rounding, Language::Vi) => "tính cả phần lẻ bị làm tròn (độ nhạy)".to_owned(),
        (IntervalKind::Rounding, Language::En) => "given what rounding hides (sensitivity)".to_owned(),
        (IntervalKind::Perturbation, Language::Vi) => {
            format!("nếu riêng điểm của tỉnh tăng hoặc giảm {parameter} (độ nhạy)")
        }
        (IntervalKind::Perturbation, Language::En) => {
            format!("with its own score {parameter} up or down (sensitivity)")
        }
        (IntervalKind::Weights, Language::Vi) => {
            format!("nếu trọng số các thành phần tăng hoặc giảm tới {parameter} (độ nhạy)")
        }
        (IntervalKind::Weights, Language::En) => {
            format!("with component weights up to {parameter} higher or lower (sensitivity)")
        }
        (IntervalKind::Sampling, Language::Vi) => format!("xét sai số lấy mẫu (khoảng tin cậy {parameter})"),
        (IntervalKind::Sampling, Language::En) => format!("given the sampling error ({parameter} confidence interval)"),
    }
}

/// What was allowed to vary, in one sentence with its parameter.
pub(super) fn what_varies(interval: RankInterval, language: Language) -> String {
    let parameter = parameter_text(interval, language);
    match (interval.kind, language) {
        (IntervalKind::Rounding, Language::Vi) => format!(
            "Độ nhạy với làm tròn: mỗi điểm thật có thể cao hoặc thấp hơn điểm in ra tới {parameter}; hai tỉnh cách nhau ít nhất gấp đôi mức đó thì chắc chắn giữ thứ tự. Chỉ xét hạng tính từ điểm, không xét hạng do cơ quan công bố xếp."
        ),
        (IntervalKind::Rounding, Language::En) => format!(
            "Sensitivity to rounding: a true score may lie up to {parameter} above or below the printed one; provinces at least twice that apart surely keep their order. Of derived ranks only, not of ranks the publisher printed."
        ),
        (IntervalKind::Perturbation, Language::Vi) => format!(
            "Độ nhạy: điểm của riêng một tỉnh tăng hoặc giảm {parameter}, điểm các tỉnh khác giữ nguyên. Đây không phải khoảng tin cậy."
        ),
        (IntervalKind::Perturbation, Language::En) => format!(
            "Sensitivity: the score of one province goes up or down {parameter}, the others as observed. This is no confidence interval."
        ),
        (IntervalKind::Weights, Language::Vi) => format!(
            "Độ nhạy với trọng số: mỗi trọng số tăng hoặc giảm ngẫu nhiên tới {parameter}, độc lập với nhau, rồi quy về tổng cũ; {} lần thử, lấy từ bách phân vị {} đến {} của hạng. Đây không phải khoảng tin cậy.",
            format_count(WEIGHT_DRAWS as usize, language),
            format_score(WEIGHT_TAIL * 100.0, 0, language),
            format_score(100.0 - WEIGHT_TAIL * 100.0, 0, language),
        ),
        (IntervalKind::Weights, Language::En) => format!(
            "Sensitivity to weights: each weight goes up or down at random by up to {parameter}, independently, then all are scaled back to their sum; {} draws, from the {}th to the {}th percentile of the rank. This is no confidence interval.",
            format_count(WEIGHT_DRAWS as usize, language),
            format_score(WEIGHT_TAIL * 100.0, 0, language),
            format_score(100.0 - WEIGHT_TAIL * 100.0, 0, language),
        ),
        (IntervalKind::Sampling, Language::Vi) => format!(
            "Khoảng tin cậy {parameter}, đúng cho mọi tỉnh cùng lúc, tính từ sai số chuẩn (không gia quyền) mà PAPI công bố: hạng tốt nhất là 1 cộng số tỉnh cao hơn rõ rệt, hạng kém nhất là tổng số tỉnh trừ số tỉnh thấp hơn rõ rệt (Mogstad, Romano, Shaikh và Wilhelm 2024)."
        ),
        (IntervalKind::Sampling, Language::En) => format!(
            "{parameter} confidence intervals that hold for all provinces at once, from the (unweighted) standard errors that PAPI publishes: best is 1 plus the provinces significantly above, worst is all provinces less those significantly below (Mogstad, Romano, Shaikh and Wilhelm 2024)."
        ),
    }
}

/// How ties are ranked.
pub(super) const fn tie_rule(language: Language) -> &'static str {
    language.pick(
        "Các tỉnh bằng điểm cùng nhận hạng tốt hơn; hạng đang hiển thị luôn nằm trong khoảng.",
        "Equal scores share the better place; the rank shown always lies within its interval.",
    )
}

/// `0,5 điểm`, `10 %`.
pub(super) fn parameter_text(interval: RankInterval, language: Language) -> String {
    match interval.kind {
        IntervalKind::Rounding | IntervalKind::Perturbation => format!(
            "{}\u{a0}{}",
            short_number(interval.parameter, language),
            // A single point is not "1 points".
            match language {
                Language::Vi => "điểm",
                Language::En if interval.parameter == 1.0 => "point",
                Language::En => "points",
            }
        ),
        IntervalKind::Weights | IntervalKind::Sampling => {
            let number = format_score(interval.parameter * 100.0, 0, language);
            match language {
                Language::Vi => format!("{number}\u{a0}%"),
                Language::En => format!("{number}%"),
            }
        }
    }
}

/// A number with the decimals it needs, at most ten.
fn short_number(value: f64, language: Language) -> String {
    let decimals = (0..10_u8)
        .find(|decimals| vithe_shared::analytics::rounding::round_to(value, *decimals) == value)
        .unwrap_or(10);
    format_score(value, decimals, language)
}

impl SamplingFacts {
    /// What the wide intervals mean, in plain words.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let others = self.units.saturating_sub(1);
        let share = if self.pairs > 0 {
            format_score(self.pairs_apart as f64 * 100.0 / self.pairs as f64, 0, language)
        } else {
            String::new()
        };
        let [apart, pairs] = [self.pairs_apart, self.pairs].map(|count| format_count(count, language));
        let first = join_names(&self.first, language);
        let (level, either, units) = (self.level_with_first, self.of_either_half, self.units);
        match language {
            Language::Vi => vec![
                format!("{level} trong {others} tỉnh còn lại không phân biệt được với {first}, tỉnh có điểm cao nhất."),
                format!("{either}/{units} tỉnh có thể thuộc nửa trên mà cũng có thể thuộc nửa dưới của bảng."),
                format!("Trong {pairs} cặp tỉnh, chỉ {apart} cặp ({share}\u{a0}%) khác nhau nhiều hơn sai số lấy mẫu."),
            ],
            Language::En => vec![
                format!(
                    "{level} of the other {others} provinces cannot be told from {first}, which has the highest score."
                ),
                format!(
                    "{either} of {units} provinces may belong to the upper half of the table as well as to the lower."
                ),
                format!(
                    "Of {pairs} pairs of provinces only {apart} ({share}%) differ by more than the sampling error."
                ),
            ],
        }
    }
}

/// The headline, told from the data.
pub(super) fn finding(
    table: &RankingView,
    interval: Option<RankInterval>,
    rows: &[IntervalRowView],
    facts: Option<&SamplingFacts>,
) -> String {
    let language = table.subject.language;
    let about = format!("{} {}", table.index().short_name(), table.year);
    let Some((interval, widths)) = interval.zip(widths(rows)) else {
        return match language {
            Language::Vi => format!("{about}: không có khoảng hạng để vẽ"),
            Language::En => format!("{about}: there are no rank intervals to draw"),
        };
    };
    let highlighted: Vec<&IntervalRowView> = rows.iter().filter(|row| row.highlighted).collect();
    if let [row] = highlighted.as_slice() {
        return row.sentence.clone();
    }
    if !highlighted.is_empty() {
        let parts: Vec<String> = highlighted
            .iter()
            .map(|row| {
                format!(
                    "{} {} ({})",
                    row.name,
                    rank_words(row.rank, table.n, language),
                    row.text
                )
            })
            .collect();
        return format!("{about}, {}: {}", interval_name(interval, language), parts.join("; "));
    }
    if let Some(facts) = facts {
        let others = facts.units.saturating_sub(1);
        let (level, first) = (facts.level_with_first, join_names(&facts.first, language));
        return match language {
            Language::Vi => {
                format!(
                    "{about}: {level} trong {others} tỉnh còn lại không phân biệt được với {first}, tỉnh dẫn đầu, nếu xét sai số lấy mẫu"
                )
            }
            Language::En => format!(
                "{about}: given the sampling error, {level} of the other {others} provinces cannot be told from {first}, which leads"
            ),
        };
    }
    let Widths { widest, held, middle } = widths;
    let count = rows.len();
    let condition = capitalise(&condition(interval, language));
    let most = match language {
        Language::Vi => format!("rộng nhất là {}, {}", widest.name, widest.text),
        Language::En => format!("the widest is {}, {}", widest.name, widest.text),
    };
    match (held == count, middle, language) {
        (true, _, Language::Vi) => format!("{condition}, cả {count} hạng đều không đổi"),
        (true, _, Language::En) => format!("{condition}, all {count} ranks stay"),
        (_, 0, Language::Vi) => format!("{condition}, {held}/{count} hạng không đổi; {most}"),
        (_, 0, Language::En) => format!("{condition}, {held} of {count} ranks stay; {most}"),
        (_, middle, Language::Vi) => {
            format!("{condition}, ít nhất một nửa số hạng xê dịch từ {middle} bậc trở lên; {most}")
        }
        (_, middle, Language::En) => format!(
            "{condition}, at least half of the ranks move over {middle} {} or more; {most}",
            if middle == 1 { "place" } else { "places" }
        ),
    }
}
