//! A figure that goes out into the world: the drawing with its headline, what it shows, its source, how it is to be read, the
//! version of the data and the address of its page, in a size that has a purpose.
//!
//! A sheet of a given height fits the drawing into the room that the words leave, below them or beside them, whichever shows
//! it larger. The widths that a drawing is made for are tried; the one is taken that is seen largest.

mod page;
mod paper;
mod placing;

use vithe_shared::{
    Language, Problem,
    query::{ChartKind, FigureQuery},
};

pub use self::{page::page_of, paper::Resolution};
use self::{
    paper::Paper,
    placing::{Words, place_freely, place_within},
};
use super::{Chart, ChartFigure, ChartTheme, Visitor, drawn, layout::whole_pixels, view_of, visit};
use crate::{answers::Answers, format::format_date};

/// Where a figure is from, for its last line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// The version of the data package.
    pub version: String,
    /// The date of that version, `2026-11-29`.
    pub date: String,
    /// Whether the figure names the version, so that its page is frozen in it.
    pub is_frozen: bool,
    /// What stands before the addresses of the site: `https://…`; empty where the site does not know it.
    pub origin: String,
}

/// A complete figure, placed and ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Width in CSS pixels.
    pub width: u16,
    /// Height in CSS pixels.
    pub height: u16,
    /// How finely a PNG of it is drawn.
    pub resolution: Resolution,
    /// Colour of the ground.
    pub ground: &'static str,
    /// Colour of the bar at the top, that of the index.
    pub bar: String,
    /// The words.
    pub lines: Vec<SheetLine>,
    /// The drawing.
    pub figure: ChartFigure,
    /// Where the drawing stands: its left upper corner in pixels.
    pub at: [f64; 2],
    /// How large the drawing is shown; 1 is as it was made.
    pub zoom: f64,
}

/// A line of words.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLine {
    /// The beginning of its base line in pixels.
    pub at: [f64; 2],
    /// Height of the letters in pixels.
    pub size: f64,
    /// Whether it stands out.
    pub is_bold: bool,
    /// Its colour.
    pub colour: &'static str,
    /// The words.
    pub text: String,
}

/// The bar of the index at the top, in pixels.
pub const BAR: f64 = 4.0;

/// Builds the complete figure of a query.
pub fn build_sheet(
    chart: ChartKind,
    query: &FigureQuery,
    answers: Answers<'_>,
    imprint: &Imprint,
) -> Result<Sheet, Problem> {
    let frozen = imprint.is_frozen.then_some(imprint.version.as_str());
    let page = format!("{}{}", imprint.origin, page_of(chart, query, frozen));
    let visitor = SheetOf {
        query,
        answers,
        imprint: imprint_line(imprint, &page, query.language),
    };
    visit(chart, query, visitor)
}

/// `Vị Thế · số liệu 2.2.0 (29/11/2026) · https://…`
fn imprint_line(imprint: &Imprint, page: &str, language: Language) -> String {
    let (version, date) = (&imprint.version, format_date(&imprint.date, language));
    match language {
        Language::Vi => format!("Vị Thế · số liệu {version} ({date}) · {page}"),
        Language::En => format!("Vị Thế · data {version} ({date}) · {page}"),
    }
}

struct SheetOf<'a> {
    query: &'a FigureQuery,
    answers: Answers<'a>,
    imprint: String,
}

impl Visitor for SheetOf<'_> {
    type Output = Result<Sheet, Problem>;

    fn visit<C: Chart>(self) -> Self::Output {
        let view = view_of::<C>(self.query, self.answers)?;
        let paper = Paper::of(self.query.size, self.query.width);
        let words = Words {
            text: C::text(&view),
            imprint: &self.imprint,
            paper,
        };
        let placed = match paper.height {
            None => place_freely(&words, |class| C::height(&view, class)),
            Some(height) => place_within(&words, height, |class| C::height(&view, class)),
        };
        let theme = ChartTheme::new(self.query.theme, self.query.width);
        let figure = drawn::<C>(
            &view,
            &ChartTheme::sized(self.query.theme, placed.class, placed.drawing),
        );
        let hues = self.answers.index(self.query.index)?.hues;
        Ok(Sheet {
            width: whole_pixels(paper.width),
            height: whole_pixels(placed.height),
            resolution: paper.resolution,
            ground: theme.surface,
            bar: theme.hue(&hues).to_owned(),
            lines: placed.lines.into_iter().map(|line| line.in_colours(&theme)).collect(),
            at: placed.at,
            zoom: placed.zoom,
            figure,
        })
    }
}

#[cfg(test)]
mod tests;
