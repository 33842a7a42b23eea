//! What the frame asks of the engine, as plain functions: they are the contents of the engine's chunk.

use vithe_shared::{
    Borders, IndexId, Language,
    dataset::{IndexDataset, IndexNotes, Registry},
    engine::catalog::{Catalog, CatalogError},
    vietnamese::search_provinces,
};

use super::chunks::EnginePart;
use crate::{address::province_path, components::search_box::Suggestion};

/// How many matches a search lists.
const LONGEST_LIST: usize = 8;

pub(super) const PART: EnginePart = EnginePart {
    open,
    add,
    add_notes,
    has,
    suggest,
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

fn suggest(catalog: &Catalog, typed: &str, language: Language) -> Vec<Suggestion> {
    search_provinces(catalog.units(Borders::Provinces63).provinces(), typed)
        .into_iter()
        .take(LONGEST_LIST)
        .map(|province| Suggestion {
            name: language.pick(&province.name_vi, &province.name_en).to_owned(),
            address: province_path(language, &province.slug),
        })
        .collect()
}
