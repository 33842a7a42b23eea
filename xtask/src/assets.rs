//! `cargo xtask assets`: everything the browser loads, from sources to `frontend/dist`.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::{
    compress::Compressor,
    fingerprint::read_tree,
    npm,
    site::{Site, has_extension},
    wasm,
    workspace::{self, Profile},
};

/// The script of the offline version.
const SERVICE_WORKER: &str = "service_worker.js";

/// Makes what is missing or out of date.
pub(crate) fn build(profile: Profile) -> Result<()> {
    let from_npm = npm::bundle()?;
    let style_sheet = npm::style_sheet()?;
    let bound = wasm::build(profile)?;

    let mut site = Site::default();
    for (name, bytes) in read_tree(&from_npm)? {
        if is_for_browser(&name) {
            site.add(&name, bytes)?;
        } else {
            site.add_for_server(&name, bytes);
        }
    }
    for (name, bytes) in read_tree(&workspace::frontend().join("assets/public"))? {
        site.add(&name, bytes)?;
    }
    let bundle = read_tree(&bound)?;
    ensure!(!bundle.is_empty(), "wasm-bindgen left nothing in {}", bound.display());
    // The server puts the list of what is kept in front of it.
    let worker = workspace::frontend().join("assets/worker").join(SERVICE_WORKER);
    site.add_for_server(
        SERVICE_WORKER,
        fs::read(&worker).with_context(|| worker.display().to_string())?,
    );
    site.add_bundle("site", bundle)?;
    site.add_style_sheet("site.css", &style_sheet)?;
    if profile == Profile::Release {
        let mut compressor = Compressor::new(workspace::site_work().join("compressed"))?;
        site.compress(&mut compressor)?;
        compressor.forget_unused()?;
    }
    let dist = workspace::dist();
    fs::create_dir_all(&dist).with_context(|| dist.display().to_string())?;
    site.write(&dist)
}

/// Of what npm gives, the chart engine of the browser, the web fonts and their licence; the rest is for drawing on the
/// server.
fn is_for_browser(name: &str) -> bool {
    name == "echarts.js" || name == "OFL.txt" || has_extension(name, "woff2")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_for_drawing_stay_on_the_server() {
        assert!(is_for_browser("be-vietnam-pro-400.woff2") && is_for_browser("echarts.js"));
        assert!(!is_for_browser("be-vietnam-pro-400.ttf") && !is_for_browser("echarts_server.js"));
    }
}
