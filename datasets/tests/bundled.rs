//! What must hold for the package that is compiled in.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    time::Instant,
};

use vithe_datasets::{FindingCode, Package, PackageFiles, Severity, Unit, check_files, package_at, read_package};
use vithe_shared::{Borders, ComponentId, IndexId, Language, ProvinceSlug, Year, domain::Measure};

fn bundled() -> Package {
    read_package(&PackageFiles::embedded()).unwrap_or_else(|findings| {
        let mut text = String::new();
        for finding in findings.iter().take(20) {
            writeln!(text, "{}", finding.display(Language::En)).unwrap();
        }
        panic!("{} findings, first ones:\n{text}", findings.len())
    })
}

fn component(text: &str) -> ComponentId {
    text.parse().unwrap()
}

/// The preferred scores of an index in a year, by province and component.
fn scores(package: &Package, index: IndexId, year: Year) -> BTreeMap<&ProvinceSlug, BTreeMap<&ComponentId, f64>> {
    let mut scores: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for row in &package.observations {
        if let Unit::Province(slug) = &row.unit
            && row.index == index
            && row.year == year
            && row.measure == Measure::Score
            && row.preferred
        {
            scores.entry(slug).or_default().insert(&row.component, row.value);
        }
    }
    scores
}

#[test]
fn it_has_no_errors() {
    let report = check_files(&PackageFiles::embedded());
    let errors: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.display(Language::En).to_string())
        .collect();
    assert!(report.is_usable(), "{}", errors.join("\n"));
}

#[test]
fn its_findings_are_known() {
    let report = check_files(&PackageFiles::embedded());
    let mut counts: BTreeMap<(Severity, FindingCode), usize> = BTreeMap::new();
    for finding in &report.findings {
        *counts.entry((finding.severity, finding.code)).or_default() += 1;
    }
    let mut summary = String::new();
    for ((severity, code), count) in counts {
        writeln!(summary, "{} {code}: {count}", severity.name(Language::En)).unwrap();
    }
    insta::assert_snapshot!("findings_by_code", summary);
}

#[test]
fn every_published_pci_total_is_reproduced_to_half_a_thousandth() {
    let package = bundled();
    let overall = ComponentId::overall();
    for year in (2006..=2010).chain(2012..=2019).map(Year) {
        let weights = package.weights(IndexId::Pci, year);
        assert!(!weights.is_empty(), "no weights for {year}");
        let scores = scores(&package, IndexId::Pci, year);
        let expected = if year.0 <= 2008 { 64 } else { 63 };
        assert_eq!(scores.len(), expected, "{year}");
        for (slug, scores) in scores {
            let sum: f64 = weights.iter().map(|(part, weight)| weight * 10.0 * scores[*part]).sum();
            let error = (scores[&overall] - sum).abs();
            assert!(error <= 0.0005, "{slug} {year}: {error}");
        }
    }
}

#[test]
fn the_parts_of_2011_do_not_reproduce_the_totals_and_the_report_says_so() {
    let report = check_files(&PackageFiles::embedded());
    let lacking: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.code == FindingCode::TotalsNotReproduced)
        .collect();
    assert_eq!(lacking.len(), 1);
    assert_eq!(lacking[0].subject.year, Some(Year(2011)));
    assert!(lacking[0].text_en.contains("0.5521"), "{}", lacking[0].text_en);
}

#[test]
fn the_papi_of_hau_giang_in_2021_is_the_sum_of_its_dimensions() {
    let package = bundled();
    let year = Year(2021);
    let scores = scores(&package, IndexId::Papi, year);
    let hau_giang = &scores[&"hau-giang".parse::<ProvinceSlug>().unwrap()];
    let dimensions = package.parts(IndexId::Papi, &ComponentId::overall(), year);
    assert_eq!(dimensions.len(), 8);
    let total: f64 = dimensions
        .iter()
        .map(|dimension| {
            assert!(dimension.computed);
            let leaves = package.parts(IndexId::Papi, &dimension.component, year);
            leaves.iter().map(|leaf| hau_giang[&leaf.component]).sum::<f64>()
        })
        .sum();
    assert!((total - 42.164).abs() < 0.0005, "{total}");
}

