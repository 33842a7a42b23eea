//! What is served: the parts of the normalized form, and the catalog made of them. The server reads the very bytes that it
//! sends, so that browser and server work on one form.

mod bundled;
mod part;

use axum::body::Bytes;
use vithe_datasets::{Package, PartsError, RedistributionOverrides, parts, redistribute, to_form};
use vithe_shared::{
    Borders,
    address::at,
    api::DatasetPart,
    dataset::{IndicatorDataset, Part, Registry},
    engine::catalog::{Catalog, CatalogError},
};

pub(crate) use part::PartBody;

/// Why figures cannot be served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DataError {
    /// A package that was read has no normalized form.
    #[error(transparent)]
    Parts(#[from] PartsError),
    /// A part does not fit the others.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// A part is not what its name says.
    #[error("a part of the normalized form is damaged: {0}")]
    Form(#[from] serde_json::Error),
    /// The embedded figures cannot be unpacked.
    #[error("the embedded figures are damaged: {0}")]
    Embedded(#[from] std::io::Error),
    /// A part is missing.
    #[error("the part {0} is missing")]
    Missing(Part),
}

/// An immutable snapshot of the figures.
#[derive(Debug)]
pub struct Data {
    catalog: Catalog,
    parts: Vec<PartBody>,
    borders63: Bytes,
    borders34: Bytes,
}

impl Data {
    /// The figures that were compiled in, in the form that the build has packed.
    pub fn bundled(overrides: &RedistributionOverrides) -> Result<Self, DataError> {
        Self::of_parts(bundled::unpack()?, overrides)
    }

    /// The figures of a package.
    pub fn of_package(package: &Package, overrides: &RedistributionOverrides) -> Result<Self, DataError> {
        let bodies = parts(package)?
            .into_iter()
            .map(|(part, bytes)| PartBody::new(part, bytes))
            .collect();
        Self::of_parts(bodies, overrides)
    }

    fn of_parts(mut parts: Vec<PartBody>, overrides: &RedistributionOverrides) -> Result<Self, DataError> {
        let mut registry: Option<Registry> = None;
        let mut datasets = Vec::new();
        let mut indicators: Vec<IndicatorDataset> = Vec::new();
        let mut notes = Vec::new();
        for body in &mut parts {
            match body.part {
                Part::Registry => {
                    let mut read: Registry = serde_json::from_slice(&body.bytes)?;
                    if !overrides.is_empty() {
                        redistribute(&mut read, overrides);
                        *body = PartBody::new(Part::Registry, to_form(&read)?);
                    }
                    registry = Some(read);
                }
                Part::Index(_) => datasets.push(serde_json::from_slice(&body.bytes)?),
                Part::Indicators(_) => indicators.push(serde_json::from_slice(&body.bytes)?),
                Part::Notes(_) => notes.push(serde_json::from_slice(&body.bytes)?),
                Part::Borders(_) => {}
            }
        }
        let catalog = Catalog::new(registry.ok_or(DataError::Missing(Part::Registry))?);
        for dataset in datasets {
            catalog.insert(dataset)?;
        }
        for dataset in indicators {
            catalog.insert_indicators(dataset)?;
        }
        for notes in notes {
            catalog.insert_notes(notes);
        }
        let outlines = |borders| {
            let part = Part::Borders(borders);
            let body = parts.iter().find(|body| body.part == part);
            body.map(|body| body.bytes.clone()).ok_or(DataError::Missing(part))
        };
        Ok(Self {
            borders63: outlines(Borders::Provinces63)?,
            borders34: outlines(Borders::Units34)?,
            catalog,
            parts,
        })
    }

    /// The figures; all indices are here.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The outlines of a list of units, GeoJSON.
    pub fn outlines(&self, borders: Borders) -> Bytes {
        match borders {
            Borders::Provinces63 => self.borders63.clone(),
            Borders::Units34 => self.borders34.clone(),
        }
    }

    /// A part of the normalized form.
    pub(crate) fn part(&self, part: Part) -> Option<&PartBody> {
        self.parts.iter().find(|body| body.part == part)
    }

    /// All parts with their revisions.
    pub fn parts(&self) -> Vec<DatasetPart> {
        self.parts
            .iter()
            .map(|body| DatasetPart {
                name: body.part.to_string(),
                address: at(format_args!("/api/v1{}?rev={}", body.part.path(), body.revision)),
                rev: body.revision.clone(),
                bytes: body.bytes.len() as u64,
            })
            .collect()
    }
}
