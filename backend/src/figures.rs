//! Figures as pictures: a chart option (JSON) in, SVG or PNG out.
//!
//! The same ECharts build that draws in the browser runs here inside QuickJS, so
//! the picture in the page, in a download and in a report is the one the reader
//! sees after the scripts have loaded. [`engine::FigureEngine`] is the only way in;
//! routes and the page renderer call it and cache what it returns. Nothing here
//! knows what a chart means: options come from `vithe_frontend`'s chart builders.

pub mod engine;
pub mod fonts;
mod path;
mod png;
mod sandbox;
mod sheet;
mod svg;
mod web_font;
