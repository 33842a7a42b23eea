//! The section of the province page that says in what the province is strong and weak.

use leptos::prelude::*;
use vithe_shared::{ComponentId, Language, Text, api::IndexProfile, domain::IndexInfo};

use crate::{
    address::PageAddress,
    components::{fold::fold, one_line::one_line},
    text::strengths as text,
    view_model::{StrengthsView, strengths_view, strengths_view::StandoutView},
};

/// Strengths and weaknesses on the chosen index, or why they are not told and where they are.
pub(super) fn strengths_section(address: &PageAddress, own: &IndexProfile, index: &IndexInfo) -> AnyView {
    let view = strengths_view(own, index, address.language);
    let language = view.language;
    let newest = view.newest_year.map(|year| {
        let link = address.with(|query| {
            query.index = Some(own.index);
            query.year = Some(year);
            query.years = None;
        });
        view! {
            " "
            <a href=format!("{link}#strengths")>{newest_words(&view, &year.to_string())}</a>
        }
    });
    let subject = format!("{}: {}", text::TITLE.get(language), view.subject);
    if !view.is_told {
        return one_line("strengths", subject, view! { {view.rule.clone()} {newest} });
    }
    let (strong, weak) = (view.strengths.len(), view.weaknesses.len());
    let line = match language {
        Language::Vi => format!("{strong} điểm mạnh, {weak} điểm yếu"),
        Language::En => format!("Strengths: {strong}, weaknesses: {weak}"),
    };
    // The page of the component says what stands out below it.
    let link = |component: &ComponentId| {
        address.with(|query| {
            query.index = Some(own.index);
            query.component = Some(component.clone());
            query.year = Some(own.year);
            query.years = None;
        })
    };
    let lists = {
        view! {
            <p class="muted">{view.rule.clone()}</p>
            <div class="two-columns">
                {list(text::STRENGTHS, &view.strengths, text::NO_STRENGTHS, &link, language)}
                {list(text::WEAKNESSES, &view.weaknesses, text::NO_WEAKNESSES, &link, language)}
            </div>
            <p class="source muted small">{view.source.clone()}</p>
        }
    };
    view! {
        <section id="strengths">
            <div class="strengths-part">
                <h2 class="section-title">{subject}</h2>
                {fold("strengths-lists", line, lists)}
            </div>
        </section>
    }
    .into_any()
}

fn newest_words(view: &StrengthsView, year: &str) -> String {
    match view.language {
        Language::Vi => format!("Xem năm gần nhất có đủ số liệu: {year}"),
        Language::En => format!("See the newest complete year: {year}"),
    }
}

fn list(
    title: Text,
    rows: &[StandoutView],
    none: Text,
    link: &dyn Fn(&ComponentId) -> String,
    language: Language,
) -> AnyView {
    let items = rows
        .iter()
        .map(|row| standout(row, link(&row.component), language))
        .collect_view();
    let none = rows
        .is_empty()
        .then(|| view! { <li class="muted">{none.get(language)}</li> });
    view! {
        <section class="moved">
            <h3>{format!("{} ({})", title.get(language), rows.len())}</h3>
            <ul class="plain">{items} {none}</ul>
        </section>
    }
    .into_any()
}

/// A component with its rank, and how far it stands from the rest.
fn standout(row: &StandoutView, href: String, language: Language) -> AnyView {
    view! {
        <li data-component=row.component.to_string()>
            <span>
                <a href=href>{row.name.clone()}</a>
                " "
                <span class="standout-remark muted small">{row.remark.clone()}</span>
            </span>
            <span class="standout-place">
                <strong>{row.rank_text.clone()}</strong>
                " "
                <span class="standout-remark">{row.margin_text.clone()}</span>
                <span class="visually-hidden">{format!(" {}", text::MARGIN.get(language))}</span>
            </span>
        </li>
    }
    .into_any()
}
