//! The queries of the JSON API.

#[cfg(feature = "openapi")]
use super::QueryDescription;
use super::{
    ApiQuery, IntervalChoice, QueryError, RankChoice, StreakLength,
    pairs::{QueryPairs, QueryWriter},
    parameter::api_query,
};
use crate::{
    domain::{DiscrepancyKind, PeerLens},
    identifier::{
        Borders, ComponentId, DatasetRevision, IndexId, Indicator, IndicatorId, ProvinceSlug, RegionId, Year,
    },
};

api_query! {
    /// `GET /rankings`.
    pub struct RankingQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The component; the total by default.
        pub component: ComponentId = "component",
        /// The year; by default the one the component opens on.
        pub year: Option<Year> = "year",
        /// Limits the rows to a region; n and ranks stay national.
        pub region: Option<RegionId> = "region",
        /// The list of units; by default the one in force in the year.
        pub borders: Option<Borders> = "borders",
        /// Fills `rank_interval`: `rounding`, `perturbation`, `weights` (sensitivity) or `sampling` (confidence); `intervals`
        /// names those of the table.
        pub interval: Option<IntervalChoice> = "interval" and "points",
        /// `estimated` ranks estimates: the back-casts of the 34 units in years before 2025, and estimated scores of a year.
        pub rank: Option<RankChoice> = "rank",
    }
}

api_query! {
    /// `GET /series`.
    pub struct SeriesQuery refused with ConflictingParameters {
        /// The index.
        pub index: IndexId = "index",
        /// The component; the total by default.
        pub component: ComponentId = "component",
        /// Provinces joined by `~`; all by default.
        pub provinces: Vec<ProvinceSlug> = "p",
        /// First year.
        pub from: Option<Year> = "from",
        /// Last year.
        pub to: Option<Year> = "to",
        /// The list of units: by default the 63 provinces, or the 34 units where the component has no other figures.
        pub borders: Option<Borders> = "borders",
    }
}

api_query! {
    /// `GET /provinces/{slug}/profile`; the slug is in the path.
    #[derive(Default)]
    pub struct ProfileQuery {
        /// The year; an index without figures in it answers with its newest year before. By default the newest
        /// with any figure of the province, so that each index is answered with its newest year.
        pub year: Option<Year> = "year",
        /// Fills `rank_interval` of the totals: `rounding`, `perturbation`, `weights` (sensitivity) or `sampling` (confidence);
        /// an index without it says why in `interval_refused`.
        pub interval: Option<IntervalChoice> = "interval" and "points",
        /// The list of units: by default the 63 provinces.
        pub borders: Option<Borders> = "borders",
    }
}

api_query! {
    /// `GET /matrix`.
    pub struct MatrixQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The year; by default the one the index opens on.
        pub year: Option<Year> = "year",
        /// Provinces joined by `~`; all by default.
        pub provinces: Vec<ProvinceSlug> = "p",
        /// Limits the rows to a region.
        pub region: Option<RegionId> = "region",
        /// The list of units: by default that of the year.
        pub borders: Option<Borders> = "borders",
    }
}

api_query! {
    /// `GET /observations`.
    pub struct ObservationQuery refused with RedistributionRestricted {
        /// The index.
        pub index: Option<IndexId> = "index",
        /// One component.
        pub component: Option<ComponentId> = "component",
        /// One province.
        pub province: Option<ProvinceSlug> = "province",
        /// One year.
        pub year: Option<Year> = "year",
        /// The list of units: by default that of the year, or else that of 63 provinces.
        pub borders: Option<Borders> = "borders",
    }
}

api_query! {
    /// `GET /changes`.
    pub struct ChangesQuery refused with ConflictingParameters {
        /// The index.
        pub index: IndexId = "index",
        /// The province.
        pub province: ProvinceSlug = "province",
        /// The earlier year; by default the nearest one before `to` with a total.
        pub from: Option<Year> = "from",
        /// The later year; by default the newest one with a total.
        pub to: Option<Year> = "to",
        /// The list of units: by default that of the year asked for, or else the 63 provinces.
        pub borders: Option<Borders> = "borders",
    }
}

api_query! {
    /// `GET /declines`.
    pub struct DeclinesQuery refused with IncompleteTable, ConflictingParameters {
        /// The index.
        pub index: IndexId = "index",
        /// The year in which runs end; by default the newest with a complete component table, or the own newer year of the one province asked for.
        pub until: Option<Year> = "until",
        /// The year before a span: what is lower in `until` than in it is listed, whatever lies between; runs of falls by default.
        pub from: Option<Year> = "from",
        /// The shortest run that is listed.
        pub streak: StreakLength = "streak",
        /// Limits the rows to one province.
        pub province: Option<ProvinceSlug> = "province",
        /// Limits the rows to one region.
        pub region: Option<RegionId> = "region",
        /// The list of units: by default that of the year asked for, or else the 63 provinces.
        pub borders: Option<Borders> = "borders",
    }
}

api_query! {
    /// `GET /movers`.
    pub struct MoversQuery refused with ConflictingParameters {
        /// The index.
        pub index: IndexId = "index",
        /// The component; the total by default.
        pub component: ComponentId = "component",
        /// The earlier year; by default the nearest one before `to` with figures.
        pub from: Option<Year> = "from",
        /// The later year; by default the one the component opens on.
        pub to: Option<Year> = "to",
        /// Limits rows and counts to a region; n and ranks stay national.
        pub region: Option<RegionId> = "region",
        /// The list of units: by default that of the years asked for, or else the one the component opens on if it has two years of it.
        pub borders: Option<Borders> = "borders",
    }
}

