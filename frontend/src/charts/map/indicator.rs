//! The choropleth of an indicator.

use vithe_shared::{
    Borders, Problem,
    api::{ProvinceList, indicators::IndicatorRanking},
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, IndicatorRankingQuery},
};

use super::option;
use crate::{
    answers::Answers,
    charts::{Chart, ChartTheme, Drawing, Missing},
    view_model::{FigureText, MapView, indicator_view},
};

/// The values of an indicator in five classes of colour.
pub struct IndicatorMapChart;

impl Chart for IndicatorMapChart {
    type Question = IndicatorRankingQuery;
    type Answer = (IndicatorRanking, ProvinceList);
    type View = MapView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        Ok(IndicatorRankingQuery {
            index: query.index,
            indicator: query.component.clone().into(),
            year: query.year,
            region: None,
        })
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        let ranking = answers.indicator_ranking(&question)?;
        let provinces = answers.provinces(ranking.borders);
        Ok((ranking, provinces))
    }

    fn view(
        (ranking, provinces): &Self::Answer,
        index: &IndexInfo,
        query: &FigureQuery,
    ) -> Result<Self::View, Missing> {
        Ok(indicator_view(ranking, index, provinces, &query.provinces, query.language).map())
    }

    fn text(view: &Self::View) -> &FigureText {
        &view.text
    }

    fn map(view: &Self::View) -> Option<Borders> {
        Some(view.borders)
    }

    fn height(_view: &Self::View, class: FigureWidth) -> u16 {
        option::height(class)
    }

    fn draw(view: &Self::View, theme: &ChartTheme) -> Drawing {
        option::draw(view, theme)
    }
}
