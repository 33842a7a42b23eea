//! The league table and the map of one component and year.

use vithe_shared::{
    Borders, ComponentId, IndexId, Language, ProvinceSlug, RegionId, Year,
    api::{ProvinceList, Ranking, RankingRow, SeriesAnswer},
    domain::{Availability, IndexInfo, IntervalKind, RankBasis, RankInterval, Scale, Summary},
};

use super::{
    FigureText, Subject,
    wording::{
        ChangeView, alternative_text, availability_text, change_view, component_name, measure_phrase, score_number,
        score_text, source_line, unit_count, year_span,
    },
};
use crate::format::{NO_FIGURE, capitalise, format_rank, join_names, rank_words};

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
    let finding = finding(
        ranking,
        &rows,
        &measure,
        region.as_ref().map(|(_, name)| name.as_str()),
        usize::from(ranking.n) < provinces.count_in(ranking.year),
        language,
    );
    let before_ha_tay_merger = ranking.borders == Borders::Provinces63 && ranking.year <= LAST_YEAR_OF_HA_TAY;

    let mut notes = Vec::new();
    notes.extend(incomplete.as_ref().map(|words| format!("{}.", capitalise(words))));
    notes.extend(withheld_note(ranking, &rows, language));
    notes.extend(unsurveyed_note(ranking, &rows, provinces, language));
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
    let range = score_range(&rows, ranking, language);
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
        complete: ranking.complete,
        summary: ranking.summary,
        intervals: ranking.intervals.clone(),
        rows,
        scores_of_all_years: None,
        before_ha_tay_merger,
    }
}

impl RankingView {
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
    let change = row
        .change
        .as_ref()
        .map(|change| change_view(change, ranking.year, row.score, ranking.scale, language));
    let missing = if row.score.is_some() {
        None
    } else {
        availability_text(row.availability, language)
    };
    let mut facts = Vec::new();
    facts.extend(row.score.map(|score| score_text(score, ranking.scale, language)));
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
            |score| score_number(score, ranking.scale, language),
        ),
        missing,
        availability: row.availability,
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

fn state_words(ranking: &Ranking, subject: &Subject, region: Option<&str>) -> String {
    let language = subject.language;
    let count = match region {
        Some(region) => format!(
            "{}, {region}",
            unit_count(ranking.rows.len(), ranking.borders, language)
        ),
        // "63 provinces" above a table of 25 scores would say too much.
        None if !ranking.complete => incomplete_words(ranking, language),
        None => unit_count(usize::from(ranking.n), ranking.borders, language),
    };
    format!(
        "{} · {} · {} · {count}",
        ranking.index.short_name(),
        subject.component_name,
        ranking.year
    )
}

fn incomplete_words(ranking: &Ranking, language: Language) -> String {
    let (scores, ranks, n) = (ranking.scores_on_record, ranking.ranks_on_record, ranking.n);
    match (ranks, language) {
        (0, Language::Vi) => format!("{scores}/{n} tỉnh có điểm, chưa có hạng nào"),
        (0, Language::En) => format!("{scores} of {n} provinces have a score, none a rank"),
        (_, Language::Vi) => format!("{ranks}/{n} tỉnh có hạng đã công bố, {scores}/{n} tỉnh có điểm"),
        (_, Language::En) => format!("{ranks} of {n} provinces have a published rank, {scores} a score"),
    }
}

fn withheld_note(ranking: &Ranking, rows: &[RankingRowView], language: Language) -> Option<String> {
    let names: Vec<&str> = rows
        .iter()
        .filter(|row| row.availability == Availability::Withheld)
        .map(|row| row.name.as_str())
        .collect();
    if names.is_empty() {
        return None;
    }
    let list = join_names(&names, language);
    Some(match language {
        Language::Vi => format!(
            "Số liệu đầy đủ của {list} không được công bố; hạng tính trên {} tỉnh.",
            ranking.n
        ),
        Language::En => format!(
            "The publisher withholds complete figures of {list}; ranks are among {} provinces.",
            ranking.n
        ),
    })
}

