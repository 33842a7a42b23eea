//! The units of a list of borders, addressable by slug and by position. Positions follow Vietnamese alphabetical order,
//! so whatever runs along them is already sorted by name.

use std::collections::HashMap;

use super::back_cast::Formation;
use crate::{
    Borders, ProvinceSlug, RegionId,
    dataset::{Population, UnitRegister},
    domain::{Province, Region},
    sorting::sort_by,
    vietnamese::{compare, nearest_provinces},
};

/// A list of borders: its units by name, its regions in their usual order.
#[derive(Debug)]
pub struct UnitList {
    borders: Borders,
    provinces: Vec<Province>,
    regions: Vec<Region>,
    positions: HashMap<ProvinceSlug, usize>,
}

impl UnitList {
    /// A list of units in any order.
    pub fn new(borders: Borders, UnitRegister { mut provinces, regions }: UnitRegister) -> Self {
        sort_by(&mut provinces, |left, right| compare(&left.name_vi, &right.name_vi));
        let positions = provinces
            .iter()
            .enumerate()
            .map(|(position, province)| (province.slug.clone(), position))
            .collect();
        Self {
            borders,
            provinces,
            regions,
            positions,
        }
    }

    /// Which list it is.
    pub fn borders(&self) -> Borders {
        self.borders
    }

    /// The units in Vietnamese alphabetical order.
    pub fn provinces(&self) -> &[Province] {
        &self.provinces
    }

    /// The regions in their usual order.
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The place of a unit in the list.
    pub fn position(&self, slug: &ProvinceSlug) -> Option<usize> {
        self.positions.get(slug).copied()
    }

    /// A unit by its slug.
    pub fn province(&self, slug: &ProvinceSlug) -> Option<&Province> {
        self.position(slug).map(|position| &self.provinces[position])
    }

    /// A region by its identifier.
    pub fn region(&self, id: &RegionId) -> Option<&Region> {
        self.regions.iter().find(|region| &region.id == id)
    }

    /// The units whose slug or name comes nearest to a text that is no slug, nearest first.
    pub fn nearest(&self, text: &str) -> Vec<&Province> {
        nearest_provinces(&self.provinces, text)
    }
}

/// Both lists of units, and how one was formed of the other.
#[derive(Debug)]
pub struct UnitLists {
    provinces63: UnitList,
    units34: UnitList,
    formation: Formation,
}

impl UnitLists {
    /// The lists of a registry.
    pub fn new(provinces63: UnitRegister, units34: UnitRegister, populations: Vec<Population>) -> Self {
        let provinces63 = UnitList::new(Borders::Provinces63, provinces63);
        let units34 = UnitList::new(Borders::Units34, units34);
        Self {
            formation: Formation::new(units34.provinces(), provinces63.provinces(), populations),
            provinces63,
            units34,
        }
    }

    /// How the 34 units were formed.
    pub(super) fn formation(&self) -> &Formation {
        &self.formation
    }

    /// One of them.
    pub fn of(&self, borders: Borders) -> &UnitList {
        match borders {
            Borders::Provinces63 => &self.provinces63,
            Borders::Units34 => &self.units34,
        }
    }
}
