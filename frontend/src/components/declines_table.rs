//! Runs of falls as a table.

use leptos::prelude::*;
use vithe_shared::{Language, query::Sort};

use super::{
    sparkline::falling_line,
    table::{
        Caption, Columns, DataTable,
        cell::{NameCell, NumberCell, ProvinceCell, ScoreCell, TextCell, cost_hint},
        head::{ColumnHead, Direction, SortHeads},
    },
};
use crate::{
    address::PageAddress,
    text::{common, planner},
    view_model::{DeclinesView, declines_view::DeclineRowView},
};

/// What a table of runs shows beside the figures.
pub(crate) struct DeclinesTable<'a> {
    /// The page whose order its heads change; `None` where the order stands.
    pub(crate) sorted_on: Option<&'a PageAddress>,
    /// Whether the rows name their province.
    pub(crate) has_province: bool,
    /// Where a run is won back.
    pub(crate) win_back: &'a dyn Fn(&DeclineRowView) -> Option<String>,
}

impl DeclinesTable<'_> {
    /// The table.
    pub(crate) fn view(&self, view: &DeclinesView) -> AnyView {
        let language = view.language;
        let columns = self.columns(language);
        let rows = view
            .rows
            .iter()
            .map(|row| columns.row(&format!("{}/{}", row.province, row.component), row))
            .collect();
        let label = planner::DECLINES_TABLE.get(language);
        let caption = Caption::Shown(view.text.kicker.clone());
        view! {
            <div class="declines-part">
                <DataTable id=format!("table-declines-{}", view.index) label caption heads=columns.into_heads() rows/>
            </div>
        }
        .into_any()
    }

    fn columns(&self, language: Language) -> Columns<'_, DeclineRowView> {
        let mut columns = Columns::<DeclineRowView>::new();
        if self.has_province {
            columns.headed(
                self.head(Sort::Name, common::PROVINCE.get(language), false),
                move |row| view! { <ProvinceCell language province=&row.province name=row.name.clone()/> }.into_any(),
            );
        }
        let names_row = !self.has_province;
        columns.words(common::COMPONENT.get(language), move |row| {
            let name = row.component_name.clone();
            let remark = cost_hint(row.is_cost, language);
            if names_row {
                view! { <NameCell name remark/> }.into_any()
            } else {
                view! { <TextCell text=name remark class="component"/> }.into_any()
            }
        });
        columns.headed(self.head(Sort::Rank, planner::FALLS.get(language), true), |row| {
            view! { <ScoreCell text=row.falls.to_string()/> }.into_any()
        });
        columns.numbers(planner::SPAN.get(language), |row| row.span.clone());
        columns.figures(planner::CHANGE.get(language), |row| {
            view! { <TextCell text=row.change_text.clone() class="num change-down"/> }.into_any()
        });
        columns.numbers(planner::MEDIAN_CHANGE.get(language), |row| row.median_text.clone());
        columns.numbers(planner::DISTANCE.get(language), |row| row.distance_text.clone());
        columns.numbers(planner::PLACES_LOST.get(language), |row| row.places_text.clone());
        columns.headed(self.head(Sort::Cost, planner::COST_POINTS.get(language), true), |row| {
            view! { <NumberCell text=row.cost_text.clone()/> }.into_any()
        });
        columns.numbers(planner::COST_PLACES.get(language), |row| row.cost_places_text.clone());
        columns.words(planner::COURSE.get(language), |row| {
            view! { <td>{falling_line(&row.scores, row.sentence.clone())}</td> }.into_any()
        });
        columns.words(planner::WHAT_IF.get(language), move |row| {
            let link =
                (self.win_back)(row).map(|address| view! { <a href=address>{planner::WIN_BACK.get(language)}</a> });
            view! { <td class="nowrap">{link}</td> }.into_any()
        });
        columns
    }

    fn head(&self, sort: Sort, text: &str, number: bool) -> AnyView {
        let Some(address) = self.sorted_on else {
            return view! { <ColumnHead text number/> }.into_any();
        };
        let chosen = address
            .query
            .sort
            .filter(|sort| matches!(sort, Sort::Name | Sort::Cost))
            .unwrap_or_default();
        let direction = |sort| match sort {
            Sort::Name => Direction::Ascending,
            _ => Direction::Descending,
        };
        SortHeads {
            address,
            chosen,
            direction,
        }
        .head(sort, text, number)
    }
}
