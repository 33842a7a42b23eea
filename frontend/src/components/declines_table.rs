//! Runs of falls as a table.

use leptos::prelude::*;
use vithe_shared::{Language, Year, query::Sort};

use super::{
    sparkline::{LineFrame, YearScore},
    table::{
        Caption, Columns, DataTable,
        cell::{NameCell, NumberCell, ProvinceCell, ScoreCell, TextCell},
        head::cost_remark,
        order::{SortHead, SortKey},
    },
};
use crate::{
    address::{Aspect, PageAddress},
    text::{common, planner},
    view_model::{DeclinesView, declines_view::DeclineRowView},
};

fn key(row: &DeclineRowView) -> String {
    format!("{}/{}", row.province, row.component)
}

/// What was lost by each year since the run began: on one scale, so that the deepest line lost most.
fn losses(row: &DeclineRowView) -> Vec<YearScore> {
    let first = row.scores.first().copied().unwrap_or_default();
    let years = (row.from_year.0..).map(Year);
    years
        .zip(&row.scores)
        .map(|(year, score)| (year, score - first))
        .collect()
}

/// What a table of runs shows beside the figures.
pub(crate) struct DeclinesTable<'a> {
    /// The page whose order its heads change; `None` where the order stands.
    pub(crate) sorted_on: Option<&'a PageAddress>,
    /// Whether the rows name their province.
    pub(crate) has_province: bool,
    /// How many runs are shown at most, the first in their order, each with its parts.
    pub(crate) most: usize,
    /// Where a run is won back.
    pub(crate) win_back: &'a dyn Fn(&DeclineRowView) -> Option<String>,
}

impl DeclinesTable<'_> {
    /// The table.
    pub(crate) fn view(&self, view: &DeclinesView) -> AnyView {
        let language = view.language;
        let has_cost = (view.rows.iter().flat_map(|row| std::iter::once(row).chain(&row.parts))).any(|row| row.is_cost);
        let losses: Vec<Vec<YearScore>> = view
            .rows
            .iter()
            .flat_map(|row| std::iter::once(row).chain(&row.parts))
            .map(losses)
            .collect();
        let frame = LineFrame::around(losses.iter().map(Vec::as_slice), Vec::new());
        let columns = self.columns(view, has_cost, frame.as_ref(), language);
        let rows = columns
            .in_order(&view.rows, |row| {
                let pins = self.sorted_on.map(|page| &page.query.pins);
                pins.is_some_and(|pins| pins.contains(&row.province))
            })
            .into_iter()
            .take(self.most)
            .flat_map(|row| {
                let part = |part: &DeclineRowView| columns.row(&key(part), part).of_level(2);
                std::iter::once(columns.row(&key(row), row)).chain(row.parts.iter().map(part))
            })
            .collect();
        let (name, label) = if view.is_span() {
            ("span", planner::SPAN_TABLE)
        } else {
            ("declines", planner::DECLINES_TABLE)
        };
        let label = label.get(language);
        let caption = Caption::Shown(view.text.kicker.clone());
        view! {
            <div class="declines-part">
                <DataTable id=format!("table-{name}-{}", view.index) label caption heads=columns.into_heads() rows/>
            </div>
        }
        .into_any()
    }

    fn columns<'t>(
        &'t self,
        view: &DeclinesView,
        has_cost: bool,
        frame: Option<&'t LineFrame>,
        language: Language,
    ) -> Columns<'t, DeclineRowView> {
        let (index, borders) = (view.index, view.borders);
        let is_span = view.is_span();
        let mut columns = Columns::<DeclineRowView>::ordered_on(self.sorted_on);
        if self.has_province {
            columns.sortable(
                SortHead::words(Sort::Name, common::PROVINCE.get(language)),
                |row| SortKey::Word(row.name.clone()),
                move |row| {
                    let aspect = Aspect::of(index, &row.component, row.until).within(borders);
                    view! { <ProvinceCell language province=&row.province name=row.name.clone() aspect=&aspect/> }
                        .into_any()
                },
            );
        }
        let names_row = !self.has_province;
        columns.sortable(
            SortHead::words(Sort::Component, common::COMPONENT.get(language)).remark(cost_remark(has_cost, language)),
            |row| SortKey::Word(row.component_name.clone()),
            move |row| {
                let name = row.component_name.clone();
                if names_row {
                    view! { <NameCell name/> }.into_any()
                } else {
                    view! { <TextCell text=name class="component"/> }.into_any()
                }
            },
        );
        if is_span {
            columns.sortable(
                SortHead::figures(Sort::Rank, planner::LOSS.get(language)),
                |row| SortKey::from(row.loss),
                |row| view! { <ScoreCell text=row.loss_text.clone()/> }.into_any(),
            );
        } else {
            columns.sortable(
                SortHead::figures(Sort::Rank, planner::FALLS.get(language)),
                |row| SortKey::from(Some(row.falls)),
                |row| view! { <ScoreCell text=row.falls.to_string()/> }.into_any(),
            );
            columns.numbers(planner::SPAN.get(language), |row| row.span.clone());
        }
        columns.sortable(
            // The greatest loss is the first that is looked for.
            SortHead::ranks(Sort::Points, planner::CHANGE.get(language)),
            |row| SortKey::from(Some(-row.lost)),
            |row| view! { <TextCell text=row.change_text.clone() class="num change-down"/> }.into_any(),
        );
        columns.sortable(
            SortHead::figures(Sort::Median, planner::MEDIAN_CHANGE.get(language)),
            |row| SortKey::from(row.median),
            |row| view! { <NumberCell text=row.median_text.clone()/> }.into_any(),
        );
        columns.sortable(
            SortHead::ranks(Sort::Distance, planner::DISTANCE.get(language)),
            |row| SortKey::from(row.distance),
            |row| view! { <NumberCell text=row.distance_text.clone()/> }.into_any(),
        );
        columns.sortable(
            SortHead::ranks(Sort::Change, planner::PLACES_LOST.get(language)),
            |row| SortKey::from(row.places),
            |row| view! { <NumberCell text=row.places_text.clone()/> }.into_any(),
        );
        columns.sortable(
            SortHead::figures(Sort::Cost, planner::COST_POINTS.get(language)),
            |row| SortKey::from(row.cost),
            |row| view! { <NumberCell text=row.cost_text.clone()/> }.into_any(),
        );
        columns.sortable(
            SortHead::figures(Sort::CostPlaces, planner::COST_PLACES.get(language)),
            |row| SortKey::from(row.cost_places),
            |row| view! { <NumberCell text=row.cost_places_text.clone()/> }.into_any(),
        );
        let course = frame.map(|frame| format!("{} {}", planner::COURSE.get(language), frame.span()));
        columns.words(&course.unwrap_or_default(), move |row| {
            let line = frame.and_then(|frame| frame.line(&losses(row), row.until, row.sentence.clone()));
            view! { <td>{line}</td> }.into_any()
        });
        columns.words(planner::WHAT_IF.get(language), move |row| {
            let link =
                (self.win_back)(row).map(|address| view! { <a href=address>{planner::WIN_BACK.get(language)}</a> });
            view! { <td class="nowrap">{link}</td> }.into_any()
        });
        columns
    }
}
