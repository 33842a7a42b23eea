//! The four indices at a glance, and what the period and its last year say.

use vithe_shared::{
    IndexId, Language, Text,
    api::SeriesPoint,
    domain::{Comparability, ObservationStatus, ScoreUnit},
    query::{ReportForm, Show},
};

use super::{
    blocks::{numbers, sentence, table, words},
    document::{Block, Run},
    material::{Material, OfIndex},
};
use crate::{
    address::traces::figure_address,
    format::{ChangeText, NO_FIGURE, format_rank, join_names, rank_change, score_change},
    text::common,
    view_model::{
        declines_view,
        narrative::Figure,
        series_view,
        wording::{comparability_name, marked, score_number, score_text, year_span},
    },
};

const FIRST: Text = Text::new("Đầu kỳ", "First year");
const LAST: Text = Text::new("Cuối kỳ", "Last year");
const AGAINST_YEAR_BEFORE: Text = Text::new("So với năm trước", "On the year before");
const OVER_PERIOD: Text = Text::new("Cả giai đoạn", "Over the period");
const CAPTION: Text = Text::new("Bốn chỉ số", "The four indices");

/// The table of the four indices, and the main points of the period.
pub(super) fn overview(material: &Material) -> Vec<Block> {
    let language = material.language;
    let rows: Vec<Vec<Run>> = material.indices.iter().filter_map(|of| row(material, of)).collect();
    let mut notes = Vec::new();
    if material.has_estimates() {
        notes.push(common::ESTIMATES.get(language).to_owned());
    }
    notes.extend(nothing_on_record(material));
    let caption = format!(
        "{}, {}",
        CAPTION.get(language),
        year_span(material.years.from, material.years.to)
    );
    let columns = vec![
        words(common::INDEX, 3, language),
        numbers(FIRST, 4, language),
        numbers(LAST, 4, language),
        numbers(common::REGION_RANK, 3, language),
        words(AGAINST_YEAR_BEFORE, 5, language),
        words(OVER_PERIOD, 5, language),
    ];
    let mut blocks: Vec<Block> = table(caption, columns, rows, notes).into_iter().collect();
    let items: Vec<Vec<Run>> = main_points(material);
    if !items.is_empty() {
        blocks.push(Block::List { items });
    }
    blocks
}

/// `63,80 điểm (2021), hạng 38/63` of a point, in the room of a cell.
fn standing(of: &OfIndex, point: &SeriesPoint, language: Language) -> String {
    let score = point.score.map_or_else(
        || NO_FIGURE.to_owned(),
        |score| {
            let is_estimate = point.status == Some(ObservationStatus::Estimated);
            let scale = of.totals.scale;
            // A number alone is one of points.
            let number = match scale.unit {
                ScoreUnit::Points => score_number(score, scale, language),
                _ => score_text(score, scale, language),
            };
            marked(number, is_estimate)
        },
    );
    let rank = point.rank.zip(point.rank_n).map_or_else(String::new, |(rank, n)| {
        format!(
            "; {}",
            language.pick("hạng", "rank").to_owned() + " " + &format_rank(rank, n)
        )
    });
    format!("{score} ({}){rank}", point.year)
}

fn row(material: &Material, of: &OfIndex) -> Option<Vec<Run>> {
    let language = material.language;
    let points = &of.totals.series.first()?.points;
    let with_total: Vec<&SeriesPoint> = points
        .iter()
        .filter(|point| point.score.is_some() || point.rank.is_some())
        .collect();
    let (first, last) = (with_total.first()?, with_total.last()?);
    let card = material.view.cards.iter().find(|card| card.index == of.info.id)?;
    let own = material.own(of);
    let before = card.change.as_ref().map(|change| {
        let mut told: Vec<String> = [&change.score, &change.rank]
            .into_iter()
            .flatten()
            .map(|change| change.words.clone())
            .collect();
        if change.from_year.0 + 1 != card.year.0 {
            told.push(format!("{} {}", language.pick("so với", "on"), change.from_year));
        }
        with_comparability(&told, change.comparability, language)
    });
    let link = figure_address(
        &material.province_page(),
        &material.profile.province,
        own.year,
        (of.info.id, &Figure::History),
    );
    let is_one_year = first.year == last.year;
    Some(vec![
        Run::link(of.info.id.short_name(), link),
        Run::plain(if is_one_year {
            NO_FIGURE.to_owned()
        } else {
            standing(of, first, language)
        }),
        Run::strong(standing(of, last, language)),
        Run::plain(card.region_rank_text.clone().unwrap_or_else(|| NO_FIGURE.to_owned())),
        Run::plain(
            before
                .filter(|told| !told.is_empty())
                .unwrap_or_else(|| NO_FIGURE.to_owned()),
        ),
        Run::plain(over_period(of, first, last, language).unwrap_or_else(|| NO_FIGURE.to_owned())),
    ])
}

