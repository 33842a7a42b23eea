//! The footer: sources, terms, the borders of the maps, and where to read more.

use leptos::prelude::*;
use vithe_shared::{IndexId, Language, Text, address::at};

use super::search_box::slash_switch;
use crate::{
    address::{check_path, data_path, discrepancies_path, methods_path},
    text::{check, common, discrepancies},
};

/// The footer in one language.
pub(crate) fn footer(language: Language) -> AnyView {
    let part = |title: Text, text: Text| {
        view! {
            <div class="footer-part">
                <h2>{title.get(language)}</h2>
                <p>{text.get(language)}</p>
            </div>
        }
    };
    let methods = IndexId::ALL
        .into_iter()
        .map(|index| {
            view! {
                <li>
                    <a href=methods_path(language, index)>
                        {common::FOOTER_METHODS.get(language)} " " {index.short_name()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <footer class="site-footer">
            <div class="wrap footer-grid">
                {part(common::FOOTER_SOURCES, common::FOOTER_SOURCES_TEXT)}
                {part(common::FOOTER_TERMS, common::FOOTER_TERMS_TEXT)}
                {part(common::FOOTER_BORDERS, common::FOOTER_BORDERS_TEXT)}
                <div class="footer-part">
                    <h2>{common::FOOTER_MORE.get(language)}</h2>
                    <ul class="plain">
                        {methods}
                        <li><a href=check_path(language)>{check::TITLE.get(language)}</a></li>
                        <li><a href=discrepancies_path(language)>{discrepancies::TITLE.get(language)}</a></li>
                        <li><a href=data_path(language)>{common::DATA.get(language)}</a></li>
                        <li><a href=at("/api/docs") rel="external">{common::FOOTER_DOCS.get(language)}</a></li>
                    </ul>
                    {slash_switch(language)}
                </div>
            </div>
        </footer>
    }
    .into_any()
}
