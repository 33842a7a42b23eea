//! The sentences of a table.

use vithe_shared::{
    Borders, Language,
    api::{ProvinceList, Ranking},
    domain::Availability,
};

use super::{RankingRowView, Subject};
use crate::{
    format::{NO_FIGURE, capitalise, join_names, rank_words},
    view_model::wording::{score_number, score_text, unit_count},
};

pub(super) fn state_words(ranking: &Ranking, subject: &Subject, region: Option<&str>) -> String {
    let language = subject.language;
    let count = match region {
        Some(region) => format!(
            "{}, {region}",
            unit_count(ranking.rows.len(), ranking.borders, language)
        ),
        // "63 provinces" above a table of 25 scores would say too much.
        None if !ranking.complete => incomplete_words(ranking, language),
        None => unit_count(usize::from(ranking.n), ranking.borders, language),
    };
    format!(
        "{} · {} · {} · {count}",
        ranking.index.short_name(),
        subject.component_name,
        ranking.year
    )
}

pub(super) fn incomplete_words(ranking: &Ranking, language: Language) -> String {
    let (scores, ranks, n) = (ranking.scores_on_record, ranking.ranks_on_record, ranking.n);
    if ranking.back_cast {
        return match language {
            Language::Vi => format!("{scores}/{n} đơn vị có điểm"),
            Language::En => format!("{scores} of {n} units have a score"),
        };
    }
    let units = match ranking.borders {
        Borders::Provinces63 => language.pick("tỉnh", "provinces"),
        Borders::Units34 => language.pick("đơn vị", "units"),
    };
    match (ranks, language) {
        (0, Language::Vi) => format!("{scores}/{n} {units} có điểm, chưa có hạng nào"),
        (0, Language::En) => format!("{scores} of {n} {units} have a score, none a rank"),
        (_, Language::Vi) => format!("{ranks}/{n} {units} có hạng đã công bố, {scores}/{n} {units} có điểm"),
        (_, Language::En) => format!("{ranks} of {n} {units} have a published rank, {scores} a score"),
    }
}

pub(super) fn withheld_note(ranking: &Ranking, rows: &[RankingRowView], language: Language) -> Option<String> {
    let names: Vec<&str> = rows
        .iter()
        .filter(|row| row.availability == Availability::Withheld)
        .map(|row| row.name.as_str())
        .collect();
    if names.is_empty() {
        return None;
    }
    let list = join_names(&names, language);
    Some(match language {
        Language::Vi => format!(
            "Số liệu đầy đủ của {list} không được công bố; hạng tính trên {} tỉnh.",
            ranking.n
        ),
        Language::En => format!(
            "The publisher withholds complete figures of {list}; ranks are among {} provinces.",
            ranking.n
        ),
    })
}

/// How many provinces an edition left out without withholding them: a pilot, or the first survey.
pub(super) fn unsurveyed_note(
    ranking: &Ranking,
    rows: &[RankingRowView],
    provinces: &ProvinceList,
    language: Language,
) -> Option<String> {
    let withheld = rows
        .iter()
        .filter(|row| row.availability == Availability::Withheld)
        .count();
    let units = provinces.count_in(ranking.year);
    let n = ranking.n;
    (ranking.region.is_none() && usize::from(n) + withheld < units).then(|| match language {
        Language::Vi => format!("Kỳ này chỉ khảo sát và xếp hạng {n} trong {units} tỉnh, thành phố."),
        Language::En => format!("This edition surveyed and ranked {n} of {units} provinces only."),
    })
}

/// `Từ 58,95 đến 72,95 điểm, trung vị 65,22.`
pub(super) fn score_range(rows: &[RankingRowView], ranking: &Ranking, language: Language) -> String {
    let scores: Vec<f64> = rows.iter().filter_map(|row| row.score).collect();
    let (Some(lowest), Some(highest)) = (
        scores.iter().copied().min_by(f64::total_cmp),
        scores.iter().copied().max_by(f64::total_cmp),
    ) else {
        return String::new();
    };
    let low = score_number(lowest, ranking.scale, language);
    let high = score_text(highest, ranking.scale, language);
    match language {
        Language::Vi => format!("từ {low} đến {high}"),
        Language::En => format!("from {low} to {high}"),
    }
}

