//! What is searched by typing: the chunk of the search and the figures it looks through, fetched when a box or a long list
//! needs them first.

use leptos::{prelude::*, task::spawn_local};
use vithe_shared::{Language, engine::catalog::Catalog};
use web_sys::HtmlInputElement;

use super::{
    Site,
    choice_list::ChoiceField,
    chunks::{self, SearchPart},
};
use crate::routes::{Family, Needs};

/// What has come of it.
#[derive(Clone, Copy)]
pub(crate) struct Searching {
    site: Site,
    part: RwSignal<Option<SearchPart>>,
    catalog: RwSignal<Option<&'static Catalog>>,
    /// Whether the figures of all indices are here, which name their components.
    has_components: RwSignal<bool>,
}

impl Searching {
    /// Nothing is fetched yet.
    pub(super) fn new(site: Site) -> Self {
        Self {
            site,
            part: RwSignal::new(None),
            catalog: RwSignal::new(None),
            has_components: RwSignal::new(false),
        }
    }

    /// Fetches the code. Without it boxes and lists stay plain; what needs it next asks again.
    fn fetch(self) {
        if self.part.with_untracked(Option::is_none) {
            spawn_local(async move {
                if let Ok(part) = chunks::search().await {
                    self.part.set(Some(part));
                }
            });
        }
    }

    /// A search box is used: provinces, indices and pages are found as soon as the registry is here, components once the
    /// figures have followed, which the pages found will need as well.
    pub(crate) fn begin(self, language: Language) {
        self.fetch();
        if self.has_components.get_untracked() {
            return;
        }
        spawn_local(async move {
            let gather = |needs| self.site.gather(Family::Search, needs, None, language);
            if gather(Needs::default()).await.is_ok() {
                if self.catalog.with_untracked(Option::is_none) {
                    self.catalog.set(self.site.catalog());
                }
                self.has_components.set(gather(Needs::all()).await.is_ok());
            }
        });
    }

    /// Whether components are found; what depends on it is told when they are.
    pub(super) fn has_components(self) -> bool {
        self.has_components.get()
    }

    /// The list of a search box, once it is here.
    pub(crate) fn findings(self, field: Option<HtmlInputElement>, language: Language) -> Option<AnyView> {
        Some((self.part.get()?.findings)(self.catalog.get()?, field?, language))
    }

    /// Whether long lists of choices are searched by typing: at once where the code is here, else as soon as it has come.
    pub(crate) fn has_choices(self) -> bool {
        self.fetch();
        self.part.with(Option::is_some)
    }

    /// The field that stands for a long list of choices, once it is here.
    pub(crate) fn choices(self, field: ChoiceField) -> Option<AnyView> {
        Some((self.part.get()?.choices)(field))
    }
}
