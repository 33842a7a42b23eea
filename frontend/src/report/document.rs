//! What every form of a report shows: page, PDF and DOCX are made of the same blocks, so that none says what another does not.

use serde::Serialize;
use vithe_shared::{
    Language, Year,
    query::{ChartKind, FigureQuery, ReportForm, YearRange},
};

use crate::view_model::FigureText;

/// A report, told in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Its language.
    pub language: Language,
    /// Its form, which its paper follows.
    #[serde(skip)]
    pub form: ReportForm,
    /// What it is: "Báo cáo tóm tắt", "Five-year review".
    pub kind: String,
    /// The years that it tells of.
    #[serde(skip)]
    pub years: YearRange,
    /// The years with a figure of the province, ascending: what a report can tell of.
    #[serde(skip)]
    pub years_on_record: Vec<Year>,
    /// Its title, with place and period.
    pub title: String,
    /// Its abstract for the properties of a file: one sentence.
    pub description: String,
    /// The date of the figures, `2026-11-28`: nothing in a report depends on when it was asked for.
    pub date: String,
    /// What it is about and from, line by line: a label and its value, such as "Dữ liệu" and "Vị Thế 2.2.0, 28/11/2026".
    pub imprint: Vec<(String, String)>,
    /// Its content, in order.
    pub blocks: Vec<Block>,
}

impl Report {
    /// Its figures, in order. Their numbers in the files are their places here.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
    }

    /// Changes every address that its words lead to.
    pub fn change_links(&mut self, change: impl Fn(&str) -> String) {
        for block in &mut self.blocks {
            let runs: Vec<&mut Run> = match block {
                Block::Paragraph { runs } => runs.iter_mut().collect(),
                Block::List { items } => items.iter_mut().flatten().collect(),
                Block::Table(table) => table.rows.iter_mut().flatten().collect(),
                Block::Heading(_) | Block::Figure(_) => Vec::new(),
            };
            for href in runs.into_iter().filter_map(|run| run.href.as_mut()) {
                *href = change(href);
            }
        }
    }
}

/// A part of the content.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph {
        /// Its runs, one after the other.
        runs: Vec<Run>,
    },
    /// A list of points.
    List {
        /// The runs of each point.
        items: Vec<Vec<Run>>,
    },
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Heading {
    /// 1 for a part, 2 for a section in it. The title of the report stands above both.
    pub level: u8,
    /// Its words, numbered where the report numbers its parts: "1. Tóm tắt".
    pub text: String,
    /// Its anchor on the page, unique in the report.
    pub anchor: String,
}

/// Words of one kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub is_strong: bool,
    /// The address on the site, from its root, of the figure that their numbers are from.
    pub href: Option<String>,
}

impl Run {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Words that stand out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self {
            is_strong: true,
            ..Self::plain(text)
        }
    }

    /// Words that lead to where their numbers are from.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            href: Some(href.into()),
            ..Self::plain(text)
        }
    }
}

/// A table. Its first row is its head, and the first cell of each row names the row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns from left to right.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column. A cell without words is to be filled in by hand.
    pub rows: Vec<Vec<Run>>,
    /// What must be known to read it, note by note, and where it is from.
    pub notes: Vec<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// Its share of the width, beside those of the others.
    pub share: u8,
    /// Whether it holds numbers, which stand to the right.
    pub is_number: bool,
}

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<String>, share: u8) -> Self {
        Self {
            name: name.into(),
            share,
            is_number: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(name: impl Into<String>, share: u8) -> Self {
        Self {
            is_number: true,
            ..Self::words(name, share)
        }
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The chart.
    #[serde(skip)]
    pub chart: ChartKind,
    /// What it shows, light and as wide as it stands on paper.
    #[serde(skip)]
    pub query: FigureQuery,
    /// Whether it takes half of the width, so that two of them stand side by side.
    pub is_half: bool,
    /// The words around it: what it is, what it finds, what it shows for those who do not see it, how it is read, where it is from.
    pub text: FigureText,
}
