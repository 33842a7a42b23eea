//! The province within its region, and beside those that are alike.

use vithe_shared::{
    Text,
    api::{Ranking, RankingRow},
    domain::ObservationStatus,
};

use super::{
    blocks::{numbers, paragraph, section as heading, sentence, table, words},
    document::{Block, Column, Run},
    material::{Material, OfIndex},
};
use crate::{
    address::{Aspect, peers_address, province_address},
    format::{NO_FIGURE, format_rank},
    text::{common, peers},
    view_model::wording::{marked, score_number},
};

/// How many similar provinces are told.
const MOST_PEERS: usize = 8;

const IN_REGION: Text = Text::new("Trong vùng", "Within the region");
const ALL_PEERS: Text = Text::new("Xem cả bảng các tỉnh khác", "See all other provinces");
const SCORE_ONLY: Text = Text::new(
    "Mỗi ô: điểm tổng hợp, số ước tính không xếp hạng. Thứ tự theo chỉ số ở cột đầu.",
    "Each cell: total; estimates are not ranked. In the order of the index in the first column.",
);
const SCORE_AND_RANK: Text = Text::new(
    "Mỗi ô: điểm tổng hợp; hạng cả nước. Thứ tự theo chỉ số ở cột đầu.",
    "Each cell: total; national rank. In the order of the index in the first column.",
);

/// The region, then the provinces that are alike.
pub(super) fn section(material: &Material) -> Vec<Block> {
    let mut blocks = in_region(material);
    blocks.extend(alike(material));
    blocks
}

fn in_region(material: &Material) -> Vec<Block> {
    let language = material.language;
    let tables: Vec<(&OfIndex, &Ranking)> = material
        .indices
        .iter()
        .filter_map(|of| Some((of, of.region.as_ref()?)))
        .collect();
    let Some((_, first)) = tables.first() else {
        return Vec::new();
    };
    let mut columns = vec![words(common::PROVINCE, 4, language)];
    columns.extend(
        tables
            .iter()
            .map(|(of, table)| Column::numbers(format!("{} {}", of.info.id.short_name(), table.year), 4)),
    );
    let rows = first.rows.iter().map(|unit| {
        let is_own = &unit.province == material.province();
        let name = language.pick(&unit.name_vi, &unit.name_en);
        let aspect = Aspect::default().within(material.borders());
        let mut cells = vec![if is_own {
            Run::strong(name)
        } else {
            Run::link(name, province_address(language, &unit.province, &aspect))
        }];
        cells.extend(tables.iter().map(|(of, table)| {
            let row = table.rows.iter().find(|row| row.province == unit.province);
            let text = row.map_or_else(|| NO_FIGURE.to_owned(), |row| standing(of, row, material));
            if is_own { Run::strong(text) } else { Run::plain(text) }
        }));
        cells
    });
    let title = format!("{}: {}", IN_REGION.get(language), material.view.region_name);
    let is_ranked = tables
        .iter()
        .any(|(_, table)| table.rows.iter().any(|row| row.rank.is_some()));
    let note = if is_ranked { SCORE_AND_RANK } else { SCORE_ONLY };
    let notes = vec![note.get(language).to_owned()];
    let mut blocks = vec![heading(title.clone(), "in-region")];
    blocks.extend(table(title, columns, rows.collect(), notes));
    blocks
}

/// `63,80; 38/63`
fn standing(of: &OfIndex, row: &RankingRow, material: &Material) -> String {
    let Some(score) = row.score else {
        return row
            .rank
            .zip(row.rank_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n));
    };
    let is_estimate = row.status == Some(ObservationStatus::Estimated);
    let scale = material.own(of).overall.scale;
    let score = marked(score_number(score, scale, material.language), is_estimate);
    match row.rank.zip(row.rank_n) {
        Some((rank, n)) => format!("{score}; {}", format_rank(rank, n)),
        None => score,
    }
}

fn alike(material: &Material) -> Vec<Block> {
    let language = material.language;
    let Some((answer, index)) = &material.peers else {
        return Vec::new();
    };
    let view = (material.views.peers)(answer, index, &material.provinces, language);
    let rows = view
        .rows
        .iter()
        .filter(|row| !row.likeness.is_empty())
        .take(MOST_PEERS)
        .map(|row| {
            let aspect = Aspect::default().within(material.borders());
            vec![
                Run::link(row.name.clone(), province_address(language, &row.province, &aspect)),
                Run::plain(row.rank.clone()),
                Run::plain(row.score.clone()),
                Run::plain(row.difference.clone()),
                Run::plain(row.region.clone()),
                Run::plain(row.leads.join("; ")),
            ]
        });
    let columns = vec![
        words(common::PROVINCE, 4, language),
        numbers(common::RANK, 2, language),
        numbers(common::SCORE, 2, language),
        numbers(peers::DIFFERENCE, 3, language),
        words(common::REGION, 4, language),
        words(peers::LEADS, 8, language),
    ];
    let title = format!("{}, {} {}", peers::TITLE.get(language), index.short_name, answer.year);
    let mut blocks = vec![heading(title.clone(), "peers")];
    if let Some(finding) = &view.finding {
        blocks.push(paragraph(sentence(finding)));
    }
    let mut notes = vec![peers::DISTANCE_NOTE.get(language).to_owned()];
    notes.push(view.source.clone());
    blocks.extend(table(title, columns, rows.collect(), notes));
    let all = peers_address(language, material.province(), answer.index, Some(answer.year));
    blocks.push(Block::Paragraph {
        runs: vec![Run::link(ALL_PEERS.get(language), all)],
    });
    blocks
}