#[test]
fn ranked_sets_have_the_sizes_the_publishers_state() {
    use vithe_datasets::package::Membership;

    let package = bundled();
    let members = |index: IndexId, year: u16| {
        package
            .ranked_sets
            .iter()
            .filter(|row| row.index == index && row.year == Year(year) && row.component.is_none())
            .filter(|row| row.membership == Membership::Member)
            .count()
    };
    for (index, year, n) in [
        (IndexId::Pci, 2005, 42),
        (IndexId::Pci, 2006, 64),
        (IndexId::Pci, 2008, 64),
        (IndexId::Pci, 2009, 63),
        (IndexId::Pci, 2022, 63),
        (IndexId::Papi, 2011, 63),
        (IndexId::Papi, 2014, 61),
        (IndexId::Papi, 2018, 61),
        (IndexId::Papi, 2021, 60),
        (IndexId::Papi, 2022, 61),
        (IndexId::Papi, 2023, 61),
        (IndexId::Papi, 2024, 61),
    ] {
        assert_eq!(members(index, year), n, "{index} {year}");
    }
}

#[test]
fn an_eth_and_missing_marks_still_find_the_province() {
    let names = bundled().names(Borders::Provinces63);
    for name in ["Hậu Giang", "HAU GIANG", "Tỉnh Hậu Giang", "hau-giang"] {
        assert_eq!(
            names.resolve(name).map(ProvinceSlug::as_str),
            Some("hau-giang"),
            "{name}"
        );
    }
    assert_eq!(names.resolve("Ðà Nẵng").map(ProvinceSlug::as_str), Some("da-nang"));
    assert_eq!(names.resolve("Atlantis"), None);
}

#[test]
fn a_copy_on_disk_is_the_same_package() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let on_disk = PackageFiles::from_folder(folder).unwrap();
    assert_eq!(on_disk.content_hash(), PackageFiles::embedded().content_hash());
    assert_eq!(on_disk.content_hash(), bundled().content_hash());
}

#[test]
fn its_figures_are_those_recorded_for_its_version() {
    let package = bundled();
    let versions = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("versions");
    let recorded = std::fs::read_to_string(versions.join(format!("{}.sha256", package.version))).unwrap();
    // As `sha256sum` writes it for its standard input.
    assert_eq!(recorded, format!("{}  -\n", package.figures_hash().unwrap()));
}

#[test]
fn the_figures_of_every_version_can_be_made_again_from_the_log_of_changes() {
    let files = PackageFiles::embedded();
    let current = bundled();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("versions");
    let listed: Vec<&str> = current
        .versions
        .iter()
        .map(|version| version.version.as_str())
        .collect();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), listed.len());
    assert_eq!(listed[..4], ["1.1.0", "2.0.0", "2.1.0", "2.2.0"]);
    for version in &current.versions {
        let rebuilt = read_package(&package_at(&files, &version.version).unwrap()).unwrap();
        let recorded = std::fs::read_to_string(folder.join(format!("{}.sha256", version.version))).unwrap();
        assert_eq!(
            recorded,
            format!("{}  -\n", rebuilt.figures_hash().unwrap()),
            "{}",
            version.version
        );
        assert_eq!((&rebuilt.version, &rebuilt.date), (&version.version, &version.date));
        assert_eq!(
            rebuilt.versions.last(),
            Some(version),
            "it is told alike by its own package"
        );
    }
}

#[test]
fn the_package_at_its_own_version_is_itself() {
    let files = PackageFiles::embedded();
    let same = package_at(&files, &bundled().version).unwrap();
    assert_eq!(same.content_hash(), files.content_hash());
    let earlier = package_at(&files, "1.1.0").unwrap();
    assert_eq!(
        package_at(&earlier, "1.1.0").unwrap().content_hash(),
        earlier.content_hash()
    );
}

