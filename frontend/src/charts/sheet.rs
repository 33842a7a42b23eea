//! A figure that goes out into the world: the drawing with its headline, what it shows, its source, how it is to be read, the
//! version of the data and the address of its page, in a size that has a purpose.
//!
//! A sheet of a given height fits the drawing into the room that the words leave, below them or beside them, whichever shows
//! it larger. The widths that a drawing is made for are tried; the one is taken that is seen largest.

mod page;

use vithe_shared::{
    Language, Problem,
    query::{ChartKind, FigureQuery, FigureWidth, PictureSize},
};

pub use self::page::page_of;
use super::{
    Chart, ChartFigure, ChartTheme, Visitor, drawn,
    measure::{text_width, wrap},
    view_of, visit,
};
use crate::{answers::Answers, view_model::FigureText};

/// Where a figure is from, for its last line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// The version of the data package.
    pub version: String,
    /// The date of that version, `2026-11-29`.
    pub date: String,
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
    /// Pixels of a PNG for each CSS pixel.
    pub scale: u8,
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

/// Sizes of a kind of sheet, in CSS pixels.
#[derive(Clone, Copy, Debug)]
struct Paper {
    width: f64,
    /// `None` where the sheet is as high as what stands on it.
    height: Option<f64>,
    scale: u8,
    margin: f64,
    kicker: f64,
    finding: f64,
    small: f64,
    /// Most lines of the notes; the drawing itself has all of them on its page.
    note_lines: usize,
}

impl Paper {
    const fn of(size: PictureSize, width: FigureWidth) -> Self {
        match size {
            PictureSize::Drawing | PictureSize::Page => Self {
                width: width.pixels() as f64,
                height: None,
                scale: 2,
                margin: 20.0,
                kicker: 13.0,
                finding: 20.0,
                small: 12.0,
                note_lines: 40,
            },
            // 1200 × 630
            PictureSize::Card => Self {
                width: 600.0,
                height: Some(315.0),
                scale: 2,
                margin: 20.0,
                kicker: 11.0,
                finding: 19.0,
                small: 10.0,
                note_lines: 2,
            },
            // 1080 × 1080
            PictureSize::Square => Self {
                width: 540.0,
                height: Some(540.0),
                scale: 2,
                margin: 24.0,
                kicker: 13.0,
                finding: 22.0,
                small: 11.0,
                note_lines: 3,
            },
            // 1600 × 900
            PictureSize::Wide => Self {
                width: 800.0,
                height: Some(450.0),
                scale: 2,
                margin: 28.0,
                kicker: 13.0,
                finding: 24.0,
                small: 11.0,
                note_lines: 3,
            },
            // 2480 pixels: 210 mm at 300 dots per inch.
            PictureSize::A4 => Self {
                width: 620.0,
                height: None,
                scale: 4,
                margin: 20.0,
                kicker: 12.0,
                finding: 18.0,
                small: 11.0,
                note_lines: 40,
            },
        }
    }

    fn inner(&self) -> f64 {
        self.width - 2.0 * self.margin
    }
}

/// Height of a line of letters.
const LEADING: f64 = 1.32;
/// Between two groups of words, and around the drawing.
const GAP: f64 = 8.0;
/// The bar of the index at the top.
pub const BAR: f64 = 4.0;
/// No drawing is shown larger than this: its letters would be larger than those around it.
const LARGEST_ZOOM: f64 = 1.25;
/// Share of the width that the words take beside a drawing.
const WORDS_BESIDE: f64 = 0.4;
/// Headlines that are tried, as shares of what a sheet wants, largest first.
const HEADLINES: [f64; 4] = [1.0, 0.88, 0.76, 0.64];
/// How much larger a drawing is seen before another way to place it is taken.
const WORTH: f64 = 1.2;
/// More lines than any text takes.
const MOST_LINES: usize = 40;
/// Semibold letters are wider than those that lines are broken by.
const SEMIBOLD: f64 = 1.04;
/// The widths that drawings are tried in, with the class that each has.
const WIDTHS: [u16; 9] = [280, 320, 360, 440, 520, 570, 720, 940, 1120];

/// Builds the complete figure of a query.
pub fn build_sheet(
    chart: ChartKind,
    query: &FigureQuery,
    answers: Answers<'_>,
    imprint: &Imprint,
) -> Result<Sheet, Problem> {
    let page = format!("{}{}", imprint.origin, page_of(chart, query));
    let visitor = SheetOf {
        query,
        answers,
        imprint: imprint_line(imprint, &page, query.language),
    };
    visit(chart, visitor)
}

