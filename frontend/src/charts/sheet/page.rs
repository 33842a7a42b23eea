//! The page that a figure stands on: where whoever meets the figure elsewhere finds it again, alive.

use vithe_shared::{
    Indicator,
    query::{ChartKind, FigureQuery, PageQuery, Show, YearRange},
};

use crate::address::{compare_path, declines_path, index_path, movers_path, province_path, regions_path, scatter_path};

/// The address of the page, in the state that the figure shows and frozen in the version that it names, with the anchor of the
/// figure.
pub fn page_of(chart: ChartKind, query: &FigureQuery, frozen: Option<&str>) -> String {
    let language = query.language;
    let component = Some(query.component.clone()).filter(|component| !component.is_overall());
    let of_index = PageQuery {
        component: component.clone(),
        year: query.year,
        pins: query.provinces.clone(),
        region: query.region.clone(),
        borders: query.borders,
        from: query.from,
        to: query.to,
        classes: query.classes,
        interval: query.interval.map(|choice| choice.kind),
        points: query.interval.and_then(|choice| choice.points),
        ..PageQuery::default()
    };
    let of_choice = PageQuery {
        index: Some(query.index),
        component: component.clone(),
        year: query.year,
        region: query.region.clone(),
        borders: query.borders,
        ..PageQuery::default()
    };
    let (path, state, anchor) = match (chart, query.provinces.as_slice()) {
        (ChartKind::Map, _) => (index_path(language, query.index), of_index, "league"),
        (ChartKind::Distribution, _) => (index_path(language, query.index), of_index, "distribution"),
        (ChartKind::Bump, _) => (index_path(language, query.index), of_index, "flow"),
        (ChartKind::Heatmap, _) => (index_path(language, query.index), of_index, "heatmap"),
        (ChartKind::Interval, _) => (index_path(language, query.index), of_index, "intervals"),
        (ChartKind::Line | ChartKind::Profile | ChartKind::Waterfall, [province]) => {
            let state = PageQuery {
                from: query.from.filter(|_| chart == ChartKind::Line),
                to: query.to.filter(|_| chart == ChartKind::Line),
                years: query
                    .from
                    .zip(query.to)
                    .filter(|_| chart == ChartKind::Waterfall)
                    .map(|(from, to)| YearRange { from, to }),
                ..of_choice
            };
            let anchor = match (chart, query.show) {
                (ChartKind::Profile, _) => "components",
                (ChartKind::Waterfall, _) => "change",
                (_, Show::Rank) if component.is_none() => "history-rank",
                _ => "history",
            };
            (province_path(language, province), state, anchor)
        }
        (ChartKind::Line | ChartKind::Profile | ChartKind::Waterfall | ChartKind::Comparison, provinces) => {
            let state = PageQuery {
                provinces: provinces.to_vec(),
                from: query.from,
                to: query.to,
                show: query.show,
                ..of_choice
            };
            let anchor = if chart == ChartKind::Comparison {
                "components"
            } else {
                "years"
            };
            (compare_path(language), state, anchor)
        }
        (ChartKind::Multiples, provinces) => {
            let is_span = query.from.is_some();
            let state = PageQuery {
                provinces: provinces.to_vec(),
                streak: Some(query.streak).filter(|streak| *streak != <_>::default()),
                from: query.from,
                ..of_choice
            };
            (declines_path(language), state, if is_span { "span" } else { "runs" })
        }
        (ChartKind::Slope, provinces) => {
            let state = PageQuery {
                years: query.from.zip(query.to).map(|(from, to)| YearRange { from, to }),
                pins: provinces.to_vec(),
                ..of_choice
            };
            (movers_path(language), state, "movers")
        }
        (ChartKind::Scatter, provinces) => {
            let state = PageQuery {
                x: Some(Indicator {
                    index: query.index,
                    component: query.component.clone(),
                }),
                versus: query.y.clone(),
                versus_year: query.y_year,
                year: query.year,
                pins: provinces.to_vec(),
                region: query.region.clone(),
                borders: query.borders,
                ..PageQuery::default()
            };
            (scatter_path(language), state, "scatter")
        }
        (ChartKind::Regions, _) => {
            let state = PageQuery {
                from: query.from,
                to: query.to,
                year: None,
                region: None,
                ..of_choice
            };
            (regions_path(language), state, "regions")
        }
    };
    let state = PageQuery {
        version: frozen.map(str::to_owned),
        ..state
    };
    format!("{}#{anchor}", state.address(&path))
}
