//! How far ranks carry: the best and the worst rank of every province, what was allowed to vary, and what may be said of it.
//! Three kinds are called sensitivity; only what comes from the sample of a survey is called confidence.

use vithe_shared::{
    IndexId, Language, ProvinceSlug,
    analytics::interval::{WEIGHT_DRAWS, WEIGHT_TAIL},
    domain::{IntervalKind, RankInterval},
    presentation::IndexHues,
};

use super::{FigureText, RankingView, wording::alternative_text};
use crate::format::{capitalise, format_count, format_score, join_names, rank_words};

/// One province.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalRowView {
    /// The unit.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The rank.
    pub rank: u16,
    /// The best rank.
    pub best: u16,
    /// The worst rank.
    pub worst: u16,
    /// `31–44`
    pub text: String,
    /// Whether the unit was picked out.
    pub highlighted: bool,
    /// What the row says as a sentence.
    pub sentence: String,
}

impl IntervalRowView {
    /// How many places lie between the best and the worst rank.
    const fn width(&self) -> u16 {
        self.worst - self.best
    }
}

/// What the confidence intervals of a whole table say, counted from them.
#[derive(Clone, Debug, PartialEq)]
pub struct SamplingFacts {
    /// The units ranked first.
    pub first: Vec<String>,
    /// How many of the others cannot be told from the first.
    pub level_with_first: usize,
    /// How many units may belong to the upper half and may belong to the lower half.
    pub of_either_half: usize,
    /// How many units there are.
    pub units: usize,
    /// How many pairs of units differ by more than the sampling error.
    pub pairs_apart: usize,
    /// How many pairs there are.
    pub pairs: usize,
}

/// The rank intervals of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// Its hues.
    pub hues: IndexHues,
    /// What was allowed to vary; `None` where no row has an interval.
    pub kind: Option<IntervalKind>,
    /// How far, as the API gives it.
    pub parameter: Option<f64>,
    /// The words around it.
    pub text: FigureText,
    /// What was allowed to vary and how ties are ranked, a sentence each.
    pub explanation: Vec<String>,
    /// The size of the ranked set.
    pub n: u16,
    /// Rows that have an interval, best rank first.
    pub rows: Vec<IntervalRowView>,
    /// What confidence intervals of a whole table say.
    pub facts: Option<SamplingFacts>,
}

/// Tells the intervals of a table.
pub fn interval_view(table: &RankingView) -> IntervalView {
    let language = table.subject.language;
    let interval = table.rows.iter().find_map(|row| row.interval);
    let mut rows: Vec<IntervalRowView> = table
        .rows
        .iter()
        .filter_map(|row| {
            let (rank, interval) = row.rank.zip(row.interval)?;
            Some(IntervalRowView {
                sentence: format!(
                    "{}, {}: {}",
                    row.name,
                    table.year,
                    interval_sentence(rank, table.n, interval, language)
                ),
                province: row.province.clone(),
                name: row.name.clone(),
                rank,
                best: interval.best,
                worst: interval.worst,
                text: interval_text(interval),
                highlighted: row.highlighted,
            })
        })
        .collect();
    // Stable: the rows of a table keep their order of names where they share a rank.
    rows.sort_by_key(|row| row.rank);
    let is_confidence = interval.is_some_and(|interval| interval.kind.is_confidence());
    let facts = (is_confidence && rows.len() == usize::from(table.n)).then(|| sampling_facts(&rows));
    let mut explanation = Vec::new();
    if let Some(interval) = interval {
        explanation.push(what_varies(interval, language));
        explanation.push(tie_rule(language).to_owned());
    }
    let finding = finding(table, interval, &rows, facts.as_ref());
    let name = interval.map(|interval| interval_name(interval, language));
    IntervalView {
        language,
        index: table.index(),
        hues: table.subject.hues.clone(),
        kind: interval.map(|interval| interval.kind),
        parameter: interval.map(|interval| interval.parameter),
        text: FigureText {
            kicker: std::iter::once(table.state.clone())
                .chain(name.clone())
                .collect::<Vec<_>>()
                .join(" · "),
            alt: alternative_text(&[
                match language {
                    Language::Vi => format!("Hạng tốt nhất và kém nhất của {} tỉnh, {}", rows.len(), table.year),
                    Language::En => format!("Best and worst ranks of {} provinces, {}", rows.len(), table.year),
                },
                name.unwrap_or_default(),
                finding.clone(),
            ]),
            finding,
            notes: Vec::new(),
            source: table.text.source.clone(),
        },
        explanation,
        n: table.n,
        rows,
        facts,
    }
}

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
        (IntervalKind::Perturbation, Language::Vi) => format!("độ nhạy với ±{parameter}"),
        (IntervalKind::Perturbation, Language::En) => format!("sensitivity to ±{parameter}"),
        (IntervalKind::Weights, Language::Vi) => format!("độ nhạy với trọng số ±{parameter}"),
        (IntervalKind::Weights, Language::En) => format!("sensitivity to weights ±{parameter}"),
        (IntervalKind::Sampling, Language::Vi) => format!("khoảng tin cậy {parameter} do lấy mẫu"),
        (IntervalKind::Sampling, Language::En) => format!("{parameter} confidence interval from sampling"),
    }
}

