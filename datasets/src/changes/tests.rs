use proptest::prelude::*;

use serde_json::json;

use super::*;
use crate::fixture::Fixture;

/// The version after which the log of the tests begins.
const FIRST_VERSION: &str = "1.1.0";

const OBSERVATIONS: &str = "data/observations.csv";

/// The package of the fixture as 2.0.0, with a log that is empty.
fn before() -> PackageFiles {
    let mut files = Fixture::new().files;
    files.insert(ChangeRow::FILE, raw_table::line(ChangeRow::columns()) + "\n");
    files
}

fn text<'a>(files: &'a PackageFiles, file: &str) -> &'a str {
    str::from_utf8(files.get(file).unwrap()).unwrap()
}

/// A package that lists these versions, at one of them.
fn rebuild(files: &PackageFiles, versions: &[&str], version: &str) -> Result<PackageFiles, RebuildError> {
    let mut files = files.clone();
    let dated =
        |version| json!({"version": version, "created": format!("2026-01-{:02}T00:00:00Z", numbers(version)[1])});
    let listed: Vec<_> = versions.iter().copied().map(dated).collect();
    let mut descriptor: Value = serde_json::from_slice(files.get(DESCRIPTOR).unwrap()).unwrap();
    for (key, value) in listed[listed.len() - 1].as_object().unwrap() {
        descriptor[key] = value.clone();
    }
    descriptor["versions"] = listed.into();
    files.insert(DESCRIPTOR, descriptor.to_string());
    package_at(&files, version)
}

