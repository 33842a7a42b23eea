//! The queries of the JSON API.

use super::{
    ApiQuery, IntervalChoice, QueryError, StreakLength,
    pairs::{QueryPairs, QueryWriter},
    parameter::api_query,
};
use crate::identifier::{Borders, ComponentId, DatasetRevision, IndexId, Indicator, ProvinceSlug, RegionId, Year};

api_query! {
    /// `GET /rankings`.
    pub struct RankingQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The component, the total by default.
        pub component: ComponentId = "component",
        /// The year, the one the component opens on by default.
        pub year: Option<Year> = "year",
        /// Limits the rows to one region; n and ranks stay national.
        pub region: Option<RegionId> = "region",
        /// The list of units, the one in force in the year by default.
        pub borders: Option<Borders> = "borders",
        /// The rank interval of every row, none by default.
        pub interval: Option<IntervalChoice> = "interval" and "points",
    }
}

api_query! {
    /// `GET /series`.
    pub struct SeriesQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The component, the total by default.
        pub component: ComponentId = "component",
        /// The units, all of the list by default.
        pub provinces: Vec<ProvinceSlug> = "p",
        /// First year.
        pub from: Option<Year> = "from",
        /// Last year.
        pub to: Option<Year> = "to",
    }
}

api_query! {
    /// `GET /provinces/{slug}/profile`; the slug is in the path.
    #[derive(Default)]
    pub struct ProfileQuery {
        /// The year, the newest complete PCI year by default.
        pub year: Option<Year> = "year",
        /// The rank interval of every total, none by default.
        pub interval: Option<IntervalChoice> = "interval" and "points",
    }
}

api_query! {
    /// `GET /matrix`.
    pub struct MatrixQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The year, the one the index opens on by default.
        pub year: Option<Year> = "year",
        /// The provinces, all by default.
        pub provinces: Vec<ProvinceSlug> = "p",
    }
}

api_query! {
    /// `GET /observations`.
    pub struct ObservationQuery {
        /// The index; without it the answer would be the whole dataset.
        pub index: Option<IndexId> = "index",
        /// One component.
        pub component: Option<ComponentId> = "component",
        /// One province.
        pub province: Option<ProvinceSlug> = "province",
        /// One year.
        pub year: Option<Year> = "year",
    }
}

api_query! {
    /// `GET /changes`.
    pub struct ChangesQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The province.
        pub province: ProvinceSlug = "province",
        /// The earlier year, the nearest one before `to` with a total by default.
        pub from: Option<Year> = "from",
        /// The later year, the newest one with a total by default.
        pub to: Option<Year> = "to",
    }
}

api_query! {
    /// `GET /declines`.
    pub struct DeclinesQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The year in which runs end, the newest one with a complete component table by default.
        pub until: Option<Year> = "until",
        /// The shortest run that is listed.
        pub streak: StreakLength = "streak",
        /// Limits the rows to one province.
        pub province: Option<ProvinceSlug> = "province",
        /// Limits the rows to one region.
        pub region: Option<RegionId> = "region",
    }
}

api_query! {
    /// `GET /movers`.
    pub struct MoversQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The component, the total by default.
        pub component: ComponentId = "component",
        /// The earlier year, the nearest one before `to` with figures by default.
        pub from: Option<Year> = "from",
        /// The later year, the one the component opens on by default.
        pub to: Option<Year> = "to",
        /// Limits rows and counts to one region; n and ranks stay national.
        pub region: Option<RegionId> = "region",
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
}

api_query! {
    /// `GET /regions`.
    pub struct RegionsQuery {
        /// The index.
        pub index: IndexId = "index",
        /// The component, the total by default.
        pub component: ComponentId = "component",
        /// First year.
        pub from: Option<Year> = "from",
        /// Last year.
        pub to: Option<Year> = "to",
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
}

api_query! {
    /// `GET /datasets/…` and `GET /borders/…`; the part is in the path.
    #[derive(Default)]
    pub struct DatasetQuery {
        /// The revision, the newest by default.
        pub revision: Option<DatasetRevision> = "rev",
    }
}

api_query! {
    /// `GET /provinces`.
    #[derive(Copy, Default)]
    pub struct ProvinceListQuery {
        /// The list of units, the 63 by default.
        pub borders: Option<Borders> = "borders",
    }
}
