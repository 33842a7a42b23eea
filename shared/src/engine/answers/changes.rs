//! What a change of score and of rank is made of.

use crate::{
    ComponentId, Year,
    analytics::{
        decompose::{PartInput, decompose},
        rank_change::RankDecomposition,
        rounding::{DIFFERENCE_DECIMALS, round_to},
    },
    api::changes::{ChangeEnd, ChangePart, ChangesAnswer, RankChange},
    domain::{Comparability, Reason},
    engine::catalog::{Catalog, IndexCatalog, Table},
    query::ChangesQuery,
};

use super::{
    error::{LookupError, missing_year, refuse_other_units, units_asked},
    reason::reason,
};

/// Decomposes the change of a province's total between two years.
pub fn find_changes(catalog: &Catalog, query: &ChangesQuery) -> Result<ChangesAnswer, LookupError> {
    let index = catalog.index(query.index)?;
    let total = ComponentId::overall();
    if query.borders.is_none() {
        refuse_other_units(index, query.from, query.to)?;
    }
    let units = units_asked(catalog, index, &total, query.borders, query.to.or(query.from));
    let unit = units
        .position(&query.province)
        .ok_or_else(|| LookupError::unknown_province(units, query.province.as_str()))?;
    let province = &units.provinces()[unit];
    let mut years = index.years_of(&total, units.borders());
    years.retain(|year| index.has_figure(&total, *year, unit));
    let unknown_year = |year: Year| missing_year(index, &total, units, year, &years);
    let to_year = query
        .to
        .or(years.last().copied())
        .ok_or_else(|| unknown_year(Year(0)))?;
    let to = index
        .table(&total, to_year)
        .filter(|_| years.contains(&to_year))
        .ok_or_else(|| unknown_year(to_year))?;
    let earlier = years.iter().rev().copied().find(|year| *year < to_year);
    let from_year = query
        .from
        .or(earlier)
        .ok_or_else(|| unknown_year(Year(to_year.0 - 1)))?;
    let from = index
        .table(&total, from_year)
        .filter(|_| years.contains(&from_year))
        .ok_or_else(|| unknown_year(from_year))?;
    if from_year >= to_year {
        return Err(LookupError::ReversedSpan {
            from: from_year,
            to: to_year,
        });
    }

    let pair = index.compare(&total, from_year, to_year);
    let refused = pair.value == Comparability::NotComparable;
    let scores = score(from, unit).zip(score(to, unit)).filter(|_| !refused);
    let (parts, parts_missing) = match scores {
        None => (Vec::new(), None),
        Some(_) => match parts(index, &total, from_year, to_year, unit) {
            Ok(parts) => (parts, None),
            Err(missing) => (Vec::new(), Some(missing.reason())),
        },
    };
    let score_change = scores.map(|(before, after)| round_to(after - before, DIFFERENCE_DECIMALS));
    let residual = score_change.filter(|_| !parts.is_empty()).map(|change| {
        let explained: f64 = parts.iter().map(|part| part.contribution + part.weight_effect).sum();
        round_to(change - explained, DIFFERENCE_DECIMALS)
    });
    let not_comparable = pair.reason.as_ref().filter(|_| refused);
    let (rank_change, rank_change_refused) = match rank_change(index, from, to, unit, not_comparable) {
        Ok(change) => (Some(change), None),
        Err(reason) => (None, Some(reason)),
    };
    Ok(ChangesAnswer {
        index: index.id(),
        borders: units.borders(),
        province: province.slug.clone(),
        name_vi: province.name_vi.clone(),
        name_en: province.name_en.clone(),
        scale: to.scale,
        from: end(index, from, unit),
        to: end(index, to, unit),
        score_change,
        comparability: pair.value,
        reason: pair.reason,
        parts,
        residual,
        parts_missing,
        rank_change,
        rank_change_refused,
        years,
        revision: catalog.revision().to_owned(),
    })
}

fn score(table: &Table, unit: usize) -> Option<f64> {
    table.cells[unit].score.as_ref().map(|score| score.exact)
}

fn end(index: &IndexCatalog, table: &Table, unit: usize) -> ChangeEnd {
    let cell = &table.cells[unit];
    let source = match cell.score.as_ref().map(|score| score.sources.as_slice()) {
        Some([only]) => Some(index.source(*only).id.clone()),
        _ => None,
    };
    ChangeEnd {
        year: table.year,
        score: cell.score.as_ref().map(|score| score.shown),
        status: cell.score.as_ref().map(|score| score.status),
        rank: cell.rank.map(|rank| rank.rank),
        rank_n: cell.rank.map(|_| table.n),
        rank_basis: cell.rank.map(|rank| rank.basis),
        method_version: index.method_version(table.year).to_owned(),
        source_id: source,
        weights_assumed: index.weights_are_assumed(table.year),
    }
}

/// Why a change has no parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MissingParts {
    /// The component has none in one of the years, or others.
    NoneOnRecord,
    /// Some have no score or weight in one of the years.
    OnRecord { known: usize, all: usize },
}

