//! Where the parts of a chart stand before anything is drawn. Pages ask here how high a figure will be; a chart asks here
//! how much room it has.
//!
//! The height of a figure follows from its content and its width class alone: it is the height that the parts take at the
//! width that the server draws for the class. At any other width a legend may need a line more or less; the plot gives or
//! takes that room, so that a live chart is exactly as high as the picture it replaces.

use vithe_shared::query::{FigureWidth, Theme};

use super::theme::ChartTheme;

/// Height of a chart that only says why it is empty.
pub(super) const EMPTY_HEIGHT: u16 = 160;

/// The parts of a chart at one width.
pub(super) trait Layout {
    /// Pixels from the upper edge of the figure to the lower one.
    fn height(&self) -> f64;
}

/// The parts of a chart at its real width, in the height of its class.
pub(super) struct Fitted<L> {
    /// The parts as they are laid out at the real width.
    pub parts: L,
    /// Pixels that the height of the class has beyond that of the parts; negative where the parts need more.
    pub spare: f64,
    /// Height of the figure in pixels.
    pub height: u16,
}

/// Lays a chart out at the real width of a theme; `None` where there is nothing to draw.
pub(super) fn fit<L: Layout>(theme: &ChartTheme, layout: impl Fn(&ChartTheme) -> Option<L>) -> Option<Fitted<L>> {
    let parts = layout(theme)?;
    let of_class = layout(&theme.of_class())?.height();
    Some(Fitted {
        spare: of_class - parts.height(),
        parts,
        height: whole_pixels(of_class),
    })
}

/// Height of a figure of a class in pixels. No option is built for it.
pub(super) fn class_height<L: Layout>(class: FigureWidth, layout: impl Fn(&ChartTheme) -> Option<L>) -> u16 {
    layout(&ChartTheme::new(Theme::default(), class)).map_or(EMPTY_HEIGHT, |parts| whole_pixels(parts.height()))
}

/// A length as whole pixels, none of it lost.
pub(super) fn whole_pixels(height: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a height of at most a few thousand pixels"
    )]
    let height = height.ceil().clamp(0.0, 10_000.0) as u16;
    height
}
