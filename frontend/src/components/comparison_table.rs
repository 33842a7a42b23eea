//! The components of several provinces side by side.

use leptos::prelude::AnyView;

use crate::markup::Markup;
use crate::{
    address::province_path,
    text::{common, compare, province},
    view_model::ComparisonView,
};

/// One row per component, one column per province; the total first.
pub(crate) fn comparison_table(view: &ComparisonView) -> AnyView {
    let language = view.language;
    let mut markup = Markup::default();
    markup.open_frame("", compare::TABLE.get(language));
    markup.element("caption", &[], compare::SCORE_AND_RANK.get(language));
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::COMPONENT.get(language));
    for label in &view.provinces {
        markup.open("th", &[("scope", "col"), ("class", "num")]);
        markup.link(&province_path(language, &label.province), &label.name);
        markup.close("th");
    }
    markup.column("num", compare::MEDIAN.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    markup.open("tr", &[("class", "level-0")]);
    markup.element("th", &[("scope", "row")], common::OVERALL.get(language));
    for (score, rank) in &view.overall {
        markup.open("td", &[("class", "num")]);
        markup.text(score);
        markup.remark(rank);
        markup.close("td");
    }
    markup.number("");
    markup.close("tr");
    for row in &view.rows {
        markup.open("tr", &[]);
        markup.open("th", &[("scope", "row")]);
        markup.text(&row.name);
        if row.is_cost {
            markup.remark(&format!("({})", province::HIGHER_IS_BETTER.get(language)));
        }
        markup.close("th");
        for cell in &row.cells {
            markup.open("td", &[("class", "num")]);
            markup.text(&cell.score_text);
            if cell.rank.is_some() {
                markup.remark(&cell.rank_text);
            }
            markup.close("td");
        }
        markup.element("td", &[("class", "num muted")], &row.median_text);
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
    markup.view("comparison")
}
