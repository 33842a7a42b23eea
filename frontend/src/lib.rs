//! The pages of Vị Thế: what a reader sees, rendered on the server and hydrated in the browser.
//!
//! The server mounts [`app::shell`] with a [`site::SiteManifest`], a [`site::ResponseStatus`] and an
//! [`api::SharedSource`] in its context; the browser calls `hydrate` of the WebAssembly module.

pub mod api;
pub mod app;
pub mod charts;
mod components;
#[cfg(feature = "hydrate")]
pub mod echarts;
pub mod format;
pub mod pages;
pub mod site;
mod text;
pub mod view_model;

/// Takes the page over from the server. Called once by the module script of [`app::shell`].
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(app::App);
}
