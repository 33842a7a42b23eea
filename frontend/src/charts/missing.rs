//! What keeps a figure from being made, as facts; told in the language of whoever asked.

use vithe_shared::{Language, Problem, ProblemCode, Year, query::QueryError};

/// What a figure lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Provinces in its query.
    Provinces {
        /// How many it needs.
        least: usize,
    },
    /// A figure for its vertical axis in its query.
    Indicator,
    /// A kind of rank interval in its query.
    Interval,
    /// Figures of the province.
    Record {
        /// The index in a word.
        index: String,
        /// The year up to which there are none.
        year: Year,
    },
}

impl Missing {
    /// The problem that is answered.
    pub fn into_problem(self, language: Language) -> Problem {
        match self {
            Self::Provinces { least } => {
                let detail = match (language, least) {
                    (Language::Vi, 1) => "Biểu đồ này cần tham số “p” với ít nhất một tỉnh, ví dụ p=hau-giang.",
                    (Language::Vi, _) => "Biểu đồ này cần tham số “p” với ít nhất hai tỉnh, ví dụ p=hau-giang~can-tho.",
                    (Language::En, 1) => {
                        "This chart needs parameter “p” with at least one province, such as p=hau-giang."
                    }
                    (Language::En, _) => {
                        "This chart needs parameter “p” with at least two provinces, such as p=hau-giang~can-tho."
                    }
                };
                Problem::new(ProblemCode::MissingParameter, language, detail).at_parameter("p")
            }
            Self::Indicator => {
                let detail = language.pick(
                    "Biểu đồ này cần tham số “y”: số liệu của trục dọc, ví dụ y=papi hoặc y=papi.d4.",
                    "This chart needs parameter “y”: what its vertical axis shows, such as y=papi or y=papi.d4.",
                );
                Problem::new(ProblemCode::MissingParameter, language, detail).at_parameter("y")
            }
            Self::Interval => QueryError::Missing { name: "interval" }.into_problem(language),
            Self::Record { index, year } => {
                let detail = match language {
                    Language::Vi => format!("Chưa có số liệu {index} của tỉnh này đến năm {year}."),
                    Language::En => format!("No {index} figures of this province are on record up to {year}."),
                };
                Problem::new(ProblemCode::UnknownYear, language, detail).at_parameter("year")
            }
        }
    }
}
