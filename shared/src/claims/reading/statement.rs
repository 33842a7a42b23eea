//! Statements without a figure of their own: spans of ranks, counts of parts, components that went one way, judgements.

use super::{
    super::{
        claim::{Claim, Kind, Subject},
        item::ItemKind,
        lexicon::Mention,
        vocabulary::{direction, is_part_word},
    },
    Reader,
    context::IndexToldOf,
};
use crate::{
    ComponentId, IndexId,
    api::check::{ClaimMeasure, ClaimUnit, Direction, Place},
};

impl Reader<'_> {
    /// "trong nhóm xếp hạng từ 50 - 52": a span that names no year.
    pub(super) fn span_of_ranks(&mut self, at: usize) -> Option<usize> {
        let whole = |at: usize| match self.view.kind(at) {
            ItemKind::Number(number) => number.whole().or_else(|| {
                // "50 -52"
                let unsigned = super::super::token::Number {
                    negative: None,
                    ..number
                };
                unsigned.whole().filter(|_| number.negative == Some(true))
            }),
            _ => None,
        };
        let best = whole(at)?;
        let joined = self.view.kind(at + 1) == ItemKind::Mark('-') || matches!(self.view.word(at + 1), "den" | "to");
        let worst = if joined {
            whole(at + 2)?
        } else {
            whole(at + 1).filter(|_| self.view.items[at + 1].glued)?
        };
        let end = at + if joined { 3 } else { 2 };
        let before = self.view.before(at);
        let is_rank = before
            .iter()
            .take(6)
            .any(|(_, word)| matches!(*word, "hang" | "tri" | "rank" | "ranks" | "ranked" | "thu"));
        let is_group = before
            .iter()
            .take(8)
            .any(|(_, word)| matches!(*word, "nhom" | "khoang" | "group" | "between"));
        if !(is_rank && is_group && best < worst && worst <= 64) {
            return None;
        }
        let place = self.place(at, end);
        let kind = Kind::RankSpan { best, worst };
        self.state(ClaimMeasure::Rank, kind, None, place, vec![ComponentId::overall()]);
        Some(end)
    }

    /// "4/5 tiêu chí bị giảm điểm".
    pub(super) fn count_of_parts(&mut self, at: usize) -> Option<usize> {
        let (count, all) = match self.view.kind(at) {
            ItemKind::Fraction(count, all) => (count, all),
            // "4 of 5 criteria"
            ItemKind::Number(number) if self.view.word(at + 1) == "of" => match self.view.kind(at + 2) {
                ItemKind::Number(all) => (number.whole()?, all.whole()?),
                _ => return None,
            },
            _ => return None,
        };
        let end = at
            + if matches!(self.view.kind(at), ItemKind::Fraction(..)) {
                1
            } else {
                3
            };
        if !is_part_word(self.view.word(end), self.view.word(end + 1)) || all > 12 {
            return None;
        }
        let after = self
            .view
            .after(end)
            .find_map(|place| Some((place + 1, direction(self.view.word(place))?)));
        let before = || {
            let before = self.view.before(at);
            let direction = before.first().and_then(|(_, word)| direction(word))?;
            Some((end + 1, direction))
        };
        let (end, direction) = after.or_else(before)?;
        let end = end + usize::from(self.view.word(end) == "diem");
        let place = self.place(at, end);
        let kind = Kind::Count { count, all };
        self.state(
            ClaimMeasure::ScoreChange,
            kind,
            Some(direction),
            place,
            vec![ComponentId::overall()],
        );
        Some(end)
    }

    /// A list begins after "như" or ":": what is said of its components.
    pub(super) fn list(&mut self, at: usize, first: usize) -> usize {
        let component = |at: usize| match self.view.kind(at) {
            ItemKind::Name(Mention::Component(component)) | ItemKind::MaybeComponent(component) => Some(component),
            _ => None,
        };
        if component(first).is_none() {
            return at + 1;
        }
        let mut last = first;
        let mut listed = Vec::new();
        for place in first..self.view.items.len() {
            match self.view.kind(place) {
                ItemKind::Mark(',' | '"') | ItemKind::Word("va" | "and") => {}
                _ => match component(place) {
                    Some(component) => {
                        listed.push((place, component));
                        last = place;
                    }
                    None => break,
                },
            }
        }
        // A number after the list is of its last component, and of no other.
        let has_figures = matches!(
            (self.view.kind(last + 1), self.view.kind(last + 2)),
            (ItemKind::Number(_) | ItemKind::Fraction(..), _) | (_, ItemKind::Number(_) | ItemKind::Fraction(..))
        ) || self.view.word(last + 1) == "dat";
        if has_figures {
            return at + 1;
        }
        let before = self.view.before(at);
        let fell = before.iter().enumerate().find_map(|(position, (_, word))| {
            let next = position.checked_sub(1).map_or("", |next| before[next].1);
            direction(word)
                .filter(|_| matches!(next, "diem" | "") || word.is_ascii() && word.ends_with("ed") || *word == "fell")
        });
        if let Some(direction) = fell {
            // Small letters name a component only where its index is told of.
            let of_index = |component: usize| {
                let mut meanings = self.lexicon.components[component].meanings.iter();
                meanings.any(|(of, _)| self.context.index == IndexToldOf::Known(*of))
            };
            let meant = listed.into_iter().filter(|(_, component)| of_index(*component));
            for (place, component) in meant.collect::<Vec<_>>() {
                self.went_way(place, component, direction);
            }
            return last + 1;
        }
        let weakness = before
            .iter()
            .rev()
            .find(|(_, word)| matches!(*word, "han" | "ton" | "yeu" | "weaknesses" | "shortcomings"));
        if let Some((steps, _)) = weakness {
            let place = self.place(at - steps, last + 1);
            let index = self.lexicon.components[listed[0].1]
                .meanings
                .first()
                .map(|(index, _)| *index);
            let carried = self.context.index;
            if let Some(index) = index {
                self.context.index = IndexToldOf::Known(index);
            }
            self.state(
                ClaimMeasure::Score,
                Kind::Judgement,
                None,
                place,
                vec![ComponentId::overall()],
            );
            self.context.index = carried;
            return last + 1;
        }
        at + 1
    }

    /// "Tính minh bạch giảm điểm": a component that went one way, without a number.
    pub(super) fn went(&mut self, at: usize, component: usize) {
        let (verb, next) = (self.view.word(at + 1), self.view.word(at + 2));
        let direction = match (direction(verb), next) {
            (Some(direction), "diem") if !matches!(self.view.kind(at + 3), ItemKind::Number(_)) => direction,
            _ => return,
        };
        self.went_way(at, component, direction);
    }

    fn went_way(&mut self, at: usize, component: usize, direction: Direction) {
        let meanings = &self.lexicon.components[component].meanings;
        let carried = match self.context.index {
            IndexToldOf::Known(index) if meanings.iter().any(|(of, _)| *of == index) => Some(index),
            _ => meanings.first().map(|(index, _)| *index),
        };
        let Some(index) = carried else {
            return;
        };
        let components: Vec<ComponentId> = meanings
            .iter()
            .filter(|(of, _)| *of == index)
            .map(|(_, component)| component.clone())
            .collect();
        let place = self.view.items[at].place;
        self.state_of(
            index,
            ClaimMeasure::ScoreChange,
            Kind::Figure,
            Some(direction),
            place,
            components,
        );
    }

    /// "đứng đầu cả nước", "dẫn đầu khu vực".
    pub(super) fn first(&mut self, at: usize) {
        let before = at.checked_sub(1).map_or("", |before| self.view.word(before));
        let head = at.checked_sub(2).map_or("", |before| self.view.word(before));
        let is_rank = matches!(before, "dung" | "dan" | "xep") && !matches!(head, "nguoi" | "quan");
        let mut regional = None;
        for place in at + 1..at + 4 {
            match (self.view.kind(place), self.view.word(place), self.view.word(place + 1)) {
                (ItemKind::Name(Mention::Region(region)), _, _) => {
                    regional = Some(Some(self.lexicon.regions[region].clone()));
                    break;
                }
                (_, "ca", "nuoc") | (_, "toan", "quoc") | (_, "bang", "xep") => {
                    regional = Some(None);
                    break;
                }
                (ItemKind::Word(_), _, _) => {}
                _ => break,
            }
        }
        let (Some(regional), true) = (regional, is_rank) else {
            return;
        };
        let measure = if regional.is_some() {
            ClaimMeasure::RegionalRank
        } else {
            ClaimMeasure::Rank
        };
        let place = self.place(at - 1, at + 1);
        let known = self.found.claims.len();
        self.state(measure, Kind::Figure, None, place, vec![ComponentId::overall()]);
        if let Some(claim) = self.found.claims.get_mut(known) {
            claim.value = Some(1.0);
            claim.region = regional;
        }
    }

    /// "Quang Ninh topped the PCI".
    pub(super) fn led(&mut self, at: usize) {
        let index = (at + 1..at + 5).find_map(|place| match self.view.kind(place) {
            ItemKind::Name(Mention::Index(index)) => Some(index),
            _ => None,
        });
        if let Some(index) = index {
            let place = self.view.items[at].place;
            let known = self.found.claims.len();
            self.state_of(
                index,
                ClaimMeasure::Rank,
                Kind::Figure,
                None,
                place,
                vec![ComponentId::overall()],
            );
            if let Some(claim) = self.found.claims.get_mut(known) {
                claim.value = Some(1.0);
            }
        }
    }

    fn state(
        &mut self,
        measure: ClaimMeasure,
        kind: Kind,
        direction: Option<Direction>,
        place: Place,
        components: Vec<ComponentId>,
    ) {
        let end = self.view.items.partition_point(|item| item.place.start < place.start);
        if let IndexToldOf::Known(index) = self.index_at(end) {
            self.state_of(index, measure, kind, direction, place, components);
        }
    }

    /// A statement is claimed where index, province and year are known; nothing is said of one that is not.
    fn state_of(
        &mut self,
        index: IndexId,
        measure: ClaimMeasure,
        kind: Kind,
        direction: Option<Direction>,
        place: Place,
        components: Vec<ComponentId>,
    ) {
        let end = self.view.items.partition_point(|item| item.place.start < place.start);
        let (Some(province), Some(year)) = (self.province_at(end), self.year_at(end)) else {
            return;
        };
        let Some(unit) = self.lexicon.unit(province, index, year) else {
            return;
        };
        let claim = Claim {
            index,
            province: Subject::Unit(unit),
            year,
            from_year: self
                .context
                .from_year
                .filter(|from| *from < year && measure.is_change()),
            components,
            measure,
            value: None,
            decimals: 0,
            direction,
            unit: ClaimUnit::None,
            n: None,
            region: None,
            kind,
            place: Some(place),
        };
        self.context.note(&claim);
        self.found.claims.push(claim);
    }
}
