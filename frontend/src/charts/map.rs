//! The choropleth of the provinces, of scores or of an indicator: asked, viewed, drawn.

use vithe_shared::{
    Borders, Problem,
    api::{ProvinceList, SeriesAnswer, indicators::IndicatorRanking},
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, IndicatorRankingQuery, MapClasses, RankingQuery, SeriesQuery},
};

use super::{
    Chart, ChartTheme, Drawing, Missing,
    question::{self, Table},
};
use crate::{
    answers::Answers,
    view_model::{FigureText, MapView, indicator_view, ranking_view},
};

mod classes;
mod option;

/// What is asked for a map.
pub enum MapQuestion {
    /// The table of a component in a year, and all years, where the classes are cut over them.
    Component(RankingQuery, Option<SeriesQuery>),
    /// The table of an indicator.
    Indicator(IndicatorRankingQuery),
}

/// What a map is made from.
pub enum MapAnswer {
    /// Scores, those of all years where the classes are cut over them.
    Component(Box<(Table, Option<SeriesAnswer>)>),
    /// Values of an indicator.
    Indicator(Box<(IndicatorRanking, ProvinceList)>),
}

/// The units of one table in five classes of colour.
pub struct MapChart;

impl Chart for MapChart {
    type Question = MapQuestion;
    type Answer = MapAnswer;
    type View = MapView;

    // A map of one region would be a map full of holes: it always shows the country.
    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        if query.component.names_indicator() {
            return Ok(MapQuestion::Indicator(IndicatorRankingQuery {
                index: query.index,
                indicator: query.component.clone().into(),
                year: query.year,
                region: None,
            }));
        }
        let table = RankingQuery {
            region: None,
            ..question::table_query(query)
        };
        let all_years = (query.classes == MapClasses::Fixed).then(|| SeriesQuery {
            from: None,
            to: None,
            ..question::series_query(query, Vec::new())
        });
        Ok(MapQuestion::Component(table, all_years))
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        Ok(match question {
            MapQuestion::Component(query, all_years) => {
                let table = Table::ask(&query, answers)?;
                let borders = Some(table.ranking.borders);
                let all_years = all_years.map(|query| answers.series(&SeriesQuery { borders, ..query }));
                MapAnswer::Component(Box::new((table, all_years.transpose()?)))
            }
            MapQuestion::Indicator(query) => {
                let ranking = answers.indicator_ranking(&query)?;
                let provinces = answers.provinces(ranking.borders);
                MapAnswer::Indicator(Box::new((ranking, provinces)))
            }
        })
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        Ok(match answer {
            MapAnswer::Component(answer) => {
                let (Table { ranking, provinces }, all_years) = &**answer;
                let view = ranking_view(ranking, index, provinces, &query.provinces, query.language);
                MapView::from(&match all_years {
                    Some(series) => view.with_classes_of_all_years(series),
                    None => view,
                })
            }
            MapAnswer::Indicator(answer) => {
                let (ranking, provinces) = &**answer;
                indicator_view(ranking, index, provinces, &query.provinces, query.language).map()
            }
        })
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
