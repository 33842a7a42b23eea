//! The indicators below the components that stand out in the last year.

use vithe_shared::{Language, Text, domain::StandsOut};

use super::{
    blocks::{numbers, section as heading, table, words},
    document::{Block, Run},
    material::{Material, OfIndex},
};
use crate::{
    address::traces::figure_address,
    text::{common, indicators as text},
    view_model::{indicators_view::IndicatorRowView, narrative::Figure},
};

/// How many are told of each side.
const MOST: usize = 10;

const BAD: Text = Text::new(
    "Nổi bật về phía kém, kém nhất trước",
    "On the bad side, the worst first",
);
const GOOD: Text = Text::new(
    "Nổi bật về phía tốt, tốt nhất trước",
    "On the good side, the best first",
);

/// A section for each index with indicators on record.
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
    let answer = of.indicators.as_ref()?;
    let index = of.info.id;
    let names = [material.view.name.as_str(), index.short_name()];
    let view = (material.views.indicators)(answer, &of.info, &material.provinces, names, language);
    let side = |side: StandsOut| view.rows.iter().filter(move |row| row.stands_out == Some(side));
    let bad: Vec<&IndicatorRowView> = side(StandsOut::Bad).collect();
    let mut good: Vec<&IndicatorRowView> = side(StandsOut::Good).collect();
    good.reverse();
    let mut notes = vec![text::RULE.get(language).to_owned()];
    notes.extend((view.abbreviations.as_ref()).map(|words| format!("{}: {words}.", text::ABBREVIATIONS.get(language))));
    if language == Language::En {
        notes.push(text::TRANSLATED.get(language).to_owned());
    }
    notes.push(view.source.clone());
    let table_of = |title: Text, rows: &[&IndicatorRowView], notes: Vec<String>| {
        let told = rows.len().min(MOST);
        let caption = format!(
            "{} {}: {} ({told}/{})",
            index.short_name(),
            view.year,
            title.get(language),
            rows.len()
        );
        let rows = rows.iter().take(MOST).map(|row| {
            let link = figure_address(
                &material.province_page(),
                &material.profile.province,
                view.year,
                (index, &Figure::Indicator(row.id.clone())),
            );
            vec![
                Run::link(row.name.clone(), link),
                Run::plain(row.unit.clone()),
                Run::strong(row.value_text.clone()),
                Run::plain(row.median_text.clone()),
                Run::plain(row.rank_text.clone()),
                Run::plain(row.region_best_text.clone()),
            ]
        });
        let columns = vec![
            words(text::INDICATOR, 8, language),
            words(UNIT, 4, language),
            numbers(text::VALUE, 2, language),
            numbers(text::MEDIAN, 2, language),
            numbers(common::RANK, 2, language),
            words(text::REGION_BEST, 4, language),
        ];
        table(caption, columns, rows.collect(), notes)
    };
    let mut blocks = vec![heading(
        format!("{} {}", index.short_name(), view.year),
        format!("indicators-{index}"),
    )];
    // What must be known to read them stands below the last.
    let (first, last) = if good.is_empty() {
        (notes, Vec::new())
    } else {
        (Vec::new(), notes)
    };
    blocks.extend(table_of(BAD, &bad, first));
    blocks.extend(table_of(GOOD, &good, last));
    (blocks.len() > 1).then_some(blocks)
}

const UNIT: Text = Text::new("Đơn vị", "Unit");
