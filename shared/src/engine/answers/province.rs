//! The units of a list of borders.

use crate::{Borders, api::ProvinceList, engine::catalog::Catalog, query::ProvinceListQuery};

/// All units of a list, by name, with their regions.
pub fn list_provinces(catalog: &Catalog, query: &ProvinceListQuery) -> ProvinceList {
    let borders = query.borders.unwrap_or(Borders::Provinces63);
    let units = catalog.units(borders);
    ProvinceList {
        borders,
        provinces: units.provinces().to_vec(),
        regions: units.regions().to_vec(),
        revision: catalog.revision().to_owned(),
    }
}
