//! How figures of an index are shown, as facts of the package: the decimals of its scores and its hues. Pages, charts and the
//! checks of the package read them here; nothing else names a colour of an index.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{identifier::IdentifierError, language::Text, query::Theme};

/// How many decimals a score is shown with: as many as it needs between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownDecimals {
    /// At least so many.
    pub least: u8,
    /// At most so many.
    pub most: u8,
}

impl ShownDecimals {
    /// No index needs more.
    pub const LIMIT: u8 = 4;

    /// The decimals for a value.
    ///
    /// ```
    /// use vithe_shared::presentation::ShownDecimals;
    /// let percent = ShownDecimals { least: 1, most: 2 };
    /// assert_eq!([84.0, 84.6, 79.76, 79.764].map(|value| percent.of(value)), [1, 1, 2, 2]);
    /// ```
    pub fn of(self, value: f64) -> u8 {
        let needs_no_more = |decimals: &u8| {
            let scaled = value * 10_f64.powi(i32::from(*decimals));
            (scaled - scaled.round()).abs() < 1e-6
        };
        (self.least..self.most).find(needs_no_more).unwrap_or(self.most)
    }
}

/// A colour as `#RRGGBB`, capital letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(pattern = "^#[0-9A-F]{6}$", example = "#0072B2"))]
#[serde(transparent)]
pub struct Colour(String);

impl Colour {
    /// The six hexadecimal digits after `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for Colour {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'F');
        match text.strip_prefix('#') {
            Some(digits) if digits.len() == 6 && digits.bytes().all(is_digit) => Ok(Self(text.to_owned())),
            _ => Err(IdentifierError {
                value: text.to_owned(),
                expected: Text::new("một màu dạng #0072B2", "a colour such as #0072B2"),
            }),
        }
    }
}

/// Red, green and blue of `#RRGGBB` as light, 0 to 1: sRGB without its curve.
pub fn linear_light(colour: &str) -> [f64; 3] {
    [1, 3, 5].map(|from| {
        let value = colour
            .get(from..from + 2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            .unwrap_or(0);
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    })
}

/// Relative luminance of `#RRGGBB` as WCAG defines it.
pub fn luminance(colour: &str) -> f64 {
    let [red, green, blue] = linear_light(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast of two colours as WCAG defines it, 1 to 21.
///
/// ```
/// use vithe_shared::presentation::contrast;
/// assert_eq!(contrast("#000000", "#FFFFFF"), 21.0);
/// ```
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Light as the eye weighs it (Oklab): lightness, green to red, blue to yellow.
pub fn oklab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let l = (0.412_221_5 * red + 0.536_332_5 * green + 0.051_446 * blue).cbrt();
    let m = (0.211_903_5 * red + 0.680_699_5 * green + 0.107_397 * blue).cbrt();
    let s = (0.088_302_5 * red + 0.281_718_8 * green + 0.629_978_7 * blue).cbrt();
    [
        0.210_454_3 * l + 0.793_617_8 * m - 0.004_072 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904 * l + 0.782_771_8 * m - 0.808_675_8 * s,
    ]
}

/// What figures and cards stand on, `--surface` of the style sheet.
pub const fn surface(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "#FFFFFF",
        Theme::Dark => "#171C21",
    }
}

/// What a page stands on, `--ground` of the style sheet.
pub const fn ground(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "#F7F6F2",
        Theme::Dark => "#0E1216",
    }
}

/// The hues of an index in one theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThemeHues {
    /// For marks of charts: 3:1 against what they stand on.
    pub mark: Colour,
    /// For text, lines and borders of pages: 4.5:1.
    pub text: Colour,
    /// Five classes of even steps of lightness in one hue, best first: the best stands out most from the ground.
    pub classes: [Colour; 5],
}

/// The hues of an index, the same everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndexHues {
    /// On a light ground.
    pub light: ThemeHues,
    /// On a dark ground.
    pub dark: ThemeHues,
}

impl IndexHues {
    /// Those of a theme.
    pub const fn on(&self, theme: Theme) -> &ThemeHues {
        match theme {
            Theme::Light => &self.light,
            Theme::Dark => &self.dark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_one_spelling() {
        assert_eq!("#0072B2".parse::<Colour>().unwrap().as_str(), "#0072B2");
        for text in ["", "0072B2", "#0072b2", "#0072B", "#0072B22", "#0072BG", "blue"] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }

    #[test]
    fn as_many_decimals_are_shown_as_a_value_needs() {
        let two = ShownDecimals { least: 2, most: 2 };
        assert_eq!([84.0, 84.6, 63.805, -0.1].map(|value| two.of(value)), [2; 4]);
        let some = ShownDecimals { least: 0, most: 3 };
        assert_eq!(
            [84.0, 84.6, 63.81, 63.805, 0.1 + 0.2].map(|value| some.of(value)),
            [0, 1, 2, 3, 1]
        );
    }

    #[test]
    fn a_known_contrast_is_found() {
        // https://webaim.org/resources/contrastchecker/?fcolor=0072B2&bcolor=FFFFFF
        assert!((contrast("#0072B2", "#FFFFFF") - 5.19).abs() < 0.01);
        assert!((oklab(linear_light("#FFFFFF"))[0] - 1.0).abs() < 1e-3);
    }
}
