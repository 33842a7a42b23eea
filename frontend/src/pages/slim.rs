//! Answers without what a page does not show. What a page was made from travels to the browser once more as data, so
//! every field left out here makes the first page lighter.

use vithe_shared::{
    IndexId, Language,
    api::{
        IndexInfo, Matrix, Overview, Profile, ProvinceList, Ranking, RankingRow, Reason, SeriesAnswer,
        changes::ChangesAnswer, declines::DeclinesAnswer, what_if::WhatIfAnswer,
    },
};

/// Empties the text of the language that is not read.
fn keep(language: Language, vi: &mut String, en: &mut String) {
    match language {
        Language::Vi => en.clear(),
        Language::En => vi.clear(),
    }
}

fn keep_reason(language: Language, reason: &mut Reason) {
    keep(language, &mut reason.vi, &mut reason.en);
}

/// What filters, source lines and citations need of an index.
pub(super) fn slim_index(mut index: IndexInfo, language: Language) -> IndexInfo {
    keep_index(&mut index, language);
    index.terms_vi.clear();
    index.terms_en.clear();
    index.coverage.clear();
    index.method_versions.clear();
    index.breaks.clear();
    for component in &mut index.components {
        keep(language, &mut component.name_vi, &mut component.name_en);
        component.short_vi.clear();
        component.short_en.clear();
        component.names.clear();
        component.weights.clear();
        component.maximum_points.clear();
    }
    index
}

/// The regions of a list of provinces.
pub(super) fn slim_regions(mut list: ProvinceList, language: Language) -> ProvinceList {
    list.provinces.clear();
    for region in &mut list.regions {
        keep(language, &mut region.name_vi, &mut region.name_en);
        keep(language, &mut region.short_vi, &mut region.short_en);
    }
    list
}

/// A table in one language. The names of the component stay in both: what is a cost is told from either.
pub(super) fn slim_ranking(mut ranking: Ranking, language: Language) -> Ranking {
    ranking.sources.clear();
    for row in &mut ranking.rows {
        let tied_with = std::mem::take(&mut row.tied_with);
        slim_row(row, language);
        // Ties are said in the rows of a table.
        row.tied_with = tied_with;
    }
    ranking
}

/// One row in one language.
fn slim_row(row: &mut RankingRow, language: Language) {
    keep(language, &mut row.name_vi, &mut row.name_en);
    row.source_id = None;
    row.tied_with.clear();
    if let Some(reason) = row.change.as_mut().and_then(|change| change.reason.as_mut()) {
        keep_reason(language, reason);
    }
}

/// A profile in one language with the components of `index` only, or of all indices.
pub(super) fn slim_profile(mut profile: Profile, index: Option<IndexId>, language: Language) -> Profile {
    keep(language, &mut profile.region_name_vi, &mut profile.region_name_en);
    profile.province.aliases.clear();
    profile.region_peers.clear();
    profile.sources.clear();
    for own in &mut profile.indices {
        slim_row(&mut own.overall.row, language);
        if index.is_some_and(|index| index != own.index) {
            own.components.clear();
            own.risen.clear();
            own.fallen.clear();
        }
        for component in &mut own.components {
            slim_row(&mut component.row, language);
            if let Some(best) = &mut component.best {
                keep(language, &mut best.name_vi, &mut best.name_en);
            }
        }
    }
    profile
}

/// Series in one language.
pub(super) fn slim_series(mut answer: SeriesAnswer, language: Language) -> SeriesAnswer {
    for entry in &mut answer.breaks {
        keep_reason(language, &mut entry.reason);
    }
    answer
}

/// The rows of one index only.
pub(super) fn slim_overview(mut overview: Overview, index: IndexId, language: Language) -> Overview {
    overview.indices.retain(|entry| entry.index == index);
    for entry in &mut overview.indices {
        let rows = [&mut entry.top, &mut entry.bottom, &mut entry.risers, &mut entry.fallers];
        for row in rows.into_iter().flatten() {
            slim_row(row, language);
            if let Some(change) = &mut row.change {
                change.reason = None;
            }
        }
    }
    overview
}

