//! Published ranks and groups: they follow the scores, are not shared without a tie, and do not exceed the ranked set.

use std::collections::BTreeMap;

use vithe_shared::{Borders, ProvinceSlug, RegionId, analytics::agreement::longest_falling_run, domain::Measure};

use super::{
    coverage::RankedSets,
    figures::{Figure, Figures, TableKey},
};
use crate::{
    finding::{Finding, FindingCode, Subject, decimal_comma},
    package::{ObservationRow, Package, TableRow, Unit},
};

pub(super) fn run(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    let sets = RankedSets::new(package);
    for (key, _) in figures.tables() {
        match key.measure {
            Measure::Rank => {
                let ranked = Ranked::new(package, figures, key);
                ranked.order(findings);
                ranked.duplicates(findings);
                if let Some(members) = sets.members((key.index, key.year, key.borders), key.component) {
                    ranked.beyond(members.len(), findings);
                }
            }
            Measure::Group => Ranked::new(package, figures, key).order(findings),
            Measure::RegionalRank => {
                let ranked = Ranked::new(package, figures, key);
                ranked.beyond_region(package, findings);
            }
            _ => {}
        }
    }
}

/// A unit with its published rank and, where it is on record, its score.
struct RankedUnit<'a> {
    slug: &'a ProvinceSlug,
    rank: Figure,
    score: Option<f64>,
}

/// The published ranks of one component and year, best first.
struct Ranked<'a> {
    key: TableKey<'a>,
    units: Vec<RankedUnit<'a>>,
}

impl<'a> Ranked<'a> {
    fn new(package: &'a Package, figures: &Figures<'a>, key: &TableKey<'a>) -> Self {
        let component = package
            .components
            .iter()
            .find(|row| row.index == key.index && row.component == *key.component && row.covers(key.year));
        let scores = component.map_or_else(Default::default, |component| {
            figures.scores(package, key.index, key.borders, key.year, component)
        });
        let mut units: Vec<_> = figures
            .provinces(key)
            .map(|(slug, rank)| RankedUnit {
                slug,
                rank,
                score: scores.get(slug).copied(),
            })
            .collect();
        // Within a shared rank by score, so that a tie alone is never a fault of order.
        units.sort_by(|one, other| {
            (one.rank.value.total_cmp(&other.rank.value)).then_with(|| {
                let score = |unit: &RankedUnit<'_>| unit.score.unwrap_or(f64::NEG_INFINITY);
                score(other).total_cmp(&score(one))
            })
        });
        Self { key: *key, units }
    }

    fn finding(&self, code: FindingCode, unit: &RankedUnit<'_>, vi: String, en: String) -> Finding {
        Finding::error(code, ObservationRow::FILE, vi, en)
            .at_row(unit.rank.line)
            .at_column("value")
            .about(Subject {
                index: Some(self.key.index),
                year: Some(self.key.year),
                unit: Some(Unit::Province(unit.slug.clone())),
                component: Some(self.key.component.clone()),
            })
    }

    /// Scores fall, or stay, as ranks get worse. The fewest units that would have to move are told: those outside the
    /// longest run in order.
    fn order(&self, findings: &mut Vec<Finding>) {
        let scored: Vec<(&RankedUnit<'_>, f64)> = self
            .units
            .iter()
            .filter_map(|unit| unit.score.map(|score| (unit, score)))
            .collect();
        let (name_vi, name_en) = match self.key.measure {
            Measure::Group => ("Nhóm", "Group"),
            _ => ("Hạng", "Rank"),
        };
        let in_order = longest_falling_run(&scored.iter().map(|(_, score)| *score).collect::<Vec<_>>());
        for ((unit, score), _) in scored.iter().zip(in_order).filter(|(_, in_order)| !in_order) {
            let rank = unit.rank.value;
            // Sums of parts have binary noise behind the published digits.
            let score = (score * 1e6).round() / 1e6;
            findings.push(self.finding(
                FindingCode::RankOrder,
                unit,
                format!(
                    "{name_vi} {rank} của “{}” không khớp với thứ tự điểm (điểm {}).",
                    unit.slug,
                    decimal_comma(score)
                ),
                format!(
                    "{name_en} {rank} of “{}” does not fit the order of scores (its score is {score}).",
                    unit.slug
                ),
            ));
        }
    }

    /// A rank is shared only where both scores are on record and equal.
    fn duplicates(&self, findings: &mut Vec<Finding>) {
        let mut groups: BTreeMap<u64, Vec<&RankedUnit<'_>>> = BTreeMap::new();
        for unit in &self.units {
            // Ranks are positive, so their bit patterns are in their order.
            groups.entry(unit.rank.value.to_bits()).or_default().push(unit);
        }
        for group in groups.values() {
            let [first, others @ ..] = group.as_slice() else {
                continue;
            };
            for other in others {
                if first.score.is_none() || first.score != other.score {
                    let rank = first.rank.value;
                    findings.push(self.finding(
                        FindingCode::DuplicateRank,
                        other,
                        format!(
                            "“{}” có cùng hạng {rank} với “{}” (dòng {}).",
                            other.slug, first.slug, first.rank.line
                        ),
                        format!(
                            "“{}” has the same rank {rank} as “{}” (row {}).",
                            other.slug, first.slug, first.rank.line
                        ),
                    ));
                }
            }
        }
    }

    fn beyond(&self, n: usize, findings: &mut Vec<Finding>) {
        for unit in self.units.iter().filter(|unit| unit.rank.value > n as f64) {
            findings.push(self.beyond_set(unit, n));
        }
    }

    fn beyond_set(&self, unit: &RankedUnit<'_>, n: usize) -> Finding {
        let rank = unit.rank.value;
        self.finding(
            FindingCode::RankBeyondSet,
            unit,
            format!(
                "Hạng {rank} của “{}” vượt quá số đơn vị được xếp hạng là {n}.",
                unit.slug
            ),
            format!("Rank {rank} of “{}” is beyond the {n} ranked units.", unit.slug),
        )
    }

    /// A regional rank is at most the number of provinces of the region.
    fn beyond_region(&self, package: &Package, findings: &mut Vec<Finding>) {
        let regions: BTreeMap<&ProvinceSlug, &RegionId> = match self.key.borders {
            Borders::Provinces63 => package
                .provinces
                .iter()
                .filter(|row| row.in_force(self.key.year))
                .map(|row| (&row.slug, &row.region))
                .collect(),
            Borders::Units34 => package.units2025.iter().map(|row| (&row.slug, &row.region)).collect(),
        };
        for unit in &self.units {
            let Some(region) = regions.get(unit.slug) else { continue };
            let n = regions.values().filter(|other| *other == region).count();
            if unit.rank.value > n as f64 {
                findings.push(self.beyond_set(unit, n));
            }
        }
    }
}
