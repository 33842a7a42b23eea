//! The links from the table of an index to what else can be asked of it.

use leptos::prelude::*;
use vithe_shared::{
    Indicator,
    domain::IndexInfo,
    query::{FigureQuery, PageQuery},
};

use super::{movers::movers_address, planner_sections::FOLLOWED};
use crate::{
    address::{PageAddress, check_path, declines_path, index_path, regions_path, scatter_path, what_if_path},
    text::{check, index as text, indicators, planner},
};

/// Where the table of a component and year leads: its movers, its regions over the years, another index beside it, and for
/// indices whose components are followed what keeps falling and what would win it back; and the checker of claims.
pub(super) fn analysis_links(address: &PageAddress, index: &IndexInfo, table: &FigureQuery) -> AnyView {
    let language = address.language;
    let of_index = PageQuery {
        index: Some(index.id),
        ..PageQuery::default()
    };
    let regions = PageQuery {
        component: Some(table.component.clone()),
        ..of_index.clone()
    };
    let scatter = PageQuery {
        x: Some(Indicator {
            index: table.index,
            component: table.component.clone(),
        }),
        year: table.year,
        pins: table.provinces.clone(),
        region: table.region.clone(),
        ..PageQuery::default()
    };
    let planner = FOLLOWED.contains(&index.id).then(|| {
        [
            (of_index.address(&declines_path(language)), planner::DECLINES),
            (of_index.address(&what_if_path(language)), planner::WHAT_IF),
        ]
    });
    let indicators = index
        .indicators_of(&table.component)
        .filter(|of| table.year.is_some_and(|year| of.years.contains(&year)))
        .map(|of| {
            let query = PageQuery {
                component: Some(of.first.clone().into()),
                year: table.year,
                ..PageQuery::default()
            };
            let words = indicators::of_component(of.count, language);
            view! { <li><a href=query.address(&index_path(language, index.id))>{words}</a></li> }
        });
    let movers = movers_address(address, index).map(|movers| (movers, text::MOVERS));
    let others = [
        (regions.address(&regions_path(language)), text::REGIONS_OVER_YEARS),
        (scatter.address(&scatter_path(language)), text::SCATTER),
    ];
    let links = movers
        .into_iter()
        .chain(others)
        .chain(planner.into_iter().flatten())
        .chain([(check_path(language), check::TITLE)])
        .map(|(link, words)| view! { <li><a href=link>{words.get(language)}</a></li> })
        .collect_view();
    view! {
        <nav class="analyses" aria-label=text::ANALYSES.get(language)>
            <span class="muted small" aria-hidden="true">{text::ANALYSES.get(language)}</span>
            <ul class="inline-list">{indicators} {links}</ul>
        </nav>
    }
    .into_any()
}
