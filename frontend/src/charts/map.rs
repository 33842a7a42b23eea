//! The choropleth of the provinces: asked, viewed, drawn. One of scores and one of an indicator ask for other tables and are drawn
//! alike; they are two charts, so that the browser gets the engine's part of indicators only with the pages of indicators.

use vithe_shared::{
    Borders, Problem,
    api::SeriesAnswer,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, MapClasses, RankingQuery, SeriesQuery},
};

use super::{
    Chart, ChartTheme, Drawing, Missing,
    question::{self, Table},
};
use crate::{
    answers::Answers,
    view_model::{FigureText, MapView, ranking_view},
};

mod classes;
mod indicator;
mod option;

pub use indicator::IndicatorMapChart;

/// The scores of one table in five classes of colour.
pub struct MapChart;

impl Chart for MapChart {
    /// The table of a component in a year, and all years, where the classes are cut over them.
    type Question = (RankingQuery, Option<SeriesQuery>);
    type Answer = (Table, Option<SeriesAnswer>);
    type View = MapView;

    // A map of one region would be a map full of holes: it always shows the country.
    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        let table = RankingQuery {
            region: None,
            ..question::table_query(query)
        };
        let all_years = (query.classes == MapClasses::Fixed).then(|| SeriesQuery {
            from: None,
            to: None,
            ..question::series_query(query, Vec::new())
        });
        Ok((table, all_years))
    }

    fn ask((query, all_years): Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        let table = Table::ask(&query, answers)?;
        let borders = Some(table.ranking.borders);
        let all_years = all_years.map(|query| answers.series(&SeriesQuery { borders, ..query }));
        Ok((table, all_years.transpose()?))
    }

    fn view((table, all_years): &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        let Table { ranking, provinces } = table;
        let view = ranking_view(ranking, index, provinces, &query.provinces, query.language);
        Ok(MapView::from(&match all_years {
            Some(series) => view.with_classes_of_all_years(series),
            None => view,
        }))
    }

    fn text(view: &Self::View) -> &FigureText {
        &view.text
    }

    fn map(view: &Self::View) -> Option<Borders> {
        Some(view.borders)
    }

    fn height(_view: &Self::View, class: FigureWidth) -> u16 {
        option::height(class)
    }

    fn draw(view: &Self::View, theme: &ChartTheme) -> Drawing {
        option::draw(view, theme)
    }
}
