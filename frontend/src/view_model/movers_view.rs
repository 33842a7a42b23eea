//! Who won or lost most between two years: places always, points as far as the two years compare.

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Year,
    analytics::rounding::round_to,
    api::{
        ProvinceList,
        movers::{MoverRow, MoversAnswer},
    },
    domain::{Comparability, IndexInfo, MoverCounts, Presence, Scale},
};

use super::{
    FigureText,
    wording::{
        alternative_text, comparability_name, comparability_note, component_name, reason_text, score_number,
        source_line, year_span,
    },
};
use crate::format::{
    ChangeText, NO_FIGURE, Tone, capitalise, format_difference_with_unit, format_rank, join_names, ordinal,
    rank_change, score_change,
};

/// How many provinces are told apart at each end of the list where the reader picked none.
const FEATURED_EACH_WAY: usize = 3;
/// Most provinces that are told apart.
const MOST_FEATURED: usize = 6;
/// Most names in a sentence; more are counted.
const MOST_NAMES: usize = 3;

/// A province between the two years.
#[derive(Clone, Debug, PartialEq)]
pub struct MoverRowView {
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The short name of its region.
    pub region_name: String,
    /// Rank in the earlier and in the later year.
    pub ranks: [Option<u16>; 2],
    /// `44/63`; a dash without rank.
    pub rank_texts: [String; 2],
    /// Places won, for sorting.
    pub places_won: Option<i32>,
    /// Places won; `None` for a province that is not ranked in both years.
    pub places: Option<ChangeText>,
    /// Scores in the earlier and in the later year, for sorting.
    pub scores: [Option<f64>; 2],
    /// Scores as numbers alone; a dash where none is on record.
    pub score_texts: [String; 2],
    /// Points won, for sorting.
    pub points_won: Option<f64>,
    /// Points won; `None` where a score is missing or the years do not compare.
    pub points: Option<ChangeText>,
    /// Whether both scores are on record, but the years do not compare.
    pub points_refused: bool,
    /// Why there are no places: `mới vào danh sách xếp hạng`.
    pub remark: Option<&'static str>,
    /// Whether the reader picked it out.
    pub highlighted: bool,
    /// Whether the chart tells it apart.
    pub featured: bool,
    /// The row as a sentence.
    pub sentence: String,
}

/// Movers between two years of a component.
#[derive(Clone, Debug, PartialEq)]
pub struct MoversView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// The component.
    pub component: ComponentId,
    /// The two years.
    pub years: [Year; 2],
    /// Units in the ranked set of each.
    pub n: [u16; 2],
    /// How far the years compare.
    pub comparability: Comparability,
    /// The label over the lines where the years do not compare fully.
    pub marker: Option<&'static str>,
    /// `2018–2022`
    pub span: String,
    /// The words around it.
    pub text: FigureText,
    /// How many went which way; `None` where nothing is said of movers.
    pub counts: Option<String>,
    /// The next useful step where nothing is said of movers.
    pub hint: Option<String>,
    /// Who won and lost most points; `None` where that is not known or the years do not compare.
    pub points: Option<String>,
    /// Most places won first; provinces that are not ranked in both years last.
    pub rows: Vec<MoverRowView>,
}

impl MoversView {
    /// The rows that are ranked in both years.
    pub fn ranked(&self) -> impl Iterator<Item = &MoverRowView> {
        self.rows.iter().filter(|row| row.places.is_some())
    }
}

