//! Who won or lost most between two years: places always, points as far as the two years compare.

mod facts;
mod words;

use vithe_shared::{
    Borders, ComponentId, IndexId, Language, ProvinceSlug, Year,
    api::{
        ProvinceList,
        movers::{MoverRow, MoversAnswer},
    },
    domain::{Comparability, IndexInfo},
};

use self::{
    facts::featured,
    words::{counts_sentence, finding, hint, n_words, notes, points_sentence, remark, row_sentence, table_words},
};
use super::{
    FigureText,
    wording::{alternative_text, comparability_name, component_name, score_number, source_line, year_span},
};
use crate::format::{ChangeText, NO_FIGURE, format_rank, rank_change, score_change};

/// A province between the two years.
#[derive(Clone, Debug, PartialEq)]
pub struct MoverRowView {
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The short name of its region.
    pub region_name: String,
    /// Rank in the earlier and in the later year.
    pub ranks: [Option<u16>; 2],
    /// `44/63`; a dash without rank.
    pub rank_texts: [String; 2],
    /// Places won, for sorting.
    pub places_won: Option<i32>,
    /// Places won; `None` for a province that is not ranked in both years.
    pub places: Option<ChangeText>,
    /// Scores in the earlier and in the later year, for sorting.
    pub scores: [Option<f64>; 2],
    /// Scores as numbers alone; a dash where none is on record.
    pub score_texts: [String; 2],
    /// Points won, for sorting.
    pub points_won: Option<f64>,
    /// Points won; `None` where a score is missing or the years do not compare.
    pub points: Option<ChangeText>,
    /// Whether both scores are on record, but the years do not compare.
    pub points_refused: bool,
    /// Why there are no places: `mới vào danh sách xếp hạng`.
    pub remark: Option<&'static str>,
    /// Whether the reader picked it out.
    pub highlighted: bool,
    /// Whether the chart tells it apart.
    pub featured: bool,
    /// The row as a sentence.
    pub sentence: String,
}

/// Movers between two years of a component.
#[derive(Clone, Debug, PartialEq)]
pub struct MoversView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// The list of units.
    pub borders: Borders,
    /// The component.
    pub component: ComponentId,
    /// The two years.
    pub years: [Year; 2],
    /// Units in the ranked set of each.
    pub n: [u16; 2],
    /// How far the years compare.
    pub comparability: Comparability,
    /// The label over the lines where the years do not compare fully.
    pub marker: Option<&'static str>,
    /// `2018–2022`
    pub span: String,
    /// The words around it.
    pub text: FigureText,
    /// How many went which way; `None` where nothing is said of movers.
    pub counts: Option<String>,
    /// The next useful step where nothing is said of movers.
    pub hint: Option<String>,
    /// Who won and lost most points; `None` where that is not known or the years do not compare.
    pub points: Option<String>,
    /// Most places won first; provinces that are not ranked in both years last.
    pub rows: Vec<MoverRowView>,
}

impl MoversView {
    /// The rows that are ranked in both years.
    pub fn ranked(&self) -> impl Iterator<Item = &MoverRowView> {
        self.rows.iter().filter(|row| row.places.is_some())
    }
}

