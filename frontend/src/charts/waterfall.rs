//! What a change is made of: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    api::changes::ChangesAnswer,
    domain::IndexInfo,
    query::{ChangesQuery, FigureQuery, FigureWidth},
};

use super::{Chart, ChartTheme, Drawing, Missing, question};
use crate::{
    answers::Answers,
    view_model::{ChangesView, FigureText, changes_view},
};

mod option;

/// What each part added to the total of a province, or took from it, between two years.
pub struct WaterfallChart;

impl Chart for WaterfallChart {
    type Question = ChangesQuery;
    type Answer = ChangesAnswer;
    type View = ChangesView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(ChangesQuery {
            index: query.index,
            province: question::first_province(query)?,
            from: query.from,
            to: query.to,
            borders: query.borders,
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        answers.changes(&question)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(changes_view(answer, index, query.language))
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
