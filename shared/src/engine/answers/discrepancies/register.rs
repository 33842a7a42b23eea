//! What is on record of one index, figure by figure, as the rows of the register tell it.

use std::collections::{BTreeMap, HashMap};

use crate::{
    ComponentId, RegionId, Year,
    analytics::rounding::{DIFFERENCE_DECIMALS, round_to},
    api::discrepancies::{Discrepancy, DiscrepancyClaim, Note},
    dataset::{AreaClaim, Claim, Figure, IndexNotes, Remark},
    domain::{DiscrepancyKind, DiscrepancyState, Measure, ScoreUnit},
    engine::{
        answers::error::LookupError,
        catalog::{Catalog, IndexCatalog, UnitList},
    },
};

/// Whom a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    /// The country, or a region.
    Area(Option<RegionId>),
    /// A unit, by its position in the list of the year.
    Unit(u16),
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    pub(super) component: ComponentId,
    pub(super) year: Year,
    pub(super) place: Place,
    pub(super) measure: Measure,
}

impl Key {
    /// A figure of a unit.
    pub(super) fn of_unit(component: &ComponentId, year: Year, unit: u16, measure: Measure) -> Self {
        Self {
            component: component.clone(),
            year,
            place: Place::Unit(unit),
            measure,
        }
    }
}

/// What is on record of an index.
pub(super) struct Register<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) index: &'a IndexCatalog,
    pub(super) notes: &'a IndexNotes,
    /// The notes on preferred figures.
    remarks: HashMap<Key, u16>,
    /// What is said of units besides the preferred figures.
    others: BTreeMap<Key, Vec<&'a Claim>>,
}

impl<'a> Register<'a> {
    pub(super) fn new(catalog: &'a Catalog, index: &'a IndexCatalog) -> Result<Self, LookupError> {
        let notes = catalog.notes(index.id())?;
        let remark = |remark: &Remark| {
            let key = Key::of_unit(&remark.component, remark.year, remark.unit, remark.measure);
            (key, remark.note)
        };
        let mut others: BTreeMap<Key, Vec<&Claim>> = BTreeMap::new();
        for claim in &notes.claims {
            let key = Key::of_unit(&claim.component, claim.year, claim.unit, claim.measure);
            others.entry(key).or_default().push(claim);
        }
        Ok(Self {
            catalog,
            index,
            notes,
            remarks: notes.remarks.iter().map(remark).collect(),
            others,
        })
    }