/// The parts of a component in two years with what each did to the total, or why that cannot be told.
fn parts(
    index: &IndexCatalog,
    whole: &ComponentId,
    from: Year,
    to: Year,
    unit: usize,
) -> Result<Vec<ChangePart>, MissingParts> {
    let ids = index.parts(whole, to);
    if ids.is_empty() || ids != index.parts(whole, from) {
        return Err(MissingParts::NoneOnRecord);
    }
    let mut told = Vec::with_capacity(ids.len());
    for part in ids {
        let ends = |year: Year| {
            let score = index.table(part, year).and_then(|table| score(table, unit))?;
            Some((score, index.total_weight(part, year)?))
        };
        if let (Some(before), Some(after)) = (ends(from), ends(to)) {
            told.push((part, before, after));
        }
    }
    if told.len() < ids.len() {
        return Err(MissingParts::OnRecord {
            known: told.len(),
            all: ids.len(),
        });
    }
    let inputs: Vec<PartInput> = told
        .iter()
        .map(|(_, (score_from, weight_from), (score_to, weight_to))| PartInput {
            score_from: *score_from,
            score_to: *score_to,
            weight_from: *weight_from,
            weight_to: *weight_to,
        })
        .collect();
    // Only the effects are taken from here: the residual is taken once, for the total.
    let effects = decompose(0.0, 0.0, &inputs).effects;
    Ok(told
        .iter()
        .zip(effects)
        .map(|((part, before, after), effect)| {
            // A part whose own parts are on record is the sum of them, so that both levels add up exactly.
            let below = parts(index, part, from, to, unit).unwrap_or_default();
            let contribution = if below.is_empty() {
                effect.contribution
            } else {
                round_to(below.iter().map(|part| part.contribution).sum(), DIFFERENCE_DECIMALS)
            };
            let name = index.component(part).and_then(|info| info.name_in(to));
            let text = |pick: fn(&crate::domain::ComponentName) -> &String| {
                name.map_or_else(|| part.to_string(), |name| pick(name).clone())
            };
            ChangePart {
                component: (*part).clone(),
                parent: Some(whole.clone()).filter(|whole| !whole.is_overall()),
                name_vi: text(|name| &name.name_vi),
                name_en: text(|name| &name.name_en),
                short_vi: text(|name| &name.short_vi),
                short_en: text(|name| &name.short_en),
                score_from: round_to(before.0, DIFFERENCE_DECIMALS),
                score_to: round_to(after.0, DIFFERENCE_DECIMALS),
                weight_from: round_to(before.1, DIFFERENCE_DECIMALS),
                weight_to: round_to(after.1, DIFFERENCE_DECIMALS),
                contribution,
                weight_effect: effect.weight_effect,
                comparability: index.comparability(part, from, to),
                parts: below,
            }
        })
        .collect())
}

/// Splits the rank change, or says why it cannot be split.
fn rank_change(
    index: &IndexCatalog,
    from: &Table,
    to: &Table,
    unit: usize,
    not_comparable: Option<&Reason>,
) -> Result<RankChange, Reason> {
    if let Some(reason) = not_comparable {
        return Err(reason.clone());
    }
    for table in [from, to] {
        if !table.complete {
            return Err(incomplete_table(table));
        }
    }
    let ranks = from.cells[unit].rank.zip(to.cells[unit].rank);
    let parts = ranks.and_then(|(before, after)| {
        index
            .rank_pair(from.year, to.year)?
            .decompose(&unit, before.rank, after.rank)
    });
    parts.map(told).ok_or_else(not_ranked)
}

fn told(parts: RankDecomposition) -> RankChange {
    let sixths = |value: i32| round_to(f64::from(value) / 6.0, DIFFERENCE_DECIMALS);
    RankChange {
        total: parts.total,
        own_score: sixths(parts.own_score_sixths),
        others: sixths(parts.others_sixths),
        membership: sixths(parts.membership_sixths),
        tie_order: parts.tie_order,
        national_shift: round_to(parts.national_shift, DIFFERENCE_DECIMALS),
    }
}

impl MissingParts {
    fn reason(self) -> Reason {
        match self {
            Self::NoneOnRecord => reason(
                "no_parts_on_record",
                "Chưa có điểm của các chỉ số thành phần nên không phân tích được mức thay đổi.".to_owned(),
                "No component scores are on record, so the change cannot be broken down.".to_owned(),
            ),
            Self::OnRecord { known, all } => reason(
                "parts_not_on_record",
                format!(
                    "Chỉ có {known}/{all} chỉ số thành phần có điểm ở cả hai năm nên không phân tích được mức thay đổi."
                ),
                format!(
                    "Only {known} of {all} components have scores in both years, so the change cannot be broken down."
                ),
            ),
        }
    }
}

fn incomplete_table(table: &Table) -> Reason {
    let (year, known, n) = (table.year, table.scores_on_record, table.n);
    reason(
        "incomplete_table",
        format!("Năm {year} mới có điểm của {known}/{n} tỉnh nên không tách được nguyên nhân thay đổi thứ hạng."),
        format!("For {year} only {known} of {n} provinces have scores on record, so the rank change cannot be split."),
    )
}

fn not_ranked() -> Reason {
    reason(
        "not_ranked",
        "Tỉnh không được xếp hạng ở một trong hai năm.".to_owned(),
        "The province is not ranked in one of the two years.".to_owned(),
    )
}
