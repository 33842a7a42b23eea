//! The sentences of the register.

use vithe_shared::{
    Language,
    analytics::agreement::decimals_of,
    api::discrepancies::{ComputedFrom, ComputedScore, Discrepancy, DiscrepancyCounts, PlacesByScore},
    domain::{DiscrepancyKind, DiscrepancyState, Measure, ScoreUnit},
};

use crate::{
    format::{
        NO_BREAK_SPACE, format_count, format_difference_with_unit, format_score_with_unit, join_names, ordinal,
        rank_words,
    },
    text::{discrepancies as text, sources},
    view_model::wording::component_name,
};

/// The decimals of a value as it is on record, at least one.
fn decimals(value: f64) -> u8 {
    decimals_of(value).clamp(1, 4)
}

/// A whole number of the files.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "ranks, groups and tiers are small whole numbers"
)]
fn whole(value: f64) -> u16 {
    value as u16
}

/// A value as it is on record, with what it counts.
pub(super) fn value(measure: Measure, value: f64, row: &Discrepancy, language: Language) -> String {
    match (measure, row.rank_n) {
        (Measure::Rank | Measure::RegionalRank, Some(n)) => rank_words(whole(value), n, language),
        (Measure::Rank | Measure::RegionalRank, None) => match language {
            Language::Vi => format!("hạng {}", whole(value)),
            Language::En => ordinal(whole(value)),
        },
        (Measure::Group | Measure::Tier, _) => {
            format!("{} {}", language.pick("nhóm", "group"), whole(value))
        }
        _ => {
            let unit = row.unit.unwrap_or(ScoreUnit::Points);
            format_score_with_unit(value, decimals(value), unit, language)
        }
    }
}

/// `PCI 2023 · Gia nhập thị trường · Điểm`.
pub(super) fn figure(row: &Discrepancy, language: Language) -> String {
    let component = component_name(
        row.component.is_overall(),
        language.pick(&row.component_name_vi, &row.component_name_en),
        language,
    );
    let measure = sources::measure(row.measure).get(language);
    format!("{} {} · {component} · {measure}", row.index.short_name(), row.year)
}

/// Why the value is shown, or none, and what it is held against.
pub(super) fn why(row: &Discrepancy, language: Language) -> Vec<String> {
    let mut why = Vec::new();
    if let Some(computed) = &row.computed {
        why.push(computed_words(computed, row, language));
    }
    if let Some(places) = row.places {
        why.push(places_words(places, language));
    }
    if !row.same_rank.is_empty() {
        let names: Vec<&str> = row
            .same_rank
            .iter()
            .map(|unit| language.pick(&unit.name_vi, &unit.name_en))
            .collect();
        let names = join_names(&names, language);
        why.push(match language {
            Language::Vi => format!("cùng hạng với {names}"),
            Language::En => format!("the same rank as {names}"),
        });
    }
    why.push(state_words(row, language).to_owned());
    if let Some(note) = &row.note {
        why.push(language.pick(&note.vi, &note.en).to_owned());
    }
    why
}

fn state_words(row: &Discrepancy, language: Language) -> &'static str {
    match (row.state, row.kind) {
        (DiscrepancyState::Open, DiscrepancyKind::Rank) if row.shown.is_some() => language.pick(
            "hạng vẫn dùng, điểm để ngỏ",
            "the rank is in use, the score is left open",
        ),
        (DiscrepancyState::Preferred, DiscrepancyKind::Parts | DiscrepancyKind::Rank) => {
            text::state(DiscrepancyState::Explained).get(language)
        }
        (state, _) => text::state(state).get(language),
    }
}

fn computed_words(computed: &ComputedScore, row: &Discrepancy, language: Language) -> String {
    let sum = value(Measure::Score, computed.value, row, language);
    match (computed.from, language) {
        (ComputedFrom::WeightedSum, Language::Vi) => format!("tổng có trọng số của các thành phần: {sum}"),
        (ComputedFrom::WeightedSum, Language::En) => format!("weighted sum of the components: {sum}"),
        (ComputedFrom::Sum, Language::Vi) => format!("tổng các phần: {sum}"),
        (ComputedFrom::Sum, Language::En) => format!("sum of the parts: {sum}"),
        (ComputedFrom::TenthOfSipas, Language::Vi) => format!("một phần mười của SIPAS: {sum}"),
        (ComputedFrom::TenthOfSipas, Language::En) => format!("a tenth of SIPAS: {sum}"),
    }
}

