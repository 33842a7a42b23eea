//! What the server tells the document about the site it serves: the addresses of its files and the hues of the indices.

use std::fmt::Write as _;

use vithe_shared::{IndexId, Language, presentation::IndexHues, query::Theme};

/// The addresses of the site's files: absolute paths with hashed names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteManifest {
    /// Scheme and host for links that must be absolute (share images, canonical links), without a slash at the end;
    /// empty where it is not known.
    pub origin: String,
    /// Names code, figures and files that belong together.
    pub build: String,
    /// The style sheet.
    pub stylesheet: String,
    /// The module that `wasm-bindgen` writes.
    pub script: String,
    /// The WebAssembly of the pages.
    pub wasm: String,
    /// The chart engine, loaded when a figure comes near.
    pub echarts: String,
    /// The small script that runs before the first paint: it applies the stored theme and starts the app.
    pub theme_script: String,
    /// The small script that knows of the network and of the offline version.
    pub offline_script: String,
    /// The service worker; empty where the site was not built.
    pub worker: String,
    /// The icon.
    pub favicon: String,
    /// Fonts of the first paint, to be fetched with the style sheet.
    pub fonts: Vec<String>,
    /// The revisions of the parts of the normalized form by name, JSON.
    pub data: String,
    /// The hues of the indices, from [`hue_styles`].
    pub hue_styles: String,
    /// What search engines for data are told of each index, in JSON-LD; empty where the origin is not known.
    pub datasets: Vec<((IndexId, Language), String)>,
    /// The version of the data that documents are frozen in; `None` for the newest one, which the app takes over.
    pub frozen: Option<FrozenVersion>,
}

/// A version of the data that a document is frozen in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenVersion {
    /// The version.
    pub version: String,
    /// The date of it, `2026-11-29`.
    pub date: String,
    /// The newest version.
    pub newest: String,
}

impl SiteManifest {
    /// The same site for documents that are frozen in a version: no app takes them over, and search engines are told nothing of
    /// them.
    #[must_use]
    pub fn frozen_in(&self, frozen: FrozenVersion) -> Self {
        Self {
            script: String::new(),
            wasm: String::new(),
            datasets: Vec::new(),
            frozen: Some(frozen),
            ..self.clone()
        }
    }
}

/// The rules by which everything within `.index-pci` and its like has the hue of the index, in the theme in force. They are
/// written into the document, so that the hues are those of the package without another request.
pub fn hue_styles(indices: &[(IndexId, &IndexHues)]) -> String {
    let rules = |scope: &str, theme: Theme| {
        indices.iter().fold(String::new(), |mut rules, (index, hues)| {
            // Writing to a string does not fail.
            let _ = write!(rules, "{scope}.index-{index}{{--hue:{}}}", hues.on(theme).text);
            rules
        })
    };
    format!(
        // Paper is never dark.
        "{}@media screen{{{}}}@media screen and (prefers-color-scheme:dark){{{}}}",
        rules("", Theme::Light),
        rules(":root[data-theme=dark] ", Theme::Dark),
        rules(":root:not([data-theme=light]) ", Theme::Dark)
    )
}

#[cfg(test)]
mod tests {
    use vithe_shared::presentation::{ground, surface};

    use super::*;
    use crate::view_model::fixtures;

    #[test]
    fn every_index_has_its_hue_in_every_theme() {
        let indices = IndexId::ALL.map(fixtures::index_info);
        let styles = hue_styles(&indices.each_ref().map(|index| (index.id, &index.hues)));
        for index in &indices {
            let (light, dark) = (&index.hues.light.text, &index.hues.dark.text);
            let rule = |hue| format!(".index-{}{{--hue:{hue}}}", index.id);
            assert!(styles.starts_with(&rule(light)) || styles.contains(&format!("}}{}", rule(light))));
            assert_eq!(styles.matches(&rule(dark)).count(), 2, "{styles}");
        }
        assert!(!styles.contains('<'));
    }

    /// The checks of the package judge hues against these.
    #[test]
    fn the_style_sheet_has_the_grounds_that_hues_are_checked_against() {
        let styles = include_str!("../styles/00-tokens.css").to_uppercase();
        let expand = |name: &str, hex: &str| {
            let short = format!("--{name}: #{};", &hex[1..2].repeat(3)).to_uppercase();
            [format!("--{name}: {hex};").to_uppercase(), short]
        };
        for (theme, times) in [(Theme::Light, 1), (Theme::Dark, 2)] {
            for (name, colour) in [("surface", surface(theme)), ("ground", ground(theme))] {
                let found: usize = expand(name, colour)
                    .iter()
                    .map(|line| styles.matches(line.as_str()).count())
                    .sum();
                assert_eq!(found, times, "{name} {theme}");
            }
        }
    }
}
