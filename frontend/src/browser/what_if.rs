//! The what-if form in the browser: sliders and fields answer at once, by the same function as the server's, and every
//! choice is noted in the address.
//!
//! It is a chunk of the WebAssembly of its own, which a page without such a form does not load; until it has come, and where
//! it does not come, the form is answered by the server.

use leptos::{
    prelude::*,
    wasm_split::{SplitLoaderError, wasm_split},
};
use vithe_shared::{api::what_if::WhatIfAnswer, query::PointsChange};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{Navigator, navigation::find_all};
use crate::{
    address::PageAddress,
    what_if::{BASE_ID, OUTCOME_ID, TARGET_ID, parts},
};

/// A form that answers while it is used, as long as it lives.
pub(super) struct WhatIfForm {
    form: HtmlElement,
    listener: Closure<dyn FnMut(web_sys::Event)>,
}

/// What is done with the reader's choices.
struct Question {
    form: HtmlElement,
    base: WhatIfAnswer,
    address: PageAddress,
}

/// The what-if form of a content, if it has one.
pub(super) fn find_form(main: &Element) -> Option<HtmlElement> {
    find_all(main, "form[data-what-if]").next()
}

/// Why a form is still answered by the server.
#[derive(Debug, thiserror::Error)]
pub(super) enum FormError {
    /// The chunk did not load.
    #[error(transparent)]
    Chunk(#[from] SplitLoaderError),
    /// The document has no starting point for the answers.
    #[error("the form has no starting point")]
    NoBase,
    /// The starting point cannot be read.
    #[error("the starting point of the form cannot be read: {0}")]
    UnreadableBase(#[from] serde_json::Error),
}

/// Loads the chunk and takes the form over.
#[wasm_split(what_if, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn take_over(
    form: HtmlElement,
    address: PageAddress,
    navigator: Navigator,
) -> Result<WhatIfForm, FormError> {
    WhatIfForm::take_over(form, address, navigator)
}

impl WhatIfForm {
    fn take_over(form: HtmlElement, address: PageAddress, navigator: Navigator) -> Result<Self, FormError> {
        let base = document()
            .get_element_by_id(BASE_ID)
            .and_then(|element| element.text_content())
            .ok_or(FormError::NoBase)?;
        let mut question = Question {
            form: form.clone(),
            base: serde_json::from_str(&base)?,
            address,
        };
        question.catch_up(navigator);
        let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            let Some(field) = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            else {
                return;
            };
            if field.type_() == "checkbox" {
                return;
            }
            pair(&field);
            question.read();
            question.write();
            if event.type_() == "change" {
                navigator.note(question.address.clone());
            }
        });
        for kind in ["input", "change"] {
            // A form of the page takes any listener.
            let _ = form.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
        }
        // Only tests look at the mark; a name written here is always valid.
        let _ = form.set_attribute("data-live", "true");
        Ok(Self { form, listener })
    }

    /// Whether the form is still in the page: it may have been left while the chunk was on its way.
    pub(super) fn is_in_page(&self) -> bool {
        self.form.is_connected()
    }
}

impl Drop for WhatIfForm {
    fn drop(&mut self) {
        for kind in ["input", "change"] {
            // A form that is gone calls nothing any more.
            let _ = self
                .form
                .remove_event_listener_with_callback(kind, self.listener.as_ref().unchecked_ref());
        }
    }
}

impl Question {
    /// Answers what the reader changed before the chunk had come.
    fn catch_up(&mut self, navigator: Navigator) {
        let asked = self.address.clone();
        for field in fields(&self.form, ".lever input").filter(|field| field.value() != field.default_value()) {
            pair(&field);
        }
        self.read();
        if self.address != asked {
            self.write();
            navigator.note(self.address.clone());
        }
    }

    /// Reads the choices into the address.
    fn read(&mut self) {
        let query = &mut self.address.query;
        query.changes.clear();
        query.usual_changes.clear();
        (query.target, query.total) = (None, None);
        for field in fields(&self.form, "input[name]") {
            let (name, value) = (field.name(), field.value());
            let change = || value.parse::<f64>().ok().and_then(PointsChange::from_points);
            match name.as_str() {
                "target" => query.target = value.parse().ok(),
                "total" => query.total = change(),
                name => {
                    let (into, component) = match (name.strip_prefix("d."), name.strip_prefix("u.")) {
                        (Some(component), _) => (&mut query.changes, component),
                        (_, Some(component)) => (&mut query.usual_changes, component),
                        (None, None) => continue,
                    };
                    // An empty field stands for no change, or for the one on record.
                    let change = change().filter(|change| change.0 != 0);
                    into.extend(component.parse().ok().zip(change));
                }
            }
        }
    }

    /// Writes the answer.
    fn write(&self) {
        let parts = parts(&self.base, &self.address);
        for (id, html) in [(OUTCOME_ID, &parts.outcome), (TARGET_ID, &parts.target)] {
            if let Some(element) = document().get_element_by_id(id) {
                element.set_inner_html(html);
            }
        }
        for (row, lever) in find_all(&self.form, "[data-lever]").zip(&parts.levers) {
            if let Ok(Some(cell)) = row.query_selector("[data-new-score]") {
                cell.set_text_content(Some(&lever.new_score));
            }
            if let Ok(Some(slider)) = row.query_selector("input[type=range]") {
                // A name written here is always valid.
                let _ = slider.set_attribute("aria-valuetext", &lever.spoken);
            }
        }
    }
}

/// The fields below an element that a selector names.
fn fields(root: &Element, selector: &str) -> impl Iterator<Item = HtmlInputElement> + use<> {
    find_all(root, selector).filter_map(|field| field.dyn_into().ok())
}

/// Slider and field of a component show the same change.
fn pair(field: &HtmlInputElement) {
    let Some(row) = field.closest(".lever").ok().flatten() else {
        return;
    };
    let change = field.value().parse::<f64>().ok().and_then(PointsChange::from_points);
    for other in fields(&row, "input") {
        if other != *field {
            let is_slider = other.type_() == "range";
            other.set_value(&match change {
                Some(PointsChange(0)) | None if is_slider => "0".to_owned(),
                Some(PointsChange(0)) | None => String::new(),
                Some(change) => change.to_string(),
            });
        }
    }
}
