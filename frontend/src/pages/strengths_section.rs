//! The section of the province page that says in what the province is strong and weak.

use leptos::prelude::*;
use vithe_shared::api::{IndexInfo, IndexProfile};

use crate::{
    address::PageAddress,
    markup::Markup,
    text::strengths as text,
    view_model::{StrengthsView, strengths_view, strengths_view::StandoutView},
};

/// Strengths and weaknesses on the chosen index, or why they are not told and where they are.
pub(super) fn strengths_section(address: &PageAddress, own: &IndexProfile, index: &IndexInfo) -> AnyView {
    let view = strengths_view(own, index, address.language);
    let language = view.language;
    let mut markup = Markup::default();
    markup.element(
        "h2",
        &[("class", "section-title")],
        &format!("{}: {}", text::TITLE.get(language), view.subject),
    );
    markup.open("p", &[("class", "muted")]);
    markup.text(&view.rule);
    if let Some(year) = view.newest_year {
        let link = address.with(|query| {
            query.index = Some(own.index);
            query.year = Some(year);
            query.years = None;
        });
        markup.text(" ");
        markup.link(&format!("{link}#strengths"), &newest_words(&view, &year.to_string()));
    }
    markup.close("p");
    if view.is_told {
        markup.open("div", &[("class", "two-columns")]);
        list(
            &mut markup,
            text::STRENGTHS.get(language),
            &view.strengths,
            text::NO_STRENGTHS.get(language),
            &view,
        );
        list(
            &mut markup,
            text::WEAKNESSES.get(language),
            &view.weaknesses,
            text::NO_WEAKNESSES.get(language),
            &view,
        );
        markup.close("div");
        markup.element("p", &[("class", "source muted small")], &view.source);
    }
    view! { <section id="strengths">{markup.view("strengths-part")}</section> }.into_any()
}

fn newest_words(view: &StrengthsView, year: &str) -> String {
    match view.language {
        vithe_shared::Language::Vi => format!("Xem năm gần nhất có đủ số liệu: {year}"),
        vithe_shared::Language::En => format!("See the newest complete year: {year}"),
    }
}

fn list(markup: &mut Markup, title: &str, rows: &[StandoutView], none: &str, view: &StrengthsView) {
    markup.open("section", &[("class", "moved")]);
    markup.element("h3", &[], &format!("{title} ({})", rows.len()));
    markup.open("ul", &[("class", "plain")]);
    for row in rows {
        markup.open("li", &[("data-component", row.component.as_str())]);
        markup.open("span", &[]);
        markup.text(&row.name);
        markup.text(" ");
        markup.element("span", &[("class", "standout-remark muted small")], &row.remark);
        markup.close("span");
        markup.open("span", &[("class", "standout-place")]);
        markup.element("strong", &[], &row.rank_text);
        markup.text(" ");
        markup.element("span", &[("class", "standout-remark")], &row.margin_text);
        markup.element(
            "span",
            &[("class", "visually-hidden")],
            &format!(" {}", text::MARGIN.get(view.language)),
        );
        markup.close("span");
        markup.close("li");
    }
    if rows.is_empty() {
        markup.element("li", &[("class", "muted")], none);
    }
    markup.close("ul");
    markup.close("section");
}