/// Tells the movers of an answer; those of `highlighted` are told apart, or else the farthest ones.
pub fn movers_view(
    answer: &MoversAnswer,
    index: &IndexInfo,
    provinces: &ProvinceList,
    highlighted: &[ProvinceSlug],
    language: Language,
) -> MoversView {
    let featured = featured(answer, highlighted);
    let rows: Vec<MoverRowView> = answer
        .rows
        .iter()
        .map(|row| MoverRowView {
            highlighted: highlighted.contains(&row.province),
            featured: featured.contains(&row.province),
            ..row_view(row, answer, provinces, language)
        })
        .collect();
    let region = answer.region.as_ref().map(|id| {
        provinces.regions.iter().find(|region| &region.id == id).map_or_else(
            || id.to_string(),
            |region| language.pick(&region.name_vi, &region.name_en).to_owned(),
        )
    });
    let span = year_span(answer.from.year, answer.to.year);
    let finding = finding(answer, &rows, region.as_deref(), language);
    let counts = answer.counts.as_ref().map(|counts| counts_sentence(*counts, language));
    let name = component_name(
        answer.component.is_overall(),
        language.pick(&answer.component_name_vi, &answer.component_name_en),
        language,
    );
    let n = n_words(answer);
    let methods = if answer.from.method_version == answer.to.method_version {
        answer.to.method_version.clone()
    } else {
        format!("{}, {}", answer.from.method_version, answer.to.method_version)
    };
    MoversView {
        language,
        index: answer.index,
        component: answer.component.clone(),
        years: [answer.from.year, answer.to.year],
        n: [answer.from.n, answer.to.n],
        comparability: answer.comparability,
        marker: (answer.comparability != Comparability::Comparable)
            .then(|| comparability_name(answer.comparability, language)),
        text: FigureText {
            kicker: [
                Some(answer.index.short_name().to_owned()),
                Some(name),
                region,
                Some(span.clone()),
                Some(n.clone()),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
            alt: alternative_text(&[
                match language {
                    Language::Vi => format!(
                        "hạng {} năm {} và năm {}, mỗi tỉnh một đường nối",
                        table_words(answer, language),
                        answer.from.year,
                        answer.to.year
                    ),
                    Language::En => format!(
                        "ranks in {} in {} and {}, joined by a line per province",
                        table_words(answer, language),
                        answer.from.year,
                        answer.to.year
                    ),
                },
                finding.clone(),
                counts.clone().unwrap_or_default(),
            ]),
            notes: notes(answer, &rows, language),
            source: format!(
                "{} · {n}",
                source_line(
                    index,
                    &format!("{}, {}", answer.from.year, answer.to.year),
                    Some(&methods),
                    None,
                    language,
                )
            ),
            finding,
        },
        points: points_sentence(answer, &rows, language),
        hint: answer.refused.is_some().then(|| hint(answer, language)),
        span,
        counts,
        rows,
    }
}

/// `n = 63`; both where the two years differ.
fn n_words(answer: &MoversAnswer) -> String {
    if answer.from.n == answer.to.n {
        format!("n = {}", answer.to.n)
    } else {
        format!("n = {} → {}", answer.from.n, answer.to.n)
    }
}

/// The table in which places are won, within a sentence.
fn table_words(answer: &MoversAnswer, language: Language) -> String {
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

/// The provinces picked out that are ranked in both years, or else the farthest ones each way.
fn featured(answer: &MoversAnswer, highlighted: &[ProvinceSlug]) -> Vec<ProvinceSlug> {
    let is_ranked = |province: &&ProvinceSlug| {
        let mut ranked = answer.rows.iter().filter(|row| row.rank_change.is_some());
        ranked.any(|row| &row.province == *province)
    };
    let picked: Vec<ProvinceSlug> = highlighted
        .iter()
        .filter(is_ranked)
        .take(MOST_FEATURED)
        .cloned()
        .collect();
    if !picked.is_empty() {
        return picked;
    }
    let moved = |row: &&MoverRow, up: bool| row.rank_change.is_some_and(|places| places != 0 && (places > 0) == up);
    let risers = answer
        .rows
        .iter()
        .filter(|row| moved(row, true))
        .take(FEATURED_EACH_WAY);
    let fallers = answer
        .rows
        .iter()
        .rev()
        .filter(|row| moved(row, false))
        .take(FEATURED_EACH_WAY);
    risers.chain(fallers).map(|row| row.province.clone()).collect()
}

const fn remark(presence: Presence, language: Language) -> Option<&'static str> {
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

fn row_view(row: &MoverRow, answer: &MoversAnswer, provinces: &ProvinceList, language: Language) -> MoverRowView {
    let name = language.pick(&row.name_vi, &row.name_en).to_owned();
    let rank_text = |rank: Option<u16>, n: Option<u16>| {
        rank.zip(n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n))
    };
    let score = |score: Option<f64>| {
        score.map_or_else(
            || NO_FIGURE.to_owned(),
            |score| score_number(score, answer.scale, language),
        )
    };
    let rank_texts = [
        rank_text(row.rank_from, row.rank_n_from),
        rank_text(row.rank_to, row.rank_n_to),
    ];
    let places = row.rank_change.map(|places| rank_change(places, language));
    let points = row.score_change.map(|points| {
        let decimals = answer.scale.decimals.of(points);
        score_change(points, decimals, answer.scale.unit, language)
    });
    let remark = remark(row.presence, language);
    let (from, to) = (answer.from.year, answer.to.year);
    let ranks = match language {
        Language::Vi => format!(
            "{name}: hạng {} năm {from}, hạng {} năm {to}",
            rank_texts[0], rank_texts[1]
        ),
        Language::En => format!("{name}: rank {} in {from}, {} in {to}", rank_texts[0], rank_texts[1]),
    };
    let moved = places.as_ref().map_or(remark, |places| Some(places.words.as_str()));
    let label = match answer.comparability {
        Comparability::Comparable => String::new(),
        other => format!(" ({})", comparability_name(other, language)),
    };
    let told_points = match (&points, answer.comparability, language) {
        (Some(points), _, _) => format!("; {}{label}", points.words),
        (None, Comparability::NotComparable, Language::Vi) => "; điểm hai năm không so sánh được".to_owned(),
        (None, Comparability::NotComparable, Language::En) => "; the scores do not compare".to_owned(),
        (None, _, _) => String::new(),
    };
    MoverRowView {
        sentence: format!("{ranks}, {}{told_points}", moved.unwrap_or_default()),
        province: row.province.clone(),
        name,
        region_name: provinces
            .regions
            .iter()
            .find(|region| region.id == row.region)
            .map_or_else(
                || row.region.to_string(),
                |region| language.pick(&region.short_vi, &region.short_en).to_owned(),
            ),
        ranks: [row.rank_from, row.rank_to],
        rank_texts,
        places_won: row.rank_change,
        places,
        scores: [row.score_from, row.score_to],
        score_texts: [score(row.score_from), score(row.score_to)],
        points_won: row.score_change,
        points,
        points_refused: answer.comparability == Comparability::NotComparable
            && row.score_from.is_some()
            && row.score_to.is_some(),
        remark,
        highlighted: false,
        featured: false,
    }
}

/// The headline: who won and who lost most places, or how the provinces picked out moved.
fn finding(answer: &MoversAnswer, rows: &[MoverRowView], region: Option<&str>, language: Language) -> String {
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
    let ranked = || answer.rows.iter().filter_map(|row| Some((row, row.rank_change?)));
    let most = ranked().map(|(_, places)| places).max().filter(|places| *places > 0);
    let least = ranked().map(|(_, places)| places).min().filter(|places| *places < 0);
    let of = |places: i32| -> Vec<&MoverRow> {
        ranked()
            .filter(|(_, moved)| *moved == places)
            .map(|(row, _)| row)
            .collect()
    };
    let rose = most.map(|places| moved_words(&of(places), places, &table, language));
    let fell = least.map(|places| {
        let table = if most.is_some() { "" } else { table.as_str() };
        moved_words(&of(places), places, table, language)
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
fn moved_words(rows: &[&MoverRow], places: i32, table: &str, language: Language) -> String {
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
    let way = match rows {
        [row] => row.rank_from.zip(row.rank_to),
        _ => None,
    };
    let up = places > 0;
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
fn hint(answer: &MoversAnswer, language: Language) -> String {
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

fn counts_sentence(counts: MoverCounts, language: Language) -> String {
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

/// Who won and who lost most points. Only complete tables of years that compare can say so.
fn points_sentence(answer: &MoversAnswer, rows: &[MoverRowView], language: Language) -> Option<String> {
    if !(answer.from.complete && answer.to.complete) {
        return None;
    }
    let changes: Vec<(f64, &MoverRowView)> = rows.iter().filter_map(|row| Some((row.points_won?, row))).collect();
    let highest = changes.iter().map(|(points, _)| *points).max_by(f64::total_cmp)?;
    let lowest = changes.iter().map(|(points, _)| *points).min_by(f64::total_cmp)?;
    if highest - lowest < 1e-9 {
        return None;
    }
    let told = |points: f64| {
        let names: Vec<&str> = changes
            .iter()
            .filter(|(other, _)| (other - points).abs() < 1e-9)
            .map(|(_, row)| row.name.as_str())
            .collect();
        let decimals = answer.scale.decimals.of(points);
        format!(
            "{} ({})",
            join_names(&names, language),
            format_difference_with_unit(points, decimals, answer.scale.unit, language)
        )
    };
    let label = match answer.comparability {
        Comparability::Comparable => String::new(),
        other => format!(" ({})", comparability_name(other, language)),
    };
    let (best, last) = (told(highest), told(lowest));
    Some(match (Tone::of(highest), Tone::of(lowest), language) {
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

fn notes(answer: &MoversAnswer, rows: &[MoverRowView], language: Language) -> Vec<String> {
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
    let partial: Vec<String> = [from, to]
        .into_iter()
        .filter(|end| !end.complete)
        .map(|end| end.year.to_string())
        .collect();
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

/// Whether the difference of the scores as printed is another than the change as printed.
fn differs_as_printed(row: &MoverRow, scale: Scale) -> bool {
    let printed = |score: f64| round_to(score, scale.decimals.of(score));
    let ends = row.score_from.zip(row.score_to);
    ends.zip(row.score_change).is_some_and(|((from, to), change)| {
        (round_to(printed(to) - printed(from), 2) - round_to(change, 2)).abs() > 1e-9
    })
}
