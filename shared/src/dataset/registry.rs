//! What all indices have in common.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{DataVersion, Province, Reason, Redistribution, Region, SourceInfo},
    identifier::{IndexId, Year},
    presentation::IndexHues,
};

/// What all indices have in common: the units of both lists, what describes the indices, the reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Registry {
    /// The version of the data package.
    pub version: String,
    /// The date of the version, `2026-11-29`.
    pub date: String,
    /// All versions of the data package that can be asked for, oldest first; this one is the last.
    pub versions: Vec<DataVersion>,
    /// The content hash of everything the figures were made from.
    pub revision: String,
    /// The indices in their usual order.
    pub indices: Vec<IndexTitle>,
    /// Why years do not compare fully.
    pub reasons: Vec<Reason>,
    /// The list of 63 provinces.
    pub provinces63: UnitRegister,
    /// The list of 34 units.
    pub units34: UnitRegister,
    /// The populations by which past years of the 34 units are weighed, by year.
    pub populations: Vec<Population>,
    /// Where the provinces stand by GRDP per head, by year.
    pub grdp_fifths: Vec<GrdpFifths>,
    /// The documents behind populations and GRDP.
    pub context_sources: Vec<SourceInfo>,
    /// The documents that no figure of the four indices comes from.
    pub sources: Vec<SourceInfo>,
}

/// A list of borders. The positions of its units are those that datasets use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitRegister {
    /// The regions in their usual order.
    pub regions: Vec<Region>,
    /// The units in Vietnamese alphabetical order.
    pub provinces: Vec<Province>,
}

/// The average populations of the 63 provinces in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Population {
    /// The year.
    pub year: Year,
    /// Thousands of persons, by position in the list of 63; `None` where none is on record.
    pub thousands: Vec<Option<f64>>,
    /// The document, one of [`Registry::context_sources`].
    pub source: String,
}

/// Where the 63 provinces stand by GRDP per head in a year. The figures come from a secondary source, so no more than the fifth
/// is carried.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrdpFifths {
    /// The year.
    pub year: Year,
    /// A digit by position in the list of 63: 1 is the highest fifth, 5 the lowest; `-` where no figure is on record.
    pub fifths: String,
    /// The document, one of [`Registry::context_sources`].
    pub source: String,
}

impl GrdpFifths {
    /// The fifth of a province, by its position.
    pub fn of(&self, province: usize) -> Option<u8> {
        let digit = self.fifths.as_bytes().get(province)?;
        digit.is_ascii_digit().then(|| digit - b'0')
    }
}

/// An index as the others know it: its names and its terms. Methods and components are in its dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexTitle {
    /// The index.
    pub id: IndexId,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Short name, the same in both languages.
    pub short_name: String,
    /// Publisher, in Vietnamese.
    pub publisher_vi: String,
    /// Publisher, in English.
    pub publisher_en: String,
    /// What it measures: one Vietnamese sentence.
    pub measures_vi: String,
    /// What it measures: one English sentence.
    pub measures_en: String,
    /// Its hues on pages and in charts.
    pub hues: IndexHues,
    /// How to cite it, in Vietnamese.
    pub citation_vi: String,
    /// How to cite it, in English.
    pub citation_en: String,
    /// Terms of use, in Vietnamese.
    pub terms_vi: String,
    /// Terms of use, in English.
    pub terms_en: String,
    /// Whether whole tables may be handed out.
    pub redistribution: Redistribution,
    /// The publisher's site.
    pub website: String,
}
