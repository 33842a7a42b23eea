//! What a name means.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::{PageAddress, search_path},
    search::{self, Kind},
};
use vithe_shared::{Borders, Language, Problem, engine::catalog::Catalog, query::PageQuery};

use super::{Frame, Question, Reply};
use crate::mcp::arguments::{LANGUAGE, LIMIT, Limit};

/// What was found.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct FindAnswer {
    /// What was looked for.
    q: String,
    /// Best first, those of a kind together; empty where nothing fits.
    found: Vec<Found>,
}

/// Something that fits.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct Found {
    /// province, index, component, indicator or page.
    kind: &'static str,
    name: String,
    /// What tells it from others.
    note: String,
    /// The slug of a province, for `province` and `p`.
    #[serde(skip_serializing_if = "Option::is_none")]
    province: Option<String>,
    /// The list that a province is of, 63 or 34.
    #[serde(skip_serializing_if = "Option::is_none")]
    borders: Option<&'static str>,
    /// For `index`.
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<&'static str>,
    /// For `component`, or `indicator` where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    component: Option<String>,
    page: String,
}

/// Looks a name up.
pub(in crate::mcp) fn find(mut question: Question<'_>) -> Result<Reply, Problem> {
    let wanted = question.arguments.take_text("q")?;
    let limit = question.arguments.take_limit(&Limit::ROWS)?;
    let frame = Frame::of(&question);
    question.arguments.finish(&["q", LIMIT, LANGUAGE])?;
    let findings = search::find(frame.catalog, &wanted, frame.language).into_list(limit);
    let found: Vec<Found> = findings.into_iter().map(|finding| describe(frame, finding)).collect();
    let mut lines: Vec<String> = found.iter().map(line).collect();
    if lines.is_empty() {
        lines.push(nothing(frame.catalog, &wanted, frame.language));
    }
    let page = PageQuery {
        search: Some(wanted.clone()),
        ..PageQuery::default()
    }
    .address(&search_path(frame.language));
    frame.reply(FindAnswer { q: wanted, found }, lines, &[], Vec::new(), &page)
}

fn describe(frame: Frame<'_>, finding: search::Finding) -> Found {
    let (path, query) = finding.address.split_once('?').unwrap_or((&finding.address, ""));
    let address = PageAddress::of_address(path, query);
    let is_place = finding.kind == Kind::Place;
    let province = is_place.then(|| address.province()).flatten();
    let borders = is_place.then(|| address.query.borders.unwrap_or(Borders::Provinces63));
    Found {
        kind: match finding.kind {
            Kind::Place => "province",
            Kind::Index => "index",
            Kind::Component => "component",
            Kind::Indicator => "indicator",
            Kind::Page => "page",
        },
        province: province.map(|slug| slug.to_string()),
        borders: borders.map(Borders::as_str),
        index: (!is_place)
            .then(|| address.index())
            .flatten()
            .map(vithe_shared::IndexId::as_str),
        component: address.query.component.as_ref().map(ToString::to_string),
        name: finding.name,
        note: finding.note,
        page: frame.absolute(&finding.address),
    }
}

fn line(found: &Found) -> String {
    let mut identifiers: Vec<&str> = Vec::new();
    identifiers.extend(found.province.as_deref());
    identifiers.extend(found.index);
    identifiers.extend(found.component.as_deref());
    let note = if found.note.is_empty() {
        String::new()
    } else {
        format!(" ({})", found.note)
    };
    format!("{}{note}: {} – {}", found.name, identifiers.join(" "), found.page)
}

/// Nothing fits: the provinces that come nearest.
fn nothing(catalog: &Catalog, wanted: &str, language: Language) -> String {
    let nearest = catalog.units(Borders::Provinces63).nearest(wanted).into_iter();
    let names: Vec<String> = nearest
        .map(|unit| format!("{} ({})", language.pick(&unit.name_vi, &unit.name_en), unit.slug))
        .collect();
    match language {
        Language::Vi => format!("Không tìm thấy “{wanted}”. Tên tỉnh gần nhất: {}.", names.join(", ")),
        Language::En => format!(
            "Nothing fits “{wanted}”. The nearest names of provinces: {}.",
            names.join(", ")
        ),
    }
}
