//! What is missing, told from what is on record: the notes of the first page.

use vithe_shared::{
    Language,
    domain::{IndexInfo, YearCoverage},
};

use crate::format::join_names;

/// One sentence per index about its incomplete years, newest gaps only.
pub(super) fn coverage_notes(indices: &[IndexInfo], language: Language) -> Vec<String> {
    indices.iter().flat_map(|index| notes_of(index, language)).collect()
}

fn notes_of(index: &IndexInfo, language: Language) -> Vec<String> {
    let name = &index.short_name;
    // An index opens on its newest complete year, unless that one was a pilot of few provinces.
    let newest_complete = index
        .coverage
        .iter()
        .rev()
        .find(|coverage| coverage.complete && coverage.year >= index.opens_on);
    let mut notes: Vec<String> = newest_complete
        .map_or_else(
            || fullest_year(index, language),
            |complete| Some(gaps_after(complete, index, language)),
        )
        .into_iter()
        .collect();
    let withheld: Vec<String> = index
        .coverage
        .iter()
        .filter(|coverage| coverage.withheld > 0)
        .map(|coverage| format!("{} ({})", coverage.year, coverage.withheld))
        .collect();
    if !withheld.is_empty() {
        let years = join_names(&withheld, language);
        notes.push(match language {
            Language::Vi => format!("{name}: cơ quan công bố không nêu số liệu của một số tỉnh: năm {years}."),
            Language::En => format!("{name}: the publisher withholds some provinces (number in brackets): {years}."),
        });
    }
    notes
}

/// What is missing after the newest complete year.
fn gaps_after(complete: &YearCoverage, index: &IndexInfo, language: Language) -> String {
    let (name, year) = (&index.short_name, complete.year);
    let later: Vec<String> = index
        .coverage
        .iter()
        .filter(|coverage| coverage.year > year)
        .map(|coverage| part(coverage, language))
        .collect();
    let later = join_names(&later, language);
    match (later.is_empty(), language) {
        (true, Language::Vi) => format!("{name}: đủ số liệu đến năm {year}."),
        (true, Language::En) => format!("{name}: complete up to {year}."),
        (false, Language::Vi) => format!("{name}: đủ số liệu đến năm {year}; sau đó {later}."),
        (false, Language::En) => format!("{name}: complete up to {year}; after that {later}."),
    }
}

/// The year with most on record, where none is complete.
fn fullest_year(index: &IndexInfo, language: Language) -> Option<String> {
    let name = &index.short_name;
    let fullest = index
        .coverage
        .iter()
        .max_by_key(|coverage| (coverage.ranks.max(coverage.scores), coverage.year))?;
    let fullest = part(fullest, language);
    Some(match language {
        Language::Vi => format!("{name}: chưa năm nào đủ số liệu; nhiều nhất là {fullest}."),
        Language::En => format!("{name}: no year is complete; the fullest is {fullest}."),
    })
}

/// `năm 2023 có điểm của 20/63 tỉnh`
fn part(coverage: &YearCoverage, language: Language) -> String {
    let YearCoverage {
        year,
        scores,
        ranks,
        members,
        ..
    } = coverage;
    match (scores >= ranks, language) {
        (true, Language::Vi) => format!("năm {year} có điểm của {scores}/{members} tỉnh"),
        (true, Language::En) => format!("{year} with scores of {scores} of {members} provinces"),
        (false, Language::Vi) => format!("năm {year} có hạng công bố của {ranks}/{members} tỉnh"),
        (false, Language::En) => format!("{year} with published ranks of {ranks} of {members} provinces"),
    }
}
