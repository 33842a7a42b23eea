use proptest::prelude::*;

use super::*;
use crate::{
    dataset::UnitRegister,
    domain::{Province, Region, ScoreUnit},
    presentation::ShownDecimals,
};

const SCALE: Scale = Scale {
    min: 0.0,
    max: 100.0,
    unit: ScoreUnit::Points,
    decimals: ShownDecimals { least: 2, most: 2 },
    cost: false,
};
const YEAR: Year = Year(2021);

/// Units `a`, `b`, … in two regions: the first half in `north`, the rest in `south`.
fn units(count: usize) -> UnitList {
    let province = |position: usize| Province {
        slug: format!("{}", char::from(b'a' + u8::try_from(position).unwrap()))
            .parse()
            .unwrap(),
        borders: Borders::Provinces63,
        name_vi: format!("{}", char::from(b'A' + u8::try_from(position).unwrap())),
        name_en: String::new(),
        aliases: Vec::new(),
        region: if position < count / 2 { "north" } else { "south" }.parse().unwrap(),
        code: String::new(),
        iso: None,
        municipality: false,
        first_year: None,
        last_year: None,
        successor: None,
        predecessors: Vec::new(),
        latitude: None,
        longitude: None,
    };
    let region = |id: &str| Region {
        id: id.parse().unwrap(),
        name_vi: String::new(),
        name_en: String::new(),
        short_vi: String::new(),
        short_en: String::new(),
    };
    UnitList::new(
        Borders::Provinces63,
        UnitRegister {
            provinces: (0..count).map(province).collect(),
            regions: vec![region("north"), region("south")],
        },
    )
}

fn scored(score: Option<f64>) -> Entry {
    let score = score.map(|value| Score {
        exact: value,
        shown: value,
        status: ObservationStatus::Normal,
        evidence: Evidence::Printed,
        sources: vec![0],
    });
    Entry {
        score,
        ..Entry::default()
    }
}

fn assemble(entries: Vec<Entry>, membership: &[Membership]) -> Table {
    let units = units(entries.len());
    Table::assemble(&units, YEAR, SCALE, membership, entries, (None, BTreeMap::new()))
}

fn ranks(table: &Table) -> Vec<Option<u16>> {
    table.cells.iter().map(|cell| cell.rank.map(|rank| rank.rank)).collect()
}

#[test]
fn a_complete_table_is_ranked_and_summed_up() {
    let entries = [60.0, 70.0, 60.0, 50.0].map(|score| scored(Some(score))).to_vec();
    let table = assemble(entries, &[Membership::Member; 4]);
    assert_eq!(ranks(&table), [Some(2), Some(1), Some(2), Some(4)]);
    assert_eq!(table.summary.unwrap().median, 60.0);
    let regional: Vec<u16> = table.cells.iter().map(|cell| cell.region_rank.unwrap().rank).collect();
    assert_eq!(regional, [2, 1, 1, 2]);
}

#[test]
fn one_missing_score_makes_everything_that_speaks_of_the_whole_impossible() {
    let entries = [Some(60.0), None, Some(50.0), Some(40.0)].map(scored).to_vec();
    let table = assemble(entries, &[Membership::Member; 4]);
    assert_eq!((table.n, table.scores_on_record, table.complete), (4, 3, false));
    assert!(table.summary.is_none());
    assert!(
        table
            .cells
            .iter()
            .all(|cell| cell.rank.is_none() && cell.region_rank.is_none())
    );
}

#[test]
fn a_withheld_unit_takes_no_part_in_n() {
    let entries = [Some(60.0), None, Some(50.0), Some(40.0)].map(scored).to_vec();
    let membership = [
        Membership::Member,
        Membership::Withheld,
        Membership::Member,
        Membership::Member,
    ];
    let table = assemble(entries, &membership);
    assert_eq!((table.n, table.complete), (3, true));
    assert_eq!(ranks(&table), [Some(1), None, Some(2), Some(3)]);
    assert_eq!(table.cells[1].availability, Availability::Withheld);
}

#[test]
fn a_published_rank_stands_before_a_derived_one() {
    let mut entries = [60.0, 60.0, 50.0].map(|score| scored(Some(score))).to_vec();
    entries[1].rank = Some((2, 7));
    let table = assemble(entries, &[Membership::Member; 3]);
    assert_eq!(ranks(&table), [Some(1), Some(2), Some(3)]);
    assert_eq!(table.cells[1].rank.unwrap().basis, RankBasis::Published);
    assert_eq!(table.published_ranks, 1);
}

#[test]
fn published_ranks_of_a_whole_region_order_it_where_printed_scores_tie() {
    let mut entries = [60.0, 60.0, 50.0, 40.0].map(|score| scored(Some(score))).to_vec();
    entries[0].rank = Some((2, 0));
    entries[1].rank = Some((1, 0));
    let table = assemble(entries, &[Membership::Member; 4]);
    let regional: Vec<u16> = table.cells.iter().map(|cell| cell.region_rank.unwrap().rank).collect();
    assert_eq!(regional, [2, 1, 1, 2]);
}

#[test]
fn a_disputed_score_is_told_and_makes_the_table_incomplete() {
    let mut entries = [Some(60.0), None].map(scored).to_vec();
    entries[1].score_disputed = true;
    let table = assemble(entries, &[Membership::Member; 2]);
    assert_eq!(table.cells[1].availability, Availability::Disputed);
    assert!(!table.complete);
}

#[test]
fn estimates_are_summed_up_but_neither_ranked_nor_opened_on() {
    let mut entries: Vec<Entry> = [60.0, 62.0, 61.0, 63.0].map(|score| scored(Some(score))).into();
    let published = assemble(entries.clone(), &[Membership::Member; 4]);
    assert_eq!(published.cells.iter().filter(|cell| cell.rank.is_some()).count(), 4);
    entries[1].score.as_mut().unwrap().status = ObservationStatus::Estimated;
    let mut estimated = assemble(entries.clone(), &[Membership::Member; 4]);
    assert!(estimated.complete && estimated.estimated && !published.estimated);
    assert_eq!(estimated.summary, published.summary);
    for cell in &estimated.cells {
        assert_eq!((cell.rank, cell.region_rank), (None, None));
    }
    estimated.year = Year(2025);
    assert_eq!(opening_year([&published, &estimated].into_iter()), Some(YEAR));
    assert_eq!(opening_year([&estimated].into_iter()), Some(Year(2025)));
}

proptest! {
    #[test]
    fn ranks_are_derived_exactly_where_every_member_has_a_score(
        scores in proptest::collection::vec(proptest::option::weighted(0.9, 0_u8..50), 2..20),
    ) {
        let entries: Vec<Entry> = scores.iter().map(|score| scored(score.map(f64::from))).collect();
        let table = assemble(entries, &vec![Membership::Member; scores.len()]);
        let complete = scores.iter().all(Option::is_some);
        prop_assert_eq!(table.complete, complete);
        prop_assert!(table.cells.iter().all(|cell| cell.rank.is_some() == complete && cell.region_rank.is_some() == complete));
        for cell in &table.cells {
            if let (Some(national), Some(regional)) = (cell.rank, cell.region_rank) {
                prop_assert!(regional.rank <= national.rank);
            }
        }
    }
}