/// `Vị Thế · số liệu 2.2.0 (29/11/2026) · https://…`
fn imprint_line(imprint: &Imprint, page: &str, language: Language) -> String {
    let date: Vec<&str> = imprint.date.split('-').collect();
    let (version, date) = match (date.as_slice(), language) {
        ([year, month, day], Language::Vi) => (&imprint.version, format!("{day}/{month}/{year}")),
        _ => (&imprint.version, imprint.date.clone()),
    };
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
            width: to_pixels(paper.width),
            height: to_pixels(placed.height),
            scale: paper.scale,
            ground: theme.surface,
            bar: theme.hue(&hues).to_owned(),
            lines: placed.lines.into_iter().map(|line| line.in_colours(&theme)).collect(),
            at: placed.at,
            zoom: placed.zoom,
            figure,
        })
    }
}

/// What is written on a sheet.
struct Words<'a> {
    text: &'a FigureText,
    imprint: &'a str,
    paper: Paper,
}

/// A line before it has a colour.
struct PlacedLine {
    at: [f64; 2],
    size: f64,
    is_bold: bool,
    is_quiet: bool,
    text: String,
}

impl PlacedLine {
    fn in_colours(self, theme: &ChartTheme) -> SheetLine {
        SheetLine {
            at: self.at,
            size: self.size,
            is_bold: self.is_bold,
            colour: if self.is_quiet { theme.muted } else { theme.ink },
            text: self.text,
        }
    }
}

/// A sheet before it is drawn.
struct Placed {
    lines: Vec<PlacedLine>,
    height: f64,
    at: [f64; 2],
    zoom: f64,
    /// Width of the drawing.
    drawing: u16,
    class: FigureWidth,
}

/// Lines one below the other.
struct Column {
    lines: Vec<PlacedLine>,
    left: f64,
    width: f64,
    /// Where the next line begins.
    top: f64,
}

impl Column {
    const fn at(left: f64, top: f64, width: f64) -> Self {
        Self {
            lines: Vec::new(),
            left,
            width,
            top,
        }
    }

    fn write(&mut self, text: &str, size: f64, is_bold: bool, is_quiet: bool, most: usize) {
        let width = if is_bold { self.width / SEMIBOLD } else { self.width };
        for line in broken(text, width, size, most) {
            self.top += size * LEADING;
            self.lines.push(PlacedLine {
                at: [self.left, self.top - size * (LEADING - 1.0)],
                size,
                is_bold,
                is_quiet,
                text: line,
            });
        }
    }
}

/// The lines of a text: broken at spaces, and within a word where it alone is too wide, as an address is. Of more lines than
/// there is room for the last one ends in an ellipsis.
fn broken(text: &str, width: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in wrap(text, width, size).lines() {
        let mut rest = line.to_owned();
        while text_width(&rest, size, false) > width {
            let fits = (1..rest.chars().count())
                .rev()
                .find(|count| text_width(&rest.chars().take(*count).collect::<String>(), size, false) <= width)
                .unwrap_or(1);
            let byte = rest.char_indices().nth(fits).map_or(rest.len(), |(byte, _)| byte);
            let after = rest.split_off(byte);
            lines.push(std::mem::replace(&mut rest, after));
        }
        lines.push(rest);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while text_width(&format!("{last}…"), size, false) > width && last.pop().is_some() {}
            last.push('…');
        }
    }
    lines
}

impl Words<'_> {
    /// Kicker and headline; how large the headline is, as a share of what the sheet wants.
    fn head(&self, column: &mut Column, share: f64) {
        column.write(&self.text.kicker, self.paper.kicker, false, true, MOST_LINES);
        column.top += GAP / 4.0;
        column.write(&self.text.finding, self.paper.finding * share, true, false, MOST_LINES);
    }

    /// How it is read, source, imprint.
    fn foot(&self, column: &mut Column) {
        let small = self.paper.small;
        let notes = self.text.notes.join(" ");
        if !notes.is_empty() {
            column.write(&notes, small, false, true, self.paper.note_lines);
        }
        column.write(&self.text.source, small, false, true, MOST_LINES);
        column.write(self.imprint, small, false, true, MOST_LINES);
    }

    /// The foot with its lower end at a height; the upper end of it.
    fn foot_above(&self, left: f64, width: f64, bottom: f64) -> (Vec<PlacedLine>, f64) {
        let mut column = Column::at(left, 0.0, width);
        self.foot(&mut column);
        let top = bottom - column.top;
        for line in &mut column.lines {
            line.at[1] += top;
        }
        (column.lines, top)
    }
}

