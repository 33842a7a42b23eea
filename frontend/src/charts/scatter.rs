//! Two figures set against each other: asked, viewed, drawn.

use vithe_shared::{
    Indicator, Problem,
    api::{ProvinceList, scatter::ScatterAnswer},
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, ScatterQuery},
};

use super::{Chart, ChartTheme, Drawing, Missing, zoom::Zooms};
use crate::{
    answers::Answers,
    view_model::{FigureText, ScatterView, scatter_view},
};

mod option;

/// One figure against another, a symbol per province.
pub struct ScatterChart;

impl Chart for ScatterChart {
    type Question = ScatterQuery;
    type Answer = ScatterData;
    type View = ScatterView;

    const ZOOMS: Zooms = Zooms::Both;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(ScatterQuery {
            x: Indicator {
                index: query.index,
                component: query.component.clone(),
            },
            y: query.y.clone().ok_or(Missing::Indicator)?,
            x_year: query.year,
            y_year: query.y_year.or(query.year),
            region: query.region.clone(),
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        let other = answers.index(question.y.index)?;
        let scatter = answers.scatter(&question)?;
        let provinces = answers.provinces(scatter.borders);
        Ok(ScatterData {
            other,
            scatter,
            provinces,
        })
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        let indices = [index, &answer.other];
        Ok(scatter_view(
            &answer.scatter,
            indices,
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

/// What a scatter is made from.
pub struct ScatterData {
    /// The index of the vertical axis.
    other: IndexInfo,
    scatter: ScatterAnswer,
    provinces: ProvinceList,
}
