//! Two figures set against each other, province by province, with their rank correlation.

use crate::{
    ComponentId, IndexId, Indicator, RegionId, Year,
    analytics::{
        correlation::{MINIMUM_PAIRS, NoCorrelation, spearman},
        regional::aggregate,
        rounding::{COMPUTED_DECIMALS, round_to},
    },
    api::scatter::{RankCorrelation, ScatterAnswer, ScatterAxis, ScatterLeftOut, ScatterPoint},
    domain::{Availability, ComponentName, Membership, MissingScore, Reason},
    engine::catalog::{Catalog, Cell, IndexCatalog, Score, Table, UnitList, to_count},
    query::ScatterQuery,
};

use super::{
    error::{Axis, LookupError, table},
    reason::reason,
    row::{is_computed, shown_value, sources},
};

/// The first year in which satisfaction is scored as a part (`p2`) of the PAR INDEX.
const SATISFACTION_IN_PAR_SINCE: Year = Year(2018);

/// One axis while the answer is made.
struct Side<'a> {
    index: &'a IndexCatalog,
    component: &'a ComponentId,
    table: &'a Table,
}

/// Sets two figures against each other.
pub fn find_scatter(catalog: &Catalog, query: &ScatterQuery) -> Result<ScatterAnswer, LookupError> {
    let (x_year, y_year) = years(catalog, query)?;
    let x = side(catalog, &query.x, x_year, Axis::X)?;
    let y = side(catalog, &query.y, y_year, Axis::Y)?;
    if x.table.borders != y.table.borders {
        return Err(LookupError::DifferentUnits {
            parameters: ["x_year", "y_year"],
            years: [x.table.year, y.table.year],
        });
    }
    let units = catalog.units(x.table.borders);
    if let Some(region) = &query.region
        && units.region(region).is_none()
    {
        return Err(LookupError::unknown_region(units, region));
    }
    let region = query.region.as_ref();
    let asked: Vec<usize> = (0..units.provinces().len())
        .filter(|unit| region.is_none_or(|region| &units.provinces()[*unit].region == region))
        .filter(|unit| x.table.cells[*unit].is_shown() || y.table.cells[*unit].is_shown())
        .collect();

    let mut points = Vec::new();
    let mut left_out = Vec::new();
    for unit in &asked {
        let province = &units.provinces()[*unit];
        let (x_cell, y_cell) = (&x.table.cells[*unit], &y.table.cells[*unit]);
        match (score_of_member(x_cell), score_of_member(y_cell)) {
            (Ok(x), Ok(y)) => points.push(ScatterPoint {
                province: province.slug.clone(),
                name_vi: province.name_vi.clone(),
                name_en: province.name_en.clone(),
                region: province.region.clone(),
                x: x.shown,
                x_status: x.status,
                y: y.shown,
                y_status: y.status,
            }),
            (x, y) => left_out.push(ScatterLeftOut {
                province: province.slug.clone(),
                name_vi: province.name_vi.clone(),
                name_en: province.name_en.clone(),
                region: province.region.clone(),
                x: x.map(|score| score.shown).ok(),
                x_status: x.map(|score| score.status).ok(),
                y: y.map(|score| score.shown).ok(),
                y_status: y.map(|score| score.status).ok(),
                missing_x: x.err(),
                missing_y: y.err(),
            }),
        }
    }
    let all_sources = sources(
        asked
            .iter()
            .flat_map(|unit| [(x.index, x.table, *unit), (y.index, y.table, *unit)])
            .filter(|(_, table, unit)| table.cells[*unit].score.is_some()),
        [],
    );
    let x_axis = axis(&x, units, region, &asked);
    let y_axis = axis(&y, units, region, &asked);
    let correlation = correlation(query.x == query.y, &x_axis, &y_axis, &points);
    Ok(ScatterAnswer {
        borders: x.table.borders,
        region: query.region.clone(),
        points,
        left_out,
        correlation: correlation.as_ref().ok().copied(),
        correlation_refused: correlation.err(),
        overlap: overlap(&x, &y),
        sources: all_sources,
        x: x_axis,
        y: y_axis,
        revision: catalog.revision().to_owned(),
    })
}

