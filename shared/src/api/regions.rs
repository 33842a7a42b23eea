//! `GET /api/v1/regions`: mean, median and spread of every region over the years.

use serde::{Deserialize, Serialize};

use super::series::SeriesBreak;
use crate::{
    domain::{PublishedValues, Reason, Scale, Summary},
    identifier::{Borders, ComponentId, IndexId, RegionId, Year},
};

/// A region, or the country, in one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegionYear {
    /// The year.
    pub year: Year,
    /// Units in its ranked set.
    pub members: u16,
    /// Members with a score on record.
    pub count: u16,
    /// Mean, median, quartiles, lowest and highest over all members; `None` unless every one has a score.
    pub summary: Option<Summary>,
    /// Why there is no summary: `incomplete_table`.
    pub reason: Option<Reason>,
    /// What the publisher printed; never filled in from the figures above.
    pub published: Option<PublishedValues>,
}

/// The years of one region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegionSeries {
    /// The region.
    pub region: RegionId,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Short Vietnamese name.
    pub short_vi: String,
    /// Short English name.
    pub short_en: String,
    /// Years in which it has members, ascending.
    pub years: Vec<RegionYear>,
}

/// One component by region over the years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegionsAnswer {
    /// The index.
    pub index: IndexId,
    /// The component.
    pub component: ComponentId,
    /// Its newest Vietnamese name.
    pub component_name_vi: String,
    /// Its newest English name.
    pub component_name_en: String,
    /// Its newest scale.
    pub scale: Scale,
    /// The list of units.
    pub borders: Borders,
    /// The country, every year of the component with figures, ascending.
    pub national: Vec<RegionYear>,
    /// The regions in their usual order.
    pub regions: Vec<RegionSeries>,
    /// Pairs of neighbouring years that do not compare fully.
    pub breaks: Vec<SeriesBreak>,
    /// Revision of the dataset.
    pub revision: String,
}
