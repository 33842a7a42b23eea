//! The indicators of one component of a province, the farthest on the bad side of the median first.

use vithe_shared::{
    IndexId, IndicatorId, Language, Year,
    api::{
        ProvinceList,
        indicators::{IndicatorRow, IndicatorStanding, IndicatorsAnswer},
    },
    domain::{IndexInfo, StandsOut, Summary},
};

use super::{
    indicator_words::{IndicatorNumber, direction_words, distance_text, unit_name},
    wording::source_line,
};
use crate::format::{NO_FIGURE, format_rank, join_names};

#[cfg(test)]
pub(crate) mod tests;
mod words;

use words::{finding, standout_sentence};

/// How many indicators are named as those that stand out.
const NAMED: usize = 3;

/// Where a value lies between the ends of its table, for a picture: each a share of the way from the bad to the good end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// The quartile on the bad side.
    pub bad_quartile: f64,
    /// The median.
    pub median: f64,
    /// The quartile on the good side.
    pub good_quartile: f64,
    /// The own value.
    pub own: f64,
}

/// An indicator of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorRowView {
    /// The indicator.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// `% doanh nghiệp, thấp là tốt`.
    pub unit: String,
    /// The value as a number alone; a dash where none is on record.
    pub value_text: String,
    /// The national median as a number alone; a dash where the table is not complete.
    pub median_text: String,
    /// `42,0–52,9`, the quartiles.
    pub quartiles_text: String,
    /// `58/63`, with the number of those on the same rank; a dash without rank.
    pub rank_text: String,
    /// `đồng hạng với 3 tỉnh`; `None` where nobody shares the rank.
    pub tied_text: Option<String>,
    /// How far it is from the median in ranges between the quartiles, with its sign.
    pub distance_text: String,
    /// `52,9 (Cần Thơ)`, the best of the region.
    pub region_best_text: String,
    /// Whether it stands out.
    pub stands_out: Option<StandsOut>,
    /// Where it lies, for a picture; `None` where all values are equal or the table is not complete.
    pub position: Option<Position>,
    /// What the picture says.
    pub sentence: String,
}

/// The indicators of a component of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorsView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// The year.
    pub year: Year,
    /// What stands out, in one sentence.
    pub finding: String,
    /// The three that stand out most on the bad side, each in a sentence.
    pub bad: Vec<(IndicatorId, String)>,
    /// The three that stand out most on the good side, each in a sentence.
    pub good: Vec<(IndicatorId, String)>,
    /// All of them, the farthest on the bad side first.
    pub rows: Vec<IndicatorRowView>,
    /// What the abbreviations in the names stand for.
    pub abbreviations: Option<String>,
    /// The source.
    pub source: String,
}

/// Tells the indicators of a province; `component` is the name of what they lie below.
pub fn indicators_view(
    answer: &IndicatorsAnswer,
    index: &IndexInfo,
    provinces: &ProvinceList,
    [province, component]: [&str; 2],
    language: Language,
) -> IndicatorsView {
    let rows: Vec<IndicatorRowView> = answer
        .rows
        .iter()
        .map(|row| row_view(row, provinces, language))
        .collect();
    let of_side = |side: StandsOut| {
        let found = answer.rows.iter().filter(move |row| {
            row.standing
                .as_ref()
                .is_some_and(|standing| standing.stands_out == Some(side))
        });
        let mut found: Vec<&IndicatorRow> = found.collect();
        if side == StandsOut::Good {
            found.reverse();
        }
        found
    };
    let (bad, good) = (of_side(StandsOut::Bad), of_side(StandsOut::Good));
    let told = |rows: &[&IndicatorRow]| -> Vec<(IndicatorId, String)> {
        rows.iter()
            .take(NAMED)
            .filter_map(|row| Some((row.indicator.id.clone(), standout_sentence(row, language)?)))
            .collect()
    };
    IndicatorsView {
        language,
        index: answer.index,
        year: answer.year,
        finding: finding(
            [province, component],
            (rows.len(), bad.len(), good.len()),
            (index.short_name.as_str(), answer.year),
            language,
        ),
        bad: told(&bad),
        good: told(&good),
        abbreviations: words::abbreviations(answer.rows.iter().map(|row| row.indicator.name_vi.as_str()), language),
        rows,
        source: source_line(
            index,
            &answer.year.to_string(),
            None,
            answer.rows.first().map(|row| row.n),
            language,
        ),
    }
}

fn row_view(row: &IndicatorRow, provinces: &ProvinceList, language: Language) -> IndicatorRowView {
    let indicator = &row.indicator;
    let summary = row.summary.as_ref();
    let number = IndicatorNumber::of(indicator.unit, summary, language);
    let dash = || NO_FIGURE.to_owned();
    let standing = row.standing.as_ref();
    let name = language.pick(&indicator.name_vi, &indicator.name_en).to_owned();
    let position = standing
        .zip(summary)
        .and_then(|(standing, summary)| position(row, standing, summary));
    IndicatorRowView {
        id: indicator.id.clone(),
        unit: format!(
            "{}, {}",
            unit_name(indicator.unit, language).to_lowercase(),
            direction_words(indicator.direction, language)
        ),
        value_text: standing.map_or_else(dash, |standing| number.number(standing.value)),
        median_text: summary.map_or_else(dash, |summary| number.number(summary.median)),
        quartiles_text: summary.map_or_else(dash, |summary| {
            format!("{}–{}", number.number(summary.q1), number.number(summary.q3))
        }),
        rank_text: standing
            .and_then(|standing| Some(format_rank(standing.rank?, standing.rank_n)))
            .unwrap_or_else(dash),
        tied_text: standing
            .filter(|standing| standing.tied > 0)
            .map(|standing| match language {
                Language::Vi => format!("đồng hạng với {} tỉnh", standing.tied),
                Language::En => format!("tied with {}", standing.tied),
            }),
        distance_text: standing
            .and_then(|standing| distance_text(standing.distance, language))
            .unwrap_or_else(dash),
        region_best_text: standing.map_or_else(dash, |standing| {
            let best = &standing.region_best;
            let names: Vec<&str> = best
                .provinces
                .iter()
                .filter_map(|slug| provinces.provinces.iter().find(|province| &province.slug == slug))
                .map(|province| language.pick(province.name_vi.as_str(), province.name_en.as_str()))
                .collect();
            let who = match (names.len(), language) {
                (0..=2, _) => join_names(&names, language),
                (count, Language::Vi) => format!("{count} tỉnh"),
                (count, Language::En) => format!("{count} provinces"),
            };
            format!("{} ({who})", number.number(best.value))
        }),
        stands_out: standing.and_then(|standing| standing.stands_out),
        position,
        sentence: standout_sentence(row, language).unwrap_or_else(|| name.clone()),
        name,
    }
}

/// Where a value lies between the worst and the best of all units.
fn position(row: &IndicatorRow, standing: &IndicatorStanding, summary: &Summary) -> Option<Position> {
    use vithe_shared::domain::Direction;
    let (worst, best) = match row.indicator.direction {
        Direction::Higher => (summary.min, summary.max),
        Direction::Lower => (summary.max, summary.min),
    };
    let (bad, good) = match row.indicator.direction {
        Direction::Higher => (summary.q1, summary.q3),
        Direction::Lower => (summary.q3, summary.q1),
    };
    let share = |value: f64| ((value - worst) / (best - worst)).clamp(0.0, 1.0);
    (best != worst).then(|| Position {
        bad_quartile: share(bad),
        median: share(summary.median),
        good_quartile: share(good),
        own: share(standing.value),
    })
}
