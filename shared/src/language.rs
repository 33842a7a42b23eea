//! The two languages of the site, and texts that exist in both.

use serde::{Deserialize, Serialize};

use crate::identifier::named_values;

/// A language of the site. Vietnamese is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Vietnamese, `vi`.
    #[default]
    Vi,
    /// English, `en`.
    En,
}

impl Language {
    /// Both languages, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language tag used in addresses and in `<html lang>`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The other language, for the language switch.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// Picks the text of this language.
    pub const fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// Chooses by an `Accept-Language` header: the first of `vi` and `en` by quality, Vietnamese when neither is named.
    ///
    /// ```
    /// use vithe_shared::Language;
    /// assert_eq!(Language::from_accept_language("en-GB,en;q=0.9,vi;q=0.5"), Language::En);
    /// assert_eq!(Language::from_accept_language("fr"), Language::Vi);
    /// ```
    pub fn from_accept_language(header: &str) -> Self {
        let mut best: Option<(f32, Self)> = None;
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let primary = tag.split('-').next().unwrap_or_default();
            let Ok(language) = primary.to_ascii_lowercase().parse::<Self>() else {
                continue;
            };
            let quality = pieces
                .find_map(|piece| piece.trim().strip_prefix("q=")?.parse::<f32>().ok())
                .unwrap_or(1.0);
            if quality > 0.0 && best.is_none_or(|(highest, _)| quality > highest) {
                best = Some((quality, language));
            }
        }
        best.map_or(Self::Vi, |(_, language)| language)
    }
}

named_values!(Language, "vi hoặc en", "vi or en");

/// A text in both languages, known when the program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// The Vietnamese text.
    pub vi: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Text {
    /// A text in both languages.
    pub const fn new(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }

    /// The text of one language.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Vi => self.vi,
            Language::En => self.en,
        }
    }
}
