//! How far ranks carry: the best and the worst rank of every province, what was allowed to vary, and what may be said of it.
//! Three kinds are called sensitivity; only what comes from the sample of a survey is called confidence.

mod facts;
#[cfg(test)]
mod tests;
mod words;

pub use self::words::{interval_clause, interval_name, interval_text};

use vithe_shared::{
    IndexId, Language, ProvinceSlug, domain::IntervalKind, presentation::IndexHues, sorting::sort_by_key,
};

use self::{
    facts::{SamplingFacts, sampling_facts},
    words::{finding, interval_sentence, tie_rule, what_varies},
};
use super::{FigureText, RankingView, wording::alternative_text};

/// One province.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalRowView {
    /// The unit.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The rank.
    pub rank: u16,
    /// The best rank.
    pub best: u16,
    /// The worst rank.
    pub worst: u16,
    /// `31–44`
    pub text: String,
    /// Whether the unit was picked out.
    pub highlighted: bool,
    /// What the row says as a sentence.
    pub sentence: String,
}

impl IntervalRowView {
    /// How many places lie between the best and the worst rank.
    const fn width(&self) -> u16 {
        self.worst - self.best
    }
}

/// The rank intervals of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// Its hues.
    pub hues: IndexHues,
    /// What was allowed to vary; `None` where no row has an interval.
    pub kind: Option<IntervalKind>,
    /// How far, as the API gives it.
    pub parameter: Option<f64>,
    /// The words around it.
    pub text: FigureText,
    /// What was allowed to vary and how ties are ranked, a sentence each.
    pub explanation: Vec<String>,
    /// The size of the ranked set.
    pub n: u16,
    /// Rows that have an interval, best rank first.
    pub rows: Vec<IntervalRowView>,
    /// What confidence intervals of a whole table say.
    pub facts: Option<SamplingFacts>,
}

/// Tells the intervals of a table.
pub fn interval_view(table: &RankingView) -> IntervalView {
    let language = table.subject.language;
    let interval = table.rows.iter().find_map(|row| row.interval);
    let mut rows: Vec<IntervalRowView> = table
        .rows
        .iter()
        .filter_map(|row| {
            let (rank, interval) = row.rank.zip(row.interval)?;
            Some(IntervalRowView {
                sentence: format!(
                    "{}, {}: {}",
                    row.name,
                    table.year,
                    interval_sentence(rank, table.n, interval, language)
                ),
                province: row.province.clone(),
                name: row.name.clone(),
                rank,
                best: interval.best,
                worst: interval.worst,
                text: interval_text(interval),
                highlighted: row.highlighted,
            })
        })
        .collect();
    // Stable: the rows of a table keep their order of names where they share a rank.
    sort_by_key(&mut rows, |row| row.rank);
    let is_confidence = interval.is_some_and(|interval| interval.kind.is_confidence());
    let facts = (is_confidence && rows.len() == usize::from(table.n)).then(|| sampling_facts(&rows));
    let mut explanation = Vec::new();
    if let Some(interval) = interval {
        explanation.push(what_varies(interval, language));
        explanation.push(tie_rule(language).to_owned());
    }
    let finding = finding(table, interval, &rows, facts.as_ref());
    let name = interval.map(|interval| interval_name(interval, language));
    IntervalView {
        language,
        index: table.index(),
        hues: table.subject.hues.clone(),
        kind: interval.map(|interval| interval.kind),
        parameter: interval.map(|interval| interval.parameter),
        text: FigureText {
            kicker: std::iter::once(table.state.clone())
                .chain(name.clone())
                .collect::<Vec<_>>()
                .join(" · "),
            alt: alternative_text(&[
                match language {
                    Language::Vi => format!("Hạng tốt nhất và kém nhất của {} tỉnh, {}", rows.len(), table.year),
                    Language::En => format!("Best and worst ranks of {} provinces, {}", rows.len(), table.year),
                },
                name.unwrap_or_default(),
                finding.clone(),
            ]),
            finding,
            notes: Vec::new(),
            source: table.text.source.clone(),
        },
        explanation,
        n: table.n,
        rows,
        facts,
    }
}
