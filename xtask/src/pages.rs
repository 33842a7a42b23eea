//! The list of pages that tests visit, budgets weigh and pictures show: `tests/browser/pages.json`.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::browser;

/// The languages of the site; the first part of every path.
pub(crate) const LANGUAGES: [&str; 2] = ["vi", "en"];

/// A page in any language.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Page {
    /// Its name in reports.
    pub(crate) name: String,
    /// Its path after the language.
    pub(crate) path: String,
    /// Whether it shows all four indices, and so needs all datasets.
    #[serde(default)]
    pub(crate) all_indices: bool,
}

/// All pages.
pub(crate) fn pages() -> Result<Vec<Page>> {
    let path = browser::folder().join("pages.json");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}
