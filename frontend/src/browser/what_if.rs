//! The what-if form in the browser: sliders and fields answer at once, by the same function as the server's, and every
//! choice is noted in the address.

use leptos::{prelude::*, tachys::view::any_view::AnyViewState};
use vithe_shared::{api::what_if::WhatIfAnswer, query::PointsChange};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{Navigator, navigation::find_all};
use crate::{
    address::PageAddress,
    components::what_if_parts::{outcome_part, target_part},
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
    outcome: Part,
    target: Part,
}

/// A part of the page that is shown anew with every choice.
struct Part {
    id: &'static str,
    /// What is shown; `None` while the server's content stands.
    shown: Option<AnyViewState>,
}

impl Part {
    const fn new(id: &'static str) -> Self {
        Self { id, shown: None }
    }

    /// Shows a view: in the place of the server's the first time, and by what differs afterwards.
    fn show(&mut self, view: AnyView) {
        if let Some(shown) = &mut self.shown {
            view.rebuild(shown);
        } else if let Some(element) = document().get_element_by_id(self.id) {
            element.set_text_content(None);
            let mut shown = view.build();
            shown.mount(&element, None);
            self.shown = Some(shown);
        }
    }
}

impl WhatIfForm {
    /// Takes over the form of a content, if it has one.
    pub(super) fn find(main: &Element, address: PageAddress, navigator: Navigator) -> Option<Self> {
        let form = find_all(main, "form[data-what-if]").next()?;
        let base = document().get_element_by_id(BASE_ID)?.text_content()?;
        let mut question = Question {
            form: form.clone(),
            // A form whose starting point cannot be read is still answered by the server.
            base: serde_json::from_str(&base).ok()?,
            address,
            outcome: Part::new(OUTCOME_ID),
            target: Part::new(TARGET_ID),
        };
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
            form.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref())
                .ok()?;
        }
        Some(Self { form, listener })
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
    /// Reads the choices into the address.
    fn read(&mut self) {
        let query = &mut self.address.query;
        query.changes.clear();
        query.usual_changes.clear();
        (query.target, query.total) = (None, None);
        for field in find_all(&self.form, "input[name]").filter_map(|field| field.dyn_into::<HtmlInputElement>().ok()) {
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
    fn write(&mut self) {
        let parts = parts(&self.base, &self.address);
        self.outcome.show(outcome_part(&parts.outcome, self.address.language));
        let target = parts.target.map(|target| target_part(&target, &self.address));
        self.target.show(target.into_any());
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

/// Slider and field of a component show the same change.
fn pair(field: &HtmlInputElement) {
    let Some(row) = field.closest(".lever").ok().flatten() else {
        return;
    };
    let change = field.value().parse::<f64>().ok().and_then(PointsChange::from_points);
    for other in find_all(&row, "input").filter_map(|other| other.dyn_into::<HtmlInputElement>().ok()) {
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
