//! The colours and sizes of a chart, light and dark. No other module of the charts names a colour; those of an index are
//! facts of the package.

use vithe_shared::{
    presentation::{Colour, IndexHues, surface},
    query::{FigureWidth, Theme},
};

use super::{palette, zoom::Zoom};

/// The narrowest figure that is laid out: less has no window that is in use.
const NARROWEST: u16 = 280;
/// The widest figure that is laid out.
const WIDEST: u16 = 1400;

/// Everything a chart needs to know about how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartTheme {
    /// Light or dark.
    pub theme: Theme,
    /// Width class: what is shown, in how many columns, how high.
    pub class: FigureWidth,
    /// Width in CSS pixels.
    pub width: u16,
    /// The part of the plot that is seen.
    pub zoom: Zoom,
    /// What the chart stands on.
    pub surface: &'static str,
    /// Text and the strongest marks.
    pub ink: &'static str,
    /// Secondary text: axis labels, notes.
    pub muted: &'static str,
    /// Grid lines.
    pub line: &'static str,
    /// Borders of the provinces on a map.
    pub border: &'static str,
    /// Borders of the reefs of an archipelago, which are little more than their border.
    pub reef: &'static str,
    /// Marks of everyone who is not picked out.
    pub faint: &'static str,
    /// Ground of what is missing.
    pub missing: &'static str,
    /// The strokes that hatch what is missing.
    pub hatch: &'static str,
    /// Marks of up.
    pub up: &'static str,
    /// Marks of down.
    pub down: &'static str,
}

impl ChartTheme {
    /// The tokens of a theme at the width that the server draws for a class.
    pub const fn new(theme: Theme, class: FigureWidth) -> Self {
        Self::sized(theme, class, class.pixels())
    }

    /// The tokens of a theme at a real width in CSS pixels. A figure that takes the place of a picture has the class of
    /// the picture, so that both are equally high; any other has [`FigureWidth::of_room`].
    pub const fn sized(theme: Theme, class: FigureWidth, width: u16) -> Self {
        let width = if width < NARROWEST {
            NARROWEST
        } else if width > WIDEST {
            WIDEST
        } else {
            width
        };
        match theme {
            Theme::Light => Self {
                theme,
                class,
                width,
                zoom: Zoom::WHOLE,
                surface: surface(theme),
                ink: "#1B242D",
                muted: "#56616C",
                line: "#E3E5E8",
                border: "#6B7682",
                reef: "#56616C",
                faint: "#9AA4AE",
                missing: "#ECEDEF",
                hatch: "#9AA4AE",
                up: "#0072B2",
                down: "#C25500",
            },
            Theme::Dark => Self {
                theme,
                class,
                width,
                zoom: Zoom::WHOLE,
                surface: surface(theme),
                ink: "#EEF1F4",
                muted: "#A9B3BD",
                line: "#2E363E",
                border: "#0E1216",
                reef: "#8B97A3",
                faint: "#6E7A86",
                missing: "#2A3138",
                hatch: "#6E7A86",
                up: "#56B4E9",
                down: "#F0923B",
            },
        }
    }

    /// The same where a part of the plot is seen.
    #[must_use]
    pub const fn seeing(self, zoom: Zoom) -> Self {
        Self { zoom, ..self }
    }

    /// The hue of an index, for marks.
    pub fn hue<'a>(&self, hues: &'a IndexHues) -> &'a str {
        hues.on(self.theme).mark.as_str()
    }

    /// The hues of up to six provinces, for marks.
    pub const fn series(&self) -> [&'static str; 6] {
        palette::series(self.theme)
    }

    /// Five classes of an index, best first.
    pub fn ramp<'a>(&self, hues: &'a IndexHues) -> [&'a str; 5] {
        hues.on(self.theme).classes.each_ref().map(Colour::as_str)
    }

    /// Width in pixels.
    pub fn pixels(&self) -> f64 {
        f64::from(self.width)
    }

    /// The same at the width that the server draws for the class.
    pub(super) const fn of_class(&self) -> Self {
        Self::new(self.theme, self.class)
    }

    /// Whether the chart is for a telephone.
    pub const fn is_narrow(&self) -> bool {
        matches!(self.class, FigureWidth::Narrow)
    }
}
