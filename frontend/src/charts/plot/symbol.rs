//! Symbols of points: their look, and the six that tell provinces and regions apart.

use charming::element::Symbol;
use serde_json::{Value, json};

/// How the symbols of a series look.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::charts) struct SymbolLook<'a> {
    pub symbol: Symbol,
    pub size: Value,
    pub colour: &'a str,
    pub hollow: bool,
    /// A thin rim of the ground, so that touching marks stay apart.
    pub outlined: bool,
    pub opacity: f64,
}

impl<'a> SymbolLook<'a> {
    pub(in crate::charts) fn dot(size: f64, colour: &'a str) -> Self {
        Self {
            symbol: Symbol::Circle,
            size: json!(size),
            colour,
            hollow: false,
            outlined: true,
            opacity: 1.0,
        }
    }

    pub(in crate::charts) fn hollow(self) -> Self {
        Self { hollow: true, ..self }
    }

    pub(in crate::charts) fn faded(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }

    pub(in crate::charts) fn symbol(self, symbol: Symbol) -> Self {
        Self { symbol, ..self }
    }

    pub(in crate::charts) fn tick(height: f64, colour: &'a str) -> Self {
        Self {
            symbol: Symbol::Rect,
            size: json!([2.5, height]),
            colour,
            hollow: false,
            outlined: false,
            opacity: 1.0,
        }
    }
}

/// The symbols of up to six provinces: a second cue beside the hue.
pub(in crate::charts) fn series_symbol(position: usize) -> Symbol {
    const TRIANGLE_DOWN: &str = "path://M0,0 L10,0 L5,9 Z";
    const CROSS: &str = "path://M3,0 L7,0 L7,3 L10,3 L10,7 L7,7 L7,10 L3,10 L3,7 L0,7 L0,3 L3,3 Z";
    match position % 6 {
        0 => Symbol::Circle,
        1 => Symbol::Rect,
        2 => Symbol::Triangle,
        3 => Symbol::Diamond,
        4 => Symbol::Custom(TRIANGLE_DOWN.to_owned()),
        _ => Symbol::Custom(CROSS.to_owned()),
    }
}
