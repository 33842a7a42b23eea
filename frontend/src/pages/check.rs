//! The claim checker. Its forms are sent to the server by POST, since a text is no state of an address; in the browser they are
//! answered in place.

mod marked;
mod results;

use leptos::{ev::SubmitEvent, prelude::*};
use vithe_shared::{
    Borders, Indicator, Language, Problem, Year, api::check::ClaimMeasure, domain::IndexInfo, identifier::year_spans,
};

use super::{
    Page, PageHead,
    choices::{default_choice, named_provinces, year_choices},
};
use crate::{
    address::PageAddress,
    answers::Answers,
    check::{Asked, CLAIM_FORM_ID, Checker, Outcome, RESULTS_ID, TEXT_FORM_ID, TEXT_ID},
    components::{query_form::Choice, textarea::content_of_textarea},
    text::{check as text, common},
};

/// What was asked and what came out.
type Shown = RwSignal<Option<(Asked, Outcome)>>;

/// `/{lang}/check`
pub(super) fn page(
    answers: Answers<'_>,
    address: &PageAddress,
    asked: &Asked,
    outcome: Option<Outcome>,
    checker: Checker,
) -> Result<Page, Problem> {
    let language = address.language;
    let indices = answers.indices()?;
    let provinces = named_provinces(&answers.provinces(Borders::Provinces63), language);
    let provinces: Vec<Choice> = provinces
        .iter()
        .map(|(slug, name)| Choice {
            value: slug.to_string(),
            text: name.clone(),
            selected: asked.province.as_ref().or(address.query.provinces.first()) == Some(slug),
        })
        .collect();
    let years = years_of(&indices);
    let year = asked.year.or(address.query.year);
    let shown: Shown = RwSignal::new(outcome.map(|outcome| (asked.clone(), outcome)));
    let head = PageHead {
        title: text::TITLE.get(language).to_owned(),
        description: text::LEAD.get(language).to_owned(),
        image: None,
    };
    let results = move || {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|(asked, outcome)| results::results(asked, outcome, checker, language))
        })
    };
    let view = view! {
        <div class="wrap page-check">
            <h1>{text::TITLE.get(language)}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            {text_form(address, asked, (&provinces, &year_choices(&years, year)), shown, checker)}
            <section id=RESULTS_ID class="check-results" tabindex="-1">{results}</section>
            {claim_form(address, asked, &indices, (&provinces, &year_choices(&years, year)), shown, checker)}
        </div>
    };
    Ok(Page::new(head, view.into_any()))
}

/// The years that any index has figures of, ascending.
fn years_of(indices: &[IndexInfo]) -> Vec<Year> {
    let first = indices.iter().filter_map(|index| index.years.first()).min();
    let last = indices.iter().filter_map(|index| index.years.last()).max();
    match (first, last) {
        (Some(first), Some(last)) => (first.0..=last.0).map(Year).collect(),
        _ => Vec::new(),
    }
}

/// A labelled list of choices that waits for its form.
fn field(id: &'static str, name: &'static str, label: &'static str, choices: Vec<AnyView>) -> AnyView {
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <select id=id name=name>{choices}</select>
        </div>
    }
    .into_any()
}

fn option(choice: &Choice) -> AnyView {
    view! { <option value=choice.value.clone() selected=choice.selected>{choice.text.clone()}</option> }.into_any()
}

/// The choices, after one that stands for none.
fn with_none(choices: &[Choice], language: Language) -> Vec<AnyView> {
    let is_none = !choices.iter().any(|choice| choice.selected);
    std::iter::once(&default_choice(text::NONE.get(language), is_none))
        .chain(choices)
        .map(option)
        .collect()
}

/// Answers a form in place; without the app it is sent.
fn submit(event: &SubmitEvent, checker: Checker, shown: Shown, language: Language) {
    match checker {
        #[cfg(feature = "csr")]
        Checker::Browser(catalog) => {
            if let Some(asked) = crate::client::checking::asked_by(event, language) {
                let outcome = asked.answer(catalog, language);
                shown.set(outcome.map(|outcome| (asked, outcome)));
                crate::client::checking::show_results();
            }
        }
        #[cfg(not(feature = "csr"))]
        Checker::Server => _ = (event, shown, language),
    }
}

