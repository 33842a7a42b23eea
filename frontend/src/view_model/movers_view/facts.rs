//! What is chosen and counted, without a word.

use vithe_shared::{
    ProvinceSlug,
    analytics::rounding::round_to,
    api::movers::{MoverRow, MoversAnswer},
    domain::Scale,
};

/// How many provinces are told apart at each end of the list where the reader picked none.
const FEATURED_EACH_WAY: usize = 3;

/// Most provinces that are told apart.
const MOST_FEATURED: usize = 6;

/// The provinces picked out that are ranked in both years, or else the farthest ones each way.
pub(super) fn featured(answer: &MoversAnswer, highlighted: &[ProvinceSlug]) -> Vec<ProvinceSlug> {
    let is_ranked = |province: &&ProvinceSlug| {
        let mut ranked = answer.rows.iter().filter(|row| row.rank_change.is_some());
        ranked.any(|row| &row.province == *province)
    };
    let picked: Vec<ProvinceSlug> = highlighted
        .iter()
        .filter(is_ranked)
        .take(MOST_FEATURED)
        .cloned()
        .collect();
    if !picked.is_empty() {
        return picked;
    }
    let moved = |row: &&MoverRow, up: bool| row.rank_change.is_some_and(|places| places != 0 && (places > 0) == up);
    let risers = answer
        .rows
        .iter()
        .filter(|row| moved(row, true))
        .take(FEATURED_EACH_WAY);
    let fallers = answer
        .rows
        .iter()
        .rev()
        .filter(|row| moved(row, false))
        .take(FEATURED_EACH_WAY);
    risers.chain(fallers).map(|row| row.province.clone()).collect()
}

/// Whether the difference of the scores as printed is another than the change as printed.
pub(super) fn differs_as_printed(row: &MoverRow, scale: Scale) -> bool {
    let printed = |score: f64| round_to(score, scale.decimals.of(score));
    let ends = row.score_from.zip(row.score_to);
    ends.zip(row.score_change).is_some_and(|((from, to), change)| {
        (round_to(printed(to) - printed(from), 2) - round_to(change, 2)).abs() > 1e-9
    })
}
