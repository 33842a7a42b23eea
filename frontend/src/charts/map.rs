//! The choropleth of the provinces: asked, viewed, drawn.

use vithe_shared::{
    Borders, Problem,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, RankingQuery},
};

use super::{
    Chart, ChartTheme, Drawing, Missing,
    question::{self, Table},
};
use crate::{
    answers::Answers,
    view_model::{FigureText, RankingView, ranking_view},
};

mod option;

/// The provinces of one table in five classes of colour.
pub struct MapChart;

impl Chart for MapChart {
    type Question = RankingQuery;
    type Answer = Table;
    type View = RankingView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        // A map of one region would be a map full of holes: it always shows the country.
        Ok(RankingQuery {
            region: None,
            ..question::table_query(query)
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        Table::ask(&question, answers)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(ranking_view(
            &answer.ranking,
            index,
            &answer.provinces,
            &query.provinces,
            query.language,
        ))
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
