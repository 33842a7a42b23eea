//! The components of one province: asked, viewed, drawn.

use vithe_shared::{
    Problem, ProvinceSlug,
    api::Profile,
    domain::IndexInfo,
    query::{FigureQuery, FigureWidth, ProfileQuery},
};

use super::{Chart, ChartTheme, Drawing, Missing, question};
use crate::{
    answers::Answers,
    view_model::{ComponentsView, FigureText, components_view},
};

mod option;

/// The components of a province against the year before, the medians and the best.
pub struct ProfileChart;

impl Chart for ProfileChart {
    type Question = (ProvinceSlug, ProfileQuery);
    type Answer = Profile;
    type View = ComponentsView;

    fn question(query: &FigureQuery) -> Result<Self::Question, Missing> {
        let profile_query = ProfileQuery {
            year: query.year,
            interval: None,
            borders: query.borders,
        };
        Ok((question::first_province(query)?, profile_query))
    }

    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem> {
        let (province, query) = question;
        answers.profile(&province, &query)
    }

    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing> {
        components_view(answer, index, query.language).ok_or_else(|| Missing::Record {
            index: index.short_name.clone(),
            year: query.year.unwrap_or(answer.year),
        })
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
