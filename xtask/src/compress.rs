//! Compressing files ahead of time, as small as it gets, so that the server need not.
//!
//! Results are kept by the hash of the content: brotli at its best takes seconds for a big file.

use std::{collections::BTreeSet, fs, io::Write, path::PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::{fingerprint, site::has_extension};

/// What pays to compress: text and WebAssembly. Fonts and pictures are compressed already.
const COMPRESSIBLE: [&str; 9] = ["css", "html", "ico", "js", "json", "mjs", "svg", "txt", "wasm"];

/// The encodings, by the extension of the file that holds them.
pub(crate) const ENCODINGS: [&str; 2] = ["br", "gz"];

/// Whether files of that name are compressed.
pub(crate) fn is_compressible(path: &str) -> bool {
    COMPRESSIBLE.iter().any(|extension| has_extension(path, extension))
}

/// Compresses, or remembers having done so.
pub(crate) struct Compressor {
    store: PathBuf,
    used: BTreeSet<String>,
}

impl Compressor {
    /// A compressor that keeps its results in a folder.
    pub(crate) fn new(store: PathBuf) -> Result<Self> {
        fs::create_dir_all(&store)?;
        Ok(Self {
            store,
            used: BTreeSet::new(),
        })
    }

    /// The content in one of [`ENCODINGS`]; `None` where that is not smaller.
    pub(crate) fn compress(&mut self, bytes: &[u8], encoding: &str) -> Result<Option<Vec<u8>>> {
        let name = format!("{}.{encoding}", fingerprint::hash(bytes));
        let path = self.store.join(&name);
        let compressed = if let Ok(kept) = fs::read(&path) {
            kept
        } else {
            let compressed = if encoding == "br" { brotli(bytes)? } else { gzip(bytes)? };
            fs::write(&path, &compressed).with_context(|| path.display().to_string())?;
            compressed
        };
        self.used.insert(name);
        Ok((compressed.len() < bytes.len()).then_some(compressed))
    }

    /// Forgets results that were not asked for since the start.
    pub(crate) fn forget_unused(&self) -> Result<()> {
        for entry in fs::read_dir(&self.store)? {
            let entry = entry?;
            if !self.used.contains(&*entry.file_name().to_string_lossy()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Brotli at its best.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::{env, io::Read, process};

    use super::*;

    #[test]
    fn both_encodings_give_the_content_back() {
        let text = "Hậu Giang 63,80 ".repeat(100);
        let mut plain = String::new();
        brotli::Decompressor::new(&*brotli(text.as_bytes()).unwrap(), 4096)
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(&*gzip(text.as_bytes()).unwrap())
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
    }

    #[test]
    fn the_same_content_gives_the_same_bytes() {
        assert_eq!(gzip(b"abc").unwrap(), gzip(b"abc").unwrap());
        assert_eq!(brotli(b"abc").unwrap(), brotli(b"abc").unwrap());
    }

    #[test]
    fn what_does_not_shrink_is_left_alone_and_what_is_unused_is_forgotten() {
        let store = env::temp_dir().join(format!("vithe-xtask-{}-compress", process::id()));
        let mut compressor = Compressor::new(store.clone()).unwrap();
        assert_eq!(compressor.compress(b"a", "br").unwrap(), None);
        assert!(compressor.compress(&[b'a'; 1000], "gz").unwrap().is_some());
        let next = Compressor::new(store.clone()).unwrap();
        next.forget_unused().unwrap();
        assert_eq!(fs::read_dir(&store).unwrap().count(), 0);
        fs::remove_dir_all(store).unwrap();
    }

    #[test]
    fn fonts_are_not_compressed_again() {
        assert!(is_compressible("assets/site.css") && is_compressible("a/SITE_bg.wasm"));
        assert!(!is_compressible("be-vietnam-pro-400.woff2") && !is_compressible("LICENSE"));
    }
}
