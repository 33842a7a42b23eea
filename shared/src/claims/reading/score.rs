//! Scores: whether a number is a level or a change, and which way.

use super::{
    super::vocabulary::{announces_level, direction, leads_to},
    Reader,
    number::{Reading, UnitWord},
};
use crate::api::check::{ClaimMeasure, ClaimUnit, Direction};

/// What a number in parentheses says once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Restated {
    Level,
    Change(Direction),
}

impl Reader<'_> {
    pub(super) fn score(
        &self,
        at: usize,
        unit: UnitWord,
        (value, decimals): (f64, u8),
        negative: Option<bool>,
        end: usize,
    ) -> Option<Reading> {
        let claim_unit = match unit {
            UnitWord::Points => ClaimUnit::Points,
            UnitWord::Percent => ClaimUnit::Percent,
            UnitWord::PercentagePoints => ClaimUnit::PercentagePoints,
            _ => ClaimUnit::None,
        };
        let restated = self.restated(at);
        let change = match (negative, restated) {
            (Some(true), _) => Some(Direction::Down),
            (Some(false), _) => Some(Direction::Up),
            (None, Some(Restated::Level)) => None,
            (None, Some(Restated::Change(direction))) => Some(direction),
            (None, None) => self.change_before(at, value).or_else(|| self.change_after(end)),
        };
        // 100 % and more is no change of an index and no score.
        let reading = Reading {
            measure: if change.is_some() {
                ClaimMeasure::ScoreChange
            } else {
                ClaimMeasure::Score
            },
            value: match change {
                Some(Direction::Down) => -value,
                _ => value,
            },
            decimals,
            unit: claim_unit,
            n: None,
            region: None,
            is_start: change.is_none() && self.is_start(at),
            listed: None,
            end,
        };
        (value < 100.0).then_some(reading)
    }

    /// "tăng 0,35 điểm (tương ứng 3,56%)" says the claim before it once more: what that was, a level or a change.
    fn restated(&self, at: usize) -> Option<Restated> {
        let before = self.view.before(at);
        let says_again = before
            .iter()
            .take(3)
            .any(|(_, word)| matches!(*word, "ung" | "equivalent" | "corresponding"));
        let last = self.found.claims.last().filter(|_| says_again)?;
        match (last.measure, last.value?) {
            (ClaimMeasure::Score, _) => Some(Restated::Level),
            (ClaimMeasure::ScoreChange, value) if value < 0.0 => Some(Restated::Change(Direction::Down)),
            (ClaimMeasure::ScoreChange, _) => Some(Restated::Change(Direction::Up)),
            _ => None,
        }
    }

    /// Which way a change before a number goes; `None` where a level stands.
    fn change_before(&self, at: usize, value: f64) -> Option<Direction> {
        let before = self.view.before(at);
        let first = before.first().map_or("", |(_, word)| *word);
        // "tăng lên 63,8 điểm" is a level, "tăng lên 2,26 điểm" hardly.
        if leads_to(first) && value >= 15.0 || matches!(first, "tu" | "from") {
            return None;
        }
        for (position, (_, word)) in before.iter().enumerate() {
            let next = position.checked_sub(1).map_or("", |next| before[next].1);
            if let Some(direction) = direction(word) {
                let is_other = matches!((*word, next), ("tang", "cuong" | "truong"))
                    || (matches!(*word, "cao" | "thap") && next != "hon")
                    || (*word == "mat" && position > 0);
                if !is_other {
                    return Some(direction);
                }
            } else if announces_level(word) && !is_of_comparison(&before, position) {
                return None;
            }
        }
        None
    }

    /// "0.69 points higher", "0,69 điểm, cao hơn".
    pub(super) fn change_after(&self, end: usize) -> Option<Direction> {
        match (self.view.word(end), self.view.word(end + 1)) {
            ("higher" | "more" | "up", _) | ("cao", "hon") => Some(Direction::Up),
            ("lower" | "less" | "fewer" | "down", _) | ("thap", "hon") => Some(Direction::Down),
            _ => None,
        }
    }

    /// Whether a number is where a change starts from: "từ 63,11 điểm", "from 39th".
    pub(super) fn is_start(&self, at: usize) -> bool {
        let before = self.view.before(at);
        for (steps, word) in before.iter().take(5) {
            if leads_to(word) || direction(word).is_some() {
                return false;
            }
            if *steps <= 5 && matches!(*word, "tu" | "from") {
                return true;
            }
        }
        false
    }
}

/// "so với" between a direction and its number is passed over; "với" alone leads to a level.
fn is_of_comparison(before: &[(usize, &str)], position: usize) -> bool {
    let word = |position: usize| before.get(position).map_or("", |(_, word)| *word);
    match word(position) {
        "so" => position > 0 && word(position - 1) == "voi",
        "voi" => word(position + 1) == "so",
        _ => false,
    }
}