/// Tells the movers of an answer; those of `highlighted` are told apart, or else the farthest ones.
pub fn movers_view(
    answer: &MoversAnswer,
    index: &IndexInfo,
    provinces: &ProvinceList,
    highlighted: &[ProvinceSlug],
    language: Language,
) -> MoversView {
    let featured = featured(answer, highlighted);
    let rows: Vec<MoverRowView> = answer
        .rows
        .iter()
        .map(|row| MoverRowView {
            highlighted: highlighted.contains(&row.province),
            featured: featured.contains(&row.province),
            ..row_view(row, answer, provinces, language)
        })
        .collect();
    let region = answer.region.as_ref().map(|id| {
        provinces.regions.iter().find(|region| &region.id == id).map_or_else(
            || id.to_string(),
            |region| language.pick(&region.name_vi, &region.name_en).to_owned(),
        )
    });
    let span = year_span(answer.from.year, answer.to.year);
    let finding = finding(answer, &rows, region.as_deref(), language);
    let counts = answer.counts.as_ref().map(|counts| counts_sentence(*counts, language));
    let name = component_name(
        answer.component.is_overall(),
        language.pick(&answer.component_name_vi, &answer.component_name_en),
        language,
    );
    let n = n_words(answer);
    let methods = if answer.from.method_version == answer.to.method_version {
        answer.to.method_version.clone()
    } else {
        format!("{}, {}", answer.from.method_version, answer.to.method_version)
    };
    MoversView {
        language,
        index: answer.index,
        borders: answer.borders,
        component: answer.component.clone(),
        years: [answer.from.year, answer.to.year],
        n: [answer.from.n, answer.to.n],
        comparability: answer.comparability,
        marker: (answer.comparability != Comparability::Comparable)
            .then(|| comparability_name(answer.comparability, language)),
        text: FigureText {
            kicker: [
                Some(answer.index.short_name().to_owned()),
                Some(name),
                region,
                Some(span.clone()),
                Some(n.clone()),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
            alt: alternative_text(&[
                match language {
                    Language::Vi => format!(
                        "hạng {} năm {} và năm {}, mỗi tỉnh một đường nối",
                        table_words(answer, language),
                        answer.from.year,
                        answer.to.year
                    ),
                    Language::En => format!(
                        "ranks in {} in {} and {}, joined by a line per province",
                        table_words(answer, language),
                        answer.from.year,
                        answer.to.year
                    ),
                },
                finding.clone(),
                counts.clone().unwrap_or_default(),
            ]),
            notes: notes(answer, &rows, language),
            source: format!(
                "{} · {n}",
                source_line(
                    index,
                    &format!("{}, {}", answer.from.year, answer.to.year),
                    Some(&methods),
                    None,
                    language,
                )
            ),
            finding,
        },
        points: points_sentence(answer, language),
        hint: answer.refused.is_some().then(|| hint(answer, language)),
        span,
        counts,
        rows,
    }
}

fn row_view(row: &MoverRow, answer: &MoversAnswer, provinces: &ProvinceList, language: Language) -> MoverRowView {
    let name = language.pick(&row.name_vi, &row.name_en).to_owned();
    let rank_text = |rank: Option<u16>, n: Option<u16>| {
        rank.zip(n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n))
    };
    let score = |score: Option<f64>| {
        score.map_or_else(
            || NO_FIGURE.to_owned(),
            |score| score_number(score, answer.scale, language),
        )
    };
    let rank_texts = [
        rank_text(row.rank_from, row.rank_n_from),
        rank_text(row.rank_to, row.rank_n_to),
    ];
    let places = row.rank_change.map(|places| rank_change(places, language));
    let points = row.score_change.map(|points| {
        let decimals = answer.scale.decimals.of(points);
        score_change(points, decimals, answer.scale.unit, language)
    });
    let remark = remark(row.presence, language);
    let moved = places.as_ref().map_or(remark, |places| Some(places.words.as_str()));
    MoverRowView {
        sentence: row_sentence(answer, &name, &rank_texts, moved, points.as_ref(), language),
        province: row.province.clone(),
        name,
        region_name: provinces
            .regions
            .iter()
            .find(|region| region.id == row.region)
            .map_or_else(
                || row.region.to_string(),
                |region| language.pick(&region.short_vi, &region.short_en).to_owned(),
            ),
        ranks: [row.rank_from, row.rank_to],
        rank_texts,
        places_won: row.rank_change,
        places,
        scores: [row.score_from, row.score_to],
        score_texts: [score(row.score_from), score(row.score_to)],
        points_won: row.score_change,
        points,
        points_refused: answer.comparability == Comparability::NotComparable
            && row.score_from.is_some()
            && row.score_to.is_some(),
        remark,
        highlighted: false,
        featured: false,
    }
}
