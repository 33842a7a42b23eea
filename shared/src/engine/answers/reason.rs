//! Why an answer lacks a figure, in both languages under a stable code.

use crate::domain::Reason;

/// A reason.
pub(crate) fn reason(code: &str, vi: String, en: String) -> Reason {
    Reason {
        code: code.to_owned(),
        vi,
        en,
    }
}
