//! The heat map of provinces × components.

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Year,
    api::{Matrix, MatrixColumn},
    domain::IndexInfo,
    presentation::IndexHues,
};

use super::{
    FigureText, ProvinceLabel,
    wording::{alternative_text, score_number, score_text, source_line, unit_count},
};
use crate::format::{NO_FIGURE, format_rank, rank_words};

/// A component of the heat map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixColumnView {
    /// The component.
    pub component: ComponentId,
    /// Its name in that year.
    pub name: String,
    /// Its short name, for an axis.
    pub short_name: String,
    /// Whether every member has a score: only then it is coloured.
    pub complete: bool,
    /// `17/63`, said where the column is not complete.
    pub on_record: String,
    /// Units in the ranked set.
    pub n: u16,
    /// The median as text; a dash where the column is not complete.
    pub median_text: String,
    /// Whether a higher score means a lower cost.
    pub is_cost: bool,
}

/// A cell of the heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCellView {
    /// The score.
    pub score: Option<f64>,
    /// The score as a number alone; a dash where none is on record.
    pub score_text: String,
    /// The rank within the column, where the column is complete or a rank was published.
    pub rank: Option<u16>,
    /// `38/63`; a dash without rank.
    pub rank_text: String,
    /// The colour class of the cell: 0 is the best fifth of the column, 4 the last; `None` where there is no rank.
    pub fifth: Option<u8>,
    /// What the cell says as a sentence.
    pub sentence: String,
}

/// A province of the heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRowView {
    /// The unit.
    pub label: ProvinceLabel,
    /// The rank of the total; a dash without one.
    pub overall_rank_text: String,
    /// The score of the total as a number alone.
    pub overall_score_text: String,
    /// Cells along the columns.
    pub cells: Vec<MatrixCellView>,
}

/// Provinces × components.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// Its hues.
    pub hues: IndexHues,
    /// The year.
    pub year: Year,
    /// The words around it.
    pub text: FigureText,
    /// Units in the ranked set of the total.
    pub overall_n: u16,
    /// Columns in the publisher's order.
    pub columns: Vec<MatrixColumnView>,
    /// Rows in the order of the total.
    pub rows: Vec<MatrixRowView>,
}

/// Builds the heat map; rows of `highlighted` units are marked.
pub fn matrix_view(matrix: &Matrix, index: &IndexInfo, highlighted: &[ProvinceSlug], language: Language) -> MatrixView {
    let columns: Vec<MatrixColumnView> = matrix
        .columns
        .iter()
        .map(|column| column_view(column, language))
        .collect();
    let rows: Vec<MatrixRowView> = matrix
        .rows
        .iter()
        .map(|row| {
            let name = language.pick(&row.name_vi, &row.name_en).to_owned();
            let cells = matrix
                .columns
                .iter()
                .zip(&columns)
                .enumerate()
                .map(|(position, (column, view))| {
                    let score = row.scores.get(position).copied().flatten();
                    let rank = row.ranks.get(position).copied().flatten();
                    cell_view(&name, score, rank, column, view, matrix, language)
                })
                .collect();
            MatrixRowView {
                overall_rank_text: row
                    .overall_rank
                    .map_or_else(|| NO_FIGURE.to_owned(), |rank| rank.to_string()),
                overall_score_text: row.overall_score.map_or_else(
                    || NO_FIGURE.to_owned(),
                    |score| score_number(score, index.scale, language),
                ),
                label: ProvinceLabel {
                    province: row.province.clone(),
                    name,
                    region: row.region.clone(),
                    highlighted: highlighted.contains(&row.province),
                },
                cells,
            }
        })
        .collect();
    let finding = finding(matrix, &columns, &rows, language);
    let short = matrix.index.short_name();
    let kicker = format!(
        "{short} · {} · {} · {}",
        language.pick("các chỉ số thành phần", "components"),
        matrix.year,
        unit_count(rows.len(), matrix.borders, language)
    );
    let mut notes = vec![
        language
            .pick(
                "Màu theo thứ hạng trong từng cột, nên các cột so sánh được với nhau.",
                "Colour follows the rank within each column, so columns can be compared.",
            )
            .to_owned(),
    ];
    if columns.iter().any(|column| column.is_cost) {
        notes.push(
            language
                .pick(
                    "Điểm các thành phần chi phí cao nghĩa là chi phí thấp.",
                    "A high score of a cost component means low costs.",
                )
                .to_owned(),
        );
    }
    let incomplete: Vec<String> = columns
        .iter()
        .filter(|column| !column.complete)
        .map(|column| format!("{} {}", column.short_name, column.on_record))
        .collect();
    if !incomplete.is_empty() {
        notes.push(match language {
            Language::Vi => format!("Cột xám chưa đủ số liệu để xếp hạng: {}.", incomplete.join(", ")),
            Language::En => format!("Grey columns are too incomplete to rank: {}.", incomplete.join(", ")),
        });
    }
    let text = FigureText {
        kicker,
        alt: alternative_text(&[
            match language {
                Language::Vi => {
                    format!(
                        "bảng màu {} tỉnh và {} chỉ số thành phần {short} năm {}",
                        rows.len(),
                        columns.len(),
                        matrix.year
                    )
                }
                Language::En => format!(
                    "heat map of {} provinces and {} components of {short} {}",
                    rows.len(),
                    columns.len(),
                    matrix.year
                ),
            },
            finding.clone(),
        ]),
        finding,
        notes,
        source: source_line(
            index,
            &matrix.year.to_string(),
            index.coverage_of(matrix.year).map(|year| year.method_version.as_str()),
            None,
            language,
        ),
    };
    MatrixView {
        language,
        index: matrix.index,
        hues: index.hues.clone(),
        year: matrix.year,
        text,
        overall_n: matrix.overall_n,
        columns,
        rows,
    }
}

