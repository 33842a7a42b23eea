//! The other provinces beside one, in the order asked for.

use leptos::prelude::*;
use vithe_shared::Language;

use super::table::{
    Caption, Columns, DataTable,
    cell::{NumberCell, ProvinceCell, TextCell},
};
use crate::{
    address::Aspect,
    text::{common, peers as text},
    view_model::{PeersView, peers_view::PeerView},
};

/// Some rows as a table; `id` is unique on the page.
pub(crate) fn peers_table(
    id: &'static str,
    label: &'static str,
    view: &PeersView,
    rows: &[PeerView],
    aspect: &Aspect,
    language: Language,
) -> AnyView {
    let mut columns = Columns::<PeerView>::new();
    columns.words(common::PROVINCE.get(language), |row| {
        view! { <ProvinceCell language province=&row.province name=row.name.clone() aspect/> }.into_any()
    });
    columns.figures(common::RANK.get(language), |row| {
        view! { <NumberCell text=row.rank.clone()/> }.into_any()
    });
    columns.figures(common::SCORE.get(language), |row| {
        view! { <td class="num strong">{row.score.clone()}</td> }.into_any()
    });
    columns.numbers(text::DIFFERENCE.get(language), |row| row.difference.clone());
    columns.numbers(text::DISTANCE.get(language), |row| row.distance.clone());
    columns.words(text::LIKENESS.get(language), |row| {
        view! { <TextCell text=row.likeness class="nowrap"/> }.into_any()
    });
    columns.words(common::REGION.get(language), |row| {
        let remark = row.same_region.then(|| text::SAME_REGION.get(language).to_owned());
        view! { <TextCell text=row.region.clone() remark class="nowrap"/> }.into_any()
    });
    columns.numbers(&view.population_head, |row| row.population.clone());
    columns.words(text::GRDP.get(language), |row| {
        view! { <TextCell text=row.grdp.clone() class="nowrap"/> }.into_any()
    });
    let rows = rows.iter().map(|row| columns.row(&row.province, row)).collect();
    let caption = Caption::Hidden(format!("{label}: {}", view.title));
    view! { <DataTable id label caption heads=columns.into_heads() rows/> }.into_any()
}
