//! The sentences, in both languages side by side.

use vithe_shared::{
    Language,
    api::movers::MoversAnswer,
    domain::{Comparability, MoverCounts, Presence},
};

use super::{
    MoverRowView,
    facts::{Farthest, PointsEnd, differs_as_printed, farthest, incomplete_years, points_ends},
};
use crate::{
    format::{ChangeText, Tone, capitalise, format_difference_with_unit, join_names, ordinal},
    view_model::wording::{comparability_name, comparability_note, reason_text},
};

/// Most names in a sentence; more are counted.
const MOST_NAMES: usize = 3;

/// `n = 63`; both where the two years differ.
pub(super) fn n_words(answer: &MoversAnswer) -> String {
    if answer.from.n == answer.to.n {
        format!("n = {}", answer.to.n)
    } else {
        format!("n = {} → {}", answer.from.n, answer.to.n)
    }
}

/// The table in which places are won, within a sentence.
pub(super) fn table_words(answer: &MoversAnswer, language: Language) -> String {
    let short = answer.index.short_name();
    if answer.component.is_overall() {
        return short.to_owned();
    }
    let name = language.pick(&answer.component_name_vi, &answer.component_name_en);
    let hint = if answer.scale.cost {
        language.pick(", cao là tốt", ", higher is better")
    } else {
        ""
    };
    match language {
        Language::Vi => format!("điểm {name} ({short}{hint})"),
        Language::En => format!("{name} ({short}{hint})"),
    }
}

pub(super) const fn remark(presence: Presence, language: Language) -> Option<&'static str> {
    match (presence, language) {
        (Presence::Ranked, _) => None,
        (Presence::Entered, Language::Vi) => Some("mới vào danh sách xếp hạng"),
        (Presence::Entered, Language::En) => Some("newly ranked"),
        (Presence::Left, Language::Vi) => Some("không còn trong danh sách xếp hạng"),
        (Presence::Left, Language::En) => Some("no longer ranked"),
        (Presence::NotOnRecord, Language::Vi) => Some("thiếu hạng của một trong hai năm"),
        (Presence::NotOnRecord, Language::En) => Some("a rank of one of the years is not on record"),
    }
}

/// A row as a sentence: both ranks, how it moved, and the points as far as they compare.
pub(super) fn row_sentence(
    answer: &MoversAnswer,
    name: &str,
    rank_texts: &[String; 2],
    moved: Option<&str>,
    points: Option<&ChangeText>,
    language: Language,
) -> String {
    let (from, to) = (answer.from.year, answer.to.year);
    let ranks = match language {
        Language::Vi => format!(
            "{name}: hạng {} năm {from}, hạng {} năm {to}",
            rank_texts[0], rank_texts[1]
        ),
        Language::En => format!("{name}: rank {} in {from}, {} in {to}", rank_texts[0], rank_texts[1]),
    };
    let label = match answer.comparability {
        Comparability::Comparable => String::new(),
        other => format!(" ({})", comparability_name(other, language)),
    };
    let told_points = match (points, answer.comparability, language) {
        (Some(points), _, _) => format!("; {}{label}", points.words),
        (None, Comparability::NotComparable, Language::Vi) => "; điểm hai năm không so sánh được".to_owned(),
        (None, Comparability::NotComparable, Language::En) => "; the scores do not compare".to_owned(),
        (None, _, _) => String::new(),
    };
    format!("{ranks}, {}{told_points}", moved.unwrap_or_default())
}

/// The headline: who won and who lost most places, or how the provinces picked out moved.
pub(super) fn finding(
    answer: &MoversAnswer,
    rows: &[MoverRowView],
    region: Option<&str>,
    language: Language,
) -> String {
    if let Some(reason) = &answer.refused {
        return capitalise(&reason_text(reason, language));
    }
    let picked: Vec<&MoverRowView> = rows.iter().filter(|row| row.highlighted).collect();
    if let [row] = picked.as_slice() {
        // What it is about stands above the headline.
        return row.sentence.clone();
    }
    let (from, to, table) = (answer.from.year, answer.to.year, table_words(answer, language));
    let opening = match (region, language) {
        (None, Language::Vi) => format!("Từ {from} đến {to}"),
        (None, Language::En) => format!("From {from} to {to}"),
        (Some(region), Language::Vi) => format!("{region}, từ {from} đến {to}"),
        (Some(region), Language::En) => format!("{region}, {from} to {to}"),
    };
    if !picked.is_empty() {
        let parts: Vec<String> = picked
            .iter()
            .map(|row| {
                let moved = row
                    .places
                    .as_ref()
                    .map_or(row.remark, |places| Some(places.words.as_str()));
                format!("{} {}", row.name, moved.unwrap_or_default())
            })
            .collect();
        return format!("{opening}, {table}: {}", parts.join("; "));
    }
    let [up, down] = farthest(answer);
    let rose = up.as_ref().map(|up| moved_words(up, &table, language));
    let fell = down.map(|down| {
        let table = if up.is_some() { "" } else { table.as_str() };
        moved_words(&down, table, language)
    });
    let told: Vec<String> = rose.into_iter().chain(fell).collect();
    if told.is_empty() {
        return match language {
            Language::Vi => format!("{opening}, không tỉnh nào đổi hạng {table}"),
            Language::En => format!("{opening}, no province changed its rank in {table}"),
        };
    }
    format!("{opening}, {}", told.join("; "))
}

