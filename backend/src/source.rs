//! The engine as the data source of pages and figures: the same answers as the JSON API, without a request.

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
    engine::{
        answers::{
            LookupError, answer_what_if, find_changes, find_matrix, find_overview, find_profile, find_scatter,
            list_declines, list_indices, list_movers, list_observations, list_provinces, list_rankings, list_regions,
            list_series, list_sources,
        },
        catalog::Catalog,
    },
    query::{
        ChangesQuery, DeclinesQuery, MatrixQuery, MoversQuery, ObservationQuery, ProfileQuery, ProvinceListQuery,
        RankingQuery, RegionsQuery, ScatterQuery, SeriesQuery,
    },
};

use crate::data::Data;

/// Answers from the catalog.
#[derive(Clone, Debug)]
pub(crate) struct CatalogSource(Arc<Data>);

impl CatalogSource {
    /// A source over a snapshot.
    pub(crate) fn new(data: Arc<Data>) -> Self {
        Self(data)
    }

    fn catalog(&self) -> &Catalog {
        self.0.catalog()
    }
}

/// An answer that is there at once.
fn answer<T: Send + 'static>(result: Result<T, LookupError>, language: Language) -> Answer<T> {
    Box::pin(ready(result.map_err(|error| error.into_problem(language))))
}

impl DataSource for CatalogSource {
    fn indices(&self, language: Language) -> Answer<Vec<IndexInfo>> {
        answer(list_indices(self.catalog()), language)
    }

    fn index(&self, index: IndexId, language: Language) -> Answer<IndexInfo> {
        let found = self.catalog().index(index).map(|index| index.info().clone());
        answer(found.map_err(LookupError::from), language)
    }

    fn provinces(&self, query: ProvinceListQuery, language: Language) -> Answer<ProvinceList> {
        answer(Ok(list_provinces(self.catalog(), &query)), language)
    }

    fn overview(&self, language: Language) -> Answer<Overview> {
        answer(find_overview(self.catalog()), language)
    }

    fn rankings(&self, query: RankingQuery, language: Language) -> Answer<Ranking> {
        answer(list_rankings(self.catalog(), &query), language)
    }

    fn series(&self, query: SeriesQuery, language: Language) -> Answer<SeriesAnswer> {
        answer(list_series(self.catalog(), &query), language)
    }

    fn profile(&self, province: ProvinceSlug, query: ProfileQuery, language: Language) -> Answer<Profile> {
        answer(find_profile(self.catalog(), &province, &query), language)
    }

    fn matrix(&self, query: MatrixQuery, language: Language) -> Answer<Matrix> {
        answer(find_matrix(self.catalog(), &query), language)
    }

    fn changes(&self, query: ChangesQuery, language: Language) -> Answer<ChangesAnswer> {
        answer(find_changes(self.catalog(), &query), language)
    }

    fn declines(&self, query: DeclinesQuery, language: Language) -> Answer<DeclinesAnswer> {
        answer(list_declines(self.catalog(), &query), language)
    }

    fn scatter(&self, query: ScatterQuery, language: Language) -> Answer<ScatterAnswer> {
        answer(find_scatter(self.catalog(), &query), language)
    }

    fn regions(&self, query: RegionsQuery, language: Language) -> Answer<RegionsAnswer> {
        answer(list_regions(self.catalog(), &query), language)
    }

    fn movers(&self, query: MoversQuery, language: Language) -> Answer<MoversAnswer> {
        answer(list_movers(self.catalog(), &query), language)
    }

    fn observations(&self, query: ObservationQuery, language: Language) -> Answer<Vec<Observation>> {
        answer(list_observations(self.catalog(), &query), language)
    }

    fn sources(&self, language: Language) -> Answer<Vec<SourceInfo>> {
        answer(list_sources(self.catalog()), language)
    }

    fn what_if(&self, request: WhatIfRequest, language: Language) -> Answer<WhatIfAnswer> {
        Box::pin(ready(
            answer_what_if(self.catalog(), &request).map_err(|fault| fault.into_problem(language)),
        ))
    }
}
