//! The choices that forms of several pages offer: components, years, regions, provinces, and the provinces a reader has
//! picked out.

use leptos::prelude::*;
use vithe_shared::{
    Borders, ComponentId, Indicator, Language, ProvinceSlug, RegionId, Year,
    api::ProvinceList,
    domain::{ComponentInfo, IndexInfo},
    identifier::year_spans,
    query::{MOST_PINS, PageQuery},
};

use crate::{
    address::PageAddress,
    components::{
        choice_links::{ChoiceLink, choice_links},
        chooser::{GroupedChoice, chooser},
        query_form::{Choice, select_field},
    },
    text::{common, index as text},
    view_model::wording::component_name,
};

/// The choice that stands for none.
pub(super) fn default_choice(text: &str, selected: bool) -> Choice {
    Choice {
        value: String::new(),
        text: text.to_owned(),
        selected,
    }
}

/// The components of an index in the order of the publisher, each followed by its parts, and whether it is such a part.
fn with_parts(index: &IndexInfo) -> Vec<(&ComponentInfo, bool)> {
    let is_part_of =
        |part: &ComponentInfo, whole: &ComponentInfo| part.parent.as_ref() == Some(&whole.id) && !whole.id.is_overall();
    let all = &index.components;
    let mut ordered = Vec::with_capacity(all.len());
    for top in all.iter().filter(|top| !all.iter().any(|whole| is_part_of(top, whole))) {
        ordered.push((top, false));
        ordered.extend(all.iter().filter(|part| is_part_of(part, top)).map(|part| (part, true)));
    }
    ordered
}

/// A component in a list, with the years of which it has figures.
fn component_choice(component: &ComponentInfo, is_part: bool, language: Language) -> GroupedChoice {
    let name = language.pick(&component.name_vi, &component.name_en);
    GroupedChoice {
        group: String::new(),
        value: component.id.to_string(),
        text: component_name(component.id.is_overall(), name, language),
        note: year_spans(&component.years),
        is_part,
        selected: false,
    }
}

/// The field for a component of an index: those that are offered, and the one chosen in any case; the total is the default.
/// The years tell apart what has the same name, or not the years of the total.
pub(super) fn component_field(
    index: &IndexInfo,
    chosen: &ComponentId,
    language: Language,
    is_offered: &dyn Fn(&ComponentInfo) -> bool,
) -> AnyView {
    let years_of_total = index
        .component(&ComponentId::overall())
        .map(|total| year_spans(&total.years));
    let choices: Vec<GroupedChoice> = with_parts(index)
        .into_iter()
        .filter(|(component, _)| component.id.is_overall() || &component.id == chosen || is_offered(component))
        .map(|(component, is_part)| {
            let mut choice = component_choice(component, is_part, language);
            choice.selected = &component.id == chosen;
            if component.id.is_overall() {
                choice.value.clear();
            }
            if Some(&choice.note) == years_of_total.as_ref() {
                choice.note.clear();
            }
            choice
        })
        .collect();
    chooser("filter-c", "c", common::COMPONENT.get(language), &choices)
}

/// The field for a figure of any index.
pub(super) fn indicator_field(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    indices: &[IndexInfo],
    chosen: &Indicator,
    language: Language,
) -> AnyView {
    let choices: Vec<GroupedChoice> = indices
        .iter()
        .flat_map(|index| {
            with_parts(index)
                .into_iter()
                .map(move |(component, is_part)| (index, component, is_part))
        })
        .map(|(index, component, is_part)| {
            let indicator = Indicator {
                index: index.id,
                component: component.id.clone(),
            };
            GroupedChoice {
                group: index.short_name.clone(),
                value: indicator.to_string(),
                selected: &indicator == chosen,
                ..component_choice(component, is_part, language)
            }
        })
        .collect();
    chooser(id, name, label, &choices)
}

/// The lists of units, as links to the same page in either; `change` drops what has no meaning in the other list.
pub(super) fn borders_links(
    address: &PageAddress,
    shown: Borders,
    change: &dyn Fn(&mut PageQuery, Borders),
) -> AnyView {
    let choices = Borders::ALL.map(|borders| ChoiceLink {
        name: borders.as_str(),
        text: text::borders(borders).get(address.language),
        href: address.with(|query| {
            change(query, borders);
            query.borders = borders.in_address();
        }),
        is_chosen: shown == borders,
    });
    choice_links("borders", text::UNITS.get(address.language), choices)
}

/// Years, newest first.
pub(super) fn year_choices(years: &[Year], chosen: Option<Year>) -> Vec<Choice> {
    years
        .iter()
        .rev()
        .map(|year| Choice {
            value: year.to_string(),
            text: year.to_string(),
            selected: Some(*year) == chosen,
        })
        .collect()
}

/// The whole country and its regions.
pub(super) fn region_choices(list: &ProvinceList, chosen: Option<&RegionId>, language: Language) -> Vec<Choice> {
    std::iter::once(default_choice(common::WHOLE_COUNTRY.get(language), chosen.is_none()))
        .chain(list.regions.iter().map(|region| Choice {
            value: region.id.to_string(),
            text: language.pick(&region.name_vi, &region.name_en).to_owned(),
            selected: chosen == Some(&region.id),
        }))
        .collect()
}

