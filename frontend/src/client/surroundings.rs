//! Where a live figure stands: on a page of the site, which it leads through, or alone on a page of others.

use leptos::prelude::*;
use vithe_shared::{Borders, Language, Problem, dataset::Part};

use super::{
    Site,
    data::{self, Revisions},
    navigation::{Navigator, Step},
    theme::ThemeState,
};
use crate::address::PageAddress;

/// What a live figure needs of the place where it stands. Cheap to copy; lives as long as the document.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings {
    pub(super) theme: ThemeState,
    revisions: StoredValue<Revisions>,
    /// The way through the site; `None` on a page of others.
    navigator: Option<Navigator>,
}

impl Surroundings {
    /// A page of the site.
    pub(super) const fn on_site(site: Site) -> Self {
        Self {
            theme: site.theme,
            revisions: site.revisions(),
            navigator: Some(site.navigator),
        }
    }

    /// A page of others.
    pub(super) fn alone(revisions: Revisions) -> Self {
        Self {
            theme: ThemeState::new(),
            revisions: StoredValue::new(revisions),
            navigator: None,
        }
    }

    /// The borders of provinces, as GeoJSON.
    pub(super) async fn borders(self, borders: Borders, language: Language) -> Result<String, Problem> {
        let address = self
            .revisions
            .with_value(|revisions| revisions.address(Part::Borders(borders)));
        data::text(&address, None, language).await
    }

    /// Where on the site the reader is; `None` on a page of others.
    pub(super) fn address(self) -> Option<PageAddress> {
        self.navigator.map(|navigator| navigator.address().get_untracked())
    }

    /// Opens a page of the site. Who reads a page of others goes on reading it: theirs opens beside it.
    pub(super) fn open(self, address: &str) {
        match self.navigator {
            Some(navigator) => navigator.go(address, Step::Page),
            None => {
                // A browser that opens no windows leaves the link below the figure.
                let _ = window().open_with_url_and_target_and_features(address, "_blank", "noopener");
            }
        }
    }

    /// Shows another state of the page; nothing on a page of others.
    pub(super) fn change(self, address: &str) {
        if let Some(navigator) = self.navigator {
            navigator.go(address, Step::Choice);
        }
    }
}
