//! The pages of Vị Thế: what a reader sees, made on the server and taken over in the browser.
//!
//! The server asks [`pages::find_page`] for the page of an address, over an [`api::SharedSource`], and writes the document
//! with [`app::document`]. The WebAssembly module starts with `hydrate`: it takes over the frame of the page, changes pages
//! over the JSON API, and brings figures and the what-if form to life. With the feature `hydrate` this crate is that
//! module; without it, it is the server's part.

pub mod address;
#[cfg(not(feature = "hydrate"))]
pub mod api;
pub mod app;
#[cfg(feature = "hydrate")]
mod browser;
#[cfg(not(feature = "hydrate"))]
pub mod charts;
#[expect(
    unreachable_pub,
    reason = "the builder of a component's properties has public parts, wherever the component is"
)]
mod components;
pub mod failure;
pub mod format;
#[cfg(not(feature = "hydrate"))]
pub mod pages;
#[cfg(not(feature = "hydrate"))]
pub mod site;
pub mod text;
pub mod view_model;
pub mod what_if;

/// Takes the page over from the server. Called once by the module script of [`app::document`].
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(browser::site);
}
