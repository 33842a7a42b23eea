//! A number of a text: whether it has the form of a score, a rank or a change of one, by the words around it.

use super::{
    super::{
        item::ItemKind,
        lexicon::Mention,
        token::Number,
        vocabulary::{announces_level, announces_rank, direction, is_counted_thing, is_place_unit, leads_to},
    },
    Reader,
    respectively::Member,
};
use crate::{
    RegionId,
    api::check::{ClaimMeasure, ClaimUnit, Direction, Place},
};

/// What stands after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitWord {
    None,
    Points,
    Percent,
    PercentagePoints,
    Places,
    Ordinal,
}

/// Whether a rank is one within a region.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Within {
    Country,
    /// A region; `None` where it is not named.
    Region(Option<RegionId>),
}

/// A number with what it says, before it is known whom and when it is about.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) measure: ClaimMeasure,
    pub(super) value: f64,
    pub(super) decimals: u8,
    pub(super) unit: ClaimUnit,
    pub(super) n: Option<u16>,
    pub(super) region: Option<RegionId>,
    /// Whether it is where a change starts from.
    pub(super) is_start: bool,
    /// What it is about where the order of a list says so.
    pub(super) listed: Option<Member>,
    /// The item after the last one that belongs to it.
    pub(super) end: usize,
}

