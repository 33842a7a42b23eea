//! What a question can be wrong in.

use super::{MAXIMUM_BYTES, MAXIMUM_CLAIMS};
use crate::{Language, Problem, ProblemCode, engine::answers::LookupError};

/// What a question of the checker can be wrong in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckFault {
    /// A text of more bytes than are read.
    #[error("the text has {0} bytes")]
    TextTooLong(usize),
    /// More claims than are judged at once.
    #[error("there are {0} claims")]
    TooManyClaims(usize),
    /// Claims and a text, or neither.
    #[error("the question has to have either claims or a text")]
    OneOfBoth,
    /// A default that is not there.
    #[error(transparent)]
    Lookup(#[from] LookupError),
}

impl CheckFault {
    /// The problem a client is told; it points into the request.
    pub fn into_problem(self, language: Language) -> Problem {
        let (code, pointer, vi, en) = match self {
            Self::Lookup(error) => return error.into_problem(language),
            Self::TextTooLong(bytes) => (
                ProblemCode::PayloadTooLarge,
                "/text",
                format!("Văn bản dài {bytes} byte; mỗi lần kiểm tra được nhiều nhất {MAXIMUM_BYTES} byte."),
                format!("The text has {bytes} bytes; at most {MAXIMUM_BYTES} are read at once."),
            ),
            Self::TooManyClaims(count) => (
                ProblemCode::PayloadTooLarge,
                "/claims",
                format!("Có {count} nhận định; mỗi lần kiểm tra được nhiều nhất {MAXIMUM_CLAIMS}."),
                format!("There are {count} claims; at most {MAXIMUM_CLAIMS} are checked at once."),
            ),
            Self::OneOfBoth => (
                ProblemCode::InvalidValue,
                "/text",
                "Gửi “claims” hoặc “text”, một trong hai.".to_owned(),
                "Send either “claims” or “text”.".to_owned(),
            ),
        };
        let detail = match language {
            Language::Vi => vi,
            Language::En => en,
        };
        Problem::new(code, language, detail).at_parameter(pointer)
    }
}
