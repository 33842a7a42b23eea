//! What stands where there is no page: a wrong address, an unknown province or year, a server out of reach. Says what
//! happened and offers the next useful step. Made on the server, and in the browser where the server cannot be asked.

use vithe_shared::{IndexId, Problem};

use crate::{
    address::{PageAddress, index_path, overview_path, search_path},
    markup::Markup,
    text::{common, missing},
};

/// The content of the page for a problem, as HTML.
pub fn failure_html(address: &PageAddress, problem: &Problem) -> String {
    let language = address.language;
    let mut markup = Markup::default();
    markup.open("div", &[("class", "wrap page-missing")]);
    markup.element("h1", &[], &problem.title);
    markup.element("p", &[("class", "lead")], &problem.detail);
    markup.element("h2", &[], missing::WHAT_NEXT.get(language));
    search_form(&mut markup, address);
    let indices = IndexId::ALL
        .into_iter()
        .map(|index| (index_path(language, index), index.short_name()));
    let without_state = (!address.query.to_query_string().is_empty())
        .then(|| (address.path.clone(), missing::WITHOUT_STATE.get(language)));
    // A wrong address stays wrong; a server does not stay busy, nor a device without a network.
    let stays = (400..500).contains(&problem.status) && !matches!(problem.status, 408 | 429);
    let again = (!stays).then(|| (address.canonical(), common::RETRY.get(language)));
    let links = std::iter::once((overview_path(language), common::HOME.get(language)))
        .chain(indices)
        .chain(again)
        .chain(without_state);
    markup.links("inline-list", links);
    markup.close("div");
    markup.into_html()
}

/// The search as a plain form; the one in the header lists matches while typing.
fn search_form(markup: &mut Markup, address: &PageAddress) {
    let language = address.language;
    let label = common::FIND_PROVINCE.get(language);
    markup.open(
        "form",
        &[
            ("class", "search"),
            ("role", "search"),
            ("aria-label", label),
            ("method", "get"),
            ("action", &search_path(language)),
        ],
    );
    markup.element("label", &[("class", "visually-hidden"), ("for", "find-again")], label);
    markup.open(
        "input",
        &[
            ("id", "find-again"),
            ("class", "search-input"),
            ("type", "search"),
            ("name", "q"),
            ("placeholder", common::FIND_PLACEHOLDER.get(language)),
        ],
    );
    markup.element(
        "button",
        &[("class", "search-button"), ("type", "submit")],
        common::FIND.get(language),
    );
    markup.close("form");
}

#[cfg(test)]
mod tests {
    use vithe_shared::{Language, ProblemCode};

    use super::*;

    #[test]
    fn what_happened_is_said_escaped_and_the_state_can_be_left_out() {
        let address = PageAddress::parse("/vi/index/pci", "y=2021");
        let problem = Problem::new(ProblemCode::UnknownYear, Language::Vi, "không có <số liệu>");
        let html = failure_html(&address, &problem);
        assert!(html.contains("không có &lt;số liệu&gt;"));
        assert!(!html.contains("href=\"/vi/index/pci?y=2021\"") && html.contains("href=\"/vi/index/pci\""));
    }

    #[test]
    fn what_may_be_there_later_can_be_asked_for_again() {
        let address = PageAddress::parse("/vi/index/pci", "y=2021");
        for code in [
            ProblemCode::TooManyRequests,
            ProblemCode::Unavailable,
            ProblemCode::Offline,
        ] {
            let html = failure_html(&address, &Problem::new(code, Language::Vi, "máy chủ đang bận"));
            assert!(html.contains("href=\"/vi/index/pci?y=2021\""), "{code:?}");
        }
    }
}
