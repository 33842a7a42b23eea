//! What the next goal on each index would take.

use vithe_shared::{Text, query::PageQuery};

use super::{
    blocks::{numbers, paragraph, section as heading, sentence, table, words},
    document::{Block, Run},
    material::{Material, OfIndex},
};
use crate::{
    address::what_if_path,
    text::{common, planner},
    view_model::what_if_view::PlanView,
};

const GOALS: Text = Text::new(
    "Mục tiêu lấy làm ví dụ là mốc kế tiếp phía trên: nửa trên của bảng, 10 hạng đầu, 3 hạng đầu, hạng nhất.",
    "The goal taken as an example is the next mark above: the upper half of the table, the first ten, the first three, the top.",
);
const OTHER_GOALS: Text = Text::new("Tính với mục tiêu khác", "Try another target");

/// A section for each index with a goal that can be told.
pub(super) fn section(material: &Material) -> Vec<Block> {
    let told: Vec<Block> = material
        .indices
        .iter()
        .filter_map(|of| of_index(material, of))
        .flatten()
        .collect();
    if told.is_empty() {
        return told;
    }
    let mut blocks = vec![paragraph(GOALS.get(material.language))];
    blocks.extend(told);
    blocks
}

fn of_index(material: &Material, of: &OfIndex) -> Option<Vec<Block>> {
    let language = material.language;
    let (rank, answer) = of.goal.as_ref()?;
    let needed = answer.needed.as_ref()?;
    let index = of.info.id;
    let query = PageQuery {
        index: Some(index),
        provinces: vec![material.province().clone()],
        year: Some(answer.year),
        borders: material.borders().in_address(),
        target: Some(*rank),
        ..PageQuery::default()
    };
    let view = (material.views.planner.what_if)(answer, language);
    let target = (material.views.planner.target)(answer, needed, &query, language);
    let mut blocks = vec![
        heading(
            format!("{} {}", index.short_name(), answer.year),
            format!("target-{index}"),
        ),
        paragraph(format!("{} {}", sentence(&view.start), sentence(&target.sentence))),
    ];
    blocks.extend(view.no_scores.as_deref().map(|words| paragraph(sentence(words))));
    // The first is told component by component; the other says the same of each.
    let mut plans = target.plans.iter();
    if let Some(plan) = plans.next() {
        blocks.extend(plan_table(plan, material, of, &view.caveats));
    }
    for plan in plans {
        let told = format!(" {} {}", sentence(&plan.method), sentence(&plan.result));
        blocks.push(Block::Paragraph {
            runs: vec![Run::strong(sentence(plan.title)), Run::plain(told)],
        });
    }
    blocks.push(Block::Paragraph {
        runs: vec![Run::link(
            OTHER_GOALS.get(language),
            query.address(&what_if_path(language)),
        )],
    });
    Some(blocks)
}

fn plan_table(plan: &PlanView, material: &Material, of: &OfIndex, caveats: &[String]) -> Option<Block> {
    let language = material.language;
    let year = of.goal.as_ref().map_or(material.years.to, |(_, answer)| answer.year);
    let rows = plan.rows.iter().map(|row| {
        let link = material.page_of(of.info.id, &row.component, year);
        vec![
            Run::link(row.name.clone(), link),
            Run::strong(row.change_text.clone()),
            Run::plain(row.to_text.clone()),
            Run::plain(row.points_text.clone()),
        ]
    });
    let columns = vec![
        words(common::COMPONENT, 8, language),
        numbers(planner::CHANGE_BY, 3, language),
        numbers(planner::TO_SCORE, 3, language),
        numbers(planner::WINS, 3, language),
    ];
    let mut notes = vec![sentence(&plan.result), sentence(&plan.method)];
    notes.extend(caveats.first().cloned());
    table(plan.title, columns, rows.collect(), notes)
}
