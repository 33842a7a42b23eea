//! The flow of ranks over the years: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    api::SeriesAnswer,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, SeriesQuery},
};

use super::{Chart, ChartTheme, Drawing, Missing, question, zoom::Zooms};
use crate::{
    answers::Answers,
    view_model::{FigureText, SeriesView, rank_flow_view},
};

mod option;

/// The ranks of all provinces over the years, a few of them picked out.
pub struct BumpChart;

impl Chart for BumpChart {
    type Question = SeriesQuery;
    type Answer = SeriesAnswer;
    type View = SeriesView;

    const ZOOMS: Zooms = Zooms::Upright;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(question::series_query(query, Vec::new()))
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        answers.series(&question)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(rank_flow_view(answer, index, &query.provinces, query.language))
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