fn column_view(column: &MatrixColumn, language: Language) -> MatrixColumnView {
    MatrixColumnView {
        component: column.component.clone(),
        name: language.pick(&column.name_vi, &column.name_en).to_owned(),
        short_name: language.pick(&column.short_vi, &column.short_en).to_owned(),
        complete: column.complete,
        // With its noun, so that a count does not read as a rank.
        on_record: format!(
            "{}/{} {}",
            column.scores_on_record,
            column.n,
            language.pick("tỉnh", "provinces")
        ),
        n: column.n,
        median_text: column.median.map_or_else(
            || NO_FIGURE.to_owned(),
            |median| score_number(median, column.scale, language),
        ),
        is_cost: column.scale.cost,
    }
}

fn cell_view(
    name: &str,
    score: Option<f64>,
    rank: Option<u16>,
    column: &MatrixColumn,
    view: &MatrixColumnView,
    matrix: &Matrix,
    language: Language,
) -> MatrixCellView {
    let mut facts = Vec::new();
    facts.push(score.map_or_else(
        || language.pick("chưa có điểm", "no score on record").to_owned(),
        |score| score_text(score, column.scale, language),
    ));
    facts.extend(rank.map(|rank| rank_words(rank, column.n, language)));
    MatrixCellView {
        score,
        score_text: score.map_or_else(
            || NO_FIGURE.to_owned(),
            |score| score_number(score, column.scale, language),
        ),
        rank,
        rank_text: rank.map_or_else(|| NO_FIGURE.to_owned(), |rank| format_rank(rank, column.n)),
        fifth: rank.filter(|_| column.complete).map(|rank| fifth(rank, column.n)),
        sentence: format!("{name}, {}, {}: {}", view.name, matrix.year, facts.join(", ")),
    }
}

/// Which fifth of the ranked set a rank lies in, 0 for the best.
pub fn fifth(rank: u16, n: u16) -> u8 {
    let position = u32::from(rank.saturating_sub(1)) * 5 / u32::from(n.max(1));
    u8::try_from(position.min(4)).unwrap_or(4)
}

fn finding(matrix: &Matrix, columns: &[MatrixColumnView], rows: &[MatrixRowView], language: Language) -> String {
    let year = matrix.year;
    let short = matrix.index.short_name();
    let complete = columns.iter().filter(|column| column.complete).count();
    if complete == 0 {
        return match language {
            Language::Vi => format!("Chưa chỉ số thành phần nào của {short} năm {year} đủ số liệu để xếp hạng"),
            Language::En => format!("No component of {short} {year} is complete enough to rank"),
        };
    }
    // One picked-out row is told; otherwise the row in the best fifth of most columns.
    let highlighted: Vec<&MatrixRowView> = rows.iter().filter(|row| row.label.highlighted).collect();
    let count = |row: &MatrixRowView, wanted: u8| row.cells.iter().filter(|cell| cell.fifth == Some(wanted)).count();
    if let [row] = highlighted.as_slice() {
        return match language {
            Language::Vi => format!(
                "{} thuộc nhóm 1/5 dẫn đầu ở {} và nhóm 1/5 cuối ở {} trong {complete} chỉ số thành phần {short} năm {year}",
                row.label.name,
                count(row, 0),
                count(row, 4)
            ),
            Language::En => format!(
                "{} is in the top fifth of {} and the bottom fifth of {} among {complete} components of {short} {year}",
                row.label.name,
                count(row, 0),
                count(row, 4)
            ),
        };
    }
    // The first row wins a tie, and rows come best total first.
    let best = rows.iter().rev().max_by_key(|row| count(row, 0));
    match (best, language) {
        (Some(row), Language::Vi) => format!(
            "{} thuộc nhóm 1/5 dẫn đầu ở {} trong {complete} chỉ số thành phần {short} năm {year}; không tỉnh nào trong bảng nhiều hơn",
            row.label.name,
            count(row, 0)
        ),
        (Some(row), Language::En) => format!(
            "{} is in the top fifth of {} among {complete} components of {short} {year}; no province shown has more",
            row.label.name,
            count(row, 0)
        ),
        (None, Language::Vi) => format!("Chưa có số liệu {short} năm {year}"),
        (None, Language::En) => format!("No figures of {short} {year} are on record"),
    }
}
