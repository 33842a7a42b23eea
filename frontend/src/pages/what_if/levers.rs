//! The sliders, with what they may start from and what is assumed of effort.

use leptos::prelude::*;
use vithe_shared::{Language, ProvinceSlug, api::what_if::WhatIfAnswer, query::PointsChange};

use super::super::choices::{Named, province_choices};
use crate::{
    address::PageAddress,
    components::{
        number_field::NumberField,
        query_form::select_field,
        slider::{Slider, SliderHand},
        table::head::ComponentHead,
        what_if_parts::{outcome_part, stay_at},
    },
    format::format_difference,
    text::{number::Takes, planner as text, province},
    view_model::what_if_view::{LeverView, StartCell, StartView, WhatIfView},
    what_if::{LeverParts, OUTCOME_ID, Parts, SLIDERS_ID},
};

/// The step of a slider in points of a component.
const STEP: f64 = 0.05;

/// Values that all components may be brought up to, and the province to compare with.
pub(super) fn starts(address: &PageAddress, provinces: &[Named], base: &WhatIfAnswer, view: &WhatIfView) -> AnyView {
    let language = address.language;
    let links = view
        .starts
        .iter()
        .filter(|start| !start.changes.is_empty())
        .map(|start| {
            let href = address.with(|query| query.set_changes(start.changes.clone()));
            let is_chosen = start.changes == address.query.changes;
            let remark = start
                .remark
                .clone()
                .map(|remark| view! { " "<span class="muted small">"("{remark}")"</span> });
            view! {
                <li>
                    <a
                        id=format!("start-{}", start.key)
                        href=stay_at(href, SLIDERS_ID)
                        data-noscroll="true"
                        aria-current=is_chosen.then_some("true")
                    >
                        {start.title.clone()}
                    </a>
                    {remark}
                </li>
            }
        })
        .collect_view();
    let others: Vec<Named> = provinces
        .iter()
        .filter(|(slug, _)| *slug != base.province)
        .cloned()
        .collect();
    let chosen: Option<&ProvinceSlug> = base.peer.as_ref();
    let choices = province_choices(&others, chosen, text::NO_PEER.get(language));
    let missing = view
        .no_starts
        .clone()
        .map(|words| view! { <p id="no-starts" class="muted small">{words}</p> });
    let choice = (!view.starts.is_empty()).then(|| {
        view! {
            <div class="choice">
                <span class="choice-label" id="starts-label">{text::START_FROM.get(language)}</span>
                <ul class="inline-list" aria-labelledby="starts-label">{links}</ul>
            </div>
        }
    });
    view! {
        <div class="starts">
            {choice}
            {select_field("peer", "p", text::PEER.get(language), choices)}
            <p class="muted small">{text::START_HINT.get(language)}</p>
            {missing}
        </div>
    }
    .into_any()
}

/// The reach of all sliders: what they are drawn to, so that zero stands at one place in every row.
struct Span {
    lowest: f64,
    highest: f64,
}

impl Span {
    fn of(levers: &[LeverView]) -> Self {
        let steps = levers.iter().map(whole_steps);
        steps.fold(
            Self {
                lowest: 0.0,
                highest: 0.0,
            },
            |span, [lowest, highest]| Self {
                lowest: span.lowest.min(lowest),
                highest: span.highest.max(highest),
            },
        )
    }

    /// Where a change stands, from 0 to 1.
    fn place(&self, change: f64) -> f64 {
        ((change - self.lowest) / (self.highest - self.lowest)).clamp(0.0, 1.0)
    }
}

/// The ends of a slider in whole steps from 0, so that the arrow keys count evenly.
fn whole_steps(lever: &LeverView) -> [f64; 2] {
    let [lowest, highest] = lever.reach;
    [
        -(-lowest / STEP + 1e-9).floor() * STEP,
        (highest / STEP + 1e-9).floor() * STEP,
    ]
}

