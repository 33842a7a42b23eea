//! The table of one indicator.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{address::index_path, format::rank_words, view_model::indicator_words::IndicatorNumber};
use vithe_shared::{
    Language, Problem,
    api::indicators::{IndicatorRanking, IndicatorRankingRow},
    domain::RankBasis,
    engine::answers::{LookupError, find_indicator_ranking},
    query::{IndicatorRankingQuery, PageQuery},
};

use super::{Frame, Question, Reply, Source, figure::basis_code};
use crate::mcp::arguments::{LIMIT, Limit, PROVINCE};

/// The table of an indicator, or its first rows.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct IndicatorAnswer {
    index: &'static str,
    indicator: String,
    indicator_name: String,
    /// The component that it lies below.
    component: String,
    /// What a value counts.
    unit: &'static str,
    /// Which values are good: higher or lower.
    better: &'static str,
    /// What has to be known to read it.
    note: String,
    year: u16,
    /// Units in the ranked set.
    n: u16,
    /// Units with a value.
    on_record: u16,
    median: Option<f64>,
    /// Best first.
    rows: Vec<Row>,
    /// Rows that were left out.
    rows_left_out: usize,
    /// The row of the province asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    province: Option<Row>,
}

/// A province on the indicator.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Row {
    province: String,
    province_name: String,
    value: Option<f64>,
    /// 1 is best; derived from the values.
    rank: Option<u16>,
    /// How many are ranked.
    n: Option<u16>,
    /// derived: nobody publishes ranks of indicators.
    rank_basis: Option<&'static str>,
    /// Ranges between the quartiles from the median, positive on the good side.
    distance: Option<f64>,
}

/// Answers the table of an indicator.
pub(in crate::mcp) fn indicator(mut question: Question<'_>) -> Result<Reply, Problem> {
    let limit = question.arguments.take_limit(&Limit::ROWS)?;
    let province = question.arguments.take_province(question.catalog)?;
    let frame = Frame::of(&question);
    let query: IndicatorRankingQuery = question.arguments.query(frame.catalog, &[], &[PROVINCE, LIMIT])?;
    let table = frame.ask(find_indicator_ranking(frame.catalog, &query))?;
    let own = match &province {
        None => None,
        Some(slug) => {
            let row = table.rows.iter().find(|row| &row.province == slug);
            let units = frame.catalog.units(table.borders);
            Some(frame.ask(row.ok_or_else(|| LookupError::unknown_province(units, slug.as_str())))?)
        }
    };
    let format = IndicatorNumber::of(table.indicator.unit, table.summary.as_ref(), frame.language);
    let mut lines = vec![heading(frame, &table, format)];
    lines.extend(own.map(|row| line(frame, row, format)));
    lines.extend(table.rows.iter().take(limit).map(|row| line(frame, row, format)));
    let page = PageQuery {
        component: Some(table.indicator.id.clone().into()),
        year: Some(table.year),
        region: query.region.clone(),
        ..PageQuery::default()
    }
    .address(&index_path(frame.language, table.index));
    let sources = table.sources.iter().map(Source::from).collect();
    let of = &table.indicator;
    let body = IndicatorAnswer {
        index: table.index.as_str(),
        indicator: of.id.to_string(),
        indicator_name: frame.pick(&of.name_vi, &of.name_en).to_owned(),
        component: of.component.to_string(),
        unit: of.unit.as_str(),
        better: of.direction.as_str(),
        note: frame.pick(&of.note_vi, &of.note_en).to_owned(),
        year: table.year.0,
        n: table.n,
        on_record: table.on_record,
        median: table.summary.as_ref().map(|summary| summary.median),
        rows: table.rows.iter().take(limit).map(|one| row(frame, one)).collect(),
        rows_left_out: table.rows.len().saturating_sub(limit),
        province: own.map(|one| row(frame, one)),
    };
    frame.reply(body, lines, &[(table.index, Some(table.year))], sources, &page)
}

fn row(frame: Frame<'_>, row: &IndicatorRankingRow) -> Row {
    Row {
        province: row.province.to_string(),
        province_name: frame.pick(&row.name_vi, &row.name_en).to_owned(),
        value: row.value,
        rank: row.rank,
        n: row.rank_n,
        rank_basis: row.rank.map(|_| basis_code(RankBasis::Derived)),
        distance: row.distance,
    }
}

fn heading(frame: Frame<'_>, table: &IndicatorRanking, format: IndicatorNumber) -> String {
    let (index, year, n, there) = (table.index.short_name(), table.year, table.n, table.on_record);
    let name = frame.pick(&table.indicator.name_vi, &table.indicator.name_en);
    let median = table.summary.as_ref().map(|summary| format.with_unit(summary.median));
    let median = median.map_or_else(String::new, |median| {
        format!(", {} {median}", frame.pick("trung vị", "median"))
    });
    match frame.language {
        Language::Vi => format!("{name} ({index} {year}): có số liệu {there}/{n} tỉnh{median}; hạng tính từ số liệu."),
        Language::En => format!("{name} ({index} {year}): {there}/{n} provinces on record{median}; ranks derived."),
    }
}

fn line(frame: Frame<'_>, row: &IndicatorRankingRow, format: IndicatorNumber) -> String {
    let name = frame.pick(&row.name_vi, &row.name_en);
    let value = row
        .value
        .map_or_else(|| "–".to_owned(), |value| format.with_unit(value));
    match row.rank.zip(row.rank_n) {
        Some((rank, n)) => format!("{name}: {value}, {}", rank_words(rank, n, frame.language)),
        None => format!("{name}: {value}"),
    }
}
