//! Scores or ranks over the years: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    api::SeriesAnswer,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, SeriesQuery},
};

use super::{Chart, ChartTheme, Drawing, Missing, question};
use crate::{
    answers::Answers,
    view_model::{FigureText, SeriesView, series_view},
};

pub(super) mod option;

/// The scores, or the ranks, of up to six provinces over the years.
pub struct LineChart;

impl Chart for LineChart {
    type Question = SeriesQuery;
    type Answer = SeriesAnswer;
    type View = SeriesView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(question::series_query(query, question::some_provinces(query, 1)?))
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        answers.series(&question)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(series_view(answer, index, query.show, query.language))
    }

    fn text(view: &Self::View) -> &FigureText {
        &view.text
    }

    fn height(view: &Self::View, class: FigureWidth) -> u16 {
        option::height(view, class)
    }

    fn draw(view: &Self::View, theme: &ChartTheme) -> Drawing {
        option::draw(view, theme)
    }
}
