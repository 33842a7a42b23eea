//! Choosing a component of one or of all indices.

use vithe_shared::{ComponentId, Indicator, Language, api::IndexInfo};

use crate::text::common;

/// The components of an index by name, whatever their years; parts of parts are marked with a dash.
pub(super) fn components(index: &IndexInfo, language: Language) -> Vec<(ComponentId, String)> {
    index
        .components
        .iter()
        .map(|component| {
            let name = language.pick(&component.name_vi, &component.name_en);
            let name = match component.level {
                0 if component.id.is_overall() => common::OVERALL.get(language).to_owned(),
                0 | 1 => name.to_owned(),
                _ => format!("— {name}"),
            };
            (component.id.clone(), name)
        })
        .collect()
}

/// The components of all indices by name.
pub(super) fn indicators(indices: &[IndexInfo], language: Language) -> Vec<(Indicator, String)> {
    indices
        .iter()
        .flat_map(|index| {
            components(index, language).into_iter().map(|(component, name)| {
                let indicator = Indicator {
                    index: index.id,
                    component,
                };
                (indicator, format!("{} · {name}", index.short_name))
            })
        })
        .collect()
}
