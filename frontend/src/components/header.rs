//! The header: the name, the four indices, the search, language and theme.

use leptos::prelude::*;
use vithe_shared::{IndexId, Language};

use super::search_box::search_box;
use crate::{
    address::{PageAddress, PageKind, compare_address, data_path, declines_path, index_path, overview_path},
    text::{common, planner},
};

/// The header in one language; the current page is marked.
pub(crate) fn header(language: Language, address: Signal<PageAddress>) -> AnyView {
    let current = move |kind: PageKind, index: Option<IndexId>| {
        move || {
            address.with(|address| {
                (address.kind == kind && (index.is_none() || address.index() == index)).then_some("page")
            })
        }
    };
    let indices = IndexId::ALL
        .into_iter()
        .map(|index| {
            view! {
                <li>
                    <a href=index_path(language, index) class=format!("nav-index index-{index}") aria-current=current(PageKind::Index, Some(index))>
                        {index.short_name()}
                    </a>
                </li>
            }
        })
        .collect_view();
    let switch = move |other: Language| address.with(|address| address.in_language(other));
    let languages = Language::ALL
        .into_iter()
        .map(|choice| {
            let name = match choice {
                Language::Vi => common::VIETNAMESE,
                Language::En => common::ENGLISH,
            };
            view! {
                <li>
                    <a
                        href=move || switch(choice)
                        lang=choice.as_str()
                        hreflang=choice.as_str()
                        aria-current=(choice == language).then_some("true")
                    >
                        {choice.as_str()}
                        <span class="visually-hidden">" – " {name}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <a class="skip-link" href="#main" rel="external">{common::SKIP_TO_CONTENT.get(language)}</a>
        <header class="site-header">
            <div class="wrap site-header-row">
                <a class="brand" href=overview_path(language) aria-current=current(PageKind::Overview, None)>
                    <span class="brand-name">{common::SITE_NAME}</span>
                    <span class="brand-line">{common::TAGLINE.get(language)}</span>
                </a>
                <nav class="site-nav" aria-label=common::MAIN_NAVIGATION.get(language)>
                    <ul>
                        {indices}
                        <li><a href=move || address.with(compare_address) aria-current=current(PageKind::Compare, None)>{common::COMPARE.get(language)}</a></li>
                        <li><a href=declines_path(language) aria-current=current(PageKind::Declines, None)>{planner::DECLINES.get(language)}</a></li>
                        <li><a href=data_path(language) aria-current=current(PageKind::Data, None)>{common::DATA.get(language)}</a></li>
                    </ul>
                </nav>
                {search_box(language, "find", true, String::new())}
                <nav class="languages" aria-label=common::LANGUAGE.get(language)>
                    <ul>{languages}</ul>
                </nav>
                <button
                    class="theme-toggle"
                    type="button"
                    data-theme-toggle=""
                    title=common::THEME_TOGGLE.get(language)
                    aria-label=common::THEME_TOGGLE.get(language)
                >
                    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="2"/>
                        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>
                    </svg>
                </button>
            </div>
        </header>
    }
    .into_any()
}
