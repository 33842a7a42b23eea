//! The provinces of a scatter as a table.

use leptos::prelude::AnyView;

use crate::{
    address::province_path,
    markup::Markup,
    text::{common, scatter as text},
    view_model::{ProvinceLabel, ScatterView},
};

/// Every province with both figures; below them those that lack one, with the reason in its place.
pub(crate) fn scatter_table(view: &ScatterView) -> AnyView {
    let language = view.language;
    let mut markup = Markup::default();
    markup.open_frame("", text::TABLE.get(language));
    markup.element("caption", &[], &view.text.kicker);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::PROVINCE.get(language));
    markup.column("num", &view.x.label);
    markup.column("num", &view.y.label);
    markup.column("", common::REGION.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    if view.x.median.is_some() || view.y.median.is_some() {
        markup.open("tr", &[("class", "level-0")]);
        markup.element("th", &[("scope", "row")], text::MEDIAN.get(language));
        markup.number(&view.x.median_text);
        markup.number(&view.y.median_text);
        markup.element("td", &[], "");
        markup.close("tr");
    }
    for point in &view.points {
        row(
            &mut markup,
            view,
            &point.label,
            &point.region_name,
            [&point.x_text, &point.y_text],
        );
    }
    for unit in &view.left_out {
        row(
            &mut markup,
            view,
            &unit.label,
            &unit.region_name,
            [&unit.x_text, &unit.y_text],
        );
    }
    markup.close("tbody");
    markup.close_frame();
    markup.view("scatter-table")
}

fn row(markup: &mut Markup, view: &ScatterView, label: &ProvinceLabel, region: &str, scores: [&str; 2]) {
    let class = if label.highlighted { "is-highlighted" } else { "" };
    markup.open("tr", &[("class", class)]);
    markup.open("th", &[("scope", "row")]);
    markup.link(&province_path(view.language, &label.province), &label.name);
    markup.close("th");
    for score in scores {
        markup.number(score);
    }
    markup.element("td", &[("class", "nowrap")], region);
    markup.close("tr");
}
