//! SVG to PNG, with the fonts of the site and no others.

use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit};
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};

use vithe_frontend::charts::sheet::Resolution;

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
    Encode(#[from] EncodingError),
}

/// Draws `svg` at a resolution, which the picture says of itself, on white unless it brings its own ground:
/// most places that show a shared image put something dark behind it.
pub(super) fn draw(svg: &str, fonts: &FigureFonts, resolution: Resolution) -> Result<Vec<u8>, PngError> {
    let options = Options {
        fontdb: fonts.database(),
        font_family: FAMILY.to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options)?;
    let factor = f32::from(resolution.scale);
    let size = tree.size().to_int_size().scale_by(factor).ok_or(PngError::NoArea)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PngError::NoArea)?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(factor, factor), &mut pixels.as_mut());
    encode(pixels, resolution)
}

fn encode(pixels: Pixmap, resolution: Resolution) -> Result<Vec<u8>, PngError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let density = resolution.pixels_per_metre();
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: density,
        yppu: density,
        unit: Unit::Meter,
    }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.take_demultiplied())?;
    writer.finish()?;
    Ok(bytes)
}
