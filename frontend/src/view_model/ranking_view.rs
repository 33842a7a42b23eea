//! The league table and the map of one component and year.

use vithe_shared::{
    Borders, ComponentId, IndexId, Language, ProvinceSlug, RegionId, Year,
    api::{ProvinceList, Ranking, RankingRow, SeriesAnswer},
    domain::{Availability, IndexInfo, IntervalKind, ObservationStatus, RankBasis, RankInterval, Scale, Summary},
};

mod words;

use self::words::{
    finding, finding_of_estimates, incomplete_words, not_estimated_note, score_range, state_words, unsurveyed_note,
    withheld_note,
};
use super::{
    FigureText, Subject,
    wording::{
        ChangeView, alternative_text, availability_text, change_view, component_name, marked, measure_phrase,
        score_number, score_text, source_line, spread_text, year_span,
    },
};
use crate::{
    format::{NO_FIGURE, capitalise, format_rank, rank_words},
    text::common,
};

/// One line of the league table.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingRowView {
    /// The unit.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// Its region.
    pub region: RegionId,
    /// The region's short name.
    pub region_name: String,
    /// The score.
    pub score: Option<f64>,
    /// The score as a number alone, for a column: `63,80`; a dash where none is on record.
    pub score_text: String,
    /// Why there is no score; `None` where there is one.
    pub missing: Option<&'static str>,
    /// Whether the score is on record.
    pub availability: Availability,
    /// The lowest and the highest score of the provinces behind an estimate.
    pub spread_text: Option<String>,
    /// The rank.
    pub rank: Option<u16>,
    /// `38/63`; a dash without rank.
    pub rank_text: String,
    /// `hạng 38/63, đồng hạng với 2 tỉnh`; `None` without rank.
    pub rank_words: Option<String>,
    /// Where the rank comes from.
    pub rank_basis: Option<RankBasis>,
    /// How far the rank carries, where that was asked for.
    pub interval: Option<RankInterval>,
    /// The rank within the region.
    pub region_rank: Option<u16>,
    /// `9/13`; a dash without regional rank.
    pub region_rank_text: String,
    /// The publisher's group or tier.
    pub group: Option<u8>,
    /// Change against the year before.
    pub change: Option<ChangeView>,
    /// Whether the unit was picked out.
    pub highlighted: bool,
    /// What the row says as a sentence, for tooltips and screen readers.
    pub sentence: String,
    /// The source of the figure.
    pub source_id: Option<String>,
}

/// The table of one component and year.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingView {
    /// What it is about.
    pub subject: Subject,
    /// The component.
    pub component: ComponentId,
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// The region the rows are limited to, with its name.
    pub region: Option<(RegionId, String)>,
    /// The words around it.
    pub text: FigureText,
    /// The state of the filters in words: `PCI · Tính minh bạch · 2021 · 63 tỉnh`.
    pub state: String,
    /// What scores count and how they are shown.
    pub scale: Scale,
    /// Units in the ranked set.
    pub n: u16,
    /// Whether the figures are estimates of the 34 units.
    pub is_back_cast: bool,
    /// Whether every member has a score.
    pub complete: bool,
    /// Summary of a complete table.
    pub summary: Option<Summary>,
    /// The kinds of rank intervals the table has.
    pub intervals: Vec<IntervalKind>,
    /// Rows, best first; units without rank by score, then by name.
    pub rows: Vec<RankingRowView>,
    /// The scores of all years, where the classes of the map are cut over them; `None` where they are fifths of the year.
    pub scores_of_all_years: Option<Vec<f64>>,
    /// Whether the year lies before Hà Tây became part of Hà Nội (1 August 2008): maps hatch the area.
    pub before_ha_tay_merger: bool,
}

/// The last survey year in which Hà Tây has figures of its own.
const LAST_YEAR_OF_HA_TAY: Year = Year(2008);

