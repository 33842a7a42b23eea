//! Provinces side by side on one index.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::compare_path,
    format::{format_rank, format_score},
    view_model::wording::{basis_text, marked, median_name, score_number},
};
use vithe_shared::{
    ComponentId, Language, Problem, ProvinceSlug, Text,
    api::{Ranking, RankingRow},
    domain::ObservationStatus,
    engine::answers::find_matrix,
    query::{MatrixQuery, PageQuery, QueryError},
};

use super::{
    Frame, Question, Reply,
    figure::{Figure, basis_code, on_record_words},
    ranking::row_figure,
};

/// As many as the page compares in one chart, and some more.
const MOST_PROVINCES: usize = 8;

/// Provinces on an index in a year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct CompareAnswer {
    year: u16,
    /// The totals, in the order asked for.
    overall: Vec<Figure>,
    /// First-level components in the publisher's order.
    components: Vec<Column>,
}

/// A component of all provinces.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Column {
    component: String,
    component_name: String,
    /// Units in the ranked set.
    n: u16,
    /// Units with a score.
    scores_on_record: u16,
    /// Whether all of n have a score; ranks are derived only then.
    complete: bool,
    /// Over all n; null where the table is not complete.
    median: Option<f64>,
    /// In the order asked for.
    values: Vec<Cell>,
}

/// A province on a component.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Cell {
    province: String,
    score: Option<f64>,
    estimated: bool,
    /// 1 is best.
    rank: Option<u16>,
    /// published or derived.
    rank_basis: Option<&'static str>,
}

/// Answers a comparison.
pub(in crate::mcp) fn compare(question: Question<'_>) -> Result<Reply, Problem> {
    let frame = Frame::of(&question);
    let query: MatrixQuery = question.arguments.query(frame.catalog, &[], &[])?;
    let count = query.provinces.len();
    if !(2..=MOST_PROVINCES).contains(&count) {
        let refused = QueryError::Malformed {
            name: "p",
            value: count.to_string(),
            expected: Text::new("từ 2 đến 8 tỉnh", "two to eight provinces"),
        };
        return Err(refused.into_problem(frame.language));
    }
    let matrix = frame.ask(find_matrix(frame.catalog, &query))?;
    let table_of = |component: &ComponentId| frame.table(matrix.index, component, matrix.year, matrix.borders);
    let total = table_of(&ComponentId::overall())?;
    let mut source_ids: Vec<Option<String>> = Vec::new();
    let overall: Vec<Figure> = matrix
        .rows
        .iter()
        .filter_map(|row| row_of(&total, &row.province))
        .map(|row| row_figure(frame, &total, row))
        .collect();
    source_ids.extend(overall.iter().map(|figure| figure.source_id.clone()));
    let mut lines: Vec<String> = overall.iter().map(|figure| figure.sentence().to_owned()).collect();
    let mut components = Vec::new();
    for column in &matrix.columns {
        let table = table_of(&column.component)?;
        let rows: Vec<&RankingRow> = matrix
            .rows
            .iter()
            .filter_map(|row| row_of(&table, &row.province))
            .collect();
        source_ids.extend(rows.iter().map(|row| row.source_id.clone()));
        lines.push(line(frame, &table, &rows, column.median));
        components.push(Column {
            component: column.component.to_string(),
            component_name: frame.pick(&column.name_vi, &column.name_en).to_owned(),
            n: column.n,
            scores_on_record: column.scores_on_record,
            complete: column.complete,
            median: column.median,
            values: rows.into_iter().map(cell).collect(),
        });
    }
    let page = PageQuery {
        provinces: query.provinces.clone(),
        index: Some(matrix.index),
        year: Some(matrix.year),
        borders: query.borders,
        ..PageQuery::default()
    }
    .address(&compare_path(frame.language));
    let sources = frame.sources(source_ids.iter().map(Option::as_deref))?;
    let body = CompareAnswer {
        year: matrix.year.0,
        overall,
        components,
    };
    frame.reply(body, lines, &[(matrix.index, Some(matrix.year))], sources, &page)
}

fn row_of<'a>(table: &'a Ranking, province: &ProvinceSlug) -> Option<&'a RankingRow> {
    table.rows.iter().find(|row| &row.province == province)
}

fn is_estimated(row: &RankingRow) -> bool {
    row.status == Some(ObservationStatus::Estimated)
}

fn cell(row: &RankingRow) -> Cell {
    let rank = row.rank.filter(|_| !is_estimated(row));
    Cell {
        province: row.province.to_string(),
        score: row.score,
        estimated: is_estimated(row),
        rank,
        rank_basis: rank.and(row.rank_basis).map(basis_code),
    }
}

/// Why a table has neither median nor ranks.
fn missing_words(table: &Ranking, language: Language) -> String {
    format!(", {}", on_record_words(table.scores_on_record, table.n, language))
}

/// A component in a line: `Tính minh bạch (n = 63, trung vị cả nước 5,88): Hậu Giang 5,06, hạng 60/63 (hạng tính từ điểm); …`.
fn line(frame: Frame<'_>, table: &Ranking, rows: &[&RankingRow], median: Option<f64>) -> String {
    let language = frame.language;
    let cells: Vec<String> = rows
        .iter()
        .map(|row| {
            let name = frame.pick(&row.name_vi, &row.name_en);
            let score = row
                .score
                .map_or_else(|| "–".to_owned(), |score| score_number(score, table.scale, language));
            let score = marked(score, is_estimated(row));
            match row
                .rank
                .filter(|_| !is_estimated(row))
                .zip(row.rank_n)
                .zip(row.rank_basis)
            {
                Some(((rank, n), basis)) => {
                    format!(
                        "{name} {score}, {} ({})",
                        format_rank(rank, n),
                        basis_text(basis, language)
                    )
                }
                None => format!("{name} {score}"),
            }
        })
        .collect();
    let median = median.map_or_else(
        || missing_words(table, language),
        |median| {
            let decimals = table.scale.decimals.of(median);
            format!(
                ", {} {}",
                median_name(table.back_cast, language),
                format_score(median, decimals, language)
            )
        },
    );
    let component = frame.pick(&table.component_name_vi, &table.component_name_en);
    let cost = match (table.scale.cost, language) {
        (false, _) => "",
        (true, Language::Vi) => ", cao là tốt",
        (true, Language::En) => ", higher is better",
    };
    format!("{component} (n = {}{cost}{median}): {}.", table.n, cells.join("; "))
}