/// `GET /scatter`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ScatterQuery {
    /// What the horizontal axis shows.
    pub x: Indicator,
    /// What the vertical axis shows.
    pub y: Indicator,
    /// The year of the horizontal axis; without either year one that suits both, without this one that of the other axis.
    pub x_year: Option<Year>,
    /// The year of the vertical axis.
    pub y_year: Option<Year>,
    /// Limits the points, and what is told of them, to one region.
    pub region: Option<RegionId>,
}

impl ApiQuery for ScatterQuery {
    const KEYS: &'static [&'static str] = &["x", "y", "year", "x_year", "y_year", "region"];

    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        let x = pairs.take_required("x")?;
        let y = pairs.take_required("y")?;
        let year = pairs.take_parsed("year")?;
        Ok(Self {
            x,
            y,
            x_year: pairs.take_parsed("x_year")?.or(year),
            y_year: pairs.take_parsed("y_year")?.or(year),
            region: pairs.take_parsed("region")?,
        })
    }

    fn to_query_string(&self) -> String {
        let mut writer = QueryWriter::default();
        writer.push("x", &self.x);
        writer.push("y", &self.y);
        if self.x_year == self.y_year {
            writer.push_option("year", self.x_year.as_ref());
        } else {
            writer.push_option("x_year", self.x_year.as_ref());
            writer.push_option("y_year", self.y_year.as_ref());
        }
        writer.push_option("region", self.region.as_ref());
        writer.finish(&[])
    }

    #[cfg(feature = "openapi")]
    fn describe() -> QueryDescription {
        let mut query = QueryDescription::default();
        query.require::<Indicator>(
            "x",
            "What the horizontal axis shows: an index (its total), or index and component joined by a dot",
        );
        query.require::<Indicator>("y", "What the vertical axis shows");
        query.allow::<Year>(
            "year",
            "The year of both axes; by default the newest in which both tables are complete, or else the one in which most \
             provinces have both figures",
        );
        query.allow::<Year>("x_year", "The year of the horizontal axis, where it differs");
        query.allow::<Year>("y_year", "The year of the vertical axis, where it differs");
        query.allow::<RegionId>("region", "Limits points, counts, medians and correlation to one region");
        query
    }
}

api_query! {
    /// `GET /regions`.
    pub struct RegionsQuery refused with ConflictingParameters {
        /// The index.
        pub index: IndexId = "index",
        /// The component; the total by default.
        pub component: ComponentId = "component",
        /// First year.
        pub from: Option<Year> = "from",
        /// Last year.
        pub to: Option<Year> = "to",
        /// The list of units: by default the 63 provinces, or the 34 units where the component has no other figures.
        pub borders: Option<Borders> = "borders",
    }
}

api_query! {
    /// `GET /indicators`.
    pub struct IndicatorsQuery {
        /// The index.
        pub index: IndexId = "index",
        /// Limits the indicators to those of a component; all by default.
        pub component: Option<ComponentId> = "component",
        /// The year; the newest with indicators by default.
        pub year: Option<Year> = "year",
        /// Tells where a province stands, and puts the indicators in the order of its distance from the median.
        pub province: Option<ProvinceSlug> = "province",
    }
}

api_query! {
    /// `GET /indicators/rankings`.
    pub struct IndicatorRankingQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The indicator.
        pub indicator: IndicatorId = "indicator",
        /// The year; the newest with indicators by default.
        pub year: Option<Year> = "year",
        /// Limits the rows to a region; n and ranks stay national.
        pub region: Option<RegionId> = "region",
    }
}

api_query! {
    /// `GET /discrepancies`.
    #[derive(Default)]
    pub struct DiscrepanciesQuery {
        /// Limits the rows to an index; all by default.
        pub index: Option<IndexId> = "index",
        /// Limits the rows to a year.
        pub year: Option<Year> = "year",
        /// Limits the rows to a province of either list; with regions and the country by default.
        pub province: Option<ProvinceSlug> = "province",
        /// Limits the rows to a kind: `sources` (source against source), `parts` (parts against totals) or `rank` (rank against
        /// score).
        pub kind: Option<DiscrepancyKind> = "kind",
    }
}

api_query! {
    /// `GET /peers/{slug}`; the slug is in the path.
    pub struct PeersQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The year; by default the newest in which the tables of all components are complete and hold the province.
        pub year: Option<Year> = "year",
        /// Which peers come first: `profile` those alike by components, better ones first; `level` those whose total differs
        /// least; `region` those of the same region; `population` those of nearest population; `grdp` those in the same fifth
        /// by GRDP per head.
        pub by: PeerLens = "by",
    }
}

/// A query without keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NoQuery;

impl ApiQuery for NoQuery {
    const KEYS: &'static [&'static str] = &[];

    fn take_from(_pairs: &mut QueryPairs) -> Result<Self, QueryError> {
        Ok(Self)
    }

    fn to_query_string(&self) -> String {
        String::new()
    }

    #[cfg(feature = "openapi")]
    fn describe() -> QueryDescription {
        QueryDescription::default()
    }
}

api_query! {
    /// `GET /datasets/…` and `GET /borders/…`; the part is in the path.
    #[derive(Default)]
    pub struct DatasetQuery {
        /// The revision; the newest by default. What is answered under a revision never changes.
        pub revision: Option<DatasetRevision> = "rev",
    }
}

api_query! {
    /// `GET /provinces`.
    #[derive(Copy, Default)]
    pub struct ProvinceListQuery {
        /// The list of units: `63` (default), the provinces until 30 June 2025, or `34`, the units since.
        pub borders: Option<Borders> = "borders",
    }
}
