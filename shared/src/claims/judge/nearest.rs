//! Why a number differs: the nearest figure on record that it would be right for.

use super::{
    super::{claim::Claim, explanation::Explanation},
    from_year, half_unit,
    record::Subjects,
};
use crate::{IndexId, Year, analytics::rounding::round_to, domain::Measure};

fn is(value: f64, decimals: u8, figure: f64) -> bool {
    (value - figure).abs() <= half_unit(decimals) + super::NOISE
}

/// The years of the component, nearest to the claimed one first.
fn other_years(subjects: &Subjects<'_>, year: Year) -> Vec<Year> {
    let mut years: Vec<Year> = subjects
        .index
        .years(subjects.component)
        .filter(|other| *other != year)
        .collect();
    crate::sorting::sort_by_key(&mut years, |other| other.0.abs_diff(year.0));
    years
}

/// What else a score may be.
pub(super) fn score(subjects: &Subjects<'_>, claim: &Claim, value: f64, decimals: u8) -> Option<Explanation> {
    // A whole number fits too much.
    if decimals == 0 {
        return None;
    }
    // Over many years one decimal fits by chance.
    let reach = if decimals == 1 { 1 } else { u16::MAX };
    let year = other_years(subjects, claim.year)
        .into_iter()
        .take_while(|year| year.0.abs_diff(claim.year.0) <= reach)
        .find(|year| subjects.exact(*year).is_some_and(|exact| is(value, decimals, exact)));
    if let Some(year) = year {
        return Some(Explanation::AnotherYear { year });
    }
    for id in IndexId::ALL
        .into_iter()
        .filter(|id| *id != claim.index && subjects.component.is_overall())
    {
        if let Ok(index) = subjects.catalog.index(id) {
            let other = Subjects { index, ..*subjects };
            if other.exact(claim.year).is_some_and(|exact| is(value, decimals, exact)) {
                return Some(Explanation::AnotherIndex { index: id });
            }
        }
    }
    let (table, _) = subjects.line(claim.year).ok()?;
    let mut others = table.cells.iter().enumerate().filter(|(unit, cell)| {
        *unit != subjects.unit
            && cell
                .score
                .as_ref()
                .is_some_and(|score| is(value, decimals, score.exact))
    });
    match (others.next(), others.next()) {
        (Some((unit, _)), None) if decimals >= 2 => {
            let province = &subjects.units.provinces()[unit];
            Some(Explanation::AnotherProvince {
                vi: province.name_vi.clone(),
                en: province.name_en.clone(),
            })
        }
        _ => turned(value, decimals, subjects.level(claim.year).ok()?.exact),
    }
}

/// Two neighbouring digits that changed places: 68,3 for 63,8.
fn turned(value: f64, decimals: u8, figure: f64) -> Option<Explanation> {
    let decimals = usize::from(decimals.min(4));
    let written = format!("{value:.decimals$}");
    let figure = format!("{figure:.decimals$}");
    let digits = |text: &str| -> Vec<char> { text.chars().filter(char::is_ascii_digit).collect() };
    let (written, figure) = (digits(&written), digits(&figure));
    if written.len() != figure.len() {
        return None;
    }
    let differ: Vec<usize> = (0..written.len()).filter(|at| written[*at] != figure[*at]).collect();
    match differ.as_slice() {
        [first, second] if written[*first] == figure[*second] && written[*second] == figure[*first] => {
            Some(Explanation::Turned)
        }
        _ => None,
    }
}

/// What else a rank may be.
pub(super) fn rank(subjects: &Subjects<'_>, claim: &Claim, value: f64, regional: bool) -> Option<Explanation> {
    if subjects.place_of(claim.year, !regional) == Some(value) {
        return Some(Explanation::OtherRank { regional: !regional });
    }
    // What another source says is known as a figure that no table shows; a rank of the neighbouring years is likelier.
    let year = other_years(subjects, claim.year)
        .into_iter()
        .take_while(|year| year.0.abs_diff(claim.year.0) <= 3)
        .find(|year| subjects.place_of(*year, regional) == Some(value));
    year.map(|year| Explanation::AnotherYear { year })
}

/// What else a change of a score may be.
pub(super) fn score_change(subjects: &Subjects<'_>, claim: &Claim, value: f64, change: f64) -> Option<Explanation> {
    if is(-value, claim.decimals, change) {
        return Some(Explanation::WentOtherWay {
            change: round_to(change, 4),
        });
    }
    let to = subjects.exact(claim.year)?;
    if claim.decimals > 0
        && let Some(year) = (other_years(subjects, claim.year).into_iter())
            .filter(|year| *year < claim.year && *year != from_year(claim))
            .find(|year| {
                let from = subjects.exact(*year);
                from.is_some_and(|from| is(value, claim.decimals, to - from))
            })
    {
        return Some(Explanation::AnotherStart { year });
    }
    let years = || other_years(subjects, claim.year).into_iter();
    let pair = years().filter(|_| claim.decimals > 0).find(|year| {
        let from = subjects.exact(Year(year.0.saturating_sub(1)));
        let ends = from.zip(subjects.exact(*year));
        ends.is_some_and(|(from, to)| is(value, claim.decimals, to - from))
    });
    pair.map(|year| Explanation::AnotherYear { year })
        .or_else(|| nearest_of_measure(subjects, claim, value))
        .or_else(|| turned(value.abs(), claim.decimals, change.abs()))
        .or_else(|| implied_start(subjects, claim, value))
}

/// What the earlier score would have been.
fn implied_start(subjects: &Subjects<'_>, claim: &Claim, value: f64) -> Option<Explanation> {
    let year = from_year(claim);
    let (from, to) = (subjects.exact(year)?, subjects.exact(claim.year)?);
    let ranks = subjects.place_of(year, false).zip(subjects.place_of(claim.year, false));
    Some(Explanation::ImpliedStart {
        year,
        implied: round_to(to - value, 2),
        on_record: round_to(from, 2),
        ranks,
    })
}

/// Points that are places: a change of the rank told as one of the score.
fn nearest_of_measure(subjects: &Subjects<'_>, claim: &Claim, value: f64) -> Option<Explanation> {
    let places = subjects.place_of(from_year(claim), false)? - subjects.place_of(claim.year, false)?;
    (claim.decimals == 0 && places == value).then_some(Explanation::OtherMeasure { measure: Measure::Rank })
}

/// What else a change of a rank may be.
pub(super) fn rank_change(subjects: &Subjects<'_>, claim: &Claim, value: f64, change: f64) -> Option<Explanation> {
    if value == -change {
        return Some(Explanation::WentOtherWay { change });
    }
    let to = subjects.place_of(claim.year, false)?;
    let start = other_years(subjects, claim.year)
        .into_iter()
        .filter(|year| *year < claim.year && *year != from_year(claim))
        .find(|year| subjects.place_of(*year, false).is_some_and(|from| from - to == value));
    start.map(|year| Explanation::AnotherStart { year })
}
