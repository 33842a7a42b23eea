//! What the frame asks of the engine, as plain functions: they are the contents of the engine's chunk.

use vithe_shared::{
    IndexId,
    dataset::{IndexDataset, IndexNotes, Registry},
    engine::catalog::{Catalog, CatalogError},
};

use super::chunks::EnginePart;

pub(super) const PART: EnginePart = EnginePart {
    open,
    add,
    add_notes,
    has,
};

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

fn add(catalog: &Catalog, text: &str) -> Result<(), FiguresError> {
    let dataset: IndexDataset = serde_json::from_str(text)?;
    Ok(catalog.insert(dataset)?)
}

fn add_notes(catalog: &Catalog, text: &str) -> Result<(), FiguresError> {
    let notes: IndexNotes = serde_json::from_str(text)?;
    catalog.insert_notes(notes);
    Ok(())
}

fn has(catalog: &Catalog, index: IndexId) -> bool {
    catalog.index(index).is_ok()
}
