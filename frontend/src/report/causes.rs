//! What the change of each index is made of, in points and in places.

use vithe_shared::{
    Text,
    api::changes::ChangesAnswer,
    query::{ChartKind, FigureQuery},
};

use super::{
    blocks::{figure, numbers, paragraph, section as heading, sentence, table, words},
    document::{Block, Column, Run},
    material::{Material, OfIndex},
};
use crate::{
    text::{common, planner, province},
    view_model::{ChangesView, changes_view::residual_name},
};

const PARTS: Text = Text::new("Từng phần của mức thay đổi", "The parts of the change");

/// A section for each index whose change can be told.
pub(super) fn section(material: &Material) -> Vec<Block> {
    material
        .indices
        .iter()
        .flat_map(|of| {
            // The whole period where it can be taken apart, or else the last year.
            let spans = [of.span.as_ref(), of.last.as_ref()];
            let told = spans.into_iter().flatten().find(|changes| !changes.parts.is_empty());
            told.or(of.span.as_ref())
                .or(of.last.as_ref())
                .map(|changes| of_index(material, of, changes))
                .unwrap_or_default()
        })
        .collect()
}

fn of_index(material: &Material, of: &OfIndex, changes: &ChangesAnswer) -> Vec<Block> {
    let language = material.language;
    let view = (material.views.places.changes)(changes, &of.info, language);
    let index = of.info.id;
    let title = format!("{}, {}–{}", index.short_name(), view.from.year, view.to.year);
    let mut blocks = vec![heading(title, format!("changes-{index}"))];
    if view.steps.is_empty() {
        // A change that cannot be broken down is one sentence, not an empty picture.
        blocks.push(paragraph(sentence(&view.text.finding)));
        blocks.extend(view.text.notes.iter().map(|note| paragraph(sentence(note))));
    } else {
        let query = FigureQuery {
            from: Some(view.from.year),
            to: Some(view.to.year),
            ..material.figure(of)
        };
        blocks.push(figure(ChartKind::Waterfall, query, view.text.clone()));
        blocks.extend(parts(material, of, &view));
    }
    blocks.extend(rank_paragraph(&view));
    blocks
}

/// The first-level parts, which add up to the change.
fn parts(material: &Material, of: &OfIndex, view: &ChangesView) -> Option<Block> {
    let language = material.language;
    let mut columns = vec![
        words(common::COMPONENT, 7, language),
        Column::numbers(view.from.year.to_string(), 2),
        Column::numbers(view.to.year.to_string(), 2),
        numbers(province::WEIGHT, 2, language),
        numbers(planner::CONTRIBUTION, 3, language),
    ];
    if view.has_weight_effect {
        columns.push(numbers(planner::WEIGHT_EFFECT, 3, language));
    }
    let has_weight_effect = view.has_weight_effect;
    let closing = |name: &str, [from, to, change]: [&str; 3], is_strong: bool| {
        let run = |text: &str| {
            if is_strong { Run::strong(text) } else { Run::plain(text) }
        };
        let mut row = [name, from, to, "–", change].map(run).to_vec();
        if has_weight_effect {
            row.push(run("–"));
        }
        row
    };
    let own = view.rows.iter().filter(|row| row.level == 1).map(|row| {
        let link = material.page_of(of.info.id, &row.component, view.to.year);
        let mut cells = vec![
            Run::link(row.name.clone(), link),
            Run::plain(row.from_text.clone()),
            Run::plain(row.to_text.clone()),
            Run::plain(row.weight_text.clone()),
            Run::strong(row.contribution_text.clone()),
        ];
        if has_weight_effect {
            cells.push(Run::plain(row.weight_effect_text.clone()));
        }
        cells
    });
    let residual = view.residual_text.as_deref().unwrap_or_default();
    let change = view.change_text.as_deref().unwrap_or_default();
    let sums = [
        closing(residual_name(language), ["–", "–", residual], false),
        closing(
            planner::TOTAL_CHANGE.get(language),
            [&view.from.score_text, &view.to.score_text, change],
            true,
        ),
    ];
    let caption = format!("{}: {}", view.text.kicker, PARTS.get(language));
    // What the figure above says beside it need not be said again.
    let notes = vec![sentence(planner::WEIGHT_HINT.get(language)), view.text.source.clone()];
    table(caption, columns, own.chain(sums).collect(), notes)
}

/// Why the rank changed, where that can be told.
fn rank_paragraph(view: &ChangesView) -> Option<Block> {
    if view.rank_parts.is_empty() {
        return None;
    }
    let parts: Vec<String> = view
        .rank_parts
        .iter()
        .map(|part| format!("{} {}", crate::format::decapitalise(part.name), part.places_text))
        .collect();
    let total = view.rank_text.as_deref().unwrap_or_default();
    let mut told = sentence(&format!(
        "{} {} → {} ({total}): {}",
        planner::RANK_SUM.get(view.language),
        view.from.rank_text,
        view.to.rank_text,
        parts.join("; ")
    ));
    if let Some(shift) = &view.national_shift {
        told.push(' ');
        told.push_str(&sentence(shift));
    }
    Some(paragraph(told))
}
