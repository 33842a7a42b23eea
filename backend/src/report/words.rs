//! The few words that a file adds to those of a report.

use serde::Serialize;
use vithe_shared::{Language, Text};

/// Before the number of a table.
const TABLE: Text = Text::new("Bảng", "Table");
/// Before the number of a figure.
const FIGURE: Text = Text::new("Hình", "Figure");
/// Above the parts.
const CONTENTS: Text = Text::new("Mục lục", "Contents");
/// In the place of a picture.
const NOT_DRAWN: Text = Text::new("Chưa vẽ được hình này.", "This figure could not be drawn.");
/// Before what a picture would show.
const SHOWN: Text = Text::new("Nội dung của hình:", "What it shows:");

/// The words in one language.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    pub(super) table: &'static str,
    pub(super) figure: &'static str,
    pub(super) contents: &'static str,
    pub(super) not_drawn: &'static str,
    pub(super) shown: &'static str,
}

impl Words {
    pub(super) fn new(language: Language) -> Self {
        Self {
            table: TABLE.get(language),
            figure: FIGURE.get(language),
            contents: CONTENTS.get(language),
            not_drawn: NOT_DRAWN.get(language),
            shown: SHOWN.get(language),
        }
    }
}