/// Builds the table; rows of `highlighted` units are marked.
pub fn ranking_view(
    ranking: &Ranking,
    index: &IndexInfo,
    provinces: &ProvinceList,
    highlighted: &[ProvinceSlug],
    language: Language,
) -> RankingView {
    let is_overall = ranking.component.is_overall();
    let subject = Subject {
        language,
        index: ranking.index,
        component_name: component_name(
            is_overall,
            language.pick(&ranking.component_name_vi, &ranking.component_name_en),
            language,
        ),
        is_overall,
        hues: index.hues.clone(),
    };
    let region_name = |id: &RegionId, short: bool| {
        provinces.regions.iter().find(|region| &region.id == id).map_or_else(
            || id.to_string(),
            |region| {
                if short {
                    language.pick(&region.short_vi, &region.short_en)
                } else {
                    language.pick(&region.name_vi, &region.name_en)
                }
                .to_owned()
            },
        )
    };
    let rows: Vec<RankingRowView> = ranking
        .rows
        .iter()
        .map(|row| {
            row_view(
                row,
                ranking,
                region_name(&row.region, true),
                highlighted.contains(&row.province),
                language,
            )
        })
        .collect();
    let region = ranking.region.as_ref().map(|id| (id.clone(), region_name(id, false)));
    let state = state_words(ranking, &subject, region.as_ref().map(|(_, name)| name.as_str()));
    let incomplete = (!ranking.complete).then(|| incomplete_words(ranking, language));
    let measure = measure_phrase(
        ranking.index,
        (!is_overall).then(|| language.pick(&ranking.component_name_vi, &ranking.component_name_en)),
        ranking.scale,
        language,
    );
    let range = score_range(&rows, ranking, language);
    let finding = finding(
        ranking,
        &rows,
        &measure,
        region.as_ref().map(|(_, name)| name.as_str()),
        usize::from(ranking.n) < provinces.count_in(ranking.year),
        language,
    );
    let finding = if ranking.back_cast || ranking.estimated {
        finding_of_estimates(ranking, &rows, &measure, &range, language)
    } else {
        finding
    };
    let before_ha_tay_merger = ranking.borders == Borders::Provinces63 && ranking.year <= LAST_YEAR_OF_HA_TAY;

    let mut notes = Vec::new();
    if ranking.back_cast {
        notes.extend(not_estimated_note(&rows, language));
    } else {
        notes.extend(incomplete.as_ref().map(|words| format!("{}.", capitalise(words))));
        notes.extend(withheld_note(ranking, &rows, language));
        notes.extend(unsurveyed_note(ranking, &rows, provinces, language));
    }
    if rows.iter().any(|row| row.rank_basis == Some(RankBasis::Derived)) {
        notes.push(
            language
                .pick(
                    "Hạng được tính từ bảng điểm đầy đủ; cơ quan công bố không nêu hạng này.",
                    "Ranks are derived from the complete table of scores; the publisher printed none.",
                )
                .to_owned(),
        );
    }
    if before_ha_tay_merger {
        notes.push(
            language
                .pick(
                    "Địa giới trước 1/8/2008: Hà Nội và Hà Tây còn là hai đơn vị, trên bản đồ vùng này được gạch chéo.",
                    "Borders before 1 August 2008: Hà Nội and Hà Tây were two units; the map hatches their area.",
                )
                .to_owned(),
        );
    }
    let text = FigureText {
        alt: alternative_text(&[format!("{measure}, {}", ranking.year), range, finding.clone()]),
        kicker: state.clone(),
        finding,
        notes,
        source: source_line(
            index,
            &ranking.year.to_string(),
            Some(&ranking.method_version),
            Some(ranking.n),
            language,
        ),
    };
    let is_marked = |row: &RankingRow| {
        let before = row.change.as_ref().and_then(|change| change.from_status);
        [row.status, before].contains(&Some(ObservationStatus::Estimated))
    };
    let mut text = text;
    if !ranking.back_cast && ranking.rows.iter().any(is_marked) {
        text.notes.push(common::MARKED_ESTIMATES.get(language).to_owned());
    }
    let text = match (ranking.back_cast, ranking.estimated) {
        (true, _) => text.back_cast(language),
        (false, true) => text.estimated(language),
        (false, false) => text,
    };
    let state = if ranking.back_cast || ranking.estimated {
        text.kicker.clone()
    } else {
        state
    };
    RankingView {
        subject,
        component: ranking.component.clone(),
        year: ranking.year,
        borders: ranking.borders,
        region,
        text,
        state,
        scale: ranking.scale,
        n: ranking.n,
        is_back_cast: ranking.back_cast,
        complete: ranking.complete,
        summary: ranking.summary,
        intervals: ranking.intervals.clone(),
        rows,
        scores_of_all_years: None,
        before_ha_tay_merger,
    }
}

