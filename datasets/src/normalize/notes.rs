//! The other claims and the notes of one index.

use std::collections::HashMap;

use vithe_shared::{
    IndexId,
    dataset::{AreaClaim, Claim, Explanation, IndexNotes, Remark},
    domain::DiscrepancyKind,
    engine::catalog::UnitLists,
};

use super::{SourceList, gather::Gathered};
use crate::{
    finding::FindingCode,
    package::{ObservationRow, Package, Unit},
};

/// What is known of an index besides the figures of its dataset, which has named its own sources before.
pub(super) fn notes(
    package: &Package,
    id: IndexId,
    units: &UnitLists,
    gathered: &Gathered<'_>,
    sources: &mut SourceList<'_>,
) -> IndexNotes {
    let mut texts = NoteTexts::new(package);
    let mut claims = Vec::new();
    let mut remarks = Vec::new();
    for ((component, year), sheet) in &gathered.sheets {
        for (measure, figures) in &sheet.preferred {
            for (unit, row) in figures {
                if let Some(note) = texts.position(row) {
                    remarks.push(Remark {
                        component: component.clone(),
                        year: *year,
                        unit: *unit,
                        measure: *measure,
                        note,
                    });
                }
            }
        }
        for (unit, row) in &sheet.others {
            sources.position(row.source_id.as_str());
            claims.push(Claim {
                component: component.clone(),
                year: *year,
                unit: *unit,
                measure: row.measure,
                value: row.value,
                status: row.status,
                evidence: row.evidence,
                preferred: row.preferred,
                source: row.source_id.as_str().to_owned(),
                note: texts.position(row),
            });
        }
    }
    let area_claims = area_claims(gathered, sources, &mut texts);
    let explanations = explanations(package, id, units, gathered, &mut texts);
    IndexNotes {
        index: id,
        claims,
        remarks,
        area_claims,
        explanations,
        texts: texts.used,
        sources: sources.take(),
    }
}

/// What sources say of the country and of regions, of figures on which they differ; the others are in the dataset.
fn area_claims<'a>(gathered: &Gathered<'a>, sources: &mut SourceList<'_>, texts: &mut NoteTexts<'a>) -> Vec<AreaClaim> {
    let mut claims = Vec::new();
    for ((component, year), sheet) in &gathered.sheets {
        for row in &sheet.areas {
            let is_disputed = sheet
                .areas
                .iter()
                .any(|other| (&other.unit, other.measure) == (&row.unit, row.measure) && other.value != row.value);
            let region = match &row.unit {
                Unit::Region(region) => Some(region.clone()),
                Unit::Country | Unit::Province(_) => None,
            };
            if is_disputed {
                sources.position(row.source_id.as_str());
                claims.push(AreaClaim {
                    component: component.clone(),
                    year: *year,
                    region,
                    measure: row.measure,
                    value: row.value,
                    status: row.status,
                    evidence: row.evidence,
                    preferred: row.preferred,
                    source: row.source_id.as_str().to_owned(),
                    note: texts.position(row),
                });
            }
        }
    }
    claims
}

/// The known exceptions of the package check that explain figures which do not agree.
fn explanations<'a>(
    package: &'a Package,
    id: IndexId,
    units: &UnitLists,
    gathered: &Gathered<'_>,
    texts: &mut NoteTexts<'a>,
) -> Vec<Explanation> {
    let rows = package
        .known_exceptions
        .iter()
        .filter(|row| row.index.is_some_and(|index| index == id));
    rows.filter_map(|row| {
        let year = row.year?;
        let list = units.of(gathered.list_of(year));
        let unit = match &row.unit {
            Some(Unit::Province(slug)) => Some(u16::try_from(list.position(slug)?).ok()?),
            Some(Unit::Region(_) | Unit::Country) => return None,
            None => None,
        };
        Some(Explanation {
            kind: kind_of(row.check)?,
            year,
            unit,
            component: row.component.clone(),
            note: texts.add(&row.reason_en, &row.reason_vi)?,
        })
    })
    .collect()
}

/// What a finding of the package check is in the register of discrepancies.
const fn kind_of(check: FindingCode) -> Option<DiscrepancyKind> {
    match check {
        FindingCode::TotalsNotReproduced | FindingCode::PartsDifferFromTotal | FindingCode::SipasPartDiffers => {
            Some(DiscrepancyKind::Parts)
        }
        // A figure that no source contradicts is kept back for what the others of its table say.
        FindingCode::RankOrder | FindingCode::DuplicateRank | FindingCode::NeverShown => Some(DiscrepancyKind::Rank),
        _ => None,
    }
}

/// The notes that are used, in the order in which they are first used.
struct NoteTexts<'a> {
    vietnamese: HashMap<&'a str, &'a str>,
    positions: HashMap<&'a str, u16>,
    used: Vec<[String; 2]>,
}

impl<'a> NoteTexts<'a> {
    fn new(package: &'a Package) -> Self {
        Self {
            vietnamese: package
                .notes
                .iter()
                .map(|row| (row.note.as_str(), row.note_vi.as_str()))
                .collect(),
            positions: HashMap::new(),
            used: Vec::new(),
        }
    }

    /// The place of the note on a figure. A note that is not told in both languages is an error of the package check.
    fn position(&mut self, row: &'a ObservationRow) -> Option<u16> {
        let english = row.note.as_deref()?;
        let vietnamese = *self.vietnamese.get(english)?;
        self.add(english, vietnamese)
    }

    /// The place of a text in both languages.
    fn add(&mut self, english: &'a str, vietnamese: &str) -> Option<u16> {
        if let Some(position) = self.positions.get(english) {
            return Some(*position);
        }
        let position = u16::try_from(self.used.len()).ok()?;
        self.positions.insert(english, position);
        self.used.push([english.to_owned(), vietnamese.to_owned()]);
        Some(position)
    }
}
