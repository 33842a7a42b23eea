//! Regions over the years as tables: how far provinces lie apart in one year, and the medians of all years.

use leptos::prelude::AnyView;
use vithe_shared::Language;

use crate::{
    markup::Markup,
    text::{common, regions as text},
    view_model::{
        RegionsView,
        regions_view::{RegionCell, SpreadRow},
    },
};

/// Both tables.
pub(crate) fn regions_table(view: &RegionsView) -> AnyView {
    let language = view.frame.subject.language;
    let mut markup = Markup::default();
    if let Some(year) = view.spread_year {
        let title = format!("{} · {year}", text::SPREAD.get(language));
        spread(&mut markup, view, &title, language);
    }
    medians(&mut markup, view, language);
    markup.view("regions-tables")
}

fn spread(markup: &mut Markup, view: &RegionsView, title: &str, language: Language) {
    markup.open_frame("", title);
    markup.element("caption", &[], title);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::REGION.get(language));
    for head in [text::MEMBERS, text::MEAN, text::MEDIAN, text::MIDDLE_HALF, text::RANGE] {
        markup.column("num", head.get(language));
    }
    if view.has_published_means {
        markup.column("num", text::PUBLISHED_MEAN.get(language));
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for (position, row) in view.spread.iter().enumerate() {
        let SpreadRow {
            name,
            members,
            mean,
            median,
            middle_half,
            range,
            published_mean,
        } = row;
        let class = if position + 1 == view.spread.len() {
            "level-0"
        } else {
            ""
        };
        markup.open("tr", &[("class", class)]);
        markup.element("th", &[("scope", "row")], name);
        for text in [members, mean, median, middle_half, range] {
            markup.number(text);
        }
        if view.has_published_means {
            markup.number(published_mean);
        }
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
}

fn medians(markup: &mut Markup, view: &RegionsView, language: Language) {
    markup.open_frame("", text::MEDIANS.get(language));
    markup.element("caption", &[], &view.frame.text.kicker);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::REGION.get(language));
    for (year, _) in &view.table_years {
        markup.column("num", &year.to_string());
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for region in &view.regions {
        row(markup, "", &region.short_name, &region.cells);
    }
    row(
        markup,
        "level-0",
        language.pick("Cả nước", "Whole country"),
        &view.national_cells,
    );
    if view.table_years.iter().any(|(_, words)| !words.is_empty()) {
        markup.open("tr", &[]);
        markup.element(
            "th",
            &[("scope", "row"), ("class", "muted")],
            text::WITH_PREVIOUS.get(language),
        );
        for (_, words) in &view.table_years {
            markup.element("td", &[("class", "comparability small muted")], words);
        }
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
}

/// A median of every year; where there is none, how many provinces have a score.
fn row(markup: &mut Markup, class: &str, name: &str, cells: &[RegionCell]) {
    markup.open("tr", &[("class", class)]);
    markup.element("th", &[("scope", "row")], name);
    for cell in cells {
        markup.open("td", &[("class", "num")]);
        if cell.remark.is_empty() {
            markup.text(&cell.median);
        } else {
            markup.element("span", &[("class", "muted small")], &cell.remark);
        }
        markup.close("td");
    }
    markup.close("tr");
}
