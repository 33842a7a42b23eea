//! Whom to compare a province with, where nobody was chosen: those of its region that stand nearest to it.

use vithe_shared::{
    IndexId, ProvinceSlug, RegionId, Year,
    api::{Ranking, RankingRow, peers::PeersAnswer},
    domain::PeerLens,
    query::PeersQuery,
};

use crate::answers::Answers;

/// Most that are suggested.
const MOST: usize = 6;

/// The provinces of the region that stand nearest to a province in a table, nearest first; the better one of two equally near.
pub(super) fn nearest_in_region(ranking: &Ranking, province: &ProvinceSlug) -> Vec<ProvinceSlug> {
    let Some(own) = ranking.rows.iter().find(|row| row.province == *province) else {
        return Vec::new();
    };
    // Without a rank of its own no place is nearer than another: they come best first, those without a rank last.
    let key = |row: &RankingRow| {
        let distance = row.rank.zip(own.rank).map(|(rank, own)| rank.abs_diff(own));
        (row.rank.is_none(), distance, row.rank)
    };
    // A region is small: each takes its place among those before it.
    let mut peers: Vec<&RankingRow> = Vec::new();
    for row in &ranking.rows {
        if row.region == own.region && row.province != own.province {
            let place = peers.partition_point(|other| key(other) <= key(row));
            peers.insert(place, row);
        }
    }
    peers.into_iter().take(MOST).map(|row| row.province.clone()).collect()
}

/// The provinces like one on an index, in a year or the newest before it of which that can be told.
pub(crate) fn alike_up_to(
    answers: Answers<'_>,
    province: &ProvinceSlug,
    index: IndexId,
    year: Year,
) -> Option<PeersAnswer> {
    let ask = |year| {
        let query = PeersQuery {
            index,
            year: Some(year),
            by: PeerLens::Profile,
        };
        answers.peers(province, &query).ok()
    };
    let answer = ask(year)?;
    if answer.missing.is_none() {
        return Some(answer);
    }
    ask(answer.years.into_iter().rfind(|earlier| *earlier < year)?)
}

/// The best of each region in a table, best first.
pub(super) fn best_of_regions(ranking: &Ranking) -> Vec<ProvinceSlug> {
    let mut best: Vec<(&RegionId, ProvinceSlug)> = Vec::new();
    for row in ranking.rows.iter().filter(|row| row.rank.is_some()) {
        if !best.iter().any(|(region, _)| **region == row.region) {
            best.push((&row.region, row.province.clone()));
        }
    }
    best.into_iter().take(MOST).map(|(_, province)| province).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::fixtures;

    #[test]
    fn peers_are_of_the_region_and_the_nearest_come_first() {
        let mut ranking = fixtures::ranking(6);
        let region = ranking.rows[0].region.clone();
        for row in &mut ranking.rows {
            row.region = region.clone();
        }
        let ranks: Vec<Option<u16>> = ranking.rows.iter().map(|row| row.rank).collect();
        assert_eq!(
            ranks[..3],
            [Some(1), Some(2), Some(3)],
            "the table that this test is about"
        );
        let peers = nearest_in_region(&ranking, &ranking.rows[2].province);
        let expected: Vec<ProvinceSlug> = [1, 3, 0, 4, 5]
            .map(|place: usize| ranking.rows[place].province.clone())
            .into();
        assert_eq!(peers, expected);
    }

    #[test]
    fn a_province_of_another_region_is_no_peer() {
        let ranking = fixtures::ranking(6);
        let own = &ranking.rows[0];
        for peer in nearest_in_region(&ranking, &own.province) {
            let row = ranking.rows.iter().find(|row| row.province == peer).unwrap();
            assert_eq!(row.region, own.region);
        }
    }

    #[test]
    fn each_region_has_one_best() {
        let ranking = fixtures::ranking(6);
        let best = best_of_regions(&ranking);
        let regions: std::collections::BTreeSet<_> = ranking.rows.iter().map(|row| &row.region).collect();
        assert_eq!(best.len(), regions.len());
        assert_eq!(best[0], ranking.rows[0].province);
    }
}
