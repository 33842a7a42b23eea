//! Where figures come from: the values on record of a selection, each with the documents that give it.

use std::collections::BTreeSet;

use vithe_shared::{
    Language, ProvinceSlug, Year,
    api::{Observation, ProvinceList},
    domain::{Evidence, IndexInfo, Measure, ScoreUnit, SourceInfo},
    sorting::gather,
};

use crate::{
    format::{decapitalise, format_count, format_rank, format_score, format_score_with_unit},
    text::{common, sources as text},
};

/// Whether a value is the one that tables and charts show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is.
    Used,
    /// Another value of the same figure is.
    NotUsed,
    /// None is: the documents differ and nothing decides between them.
    Open,
}

/// A document that gives a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentView {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address; empty where none is on record.
    pub address: String,
    /// How the value is known from it, where it is not simply printed.
    pub how: Vec<&'static str>,
    /// What the collectors noted.
    pub note: Option<String>,
}

/// One value of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRowView {
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The year.
    pub year: Year,
    /// `Hạng`, `Điểm`.
    pub measure: String,
    /// `91,43`, `38/63`.
    pub value: String,
    /// Whether it is used.
    pub used: Use,
    /// The documents, the one that is cited first; none where the product computed the value.
    pub documents: Vec<DocumentView>,
}

/// All values of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcesView {
    /// How much is on record, and how much of it is disputed.
    pub finding: String,
    /// The values by year, province and measure, used ones first.
    pub rows: Vec<SourceRowView>,
    /// What must be known to read them.
    pub note: Option<&'static str>,
}

/// Builds the table; `observations` are those of one component of `index`, in the order of the API.
pub fn sources_view(
    observations: &[Observation],
    sources: &[SourceInfo],
    index: &IndexInfo,
    provinces: &ProvinceList,
    language: Language,
) -> SourcesView {
    let mut rows: Vec<SourceRowView> = Vec::new();
    for figure in observations.chunk_by(is_same_figure) {
        let is_decided = figure.iter().any(|observation| observation.preferred);
        let mut values: Vec<(f64, Vec<&Observation>)> = Vec::new();
        for observation in figure {
            match values.iter_mut().find(|(value, _)| *value == observation.value) {
                Some((_, same)) => same.push(observation),
                None => values.push((observation.value, vec![observation])),
            }
        }
        for (_, same) in values {
            let first = same[0];
            rows.push(SourceRowView {
                province: first.province.clone(),
                name: name_of(provinces, first, language),
                year: first.year,
                measure: text::measure(first.measure).get(language).to_owned(),
                value: value_text(first, language),
                used: match (same.iter().any(|observation| observation.preferred), is_decided) {
                    (true, _) => Use::Used,
                    (false, true) => Use::NotUsed,
                    (false, false) => Use::Open,
                },
                documents: same
                    .iter()
                    .filter_map(|observation| document(observation, sources, language))
                    .collect(),
            });
        }
    }
    let has_open = rows.iter().any(|row| row.used == Use::Open);
    SourcesView {
        finding: finding(observations, &rows, index, language),
        rows,
        note: has_open.then(|| text::NOTE_OPEN.get(language)),
    }
}

/// Whether two rows tell the same figure of the same unit.
fn is_same_figure(one: &Observation, other: &Observation) -> bool {
    (&one.province, one.year, &one.component, one.measure)
        == (&other.province, other.year, &other.component, other.measure)
}

fn name_of(provinces: &ProvinceList, observation: &Observation, language: Language) -> String {
    provinces
        .provinces
        .iter()
        .find(|province| province.slug == observation.province)
        .map_or_else(
            || observation.province_name.clone(),
            |province| language.pick(&province.name_vi, &province.name_en).to_owned(),
        )
}

