//! Where the built site's files are, as `cargo xtask assets` recorded it: each file by the name it was built under, with the
//! path whose name carries a hash; and the hues of the indices, which the data package has.

use std::collections::BTreeMap;

use vithe_frontend::site::{SiteManifest, hue_styles};

use crate::{assets::SiteAssets, data::Data, state::BUILD};

/// The record of the build.
const RECORD: &str = "manifest.json";

/// The fonts of the first paint.
const FONTS: [&str; 2] = ["be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2"];

/// The addresses for the pages. A checkout whose site was not built serves pages without style and script, and says so.
pub(crate) fn load_manifest(public_origin: Option<&str>, data: &Data) -> SiteManifest {
    let files = read_record().unwrap_or_else(|reason| {
        tracing::warn!(reason, "the site is served without styles and scripts");
        BTreeMap::new()
    });
    let address = |name: &str| files.get(name).map_or_else(String::new, |path| format!("/{path}"));
    let revisions: serde_json::Map<String, serde_json::Value> = data
        .parts()
        .into_iter()
        .map(|part| (part.name, part.rev.into()))
        .collect();
    let titles = data.catalog().titles().iter();
    let hues: Vec<_> = titles.map(|title| (title.id, &title.hues)).collect();
    SiteManifest {
        origin: public_origin.unwrap_or_default().to_owned(),
        build: BUILD.to_owned(),
        stylesheet: address("site.css"),
        script: address("site.js"),
        wasm: address("site_bg.wasm"),
        echarts: address("echarts.js"),
        theme_script: address("theme.js"),
        favicon: address("favicon.svg"),
        fonts: FONTS
            .iter()
            .map(|name| address(name))
            .filter(|path| !path.is_empty())
            .collect(),
        data: serde_json::Value::Object(revisions).to_string(),
        hue_styles: hue_styles(&hues),
    }
}

fn read_record() -> Result<BTreeMap<String, String>, String> {
    let file = SiteAssets::require(RECORD).map_err(|error| error.to_string())?;
    serde_json::from_slice(&file.bytes).map_err(|error| format!("{RECORD}: {error}"))
}
