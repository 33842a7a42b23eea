//! SVG to PNG, with the fonts of the site and no others.

use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};

use super::fonts::{FAMILY, FigureFonts};

/// Why a picture could not be turned into pixels.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PngError {
    /// The SVG is broken.
    #[error("the drawing cannot be read: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// The picture has no area.
    #[error("the picture has no area")]
    NoArea,
    /// The pixels could not be packed.
    #[error("the picture cannot be packed: {0}")]
    Encode(String),
}

/// Draws `svg` at `scale` pixels per unit, on white unless it brings its own ground:
/// most places that show a shared image put something dark behind it.
pub(super) fn draw(svg: &str, fonts: &FigureFonts, scale: u8) -> Result<Vec<u8>, PngError> {
    let options = Options {
        fontdb: fonts.database(),
        font_family: FAMILY.to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options)?;
    let factor = f32::from(scale);
    let size = tree.size().to_int_size().scale_by(factor).ok_or(PngError::NoArea)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PngError::NoArea)?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(factor, factor), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Encode(error.to_string()))
}
