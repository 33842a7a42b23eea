//! What the server tells the pages about the site it serves: the addresses of its files, and how to set a status.
//!
//! On the server both come by context. The browser reads the addresses it needs later from attributes that the shell
//! wrote on `<html>`.

use std::sync::Arc;

use leptos::prelude::use_context;
#[cfg(feature = "hydrate")]
use vithe_shared::Borders;

/// The addresses of the site's files: absolute paths with hashed names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteManifest {
    /// Scheme and host for links that must be absolute (share images, canonical links), without a slash at the end;
    /// empty where it is not known.
    pub origin: String,
    /// The style sheet.
    pub stylesheet: String,
    /// The module that `wasm-bindgen` writes.
    pub script: String,
    /// The WebAssembly of the pages.
    pub wasm: String,
    /// The chart engine, loaded when a figure comes near.
    pub echarts: String,
    /// The small script that applies the stored theme before the first paint.
    pub theme_script: String,
    /// The icon.
    pub favicon: String,
    /// Fonts of the first paint, to be fetched with the style sheet.
    pub fonts: Vec<String>,
    /// Borders of the 63 provinces, GeoJSON.
    pub map_63: String,
    /// Borders of the 34 units, GeoJSON.
    pub map_34: String,
}

/// Sets the status of the answer under way; given by the server, absent in the browser.
#[derive(Clone)]
pub struct ResponseStatus(Arc<dyn Fn(u16) + Send + Sync>);

impl ResponseStatus {
    /// Wraps what sets the status.
    pub fn new(set: impl Fn(u16) + Send + Sync + 'static) -> Self {
        Self(Arc::new(set))
    }

    /// Sets the status.
    pub fn set(&self, status: u16) {
        (self.0)(status);
    }
}

/// Scheme and host of the site: the configured one on the server, the real one in the browser.
pub(crate) fn origin() -> String {
    #[cfg(feature = "hydrate")]
    let here = leptos::prelude::window().location().origin().ok();
    #[cfg(not(feature = "hydrate"))]
    let here = None;
    here.or_else(|| use_context::<SiteManifest>().map(|manifest| manifest.origin))
        .unwrap_or_default()
}

/// The attribute of `<html>` that carries the address of the chart engine.
#[cfg(feature = "hydrate")]
pub(crate) const ECHARTS_ATTRIBUTE: &str = "data-echarts";

/// The attribute of `<html>` that carries the address of borders.
#[cfg(feature = "hydrate")]
pub(crate) const fn map_attribute(borders: Borders) -> &'static str {
    match borders {
        Borders::Provinces63 => "data-map-63",
        Borders::Units34 => "data-map-34",
    }
}

/// The value of an attribute of `<html>`; empty where the server wrote none.
#[cfg(feature = "hydrate")]
pub(crate) fn document_attribute(name: &str) -> String {
    leptos::prelude::document()
        .document_element()
        .and_then(|root| root.get_attribute(name))
        .unwrap_or_default()
}
