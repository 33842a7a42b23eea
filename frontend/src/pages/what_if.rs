//! What changed components would do to total and rank, and what a target takes. Everything is in the address; in the browser
//! sliders answer at once, by the same function as the server's.

use std::{collections::BTreeMap, sync::Arc};

use futures_util::future::{join, try_join};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vithe_shared::{
    Borders, ComponentId, IndexId, Problem, ProblemCode, ProvinceSlug,
    analytics::what_if::answer,
    api::what_if::{WhatIfAnswer, WhatIfRequest},
    query::{PointsChange, ProvinceListQuery},
};

use super::{
    address::{PageAddress, PageKind, province_path},
    load::{Loading, PageLoader},
    slim::slim_what_if,
};
use crate::{
    api::SharedSource,
    components::{
        head::PageHead,
        index_tabs::index_tabs,
        markup::Markup,
        query_form::{Choice, hidden_fields, on_submit, page_form, select_field},
    },
    format::{format_difference, format_score},
    text::{common, planner as text, province as province_text},
    view_model::{
        what_if_view,
        what_if_view::{LeverView, PlanView, TargetView, WhatIfView, outcome_view, refusal, target_view},
    },
};

/// The step of a slider in points of a component.
const STEP: f64 = 0.05;

/// The figures of the page.
#[derive(Serialize, Deserialize)]
struct WhatIfPageData {
    /// All provinces by name, for the picker.
    provinces: Vec<(ProvinceSlug, String)>,
    source: String,
    /// Absent while no province is chosen, or where the index cannot be asked.
    base: Option<WhatIfAnswer>,
    /// Why the index cannot be asked.
    refused: Option<String>,
}

/// `/{lang}/what-if`
#[component]
pub fn WhatIfPage() -> impl IntoView {
    PageLoader {
        kind: PageKind::WhatIf,
        key,
        fetch,
        show,
    }
    .view()
}

/// Changes and target are answered on the page from the same starting point.
fn key(mut address: PageAddress) -> PageAddress {
    address.query.changes.clear();
    address.query.target = None;
    address.query.sort = None;
    address.query.tab = None;
    address
}

fn chosen_index(address: &PageAddress) -> IndexId {
    address.query.index.unwrap_or(IndexId::Pci)
}

fn request(address: &PageAddress, province: ProvinceSlug) -> WhatIfRequest {
    WhatIfRequest {
        index: chosen_index(address),
        province,
        year: address.query.year,
        changes: BTreeMap::new(),
        drift: address.query.drift,
        target_rank: None,
        target_score: None,
        usual_changes: BTreeMap::new(),
    }
}

fn fetch(source: SharedSource, address: PageAddress) -> Loading<WhatIfPageData> {
    Box::pin(async move {
        let language = address.language;
        let general = try_join(
            source.index(chosen_index(&address), language),
            source.provinces(
                ProvinceListQuery {
                    borders: Some(Borders::Provinces63),
                },
                language,
            ),
        );
        let asked = async {
            match address.query.provinces.first() {
                Some(province) => source
                    .what_if(request(&address, province.clone()), language)
                    .await
                    .map(Some),
                None => Ok(None),
            }
        };
        let (general, asked) = join(general, asked).await;
        let (index, list) = general?;
        let (base, refused) = match asked {
            Ok(base) => (base, None),
            // An index without component scores is no wrong address: the page says so and offers the others.
            Err(Problem {
                code: ProblemCode::IncompleteTable,
                detail,
                ..
            }) => (None, Some(detail)),
            Err(problem) => return Err(problem),
        };
        let year = base.as_ref().map_or(index.opens_on, |base| base.year);
        Ok(WhatIfPageData {
            provinces: list
                .provinces
                .into_iter()
                .map(|province| {
                    (
                        province.slug,
                        language.pick(&province.name_vi, &province.name_en).to_owned(),
                    )
                })
                .collect(),
            source: crate::view_model::wording::source_line(
                &index,
                &year.to_string(),
                index.coverage_of(year).map(|year| year.method_version.as_str()),
                base.as_ref().map(|base| base.rank_n),
                language,
            ),
            base: base.map(|base| slim_what_if(base, language)),
            refused,
        })
    })
}

