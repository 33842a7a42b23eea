//! Problems as RFC 9457 describes them: one shape for every error of the API, with stable codes.

use crate::address::at;
use serde::{Deserialize, Serialize};

use crate::language::{Language, Text};

/// The stable code of a problem. Adding one is a minor change, removing or renaming one breaks clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProblemCode {
    /// A query parameter that the address does not know.
    UnknownParameter,
    /// A parameter that is given twice.
    RepeatedParameter,
    /// A parameter without which the address has no answer.
    MissingParameter,
    /// A parameter whose value has the wrong form.
    MalformedParameter,
    /// Parameters that are right by themselves and exclude each other: a span that ends before it begins, two targets.
    ConflictingParameters,
    /// No such index.
    UnknownIndex,
    /// No such component of that index (in that year).
    UnknownComponent,
    /// No such province in that list.
    UnknownProvince,
    /// No such region in that list.
    UnknownRegion,
    /// The index has no figures for that year.
    UnknownYear,
    /// No such dataset version is kept.
    UnknownVersion,
    /// No such chart.
    UnknownChart,
    /// No such address.
    NotFound,
    /// The address does not know that method.
    MethodNotAllowed,
    /// None of the accepted forms can be given.
    NotAcceptable,
    /// The publisher's terms do not allow the answer as a whole.
    RedistributionRestricted,
    /// The request body is too large.
    PayloadTooLarge,
    /// The bytes asked for lie beyond the content.
    RangeNotSatisfiable,
    /// Too many requests from one address.
    TooManyRequests,
    /// A value of the request that is out of bounds.
    InvalidValue,
    /// The request body is no JSON of the expected shape.
    UnreadableBody,
    /// The request body has another media type than JSON.
    UnsupportedMediaType,
    /// The table is not complete, so the value cannot be derived.
    IncompleteTable,
    /// The analysis does not exist for this index, component and year.
    NotApplicable,
    /// A figure could not be drawn.
    FigureFailed,
    /// A figure took too long to draw.
    FigureTimeout,
    /// The server is busy or starting.
    Unavailable,
    /// A fault of the server; the cause is in its log.
    Internal,
    /// The request took too long.
    Timeout,
    /// The browser has no connection. Made in the browser only.
    Offline,
    /// The figures asked for have not arrived yet. Made in the browser only.
    NotHereYet,
    /// The answer could not be read. Made in the browser only.
    UnreadableAnswer,
}

impl ProblemCode {
    /// Every code.
    pub const ALL: [Self; 32] = [
        Self::UnknownParameter,
        Self::RepeatedParameter,
        Self::MissingParameter,
        Self::MalformedParameter,
        Self::ConflictingParameters,
        Self::UnknownIndex,
        Self::UnknownComponent,
        Self::UnknownProvince,
        Self::UnknownRegion,
        Self::UnknownYear,
        Self::UnknownVersion,
        Self::UnknownChart,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::NotAcceptable,
        Self::RedistributionRestricted,
        Self::PayloadTooLarge,
        Self::RangeNotSatisfiable,
        Self::TooManyRequests,
        Self::InvalidValue,
        Self::UnreadableBody,
        Self::UnsupportedMediaType,
        Self::IncompleteTable,
        Self::NotApplicable,
        Self::FigureFailed,
        Self::FigureTimeout,
        Self::Unavailable,
        Self::Internal,
        Self::Timeout,
        Self::Offline,
        Self::NotHereYet,
        Self::UnreadableAnswer,
    ];

    /// The HTTP status the code goes with; 0 for the codes that only a browser makes.
    pub const fn status(self) -> u16 {
        match self {
            Self::UnknownParameter | Self::RepeatedParameter | Self::MissingParameter | Self::MalformedParameter => 400,
            Self::RedistributionRestricted => 403,
            Self::UnknownIndex
            | Self::UnknownComponent
            | Self::UnknownProvince
            | Self::UnknownRegion
            | Self::UnknownYear
            | Self::UnknownVersion
            | Self::UnknownChart
            | Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::NotAcceptable => 406,
            Self::Timeout => 408,
            // A question that is right, and that the figures on record, or another part of it, leave without an answer.
            Self::ConflictingParameters | Self::IncompleteTable | Self::NotApplicable => 409,
            Self::PayloadTooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::RangeNotSatisfiable => 416,
            Self::InvalidValue | Self::UnreadableBody => 422,
            Self::TooManyRequests => 429,
            Self::FigureFailed | Self::Internal => 500,
            Self::FigureTimeout | Self::Unavailable => 503,
            Self::Offline | Self::NotHereYet | Self::UnreadableAnswer => 0,
        }
    }

