//! One figure of one province, as every answer tells it.

use super::Frame;
use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{
    format::{ChangeText, rank_words},
    view_model::wording::{
        ChangeView, availability_text, basis_text, change_view, marked, measure_phrase, score_text, status_text,
    },
};
use vithe_shared::{
    Borders, ComponentId, IndexId, Language, Year,
    api::{RankingRow, SeriesPoint},
    domain::{Availability, Change, Comparability, ObservationStatus, RankBasis, Reason, Scale, ScoreUnit},
};

/// What a table that is not complete says of its rows.
pub(super) fn on_record_words(on_record: u16, n: u16, language: Language) -> String {
    match language {
        Language::Vi => format!("có điểm {on_record}/{n}, chưa đủ để xếp hạng"),
        Language::En => format!("scores {on_record}/{n}, too few to rank"),
    }
}

/// The figure of a province on an index or component in a year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(super) struct Figure {
    /// pci, papi, par or sipas.
    pub(super) index: &'static str,
    /// overall is the total.
    pub(super) component: String,
    pub(super) component_name: String,
    pub(super) province: String,
    pub(super) province_name: String,
    pub(super) year: u16,
    /// The list of units: 63 provinces, or 34 units since 1 July 2025.
    pub(super) borders: &'static str,
    /// Null where none is on record, see `missing`.
    pub(super) score: Option<f64>,
    /// points, percent or `percent_of_maximum`.
    pub(super) unit: &'static str,
    /// Why there is no score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) missing: Option<&'static str>,
    /// Whether the figure is an estimate, which is never ranked.
    pub(super) estimated: bool,
    /// 1 is best. Null where no rank is published and the table is not complete, and for estimates.
    pub(super) rank: Option<u16>,
    /// How many units are ranked in that year.
    pub(super) n: u16,
    /// published: printed by the publisher; derived: computed from a complete table of scores.
    pub(super) rank_basis: Option<&'static str>,
    /// The other units on the same rank.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tied_with: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region_rank: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region_n: Option<u16>,
    /// Against the nearest earlier year on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) change: Option<FigureChange>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source_id: Option<String>,
    #[serde(skip)]
    sentence: String,
}

/// A change against an earlier year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(super) struct FigureChange {
    pub(super) from_year: u16,
    pub(super) from_score: Option<f64>,
    /// Whether the earlier figure is an estimate.
    pub(super) from_estimated: bool,
    /// Null where the comparison is refused (`not_comparable`) or a score is missing: do not compute it from the two scores.
    pub(super) score_change: Option<f64>,
    /// Places won (positive) or lost; null where a rank is missing or a figure is an estimate.
    pub(super) rank_change: Option<i32>,
    /// comparable, limited, reweighted or `not_comparable`.
    pub(super) comparability: &'static str,
    /// Why the years do not compare fully.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<String>,
}

/// What a figure is of.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) index: IndexId,
    pub(super) component: &'a ComponentId,
    pub(super) component_name: &'a str,
    pub(super) scale: Scale,
    pub(super) year: Year,
    pub(super) borders: Borders,
    pub(super) n: u16,
}

impl Figure {
    /// Of a row of a table.
    pub(super) fn of_row(frame: Frame<'_>, of: Of<'_>, row: &RankingRow) -> Self {
        let language = frame.language;
        let estimated = row.status == Some(ObservationStatus::Estimated);
        let values = Values {
            score: row.score,
            availability: row.availability,
            status: row.status,
            rank: row.rank,
            rank_n: row.rank_n,
            rank_basis: row.rank_basis,
            region_rank: row.region_rank.zip(row.region_n),
        };
        let name = language.pick(&row.name_vi, &row.name_en);
        let mut figure = Self::new(of, (row.province.as_str(), name), &values, language);
        if !estimated {
            figure.tied_with = row.tied_with.iter().map(ToString::to_string).collect();
        }
        figure.source_id.clone_from(&row.source_id);
        if let Some((change, view)) = row.change.as_ref().zip(change_view(row, of.year, of.scale, language)) {
            let estimates = Estimates {
                from: change.from_status == Some(ObservationStatus::Estimated),
                to: estimated,
            };
            figure.sentence.push_str(&change_sentence(&view, estimates, language));
            figure.change = Some(FigureChange::new(change, estimates, language));
        }
        figure
    }

    /// Of a year of a series, which tells its changes by its breaks.
    pub(super) fn of_point(of: Of<'_>, province: (&str, &str), point: &SeriesPoint, language: Language) -> Self {
        let values = Values {
            score: point.score,
            availability: point.availability,
            status: point.status,
            rank: point.rank,
            rank_n: point.rank_n,
            rank_basis: point.rank_basis,
            region_rank: point.region_rank.zip(point.region_n),
        };
        Self::new(of, province, &values, language)
    }

