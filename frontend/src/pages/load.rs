//! How a page gets its figures: one resource per page, asked on the server for the first page and over the API after that;
//! loading, errors and the status of the answer are handled here once for all pages.

use std::{future::Future, pin::Pin};

use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use vithe_shared::Problem;

use super::{
    address::{PageAddress, PageKind, use_address_of},
    not_found::problem_view,
};
use crate::{api::SharedSource, components::state::loading, site::ResponseStatus};

/// The figures of a page to come.
pub(super) type Loading<T> = Pin<Box<dyn Future<Output = Result<T, Problem>> + Send>>;

/// How one kind of page is loaded and shown. Plain functions, so that little code is made per page.
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
#[derive(Clone, Serialize, Deserialize)]
struct Loaded<T> {
    key: String,
    answer: Result<T, Problem>,
}

impl<T> PageLoader<T>
where
    T: Clone + Send + Sync + Serialize + DeserializeOwned + 'static,
{
    /// The page as a view.
    pub(super) fn view(self) -> AnyView {
        let Self { kind, key, fetch, show } = self;
        let address = use_address_of(kind);
        let source = expect_context::<SharedSource>();
        let status = use_context::<ResponseStatus>();
        let loaded = Resource::new(
            move || key(address.get()),
            move |asked| {
                let key = asked.canonical();
                let answer = fetch(SharedSource::clone(&source), asked);
                async move { Loaded { key, answer: answer.await } }
            },
        );
        // The address that the figures on the page belong to: while others are on the way, both stay as they are.
        let shown = StoredValue::new(address.get_untracked());
        let content = move || {
            let wanted = address.get();
            let status = status.clone();
            Suspend::new(async move {
                let loaded = loaded.await;
                if key(wanted.clone()).canonical() == loaded.key {
                    shown.set_value(wanted);
                }
                let address = shown.get_value();
                match loaded.answer {
                    Ok(data) => show(&address, &data),
                    Err(problem) => {
                        if let Some(status) = status.filter(|_| problem.status >= 400) {
                            status.set(problem.status);
                        }
                        problem_view(&address, &problem)
                    }
                }
            })
        };
        let language = address.get_untracked().language;
        view! { <Transition fallback=move || loading(language)>{content}</Transition> }.into_any()
    }
}
