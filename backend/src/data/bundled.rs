//! The normalized form that is compiled into the program, so that one file is a whole server; `build.rs` packs it.

use std::io;

use super::part::PartBody;

/// The parts by name, compressed.
static PARTS: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/parts.rs"));

/// The parts that were compiled in.
pub(super) fn unpack() -> io::Result<Vec<PartBody>> {
    PARTS
        .iter()
        .map(|(name, packed)| {
            let part = name.parse().map_err(io::Error::other)?;
            PartBody::packed(part, packed)
        })
        .collect()
}
