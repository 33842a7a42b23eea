//! The choices that forms of several pages offer: components, years, regions, provinces, and the provinces a reader has
//! picked out.

use leptos::prelude::*;
use vithe_shared::{
    ComponentId, Indicator, Language, ProvinceSlug, RegionId, Year,
    api::ProvinceList,
    domain::{ComponentInfo, IndexInfo},
    query::MOST_PINS,
};

use crate::{
    address::PageAddress,
    components::query_form::{Choice, select_field},
    text::{common, index as text},
};

/// The choice that stands for none.
pub(super) fn default_choice(text: &str, selected: bool) -> Choice {
    Choice {
        value: String::new(),
        text: text.to_owned(),
        selected,
    }
}

/// The name of a component in a list; parts of parts are marked with a dash.
fn component_label(component: &ComponentInfo, language: Language) -> String {
    let name = language.pick(&component.name_vi, &component.name_en);
    match component.level {
        0 if component.id.is_overall() => common::OVERALL.get(language).to_owned(),
        0 | 1 => name.to_owned(),
        _ => format!("— {name}"),
    }
}

/// The components of an index that `is_offered`, and the one chosen in any case; the total is the default.
pub(super) fn component_choices(
    index: &IndexInfo,
    chosen: &ComponentId,
    language: Language,
    is_offered: impl Fn(&ComponentInfo) -> bool,
) -> Vec<Choice> {
    index
        .components
        .iter()
        .filter(|component| component.id.is_overall() || &component.id == chosen || is_offered(component))
        .map(|component| Choice {
            value: if component.id.is_overall() {
                String::new()
            } else {
                component.id.to_string()
            },
            text: component_label(component, language),
            selected: &component.id == chosen,
        })
        .collect()
}

/// The components of all indices.
pub(super) fn indicator_choices(indices: &[IndexInfo], chosen: &Indicator, language: Language) -> Vec<Choice> {
    let of = |index: &IndexInfo, component: &ComponentInfo| {
        let indicator = Indicator {
            index: index.id,
            component: component.id.clone(),
        };
        Choice {
            value: indicator.to_string(),
            text: format!("{} · {}", index.short_name, component_label(component, language)),
            selected: &indicator == chosen,
        }
    };
    indices
        .iter()
        .flat_map(|index| index.components.iter().map(move |component| of(index, component)))
        .collect()
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