    /// A short title, the same for every problem of this code.
    pub const fn title(self) -> Text {
        match self {
            Self::UnknownParameter => Text::new("Tham số không có", "Unknown parameter"),
            Self::RepeatedParameter => Text::new("Tham số bị lặp", "Repeated parameter"),
            Self::MissingParameter => Text::new("Thiếu tham số", "Missing parameter"),
            Self::MalformedParameter => Text::new("Giá trị tham số không hợp lệ", "Malformed parameter"),
            Self::ConflictingParameters => Text::new("Các tham số mâu thuẫn nhau", "Conflicting parameters"),
            Self::UnknownIndex => Text::new("Không có chỉ số này", "Unknown index"),
            Self::UnknownComponent => Text::new("Không có chỉ số thành phần này", "Unknown component"),
            Self::UnknownProvince => Text::new("Không có tỉnh, thành phố này", "Unknown province"),
            Self::UnknownRegion => Text::new("Không có vùng này", "Unknown region"),
            Self::UnknownYear => Text::new("Không có số liệu của năm này", "No figures for this year"),
            Self::UnknownVersion => Text::new("Không có phiên bản dữ liệu này", "Unknown dataset version"),
            Self::UnknownChart => Text::new("Không có biểu đồ này", "Unknown chart"),
            Self::NotFound => Text::new("Không tìm thấy địa chỉ", "Not found"),
            Self::MethodNotAllowed => Text::new("Phương thức không được phép", "Method not allowed"),
            Self::NotAcceptable => Text::new("Không có định dạng được yêu cầu", "Not acceptable"),
            Self::RedistributionRestricted => Text::new("Không được tải về toàn bộ", "Redistribution restricted"),
            Self::PayloadTooLarge => Text::new("Nội dung gửi lên quá lớn", "Payload too large"),
            Self::RangeNotSatisfiable => Text::new("Khoảng byte ngoài nội dung", "Range not satisfiable"),
            Self::TooManyRequests => Text::new("Quá nhiều yêu cầu", "Too many requests"),
            Self::InvalidValue => Text::new("Giá trị ngoài giới hạn", "Value out of bounds"),
            Self::UnreadableBody => Text::new("Không đọc được nội dung gửi lên", "Unreadable request body"),
            Self::UnsupportedMediaType => Text::new("Định dạng gửi lên không được hỗ trợ", "Unsupported media type"),
            Self::IncompleteTable => Text::new("Bảng số liệu chưa đủ", "Incomplete table"),
            Self::NotApplicable => Text::new("Không áp dụng được ở đây", "Does not apply here"),
            Self::FigureFailed => Text::new("Không vẽ được biểu đồ", "The figure could not be drawn"),
            Self::FigureTimeout => Text::new("Vẽ biểu đồ quá thời gian", "The figure took too long"),
            Self::Unavailable => Text::new("Máy chủ đang bận", "Service unavailable"),
            Self::Internal => Text::new("Lỗi máy chủ", "Server error"),
            Self::Timeout => Text::new("Quá thời gian chờ", "Request timeout"),
            Self::Offline => Text::new("Không có kết nối mạng", "No connection"),
            Self::NotHereYet => Text::new("Số liệu chưa tải về xong", "Figures not here yet"),
            Self::UnreadableAnswer => Text::new("Không đọc được câu trả lời", "Unreadable answer"),
        }
    }

    /// The code as it stands in a problem: `unknown_index`.
    pub fn as_str(self) -> String {
        // Serialising a unit variant gives its name in quotes; nothing else can come out.
        serde_json::to_value(self)
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default()
    }
}

/// One place that a problem points at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProblemPlace {
    /// A parameter name or a JSON pointer into the request.
    pub pointer: String,
    /// The line of a table, counted from 1 with the header as line 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column of a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The code of this place's fault.
    pub code: ProblemCode,
}

/// An error answer, `application/problem+json`.
// It is returned by value: texts that only pass through are boxed, which keeps it as small as an error should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Where the code is explained.
    #[serde(rename = "type")]
    pub kind: Box<str>,
    /// A short title, the same for every problem of this code, in the language asked for.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What was wrong, where, and what can be done.
    pub detail: String,
    /// The address that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<Box<str>>,
    /// The stable code.
    pub code: ProblemCode,
    /// The places the problem points at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemPlace>,
}

impl Problem {
    /// A problem with a detail in the language asked for.
    pub fn new(code: ProblemCode, language: Language, detail: impl Into<String>) -> Self {
        Self {
            kind: at(format_args!("/{language}/data#problem-{}", code.as_str())).into(),
            title: code.title().get(language).to_owned(),
            status: code.status(),
            detail: detail.into(),
            instance: None,
            code,
            errors: Vec::new(),
        }
    }

    /// The same problem, pointing at a parameter.
    #[must_use]
    pub fn at_parameter(mut self, name: &str) -> Self {
        self.errors.push(ProblemPlace {
            pointer: name.to_owned(),
            row: None,
            column: None,
            code: self.code,
        });
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.title, self.detail)
    }
}

impl std::error::Error for Problem {}
