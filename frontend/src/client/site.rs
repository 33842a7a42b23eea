//! The state of the app: where the reader wants to be, what is shown, and what must come before the two agree.
//!
//! What is shown always belongs together. A page whose chunk and figures are here appears at once; for another one the page
//! that stands is kept, and a line says what is awaited. An answer that was overtaken by another wish changes nothing.

use std::collections::HashMap;

use futures_util::future::{join, join_all};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::location::{BrowserUrl, LocationProvider as _};
use vithe_shared::{Language, Problem, ProblemCode, dataset::Part, engine::catalog::Catalog};

use super::{
    chunks::{self, EnginePart, PageMaker},
    data::{self, Abort, Revisions},
    document_has,
    idle::next_task,
    motion::Before,
    navigation::Navigator,
    theme::ThemeState,
    years::Player,
};
use crate::{
    address::PageAddress,
    app::document_title,
    failure::failure_view,
    routes::{Family, Needs},
};

/// What the content shows.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) address: PageAddress,
    made: Made,
}

/// How it is made.
#[derive(Clone)]
enum Made {
    /// By the chunk of its family, from the figures.
    Page(PageMaker, &'static Catalog),
    /// Why there is none.
    Failure(Problem),
}

impl Made {
    const fn is_page(&self) -> bool {
        matches!(self, Self::Page(..))
    }
}

/// What has come so far.
#[derive(Default)]
struct Here {
    engine: Option<(EnginePart, &'static Catalog)>,
    families: HashMap<Family, PageMaker>,
    /// The parts of the figures that the catalog has taken in.
    parts: Vec<Part>,
    /// What is under way for the present wish; dropping it aborts the requests.
    asked: Abort,
    /// Counts wishes, so that an answer that was overtaken is known.
    wish: u32,
}

/// The app. Cheap to copy; lives as long as the document.
#[derive(Clone, Copy)]
pub(crate) struct Site {
    pub(crate) navigator: Navigator,
    pub(crate) theme: ThemeState,
    pub(super) player: Player,
    /// The content; `None` as long as the one that the server wrote stands.
    shown: RwSignal<Option<Shown>>,
    /// Whether something is awaited.
    is_waiting: RwSignal<bool>,
    here: StoredValue<Here, LocalStorage>,
    revisions: StoredValue<Revisions>,
    /// Where things were before the page changed its state.
    before: StoredValue<Option<Before>>,
    /// The address of the page that the server wrote; `None` in a shell, which has no page.
    document: StoredValue<Option<String>>,
    router: StoredValue<BrowserUrl>,
}

impl Site {
    /// Must be called within a router; `None` in a document that names no figures.
    pub(super) fn new() -> Option<Self> {
        let navigator = Navigator::new();
        let is_page = !document_has("data-shell");
        let document = is_page.then(|| navigator.address().with_untracked(PageAddress::canonical));
        Some(Self {
            navigator,
            document: StoredValue::new(document),
            theme: ThemeState::new(),
            player: Player::new(),
            before: StoredValue::new(None),
            shown: RwSignal::new(None),
            is_waiting: RwSignal::new(false),
            here: StoredValue::new_local(Here::default()),
            revisions: StoredValue::new(Revisions::of_document()?),
            router: StoredValue::new(use_context::<BrowserUrl>()?),
        })
    }

    /// Whether the document is a frame without a page.
    pub(super) fn is_shell(self) -> bool {
        self.document.with_value(Option::is_none)
    }

    /// Where the reader wants to be.
    pub(crate) fn address(self) -> Memo<PageAddress> {
        self.navigator.address()
    }

    /// Whether something is awaited.
    pub(crate) fn is_waiting(self) -> Signal<bool> {
        self.is_waiting.into()
    }

