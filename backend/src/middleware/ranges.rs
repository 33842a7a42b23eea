//! Parts of a body: `Range` and `If-Range` (RFC 9110, section 14). An answer that can be asked for in parts says so itself,
//! by `Accept-Ranges`; it is in memory as a whole, so that a part costs no more than the whole.
//!
//! A part is of the body as it travels, which is the plain one where the client takes it (see [`Encoding::choose`]).
//! Several ranges at once are answered with the whole, as the RFC allows.
//!
//! [`Encoding::choose`]: crate::encoding::Encoding::choose

use std::ops::RangeInclusive;

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http_range_header::{RangeUnsatisfiableError, parse_range_header};
use vithe_shared::{Language, ProblemCode};

use crate::{
    answer::{BYTES, language_of},
    error::ApiError,
};

/// What a request for a part gets.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Bytes(RangeInclusive<usize>),
    /// It begins behind the end.
    Beyond,
}

/// Answers with a part of the body where one is asked for.
pub(crate) async fn answer_range(request: Request, next: Next) -> Response {
    // The RFC knows ranges of GET only.
    let range = (request.method() == Method::GET).then(|| request.headers().get(header::RANGE).cloned());
    let Some(range) = range.flatten() else {
        return next.run(request).await;
    };
    let if_range = request.headers().get(header::IF_RANGE).cloned();
    let language = language_of(request.headers());
    let response = next.run(request).await;
    let is_divisible = response.headers().get(header::ACCEPT_RANGES) == Some(&BYTES);
    if response.status() != StatusCode::OK || !is_divisible || !is_current(if_range.as_ref(), response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return ApiError::internal(language).into_response();
    };
    let length = body.len();
    match find_part(&range, length) {
        Part::Whole => Response::from_parts(parts, Body::from(body)),
        Part::Beyond => {
            let mut response = beyond(length, language).into_response();
            set_content_range(response.headers_mut(), &format!("bytes */{length}"));
            response
        }
        Part::Bytes(range) => {
            let (start, end) = range.into_inner();
            parts.status = StatusCode::PARTIAL_CONTENT;
            set_content_range(&mut parts.headers, &format!("bytes {start}-{end}/{length}"));
            parts
                .headers
                .insert(header::CONTENT_LENGTH, HeaderValue::from(end - start + 1));
            Response::from_parts(parts, Body::from(body.slice(start..=end)))
        }
    }
}

/// Whether a part still belongs to the body that the client holds the rest of. No answer has a date of change, so that only
/// an entity tag can say so.
fn is_current(if_range: Option<&HeaderValue>, headers: &HeaderMap) -> bool {
    if_range.is_none_or(|tag| headers.get(header::ETAG) == Some(tag))
}

/// Reads the range that is asked for. What is none, or more than one, gets the whole.
fn find_part(range: &HeaderValue, length: usize) -> Part {
    let parsed = range.to_str().ok().and_then(|range| parse_range_header(range).ok());
    let Some(ranges) = parsed.filter(|ranges| ranges.len() == 1) else {
        return Part::Whole;
    };
    match ranges.validate(length as u64) {
        // Both ends lie within a body that is in memory.
        Ok(valid) => valid.into_iter().next().map_or(Part::Whole, |range| {
            let [start, end] = [*range.start(), *range.end()].map(|end| usize::try_from(end).unwrap_or(usize::MAX));
            Part::Bytes(start..=end)
        }),
        Err(RangeUnsatisfiableError::Unsatisfiable) => Part::Beyond,
        Err(_) => Part::Whole,
    }
}

fn set_content_range(headers: &mut HeaderMap, range: &str) {
    if let Ok(value) = HeaderValue::from_str(range) {
        headers.insert(header::CONTENT_RANGE, value);
    }
}

fn beyond(length: usize, language: Language) -> ApiError {
    ApiError::new(
        ProblemCode::RangeNotSatisfiable,
        language,
        || format!("Nội dung này dài {length} byte; khoảng byte được yêu cầu (Range) nằm ngoài nội dung."),
        || format!("This content is {length} bytes long; the range asked for lies beyond it."),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part(range: &str, length: usize) -> Part {
        find_part(&HeaderValue::from_str(range).unwrap(), length)
    }

    #[test]
    fn one_range_is_a_part_and_anything_else_the_whole() {
        for (range, expected) in [
            ("bytes=0-9", Part::Bytes(0..=9)),
            ("bytes=90-", Part::Bytes(90..=99)),
            ("bytes=-10", Part::Bytes(90..=99)),
            ("bytes=-1000", Part::Bytes(0..=99)),
            ("bytes=50-1000", Part::Bytes(50..=99)),
            ("Bytes=0-0", Part::Bytes(0..=0)),
            ("bytes=100-", Part::Beyond),
            ("bytes=100-200", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=0-9,20-29", Part::Whole),
            ("bytes=9-0", Part::Whole),
            ("bytes=a-b", Part::Whole),
            ("rows=0-9", Part::Whole),
            ("", Part::Whole),
        ] {
            assert_eq!(part(range, 100), expected, "{range}");
        }
        assert_eq!(part("bytes=0-", 0), Part::Beyond);
    }

    proptest! {
        #[test]
        fn a_part_lies_within_its_body(range in "bytes=[0-9]{0,20}-[0-9]{0,20}", length in 0_usize..10_000) {
            if let Part::Bytes(range) = part(&range, length) {
                prop_assert!(range.start() <= range.end() && *range.end() < length);
            }
        }
    }
}
