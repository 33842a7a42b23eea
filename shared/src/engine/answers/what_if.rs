//! What changed components would do to a total and its rank. This file gathers the figures the question starts from; the
//! answer itself is computed by `shared::analytics::what_if`, in the browser by the very same function.

use crate::{
    ComponentId, Language, Problem, ProblemCode, Year,
    analytics::{
        rounding::{DIFFERENCE_DECIMALS, round_to},
        statistics::median,
        what_if::{WhatIfError, answer, rank_among},
    },
    api::what_if::{Rival, WhatIfAnswer, WhatIfComponent, WhatIfRequest},
    domain::{Comparability, Membership, Reason},
    engine::catalog::{Catalog, IndexCatalog, Table, UnitList},
};

use super::error::{LookupError, units_of_series};

/// What a question can run into: something that is not on record, or a value that is out of bounds.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WhatIfFault {
    /// Not on record.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// Out of bounds.
    #[error(transparent)]
    Request(#[from] WhatIfError),
}

impl WhatIfFault {
    /// The problem a client is told; it points into the request.
    pub fn into_problem(self, language: Language) -> Problem {
        let fault = match self {
            Self::Lookup(error) => return error.into_problem(language),
            Self::Request(fault) => fault,
        };
        let scale = |min: f64, max: f64| format!("{min}–{max}");
        let (pointer, vi, en) = match &fault {
            WhatIfError::UnknownComponent {
                member,
                component,
                allowed,
            } => {
                let allowed: Vec<&str> = allowed.iter().map(ComponentId::as_str).collect();
                let allowed = allowed.join(", ");
                (
                    format!("/{member}/{component}"),
                    format!("Năm này không có thành phần “{component}”. Các thành phần: {allowed}."),
                    format!("There is no component “{component}” in this year. The components are {allowed}."),
                )
            }
            WhatIfError::OutsideScale {
                component,
                score,
                change,
                min,
                max,
            } => {
                let scale = scale(*min, *max);
                (
                    format!("/changes/{component}"),
                    format!(
                        "Thành phần “{component}” đang là {score}; thay đổi {change:+} vượt ra ngoài thang {scale}."
                    ),
                    format!(
                        "Component “{component}” is {score}; a change of {change:+} leads out of its scale {scale}."
                    ),
                )
            }
            WhatIfError::UsualChangeNotPositive { component } => (
                format!("/usual_changes/{component}"),
                format!("Mức thay đổi thông thường mỗi năm của “{component}” phải lớn hơn 0."),
                format!("The usual yearly change of “{component}” must be above 0."),
            ),
            WhatIfError::TargetRank { n } => (
                "/target_rank".to_owned(),
                format!("Thứ hạng mục tiêu phải từ 1 đến {n}."),
                format!("A target rank lies between 1 and {n}."),
            ),
            WhatIfError::TargetScore { min, max } => {
                let scale = scale(*min, *max);
                (
                    "/target_score".to_owned(),
                    format!("Điểm mục tiêu phải nằm trong thang {scale}."),
                    format!("A target score lies within the scale {scale}."),
                )
            }
            _ => (
                "/target_score".to_owned(),
                "Chỉ đặt một mục tiêu: thứ hạng hoặc điểm.".to_owned(),
                "Set one target: a rank or a score.".to_owned(),
            ),
        };
        let detail = match language {
            Language::Vi => vi,
            Language::En => en,
        };
        Problem::new(ProblemCode::InvalidValue, language, detail).at_parameter(&pointer)
    }
}

/// Answers a what-if question.
pub fn answer_what_if(catalog: &Catalog, request: &WhatIfRequest) -> Result<WhatIfAnswer, WhatIfFault> {
    Ok(answer(&starting_point(catalog, request)?, request)?)
}

/// The figures a question starts from.
fn starting_point(catalog: &Catalog, request: &WhatIfRequest) -> Result<WhatIfAnswer, LookupError> {
    let index = catalog.index(request.index)?;
    let units = units_of_series(catalog);
    let unit = units
        .position(&request.province)
        .ok_or_else(|| LookupError::unknown_province(units, request.province.as_str()))?;
    let province = &units.provinces()[unit];
    let total = ComponentId::overall();
    let years: Vec<Year> = index
        .tables(&total)
        .filter(|table| can_start_from(index, table, unit))
        .map(|table| table.year)
        .collect();
    let year = match request.year {
        Some(year) => years.iter().copied().find(|known| *known == year),
        None => years.last().copied(),
    };
    let table = year
        .and_then(|year| index.table(&total, year))
        .ok_or_else(|| match request.year {
            Some(year) if !years.is_empty() => LookupError::UnknownYear {
                of: Some((index.id(), total.clone())),
                year,
                allowed: years.clone(),
            },
            _ => LookupError::NoComponents { index: index.id() },
        })?;
    let score_before = table.cells[unit].score.as_ref().map_or(f64::NAN, |score| score.exact);
    let (rivals, drift_refused) = rivals(index, units, table, unit, request.drift);
    let unmoved: Vec<f64> = other_totals(table, unit).map(|(_, total)| total).collect();
    let totals: Vec<f64> = rivals.iter().map(|rival| rival.score).collect();
    Ok(WhatIfAnswer {
        index: index.id(),
        province: province.slug.clone(),
        name_vi: province.name_vi.clone(),
        name_en: province.name_en.clone(),
        year: table.year,
        scale: table.scale,
        score_before: round_to(score_before, DIFFERENCE_DECIMALS),
        rank_before: rank_among(score_before, &unmoved),
        score: round_to(score_before, DIFFERENCE_DECIMALS),
        rank: rank_among(score_before, &totals),
        rank_n: table.n,
        overtaken: Vec::new(),
        overtaken_by: Vec::new(),
        needed: None,
        components: index
            .parts(&total, table.year)
            .iter()
            .filter_map(|part| component(index, units, part, table.year, unit))
            .collect(),
        rivals,
        drift: request.drift && drift_refused.is_none(),
        drift_refused,
        weights_assumed: index.weights_are_assumed(table.year),
        years,
        revision: catalog.revision().to_owned(),
    })
}

