//! The components of a province: score, ranks, change, medians and best.

use super::change::change_cells;
use crate::{
    markup::Markup,
    text::{common, index, province},
    view_model::{ComponentsView, profile_view::ComponentRowView},
};

/// Every component of the year, parts indented below what they belong to, the total last.
pub(crate) fn component_table(markup: &mut Markup, view: &ComponentsView) {
    let language = view.language;
    let has_weight = view.rows.iter().any(|row| row.weight_text.is_some());
    markup.open_frame(
        "",
        &format!(
            "{} {}",
            province::COMPONENT_TABLE.get(language),
            view.index.short_name()
        ),
    );
    markup.element("caption", &[], &view.text.kicker);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::COMPONENT.get(language));
    if has_weight {
        markup.column("num", province::WEIGHT.get(language));
    }
    for name in [
        common::SCORE,
        index::SCORE_CHANGE,
        index::RANK_CHANGE,
        common::RANK,
        common::REGION_RANK,
        province::NATIONAL_MEDIAN,
        province::REGION_MEDIAN,
    ] {
        markup.column("num", name.get(language));
    }
    markup.column("", province::BEST.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    let mut write = |row: &ComponentRowView| {
        markup.open("tr", &[("class", &format!("level-{}", row.level))]);
        markup.open("th", &[("scope", "row")]);
        markup.text(&row.name);
        if row.is_cost {
            markup.remark(&format!("({})", province::HIGHER_IS_BETTER.get(language)));
        }
        markup.close("th");
        if has_weight {
            markup.number(row.weight_text.as_deref().unwrap_or_default());
        }
        markup.element("td", &[("class", "num strong")], &row.score_text);
        change_cells(markup, row.change.as_ref(), "", language);
        markup.number(&row.rank_text);
        markup.number(&row.region_rank_text);
        markup.number(&row.national_median_text);
        markup.number(&row.region_median_text);
        markup.element("td", &[], &row.best_text);
        markup.close("tr");
    };
    view.rows.iter().for_each(&mut write);
    write(&view.overall);
    markup.close("tbody");
    markup.close_frame();
}
