use proptest::prelude::*;

use super::*;

fn figure(unit: u16, value: f64) -> Figure {
    Figure {
        unit,
        value,
        source: 0,
        evidence: Evidence::Printed,
        status: ObservationStatus::Normal,
    }
}

fn column(year: u16, measure: Measure, figures: Vec<Figure>) -> Column {
    Column {
        component: 0,
        year: Year(year),
        measure,
        figures,
    }
}

fn of_values(year: u16, measure: Measure, values: &[Option<f64>]) -> Column {
    let figures = values.iter().zip(0_u16..);
    let figures = figures
        .filter_map(|(value, unit)| Some(figure(unit, (*value)?)))
        .collect();
    column(year, measure, figures)
}

#[test]
fn decimals_are_whole_numbers_and_later_years_are_changes() {
    let first = of_values(2020, Measure::Score, &[Some(61.25), None, Some(64.0)]);
    let second = of_values(2021, Measure::Score, &[Some(61.3), Some(60.0), Some(64.1)]);
    let coded = write_columns(vec![first.clone(), second.clone()], &[]);
    assert_eq!(coded[0].values, "6125,,6400");
    assert_eq!(coded[1].values, "5,6000,10");
    assert_eq!(read_columns(&coded).unwrap(), [first, second]);
}

#[test]
fn a_rank_that_is_the_place_of_its_score_is_not_told() {
    let scores = of_values(2021, Measure::Score, &[Some(60.0), Some(62.0), Some(61.0), Some(61.0)]);
    let ranks = of_values(2021, Measure::Rank, &[Some(4.0), Some(1.0), Some(3.0), None]);
    let coded = write_columns(vec![ranks.clone(), scores.clone()], &[]);
    assert_eq!(coded[1].values, ",,3,-");
    assert_eq!(read_columns(&coded).unwrap(), [scores, ranks]);
}

#[test]
fn a_single_number_printed_with_nine_decimals_is_its_bits() {
    let scores = of_values(2019, Measure::Score, &[Some(4.892_345_905), Some(5.123_456_955)]);
    let coded = write_columns(vec![scores.clone()], &[]);
    assert_eq!(coded[0].coding, Coding::Single);
    assert_eq!(read_columns(&coded).unwrap(), [scores]);
}

#[test]
fn a_damaged_column_is_told_by_its_position() {
    let mut coded = write_columns(vec![of_values(2021, Measure::Score, &[Some(60.0)])], &[]);
    coded[0].values = "sixty".to_owned();
    assert_eq!(read_columns(&coded), Err(MalformedColumn { position: 0 }));
}

fn values() -> impl Strategy<Value = Vec<Option<f64>>> {
    let printed = (0_i32..1_000_000, 0_i32..6).prop_map(|(whole, decimals)| f64::from(whole) / 10_f64.powi(decimals));
    let any = prop_oneof![printed, (0.0_f64..100.0), (0.125_f32..10.0).prop_map(f64::from)];
    proptest::collection::vec(proptest::option::weighted(0.9, any), 0..20)
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        years in proptest::collection::vec(values(), 1..5),
        ranks in proptest::collection::vec(proptest::option::weighted(0.9, 1_u16..25), 0..20),
        sources in proptest::collection::vec(0_u16..3, 20),
    ) {
        let mut columns: Vec<Column> = years
            .iter()
            .zip(2018_u16..)
            .map(|(values, year)| of_values(year, Measure::Score, values))
            .collect();
        let ranks: Vec<Option<f64>> = ranks.iter().map(|rank| rank.map(f64::from)).collect();
        columns.push(of_values(2018, Measure::Rank, &ranks));
        for column in &mut columns {
            for (figure, source) in column.figures.iter_mut().zip(&sources) {
                figure.source = *source;
                figure.status = if *source == 2 { ObservationStatus::Estimated } else { ObservationStatus::Normal };
            }
        }
        prop_assert_eq!(read_columns(&write_columns(columns.clone(), &[])).unwrap(), columns);
    }
}
