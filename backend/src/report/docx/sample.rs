//! A report with every kind of block, for tests.

use resvg::tiny_skia::Pixmap;
use vithe_frontend::{
    report::{Block, Column, Figure, Heading, Report, Run, Table},
    view_model::FigureText,
};
use vithe_shared::{
    IndexId, Language, Year,
    query::{ChartKind, FigureQuery, ReportForm, YearRange},
};

use super::Picture;

/// All vowels of Vietnamese with all their marks.
pub(super) const LETTERS: &str =
    "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ";

/// The report in a language.
pub(super) fn report(language: Language) -> Report {
    let say = |vi: &str, en: &str| language.pick(vi, en).to_owned();
    Report {
        language,
        form: ReportForm::Brief,
        kind: say("Báo cáo tóm tắt", "Brief"),
        years: YearRange {
            from: Year(2021),
            to: Year(2021),
        },
        years_on_record: vec![Year(2021)],
        title: say("Hậu Giang qua các chỉ số năm 2021", "Hậu Giang in the indices of 2021"),
        description: say(
            "Hậu Giang đứng thứ 38 trên 63 tỉnh về PCI năm 2021.",
            "Hậu Giang ranked 38th of 63 provinces in the PCI of 2021.",
        ),
        date: "2026-11-28".to_owned(),
        imprint: vec![
            (
                say("Dữ liệu", "Data"),
                say("Vị Thế 2.2.0, 28/11/2026", "Vị Thế 2.2.0, 28 November 2026"),
            ),
            (
                say("Địa chỉ", "Address"),
                format!("/{}/report/hau-giang", language.as_str()),
            ),
        ],
        blocks: vec![
            heading(1, say("1. Tóm tắt", "1. Summary"), "summary"),
            Block::Paragraph {
                runs: vec![
                    Run::plain(say("Năm 2021, PCI của tỉnh đạt ", "In 2021 the province scored ")),
                    Run::link(
                        say("63,80 điểm", "63.80 points"),
                        format!("/{}/index/pci?y=2021&pin=hau-giang", language.as_str()),
                    ),
                    Run::plain(say(", tăng ", " in the PCI, ")),
                    Run::strong(say("0,69 điểm", "0.69 points")),
                    Run::plain(say(
                        " so với năm 2020; thứ hạng vẫn ở nửa dưới của bảng <63 tỉnh> & thành phố.",
                        " more than in 2020; its rank stayed in the lower half of <63 provinces> & cities.",
                    )),
                ],
            },
            heading(
                2,
                say("1.1. Điểm mạnh và điểm yếu", "1.1. Strengths and weaknesses"),
                "strengths",
            ),
            Block::List {
                items: vec![
                    vec![Run::plain(say(
                        "Hỗ trợ doanh nghiệp tăng 3,44 điểm.",
                        "Business support rose by 3.44 points.",
                    ))],
                    vec![
                        Run::strong(say("Cạnh tranh bình đẳng", "Fair competition")),
                        Run::plain(say(" giảm 1,5 điểm.", " fell by 1.5 points.")),
                    ],
                ],
            },
            scores(language),
            heading(1, say("2. Diễn biến", "2. Development"), "development"),
            figure(language, "2017–2021"),
            figure(language, "2012–2016"),
            heading(1, say("3. Việc cần làm", "3. What is to be done"), "tasks"),
            tasks(language),
            Block::Paragraph {
                runs: vec![Run::plain(LETTERS), Run::plain(format!(" {}", LETTERS.to_uppercase()))],
            },
        ],
    }
}

/// The pictures of its figures: the second one could not be drawn.
pub(super) fn pictures() -> [Option<Picture>; 2] {
    let png = Pixmap::new(72, 40).and_then(|pixels| pixels.encode_png().ok());
    let picture = Picture {
        png: png.expect("a small picture"),
        width: 720,
        height: 400,
    };
    [Some(picture), None]
}

fn heading(level: u8, text: String, anchor: &str) -> Block {
    Block::Heading(Heading {
        level,
        text,
        anchor: anchor.to_owned(),
    })
}

fn scores(language: Language) -> Block {
    let say = |vi: &str, en: &str| language.pick(vi, en).to_owned();
    let components = [
        (say("Gia nhập thị trường", "Entry costs"), "6,41", "6.41", "57"),
        (say("Tiếp cận đất đai", "Land access"), "7,02", "7.02", "21"),
        (say("Tính minh bạch", "Transparency"), "5,60", "5.60", "49"),
    ];
    let rows = components.into_iter().map(|(name, vi, en, rank)| {
        vec![
            Run::plain(name),
            Run::link(
                language.pick(vi, en),
                format!("/{}/index/pci?y=2021", language.as_str()),
            ),
            Run::plain(rank),
        ]
    });
    Block::Table(Table {
        caption: say("Các chỉ số thành phần PCI năm 2021", "PCI components in 2021"),
        columns: vec![
            Column::words(say("Chỉ số thành phần", "Component"), 4),
            Column::numbers(say("Điểm", "Score"), 2),
            Column::numbers(say("Hạng", "Rank"), 1),
        ],
        rows: rows.collect(),
        notes: vec![
            say(
                "Điểm theo thang 10, cao là tốt.",
                "Scores on a scale of ten, higher is better.",
            ),
            say("Nguồn: VCCI, PCI 2021 · n = 63", "Source: VCCI, PCI 2021 · n = 63"),
        ],
    })
}

/// A table to be filled in, without notes.
fn tasks(language: Language) -> Block {
    let say = |vi: &str, en: &str| language.pick(vi, en).to_owned();
    let rows = [
        say("Tính minh bạch", "Transparency"),
        say("Gia nhập thị trường", "Entry costs"),
    ];
    Block::Table(Table {
        caption: say("Phân công thực hiện", "Who does what"),
        columns: vec![
            Column::words(say("Nội dung", "Subject"), 2),
            Column::words(say("Đơn vị chủ trì", "In charge"), 2),
            Column::words(say("Thời hạn", "Until"), 1),
        ],
        rows: rows
            .into_iter()
            .map(|name| vec![Run::plain(name), Run::default(), Run::default()])
            .collect(),
        notes: Vec::new(),
    })
}

fn figure(language: Language, years: &str) -> Block {
    let say = |vi: &str, en: &str| language.pick(vi, en).to_owned();
    Block::Figure(Figure {
        chart: ChartKind::Line,
        query: FigureQuery::new(IndexId::Pci, language),
        is_half: false,
        text: FigureText {
            kicker: format!("PCI · {} · {years} · n = 63", say("điểm tổng hợp", "total score")),
            finding: say(
                "Hậu Giang tăng điểm ba năm liền",
                "Hậu Giang gained for three years in a row",
            ),
            alt: say(
                "Biểu đồ đường: điểm PCI \"tổng hợp\" của Hậu Giang & trung vị cả nước.",
                "Line chart: \"total\" PCI scores of Hậu Giang & the national median.",
            ) + " "
                + years,
            notes: vec![say(
                "Trục điểm không bắt đầu từ 0.",
                "The score axis does not start at 0.",
            )],
            source: say("Nguồn: VCCI, PCI", "Source: VCCI, PCI") + " " + years,
        },
    })
}
