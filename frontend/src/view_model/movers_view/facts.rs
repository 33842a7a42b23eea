//! What is chosen and counted, without a word.

use vithe_shared::{
    ProvinceSlug, Year,
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

/// Those who moved farthest one way: all who moved as many places.
pub(super) struct Farthest<'a> {
    /// Places won, or lost where negative; never 0.
    pub(super) places: i32,
    /// The provinces, most of them one.
    pub(super) rows: Vec<&'a MoverRow>,
}

/// Who won most places, and who lost most; `None` where nobody went that way.
pub(super) fn farthest(answer: &MoversAnswer) -> [Option<Farthest<'_>>; 2] {
    let ranked = || answer.rows.iter().filter_map(|row| Some((row, row.rank_change?)));
    let all = |places: i32| Farthest {
        places,
        rows: ranked()
            .filter(|(_, moved)| *moved == places)
            .map(|(row, _)| row)
            .collect(),
    };
    let places = || ranked().map(|(_, places)| places);
    [
        places().max().filter(|most| *most > 0).map(all),
        places().min().filter(|least| *least < 0).map(all),
    ]
}

/// One end of the list of changes of score.
pub(super) struct PointsEnd<'a> {
    /// Points won.
    pub(super) points: f64,
    /// Who won as many.
    pub(super) rows: Vec<&'a MoverRow>,
}

/// The largest and the smallest change of score. Only complete tables of years that compare can say so, and only where not
/// all changed alike.
pub(super) fn points_ends(answer: &MoversAnswer) -> Option<[PointsEnd<'_>; 2]> {
    if !(answer.from.complete && answer.to.complete) {
        return None;
    }
    let changes: Vec<(f64, &MoverRow)> = answer
        .rows
        .iter()
        .filter_map(|row| Some((row.score_change?, row)))
        .collect();
    let highest = changes.iter().map(|(points, _)| *points).max_by(f64::total_cmp)?;
    let lowest = changes.iter().map(|(points, _)| *points).min_by(f64::total_cmp)?;
    let end = |points: f64| PointsEnd {
        points,
        rows: changes
            .iter()
            .filter(|(other, _)| (other - points).abs() < 1e-9)
            .map(|(_, row)| *row)
            .collect(),
    };
    (highest - lowest >= 1e-9).then(|| [end(highest), end(lowest)])
}

/// The years of which not every member has a score.
pub(super) fn incomplete_years(answer: &MoversAnswer) -> Vec<Year> {
    [&answer.from, &answer.to]
        .into_iter()
        .filter(|end| !end.complete)
        .map(|end| end.year)
        .collect()
}
