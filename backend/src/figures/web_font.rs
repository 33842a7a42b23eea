//! Cuts a TrueType font down to the characters of one figure and packs it as WOFF2.
//!
//! A picture shown by `<img>` or saved to disk cannot reach the fonts of the page, so
//! it carries its own; the whole typeface would weigh more than the drawing.
//! `subsetter` chooses and renumbers the glyphs, but leaves out the character map
//! (PDF needs none); that map and the container are written here.
//! WOFF2: <https://www.w3.org/TR/WOFF2/>, tables stored without transformation.

use std::{collections::BTreeSet, io::Write as _};

use subsetter::GlyphRemapper;
use ttf_parser::{Face, RawFace, Tag};

/// Why a font could not be cut.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WebFontError {
    /// The font is broken.
    #[error("a figure font cannot be read: {0}")]
    Unreadable(#[from] ttf_parser::FaceParsingError),
    /// The glyphs could not be taken out.
    #[error("a figure font cannot be cut: {0}")]
    Subset(#[from] subsetter::Error),
    /// The tables could not be compressed.
    #[error("a figure font cannot be compressed: {0}")]
    Compress(#[from] std::io::Error),
    /// A table is longer than the format can say.
    #[error("a table of a figure font is too long")]
    TooLong(#[from] std::num::TryFromIntError),
}

/// A font with few characters.
#[derive(Debug)]
pub(super) struct CutFont {
    /// What it can show of what was asked for.
    pub(super) characters: Vec<char>,
    /// The file.
    pub(super) woff2: Vec<u8>,
}

/// Tables in the order they are stored, with their number in the WOFF2 format.
/// `loca` must follow `glyf`.
const TABLES: [(&[u8; 4], u8); 10] = [
    (b"cmap", 0),
    (b"head", 1),
    (b"hhea", 2),
    (b"hmtx", 3),
    (b"maxp", 4),
    (b"name", 5),
    (b"OS/2", 6),
    (b"post", 7),
    (b"glyf", 10),
    (b"loca", 11),
];

/// `font` with those of `characters` that it has; `None` if it has none of them.
pub(super) fn cut(font: &[u8], characters: &BTreeSet<char>) -> Result<Option<CutFont>, WebFontError> {
    let face = Face::parse(font, 0)?;
    let mut remapper = GlyphRemapper::new();
    // The character map written below knows the first 65,536 characters only, and
    // the typeface has no others.
    let mapped: Vec<(u16, u16)> = characters
        .iter()
        .filter_map(|&character| {
            let code_point = u16::try_from(u32::from(character)).ok()?;
            let glyph = face.glyph_index(character)?;
            Some((code_point, remapper.remap(glyph.0)))
        })
        .collect();
    if mapped.is_empty() {
        return Ok(None);
    }
    let kept = mapped
        .iter()
        .filter_map(|&(code_point, _)| char::from_u32(code_point.into()))
        .collect();
    let subset = subsetter::subset(font, 0, &remapper)?;
    let subset = RawFace::parse(&subset, 0)?;
    let cmap = character_map(&mapped)?;
    let original = face.raw_face();
    let tables: Vec<(&[u8; 4], u8, &[u8])> = TABLES
        .iter()
        .filter_map(|&(tag, number)| {
            let data = match tag {
                b"cmap" => Some(cmap.as_slice()),
                b"OS/2" => original.table(Tag::from_bytes(tag)),
                b"post" => Some(NAMELESS_POST.as_slice()),
                _ => subset.table(Tag::from_bytes(tag)),
            };
            data.map(|data| (tag, number, data))
        })
        .collect();
    Ok(Some(CutFont {
        characters: kept,
        woff2: pack(&tables)?,
    }))
}

/// A `post` table of version 3: no glyph names.
const NAMELESS_POST: [u8; 32] = {
    let mut table = [0; 32];
    table[1] = 3;
    table
};

/// A `cmap` table with one Windows Unicode subtable of format 4, one segment for each
/// character. `mapped` is sorted by character.
fn character_map(mapped: &[(u16, u16)]) -> Result<Vec<u8>, WebFontError> {
    // The format ends with a segment for U+FFFF.
    let segments = u16::try_from(mapped.len() + 1)?;
    let entry_selector = segments.ilog2();
    let search_range = 2 * (1_u16 << entry_selector);
    let length = u16::try_from(16 + 8 * usize::from(segments))?;

    let mut table = Vec::with_capacity(12 + usize::from(length));
    let mut push = |value: u16| table.extend_from_slice(&value.to_be_bytes());
    // Version, number of subtables; platform, encoding and offset of the only one.
    for value in [0, 1, 3, 1, 0, 12] {
        push(value);
    }
    for value in [
        4,
        length,
        0,
        2 * segments,
        search_range,
        u16::try_from(entry_selector)?,
        2 * segments - search_range,
    ] {
        push(value);
    }
    let characters = || mapped.iter().map(|&(character, _)| character).chain([0xFFFF]);
    characters().for_each(&mut push);
    push(0);
    characters().for_each(&mut push);
    for &(character, glyph) in mapped {
        push(glyph.wrapping_sub(character));
    }
    push(1);
    for _ in 0..segments {
        push(0);
    }
    Ok(table)
}

/// The WOFF2 container around tables stored as they are.
fn pack(tables: &[(&[u8; 4], u8, &[u8])]) -> Result<Vec<u8>, WebFontError> {
    const HEADER_LENGTH: usize = 48;
    const TRUE_TYPE: u32 = 0x0001_0000;
    // For these two, transformation 3 means "none"; for all others 0 does.
    const UNTRANSFORMED_OUTLINES: u8 = 3 << 6;

    let mut directory = Vec::new();
    let mut content = Vec::new();
    let mut unpacked_length = 12 + 16 * tables.len();
    for &(tag, number, data) in tables {
        let is_outline = matches!(tag, b"glyf" | b"loca");
        directory.push(number | if is_outline { UNTRANSFORMED_OUTLINES } else { 0 });
        push_base_128(&mut directory, u32::try_from(data.len())?);
        content.extend_from_slice(data);
        unpacked_length += data.len().next_multiple_of(4);
    }

    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 9,
        mode: brotli::enc::backward_references::BrotliEncoderMode::BROTLI_MODE_FONT,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::CompressorWriter::with_params(&mut compressed, 4096, &parameters).write_all(&content)?;

    let length = (HEADER_LENGTH + directory.len() + compressed.len()).next_multiple_of(4);
    let mut file = Vec::with_capacity(length);
    file.extend_from_slice(b"wOF2");
    file.extend_from_slice(&TRUE_TYPE.to_be_bytes());
    file.extend_from_slice(&u32::try_from(length)?.to_be_bytes());
    file.extend_from_slice(&u16::try_from(tables.len())?.to_be_bytes());
    file.extend_from_slice(&[0; 2]);
    file.extend_from_slice(&u32::try_from(unpacked_length)?.to_be_bytes());
    file.extend_from_slice(&u32::try_from(compressed.len())?.to_be_bytes());
    // Version 0.0, no metadata, no private data.
    file.resize(HEADER_LENGTH, 0);
    file.extend_from_slice(&directory);
    file.extend_from_slice(&compressed);
    file.resize(length, 0);
    Ok(file)
}

/// A number in groups of seven bits, the highest first, all but the last marked.
fn push_base_128(bytes: &mut Vec<u8>, value: u32) {
    let groups = (32 - value.leading_zeros()).div_ceil(7).max(1);
    for group in (0..groups).rev() {
        let bits = u8::try_from((value >> (7 * group)) & 0x7F).unwrap_or_default();
        bytes.push(if group == 0 { bits } else { bits | 0x80 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_in_as_few_bytes_as_they_need() {
        let written = |value| {
            let mut bytes = Vec::new();
            push_base_128(&mut bytes, value);
            bytes
        };
        assert_eq!(written(0), [0]);
        assert_eq!(written(127), [127]);
        assert_eq!(written(128), [0x81, 0]);
        assert_eq!(written(u32::MAX), [0x8F, 0xFF, 0xFF, 0xFF, 0x7F]);
    }

    #[test]
    fn the_character_map_can_be_read_back() {
        let table = character_map(&[(0x41, 1), (0x42, 2), (0x110, 7), (0x1EC7, 3)]).unwrap();
        let map = ttf_parser::cmap::Table::parse(&table).unwrap();
        let glyph = |character: char| {
            let subtable = map.subtables.get(0).unwrap();
            subtable.glyph_index(character.into()).map(|glyph| glyph.0)
        };
        assert_eq!(
            ['A', 'B', 'Đ', 'ệ', 'C'].map(glyph),
            [Some(1), Some(2), Some(7), Some(3), None]
        );
    }

    /// Takes a file written by [`pack`] apart again.
    fn unpack(woff2: &[u8]) -> Vec<(&'static [u8; 4], Vec<u8>)> {
        let mut position = 48;
        let lengths: Vec<usize> = TABLES
            .iter()
            .map(|&(_, number)| {
                assert_eq!(woff2[position] & 0x3F, number);
                position += 1;
                let mut length = 0;
                loop {
                    let byte = woff2[position];
                    position += 1;
                    length = (length << 7) | usize::from(byte & 0x7F);
                    if byte & 0x80 == 0 {
                        return length;
                    }
                }
            })
            .collect();
        let compressed = u32::from_be_bytes(woff2[20..24].try_into().unwrap());
        let end = position + usize::try_from(compressed).unwrap();
        let mut content = Vec::new();
        brotli::BrotliDecompress(&mut &woff2[position..end], &mut content).unwrap();
        let mut rest = content.as_slice();
        let tables = TABLES
            .iter()
            .zip(lengths)
            .map(|(&(tag, _), length)| {
                let (table, after) = rest.split_at(length);
                rest = after;
                (tag, table.to_vec())
            })
            .collect();
        assert!(rest.is_empty());
        tables
    }

    #[test]
    fn a_cut_font_draws_its_characters_as_the_whole_one_does_and_no_others() {
        let file = crate::assets::SiteAssets::require("server/be-vietnam-pro-400.ttf").unwrap();
        let whole = Face::parse(&file.bytes, 0).unwrap();
        let wanted = "Đồng bằng ễ 63,8 ▲".chars().collect();
        let cut = cut(&file.bytes, &wanted).unwrap().unwrap();
        assert!(!cut.characters.contains(&'▲'), "the typeface has no triangle");

        let tables = unpack(&cut.woff2);
        let table = |tag: &[u8; 4]| {
            let found = tables.iter().find(|(name, _)| *name == tag);
            found.map(|(_, data)| data.as_slice()).unwrap()
        };
        let cut_face = Face::from_raw_tables(ttf_parser::RawFaceTables {
            head: table(b"head"),
            hhea: table(b"hhea"),
            maxp: table(b"maxp"),
            cmap: Some(table(b"cmap")),
            glyf: Some(table(b"glyf")),
            hmtx: Some(table(b"hmtx")),
            loca: Some(table(b"loca")),
            os2: Some(table(b"OS/2")),
            ..ttf_parser::RawFaceTables::default()
        })
        .unwrap();
        for &character in &cut.characters {
            let shape = |face: &Face<'_>| {
                let glyph = face.glyph_index(character).unwrap();
                (face.glyph_hor_advance(glyph), face.glyph_bounding_box(glyph))
            };
            assert_eq!(shape(&cut_face), shape(&whole), "{character}");
        }
        assert_eq!(cut_face.glyph_index('z'), None);
    }
}
