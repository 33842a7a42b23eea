//! The units of a list of borders, and their regions.

use serde::{Deserialize, Serialize};

use crate::identifier::{Borders, ProvinceSlug, RegionId, Year};

/// A socio-economic region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Region {
    /// The region.
    pub id: RegionId,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Short Vietnamese name.
    pub short_vi: String,
    /// Short English name.
    pub short_en: String,
}

/// A province, or a unit of 2025.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Province {
    /// The slug, unique within its list.
    pub slug: ProvinceSlug,
    /// The list it belongs to.
    pub borders: Borders,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Other names under which it is found.
    pub aliases: Vec<String>,
    /// Its region.
    pub region: RegionId,
    /// Code of the General Statistics Office.
    pub code: String,
    /// ISO 3166-2 code; `None` for a unit of 2025.
    pub iso: Option<String>,
    /// Whether it is a centrally-run city.
    pub municipality: bool,
    /// First year with figures under this slug; `None` where it has always been in the list.
    pub first_year: Option<Year>,
    /// Last year in the list; `None` where it lasts until the list ends.
    pub last_year: Option<Year>,
    /// The unit of 2025 it became part of; `None` for a unit of 2025.
    pub successor: Option<ProvinceSlug>,
    /// The provinces it was made of; empty for a province of the 63.
    pub predecessors: Vec<ProvinceSlug>,
    /// Latitude of its label, degrees; `None` where the map has no shape of it (Hà Tây).
    pub latitude: Option<f64>,
    /// Longitude of its label, degrees.
    pub longitude: Option<f64>,
}

impl Province {
    /// Whether it was in its list in a year.
    pub fn existed_in(&self, year: Year) -> bool {
        self.last_year.is_none_or(|last| year <= last)
    }
}
