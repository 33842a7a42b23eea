//! One component over the years.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::{Aspect, compare_path, province_address},
    view_model::wording::comparability_name,
};
use vithe_shared::{
    Indicator, Language, Problem, Text, Year,
    api::{self, SeriesBreak},
    engine::{
        answers::{LookupError, list_series},
        catalog::IndexCatalog,
    },
    query::{PageQuery, QueryError, SeriesQuery},
};

use super::{
    Frame, Question, Reply, Source,
    figure::{Figure, Of, comparability_code, reason_of},
};

/// More provinces than a text can tell.
const MOST_PROVINCES: usize = 6;

/// Scores and ranks over the years.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct SeriesAnswer {
    /// One series per province, in the order asked for.
    series: Vec<OneSeries>,
    /// Pairs of neighbouring years that do not compare fully; all others are comparable.
    breaks: Vec<Break>,
}

/// The series of a province.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct OneSeries {
    province: String,
    /// By year, ascending; years without a figure are left out.
    points: Vec<Figure>,
}

/// Two years that do not compare fully.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Break {
    from_year: u16,
    year: u16,
    /// limited, reweighted or `not_comparable`.
    comparability: &'static str,
    reason: String,
}

/// Answers a series.
pub(in crate::mcp) fn series(question: Question<'_>) -> Result<Reply, Problem> {
    let frame = Frame::of(&question);
    let query: SeriesQuery = question.arguments.query(frame.catalog, &[], &[])?;
    let count = query.provinces.len();
    if count == 0 || count > MOST_PROVINCES {
        let refused = if count == 0 {
            QueryError::Missing { name: "p" }
        } else {
            QueryError::Malformed {
                name: "p",
                value: count.to_string(),
                expected: Text::new("từ 1 đến 6 tỉnh", "one to six provinces"),
            }
        };
        return Err(refused.into_problem(frame.language));
    }
    let answer = frame.ask(list_series(frame.catalog, &query))?;
    let index = frame.ask(frame.catalog.index(answer.index).map_err(LookupError::from))?;
    let is_shown = |year: Year| query.from.is_none_or(|from| from <= year) && query.to.is_none_or(|to| year <= to);

    let mut lines = Vec::new();
    let mut told = Vec::new();
    for one in &answer.series {
        let points: Vec<Figure> = one
            .points
            .iter()
            .filter(|point| is_shown(point.year))
            .map(|point| {
                let of = of_point(frame, &answer, index, point.year);
                let name = frame.pick(&one.name_vi, &one.name_en);
                Figure::of_point(of, (one.province.as_str(), name), point, frame.language)
            })
            .collect();
        lines.extend(points.iter().map(|figure| figure.sentence().to_owned()));
        told.push(OneSeries {
            province: one.province.to_string(),
            points,
        });
    }
    let breaks: Vec<&SeriesBreak> = answer
        .breaks
        .iter()
        .filter(|found| is_shown(found.from_year) && is_shown(found.year))
        .collect();
    lines.extend(breaks.iter().map(|found| break_line(found, frame.language)));
    let body = SeriesAnswer {
        series: told,
        breaks: breaks
            .into_iter()
            .map(|found| break_of(found, frame.language))
            .collect(),
    };
    let sources = sources(frame, &answer, is_shown)?;
    frame.reply(body, lines, &[(answer.index, query.to)], sources, &page(frame, &query))
}

fn of_point<'a>(frame: Frame<'a>, answer: &'a api::SeriesAnswer, index: &IndexCatalog, year: Year) -> Of<'a> {
    let table = index.table_told(&answer.component, year, answer.borders);
    let n = answer.years.iter().find(|of| of.year == year).map_or(0, |of| of.n);
    Of {
        index: answer.index,
        component: &answer.component,
        component_name: frame.pick(&answer.component_name_vi, &answer.component_name_en),
        scale: table.map_or(answer.scale, |table| table.scale),
        year,
        borders: answer.borders,
        n,
    }
}

fn break_of(found: &SeriesBreak, language: Language) -> Break {
    Break {
        from_year: found.from_year.0,
        year: found.year.0,
        comparability: comparability_code(found.comparability),
        reason: reason_of(Some(&found.reason), language).unwrap_or_default(),
    }
}

fn break_line(found: &SeriesBreak, language: Language) -> String {
    let name = comparability_name(found.comparability, language);
    let reason = language.pick(&found.reason.vi, &found.reason.en);
    format!("{}→{}: {name}. {reason}", found.from_year, found.year)
}

/// The documents of the scores.
fn sources(
    frame: Frame<'_>,
    answer: &api::SeriesAnswer,
    is_shown: impl Fn(Year) -> bool,
) -> Result<Vec<Source>, Problem> {
    let mut ids: Vec<Option<String>> = Vec::new();
    for one in &answer.series {
        for point in one.points.iter().filter(|point| is_shown(point.year)) {
            let province = (answer.borders, &one.province);
            ids.push(frame.source_id(answer.index, &answer.component, point.year, province)?);
        }
    }
    frame.sources(ids.iter().map(Option::as_deref))
}

fn page(frame: Frame<'_>, query: &SeriesQuery) -> String {
    if let [province] = &query.provinces[..] {
        let aspect = Aspect {
            indicator: Some(Indicator {
                index: query.index,
                component: query.component.clone(),
            }),
            year: query.to,
            borders: query.borders,
        };
        return province_address(frame.language, province, &aspect);
    }
    PageQuery {
        provinces: query.provinces.clone(),
        index: Some(query.index),
        component: Some(query.component.clone()),
        borders: query.borders,
        ..PageQuery::default()
    }
    .address(&compare_path(frame.language))
}
