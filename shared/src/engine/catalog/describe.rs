//! From the rows that describe an index to the description that the API answers.

use crate::{
    Year,
    analytics::comparability::{ComponentSpan, MethodBreak, MethodHistory, StructuralReasons},
    dataset::{ComponentHistory, IndexDataset, IndexTitle, Span},
    domain::{ComponentInfo, IndexInfo, Reason},
    sorting::sort_by,
};

use super::CatalogError;

/// The description, without what only the tables tell: the breaks.
pub(super) fn describe(title: &IndexTitle, dataset: &IndexDataset) -> Result<IndexInfo, CatalogError> {
    let components: Vec<ComponentInfo> = dataset.components.iter().filter_map(component).collect();
    let scale = components
        .first()
        .map(|total| total.scale)
        .ok_or(CatalogError::NoTotal(title.id))?;
    Ok(IndexInfo {
        id: title.id,
        name_vi: title.name_vi.clone(),
        name_en: title.name_en.clone(),
        short_name: title.short_name.clone(),
        publisher_vi: title.publisher_vi.clone(),
        publisher_en: title.publisher_en.clone(),
        measures_vi: title.measures_vi.clone(),
        measures_en: title.measures_en.clone(),
        scale,
        hues: title.hues.clone(),
        years: years(&dataset.components),
        units34_years: dataset.units34_years.clone(),
        indicators: dataset.indicators.clone(),
        opens_on: dataset.opens_on,
        coverage: dataset.coverage.clone(),
        method_versions: dataset.method_versions.clone(),
        breaks: Vec::new(),
        components,
        citation_vi: title.citation_vi.clone(),
        citation_en: title.citation_en.clone(),
        terms_vi: title.terms_vi.clone(),
        terms_en: title.terms_en.clone(),
        redistribution: title.redistribution,
        website: title.website.clone(),
    })
}

/// The years of which any component has a table, ascending.
fn years(components: &[ComponentHistory]) -> Vec<Year> {
    let mut years: Vec<Year> = components
        .iter()
        .flat_map(|component| &component.years)
        .copied()
        .collect();
    sort_by(&mut years, Ord::cmp);
    years.dedup();
    years
}

/// A component is described only where it has a table.
fn component(history: &ComponentHistory) -> Option<ComponentInfo> {
    if history.years.is_empty() {
        return None;
    }
    let newest = newest_span(&history.spans)?;
    let name = history.names.last()?;
    Some(ComponentInfo {
        id: history.id.clone(),
        parent: newest.parent.clone(),
        level: newest.level,
        name_vi: name.name_vi.clone(),
        name_en: name.name_en.clone(),
        short_vi: name.short_vi.clone(),
        short_en: name.short_en.clone(),
        names: history.names.clone(),
        years: history.years.clone(),
        scale: newest.scale,
        computed: newest.computed,
        weights: history.weights.clone(),
        maximum_points: history.maximum_points.clone(),
    })
}

fn newest_span(spans: &[Span]) -> Option<&Span> {
    spans.iter().max_by_key(|span| span.first_year)
}

/// How far the years of the components compare.
pub(super) fn history(
    dataset: &IndexDataset,
    years: &[Year],
    reasons: &[Reason],
) -> Result<MethodHistory, CatalogError> {
    let spans = dataset
        .components
        .iter()
        .flat_map(|component| component.spans.iter().map(move |span| (component, span)))
        .map(|(component, span)| ComponentSpan {
            component: component.id.clone(),
            parent: span.parent.clone(),
            first_year: span.first_year,
            last_year: span.last_year,
            scale_min: span.scale.min,
            scale_max: span.scale.max,
        })
        .collect();
    let reason = |code: &str| reasons.iter().find(|reason| reason.code == code).cloned();
    let breaks = dataset.breaks.iter().filter_map(|change| {
        Some(MethodBreak {
            component: change.component.clone(),
            year: change.year,
            comparability: change.comparability,
            // An unknown reason is an error of the package check.
            reason: reason(&change.reason)?,
        })
    });
    let structural = |code: &'static str| reason(code).ok_or(CatalogError::MissingReason(code));
    let structural = StructuralReasons {
        children_changed: structural("children_changed")?,
        scale_changed: structural("scale_changed")?,
        child_not_comparable: structural("child_not_comparable")?,
        child_limited: structural("child_limited")?,
        not_in_both_years: structural("not_in_both_years")?,
        units_changed: structural("units_changed")?,
    };
    Ok(MethodHistory::new(
        spans,
        breaks,
        years.iter().copied(),
        &dataset.units34_years,
        structural,
    ))
}
