//! Components that fall year after year: since when, how far against the median, and what it costs in points and places.

use vithe_shared::{
    Borders, ComponentId, IndexId, Language, ProvinceSlug, Year,
    api::declines::{DeclineRow, DeclinesAnswer},
    domain::IndexInfo,
};

use self::finding::finding;
use super::{
    FigureText,
    wording::{alternative_text, source_line, year_span},
};
use crate::format::{NO_FIGURE, as_shown, format_difference, format_score};

mod finding;
mod span;

pub use self::span::declines_span_view;

/// Most runs that are drawn.
pub const MOST_PANELS: usize = 12;

/// A run of falls.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclineRowView {
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The component.
    pub component: ComponentId,
    /// Its name.
    pub component_name: String,
    /// Whether a higher score means a lower cost.
    pub is_cost: bool,
    /// How many falls in a row; 0 in a span of years.
    pub falls: u16,
    /// The last year before the run.
    pub from_year: Year,
    /// The year it ends in.
    pub until: Year,
    /// `2016–2024`
    pub span: String,
    /// Change over the run, with its sign.
    pub change_text: String,
    /// Change of the national median over the run, for sorting.
    pub median: Option<f64>,
    /// The same as text; a dash where it is not known.
    pub median_text: String,
    /// What was lost against the median, for sorting.
    pub distance: Option<f64>,
    /// What was lost against the median, with its sign; a dash where it is not known.
    pub distance_text: String,
    /// Places won in the component's own table, below 0 where some were lost, for sorting.
    pub places: Option<i32>,
    /// Places lost in the component's own table, with its sign; a dash where a rank is missing.
    pub places_text: String,
    /// Points of the total lost against the median, for sorting.
    pub loss: Option<f64>,
    /// The same as text, with its sign; a dash where it is not known.
    pub loss_text: String,
    /// Points of the total it costs, for sorting and for the way back.
    pub cost: Option<f64>,
    /// The same as text; a dash where the weight is not known.
    pub cost_text: String,
    /// Places in the table of the total it costs, for sorting.
    pub cost_places: Option<i32>,
    /// Places in the table of the total it costs; a dash where that table is not complete.
    pub cost_places_text: String,
    /// Points of the component that would win it back.
    pub lost: f64,
    /// Scores from the year before the run to its end.
    pub scores: Vec<f64>,
    /// First and last score as text.
    pub ends: (String, String),
    /// The run as a sentence.
    pub sentence: String,
    /// The run within a sentence: `điểm Tính minh bạch của An Giang (3 năm liền, 2016–2019, mất 0,90 điểm)`.
    pub told: String,
    /// The same with what it cost the total: `điểm Tính minh bạch của An Giang (2016–2019, 0,18 điểm tổng hợp)`; `None` where
    /// the weight is not known.
    pub told_cost: Option<String>,
    /// Its parts that fall too; what they lost is counted in it.
    pub parts: Vec<DeclineRowView>,
}

/// Runs of falls of one index.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclinesView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// The list of units.
    pub borders: Borders,
    /// The year in which runs end.
    pub until: Year,
    /// `tính đến PAPI 2024`
    pub until_words: String,
    /// How much is on record in that year.
    pub coverage: String,
    /// The words around it.
    pub text: FigureText,
    /// The runs, longest and costliest first; parts of a component that falls stand in its row.
    pub rows: Vec<DeclineRowView>,
}

impl DeclinesView {
    /// Whether it tells of a span of years, in place of runs of falls.
    pub fn is_span(&self) -> bool {
        self.rows.iter().any(|row| row.falls == 0)
    }
}