    /// The units that the figures of a year are of.
    pub(super) fn units(&self, year: Year) -> &'a UnitList {
        self.catalog.units(self.index.borders(year))
    }

    /// The preferred figures of a component, year and measure.
    pub(super) fn preferred(&self, component: &ComponentId, year: Year, measure: Measure) -> &'a [Figure] {
        let columns = self.index.on_record(component, year);
        let column = columns.iter().find(|(known, _)| *known == measure);
        column.map_or(&[], |(_, figures)| figures)
    }

    /// The figures of units of which more is said than the preferred value.
    pub(super) fn disputable(&self) -> impl Iterator<Item = &Key> {
        self.others.keys()
    }

    /// What the sources say of a figure of a unit besides the preferred value.
    pub(super) fn others(&self, key: &Key) -> &[&'a Claim] {
        self.others.get(key).map_or(&[], Vec::as_slice)
    }

    /// All that the sources say of a figure of a unit, the preferred value first.
    pub(super) fn claims(&self, key: &Key) -> Vec<DiscrepancyClaim> {
        let figures = self.preferred(&key.component, key.year, key.measure);
        let preferred = figures.iter().find(|figure| key.place == Place::Unit(figure.unit));
        let mut claims = Vec::new();
        if let Some(figure) = preferred {
            let note = self.remarks.get(key).copied();
            claims.push(DiscrepancyClaim {
                measure: key.measure,
                value: figure.value,
                source_id: self.index.source(usize::from(figure.source)).id.clone(),
                evidence: figure.evidence,
                status: figure.status,
                preferred: true,
                note: self.note(note),
            });
        }
        let others = self.others(key).iter();
        claims.extend(others.map(|claim| DiscrepancyClaim {
            measure: claim.measure,
            value: claim.value,
            source_id: claim.source.clone(),
            evidence: claim.evidence,
            status: claim.status,
            preferred: claim.preferred,
            note: self.note(claim.note),
        }));
        claims
    }

    /// What a source says of the country or a region.
    pub(super) fn area_claim(&self, claim: &AreaClaim) -> DiscrepancyClaim {
        DiscrepancyClaim {
            measure: claim.measure,
            value: claim.value,
            source_id: claim.source.clone(),
            evidence: claim.evidence,
            status: claim.status,
            preferred: claim.preferred,
            note: self.note(claim.note),
        }
    }

    fn note(&self, position: Option<u16>) -> Option<Note> {
        let [en, vi] = self.notes.texts.get(usize::from(position?))?;
        Some(Note {
            vi: vi.clone(),
            en: en.clone(),
        })
    }

    /// Why a discrepancy of a unit is as it is.
    fn explanation(&self, kind: DiscrepancyKind, key: &Key) -> Option<Note> {
        let found = self.notes.explanations.iter().find(|known| {
            known.kind == kind
                && known.year == key.year
                && known.unit.is_none_or(|unit| key.place == Place::Unit(unit))
                && known
                    .component
                    .as_ref()
                    .is_none_or(|component| *component == key.component)
        });
        self.note(Some(found?.note))
    }

    /// The row of a discrepancy, without what only its kind has. Values of the row's own measure say what is shown.
    pub(super) fn row(&self, kind: DiscrepancyKind, key: &Key, claims: Vec<DiscrepancyClaim>) -> Discrepancy {
        let Key {
            component,
            year,
            place,
            measure,
        } = key;
        let units = self.units(*year);
        let (mut province, mut region) = (None, None);
        let (id, name_vi, name_en) = match place {
            Place::Unit(unit) => {
                let unit = &units.provinces()[usize::from(*unit)];
                province = Some(unit.slug.clone());
                (unit.slug.as_str(), unit.name_vi.as_str(), unit.name_en.as_str())
            }
            Place::Area(Some(area)) => {
                region = Some(area.clone());
                let names = units.region(area);
                (
                    area.as_str(),
                    names.map_or(area.as_str(), |region| region.name_vi.as_str()),
                    names.map_or(area.as_str(), |region| region.name_en.as_str()),
                )
            }
            Place::Area(None) => ("vn", "Cả nước", "Whole country"),
        };
        let name = self.index.component(component).and_then(|info| info.name_in(*year));
        let scale = self.index.span(component, *year).map(|span| span.scale.unit);
        let table = self.index.table(component, *year);
        let rank_n = match (measure, place) {
            (Measure::Rank, _) => table.map(|table| table.n),
            (Measure::RegionalRank, Place::Unit(unit)) => {
                let region = &units.provinces()[usize::from(*unit)].region;
                table.map(|table| table.region_n(units, region))
            }
            _ => None,
        };
        let shown = claims
            .iter()
            .find(|claim| claim.preferred && claim.measure == *measure)
            .map(|claim| claim.value);
        let note = self.explanation(kind, key);
        Discrepancy {
            id: format!("{kind}.{}.{year}.{id}.{component}.{measure}", self.index.id()),
            kind,
            index: self.index.id(),
            year: *year,
            borders: units.borders(),
            province,
            region,
            name_vi: name_vi.to_owned(),
            name_en: name_en.to_owned(),
            component: component.clone(),
            component_name_vi: name.map_or_else(|| component.to_string(), |name| name.name_vi.clone()),
            component_name_en: name.map_or_else(|| component.to_string(), |name| name.name_en.clone()),
            measure: *measure,
            unit: match measure {
                Measure::Points => Some(ScoreUnit::Points),
                _ if measure.is_on_scale() || kind == DiscrepancyKind::Rank => scale,
                _ => None,
            },
            rank_n,
            shown,
            computed: None,
            places: None,
            same_rank: Vec::new(),
            difference: None,
            state: if !is_decided(&claims) {
                DiscrepancyState::Open
            } else if note.is_some() {
                DiscrepancyState::Explained
            } else {
                DiscrepancyState::Preferred
            },
            claims,
            note,
        }
    }
}

/// Whether each figure that is claimed has a preferred value.
fn is_decided(claims: &[DiscrepancyClaim]) -> bool {
    claims.iter().all(|claim| {
        let mut same = claims.iter().filter(|other| other.measure == claim.measure);
        same.any(|other| other.preferred)
    })
}

/// A difference without the noise of its computation.
pub(super) fn difference(one: f64, other: f64) -> f64 {
    round_to(one - other, DIFFERENCE_DECIMALS)
}
