//! The provinces of the region that stand ahead of one, on each index.

use vithe_shared::{
    Borders, IndexId, Language, Problem,
    api::{IndexProfile, Profile, RankingRow},
    query::RankingQuery,
};

use crate::{
    address::{Aspect, province_address},
    answers::Answers,
    format::rank_words,
    view_model::wording::score_text,
};

/// Those ahead on one index.
pub(super) struct Ahead {
    /// The index.
    pub(super) index: IndexId,
    /// `9 tỉnh đứng trên`
    pub(super) counted: String,
    /// The best first.
    pub(super) rows: Vec<AheadRow>,
}

/// A province that is ahead.
pub(super) struct AheadRow {
    /// Its name.
    pub(super) name: String,
    /// Its page, on the same index and year.
    pub(super) address: String,
    /// `45,10 điểm, hạng 5/61`
    pub(super) figures: String,
}

/// Those ahead on every index whose table names them all; nothing of an index where the province leads its region.
pub(super) fn find_ahead(answers: Answers<'_>, profile: &Profile, language: Language) -> Result<Vec<Ahead>, Problem> {
    let mut found = Vec::new();
    for own in &profile.indices {
        let Some(region_rank) = own.overall.row.region_rank.filter(|rank| *rank > 1) else {
            continue;
        };
        let ranking = answers.rankings(&RankingQuery {
            index: own.index,
            component: own.overall.component.clone(),
            year: Some(own.year),
            region: Some(profile.province.region.clone()),
            borders: None,
            interval: None,
            rank: None,
        })?;
        let rows: Vec<AheadRow> = ranking
            .rows
            .iter()
            .filter(|row| row.rank.zip(own.overall.row.rank).is_some_and(|(rank, own)| rank < own))
            .map(|row| ahead_row(row, own, profile.province.borders, language))
            .collect();
        // A rank within the region may be printed where the ranks of the others are not on record.
        if rows.len() + 1 == usize::from(region_rank) {
            found.push(Ahead {
                index: own.index,
                counted: counted(rows.len(), language),
                rows,
            });
        }
    }
    Ok(found)
}

fn ahead_row(row: &RankingRow, own: &IndexProfile, borders: Borders, language: Language) -> AheadRow {
    let overall = &own.overall;
    let score = row.score.map(|score| score_text(score, overall.scale, language));
    let rank = row.rank.zip(row.rank_n).map(|(rank, n)| rank_words(rank, n, language));
    let figures: Vec<String> = score.into_iter().chain(rank).collect();
    AheadRow {
        name: language.pick(&row.name_vi, &row.name_en).to_owned(),
        address: province_address(
            language,
            &row.province,
            &Aspect::of(own.index, &overall.component, own.year).within(borders),
        ),
        figures: figures.join(", "),
    }
}

fn counted(provinces: usize, language: Language) -> String {
    match (provinces, language) {
        (_, Language::Vi) => format!("{provinces} tỉnh đứng trên"),
        (1, Language::En) => "one is ahead".to_owned(),
        (_, Language::En) => format!("{provinces} are ahead"),
    }
}
