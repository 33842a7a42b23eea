//! Known exceptions: a finding that is explained in `known_exceptions.csv` becomes a note that carries the reason; an
//! exception that explains nothing is a warning.

use crate::{
    finding::{Finding, FindingCode, Severity, Subject},
    package::{KnownExceptionRow, Package, TableRow},
};

pub(super) fn apply(package: &Package, findings: &mut Vec<Finding>) {
    let mut used = vec![false; package.known_exceptions.len()];
    for finding in &mut *findings {
        if finding.severity == Severity::Note {
            continue;
        }
        let matching = package
            .known_exceptions
            .iter()
            .zip(&mut used)
            .find(|(exception, _)| explains(exception, finding.code, &finding.subject));
        if let Some((exception, used)) = matching {
            *used = true;
            finding.severity = Severity::Note;
            finding.text_vi = format!("{} Ngoại lệ đã biết: {}", finding.text_vi, exception.reason_vi);
            finding.text_en = format!("{} Known exception: {}", finding.text_en, exception.reason_en);
        }
    }
    let stale = package
        .known_exceptions
        .located()
        .zip(used)
        .filter(|(_, used)| !used)
        .map(|((line, exception), _)| {
            Finding::warning(
                FindingCode::StaleException,
                KnownExceptionRow::FILE,
                format!(
                    "Không còn phát hiện “{}” nào khớp với ngoại lệ này; hãy xóa dòng.",
                    exception.check
                ),
                format!(
                    "No finding “{}” matches this exception any more; remove the row.",
                    exception.check
                ),
            )
            .at_row(line)
        });
    findings.extend(stale);
}

/// An empty field matches everything.
fn explains(exception: &KnownExceptionRow, code: FindingCode, subject: &Subject) -> bool {
    fn fits<T: PartialEq>(asked: Option<&T>, found: Option<&T>) -> bool {
        asked.is_none() || asked == found
    }
    exception.check == code
        && fits(exception.index.as_ref(), subject.index.as_ref())
        && fits(exception.year.as_ref(), subject.year.as_ref())
        && fits(exception.unit.as_ref(), subject.unit.as_ref())
        && fits(exception.component.as_ref(), subject.component.as_ref())
}
