//! The charts of the site. Each is a folder that asks for answers, views them in words and draws an ECharts option; [`build`]
//! does all three. The server draws the figure from it (SVG, PNG) and hands the same one to the browser (JSON, live chart).
//! Which charts there are stands in [`ChartKind`].

use vithe_shared::{
    Borders, Language, Problem,
    api::{ChartFigure, IndexInfo},
    query::{ChartKind, FigureQuery, FigureWidth},
};

use crate::{api::DataSource, view_model::FigureText};

mod bump;
mod comparison;
mod distribution;
mod heatmap;
mod interval;
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
mod regions;
mod scatter;
mod score_rows;
mod slope;
#[cfg(test)]
mod tests;
pub mod theme;
mod timeline;
mod waterfall;

pub use bump::BumpChart;
pub use comparison::ComparisonChart;
pub use distribution::DistributionChart;
pub use heatmap::HeatmapChart;
pub use interval::IntervalChart;
pub use line::LineChart;
pub use map::MapChart;
pub use missing::Missing;
pub use multiples::MultiplesChart;
pub use plot::Drawing;
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
    type Question: Send;
    /// What it is made from.
    type Answer: Send;
    /// Everything it shows, in one language.
    type View;

    /// What is asked for a figure; a problem where the query lacks something.
    fn question(query: &FigureQuery) -> Result<Self::Question, Missing>;

    /// Asks. `language` is that of a problem's texts.
    fn ask(
        question: Self::Question,
        source: &dyn DataSource,
        language: Language,
    ) -> impl Future<Output = Result<Self::Answer, Problem>> + Send;

    /// Tells the answer; a problem where there is nothing to be told.
    fn view(answer: &Self::Answer, index: &IndexInfo, query: &FigureQuery) -> Result<Self::View, Missing>;

    /// The words around the figure.
    fn text(view: &Self::View) -> &FigureText;

    /// The borders that the option draws.
    fn map(_view: &Self::View) -> Option<Borders> {
        None
    }

    /// Height of the figure in CSS pixels. It follows from the view and the width class alone, and nothing is drawn for it.
    fn height(view: &Self::View, class: FigureWidth) -> u16;

    /// The option, with what its items say.
    fn draw(view: &Self::View, theme: &ChartTheme) -> Drawing;
}

/// Asks the source for what a chart shows and draws it.
pub async fn build(chart: ChartKind, query: &FigureQuery, source: &dyn DataSource) -> Result<ChartFigure, Problem> {
    match chart {
        ChartKind::Map => figure::<MapChart>(query, source).await,
        ChartKind::Distribution => figure::<DistributionChart>(query, source).await,
        ChartKind::Bump => figure::<BumpChart>(query, source).await,
        ChartKind::Heatmap => figure::<HeatmapChart>(query, source).await,
        ChartKind::Line => figure::<LineChart>(query, source).await,
        ChartKind::Profile => figure::<ProfileChart>(query, source).await,
        ChartKind::Comparison => figure::<ComparisonChart>(query, source).await,
        ChartKind::Waterfall => figure::<WaterfallChart>(query, source).await,
        ChartKind::Multiples => figure::<MultiplesChart>(query, source).await,
        ChartKind::Slope => figure::<SlopeChart>(query, source).await,
        ChartKind::Interval => figure::<IntervalChart>(query, source).await,
        ChartKind::Scatter => figure::<ScatterChart>(query, source).await,
        ChartKind::Regions => figure::<RegionsChart>(query, source).await,
    }
}

async fn figure<C: Chart>(query: &FigureQuery, source: &dyn DataSource) -> Result<ChartFigure, Problem> {
    let index = source.index(query.index, query.language).await?;
    let question = C::question(query).map_err(|missing| missing.into_problem(query.language))?;
    let answer = C::ask(question, source, query.language).await?;
    let view = C::view(&answer, &index, query).map_err(|missing| missing.into_problem(query.language))?;
    let theme = ChartTheme::new(query.theme, query.width);
    let Drawing { option, height, marks } = C::draw(&view, &theme);
    Ok(ChartFigure {
        option,
        width: theme.width,
        height,
        title: C::text(&view).alt.clone(),
        map: C::map(&view),
        marks,
    })
}
