//! The longest runs of falls: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    api::declines::DeclinesAnswer,
    domain::IndexInfo,
    query::{DeclinesQuery, FigureQuery, FigureWidth},
};

use super::{Chart, ChartTheme, Drawing, Missing};
use crate::{
    answers::Answers,
    view_model::{DeclinesView, FigureText, declines_view},
};

mod option;

/// Components that fell year after year, each a small line.
pub struct MultiplesChart;

impl Chart for MultiplesChart {
    type Question = DeclinesQuery;
    type Answer = DeclinesAnswer;
    type View = DeclinesView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(DeclinesQuery {
            from: None,
            index: query.index,
            until: query.year,
            streak: query.streak,
            province: query.provinces.first().cloned(),
            region: query.region.clone(),
            borders: query.borders,
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        answers.declines(&question)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(declines_view(answer, index, query.language))
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
