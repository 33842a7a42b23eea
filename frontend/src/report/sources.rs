//! What the figures are, how they compare, what is not on record, and how their publishers are cited.

use vithe_shared::{Language, Text, Year};

use super::{
    blocks::sentence,
    document::{Block, Run},
    material::{Material, OfIndex},
};
use crate::{
    address::{methods_path, sources_path},
    format::join_names,
    text::common,
};

const CITED: Text = Text::new("Trích dẫn", "To cite");
const METHODS: Text = Text::new("phương pháp", "methods");
const EVERY_SOURCE: Text = Text::new("Nguồn của từng số liệu", "The source of every figure");
const NOT_OF_ESTIMATES: Text = Text::new(
    "Nguyên nhân tăng giảm, chuỗi giảm liên tiếp và đường tới mục tiêu chỉ tính từ số liệu đã công bố, không tính từ số ước tính; xem báo cáo của từng tỉnh hợp thành.",
    "Causes, runs of falls and targets are told of published figures only, not of estimates: see the reports of the merged provinces.",
);
const MADE: Text = Text::new(
    "Báo cáo do Vị Thế lập từ số liệu đã công bố; không có số liệu nào được suy đoán hay nội suy. Số ước tính có dấu ≈. Bấm vào con số hoặc tên trong báo cáo để mở trang có số liệu gốc.",
    "Made by Vị Thế of published figures; none is guessed or interpolated. Estimates are marked ≈. Numbers and names in the report lead to the page of their figures.",
);

/// Everything that must be known to use the figures.
pub(super) fn section(material: &Material) -> Vec<Block> {
    let mut items: Vec<Vec<Run>> = material.indices.iter().map(|of| index_item(material, of)).collect();
    items.extend(common_items(material));
    vec![Block::List { items }]
}

/// The least that must be known.
pub(super) fn short(material: &Material) -> Vec<Block> {
    let language = material.language;
    let names: Vec<String> = material
        .indices
        .iter()
        .map(|of| {
            let publisher = language.pick(&of.info.publisher_vi, &of.info.publisher_en);
            format!("{} ({publisher})", of.info.id.short_name())
        })
        .collect();
    let names = join_names(&names, language);
    let mut items = vec![vec![Run::plain(match language {
        Language::Vi => format!("Nguồn: {names}."),
        Language::En => format!("Sources: {names}."),
    })]];
    items.extend(common_items(material));
    vec![Block::List { items }]
}

fn common_items(material: &Material) -> Vec<Vec<Run>> {
    let language = material.language;
    let mut items = Vec::new();
    if material.has_estimates() {
        items.push(vec![Run::plain(common::ESTIMATES.get(language))]);
        items.push(vec![Run::plain(NOT_OF_ESTIMATES.get(language))]);
    }
    items.push(vec![
        Run::plain(format!("{} ", MADE.get(language))),
        Run::link(EVERY_SOURCE.get(language), sources_path(language)),
        Run::plain("."),
    ]);
    items
}

fn index_item(material: &Material, of: &OfIndex) -> Vec<Run> {
    let language = material.language;
    let index = of.info.id;
    let points = || of.totals.series.iter().flat_map(|series| &series.points);
    let is_told =
        |year: Year| points().any(|point| point.year == year && (point.score.is_some() || point.rank.is_some()));
    let (on_record, missing): (Vec<Year>, Vec<Year>) = (material.years.from.0..=material.years.to.0)
        .map(Year)
        .partition(|year| is_told(*year));
    let list = |years: &[Year]| {
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        years.join(", ")
    };
    let mut told = vec![match (missing.is_empty(), language) {
        (true, Language::Vi) => "có số liệu mọi năm của giai đoạn.".to_owned(),
        (true, Language::En) => "figures of every year of the period.".to_owned(),
        (false, Language::Vi) => format!("có số liệu năm {}; chưa có năm {}.", list(&on_record), list(&missing)),
        (false, Language::En) => format!(
            "figures of {}; none on record for {}.",
            list(&on_record),
            list(&missing)
        ),
    }];
    let own = material.own(of);
    if own.is_press_only {
        told.push(
            language
                .pick(
                    "Điểm và hạng năm cuối chỉ có trong báo chí.",
                    "Score and rank of the last year are known from the press alone.",
                )
                .to_owned(),
        );
    }
    let citation = of.info.cited(Some(own.year), language);
    told.push(format!("{}: {}", CITED.get(language), sentence(&citation)));
    vec![
        Run::strong(format!("{}: ", index.short_name())),
        Run::plain(format!("{} ", told.join(" "))),
        Run::link(sentence(METHODS.get(language)), methods_path(language, index)),
    ]
}
