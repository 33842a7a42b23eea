//! What changed components would do to total and rank, and what a target takes. Everything is in the address; in the browser
//! sliders answer at once, by the same function as the server's.

use leptos::prelude::*;
use vithe_shared::{
    Borders, Language, Problem, ProblemCode,
    api::what_if::WhatIfAnswer,
    query::{PageQuery, PointsChange},
};

use super::{
    Page, PageHead,
    choices::{Named, named_provinces, province_choices, year_choices},
};
use crate::{
    address::{PageAddress, province_path},
    answers::Answers,
    components::{
        index_tabs::index_tabs,
        link_list::LinkList,
        number_field::NumberField,
        query_form::{hidden_fields, page_form, select_field},
        slider::{Slider, SliderHand},
        what_if_parts::{outcome_part, target_part},
    },
    routes::chosen_index,
    text::{common, number, number::Takes, planner as text, province as province_text},
    view_model::{
        what_if_view,
        what_if_view::{LeverView, WhatIfView},
    },
    what_if::{LeverParts, OUTCOME_ID, TARGET_ID, base_request, parts},
};

/// The step of a slider in points of a component.
const STEP: f64 = 0.05;

/// The figures of the page.
struct WhatIfPageData {
    /// All provinces by name, for the picker.
    provinces: Vec<Named>,
    source: String,
    /// Absent while no province is chosen, or where the index cannot be asked.
    base: Option<WhatIfAnswer>,
    /// Why the index cannot be asked.
    refused: Option<String>,
}

/// `/{lang}/what-if`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<WhatIfPageData, Problem> {
    let language = address.language;
    let (index, list) = (
        answers.index(chosen_index(address))?,
        answers.provinces(Borders::Provinces63),
    );
    let asked = address
        .query
        .provinces
        .first()
        .map(|province| answers.what_if(&base_request(address, province.clone())))
        .transpose();
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
        provinces: named_provinces(&list, language),
        source: crate::view_model::wording::source_line(
            &index,
            &year.to_string(),
            index.coverage_of(year).map(|year| year.method_version.as_str()),
            base.as_ref().map(|base| base.rank_n),
            language,
        ),
        base,
        refused,
    })
}