/// The headline, told from the data; `leaves_out` tells that not all provinces are ranked.
pub(super) fn finding(
    ranking: &Ranking,
    rows: &[RankingRowView],
    measure: &str,
    region: Option<&str>,
    leaves_out: bool,
    language: Language,
) -> String {
    let year = ranking.year;
    if rows.is_empty() || rows.iter().all(|row| row.score.is_none() && row.rank.is_none()) {
        return match language {
            Language::Vi => format!("Chưa có số liệu về {measure} năm {year}"),
            Language::En => format!("No figures on the {measure} of {year} are on record"),
        };
    }
    let highlighted: Vec<&RankingRowView> = rows.iter().filter(|row| row.highlighted).collect();
    if let [row] = highlighted.as_slice() {
        return finding_of_row(row, ranking, measure, language);
    }
    if !highlighted.is_empty() {
        let parts: Vec<String> = highlighted
            .iter()
            .map(|row| match &row.rank_words {
                Some(words) => format!("{} {words}", row.name),
                None => format!("{} {}", row.name, row.missing.unwrap_or(&row.score_text)),
            })
            .collect();
        return format!("{} {year}: {}", capitalise(measure), parts.join("; "));
    }
    let best_rank = rows.iter().filter_map(|row| row.rank).min();
    let leaders: Vec<&RankingRowView> = rows
        .iter()
        .filter(|row| row.rank.is_some() && row.rank == best_rank)
        .collect();
    let Some(first) = leaders.first() else {
        return capitalise(&match language {
            Language::Vi => format!("{} về {measure} năm {year}", incomplete_words(ranking, language)),
            Language::En => format!("{} for the {measure} of {year}", incomplete_words(ranking, language)),
        });
    };
    let names: Vec<&str> = leaders.iter().map(|row| row.name.as_str()).collect();
    let names = join_names(&names, language);
    let with_score = first.score.map_or_else(String::new, |score| {
        let score = score_text(score, ranking.scale, language);
        match language {
            Language::Vi => format!(" với {score}"),
            Language::En => format!(" with {score}"),
        }
    });
    let shared = if leaders.len() > 1 {
        language.pick("cùng ", "jointly ")
    } else {
        ""
    };
    let leads = if leaders.len() > 1 { "lead" } else { "leads" };
    match (region, first.rank, language) {
        (Some(region), Some(rank), Language::Vi) => format!(
            "{names} {shared}đứng đầu {region} về {measure} năm {year}{with_score}, {}",
            rank_words(rank, first_rank_n(ranking, first), language)
        ),
        (Some(region), Some(rank), Language::En) => format!(
            "{names} {shared}{leads} the {region} in {measure} {year}{with_score}, {}",
            rank_words(rank, first_rank_n(ranking, first), language)
        ),
        (_, Some(1), Language::Vi) => {
            let among = if leaves_out {
                format!("{} tỉnh được xếp hạng", ranking.n)
            } else {
                "cả nước".to_owned()
            };
            format!("{names} {shared}dẫn đầu {among} về {measure} năm {year}{with_score}")
        }
        (_, Some(1), Language::En) => {
            let among = if leaves_out {
                format!("the {} ranked provinces", ranking.n)
            } else {
                "the country".to_owned()
            };
            format!("{names} {shared}{leads} {among} in {measure} {year}{with_score}")
        }
        // The first place itself is not on record.
        (_, _, Language::Vi) => format!(
            "Hạng cao nhất có trong nguồn về {measure} năm {year}: {names}, {}",
            first.rank_words.as_deref().unwrap_or(NO_FIGURE)
        ),
        (_, _, Language::En) => format!(
            "The best rank on record in {measure} {year}: {names}, {}",
            first.rank_words.as_deref().unwrap_or(NO_FIGURE)
        ),
    }
}

