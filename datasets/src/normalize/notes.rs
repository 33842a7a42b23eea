//! The other claims and the notes of one index.

use std::collections::HashMap;

use vithe_shared::{
    IndexId,
    dataset::{Claim, IndexNotes, Remark},
};

use super::{SourceList, gather::Gathered};
use crate::package::{ObservationRow, Package};

/// What is known of an index besides the figures of its dataset, which has named its own sources before.
pub(super) fn notes(
    package: &Package,
    id: IndexId,
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
    IndexNotes {
        index: id,
        claims,
        remarks,
        texts: texts.used,
        sources: sources.take(),
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
        if let Some(position) = self.positions.get(english) {
            return Some(*position);
        }
        let vietnamese = *self.vietnamese.get(english)?;
        let position = u16::try_from(self.used.len()).ok()?;
        self.positions.insert(english, position);
        self.used.push([english.to_owned(), vietnamese.to_owned()]);
        Some(position)
    }
}
