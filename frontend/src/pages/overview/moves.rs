//! What happened last on each index: its newest edition, and who won and lost most places.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    api::{IndexOverview, RankingRow},
    domain::{IndexInfo, YearCoverage},
    query::{PageQuery, YearRange},
};

use super::OverviewPageData;
use crate::{
    address::{Aspect, index_path, movers_path, province_address},
    components::change::WordedChange,
    format::rank_change,
    text::overview as text,
    view_model::wording::year_span,
};

/// How many provinces each list names.
const NAMED: usize = 3;

/// A card for each index.
pub(super) fn moves(data: &OverviewPageData, language: Language) -> AnyView {
    let cards = data
        .overview
        .indices
        .iter()
        .filter_map(|entry| {
            let info = data.indices.iter().find(|info| info.id == entry.index)?;
            Some(card(entry, info, language))
        })
        .collect_view();
    view! {
        <section class="overview-moves" aria-labelledby="moves-heading">
            <h2 id="moves-heading">{text::MOVES.get(language)}</h2>
            <ul class="cards">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(entry: &IndexOverview, info: &IndexInfo, language: Language) -> AnyView {
    let newest = info.coverage.last().map(|newest| {
        let address = PageQuery {
            year: Some(newest.year),
            ..PageQuery::default()
        };
        let address = address.address(&index_path(language, info.id));
        let words = format!("{} {}", info.short_name, newest.year);
        view! {
            <h3><a id=format!("newest-{}", info.id) href=address>{words}</a></h3>
            <p class="muted small">{edition(newest, language)}</p>
        }
    });
    view! {
        <li class=format!("card index-{}", info.id)>
            {newest}
            {movers(entry, language)}
        </li>
    }
    .into_any()
}

/// How much of the newest edition is on record.
fn edition(newest: &YearCoverage, language: Language) -> String {
    let YearCoverage {
        members,
        scores,
        ranks,
        complete,
        ..
    } = newest;
    match (complete, language) {
        (true, Language::Vi) => format!("Đủ số liệu của {members} tỉnh"),
        (true, Language::En) => format!("All {members} provinces are on record"),
        (false, Language::Vi) => {
            format!("Mới có điểm của {scores} và hạng của {ranks} trong {members} tỉnh")
        }
        (false, Language::En) => format!("So far scores of {scores} and ranks of {ranks} of {members} provinces"),
    }
}

/// Who won and who lost most places between the newest two years whose ranks are on record.
fn movers(entry: &IndexOverview, language: Language) -> AnyView {
    let Some(from) = entry.movers_from else {
        return view! { <p class="muted">{text::NO_MOVERS.get(language)}</p> }.into_any();
    };
    let span = YearRange { from, to: entry.year };
    let all = PageQuery {
        index: Some(entry.index),
        years: Some(span),
        ..PageQuery::default()
    };
    let aspect = Aspect::of(entry.index, &vithe_shared::ComponentId::overall(), entry.year).within(entry.borders);
    view! {
        <p class="card-year">{format!("{} {}", text::MOST_MOVED.get(language), year_span(from, entry.year))}</p>
        {list(&entry.risers, &aspect, language)}
        {list(&entry.fallers, &aspect, language)}
        <p class="small"><a id=format!("movers-{}", entry.index) href=all.address(&movers_path(language))>{text::ALL_MOVERS.get(language)}</a></p>
    }
    .into_any()
}

fn list(rows: &[RankingRow], aspect: &Aspect, language: Language) -> AnyView {
    let items = rows
        .iter()
        .take(NAMED)
        .map(|row| {
            let name = language.pick(&row.name_vi, &row.name_en).to_owned();
            let places = row.change.as_ref().and_then(|change| change.rank);
            let change = places.map(|places| view! { <WordedChange change=rank_change(places, language)/> });
            view! {
                <li>
                    <a href=province_address(language, &row.province, aspect)>{name}</a>
                    {change}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="plain moved">{items}</ul> }.into_any()
}