fn show(address: &PageAddress, data: &WhatIfPageData) -> Page {
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
        title: title.clone(),
        description: text::WHAT_IF_LEAD.get(language).to_owned(),
        image: None,
    };
    let tabs = index_tabs(index, language, |index| {
        address.with(|query| {
            query.index = Some(index);
            query.year = None;
            query.clear_changes();
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
    let view = view! {
        <div class=format!("wrap page-what-if index-{index}")>
            <h1>{title}</h1>
            <p class="lead">{text::WHAT_IF_LEAD.get(language)}</p>
            {tabs}
            {picker(address, data)}
            {body}
        </div>
    };
    Page::new(head, view.into_any()).with_number_fields(number_fields(data))
}

/// The keys of the fields that ask for numbers.
fn number_fields(data: &WhatIfPageData) -> Vec<String> {
    let Some(base) = &data.base else {
        return Vec::new();
    };
    let of_components = |list: &'static str| {
        let components = base.components.iter();
        components.map(move |component| format!("{list}.{}", component.component))
    };
    let targets = ["target", "total"].map(str::to_owned);
    of_components("d").chain(of_components("u")).chain(targets).collect()
}

/// The choice of province and year.
fn picker(address: &PageAddress, data: &WhatIfPageData) -> AnyView {
    let language = address.language;
    let chosen = address.query.provinces.first();
    let provinces = province_choices(&data.provinces, chosen, text::CHOOSE.get(language));
    let years = data.base.as_ref().map(|base| {
        let choices = year_choices(&base.years, Some(base.year));
        select_field("filter-y", "y", common::YEAR.get(language), choices)
    });
    let fields = view! {
        {select_field("filter-p", "p", common::PROVINCE.get(language), provinces)}
        {years}
    }
    .into_any();
    view! {
        <div class="filters">
            {page_form(address, "filter", common::PROVINCE.get(language), &["p", "y"], fields, common::APPLY.get(language))}
        </div>
    }
    .into_any()
}

fn question(address: &PageAddress, data: &WhatIfPageData, base: &WhatIfAnswer, view: &WhatIfView) -> AnyView {
    let language = address.language;
    let parts = parts(base, address);
    let target = parts.target.as_ref().map(|target| target_part(target, address));
    let rows = view
        .levers
        .iter()
        .zip(&parts.levers)
        .map(|(lever, moving)| lever_row(lever, moving, address))
        .collect_view();
    let drift = view
        .drift
        .clone()
        .map(|words| view! { <p class="muted" id="drift-note">{words}</p> });
    let reset = address.with(PageQuery::clear_changes);
    view! {
        <p class="narrative">{view.start.clone()}</p>
        <section id=OUTCOME_ID class="outcome" aria-live="polite">{outcome_part(&parts.outcome, language)}</section>
        <form class="what-if-form" data-live="" method="get" action=address.page() aria-label=text::WHAT_IF.get(language)>
            {hidden_fields(&address.query, &["d", "u", "target", "total", "drift"])}
            <div id="levers" class="table-frame" tabindex="0" role="region" aria-label=text::LEVERS_TABLE.get(language)>
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
                {target_fields(address, base)}
                <label class="field-inline">
                    <input id="drift" type="checkbox" name="drift" value="1" checked=address.query.drift data-submits=""/>
                    " "
                    {text::DRIFT.get(language)}
                </label>
                <button id="what-if-apply" class="button" type="submit">{text::COMPUTE.get(language)}</button>
                <a id="what-if-reset" href=reset data-noscroll="">{text::RESET.get(language)}</a>
            </div>
        </form>
        {drift}
        <section id=TARGET_ID>{target}</section>
        {caveats(data, view, language)}
    }
    .into_any()
}

/// What is to be reached: a rank or a total.
fn target_fields(address: &PageAddress, base: &WhatIfAnswer) -> AnyView {
    let (language, query) = (address.language, &address.query);
    let (rank, total) = (query.target.map(f64::from), query.total.map(PointsChange::points));
    let named = |id: &str, key: &str| (id.to_owned(), key.to_owned());
    let rank = NumberField::new(
        named("target-rank", "target"),
        Takes::Rank(base.rank_n),
        rank,
        query,
        language,
    );
    let scale = Takes::Between(base.scale.min, base.scale.max, 0);
    let has_both = query.target.is_some() && query.total.is_some();
    let total = NumberField::new(named("target-total", "total"), scale, total, query, language)
        .or_wrong(has_both.then(|| number::ONE_TARGET.get(language)));
    view! {
        {rank.labelled(format!("{} (1–{})", text::TARGET_RANK.get(language), base.rank_n))}
        {total.labelled(text::TARGET_TOTAL.get(language).to_owned())}
    }
    .into_any()
}

/// What the answers do not say.
fn caveats(data: &WhatIfPageData, view: &WhatIfView, language: Language) -> AnyView {
    let caveats = view
        .caveats
        .iter()
        .map(|caveat| view! { <li>{caveat.clone()}</li> })
        .collect_view();
    let links = vec![(province_path(language, &view.province), view.name.clone())];
    view! {
        <div class="caveats">
            <h2>{text::CAVEATS.get(language)}</h2>
            <ul class="notes-list">{caveats}</ul>
            <p class="source muted small">{data.source.clone()}</p>
            <LinkList links/>
        </div>
    }
    .into_any()
}

fn lever_row(lever: &LeverView, moving: &LeverParts, address: &PageAddress) -> AnyView {
    let language = address.language;
    let score = lever.score;
    // Whole steps from 0, so that the arrow keys count evenly.
    let lowest = -((score - lever.min) / STEP + 1e-9).floor() * STEP;
    let highest = ((lever.max - score) / STEP + 1e-9).floor() * STEP;
    let label = format!("{}: {}", lever.name, text::CHANGE_BY.get(language));
    let hint = lever
        .is_cost
        .then(|| format!("({})", province_text::HIGHER_IS_BETTER.get(language)));
    let query = &address.query;
    let changed = query.changes.get(&lever.component).copied();
    let named = |id: &str, key: &str| {
        (
            format!("{id}-{}", lever.component),
            format!("{key}.{}", lever.component),
        )
    };
    let takes = Takes::Between(lever.min - score, lever.max - score, 2);
    let change = NumberField::new(
        named("change", "d"),
        takes,
        changed.map(PointsChange::points),
        query,
        language,
    );
    let usual = query.usual_changes.get(&lever.component).map(|usual| usual.points());
    let usual = NumberField::new(named("usual", "u"), Takes::AboveZero, usual, query, language)
        .with_placeholder(lever.usual_text.clone());
    let taken_over = view! { <span class="muted small">{lever.usual_n_text.clone()}</span> }.into_any();
    let usual_label = format!("{}: {}", lever.name, text::USUAL_CHANGE.get(language));
    let number = |value: f64| format!("{value:.2}");
    // The form answers while it is used.
    let slider = Slider {
        id: format!("slide-{}", lever.component),
        name: None,
        class: "slider needs-script",
        bounds: [number(lowest), number(highest)],
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
    view! {
        <tr data-lever=lever.component.to_string()>
            <th scope="row">{lever.name.clone()}" "<span class="muted small">{hint}</span></th>
            <td class="num">{lever.score_text.clone()}</td>
            <td class="lever">
                {slider}
                {change.view(Some(label), None)}
            </td>
            <td class="num strong" data-new-score="">{moving.new_score.clone()}</td>
            <td class="num">{lever.weight_text.clone()}</td>
            <td class="num">{lever.best_text.clone()}</td>
            <td class="num usual">
                {usual.view(Some(usual_label), Some(taken_over))}
            </td>
        </tr>
    }
    .into_any()
}
