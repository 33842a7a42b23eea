//! The two languages of the site, and texts that exist in both.

use serde::{Deserialize, Serialize};

use crate::{identifier::named_values, preferences::Preferences};

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

    /// Chooses by an `Accept-Language` header: the language with the greater weight, the one named earlier where both have the
    /// same, Vietnamese when neither is wanted.
    ///
    /// ```
    /// use vithe_shared::Language;
    /// assert_eq!(Language::from_accept_language("en-GB,en;q=0.9,vi;q=0.5"), Language::En);
    /// assert_eq!(Language::from_accept_language("fr"), Language::Vi);
    /// assert_eq!(Language::from_accept_language("vi;q=0, *"), Language::En);
    /// ```
    pub fn from_accept_language(header: &str) -> Self {
        let wanted = Preferences::read(header);
        let fit = |language: Self| {
            let fit = wanted.fit(|tag| match tag.split('-').next()? {
                "*" => Some(0),
                primary => primary.eq_ignore_ascii_case(language.as_str()).then_some(1),
            });
            fit.filter(|fit| fit.is_accepted())
        };
        if fit(Self::En) > fit(Self::Vi) {
            Self::En
        } else {
            Self::Vi
        }
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