fn text_form(
    address: &PageAddress,
    asked: &Asked,
    (provinces, years): (&[Choice], &[Choice]),
    shown: Shown,
    checker: Checker,
) -> AnyView {
    let language = address.language;
    view! {
        <form
            id=TEXT_FORM_ID
            class="check-form"
            method="post"
            action=address.page()
            aria-label=text::TEXT_FORM.get(language)
            on:submit=move |event| submit(&event, checker, shown, language)
        >
            <label class="field-label" for=TEXT_ID>{text::TEXT.get(language)}</label>
            <textarea id=TEXT_ID name="text" rows="10" spellcheck="false" lang="vi">{content_of_textarea(&asked.text)}</textarea>
            <div class="filters">
                {field("check-p", "p", text::PROVINCE.get(language), with_none(provinces, language))}
                {field("check-y", "y", text::YEAR.get(language), with_none(years, language))}
                <button id="check-apply" class="button" type="submit">{text::CHECK.get(language)}</button>
                <button id="check-example" class="link-button" type="submit" name="example" value="1">{text::EXAMPLE.get(language)}</button>
            </div>
            <p class="muted small" id="check-privacy">{text::PRIVACY.get(language)}</p>
        </form>
    }
    .into_any()
}

fn claim_form(
    address: &PageAddress,
    asked: &Asked,
    indices: &[IndexInfo],
    (provinces, years): (&[Choice], &[Choice]),
    shown: Shown,
    checker: Checker,
) -> AnyView {
    let language = address.language;
    let figures: Vec<AnyView> = indices.iter().map(|index| figures_of(index, asked, language)).collect();
    let measures: Vec<AnyView> = ClaimMeasure::ALL
        .into_iter()
        .map(|measure| {
            option(&Choice {
                value: measure.as_str().to_owned(),
                text: text::measure(measure).get(language).to_owned(),
                selected: asked.measure == Some(measure),
            })
        })
        .collect();
    view! {
        <h2>{text::CLAIM_FORM.get(language)}</h2>
        <form
            id=CLAIM_FORM_ID
            class="filters"
            method="post"
            action=address.page()
            aria-label=text::CLAIM_FORM.get(language)
            on:submit=move |event| submit(&event, checker, shown, language)
        >
            {field("claim-figure", "figure", text::FIGURE.get(language), figures)}
            {field("claim-p", "p", common::PROVINCE.get(language), with_none(provinces, language))}
            {field("claim-y", "y", common::YEAR.get(language), with_none(years, language))}
            {field("claim-measure", "measure", text::MEASURE.get(language), measures)}
            <div class="field">
                <label class="field-label" for="claim-value">{text::VALUE.get(language)}</label>
                <input id="claim-value" class="number" type="text" inputmode="decimal" autocomplete="off" name="value" value=asked.value.clone()/>
            </div>
            <button id="claim-apply" class="button" type="submit">{text::CHECK.get(language)}</button>
        </form>
    }
    .into_any()
}

/// An index, its components and what these are made of. Those that had ended when the year came that it opens on say
/// their years: some have the name of another.
fn figures_of(index: &IndexInfo, asked: &Asked, language: Language) -> AnyView {
    let options: Vec<AnyView> = index
        .components
        .iter()
        .map(|component| {
            let name = language.pick(&component.name_vi, &component.name_en);
            let below = if component.level > 1 { "– " } else { "" };
            let years = if component.years.last() >= Some(&index.opens_on) {
                String::new()
            } else {
                format!(" ({})", year_spans(&component.years))
            };
            let indicator = Indicator {
                index: index.id,
                component: component.id.clone(),
            };
            option(&Choice {
                value: indicator.to_string(),
                text: format!("{below}{name}{years}"),
                selected: asked.indicator.as_ref() == Some(&indicator),
            })
        })
        .collect();
    view! { <optgroup label=index.short_name.clone()>{options}</optgroup> }.into_any()
}
