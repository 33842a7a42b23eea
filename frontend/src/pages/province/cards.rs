//! The four indices of a province as cards, side by side.

use leptos::prelude::*;
use vithe_shared::{IndexId, Language, query::ObservationQuery};

use super::ProvincePageData;
use crate::{
    address::PageAddress,
    components::{change::WordedChange, fold::fold, sparkline::line_label, table::cell::Remark},
    format::capitalise,
    pages::sources::sources_address,
    text::{common, province as text},
    view_model::{ChangeView, ProfileView, profile_view::IndexCardView},
};

/// A card per index; the one whose components are shown below is marked.
pub(super) fn cards(address: &PageAddress, data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let told = view.cards.iter().map(|card| card.index);
    let untold = IndexId::ALL
        .into_iter()
        .filter(|index| view.cards.iter().all(|card| card.index != *index));
    let cards = told
        .chain(untold)
        .map(|index| card(address, data, view, index))
        .collect_view();
    view! {
        <div id="indices" class="card-list">
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
    let basis: Vec<&str> = [card.extreme, card.rank_basis, card.press]
        .into_iter()
        .flatten()
        .collect();
    let basis = (!basis.is_empty()).then(|| view! { <Remark text=basis.join(", ")/> });
    let note = card.change.as_ref().and_then(change_note);
    let interval = data
        .intervals
        .iter()
        .find(|(index, _)| *index == card.index)
        .map(|(_, sentence)| view! { <p class="card-interval small">{sentence.clone()}</p> });
    let median = card
        .median_text
        .clone()
        .map(|median| view! { <p class="muted small">{median}</p> });
    let sources = sources_address(
        language,
        ObservationQuery {
            index: Some(card.index),
            component: None,
            province: Some(view.province.clone()),
            year: Some(card.year),
            borders: data.profile.province.borders.in_address(),
        },
    );
    let more = view! {
        {note}
        {interval}
        {median}
        <p class="card-source small"><a href=sources>{text::SOURCE_OF_CARD.get(language)}</a></p>
    };
    view! {
        <p class="card-year">{year}</p>
        <p class="card-score">{card.score_text.clone()}</p>
        {status}
        <p class="card-rank">
            <strong>{card.rank_text.clone()}</strong>
            {basis}
        </p>
        {facts(card, data, language)}
        {trend(card, data, view)}
        {fold(format!("more-{}", card.index), text::CARD_MORE.get(language), more)}
    }
    .into_any()
}

/// The rank within the region with those ahead, and what changed since the year before.
fn facts(card: &IndexCardView, data: &ProvincePageData, language: Language) -> AnyView {
    let change = card.change.as_ref();
    let moves: Vec<AnyView> = change
        .into_iter()
        .flat_map(|change| change.rank.iter().chain(&change.score))
        .map(|moved| view! { <li><WordedChange change=moved.clone()/></li> }.into_any())
        .collect();
    let against = card
        .against_text
        .clone()
        .filter(|_| !moves.is_empty())
        .map(|words| view! { <li class="muted">{words}</li> });
    view! {
        {card.region_rank_text.as_ref().map(|rank| in_region(card.index, rank, data, language))}
        <ul class="card-facts">
            {moves}
            {against}
        </ul>
    }
    .into_any()
}

/// The rank within the region; it opens the list of those that are ahead.
fn in_region(index: IndexId, rank: &str, data: &ProvincePageData, language: Language) -> AnyView {
    let words = format!("{rank} {}", text::IN_REGION.get(language));
    let Some(ahead) = data.ahead.iter().find(|ahead| ahead.index == index) else {
        return view! { <p class="card-region">{words}</p> }.into_any();
    };
    let id = format!("ahead-{index}");
    let items = ahead
        .rows
        .iter()
        .map(|row| {
            view! {
                <li>
                    <a href=row.address.clone()>{row.name.clone()}</a>
                    <Remark text=row.figures.clone()/>
                </li>
            }
        })
        .collect_view();
    view! {
        <details id=id.clone() class="card-region">
            <summary id=format!("{id}-line")>{format!("{words}: {}", ahead.counted)}</summary>
            <ol class="ahead">{items}</ol>
        </details>
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

/// The scores over the years as a small line, with the years it spans.
fn trend(card: &IndexCardView, data: &ProvincePageData, view: &ProfileView) -> Option<AnyView> {
    let (_, trend) = data.trends.iter().find(|(index, _)| *index == card.index)?;
    let frame = trend.frame.as_ref()?;
    let label = line_label(card.short_name, frame, card.year, view.language);
    let line = frame.line(trend.scores_of(&view.province)?, card.year, label)?;
    let span = format!("{} {}", common::SCORE.get(view.language), frame.span());
    Some(view! { <p class="card-trend">{line}<span class="muted small">{span}</span></p> }.into_any())
}