/// How many provinces an edition left out without withholding them: a pilot, or the first survey.
fn unsurveyed_note(
    ranking: &Ranking,
    rows: &[RankingRowView],
    provinces: &ProvinceList,
    language: Language,
) -> Option<String> {
    let withheld = rows
        .iter()
        .filter(|row| row.availability == Availability::Withheld)
        .count();
    let units = provinces.count_in(ranking.year);
    let n = ranking.n;
    (ranking.region.is_none() && usize::from(n) + withheld < units).then(|| match language {
        Language::Vi => format!("Kỳ này chỉ khảo sát và xếp hạng {n} trong {units} tỉnh, thành phố."),
        Language::En => format!("This edition surveyed and ranked {n} of {units} provinces only."),
    })
}

/// `Từ 58,95 đến 72,95 điểm, trung vị 65,22.`
fn score_range(rows: &[RankingRowView], ranking: &Ranking, language: Language) -> String {
    let scores: Vec<f64> = rows.iter().filter_map(|row| row.score).collect();
    let (Some(lowest), Some(highest)) = (
        scores.iter().copied().min_by(f64::total_cmp),
        scores.iter().copied().max_by(f64::total_cmp),
    ) else {
        return String::new();
    };
    let low = score_number(lowest, ranking.scale, language);
    let high = score_text(highest, ranking.scale, language);
    match language {
        Language::Vi => format!("từ {low} đến {high}"),
        Language::En => format!("from {low} to {high}"),
    }
}

/// The headline, told from the data; `leaves_out` tells that not all provinces are ranked.
fn finding(
    ranking: &Ranking,
    rows: &[RankingRowView],
    measure: &str,
    region: Option<&str>,
    leaves_out: bool,
    language: Language,
) -> String {
    let year = ranking.year;
    if rows.is_empty() || rows.iter().all(|row| row.score.is_none() && row.rank.is_none()) {
        return match language {
            Language::Vi => format!("Chưa có số liệu về {measure} năm {year}"),
            Language::En => format!("No figures on the {measure} of {year} are on record"),
        };
    }
    let highlighted: Vec<&RankingRowView> = rows.iter().filter(|row| row.highlighted).collect();
    if let [row] = highlighted.as_slice() {
        return finding_of_row(row, ranking, measure, language);
    }
    if !highlighted.is_empty() {
        let parts: Vec<String> = highlighted
            .iter()
            .map(|row| match &row.rank_words {
                Some(words) => format!("{} {words}", row.name),
                None => format!("{} {}", row.name, row.missing.unwrap_or(&row.score_text)),
            })
            .collect();
        return format!("{} {year}: {}", capitalise(measure), parts.join("; "));
    }
    let best_rank = rows.iter().filter_map(|row| row.rank).min();
    let leaders: Vec<&RankingRowView> = rows
        .iter()
        .filter(|row| row.rank.is_some() && row.rank == best_rank)
        .collect();
    let Some(first) = leaders.first() else {
        return capitalise(&match language {
            Language::Vi => format!("{} về {measure} năm {year}", incomplete_words(ranking, language)),
            Language::En => format!("{} for the {measure} of {year}", incomplete_words(ranking, language)),
        });
    };
    let names: Vec<&str> = leaders.iter().map(|row| row.name.as_str()).collect();
    let names = join_names(&names, language);
    let with_score = first.score.map_or_else(String::new, |score| {
        let score = score_text(score, ranking.scale, language);
        match language {
            Language::Vi => format!(" với {score}"),
            Language::En => format!(" with {score}"),
        }
    });
    let shared = if leaders.len() > 1 {
        language.pick("cùng ", "jointly ")
    } else {
        ""
    };
    let leads = if leaders.len() > 1 { "lead" } else { "leads" };
    match (region, first.rank, language) {
        (Some(region), Some(rank), Language::Vi) => format!(
            "{names} {shared}đứng đầu {region} về {measure} năm {year}{with_score}, {}",
            rank_words(rank, first_rank_n(ranking, first), language)
        ),
        (Some(region), Some(rank), Language::En) => format!(
            "{names} {shared}{leads} the {region} in {measure} {year}{with_score}, {}",
            rank_words(rank, first_rank_n(ranking, first), language)
        ),
        (_, Some(1), Language::Vi) => {
            let among = if leaves_out {
                format!("{} tỉnh được xếp hạng", ranking.n)
            } else {
                "cả nước".to_owned()
            };
            format!("{names} {shared}dẫn đầu {among} về {measure} năm {year}{with_score}")
        }
        (_, Some(1), Language::En) => {
            let among = if leaves_out {
                format!("the {} ranked provinces", ranking.n)
            } else {
                "the country".to_owned()
            };
            format!("{names} {shared}{leads} {among} in {measure} {year}{with_score}")
        }
        // The first place itself is not on record.
        (_, _, Language::Vi) => format!(
            "Hạng cao nhất có trong nguồn về {measure} năm {year}: {names}, {}",
            first.rank_words.as_deref().unwrap_or(NO_FIGURE)
        ),
        (_, _, Language::En) => format!(
            "The best rank on record in {measure} {year}: {names}, {}",
            first.rank_words.as_deref().unwrap_or(NO_FIGURE)
        ),
    }
}

