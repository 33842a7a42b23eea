//! What is wrong with a query string.

use crate::{
    identifier::{IdentifierError, IndexId},
    language::{Language, Text},
    problem::{Problem, ProblemCode},
};

/// A query string that does not fit its address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// A key that the address does not know.
    #[error("unknown parameter {name:?}, allowed: {}", allowed.join(", "))]
    Unknown {
        /// The key.
        name: String,
        /// The keys the address knows.
        allowed: Vec<&'static str>,
    },
    /// A key that is given twice.
    #[error("parameter {name:?} is given twice")]
    Repeated {
        /// The key.
        name: String,
    },
    /// A key without which there is no answer.
    #[error("parameter {name:?} is missing")]
    Missing {
        /// The key.
        name: &'static str,
    },
    /// A key that means something only beside another one.
    #[error("parameter {name:?} goes with {needs} only")]
    Misplaced {
        /// The key.
        name: &'static str,
        /// The key and value it goes with.
        needs: &'static str,
    },
    /// A value of the wrong form.
    #[error("parameter {name:?}: {value:?} is not {}", expected.en)]
    Malformed {
        /// The key.
        name: &'static str,
        /// The value.
        value: String,
        /// What was expected.
        expected: Text,
    },
}

impl QueryError {
    /// The problem that a client is told.
    pub fn into_problem(self, language: Language) -> Problem {
        match self {
            Self::Unknown { name, allowed } => {
                let allowed = allowed.join(", ");
                let detail = match language {
                    Language::Vi => format!("Địa chỉ này không có tham số “{name}”. Các tham số dùng được: {allowed}."),
                    Language::En => format!("This address has no parameter “{name}”. It takes: {allowed}."),
                };
                Problem::new(ProblemCode::UnknownParameter, language, detail).at_parameter(&name)
            }
            Self::Repeated { name } => {
                let detail = match language {
                    Language::Vi => format!("Tham số “{name}” có hai lần; chỉ giữ lại một."),
                    Language::En => format!("Parameter “{name}” is given twice; keep one."),
                };
                Problem::new(ProblemCode::RepeatedParameter, language, detail).at_parameter(&name)
            }
            Self::Missing { name } => {
                let detail = match language {
                    Language::Vi => format!("Thiếu tham số “{name}”."),
                    Language::En => format!("Parameter “{name}” is missing."),
                };
                Problem::new(ProblemCode::MissingParameter, language, detail).at_parameter(name)
            }
            Self::Misplaced { name, needs } => {
                let detail = match language {
                    Language::Vi => format!("Tham số “{name}” chỉ dùng cùng với {needs}."),
                    Language::En => format!("Parameter “{name}” goes with {needs} only."),
                };
                Problem::new(ProblemCode::ConflictingParameters, language, detail).at_parameter(name)
            }
            Self::Malformed { name, value, expected } => {
                let detail = match language {
                    Language::Vi => format!(
                        "Tham số “{name}” có giá trị “{value}” không hợp lệ; giá trị đúng là {}.",
                        expected.vi
                    ),
                    Language::En => format!("Parameter “{name}” is “{value}”, which is not {}.", expected.en),
                };
                let code = if expected == IndexId::EXPECTED {
                    ProblemCode::UnknownIndex
                } else {
                    ProblemCode::MalformedParameter
                };
                Problem::new(code, language, detail).at_parameter(name)
            }
        }
    }

    /// A value of a key that is not what was expected.
    pub fn malformed(name: &'static str, error: IdentifierError) -> Self {
        Self::Malformed {
            name,
            value: error.value,
            expected: error.expected,
        }
    }
}
