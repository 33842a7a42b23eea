//! The league table of one component and year, and the short list beside a map.

use leptos::prelude::AnyView;
use vithe_shared::{Language, ProvinceSlug, Year, query::Sort};

use super::{
    change::change_cells,
    rank_intervals::{interval_cell, interval_head},
    sort_head::sort_head,
    sparkline::sparkline,
};
use crate::{
    address::{PageAddress, province_path},
    format::{NO_FIGURE, capitalise},
    markup::Markup,
    text::{common, index},
    view_model::{RankingView, ranking_view::RankingRowView},
};

/// Ranks of the provinces over the years, for the small lines.
pub(crate) struct Trends<'a> {
    /// Every year from first to last.
    pub(crate) years: &'a [Year],
    /// The ranks of a province along the years.
    pub(crate) of: &'a dyn Fn(&ProvinceSlug) -> Option<&'a [Option<u16>]>,
    /// The largest ranked set.
    pub(crate) worst: u16,
}

/// The whole table, in the order of the address, with links to the other orders. Beside a chart it leaves out the region
/// and the publisher's group, which need room.
pub(crate) fn league_table(
    view: &RankingView,
    address: &PageAddress,
    trends: &Trends<'_>,
    beside_chart: bool,
) -> AnyView {
    let language = address.language;
    let order = address.query.sort.unwrap_or_default();
    let sortable = |markup: &mut Markup, sort: Sort, text: &str, class: &str| {
        let direction = match (order == sort, sort) {
            (false, _) => "",
            (true, Sort::Change) => "descending",
            (true, _) => "ascending",
        };
        sort_head(markup, address, sort, direction, class, text);
    };
    let usual = usual_pair(&view.rows);
    let has_region = !beside_chart;
    let has_group = has_region && view.rows.iter().any(|row| row.group.is_some());
    let has_region_ranks = view.rows.iter().any(|row| row.region_rank_text != NO_FIGURE);
    let has_ranks = view.rows.iter().any(|row| row.rank.is_some());
    let title = if has_ranks { index::LEAGUE } else { index::TABLE_PARTIAL }.get(language);
    let (first, last) = (trends.years.first(), trends.years.last());
    let trend_span = first
        .zip(last)
        .map(|(first, last)| format!("{first}–{last}"))
        .unwrap_or_default();

    let mut markup = Markup::default();
    markup.open_frame("league", title);
    markup.element(
        "caption",
        &[("class", "visually-hidden")],
        &format!("{title}: {}", view.state),
    );
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    sortable(&mut markup, Sort::Rank, common::RANK.get(language), "num");
    sortable(&mut markup, Sort::Name, common::PROVINCE.get(language), "");
    let interval = view.rows.iter().find_map(|row| row.interval);
    if let Some(interval) = interval {
        interval_head(&mut markup, interval, language);
    }
    markup.column("num", common::SCORE.get(language));
    markup.open("th", &[("scope", "col"), ("class", "num")]);
    markup.text(index::SCORE_CHANGE.get(language));
    if let Some(year) = usual {
        let against = match language {
            Language::Vi => format!(" so với {year}"),
            Language::En => format!(" on {year}"),
        };
        markup.element("span", &[("class", "visually-hidden")], &against);
    }
    markup.close("th");
    sortable(&mut markup, Sort::Change, index::RANK_CHANGE.get(language), "num");
    if has_region_ranks {
        markup.column("num", common::REGION_RANK.get(language));
    }
    if has_region {
        sortable(&mut markup, Sort::Region, common::REGION.get(language), "");
    }
    if has_group {
        markup.column("num", index::GROUP.get(language));
    }
    markup.column("", index::TREND.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in &view.rows {
        open_row(&mut markup, row, "");
        markup.number(&row.rank_text);
        name(&mut markup, row, language);
        if interval.is_some() {
            interval_cell(&mut markup, row);
        }
        score(&mut markup, row);
        let other_pair = row
            .change
            .as_ref()
            .filter(|change| Some(change.from_year) != usual)
            .map(|change| format!("({})", change.from_year));
        change_cells(
            &mut markup,
            row.change.as_ref(),
            other_pair.as_deref().unwrap_or_default(),
            language,
        );
        if has_region_ranks {
            markup.number(&row.region_rank_text);
        }
        if has_region {
            markup.element("td", &[("class", "nowrap")], &row.region_name);
        }
        if has_group {
            markup.number(&row.group.map(|group| group.to_string()).unwrap_or_default());
        }
        markup.open("td", &[]);
        if let Some(ranks) = (trends.of)(&row.province) {
            let label = format!("{}: {}, {trend_span}", row.name, index::TREND_TITLE.get(language));
            sparkline(&mut markup, ranks, trends.worst, &label);
        }
        markup.close("td");
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
    let notes = notes(&view.rows);
    if !notes.is_empty() {
        markup.open("ul", &[("class", "notes")]);
        for note in notes {
            markup.element("li", &[], &note);
        }
        markup.close("ul");
    }
    markup.view("league-part")
}

/// The short list beside a map: the first, the last, and the provinces picked out.
pub(crate) fn short_list(view: &RankingView, address: &PageAddress, ends: usize) -> AnyView {
    let language = address.language;
    let count = view.rows.len();
    let mut markup = Markup::default();
    markup.open("table", &[("class", "data")]);
    markup.element("caption", &[], &view.state);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("num", common::RANK.get(language));
    markup.column("", common::PROVINCE.get(language));
    markup.column("num", common::SCORE.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    let shown = view
        .rows
        .iter()
        .enumerate()
        .filter(|(position, row)| *position < ends || position + ends >= count || row.highlighted);
    let mut next = 0;
    for (position, row) in shown {
        // A line where rows are left out, so that nobody reads over the gap.
        let gap = if position > next { "after-gap" } else { "" };
        next = position + 1;
        open_row(&mut markup, row, gap);
        markup.number(&row.rank_text);
        name(&mut markup, row, language);
        score(&mut markup, row);
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close("table");
    markup.view("short-list")
}

fn open_row(markup: &mut Markup, row: &RankingRowView, class: &str) {
    let highlighted = if row.highlighted { "is-highlighted " } else { "" };
    markup.open("tr", &[("class", format!("{highlighted}{class}").trim_end())]);
}

fn name(markup: &mut Markup, row: &RankingRowView, language: Language) {
    markup.open("th", &[("scope", "row")]);
    markup.link(&province_path(language, &row.province), &row.name);
    markup.close("th");
}

fn score(markup: &mut Markup, row: &RankingRowView) {
    let missing = row.missing.unwrap_or_default();
    markup.open("td", &[("class", "num strong"), ("title", missing)]);
    markup.text(&row.score_text);
    if !missing.is_empty() {
        markup.element("span", &[("class", "visually-hidden")], missing);
    }
    markup.close("td");
}

/// The earlier year that most rows are compared with.
fn usual_pair(rows: &[RankingRowView]) -> Option<Year> {
    let years: Vec<Year> = rows
        .iter()
        .filter_map(|row| Some(row.change.as_ref()?.from_year))
        .collect();
    years
        .iter()
        .copied()
        .max_by_key(|year| years.iter().filter(|other| *other == year).count())
}

/// Why changes are limited or refused, each reason once.
fn notes(rows: &[RankingRowView]) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for note in rows.iter().filter_map(|row| row.change.as_ref()?.note.as_ref()) {
        let note = capitalise(note);
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}
