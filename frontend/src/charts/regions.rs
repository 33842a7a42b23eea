//! Regional medians over the years: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    api::regions::RegionsAnswer,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, RegionsQuery},
};

use super::{Chart, ChartTheme, Drawing, Missing};
use crate::{
    answers::Answers,
    view_model::{FigureText, RegionsView, regions_view},
};

mod option;

/// The medians of the regions over the years.
pub struct RegionsChart;

impl Chart for RegionsChart {
    type Question = RegionsQuery;
    type Answer = RegionsAnswer;
    type View = RegionsView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(RegionsQuery {
            index: query.index,
            component: query.component.clone(),
            from: query.from,
            to: query.to,
            borders: query.borders,
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        answers.regions(&question)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(regions_view(answer, index, query.language))
    }

    fn text(view: &Self::View) -> &FigureText {
        &view.frame.text
    }

    fn height(view: &Self::View, class: FigureWidth) -> u16 {
        option::height(view, class)
    }

    fn draw(view: &Self::View, theme: &ChartTheme) -> Drawing {
        option::draw(view, theme)
    }
}
