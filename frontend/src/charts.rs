//! The charts of the site. Each is a pure function from API answers to an ECharts option; [`build`] asks for the answers.
//! The server draws the figure from it (SVG, PNG) and hands the same one to the browser (JSON, live chart).

use vithe_shared::{
    Borders, Indicator, Language, Problem, ProblemCode, ProvinceSlug, Year,
    api::{ChartFigure, IndexInfo},
    query::{
        ChangesQuery, ChartKind, DeclinesQuery, FigureQuery, MatrixQuery, MoversQuery, ProfileQuery, ProvinceListQuery,
        QueryError, RankingQuery, RegionsQuery, ScatterQuery, SeriesQuery,
    },
};

use crate::{
    api::DataSource,
    view_model::{
        FigureText, changes_view, comparison_view, components_view, declines_view, distribution_view, interval_view,
        matrix_view, movers_view, rank_flow_view, ranking_view, regions_view, scatter_view, series_view,
    },
};

mod bump;
mod comparison;
mod distribution;
mod heatmap;
mod interval;
mod layout;
mod line;
mod map;
mod measure;
mod multiples;
pub mod palette;
mod plot;
mod profile;
mod regions;
mod scatter;
mod score_rows;
mod slope;
#[cfg(test)]
mod tests;
pub mod theme;
mod timeline;
mod waterfall;

pub(crate) use bump::bump_height;
use bump::bump_option;
pub(crate) use comparison::comparison_height;
use comparison::comparison_option;
pub(crate) use distribution::distribution_height;
use distribution::distribution_option;
pub(crate) use heatmap::heatmap_height;
use heatmap::heatmap_option;
pub(crate) use interval::interval_height;
use interval::interval_option;
pub(crate) use line::line_height;
use line::line_option;
pub(crate) use map::map_height;
use map::map_option;
pub(crate) use multiples::multiples_height;
use multiples::multiples_option;
pub use plot::Drawing;
pub(crate) use profile::profile_height;
use profile::profile_option;
pub(crate) use regions::regions_height;
use regions::regions_option;
pub(crate) use scatter::scatter_height;
use scatter::scatter_option;
pub(crate) use slope::slope_height;
use slope::slope_option;
pub use theme::ChartTheme;
pub(crate) use waterfall::waterfall_height;
use waterfall::waterfall_option;

/// Most provinces that a line chart or a comparison tells apart.
pub const MOST_PROVINCES: usize = 6;

