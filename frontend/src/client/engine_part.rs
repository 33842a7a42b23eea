//! What the frame asks of the engine, as plain functions: they are the contents of the engine's chunk.

use vithe_shared::{
    dataset::{Part, Registry},
    engine::catalog::{Catalog, CatalogError},
};

use super::chunks::EnginePart;

pub(super) const PART: EnginePart = EnginePart { open, add };

/// Why figures that came cannot be taken in.
#[derive(Debug, thiserror::Error)]
pub(super) enum FiguresError {
    /// They are not of the form this build reads.
    #[error("the figures cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// They contradict the registry.
    #[error(transparent)]
    Content(#[from] CatalogError),
}

fn open(text: &str) -> Result<&'static Catalog, FiguresError> {
    let registry: Registry = serde_json::from_str(text)?;
    // Pages refer to the one catalog of their document, and it ends with the document.
    Ok(Box::leak(Box::new(Catalog::new(registry))))
}

fn add(catalog: &Catalog, part: Part, text: &str) -> Result<(), FiguresError> {
    match part {
        Part::Index(_) => catalog.insert(serde_json::from_str(text)?)?,
        Part::Indicators(_) => catalog.insert_indicators(serde_json::from_str(text)?)?,
        Part::Notes(_) => catalog.insert_notes(serde_json::from_str(text)?),
        // A catalog is opened with its registry, and charts ask for borders themselves.
        Part::Registry | Part::Borders(_) => {}
    }
    Ok(())
}
