//! Content encodings: chosen from `Accept-Encoding` before an entity tag is made, so that a tag names exactly one body.

use std::io::Write;

use axum::http::{HeaderMap, header};
use vithe_shared::preferences::{Fit, Preferences};

use crate::answer::list_of;

/// Brotli quality for answers made on request: near the best ratio at a tenth of the time.
const BROTLI_QUALITY: u32 = 5;
/// Brotli window, as a power of two.
const BROTLI_WINDOW: u32 = 22;

/// How a body is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Encoding {
    /// `br`.
    Brotli,
    /// `gzip`.
    Gzip,
    /// Not at all.
    Identity,
}

impl Encoding {
    /// The best encoding that a client takes. A client that takes none is refused before
    /// ([`crate::middleware::negotiation`]).
    pub(crate) fn from_headers(headers: &HeaderMap) -> Self {
        Self::choose(headers).unwrap_or(Self::Identity)
    }

    /// The best encoding that a client takes, if there is one. A part of a body is one of the plain body where that is taken:
    /// programs that ask for parts seek in tables. What is only allowed by a wildcard is not compressed: such a
    /// client has not said what it can read.
    pub(crate) fn choose(headers: &HeaderMap) -> Option<Self> {
        let header = list_of(headers, &header::ACCEPT_ENCODING).unwrap_or_default();
        let accepted = Preferences::read(&header);
        if headers.contains_key(header::RANGE) && Self::takes_identity(headers) {
            return Some(Self::Identity);
        }
        let offers = [Self::Brotli, Self::Gzip, Self::Identity].map(|encoding| (encoding.fit(&accepted), encoding));
        let taken = offers.into_iter().filter_map(|(fit, encoding)| {
            // An unchanged body is fine where nothing is said of it, and then the last choice.
            let Some(fit) = fit else {
                return (encoding == Self::Identity).then_some(((0, false, 0), encoding));
            };
            let rank = match encoding {
                Self::Brotli => 2,
                Self::Gzip => 1,
                Self::Identity if fit.is_by_wildcard() => 3,
                Self::Identity => 0,
            };
            fit.is_accepted()
                .then_some(((fit.weight(), !fit.is_by_wildcard(), rank), encoding))
        });
        taken
            .max_by_key(|(preference, _)| *preference)
            .map(|(_, encoding)| encoding)
    }

    /// Whether a client takes a body as it is.
    pub(crate) fn takes_identity(headers: &HeaderMap) -> bool {
        let header = list_of(headers, &header::ACCEPT_ENCODING).unwrap_or_default();
        Self::Identity
            .fit(&Preferences::read(&header))
            .is_none_or(Fit::is_accepted)
    }

    fn fit(self, accepted: &Preferences<'_>) -> Option<Fit> {
        let names: &[&str] = match self {
            Self::Brotli => &["br"],
            Self::Gzip => &["gzip", "x-gzip"],
            Self::Identity => &["identity"],
        };
        accepted.fit(|name| match name {
            "*" => Some(0),
            _ => names.iter().any(|own| own.eq_ignore_ascii_case(name)).then_some(1),
        })
    }

    /// The value of `Content-Encoding`; `None` for an unchanged body.
    pub(crate) const fn token(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// Compresses a body.
    pub(crate) fn encode(self, body: Vec<u8>) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Identity => Ok(body),
            Self::Brotli => {
                let mut encoded = Vec::with_capacity(body.len() / 4);
                let mut writer = brotli::CompressorWriter::new(&mut encoded, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
                writer.write_all(&body)?;
                writer.flush()?;
                drop(writer);
                Ok(encoded)
            }
            Self::Gzip => {
                let mut writer =
                    flate2::write::GzEncoder::new(Vec::with_capacity(body.len() / 3), flate2::Compression::default());
                writer.write_all(&body)?;
                writer.finish()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn choose(accept: &str) -> Option<Encoding> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
        Encoding::choose(&headers)
    }

    #[test]
    fn the_best_encoding_that_a_client_takes_is_chosen() {
        for (accept, chosen) in [
            ("gzip, deflate, br", Some(Encoding::Brotli)),
            ("br, gzip", Some(Encoding::Brotli)),
            ("br;q=0.5, gzip", Some(Encoding::Gzip)),
            ("identity, gzip;q=0.5", Some(Encoding::Identity)),
            ("BR", Some(Encoding::Brotli)),
            ("br;q=0, gzip;q=0", Some(Encoding::Identity)),
            ("zstd", Some(Encoding::Identity)),
            ("", Some(Encoding::Identity)),
            ("*", Some(Encoding::Identity)),
            ("gzip, *;q=0.5", Some(Encoding::Gzip)),
            ("gzip, *;q=0", Some(Encoding::Gzip)),
            ("identity;q=0, *", Some(Encoding::Brotli)),
            ("identity;q=0, gzip;q=0.1", Some(Encoding::Gzip)),
            ("identity, *;q=0", Some(Encoding::Identity)),
            ("identity;q=0", None),
            ("*;q=0", None),
            ("zstd, *;q=0", None),
        ] {
            assert_eq!(choose(accept), chosen, "{accept}");
        }
    }

    #[test]
    fn several_lines_are_one_list() {
        let mut headers = HeaderMap::new();
        assert_eq!(Encoding::choose(&headers), Some(Encoding::Identity));
        headers.append(header::ACCEPT_ENCODING, "identity;q=0".parse().unwrap());
        headers.append(header::ACCEPT_ENCODING, "gzip".parse().unwrap());
        assert_eq!(Encoding::choose(&headers), Some(Encoding::Gzip));
        assert!(!Encoding::takes_identity(&headers));
    }

    proptest! {
        #[test]
        fn nothing_is_chosen_that_a_client_refuses(accept in "((br|gzip|identity|zstd|\\*)(;q=(0|1|0\\.[0-9]))?,?){0,5}") {
            let list = Preferences::read(&accept);
            match choose(&accept) {
                Some(encoding) => prop_assert!(encoding.fit(&list).is_none_or(Fit::is_accepted)),
                None => prop_assert!(Encoding::Identity.fit(&list).is_some_and(|fit| !fit.is_accepted())),
            }
        }
    }
}
