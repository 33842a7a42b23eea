//! Names of provinces as people write them: with and without marks, with "Tỉnh" or "TP." before, in English. The key keeps
//! letters and digits only; aliases say the rest.

use std::collections::HashMap;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use vithe_shared::{Borders, ProvinceSlug};

use crate::package::Package;

/// Whether a text is in Unicode normal form C.
pub(crate) fn is_normalised(text: &str) -> bool {
    const NORMALIZER: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
    text.is_ascii() || NORMALIZER.is_normalized(text)
}

/// The form in which names are compared: lower-case letters and digits without marks, `đ` as `d`.
///
/// ```
/// assert_eq!(vithe_datasets::name_key("TP. Hồ Chí Minh"), "tphochiminh");
/// assert_eq!(vithe_datasets::name_key("ĐẮK LẮK"), "daklak");
/// ```
pub fn name_key(name: &str) -> String {
    const NORMALIZER: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();
    NORMALIZER
        .normalize(name)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            // The eth is a common slip for the Vietnamese letter: it looks the same as a capital.
            'đ' | 'ð' => 'd',
            other => other,
        })
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// Which unit a name means, within one list of units.
#[derive(Clone, Debug, Default)]
pub struct NameIndex {
    units: HashMap<String, ProvinceSlug>,
    pub(crate) ambiguous: Vec<AmbiguousName>,
}

/// A name that two units of a list share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AmbiguousName {
    pub(crate) name: String,
    pub(crate) first: ProvinceSlug,
    pub(crate) second: ProvinceSlug,
}

impl NameIndex {
    pub(crate) fn new(package: &Package, borders: Borders) -> Self {
        let mut index = Self::default();
        match borders {
            Borders::Provinces63 => {
                for row in &package.provinces {
                    index.add_unit(&row.slug, &row.name_vi, &row.name_en);
                }
            }
            Borders::Units34 => {
                for row in &package.units2025 {
                    index.add_unit(&row.slug, &row.name_vi, &row.name_en);
                }
            }
        }
        for row in package.aliases.iter().filter(|row| row.borders == borders) {
            index.add(&row.alias, &row.unit);
        }
        index
    }

    fn add_unit(&mut self, slug: &ProvinceSlug, name_vi: &str, name_en: &str) {
        self.add(name_vi, slug);
        self.add(name_en, slug);
        self.add(slug.as_str(), slug);
    }

    fn add(&mut self, name: &str, unit: &ProvinceSlug) {
        let known = self.units.entry(name_key(name)).or_insert_with(|| unit.clone());
        if known != unit {
            self.ambiguous.push(AmbiguousName {
                name: name.to_owned(),
                first: known.clone(),
                second: unit.clone(),
            });
        }
    }

    /// The unit that a name means, if any.
    pub fn resolve(&self, name: &str) -> Option<&ProvinceSlug> {
        self.units.get(&name_key(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_marks_case_and_punctuation() {
        for name in [
            "Bà Rịa - Vũng Tàu",
            "BA RIA – VUNG TAU",
            "bà rịa-vũng tàu",
            "Bà Rịa Vũng Tàu",
        ] {
            assert_eq!(name_key(name), "bariavungtau", "{name}");
        }
        assert_eq!(name_key("Ðà Nẵng"), name_key("Đà Nẵng"));
        assert_eq!(
            name_key("Thừa Thiên Huế"),
            name_key("Thu\u{31b}\u{300}a Thiên Huê\u{301}")
        );
    }

    #[test]
    fn composed_text_is_normalised_and_decomposed_text_is_not() {
        assert!(is_normalised("Hậu Giang"));
        assert!(!is_normalised("Hâ\u{323}u Giang"));
    }
}
