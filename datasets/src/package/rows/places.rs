//! The units of both lists, their regions, names and islands.

use std::hash::Hash;

use vithe_shared::{Borders, ProvinceSlug, RegionId, Year};

use super::{TableRow, rows};
use crate::{
    package::{Date, IslandKind, SuccessionKind},
    read::{Column, Fields},
};

rows! {
    /// A province up to 30 June 2025.
    ProvinceRow in "data/provinces.csv" key (slug) {
        /// The province.
        slug: ProvinceSlug,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Its region.
        region: RegionId,
        /// Code of the General Statistics Office.
        gso_code: Option<String>,
        /// ISO 3166-2 code.
        iso_3166_2: Option<String>,
        /// Whether it is a centrally governed city.
        municipality: bool,
        /// First year; `None` where it existed before the first figures.
        first_year: Option<Year>,
        /// Last year with figures; `None` where it lasted to 30 June 2025.
        last_year: Option<Year>,
        /// Latitude of a point inside, for labels; `None` where the map has no shape of it.
        latitude: Option<f64>,
        /// Longitude of that point.
        longitude: Option<f64>,
        /// Note.
        note: Option<String>,
    }

    /// A unit from 1 July 2025.
    Unit2025Row in "data/units2025.csv" key (slug) {
        /// The unit.
        slug: ProvinceSlug,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Its region.
        region: RegionId,
        /// Code of the unit.
        code: String,
        /// Whether it is a centrally governed city.
        municipality: bool,
        /// Latitude of a point inside, for labels.
        latitude: f64,
        /// Longitude of that point.
        longitude: f64,
        /// Note.
        note: Option<String>,
    }

    /// A socio-economic region.
    RegionRow in "data/regions.csv" key (borders, region) {
        /// The list of units.
        borders: Borders,
        /// The region.
        region: RegionId,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Short Vietnamese name.
        short_vi: String,
        /// Short English name.
        short_en: String,
        /// Its place in lists.
        order: u16,
    }

    /// Another spelling of a unit's name.
    AliasRow in "data/aliases.csv" key (borders, alias) {
        /// The list of units.
        borders: Borders,
        /// The unit.
        unit: ProvinceSlug,
        /// The spelling.
        alias: String,
    }

    /// A step from one unit to the unit that took it over.
    SuccessionRow in "data/successions.csv" key (date, from_borders, from_unit, to_borders, to_unit) {
        /// The day it took effect.
        date: Date,
        /// The list of the unit that ended.
        from_borders: Borders,
        /// The unit that ended.
        from_unit: ProvinceSlug,
        /// The list of the unit that took it over.
        to_borders: Borders,
        /// The unit that took it over.
        to_unit: ProvinceSlug,
        /// What happened.
        kind: SuccessionKind,
    }

    /// An island or archipelago that every map labels.
    IslandRow in "data/islands.csv" key (name_vi) {
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// `archipelago` or `island`.
        kind: IslandKind,
        /// Its province up to 30 June 2025.
        province: ProvinceSlug,
        /// Its unit from 1 July 2025.
        unit2025: ProvinceSlug,
        /// Latitude of the label.
        latitude: f64,
        /// Longitude of the label.
        longitude: f64,
    }
}

impl ProvinceRow {
    /// Whether the province existed in a survey year.
    pub fn in_force(&self, year: Year) -> bool {
        self.first_year.is_none_or(|first| first <= year)
            && self.last_year.is_none_or(|last| year <= last)
            && Borders::Provinces63.existed_in(year)
    }
}
