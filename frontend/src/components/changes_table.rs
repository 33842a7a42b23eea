//! The parts of a score change and of a rank change as tables that add up.

use leptos::prelude::AnyView;

use crate::markup::Markup;
use crate::{
    text::{common, planner, province},
    view_model::{
        ChangesView,
        changes_view::{ChangeRowView, residual_name},
    },
};

/// Parts, residual and change; then what the rank change is made of, where it is split.
pub(crate) fn changes_table(view: &ChangesView) -> AnyView {
    let mut markup = Markup::default();
    if view.residual_text.is_some() {
        score_table(&mut markup, view);
    }
    if !view.rank_parts.is_empty() {
        rank_table(&mut markup, view);
    }
    markup.view("changes-tables")
}

fn score_table(markup: &mut Markup, view: &ChangesView) {
    let language = view.language;
    // What holds for every part is said once, in the notes.
    let has_limits = view
        .rows
        .windows(2)
        .any(|pair| pair[0].comparability != pair[1].comparability);
    markup.open_frame("", planner::CHANGES_TABLE.get(language));
    markup.element(
        "caption",
        &[],
        &format!("{} · {}", view.text.kicker, planner::WEIGHT_HINT.get(language)),
    );
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::COMPONENT.get(language));
    markup.column("num", &view.from.year.to_string());
    markup.column("num", &view.to.year.to_string());
    markup.column("num", province::WEIGHT.get(language));
    markup.column("num", planner::CONTRIBUTION.get(language));
    if view.has_weight_effect {
        markup.column("num", planner::WEIGHT_EFFECT.get(language));
    }
    if has_limits {
        markup.column("", planner::COMPARABILITY.get(language));
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in &view.rows {
        markup.open("tr", &[("class", &format!("level-{}", row.level))]);
        name(markup, row, province::HIGHER_IS_BETTER.get(language));
        markup.number(&row.from_text);
        markup.number(&row.to_text);
        markup.number(&row.weight_text);
        let class = if row.contribution > 0.0 {
            "num change-up"
        } else {
            "num change-down"
        };
        markup.element(
            "td",
            &[("class", if row.contribution == 0.0 { "num" } else { class })],
            &row.contribution_text,
        );
        if view.has_weight_effect {
            markup.number(&row.weight_effect_text);
        }
        if has_limits {
            markup.element("td", &[("class", "muted small nowrap")], row.comparability_text);
        }
        markup.close("tr");
    }
    let mut closing = |name: &str, [from, to, change]: [&str; 3], class: &str| {
        markup.open("tr", &[("class", class)]);
        markup.element("th", &[("scope", "row")], name);
        markup.number(from);
        markup.number(to);
        markup.number("");
        markup.number(change);
        if view.has_weight_effect {
            markup.number("");
        }
        if has_limits {
            markup.number("");
        }
        markup.close("tr");
    };
    closing(
        residual_name(language),
        ["", "", view.residual_text.as_deref().unwrap_or_default()],
        "",
    );
    let change = view.change_text.as_deref().unwrap_or_default();
    closing(
        planner::TOTAL_CHANGE.get(language),
        [&view.from.score_text, &view.to.score_text, change],
        "level-0",
    );
    markup.close("tbody");
    markup.close_frame();
}

fn name(markup: &mut Markup, row: &ChangeRowView, hint: &str) {
    markup.open("th", &[("scope", "row")]);
    markup.text(&row.name);
    if row.is_cost {
        markup.remark(&format!("({hint})"));
    }
    markup.close("th");
}

fn rank_table(markup: &mut Markup, view: &ChangesView) {
    let language = view.language;
    markup.open_frame("", planner::RANK_TABLE.get(language));
    let caption = view.national_shift.as_deref().unwrap_or_default();
    markup.element(
        "caption",
        &[],
        &format!("{}. {caption}", planner::RANK_TABLE.get(language)),
    );
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", planner::CAUSE.get(language));
    markup.column("num", planner::PLACES.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for part in &view.rank_parts {
        markup.open("tr", &[]);
        markup.element("th", &[("scope", "row")], part.name);
        markup.element(
            "td",
            &[("class", &format!("num {}", part.tone.css_class()))],
            &part.places_text,
        );
        markup.close("tr");
    }
    markup.open("tr", &[("class", "level-0")]);
    let span = format!(
        "{}: {} → {}",
        planner::RANK_SUM.get(language),
        view.from.rank_text,
        view.to.rank_text
    );
    markup.element("th", &[("scope", "row")], &span);
    markup.number(view.rank_text.as_deref().unwrap_or_default());
    markup.close("tr");
    markup.close("tbody");
    markup.close_frame();
}