/// `Hậu Giang tăng nhiều bậc nhất về PCI: 32 bậc, từ 44 lên 12`
fn moved_words(farthest: &Farthest<'_>, table: &str, language: Language) -> String {
    let Farthest { places, rows } = farthest;
    let names: Vec<&str> = rows
        .iter()
        .map(|row| language.pick(row.name_vi.as_str(), row.name_en.as_str()))
        .collect();
    let who = match (names.len(), language) {
        (..=MOST_NAMES, _) => join_names(&names, language),
        (count, Language::Vi) => format!("{count} tỉnh"),
        (count, Language::En) => format!("{count} provinces"),
    };
    let count = places.unsigned_abs();
    // Only one province has one way; several that tie have several.
    let way = match rows.as_slice() {
        [row] => row.rank_from.zip(row.rank_to),
        _ => None,
    };
    let up = *places > 0;
    let about = match (table.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Vi) => format!(" về {table}"),
        (false, Language::En) => format!(" in {table}"),
    };
    let shared = rows.len() > 1;
    match language {
        Language::Vi => {
            let verb = match (up, shared) {
                (true, false) => "tăng nhiều bậc nhất",
                (true, true) => "cùng tăng nhiều bậc nhất",
                (false, false) => "giảm nhiều bậc nhất",
                (false, true) => "cùng giảm nhiều bậc nhất",
            };
            let direction = if up { "lên" } else { "xuống" };
            let way = way.map_or_else(String::new, |(from, to)| format!(", từ hạng {from} {direction} {to}"));
            format!("{who} {verb}{about}: {count} bậc{way}")
        }
        Language::En => {
            let verb = match (up, shared) {
                (true, false) => "won the most places",
                (true, true) => "jointly won the most places",
                (false, false) => "lost the most places",
                (false, true) => "jointly lost the most places",
            };
            let way = way.map_or_else(String::new, |(from, to)| {
                format!(", from {} to {}", ordinal(from), ordinal(to))
            });
            format!("{who} {verb}{about}: {count}{way}")
        }
    }
}

/// Which years can be chosen instead, or that there are none.
pub(super) fn hint(answer: &MoversAnswer, language: Language) -> String {
    let table = table_words(answer, language);
    let years: Vec<String> = answer.ranked_years.iter().map(ToString::to_string).collect();
    match (years.len(), language) {
        (..2, Language::Vi) => format!(
            "Trong số liệu thu thập được, {table} chưa có hai năm nào đủ hạng của một nửa số tỉnh. Hãy chọn chỉ số khác, hoặc xem hạng từng năm:"
        ),
        (..2, Language::En) => format!(
            "In the figures on record, no two years of {table} have ranks of half of the provinces. Choose another index, or see the ranks of each year:"
        ),
        (_, Language::Vi) => format!(
            "Các năm có đủ hạng: {}. Xem hạng từng năm:",
            join_names(&years, language)
        ),
        (_, Language::En) => format!(
            "Years with enough ranks: {}. See the ranks of each year:",
            join_names(&years, language)
        ),
    }
}

pub(super) fn counts_sentence(counts: MoverCounts, language: Language) -> String {
    let parts = [
        (counts.risen, "tỉnh tăng bậc", "up"),
        (counts.fallen, "tỉnh giảm bậc", "down"),
        (counts.unchanged, "tỉnh giữ nguyên hạng", "unchanged"),
        (counts.entrants, "tỉnh mới vào danh sách", "newly ranked"),
        (counts.leavers, "tỉnh không còn trong danh sách", "no longer ranked"),
        (
            counts.not_on_record,
            "tỉnh thiếu hạng của một trong hai năm",
            "without a rank of one of the years",
        ),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, vi, en)| format!("{count} {}", language.pick(vi, en)))
        .collect();
    told.join(", ")
}

