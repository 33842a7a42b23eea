//! Parts of pages. Each takes ready-made views of figures and holds no rule about them.

#[cfg(not(feature = "hydrate"))]
pub(crate) mod change;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod changes_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod comparison_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod component_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod declines_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod figure;
pub(crate) mod figure_width;
pub(crate) mod footer;
pub(crate) mod header;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod history_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod index_tabs;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod league_table;
pub(crate) mod link_list;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod matrix_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod movers_table;
pub(crate) mod optional_class;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod query_form;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod rank_intervals;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod rank_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod regions_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod scatter_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod script;
pub(crate) mod search_box;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod sources_table;
#[cfg(not(feature = "hydrate"))]
pub(crate) mod sparkline;
#[cfg_attr(
    feature = "hydrate",
    expect(dead_code, reason = "the browser's part shows one table so far")
)]
pub(crate) mod table;
pub(crate) mod what_if_parts;
