//! The league table of one component and year, and the short list beside a map.

use leptos::prelude::*;
use vithe_shared::{Language, ProvinceSlug, Year, query::Sort};

use super::{
    change::{ChangeCell, ShownChange},
    rank_intervals::{IntervalCell, interval_head},
    sparkline::{LineFrame, YearScore, line_label},
    table::{
        Caption, Columns, DataTable, PlainTable,
        cell::{NumberCell, ProvinceCell, ScoreCell, TextCell},
        order::{SortHead, SortKey},
    },
};
use crate::{
    address::{Aspect, PageAddress},
    format::{NO_FIGURE, capitalise},
    text::{common, index, province},
    view_model::{RankingView, ranking_view::RankingRowView},
};

/// Scores of the provinces over the years, for the small lines.
pub(crate) struct Trends<'a> {
    /// What the lines share; `None` where no score is on record.
    pub(crate) frame: Option<&'a LineFrame>,
    /// The scores on record of a province.
    pub(crate) of: &'a dyn Fn(&ProvinceSlug) -> Option<&'a [YearScore]>,
}

/// The whole table, in the order of the address, with links to the other orders. Beside a chart it leaves out the region
/// and the publisher's group, which need room.
pub(crate) fn league_table(
    view: &RankingView,
    address: &PageAddress,
    trends: &Trends<'_>,
    beside_chart: bool,
) -> AnyView {
    let title = if view.has_ranks() {
        index::LEAGUE
    } else {
        index::TABLE_PARTIAL
    }
    .get(address.language);
    let columns = league_columns(view, address, trends, beside_chart);
    let rows = columns
        .in_order(&view.rows, |row| row.highlighted)
        .into_iter()
        .map(|row| columns.row(&row.province, row).highlighted(row.highlighted))
        .collect();
    let caption = Caption::Hidden(format!("{title}: {}", view.state));
    let notes = notes(&view.rows);
    let notes = (!notes.is_empty()).then(|| {
        let items = notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
        view! { <ul class="notes">{items}</ul> }
    });
    view! {
        <div class="league-part">
            <DataTable id="table-league" label=title caption heads=columns.into_heads() rows frame="league"/>
            {notes}
        </div>
    }
    .into_any()
}

fn league_columns<'t>(
    view: &RankingView,
    address: &'t PageAddress,
    trends: &'t Trends<'_>,
    beside_chart: bool,
) -> Columns<'t, RankingRowView> {
    let language = address.language;
    let has_region = !beside_chart;
    let mut columns = Columns::<RankingRowView>::ordered_on(Some(address));
    if view.has_ranks() {
        columns.sortable(
            SortHead::ranks(Sort::Rank, common::RANK.get(language)),
            |row| SortKey::from(row.rank),
            |row| view! { <NumberCell text=row.rank_text.clone()/> }.into_any(),
        );
    }
    columns.sortable(
        SortHead::words(Sort::Name, common::PROVINCE.get(language)),
        |row| SortKey::Word(row.name.clone()),
        {
            let aspect = aspect(view);
            move |row| province_cell(row, &aspect, language)
        },
    );
    if let Some(interval) = view.rows.iter().find_map(|row| row.interval) {
        columns.sortable(
            interval_head(interval, language),
            |row| SortKey::from(row.interval.map(|interval| interval.best)),
            |row| view! { <IntervalCell rank=row.rank interval=row.interval/> }.into_any(),
        );
    }
    columns.sortable(
        SortHead::figures(Sort::Score, common::SCORE.get(language)),
        |row| SortKey::from(row.score),
        score_cell,
    );
    if view.is_back_cast {
        columns.numbers(province::MEMBERS.get(language), |row| {
            row.spread_text.clone().unwrap_or_else(|| NO_FIGURE.to_owned())
        });
    }
    let usual = usual_pair(&view.rows);
    let spoken = usual.map(|year| match language {
        Language::Vi => format!(" so với {year}"),
        Language::En => format!(" on {year}"),
    });
    if usual.is_some() {
        columns.sortable(
            SortHead::figures(Sort::Points, index::SCORE_CHANGE.get(language)).spoken(spoken),
            |row| SortKey::from(row.change.as_ref().and_then(|change| change.points_won)),
            move |row| {
                let other_pair = row.change.as_ref().map(|change| change.from_year);
                let against = other_pair.filter(|year| Some(*year) != usual);
                let change = ShownChange::of_score(row.change.as_ref());
                view! { <ChangeCell change language against/> }.into_any()
            },
        );
    }
    let mut changes = view.rows.iter().filter_map(|row| row.change.as_ref());
    if changes.any(|change| change.rank.is_some()) {
        columns.sortable(
            SortHead::figures(Sort::Change, index::RANK_CHANGE.get(language)),
            |row| SortKey::from(row.change.as_ref().and_then(|change| change.places_won)),
            move |row| {
                let change = ShownChange::of_rank(row.change.as_ref());
                view! { <ChangeCell change language/> }.into_any()
            },
        );
    }
    if view.rows.iter().any(|row| row.region_rank.is_some()) {
        columns.sortable(
            SortHead::ranks(Sort::RegionRank, common::REGION_RANK.get(language)),
            |row| SortKey::from(row.region_rank),
            |row| view! { <NumberCell text=row.region_rank_text.clone()/> }.into_any(),
        );
    }
    if has_region {
        columns.sortable(
            SortHead::words(Sort::Region, common::REGION.get(language)),
            |row| SortKey::Word(row.region_name.clone()),
            |row| view! { <TextCell text=row.region_name.clone() class="nowrap"/> }.into_any(),
        );
    }
    if has_region && view.rows.iter().any(|row| row.group.is_some()) {
        columns.sortable(
            SortHead::ranks(Sort::Group, index::GROUP.get(language)),
            |row| SortKey::from(row.group),
            |row| {
                let text = row.group.map(|group| group.to_string()).unwrap_or_default();
                view! { <NumberCell text/> }.into_any()
            },
        );
    }
    if let Some(frame) = trends.frame {
        add_trend(&mut columns, view, trends, frame);
    }
    columns
}

