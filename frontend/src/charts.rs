//! The charts of the site. Each is a folder that asks for answers, views them in words and draws an ECharts option; [`build`]
//! does all three. The server draws the figure from it (SVG, PNG) and hands the same one to the browser (JSON, live chart).
//! Which charts there are stands in [`ChartKind`].

use vithe_shared::{
    Borders, Problem,
    domain::IndexInfo,
    query::{ChartKind, FigureQuery, FigureWidth},
};

use self::zoom::Zooms;
use crate::{answers::Answers, view_model::FigureText};

mod bump;
mod comparison;
mod distribution;
mod drawing;
mod heatmap;
mod interval;
pub mod keys;
mod layout;
mod line;
mod map;
mod measure;
mod missing;
mod multiples;
pub mod palette;
mod plot;
mod profile;
mod question;
pub mod reach;
mod regions;
mod scatter;
mod score_rows;
pub mod sheet;
mod slope;
#[cfg(test)]
mod tests;
pub mod theme;
mod timeline;
mod waterfall;
pub mod zoom;

pub use bump::BumpChart;
pub use comparison::ComparisonChart;
pub use distribution::DistributionChart;
pub use drawing::{ChartFigure, Drawing, Entry, Mark, Name, Place, Reach};
pub use heatmap::HeatmapChart;
pub use interval::IntervalChart;
pub use line::LineChart;
pub use map::{IndicatorMapChart, MapChart};
pub(crate) use measure::wrap;
pub use missing::Missing;
pub use multiples::MultiplesChart;
pub use profile::ProfileChart;
pub use question::MOST_PROVINCES;
pub use regions::RegionsChart;
pub use scatter::ScatterChart;
pub use slope::SlopeChart;
pub use theme::ChartTheme;
pub use waterfall::WaterfallChart;

/// A kind of figure: what it asks for, what it says, how it is drawn.
pub trait Chart {
    /// What is asked for it.
    type Question;
    /// What it is made from.
    type Answer;
    /// Everything it shows, in one language.
    type View: Clone + Send + Sync + 'static;

    /// What is asked for a figure; a problem where the query lacks something.
    fn question(query: &FigureQuery) -> Result<Self::Question, Missing>;

    /// Asks.
    fn ask(question: Self::Question, answers: Answers<'_>) -> Result<Self::Answer, Problem>;

    /// Tells the answer; a problem where there is nothing to be told.
    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing>;

    /// The words around the figure.
    fn text(view: &Self::View) -> &FigureText;

    /// Which axes come closer where the reader asks for it.
    const ZOOMS: Zooms = Zooms::No;

    /// The borders that the option draws.
    fn map(_view: &Self::View) -> Option<Borders> {
        None
    }

    /// Height of the figure in CSS pixels. It follows from the view and the width class alone, and nothing is drawn for it.
    fn height(view: &Self::View, class: FigureWidth) -> u16;

    /// The option, with what its items say.
    fn draw(view: &Self::View, theme: &ChartTheme) -> Drawing;
}

/// Asks for what a chart shows and draws it.
pub fn build(chart: ChartKind, query: &FigureQuery, answers: Answers<'_>) -> Result<ChartFigure, Problem> {
    visit(chart, query, FigureOf { query, answers })
}

struct FigureOf<'a> {
    query: &'a FigureQuery,
    answers: Answers<'a>,
}

impl Visitor for FigureOf<'_> {
    type Output = Result<ChartFigure, Problem>;

    fn visit<C: Chart>(self) -> Self::Output {
        let view = view_of::<C>(self.query, self.answers)?;
        let theme = ChartTheme::new(self.query.theme, self.query.width);
        Ok(drawn::<C>(&view, &theme))
    }
}

/// The words of a figure.
pub fn tell(chart: ChartKind, query: &FigureQuery, answers: Answers<'_>) -> Result<FigureText, Problem> {
    visit(chart, query, TextOf { query, answers })
}

struct TextOf<'a> {
    query: &'a FigureQuery,
    answers: Answers<'a>,
}

impl Visitor for TextOf<'_> {
    type Output = Result<FigureText, Problem>;

    fn visit<C: Chart>(self) -> Self::Output {
        Ok(C::text(&view_of::<C>(self.query, self.answers)?).clone())
    }
}

/// What is done with a chart, whichever it is.
pub(crate) trait Visitor {
    type Output;

    fn visit<C: Chart>(self) -> Self::Output;
}

pub(crate) fn visit<V: Visitor>(chart: ChartKind, query: &FigureQuery, visitor: V) -> V::Output {
    match chart {
        ChartKind::Map if query.component.names_indicator() => visitor.visit::<IndicatorMapChart>(),
        ChartKind::Map => visitor.visit::<MapChart>(),
        ChartKind::Distribution => visitor.visit::<DistributionChart>(),
        ChartKind::Bump => visitor.visit::<BumpChart>(),
        ChartKind::Heatmap => visitor.visit::<HeatmapChart>(),
        ChartKind::Line => visitor.visit::<LineChart>(),
        ChartKind::Profile => visitor.visit::<ProfileChart>(),
        ChartKind::Comparison => visitor.visit::<ComparisonChart>(),
        ChartKind::Waterfall => visitor.visit::<WaterfallChart>(),
        ChartKind::Multiples => visitor.visit::<MultiplesChart>(),
        ChartKind::Slope => visitor.visit::<SlopeChart>(),
        ChartKind::Interval => visitor.visit::<IntervalChart>(),
        ChartKind::Scatter => visitor.visit::<ScatterChart>(),
        ChartKind::Regions => visitor.visit::<RegionsChart>(),
    }
}

/// What a chart tells.
pub(crate) fn view_of<C: Chart>(query: &FigureQuery, answers: Answers<'_>) -> Result<C::View, Problem> {
    let index = answers.index(query.index)?;
    let question = C::question(query).map_err(|missing| missing.into_problem(query.language))?;
    let answer = C::ask(question, answers)?;
    C::view(&answer, &index, query).map_err(|missing| missing.into_problem(query.language))
}

/// The figure of a view, with the borders that it needs.
pub(crate) fn drawn<C: Chart>(view: &C::View, theme: &ChartTheme) -> ChartFigure {
    let Drawing {
        option,
        height,
        marks,
        reach,
        names,
    } = C::draw(view, theme);
    ChartFigure {
        option,
        width: theme.width,
        height,
        title: C::text(view).alt.clone(),
        map: C::map(view),
        marks,
        reach,
        names,
    }
}
