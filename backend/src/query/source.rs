//! The catalog as the data source of pages and figures: the same answers as the JSON API, without a request.

use std::{future::ready, sync::Arc};

use vithe_frontend::api::{Answer, DataSource};
use vithe_shared::{
    IndexId, Language, ProvinceSlug,
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

use super::{
    LookupError, answer_what_if, find_changes, find_matrix, find_overview, find_profile, find_scatter, list_declines,
    list_indices, list_movers, list_observations, list_provinces, list_rankings, list_regions, list_series,
    list_sources,
};
use crate::catalog::Catalog;

/// Answers from the catalog.
#[derive(Clone, Debug)]
pub struct CatalogSource(Arc<Catalog>);

impl CatalogSource {
    /// A source over a snapshot.
    pub fn new(catalog: Arc<Catalog>) -> Self {
        Self(catalog)
    }
}

/// An answer that is there at once.
fn answer<T: Send + 'static>(result: Result<T, LookupError>, language: Language) -> Answer<T> {
    Box::pin(ready(result.map_err(|error| error.into_problem(language))))
}

impl DataSource for CatalogSource {
    fn indices(&self, language: Language) -> Answer<Vec<IndexInfo>> {
        answer(Ok(list_indices(&self.0)), language)
    }

    fn index(&self, index: IndexId, language: Language) -> Answer<IndexInfo> {
        answer(Ok(self.0.index(index).info().clone()), language)
    }

    fn provinces(&self, query: ProvinceListQuery, language: Language) -> Answer<ProvinceList> {
        answer(Ok(list_provinces(&self.0, &query)), language)
    }

    fn overview(&self, language: Language) -> Answer<Overview> {
        answer(Ok(find_overview(&self.0)), language)
    }

    fn rankings(&self, query: RankingQuery, language: Language) -> Answer<Ranking> {
        answer(list_rankings(&self.0, &query), language)
    }

    fn series(&self, query: SeriesQuery, language: Language) -> Answer<SeriesAnswer> {
        answer(list_series(&self.0, &query), language)
    }

    fn profile(&self, province: ProvinceSlug, query: ProfileQuery, language: Language) -> Answer<Profile> {
        answer(find_profile(&self.0, &province, &query), language)
    }

    fn matrix(&self, query: MatrixQuery, language: Language) -> Answer<Matrix> {
        answer(find_matrix(&self.0, &query), language)
    }

    fn changes(&self, query: ChangesQuery, language: Language) -> Answer<ChangesAnswer> {
        answer(find_changes(&self.0, &query), language)
    }

    fn declines(&self, query: DeclinesQuery, language: Language) -> Answer<DeclinesAnswer> {
        answer(list_declines(&self.0, &query), language)
    }

    fn scatter(&self, query: ScatterQuery, language: Language) -> Answer<ScatterAnswer> {
        answer(find_scatter(&self.0, &query), language)
    }

    fn regions(&self, query: RegionsQuery, language: Language) -> Answer<RegionsAnswer> {
        answer(list_regions(&self.0, &query), language)
    }

    fn movers(&self, query: MoversQuery, language: Language) -> Answer<MoversAnswer> {
        answer(list_movers(&self.0, &query), language)
    }

    fn observations(&self, query: ObservationQuery, language: Language) -> Answer<Vec<Observation>> {
        answer(list_observations(&self.0, &query), language)
    }

    fn sources(&self, language: Language) -> Answer<Vec<SourceInfo>> {
        answer(Ok(list_sources(&self.0)), language)
    }

    fn what_if(&self, request: WhatIfRequest, language: Language) -> Answer<WhatIfAnswer> {
        Box::pin(ready(
            answer_what_if(&self.0, &request).map_err(|fault| fault.into_problem(language)),
        ))
    }
}
