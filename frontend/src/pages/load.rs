//! How a page gets its figures: one resource per page, asked on the server for the first page and over the API after that;
//! loading, errors and the status of the answer are handled here once for all pages.

use std::{future::Future, pin::Pin, sync::Arc};

use leptos::{prelude::*, server::codee::string::FromToStringCodec};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use vithe_shared::{Problem, ProblemCode};

use super::{
    address::{PageAddress, PageKind, use_address_of},
    not_found::{NotFoundPage, problem_view},
};
use crate::{api::SharedSource, components::state::loading, site::ResponseStatus};

/// The figures of a page to come.
pub(super) type Loading<T> = Pin<Box<dyn Future<Output = Result<T, Problem>> + Send>>;

/// How one kind of page is loaded and shown.
pub(super) struct PageLoader<T: 'static> {
    /// The kind of page.
    pub(super) kind: PageKind,
    /// The address without what only changes the view of the same figures (tab, order): its key.
    pub(super) key: fn(PageAddress) -> PageAddress,
    /// Asks for the figures.
    pub(super) fetch: fn(SharedSource, PageAddress) -> Loading<T>,
    /// Shows them.
    pub(super) show: fn(&PageAddress, &T) -> AnyView,
}

/// Figures together with the key they were asked by.
#[derive(Serialize, Deserialize)]
struct Loaded<T> {
    key: String,
    answer: Result<T, Problem>,
}

/// A loader without the type of its figures: they travel as text, so that resource and suspense exist once for all pages
/// and not once per page, which the size of the WebAssembly feels.
struct Loader {
    kind: PageKind,
    key: fn(PageAddress) -> PageAddress,
    fetch: Box<Fetch>,
    show: Arc<Show>,
}

/// Asks for the figures of an address; the text carries the key along.
type Fetch = dyn Fn(SharedSource, PageAddress, String) -> Pin<Box<dyn Future<Output = String> + Send>> + Send + Sync;

/// Shows figures that came as text.
type Show = dyn Fn(&Shown, &str) -> AnyView + Send + Sync;

/// Where figures are shown.
struct Shown {
    /// The address the reader asked for last.
    wanted: PageAddress,
    /// The key of that address.
    key: String,
    /// The address of the figures on the page: while others are on the way, both stay as they are.
    last: StoredValue<PageAddress>,
    /// Sets the status of the answer; absent in the browser.
    status: Option<ResponseStatus>,
}

impl<T> PageLoader<T>
where
    T: Send + Serialize + DeserializeOwned + 'static,
{
    /// The page as a view.
    pub(super) fn view(self) -> AnyView {
        let Self { kind, key, fetch, show } = self;
        let loader = Loader {
            kind,
            key,
            fetch: Box::new(move |source, address, key| {
                let answer = fetch(source, address);
                Box::pin(async move {
                    to_text(&Loaded {
                        key,
                        answer: answer.await,
                    })
                })
            }),
            show: Arc::new(move |shown: &Shown, text: &str| show_text(shown, text, show)),
        };
        loader.view()
    }
}

/// Figures as they travel. Plain structs of numbers and texts can always be written.
fn to_text<T: Serialize>(loaded: &Loaded<T>) -> String {
    serde_json::to_string(loaded).unwrap_or_default()
}

fn show_text<T: DeserializeOwned>(shown: &Shown, text: &str, show: fn(&PageAddress, &T) -> AnyView) -> AnyView {
    let Ok(loaded) = serde_json::from_str::<Loaded<T>>(text) else {
        let language = shown.wanted.language;
        let title = ProblemCode::UnreadableAnswer.title().get(language);
        return shown.problem(
            &shown.wanted,
            &Problem::new(ProblemCode::UnreadableAnswer, language, title),
        );
    };
    let address = shown.settle(&loaded.key);
    match loaded.answer {
        Ok(data) => show(&address, &data),
        Err(problem) => shown.problem(&address, &problem),
    }
}

impl Shown {
    /// The address that figures of a key belong to.
    fn settle(&self, key: &str) -> PageAddress {
        if self.key == key {
            self.last.set_value(self.wanted.clone());
        }
        self.last.get_value()
    }

    fn problem(&self, address: &PageAddress, problem: &Problem) -> AnyView {
        if let Some(status) = self.status.as_ref().filter(|_| problem.status >= 400) {
            status.set(problem.status);
        }
        problem_view(address, problem)
    }
}

impl Loader {
    fn view(self) -> AnyView {
        let Self { kind, key, fetch, show } = self;
        let address = use_address_of(kind);
        // The routes match any language; a page exists in two.
        if address.get_untracked().kind == PageKind::Unknown {
            return NotFoundPage().into_any();
        }
        let source = expect_context::<SharedSource>();
        let status = use_context::<ResponseStatus>();
        let loaded: Resource<String, FromToStringCodec> = Resource::new_str(
            move || key(address.get()),
            move |asked| {
                let key = asked.canonical();
                fetch(SharedSource::clone(&source), asked, key)
            },
        );
        let last = StoredValue::new(address.get_untracked());
        let content = move || {
            let wanted = address.get();
            let shown = Shown {
                key: key(wanted.clone()).canonical(),
                wanted,
                last,
                status: status.clone(),
            };
            let show = Arc::clone(&show);
            Suspend::new(async move {
                let text = loaded.await;
                show(&shown, &text)
            })
        };
        let language = address.get_untracked().language;
        view! { <Transition fallback=move || loading(language)>{content}</Transition> }.into_any()
    }
}
