//! The provinces of a scatter as a table.

use leptos::prelude::*;

use super::table::{
    Caption, Columns, DataTable, Row,
    cell::{NameCell, NumberCell, ProvinceCell, TextCell},
};
use crate::{
    address::Aspect,
    text::{common, scatter as text},
    view_model::{ProvinceLabel, ScatterView},
};

/// What a row shows of a province: its name, its region and both figures, or why one is missing.
type Record<'a> = (&'a ProvinceLabel, &'a str, [&'a str; 2]);

/// Every province with both figures; below them those that lack one, with the reason in its place. The page of a
/// province opens on `aspect`.
pub(crate) fn scatter_table(view: &ScatterView, aspect: &Aspect) -> AnyView {
    let language = view.language;
    let mut columns = Columns::<Record<'_>>::new();
    columns.words(common::PROVINCE.get(language), move |(label, ..)| {
        view! { <ProvinceCell language province=&label.province name=label.name.clone() aspect/> }.into_any()
    });
    columns.numbers(&view.x.label, |(_, _, [x, _])| (*x).to_owned());
    columns.numbers(&view.y.label, |(_, _, [_, y])| (*y).to_owned());
    columns.words(common::REGION.get(language), |(_, region, _)| {
        view! { <TextCell text=*region class="nowrap"/> }.into_any()
    });
    let points = view.points.iter().map(|point| {
        let scores: [&str; 2] = [&point.x_text, &point.y_text];
        (&point.label, point.region_name.as_str(), scores)
    });
    let left_out = view.left_out.iter().map(|unit| {
        let scores: [&str; 2] = [&unit.x_text, &unit.y_text];
        (&unit.label, unit.region_name.as_str(), scores)
    });
    let provinces = points.chain(left_out).map(|record| {
        let (label, ..) = record;
        columns.row(&label.province, &record).highlighted(label.highlighted)
    });
    let rows = median_row(view).into_iter().chain(provinces).collect();
    let caption = Caption::Shown(view.text.kicker.clone());
    view! {
        <div class="scatter-table">
            <DataTable id="table-scatter" label=text::TABLE.get(language) caption heads=columns.into_heads() rows/>
        </div>
    }
    .into_any()
}

fn median_row(view: &ScatterView) -> Option<Row> {
    view.x.median.or(view.y.median)?;
    let cells = vec![
        view! { <NameCell name=text::MEDIAN.get(view.language)/> }.into_any(),
        view! { <NumberCell text=view.x.median_text.clone()/> }.into_any(),
        view! { <NumberCell text=view.y.median_text.clone()/> }.into_any(),
        view! { <td></td> }.into_any(),
    ];
    Some(Row::new(&"median", cells).of_level(0))
}
