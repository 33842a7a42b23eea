//! From year to year on pages that show one of them.

use leptos::prelude::*;
use vithe_shared::Year;

use crate::{
    address::PageAddress,
    text::{common, index as text},
};

/// Links to the years before and after, and in the browser a slider over all years.
pub(super) fn year_stepper(address: &PageAddress, years: &[Year], year: Year) -> AnyView {
    let language = address.language;
    let before = years.iter().rev().find(|other| **other < year).copied();
    let after = years.iter().find(|other| **other > year).copied();
    let step = |target: Option<Year>, label: &'static str, earlier: bool| {
        target.map(|target| {
            let text = if earlier {
                format!("← {target}")
            } else {
                format!("{target} →")
            };
            let link = address.with(|query| {
                query.year = Some(target);
                query.years = None;
            });
            view! { <a id=if earlier { "step-earlier" } else { "step-later" } class="step" href=link data-noscroll="" aria-label=format!("{label}: {target}")>{text}</a> }
        })
    };
    view! {
        <div class="year-stepper">
            {step(before, text::EARLIER.get(language), true)}
            <strong>{year.0}</strong>
            {year_slider(address, years, year)}
            {step(after, text::LATER.get(language), false)}
        </div>
    }
    .into_any()
}

/// The slider works only in the browser and is shown only there.
fn year_slider(address: &PageAddress, years: &[Year], year: Year) -> AnyView {
    let language = address.language;
    let position = years.iter().position(|other| *other == year).unwrap_or_default();
    let targets: Vec<String> = years
        .iter()
        .map(|target| {
            address.with(|query| {
                query.year = Some(*target);
                query.years = None;
            })
        })
        .collect();
    view! {
        <input
            id="year-slider"
            class="year-slider needs-script"
            type="range"
            min="0"
            max=years.len().saturating_sub(1)
            value=position
            aria-label=common::YEAR.get(language)
            aria-valuetext=year.to_string()
            data-targets=targets.join(" ")
        />
    }
    .into_any()
}
