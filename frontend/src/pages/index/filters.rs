//! The choices of the index page: component, year, region, and the provinces picked out.

use leptos::prelude::*;
use vithe_shared::{Year, sorting::sort_by, vietnamese};

use super::IndexPageData;
use crate::{
    address::PageAddress,
    components::{
        fold::filter_fold,
        query_form::{page_form, select_field},
    },
    pages::choices::{Named, component_field, pin_field, pinned_list, region_choices, year_choices},
    text::{common, index as text},
    view_model::RankingView,
};

/// The form, the years before and after, and the provinces picked out.
pub(super) fn filter_bar(address: &PageAddress, data: &IndexPageData, table: &RankingView) -> AnyView {
    let language = address.language;
    let index = &data.index;
    let component = index.component(&table.component);
    let years: &[Year] = component.map_or(&index.years, |component| &component.years);
    let component_field = component_field(index, &table.component, language, &|component| {
        component.years.contains(&table.year)
    });
    let mut names: Vec<Named> = table
        .rows
        .iter()
        .map(|row| (row.province.clone(), row.name.clone()))
        .collect();
    sort_by(&mut names, |left, right| vietnamese::compare(&left.1, &right.1));
    let region = table.region.as_ref().map(|(id, _)| id);
    let fields = view! {
        {component_field}
        {select_field("filter-y", "y", common::YEAR.get(language), year_choices(years, Some(table.year)))}
        {select_field("filter-r", "r", common::REGION.get(language), region_choices(&data.regions, region, language))}
        {pin_field(&names, &address.kept_in_view(), language)}
    }
    .into_any();
    let filters = view! {
        <div class="filters">
            {page_form(address, "filter", text::FILTERS.get(language), &["c", "y", "r", "p", "pin"], fields, common::APPLY.get(language))}
            <div class="filter-more">
                {pinned_list(address, &names)}
            </div>
        </div>
    };
    filter_fold("filters", table.state.clone(), filters)
}
