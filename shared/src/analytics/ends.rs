//! The first and the last places of a table, as far as they are on record.

use crate::api::RankingRow;

/// The first places, best first, and the last ones, the last one last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ends<'a> {
    /// At most so many as were asked for.
    pub top: Vec<&'a RankingRow>,
    /// Empty unless all of the last places are on record.
    pub bottom: Vec<&'a RankingRow>,
}

/// The ends of a table of `n` units whose rows run from the best to the last; rows without a rank are passed over.
pub fn ends(rows: &[RankingRow], n: u16, complete: bool, places: u16) -> Ends<'_> {
    let most = usize::from(places);
    let ranked: Vec<&RankingRow> = rows.iter().filter(|row| row.rank.is_some()).collect();
    let of = |wanted: fn(u16, u16) -> bool, limit: u16| -> Vec<&RankingRow> {
        let is_wanted = |row: &&RankingRow| row.rank.is_some_and(|rank| wanted(rank, limit));
        ranked.iter().copied().filter(is_wanted).collect()
    };
    let mut top = of(|rank, limit| rank <= limit, places);
    top.truncate(most);
    let mut bottom = of(|rank, limit| rank > limit, n.saturating_sub(places));
    // In a complete table the last ones are known even where ties leave ranks out.
    if complete {
        bottom = ranked[ranked.len().saturating_sub(most)..].to_vec();
    }
    if bottom.len() != most {
        bottom.clear();
    }
    Ends { top, bottom }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Availability, RankBasis};

    fn rows(ranks: &[Option<u16>]) -> Vec<RankingRow> {
        let row = |(place, rank): (usize, &Option<u16>)| RankingRow {
            province: format!("p{place}").parse().unwrap(),
            name_vi: String::new(),
            name_en: String::new(),
            region: "r".parse().unwrap(),
            score: None,
            availability: Availability::OnRecord,
            rank: *rank,
            rank_n: Some(6),
            rank_basis: Some(RankBasis::Published),
            rank_interval: None,
            tied_with: Vec::new(),
            region_rank: None,
            region_n: None,
            region_rank_basis: None,
            group: None,
            change: None,
            status: None,
            spread: None,
            source_id: None,
        };
        ranks.iter().enumerate().map(row).collect()
    }

    fn ranks(rows: &[&RankingRow]) -> Vec<u16> {
        rows.iter().filter_map(|row| row.rank).collect()
    }

    #[test]
    fn last_places_that_are_not_all_on_record_are_not_told() {
        let table = rows(&[Some(1), Some(2), Some(6), None, None, None]);
        let ends = ends(&table, 6, false, 2);
        assert_eq!(ranks(&ends.top), [1, 2]);
        assert!(ends.bottom.is_empty());
    }

    #[test]
    fn ties_leave_no_end_short() {
        let table = rows(&[Some(1), Some(1), Some(1), Some(4), Some(5), Some(5)]);
        let ends = ends(&table, 6, true, 2);
        assert_eq!((ranks(&ends.top), ranks(&ends.bottom)), (vec![1, 1], vec![5, 5]));
    }
}
