//! A report with every kind of block, for tests.

use vithe_frontend::{
    report::{Block, Column, Figure, Heading, Report, Run, Table},
    view_model::FigureText,
};
use vithe_shared::{
    IndexId, Language, Year,
    query::{ChartKind, FigureQuery, ReportForm, YearRange},
};

/// All vowels of Vietnamese with all their marks.
pub(super) const LETTERS: &str =
    "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ";

/// What the figures of the report show, as they are drawn: one that is, and one that could not be.
pub(super) fn pictures() -> Vec<Option<String>> {
    let drawing = r##"<svg width="720" height="360" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 360"><path d="M34 300l600-200" stroke="#0066aa" fill="none"/><text dominant-baseline="central" style="font: 600 12px 'Be Vietnam Pro', sans-serif" transform="translate(40 40)" fill="#1B242D">Thứ hạng ▲</text></svg>"##;
    vec![Some(drawing.to_owned()), None]
}

/// The report in a language.
pub(super) fn report(language: Language) -> Report {
    let say = |vi: &str, en: &str| language.pick(vi, en).to_owned();
    let figure = |finding: String| {
        Block::Figure(Figure {
            chart: ChartKind::Line,
            query: FigureQuery::new(IndexId::Pci, language),
            is_half: false,
            text: FigureText {
                kicker: say("PCI · 2017–2021 · 63 tỉnh", "PCI · 2017–2021 · 63 provinces"),
                finding,
                alt: say("Đường điểm PCI qua các năm.", "Line of the PCI scores over the years."),
                notes: vec![say("So sánh hạn chế.", "Limited comparability.")],
                source: say("Nguồn: VCCI", "Source: VCCI"),
            },
        })
    };
    let years = ["2017", "2018", "2019", "2020", "2021"];
    let mut columns = vec![Column::words(say("Chỉ số thành phần", "Component"), 6)];
    columns.extend(years.map(|year| Column::numbers(year, 2)));
    let row = |number: usize| {
        let mut row = vec![Run::plain(format!("{} {number}", say("Thành phần", "Component")))];
        row.extend(years.map(|_| Run::plain("6,50 (▲ 7)")));
        row
    };
    let tasks = ["A", "B", "C"].map(|name| {
        let mut row = vec![Run::strong(format!("{} {name}", say("Việc", "Task")))];
        row.extend([Run::plain(""), Run::plain("")]);
        row
    });
    let blocks = vec![
        heading(1, say("1. Tóm tắt", "1. Summary"), "summary"),
        Block::Paragraph {
            runs: vec![
                Run::plain(say("Năm 2021, PCI của tỉnh đạt ", "In 2021 the province scored ")),
                Run::link(say("63,80 điểm", "63.80 points"), "/vi/index/pci?y=2021"),
                Run::plain(". "),
                Run::strong(LETTERS),
            ],
        },
        Block::List {
            items: vec![
                vec![
                    Run::strong(say("Tăng: ", "Risen: ")),
                    Run::plain("← → ↑ ↓ ↗ ↘ ▲ ▼ △ ▽ ≥ ≤ − ₫"),
                ],
                vec![Run::plain("#let *x* _y_ $z$ <w> @v \\u{41}")],
            ],
        },
        heading(2, say("1.1. Diễn biến", "1.1. Over the years"), "history"),
        figure(say("Điểm tăng năm năm liền", "The score rose for five years")),
        figure(say("Hạng giữ nguyên", "The rank stayed")),
        Block::Table(Table {
            caption: say("Điểm và hạng", "Scores and ranks"),
            columns,
            rows: (1..=60).map(row).collect(),
            notes: vec![say("Điểm cao là tốt.", "A higher score is better.")],
        }),
        heading(1, say("2. Nhiệm vụ", "2. Tasks"), "tasks"),
        Block::Table(Table {
            caption: say("Phân công", "Who does what"),
            columns: vec![
                Column::words(say("Nhiệm vụ", "Task"), 3),
                Column::words(say("Đơn vị", "Agency"), 3),
                Column::words(say("Thời hạn", "Date"), 2),
            ],
            rows: tasks.to_vec(),
            notes: Vec::new(),
        }),
    ];
    Report {
        language,
        form: ReportForm::Review,
        kind: say("Báo cáo đánh giá", "Review"),
        title: say(
            "Hậu Giang qua các chỉ số, 2017–2021",
            "Hậu Giang in the indices, 2017–2021",
        ),
        years: YearRange {
            from: Year(2017),
            to: Year(2021),
        },
        years_on_record: (2017..=2021).map(Year).collect(),
        description: say("Hậu Giang đứng thứ 38 trên 63 tỉnh.", "Hậu Giang ranked 38th of 63."),
        date: "2026-11-28".to_owned(),
        imprint: vec![(say("Dữ liệu", "Data"), "Vị Thế 2.2.0".to_owned())],
        blocks,
    }
}

fn heading(level: u8, text: String, anchor: &str) -> Block {
    Block::Heading(Heading {
        level,
        text,
        anchor: anchor.to_owned(),
    })
}
