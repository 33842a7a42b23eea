//! The choropleth of the provinces: asked, viewed, drawn.

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
    view_model::{FigureText, RankingView, ranking_view},
};

mod classes;
mod option;

/// What is asked for a map.
pub struct MapQuestion {
    /// The table of the year.
    table: RankingQuery,
    /// All years, where the classes are cut over them.
    all_years: Option<SeriesQuery>,
}

/// What a map is made from.
pub struct MapAnswer {
    table: Table,
    all_years: Option<SeriesAnswer>,
}

/// The provinces of one table in five classes of colour.
pub struct MapChart;

impl Chart for MapChart {
    type Question = MapQuestion;
    type Answer = MapAnswer;
    type View = RankingView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        // A map of one region would be a map full of holes: it always shows the country.
        Ok(MapQuestion {
            table: RankingQuery {
                region: None,
                ..question::table_query(query)
            },
            all_years: (query.classes == MapClasses::Fixed).then(|| SeriesQuery {
                from: None,
                to: None,
                ..question::series_query(query, Vec::new())
            }),
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        let table = Table::ask(&question.table, answers)?;
        let borders = Some(table.ranking.borders);
        Ok(MapAnswer {
            all_years: question
                .all_years
                .map(|question| answers.series(&SeriesQuery { borders, ..question }))
                .transpose()?,
            table,
        })
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        let Table { ranking, provinces } = &answer.table;
        let view = ranking_view(ranking, index, provinces, &query.provinces, query.language);
        Ok(match &answer.all_years {
            Some(series) => view.with_classes_of_all_years(series),
            None => view,
        })
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
