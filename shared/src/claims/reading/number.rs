//! A number of a text: what it says, by the words around it.

use super::{
    super::{
        claim::{Claim, Kind, Subject},
        item::ItemKind,
        lexicon::Mention,
        token::Number,
        unread::UnreadReason,
        vocabulary::{
            announces_level, announces_rank, direction, is_analysis, is_assumption, is_breakdown, is_counted_thing,
            is_national, is_place_unit, is_rough, is_target, leads_to,
        },
    },
    Reader,
    context::IndexToldOf,
    view::YearUse,
};
use crate::{
    ComponentId, IndexId, RegionId, Year,
    api::check::{ClaimMeasure, ClaimUnit, Direction, Place},
};

/// What stands after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UnitWord {
    None,
    Points,
    Percent,
    PercentagePoints,
    Places,
    Ordinal,
}

/// What a number in parentheses says once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Restated {
    Level,
    Change(Direction),
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
    /// The item after the last one that belongs to it.
    pub(super) end: usize,
}

impl Reader<'_> {
    /// Reads the number at a place; the place of the next item.
    pub(super) fn number(&mut self, at: usize) -> usize {
        if let Some(next) = self.span_of_ranks(at).or_else(|| self.count_of_parts(at)) {
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
        let place = self.place(at, reading.end);
        match self.resolve(at, &reading, place) {
            Ok(claim) => {
                self.context.note(&claim);
                self.found.claims.push(claim);
            }
            Err(Some(reason)) => self.found.unread.push((place, reason)),
            Err(None) => {}
        }
        reading.end
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
    fn unit_after(&self, at: usize) -> (UnitWord, usize) {
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
    fn rank_cue(&self, at: usize) -> bool {
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

    fn score(
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
    fn change_after(&self, end: usize) -> Option<Direction> {
        match (self.view.word(end), self.view.word(end + 1)) {
            ("higher" | "more" | "up", _) | ("cao", "hon") => Some(Direction::Up),
            ("lower" | "less" | "fewer" | "down", _) | ("thap", "hon") => Some(Direction::Down),
            _ => None,
        }
    }

    /// Whether a number is where a change starts from: "từ 63,11 điểm", "from 39th".
    fn is_start(&self, at: usize) -> bool {
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

    fn rank(&self, at: usize, rank: u16, n: Option<u16>, end: usize) -> Reading {
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
            end,
        })
    }

    /// Whom and when a reading is about; a reason where that cannot be told, `None` where it is of no concern.
    fn resolve(&self, at: usize, reading: &Reading, place: Place) -> Result<Claim, Option<UnreadReason>> {
        let before = self.view.before(at);
        let has = |is_meant: fn((&str, &str)) -> bool| {
            before.iter().take(8).enumerate().any(|(position, (_, word))| {
                let next = position.checked_sub(1).map_or("", |next| before[next].1);
                is_meant((word, next))
            })
        };
        let is_change = reading.measure.is_change();
        let is_rank = matches!(reading.measure, ClaimMeasure::Rank | ClaimMeasure::RegionalRank);
        let index = match self.index_at(reading.end) {
            IndexToldOf::Known(index) => index,
            IndexToldOf::Foreign => return Err(Some(UnreadReason::ForeignIndex)),
            IndexToldOf::None => {
                let looks_so = reading.unit == ClaimUnit::Points || is_rank;
                return Err(looks_so.then_some(UnreadReason::NoIndex));
            }
        };
        if self.view.sentence_has(at, is_target) {
            return Err(Some(UnreadReason::Target));
        }
        if self.view.sentence_has(at, is_assumption) {
            return Err(Some(UnreadReason::Assumption));
        }
        if has(is_analysis) || self.view.sentence_has(at, is_breakdown) {
            return Err(Some(UnreadReason::Analysis));
        }
        if has(is_national) && !is_rank {
            return Err(Some(UnreadReason::National));
        }
        if self.view.lists_respectively(at)
            || self
                .view
                .after(reading.end)
                .any(|place| self.view.word(place) == "respectively")
        {
            return Err(Some(UnreadReason::Respectively));
        }
        let nearest = before
            .first()
            .filter(|(steps, _)| *steps == 1)
            .map_or("", |(_, word)| *word);
        if is_rank && before.iter().take(3).any(|(_, word)| matches!(*word, "top" | "nhom")) {
            return Err(Some(UnreadReason::Group));
        }
        let is_comparative = before
            .get(1)
            .is_some_and(|(_, word)| direction(word).is_some() || matches!(*word, "it" | "nhieu"));
        if is_rough(nearest) && !is_comparative {
            return Err(Some(UnreadReason::Rough));
        }
        let explained = self.context.parenthesis.and_then(|parenthesis| parenthesis.of_compared);
        if is_change && self.context.compared.is_some() && explained.is_none() {
            return Err(Some(UnreadReason::Comparison));
        }
        let province = explained
            .or(self.context.compared.filter(|_| !is_change))
            .or(self.province_at(reading.end));
        let province = province.ok_or(Some(UnreadReason::NoProvince))?;
        let (year, from_year) = self.years(reading)?;
        let unit = self.lexicon.provinces[province]
            .unit_in(year)
            .ok_or(Some(UnreadReason::NoProvince))?;
        let components = self.components(index, reading);
        let is_total = components.first().is_some_and(ComponentId::is_overall);
        if reading.measure == ClaimMeasure::Score && is_total && reading.value < lowest_total(index) {
            return Err(Some(UnreadReason::NoLevel));
        }
        Ok(Claim {
            index,
            province: Subject::Unit(unit),
            year,
            from_year: from_year.filter(|_| is_change),
            components,
            measure: reading.measure,
            value: Some(reading.value),
            decimals: reading.decimals,
            direction: None,
            unit: reading.unit,
            n: reading.n,
            region: reading.region.clone(),
            kind: Kind::Figure,
            place: Some(place),
        })
    }

    /// The index at a place: one that follows in the clause where the sentence has named none, or, where the text has named none,
    /// in the sentence.
    pub(super) fn index_at(&self, end: usize) -> IndexToldOf {
        let named = |place: usize| match self.view.kind(place) {
            ItemKind::Name(Mention::Index(index)) => Some(IndexToldOf::Known(index)),
            ItemKind::Name(Mention::Foreign) => Some(IndexToldOf::Foreign),
            _ => None,
        };
        let carried = self.context.index;
        let follows = match carried {
            IndexToldOf::None => self.view.ahead(end).find_map(named),
            _ if !self.context.index_in_sentence => self.view.after(end).find_map(named),
            // "69,08 điểm PCI"
            _ => named(end),
        };
        follows.unwrap_or(carried)
    }

    /// The province at a place: where the text has named none, one that follows in the sentence.
    pub(super) fn province_at(&self, end: usize) -> Option<usize> {
        self.context.province.or_else(|| {
            self.view.ahead(end).find_map(|place| match self.view.kind(place) {
                ItemKind::Name(Mention::Province(province)) if !self.view.is_compared(place) => Some(province),
                _ => None,
            })
        })
    }

    /// The year at a place: where the text has named none, one that follows in the sentence.
    pub(super) fn year_at(&self, end: usize) -> Option<Year> {
        self.context.year.or_else(|| {
            self.view.ahead(end).find_map(|place| match self.view.kind(place) {
                ItemKind::Year(year) => {
                    let is_told = self.view.use_of_year(place, year, self.lexicon.newest) == YearUse::Told;
                    is_told.then_some(year)
                }
                _ => None,
            })
        })
    }

    /// "tăng 9 bậc, từ hạng 17 năm 2020 lên hạng 8 năm 2021": the years of both ends.
    fn span_ahead(&self, end: usize) -> Option<(Year, Year)> {
        let first = end + usize::from(matches!(self.view.kind(end), ItemKind::Mark(',' | '(')));
        if !matches!(self.view.word(first), "tu" | "from") {
            return None;
        }
        let mut years = self.view.ahead(first).filter_map(|place| match self.view.kind(place) {
            ItemKind::Year(year) => Some(year),
            _ => None,
        });
        let (from, to) = (years.next()?, years.next()?);
        (from < to).then_some((from, to))
    }

    /// The year of a reading and the one it is compared with, where that is named.
    fn years(&self, reading: &Reading) -> Result<(Year, Option<Year>), Option<UnreadReason>> {
        let mut year = None;
        let mut from_year = None;
        let closes = self.view.kind(reading.end) == ItemKind::Mark('(');
        let first = reading.end + usize::from(closes);
        // "rose by 4.32 points to 68.12 in 2022": the year is that of both numbers.
        let leads_on =
            leads_to(self.view.word(reading.end)) && matches!(self.view.kind(reading.end + 1), ItemKind::Number(_));
        let beyond = self
            .view
            .after(reading.end + 2)
            .filter(|_| leads_on && reading.measure.is_change());
        for place in self.view.after(first).chain(beyond) {
            if let ItemKind::Year(named) = self.view.kind(place) {
                match self.view.use_of_year(place, named, self.lexicon.newest) {
                    YearUse::Told if !closes || place <= first + 1 => year = year.or(Some(named)),
                    YearUse::Compared if !closes => from_year = from_year.or(Some(named)),
                    _ => {}
                }
            } else if closes && self.view.word(place) != "nam" {
                break;
            }
        }
        if reading.measure.is_change()
            && year.is_none()
            && let Some((from, to)) = self.span_ahead(reading.end)
        {
            (from_year, year) = (Some(from), Some(to));
        }
        let told = year.is_some();
        let year = year
            .or_else(|| self.year_at(reading.end))
            .ok_or(Some(UnreadReason::NoYear))?;
        let from_year = from_year.or(self.context.from_year).filter(|from| *from < year);
        if reading.is_start && !told {
            let start = from_year.unwrap_or(Year(year.0.saturating_sub(1)));
            return Ok((start, None));
        }
        Ok((year, from_year))
    }

    /// The component that a reading may be of; a score that its scale cannot hold is one of the total.
    pub(super) fn components(&self, index: IndexId, reading: &Reading) -> Vec<ComponentId> {
        let named = self.context.component.map(|component| {
            let meanings = self.lexicon.components[component].meanings.iter();
            let of_index = meanings.filter(|(of, _)| *of == index);
            of_index.map(|(_, component)| component.clone()).collect::<Vec<_>>()
        });
        let beyond = reading.measure == ClaimMeasure::Score
            && reading.value > 10.0
            && matches!(index, IndexId::Pci | IndexId::Papi);
        match named {
            Some(named) if !named.is_empty() && !beyond => named,
            _ => vec![ComponentId::overall()],
        }
    }
}

/// What no total lies below: nothing on record comes near. SIPAS is told on ten points as well.
const fn lowest_total(index: IndexId) -> f64 {
    match index {
        IndexId::Pci | IndexId::Par => 20.0,
        IndexId::Papi => 12.0,
        IndexId::Sipas => 4.0,
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