    fn new(of: Of<'_>, (slug, name): (&str, &str), values: &Values, language: Language) -> Self {
        let estimated = values.status == Some(ObservationStatus::Estimated);
        let rank = values.rank.filter(|_| !estimated);
        let region_rank = values.region_rank.filter(|_| !estimated);
        let n = values.rank_n.unwrap_or(of.n);
        Self {
            index: of.index.as_str(),
            component: of.component.to_string(),
            component_name: of.component_name.to_owned(),
            province: slug.to_owned(),
            province_name: name.to_owned(),
            year: of.year.0,
            borders: of.borders.as_str(),
            score: values.score,
            unit: unit_code(of.scale.unit),
            missing: availability_text(values.availability, language),
            estimated,
            rank,
            n,
            rank_basis: rank.and(values.rank_basis).map(basis_code),
            tied_with: Vec::new(),
            region_rank: region_rank.map(|(rank, _)| rank),
            region_n: region_rank.map(|(_, n)| n),
            change: None,
            source_id: None,
            sentence: sentence(of, name, values, rank, n, language),
        }
    }

    /// The figure in a sentence.
    pub(super) fn sentence(&self) -> &str {
        &self.sentence
    }
}

impl FigureChange {
    fn new(change: &Change, estimates: Estimates, language: Language) -> Self {
        Self {
            from_estimated: estimates.from,
            from_year: change.from_year.0,
            from_score: change.from_score,
            score_change: change.score,
            rank_change: change.rank.filter(|_| !estimates.any()),
            comparability: comparability_code(change.comparability),
            reason: reason_of(change.reason.as_ref(), language),
        }
    }
}

/// Which ends of a change are estimates.
#[derive(Clone, Copy)]
struct Estimates {
    from: bool,
    to: bool,
}

impl Estimates {
    const fn any(self) -> bool {
        self.from || self.to
    }
}

/// What rows and points have in common.
struct Values {
    score: Option<f64>,
    availability: Availability,
    status: Option<ObservationStatus>,
    rank: Option<u16>,
    rank_n: Option<u16>,
    rank_basis: Option<RankBasis>,
    region_rank: Option<(u16, u16)>,
}

fn sentence(of: Of<'_>, name: &str, values: &Values, rank: Option<u16>, n: u16, language: Language) -> String {
    let part = (!of.component.is_overall()).then_some(of.component_name);
    let measure = measure_phrase(of.index, part, of.scale, language);
    let estimated = values.status == Some(ObservationStatus::Estimated);
    let score = match (values.score, availability_text(values.availability, language)) {
        (Some(score), _) => marked(score_text(score, of.scale, language), estimated),
        (None, Some(missing)) => missing.to_owned(),
        (None, None) => language.pick("chưa có điểm", "no score on record").to_owned(),
    };
    let mut facts = vec![score];
    if estimated {
        facts.push(
            language
                .pick("ước tính, không xếp hạng", "an estimate, not ranked")
                .to_owned(),
        );
    } else if let Some(told) = status_text(values.status, language) {
        facts.push(told.to_owned());
    }
    match rank.zip(values.rank_basis) {
        Some((rank, basis)) => facts.push(format!(
            "{} ({})",
            rank_words(rank, n, language),
            basis_text(basis, language)
        )),
        None if !estimated => facts.push(match language {
            Language::Vi => format!("chưa có hạng (n = {n})"),
            Language::En => format!("no rank on record (n = {n})"),
        }),
        None => {}
    }
    format!("{name}, {measure} {}: {}.", of.year, facts.join(", "))
}

/// What became of it since an earlier year, a sentence that follows.
fn change_sentence(view: &ChangeView, estimates: Estimates, language: Language) -> String {
    let words = |text: &ChangeText| text.words.clone();
    let mut facts = Vec::new();
    facts.extend(view.score.as_ref().map(words));
    facts.extend(view.rank.as_ref().filter(|_| !estimates.any()).map(words));
    if view.comparability == Comparability::NotComparable {
        facts.push(
            language
                .pick("không tính mức thay đổi điểm", "the change of score is refused")
                .to_owned(),
        );
    }
    facts.extend(view.note.clone());
    facts.extend(view.printed_values.clone());
    if estimates.from && !facts.is_empty() {
        facts.push(match language {
            Language::Vi => format!("số liệu {} là ước tính", view.from_year),
            Language::En => format!("the figure of {} is an estimate", view.from_year),
        });
    }
    if facts.is_empty() {
        return String::new();
    }
    match language {
        Language::Vi => format!(" So với {}: {}.", view.from_year, facts.join("; ")),
        Language::En => format!(" Against {}: {}.", view.from_year, facts.join("; ")),
    }
}

/// A reason in the language of the question.
pub(super) fn reason_of(reason: Option<&Reason>, language: Language) -> Option<String> {
    reason.map(|reason| language.pick(&reason.vi, &reason.en).to_owned())
}

/// The spelling of answers.
pub(super) const fn comparability_code(comparability: Comparability) -> &'static str {
    match comparability {
        Comparability::Comparable => "comparable",
        Comparability::Limited => "limited",
        Comparability::Reweighted => "reweighted",
        Comparability::NotComparable => "not_comparable",
    }
}

pub(super) const fn basis_code(basis: RankBasis) -> &'static str {
    match basis {
        RankBasis::Published => "published",
        RankBasis::Derived => "derived",
        RankBasis::Estimated => "estimated",
    }
}

pub(super) const fn unit_code(unit: ScoreUnit) -> &'static str {
    match unit {
        ScoreUnit::Points => "points",
        ScoreUnit::Percent => "percent",
        ScoreUnit::PercentOfMaximum => "percent_of_maximum",
    }
}
