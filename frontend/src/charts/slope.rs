//! Ranks of two years: asked, viewed, drawn.

use vithe_shared::{
    Problem,
    api::{ProvinceList, movers::MoversAnswer},
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, MoversQuery},
};

use super::{Chart, ChartTheme, Drawing, Missing};
use crate::{
    answers::Answers,
    view_model::{FigureText, MoversView, movers_view},
};

mod option;

/// The provinces that won or lost most places between two years.
pub struct SlopeChart;

impl Chart for SlopeChart {
    type Question = MoversQuery;
    type Answer = (MoversAnswer, ProvinceList);
    type View = MoversView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(MoversQuery {
            index: query.index,
            component: query.component.clone(),
            from: query.from,
            to: query.to.or(query.year),
            region: query.region.clone(),
            borders: query.borders,
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        let movers = answers.movers(&question)?;
        let provinces = answers.provinces(movers.borders);
        Ok((movers, provinces))
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        let (movers, provinces) = answer;
        Ok(movers_view(movers, index, provinces, &query.provinces, query.language))
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
