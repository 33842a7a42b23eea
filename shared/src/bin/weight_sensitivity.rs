//! What `cargo xtask bench` times as WebAssembly: the rank intervals of one table under other weights. The table is
//! synthetic and as large as the largest real one, 63 units with ten parts; its figures are shown nowhere.

use std::hint::black_box;

use vithe_shared::analytics::interval::{SEED, WEIGHT_DRAWS, WEIGHT_SPREAD, WeightDraws, WeightedTable, weight_bounds};

const UNITS: u32 = 63;
const PARTS: u32 = 10;

fn main() {
    let weights: Vec<f64> = (1..=PARTS).map(f64::from).collect();
    let parts: Vec<Vec<f64>> = (0..UNITS)
        .map(|unit| {
            (0..PARTS)
                .map(|part| f64::from((unit * 37 + part * 53) % 100) / 100.0)
                .collect()
        })
        .collect();
    let totals: Vec<f64> = parts
        .iter()
        .map(|scores| scores.iter().zip(&weights).map(|(score, weight)| score * weight).sum())
        .collect();
    let table = WeightedTable {
        totals: &totals,
        parts: &parts,
        weights: &weights,
    };
    let draws = WeightDraws {
        spread: WEIGHT_SPREAD,
        number: WEIGHT_DRAWS,
        seed: SEED,
    };
    black_box(weight_bounds(&table, draws));
}