/// Who won and who lost most points.
pub(super) fn points_sentence(answer: &MoversAnswer, language: Language) -> Option<String> {
    let [highest, lowest] = points_ends(answer)?;
    let told = |end: &PointsEnd<'_>| {
        let names: Vec<&str> = end
            .rows
            .iter()
            .map(|row| language.pick(&row.name_vi, &row.name_en))
            .collect();
        let decimals = answer.scale.decimals.of(end.points);
        format!(
            "{} ({})",
            join_names(&names, language),
            format_difference_with_unit(end.points, decimals, answer.scale.unit, language)
        )
    };
    let label = match answer.comparability {
        Comparability::Comparable => String::new(),
        other => format!(" ({})", comparability_name(other, language)),
    };
    let (best, last) = (told(&highest), told(&lowest));
    Some(match (Tone::of(highest.points), Tone::of(lowest.points), language) {
        (Tone::Up, Tone::Down, Language::Vi) => {
            format!("Về điểm{label}: tăng nhiều nhất là {best}, giảm nhiều nhất là {last}.")
        }
        (Tone::Up, Tone::Down, Language::En) => {
            format!("In points{label}: the largest rise was in {best}, the largest fall in {last}.")
        }
        (Tone::Up, _, Language::Vi) => {
            format!("Về điểm{label}: không tỉnh nào giảm; tăng nhiều nhất là {best}, ít nhất là {last}.")
        }
        (Tone::Up, _, Language::En) => {
            format!("In points{label}: none fell; the largest rise was in {best}, the smallest in {last}.")
        }
        (_, _, Language::Vi) => {
            format!("Về điểm{label}: không tỉnh nào tăng; giảm nhiều nhất là {last}, ít nhất là {best}.")
        }
        (_, _, Language::En) => {
            format!("In points{label}: none rose; the largest fall was in {last}, the smallest in {best}.")
        }
    })
}

pub(super) fn notes(answer: &MoversAnswer, rows: &[MoverRowView], language: Language) -> Vec<String> {
    if answer.refused.is_some() {
        // Nothing is told that would need a note.
        return Vec::new();
    }
    let (from, to) = (&answer.from, &answer.to);
    let mut notes = vec![
        language
            .pick(
                "Hạng 1 ở trên cùng. Thứ hạng chỉ có nghĩa trong năm của nó, nên số bậc luôn được nêu.",
                "Rank 1 is at the top. A rank has meaning within its own year, so places are always told.",
            )
            .to_owned(),
    ];
    if let Some(note) = comparability_note(answer.comparability, from.year, answer.reason.as_ref(), language) {
        let rule = match (answer.comparability, language) {
            (Comparability::NotComparable, Language::Vi) => {
                " Vì vậy không tính mức thay đổi điểm; hai điểm đã công bố đứng cạnh nhau."
            }
            (Comparability::NotComparable, Language::En) => {
                " So no change of score is told; both published scores stand side by side."
            }
            (_, Language::Vi) => " Mức thay đổi điểm chỉ nên xem là gần đúng.",
            (_, Language::En) => " Read changes of score as approximate.",
        };
        notes.push(format!("{}.{rule}", capitalise(&note)));
    }
    if to.year.0 - from.year.0 > 1 {
        notes.push(
            language
                .pick(
                    "Một khoảng nhiều năm chỉ so sánh được đến mức của bước kém nhất giữa hai năm liền nhau.",
                    "A span of several years compares only as far as its worst step between neighbouring years.",
                )
                .to_owned(),
        );
    }
    if from.n != to.n {
        notes.push(match language {
            Language::Vi => format!(
                "Năm {} xếp hạng {} tỉnh, năm {} xếp hạng {}: một phần số bậc có thể do danh sách thay đổi.",
                from.year, from.n, to.year, to.n
            ),
            Language::En => format!(
                "{} ranks {} provinces, {} ranks {}: some places may be due to who is ranked.",
                from.year, from.n, to.year, to.n
            ),
        });
    }
    let partial: Vec<String> = incomplete_years(answer).iter().map(ToString::to_string).collect();
    if !partial.is_empty() {
        let years = join_names(&partial, language);
        notes.push(match language {
            Language::Vi => format!(
                "Bảng điểm năm {years} chưa đủ, nên chỉ dùng hạng đã công bố: {}/{} tỉnh có hạng của cả hai năm.",
                answer.ranked_in_both, to.n
            ),
            Language::En => format!(
                "The scores of {years} are not complete, so only published ranks are used: {} of {} provinces have both.",
                answer.ranked_in_both, to.n
            ),
        });
    }
    let undrawn: Vec<&str> = rows
        .iter()
        .filter(|row| row.places.is_none())
        .map(|row| row.name.as_str())
        .collect();
    if !undrawn.is_empty() {
        let who = if undrawn.len() > 2 * MOST_NAMES {
            match language {
                Language::Vi => format!("{} tỉnh (có trong bảng)", undrawn.len()),
                Language::En => format!("{} provinces (named in the table)", undrawn.len()),
            }
        } else {
            join_names(&undrawn, language)
        };
        notes.push(match language {
            Language::Vi => format!("Không vẽ vì thiếu hạng của một trong hai năm: {who}."),
            Language::En => format!("Not drawn, a rank of one of the years is missing: {who}."),
        });
    }
    if answer.scale.cost {
        notes.push(
            language
                .pick(
                    "Điểm thành phần chi phí cao là tốt: tăng bậc nghĩa là chi phí nhẹ hơn so với các tỉnh khác.",
                    "A high score of a cost component is good: a place won means a lighter cost than elsewhere.",
                )
                .to_owned(),
        );
    }
    if answer.rows.iter().any(|row| differs_as_printed(row, answer.scale)) {
        notes.push(
            language
                .pick(
                    "Mức thay đổi tính từ số chưa làm tròn.",
                    "Changes are computed from unrounded values.",
                )
                .to_owned(),
        );
    }
    notes
}
