//! Components that fall year after year.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::declines_path,
    format::{format_difference, format_score},
    view_model::wording::comparability_note,
};
use vithe_shared::{
    Language, Problem,
    api::declines::{self, DeclineRow},
    engine::answers::list_declines,
    query::{DeclinesQuery, PageQuery},
};

use super::{
    Frame, Question, Reply,
    figure::{comparability_code, reason_of},
};
use crate::mcp::arguments::{LIMIT, Limit};

/// Points are told to this many decimals in a text.
const DECIMALS: u8 = 2;

/// What falls, the longest and costliest first.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct DeclinesAnswer {
    index: &'static str,
    /// The year in which every run ends.
    until: u16,
    /// The first year of a span; null where runs of falls in a row were asked for.
    from: Option<u16>,
    /// The shortest run that is listed.
    streak: u16,
    /// Units in the ranked set of `until`.
    n: u16,
    /// Provinces with components on record in `until`.
    provinces_on_record: u16,
    /// Of them those with the year before on record too: no run can be told of the others.
    provinces_with_runs: u16,
    /// How far the years of a span compare.
    comparability: &'static str,
    /// Why they do not compare fully.
    reason: Option<String>,
    rows: Vec<Decline>,
    /// Rows that were left out.
    rows_left_out: usize,
}

/// A component of a province that fell.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Decline {
    province: String,
    province_name: String,
    component: String,
    component_name: String,
    /// The component above it, where its fall is listed too and counted there.
    part_of: Option<String>,
    /// Falls in a row; 0 in a span.
    years: u16,
    from_year: u16,
    until: u16,
    /// In points of the component, negative.
    total_change: f64,
    /// Change of the national median over the same years; null where a table is not complete.
    median_change: Option<f64>,
    /// Places lost in the table of the component.
    rank_lost: Option<i32>,
    latest_score: f64,
    /// Points of the total.
    cost_in_total: Option<f64>,
    /// Places of the total, the others as observed.
    cost_in_places: Option<u16>,
}

/// Answers the declines.
pub(in crate::mcp) fn declines(mut question: Question<'_>) -> Result<Reply, Problem> {
    let limit = question.arguments.take_limit(&Limit::ROWS)?;
    let frame = Frame::of(&question);
    let query: DeclinesQuery = question.arguments.query(frame.catalog, &[], &[LIMIT])?;
    let answer = frame.ask(list_declines(frame.catalog, &query))?;
    let shown = || answer.rows.iter().take(limit);
    let mut lines = vec![heading(frame, &answer)];
    lines.extend(shown().map(|row| line(frame, row)));
    let mut source_ids = Vec::new();
    for row in shown() {
        for year in [row.from_year, row.until] {
            source_ids.push(frame.source_id(row.index, &row.component, year, (answer.borders, &row.province))?);
        }
    }
    let sources = frame.sources(source_ids.iter().map(Option::as_deref))?;
    let page = PageQuery {
        index: Some(answer.index),
        year: Some(answer.until),
        from: answer.from,
        streak: Some(query.streak),
        provinces: query.province.iter().cloned().collect(),
        region: query.region.clone(),
        borders: query.borders,
        ..PageQuery::default()
    }
    .address(&declines_path(frame.language));
    let body = DeclinesAnswer {
        index: answer.index.as_str(),
        until: answer.until.0,
        from: answer.from.map(|year| year.0),
        streak: answer.streak,
        n: answer.n,
        provinces_on_record: answer.provinces_on_record,
        provinces_with_runs: answer.provinces_with_runs,
        comparability: comparability_code(answer.comparability),
        reason: reason_of(answer.reason.as_ref(), frame.language),
        rows: shown().map(|row| decline(frame, row)).collect(),
        rows_left_out: answer.rows.len().saturating_sub(limit),
    };
    frame.reply(body, lines, &[(answer.index, Some(answer.until))], sources, &page)
}

fn decline(frame: Frame<'_>, row: &DeclineRow) -> Decline {
    Decline {
        province: row.province.to_string(),
        province_name: frame.pick(&row.name_vi, &row.name_en).to_owned(),
        component: row.component.to_string(),
        component_name: frame.pick(&row.component_name_vi, &row.component_name_en).to_owned(),
        part_of: row.part_of.as_ref().map(ToString::to_string),
        years: row.years,
        from_year: row.from_year.0,
        until: row.until.0,
        total_change: row.total_change,
        median_change: row.median_change,
        rank_lost: row.rank_lost,
        latest_score: row.latest_score,
        cost_in_total: row.cost_in_total,
        cost_in_places: row.cost_in_places,
    }
}

/// What is listed, and of how many provinces it can be told.
fn heading(frame: Frame<'_>, answer: &declines::DeclinesAnswer) -> String {
    let (index, until, n) = (answer.index.short_name(), answer.until, answer.n);
    let rows = answer.rows.len();
    let Some(from) = answer.from else {
        let (runs, streak) = (answer.provinces_with_runs, answer.streak);
        return match frame.language {
            Language::Vi => format!(
                "{index}: thành phần giảm ít nhất {streak} năm liền, tính đến {until}: {rows} dòng. Xét được {runs}/{n} tỉnh có \
                 số liệu các năm liền nhau."
            ),
            Language::En => format!(
                "{index}: components that fell at least {streak} years in a row up to {until}: {rows} rows. It can be told of \
                 {runs}/{n} provinces, which have neighbouring years on record."
            ),
        };
    };
    let note = comparability_note(answer.comparability, from, answer.reason.as_ref(), frame.language);
    let note = note.map_or_else(String::new, |note| format!(" ({note})"));
    match frame.language {
        Language::Vi => format!("{index}: thành phần giảm từ {from} đến {until}{note}: {rows} dòng, n = {n}."),
        Language::En => format!("{index}: components lower in {until} than in {from}{note}: {rows} rows, n = {n}."),
    }
}

fn line(frame: Frame<'_>, row: &DeclineRow) -> String {
    let language = frame.language;
    let name = frame.pick(&row.name_vi, &row.name_en);
    let component = frame.pick(&row.component_name_vi, &row.component_name_en);
    let change = format_difference(row.total_change, DECIMALS, language);
    let latest = format_score(row.latest_score, DECIMALS, language);
    let mut facts = vec![match language {
        Language::Vi => format!("điểm {change} từ {} đến {}, còn {latest}", row.from_year, row.until),
        Language::En => format!("{change} from {} to {}, now {latest}", row.from_year, row.until),
    }];
    facts.extend(row.median_change.map(|median| {
        let median = format_difference(median, DECIMALS, language);
        format!("{} {median}", language.pick("trung vị cả nước", "national median"))
    }));
    facts.extend(row.cost_in_total.map(|cost| {
        let cost = format_score(cost.abs(), DECIMALS, language);
        match language {
            Language::Vi => format!("mất {cost} điểm tổng hợp"),
            Language::En => format!("costs {cost} points of the total"),
        }
    }));
    format!("{name}, {component}: {}.", facts.join("; "))
}
