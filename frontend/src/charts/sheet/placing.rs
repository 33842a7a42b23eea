//! Where words and drawing stand on a sheet.

use vithe_shared::query::FigureWidth;

use super::{BAR, SheetLine, paper::Paper};
use crate::{
    charts::{
        layout::whole_pixels,
        measure::{text_width, wrap},
        theme::ChartTheme,
    },
    view_model::FigureText,
};

/// Height of a line of letters.
const LEADING: f64 = 1.32;
/// Between two groups of words, and around the drawing.
const GAP: f64 = 8.0;
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

/// What is written on a sheet.
pub(super) struct Words<'a> {
    pub(super) text: &'a FigureText,
    pub(super) imprint: &'a str,
    pub(super) paper: Paper,
}

/// A line before it has a colour.
pub(super) struct PlacedLine {
    pub(super) at: [f64; 2],
    pub(super) size: f64,
    pub(super) is_bold: bool,
    is_quiet: bool,
    pub(super) text: String,
}

impl PlacedLine {
    pub(super) fn in_colours(self, theme: &ChartTheme) -> SheetLine {
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
pub(super) struct Placed {
    pub(super) lines: Vec<PlacedLine>,
    pub(super) height: f64,
    pub(super) at: [f64; 2],
    pub(super) zoom: f64,
    /// Width of the drawing.
    pub(super) drawing: u16,
    pub(super) class: FigureWidth,
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
pub(super) fn broken(text: &str, width: f64, size: f64, most: usize) -> Vec<String> {
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
pub(super) fn place_freely(words: &Words<'_>, height_of: impl Fn(FigureWidth) -> u16) -> Placed {
    let paper = words.paper;
    let mut column = Column::at(paper.margin, BAR + paper.margin, paper.inner());
    words.head(&mut column, 1.0);
    let drawing = whole_pixels(paper.inner());
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
pub(super) fn place_within(words: &Words<'_>, height: f64, height_of: impl Fn(FigureWidth) -> u16) -> Placed {
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
        // The last way is taken where no other had room.
        let is_needed = is_last && best.is_none();
        if !has_room && !is_needed {
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
        width: whole_pixels(width),
        class: FigureWidth::Narrow,
    })
}
