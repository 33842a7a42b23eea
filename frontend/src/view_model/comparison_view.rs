//! The components of two to six provinces side by side.

use vithe_shared::{
    Borders, ComponentId, IndexId, Language, Year,
    api::Matrix,
    domain::{IndexInfo, Scale},
};

use super::{
    FigureText, ProvinceLabel,
    matrix_view::{MatrixCellView, MatrixView, matrix_view},
    wording::{alternative_text, source_line},
};
use crate::format::join_names;

/// A component across the provinces.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// The component.
    pub component: ComponentId,
    /// Its name.
    pub name: String,
    /// Its short name, for an axis.
    pub short_name: String,
    /// Whether a higher score means a lower cost.
    pub is_cost: bool,
    /// The national median; `None` where the column is not complete.
    pub median: Option<f64>,
    /// The median as a number alone.
    pub median_text: String,
    /// One cell per province.
    pub cells: Vec<MatrixCellView>,
}

/// Provinces side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// Whether the figures are back-casts.
    pub is_back_cast: bool,
    /// The words around it.
    pub text: FigureText,
    /// The scale the components share, for the axis.
    pub scale: Scale,
    /// The provinces in the order asked for.
    pub provinces: Vec<ProvinceLabel>,
    /// Total score and rank by province, as text.
    pub overall: Vec<(String, String)>,
    /// Components in the publisher's order.
    pub rows: Vec<ComparisonRow>,
}

/// Turns the matrix of the chosen provinces around: components become rows.
pub fn comparison_view(matrix: &Matrix, index: &IndexInfo, language: Language) -> ComparisonView {
    let table: MatrixView = matrix_view(matrix, index, &[], language);
    let provinces: Vec<ProvinceLabel> = table
        .rows
        .iter()
        .map(|row| ProvinceLabel {
            highlighted: true,
            ..row.label.clone()
        })
        .collect();
    let rows: Vec<ComparisonRow> = table
        .columns
        .iter()
        .enumerate()
        .map(|(position, column)| ComparisonRow {
            component: column.component.clone(),
            name: column.name.clone(),
            short_name: column.short_name.clone(),
            is_cost: column.is_cost,
            median: matrix.columns[position].median,
            median_text: column.median_text.clone(),
            cells: table
                .rows
                .iter()
                .filter_map(|row| row.cells.get(position).cloned())
                .collect(),
        })
        .collect();
    let scale = matrix.columns.first().map_or(index.scale, |first| Scale {
        min: matrix
            .columns
            .iter()
            .map(|column| column.scale.min)
            .fold(f64::INFINITY, f64::min),
        max: matrix
            .columns
            .iter()
            .map(|column| column.scale.max)
            .fold(f64::NEG_INFINITY, f64::max),
        ..first.scale
    });
    let names: Vec<&str> = provinces.iter().map(|label| label.name.as_str()).collect();
    let list = join_names(&names, language);
    let finding = finding(&provinces, &rows, matrix, language);
    let short = matrix.index.short_name();
    let mut notes = Vec::new();
    if rows.iter().any(|row| row.is_cost) {
        notes.push(
            language
                .pick(
                    "Điểm các thành phần chi phí cao nghĩa là chi phí thấp.",
                    "A high score of a cost component means low costs.",
                )
                .to_owned(),
        );
    }
    let text = FigureText {
        kicker: format!(
            "{short} · {} · {} · {list}",
            language.pick("các chỉ số thành phần", "components"),
            matrix.year
        ),
        alt: alternative_text(&[
            match language {
                Language::Vi => format!("biểu đồ điểm thành phần {short} {} của {list}", matrix.year),
                Language::En => format!("dot plot of {short} {} component scores of {list}", matrix.year),
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
    let is_back_cast = index.is_back_cast(matrix.borders, matrix.year);
    ComparisonView {
        borders: matrix.borders,
        language,
        index: matrix.index,
        year: matrix.year,
        is_back_cast,
        text: if is_back_cast { text.back_cast(language) } else { text },
        scale,
        overall: table
            .rows
            .iter()
            .map(|row| (row.overall_score_text.clone(), row.overall_rank_text.clone()))
            .collect(),
        provinces,
        rows,
    }
}

/// Who has the highest score of how many components.
fn finding(provinces: &[ProvinceLabel], rows: &[ComparisonRow], matrix: &Matrix, language: Language) -> String {
    let short = matrix.index.short_name();
    let year = matrix.year;
    // Only components of which every chosen province has a score can be won.
    let shared: Vec<Vec<f64>> = rows
        .iter()
        .filter_map(|row| row.cells.iter().map(|cell| cell.score).collect::<Option<Vec<f64>>>())
        .collect();
    if provinces.len() < 2 || shared.is_empty() {
        return match language {
            Language::Vi => format!("Chưa có điểm thành phần {short} năm {year} chung cho các tỉnh được chọn"),
            Language::En => format!("The chosen provinces share no component scores of {short} {year}"),
        };
    }
    let wins: Vec<usize> = (0..provinces.len())
        .map(|position| {
            shared
                .iter()
                .filter(|scores| {
                    scores
                        .iter()
                        .enumerate()
                        .all(|(other, score)| other == position || *score < scores[position])
                })
                .count()
        })
        .collect();
    let most = wins.iter().copied().max().unwrap_or_default();
    let winners: Vec<&str> = provinces
        .iter()
        .zip(&wins)
        .filter(|(_, count)| **count == most && most > 0)
        .map(|(label, _)| label.name.as_str())
        .collect();
    let total = shared.len();
    match (winners.as_slice(), language) {
        ([], Language::Vi) => format!("Không tỉnh nào dẫn riêng ở thành phần nào của {short} năm {year}"),
        ([], Language::En) => format!("No province leads alone in any component of {short} {year}"),
        ([only], Language::Vi) => format!("{only} có điểm cao nhất ở {most}/{total} thành phần {short} năm {year}"),
        ([only], Language::En) => format!("{only} scores highest in {most} of {total} components of {short} {year}"),
        (several, Language::Vi) => format!(
            "{} mỗi tỉnh có điểm cao nhất ở {most}/{total} thành phần {short} năm {year}",
            join_names(several, language)
        ),
        (several, Language::En) => format!(
            "{} each score highest in {most} of {total} components of {short} {year}",
            join_names(several, language)
        ),
    }
}