/// A change in one language. The names of parts stay in both: what is a cost is told from either.
pub(super) fn slim_changes(mut answer: ChangesAnswer, language: Language) -> ChangesAnswer {
    keep(language, &mut answer.name_vi, &mut answer.name_en);
    let reasons = [
        &mut answer.reason,
        &mut answer.parts_missing,
        &mut answer.rank_change_refused,
    ];
    for reason in reasons.into_iter().flatten() {
        keep_reason(language, reason);
    }
    for part in &mut answer.parts {
        part.short_vi.clear();
        part.short_en.clear();
        for below in &mut part.parts {
            below.short_vi.clear();
            below.short_en.clear();
        }
    }
    answer
}

/// What the way back from a run needs of an index: which component adds up to which, and its publisher.
pub(super) fn slim_parents(index: IndexInfo, language: Language) -> IndexInfo {
    let mut index = slim_index(index, language);
    for text in [
        &mut index.name_vi,
        &mut index.name_en,
        &mut index.measures_vi,
        &mut index.measures_en,
        &mut index.citation_vi,
        &mut index.citation_en,
    ] {
        text.clear();
    }
    index.years.clear();
    for component in &mut index.components {
        component.name_vi.clear();
        component.name_en.clear();
        component.years.clear();
    }
    index
}

/// Runs of falls in one language; the names of components stay in both.
pub(super) fn slim_declines(mut answer: DeclinesAnswer, language: Language) -> DeclinesAnswer {
    for row in &mut answer.rows {
        keep(language, &mut row.name_vi, &mut row.name_en);
        for score in &mut row.scores {
            *score = vithe_shared::analytics::rounding::round_to(*score, 4);
        }
    }
    answer
}

/// A starting point in one language; the names of components stay in both.
pub(super) fn slim_what_if(mut answer: WhatIfAnswer, language: Language) -> WhatIfAnswer {
    keep(language, &mut answer.name_vi, &mut answer.name_en);
    for rival in &mut answer.rivals {
        keep(language, &mut rival.name_vi, &mut rival.name_en);
    }
    if let Some(reason) = &mut answer.drift_refused {
        keep_reason(language, reason);
    }
    answer
}

/// The scores of components in one language.
pub(super) fn slim_matrix(mut matrix: Matrix, language: Language) -> Matrix {
    for row in &mut matrix.rows {
        keep(language, &mut row.name_vi, &mut row.name_en);
    }
    matrix
}

/// What the catalogue shows of an index: coverage, terms and citation, no components.
pub(super) fn slim_catalogue(mut index: IndexInfo, language: Language) -> IndexInfo {
    keep_index(&mut index, language);
    index.method_versions.clear();
    index.breaks.clear();
    index.components.clear();
    index
}

/// What the methods page shows of an index. Component names stay in both languages.
pub(super) fn slim_methods(mut index: IndexInfo, language: Language) -> IndexInfo {
    keep_index(&mut index, language);
    index.terms_vi.clear();
    index.terms_en.clear();
    index.citation_vi.clear();
    index.citation_en.clear();
    for version in &mut index.method_versions {
        keep(language, &mut version.reason_vi, &mut version.reason_en);
    }
    for entry in &mut index.breaks {
        keep_reason(language, &mut entry.reason);
    }
    for component in &mut index.components {
        component.short_vi.clear();
        component.short_en.clear();
        let newest = component.names.pop();
        component.names = newest.into_iter().collect();
    }
    index
}

fn keep_index(index: &mut IndexInfo, language: Language) {
    keep(language, &mut index.name_vi, &mut index.name_en);
    keep(language, &mut index.publisher_vi, &mut index.publisher_en);
    keep(language, &mut index.measures_vi, &mut index.measures_en);
    keep(language, &mut index.citation_vi, &mut index.citation_en);
    keep(language, &mut index.terms_vi, &mut index.terms_en);
}
