//! The addresses of the server, one file per resource. `registry.rs` lists those of the API, `router.rs` the others.

pub(crate) mod assets;
pub(crate) mod borders;
pub(crate) mod changes;
pub(crate) mod data;
pub(crate) mod datasets;
pub(crate) mod declines;
pub(crate) mod figures;
pub(crate) mod health;
pub(crate) mod indices;
pub(crate) mod matrix;
pub(crate) mod movers;
pub(crate) mod observations;
pub(crate) mod openapi;
pub(crate) mod overview;
pub(crate) mod pages;
pub(crate) mod profile;
pub(crate) mod provinces;
pub(crate) mod rankings;
pub(crate) mod regions;
pub(crate) mod scatter;
pub(crate) mod series;
pub(crate) mod shells;
pub(crate) mod site;
pub(crate) mod sources;
pub(crate) mod what_if;
pub(crate) mod worker;
