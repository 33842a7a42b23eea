//! `GET /api/v1/provinces`: the units of a list of borders, and their regions.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Province, Region},
    identifier::{Borders, Year},
};

/// All units of a list of borders in Vietnamese alphabetical order, with the regions in their usual order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProvinceList {
    /// The list.
    pub borders: Borders,
    /// The units.
    pub provinces: Vec<Province>,
    /// The regions.
    pub regions: Vec<Region>,
    /// Revision of the dataset.
    pub revision: String,
}

impl ProvinceList {
    /// How many units were in the list in a year, whether they were surveyed or not.
    pub fn count_in(&self, year: Year) -> usize {
        self.provinces
            .iter()
            .filter(|province| province.existed_in(year))
            .count()
    }
}
