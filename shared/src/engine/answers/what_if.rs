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
    sorting::sort_by,
};

use super::error::{LookupError, missing_year, units_asked};

/// What a question can run into: something that is not on record, or a value that is out of bounds.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WhatIfFault {
    /// Not on record.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The province to compare with is none.
    #[error(transparent)]
    Peer(LookupError),
    /// Out of bounds.
    #[error(transparent)]
    Request(#[from] WhatIfError),
}

impl WhatIfFault {
    /// The problem a client is told; it points into the request.
    pub fn into_problem(self, language: Language) -> Problem {
        let fault = match self {
            Self::Lookup(error) => return error.into_problem(language),
            Self::Peer(error) => {
                let mut problem = error.into_problem(language);
                for place in &mut problem.errors {
                    "peer".clone_into(&mut place.pointer);
                }
                return problem;
            }
            Self::Request(fault) => fault,
        };
        let scale = |min: f64, max: f64| format!("{min}–{max}");
        let code = match &fault {
            WhatIfError::UnknownComponent { .. } => ProblemCode::UnknownComponent,
            WhatIfError::TwoTargets => ProblemCode::ConflictingParameters,
            _ => ProblemCode::InvalidValue,
        };
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
                let (vi, en) = match score {
                    Some(score) => (format!(" đang là {score}"), format!(" is {score}")),
                    None => (" chưa có điểm".to_owned(), " has no score on record".to_owned()),
                };
                (
                    format!("/changes/{component}"),
                    format!("Thành phần “{component}”{vi}; thay đổi {change:+} vượt ra ngoài thang {scale}."),
                    format!("Component “{component}”{en}; a change of {change:+} leads out of its scale {scale}."),
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
        Problem::new(code, language, detail).at_parameter(&pointer)
    }
}

/// Answers a what-if question.
pub fn answer_what_if(catalog: &Catalog, request: &WhatIfRequest) -> Result<WhatIfAnswer, WhatIfFault> {
    Ok(answer(&starting_point(catalog, request)?, request)?)
}

/// The figures a question starts from.
fn starting_point(catalog: &Catalog, request: &WhatIfRequest) -> Result<WhatIfAnswer, WhatIfFault> {
    let index = catalog.index(request.index).map_err(LookupError::from)?;
    let total = ComponentId::overall();
    let units = units_asked(catalog, index, &total, request.borders, request.year);
    let unit = units
        .position(&request.province)
        .ok_or_else(|| LookupError::unknown_province(units, request.province.as_str()))?;
    let province = &units.provinces()[unit];
    let peer = (request.peer.as_ref())
        .map(|peer| {
            let found = units.position(peer);
            found.ok_or_else(|| WhatIfFault::Peer(LookupError::unknown_province(units, peer.as_str())))
        })
        .transpose()?;
    let years: Vec<Year> = index
        .tables_of(&total, units.borders())
        .into_iter()
        .filter(|table| can_start_from(index, table, unit))
        .map(|table| table.year)
        .collect();
    let has_components = |year: &Year| {
        let mut parts = index.parts(&total, *year).iter();
        parts.all(|part| score_of(index, part, *year, unit).is_some())
    };
    let year = match request.year {
        Some(year) => years.iter().copied().find(|known| *known == year),
        None => years.last().copied(),
    };
    let table = year
        .and_then(|year| index.table(&total, year))
        .ok_or_else(|| match request.year {
            Some(year) if !years.is_empty() => missing_year(index, &total, units, year, &years),
            _ => LookupError::NoComponents { index: index.id() },
        })?;
    let score_before = table.cells[unit].score.as_ref().map_or(f64::NAN, |score| score.exact);
    let (rivals, drift_refused) = rivals(index, units, table, unit, request.drift);
    let unmoved: Vec<f64> = other_totals(table, unit).map(|(_, total)| total).collect();
    let totals: Vec<f64> = rivals.iter().map(|rival| rival.score).collect();
    Ok(WhatIfAnswer {
        index: index.id(),
        borders: units.borders(),
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
            .filter_map(|part| component(index, units, part, table.year, (unit, peer)))
            .collect(),
        region_n: table.region_n(units, &province.region),
        peer: request.peer.clone(),
        rivals,
        drift: request.drift && drift_refused.is_none(),
        drift_refused,
        weights_assumed: index.weights_are_assumed(table.year),
        years_with_components: years.iter().copied().filter(has_components).collect(),
        years,
        revision: catalog.revision().to_owned(),
    })
}

/// Whether a year has a complete table of totals, with the unit, and its components with weights. What is on record of the
/// components themselves is another matter: a change can be added to a total without them.
fn can_start_from(index: &IndexCatalog, table: &Table, unit: usize) -> bool {
    let parts = index.parts(&ComponentId::overall(), table.year);
    table.complete
        && table.cells[unit].membership == Membership::Member
        && !parts.is_empty()
        && parts
            .iter()
            .all(|part| index.table(part, table.year).is_some() && index.total_weight(part, table.year).is_some())
}

fn score_of(index: &IndexCatalog, component: &ComponentId, year: Year, unit: usize) -> Option<f64> {
    Some(index.table(component, year)?.cells[unit].score.as_ref()?.exact)
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
    let earlier = index
        .tables_of(&total, table.borders)
        .into_iter()
        .rev()
        .find(|earlier| earlier.year < table.year);
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
    sort_by(&mut rivals, |left, right| right.score.total_cmp(&left.score));
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
    (unit, peer): (usize, Option<usize>),
) -> Option<WhatIfComponent> {
    let table = index.table(part, year)?;
    let name = index.component(part).and_then(|info| info.name_in(year))?;
    let told = |score: f64| round_to(score, DIFFERENCE_DECIMALS);
    let score = score_of(index, part, year, unit);
    let comparable =
        |earlier: &Year| *earlier == year || index.comparability(part, *earlier, year) != Comparability::NotComparable;
    let compared = index
        .years_of(part, units.borders())
        .into_iter()
        .rev()
        .filter(|earlier| *earlier <= year)
        .find_map(|earlier| Some((index.table(part, earlier)?, score_of(index, part, earlier, unit)?)))
        .filter(|(table, _)| comparable(&table.year));
    let region = &units.provinces()[unit].region;
    let score_in = |(table, _): (&Table, f64), member: usize| Some((member, table.cells[member].score.as_ref()?.exact));
    let region_scores: Vec<(usize, f64)> = compared
        .iter()
        .flat_map(|compared| {
            let members = compared.0.region_members(units, region);
            members.filter_map(|member| score_in(*compared, member))
        })
        .collect();
    // Of equal scores the own one counts: nobody has more.
    let best_of = |scores: &mut dyn Iterator<Item = (usize, f64)>| {
        let own = (unit, compared?.1);
        let best = scores.fold(own, |best, other| if other.1 > best.1 { other } else { best });
        Some((told(best.1), units.provinces()[best.0].slug.clone()))
    };
    let (best_in_region, best_in_region_province) = best_of(&mut region_scores.iter().copied()).unzip();
    let complete = compared.map(|(table, _)| table).filter(|table| table.complete);
    let (best_in_country, best_in_country_province) =
        complete.and_then(|table| best_of(&mut table.member_scores())).unzip();
    let changes = yearly_changes(index, part);
    Some(WhatIfComponent {
        component: part.clone(),
        name_vi: name.name_vi.clone(),
        name_en: name.name_en.clone(),
        scale: table.scale,
        score: score.map(told),
        compared_year: compared.map(|(table, _)| table.year),
        compared_score: compared.map(|(_, score)| told(score)),
        weight: told(index.total_weight(part, year)?),
        best_in_region,
        best_in_region_province,
        region_on_record: u16::try_from(region_scores.len()).unwrap_or(u16::MAX),
        on_record: compared.map_or(0, |(table, _)| table.scores_on_record),
        best_in_country,
        best_in_country_province,
        national_median: complete.and_then(|table| Some(told(table.summary.as_ref()?.median))),
        peer_score: compared
            .zip(peer)
            .and_then(|(compared, peer)| score_in(compared, peer))
            .map(|(_, score)| told(score)),
        usual_change: told(median(&changes).unwrap_or(0.0)),
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
