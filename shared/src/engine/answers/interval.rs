//! Rank intervals of the tables: which kinds a table has, why it lacks the others, and the intervals themselves.

use crate::{
    ComponentId, IndexId, Year,
    analytics::{
        interval::{
            CONFIDENCE, RankBounds, WEIGHT_SPREAD, WeightDraws, WeightedTable, perturbation_bounds, rounding_bounds,
            sampling_bounds, weight_bounds,
        },
        rounding::{DIFFERENCE_DECIMALS, round_to},
    },
    domain::{IntervalKind, Membership, RankBasis, RankInterval, Reason, Scale, SourceInfo},
    engine::catalog::{IndexCatalog, SamplingErrors, Table},
    query::{IntervalChoice, PointsChange},
};

use super::{error::LookupError, row::is_computed};

/// How far the weighted parts of a member may lie from its total. PCI 2011 (up to 0.55) is the only table beyond it.
const LARGEST_REMAINDER: f64 = 0.05;

/// The rank intervals of a table.
pub(crate) struct TableIntervals<'a> {
    kind: IntervalKind,
    parameter: f64,
    /// By position of the unit in its list.
    bounds: Vec<Option<RankBounds>>,
    /// The source of the sampling errors.
    pub(crate) source: Option<&'a SourceInfo>,
}

impl TableIntervals<'_> {
    /// The interval of a unit; `None` where the kind says nothing about its rank.
    pub(crate) fn of(&self, unit: usize) -> Option<RankInterval> {
        let bounds = self.bounds.get(unit).copied().flatten()?;
        Some(RankInterval {
            kind: self.kind,
            parameter: self.parameter,
            best: bounds.best,
            worst: bounds.worst,
        })
    }
}

/// The kinds of intervals a table has.
pub(crate) fn interval_kinds(index: &IndexCatalog, component: &ComponentId, table: &Table) -> Vec<IntervalKind> {
    IntervalKind::ALL
        .into_iter()
        .filter(|kind| gather(index, component, table, *kind).is_ok())
        .collect()
}

/// The intervals of a table, or why there are none of the kind.
pub(crate) fn table_intervals<'a>(
    index: &'a IndexCatalog,
    component: &ComponentId,
    table: &Table,
    choice: IntervalChoice,
) -> Result<TableIntervals<'a>, IntervalFault> {
    let gathered = gather(index, component, table, choice.kind).map_err(IntervalFault::Refused)?;
    let members = members(table);
    let scores = exact_scores(table, &members);
    let mut source = None;
    let (parameter, bounds) = match gathered {
        Gathered::Rounding { half_unit } => {
            // Ten digits tell half a unit of any printed number.
            (round_to(half_unit, 10), rounding_bounds(&scores, half_unit))
        }
        Gathered::Perturbation => {
            let points = points(choice, table.scale)?;
            (points, perturbation_bounds(&scores, points))
        }
        Gathered::Weights { weights, parts } => {
            let table = WeightedTable {
                totals: &scores,
                parts: &parts,
                weights: &weights,
            };
            (WEIGHT_SPREAD, weight_bounds(&table, WeightDraws::default()))
        }
        Gathered::Sampling {
            standard_errors,
            errors,
        } => {
            source = Some(index.source(errors.source));
            (
                CONFIDENCE,
                sampling_bounds(&scores, &standard_errors, errors.critical_value),
            )
        }
    };
    let mut by_unit = vec![None; table.cells.len()];
    for (unit, bounds) in members.into_iter().zip(bounds) {
        by_unit[unit] = table.cells[unit]
            .rank
            // A published rank rests on decimals that rounding does not reach.
            .filter(|rank| choice.kind != IntervalKind::Rounding || rank.basis == RankBasis::Derived)
            .map(|rank| bounds.including(rank.rank));
    }
    Ok(TableIntervals {
        kind: choice.kind,
        parameter,
        bounds: by_unit,
        source,
    })
}

/// Why a table has no intervals as asked for.
#[derive(Debug)]
pub(crate) enum IntervalFault {
    /// The table has none of the kind.
    Refused(Reason),
    /// The points are out of bounds.
    Points { points: f64, maximum: f64 },
}

impl IntervalFault {
    /// As the answer to a question about one table.
    pub(crate) fn into_lookup(
        self,
        index: &IndexCatalog,
        component: &ComponentId,
        table: &Table,
        kind: IntervalKind,
    ) -> LookupError {
        match self {
            Self::Refused(reason) => LookupError::IntervalRefused {
                kind,
                reason,
                applies: interval_kinds(index, component, table),
            },
            Self::Points { points, maximum } => LookupError::IntervalPoints {
                points: points.to_string(),
                maximum: maximum.to_string(),
            },
        }
    }
}

