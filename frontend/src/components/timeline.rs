//! The timeline: all years of what is shown as one slim bar that is dragged, stepped by key or link, and played. Years
//! without figures are empty ticks that are stepped over; a year that does not compare with the one before is marked, and
//! said in a line once it is shown.

use leptos::prelude::*;
use vithe_shared::{Language, Year, api::SeriesBreak};

use super::{
    optional_class::optional_class,
    query_form::hidden_fields,
    slider::{Slider, SliderHand},
};
use crate::{
    address::PageAddress,
    text::{common, timeline as text},
    view_model::wording::comparability_note,
};

#[cfg(not(feature = "csr"))]
mod still;

#[cfg(feature = "csr")]
use crate::client::YearControl;
#[cfg(not(feature = "csr"))]
use still::YearControl;

/// Between years with a label where there is no room for all.
const LABEL_EVERY: u16 = 5;

/// The years a page can be moved through.
pub(crate) struct Timeline<'a> {
    /// Its anchor, unique on the page.
    pub(crate) id: &'static str,
    /// Years with figures, earliest first.
    pub(crate) years: &'a [Year],
    /// Pairs of years that do not fully compare.
    pub(crate) breaks: &'a [SeriesBreak],
    /// The year that is shown.
    pub(crate) year: Year,
}

/// Where a year stands between the first and the last: from 0 to 1.
fn place(year: Year, first: Year, last: Year) -> f64 {
    let span = f64::from(last.0.saturating_sub(first.0)).max(1.0);
    f64::from(year.0.saturating_sub(first.0)) / span
}

/// The year with figures that a step or a drag from one year to another leads to: an empty year is stepped over.
#[cfg(any(feature = "csr", test))]
pub(crate) fn year_reached(years: &[Year], from: Year, to: Year) -> Year {
    let reached = if to > from {
        years.iter().find(|year| **year >= to)
    } else {
        years.iter().rev().find(|year| **year <= to)
    };
    reached.copied().unwrap_or(from)
}

impl Timeline<'_> {
    /// The bar. Without JavaScript it is links to the years before and after.
    pub(crate) fn view(&self, address: &PageAddress) -> AnyView {
        let language = address.language;
        let Some((first, last)) = self.years.first().copied().zip(self.years.last().copied()) else {
            return ().into_any();
        };
        let (id, year) = (self.id, self.year);
        let control = YearControl::new(self.years, year);
        let before = self.years.iter().rev().find(|other| **other < year).copied();
        let after = self.years.iter().find(|other| **other > year).copied();
        let at = format!("--at:{:.4}", place(year, first, last));
        let slider = Slider {
            id: format!("{id}-year"),
            name: Some("y"),
            class: "timeline-range",
            bounds: [first, last].map(|year| year.to_string()),
            step: "1".to_owned(),
            value: year.to_string(),
            label: common::YEAR.get(language).to_owned(),
            spoken: None,
        }
        .view(SliderHand {
            moved: move |event| control.moved(&event),
            let_go: move |event| control.let_go(&event),
            key: move |event| control.key(&event),
        });
        let note = self.break_before(year, language).unwrap_or_default();
        view! {
            <form class="timeline" method="get" action=address.page() aria-label=text::TIMELINE.get(language)>
                {hidden_fields(&address.query, &["y"])}
                <button
                    id=format!("{id}-play")
                    type="button"
                    class="timeline-play needs-script"
                    aria-label=move || if control.is_playing() { text::PAUSE } else { text::PLAY }.get(language)
                    on:click=move |_| control.play_or_pause()
                >
                    {move || if control.is_playing() { "❚❚" } else { "▶" }}
                </button>
                {step_link(address, &format!("{id}-earlier"), before, true)}
                <div class="timeline-track needs-script">
                    <output class="timeline-year" for=format!("{id}-year") style=at.clone()>{year.0}</output>
                    {slider}
                    <div class="timeline-ticks" aria-hidden="true">{self.ticks(first, last)}</div>
                </div>
                <strong class="timeline-still">{year.0}</strong>
                {step_link(address, &format!("{id}-later"), after, false)}
                <p class="timeline-note" role="status">{note}</p>
            </form>
        }
        .into_any()
    }

    fn ticks(&self, first: Year, last: Year) -> AnyView {
        (first.0..=last.0)
            .map(|number| {
                let year = Year(number);
                let is_break = self.breaks.iter().any(|pair| pair.year == year);
                let is_labelled = year == first || year == last || number % LABEL_EVERY == 0;
                let classes: Vec<&str> = [
                    ("is-empty", !self.years.contains(&year)),
                    ("is-break", is_break),
                    ("is-labelled", is_labelled),
                    ("is-shown", year == self.year),
                ]
                .into_iter()
                .filter_map(|(class, is_so)| is_so.then_some(class))
                .collect();
                let class = (!classes.is_empty()).then(|| classes.join(" "));
                let place_style = format!("--at:{:.4}", place(year, first, last));
                view! { <span {..optional_class(class)} style=place_style>{number}</span> }
            })
            .collect_view()
            .into_any()
    }

    /// What must be known on coming from the year before: `2013: không so sánh được với 2012.`
    fn break_before(&self, year: Year, language: Language) -> Option<String> {
        let pair = self.breaks.iter().find(|pair| pair.year == year)?;
        // In one line: the reason stands in the notes of the figure.
        let note = comparability_note(pair.comparability, pair.from_year, None, language)?;
        Some(format!("{year}: {note}."))
    }
}

fn step_link(address: &PageAddress, id: &str, year: Option<Year>, is_earlier: bool) -> AnyView {
    let name = if is_earlier { text::EARLIER } else { text::LATER }.get(address.language);
    match year {
        Some(year) => {
            let href = address.with(|query| {
                query.year = Some(year);
                query.years = None;
            });
            let arrow = if is_earlier {
                format!("← {year}")
            } else {
                format!("{year} →")
            };
            view! { <a id=id.to_owned() class="step" href=href data-noscroll="" aria-label=format!("{name}: {year}")>{arrow}</a> }.into_any()
        }
        // It keeps its room, so that nothing beside it moves.
        None => view! { <span class="step is-end" aria-hidden="true"></span> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEARS: [Year; 4] = [Year(2006), Year(2007), Year(2010), Year(2012)];

    #[test]
    fn years_without_figures_are_stepped_over_in_the_direction_of_the_step() {
        let reached = |from, to| year_reached(&YEARS, Year(from), Year(to)).0;
        assert_eq!(reached(2007, 2008), 2010);
        assert_eq!(reached(2010, 2009), 2007);
        assert_eq!(reached(2010, 2012), 2012);
        assert_eq!(reached(2006, 2011), 2012);
    }

    #[test]
    fn there_is_nothing_beyond_the_first_and_the_last_year() {
        assert_eq!(year_reached(&YEARS, Year(2012), Year(2020)), Year(2012));
        assert_eq!(year_reached(&YEARS, Year(2006), Year(2000)), Year(2006));
        assert_eq!(year_reached(&[], Year(2006), Year(2000)), Year(2006));
    }

    #[test]
    fn a_single_year_stands_at_the_beginning() {
        assert_eq!(place(Year(2010), Year(2010), Year(2010)), 0.0);
        assert_eq!(place(Year(2009), Year(2006), Year(2012)), 0.5);
    }
}