/// The headline of estimates: nobody leads among estimates.
pub(super) fn finding_of_estimates(
    ranking: &Ranking,
    rows: &[RankingRowView],
    measure: &str,
    range: &str,
    language: Language,
) -> String {
    let year = ranking.year;
    let named: Vec<String> = rows
        .iter()
        .filter(|row| row.highlighted)
        .map(|row| format!("{} {}", row.name, row.missing.unwrap_or(&row.score_text)))
        .collect();
    let units = unit_count(rows.len(), ranking.borders, language);
    let measure = capitalise(measure);
    match (named.is_empty(), ranking.back_cast, language) {
        (false, _, _) => format!("{measure} {year}: {}", named.join("; ")),
        (true, true, Language::Vi) => format!("{measure} năm {year} tính lại theo {units}: {range}"),
        (true, true, Language::En) => format!("{measure} of {year} by the {units} of 2025: {range}"),
        (true, false, Language::Vi) => format!("{measure} năm {year} của {units}: {range}"),
        (true, false, Language::En) => format!("{measure} of {year} in the {units}: {range}"),
    }
}

/// Which units have no estimate.
pub(super) fn not_estimated_note(rows: &[RankingRowView], language: Language) -> Option<String> {
    let names: Vec<&str> = rows
        .iter()
        .filter(|row| row.score.is_none())
        .map(|row| row.name.as_str())
        .collect();
    if names.is_empty() {
        return None;
    }
    let list = join_names(&names, language);
    Some(match language {
        Language::Vi => format!("Không ước tính được cho {list}: thiếu điểm của một tỉnh hợp thành."),
        Language::En => format!("There is no estimate for {list}: the score of a merged province is missing."),
    })
}

fn first_rank_n(ranking: &Ranking, row: &RankingRowView) -> u16 {
    ranking
        .rows
        .iter()
        .find(|candidate| candidate.province == row.province)
        .and_then(|candidate| candidate.rank_n)
        .unwrap_or(ranking.n)
}

fn finding_of_row(row: &RankingRowView, ranking: &Ranking, measure: &str, language: Language) -> String {
    let year = ranking.year;
    let score = row.score.map(|score| score_text(score, ranking.scale, language));
    let moved = row.change.as_ref().and_then(|change| {
        let words = &change.rank.as_ref()?.words;
        Some(match language {
            Language::Vi => format!(", {words} so với {}", change.from_year),
            Language::En => format!(", {words} on {}", change.from_year),
        })
    });
    let moved = moved.unwrap_or_default();
    match (score, &row.rank_words, language) {
        (Some(score), Some(rank), Language::Vi) => {
            format!("{}: {rank} về {measure} năm {year} với {score}{moved}", row.name)
        }
        (Some(score), Some(rank), Language::En) => {
            format!("{}: {rank} in {measure} {year} with {score}{moved}", row.name)
        }
        (Some(score), None, Language::Vi) => format!(
            "{} đạt {score} về {measure} năm {year}; hạng chưa có trong nguồn",
            row.name
        ),
        (Some(score), None, Language::En) => {
            format!("{}: {score} in {measure} {year}; its rank is not on record", row.name)
        }
        (None, Some(rank), Language::Vi) => format!(
            "{}: {rank} về {measure} năm {year}{moved}; điểm chưa có trong nguồn",
            row.name
        ),
        (None, Some(rank), Language::En) => format!(
            "{}: {rank} in {measure} {year}{moved}; its score is not on record",
            row.name
        ),
        (None, None, Language::Vi) => format!(
            "{}: {} về {measure} năm {year}",
            row.name,
            row.missing.unwrap_or(NO_FIGURE)
        ),
        (None, None, Language::En) => format!("{}: {} in {measure} {year}", row.name, row.missing.unwrap_or(NO_FIGURE)),
    }
}