/// What the intervals of a kind are computed from, besides the scores.
enum Gathered<'a> {
    Rounding {
        half_unit: f64,
    },
    Perturbation,
    Weights {
        /// The points of the total that each part is worth in full.
        weights: Vec<f64>,
        /// By member the scores of its parts, as fractions of their scales.
        parts: Vec<Vec<f64>>,
    },
    Sampling {
        /// By member.
        standard_errors: Vec<f64>,
        errors: &'a SamplingErrors,
    },
}

fn gather<'a>(
    index: &'a IndexCatalog,
    component: &ComponentId,
    table: &Table,
    kind: IntervalKind,
) -> Result<Gathered<'a>, Reason> {
    if table.estimated {
        return Err(reason(
            "estimated",
            "điểm của bảng này là ước tính nên không xếp hạng.".to_owned(),
            "the scores of this table are estimates, which are not ranked.".to_owned(),
        ));
    }
    if !table.complete {
        return Err(incomplete_table(index, table));
    }
    match kind {
        IntervalKind::Rounding => rounding(index, component, table),
        IntervalKind::Perturbation => Ok(Gathered::Perturbation),
        IntervalKind::Weights => weights(index, component, table),
        IntervalKind::Sampling => sampling(index, component, table),
    }
}

fn rounding(index: &IndexCatalog, component: &ComponentId, table: &Table) -> Result<Gathered<'static>, Reason> {
    let ranks = || table.cells.iter().filter_map(|cell| cell.rank);
    if ranks().all(|rank| rank.basis == RankBasis::Published) {
        return Err(reason(
            "published_ranks",
            format!(
                "hạng {} {} do cơ quan công bố xếp theo số lẻ không in ra, nên việc làm tròn điểm không làm hạng thay đổi.",
                index.id().short_name(),
                table.year
            ),
            format!(
                "the ranks of {} {} are the publisher’s, who orders scores by decimals that are not printed, so rounding leaves nothing open.",
                index.id().short_name(),
                table.year
            ),
        ));
    }
    Ok(Gathered::Rounding {
        half_unit: half_unit(index, component, table),
    })
}

/// Half a unit of the last published digit; for a sum, that of all its parts together.
fn half_unit(index: &IndexCatalog, component: &ComponentId, table: &Table) -> f64 {
    if is_computed(index, component, table) {
        let parts = index.parts(component, table.year);
        return parts
            .iter()
            .filter_map(|part| Some(half_unit(index, part, index.table(part, table.year)?)))
            .sum();
    }
    // Figures drop trailing zeros, so the longest tells how many decimals the source prints.
    let scores = table.cells.iter().filter_map(|cell| cell.score.as_ref());
    let decimals = scores.map(|score| decimals(score.exact)).max().unwrap_or_default();
    0.5 * 10_f64.powi(-decimals)
}

/// The decimals a figure is written with.
fn decimals(value: f64) -> i32 {
    let text = value.to_string();
    text.split_once('.')
        .map_or(0, |(_, fraction)| i32::try_from(fraction.len()).unwrap_or_default())
}

fn weights(index: &IndexCatalog, component: &ComponentId, table: &Table) -> Result<Gathered<'static>, Reason> {
    let (short, year) = (index.id().short_name(), table.year);
    if !component.is_overall() {
        return Err(total_only());
    }
    let parts = index.parts(component, year);
    let members = members(table);
    let has_all = |unit: usize| {
        parts.iter().all(|part| {
            index
                .table(part, year)
                .is_some_and(|table| table.cells[unit].score.is_some())
        })
    };
    let on_record = members.iter().filter(|unit| has_all(**unit)).count();
    if parts.is_empty() || on_record < members.len() {
        return Err(reason(
            "incomplete_components",
            format!(
                "mới có điểm thành phần của {on_record}/{} tỉnh trong {short} {year}, nên chưa thử được trọng số khác.",
                table.n
            ),
            format!(
                "component scores of {short} {year} are on record for {on_record} of {} provinces only, so other weights cannot be tried.",
                table.n
            ),
        ));
    }
    let no_weights = || {
        reason(
            "no_weights",
            format!("chưa có trọng số các thành phần của {short} {year}."),
            format!("the weights of the components of {short} {year} are not on record."),
        )
    };
    let mut worth = Vec::new();
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for part in parts {
        let scale = index.span(part, year).ok_or_else(no_weights)?.scale;
        worth.push(index.total_weight(part, year).ok_or_else(no_weights)? * scale.max);
        let scores = index.table(part, year).map(|table| exact_scores(table, &members));
        columns.push(
            scores
                .unwrap_or_default()
                .iter()
                .map(|score| score / scale.max)
                .collect(),
        );
    }
    let rows: Vec<Vec<f64>> = (0..members.len())
        .map(|member| columns.iter().map(|column| column[member]).collect())
        .collect();
    let largest = exact_scores(table, &members)
        .iter()
        .zip(&rows)
        .map(|(total, parts)| {
            let sum: f64 = parts.iter().zip(&worth).map(|(part, worth)| part * worth).sum();
            (total - sum).abs()
        })
        .fold(0.0, f64::max);
    if largest > LARGEST_REMAINDER {
        return Err(do_not_add_up(index.id(), year, largest));
    }
    Ok(Gathered::Weights {
        weights: worth,
        parts: rows,
    })
}

