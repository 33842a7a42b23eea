//! The pages of Vị Thế: what a reader sees, made by the same functions on the server and in the browser.
//!
//! The server writes the first document with [`app::document`]. In the browser the WebAssembly module takes it over
//! (`start`): from then on pages are made there, from the figures that the engine of `vithe_shared` answers from. With the
//! feature `csr` this crate is that module; with `ssr` it is the server's part.

pub mod address;
pub mod answers;
pub mod app;
pub mod charts;
pub mod check;
#[cfg(feature = "csr")]
mod client;
#[expect(
    unreachable_pub,
    reason = "the builder of a component's properties has public parts, wherever the component is"
)]
mod components;
#[cfg(not(feature = "csr"))]
pub mod embed;
pub mod failure;
pub mod format;
#[cfg(not(feature = "csr"))]
pub mod frozen;
pub mod pages;
#[cfg(any(feature = "csr", test))]
mod places;
pub mod report;
pub mod routes;
pub mod search;
#[cfg(not(feature = "csr"))]
pub mod site;
pub mod text;
pub mod view_model;
pub mod what_if;

/// Takes the document over. Called once by the module script of [`app`]'s documents.
#[cfg(feature = "csr")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start() {
    console_error_panic_hook::set_once();
    if client::start().is_none() {
        leptos::logging::warn!("the document stays as the server wrote it");
    }
}