/// What changed, and how far the years compare.
fn with_comparability(told: &[String], comparability: Comparability, language: Language) -> String {
    let told = told.join(", ");
    match (comparability, told.is_empty()) {
        (Comparability::Comparable, _) => told,
        (Comparability::NotComparable, false) => format!(
            "{told}; {} {}",
            language.pick("điểm", "scores"),
            comparability_name(comparability, language)
        ),
        (_, true) => comparability_name(comparability, language).to_owned(),
        (_, false) => format!("{told} ({})", comparability_name(comparability, language)),
    }
}

/// The change from the first to the last year of the period, as far as they compare.
fn over_period(of: &OfIndex, first: &SeriesPoint, last: &SeriesPoint, language: Language) -> Option<String> {
    if first.year == last.year {
        return None;
    }
    let breaks = of.totals.breaks.iter();
    let comparability = breaks
        .filter(|entry| entry.year > first.year && entry.year <= last.year)
        .map(|entry| entry.comparability)
        .max()
        .unwrap_or(Comparability::Comparable);
    let of_estimates = [first, last]
        .map(|point| point.status)
        .contains(&Some(ObservationStatus::Estimated));
    let mark = |change: ChangeText| {
        if of_estimates {
            change.of_estimates().words
        } else {
            change.words
        }
    };
    let mut told = Vec::new();
    if let Some((from, to)) = first.score.zip(last.score)
        && comparability != Comparability::NotComparable
    {
        let scale = of.totals.scale;
        let change = score_change(to - from, scale.decimals.of(to - from), scale.unit, language);
        told.push(mark(change));
    }
    if let (Some(from), Some(to)) = (first.rank, last.rank) {
        told.push(mark(rank_change(i32::from(from) - i32::from(to), language)));
    }
    let told = with_comparability(&told, comparability, language);
    (!told.is_empty()).then_some(told)
}

/// Which indices have nothing to tell of the period.
fn nothing_on_record(material: &Material) -> Option<String> {
    if material.missing.is_empty() {
        return None;
    }
    let language = material.language;
    let names: Vec<&str> = material.missing.iter().map(|index| index.short_name()).collect();
    let names = join_names(&names, language);
    let span = year_span(material.years.from, material.years.to);
    Some(match language {
        Language::Vi => format!("{names}: chưa có số liệu trong giai đoạn {span}."),
        Language::En => format!("{names}: no figure is on record in {span}."),
    })
}

/// A sentence on the change of each index over the period, and in a review one on what keeps falling.
fn main_points(material: &Material) -> Vec<Vec<Run>> {
    let language = material.language;
    let mut points = Vec::new();
    for of in &material.indices {
        let name = of.info.id.short_name();
        let mut told = Vec::new();
        if let Some(changes) = of.span.as_ref().or(of.last.as_ref()) {
            told.push(sentence(
                &(material.views.places.changes)(changes, &of.info, language)
                    .text
                    .finding,
            ));
        }
        if told.is_empty() {
            let view = series_view(&of.totals, &of.info, Show::Score, language);
            told.push(sentence(&view.text.finding));
        }
        let falls = of.declines.as_ref().filter(|declines| !declines.rows.is_empty());
        // A brief tells them in its last year and among its tasks, and not a third time.
        if let Some(declines) = falls.filter(|_| material.form == ReportForm::Review) {
            told.push(sentence(&declines_view(declines, &of.info, language).text.finding));
        }
        points.push(vec![Run::strong(format!("{name}. ")), Run::plain(told.join(" "))]);
    }
    points
}

/// The last year of each index in prose.
pub(super) fn last_year(material: &Material) -> Vec<Block> {
    narrated(material).into_iter().map(|(_, block)| block).collect()
}

/// The same with the index that a paragraph is about; every number leads to the figure that it is from.
pub(super) fn narrated(material: &Material) -> Vec<(Option<IndexId>, Block)> {
    let page = material.province_page();
    (material.views.narrator)(&material.profile, &material.view, &material.stories())
        .into_iter()
        .map(|paragraph| {
            let runs = paragraph
                .pieces
                .iter()
                .map(|piece| match piece.figure.as_ref().zip(paragraph.index) {
                    Some((figure, index)) => Run::link(
                        piece.text.clone(),
                        figure_address(&page, &material.profile.province, paragraph.year, (index, figure)),
                    ),
                    None => Run::plain(piece.text.clone()),
                });
            (paragraph.index, Block::Paragraph { runs: runs.collect() })
        })
        .collect()
}
