//! Verdicts: a claim against the figures of the catalog.
//!
//! A number agrees where the figure on record, rounded to the digits of the claim, is the claim. What rests on the article alone is
//! told as such. A change between years that do not compare is judged by arithmetic on the two figures, and its comparability
//! stands beside the verdict.

mod change;
mod level;
mod nearest;
mod record;
mod statement;
mod told;

use super::{
    claim::{Claim, Kind, Subject},
    explanation::{Explanation, Gap},
};
use crate::{
    Borders, ComponentId, IndexId, Year,
    api::check::{CheckedClaim, ClaimMeasure, Verdict},
    domain::{Comparability, Province, Reason, SourceInfo},
    engine::catalog::{Catalog, IndexCatalog, UnitList},
};
pub(super) use told::Told;

use record::Subjects;

/// The judge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judge<'a> {
    catalog: &'a Catalog,
}

/// What came out for a claim.
#[derive(Clone, Debug)]
struct Judgement {
    verdict: Verdict,
    on_record: Option<f64>,
    n: Option<u16>,
    from: Option<f64>,
    to: Option<f64>,
    source: Option<SourceInfo>,
    comparability: Option<(Comparability, Option<Reason>)>,
    explanation: Option<Explanation>,
}

impl Judgement {
    fn new(verdict: Verdict, on_record: f64) -> Self {
        Self {
            verdict,
            on_record: Some(on_record),
            n: None,
            from: None,
            to: None,
            source: None,
            comparability: None,
            explanation: None,
        }
    }

    fn cannot(explanation: Explanation) -> Self {
        Self {
            verdict: Verdict::CannotCheck,
            on_record: None,
            n: None,
            from: None,
            to: None,
            source: None,
            comparability: None,
            explanation: Some(explanation),
        }
    }
}

/// How close a number came to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closeness {
    /// The figure rounds to it.
    Same,
    /// The figure was cut to it.
    Cut,
    /// Within half a unit of every number it is made of.
    Near,
    /// Another number.
    Other,
}

/// Half a unit of the last of so many decimals.
fn half_unit(decimals: u8) -> f64 {
    0.5 * 10_f64.powi(-i32::from(decimals))
}

/// What arithmetic on decimals leaves.
const NOISE: f64 = 1e-9;

/// Compares a number of so many decimals with a figure that is known to within a margin of its own.
fn closeness(value: f64, decimals: u8, figure: f64, margin: f64) -> Closeness {
    let distance = (value - figure).abs();
    let factor = 10_f64.powi(i32::from(decimals));
    let cut = (figure * factor + NOISE.copysign(figure)).trunc() / factor;
    if distance <= half_unit(decimals) + NOISE {
        Closeness::Same
    } else if (cut - value).abs() < NOISE {
        Closeness::Cut
    } else if distance <= half_unit(decimals) + margin + NOISE {
        Closeness::Near
    } else {
        Closeness::Other
    }
}

/// The list of units that the figures of an index in a year are of.
pub(super) fn units_of(catalog: &Catalog, index: IndexId, year: Year) -> &UnitList {
    let borders = catalog.index(index).map(|index| index.borders(year));
    catalog.units(borders.unwrap_or(Borders::Provinces63))
}

impl<'a> Judge<'a> {
    pub(super) fn new(catalog: &'a Catalog) -> Self {
        Self { catalog }
    }

    /// Judges a claim; what else its text claims may explain it.
    pub(super) fn judge(self, claim: &Claim, told: &Told) -> CheckedClaim {
        let index = self.catalog.index(claim.index).ok();
        let units = units_of(self.catalog, claim.index, claim.year);
        let component = component_of(index, claim);
        let claim = &among_all(index, &component, claim);
        let province = match &claim.province {
            Subject::Unit(unit) => units.provinces().get(*unit).map(|province| (*unit, province)),
            Subject::Unknown(_) => None,
        };
        let judgement = match (index, province) {
            (None, _) => Judgement::cannot(Explanation::Gap(Gap::NotHereYet)),
            (_, None) => Judgement::cannot(Explanation::Gap(Gap::UnknownProvince)),
            (Some(index), Some((unit, _))) => {
                let subjects = Subjects {
                    catalog: self.catalog,
                    index,
                    units,
                    component: &component,
                    unit,
                };
                decide(&subjects, claim, told)
            }
        };
        tell(
            claim,
            index,
            &component,
            province.map(|(_, province)| province),
            units,
            judgement,
        )
    }
}