impl Reader<'_> {
    /// Reads the number at a place; the place of the next item.
    pub(super) fn number(&mut self, at: usize) -> usize {
        let other = self.span_of_ranks(at).or_else(|| self.count_of_parts(at));
        if let Some(next) = other.or_else(|| self.respectively(at)) {
            return next;
        }
        let reading = match self.view.kind(at) {
            ItemKind::Fraction(first, second) => self.fraction(at, first, second),
            ItemKind::Number(number) => self.plain(at, number),
            _ => None,
        };
        let Some(reading) = reading else {
            return at + 1;
        };
        self.take(at, &reading, self.place(at, reading.end));
        reading.end
    }

    /// Takes a reading as a claim, or says why it is none.
    pub(super) fn take(&mut self, at: usize, reading: &Reading, place: Place) {
        match self.resolve(at, reading, place) {
            Ok(claim) => {
                self.context.note(&claim);
                self.found.claims.push(claim);
            }
            Err(Some(reason)) => self.found.unread.push((place, reason)),
            Err(None) => {}
        }
    }

    /// From an item to before another.
    pub(super) fn place(&self, from: usize, to: usize) -> Place {
        Place {
            start: self.view.items[from].place.start,
            end: self.view.items[to - 1].place.end,
        }
    }

    fn fraction(&self, at: usize, first: u16, second: u16) -> Option<Reading> {
        let (unit, end) = self.unit_after(at + 1);
        if unit == UnitWord::Points {
            return self.score(at, unit, (f64::from(first), 0), None, end);
        }
        let has_cue = self.rank_cue(at);
        // "có 32/63 tỉnh tăng điểm" counts provinces.
        let before = self.view.before(at);
        let counts = before
            .first()
            .is_some_and(|(_, word)| matches!(*word, "co" | "moi" | "chi" | "only" | "cho"));
        if counts && !has_cue {
            return None;
        }
        let is_size = (30..=64).contains(&second) || (has_cue && second >= 4);
        (is_size && first >= 1 && (has_cue || !self.counts_things(at + 1)))
            .then(|| self.rank(at, first, Some(second), at + 1))
    }

    fn plain(&self, at: usize, number: Number) -> Option<Reading> {
        let (unit, end) = self.unit_after(at + 1);
        self.with_unit(at, number, unit, end)
    }

    /// A number of a unit, by the words before a place and behind the end.
    pub(super) fn with_unit(&self, at: usize, number: Number, unit: UnitWord, end: usize) -> Option<Reading> {
        let value = (number.value, number.decimals);
        match unit {
            UnitWord::Places => self.rank_change(at, number, end),
            UnitWord::Ordinal => {
                let ends = matches!(
                    self.view.word(end),
                    "edition" | "year" | "time" | "consecutive" | "century" | "of"
                ) && self.n_after(end).is_none();
                let has_cue = self.rank_cue(at)
                    || self.n_after(end).is_some()
                    || self.is_step(at)
                    || matches!(self.view.word(end), "place" | "position" | "spot");
                number
                    .whole()
                    .filter(|_| has_cue && !ends)
                    .map(|rank| self.rank(at, rank, None, end))
            }
            UnitWord::None => match number.whole() {
                Some(rank) if number.digits == 0 || self.rank_cue(at) || self.is_rank_step(at) => {
                    Some(self.rank(at, rank, None, end))
                }
                _ if number.decimals > 0 || number.negative.is_some() => {
                    let before = self.view.before(at);
                    let cue = before.first().is_some_and(|(steps, word)| {
                        *steps <= 2
                            && (announces_level(word)
                                || leads_to(word)
                                || direction(word).is_some()
                                || matches!(*word, "tu" | "from" | "la" | "of" | "by" | "was" | "is" | "points"))
                    });
                    (cue || self.view.follows_name(at))
                        .then(|| self.score(at, unit, value, number.negative, end))
                        .flatten()
                }
                _ => None,
            },
            UnitWord::Percent => self
                .is_share_of_index(at, end)
                .then(|| self.score(at, unit, value, number.negative, end))
                .flatten(),
            UnitWord::Points | UnitWord::PercentagePoints => self.score(at, unit, value, number.negative, end),
        }
    }

    /// The unit that begins at a place, and where it ends.
    pub(super) fn unit_after(&self, at: usize) -> (UnitWord, usize) {
        let (word, next) = (self.view.word(at), self.view.word(at + 1));
        match (self.view.kind(at), word, next) {
            (ItemKind::Mark('%'), _, "points" | "point") | (_, "percentage", "points" | "point") => {
                (UnitWord::PercentagePoints, at + 2)
            }
            (ItemKind::Mark('%'), _, _) | (_, "percent", _) => (UnitWord::Percent, at + 1),
            (_, "diem", "phan") if self.view.word(at + 2) == "tram" => (UnitWord::PercentagePoints, at + 3),
            (_, "diem", _) if self.view.kind(at + 1) == ItemKind::Mark('%') => (UnitWord::PercentagePoints, at + 2),
            (_, "phan", "tram") | (_, "per", "cent") => (UnitWord::Percent, at + 2),
            (_, "diem" | "points" | "point" | "pts", _) => (UnitWord::Points, at + 1),
            (_, "st" | "nd" | "rd" | "th", _) if self.view.items[at].glued => (UnitWord::Ordinal, at + 1),
            _ if is_place_unit(word, next) => (UnitWord::Places, at + 1 + usize::from(matches!(word, "vi" | "thu"))),
            _ => (UnitWord::None, at),
        }
    }

    /// Whether the words before announce a place in a ranking.
    pub(super) fn rank_cue(&self, at: usize) -> bool {
        let before = self.view.before(at);
        let word = |position: usize| before.get(position).map_or("", |(_, word)| *word);
        if matches!(word(0), "thu") && matches!(word(1), "lan" | "nam" | "ngay" | "khoa" | "ky" | "quy") {
            return false;
        }
        let near = before.iter().take_while(|(steps, _)| *steps <= 5).take(4);
        // "ranks among 63 provinces"
        if matches!(word(0), "among" | "of" | "trong" | "tren" | "so") {
            return false;
        }
        let mut passed = false;
        for (_, word) in near {
            if direction(word).is_some() {
                passed = true;
            }
            // "giảm 06 bậc" after "xếp thứ 33" speaks of a change.
            if announces_rank(word) && !passed {
                return true;
            }
            if matches!(*word, "top" | "nhom") {
                return true;
            }
        }
        false
    }

    /// "from 39th to 38th".
    fn is_step(&self, at: usize) -> bool {
        let before = self.view.before(at);
        before.first().is_some_and(|(steps, word)| {
            *steps <= 2
                && (leads_to(word)
                    || matches!(
                        *word,
                        "from" | "tu" | "the" | "was" | "came" | "finished" | "is" | "stood" | "remained" | "at" | "in"
                    ))
        })
    }

    /// "từ hạng 39 lên 38".
    fn is_rank_step(&self, at: usize) -> bool {
        let before = self.view.before(at);
        let leads = before
            .first()
            .is_some_and(|(steps, word)| *steps == 1 && leads_to(word));
        leads
            && matches!(
                self.context.last_measure,
                Some(ClaimMeasure::Rank | ClaimMeasure::RegionalRank)
            )
    }

    /// Whether a percentage is one of an index: not a share of firms or of tasks.
    fn is_share_of_index(&self, at: usize, end: usize) -> bool {
        let before = self.view.before(at);
        let cue = before.first().is_some_and(|(steps, word)| {
            *steps <= 2
                && (direction(word).is_some()
                    || leads_to(word)
                    || matches!(
                        *word,
                        "dat"
                            | "la"
                            | "ung"
                            | "voi"
                            | "with"
                            | "muc"
                            | "tren"
                            | "scored"
                            | "at"
                            | "of"
                            | "by"
                            | "reached"
                            | "was"
                            | "is"
                            | "them"
                            | "tu"
                            | "from"
                    ))
        });
        (cue || self.view.follows_name(at)) && !self.counts_things(end)
    }

    /// Whether what follows a number is counted by it: tasks, firms, money. "so với" is not.
    fn counts_things(&self, end: usize) -> bool {
        is_counted_thing(self.view.word(end)) && (self.view.word(end), self.view.word(end + 1)) != ("so", "voi")
    }

    pub(super) fn rank(&self, at: usize, rank: u16, n: Option<u16>, end: usize) -> Reading {
        let (n, end) = match n {
            Some(n) => (Some(n), end),
            None => self.n_after(end).map_or((None, end), |(n, end)| (Some(n), end)),
        };
        let (measure, region) = match self.region(at, end, n) {
            Within::Country => (ClaimMeasure::Rank, None),
            Within::Region(region) => (ClaimMeasure::RegionalRank, region),
        };
        Reading {
            measure,
            value: f64::from(rank),
            decimals: 0,
            unit: ClaimUnit::None,
            n,
            region,
            is_start: self.is_start(at),
            listed: None,
            end,
        }
    }

    /// "of 63", "out of 63", "trên 63", "trong 63", "trong tổng số 63".
    fn n_after(&self, end: usize) -> Option<(u16, usize)> {
        let mut at = end;
        let mut has_of = false;
        while matches!(
            self.view.word(at),
            "of" | "out"
                | "among"
                | "in"
                | "the"
                | "all"
                | "trong"
                | "tren"
                | "tong"
                | "so"
                | "place"
                | "position"
                | "cua"
        ) && at < end + 5
        {
            has_of |= matches!(self.view.word(at), "of" | "among" | "trong" | "tren" | "in");
            at += 1;
        }
        match self.view.kind(at) {
            ItemKind::Number(number) if has_of => {
                let n = number.whole().filter(|n| (4..=64).contains(n))?;
                Some((n, at + 1))
            }
            _ => None,
        }
    }

    /// Whether a rank is one within a region, and within which where it is named.
    fn region(&self, at: usize, end: usize, n: Option<u16>) -> Within {
        let region_at = |place: usize| match self.view.kind(place) {
            ItemKind::Name(Mention::Region(region)) => Some(self.lexicon.regions[region].clone()),
            _ => None,
        };
        let mut is_regional = false;
        for place in self.view.after(end) {
            if let Some(region) = region_at(place) {
                return Within::Region(Some(region));
            }
            match (self.view.word(place), self.view.word(place + 1)) {
                ("ca", "nuoc") | ("toan", "quoc") | ("nationwide" | "nationally" | "country", _) => {
                    return Within::Country;
                }
                ("khu", "vuc") | ("vung" | "region" | "regional", _) => is_regional = true,
                _ => {}
            }
        }
        let is_small = n.is_some_and(|n| n < 30);
        if is_small && !is_regional {
            // "trong vùng Đồng bằng sông Cửu Long xếp thứ 9/13"
            let named = (1..=12.min(at)).find_map(|steps| region_at(at - steps));
            return Within::Region(named);
        }
        if is_regional || is_small {
            Within::Region(None)
        } else {
            Within::Country
        }
    }

    fn rank_change(&self, at: usize, number: Number, end: usize) -> Option<Reading> {
        let places = number.whole().or_else(|| {
            Number {
                negative: None,
                ..number
            }
            .whole()
        })?;
        let before = self.view.before(at);
        let named = before.iter().enumerate().find_map(|(position, (_, word))| {
            let next = position.checked_sub(1).map_or("", |next| before[next].1);
            let is_other = matches!((*word, next), ("cao" | "thap", "hon")) && self.context.compared.is_some();
            direction(word).filter(|_| !is_other && *word != "cong")
        });
        let signed = number
            .negative
            .map(|negative| if negative { Direction::Down } else { Direction::Up });
        let direction = signed.or(named).or_else(|| self.change_after(end))?;
        (places <= 64).then(|| Reading {
            measure: ClaimMeasure::RankChange,
            value: match direction {
                Direction::Up => f64::from(places),
                Direction::Down => -f64::from(places),
            },
            decimals: 0,
            unit: ClaimUnit::None,
            n: None,
            region: None,
            is_start: false,
            listed: None,
            end,
        })
    }
}
