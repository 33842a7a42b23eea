//! Whom and when a number is about: index, province, years and component, from the sentence or carried over.

use super::{
    super::{
        claim::{Claim, Kind, Subject},
        item::ItemKind,
        lexicon::Mention,
        unread::UnreadReason,
        vocabulary::{direction, is_analysis, is_assumption, is_breakdown, is_national, is_rough, is_target, leads_to},
    },
    Reader,
    context::IndexToldOf,
    number::Reading,
    respectively::Member,
    view::YearUse,
};
use crate::{
    ComponentId, IndexId, Year,
    api::check::{ClaimMeasure, ClaimUnit, Place},
};

impl Reader<'_> {
    /// Whom and when a reading is about; a reason where that cannot be told, `None` where it is of no concern.
    pub(super) fn resolve(&self, at: usize, reading: &Reading, place: Place) -> Result<Claim, Option<UnreadReason>> {
        let before = self.view.before(at);
        let has = |is_meant: fn((&str, &str)) -> bool| {
            before.iter().take(8).enumerate().any(|(position, (_, word))| {
                let next = position.checked_sub(1).map_or("", |next| before[next].1);
                is_meant((word, next))
            })
        };
        let is_change = reading.measure.is_change();
        let is_rank = matches!(reading.measure, ClaimMeasure::Rank | ClaimMeasure::RegionalRank);
        let told_of = match reading.listed {
            Some(Member::Index(index)) => index,
            _ => self.index_at(reading.end),
        };
        let index = match told_of {
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
        if reading.listed.is_none() && self.view.lists_respectively(at, reading.end) {
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
        let is_marked_rough = matches!(self.view.back(at, 1), ItemKind::Mark('≈' | '~'));
        if is_marked_rough || (is_rough(nearest) && !is_comparative) {
            return Err(Some(UnreadReason::Rough));
        }
        let explained = self.context.parenthesis.and_then(|parenthesis| parenthesis.of_compared);
        if is_change && self.context.compared.is_some() && explained.is_none() {
            return Err(Some(UnreadReason::Comparison));
        }
        let province = match reading.listed {
            Some(Member::Province(province)) => Some(province),
            _ => explained
                .or(self.context.compared.filter(|_| !is_change))
                .or(self.province_at(reading.end)),
        };
        let province = province.ok_or(Some(UnreadReason::NoProvince))?;
        let (year, from_year) = self.years(reading)?;
        let unit = self
            .lexicon
            .unit(province, index, year)
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
        if let Some(Member::Year(year)) = reading.listed {
            return Ok((year, self.context.from_year.filter(|from| *from < year)));
        }
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
    fn components(&self, index: IndexId, reading: &Reading) -> Vec<ComponentId> {
        let component = match reading.listed {
            Some(Member::Component(component)) => Some(component),
            _ => self.context.component,
        };
        let named = component.map(|component| {
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