fn show(address: &PageAddress, data: &WhatIfPageData) -> AnyView {
    let language = address.language;
    let index = chosen_index(address);
    let view = data.base.as_ref().map(|base| what_if_view(base, language));
    let title = view.as_ref().map_or_else(
        || text::WHAT_IF_TITLE.get(language).to_owned(),
        |view| {
            format!(
                "{}: {}, {} {}",
                text::WHAT_IF.get(language),
                view.name,
                index.short_name(),
                view.year
            )
        },
    );
    let head = PageHead {
        address,
        title: title.clone(),
        description: text::WHAT_IF_LEAD.get(language).to_owned(),
        image: None,
    }
    .view();
    let tabs = index_tabs(index, language, |index| {
        address.with(|query| {
            query.index = Some(index);
            query.year = None;
            query.changes.clear();
        })
    });
    let body = if let (Some(base), Some(view)) = (&data.base, view) {
        question(address, data, base, &view)
    } else {
        let words = data
            .refused
            .clone()
            .unwrap_or_else(|| text::CHOOSE_PROVINCE.get(language).to_owned());
        view! { <p role="status">{words}</p> }.into_any()
    };
    view! {
        {head}
        <div class=format!("wrap page-what-if index-{index}")>
            <h1>{title}</h1>
            <p class="lead">{text::WHAT_IF_LEAD.get(language)}</p>
            {tabs}
            {picker(address, data)}
            {body}
        </div>
    }
    .into_any()
}

/// The choice of province and year.
fn picker(address: &PageAddress, data: &WhatIfPageData) -> AnyView {
    let language = address.language;
    let chosen = address.query.provinces.first();
    let provinces = std::iter::once(Choice {
        value: String::new(),
        text: text::CHOOSE.get(language).to_owned(),
        selected: chosen.is_none(),
    })
    .chain(data.provinces.iter().map(|(slug, name)| Choice {
        value: slug.to_string(),
        text: name.clone(),
        selected: chosen == Some(slug),
    }))
    .collect();
    let years = data.base.as_ref().map(|base| {
        let choices = base
            .years
            .iter()
            .rev()
            .map(|year| Choice {
                value: year.to_string(),
                text: year.to_string(),
                selected: *year == base.year,
            })
            .collect();
        select_field("y", common::YEAR.get(language), choices)
    });
    let fields = view! {
        {select_field("p", common::PROVINCE.get(language), provinces)}
        {years}
    }
    .into_any();
    view! {
        <div class="filters">
            {page_form(address, "filter-form", common::PROVINCE.get(language), &["p", "y"], fields, common::APPLY.get(language))}
        </div>
    }
    .into_any()
}

/// What the reader has put in so far.
#[derive(Clone, Copy)]
struct Inputs {
    changes: RwSignal<BTreeMap<ComponentId, PointsChange>>,
    target: RwSignal<Option<u16>>,
}

impl Inputs {
    fn change_of(self, component: &ComponentId) -> PointsChange {
        self.changes
            .with(|changes| changes.get(component).copied().unwrap_or(PointsChange(0)))
    }
}