#[test]
fn sets_weights_and_tables_of_an_earlier_version_are_its_own_and_words_those_of_today() {
    let files = PackageFiles::embedded();
    let [earlier, later] =
        ["1.1.0", "2.2.0"].map(|version| read_package(&package_at(&files, version).unwrap()).unwrap());
    let of_2025 = |package: &Package| package.ranked_sets.iter().filter(|row| row.year == Year(2025)).count();
    assert_eq!((of_2025(&earlier), of_2025(&later)), (0, 34));
    assert_eq!(earlier.indicator_values.iter().count(), 0);
    assert!(later.indicator_values.iter().count() > 8_000);
    assert_eq!(earlier.changes.iter().count(), 0, "the log began after it");
    assert_eq!(earlier.notes.iter().count(), later.notes.iter().count());
}

#[test]
fn what_a_version_changed_is_counted_by_table_and_index() {
    let package = bundled();
    let version = |name: &str| package.versions.iter().find(|version| version.version == name).unwrap();
    let counted = |name: &str, table: &str, index: Option<IndexId>| {
        let changes = version(name).changes.iter();
        let found = changes.filter(|changes| changes.table == table && changes.index == index);
        let told: Vec<_> = found
            .map(|changes| (changes.added, changes.removed, changes.changed))
            .collect();
        assert_eq!(told.len(), 1, "{name} {table}");
        told[0]
    };
    assert!(version("1.1.0").changes.is_empty() && version("1.1.0").reasons.is_empty());
    assert_eq!(counted("2.0.0", "hues", Some(IndexId::Pci)), (2, 0, 0));
    // Ten scores of Thanh Hóa changed in two columns each.
    assert_eq!(counted("2.1.0", "observations", Some(IndexId::Pci)).1, 0);
    assert_eq!(counted("2.1.0", "observations", Some(IndexId::Pci)).2, 10);
    assert_eq!(counted("2.1.0", "observations", Some(IndexId::Sipas)).0, 22);
    // A table that a version brought is one line of the log, and all its rows.
    let indicators = package.indicators.iter().count();
    assert_eq!(
        counted("2.2.0", "indicators", Some(IndexId::Pci)),
        (u32::try_from(indicators).unwrap(), 0, 0)
    );
    for version in &package.versions[1..] {
        for reason in &version.reasons {
            assert_ne!(reason.vi, reason.en, "{}", version.version);
        }
        assert!(!version.reasons.is_empty());
    }
}

#[test]
fn the_costs_of_pci_are_costs_and_nothing_else_is() {
    let package = bundled();
    let costs: BTreeSet<_> = package
        .components
        .iter()
        .filter(|row| row.cost)
        .map(|row| format!("{} {}", row.index, row.component))
        .collect();
    let expected = ["pci cost25", "pci entry", "pci informal", "pci time"];
    assert_eq!(costs, expected.map(str::to_owned).into());
}

#[test]
fn both_maps_are_there() {
    let package = bundled();
    for (borders, n) in [(Borders::Provinces63, 63), (Borders::Units34, 34)] {
        assert_eq!(package.borders(borders).matches("\"slug\"").count(), n);
    }
}

#[test]
fn it_is_read_quickly() {
    let files = PackageFiles::embedded();
    let start = Instant::now();
    read_package(&files).unwrap();
    // An optimised build takes a small fraction of this; the bound is for a loaded machine without optimisation.
    assert!(start.elapsed().as_secs_f64() < 5.0, "{:?}", start.elapsed());
}

#[test]
fn components_are_found_by_index_and_year() {
    let package = bundled();
    for (index, id, year) in [
        (IndexId::Pci, "transparency", 2021),
        (IndexId::Papi, "d1", 2021),
        (IndexId::Papi, "1.1", 2021),
        (IndexId::Papi, "2.1_2011", 2015),
        (IndexId::Par, "p2", 2021),
        (IndexId::Sipas, "overall", 2021),
    ] {
        assert!(
            package.component(index, &component(id), Year(year)).is_some(),
            "{index} {id}"
        );
    }
}