/// The small lines. They are ordered by what was gained over the newest years that compare with each other.
fn add_trend<'t>(
    columns: &mut Columns<'t, RankingRowView>,
    view: &RankingView,
    trends: &'t Trends<'_>,
    frame: &'t LineFrame,
) {
    let (language, year) = (view.subject.language, view.year);
    let head = format!("{} {}", common::SCORE.get(language), frame.span());
    let since = frame.comparable_since();
    let order = match language {
        Language::Vi => format!(", sắp theo mức thay đổi từ năm {since}"),
        Language::En => format!(", ordered by the change since {since}"),
    };
    columns.sortable(
        SortHead::figures(Sort::Trend, &head).over_picture().spoken(Some(order)),
        move |row| SortKey::from((trends.of)(&row.province).and_then(|line| frame.gain(line))),
        move |row| {
            let line = (trends.of)(&row.province)
                .and_then(|line| frame.line(line, year, line_label(&row.name, frame, year, language)));
            view! { <td>{line}</td> }.into_any()
        },
    );
}

/// The short list beside a map: the first, the last, and the provinces picked out.
pub(crate) fn short_list(view: &RankingView, address: &PageAddress, ends: usize) -> AnyView {
    let language = address.language;
    let mut columns = Columns::<RankingRowView>::new();
    if view.has_ranks() {
        columns.numbers(common::RANK.get(language), |row| row.rank_text.clone());
    }
    let aspect = aspect(view);
    columns.words(common::PROVINCE.get(language), move |row| {
        province_cell(row, &aspect, language)
    });
    columns.figures(common::SCORE.get(language), score_cell);
    let count = view.rows.len();
    let mut next = 0;
    let rows = view
        .rows
        .iter()
        .enumerate()
        .filter(|(position, row)| *position < ends || position + ends >= count || row.highlighted)
        .map(|(position, row)| {
            // A line where rows are left out, so that nobody reads over the gap.
            let gap = (position > next).then_some("after-gap");
            next = position + 1;
            let classes: Vec<&str> = row
                .highlighted
                .then_some("is-highlighted")
                .into_iter()
                .chain(gap)
                .collect();
            columns
                .row(&row.province, row)
                .with_class((!classes.is_empty()).then(|| classes.join(" ")))
        })
        .collect();
    let caption = Caption::Shown(view.state.clone());
    view! {
        <div class="short-list">
            <PlainTable caption heads=columns.into_heads() rows/>
        </div>
    }
    .into_any()
}

/// What the page of a province opens on.
fn aspect(view: &RankingView) -> Aspect {
    Aspect::of(view.subject.index, &view.component, view.year).within(view.borders)
}

fn province_cell(row: &RankingRowView, aspect: &Aspect, language: Language) -> AnyView {
    view! { <ProvinceCell language province=&row.province name=row.name.clone() aspect/> }.into_any()
}

fn score_cell(row: &RankingRowView) -> AnyView {
    view! { <ScoreCell text=row.score_text.clone() missing=row.missing/> }.into_any()
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
