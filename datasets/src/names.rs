//! Names of provinces as people write them: with and without marks, with "Tỉnh" or "TP." before, in English. Matching keeps
//! letters and digits only (`vithe_shared::vietnamese::fold`); aliases say the rest.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;
use vithe_shared::{Borders, ProvinceSlug, vietnamese::fold};

use crate::package::Package;

/// Whether a text is in Unicode normal form C.
pub(crate) fn is_normalised(text: &str) -> bool {
    const NORMALIZER: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
    text.is_ascii() || NORMALIZER.is_normalized(text)
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
        let known = self.units.entry(fold(name)).or_insert_with(|| unit.clone());
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
        self.units.get(&fold(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_text_is_normalised_and_decomposed_text_is_not() {
        assert!(is_normalised("Hậu Giang"));
        assert!(!is_normalised("Hâ\u{323}u Giang"));
    }
}
