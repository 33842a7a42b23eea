//! What pages and figures ask of the engine: the questions of the JSON API, answered by the same functions, with problems in
//! the language of the reader. On the server and in the browser alike; nothing is awaited.

use vithe_shared::{
    Borders, IndexId, Language, Problem, ProvinceSlug,
    api::{
        Matrix, Observation, Overview, Profile, ProvinceList, Ranking, SeriesAnswer,
        changes::ChangesAnswer,
        declines::DeclinesAnswer,
        discrepancies::DiscrepanciesAnswer,
        indicators::{IndicatorRanking, IndicatorsAnswer},
        movers::MoversAnswer,
        peers::PeersAnswer,
        regions::RegionsAnswer,
        scatter::ScatterAnswer,
        what_if::{WhatIfAnswer, WhatIfRequest},
    },
    domain::{DataVersion, IndexInfo, SourceInfo},
    engine::{
        answers::{
            LookupError, answer_what_if, find_changes, find_indicator_ranking, find_matrix, find_overview, find_peers,
            find_profile, find_scatter, list_declines, list_discrepancies, list_indicators, list_indices, list_movers,
            list_observations, list_provinces, list_rankings, list_regions, list_series, list_sources, list_versions,
        },
        catalog::Catalog,
    },
    query::{
        ChangesQuery, DeclinesQuery, DiscrepanciesQuery, IndicatorRankingQuery, IndicatorsQuery, MatrixQuery,
        MoversQuery, ObservationQuery, PeersQuery, ProfileQuery, ProvinceListQuery, RankingQuery, RegionsQuery,
        ScatterQuery, SeriesQuery,
    },
};

use crate::search::{Findings, find};

/// The figures that are here, asked in the language of a reader.
#[derive(Clone, Copy, Debug)]
pub struct Answers<'a> {
    catalog: &'a Catalog,
    language: Language,
}

impl<'a> Answers<'a> {
    /// Answers from a catalog.
    pub const fn new(catalog: &'a Catalog, language: Language) -> Self {
        Self { catalog, language }
    }

    fn told<T>(self, result: Result<T, LookupError>) -> Result<T, Problem> {
        result.map_err(|error| error.into_problem(self.language))
    }

    /// The version of the data, and its date (`2026-11-28`).
    pub fn edition(self) -> [&'a str; 2] {
        [self.catalog.version(), self.catalog.date()]
    }

    /// What a search finds.
    pub fn find(self, typed: &str) -> Findings {
        find(self.catalog, typed, self.language)
    }

    /// All versions of the data, oldest first.
    pub fn versions(self) -> Vec<DataVersion> {
        list_versions(self.catalog)
    }

    /// All four indices, fully described.
    pub fn indices(self) -> Result<Vec<IndexInfo>, Problem> {
        self.told(list_indices(self.catalog))
    }

    /// One index.
    pub fn index(self, index: IndexId) -> Result<IndexInfo, Problem> {
        let found = self.catalog.index(index).map_err(LookupError::from);
        self.told(found.map(|index| index.info().clone()))
    }

    /// The units of a list of borders.
    pub fn provinces(self, borders: Borders) -> ProvinceList {
        list_provinces(self.catalog, &ProvinceListQuery { borders: Some(borders) })
    }

    /// The four indices at a glance.
    pub fn overview(self) -> Result<Overview, Problem> {
        self.told(find_overview(self.catalog))
    }

    /// The table of one component and year.
    pub fn rankings(self, query: &RankingQuery) -> Result<Ranking, Problem> {
        self.told(list_rankings(self.catalog, query))
    }

    /// One component over the years.
    pub fn series(self, query: &SeriesQuery) -> Result<SeriesAnswer, Problem> {
        self.told(list_series(self.catalog, query))
    }

    /// One province on all indices.
    pub fn profile(self, province: &ProvinceSlug, query: &ProfileQuery) -> Result<Profile, Problem> {
        self.told(find_profile(self.catalog, province, query))
    }

    /// The provinces that are alike.
    pub fn peers(self, province: &ProvinceSlug, query: &PeersQuery) -> Result<PeersAnswer, Problem> {
        self.told(find_peers(self.catalog, province, query))
    }

    /// Components × provinces.
    pub fn matrix(self, query: &MatrixQuery) -> Result<Matrix, Problem> {
        self.told(find_matrix(self.catalog, query))
    }

    /// What a change of score and of rank is made of.
    pub fn changes(self, query: &ChangesQuery) -> Result<ChangesAnswer, Problem> {
        self.told(find_changes(self.catalog, query))
    }

    /// Components that fall year after year.
    pub fn declines(self, query: &DeclinesQuery) -> Result<DeclinesAnswer, Problem> {
        self.told(list_declines(self.catalog, query))
    }

    /// Figures that do not agree.
    pub fn discrepancies(self, query: &DiscrepanciesQuery) -> Result<DiscrepanciesAnswer, Problem> {
        self.told(list_discrepancies(self.catalog, query))
    }

    /// Which provinces won or lost most between two years.
    pub fn movers(self, query: &MoversQuery) -> Result<MoversAnswer, Problem> {
        self.told(list_movers(self.catalog, query))
    }

    /// Two figures set against each other, province by province.
    pub fn scatter(self, query: &ScatterQuery) -> Result<ScatterAnswer, Problem> {
        self.told(find_scatter(self.catalog, query))
    }

    /// Mean, median and spread of every region over the years.
    pub fn regions(self, query: &RegionsQuery) -> Result<RegionsAnswer, Problem> {
        self.told(list_regions(self.catalog, query))
    }

    /// Tidy rows of the sources, one figure each.
    pub fn observations(self, query: &ObservationQuery) -> Result<Vec<Observation>, Problem> {
        self.told(list_observations(self.catalog, query))
    }

    /// The documents that figures come from.
    pub fn sources(self) -> Result<Vec<SourceInfo>, Problem> {
        self.told(list_sources(self.catalog))
    }

    /// The indicators below components.
    pub fn indicators(self, query: &IndicatorsQuery) -> Result<IndicatorsAnswer, Problem> {
        self.told(list_indicators(self.catalog, query))
    }

    /// The table of one indicator.
    pub fn indicator_ranking(self, query: &IndicatorRankingQuery) -> Result<IndicatorRanking, Problem> {
        self.told(find_indicator_ranking(self.catalog, query))
    }

    /// What changed components would do to a total and its rank.
    pub fn what_if(self, request: &WhatIfRequest) -> Result<WhatIfAnswer, Problem> {
        answer_what_if(self.catalog, request).map_err(|fault| fault.into_problem(self.language))
    }
}
