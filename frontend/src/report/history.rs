//! Each index over the years: scores and ranks as figures, a table of both, and the last year in prose.

use vithe_shared::{
    IndexId, Text,
    query::{ChartKind, FigureQuery, PageQuery, Show},
};

use super::{
    blocks::{figure, half_figure, numbers, section as heading, table, words},
    document::{Block, Column, Run},
    material::{Material, OfIndex},
    summary::narrated,
};
use crate::{
    address::report_path,
    format::{NO_FIGURE, capitalise},
    text::{common, province},
    view_model::{
        FigureText, SeriesView, series_view,
        wording::{marked, median_name, score_number},
    },
};

const MEMBERS: Text = Text::new("Báo cáo của các tỉnh hợp thành", "Reports of the merged provinces");
const YEARS: Text = Text::new("Điểm và hạng từng năm", "Scores and ranks by year");

/// A section for each index.
pub(super) fn section(material: &Material) -> Vec<Block> {
    let mut narrated = narrated(material);
    let mut blocks = Vec::new();
    for of in &material.indices {
        blocks.extend(of_index(material, of));
        let told = narrated.iter().position(|(index, _)| *index == Some(of.info.id));
        blocks.extend(told.map(|place| narrated.swap_remove(place).1));
    }
    blocks.extend(members(material));
    blocks
}

/// The words of a figure without those that the table below says in its rows.
fn said_below(view: &SeriesView) -> FigureText {
    let is_break = |note: &String| view.breaks.iter().any(|entry| note.trim_end_matches('.') == entry.text);
    FigureText {
        notes: view.text.notes.iter().filter(|note| !is_break(note)).cloned().collect(),
        ..view.text.clone()
    }
}

/// The reports of the provinces that a unit was formed of.
fn members(material: &Material) -> Option<Block> {
    if material.members.len() < 2 {
        return None;
    }
    let query = PageQuery {
        years: Some(material.years),
        ..PageQuery::default()
    };
    let mut runs = vec![Run::plain(format!("{}: ", MEMBERS.get(material.language)))];
    for (position, (slug, name)) in material.members.iter().enumerate() {
        if position > 0 {
            runs.push(Run::plain(", "));
        }
        runs.push(Run::link(
            name.clone(),
            query.address(&report_path(material.language, slug)),
        ));
    }
    runs.push(Run::plain("."));
    Some(Block::Paragraph { runs })
}

fn of_index(material: &Material, of: &OfIndex) -> Vec<Block> {
    let language = material.language;
    let index: IndexId = of.info.id;
    let name = language.pick(&of.info.name_vi, &of.info.name_en);
    let title = format!("{}: {name}", index.short_name());
    let scores = series_view(&of.totals, &of.info, Show::Score, language);
    let ranks = series_view(&of.totals, &of.info, Show::Rank, language);
    let Some(line) = scores.lines.first() else {
        return Vec::new();
    };
    let query = |show| FigureQuery {
        from: Some(material.years.from),
        to: Some(material.years.to),
        show,
        ..material.figure(of)
    };
    let mut blocks = vec![heading(title, format!("over-years-{index}"))];
    let with = |has: fn(&crate::view_model::series_view::SeriesPointView) -> bool| {
        line.points.iter().filter(|point| has(point)).count()
    };
    // A single year is no line.
    let has_scores = with(|point| point.score.is_some()) > 1;
    let has_places = with(|point| point.rank.is_some()) > 1;
    let placed = if has_scores && has_places { half_figure } else { figure };
    if has_scores {
        blocks.push(placed(ChartKind::Line, query(Show::Score), said_below(&scores)));
    }
    if has_places {
        blocks.push(placed(ChartKind::Line, query(Show::Rank), said_below(&ranks)));
    }
    let has_ranks = line.points.iter().any(|point| point.rank.is_some());
    let has_spread = line.points.iter().any(|point| point.spread_text.is_some());
    let is_back_cast = scores.is_back_cast;
    let mut columns = vec![words(common::YEAR, 2, language), numbers(common::SCORE, 3, language)];
    if has_ranks {
        columns.push(numbers(common::RANK, 3, language));
    }
    columns.push(Column::numbers(capitalise(median_name(is_back_cast, language)), 4));
    if has_spread {
        columns.push(numbers(province::MEMBERS, 4, language));
    }
    columns.push(words(province::NOTE, 8, language));
    let rows = line.points.iter().map(|point| {
        let median = scores.medians.iter().find(|median| median.year == point.year);
        let median = median.and_then(|median| {
            let text = score_number(median.median?, scores.scale, language);
            Some(marked(text, median.is_back_cast))
        });
        // The first year of the period is compared with none here.
        let is_first = line.points.first().is_some_and(|first| first.year == point.year);
        let note = scores.breaks.iter().find(|entry| !is_first && entry.year == point.year);
        let note = note.map(|entry| {
            let text = entry
                .text
                .split_once(": ")
                .map_or(entry.text.as_str(), |(_, text)| text);
            capitalise(text)
        });
        let link = material.page_of(index, &of.totals.component, point.year);
        let mut row = vec![
            Run::link(point.year.to_string(), link),
            Run::strong(point.score_text.clone()),
        ];
        if has_ranks {
            row.push(Run::plain(point.rank_text.clone()));
        }
        row.push(Run::plain(median.unwrap_or_else(|| NO_FIGURE.to_owned())));
        if has_spread {
            row.push(Run::plain(point.spread_text.as_deref().unwrap_or(NO_FIGURE)));
        }
        row.push(Run::plain(
            note.or_else(|| point.missing.map(capitalise))
                .unwrap_or_else(|| NO_FIGURE.to_owned()),
        ));
        row
    });
    let caption = format!("{}: {}", index.short_name(), YEARS.get(language));
    blocks.extend(table(
        caption,
        columns,
        rows.collect(),
        vec![scores.text.source.clone()],
    ));
    blocks
}
