//! The table of provinces × components.

use leptos::prelude::AnyView;

use crate::markup::Markup;
use crate::{
    address::province_path,
    text::{common, compare, index},
    view_model::MatrixView,
};

/// Every score with its rank; columns that are not complete say how much is on record.
pub(crate) fn matrix_table(view: &MatrixView) -> AnyView {
    let language = view.language;
    let mut markup = Markup::default();
    markup.open_frame("", index::SCORES_BY_COMPONENT.get(language));
    markup.element(
        "caption",
        &[],
        &format!("{}. {}", view.text.kicker, compare::SCORE_AND_RANK.get(language)),
    );
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::PROVINCE.get(language));
    markup.column("num", common::OVERALL.get(language));
    markup.column("num", common::RANK.get(language));
    for column in &view.columns {
        markup.open("th", &[("scope", "col"), ("class", "num")]);
        markup.text(&column.name);
        if !column.complete {
            markup.remark(&column.on_record);
        }
        markup.close("th");
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in &view.rows {
        markup.open(
            "tr",
            &[("class", if row.label.highlighted { "is-highlighted" } else { "" })],
        );
        markup.open("th", &[("scope", "row")]);
        markup.link(&province_path(language, &row.label.province), &row.label.name);
        markup.close("th");
        markup.element("td", &[("class", "num strong")], &row.overall_score_text);
        markup.number(&row.overall_rank_text);
        for cell in &row.cells {
            markup.open("td", &[("class", "num")]);
            markup.text(&cell.score_text);
            markup.remark(&cell.rank.map(|rank| rank.to_string()).unwrap_or_default());
            markup.close("td");
        }
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
    markup.view("matrix")
}
