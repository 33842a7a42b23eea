//! A part of the normalized form as it is sent.

use std::{fmt::Write as _, io::Write as _};

use axum::body::Bytes;
use brotli::{CompressorWriter, enc::BrotliEncoderParams};
use sha2::{Digest as _, Sha256};
use vithe_shared::dataset::Part;

use crate::encoding::Encoding;

/// How many bytes of the hash a revision tells, two digits each.
const REVISION_BYTES: usize = 6;

/// A part of the normalized form as it is sent.
#[derive(Clone, Debug)]
pub(crate) struct PartBody {
    /// Which one.
    pub(crate) part: Part,
    /// The hash of its bytes.
    pub(crate) revision: String,
    /// It as it is read.
    pub(crate) bytes: Bytes,
    /// It compressed at the highest level, where the build has done so.
    brotli: Option<&'static [u8]>,
}

impl PartBody {
    /// A part that is compressed when it is asked for.
    pub(crate) fn new(part: Part, bytes: Vec<u8>) -> Self {
        Self {
            part,
            revision: revision(&bytes),
            bytes: bytes.into(),
            brotli: None,
        }
    }

    /// A part that the build has compressed.
    pub(super) fn packed(part: Part, brotli: &'static [u8]) -> std::io::Result<Self> {
        let mut bytes = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli, &mut bytes)?;
        Ok(Self {
            brotli: Some(brotli),
            ..Self::new(part, bytes)
        })
    }

    /// It in an encoding, as small as it gets: it is kept by its revision, and sent to many.
    pub(crate) fn encoded(&self, encoding: Encoding) -> std::io::Result<Vec<u8>> {
        match (encoding, self.brotli) {
            (Encoding::Brotli, Some(packed)) => Ok(packed.to_vec()),
            (Encoding::Brotli, None) => compress(&self.bytes),
            (Encoding::Gzip | Encoding::Identity, _) => encoding.encode(self.bytes.to_vec()),
        }
    }
}

fn revision(bytes: &[u8]) -> String {
    let mut revision = String::with_capacity(2 * REVISION_BYTES);
    for byte in Sha256::digest(bytes).iter().take(REVISION_BYTES) {
        // Writing to a string cannot fail.
        let _ = write!(revision, "{byte:02x}");
    }
    revision
}

fn compress(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut writer = CompressorWriter::with_params(Vec::new(), 4096, &parameters);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}