fn do_not_add_up(index: IndexId, year: Year, largest: f64) -> Reason {
    let largest = round_to(largest, 2).to_string();
    let short = index.short_name();
    reason(
        "parts_do_not_add_up",
        format!(
            "điểm thành phần {short} {year} nhân trọng số không cho lại tổng điểm đã công bố (lệch tới {} điểm), nên thử trọng số khác không có nghĩa.",
            largest.replace('.', ",")
        ),
        format!(
            "the weighted component scores of {short} {year} do not give the published totals (up to {largest} points off), so other weights would mean nothing."
        ),
    )
}

fn sampling<'a>(index: &'a IndexCatalog, component: &ComponentId, table: &Table) -> Result<Gathered<'a>, Reason> {
    let errors = index.sampling_errors(component, table.year);
    let standard_errors: Option<Vec<f64>> = errors.and_then(|errors| {
        members(table)
            .into_iter()
            .map(|unit| errors.standard_errors.get(unit).copied().flatten())
            .collect()
    });
    standard_errors
        .zip(errors)
        .map(|(standard_errors, errors)| Gathered::Sampling {
            standard_errors,
            errors,
        })
        .ok_or_else(|| {
            reason(
                "no_sampling_errors",
                "sai số lấy mẫu chỉ được công bố cho chỉ số tổng hợp PAPI 2019.".to_owned(),
                "sampling errors are published for the total of PAPI 2019 only.".to_owned(),
            )
        })
}

/// The points up and down that were asked for, or a point on the scales of totals and a tenth of one on narrow scales.
fn points(choice: IntervalChoice, scale: Scale) -> Result<f64, IntervalFault> {
    let width = round_to(scale.max - scale.min, DIFFERENCE_DECIMALS);
    let points = choice
        .points
        .map_or_else(|| if width > 10.0 { 1.0 } else { 0.1 }, PointsChange::points);
    if 0.0 < points && points <= width {
        Ok(points)
    } else {
        Err(IntervalFault::Points { points, maximum: width })
    }
}

fn members(table: &Table) -> Vec<usize> {
    (0..table.cells.len())
        .filter(|unit| table.cells[*unit].membership == Membership::Member)
        .collect()
}

/// The scores of some units, all of which have one.
fn exact_scores(table: &Table, units: &[usize]) -> Vec<f64> {
    units
        .iter()
        .filter_map(|unit| Some(table.cells[*unit].score.as_ref()?.exact))
        .collect()
}

fn reason(code: &str, vi: String, en: String) -> Reason {
    Reason {
        code: code.to_owned(),
        vi,
        en,
    }
}

fn incomplete_table(index: &IndexCatalog, table: &Table) -> Reason {
    let (short, year, on_record, n) = (index.id().short_name(), table.year, table.scores_on_record, table.n);
    reason(
        "incomplete_table",
        format!(
            "bảng {short} {year} mới có điểm của {on_record}/{n} tỉnh, nên không biết hạng có thể xê dịch tới đâu."
        ),
        format!(
            "{short} {year} has scores of {on_record} of {n} provinces only, so how far a rank may move is not known."
        ),
    )
}

fn total_only() -> Reason {
    reason(
        "total_only",
        "chỉ thử được trọng số khác với chỉ số tổng hợp, không với từng thành phần.".to_owned(),
        "other weights can be tried on the total only, not on a component.".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_those_that_are_written() {
        assert_eq!([63.81, 63.8, 64.0, 0.000_25].map(decimals), [2, 1, 0, 5]);
    }
}
