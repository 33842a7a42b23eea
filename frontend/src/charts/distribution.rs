//! The distribution by region: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, RankingQuery},
};

use super::{
    Chart, ChartTheme, Drawing, Missing,
    question::{self, Table},
};
use crate::{
    answers::Answers,
    view_model::{DistributionView, FigureText, distribution_view},
};

mod option;

/// The scores of one table, a strip per region.
pub struct DistributionChart;

impl Chart for DistributionChart {
    type Question = RankingQuery;
    type Answer = Table;
    type View = DistributionView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(question::table_query(query))
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        Table::ask(&question, answers)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(distribution_view(
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

    fn height(view: &Self::View, class: FigureWidth) -> u16 {
        option::height(view, class)
    }

    fn draw(view: &Self::View, theme: &ChartTheme) -> Drawing {
        option::draw(view, theme)
    }
}
