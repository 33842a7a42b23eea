//! What the columns of the tables hold where that is not plain, for readers of a workbook: `columns.csv`, by the name of a
//! column, or by it and another column of the same table where the meaning depends on the table.

use std::sync::LazyLock;

use vithe_shared::Language;

const MEANINGS: &str = include_str!("columns.csv");

/// A line of the file.
#[derive(Debug, serde::Deserialize)]
struct Meaning {
    column: String,
    /// The other column; empty where the meaning is the same in all tables.
    beside: String,
    vi: String,
    en: String,
}

/// A test reads every line of the file, so that none is left out here.
static READ: LazyLock<Vec<Meaning>> = LazyLock::new(|| lines().filter_map(Result::ok).collect());

fn lines() -> impl Iterator<Item = Result<Meaning, ::csv::Error>> {
    ::csv::Reader::from_reader(MEANINGS.as_bytes()).into_deserialize()
}

/// What a column of a table holds; `None` where its name says it.
pub(super) fn meaning(column: &str, header: &[String], language: Language) -> Option<&'static str> {
    let is_there = |other: &str| other.is_empty() || header.iter().any(|column| column == other);
    READ.iter()
        .find(|line| line.column == column && is_there(&line.beside))
        .map(|line| language.pick(&line.vi, &line.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_told_in_both_languages_and_reached() {
        let lines: Vec<Meaning> = lines().collect::<Result<_, _>>().unwrap();
        assert!(lines.len() > 90);
        for line in &lines {
            let header = [line.column.clone(), line.beside.clone()];
            for (language, told) in [(Language::Vi, &line.vi), (Language::En, &line.en)] {
                assert!(!told.is_empty(), "{line:?}");
                assert_eq!(
                    meaning(&line.column, &header, language),
                    Some(told.as_str()),
                    "{line:?}"
                );
            }
        }
    }
}