fn question(address: &PageAddress, data: &WhatIfPageData, base: &WhatIfAnswer, view: &WhatIfView) -> AnyView {
    let language = address.language;
    let inputs = Inputs {
        changes: RwSignal::new(address.query.changes.clone()),
        target: RwSignal::new(address.query.target),
    };
    let asked = StoredValue::new((Arc::new(base.clone()), request(address, base.province.clone())));
    let outcome = Memo::new(move |_| {
        let (base, request) = asked.get_value();
        let changes = inputs.changes.with(|changes| {
            changes
                .iter()
                .map(|(component, change)| (component.clone(), change.points()))
                .collect()
        });
        let request = WhatIfRequest {
            changes,
            target_rank: inputs.target.get(),
            ..request
        };
        answer(&base, &request).map_err(|error| refusal(&base, &error, language))
    });
    let commit = commit(address, inputs);
    let path = address.path.clone();
    let rows = view
        .levers
        .iter()
        .map(|lever| lever_row(lever, inputs, &commit, address))
        .collect_view();
    let drift = view
        .drift
        .clone()
        .map(|words| view! { <p class="muted" id="drift-note">{words}</p> });
    let target_changed = commit.clone();
    let target_value = move || {
        inputs
            .target
            .get()
            .map_or_else(String::new, |target| target.to_string())
    };
    let caveats = {
        let mut markup = Markup::default();
        markup.element("h2", &[], text::CAVEATS.get(language));
        markup.open("ul", &[("class", "notes-list")]);
        for caveat in &view.caveats {
            markup.element("li", &[], caveat);
        }
        markup.close("ul");
        markup.element("p", &[("class", "source muted small")], &data.source);
        markup.links(
            "inline-list",
            std::iter::once((province_path(language, &view.province), view.name.as_str())),
        );
        markup.view("caveats")
    };
    let plans_address = StoredValue::new(address.clone());
    let reset = address.with(|query| query.changes.clear());
    view! {
        <p class="narrative">{view.start.clone()}</p>
        <section id="outcome" class="outcome" aria-live="polite">
            {move || outcome.with(|outcome| outcome_part(outcome, language))}
        </section>
        <form class="what-if-form" method="get" action=path.clone() aria-label=text::WHAT_IF.get(language) on:submit=on_submit(path)>
            {hidden_fields(&address.query, &["d", "target", "drift"])}
            <div class="table-frame" tabindex="0" role="region" aria-label=text::LEVERS_TABLE.get(language)>
                <table class="data levers">
                    <caption class="visually-hidden">{text::LEVERS_TABLE.get(language)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{common::COMPONENT.get(language)}</th>
                            <th scope="col" class="num">{text::SCORE_NOW.get(language)}</th>
                            <th scope="col">{text::CHANGE_BY.get(language)}</th>
                            <th scope="col" class="num">{text::NEW_SCORE.get(language)}</th>
                            <th scope="col" class="num">{text::WEIGHT_PER_POINT.get(language)}</th>
                            <th scope="col" class="num">{text::BEST_IN_REGION.get(language)}</th>
                            <th scope="col" class="num">{text::USUAL_CHANGE.get(language)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="filters">
                <label class="field">
                    <span class="field-label">{format!("{} (1–{})", text::TARGET_RANK.get(language), view.rank_n)}</span>
                    <input
                        class="number"
                        type="number"
                        name="target"
                        min="1"
                        max=view.rank_n
                        step="1"
                        value=address.query.target.map(|target| target.to_string())
                        prop:value=target_value
                        on:input=move |event| inputs.target.set(event_target_value(&event).parse().ok())
                        on:change=move |_| target_changed()
                    />
                </label>
                <label class="field-inline">
                    <input type="checkbox" name="drift" value="1" checked=address.query.drift/>
                    " "
                    {text::DRIFT.get(language)}
                </label>
                <button class="button" type="submit">{text::COMPUTE.get(language)}</button>
                <a href=reset data-noscroll="">{text::RESET.get(language)}</a>
            </div>
        </form>
        {drift}
        <section id="target">
            {move || outcome.with(|outcome| {
                let target = inputs.target.get()?;
                let answer = outcome.as_ref().ok()?;
                let view = target_view(answer, answer.needed.as_ref()?, target, language);
                Some(plans_address.with_value(|address| target_part(&view, address)))
            })}
        </section>
        {caveats}
    }
    .into_any()
}

/// Writes the inputs into the address, in place of the one before.
fn commit(address: &PageAddress, inputs: Inputs) -> Arc<dyn Fn() + Send + Sync> {
    #[cfg(feature = "hydrate")]
    {
        let navigate = send_wrapper::SendWrapper::new(leptos_router::hooks::use_navigate());
        let address = address.clone();
        Arc::new(move || {
            let target = address.with(|query| {
                query.changes = inputs.changes.get_untracked();
                query.target = inputs.target.get_untracked();
            });
            let options = leptos_router::NavigateOptions {
                scroll: false,
                replace: true,
                ..Default::default()
            };
            navigate(&target, options);
        })
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (address, inputs);
        Arc::new(|| ())
    }
}

fn lever_row(
    lever: &LeverView,
    inputs: Inputs,
    commit: &Arc<dyn Fn() + Send + Sync>,
    address: &PageAddress,
) -> AnyView {
    let language = address.language;
    let component = StoredValue::new(lever.component.clone());
    let score = lever.score;
    let change = move || component.with_value(|component| inputs.change_of(component));
    let set = move |event: web_sys::Event| {
        let typed = event_target_value(&event)
            .parse::<f64>()
            .ok()
            .and_then(PointsChange::from_points)
            .unwrap_or(PointsChange(0));
        inputs.changes.update(|changes| {
            changes.insert(component.get_value(), typed);
            changes.retain(|_, change| change.0 != 0);
        });
    };
    let (typed, slid) = (Arc::clone(commit), Arc::clone(commit));
    // Whole steps from 0, so that the arrow keys count evenly.
    let lowest = -((score - lever.min) / STEP + 1e-9).floor() * STEP;
    let highest = ((lever.max - score) / STEP + 1e-9).floor() * STEP;
    let new_score = move || format_score(score + change().points(), 2, language);
    let spoken = move || format!("{}, {}", format_difference(change().points(), 2, language), new_score());
    let label = format!("{}: {}", lever.name, text::CHANGE_BY.get(language));
    let hint = lever
        .is_cost
        .then(|| format!("({})", province_text::HIGHER_IS_BETTER.get(language)));
    let initial = address.query.changes.get(&lever.component).map(ToString::to_string);
    let number = |value: f64| format!("{value:.2}");
    let name = format!("d.{}", lever.component);
    view! {
        <tr>
            <th scope="row">{lever.name.clone()}" "<span class="muted small">{hint}</span></th>
            <td class="num">{lever.score_text.clone()}</td>
            <td class="lever">
                <input
                    class="slider needs-script"
                    type="range"
                    min=number(lowest)
                    max=number(highest)
                    step=STEP
                    value=initial.clone().unwrap_or_else(|| "0".to_owned())
                    prop:value=move || change().to_string()
                    aria-label=label.clone()
                    aria-valuetext=spoken
                    on:input=set
                    on:change=move |_| slid()
                />
                <input
                    class="number"
                    type="number"
                    name=name
                    min=number(lever.min - score)
                    max=number(lever.max - score)
                    step="any"
                    value=initial
                    prop:value=move || { let change = change(); if change.0 == 0 { String::new() } else { change.to_string() } }
                    aria-label=label
                    on:change=move |event| { set(event); typed(); }
                />
            </td>
            <td class="num strong">{new_score}</td>
            <td class="num">{lever.weight_text.clone()}</td>
            <td class="num">{lever.best_text.clone()}</td>
            <td class="num">{lever.usual_text.clone()}</td>
        </tr>
    }
    .into_any()
}

fn outcome_part(outcome: &Result<WhatIfAnswer, String>, language: vithe_shared::Language) -> AnyView {
    let mut markup = Markup::default();
    match outcome {
        Err(words) => markup.element("p", &[("class", "outcome-refused"), ("role", "alert")], words),
        Ok(answer) => {
            let view = outcome_view(answer, language);
            markup.open("dl", &[("class", "outcome-figures")]);
            for (name, value, remark, id) in [
                (text::NEW_TOTAL, &view.score_text, &view.score_change_text, "new-total"),
                (text::NEW_RANK, &view.rank_text, &view.rank_change_text, "new-rank"),
            ] {
                markup.open("div", &[]);
                markup.element("dt", &[], name.get(language));
                markup.open("dd", &[("id", id)]);
                markup.element("strong", &[], value);
                markup.remark(remark);
                markup.close("dd");
                markup.close("div");
            }
            markup.close("dl");
            markup.element("p", &[("id", "outcome-sentence")], &view.sentence);
        }
    }
    markup.view("outcome-words")
}

fn target_part(view: &TargetView, address: &PageAddress) -> AnyView {
    let language = address.language;
    let mut markup = Markup::default();
    markup.element("h2", &[], text::TARGET.get(language));
    markup.element("p", &[], &view.sentence);
    markup.open("div", &[("class", "two-columns")]);
    for plan in &view.plans {
        plan_part(&mut markup, plan, address);
    }
    markup.close("div");
    markup.view("plans")
}

fn plan_part(markup: &mut Markup, plan: &PlanView, address: &PageAddress) {
    let language = address.language;
    markup.open("section", &[("class", "plan")]);
    markup.element("h3", &[], plan.title);
    markup.element("p", &[], &plan.result);
    markup.open_frame("", plan.title);
    markup.element("caption", &[], plan.method);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::COMPONENT.get(language));
    for name in [text::CHANGE_BY, text::TO_SCORE, text::WINS] {
        markup.column("num", name.get(language));
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in &plan.rows {
        markup.open("tr", &[]);
        markup.element("th", &[("scope", "row")], &row.name);
        for text in [&row.change_text, &row.to_text, &row.points_text] {
            markup.number(text);
        }
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
    let link = address.with(|query| query.changes.clone_from(&plan.changes));
    markup.open("p", &[]);
    markup.element(
        "a",
        &[("href", &link), ("data-noscroll", "true")],
        text::APPLY_PLAN.get(language),
    );
    markup.close("p");
    markup.close("section");
}
