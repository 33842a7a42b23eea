//! `GET /figures/{chart}.json`: a figure for the chart engine of the browser.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::identifier::{Borders, ProvinceSlug};

/// A figure ready to be drawn. Its texts are placed in pixels, so it is drawn at exactly this size and scaled as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChartFigure {
    /// The ECharts option, free of functions.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub option: Value,
    /// Width in CSS pixels.
    pub width: u16,
    /// Height in CSS pixels.
    pub height: u16,
    /// The accessible name: kind, what is measured, range and main point, at most 250 characters.
    pub title: String,
    /// The borders the option draws, to be registered under the name `vn63` or `vn34`.
    pub map: Option<Borders>,
    /// What each drawn item says, by series and data index.
    pub marks: Vec<Vec<Mark>>,
}

/// What one drawn item says on hover, on focus and to a screen reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Mark {
    /// "Hậu Giang, 2021: 63,80 điểm, hạng 38/63".
    pub label: String,
    /// The province it leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<ProvinceSlug>,
}