fn places_words(PlacesByScore { best, worst }: PlacesByScore, language: Language) -> String {
    match (best == worst, language) {
        (true, Language::Vi) => format!("theo điểm thì ở hạng {best}"),
        (true, Language::En) => format!("by its score it would be {}", ordinal(best)),
        (false, Language::Vi) => format!("theo điểm thì ở hạng {best} đến {worst}"),
        (false, Language::En) => format!("by its score it would be {} to {}", ordinal(best), ordinal(worst)),
    }
}

/// How far the values lie apart, with their unit; empty where that is no number.
pub(super) fn difference(row: &Discrepancy, language: Language) -> String {
    let Some(difference) = row.difference else {
        return String::new();
    };
    if let Some(unit) = row.unit.filter(|_| row.kind != DiscrepancyKind::Rank) {
        let words = format_difference_with_unit(difference, decimals_of(difference).clamp(2, 4), unit, language);
        // Sources have no order, so their difference has no sign.
        return if row.kind == DiscrepancyKind::Sources {
            words.trim_start_matches('+').to_owned()
        } else {
            words
        };
    }
    let count = whole(difference.abs());
    match (row.measure, language) {
        (Measure::Group | Measure::Tier, Language::Vi) => format!("{count}{NO_BREAK_SPACE}nhóm"),
        (Measure::Group | Measure::Tier, Language::En) => {
            format!("{count}{NO_BREAK_SPACE}{}", if count == 1 { "group" } else { "groups" })
        }
        (_, Language::Vi) => format!("{count}{NO_BREAK_SPACE}bậc"),
        (_, Language::En) => format!("{count}{NO_BREAK_SPACE}{}", if count == 1 { "place" } else { "places" }),
    }
}

/// How many there are, by kind, and how many are open.
pub(super) fn finding(counts: &DiscrepancyCounts, language: Language) -> String {
    let number = |count: u16| format_count(usize::from(count), language);
    let kinds: Vec<String> = [
        (counts.sources, "giữa các tài liệu", "between documents"),
        (
            counts.parts,
            "giữa điểm và tổng các phần",
            "between scores and their parts",
        ),
        (counts.rank, "giữa hạng và điểm", "between ranks and scores"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, vi, en)| format!("{} {}", number(count), language.pick(vi, en)))
    .collect();
    if kinds.is_empty() {
        return text::NOTHING.get(language).to_owned();
    }
    let (total, kinds) = (number(counts.total), join_names(&kinds, language));
    match (counts.open, language) {
        (0, Language::Vi) => format!("{total} chỗ không khớp: {kinds}; không chỗ nào để ngỏ"),
        (open, Language::Vi) => format!("{total} chỗ không khớp: {kinds}; {} chỗ còn để ngỏ", number(open)),
        (open, Language::En) => {
            let noun = if counts.total == 1 {
                "discrepancy"
            } else {
                "discrepancies"
            };
            let open = match open {
                0 => "none is open".to_owned(),
                1 => "one is open".to_owned(),
                open => format!("{} are open", number(open)),
            };
            format!("{total} {noun}: {kinds}; {open}")
        }
    }
}

/// How to cite a row.
pub(super) fn citation(id: &str, page: &str, version: &str, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Trích dẫn: ghi mã của dòng, phiên bản dữ liệu và địa chỉ, ví dụ “Vị Thế, {id}, dữ liệu {version}, {page}#{id}”; số liệu gốc thì ghi tên tài liệu."
        ),
        Language::En => format!(
            "To cite a row, name its identifier, the version of the data and the address, such as “Vị Thế, {id}, data {version}, {page}#{id}”; for the figures themselves name the document."
        ),
    }
}
