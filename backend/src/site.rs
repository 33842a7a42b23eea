//! Where the built site's files are, as `cargo xtask assets` recorded it: each file by the name it was built under, with the
//! path whose name carries a hash; and the hues of the indices, which the data package has.

mod dataset;

use std::collections::BTreeMap;
use vithe_shared::address::at;

use vithe_frontend::site::{SiteManifest, hue_styles};

use crate::{answer::entity_tag, assets::SiteAssets, data::Data, state::BUILD};

/// The record of the build.
const RECORD: &str = "manifest.json";

/// The service worker: at the root, so that it answers for every page.
pub(crate) const WORKER: &str = "/service-worker.js";

/// How much of a hash names a build.
const MARK_LENGTH: usize = 16;

/// Texts that are served with the site and that no page loads.
const LICENCE: &str = ".txt";

/// The chunk that only a figure on a page of others loads, which needs the network like the page around it.
const OF_EMBEDS: &str = "split_embed.wasm";

/// The fonts of the first paint.
const FONTS: [&str; 2] = ["be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2"];

/// The addresses for the pages. A checkout whose site was not built serves pages without style and script, and says so.
pub(crate) fn load_manifest(public_origin: Option<&str>, data: &Data) -> SiteManifest {
    let files = read_record().unwrap_or_else(|reason| {
        tracing::warn!(reason, "the site is served without styles and scripts");
        BTreeMap::new()
    });
    let address = |name: &str| {
        files
            .get(name)
            .map_or_else(String::new, |path| at(format_args!("/{path}")))
    };
    let parts = data.parts();
    let revisions: serde_json::Map<String, serde_json::Value> = parts
        .iter()
        .map(|part| (part.name.clone(), part.rev.clone().into()))
        .collect();
    let revisions = serde_json::Value::Object(revisions).to_string();
    let titles = data.catalog().titles().iter();
    let hues: Vec<_> = titles.map(|title| (title.id, &title.hues)).collect();
    SiteManifest {
        origin: public_origin.unwrap_or_default().to_owned(),
        build: mark(&files, &revisions),
        stylesheet: address("site.css"),
        script: address("site.js"),
        wasm: address("site_bg.wasm"),
        echarts: address("echarts.js"),
        theme_script: address("theme.js"),
        offline_script: address("offline.js"),
        worker: if files.is_empty() { String::new() } else { at(WORKER) },
        favicon: address("favicon.svg"),
        fonts: FONTS
            .iter()
            .map(|name| address(name))
            .filter(|path| !path.is_empty())
            .collect(),
        data: revisions,
        hue_styles: hue_styles(&hues),
        datasets: dataset::descriptions(data.catalog(), public_origin.unwrap_or_default()),
        frozen: None,
    }
}

/// Names what belongs together: the code of the server, the files of the site, the figures as they are served.
fn mark(files: &BTreeMap<String, String>, revisions: &str) -> String {
    let paths = files.values().map(String::as_bytes);
    let tag = entity_tag([BUILD.as_bytes(), revisions.as_bytes()].into_iter().chain(paths));
    tag.trim_matches('"').chars().take(MARK_LENGTH).collect()
}

/// The files that the pages of the site load, by their paths.
pub(crate) fn files_for_pages() -> impl Iterator<Item = String> {
    let files = read_record().unwrap_or_default();
    files
        .into_values()
        .filter(|path| !path.ends_with(LICENCE) && !path.ends_with(OF_EMBEDS))
}

fn read_record() -> Result<BTreeMap<String, String>, String> {
    let file = SiteAssets::require(RECORD).map_err(|error| error.to_string())?;
    serde_json::from_slice(&file.bytes).map_err(|error| format!("{RECORD}: {error}"))
}