/// Asks the source for what a chart shows and draws it.
pub async fn build(chart: ChartKind, query: &FigureQuery, source: &dyn DataSource) -> Result<ChartFigure, Problem> {
    let language = query.language;
    let theme = ChartTheme::new(query.theme, query.width);
    let index = source.index(query.index, language).await?;
    let (drawing, text, map) = match chart {
        ChartKind::Map | ChartKind::Distribution | ChartKind::Interval => {
            // The other charts show no intervals; the chart of intervals shows nothing else.
            let interval = query.interval.filter(|_| chart == ChartKind::Interval);
            if chart == ChartKind::Interval && interval.is_none() {
                return Err(QueryError::Missing { name: "interval" }.into_problem(language));
            }
            let ranking_query = RankingQuery {
                index: query.index,
                component: query.component.clone(),
                year: query.year,
                // A map of one region would be a map full of holes: it always shows the country.
                region: query.region.clone().filter(|_| chart != ChartKind::Map),
                borders: None,
                interval,
            };
            let ranking = source.rankings(ranking_query, language).await?;
            let provinces = source
                .provinces(
                    ProvinceListQuery {
                        borders: Some(ranking.borders),
                    },
                    language,
                )
                .await?;
            if chart == ChartKind::Distribution {
                let view = distribution_view(&ranking, &index, &provinces, &query.provinces, language);
                (distribution_option(&view, &theme), view.text, None)
            } else {
                let view = ranking_view(&ranking, &index, &provinces, &query.provinces, language);
                if chart == ChartKind::Map {
                    (map_option(&view, &theme), view.text, Some(ranking.borders))
                } else {
                    let view = interval_view(&view);
                    (interval_option(&view, &theme), view.text, None)
                }
            }
        }
        ChartKind::Bump => {
            let series_query = SeriesQuery {
                index: query.index,
                component: query.component.clone(),
                provinces: Vec::new(),
                from: query.from,
                to: query.to,
            };
            let answer = source.series(series_query, language).await?;
            let view = rank_flow_view(&answer, &index, &query.provinces, language);
            (bump_option(&view, &theme), view.text, None)
        }
        ChartKind::Line => {
            let series_query = SeriesQuery {
                index: query.index,
                component: query.component.clone(),
                provinces: some_provinces(query, 1).ok_or_else(|| provinces_missing(1, language))?,
                from: query.from,
                to: query.to,
            };
            let answer = source.series(series_query, language).await?;
            let view = series_view(&answer, &index, language);
            (line_option(&view, &theme), view.text, None)
        }
        ChartKind::Heatmap => {
            let matrix_query = MatrixQuery {
                index: query.index,
                year: query.year,
                provinces: Vec::new(),
            };
            let mut matrix = source.matrix(matrix_query, language).await?;
            if let Some(region) = &query.region {
                matrix.rows.retain(|row| &row.region == region);
            }
            let view = matrix_view(&matrix, &index, &query.provinces, language);
            (heatmap_option(&view, &theme), view.text, None)
        }
        ChartKind::Comparison => {
            let provinces = some_provinces(query, 2).ok_or_else(|| provinces_missing(2, language))?;
            let matrix_query = MatrixQuery {
                index: query.index,
                year: query.year,
                provinces,
            };
            let matrix = source.matrix(matrix_query, language).await?;
            let view = comparison_view(&matrix, &index, language);
            (comparison_option(&view, &theme), view.text, None)
        }
        ChartKind::Profile => {
            let province = query
                .provinces
                .first()
                .cloned()
                .ok_or_else(|| provinces_missing(1, language))?;
            let profile = source
                .profile(
                    province,
                    ProfileQuery {
                        year: query.year,
                        interval: None,
                    },
                    language,
                )
                .await?;
            let view = components_view(&profile, &index, language)
                .ok_or_else(|| nothing_on_record(&index, query.year.unwrap_or(profile.year), language))?;
            (profile_option(&view, &theme), view.text, None)
        }
        ChartKind::Waterfall => {
            let province = query
                .provinces
                .first()
                .cloned()
                .ok_or_else(|| provinces_missing(1, language))?;
            let changes_query = ChangesQuery {
                index: query.index,
                province,
                from: query.from,
                to: query.to,
            };
            let answer = source.changes(changes_query, language).await?;
            let view = changes_view(&answer, &index, language);
            (waterfall_option(&view, &theme), view.text, None)
        }
        ChartKind::Multiples => {
            let declines_query = DeclinesQuery {
                index: query.index,
                until: query.year,
                streak: query.streak,
                province: query.provinces.first().cloned(),
                region: query.region.clone(),
            };
            let answer = source.declines(declines_query, language).await?;
            let view = declines_view(&answer, &index, language);
            (multiples_option(&view, &theme), view.text, None)
        }
        ChartKind::Slope => {
            let movers_query = MoversQuery {
                index: query.index,
                component: query.component.clone(),
                from: query.from,
                to: query.to.or(query.year),
                region: query.region.clone(),
            };
            let answer = source.movers(movers_query, language).await?;
            let provinces = source
                .provinces(
                    ProvinceListQuery {
                        borders: Some(Borders::Provinces63),
                    },
                    language,
                )
                .await?;
            let view = movers_view(&answer, &index, &provinces, &query.provinces, language);
            (slope_option(&view, &theme), view.text, None)
        }
        ChartKind::Scatter => {
            let scatter_query = ScatterQuery {
                x: Indicator {
                    index: query.index,
                    component: query.component.clone(),
                },
                y: query.y.clone().ok_or_else(|| indicator_missing(language))?,
                x_year: query.year,
                y_year: query.y_year.or(query.year),
                region: query.region.clone(),
            };
            let other = source.index(scatter_query.y.index, language).await?;
            let answer = source.scatter(scatter_query, language).await?;
            let provinces = source
                .provinces(
                    ProvinceListQuery {
                        borders: Some(answer.borders),
                    },
                    language,
                )
                .await?;
            let view = scatter_view(&answer, [&index, &other], &provinces, &query.provinces, language);
            (scatter_option(&view, &theme), view.text, None)
        }
        ChartKind::Regions => {
            let regions_query = RegionsQuery {
                index: query.index,
                component: query.component.clone(),
                from: query.from,
                to: query.to,
            };
            let answer = source.regions(regions_query, language).await?;
            let view = regions_view(&answer, &index, language);
            (regions_option(&view, &theme), view.frame.text, None)
        }
    };
    Ok(figure(drawing, &theme, &text, map))
}

fn figure(drawing: Drawing, theme: &ChartTheme, text: &FigureText, map: Option<Borders>) -> ChartFigure {
    ChartFigure {
        option: drawing.option,
        width: theme.width,
        height: drawing.height,
        title: text.alt.clone(),
        map,
        marks: drawing.marks,
    }
}

/// The first six provinces; `None` if there are fewer than the chart needs.
fn some_provinces(query: &FigureQuery, least: usize) -> Option<Vec<ProvinceSlug>> {
    let provinces: Vec<ProvinceSlug> = query.provinces.iter().take(MOST_PROVINCES).cloned().collect();
    (provinces.len() >= least).then_some(provinces)
}

fn provinces_missing(least: usize, language: Language) -> Problem {
    let detail = match (language, least) {
        (Language::Vi, 1) => "Biểu đồ này cần tham số “p” với ít nhất một tỉnh, ví dụ p=hau-giang.",
        (Language::Vi, _) => "Biểu đồ này cần tham số “p” với ít nhất hai tỉnh, ví dụ p=hau-giang~can-tho.",
        (Language::En, 1) => "This chart needs parameter “p” with at least one province, such as p=hau-giang.",
        (Language::En, _) => "This chart needs parameter “p” with at least two provinces, such as p=hau-giang~can-tho.",
    };
    Problem::new(ProblemCode::MissingParameter, language, detail).at_parameter("p")
}

fn indicator_missing(language: Language) -> Problem {
    let detail = language.pick(
        "Biểu đồ này cần tham số “y”: số liệu của trục dọc, ví dụ y=papi hoặc y=papi.d4.",
        "This chart needs parameter “y”: what its vertical axis shows, such as y=papi or y=papi.d4.",
    );
    Problem::new(ProblemCode::MissingParameter, language, detail).at_parameter("y")
}

fn nothing_on_record(index: &IndexInfo, year: Year, language: Language) -> Problem {
    let detail = match language {
        Language::Vi => format!("Chưa có số liệu {} của tỉnh này đến năm {year}.", index.short_name),
        Language::En => format!(
            "No {} figures of this province are on record up to {year}.",
            index.short_name
        ),
    };
    Problem::new(ProblemCode::UnknownYear, language, detail).at_parameter("year")
}
