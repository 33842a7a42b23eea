//! A province on all four indices.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    address::{Aspect, province_address},
    format::{format_rank, join_names, rank_words},
    view_model::wording::{basis_text, component_in_sentence, marked, score_number},
};
use vithe_shared::{
    Borders, ComponentId, Problem,
    api::{ComponentProfile, IndexProfile, Standout},
    domain::ObservationStatus,
    engine::answers::find_profile,
    query::{ProfileQuery, QueryError},
};

use super::{
    Frame, Question, Reply,
    figure::{Figure, Of, reason_of},
};
use crate::mcp::arguments::PROVINCE;

/// A province in a year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct ProfileAnswer {
    province: String,
    province_name: String,
    region: String,
    /// The unit of 2025 that it became part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    successor: Option<String>,
    /// The year asked for, or the newest with a figure.
    year: u16,
    /// One per index with a figure in the year or before.
    indices: Vec<IndexFigures>,
}

/// A province on an index.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct IndexFigures {
    /// The year of the figures, which may be older than the year asked for.
    year: u16,
    method_version: String,
    /// Whether the press is the only source of the total.
    press_only: bool,
    overall: Figure,
    /// First-level components in the publisher's order.
    components: Vec<Figure>,
    /// Components in the top quarter of the ranks and above the median; null where the tables are not complete.
    strengths: Option<Vec<String>>,
    /// Components in the bottom quarter and below the median.
    weaknesses: Option<Vec<String>>,
    /// Why strengths and weaknesses are not told.
    #[serde(skip_serializing_if = "Option::is_none")]
    standouts_missing: Option<String>,
}

/// Answers a profile. `hidden` are keys of the API that the tool has not.
pub(in crate::mcp) fn profile(mut question: Question<'_>, hidden: &[&str]) -> Result<Reply, Problem> {
    let frame = Frame::of(&question);
    let province = question.arguments.take_province(frame.catalog)?;
    let province = province.ok_or_else(|| QueryError::Missing { name: PROVINCE }.into_problem(frame.language))?;
    let query: ProfileQuery = question.arguments.query(frame.catalog, hidden, &[PROVINCE])?;
    // A unit of 2025 is told of its own list.
    let is_of = |borders| frame.catalog.units(borders).province(&province).is_some();
    let query = match query.borders {
        None if !is_of(Borders::Provinces63) && is_of(Borders::Units34) => ProfileQuery {
            borders: Some(Borders::Units34),
            ..query
        },
        _ => query,
    };
    let answer = frame.ask(find_profile(frame.catalog, &province, &query))?;
    let borders = query.borders.unwrap_or(Borders::Provinces63);
    let mut lines = Vec::new();
    let mut indices = Vec::new();
    let mut source_ids: Vec<Option<&str>> = Vec::new();
    for profile in &answer.indices {
        let parts = || profile.components.iter().filter(|component| component.level == 1);
        let overall = figure(frame, profile, &profile.overall, borders);
        let components: Vec<Figure> = parts().map(|part| figure(frame, profile, part, borders)).collect();
        source_ids.extend(
            parts()
                .chain([&profile.overall])
                .map(|part| part.row.source_id.as_deref()),
        );
        lines.push(overall.sentence().to_owned());
        if profile.is_press_only {
            lines.push(
                frame
                    .pick("Số này chỉ báo chí nêu.", "The press alone gives this figure.")
                    .to_owned(),
            );
        }
        lines.extend(components_line(frame, profile));
        lines.extend(standout_line(frame, profile));
        let names = |standouts: &Option<Vec<Standout>>| {
            let list = standouts.as_ref()?;
            Some(list.iter().map(|one| one.component.to_string()).collect())
        };
        indices.push(IndexFigures {
            year: profile.year.0,
            method_version: profile.method_version.clone(),
            press_only: profile.is_press_only,
            overall,
            components,
            strengths: names(&profile.strengths),
            weaknesses: names(&profile.weaknesses),
            standouts_missing: reason_of(
                profile.standouts_missing.as_ref().map(|missing| &missing.reason),
                frame.language,
            ),
        });
    }
    let cited: Vec<_> = (answer.indices.iter())
        .map(|profile| (profile.index, Some(answer.year)))
        .collect();
    let sources = frame.sources(source_ids)?;
    let aspect = Aspect {
        indicator: None,
        year: Some(answer.year),
        borders: None,
    };
    let page = province_address(frame.language, &province, &aspect.within(borders));
    let successor = answer.successor.as_ref();
    let body = ProfileAnswer {
        province: province.to_string(),
        province_name: frame
            .pick(&answer.province.name_vi, &answer.province.name_en)
            .to_owned(),
        region: frame.pick(&answer.region_name_vi, &answer.region_name_en).to_owned(),
        successor: successor.map(|unit| frame.pick(&unit.name_vi, &unit.name_en).to_owned()),
        year: answer.year.0,
        indices,
    };
    frame.reply(body, lines, &cited, sources, &page)
}