impl RankingView {
    /// Whether any row says how far its rank carries.
    pub fn has_intervals(&self) -> bool {
        self.rows.iter().any(|row| row.interval.is_some())
    }

    /// Whether any row has a rank: a table of estimates has none.
    pub fn has_ranks(&self) -> bool {
        self.rows.iter().any(|row| row.rank.is_some())
    }

    /// The index.
    pub const fn index(&self) -> IndexId {
        self.subject.index
    }

    /// With the classes of the map cut over all years, so that a colour means the same score in each of them.
    #[must_use]
    pub fn with_classes_of_all_years(mut self, series: &SeriesAnswer) -> Self {
        let points = series.series.iter().flat_map(|series| &series.points);
        self.scores_of_all_years = Some(points.filter_map(|point| point.score).collect());
        if let Some((first, last)) = series.years.first().zip(series.years.last()) {
            let span = year_span(first.year, last.year);
            let breaks = if series.breaks.is_empty() {
                ""
            } else {
                self.subject.language.pick(
                    "; khi cách tính thay đổi, cùng một màu không có nghĩa là kết quả như nhau",
                    "; where the method changed, the same colour does not mean the same result",
                )
            };
            self.text.notes.push(match self.subject.language {
                Language::Vi => format!("Mốc màu cố định cho mọi năm {span}{breaks}."),
                Language::En => format!("Colour classes are fixed over all years, {span}{breaks}."),
            });
        }
        self
    }
}

fn row_view(
    row: &RankingRow,
    ranking: &Ranking,
    region_name: String,
    highlighted: bool,
    language: Language,
) -> RankingRowView {
    let name = language.pick(&row.name_vi, &row.name_en).to_owned();
    let rank_text = row
        .rank
        .zip(row.rank_n)
        .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n));
    let rank_words = row.rank.zip(row.rank_n).map(|(rank, n)| {
        let words = rank_words(rank, n, language);
        match (row.tied_with.len(), language) {
            (0, _) => words,
            (tied, Language::Vi) => format!("{words}, đồng hạng với {tied} tỉnh"),
            (tied, Language::En) => format!("{words}, tied with {tied}"),
        }
    });
    let change = change_view(row, ranking.year, ranking.scale, language);
    let missing = if row.score.is_some() {
        None
    } else {
        availability_text(row.availability, language)
    };
    let mut facts = Vec::new();
    let is_estimate = row.status == Some(ObservationStatus::Estimated);
    let mark = |score: String| marked(score, is_estimate);
    facts.extend(row.score.map(|score| mark(score_text(score, ranking.scale, language))));
    facts.extend(row.spread.as_ref().and_then(|spread| {
        let spread = spread_text(spread, ranking.scale, language)?;
        Some(match language {
            Language::Vi => format!("ước tính từ các tỉnh hợp thành ({spread})"),
            Language::En => format!("estimated from the merged provinces ({spread})"),
        })
    }));
    facts.extend(missing.map(str::to_owned));
    facts.extend(rank_words.clone());
    facts.extend(change.as_ref().and_then(|change| {
        let words = &change.rank.as_ref()?.words;
        Some(match language {
            Language::Vi => format!("{words} so với {}", change.from_year),
            Language::En => format!("{words} on {}", change.from_year),
        })
    }));
    RankingRowView {
        sentence: format!("{name}, {}: {}", ranking.year, facts.join(", ")),
        province: row.province.clone(),
        name,
        region: row.region.clone(),
        region_name,
        score: row.score,
        score_text: row.score.map_or_else(
            || NO_FIGURE.to_owned(),
            |score| mark(score_number(score, ranking.scale, language)),
        ),
        missing,
        availability: row.availability,
        spread_text: (row.spread.as_ref()).and_then(|spread| spread_text(spread, ranking.scale, language)),
        rank: row.rank,
        rank_text,
        rank_words,
        rank_basis: row.rank_basis,
        interval: row.rank_interval,
        region_rank: row.region_rank,
        region_rank_text: row
            .region_rank
            .zip(row.region_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n)),
        group: row.group,
        change,
        highlighted,
        source_id: row.source_id.clone(),
    }
}