fn side<'a>(
    catalog: &'a Catalog,
    indicator: &'a Indicator,
    year: Option<Year>,
    axis: Axis,
) -> Result<Side<'a>, LookupError> {
    let index = catalog.index(indicator.index)?;
    Ok(Side {
        index,
        component: &indicator.component,
        table: table(index, &indicator.component, year).map_err(|error| error.on_axis(axis))?,
    })
}

/// The years of both axes. One that is asked for stands for both. Where none is, it is the newest in which both tables are
/// complete; else the one in which most provinces have both figures; else each component opens on its own.
fn years(catalog: &Catalog, query: &ScatterQuery) -> Result<(Option<Year>, Option<Year>), LookupError> {
    match (query.x_year, query.y_year) {
        (None, None) => {}
        (x, y) => return Ok((x.or(y), y.or(x))),
    }
    let (x, y) = (
        side(catalog, &query.x, None, Axis::X)?,
        side(catalog, &query.y, None, Axis::Y)?,
    );
    let [usual_x, usual_y] = [&x, &y].map(|side| side.index.borders(side.index.info().opens_on));
    let shared = x
        .index
        .tables(x.component)
        .filter_map(|table| Some((table, y.index.table(y.component, table.year)?)))
        .filter(|(x, y)| x.borders == y.borders)
        .map(|(x, y)| {
            let both = x
                .cells
                .iter()
                .zip(&y.cells)
                .filter(|(x, y)| score_of_member(x).is_ok() && score_of_member(y).is_ok())
                .count();
            // A pilot in a few provinces is complete in itself, but no picture of the country.
            let is_national = both * 2 >= x.cells.len();
            // Both indices show their years of this list of units, unless they are asked for others.
            let is_usual = x.borders == usual_x && x.borders == usual_y;
            if x.complete && y.complete && is_national {
                (is_usual, true, usize::MAX, x.year)
            } else {
                (is_usual, false, both, x.year)
            }
        })
        .max()
        .filter(|(_, _, both, _)| *both > 0);
    Ok(shared.map_or((None, None), |(.., year)| (Some(year), Some(year))))
}

/// The score of a member, or why there is none.
fn score_of_member(cell: &Cell) -> Result<&Score, MissingScore> {
    match (cell.membership, &cell.score, cell.availability) {
        (Membership::Member, Some(score), _) => Ok(score),
        (Membership::Outside, ..) => Err(MissingScore::NotInSet),
        (Membership::Withheld, ..) => Err(MissingScore::Withheld),
        (Membership::Member, None, Availability::Disputed) => Err(MissingScore::Disputed),
        (Membership::Member, None, _) => Err(MissingScore::NotOnRecord),
    }
}

fn axis(side: &Side<'_>, units: &UnitList, region: Option<&RegionId>, asked: &[usize]) -> ScatterAxis {
    let Side {
        index,
        component,
        table,
    } = *side;
    let scores: Vec<Option<f64>> = table
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.membership == Membership::Member)
        .filter(|(unit, _)| region.is_none_or(|region| &units.provinces()[*unit].region == region))
        .map(|(_, cell)| cell.score.as_ref().map(|score| score.exact))
        .collect();
    let all = aggregate(&scores);
    let name = index.component(component).and_then(|known| known.name_in(table.year));
    let text = |pick: fn(&ComponentName) -> &String| name.map_or_else(String::new, |name| pick(name).clone());
    let with_score = asked
        .iter()
        .filter(|unit| table.cells[**unit].score.is_some())
        .map(|unit| (index, table, *unit));
    ScatterAxis {
        index: index.id(),
        component: component.clone(),
        component_name_vi: text(|name| &name.name_vi),
        component_name_en: text(|name| &name.name_en),
        year: table.year,
        years: index.years(component).collect(),
        method_version: index.method_version(table.year).to_owned(),
        scale: table.scale,
        n: to_count(all.members),
        scores_on_record: to_count(all.on_record),
        complete: all.summary.is_some(),
        median: all
            .summary
            .map(|summary| shown_value(summary.median, is_computed(index, component, table))),
        source_ids: sources(with_score, []).into_iter().map(|source| source.id).collect(),
    }
}

