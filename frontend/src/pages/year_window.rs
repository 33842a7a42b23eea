//! What charts over the years show: which years, and scores or ranks. Read from the address leniently, chosen near the chart.

use std::borrow::Cow;

use leptos::prelude::*;
use vithe_shared::{
    Borders, ComponentId, Language, Problem, ProvinceSlug, Year,
    api::SeriesAnswer,
    domain::IndexInfo,
    query::{FigureQuery, PageQuery, SeriesQuery, Show},
};

use super::choices::default_choice;
use crate::{
    address::PageAddress,
    answers::Answers,
    components::{
        choice_links::{ChoiceLink, choice_links},
        query_form::{Choice, page_form, select_field},
    },
    text::{common, years as text},
};

/// The years of a component that are shown: all on record, unless the address asks for some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct YearWindow {
    /// The years on record, ascending.
    years: Vec<Year>,
    /// The first year shown, unless it is the first on record.
    from: Option<Year>,
    /// The last year shown, unless it is the last on record.
    to: Option<Year>,
    /// The list of units that they are of.
    borders: Borders,
}

impl YearWindow {
    /// The window that an address asks for, among the years of a list of units. Ends in the wrong order are exchanged; years that are not on record are left
    /// out, and where none is left, all are shown.
    pub(super) fn of(query: &PageQuery, index: &IndexInfo, component: &ComponentId, borders: Borders) -> Self {
        let years = index.component(component).map_or(&[][..], |component| &component.years);
        let is_of_list = |year: &Year| index.tells(borders, *year);
        let years: Vec<Year> = years.iter().copied().filter(is_of_list).collect();
        let (from, to) = match (query.from, query.to) {
            (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
            ends => ends,
        };
        let is_shown = |year: &&Year| from.is_none_or(|from| from <= **year) && to.is_none_or(|to| **year <= to);
        let first = years.iter().find(is_shown).copied();
        let last = years.iter().rfind(is_shown).copied();
        Self {
            from: first.filter(|first| years.first() != Some(first)),
            to: last.filter(|last| years.last() != Some(last)),
            years,
            borders,
        }
    }

    /// The question for the years shown.
    pub(super) fn series(
        &self,
        index: &IndexInfo,
        component: ComponentId,
        provinces: Vec<ProvinceSlug>,
    ) -> SeriesQuery {
        SeriesQuery {
            index: index.id,
            component,
            provinces,
            from: self.from,
            to: self.to,
            borders: self.borders.in_address(),
        }
    }

    /// Of all provinces over all years, the years shown.
    pub(super) fn part_of<'a>(
        &self,
        whole: &'a SeriesAnswer,
        index: &IndexInfo,
        answers: Answers<'_>,
    ) -> Result<Cow<'a, SeriesAnswer>, Problem> {
        if self.from.is_none() && self.to.is_none() {
            return Ok(Cow::Borrowed(whole));
        }
        let query = self.series(index, whole.component.clone(), Vec::new());
        answers.series(&query).map(Cow::Owned)
    }

    /// A figure over the years shown.
    pub(super) fn figure(&self, query: FigureQuery, show: Show) -> FigureQuery {
        FigureQuery {
            year: None,
            from: self.from,
            to: self.to,
            show,
            borders: self.borders.in_address(),
            ..query
        }
    }

    /// The years shown, in words: `Khoảng năm: 2006–2022`.
    pub(super) fn words(&self, language: Language) -> String {
        let ends = [
            self.from.or(self.years.first().copied()),
            self.to.or(self.years.last().copied()),
        ];
        let years: Vec<String> = ends.into_iter().flatten().map(|year| year.to_string()).collect();
        format!("{}: {}", text::WINDOW.get(language), years.join("–"))
    }

    /// Two lists of years, first and last; nothing where there are no two years to choose from.
    pub(super) fn form(&self, address: &PageAddress) -> Option<AnyView> {
        let language = address.language;
        let (first, last) = (*self.years.first()?, *self.years.last()?);
        if first == last {
            return None;
        }
        // The end of the record is the default, which an address leaves out.
        let choices = |end: Year, chosen: Option<Year>| -> Vec<Choice> {
            self.years
                .iter()
                .rev()
                .map(|year| {
                    let selected = *year == chosen.unwrap_or(end);
                    if *year == end {
                        default_choice(&year.to_string(), selected)
                    } else {
                        Choice {
                            value: year.to_string(),
                            text: year.to_string(),
                            selected,
                        }
                    }
                })
                .collect()
        };
        let fields = view! {
            {select_field("window-from", "from", text::FROM.get(language), choices(first, self.from))}
            {select_field("window-to", "to", text::TO.get(language), choices(last, self.to))}
        }
        .into_any();
        let label = text::WINDOW.get(language);
        let form = page_form(
            address,
            "window",
            label,
            &["from", "to"],
            fields,
            common::APPLY.get(language),
        );
        Some(view! { <div class="year-window">{form}</div> }.into_any())
    }
}

/// Whether lines are of scores or of ranks, as links.
pub(super) fn show_choice(address: &PageAddress) -> AnyView {
    let language = address.language;
    let choices = Show::ALL.map(|show| ChoiceLink {
        name: show.as_str(),
        text: text::shown(show).get(language),
        href: address.with(|query| query.show = show),
        is_chosen: address.query.show == show,
    });
    choice_links("show", text::SHOW.get(language), choices)
}

#[cfg(test)]
mod tests {
    use vithe_shared::IndexId;

    use super::*;
    use crate::view_model::fixtures;

    /// The fixtures have the years 2018 to 2021.
    fn window(query: &str) -> (Option<u16>, Option<u16>) {
        let index = fixtures::index_info(IndexId::Pci);
        let window = YearWindow::of(
            &PageQuery::parse(query),
            &index,
            &"entry".parse().unwrap(),
            Borders::Provinces63,
        );
        assert_eq!(window.years.len(), 4);
        (window.from.map(|year| year.0), window.to.map(|year| year.0))
    }

    #[test]
    fn a_window_is_what_of_it_is_on_record() {
        assert_eq!(window("from=2019&to=2020"), (Some(2019), Some(2020)));
        assert_eq!(window("from=2019"), (Some(2019), None));
        assert_eq!(window("to=2019"), (None, Some(2019)));
        assert_eq!(window("from=2001&to=2020"), (None, Some(2020)));
        assert_eq!(window("from=2020&to=2030"), (Some(2020), None));
    }

    #[test]
    fn ends_in_the_wrong_order_are_exchanged() {
        assert_eq!(window("from=2020&to=2019"), (Some(2019), Some(2020)));
        assert_eq!(window("from=2030&to=2019"), (Some(2019), None));
    }

    #[test]
    fn the_whole_record_and_one_outside_it_are_the_default() {
        for query in ["", "from=2018&to=2021", "from=2001&to=2004", "from=2030", "to=2001"] {
            assert_eq!(window(query), (None, None), "{query}");
        }
    }
}
