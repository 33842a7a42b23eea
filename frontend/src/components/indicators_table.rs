//! The indicators of a component of a province: those that stand out, and all of them in a table.

use leptos::prelude::*;
use vithe_shared::{
    IndicatorId, Language, ProvinceSlug, Text,
    domain::{SourceInfo, StandsOut},
    query::PageQuery,
};

use super::{
    spread_bar::spread_bar,
    table::{
        Caption, Columns, DataTable,
        cell::{NameCell, Remark, TextCell},
    },
    table_files::table_files,
};
use crate::{
    address::index_path,
    text::{common, indicators as text},
    view_model::{IndicatorsView, indicators_view::IndicatorRowView},
};

/// The section, with the address of its figures as CSV.
pub(crate) fn indicators_table(
    view: &IndicatorsView,
    province: &ProvinceSlug,
    sources: &[SourceInfo],
    csv: &str,
) -> AnyView {
    let language = view.language;
    let link = |id: &IndicatorId| indicator_address(view, id, province);
    let abbreviations = view
        .abbreviations
        .as_ref()
        .map(|words| view! { <p class="muted small">{format!("{}: {words}.", text::ABBREVIATIONS.get(language))}</p> });
    view! {
        <section id="indicators" class="indicators-part">
            <h2 class="section-title">{format!("{} ({})", text::TITLE.get(language), view.rows.len())}</h2>
            <p class="finding">{format!("{}.", view.finding)}</p>
            <div class="two-columns">
                {standouts(text::STANDS_OUT_BAD, &view.bad, text::NO_BAD, &link, language)}
                {standouts(text::STANDS_OUT_GOOD, &view.good, text::NO_GOOD, &link, language)}
            </div>
            <p class="muted small">{text::RULE.get(language)}</p>
            {table(view, &link)}
            <p class="muted small">{text::TRANSLATED.get(language)}</p>
            {abbreviations}
            <p class="source muted small">{view.source.clone()} {documents(sources, language)}</p>
            {table_files(text::FILES, csv, language)}
        </section>
    }
    .into_any()
}

/// The page of an indicator with the province kept in view.
fn indicator_address(view: &IndicatorsView, id: &IndicatorId, province: &ProvinceSlug) -> String {
    let query = PageQuery {
        component: Some(id.clone().into()),
        year: Some(view.year),
        pins: vec![province.clone()],
        ..PageQuery::default()
    };
    query.address(&index_path(view.language, view.index))
}

/// The documents that figures come from, each with its address.
pub(crate) fn documents(sources: &[SourceInfo], language: Language) -> AnyView {
    let links: Vec<AnyView> = sources
        .iter()
        .map(|source| {
            let words = format!("{}, {}", source.publisher, source.document);
            let words = if source.address.is_empty() {
                view! { {words} }.into_any()
            } else {
                view! { <a href=source.address.clone()>{words}</a> }.into_any()
            };
            view! { " · " {text::DOCUMENT.get(language)} ": " {words} }.into_any()
        })
        .collect();
    links.into_any()
}

fn standouts(
    title: Text,
    rows: &[(IndicatorId, String)],
    none: Text,
    link: &dyn Fn(&IndicatorId) -> String,
    language: Language,
) -> AnyView {
    let items: Vec<AnyView> = rows
        .iter()
        .map(|(id, sentence)| view! { <li><a href=link(id)>{sentence.clone()}</a></li> }.into_any())
        .collect();
    let none = rows
        .is_empty()
        .then(|| view! { <p class="muted">{none.get(language)}</p> });
    view! {
        <section>
            <h3>{title.get(language)}</h3>
            <ol class="standout-list">{items}</ol>
            {none}
        </section>
    }
    .into_any()
}

fn table(view: &IndicatorsView, link: &dyn Fn(&IndicatorId) -> String) -> AnyView {
    let language = view.language;
    let mut columns = Columns::<IndicatorRowView>::new();
    columns.words(text::INDICATOR.get(language), |row| {
        let name = row.name.clone();
        view! { <NameCell name href=link(&row.id) remark=Some(row.unit.clone()) class="long-name"/> }.into_any()
    });
    columns.numbers(text::VALUE.get(language), |row| row.value_text.clone());
    columns.figures(text::MEDIAN.get(language), |row| {
        let quartiles = row.quartiles_text.clone();
        view! {
            <td class="num distance">
                {row.median_text.clone()}
                <Remark text=quartiles/>
            </td>
        }
        .into_any()
    });
    columns.words(text::POSITION.get(language), |row| {
        let bar = row.position.map(|position| spread_bar(position, row.sentence.clone()));
        view! { <td class="spread-cell">{bar}</td> }.into_any()
    });
    columns.figures(text::DISTANCE.get(language), |row| {
        let mark = row.stands_out.map(|side| {
            let words = match side {
                StandsOut::Good => language.pick("nổi bật: tốt", "stands out: good"),
                StandsOut::Bad => language.pick("nổi bật: kém", "stands out: bad"),
            };
            view! { <Remark text=words/> }
        });
        view! { <td class="num distance">{row.distance_text.clone()} {mark}</td> }.into_any()
    });
    columns.figures(common::RANK.get(language), |row| {
        let tied = row.tied_text.clone().map(|text| view! { <Remark text/> });
        view! { <td class="num distance">{row.rank_text.clone()} {tied}</td> }.into_any()
    });
    columns.words(text::REGION_BEST.get(language), |row| {
        view! { <TextCell text=row.region_best_text.clone()/> }.into_any()
    });
    let rows = view
        .rows
        .iter()
        .map(|row| {
            let class = row.stands_out.map(|side| match side {
                StandsOut::Good => "stands-out-good".to_owned(),
                StandsOut::Bad => "stands-out-bad".to_owned(),
            });
            columns.row(&row.id, row).with_class(class)
        })
        .collect();
    let caption = Caption::Hidden(text::TABLE.get(language).to_owned());
    view! {
        <DataTable id="table-indicators" label=text::TABLE.get(language) caption heads=columns.into_heads() rows/>
    }
    .into_any()
}
