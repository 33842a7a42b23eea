//! The sizes of sheets.

use vithe_shared::query::{FigureWidth, PictureSize};

/// How finely a PNG is drawn, and how large that makes it on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Pixels for each CSS pixel.
    pub scale: u8,
    /// Pixels for each inch of paper.
    pub dots_per_inch: u16,
}

impl Resolution {
    /// So many pixels for each CSS pixel, of which an inch has 96: a picture that is printed as large as a page shows it.
    pub const fn of_screen(scale: u8) -> Self {
        Self {
            scale,
            dots_per_inch: 96 * scale as u16,
        }
    }

    /// Pixels for each metre, as a PNG says it.
    pub fn pixels_per_metre(self) -> u32 {
        // An inch is 254 tenths of a millimetre.
        (u32::from(self.dots_per_inch) * 10_000 + 127) / 254
    }
}

/// Sizes of a kind of sheet, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paper {
    pub(super) width: f64,
    /// `None` where the sheet is as high as what stands on it.
    pub(super) height: Option<f64>,
    pub(super) resolution: Resolution,
    pub(super) margin: f64,
    pub(super) kicker: f64,
    pub(super) finding: f64,
    pub(super) small: f64,
    /// Most lines of the notes; the drawing itself has all of them on its page.
    pub(super) note_lines: usize,
}

impl Paper {
    pub(super) const fn of(size: PictureSize, width: FigureWidth) -> Self {
        match size {
            PictureSize::Drawing | PictureSize::Page => Self {
                width: width.pixels() as f64,
                height: None,
                resolution: Resolution::of_screen(2),
                margin: 20.0,
                kicker: 13.0,
                finding: 20.0,
                small: 12.0,
                note_lines: 40,
            },
            // 1200 × 630
            PictureSize::Card => Self {
                width: 600.0,
                height: Some(315.0),
                resolution: Resolution::of_screen(2),
                margin: 20.0,
                kicker: 11.0,
                finding: 19.0,
                small: 10.0,
                note_lines: 2,
            },
            // 1080 × 1080
            PictureSize::Square => Self {
                width: 540.0,
                height: Some(540.0),
                resolution: Resolution::of_screen(2),
                margin: 24.0,
                kicker: 13.0,
                finding: 22.0,
                small: 11.0,
                note_lines: 3,
            },
            // 1600 × 900
            PictureSize::Wide => Self {
                width: 800.0,
                height: Some(450.0),
                resolution: Resolution::of_screen(2),
                margin: 28.0,
                kicker: 13.0,
                finding: 24.0,
                small: 11.0,
                note_lines: 3,
            },
            // 2480 pixels: 210 mm at 300 dots per inch.
            PictureSize::A4 => Self {
                width: 620.0,
                height: None,
                resolution: Resolution {
                    scale: 4,
                    dots_per_inch: 300,
                },
                margin: 20.0,
                kicker: 12.0,
                finding: 18.0,
                small: 11.0,
                note_lines: 40,
            },
        }
    }

    pub(super) fn inner(&self) -> f64 {
        self.width - 2.0 * self.margin
    }
}
