//! Content encodings: chosen from `Accept-Encoding` before an entity tag is made, so that a tag names exactly one body.

use std::io::Write;

use axum::http::{HeaderMap, header};

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
    /// The best encoding that a client takes.
    pub(crate) fn from_headers(headers: &HeaderMap) -> Self {
        let mut best = (0.0_f32, Self::Identity);
        for value in headers.get_all(header::ACCEPT_ENCODING) {
            for part in value.to_str().unwrap_or_default().split(',') {
                let mut pieces = part.split(';');
                let candidate = match pieces.next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
                    "br" => Self::Brotli,
                    "gzip" | "x-gzip" => Self::Gzip,
                    _ => continue,
                };
                let quality = pieces
                    .find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok())
                    .unwrap_or(1.0);
                let is_better = quality > best.0 || (quality >= best.0 && candidate == Self::Brotli);
                if quality > 0.0 && is_better {
                    best = (quality, candidate);
                }
            }
        }
        best.1
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
    use super::*;

    fn chosen(accept: &str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
        Encoding::from_headers(&headers)
    }

    #[test]
    fn brotli_is_preferred_where_a_client_does_not_mind() {
        assert_eq!(chosen("gzip, deflate, br"), Encoding::Brotli);
        assert_eq!(chosen("br, gzip"), Encoding::Brotli);
    }

    #[test]
    fn qualities_are_followed() {
        assert_eq!(chosen("br;q=0.5, gzip"), Encoding::Gzip);
        assert_eq!(chosen("br;q=0, gzip;q=0"), Encoding::Identity);
        assert_eq!(chosen("zstd"), Encoding::Identity);
    }
}