/// The value as it was recorded: scores with all their decimals, ranks with n.
fn value_text(observation: &Observation, language: Language) -> String {
    let value = observation.value;
    if let Some(n) = observation.rank_n.filter(|_| observation.measure.is_rank()) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a rank is a small whole number"
        )]
        return format_rank(value as u16, n);
    }
    let written = value.to_string();
    let decimals = written.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let least = u8::from(observation.measure == Measure::Score);
    let decimals = u8::try_from(decimals).unwrap_or(u8::MAX).clamp(least, 4);
    match observation.unit.filter(|unit| *unit != ScoreUnit::Points) {
        Some(unit) => format_score_with_unit(value, decimals, unit, language),
        // The name of the measure says that these are points.
        None => format_score(value, decimals, language),
    }
}

fn document(observation: &Observation, sources: &[SourceInfo], language: Language) -> Option<DocumentView> {
    let id = observation.source_id.as_ref()?;
    let source = sources.iter().find(|source| &source.id == id)?;
    let note = match language {
        Language::Vi => observation.note_vi.clone(),
        Language::En => observation.note.clone(),
    };
    // The note of a derived value says what it was derived from.
    let is_told = observation.evidence == Evidence::Derived && note.is_some();
    let evidence = text::evidence(observation.evidence).filter(|_| !is_told);
    Some(DocumentView {
        title: source.document.clone(),
        publisher: source.publisher.clone(),
        address: source.address.clone(),
        how: [evidence, text::status(observation.status)]
            .into_iter()
            .flatten()
            .map(|words| words.get(language))
            .collect(),
        note,
    })
}

fn finding(observations: &[Observation], rows: &[SourceRowView], index: &IndexInfo, language: Language) -> String {
    let Some(first) = observations.first() else {
        return text::NOTHING.get(language).to_owned();
    };
    let what = index.component(&first.component).map_or_else(
        || first.component.to_string(),
        |component| {
            if component.id.is_overall() {
                decapitalise(common::OVERALL.get(language))
            } else {
                language.pick(&component.name_vi, &component.name_en).to_owned()
            }
        },
    );
    let documents: BTreeSet<&str> = gather(
        observations
            .iter()
            .filter_map(|observation| observation.source_id.as_deref()),
    );
    let provinces: BTreeSet<&ProvinceSlug> = gather(rows.iter().map(|row| &row.province));
    let figures = observations.chunk_by(is_same_figure).count();
    let disputed = observations
        .chunk_by(is_same_figure)
        .filter(|figure| figure.iter().any(|observation| observation.value != figure[0].value))
        .count();
    let is_computed = observations
        .iter()
        .all(|observation| observation.evidence == Evidence::Computed);
    let count = |number: usize| format_count(number, language);
    let subject = format!("{}, {what}", index.short_name);
    let counted = match language {
        Language::Vi => format!(
            "{subject}: {} số liệu của {} tỉnh",
            count(figures),
            count(provinces.len())
        ),
        Language::En => {
            let words = |number: usize, one: &str, many: &str| {
                format!("{} {}", count(number), if number == 1 { one } else { many })
            };
            format!(
                "{subject}: {} of {}",
                words(figures, "figure", "figures"),
                words(provinces.len(), "province", "provinces")
            )
        }
    };
    if is_computed {
        let by = language.pick(
            "đều do Vị Thế tính từ các thành phần",
            "computed by Vị Thế from components",
        );
        return format!("{counted} {by}");
    }
    match (disputed, language) {
        (0, Language::Vi) => format!(
            "{counted} từ {} tài liệu; không số liệu nào được ghi khác nhau",
            count(documents.len())
        ),
        (_, Language::Vi) => format!(
            "{counted} từ {} tài liệu; {} số liệu được các tài liệu ghi khác nhau",
            count(documents.len()),
            count(disputed)
        ),
        (_, Language::En) => {
            let whence = match documents.len() {
                1 => "from one document".to_owned(),
                documents => format!("from {} documents", count(documents)),
            };
            match disputed {
                0 => format!("{counted} {whence}; no document contradicts another"),
                disputed => format!("{counted} {whence}; on {} of them documents differ", count(disputed)),
            }
        }
    }
}