/// Whether a year has a complete table of totals and all components of the unit, with weights.
fn can_start_from(index: &IndexCatalog, table: &Table, unit: usize) -> bool {
    let parts = index.parts(&ComponentId::overall(), table.year);
    table.complete
        && table.cells[unit].membership == Membership::Member
        && !parts.is_empty()
        && parts.iter().all(|part| {
            let has_score = index
                .table(part, table.year)
                .is_some_and(|table| table.cells[unit].score.is_some());
            has_score && index.total_weight(part, table.year).is_some()
        })
}

fn other_totals(table: &Table, unit: usize) -> impl Iterator<Item = (usize, f64)> {
    table
        .cells
        .iter()
        .enumerate()
        .filter(move |(other, cell)| *other != unit && cell.membership == Membership::Member)
        .filter_map(|(other, cell)| Some((other, cell.score.as_ref()?.exact)))
}

/// The others' totals, best first; moved once more by their last yearly change where drift is asked for and possible.
fn rivals(
    index: &IndexCatalog,
    units: &UnitList,
    table: &Table,
    unit: usize,
    drift: bool,
) -> (Vec<Rival>, Option<Reason>) {
    let total = ComponentId::overall();
    let earlier = index.tables(&total).rev().find(|earlier| earlier.year < table.year);
    let (moved_from, refused) = match earlier {
        _ if !drift => (None, None),
        None => (None, Some(no_earlier_year())),
        Some(earlier) => {
            let pair = index.compare(&total, earlier.year, table.year);
            if pair.value == Comparability::Comparable {
                (Some(earlier), None)
            } else {
                (None, pair.reason)
            }
        }
    };
    let mut rivals: Vec<Rival> = other_totals(table, unit)
        .map(|(other, score)| {
            let province = &units.provinces()[other];
            let drifted = moved_from
                .and_then(|earlier| earlier.cells[other].score.as_ref())
                .map_or(score, |before| score + (score - before.exact));
            Rival {
                province: province.slug.clone(),
                name_vi: province.name_vi.clone(),
                name_en: province.name_en.clone(),
                score: round_to(drifted.clamp(table.scale.min, table.scale.max), DIFFERENCE_DECIMALS),
            }
        })
        .collect();
    rivals.sort_by(|left, right| right.score.total_cmp(&left.score));
    (rivals, refused)
}

fn no_earlier_year() -> Reason {
    Reason {
        code: "no_earlier_year".to_owned(),
        vi: "Không có năm trước để lấy mức thay đổi của các tỉnh khác.".to_owned(),
        en: "There is no earlier year to take the others' change from.".to_owned(),
    }
}

fn component(
    index: &IndexCatalog,
    units: &UnitList,
    part: &ComponentId,
    year: Year,
    unit: usize,
) -> Option<WhatIfComponent> {
    let table = index.table(part, year)?;
    let score = table.cells[unit].score.as_ref()?.exact;
    let region = &units.provinces()[unit].region;
    let best_in_region = table
        .region_members(units, region)
        .filter_map(|member| Some(table.cells[member].score.as_ref()?.exact))
        .fold(score, f64::max);
    let changes = yearly_changes(index, part);
    let name = index.component(part).and_then(|info| info.name_in(year))?;
    Some(WhatIfComponent {
        component: part.clone(),
        name_vi: name.name_vi.clone(),
        name_en: name.name_en.clone(),
        scale: table.scale,
        score: round_to(score, DIFFERENCE_DECIMALS),
        weight: round_to(index.total_weight(part, year)?, DIFFERENCE_DECIMALS),
        best_in_region: round_to(best_in_region, DIFFERENCE_DECIMALS),
        usual_change: round_to(median(&changes).unwrap_or(0.0), DIFFERENCE_DECIMALS),
        usual_change_n: u32::try_from(changes.len()).unwrap_or(u32::MAX),
    })
}

/// Absolute yearly changes of a component over comparable pairs, all provinces.
fn yearly_changes(index: &IndexCatalog, component: &ComponentId) -> Vec<f64> {
    let tables: Vec<&Table> = index.tables(component).collect();
    tables
        .windows(2)
        .filter(|pair| index.comparability(component, pair[0].year, pair[1].year) == Comparability::Comparable)
        .flat_map(|pair| {
            pair[0]
                .cells
                .iter()
                .zip(&pair[1].cells)
                .filter_map(|(before, after)| Some((after.score.as_ref()?.exact - before.score.as_ref()?.exact).abs()))
        })
        .collect()
}
