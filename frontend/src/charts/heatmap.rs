//! Provinces by components: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    api::Matrix,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, MatrixQuery},
};

use super::{Chart, ChartTheme, Drawing, Missing, question};
use crate::{
    answers::Answers,
    view_model::{FigureText, MatrixView, matrix_view},
};

mod option;

/// The ranks of all provinces in every component of a year.
pub struct HeatmapChart;

impl Chart for HeatmapChart {
    type Question = MatrixQuery;
    type Answer = Matrix;
    type View = MatrixView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(MatrixQuery {
            region: query.region.clone(),
            ..question::matrix_query(query, Vec::new())
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        answers.matrix(&question)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(matrix_view(answer, index, &query.provinces, query.language))
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
