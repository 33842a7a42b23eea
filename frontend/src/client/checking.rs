//! The forms of the claim checker, read in place: a text does not leave the browser.

use leptos::{ev::SubmitEvent, prelude::*};
use vithe_shared::Language;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement, UrlSearchParams};

use crate::check::{Asked, CLAIM_FORM_ID, RESULTS_ID, TEXT_FORM_ID, TEXT_ID};

/// What a form asks that is sent. It is not sent on.
pub(crate) fn asked_by(event: &SubmitEvent, language: Language) -> Option<Asked> {
    let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
    event.prevent_default();
    let is_example = event.submitter().is_some_and(|button| button.has_attribute("name"));
    let mut fields = fields_of(&form)?;
    if is_example {
        fields = format!("{fields}&example=1");
    }
    let asked = Asked::read(&fields, language);
    if is_example
        && let Some(text) = element(TEXT_ID).and_then(|text| text.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
    {
        text.set_value(&asked.text);
    }
    Some(asked)
}

/// What stands in the forms of the document, and whether it was answered.
pub(crate) fn asked_in_document(language: Language) -> (Asked, bool) {
    let is_answered = element(RESULTS_ID).is_some_and(|results| results.child_element_count() > 0);
    let form = |id: &str| element(id).and_then(|form| fields_of(form.dyn_ref()?));
    let read = |id: &str| {
        form(id)
            .map(|fields| Asked::read(&fields, language))
            .unwrap_or_default()
    };
    let (text, claim) = (read(TEXT_FORM_ID), read(CLAIM_FORM_ID));
    if is_answered && text.text.is_empty() && !claim.value.is_empty() {
        return (claim, true);
    }
    (text, is_answered)
}

/// Leads the reader to the result: the part of the page that it stands in is always there.
pub(crate) fn show_results() {
    if let Some(results) = element(RESULTS_ID).and_then(|results| results.dyn_into::<HtmlElement>().ok()) {
        // Where it cannot be focused it still stands there.
        let _ = results.focus();
    }
}

fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The fields as they would be sent.
fn fields_of(form: &HtmlFormElement) -> Option<String> {
    let fields = FormData::new_with_form(form).ok()?;
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    Some(fields.to_string().into())
}
