//! The peers of a province as a sheet: one line per other province, in the order of the answer.

use vithe_shared::{
    Borders, Text,
    api::peers::{Peer, PeersAnswer},
};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 23] = [
    "index",
    "year",
    "province",
    "peer",
    "peer_name",
    "peer_name_en",
    "region",
    "same_region",
    "score",
    "rank",
    "rank_n",
    "score_difference",
    "distance",
    "is_like",
    "is_better",
    "leads",
    "population_thousands",
    "population_year",
    "population_ratio",
    "grdp_fifth",
    "grdp_year",
    "revision",
    "borders",
];

pub(crate) fn peers_sheet(answer: &PeersAnswer) -> Sheet {
    Sheet {
        title: Text::new("Tỉnh tương đồng", "Similar provinces"),
        name: format!("{}_peers_{}_{}", answer.index, answer.province, answer.year),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows: answer.rows.iter().map(|peer| line(answer, peer)).collect(),
        sources: answer.sources.clone(),
    }
}

fn line(answer: &PeersAnswer, peer: &Peer) -> Vec<Field> {
    let leads: Vec<String> = peer
        .leads
        .iter()
        .map(|lead| format!("{}:{}", lead.component, lead.difference))
        .collect();
    vec![
        Field::text(answer.index),
        Field::number(answer.year.0),
        Field::text(&answer.province),
        Field::text(&peer.province),
        Field::text(&peer.name_vi),
        Field::text(&peer.name_en),
        Field::text(&peer.region),
        Field::Flag(peer.same_region),
        Field::optional_number(peer.score),
        Field::optional_number(peer.rank),
        Field::optional_number(peer.rank_n),
        Field::optional_number(peer.score_difference),
        Field::number(peer.distance),
        Field::Flag(peer.is_like),
        Field::Flag(peer.is_better),
        Field::text(leads.join("~")),
        Field::optional_number(peer.context.population_thousands),
        Field::optional_number(peer.context.population_year.map(|year| year.0)),
        Field::optional_number(peer.population_ratio),
        Field::optional_number(peer.context.grdp_fifth),
        Field::optional_number(peer.context.grdp_year.map(|year| year.0)),
        Field::text(&answer.revision),
        // Peers are told of the 63 provinces only.
        Field::text(Borders::Provinces63),
    ]
}
