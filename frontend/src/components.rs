//! Parts of pages. Each takes ready-made views of figures and holds no rule about them.

pub(crate) mod change;
pub(crate) mod changes_table;
pub(crate) mod comparison_table;
pub(crate) mod component_table;
pub(crate) mod declines_table;
pub(crate) mod figure;
pub(crate) mod footer;
pub(crate) mod head;
pub(crate) mod header;
pub(crate) mod history_table;
pub(crate) mod index_tabs;
pub(crate) mod league_table;
pub(crate) mod markup;
pub(crate) mod matrix_table;
pub(crate) mod query_form;
pub(crate) mod rank_table;
pub(crate) mod regions_table;
pub(crate) mod scatter_table;
pub(crate) mod search_box;
pub(crate) mod sparkline;
pub(crate) mod state;
pub(crate) mod theme;