/// The outcome and the sliders that lead to it.
pub(super) fn levers(address: &PageAddress, view: &WhatIfView, parts: &Parts) -> AnyView {
    let language = address.language;
    let span = Span::of(&view.levers);
    let starts = &view.starts;
    let rows = view
        .levers
        .iter()
        .zip(&parts.levers)
        .enumerate()
        .map(|(row, (lever, moving))| {
            let cells = starts.iter().map(|start| (start, &start.cells[row]));
            lever_row(lever, moving, &span, cells, address, view.has_scores)
        })
        .collect_view();
    let start_heads = starts
        .iter()
        .map(|start| view! { <th scope="col" class="num">{start.title.clone()}</th> })
        .collect_view();
    let has_cost = view.levers.iter().any(|lever| lever.is_cost);
    let score_head = if view.has_scores {
        text::SCORE_NOW
    } else {
        text::LATEST_SCORE
    };
    let new_head =
        (view.has_scores).then(|| view! { <th scope="col" class="num">{text::NEW_SCORE.get(language)}</th> });
    let end = |change: f64| format_difference(change, 0, language);
    view! {
        <section id=OUTCOME_ID class="outcome" aria-live="polite">{outcome_part(&parts.outcome, address)}</section>
        <div id="levers" class="table-frame" tabindex="0" role="region" aria-label=text::LEVERS_TABLE.get(language)>
            <table class="data levers" style=format!("--zero:{:.4}", span.place(0.0))>
                <caption class="visually-hidden">{text::LEVERS_TABLE.get(language)}</caption>
                <thead>
                    <tr>
                        <ComponentHead has_cost language/>
                        <th scope="col" class="num">{score_head.get(language)}</th>
                        <th scope="col">
                            {text::CHANGE_BY.get(language)}
                            <span class="lever-scale needs-script" aria-hidden="true">
                                <span>{end(span.lowest)}</span>
                                <span class="lever-zero">"0"</span>
                                <span>{end(span.highest)}</span>
                            </span>
                        </th>
                        {new_head}
                        <th scope="col" class="num">{text::WEIGHT_PER_POINT.get(language)}</th>
                        <th scope="col" class="num">{text::WINS.get(language)}</th>
                        {start_heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn lever_row<'a>(
    lever: &LeverView,
    moving: &LeverParts,
    span: &Span,
    starts: impl Iterator<Item = (&'a StartView, &'a StartCell)>,
    address: &PageAddress,
    has_scores: bool,
) -> AnyView {
    let language = address.language;
    let query = &address.query;
    let label = format!("{}: {}", lever.name, text::CHANGE_BY.get(language));
    let changed = query.changes.get(&lever.component).copied();
    let names = (format!("change-{}", lever.component), format!("d.{}", lever.component));
    let [least, most] = lever.reach;
    let change = NumberField::new(
        names,
        Takes::Between(least, most, 2),
        changed.map(PointsChange::points),
        query,
        language,
    );
    let [lowest, highest] = whole_steps(lever);
    // The form answers while it is used.
    let slider = Slider {
        id: format!("slide-{}", lever.component),
        name: None,
        class: "slider",
        bounds: [lowest, highest].map(|end| format!("{end:.2}")),
        step: STEP.to_string(),
        value: changed.unwrap_or_default().to_string(),
        label: label.clone(),
        spoken: Some(moving.spoken.clone()),
    }
    .view(SliderHand {
        moved: |_| {},
        let_go: |_| {},
        key: |_| {},
    });
    let places = format!(
        "--from:{:.4};--to:{:.4};--at:{:.4}",
        span.place(lowest),
        span.place(highest),
        span.place(moving.change)
    );
    let direction = if moving.change < 0.0 {
        "lever-track needs-script is-fall"
    } else {
        "lever-track needs-script"
    };
    let starts = starts
        .map(|(start, cell)| start_cell(lever, start, cell, address))
        .collect_view();
    let score_head = if has_scores {
        text::SCORE_NOW
    } else {
        text::LATEST_SCORE
    };
    let new_score = has_scores.then(|| {
        view! {
            <td class="num strong" data-new-score="" data-head=text::NEW_SCORE.get(language)>{moving.new_score.clone()}</td>
        }
    });
    view! {
        <tr data-lever=lever.component.to_string()>
            <th scope="row">{lever.name.clone()}</th>
            <td class="num" data-head=score_head.get(language)>{lever.score_text.clone()}</td>
            <td class="lever">
                <div class="lever-hand">
                    <div class=direction style=places>{slider}</div>
                    <div class="lever-field">{change.view(Some(label), None)}</div>
                </div>
            </td>
            {new_score}
            <td class="num" data-head=province::WEIGHT.get(language)>{lever.weight_text.clone()}</td>
            <td class="num" data-head=text::WINS.get(language)>{moving.won.clone()}</td>
            {starts}
        </tr>
    }
    .into_any()
}

/// A value that a component may be brought up to: the distance is the link that does so.
fn start_cell(lever: &LeverView, start: &StartView, cell: &StartCell, address: &PageAddress) -> AnyView {
    let gap = cell.gap.clone().map(|(gap, text, label)| {
        let href = address.with(|query| query.set_change(&lever.component, gap));
        view! {
            " "
            <a
                id=format!("start-{}-{}", start.key, lever.component)
                class="start-gap"
                href=stay_at(href, SLIDERS_ID)
                data-noscroll="true"
                aria-label=label.clone()
                title=label
            >
                {text}
            </a>
        }
    });
    view! { <td class="num start" data-head=start.title.clone()>{cell.text.clone()}{gap}</td> }.into_any()
}

/// What one unit of effort is, component by component.
pub(super) fn assumptions(address: &PageAddress, view: &WhatIfView) -> AnyView {
    let (language, query) = (address.language, &address.query);
    let rows = view
        .levers
        .iter()
        .map(|lever| {
            let id = format!("usual-{}", lever.component);
            let names = (id.clone(), format!("u.{}", lever.component));
            let usual = query.usual_changes.get(&lever.component).map(|usual| usual.points());
            let field = NumberField::new(names, Takes::AboveZero, usual, query, language)
                .with_placeholder(lever.usual_text.clone());
            let taken_over = view! { " "<span class="muted small">{lever.usual_n_text.clone()}</span> }.into_any();
            view! {
                <li class="usual">
                    <label for=id>{lever.name.clone()}</label>
                    <div>{field.view(None, Some(taken_over))}</div>
                </li>
            }
        })
        .collect_view();
    let edited = query.usual_changes.len();
    let edited = (edited > 0).then(|| view! { " "<span class="muted small">{edited_words(edited, language)}</span> });
    view! {
        <details id="assumptions">
            <summary id="assumptions-line">{text::ASSUMPTIONS.get(language)}{edited}</summary>
            <p class="muted small">{text::ASSUMPTIONS_HINT.get(language)}</p>
            <ul class="assumptions-list">{rows}</ul>
        </details>
    }
    .into_any()
}

/// How many usual changes are the reader's own.
fn edited_words(edited: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("(đã thay {edited})"),
        Language::En => format!("({edited} of your own)"),
    }
}
