//! What several charts ask for.

use vithe_shared::{
    Problem, ProvinceSlug,
    api::{ProvinceList, Ranking},
    query::{FigureQuery, MatrixQuery, RankingQuery, SeriesQuery},
};

use super::Missing;
use crate::answers::Answers;

/// Most provinces that a line chart or a comparison tells apart.
pub const MOST_PROVINCES: usize = 6;

/// The table of one component and year, with the units of its borders.
pub struct Table {
    /// The table.
    pub(super) ranking: Ranking,
    /// The units.
    pub(super) provinces: ProvinceList,
}

impl Table {
    pub(super) fn ask(query: &RankingQuery, answers: Answers<'_>) -> Result<Self, Problem> {
        let ranking = answers.rankings(query)?;
        let provinces = answers.provinces(ranking.borders);
        Ok(Self { ranking, provinces })
    }
}

/// The table that a figure shows, without intervals.
pub(super) fn table_query(query: &FigureQuery) -> RankingQuery {
    RankingQuery {
        index: query.index,
        component: query.component.clone(),
        year: query.year,
        region: query.region.clone(),
        borders: query.borders,
        interval: None,
        rank: None,
    }
}

/// The years that a figure shows; of all provinces where none are named.
pub(super) fn series_query(query: &FigureQuery, provinces: Vec<ProvinceSlug>) -> SeriesQuery {
    SeriesQuery {
        index: query.index,
        component: query.component.clone(),
        provinces,
        from: query.from,
        to: query.to,
        borders: query.borders,
    }
}

/// The components of the year that a figure shows; of all provinces where none are named.
pub(super) fn matrix_query(query: &FigureQuery, provinces: Vec<ProvinceSlug>) -> MatrixQuery {
    MatrixQuery {
        index: query.index,
        year: query.year,
        provinces,
        region: None,
        borders: query.borders,
    }
}

/// The first six provinces, at least as many as the chart needs.
pub(super) fn some_provinces(query: &FigureQuery, least: usize) -> Result<Vec<ProvinceSlug>, Missing> {
    let provinces: Vec<ProvinceSlug> = query.provinces.iter().take(MOST_PROVINCES).cloned().collect();
    if provinces.len() >= least {
        Ok(provinces)
    } else {
        Err(Missing::Provinces { least })
    }
}

/// The one province that a chart is about.
pub(super) fn first_province(query: &FigureQuery) -> Result<ProvinceSlug, Missing> {
    query.provinces.first().cloned().ok_or(Missing::Provinces { least: 1 })
}
