//! Components of several provinces side by side: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    api::Matrix,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, MatrixQuery},
};

use super::{Chart, ChartTheme, Drawing, Missing, question};
use crate::{
    answers::Answers,
    view_model::{ComparisonView, FigureText, comparison_view},
};

mod option;

/// The components of two to six provinces in one year.
pub struct ComparisonChart;

impl Chart for ComparisonChart {
    type Question = MatrixQuery;
    type Answer = Matrix;
    type View = ComparisonView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(question::matrix_query(query, question::some_provinces(query, 2)?))
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        answers.matrix(&question)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(comparison_view(answer, index, query.language))
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