fn first_rank_n(ranking: &Ranking, row: &RankingRowView) -> u16 {
    ranking
        .rows
        .iter()
        .find(|candidate| candidate.province == row.province)
        .and_then(|candidate| candidate.rank_n)
        .unwrap_or(ranking.n)
}

fn finding_of_row(row: &RankingRowView, ranking: &Ranking, measure: &str, language: Language) -> String {
    let year = ranking.year;
    let score = row.score.map(|score| score_text(score, ranking.scale, language));
    let moved = row.change.as_ref().and_then(|change| {
        let words = &change.rank.as_ref()?.words;
        Some(match language {
            Language::Vi => format!(", {words} so với {}", change.from_year),
            Language::En => format!(", {words} on {}", change.from_year),
        })
    });
    let moved = moved.unwrap_or_default();
    match (score, &row.rank_words, language) {
        (Some(score), Some(rank), Language::Vi) => {
            format!("{}: {rank} về {measure} năm {year} với {score}{moved}", row.name)
        }
        (Some(score), Some(rank), Language::En) => {
            format!("{}: {rank} in {measure} {year} with {score}{moved}", row.name)
        }
        (Some(score), None, Language::Vi) => format!(
            "{} đạt {score} về {measure} năm {year}; hạng chưa có trong nguồn",
            row.name
        ),
        (Some(score), None, Language::En) => {
            format!("{}: {score} in {measure} {year}; its rank is not on record", row.name)
        }
        (None, Some(rank), Language::Vi) => format!(
            "{}: {rank} về {measure} năm {year}{moved}; điểm chưa có trong nguồn",
            row.name
        ),
        (None, Some(rank), Language::En) => format!(
            "{}: {rank} in {measure} {year}{moved}; its score is not on record",
            row.name
        ),
        (None, None, Language::Vi) => format!(
            "{}: {} về {measure} năm {year}",
            row.name,
            row.missing.unwrap_or(NO_FIGURE)
        ),
        (None, None, Language::En) => format!("{}: {} in {measure} {year}", row.name, row.missing.unwrap_or(NO_FIGURE)),
    }
}

impl RankingView {
    /// Whether any row says how far its rank carries.
    pub fn has_intervals(&self) -> bool {
        self.rows.iter().any(|row| row.interval.is_some())
    }

    /// The index.
    pub const fn index(&self) -> IndexId {
        self.subject.index
    }
}
