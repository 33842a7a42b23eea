//! How far ranks carry, on the pages that show ranks: the choice and its explanation, the figure, what a survey can and
//! cannot tell apart, and a sentence on each card of a province.

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Language, Problem, ProblemCode, Year,
    api::{Profile, ProvinceList, Ranking},
    domain::{IndexInfo, IntervalKind},
    query::{ChartKind, FigureQuery, FigureWidth, IntervalChoice, RankingQuery, Tab},
};

use crate::{
    address::PageAddress,
    answers::Answers,
    charts::IntervalChart,
    components::{
        figure::{Figure, FigureWords},
        number_field::NumberField,
        query_form::page_form,
        rank_intervals::interval_choice,
    },
    format::capitalise,
    text::{common, interval as text, number::Takes},
    view_model::{IntervalView, RankingView, interval_view, interval_view::interval_clause, ranking_view},
};

/// The table with the intervals that the query asks for; where the table has none of that kind, without them and with the
/// reason: a link to another year keeps the choice of the year before.
pub(super) fn table_with_intervals(
    answers: Answers<'_>,
    query: RankingQuery,
) -> Result<(Ranking, Option<String>), Problem> {
    match answers.rankings(&query) {
        Err(problem) if query.interval.is_some() && is_refused(problem.code) => {
            let plain = RankingQuery {
                interval: None,
                ..query
            };
            let ranking = answers.rankings(&plain)?;
            Ok((ranking, Some(problem.detail)))
        }
        answer => Ok((answer?, None)),
    }
}

/// Whether a table has no interval of the kind asked for.
fn is_refused(code: ProblemCode) -> bool {
    matches!(code, ProblemCode::IncompleteTable | ProblemCode::NotApplicable)
}

/// What the sample behind a table can and cannot tell apart, counted over the whole country; nothing where no sampling
/// errors are published.
pub(super) fn survey_facts(
    answers: Answers<'_>,
    ranking: &Ranking,
    index: &IndexInfo,
    provinces: &ProvinceList,
    language: Language,
) -> Result<Vec<String>, Problem> {
    if !ranking.intervals.contains(&IntervalKind::Sampling) {
        return Ok(Vec::new());
    }
    let query = RankingQuery {
        index: ranking.index,
        component: ranking.component.clone(),
        year: Some(ranking.year),
        region: None,
        borders: None,
        interval: Some(IntervalChoice {
            kind: IntervalKind::Sampling,
            points: None,
        }),
        rank: None,
    };
    let national = answers.rankings(&query)?;
    let view = interval_view(&ranking_view(&national, index, provinces, &[], language));
    Ok(view.facts.map_or_else(Vec::new, |facts| facts.sentences(language)))
}

/// The choice of a kind, what it means, and why it is missing where it was asked for. Nothing where ranks have no intervals.
pub(super) fn interval_bar(address: &PageAddress, table: &RankingView, refused: Option<&str>) -> AnyView {
    let language = address.language;
    if table.intervals.is_empty() && refused.is_none() {
        return ().into_any();
    }
    let choice = (!table.intervals.is_empty()).then(|| interval_choice(address, table));
    let view = interval_view(table);
    let points = (view.kind == Some(IntervalKind::Perturbation)).then(|| points_form(address, &view, language));
    let notes = refused
        .map(str::to_owned)
        .into_iter()
        .chain(view.explanation)
        .map(|note| view! { <p>{note}</p> })
        .collect_view();
    view! {
        <section class="interval-bar" aria-label=text::INTERVAL.get(language)>
            {choice}
            {points}
            <div class="interval-notes">{notes}</div>
        </section>
    }
    .into_any()
}

fn points_form(address: &PageAddress, view: &IntervalView, language: Language) -> AnyView {
    let names = ("filter-points".to_owned(), "points".to_owned());
    let points = NumberField::new(names, Takes::AboveZero, view.parameter, &address.query, language);
    let fields = view! {
        <input type="hidden" name="interval" value=IntervalKind::Perturbation.as_str()/>
        {points.labelled(text::POINTS.get(language).to_owned())}
    }
    .into_any();
    page_form(
        address,
        "points",
        text::POINTS.get(language),
        &["interval", "points"],
        fields,
        common::APPLY.get(language),
    )
}

/// The intervals of all rows as a figure; nothing while the choice is off.
pub(super) fn interval_figure(address: &PageAddress, table: &RankingView, base: &FigureQuery) -> Option<AnyView> {
    let interval = address.query.interval_choice().filter(|_| table.has_intervals())?;
    let view = interval_view(table);
    let query = FigureQuery {
        interval: Some(interval),
        width: FigureWidth::Wide,
        ..base.clone()
    };
    let words = FigureWords::new::<IntervalChart>(&view);
    let mut figure = Figure::new("intervals", ChartKind::Interval, query, words, address.canonical());
    let tables = address.with(|query| query.tab = Some(Tab::Table));
    figure.table_address = Some(format!("{tables}#league"));
    Some(figure.view())
}

/// What a survey can and cannot tell apart, in plain words with the counted facts.
pub(super) fn survey_note(address: &PageAddress, year: Year, facts: &[String]) -> AnyView {
    if facts.is_empty() {
        return ().into_any();
    }
    let language = address.language;
    let facts = facts
        .iter()
        .map(|fact| view! { <li>{fact.clone()}</li> })
        .collect_view();
    let link = (address.query.interval != Some(IntervalKind::Sampling)).then(|| {
        let link = address.with(|query| {
            query.interval = Some(IntervalKind::Sampling);
            query.points = None;
        });
        view! { <p><a href=link>{text::SURVEY_LINK.get(language)}</a></p> }
    });
    view! {
        <div class="survey-note">
            <h2>{text::SURVEY_TITLE.get(language)}</h2>
            <p>{text::survey_meaning(year, language)}</p>
            <ul>{facts}</ul>
            <p>{text::SURVEY_ADVICE.get(language)}</p>
            {link}
        </div>
    }
    .into_any()
}

/// How far the rank of a province carries on each index that can tell, a sentence each: by the sample where its errors are
/// published, else by the weights, else by rounding.
pub(super) fn card_sentences(
    answers: Answers<'_>,
    profile: &Profile,
    language: Language,
) -> Result<Vec<(IndexId, String)>, Problem> {
    let mut sentences = Vec::new();
    for own in &profile.indices {
        let told = [IntervalKind::Sampling, IntervalKind::Weights, IntervalKind::Rounding];
        let Some(kind) = told.into_iter().find(|kind| own.intervals.contains(kind)) else {
            continue;
        };
        let query = RankingQuery {
            index: own.index,
            component: own.overall.component.clone(),
            year: Some(own.year),
            region: None,
            borders: None,
            interval: Some(IntervalChoice { kind, points: None }),
            rank: None,
        };
        let ranking = answers.rankings(&query)?;
        let row = ranking.rows.iter().find(|row| row.province == profile.province.slug);
        if let Some(interval) = row.and_then(|row| row.rank_interval) {
            // A card is narrow: the two ranks stay on one line.
            let clause = interval_clause(interval, language).replace('–', "\u{2060}–\u{2060}");
            sentences.push((own.index, format!("{}.", capitalise(&clause))));
        }
    }
    Ok(sentences)
}
