//! What `cargo xtask assets` builds from npm and WebAssembly, inside the binary.
//!
//! A release binary carries `frontend/dist` and needs no files beside it; a debug
//! binary reads the folder when asked, so that the site can be rebuilt without it.
//! A checkout without the folder still compiles: then every look-up says what to run.

use std::borrow::Cow;

use rust_embed::RustEmbed;

use crate::figures::fonts::{FigureFonts, FontError, FontFiles, Weight};

const PAPER_FONTS: [&str; 7] = [
    "tinos-regular",
    "tinos-bold",
    "tinos-italic",
    "be-vietnam-pro-400",
    "be-vietnam-pro-600",
    "symbols-400",
    "symbols-600",
];

#[derive(RustEmbed)]
#[folder = "../frontend/dist"]
#[allow_missing = true]
struct Dist;

/// Why the binary cannot draw.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AssetError {
    /// The file was not built.
    #[error("{0} is missing from frontend/dist: run cargo xtask assets")]
    Missing(String),
    /// The file should be text.
    #[error("{0} in frontend/dist is not UTF-8: run cargo xtask assets")]
    NotText(String),
    /// A font is broken.
    #[error(transparent)]
    Font(#[from] FontError),
}

/// A file of the site.
#[derive(Debug, Clone)]
pub struct SiteFile {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// The hash of its content, for an entity tag.
    pub sha256: [u8; 32],
}

/// The files of the site.
#[derive(Debug, Clone, Copy)]
pub struct SiteAssets;

impl SiteAssets {
    /// The file at `path`, relative to `frontend/dist`, without a leading slash.
    pub fn get(path: &str) -> Option<SiteFile> {
        Dist::get(path).map(|file| SiteFile {
            sha256: file.metadata.sha256_hash(),
            bytes: file.data,
        })
    }

    /// As [`Self::get`], for files that every build has.
    pub fn require(path: &str) -> Result<SiteFile, AssetError> {
        Self::get(path).ok_or_else(|| AssetError::Missing(path.to_owned()))
    }

    /// ECharts for the server.
    pub fn engine_bundle() -> Result<String, AssetError> {
        const PATH: &str = "server/echarts_server.js";
        let file = Self::require(PATH)?;
        String::from_utf8(file.bytes.into_owned()).map_err(|_| AssetError::NotText(PATH.to_owned()))
    }

    /// The typeface of figures.
    pub fn figure_fonts() -> Result<FigureFonts, AssetError> {
        let files = |weight: Weight| {
            let bytes =
                |name: &str| Self::require(&format!("server/{name}-{}.ttf", weight.number())).map(|file| file.bytes);
            Ok::<_, AssetError>(FontFiles {
                text: bytes("be-vietnam-pro")?,
                symbols: bytes("symbols")?,
            })
        };
        Ok(FigureFonts::new(files(Weight::Regular)?, files(Weight::SemiBold)?)?)
    }

    /// The typefaces of reports on paper: that of their text, and those of the figures in them.
    pub fn paper_fonts() -> Result<Vec<Cow<'static, [u8]>>, AssetError> {
        let files = PAPER_FONTS
            .iter()
            .map(|name| Self::require(&format!("server/{name}.ttf")));
        files.map(|file| file.map(|file| file.bytes)).collect()
    }
}
