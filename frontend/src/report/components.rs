//! The components of each index in the last year: against the medians, the best, and the year before.

use vithe_shared::{
    Text,
    query::{ChartKind, FigureQuery},
};

use super::{
    blocks::{figure, numbers, paragraph, section as heading, table, words},
    document::{Block, Column, Run},
    material::{Material, OfIndex},
};
use crate::{
    format::{NO_FIGURE, capitalise},
    text::{common, province, strengths},
    view_model::{strengths_view::StandoutView, wording::median_name},
};

const CHANGE: Text = Text::new("Thay đổi", "Change");
const CHANGE_NOTE: Text = Text::new(
    "Thay đổi: so với năm trước; so với năm khác thì ghi năm trong ngoặc.",
    "Change: on the year before; another year stands in brackets.",
);

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
    let index = of.info.id;
    let view = (material.views.places.components)(&material.profile, &of.info, language)?;
    if !view.rows.iter().any(|row| row.score.is_some()) {
        return None;
    }
    let query = FigureQuery {
        year: Some(view.year),
        ..material.figure(of)
    };
    let mut blocks = vec![
        heading(
            format!("{} {}", index.short_name(), view.year),
            format!("components-{index}"),
        ),
        figure(ChartKind::Profile, query, view.text.clone()),
    ];
    let has_ranks = view.rows.iter().any(|row| row.rank_text != NO_FIGURE);
    let has_best = view.rows.iter().any(|row| row.best.is_some());
    let has_median = view.rows.iter().any(|row| row.national_median.is_some());
    let mut columns = vec![
        words(common::COMPONENT, 6, language),
        numbers(common::SCORE, 2, language),
        numbers(CHANGE, 3, language),
    ];
    if has_ranks {
        columns.push(numbers(common::RANK, 2, language));
        columns.push(numbers(common::REGION_RANK, 2, language));
    }
    if has_median {
        columns.push(Column::numbers(capitalise(median_name(view.is_back_cast, language)), 2));
    }
    if has_best {
        columns.push(words(province::BEST, 4, language));
    }
    let rows = view.rows.iter().filter(|row| row.level == 1).map(|row| {
        let link = material.page_of(index, &row.component, view.year);
        let change = row.change.as_ref().and_then(|change| {
            let number = change.score.as_ref()?.number.clone();
            // The year before goes without saying.
            Some(if change.from_year.0 + 1 == view.year.0 {
                number
            } else {
                format!("{number} ({})", change.from_year)
            })
        });
        let mut cells = vec![
            Run::link(row.name.clone(), link),
            Run::strong(row.score_text.clone()),
            Run::plain(change.unwrap_or_else(|| NO_FIGURE.to_owned())),
        ];
        if has_ranks {
            cells.push(Run::plain(row.rank_text.clone()));
            cells.push(Run::plain(row.region_rank_text.clone()));
        }
        if has_median {
            cells.push(Run::plain(row.national_median_text.clone()));
        }
        if has_best {
            cells.push(Run::plain(row.best_text.clone()));
        }
        cells
    });
    let caption = format!(
        "{} {}: {}",
        index.short_name(),
        view.year,
        province::COMPONENTS.get(language)
    );
    blocks.extend(table(
        caption,
        columns,
        rows.collect(),
        vec![CHANGE_NOTE.get(language).to_owned(), view.text.source.clone()],
    ));
    blocks.extend(ends(material, of));
    Some(blocks)
}

/// Strengths and weaknesses, as far as they are told.
fn ends(material: &Material, of: &OfIndex) -> Vec<Block> {
    let language = material.language;
    let view = (material.views.places.strengths)(material.own(of), &of.info, language);
    if !view.is_told {
        return Vec::new();
    }
    let told = |title: Text, standouts: &[StandoutView]| {
        let names: Vec<String> = standouts
            .iter()
            .map(|standout| {
                let rank = language.pick("hạng", "rank");
                let margin = strengths::MARGIN.get(language);
                format!(
                    "{} ({rank} {}, {} {margin})",
                    standout.name, standout.rank_text, standout.margin_text
                )
            })
            .collect();
        (!names.is_empty()).then(|| {
            vec![
                Run::strong(format!("{}: ", title.get(language))),
                Run::plain(format!("{}.", names.join("; "))),
            ]
        })
    };
    let items: Vec<Vec<Run>> = [
        told(strengths::STRENGTHS, &view.strengths),
        told(strengths::WEAKNESSES, &view.weaknesses),
    ]
    .into_iter()
    .flatten()
    .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::List { items }, paragraph(view.rule)]
}
