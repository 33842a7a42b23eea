//! The typeface of figures: widths for laying labels out, outlines for PNG, and cut
//! copies for SVG files that stand alone.
//!
//! The server reads no fonts of the system it runs on: they may be absent, and text
//! drawn without a font vanishes without an error.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    sync::Arc,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use resvg::usvg::fontdb::{self, Database};
use serde::Serialize;
use ttf_parser::Face;

use super::web_font::{self, WebFontError};

/// The family name that figures, pages and pictures use.
pub const FAMILY: &str = "Be Vietnam Pro";

/// A weight of the typeface; the site ships no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// 400, for text.
    Regular,
    /// 600, for what stands out.
    SemiBold,
}

impl Weight {
    /// The number CSS knows it by.
    pub const fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::SemiBold => 600,
        }
    }
}

/// TrueType files of one weight.
#[derive(Debug, Clone)]
pub struct FontFiles {
    /// Letters, digits and punctuation.
    pub text: Cow<'static, [u8]>,
    /// Arrows and marks, which the typeface itself lacks.
    pub symbols: Cow<'static, [u8]>,
}

/// Why a font cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FontError {
    /// The bytes are not a TrueType font.
    #[error("a figure font cannot be read: {0}")]
    Unreadable(#[from] ttf_parser::FaceParsingError),
    /// Widths could not be written as JSON.
    #[error("the widths of the figure fonts cannot be written: {0}")]
    Advances(#[from] serde_json::Error),
    /// A copy with fewer characters could not be made.
    #[error(transparent)]
    Cut(#[from] WebFontError),
}

/// The typeface in both weights, checked and ready for use from any thread.
#[derive(Debug, Clone)]
pub struct FigureFonts {
    regular: FontFiles,
    semibold: FontFiles,
    advances: String,
    database: Arc<Database>,
}

/// Widths in em by character, in the form `echarts_server_entry.js` reads.
#[derive(Debug, Serialize)]
struct Advances {
    regular: BTreeMap<char, f64>,
    semibold: BTreeMap<char, f64>,
}

impl FigureFonts {
    /// Reads the fonts of both weights.
    pub fn new(regular: FontFiles, semibold: FontFiles) -> Result<Self, FontError> {
        let advances = serde_json::to_string(&Advances {
            regular: advances_of(&regular)?,
            semibold: advances_of(&semibold)?,
        })?;
        let mut database = Database::new();
        for files in [&regular, &semibold] {
            for font in [&files.text, &files.symbols] {
                database.load_font_source(fontdb::Source::Binary(Arc::new(font.clone())));
            }
        }
        database.set_sans_serif_family(FAMILY);
        Ok(Self {
            regular,
            semibold,
            advances,
            database: Arc::new(database),
        })
    }

    /// Widths of all characters, as JSON for the chart engine.
    pub(super) fn advances_json(&self) -> &str {
        &self.advances
    }

    /// The fonts in the form the rasteriser takes.
    pub(super) fn database(&self) -> Arc<Database> {
        Arc::clone(&self.database)
    }

    /// `@font-face` rules that carry the glyphs of `characters` in one weight.
    /// Characters that neither font has are left to the reader's own fonts.
    pub(super) fn font_face_rules(&self, weight: Weight, characters: &BTreeSet<char>) -> Result<String, FontError> {
        let files = self.files(weight);
        let text = Face::parse(&files.text, 0)?;
        let (in_text, others): (BTreeSet<char>, BTreeSet<char>) = characters
            .iter()
            .partition(|&&character| text.glyph_index(character).is_some());
        let mut rules = String::new();
        for (font, wanted) in [(&files.text, in_text), (&files.symbols, others)] {
            let Some(cut) = web_font::cut(font, &wanted)? else {
                continue;
            };
            // The range keeps the two faces of one family and weight apart.
            let range: Vec<String> = cut
                .characters
                .iter()
                .map(|&character| format!("U+{:X}", u32::from(character)))
                .collect();
            let _ = write!(
                rules,
                "@font-face{{font-family:'{FAMILY}';font-weight:{};\
                 src:url(data:font/woff2;base64,{}) format('woff2');unicode-range:{}}}",
                weight.number(),
                BASE64_STANDARD.encode(&cut.woff2),
                range.join(",")
            );
        }
        Ok(rules)
    }

    const fn files(&self, weight: Weight) -> &FontFiles {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semibold,
        }
    }
}

/// Widths of everything a weight can show; letters win over symbols.
fn advances_of(files: &FontFiles) -> Result<BTreeMap<char, f64>, FontError> {
    let mut advances = BTreeMap::new();
    for font in [&files.symbols, &files.text] {
        let face = Face::parse(font, 0)?;
        let units_per_em = f64::from(face.units_per_em());
        let tables = face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
        for table in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
            table.codepoints(|code_point| {
                let Some(character) = char::from_u32(code_point) else {
                    return;
                };
                let advance = face
                    .glyph_index(character)
                    .and_then(|glyph| face.glyph_hor_advance(glyph));
                if let Some(advance) = advance {
                    let thousandths = (f64::from(advance) * 1000.0 / units_per_em).round();
                    advances.insert(character, thousandths / 1000.0);
                }
            });
        }
    }
    Ok(advances)
}
