//! `GET /api/v1/page`: the content of a page of the site, for changing pages without loading a document.

use serde::{Deserialize, Serialize};

/// What a page shows between header and footer, made where the figures are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PageContent {
    /// The title of the document.
    pub title: String,
    /// HTML, complete and without scripts that run.
    pub html: String,
    /// The build of the site; a browser that holds another one loads the document anew.
    pub build: String,
}
