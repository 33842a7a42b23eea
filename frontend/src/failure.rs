//! What stands where there is no page: a wrong address, an unknown province or year, a server out of reach. Says what
//! happened and offers the next useful step. Made on the server, and in the browser where the server cannot be asked.

use leptos::prelude::*;
use vithe_shared::{IndexId, Language, Problem};

#[cfg(not(feature = "csr"))]
use crate::text::connection;
use crate::{
    address::{PageAddress, index_path, overview_path, search_path},
    components::link_list::LinkList,
    text::{common, missing},
};

/// The content of the page for a problem.
pub fn failure_view(address: &PageAddress, problem: &Problem) -> AnyView {
    let language = address.language;
    view! {
        <div class="wrap page-missing">
            <h1>{problem.title.clone()}</h1>
            <p class="lead">{problem.detail.clone()}</p>
            <h2>{missing::WHAT_NEXT.get(language)}</h2>
            {search_form(language)}
            <LinkList links=ways_on(address, problem)/>
        </div>
    }
    .into_any()
}

/// The content that stands for what needs the network: a file, the documentation of the API.
#[cfg(not(feature = "csr"))]
pub(crate) fn network_view(language: Language) -> AnyView {
    view! {
        <div class="wrap page-missing">
            <h1>{connection::AWAY.get(language)}</h1>
            <p class="lead">{connection::NEEDS_NETWORK.get(language)}</p>
            <h2>{missing::WHAT_NEXT.get(language)}</h2>
            <ul class="plain">
                // The address that was asked for.
                <li><a href="">{common::RETRY.get(language)}</a></li>
                <li><a href=overview_path(language)>{common::HOME.get(language)}</a></li>
            </ul>
        </div>
    }
    .into_any()
}

/// Addresses and words of the pages that may help.
fn ways_on(address: &PageAddress, problem: &Problem) -> Vec<(String, String)> {
    let language = address.language;
    let indices = IndexId::ALL
        .into_iter()
        .map(|index| (index_path(language, index), index.short_name()));
    let without_state =
        (!address.query.to_query_string().is_empty()).then(|| (address.page(), missing::WITHOUT_STATE.get(language)));
    // A wrong address stays wrong; a server does not stay busy, nor a device without a network.
    let stays = (400..500).contains(&problem.status) && !matches!(problem.status, 408 | 429);
    let again = (!stays).then(|| (address.canonical(), common::RETRY.get(language)));
    std::iter::once((overview_path(language), common::HOME.get(language)))
        .chain(indices)
        .chain(again)
        .chain(without_state)
        .map(|(address, words)| (address, words.to_owned()))
        .collect()
}

/// The search as a plain form; the one in the header lists matches while typing.
fn search_form(language: Language) -> AnyView {
    let label = common::FIND_ANYTHING.get(language);
    view! {
        <form class="search" role="search" aria-label=label method="get" action=search_path(language)>
            <label class="visually-hidden" for="find-again">{label}</label>
            <input
                id="find-again"
                class="search-input"
                type="search"
                name="q"
                placeholder=common::FIND_PLACEHOLDER.get(language)
            />
            <button id="find-again-submit" class="search-button" type="submit">{common::FIND.get(language)}</button>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use vithe_shared::{Language, ProblemCode};

    use super::*;

    fn addresses(code: ProblemCode) -> Vec<String> {
        let address = PageAddress::parse("/vi/index/pci", "y=2021");
        let problem = Problem::new(code, Language::Vi, "không có số liệu");
        ways_on(&address, &problem)
            .into_iter()
            .map(|(address, _)| address)
            .collect()
    }

    #[test]
    fn the_state_that_has_no_page_can_be_left_out() {
        let addresses = addresses(ProblemCode::UnknownYear);
        assert!(!addresses.contains(&"/vi/index/pci?y=2021".to_owned()));
        assert_eq!(addresses.last().map(String::as_str), Some("/vi/index/pci"));
    }

    #[test]
    fn what_may_be_there_later_can_be_asked_for_again() {
        for code in [
            ProblemCode::TooManyRequests,
            ProblemCode::Unavailable,
            ProblemCode::Offline,
        ] {
            assert!(addresses(code).contains(&"/vi/index/pci?y=2021".to_owned()), "{code:?}");
        }
    }
}
