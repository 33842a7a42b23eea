//! The parts of the what-if page that move with the reader's choices: the server puts them into the page, and the browser
//! shows them anew in their place.

use leptos::prelude::*;
use vithe_shared::Language;

use super::table::{
    Caption, Columns, DataTable,
    cell::{NameCell, Remark},
};
use crate::{
    address::PageAddress,
    text::{common, planner as text},
    view_model::what_if_view::{OutcomeView, PlanRowView, PlanView, TargetView},
};

/// The answer to the changes, or why there is none.
pub(crate) fn outcome_part(outcome: &Result<OutcomeView, String>, language: Language) -> AnyView {
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
        </dl>
        <p id="outcome-sentence">{outcome.sentence.clone()}</p>
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

/// What a target takes, with the ways to reach it.
pub(crate) fn target_part(target: &TargetView, address: &PageAddress) -> AnyView {
    let plans = (1..)
        .zip(&target.plans)
        .map(|(number, plan)| plan_part(number, plan, address))
        .collect_view();
    view! {
        <h2>{text::TARGET.get(address.language)}</h2>
        <p>{target.sentence.clone()}</p>
        <div class="two-columns">{plans}</div>
    }
    .into_any()
}

fn plan_part(number: u8, plan: &PlanView, address: &PageAddress) -> AnyView {
    let language = address.language;
    let mut columns = Columns::<PlanRowView>::new();
    columns.words(common::COMPONENT.get(language), |row| {
        view! { <NameCell name=row.name.clone()/> }.into_any()
    });
    columns.numbers(text::CHANGE_BY.get(language), |row| row.change_text.clone());
    columns.numbers(text::TO_SCORE.get(language), |row| row.to_text.clone());
    columns.numbers(text::WINS.get(language), |row| row.points_text.clone());
    let rows = plan.rows.iter().map(|row| columns.row(&row.component, row)).collect();
    let caption = Caption::Shown(plan.method.to_owned());
    let apply = address.with(|query| query.set_changes(plan.changes.clone()));
    view! {
        <section class="plan">
            <h3>{plan.title}</h3>
            <p>{plan.result.clone()}</p>
            <DataTable id=format!("table-plan-{number}") label=plan.title caption heads=columns.into_heads() rows/>
            <p>
                <a id=format!("apply-plan-{number}") href=apply data-noscroll="true">{text::APPLY_PLAN.get(language)}</a>
            </p>
        </section>
    }
    .into_any()
}