/// The correlation, or why none is told. It speaks of the whole set, so it needs every member on both axes: what is on
/// record of an incomplete table is no sample of it (of PCI 2023 and 2024 mostly the best are published).
fn correlation(
    same_indicator: bool,
    x: &ScatterAxis,
    y: &ScatterAxis,
    points: &[ScatterPoint],
) -> Result<RankCorrelation, Reason> {
    if same_indicator && x.year == y.year {
        return Err(reason(
            "same_figure",
            "Hai trục là cùng một số liệu nên tương quan không có ý nghĩa.".to_owned(),
            "Both axes show the same figure, so their correlation means nothing.".to_owned(),
        ));
    }
    if let Some(axis) = [x, y].into_iter().find(|axis| !axis.complete) {
        return Err(incomplete(axis));
    }
    let pairs: Vec<(f64, f64)> = points.iter().map(|point| (point.x, point.y)).collect();
    match spearman(&pairs) {
        Ok(coefficient) => Ok(RankCorrelation {
            spearman: round_to(coefficient, COMPUTED_DECIMALS),
            n: to_count(pairs.len()),
        }),
        Err(NoCorrelation::TooFewPairs { pairs }) => Err(reason(
            "too_few_pairs",
            format!(
                "Chỉ có {pairs} tỉnh có đủ hai số liệu; dưới {MINIMUM_PAIRS} tỉnh thì một hai tỉnh cũng làm đổi kết quả nên không tính tương quan."
            ),
            format!(
                "Only {pairs} provinces have both figures; with fewer than {MINIMUM_PAIRS} a single one can turn the result around, so no correlation is given."
            ),
        )),
        Err(NoCorrelation::NoVariation) => Err(reason(
            "no_variation",
            "Mọi tỉnh có cùng một giá trị ở một trục nên không tính được tương quan.".to_owned(),
            "All provinces have the same value on one axis, so there is no correlation.".to_owned(),
        )),
    }
}

fn incomplete(axis: &ScatterAxis) -> Reason {
    let (short, year, known, n) = (axis.index.short_name(), axis.year, axis.scores_on_record, axis.n);
    reason(
        "incomplete_table",
        format!(
            "{short} {year} mới có điểm của {known}/{n} tỉnh; số tỉnh đã có điểm không đại diện cho cả bảng nên không tính tương quan."
        ),
        format!(
            "For {short} {year} scores of {known} of {n} provinces are on record; they do not stand for the whole table, so no correlation is given."
        ),
    )
}

/// Why two figures of the same year go together by construction.
fn overlap(x: &Side<'_>, y: &Side<'_>) -> Option<Reason> {
    if x.table.year != y.table.year {
        return None;
    }
    if x.index.id() == y.index.id() {
        let is_part = contains(x.index, x.component, y.component, x.table.year)
            || contains(x.index, y.component, x.component, x.table.year);
        return is_part.then(|| {
            reason(
                "part_of_the_other",
                "Một số liệu là một phần của số liệu kia nên hai bên có liên hệ sẵn do cách tính.".to_owned(),
                "One figure is a part of the other, so they go together by construction.".to_owned(),
            )
        });
    }
    let is = |side: &Side<'_>, index: IndexId, components: &[&str]| {
        side.index.id() == index && components.contains(&side.component.as_str())
    };
    let [par, sipas] = if x.index.id() == IndexId::Par { [x, y] } else { [y, x] };
    let shares = is(par, IndexId::Par, &["overall", "p2"])
        && is(sipas, IndexId::Sipas, &["overall"])
        && par.table.year >= SATISFACTION_IN_PAR_SINCE;
    shares.then(|| {
        reason(
            "shares_a_part",
            "Kết quả SIPAS được tính vào điểm PAR INDEX nên hai bên có liên hệ sẵn do cách tính.".to_owned(),
            "SIPAS results are scored within the PAR INDEX, so the two go together by construction.".to_owned(),
        )
    })
}

/// Whether a component lies anywhere below another.
fn contains(index: &IndexCatalog, whole: &ComponentId, part: &ComponentId, year: Year) -> bool {
    let parent = |component: &ComponentId| index.span(component, year)?.parent.clone();
    std::iter::successors(parent(part), parent).any(|above| &above == whole)
}
