//! The normalized form of a package in parts, as bytes: what the server embeds, reads and sends.

use vithe_shared::{Borders, dataset::Part, engine::catalog::CatalogError};

use super::{form::to_form, normalize};
use crate::package::Package;

/// Why a package has no normalized form.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PartsError {
    /// Something that every package has is missing.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// A part could not be written.
    #[error("the normalized form could not be written: {0}")]
    Form(#[from] serde_json::Error),
}

/// The parts of a package, with its outlines.
pub fn parts(package: &Package) -> Result<Vec<(Part, Vec<u8>)>, PartsError> {
    let normalized = normalize(package)?;
    let mut parts = vec![(Part::Registry, to_form(&normalized.registry)?)];
    for dataset in &normalized.indices {
        parts.push((Part::Index(dataset.index), to_form(dataset)?));
    }
    for indicators in &normalized.indicators {
        parts.push((Part::Indicators(indicators.index), to_form(indicators)?));
    }
    for notes in &normalized.notes {
        parts.push((Part::Notes(notes.index), to_form(notes)?));
    }
    for borders in Borders::ALL {
        parts.push((Part::Borders(borders), package.borders(borders).as_bytes().to_vec()));
    }
    Ok(parts)
}
