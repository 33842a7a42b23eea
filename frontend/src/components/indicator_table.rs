//! The units on one indicator, and the indicators of a component over all units.

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Language,
    api::indicators::{IndicatorRow, IndicatorsAnswer},
    domain::Direction,
    query::{PageQuery, Sort},
};

use super::table::{
    Caption, Columns, DataTable,
    cell::{NameCell, NumberCell, ProvinceCell, TextCell},
    order::{SortHead, SortKey},
};
use crate::{
    address::{Aspect, PageAddress, index_path},
    format::NO_FIGURE,
    text::{common, index, indicators as text},
    view_model::{
        IndicatorView,
        indicator_view::IndicatorUnitView,
        indicator_words::{IndicatorNumber, direction_words, unit_name},
    },
};

/// The table of one indicator, in the order of the address.
pub(crate) fn indicator_table(view: &IndicatorView, address: &PageAddress) -> AnyView {
    let language = address.language;
    // The page of a province opens on the component that the indicator lies below.
    let aspect = Aspect::of(view.index, &view.indicator.component, view.year).within(view.borders);
    let mut columns = Columns::<IndicatorUnitView>::ordered_on(Some(address));
    columns.sortable(
        SortHead::ranks(Sort::Rank, common::RANK.get(language)),
        |row| SortKey::from(row.rank),
        |row| view! { <NumberCell text=row.rank_text.clone()/> }.into_any(),
    );
    columns.sortable(
        SortHead::words(Sort::Name, common::PROVINCE.get(language)),
        |row| SortKey::Word(row.name.clone()),
        move |row| {
            view! { <ProvinceCell language province=&row.province name=row.name.clone() aspect=&aspect/> }.into_any()
        },
    );
    columns.sortable(
        SortHead::figures(Sort::Score, text::VALUE.get(language)),
        |row| SortKey::from(row.value),
        |row| view! { <td class="num strong">{row.value_text.clone()}</td> }.into_any(),
    );
    columns.sortable(
        SortHead::figures(Sort::Distance, text::DISTANCE.get(language)),
        |row| SortKey::from(row.distance),
        |row| view! { <NumberCell text=row.distance_text.clone()/> }.into_any(),
    );
    columns.sortable(
        SortHead::ranks(Sort::RegionRank, common::REGION_RANK.get(language)),
        |row| SortKey::from(row.region_rank),
        |row| view! { <NumberCell text=row.region_rank_text.clone()/> }.into_any(),
    );
    columns.sortable(
        SortHead::words(Sort::Region, common::REGION.get(language)),
        |row| SortKey::Word(row.region_name.clone()),
        |row| view! { <TextCell text=row.region_name.clone() class="nowrap"/> }.into_any(),
    );
    let rows = columns
        .in_order(&view.rows, |row| row.highlighted)
        .into_iter()
        .map(|row| columns.row(&row.province, row).highlighted(row.highlighted))
        .collect();
    let title = index::LEAGUE.get(language);
    let caption = Caption::Hidden(format!("{title}: {}", view.text.kicker));
    view! {
        <div class="league-part">
            <DataTable id="table-league" label=title caption heads=columns.into_heads() rows frame="league"/>
        </div>
    }
    .into_any()
}

/// The indicators of a component over all units: median, best and worst of each, with a link to its page.
pub(crate) fn component_indicators(answer: &IndicatorsAnswer, index: IndexId, language: Language) -> AnyView {
    let href = |row: &IndicatorRow| {
        let query = PageQuery {
            component: Some(row.indicator.id.clone().into()),
            year: Some(answer.year),
            ..PageQuery::default()
        };
        query.address(&index_path(language, index))
    };
    let number = |row: &IndicatorRow| IndicatorNumber::of(row.indicator.unit, row.summary.as_ref(), language);
    let mut columns = Columns::<IndicatorRow>::new();
    columns.words(text::INDICATOR.get(language), |row| {
        let name = language.pick(&row.indicator.name_vi, &row.indicator.name_en).to_owned();
        let remark = format!(
            "{}, {}",
            unit_name(row.indicator.unit, language).to_lowercase(),
            direction_words(row.indicator.direction, language)
        );
        view! { <NameCell name href=href(row) remark=Some(remark) class="long-name"/> }.into_any()
    });
    let mut of_summary = |name: &'static str, value: fn(&IndicatorRow) -> Option<f64>| {
        columns.numbers(name, move |row| {
            value(row).map_or_else(|| NO_FIGURE.to_owned(), |value| number(row).number(value))
        });
    };
    of_summary(text::BEST.get(language), |row| {
        row.summary.map(|summary| match row.indicator.direction {
            Direction::Higher => summary.max,
            Direction::Lower => summary.min,
        })
    });
    of_summary(text::MEDIAN.get(language), |row| {
        row.summary.map(|summary| summary.median)
    });
    of_summary(text::WORST.get(language), |row| {
        row.summary.map(|summary| match row.indicator.direction {
            Direction::Higher => summary.min,
            Direction::Lower => summary.max,
        })
    });
    let rows = answer
        .rows
        .iter()
        .map(|row| columns.row(&row.indicator.id, row))
        .collect();
    let label = text::ALL_OF_COMPONENT.get(language);
    let caption = Caption::Hidden(label.to_owned());
    view! { <DataTable id="table-indicators" label caption heads=columns.into_heads() rows/> }.into_any()
}