/// The lines of a file, sorted: a row that was taken out and put in again stands at the end.
fn sorted(files: &PackageFiles, file: &str) -> Vec<String> {
    let mut lines: Vec<String> = text(files, file).lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// The package with its log, as 2.1.0.
fn logged(before: &PackageFiles, mut after: PackageFiles, why: &str) -> PackageFiles {
    let changes = changes_between(before, &after).unwrap();
    let log = write_log(&after, "2.1.0", &changes, why).unwrap();
    after.insert(ChangeRow::FILE, log);
    after
}

#[test]
fn a_row_that_came_one_that_went_and_one_that_changed_are_logged_and_undone() {
    let before = before();
    let mut after = before.clone();
    let old = text(&before, OBSERVATIONS);
    let (first, second) = (old.lines().nth(1).unwrap(), old.lines().nth(2).unwrap());
    let changed = first.replacen(",7,A,", ",7.5,A,", 1);
    let added = first
        .replacen(",da-nang,", ",khanh-hoa,", 1)
        .replacen("2021", "2020", 1);
    let new = old.replace(first, &changed).replace(&format!("{second}\n"), "") + &added + "\n";
    after.insert(OBSERVATIONS, new);

    let changes = changes_between(&before, &after).unwrap();
    let kinds: Vec<_> = changes.iter().map(|change| &change.kind).collect();
    assert_eq!(
        kinds,
        [
            &ChangeKind::Added,
            &ChangeKind::Changed {
                column: "value".to_owned(),
                old: "7".to_owned(),
                new: "7.5".to_owned()
            },
            &ChangeKind::Removed(second.to_owned()),
        ]
    );

    let after = logged(&before, after, "tried");
    let rebuilt = rebuild(&after, &[FIRST_VERSION, "2.1.0"], FIRST_VERSION).unwrap();
    assert_eq!(sorted(&rebuilt, OBSERVATIONS), sorted(&before, OBSERVATIONS));
    let today = rebuild(&after, &[FIRST_VERSION, "2.1.0"], "2.1.0").unwrap();
    assert_eq!(text(&today, OBSERVATIONS), text(&after, OBSERVATIONS));
}

#[test]
fn a_reason_stays_with_its_change_and_not_with_another_one() {
    let before = before();
    let row = text(&before, OBSERVATIONS).lines().nth(1).unwrap().to_owned();
    let with = |files: &PackageFiles, value: &str| {
        let mut files = files.clone();
        let changed = row.replacen(",7,A,", &format!(",{value},A,"), 1);
        files.insert(OBSERVATIONS, text(&before, OBSERVATIONS).replace(&row, &changed));
        files
    };
    let once = logged(&before, with(&before, "7.5"), "first");
    let same = logged(&before, once.clone(), "second");
    assert_eq!(text(&same, ChangeRow::FILE), text(&once, ChangeRow::FILE));
    let other = logged(&before, with(&once, "8"), "second");
    assert!(text(&other, ChangeRow::FILE).ends_with(",value,7,8,second\n"));
}

#[test]
fn a_log_that_does_not_fit_and_a_version_that_is_unknown_are_told() {
    let mut files = before();
    let log = text(&files, ChangeRow::FILE).to_owned() + "2.1.0,observations,pci|1999,,,,why\n";
    files.insert(ChangeRow::FILE, log);
    let does_not_fit = RebuildError::DoesNotFit {
        file: OBSERVATIONS.to_owned(),
        version: "2.1.0".to_owned(),
        row_key: "pci|1999".to_owned(),
    };
    assert_eq!(
        rebuild(&files, &[FIRST_VERSION, "2.1.0"], FIRST_VERSION).unwrap_err(),
        does_not_fit
    );
    assert_eq!(
        rebuild(&files, &[FIRST_VERSION, "2.1.0"], "2.0.7").unwrap_err(),
        RebuildError::UnknownVersion("2.0.7".to_owned())
    );
}

#[test]
fn versions_are_gone_back_along_one_by_one() {
    let first = before();
    let mut second = first.clone();
    let value = |files: &mut PackageFiles, from: &str, to: &str| {
        let changed = text(files, OBSERVATIONS).replacen(from, to, 1);
        files.insert(OBSERVATIONS, changed);
    };
    value(&mut second, ",7,A,", ",7.5,A,");
    let mut third = logged(&first, second.clone(), "then");
    value(&mut third, ",7.5,A,", ",8,A,");
    let changes = changes_between(&second, &third).unwrap();
    let log = write_log(&third, "2.10.0", &changes, "later").unwrap();
    third.insert(ChangeRow::FILE, log);
    for (version, expected) in [(FIRST_VERSION, &first), ("2.1.0", &second), ("2.10.0", &third)] {
        let rebuilt = rebuild(&third, &[FIRST_VERSION, "2.1.0", "2.10.0"], version).unwrap();
        assert_eq!(text(&rebuilt, OBSERVATIONS), text(expected, OBSERVATIONS), "{version}");
        let descriptor: Value = serde_json::from_slice(rebuilt.get(DESCRIPTOR).unwrap()).unwrap();
        assert_eq!(descriptor["version"], version);
        assert_eq!(
            descriptor["versions"].as_array().unwrap().last().unwrap()["created"],
            descriptor["created"]
        );
        let log = table(&rebuilt, ChangeRow::FILE).unwrap();
        assert!(
            log.rows().all(|(_, row)| numbers(&row[0]) <= numbers(version)),
            "{version}"
        );
    }
}

proptest! {
    /// Whatever is done to the rows of a table, the log leads back to what it was.
    #[test]
    fn the_log_of_any_change_leads_back(
        taken in proptest::collection::vec(proptest::bool::ANY, 60),
        values in proptest::collection::vec("[0-9a-zA-Z ,\"ế|]{0,6}", 60),
    ) {
        const ALIASES: &str = "data/aliases.csv";
        let mut before = before();
        let rows = |taken: &[bool], texts: &[String]| {
            let mut rows = "borders,unit,alias\n".to_owned();
            for (place, (taken, value)) in taken.iter().zip(texts).enumerate() {
                if *taken {
                    rows += &(raw_table::line(["63".to_owned(), value.clone(), format!("alias {}", place % 30)]) + "\n");
                }
            }
            rows
        };
        before.insert(ALIASES, rows(&taken[..30], &values[..30]));
        let mut after = before.clone();
        after.insert(ALIASES, rows(&taken[30..], &values[30..]));
        let after = logged(&before, after, "any");
        let rebuilt = rebuild(&after, &[FIRST_VERSION, "2.1.0"], FIRST_VERSION).unwrap();
        prop_assert_eq!(sorted(&rebuilt, ALIASES), sorted(&before, ALIASES));
    }
}

#[test]
fn a_table_that_a_version_brings_is_one_line_of_the_log() {
    let mut files = before();
    let values = "data/indicator_values.csv";
    let mut earlier = PackageFiles::default();
    for file in logged_files().filter(|file| *file != values) {
        earlier.insert(file, text(&files, file).to_owned());
    }
    earlier.insert(ChangeRow::FILE, text(&files, ChangeRow::FILE).to_owned());
    let changes = changes_between(&earlier, &files).unwrap();
    assert_eq!(
        changes,
        [Change {
            table: "indicator_values".to_owned(),
            row_key: WHOLE_TABLE.to_owned(),
            kind: ChangeKind::Added,
        }]
    );
    files = logged(&earlier, files, "indicators");
    let rebuilt = rebuild(&files, &[FIRST_VERSION, "2.1.0"], FIRST_VERSION).unwrap();
    assert_eq!(text(&rebuilt, values).lines().count(), 1, "only the header is left");
}
