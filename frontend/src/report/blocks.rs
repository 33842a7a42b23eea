//! What the sections of a report put their blocks together with.

use vithe_shared::{
    Language, Text,
    query::{ChartKind, FigureQuery, FigureWidth},
};

use super::document::{Block, Column, Figure, Heading, Run, Table};
use crate::view_model::FigureText;

/// The titles of the parts.
pub(super) mod title {
    use vithe_shared::Text;

    pub(in crate::report) const SUMMARY: Text = Text::new("Tóm tắt", "Summary");
    pub(in crate::report) const LAST_YEAR: Text = Text::new("Kết quả năm cuối kỳ", "The last year of the period");
    pub(in crate::report) const HISTORY: Text = Text::new("Diễn biến từng chỉ số", "The indices over the years");
    pub(in crate::report) const CAUSES: Text = Text::new("Điều gì tăng, giảm và vì sao", "What rose and fell, and why");
    pub(in crate::report) const STREAKS: Text =
        Text::new("Chỉ số thành phần giảm liên tiếp", "Components that keep falling");
    pub(in crate::report) const COMPONENTS: Text =
        Text::new("Các chỉ số thành phần năm cuối kỳ", "The components in the last year");
    pub(in crate::report) const INDICATORS: Text = Text::new("Các chỉ tiêu nổi bật", "Indicators that stand out");
    pub(in crate::report) const REGION: Text = Text::new(
        "So với vùng và các tỉnh tương đồng",
        "Beside the region and similar provinces",
    );
    pub(in crate::report) const TARGET: Text = Text::new("Cần gì để đạt mục tiêu", "What a target would take");
    pub(in crate::report) const TASKS: Text = Text::new("Bảng phân công nhiệm vụ", "Table of tasks");
    pub(in crate::report) const SOURCES: Text = Text::new("Số liệu, phương pháp và nguồn", "Data, method and sources");
}

/// The numbers of parts and sections: 1., 1.1.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    part: usize,
}

impl Numbering {
    /// The heading of the next part.
    pub(super) fn part(&mut self, title: &str, anchor: &str) -> Block {
        self.part += 1;
        Block::Heading(Heading {
            level: 1,
            text: format!("{}. {title}", self.part),
            anchor: anchor.to_owned(),
        })
    }

    /// The blocks of the part, its sections numbered.
    pub(super) fn within(&self, blocks: Vec<Block>) -> impl Iterator<Item = Block> {
        let part = self.part;
        let mut section = 0;
        blocks.into_iter().map(move |block| match block {
            Block::Heading(heading) if heading.level == 2 => {
                section += 1;
                Block::Heading(Heading {
                    text: format!("{part}.{section}. {}", heading.text),
                    ..heading
                })
            }
            block => block,
        })
    }
}

/// The heading of a section within a part.
pub(super) fn section(title: impl Into<String>, anchor: impl Into<String>) -> Block {
    Block::Heading(Heading {
        level: 2,
        text: title.into(),
        anchor: anchor.into(),
    })
}

/// A paragraph of plain words.
pub(super) fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph {
        runs: vec![Run::plain(text)],
    }
}

/// A figure on paper: light, as wide as the text.
pub(super) fn figure(chart: ChartKind, query: FigureQuery, text: FigureText) -> Block {
    Block::Figure(Figure {
        chart,
        query: FigureQuery {
            width: FigureWidth::Medium,
            ..query
        },
        is_half: false,
        text,
    })
}

/// A figure that stands beside another.
pub(super) fn half_figure(chart: ChartKind, query: FigureQuery, text: FigureText) -> Block {
    Block::Figure(Figure {
        chart,
        query: FigureQuery {
            width: FigureWidth::Narrow,
            ..query
        },
        is_half: true,
        text,
    })
}

/// A table, unless it has no rows.
pub(super) fn table(
    caption: impl Into<String>,
    columns: Vec<Column>,
    rows: Vec<Vec<Run>>,
    notes: Vec<String>,
) -> Option<Block> {
    debug_assert!(
        rows.iter().all(|row| row.len() == columns.len()),
        "a cell for every column"
    );
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: caption.into(),
            columns,
            rows,
            notes,
        })
    })
}

/// A sentence that begins with a capital and ends with a stop.
pub(super) fn sentence(text: &str) -> String {
    let text = crate::format::capitalise(text.trim_end());
    if text.ends_with(['.', '!', '?']) {
        text
    } else {
        format!("{text}.")
    }
}

/// A column of words.
pub(super) fn words(name: Text, share: u8, language: Language) -> Column {
    Column::words(name.get(language), share)
}

/// A column of numbers.
pub(super) fn numbers(name: Text, share: u8, language: Language) -> Column {
    Column::numbers(name.get(language), share)
}
