//! What changed components would do to total and rank, and what a target takes. Everything is in the address; in the browser
//! sliders answer at once, by the same function as the server's.

mod goal;
mod levers;

use leptos::prelude::*;
use vithe_shared::{ComponentId, Language, Problem, ProblemCode, api::what_if::WhatIfAnswer, query::PageQuery};

use super::{
    Page, PageHead,
    choices::{Named, named_provinces, province_choices},
};
use crate::{
    address::{Aspect, PageAddress, province_address},
    answers::Answers,
    components::{
        fold::filter_fold,
        index_tabs::index_tabs,
        link_list::LinkList,
        query_form::{Choice, hidden_fields, page_form, select_field},
        table_files::table_files,
        what_if_parts::{stay_at, target_part},
    },
    routes::chosen_index,
    text::{common, planner as text},
    view_model::{what_if_view, what_if_view::WhatIfView},
    what_if::{SLIDERS_ID, TARGET_ID, base_query, file_address, parts},
};

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
    let index = answers.index(chosen_index(address))?;
    let borders = index.borders_asked(&ComponentId::overall(), address.query.borders, address.query.year);
    let list = answers.provinces(borders);
    let asked = address
        .query
        .provinces
        .first()
        .map(|province| answers.what_if(&base_query(address, province.clone()).request()))
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
            query.total = None;
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

/// The choice of province and year; behind one line on a telephone, once there is something to see below it.
fn picker(address: &PageAddress, data: &WhatIfPageData) -> AnyView {
    let language = address.language;
    let chosen = address.query.provinces.first();
    let provinces = province_choices(&data.provinces, chosen, text::CHOOSE.get(language));
    let years = data.base.as_ref().map(|base| {
        let choices = base.years.iter().rev().map(|year| {
            let mark = base.years_with_components.contains(year);
            let mark = mark.then(|| format!(" · {}", text::HAS_SCORES.get(language)));
            Choice {
                value: year.to_string(),
                text: format!("{year}{}", mark.unwrap_or_default()),
                selected: *year == base.year,
            }
        });
        select_field("filter-y", "y", common::YEAR.get(language), choices.collect())
    });
    // The province to compare with stays when another one is looked at.
    let peer = address.query.provinces.get(1);
    let peer = peer.map(|peer| view! { <input type="hidden" name="p" value=peer.to_string()/> });
    let fields = view! {
        {select_field("filter-p", "p", common::PROVINCE.get(language), provinces)}
        {peer}
        {years}
    }
    .into_any();
    let filters = view! {
        <div class="filters">
            {page_form(address, "filter", common::PROVINCE.get(language), &["p", "y"], fields, common::APPLY.get(language))}
        </div>
    };
    match &data.base {
        Some(base) => {
            let name = language.pick(&base.name_vi, &base.name_en);
            let state = format!("{name} · {} {}", base.index.short_name(), base.year);
            filter_fold("filters", state, filters)
        }
        None => filters.into_any(),
    }
}

fn question(address: &PageAddress, data: &WhatIfPageData, base: &WhatIfAnswer, view: &WhatIfView) -> AnyView {
    let language = address.language;
    let parts = parts(base, address);
    let target = parts.target.as_ref().map(|target| target_part(target, address));
    let drift = view
        .drift
        .clone()
        .map(|words| view! { <p class="muted" id="drift-note">{words}</p> });
    let open_year = view.year_with_scores.map(|year| {
        let href = address.with(|query| query.year = Some(year));
        view! { <span class="open-year">" "<a id="open-year" href=href>{format!("{} ({year})", text::OPEN_YEAR.get(language))}</a>"."</span> }
    });
    let no_scores = view
        .no_scores
        .clone()
        .map(|words| view! { <p id="no-scores" class="note">{words}{open_year}</p> });
    // A question that has no answer has no file.
    let files = parts
        .outcome
        .is_ok()
        .then(|| table_files(text::FILES, &file_address(base, address), language));
    view! {
        <p class="narrative">{view.start.clone()}</p>
        {no_scores}
        <form class="what-if-form" data-live="" method="get" action=address.page() aria-label=text::WHAT_IF.get(language)>
            {hidden_fields(&address.query, &["p", "d", "u", "target", "total", "drift"])}
            <input type="hidden" name="p" value=base.province.to_string()/>
            {goal::goal(address, base)}
            {drift}
            <section id=TARGET_ID>{target}</section>
            <section id=SLIDERS_ID>
                <h2>{text::TRY_COMPONENTS.get(language)}</h2>
                {levers::starts(address, &data.provinces, base, view)}
                {levers::levers(address, view, &parts)}
                {levers::assumptions(address, view)}
                <p class="what-if-end">
                    <button id="what-if-apply" class="button" type="submit" formaction=format!("{}#{SLIDERS_ID}", address.page())>
                        {text::COMPUTE.get(language)}
                    </button>
                    <a id="what-if-reset" href=stay_at(address.with(PageQuery::clear_changes), SLIDERS_ID) data-noscroll="">
                        {text::RESET.get(language)}
                    </a>
                </p>
            </section>
        </form>
        <div id="what-if-files">{files}</div>
        <ul class="actions">
            <li>
                <button
                    id="what-if-print"
                    class="link-button needs-script"
                    type="button"
                    on:click=|_| {
                        // A browser that cannot print says so itself.
                        let _ = window().print();
                    }
                >
                    {text::PRINT.get(language)}
                </button>
            </li>
        </ul>
        {caveats(data, view, language)}
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
    let aspect = data
        .base
        .as_ref()
        .map_or_else(Aspect::default, |base| Aspect::default().within(base.borders));
    let links = vec![(province_address(language, &view.province, &aspect), view.name.clone())];
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
