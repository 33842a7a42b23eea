//! The table of one component and year.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::index_path,
    view_model::wording::{basis_text, marked, measure_phrase, score_text},
};
use vithe_shared::{
    Language, Problem, ProvinceSlug,
    api::{Ranking, RankingRow},
    engine::answers::{LookupError, list_rankings},
    query::{PageQuery, RankingQuery},
};

use super::{
    Frame, Question, Reply,
    figure::{Figure, Of},
};
use crate::mcp::arguments::{LIMIT, Limit, PROVINCE};

/// A table, or its first rows.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct RankingAnswer {
    year: u16,
    method_version: String,
    /// Units in the ranked set.
    n: u16,
    /// Units with a score on record.
    scores_on_record: u16,
    /// Units with a rank, published or derived.
    ranks_on_record: u16,
    /// Whether all of n have a score; ranks are derived only then.
    complete: bool,
    /// Whether the table holds estimates; then nothing is ranked.
    estimated: bool,
    /// Median of the scores; null where the table is not complete.
    median: Option<f64>,
    /// The first rows, best first.
    rows: Vec<Figure>,
    /// Rows that were left out.
    rows_left_out: usize,
    /// The row of the province asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    province: Option<Figure>,
}

/// Answers a table. `hidden` are keys of the API that the tool has not.
pub(in crate::mcp) fn ranking(mut question: Question<'_>, hidden: &[&str]) -> Result<Reply, Problem> {
    let limit = question.arguments.take_limit(&Limit::ROWS)?;
    let province = question.arguments.take_province(question.catalog)?;
    let frame = Frame::of(&question);
    let query: RankingQuery = question.arguments.query(frame.catalog, hidden, &[PROVINCE, LIMIT])?;
    let table = frame.ask(list_rankings(frame.catalog, &query))?;
    let own = province.map(|slug| own_row(frame, &table, &slug)).transpose()?;

    let shown: Vec<&RankingRow> = table.rows.iter().take(limit).collect();
    let sources = frame.sources(shown.iter().copied().chain(own).map(|row| row.source_id.as_deref()))?;
    let rows: Vec<Figure> = shown.iter().map(|row| row_figure(frame, &table, row)).collect();
    let province = own.map(|row| row_figure(frame, &table, row));
    let mut lines = vec![heading(frame, &table)];
    lines.extend(province.as_ref().map(|figure| figure.sentence().to_owned()));
    lines.extend(
        rows.iter()
            .zip(&shown)
            .map(|(figure, row)| short_line(figure, row, &table, frame.language)),
    );
    let page = PageQuery {
        component: Some(table.component.clone()),
        year: Some(table.year),
        borders: query.borders,
        region: query.region.clone(),
        ..PageQuery::default()
    }
    .address(&index_path(frame.language, table.index));
    let answer = RankingAnswer {
        year: table.year.0,
        method_version: table.method_version.clone(),
        n: table.n,
        scores_on_record: table.scores_on_record,
        ranks_on_record: table.ranks_on_record,
        complete: table.complete,
        estimated: table.estimated,
        median: table.summary.as_ref().map(|summary| summary.median),
        rows_left_out: table.rows.len() - rows.len(),
        rows,
        province,
    };
    frame.reply(answer, lines, &[(table.index, Some(table.year))], sources, &page)
}

fn own_row<'a>(frame: Frame<'_>, table: &'a Ranking, province: &ProvinceSlug) -> Result<&'a RankingRow, Problem> {
    let row = table.rows.iter().find(|row| &row.province == province);
    row.ok_or_else(|| {
        let units = frame.catalog.units(table.borders);
        LookupError::unknown_province(units, province.as_str()).into_problem(frame.language)
    })
}

/// A row as a figure.
pub(super) fn row_figure(frame: Frame<'_>, table: &Ranking, row: &RankingRow) -> Figure {
    let of = Of {
        index: table.index,
        component: &table.component,
        component_name: frame.pick(&table.component_name_vi, &table.component_name_en),
        scale: table.scale,
        year: table.year,
        borders: table.borders,
        n: table.n,
    };
    Figure::of_row(frame, of, row)
}

/// What the table is, and how much of it is there.
fn heading(frame: Frame<'_>, table: &Ranking) -> String {
    let name = frame.pick(&table.component_name_vi, &table.component_name_en);
    let part = (!table.component.is_overall()).then_some(name);
    let measure = measure_phrase(table.index, part, table.scale, frame.language);
    let Ranking {
        year,
        n,
        scores_on_record: scores,
        ranks_on_record: ranks,
        ..
    } = table;
    let mut heading = match frame.language {
        Language::Vi => format!("Bảng {measure} {year}: n = {n}, có điểm {scores}/{n}, có hạng {ranks}/{n}."),
        Language::En => format!("Table of the {measure} {year}: n = {n}, scores {scores}/{n}, ranks {ranks}/{n}."),
    };
    if table.estimated {
        heading.push(' ');
        heading.push_str(frame.pick(
            "Bảng có số ước tính nên không xếp hạng.",
            "The table holds estimates, so nothing is ranked.",
        ));
    } else if !table.complete {
        heading.push(' ');
        heading.push_str(frame.pick(
            "Bảng chưa đủ nên chỉ có hạng đã công bố.",
            "The table is not complete, so only published ranks are given.",
        ));
    }
    heading
}

/// `12. Bến Tre: 66,34 điểm (hạng công bố)`
fn short_line(figure: &Figure, row: &RankingRow, table: &Ranking, language: Language) -> String {
    let score = match (figure.score, figure.missing) {
        (Some(score), _) => marked(score_text(score, table.scale, language), figure.estimated),
        (None, missing) => missing.unwrap_or("–").to_owned(),
    };
    let name = &figure.province_name;
    match (figure.rank, row.rank_basis) {
        (Some(rank), Some(basis)) => format!("{rank}. {name}: {score} ({})", basis_text(basis, language)),
        _ => format!("{name}: {score}"),
    }
}