/// The rank of a province and how far it carries, as a sentence without full stop.
pub fn interval_sentence(rank: u16, n: u16, interval: RankInterval, language: Language) -> String {
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
            format!("nếu trọng số các thành phần xê dịch tới ±{parameter} (độ nhạy)")
        }
        (IntervalKind::Weights, Language::En) => {
            format!("with component weights varied by up to ±{parameter} (sensitivity)")
        }
        (IntervalKind::Sampling, Language::Vi) => format!("xét sai số lấy mẫu (khoảng tin cậy {parameter})"),
        (IntervalKind::Sampling, Language::En) => format!("given the sampling error ({parameter} confidence interval)"),
    }
}

/// What was allowed to vary, in one sentence with its parameter.
fn what_varies(interval: RankInterval, language: Language) -> String {
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
const fn tie_rule(language: Language) -> &'static str {
    language.pick(
        "Các tỉnh bằng điểm cùng nhận hạng tốt hơn; hạng đang hiển thị luôn nằm trong khoảng.",
        "Equal scores share the better place; the rank shown always lies within its interval.",
    )
}

/// `0,5 điểm`, `10 %`.
fn parameter_text(interval: RankInterval, language: Language) -> String {
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

/// Counts what the confidence intervals of a whole table say.
fn sampling_facts(rows: &[IntervalRowView]) -> SamplingFacts {
    let units = rows.len();
    let firsts: Vec<&IntervalRowView> = rows.iter().filter(|row| row.rank == 1).collect();
    // Of a single first, whose best rank is 1, the worst rank counts all that are not significantly below, and itself.
    let worst_of_first = firsts
        .iter()
        .map(|row| usize::from(row.worst))
        .min()
        .unwrap_or_default();
    SamplingFacts {
        level_with_first: worst_of_first.saturating_sub(1),
        first: firsts.iter().map(|row| row.name.clone()).collect(),
        of_either_half: rows
            .iter()
            .filter(|row| usize::from(row.best) * 2 <= units && usize::from(row.worst) * 2 > units + 1)
            .count(),
        units,
        // A pair that is apart counts once: for the lower one, as a rival significantly above.
        pairs_apart: rows.iter().map(|row| usize::from(row.best) - 1).sum(),
        pairs: units * units.saturating_sub(1) / 2,
    }
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
fn finding(
    table: &RankingView,
    interval: Option<RankInterval>,
    rows: &[IntervalRowView],
    facts: Option<&SamplingFacts>,
) -> String {
    let language = table.subject.language;
    let about = format!("{} {}", table.index().short_name(), table.year);
    let (Some(interval), Some(widest)) = (interval, rows.iter().rev().max_by_key(|row| row.width())) else {
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
    let mut widths: Vec<u16> = rows.iter().map(IntervalRowView::width).collect();
    widths.sort_unstable();
    let held = widths.iter().filter(|width| **width == 0).count();
    let count = rows.len();
    let condition = capitalise(&condition(interval, language));
    // At least half of the rows are as wide as this or wider.
    let middle = widths[(count - 1) / 2];
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::{fixtures, ranking_view};

    fn view(kind: IntervalKind, highlighted: &[ProvinceSlug], language: Language) -> IntervalView {
        let ranking = fixtures::ranking_with_intervals(6, kind);
        let index = fixtures::index_info(IndexId::Pci);
        let provinces = fixtures::province_list(6);
        interval_view(&ranking_view(&ranking, &index, &provinces, highlighted, language))
    }

    #[test]
    fn only_what_comes_from_a_sample_is_called_confidence() {
        for kind in IntervalKind::ALL {
            for (language, sensitivity, confidence) in [
                (Language::Vi, "độ nhạy", "khoảng tin cậy"),
                (Language::En, "sensitivity", "confidence"),
            ] {
                let view = view(kind, &[], language);
                let name = view.text.kicker.to_lowercase();
                assert_eq!(name.contains(confidence), kind.is_confidence(), "{name}");
                assert_eq!(name.contains(sensitivity), !kind.is_confidence(), "{name}");
                for row in &view.rows {
                    let sentence = row.sentence.to_lowercase();
                    assert_eq!(sentence.contains(confidence), kind.is_confidence(), "{sentence}");
                }
            }
        }
    }

    #[test]
    fn a_row_is_told_in_one_sentence() {
        let rows = view(IntervalKind::Weights, &[], Language::Vi).rows;
        assert_eq!(
            rows[2].sentence,
            "Tỉnh C, 2021: hạng 3/6; nếu trọng số các thành phần xê dịch tới ±10\u{a0}% (độ nhạy), hạng nằm trong khoảng 2–5"
        );
        let rows = view(IntervalKind::Perturbation, &[], Language::En).rows;
        assert_eq!(
            rows[2].sentence,
            "Province C, 2021: 3rd of 6; with its own score 1\u{a0}point up or down (sensitivity), the rank lies within 2–5"
        );
    }

    #[test]
    fn a_rank_that_does_not_move_is_said_to_stay() {
        let interval = RankInterval {
            kind: IntervalKind::Rounding,
            parameter: 0.005,
            best: 4,
            worst: 4,
        };
        assert_eq!(interval_text(interval), "4");
        assert_eq!(
            interval_sentence(4, 63, interval, Language::Vi),
            "hạng 4/63; tính cả phần lẻ bị làm tròn (độ nhạy), hạng không đổi"
        );
        assert_eq!(parameter_text(interval, Language::Vi), "0,005\u{a0}điểm");
    }

    #[test]
    fn the_finding_counts_how_far_ranks_move() {
        // Widths of six units, one place up and two down: 2, 3, 3, 3, 2, 1.
        assert_eq!(
            view(IntervalKind::Weights, &[], Language::En).text.finding,
            "With component weights varied by up to ±10% (sensitivity), at least half of the ranks move over 2 places or more; the widest is Province B, 1–4"
        );
        let one = view(IntervalKind::Weights, &[fixtures::slug('F')], Language::En);
        assert_eq!(one.text.finding, one.rows[5].sentence);
    }

    #[test]
    fn facts_of_a_survey_are_counted_from_its_intervals() {
        // Best ranks 1, 1, 2, 3, 4, 5 and worst ranks 3, 4, 5, 6, 6, 6.
        let facts = view(IntervalKind::Sampling, &[], Language::Vi).facts.unwrap();
        assert_eq!(facts.first, ["Tỉnh A"]);
        assert_eq!((facts.level_with_first, facts.units), (2, 6));
        assert_eq!((facts.pairs_apart, facts.pairs), (10, 15));
        // Those that reach from the third place or better to the fourth or worse: B, C and D.
        assert_eq!(facts.of_either_half, 3);
        assert_eq!(
            facts.sentences(Language::Vi)[0],
            "2 trong 5 tỉnh còn lại không phân biệt được với Tỉnh A, tỉnh có điểm cao nhất."
        );
        assert!(view(IntervalKind::Weights, &[], Language::Vi).facts.is_none());
    }
}
