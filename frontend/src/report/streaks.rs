//! The components that have kept falling, since when and at what cost.

use super::{
    blocks::{numbers, paragraph, section as heading, sentence, table, words},
    document::{Block, Run},
    material::{Material, OfIndex},
};
use crate::{
    text::{common, planner},
    view_model::{declines_view, declines_view::DeclineRowView},
};

/// A section for each index whose components are on record.
pub(super) fn section(material: &Material) -> Vec<Block> {
    material
        .indices
        .iter()
        .filter_map(|of| of_index(material, of))
        .flatten()
        .collect()
}

fn of_index(material: &Material, of: &OfIndex) -> Option<Vec<Block>> {
    let language = material.language;
    let answer = of.declines.as_ref()?;
    let view = declines_view(answer, &of.info, language);
    let index = of.info.id;
    let mut blocks = vec![
        heading(
            format!("{} {}", index.short_name(), answer.until),
            format!("declines-{index}"),
        ),
        paragraph(sentence(&view.text.finding)),
    ];
    let row = |row: &DeclineRowView| {
        let link = material.page_of(index, &row.component, row.until);
        vec![
            Run::link(row.component_name.clone(), link),
            Run::plain(row.falls.to_string()),
            Run::plain(row.span.clone()),
            Run::strong(row.change_text.clone()),
            Run::plain(row.median_text.clone()),
            Run::plain(row.places_text.clone()),
            Run::plain(row.cost_text.clone()),
        ]
    };
    let rows = view.rows.iter().flat_map(|run| std::iter::once(run).chain(&run.parts));
    let columns = vec![
        words(common::COMPONENT, 6, language),
        numbers(planner::FALLS, 2, language),
        numbers(planner::SPAN, 3, language),
        numbers(planner::CHANGE, 2, language),
        numbers(planner::MEDIAN_CHANGE, 2, language),
        numbers(planner::PLACES_LOST, 3, language),
        numbers(planner::COST_POINTS, 3, language),
    ];
    let notes = vec![planner::RUNS_RULE.get(language).to_owned(), view.text.source.clone()];
    let caption = format!("{}: {}", view.text.kicker, planner::RUNS.get(language));
    blocks.extend(table(caption, columns, rows.map(row).collect(), notes));
    Some(blocks)
}
