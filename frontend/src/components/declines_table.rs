//! Runs of falls as a table.

use leptos::prelude::AnyView;
use vithe_shared::query::Sort;

use super::{sort_head::sort_head, sparkline::falling_line};
use crate::{
    address::{PageAddress, province_path},
    markup::Markup,
    text::{common, planner, province},
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
        let mut markup = Markup::default();
        markup.open_frame("", planner::DECLINES_TABLE.get(language));
        markup.element("caption", &[], &view.text.kicker);
        markup.open("thead", &[]);
        markup.open("tr", &[]);
        if self.has_province {
            self.head(&mut markup, Sort::Name, "", common::PROVINCE.get(language));
        }
        markup.column("", common::COMPONENT.get(language));
        self.head(&mut markup, Sort::Rank, "num", planner::FALLS.get(language));
        markup.column("num", planner::SPAN.get(language));
        for name in [
            planner::CHANGE,
            planner::MEDIAN_CHANGE,
            planner::DISTANCE,
            planner::PLACES_LOST,
        ] {
            markup.column("num", name.get(language));
        }
        self.head(&mut markup, Sort::Cost, "num", planner::COST_POINTS.get(language));
        markup.column("num", planner::COST_PLACES.get(language));
        markup.column("", planner::COURSE.get(language));
        markup.column("", planner::WHAT_IF.get(language));
        markup.close("tr");
        markup.close("thead");
        markup.open("tbody", &[]);
        for row in &view.rows {
            self.row(&mut markup, row, view);
        }
        markup.close("tbody");
        markup.close_frame();
        markup.view("declines-part")
    }

    fn head(&self, markup: &mut Markup, sort: Sort, class: &str, text: &str) {
        let Some(address) = self.sorted_on else {
            markup.column(class, text);
            return;
        };
        let chosen = address
            .query
            .sort
            .filter(|sort| matches!(sort, Sort::Name | Sort::Cost))
            .unwrap_or_default();
        let direction = match (chosen == sort, sort) {
            (false, _) => "",
            (true, Sort::Name) => "ascending",
            (true, _) => "descending",
        };
        sort_head(markup, address, sort, direction, class, text);
    }

    fn row(&self, markup: &mut Markup, row: &DeclineRowView, view: &DeclinesView) {
        let language = view.language;
        let component = |markup: &mut Markup| {
            markup.text(&row.component_name);
            if row.is_cost {
                markup.remark(&format!("({})", province::HIGHER_IS_BETTER.get(language)));
            }
        };
        markup.open("tr", &[]);
        markup.open("th", &[("scope", "row")]);
        if self.has_province {
            markup.link(&province_path(language, &row.province), &row.name);
            markup.close("th");
            markup.open("td", &[("class", "component")]);
            component(markup);
            markup.close("td");
        } else {
            component(markup);
            markup.close("th");
        }
        markup.element("td", &[("class", "num strong")], &row.falls.to_string());
        markup.number(&row.span);
        markup.element("td", &[("class", "num change-down")], &row.change_text);
        for text in [
            &row.median_text,
            &row.distance_text,
            &row.places_text,
            &row.cost_text,
            &row.cost_places_text,
        ] {
            markup.number(text);
        }
        markup.open("td", &[]);
        falling_line(markup, &row.scores, &row.sentence);
        markup.close("td");
        markup.open("td", &[("class", "nowrap")]);
        if let Some(address) = (self.win_back)(row) {
            markup.link(&address, planner::WIN_BACK.get(language));
        }
        markup.close("td");
        markup.close("tr");
    }
}
