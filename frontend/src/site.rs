//! What the server tells the document about the site it serves: the addresses of its files.

/// The addresses of the site's files: absolute paths with hashed names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteManifest {
    /// Scheme and host for links that must be absolute (share images, canonical links), without a slash at the end;
    /// empty where it is not known.
    pub origin: String,
    /// Names the build of the site.
    pub build: String,
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
    /// The revisions of the parts of the normalized form by name, JSON.
    pub data: String,
}
