//! One component of a province in a year, in sentences.

use vithe_shared::{
    Language, ProvinceSlug,
    api::{Ranking, RankingRow},
    domain::{IndexInfo, ObservationStatus},
};

use super::wording::{
    availability_text, change_view, component_name, marked, measure_phrase, median_name, score_number, score_text,
    source_line,
};
use crate::format::{capitalise, format_rank, format_score, rank_words};

/// What is said of a component of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentView {
    /// The language of all texts.
    pub language: Language,
    /// The name of the component, for a heading.
    pub name: String,
    /// Score, ranks, distance from the median and change, in sentences.
    pub sentences: Vec<String>,
    /// The source.
    pub source: String,
}

/// Tells the component of a province from the table of its year; `region` is the name of its region.
pub fn component_view(
    ranking: &Ranking,
    index: &IndexInfo,
    province: &ProvinceSlug,
    [name, region]: [&str; 2],
    language: Language,
) -> ComponentView {
    let part = language.pick(&ranking.component_name_vi, &ranking.component_name_en);
    let measure = capitalise(&measure_phrase(ranking.index, Some(part), ranking.scale, language));
    let row = ranking.rows.iter().find(|row| &row.province == province);
    let mut sentences = Vec::new();
    if let Some(row) = row.filter(|row| row.score.is_some() || row.rank.is_some()) {
        sentences.push(standing(row, ranking, [&measure, name, region], language));
        sentences.extend(against_median(row, ranking, language));
        sentences.extend(change(row, ranking, language));
    } else {
        let why = row
            .and_then(|row| availability_text(row.availability, language))
            .unwrap_or(language.pick("chưa có điểm", "no score on record"));
        let year = ranking.year;
        sentences.push(match language {
            Language::Vi => format!("{measure} của {name} năm {year}: {why}."),
            Language::En => format!("{measure} of {name} in {year}: {why}."),
        });
    }
    let source = source_line(
        index,
        &ranking.year.to_string(),
        Some(&ranking.method_version),
        Some(ranking.n),
        language,
    );
    ComponentView {
        language,
        name: component_name(false, part, language),
        sentences,
        source,
    }
}

/// `Điểm Đào tạo lao động (PCI) của Hậu Giang năm 2023: 5,01 điểm, hạng 58/63, hạng 12/13 trong vùng Đồng bằng sông Cửu Long.`
fn standing(row: &RankingRow, ranking: &Ranking, [measure, name, region]: [&str; 3], language: Language) -> String {
    let is_estimate = row.status == Some(ObservationStatus::Estimated);
    let mut facts: Vec<String> = Vec::new();
    facts.extend(
        row.score
            .map(|score| marked(score_text(score, ranking.scale, language), is_estimate)),
    );
    facts.extend(row.rank.zip(row.rank_n).map(|(rank, n)| rank_words(rank, n, language)));
    facts.extend(row.region_rank.zip(row.region_n).map(|(rank, n)| match language {
        Language::Vi => format!("hạng {} trong vùng {region}", format_rank(rank, n)),
        Language::En => format!("{} in the {region}", rank_words(rank, n, language)),
    }));
    let (facts, year) = (facts.join(", "), ranking.year);
    match language {
        Language::Vi => format!("{measure} của {name} năm {year}: {facts}."),
        Language::En => format!("{measure} of {name} in {year}: {facts}."),
    }
}

/// How far the score is from the national median of a complete table, as the numbers on screen say it.
fn against_median(row: &RankingRow, ranking: &Ranking, language: Language) -> Option<String> {
    let (score, median) = (row.score?, ranking.summary?.median);
    let decimals = ranking.scale.decimals.of(score).max(ranking.scale.decimals.of(median));
    let difference = score - median;
    let amount = marked(format_score(difference.abs(), decimals, language), ranking.estimated);
    let median_text = marked(score_number(median, ranking.scale, language), ranking.estimated);
    let name = median_name(ranking.back_cast, language);
    let is_zero = amount.bytes().all(|byte| !(b'1'..=b'9').contains(&byte));
    Some(match (is_zero, difference > 0.0, language) {
        (true, _, Language::Vi) => format!("Bằng {name} ({median_text})."),
        (true, _, Language::En) => format!("That is the {name} ({median_text})."),
        (_, true, Language::Vi) => format!("Cao hơn {name} ({median_text}) {amount} điểm."),
        (_, true, Language::En) => format!("That is {amount} points above the {name} ({median_text})."),
        (_, false, Language::Vi) => format!("Thấp hơn {name} ({median_text}) {amount} điểm."),
        (_, false, Language::En) => format!("That is {amount} points below the {name} ({median_text})."),
    })
}

/// The change against the year before, as far as the years compare.
fn change(row: &RankingRow, ranking: &Ranking, language: Language) -> Option<String> {
    let change = change_view(row, ranking.year, ranking.scale, language)?;
    let mut facts: Vec<String> = Vec::new();
    facts.extend(change.score.as_ref().map(|score| score.words.clone()));
    facts.extend(change.rank.as_ref().map(|rank| rank.words.clone()));
    facts.extend(change.note.clone());
    if facts.is_empty() {
        return None;
    }
    let (facts, from) = (facts.join(", "), change.from_year);
    Some(match language {
        Language::Vi => format!("So với năm {from}: {facts}."),
        Language::En => format!("Against {from}: {facts}."),
    })
}
