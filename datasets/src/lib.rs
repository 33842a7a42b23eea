//! The figures Vị Thế serves, as a data package: where its files come from ([`PackageFiles`]), reading them into typed rows
//! ([`read_package`]), checking that they make sense ([`check_package`]), and bringing them into the normalized form that the
//! engine answers from ([`normalize()`]).
//!
//! `vithe check` and every import run [`check_files`]; the server reads [`PackageFiles::embedded`] unless it is given a folder.
//! Nothing here interpolates, carries forward or repairs a figure: what is wrong is reported, never changed.
//!
//! ```no_run
//! use std::path::Path;
//! use vithe_datasets::{PackageFiles, check_files};
//! use vithe_shared::Language;
//!
//! let files = PackageFiles::from_folder(Path::new("datasets"))?;
//! let report = check_files(&files);
//! for finding in &report.findings {
//!     eprintln!("{}", finding.display(Language::En));
//! }
//! # Ok::<(), vithe_datasets::FolderError>(())
//! ```

mod changes;
mod check;
mod embedded;
mod figures_hash;
mod files;
mod finding;
#[cfg(test)]
mod fixture;
mod geography;
mod names;
mod normalize;
pub mod package;
mod part_of;
mod raw_table;
mod read;

pub use changes::{Change, ChangeKind, RebuildError, changes_between, package_at, write_log};
pub use check::{CheckReport, check_files, check_package};
pub use files::{DESCRIPTOR, FolderError, PackageFiles};
pub use finding::{Finding, FindingCode, FindingDisplay, Severity, Subject};
pub use names::NameIndex;
pub use normalize::{NormalizedPackage, PartsError, RedistributionOverrides, normalize, parts, redistribute, to_form};
pub use package::{Package, PackageIndex, Unit};
pub use part_of::part_of;
pub use read::read_package;
