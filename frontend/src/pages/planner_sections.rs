//! The sections of the province page that planners come for: what a change is made of, and what keeps falling.

use leptos::prelude::*;
use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug,
    api::{changes::ChangesAnswer, declines::DeclinesAnswer},
    domain::IndexInfo,
    query::{ChartKind, FigureQuery, FigureWidth, PageQuery, PointsChange, StreakLength},
};

use crate::{
    address::{PageAddress, declines_path, what_if_path},
    charts::WaterfallChart,
    components::{
        changes_table::changes_table,
        declines_table::DeclinesTable,
        figure::{Figure, FigureWords},
        fold::{filter_fold, fold},
        link_list::LinkList,
        one_line::one_line,
        query_form::{Choice, page_form, select_field},
    },
    text::{common, planner as text},
    view_model::{DeclinesView, changes_view, declines_view, declines_view::DeclineRowView},
};

/// What the change of a total is made of, with the choice of the earlier year.
pub(super) fn changes_section(
    address: &PageAddress,
    answer: Option<&ChangesAnswer>,
    index: &IndexInfo,
    base: &FigureQuery,
) -> AnyView {
    let language = address.language;
    let Some(answer) = answer else {
        return one_line("changes", text::CHANGES.get(language), text::NO_EARLIER.get(language));
    };
    view! {
        <section id="changes">
            <h2 class="section-title">{text::CHANGES.get(language)}</h2>
            {changes_figure(address, answer, index, base)}
        </section>
    }
    .into_any()
}

fn changes_figure(address: &PageAddress, answer: &ChangesAnswer, index: &IndexInfo, base: &FigureQuery) -> AnyView {
    let language = address.language;
    let (from, to) = (answer.from.year, answer.to.year);
    let view = changes_view(answer, index, language);
    let query = FigureQuery {
        year: None,
        from: Some(from),
        to: Some(to),
        width: FigureWidth::Wide,
        ..base.clone()
    };
    let words = FigureWords::new::<WaterfallChart>(&view);
    let mut figure = Figure::new("change", ChartKind::Waterfall, query, words, address.canonical());
    if view.steps.is_empty() {
        // A change that cannot be broken down is one sentence, not an empty picture.
        figure.kind = None;
    }
    let has_table = view.residual_text.is_some() || !view.rank_parts.is_empty();
    figure.table = has_table.then(|| fold("changes-table", text::CHANGES_LINE.get(language), changes_table(&view)));
    figure.stacked = true;
    let choices = answer
        .years
        .iter()
        .rev()
        .filter(|year| **year < to)
        .map(|year| Choice {
            value: format!("{year}..{to}"),
            text: year.to_string(),
            selected: *year == from,
        })
        .collect();
    let fields = select_field("changes-y", "y", text::COMPARED_WITH.get(language), choices);
    let state = format!("{}: {from}", text::COMPARED_WITH.get(language));
    let line = view.text.kicker.clone();
    let content = view! {
        {filter_fold(
            "changes-filters",
            state,
            view! {
                <div class="filters">
                    {page_form(address, "changes", text::COMPARED_WITH.get(language), &["y"], fields, common::APPLY.get(language))}
                </div>
            },
        )}
        {figure.view()}
    };
    fold("changes-fold", line, content)
}

/// The runs of falls of a province, of each index that has some.
pub(super) fn declines_section(
    address: &PageAddress,
    province: &ProvinceSlug,
    answers: &[(DeclinesAnswer, IndexInfo)],
) -> AnyView {
    let language = address.language;
    let mut falling = Vec::new();
    let parts = answers
        .iter()
        .map(|(answer, index)| {
            let view = declines_view(answer, index, language);
            falling.push(format!(
                "{} {}: {}",
                answer.index.short_name(),
                answer.until,
                view.rows.len()
            ));
            if view.rows.is_empty() {
                let words = format!("{}: {}.", answer.index.short_name(), view.text.finding);
                return view! { <p class="muted">{words}</p> }.into_any();
            }
            let win_back = |row: &DeclineRowView| win_back_address(&view, index, row, language);
            let table = DeclinesTable {
                sorted_on: None,
                most: usize::MAX,
                has_province: false,
                win_back: &win_back,
            }
            .view(&view);
            let line = format!("{} ({})", text::DECLINES_TABLE.get(language), view.rows.len());
            view! {
                <h3>{answer.index.short_name()}": "{view.until_words.clone()}</h3>
                <p>{view.text.finding.clone()}"."</p>
                {fold(format!("declines-table-{}", answer.index), line, table)}
                <p class="source muted small">{view.text.source.clone()}</p>
            }
            .into_any()
        })
        .collect_view();
    let query = PageQuery {
        index: answers.first().map(|(answer, _)| answer.index),
        provinces: vec![province.clone()],
        borders: answers.first().and_then(|(answer, _)| answer.borders.in_address()),
        ..PageQuery::default()
    };
    let single_falls = PageQuery {
        streak: Some(StreakLength(1)),
        ..query.clone()
    };
    let links = [
        (single_falls.address(&declines_path(language)), text::DECLINES_TITLE),
        (declines_path(language), text::ALL_DECLINES),
        (query.address(&what_if_path(language)), text::WHAT_IF_TITLE),
    ]
    .map(|(link, words)| (link, words.get(language).to_owned()))
    .into();
    let line = format!("{} ({})", text::FALLING_COMPONENTS.get(language), falling.join(", "));
    let content = view! {
        {parts}
        <div class="further"><LinkList links/></div>
    };
    view! {
        <section id="declines">
            <h2 class="section-title">{text::DECLINES_HERE.get(language)}</h2>
            {fold("declines-fold", line, content)}
        </section>
    }
    .into_any()
}

/// The what-if page with what a run lost put back. A part of a part is put back through the one it adds up to; `None` after
/// the newest complete table of totals, from which no question can start.
pub(super) fn win_back_address(
    view: &DeclinesView,
    index: &IndexInfo,
    row: &DeclineRowView,
    language: Language,
) -> Option<String> {
    if row.until > index.opens_on {
        return None;
    }
    let info = index.component(&row.component)?;
    let component: ComponentId = match &info.parent {
        Some(parent) if info.level > 1 => parent.clone(),
        _ => row.component.clone(),
    };
    let query = PageQuery {
        index: Some(view.index),
        provinces: vec![row.province.clone()],
        year: Some(row.until),
        borders: view.borders.in_address(),
        changes: std::iter::once((component, PointsChange::from_points(row.lost)?)).collect(),
        ..PageQuery::default()
    };
    Some(query.address(&what_if_path(language)))
}

/// The indices whose components are followed over the years.
pub(super) const FOLLOWED: [IndexId; 2] = [IndexId::Pci, IndexId::Papi];
