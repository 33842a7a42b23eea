//! Where the pages get their figures from: the questions that the JSON API answers too, asked of the catalog without HTTP.

use std::{future::Future, pin::Pin, sync::Arc};

use vithe_shared::{
    IndexId, Language, Problem, ProvinceSlug,
    api::{
        IndexInfo, Matrix, Observation, Overview, Profile, ProvinceList, Ranking, SeriesAnswer, SourceInfo,
        changes::ChangesAnswer,
        declines::DeclinesAnswer,
        movers::MoversAnswer,
        regions::RegionsAnswer,
        scatter::ScatterAnswer,
        what_if::{WhatIfAnswer, WhatIfRequest},
    },
    query::{
        ChangesQuery, DeclinesQuery, MatrixQuery, MoversQuery, ObservationQuery, ProfileQuery, ProvinceListQuery,
        RankingQuery, RegionsQuery, ScatterQuery, SeriesQuery,
    },
};

/// An answer to come, or the problem in the language asked for.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Problem>> + Send>>;

/// The questions that pages and figures ask. `language` is that of a problem's texts.
pub trait DataSource: Send + Sync {
    /// All four indices, fully described.
    fn indices(&self, language: Language) -> Answer<Vec<IndexInfo>>;
    /// One index.
    fn index(&self, index: IndexId, language: Language) -> Answer<IndexInfo>;
    /// The units of a list of borders.
    fn provinces(&self, query: ProvinceListQuery, language: Language) -> Answer<ProvinceList>;
    /// The four indices at a glance.
    fn overview(&self, language: Language) -> Answer<Overview>;
    /// The table of one component and year.
    fn rankings(&self, query: RankingQuery, language: Language) -> Answer<Ranking>;
    /// One component over the years.
    fn series(&self, query: SeriesQuery, language: Language) -> Answer<SeriesAnswer>;
    /// One province on all indices.
    fn profile(&self, province: ProvinceSlug, query: ProfileQuery, language: Language) -> Answer<Profile>;
    /// Components × provinces.
    fn matrix(&self, query: MatrixQuery, language: Language) -> Answer<Matrix>;
    /// What a change of score and of rank is made of.
    fn changes(&self, query: ChangesQuery, language: Language) -> Answer<ChangesAnswer>;
    /// Components that fall year after year.
    fn declines(&self, query: DeclinesQuery, language: Language) -> Answer<DeclinesAnswer>;
    /// Which provinces won or lost most between two years.
    fn movers(&self, query: MoversQuery, language: Language) -> Answer<MoversAnswer>;
    /// Two figures set against each other, province by province.
    fn scatter(&self, query: ScatterQuery, language: Language) -> Answer<ScatterAnswer>;
    /// Mean, median and spread of every region over the years.
    fn regions(&self, query: RegionsQuery, language: Language) -> Answer<RegionsAnswer>;
    /// Tidy rows of the sources, one figure each.
    fn observations(&self, query: ObservationQuery, language: Language) -> Answer<Vec<Observation>>;
    /// The documents that figures come from.
    fn sources(&self, language: Language) -> Answer<Vec<SourceInfo>>;
    /// What changed components would do to a total and its rank.
    fn what_if(&self, request: WhatIfRequest, language: Language) -> Answer<WhatIfAnswer>;
}

/// A data source that is shared.
pub type SharedSource = Arc<dyn DataSource>;