/// Head, drawing and foot one below the other, as high as they are.
fn place_freely(words: &Words<'_>, height_of: impl Fn(FigureWidth) -> u16) -> Placed {
    let paper = words.paper;
    let mut column = Column::at(paper.margin, BAR + paper.margin, paper.inner());
    words.head(&mut column, 1.0);
    let drawing = to_pixels(paper.inner());
    let class = FigureWidth::of_room(drawing);
    let top = column.top + GAP;
    column.top = top + f64::from(height_of(class)) + GAP;
    words.foot(&mut column);
    Placed {
        height: column.top + paper.margin,
        lines: column.lines,
        at: [paper.margin, top],
        zoom: 1.0,
        drawing,
        class,
    }
}

/// Head, drawing and foot within a height: the drawing below the head or beside the words.
fn place_within(words: &Words<'_>, height: f64, height_of: impl Fn(FigureWidth) -> u16) -> Placed {
    let paper = words.paper;
    let (margin, bottom) = (paper.margin, height - paper.margin);
    let mut best: Option<(Vec<PlacedLine>, Fitted)> = None;
    for (is_beside, share) in [false, true]
        .into_iter()
        .flat_map(|is_beside| HEADLINES.map(|share| (is_beside, share)))
    {
        let width = if is_beside {
            paper.inner() * WORDS_BESIDE
        } else {
            paper.inner()
        };
        let mut column = Column::at(margin, BAR + margin, width);
        words.head(&mut column, share);
        let (foot, foot_top) = words.foot_above(margin, width, bottom);
        // Left, top, width, height of the room of the drawing.
        let room = if is_beside {
            let left = margin + width + 2.0 * GAP;
            [left, BAR + margin, paper.width - margin - left, bottom - BAR - margin]
        } else {
            [margin, column.top + GAP, width, foot_top - column.top - 2.0 * GAP]
        };
        let is_last = is_beside && share == HEADLINES[HEADLINES.len() - 1];
        let has_room = column.top + GAP <= foot_top && room[3] > 0.0;
        if !has_room && !(is_last && best.is_none()) {
            continue;
        }
        column.lines.extend(foot);
        let fitted = fit_drawing(room, &height_of);
        // A smaller headline, or one in a narrow column, has to be worth it.
        if best.as_ref().is_none_or(|(_, known)| fitted.zoom > known.zoom * WORTH) {
            best = Some((column.lines, fitted));
        }
    }
    let (lines, fitted) = best.unwrap_or_else(|| (Vec::new(), fit_drawing([margin; 4], &height_of)));
    Placed {
        lines,
        height,
        at: fitted.at,
        zoom: fitted.zoom,
        drawing: fitted.width,
        class: fitted.class,
    }
}

/// A drawing in its room.
#[derive(Clone, Copy)]
struct Fitted {
    at: [f64; 2],
    zoom: f64,
    width: u16,
    class: FigureWidth,
}

/// The width in which a drawing is seen largest in a room, centred in it.
fn fit_drawing([left, top, width, height]: [f64; 4], height_of: &impl Fn(FigureWidth) -> u16) -> Fitted {
    let mut best: Option<Fitted> = None;
    for drawing in WIDTHS {
        let class = FigureWidth::of_room(drawing);
        let own = [f64::from(drawing), f64::from(height_of(class))];
        let zoom = (width / own[0]).min(height / own[1]).min(LARGEST_ZOOM);
        let fitted = Fitted {
            at: [
                left + (width - own[0] * zoom) / 2.0,
                top + (height - own[1] * zoom) / 2.0,
            ],
            zoom,
            width: drawing,
            class,
        };
        // Of two that are as large the wider one leaves less room empty.
        if best.is_none_or(|best| zoom >= best.zoom) {
            best = Some(fitted);
        }
    }
    best.unwrap_or(Fitted {
        at: [left, top],
        zoom: 1.0,
        width: to_pixels(width),
        class: FigureWidth::Narrow,
    })
}

fn to_pixels(length: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length of at most a few thousand pixels"
    )]
    let pixels = length.ceil().clamp(1.0, 10_000.0) as u16;
    pixels
}

#[cfg(test)]
mod tests;
