//! The parts of the what-if page that move with the reader's choices: the server puts them into the page, and the browser
//! shows them anew in their place.

use leptos::prelude::*;

use super::table::{
    Caption, Columns, DataTable,
    cell::{NameCell, Remark},
};
use crate::{
    address::PageAddress,
    text::{common, planner as text},
    view_model::what_if_view::{OutcomeView, PlanRowView, PlanView, TargetView, VerdictView},
    what_if::SLIDERS_ID,
};

/// The address of a link that changes what is below: a document that comes in its place opens there. In the app the page
/// stays where it is, and its router would leave the place for the anchor.
pub(crate) fn stay_at(address: String, anchor: &str) -> String {
    if cfg!(feature = "csr") {
        address
    } else {
        format!("{address}#{anchor}")
    }
}

/// The answer to the changes, or why there is none.
pub(crate) fn outcome_part(outcome: &Result<OutcomeView, String>, address: &PageAddress) -> AnyView {
    let language = address.language;
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(refusal) => {
            return view! { <p class="outcome-refused" role="alert">{refusal.clone()}</p> }.into_any();
        }
    };
    let score = (&outcome.score_text, &outcome.score_change_text);
    let rank = (&outcome.rank_text, &outcome.rank_change_text);
    view! {
        <dl class="outcome-figures">
            {outcome_figure("new-total", text::NEW_TOTAL.get(language), score)}
            {outcome_figure("new-rank", text::NEW_RANK.get(language), rank)}
            {outcome.verdict.as_ref().map(|verdict| verdict_part(verdict, address))}
        </dl>
        <p id="outcome-sentence" tabindex="0">{outcome.sentence.clone()}</p>
    }
    .into_any()
}

/// A figure by its name, with its change.
fn outcome_figure(id: &'static str, name: &'static str, (value, change): (&String, &String)) -> AnyView {
    let change = (!change.is_empty()).then(|| change.clone());
    view! {
        <div>
            <dt>{name}</dt>
            <dd id=id>
                <strong>{value.clone()}</strong>
                {change.map(|text| view! { <Remark text/> })}
            </dd>
        </div>
    }
    .into_any()
}

/// Whether the sliders reach the target, and what would. The link stays in its place without an address where there is
/// nothing to add, so that a reader who came by it does not lose the place.
fn verdict_part(verdict: &VerdictView, address: &PageAddress) -> AnyView {
    let href = verdict.rest.as_ref().map(|(_, changes)| {
        let href = address.with(|query| query.set_changes(changes.clone()));
        stay_at(href, SLIDERS_ID)
    });
    let words = verdict.rest.as_ref().map(|(words, _)| *words);
    view! {
        <div>
            <dt>{verdict.goal.clone()}</dt>
            <dd id="verdict">
                <strong>{verdict.words.clone()}</strong>
                " "
                <a id="fill-rest" href=href.clone() tabindex=href.is_none().then_some("-1") data-noscroll="true">{words}</a>
            </dd>
        </div>
    }
    .into_any()
}

/// What a target takes, with the ways to reach it.
pub(crate) fn target_part(target: &TargetView, address: &PageAddress) -> AnyView {
    let plans = target.plans.iter().map(|plan| plan_part(plan, address)).collect_view();
    let remark = (!target.plans.is_empty()).then(|| format!(" {}", text::PLANS_START.get(address.language)));
    view! {
        <h2>{text::TARGET.get(address.language)}</h2>
        <p>{target.sentence.clone()}{remark}</p>
        <div class="two-columns plans">{plans}</div>
    }
    .into_any()
}

fn plan_part(plan: &PlanView, address: &PageAddress) -> AnyView {
    let language = address.language;
    let mut columns = Columns::<PlanRowView>::new();
    columns.words(common::COMPONENT.get(language), |row| {
        view! { <NameCell name=row.name.clone()/> }.into_any()
    });
    columns.numbers(text::CHANGE_BY.get(language), |row| row.change_text.clone());
    if plan.rows.iter().any(|row| !row.to_text.is_empty()) {
        columns.numbers(text::TO_SCORE.get(language), |row| row.to_text.clone());
    }
    columns.numbers(text::WINS.get(language), |row| row.points_text.clone());
    let rows = plan.rows.iter().map(|row| columns.row(&row.component, row)).collect();
    let caption = Caption::Shown(plan.method.clone());
    let apply = address.with(|query| query.set_changes(plan.changes.clone()));
    let apply_words = if plan.is_applied {
        text::PLAN_APPLIED
    } else {
        text::APPLY_PLAN
    };
    view! {
        <section class="plan">
            <h3>{plan.title}</h3>
            <p>{plan.result.clone()}</p>
            <DataTable id=format!("table-plan-{}", plan.key) label=plan.title caption heads=columns.into_heads() rows/>
            <p class="plan-apply">
                <a
                    id=format!("apply-plan-{}", plan.key)
                    href=stay_at(apply, SLIDERS_ID)
                    data-noscroll="true"
                    aria-current=plan.is_applied.then_some("true")
                >
                    {apply_words.get(language)}
                </a>
            </p>
        </section>
    }
    .into_any()
}