fn decide(subjects: &Subjects<'_>, claim: &Claim, told: &Told) -> Judgement {
    match (claim.kind, claim.measure) {
        (Kind::RankSpan { best, worst }, _) => statement::rank_span(subjects, claim, best, worst),
        (Kind::Count { count, all }, _) => statement::count(subjects, claim, (count, all), told),
        (Kind::Judgement, _) => Judgement::cannot(Explanation::Judgement),
        (Kind::Figure, ClaimMeasure::Score) => level::score(subjects, claim),
        (Kind::Figure, ClaimMeasure::Rank | ClaimMeasure::RegionalRank) => level::rank(subjects, claim),
        (Kind::Figure, ClaimMeasure::ScoreChange) => change::score(subjects, claim, told),
        (Kind::Figure, ClaimMeasure::RankChange) => change::rank(subjects, claim),
    }
}

/// The one of the components of a name that has a table in the year.
fn component_of(index: Option<&IndexCatalog>, claim: &Claim) -> ComponentId {
    let in_year =
        |component: &&ComponentId| index.is_some_and(|index| index.years(component).any(|year| year == claim.year));
    let named = claim.components.iter();
    named
        .clone()
        .find(in_year)
        .or_else(|| claim.components.first())
        .cloned()
        .unwrap_or_default()
}

/// A rank of no named region that is out of as many as are ranked in all is one among all, however few these are: ten provinces
/// took part in the pilot of SIPAS.
fn among_all(index: Option<&IndexCatalog>, component: &ComponentId, claim: &Claim) -> Claim {
    let mut claim = claim.clone();
    let all = index.and_then(|index| Some(index.table(component, claim.year)?.n));
    if claim.measure == ClaimMeasure::RegionalRank && claim.region.is_none() && claim.n.is_some() && claim.n == all {
        claim.measure = ClaimMeasure::Rank;
    }
    claim
}

/// The earlier year of a change.
fn from_year(claim: &Claim) -> Year {
    claim.from_year.unwrap_or(Year(claim.year.0.saturating_sub(1)))
}

fn tell(
    claim: &Claim,
    index: Option<&IndexCatalog>,
    component: &ComponentId,
    province: Option<&Province>,
    units: &UnitList,
    judgement: Judgement,
) -> CheckedClaim {
    let name = index.and_then(|index| index.component(component)?.name_in(claim.year));
    let slug = match (&claim.province, province) {
        (_, Some(province)) => province.slug.clone(),
        (Subject::Unknown(slug), None) => slug.clone(),
        // A place in the list always has a unit.
        (Subject::Unit(_), None) => units.provinces()[0].slug.clone(),
    };
    let (comparability, comparability_reason) = judgement.comparability.unzip();
    CheckedClaim {
        index: claim.index,
        province_vi: province.map_or_else(|| slug.to_string(), |province| province.name_vi.clone()),
        province_en: province.map_or_else(|| slug.to_string(), |province| province.name_en.clone()),
        borders: units.borders(),
        province: slug,
        year: claim.year,
        from_year: claim.measure.is_change().then(|| from_year(claim)),
        component: component.clone(),
        component_vi: name.map_or_else(|| component.to_string(), |name| name.name_vi.clone()),
        component_en: name.map_or_else(|| component.to_string(), |name| name.name_en.clone()),
        measure: claim.measure,
        value: claim.value,
        direction: claim.direction,
        unit: claim.unit,
        n: claim.n,
        place: claim.place,
        verdict: judgement.verdict,
        comparability,
        comparability_reason: comparability_reason.flatten(),
        on_record: judgement.on_record,
        on_record_n: judgement.n,
        on_record_from: judgement.from,
        on_record_to: judgement.to,
        source: judgement.source,
        explanation: judgement.explanation.map(|explanation| explanation.told()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_agrees_when_the_figure_rounds_to_it() {
        assert_eq!(closeness(42.16, 2, 42.164, 0.0), Closeness::Same);
        assert_eq!(closeness(45.58, 2, 45.578, 0.0), Closeness::Same);
        assert_eq!(closeness(45.57, 2, 45.578, 0.0), Closeness::Cut);
        assert_eq!(closeness(-1.61, 2, -0.913, 0.015), Closeness::Other);
        assert_eq!(closeness(3.56, 2, 3.5, 0.1), Closeness::Near);
        assert_eq!(closeness(63.8, 1, 63.8, 0.0), Closeness::Same);
        assert_eq!(closeness(63.81, 2, 63.8, 0.0), Closeness::Other);
        assert_eq!(closeness(0.28, 2, 0.29, 0.0), Closeness::Other);
    }
}