/// A province with its name.
pub(super) type Named = (ProvinceSlug, String);

/// The provinces of a list in its order.
pub(super) fn named_provinces(list: &ProvinceList, language: Language) -> Vec<Named> {
    list.provinces
        .iter()
        .map(|province| {
            (
                province.slug.clone(),
                language.pick(&province.name_vi, &province.name_en).to_owned(),
            )
        })
        .collect()
}

/// The name of a province; its slug where the list lacks it.
pub(super) fn name_of<'a>(provinces: &'a [Named], slug: &'a ProvinceSlug) -> &'a str {
    provinces
        .iter()
        .find(|(other, _)| other == slug)
        .map_or(slug.as_str(), |(_, name)| name)
}

/// One province, or none with the words given.
pub(super) fn province_choices(provinces: &[Named], chosen: Option<&ProvinceSlug>, none: &str) -> Vec<Choice> {
    std::iter::once(default_choice(none, chosen.is_none()))
        .chain(provinces.iter().map(|(slug, name)| Choice {
            value: slug.to_string(),
            text: name.clone(),
            selected: chosen == Some(slug),
        }))
        .collect()
}

/// The field that adds a province to those picked, which a hidden field keeps; `name` is the key of the list.
pub(super) fn pick_field(
    name: &'static str,
    provinces: &[Named],
    picked: &[ProvinceSlug],
    label: &'static str,
    add: &str,
) -> AnyView {
    let others: Vec<Named> = provinces
        .iter()
        .filter(|(slug, _)| !picked.contains(slug))
        .cloned()
        .collect();
    let kept = (!picked.is_empty()).then(|| {
        let joined = picked.iter().map(ToString::to_string).collect::<Vec<_>>().join("~");
        view! { <input type="hidden" name=name value=joined/> }
    });
    view! {
        {kept}
        {select_field("filter-p", name, label, province_choices(&others, None, add))}
    }
    .into_any()
}

/// The field that pins a province; where there is no room for one more it says so.
pub(super) fn pin_field(provinces: &[Named], pinned: &[ProvinceSlug], language: Language) -> AnyView {
    let (offered, add) = if pinned.len() < MOST_PINS {
        (provinces, text::PIN_ADD)
    } else {
        (&[][..], text::PINS_FULL)
    };
    pick_field("pin", offered, pinned, text::PIN.get(language), add.get(language))
}

/// The provinces picked, each with a link that takes it out.
pub(super) fn picked_list(address: &PageAddress, provinces: &[Named], label: Option<&'static str>) -> AnyView {
    chips(address, &address.query.provinces, provinces, label)
}

/// The provinces pinned, each with a link that lets it go.
pub(super) fn pinned_list(address: &PageAddress, provinces: &[Named]) -> AnyView {
    let pinned = address.kept_in_view();
    let label = (!pinned.is_empty()).then(|| text::PINNED.get(address.language));
    chips(address, &pinned, provinces, label)
}

fn chips(address: &PageAddress, picked: &[ProvinceSlug], provinces: &[Named], label: Option<&'static str>) -> AnyView {
    let chips = picked
        .iter()
        .map(|slug| {
            let name = name_of(provinces, slug).to_owned();
            let without = address.with(|query| {
                query.provinces.retain(|other| other != slug);
                query.pins.retain(|other| other != slug);
            });
            let remove = format!("{} {name}", text::HIGHLIGHT_REMOVE.get(address.language));
            view! { <li><a id=format!("picked-{slug}") class="chip" href=without data-noscroll="" aria-label=remove>{name}" ×"</a></li> }
        })
        .collect_view();
    view! { <ul class="chips" aria-label=label>{chips}</ul> }.into_any()
}

#[cfg(test)]
mod tests {
    use vithe_shared::IndexId;

    use super::*;
    use crate::view_model::fixtures;

    #[test]
    fn each_part_stands_behind_its_whole_and_nothing_twice() {
        let mut index = fixtures::index_info(IndexId::Papi);
        let of = |id: &str, parent: Option<&str>, years: std::ops::RangeInclusive<u16>| ComponentInfo {
            id: id.parse().unwrap(),
            parent: parent.map(|parent| parent.parse().unwrap()),
            years: years.map(Year).collect(),
            ..index.components[0].clone()
        };
        // The publisher's order, with a part whose whole has no figures.
        let components = vec![
            of("overall", None, 2018..=2021),
            of("d1", Some("overall"), 2018..=2021),
            of("d2", Some("overall"), 2018..=2021),
            of("1.1", Some("d1"), 2018..=2019),
            of("2.1", Some("d2"), 2018..=2021),
            of("1.2", Some("d1"), 2018..=2021),
            of("9.1", Some("d9"), 2018..=2021),
        ];
        index.components = components;
        let ordered: Vec<(&str, bool)> = with_parts(&index)
            .into_iter()
            .map(|(component, is_part)| (component.id.as_str(), is_part))
            .collect();
        assert_eq!(
            ordered,
            [
                ("overall", false),
                ("d1", false),
                ("1.1", true),
                ("1.2", true),
                ("d2", false),
                ("2.1", true),
                ("9.1", false)
            ]
        );
        assert_eq!(
            component_choice(&index.components[3], true, Language::Vi).note,
            "2018–2019"
        );
    }
}
