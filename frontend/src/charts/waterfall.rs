//! What a change is made of: asked, viewed, drawn.

use vithe_shared::{
    Language, Problem,
    api::{IndexInfo, changes::ChangesAnswer},
    query::{ChangesQuery, FigureQuery, FigureWidth},
};

use super::{Chart, ChartTheme, Drawing, Missing, question};
use crate::{
    api::DataSource,
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
        })
    }

    async fn ask(
        question: Self::Question,
        source: &dyn DataSource,
        language: Language,
    ) -> Result<Self::Answer, Problem> {
        source.changes(question, language).await
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
