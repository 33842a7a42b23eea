//! Parts against totals: printed scores that are not what their printed parts add up to, by more than the printed decimals
//! allow.

use crate::{
    ComponentId, IndexId, Year,
    analytics::{
        agreement::{
            PAR_PARTS, PAR_SIPAS_FIRST_YEAR, PAR_SIPAS_PART, decimals_of, half_unit, half_unit_of_list, is_beyond,
        },
        rounding::{COMPUTED_DECIMALS, DIFFERENCE_DECIMALS, round_to},
    },
    api::discrepancies::{ComputedFrom, ComputedScore, Discrepancy},
    dataset::Figure,
    domain::{Aggregation, DiscrepancyKind, Measure, ScoreUnit},
    engine::{answers::error::LookupError, catalog::IndexCatalog},
};

use super::register::{Key, Register, difference};

pub(super) fn rows(register: &Register<'_>) -> Result<Vec<Discrepancy>, LookupError> {
    let index = register.index;
    let mut rows = Vec::new();
    for year in &index.info().years {
        for component in index.components_in(*year) {
            rows.extend(sums(register, component, *year));
        }
        if index.id() == IndexId::Par {
            rows.extend(par_parts(register, *year));
            rows.extend(sipas_part(register, register.catalog.index(IndexId::Sipas)?, *year));
        }
    }
    Ok(rows)
}

/// A printed score, and what it should be.
struct Against<'a> {
    component: &'a ComponentId,
    year: Year,
    printed: &'a Figure,
    value: f64,
    from: ComputedFrom,
    tolerance: f64,
}

impl Against<'_> {
    /// A row, where rounding does not allow the difference.
    fn row(&self, register: &Register<'_>) -> Option<Discrepancy> {
        let Figure { unit, value, .. } = *self.printed;
        if !is_beyond(value, self.value, self.tolerance) {
            return None;
        }
        let key = Key::of_unit(self.component, self.year, unit, Measure::Score);
        // What other sources say of the score is told as source against source.
        let mut claims = register.claims(&key);
        claims.retain(|claim| claim.preferred);
        let mut row = register.row(DiscrepancyKind::Parts, &key, claims);
        let computed = round_to(self.value, COMPUTED_DECIMALS);
        row.computed = Some(ComputedScore {
            value: computed,
            from: self.from,
            tolerance: round_to(self.tolerance, DIFFERENCE_DECIMALS),
        });
        row.difference = Some(difference(value, computed));
        Some(row)
    }
}

/// The scores of a component that are printed.
fn printed<'a>(index: &'a IndexCatalog, component: &ComponentId, year: Year) -> &'a [Figure] {
    let columns = index.on_record(component, year);
    let scores = columns.iter().find(|(measure, _)| *measure == Measure::Score);
    scores.map_or(&[], |(_, figures)| figures)
}

/// Half a unit of the last decimal that the scores are printed with.
fn half_unit_of_scores(figures: &[Figure]) -> f64 {
    half_unit_of_list(figures.iter().map(|figure| figure.value))
}

fn value_of(figures: &[Figure], unit: u16) -> Option<f64> {
    figures
        .iter()
        .find(|figure| figure.unit == unit)
        .map(|figure| figure.value)
}

/// Sums that the product knows how to make: weighted ones where the weights of the year are on record, and plain ones.
fn sums(register: &Register<'_>, component: &ComponentId, year: Year) -> Vec<Discrepancy> {
    let index = register.index;
    let scores = printed(index, component, year);
    let parts = index.parts(component, year);
    let version = index.info().method_versions.iter().rev();
    let mut version = version.filter(|version| version.first_year <= year);
    let from = match version.next().map(|version| version.aggregation) {
        Some(Aggregation::WeightedSum) if component.is_overall() => ComputedFrom::WeightedSum,
        Some(Aggregation::Sum) => ComputedFrom::Sum,
        _ => return Vec::new(),
    };
    let weights: Option<Vec<f64>> = parts.iter().map(|part| index.total_weight(part, year)).collect();
    let Some(weights) = weights.filter(|weights| !weights.is_empty() && !scores.is_empty()) else {
        return Vec::new();
    };
    let sum_of = |unit: u16| -> Option<f64> {
        let mut parts = parts.iter().zip(&weights);
        parts.try_fold(0.0, |sum, (part, weight)| {
            let cell = index.table(part, year)?.cells.get(usize::from(unit))?;
            Some(sum + weight * cell.score.as_ref()?.exact)
        })
    };
    // A weighted sum is of the same printed decimals in all units; a plain one is printed to the digit of its own.
    let rounding_of_parts: f64 = match from {
        ComputedFrom::WeightedSum => parts
            .iter()
            .zip(&weights)
            .map(|(part, weight)| weight * half_unit_of_scores(printed(index, part, year)))
            .sum(),
        ComputedFrom::Sum | ComputedFrom::TenthOfSipas => 0.0,
    };
    let rows = scores.iter().filter_map(|score| {
        let own_rounding = match from {
            ComputedFrom::WeightedSum => half_unit_of_scores(scores),
            ComputedFrom::Sum | ComputedFrom::TenthOfSipas => half_unit(decimals_of(score.value)),
        };
        let against = Against {
            component,
            year,
            printed: score,
            value: sum_of(score.unit)?,
            from,
            tolerance: own_rounding + rounding_of_parts,
        };
        against.row(register)
    });
    rows.collect()
}

/// The four parts of the PAR INDEX, where all are on record in points.
fn par_parts(register: &Register<'_>, year: Year) -> Vec<Discrepancy> {
    let index = register.index;
    let total = ComponentId::overall();
    let scores = printed(index, &total, year);
    let part = |name: &str| {
        let component: ComponentId = name.parse().ok()?;
        let span = index.span(&component, year)?;
        (span.scale.unit == ScoreUnit::Points).then(|| printed(index, &component, year))
    };
    let Some(parts) = PAR_PARTS.into_iter().map(part).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    // The four parts are printed alike; one of them alone may show fewer decimals by chance.
    let rounding = parts
        .iter()
        .map(|figures| half_unit_of_scores(figures))
        .fold(f64::INFINITY, f64::min);
    let tolerance = half_unit_of_scores(scores) + rounding * PAR_PARTS.len() as f64;
    let rows = scores.iter().filter_map(|score| {
        let mut values = parts.iter().map(|figures| value_of(figures, score.unit));
        let against = Against {
            component: &total,
            year,
            printed: score,
            value: values.try_fold(0.0, |sum, value| Some(sum + value?))?,
            from: ComputedFrom::Sum,
            tolerance,
        };
        against.row(register)
    });
    rows.collect()
}

/// The SIPAS part of the PAR INDEX is a tenth of SIPAS, since it has 10 of its 100 points.
fn sipas_part(register: &Register<'_>, sipas: &IndexCatalog, year: Year) -> Vec<Discrepancy> {
    let part: Option<ComponentId> = PAR_SIPAS_PART.parse().ok();
    let Some(part) = part.filter(|_| year >= Year(PAR_SIPAS_FIRST_YEAR)) else {
        return Vec::new();
    };
    let (points, percents) = (
        printed(register.index, &part, year),
        printed(sipas, &ComponentId::overall(), year),
    );
    let tolerance = half_unit_of_scores(points) + half_unit_of_scores(percents) / 10.0;
    let rows = points.iter().filter_map(|score| {
        let against = Against {
            component: &part,
            year,
            printed: score,
            value: value_of(percents, score.unit)? / 10.0,
            from: ComputedFrom::TenthOfSipas,
            tolerance,
        };
        against.row(register)
    });
    rows.collect()
}
