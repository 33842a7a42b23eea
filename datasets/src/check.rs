//! Checking a package: one module per group of rules, run in one go. A rule only reports; known exceptions are applied at
//! the end, for all rules alike.

mod coverage;
mod exceptions;
mod figures;
mod geometry;
mod indicators;
pub(crate) mod keys;
mod outliers;
mod places;
mod presentation;
mod ranges;
mod ranks;
mod sources;
mod structure;
mod totals;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::{
    files::PackageFiles,
    finding::{Finding, Severity},
    package::Package,
    read::read_package,
};

/// What checking the files of a package found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckReport {
    /// Errors first, then warnings and notes; within them by file and row.
    pub findings: Vec<Finding>,
    /// How many errors.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How many notes.
    pub notes: usize,
}

impl CheckReport {
    fn new(findings: Vec<Finding>) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            findings,
        }
    }

    /// Whether the package can be served.
    pub const fn is_usable(&self) -> bool {
        self.errors == 0
    }
}

/// Reads and checks the files of a package. A package that cannot be read has only the findings of the reader.
pub fn check_files(files: &PackageFiles) -> CheckReport {
    let findings = match read_package(files) {
        Ok(package) => check_package(&package),
        Err(mut findings) => {
            sort(&mut findings);
            findings
        }
    };
    CheckReport::new(findings)
}

/// Checks what the rows of a package say. Findings come errors first, then by file and row.
pub fn check_package(package: &Package) -> Vec<Finding> {
    let figures = figures::Figures::new(package);
    let mut findings = Vec::new();
    keys::run(package, &|_| true, &mut findings);
    structure::run(package, &mut findings);
    presentation::run(package, &mut findings);
    sources::run(package, &mut findings);
    ranges::run(package, &mut findings);
    indicators::run(package, &figures, &mut findings);
    figures::run(&figures, &mut findings);
    totals::run(package, &figures, &mut findings);
    ranks::run(package, &figures, &mut findings);
    coverage::run(package, &figures, &mut findings);
    outliers::run(package, &figures, &mut findings);
    places::run(package, &mut findings);
    geometry::run(package, &mut findings);
    exceptions::apply(package, &mut findings);
    sort(&mut findings);
    findings
}

fn sort(findings: &mut [Finding]) {
    findings.sort_by(|one, other| {
        fn key(finding: &Finding) -> impl Ord + '_ {
            (
                finding.severity,
                &finding.file,
                finding.row,
                finding.code,
                &finding.text_en,
            )
        }
        key(one).cmp(&key(other))
    });
}