/// Tells the runs of falls of an answer.
pub fn declines_view(answer: &DeclinesAnswer, index: &IndexInfo, language: Language) -> DeclinesView {
    let rows = rows_of(answer, index, language);
    let short = answer.index.short_name();
    let until = answer.until;
    let until_words = match language {
        Language::Vi => format!("tính đến {short} {until}"),
        Language::En => format!("up to {short} {until}"),
    };
    let (with_runs, n) = (answer.provinces_with_runs, answer.n);
    let coverage = match language {
        Language::Vi => {
            format!("{with_runs}/{n} tỉnh có đủ điểm thành phần của năm {until} và năm trước đó để thấy chuỗi giảm")
        }
        Language::En => format!(
            "{with_runs} of {n} provinces have all component scores of {until} and the year before, so that runs can be seen"
        ),
    };
    let finding = finding(&rows, answer, until, language);
    let drawn = rows.len().min(MOST_PANELS);
    let mut notes = Vec::new();
    if rows.iter().any(|row| !row.parts.is_empty()) {
        notes.push(
            language
                .pick(
                    "Thành phần giảm cùng các nội dung của nó là một nhóm: số điểm mất tính một lần, ở dòng của thành phần.",
                    "A component that falls and its parts are one group: the loss is counted once, in the row of the component.",
                )
                .to_owned(),
        );
    }
    if drawn > 0 {
        notes.push(
            language
                .pick(
                    "Mỗi ô nhỏ có thang điểm riêng, không bắt đầu từ 0: so sánh hình dáng, không so sánh độ cao giữa các ô.",
                    "Each small panel has a scale of its own that does not start at 0: compare shapes, not heights across panels.",
                )
                .to_owned(),
        );
        notes.push(crate::text::planner::RUNS_RULE.get(language).to_owned());
    }
    if rows.iter().any(|row| row.is_cost) {
        notes.push(
            language
                .pick(
                    "Điểm thành phần chi phí cao là tốt: điểm giảm nghĩa là chi phí nặng hơn.",
                    "A high score of a cost component is good: a falling score means a heavier cost.",
                )
                .to_owned(),
        );
    }
    DeclinesView {
        language,
        index: answer.index,
        borders: answer.borders,
        until,
        text: FigureText {
            kicker: format!(
                "{short} · {} · {until_words}{}",
                match (answer.streak, language) {
                    (1, Language::Vi) => "các thành phần giảm ở năm cuối".to_owned(),
                    (1, Language::En) => "components that fell in the last year".to_owned(),
                    (falls, Language::Vi) => format!("giảm từ {falls} năm liền"),
                    (falls, Language::En) => format!("at least {falls} falls in a row"),
                },
                if answer.n > 0 {
                    format!(" · n = {}", answer.n)
                } else {
                    String::new()
                }
            ),
            alt: alternative_text(&[
                match language {
                    Language::Vi => format!("{drawn} biểu đồ đường nhỏ: các chuỗi giảm dài nhất, {until_words}"),
                    Language::En => format!("{drawn} small line charts: the longest runs of falls {until_words}"),
                },
                finding.clone(),
            ]),
            finding,
            notes,
            source: source_line(
                index,
                &until.to_string(),
                index.coverage_of(until).map(|year| year.method_version.as_str()),
                Some(answer.n).filter(|n| *n > 0),
                language,
            ),
        },
        until_words,
        coverage,
        rows,
    }
}

/// The rows of an answer, parts within the row of the component that they follow.
fn rows_of(answer: &DeclinesAnswer, index: &IndexInfo, language: Language) -> Vec<DeclineRowView> {
    let mut rows: Vec<DeclineRowView> = Vec::new();
    for row in &answer.rows {
        let view = row_view(row, index, language);
        let head = rows.last_mut().filter(|head| {
            head.province == row.province && row.part_of.as_ref().is_some_and(|above| *above == head.component)
        });
        match head {
            Some(head) => head.parts.push(view),
            None => rows.push(view),
        }
    }
    rows
}

/// A number of points in words.
fn points(value: f64, language: Language) -> String {
    format!(
        "{}\u{a0}{}",
        format_score(value, decimals(value), language),
        language.pick("điểm", "points")
    )
}

/// A fall that two decimals do not show is told with four, by which falls are judged.
fn decimals(value: f64) -> u8 {
    if as_shown(value, 2) == 0.0 { 4 } else { 2 }
}

