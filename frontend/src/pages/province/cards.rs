//! The four indices of a province as cards, side by side.

use leptos::prelude::*;
use vithe_shared::{IndexId, Language, query::ObservationQuery};

use super::ProvincePageData;
use crate::{
    address::PageAddress,
    components::{change::WordedChange, sparkline::rank_line, table::cell::Remark},
    format::capitalise,
    pages::sources::sources_address,
    text::{index as index_text, province as text},
    view_model::{ChangeView, ProfileView, profile_view::IndexCardView},
};

/// A card per index; the one whose components are shown below is marked.
pub(super) fn cards(address: &PageAddress, data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let cards = IndexId::ALL
        .into_iter()
        .map(|index| card(address, data, view, index))
        .collect_view();
    view! {
        <div class="card-list">
            <ul class="cards">{cards}</ul>
        </div>
    }
    .into_any()
}

fn card(address: &PageAddress, data: &ProvincePageData, view: &ProfileView, index: IndexId) -> AnyView {
    let link = address.with(|query| {
        query.index = Some(index);
        query.component = None;
    });
    let is_chosen = index == data.index.id;
    let class = format!("card index-{index}{}", if is_chosen { " is-chosen" } else { "" });
    let body = view.cards.iter().find(|card| card.index == index).map_or_else(
        || view! { <p class="muted">{text::NOTHING.get(view.language)}</p> }.into_any(),
        |card| card_body(card, data, view),
    );
    view! {
        <li class=class data-index=index.as_str()>
            <h3>
                <a id=format!("card-{index}") href=link data-noscroll="true" aria-current=is_chosen.then_some("true")>{index.short_name()}</a>
            </h3>
            {body}
        </li>
    }
    .into_any()
}

fn card_body(card: &IndexCardView, data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let language = view.language;
    let year = card.other_year.clone().unwrap_or_else(|| card.year.to_string());
    let status = card
        .status
        .map(|status| view! { <p class="muted small">{capitalise(status)}</p> });
    let basis = card.rank_basis.map(|basis| view! { <Remark text=basis/> });
    let note = card.change.as_ref().and_then(change_note);
    let interval = data
        .intervals
        .iter()
        .find(|(index, _)| *index == card.index)
        .map(|(_, sentence)| view! { <p class="card-interval small">{sentence.clone()}</p> });
    let median = card.median_text.as_ref().map(|median| {
        let words = format!("{}: {median}", text::MEDIAN.get(language));
        view! { <p class="muted small">{words}</p> }
    });
    let sources = sources_address(
        language,
        ObservationQuery {
            index: Some(card.index),
            component: None,
            province: Some(view.province.clone()),
            year: Some(card.year),
        },
    );
    view! {
        <p class="card-year">{year}</p>
        <p class="card-score">{card.score_text.clone()}</p>
        {status}
        <p class="card-rank">
            <strong>{card.rank_text.clone()}</strong>
            {basis}
        </p>
        {facts(card, language)}
        {note}
        {interval}
        {median}
        {trend(card, data, view)}
        <p class="small"><a href=sources>{text::SOURCE_OF_CARD.get(language)}</a></p>
    }
    .into_any()
}

/// The rank within the region, and what changed since the year before.
fn facts(card: &IndexCardView, language: Language) -> AnyView {
    let in_region = card.region_rank_text.as_ref().map(|rank| {
        let words = format!("{rank} {}", text::IN_REGION.get(language));
        view! { <li>{words}</li> }
    });
    let change = card.change.as_ref();
    let moves: Vec<AnyView> = change
        .into_iter()
        .flat_map(|change| change.rank.iter().chain(&change.score))
        .map(|moved| view! { <li><WordedChange change=moved.clone()/></li> }.into_any())
        .collect();
    let against = change.filter(|_| !moves.is_empty()).map(|change| {
        let words = match language {
            Language::Vi => format!("so với {}", change.from_year),
            Language::En => format!("on {}", change.from_year),
        };
        view! { <li class="muted">{words}</li> }
    });
    view! {
        <ul class="card-facts">
            {in_region}
            {moves}
            {against}
        </ul>
    }
    .into_any()
}

/// Why a change is limited or refused, with what was printed.
fn change_note(change: &ChangeView) -> Option<AnyView> {
    let printed = change
        .printed_values
        .as_ref()
        .map(|values| format!(" ({values})"))
        .unwrap_or_default();
    let words = format!("{}{printed}", capitalise(change.note.as_ref()?));
    Some(view! { <p class="card-note">{words}</p> }.into_any())
}

/// The ranks over the years as a small line.
fn trend(card: &IndexCardView, data: &ProvincePageData, view: &ProfileView) -> Option<AnyView> {
    let (_, trend) = data.trends.iter().find(|(index, _)| *index == card.index)?;
    let ranks = trend.of_province(&view.province)?;
    let label = format!("{}: {}", card.short_name, index_text::TREND_TITLE.get(view.language));
    rank_line(ranks, trend.worst, label)
}