    /// Shows what the reader wants to see, as soon as all of it is here.
    pub(super) fn show(self, wanted: PageAddress) {
        let mut wish = 0;
        let mut signal = None;
        self.here.update_value(|here| {
            here.wish += 1;
            wish = here.wish;
            here.asked = Abort::new();
            signal = here.asked.signal();
        });
        if wanted.query.version.is_some() {
            // The app has the newest figures; a frozen page is a document of the server.
            if !self.stands_as_document(&wanted) {
                spawn_local(self.load(wanted));
            }
            return;
        }
        if let Some(made) = self.made_of_what_is_here(&wanted) {
            self.arrive(wanted, made);
            return;
        }
        self.is_waiting.set(true);
        spawn_local(async move {
            let fetched = self.fetch(&wanted, signal.as_ref()).await;
            if self.here.with_value(|here| here.wish) != wish {
                return;
            }
            self.is_waiting.set(false);
            match fetched {
                // The document of the server says the same: it stays, and its links lead on.
                Err(_) if self.stands_as_document(&wanted) => {}
                Ok(()) => {
                    if let Some(made) = self.made_of_what_is_here(&wanted) {
                        self.arrive(wanted, made);
                    }
                }
                Err(Missing::Build) => self.load(wanted).await,
                Err(Missing::Data(problem)) => self.arrive(wanted, Made::Failure(problem)),
            }
        });
    }

    /// Loads a page as a document: most likely a newer build is served, and only its own document fits it. Without a network
    /// what is on the screen must not be lost for it.
    async fn load(self, wanted: PageAddress) {
        let address = wanted.canonical();
        if data::is_reached(&address).await {
            // The address is one of the site.
            let _ = window().location().set_href(&address);
        } else {
            let problem = data::offline(wanted.language);
            self.arrive(wanted, Made::Failure(problem));
        }
    }

    /// Whether a page is the one that the server wrote into the document, and is not taken over.
    fn stands_as_document(self, wanted: &PageAddress) -> bool {
        self.shown.with_untracked(Option::is_none)
            && self
                .document
                .with_value(|document| document.as_deref() == Some(&*wanted.canonical()))
    }

    /// Asks once more for a page that could not be made.
    pub(super) fn try_again(self) {
        let has_failed = self
            .shown
            .with_untracked(|shown| shown.as_ref().is_some_and(|shown| !shown.made.is_page()));
        if has_failed {
            self.show(self.address().get_untracked());
        }
    }

    fn arrive(self, address: PageAddress, made: Made) {
        self.is_waiting.set(false);
        let stands = self.shown.with_untracked(|shown| {
            shown
                .as_ref()
                .is_some_and(|shown| shown.address == address && shown.made.is_page() && made.is_page())
        });
        if stands {
            return;
        }
        let is_same_page = self.shown.with_untracked(|shown| {
            shown
                .as_ref()
                .is_some_and(|shown| shown.address.path == address.path && shown.made.is_page())
        });
        let main = document().query_selector("body > main").ok().flatten();
        self.before
            .set_value(main.filter(|_| is_same_page).map(|main| Before::of(&main)));
        self.shown.set(Some(Shown { address, made }));
    }

    /// The page, if chunk and figures are here.
    fn made_of_what_is_here(self, wanted: &PageAddress) -> Option<Made> {
        let (family, needs) = chunk_and_needs(wanted);
        let is_whole = self.missing_of(&needs).is_empty();
        self.here.with_value(|here| {
            let (_, catalog) = here.engine?;
            let maker = here.families.get(&family)?;
            is_whole.then_some(Made::Page(*maker, catalog))
        })
    }

    /// The parts of this build that are needed and not here.
    fn missing_of(self, needs: &Needs) -> Vec<Part> {
        let exist = |part: &&Part| self.revisions.with_value(|revisions| revisions.has(**part));
        self.here.with_value(|here| {
            let missing = needs.parts.iter().filter(|part| !here.parts.contains(part));
            missing.filter(exist).copied().collect()
        })
    }

    /// Fetches what a page needs and is not here.
    async fn fetch(self, wanted: &PageAddress, signal: Option<&web_sys::AbortSignal>) -> Result<(), Missing> {
        let (family, needs) = chunk_and_needs(wanted);
        self.gather(family, needs, signal, wanted.language).await
    }

