//! How far ranks carry: asked, viewed, drawn.

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
    view_model::{FigureText, IntervalView, interval_view, ranking_view},
};

mod option;

/// The best and the worst rank of every province of a table.
pub struct IntervalChart;

impl Chart for IntervalChart {
    type Question = RankingQuery;
    type Answer = Table;
    type View = IntervalView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        let interval = query.interval.ok_or(Missing::Interval)?;
        Ok(RankingQuery {
            interval: Some(interval),
            ..question::table_query(query)
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        Table::ask(&question, answers)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(interval_view(&ranking_view(
            &answer.ranking,
            index,
            &answer.provinces,
            &query.provinces,
            query.language,
        )))
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