fn row_view(row: &DeclineRow, index: &IndexInfo, language: Language) -> DeclineRowView {
    let name = language.pick(&row.name_vi, &row.name_en).to_owned();
    let component_name = language.pick(&row.component_name_vi, &row.component_name_en).to_owned();
    let is_cost = index.is_cost(&row.component);
    let dash = || NO_FIGURE.to_owned();
    let difference = |value: Option<f64>| value.map_or_else(dash, |value| format_difference(value, 2, language));
    let span = year_span(row.from_year, row.until);
    let score = |score: Option<&f64>| score.map_or_else(dash, |score| format_score(*score, 2, language));
    let lost = points(-row.total_change, language);
    let hint = match (is_cost, language) {
        (false, _) => "",
        (true, Language::Vi) => " (cao là tốt)",
        (true, Language::En) => " (higher is better)",
    };
    let run = match (row.years, language) {
        (0 | 1, Language::Vi) => format!("giảm {lost} từ {} đến {}", row.from_year, row.until),
        (0 | 1, Language::En) => format!("fell {lost} from {} to {}", row.from_year, row.until),
        (years, Language::Vi) => format!("giảm {years} năm liền, {span}, mất {lost}"),
        (years, Language::En) => format!("fell {years} years in a row, {span}, losing {lost}"),
    };
    let cost = row.cost_in_total.map_or_else(String::new, |cost| {
        let of_total = points(cost, language);
        match (row.cost_in_places, language) {
            (Some(places), Language::Vi) => format!("; kéo điểm tổng hợp xuống {of_total}, mất {places} bậc"),
            (Some(places), Language::En) => format!("; costs {of_total} of the total and {places} places"),
            (None, Language::Vi) => format!("; kéo điểm tổng hợp xuống {of_total}"),
            (None, Language::En) => format!("; costs {of_total} of the total"),
        }
    });
    let told = match (row.years, language) {
        (0 | 1, Language::Vi) => format!("điểm {component_name}{hint} của {name} ({span}, mất {lost})"),
        (years, Language::Vi) => {
            format!("điểm {component_name}{hint} của {name} ({years} năm liền, {span}, mất {lost})")
        }
        (0 | 1, Language::En) => format!("{component_name}{hint} in {name} ({span}, down {lost})"),
        (years, Language::En) => {
            format!("{component_name}{hint} in {name} ({years} years in a row, {span}, down {lost})")
        }
    };
    let told_cost = row.cost_in_total.map(|cost| {
        let cost = points(cost, language);
        match language {
            Language::Vi => format!("điểm {component_name}{hint} của {name} ({span}, {cost} tổng hợp)"),
            Language::En => format!("{component_name}{hint} in {name} ({span}, {cost} of the total)"),
        }
    });
    let per_point = row.cost_in_total.map(|cost| cost / -row.total_change);
    let loss = per_point
        .zip(row.distance_change)
        .map(|(weight, distance)| -weight * distance);
    DeclineRowView {
        loss,
        loss_text: loss.map_or_else(dash, |loss| format_score(loss, 2, language)),
        told,
        told_cost,
        parts: Vec::new(),
        sentence: match language {
            Language::Vi => format!("{name}: điểm {component_name}{hint} {run}{cost}"),
            Language::En => format!("{name}: {component_name} score{hint} {run}{cost}"),
        },
        province: row.province.clone(),
        name,
        component: row.component.clone(),
        component_name,
        is_cost,
        falls: row.years,
        from_year: row.from_year,
        until: row.until,
        span,
        change_text: format_difference(row.total_change, decimals(row.total_change), language),
        median: row.median_change,
        median_text: difference(row.median_change),
        distance: row.distance_change,
        distance_text: difference(row.distance_change),
        places: row.rank_lost.map(|lost| -lost),
        // Lost places are places with a minus, as everywhere else.
        places_text: row
            .rank_lost
            .map_or_else(dash, |lost| format_difference(f64::from(-lost), 0, language)),
        cost: row.cost_in_total,
        cost_text: row
            .cost_in_total
            .map_or_else(dash, |cost| format_score(cost, 2, language)),
        cost_places: row.cost_in_places.map(i32::from),
        cost_places_text: row.cost_in_places.map_or_else(dash, |places| places.to_string()),
        lost: -row.total_change,
        ends: (score(row.scores.first()), score(row.scores.last())),
        scores: row.scores.clone(),
    }
}