    /// Fetches what is needed and not here: chunks and figures side by side, in one round.
    pub(super) async fn gather(
        self,
        family: Family,
        needs: Needs,
        signal: Option<&web_sys::AbortSignal>,
        language: Language,
    ) -> Result<(), Missing> {
        let known = self.here.with_value(|here| here.engine);
        let parts = self.missing_of(&needs);
        let registry = async {
            match known {
                Some(_) => Ok(None),
                None => self.text(Part::Registry, signal, language).await.map(Some),
            }
        };
        let texts = join_all(
            parts
                .iter()
                .map(|part| self.text(*part, signal, language))
                .collect::<Vec<_>>(),
        );
        let ((maker, part), (registry, texts)) =
            join(join(chunks::family(family), chunks::engine()), join(registry, texts)).await;
        let (maker, part) = (maker.map_err(|_| Missing::Build)?, part.map_err(|_| Missing::Build)?);
        let unreadable = |_| Missing::Data(data::unreadable(language));
        // Another wish may have opened the catalog meanwhile: there is one.
        let catalog = match (self.here.with_value(|here| here.engine), registry?) {
            (Some((_, catalog)), _) => catalog,
            (None, Some(registry)) => (part.open)(&registry).map_err(unreadable)?,
            (None, None) => return Err(Missing::Data(data::unreadable(language))),
        };
        self.here.update_value(|here| {
            here.engine = Some((part, catalog));
            here.families.insert(family, maker);
        });
        // Each part is taken in by a task of its own, so that the page answers in between.
        for (name, text) in parts.into_iter().zip(texts) {
            let text = text?;
            next_task().await;
            (part.add)(catalog, name, &text).map_err(unreadable)?;
            self.here.update_value(|here| here.parts.push(name));
        }
        next_task().await;
        Ok(())
    }

    /// The revisions of the figures of this build.
    pub(super) const fn revisions(self) -> StoredValue<Revisions> {
        self.revisions
    }

    /// The text of a part of the figures.
    async fn text(
        self,
        part: Part,
        signal: Option<&web_sys::AbortSignal>,
        language: Language,
    ) -> Result<String, Missing> {
        let address = self.revisions.with_value(|revisions| revisions.address(part));
        data::text(&address, signal, language).await.map_err(Missing::of)
    }

    /// The catalog, if it is here.
    pub(super) fn catalog(self) -> Option<&'static Catalog> {
        self.here.with_value(|here| Some(here.engine?.1))
    }

    /// What stands between header and footer: made anew in place whenever what is shown changes.
    pub(super) fn content(self) -> impl IntoView {
        move || {
            self.shown.with(|shown| {
                let Some(Shown { address, made }) = shown else {
                    return ().into_any();
                };
                let page = match made {
                    Made::Page(maker, catalog) => maker(catalog, address),
                    Made::Failure(problem) => Err(problem.clone()),
                };
                let (title, view) = match page {
                    Ok(page) => (page.head.title, page.view),
                    Err(problem) => (problem.title.clone(), failure_view(address, &problem)),
                };
                Self::name_document(&title, address);
                view
            })
        }
    }

    /// The page that is shown, as a signal.
    pub(super) fn shown(self) -> Signal<Option<PageAddress>> {
        Signal::derive(move || self.shown.with(|shown| Some(shown.as_ref()?.address.clone())))
    }

    /// The content stands: what was in the reader's hand is where it was, and rows go to their places.
    pub(super) fn settle(self, main: &web_sys::Element) {
        if let Some(before) = self.before.try_update_value(Option::take).flatten() {
            before.settle(main);
        }
    }

    /// Lets the router write the address of the page that stands now into the history.
    pub(super) fn complete_navigation(self) {
        self.router.with_value(BrowserUrl::ready_to_complete);
    }

    fn name_document(title: &str, address: &PageAddress) {
        document().set_title(&document_title(title));
        let attribute = |selector: &str, name: &str, value: &str| {
            if let Ok(Some(element)) = document().query_selector(selector) {
                // Only readers of the document look at it.
                let _ = element.set_attribute(name, value);
            }
        };
        attribute("html", "lang", address.language.as_str());
        let origin = window().location().origin().unwrap_or_default();
        attribute(
            "link[rel=canonical]",
            "href",
            &format!("{origin}{}", address.canonical()),
        );
    }
}

/// The chunk that makes the page of an address, and the figures it needs. What is no page is told so by the chunk of the
/// pages that are read.
fn chunk_and_needs(address: &PageAddress) -> (Family, Needs) {
    address
        .kind
        .entry()
        .map_or((Family::Reading, Needs::default()), |entry| {
            (entry.family(address), entry.needs(address))
        })
}

/// Why a page cannot be made.
#[derive(Debug)]
pub(super) enum Missing {
    /// A chunk did not come, or the server has other figures by now.
    Build,
    /// Figures did not come, or make no sense.
    Data(Problem),
}

impl Missing {
    fn of(problem: Problem) -> Self {
        match problem.code {
            ProblemCode::UnknownVersion => Self::Build,
            _ => Self::Data(problem),
        }
    }
}
