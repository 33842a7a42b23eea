//! PCI 2023: VCCI prints the totals and ranks of its best provinces only; the others are computed from the components.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::collections::BTreeMap;

use vithe_datasets::{Package, PackageFiles, Unit, normalize, read_package};
use vithe_shared::{
    ComponentId, IndexId, Year,
    domain::{Evidence, Measure, RankBasis},
};

/// Figures by province, component and measure, in ten-thousandths.
type Figures = BTreeMap<(String, String, Measure), i64>;

const YEAR: Year = Year(2023);

/// The totals that others computed from the same components, to the second decimal.
const COMPUTED_BY_OTHERS: [(&str, &str); 43] = [
    ("an-giang", "62.96"),
    ("bac-kan", "63.39"),
    ("bac-lieu", "61.37"),
    ("bac-ninh", "65.96"),
    ("binh-dinh", "67.44"),
    ("binh-duong", "66.00"),
    ("binh-phuoc", "65.47"),
    ("ca-mau", "67.65"),
    ("can-tho", "68.88"),
    ("cao-bang", "62.65"),
    ("da-nang", "68.79"),
    ("dak-lak", "64.46"),
    ("dong-nai", "65.89"),
    ("gia-lai", "63.65"),
    ("ha-giang", "63.32"),
    ("ha-nam", "66.47"),
    ("ha-noi", "67.15"),
    ("ha-tinh", "63.76"),
    ("ho-chi-minh", "67.19"),
    ("hoa-binh", "63.92"),
    ("hung-yen", "69.09"),
    ("khanh-hoa", "66.52"),
    ("kien-giang", "61.59"),
    ("kon-tum", "65.60"),
    ("lai-chau", "66.48"),
    ("lam-dong", "63.44"),
    ("lang-son", "69.05"),
    ("nam-dinh", "65.64"),
    ("ninh-thuan", "69.10"),
    ("phu-yen", "66.28"),
    ("quang-binh", "63.98"),
    ("quang-nam", "66.66"),
    ("quang-ngai", "65.76"),
    ("quang-tri", "62.68"),
    ("soc-trang", "65.97"),
    ("son-la", "65.59"),
    ("thai-binh", "66.65"),
    ("tien-giang", "66.80"),
    ("tra-vinh", "67.46"),
    ("tuyen-quang", "65.45"),
    ("vinh-long", "65.57"),
    ("vinh-phuc", "68.81"),
    ("yen-bai", "65.99"),
];

/// A number with up to four decimals, in ten-thousandths.
fn ten_thousandths(text: &str) -> i64 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{fraction:0<4}").parse().unwrap()
}

/// The package, and the preferred figures of PCI 2023 as they are written.
fn figures() -> (Package, Figures) {
    let package = read_package(&PackageFiles::embedded()).unwrap();
    let rows = package.observations.iter().filter(|row| {
        row.index == IndexId::Pci && row.year == YEAR && row.preferred && matches!(row.unit, Unit::Province(_))
    });
    let figures = rows
        .map(|row| {
            let key = (row.unit.as_str().to_owned(), row.component.to_string(), row.measure);
            (key, ten_thousandths(&row.value.to_string()))
        })
        .collect();
    (package, figures)
}

/// The weighted sums of all provinces in exact decimal arithmetic, in millionths: ten-thousandths of the components times
/// weights in hundredths give ten times the total in millionths.
fn sums() -> (BTreeMap<String, i64>, Figures) {
    let (package, figures) = figures();
    let weights = package.weights(IndexId::Pci, YEAR);
    assert_eq!(weights.len(), 10);
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for ((province, component, measure), value) in &figures {
        let weight = weights.iter().find(|(known, _)| known.as_str() == component);
        if let (Measure::Score, Some((_, weight))) = (measure, weight) {
            *sums.entry(province.clone()).or_default() += value * ten_thousandths(&weight.to_string()) / 100 * 10;
        }
    }
    assert_eq!(sums.len(), 63);
    (sums, figures)
}

#[test]
fn the_components_reproduce_every_printed_total() {
    let (sums, figures) = sums();
    let printed: Vec<_> = figures
        .iter()
        .filter(|((_, component, measure), _)| component == "overall" && *measure == Measure::Score)
        .collect();
    assert_eq!(printed.len(), 20);
    for ((province, _, _), total) in printed {
        let difference = (sums[province] - total * 100).abs();
        assert!(difference <= 5_000, "{province}: {difference} millionths");
    }
}

#[test]
fn every_province_has_a_total_and_the_printed_ranks_hold() {
    let (sums, figures) = sums();
    let package = read_package(&PackageFiles::embedded()).unwrap();
    let catalog = normalize(&package).unwrap().into_catalog().unwrap();
    let table = catalog
        .index(IndexId::Pci)
        .unwrap()
        .table(&ComponentId::overall(), YEAR)
        .unwrap();
    assert!(table.complete);
    let mut printed_ranks = 0;
    let mut computed = 0;
    for (cell, province) in table.cells.iter().zip(catalog.units(table.borders).provinces()) {
        let slug = province.slug.as_str();
        let Some(sum) = sums.get(slug) else { continue };
        let (score, rank) = (cell.score.as_ref().unwrap(), cell.rank.unwrap());
        assert!((score.exact * 1e6 - *sum as f64).abs() <= 5_000.0 + 1e-3, "{slug}");
        if score.evidence == Evidence::Computed {
            assert!((score.exact * 1e6 - *sum as f64).abs() < 1e-3, "{slug}");
            computed += 1;
        }
        // Scores of the others are in front of it, by the sums.
        let place = 1 + sums.values().filter(|other| *other > sum).count();
        assert_eq!(usize::from(rank.rank), place, "{slug}");
        let key = (slug.to_owned(), "overall".to_owned(), Measure::Rank);
        assert_eq!(rank.basis == RankBasis::Published, figures.contains_key(&key));
        printed_ranks += usize::from(figures.contains_key(&key));
    }
    assert_eq!((computed, printed_ranks), (43, 24));
}

#[test]
fn the_computed_totals_are_those_that_others_computed() {
    let (sums, figures) = sums();
    for (province, total) in COMPUTED_BY_OTHERS {
        assert!(!figures.contains_key(&(province.to_owned(), "overall".to_owned(), Measure::Score)));
        let difference = (sums[province] - ten_thousandths(total) * 100).abs();
        assert!(difference <= 5_000, "{province}: {difference} millionths");
    }
}
