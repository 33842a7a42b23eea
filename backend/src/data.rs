//! What is served: the parts of the normalized form, and the catalog made of them. The server reads the very bytes that it
//! sends, so that browser and server work on one form. A version of the past is made from the package when it is asked for.

mod bundled;
mod part;

use std::sync::Arc;

use axum::body::Bytes;
use vithe_datasets::{
    Package, PackageFiles, PartsError, RebuildError, RedistributionOverrides, package_at, parts, read_package,
    redistribute, to_form,
};
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
    /// The package does not lead back to a version.
    #[error(transparent)]
    Rebuild(#[from] RebuildError),
    /// A version of the past is no package.
    #[error("version {version} has {findings} findings")]
    Unreadable {
        /// The version.
        version: String,
        /// How many.
        findings: usize,
    },
}

/// An immutable snapshot of the figures.
#[derive(Debug)]
pub struct Data {
    catalog: Catalog,
    parts: Vec<PartBody>,
    borders63: Bytes,
    borders34: Bytes,
    /// The package with all its versions; `None` for the one that was compiled in, which is unpacked where it is needed.
    package: Option<Arc<PackageFiles>>,
    overrides: RedistributionOverrides,
}

impl Data {
    /// The figures that were compiled in, in the form that the build has packed.
    pub fn bundled(overrides: &RedistributionOverrides) -> Result<Self, DataError> {
        Self::of_parts(bundled::unpack()?, None, overrides)
    }

    /// The figures of a package that was read from these files.
    pub fn of_package(
        package: &Package,
        files: PackageFiles,
        overrides: &RedistributionOverrides,
    ) -> Result<Self, DataError> {
        Self::of_parts(bodies(package)?, Some(Arc::new(files)), overrides)
    }

    /// The same figures as they were in another version of the package. This takes a second or two.
    pub(crate) fn at_version(&self, version: &str) -> Result<Self, DataError> {
        let files = package_at(&self.whole_package(), version)?;
        let package = read_package(&files).map_err(|findings| DataError::Unreadable {
            version: version.to_owned(),
            findings: findings.len(),
        })?;
        Self::of_parts(bodies(&package)?, self.package.clone(), &self.overrides)
    }

    /// The files that the figures were made from.
    pub(crate) fn files(&self) -> Result<PackageFiles, DataError> {
        Ok(package_at(&self.whole_package(), self.catalog.version())?)
    }

    fn whole_package(&self) -> Arc<PackageFiles> {
        let package = self.package.clone();
        package.unwrap_or_else(|| Arc::new(PackageFiles::embedded()))
    }

    fn of_parts(
        mut parts: Vec<PartBody>,
        package: Option<Arc<PackageFiles>>,
        overrides: &RedistributionOverrides,
    ) -> Result<Self, DataError> {
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
            package,
            overrides: overrides.clone(),
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

/// The parts of a package as they are sent.
fn bodies(package: &Package) -> Result<Vec<PartBody>, PartsError> {
    let parts = parts(package)?.into_iter();
    Ok(parts.map(|(part, bytes)| PartBody::new(part, bytes)).collect())
}
