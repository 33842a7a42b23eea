//! The sizes of sheets.

use vithe_shared::query::{FigureWidth, PictureSize};

/// Sizes of a kind of sheet, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paper {
    pub(super) width: f64,
    /// `None` where the sheet is as high as what stands on it.
    pub(super) height: Option<f64>,
    pub(super) scale: u8,
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
                scale: 2,
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
                scale: 2,
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
                scale: 2,
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
                scale: 2,
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
                scale: 4,
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