fn figure(frame: Frame<'_>, profile: &IndexProfile, part: &ComponentProfile, borders: Borders) -> Figure {
    let of = Of {
        index: profile.index,
        component: &part.component,
        component_name: frame.pick(&part.name_vi, &part.name_en),
        scale: part.scale,
        year: profile.year,
        borders,
        n: part.n,
    };
    Figure::of_row(frame, of, &part.row)
}

/// The first-level components with score and rank.
fn components_line(frame: Frame<'_>, profile: &IndexProfile) -> Option<String> {
    let language = frame.language;
    let mut parts = Vec::new();
    for part in profile.components.iter().filter(|part| part.level == 1) {
        let Some(score) = part.row.score else { continue };
        let estimated = part.row.status == Some(ObservationStatus::Estimated);
        let name = component_in_sentence(frame.pick(&part.short_vi, &part.short_en), part.scale.cost, language);
        let score = marked(score_number(score, part.scale, language), estimated);
        let rank = part.row.rank.filter(|_| !estimated).zip(part.row.rank_n);
        let rank = rank
            .zip(part.row.rank_basis)
            .map_or_else(String::new, |((rank, n), basis)| {
                format!(" ({}, {})", format_rank(rank, n), basis_text(basis, language))
            });
        parts.push(format!("{name} {score}{rank}"));
    }
    let (index, year) = (profile.index.short_name(), profile.year);
    let label = frame.pick("thành phần", "components");
    (!parts.is_empty()).then(|| format!("{index} {year}, {label}: {}.", parts.join("; ")))
}

/// What stands out, by name and rank.
fn standout_line(frame: Frame<'_>, profile: &IndexProfile) -> Option<String> {
    let named = |standouts: &Option<Vec<Standout>>| -> Vec<String> {
        let list = standouts.iter().flatten();
        list.map(|one| {
            let rank = rank_words(one.rank, one.rank_n, frame.language);
            format!("{} ({rank})", name_of(frame, profile, &one.component))
        })
        .collect()
    };
    let (strong, weak) = (named(&profile.strengths), named(&profile.weaknesses));
    let mut parts = Vec::new();
    if !strong.is_empty() {
        let label = frame.pick("điểm mạnh", "strengths");
        parts.push(format!("{label}: {}", join_names(&strong, frame.language)));
    }
    if !weak.is_empty() {
        let label = frame.pick("điểm yếu", "weaknesses");
        parts.push(format!("{label}: {}", join_names(&weak, frame.language)));
    }
    let (index, year) = (profile.index.short_name(), profile.year);
    (!parts.is_empty()).then(|| format!("{index} {year}, {}.", parts.join("; ")))
}

fn name_of<'a>(frame: Frame<'_>, profile: &'a IndexProfile, component: &'a ComponentId) -> &'a str {
    let found = profile.components.iter().find(|part| &part.component == component);
    found.map_or(component.as_str(), |part| {
        frame.language.pick(&part.name_vi, &part.name_en)
    })
}
