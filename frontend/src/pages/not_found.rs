//! What stands where there is nothing: a wrong address, an unknown province or year, a server out of reach. Says what
//! happened and offers the next useful step.

use leptos::prelude::*;
use vithe_shared::{IndexId, Problem, ProblemCode};

use super::address::{PageAddress, index_path, overview_path, use_address};
use crate::{
    components::{head::PageHead, search_box::search_box},
    site::ResponseStatus,
    text::{common, missing},
};

/// A page for addresses that lead nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let address = use_address();
    if let Some(status) = use_context::<ResponseStatus>() {
        status.set(404);
    }
    move || {
        address.with(|address| {
            let language = address.language;
            recovery(
                address,
                missing::NOT_FOUND_TITLE.get(language).to_owned(),
                missing::NOT_FOUND_DETAIL.get(language).to_owned(),
            )
        })
    }
}

/// A page for an index that is none of the four.
pub(super) fn unknown_index(address: &PageAddress) -> Problem {
    Problem::new(
        ProblemCode::UnknownIndex,
        address.language,
        missing::UNKNOWN_INDEX.get(address.language),
    )
}

/// A page for a problem of the figures.
pub(super) fn problem_view(address: &PageAddress, problem: &Problem) -> AnyView {
    recovery(address, problem.title.clone(), problem.detail.clone())
}

fn recovery(address: &PageAddress, title: String, detail: String) -> AnyView {
    let language = address.language;
    let indices = IndexId::ALL
        .into_iter()
        .map(|index| view! { <li><a href=index_path(language, index)>{index.short_name()}</a></li> })
        .collect_view();
    let has_state = !address.query.to_query_string().is_empty();
    let without_state =
        has_state.then(|| view! { <li><a href=address.path.clone()>{missing::WITHOUT_STATE.get(language)}</a></li> });
    let head = PageHead {
        address,
        title: title.clone(),
        description: detail.clone(),
        image: None,
    }
    .view();
    view! {
        {head}
        <div class="wrap page-missing">
            <h1>{title}</h1>
            <p class="lead">{detail}</p>
            <h2>{missing::WHAT_NEXT.get(language)}</h2>
            {search_box(language, "find-again", false)}
            <ul class="inline-list">
                <li><a href=overview_path(language)>{common::HOME.get(language)}</a></li>
                {indices}
                // A full request: a page that failed offline is fetched anew.
                <li><a href=address.canonical() rel="external">{common::RETRY.get(language)}</a></li>
                {without_state}
            </ul>
        </div>
    }
    .into_any()
}
