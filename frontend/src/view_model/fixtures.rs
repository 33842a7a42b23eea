//! Small API answers for the tests of views and charts. Everything here is made up: provinces are called "Tỉnh A" and so
//! on, scores are round, and nothing may be read as a figure of a real province.

use vithe_shared::{
    Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year,
    api::{
        BestValue, ComponentProfile, IndexProfile, Matrix, MatrixColumn, MatrixRow, Profile, ProvinceList, Ranking,
        RankingRow, Series, SeriesAnswer, SeriesBreak, SeriesPoint, YearSummary,
        changes::{ChangeEnd, ChangePart, ChangesAnswer, RankChange},
        declines::{DeclineRow, DeclinesAnswer},
        movers::{MoverRow, MoversAnswer, MoversEnd},
        regions::{RegionSeries, RegionYear, RegionsAnswer},
        scatter::{RankCorrelation, ScatterAnswer, ScatterAxis, ScatterLeftOut, ScatterPoint},
        what_if::{Rival, WhatIfAnswer, WhatIfComponent},
    },
    domain::{
        Availability, Change, Comparability, ComponentInfo, IndexInfo, IntervalKind, MemberScore, MemberSpread,
        MissingScore, MoverCounts, ObservationStatus, Presence, Province, PublishedValues, RankBasis, RankInterval,
        Reason, Redistribution, Region, Scale, ScoreUnit, Summary, YearCoverage,
    },
    presentation::{Colour, IndexHues, ShownDecimals, ThemeHues},
    query::Theme,
};

const TWO_DECIMALS: ShownDecimals = ShownDecimals { least: 2, most: 2 };
pub(crate) const POINTS: Scale = Scale {
    min: 0.0,
    max: 100.0,
    unit: ScoreUnit::Points,
    decimals: TWO_DECIMALS,
    cost: false,
};
const COMPONENT_SCALE: Scale = Scale {
    min: 1.0,
    max: 10.0,
    unit: ScoreUnit::Points,
    decimals: TWO_DECIMALS,
    cost: false,
};

/// Where a higher score stands for a lower cost.
const COSTS: [&str; 2] = ["entry", "informal"];

fn component_scale(component: &str) -> Scale {
    Scale {
        cost: COSTS.contains(&component),
        ..COMPONENT_SCALE
    }
}

fn component_info(id: &str) -> ComponentInfo {
    ComponentInfo {
        id: id.parse().unwrap(),
        parent: Some(ComponentId::overall()),
        level: 1,
        name_vi: String::new(),
        name_en: String::new(),
        short_vi: String::new(),
        short_en: String::new(),
        names: Vec::new(),
        years: (2018..=2021).map(Year).collect(),
        scale: component_scale(id),
        computed: false,
        weights: Vec::new(),
        maximum_points: Vec::new(),
    }
}

/// The hues of the data package: what a chart draws is compared with what it drew before.
fn hues(id: IndexId) -> IndexHues {
    let of = |theme: Theme| {
        let row = include_str!("../../../datasets/data/hues.csv")
            .lines()
            .find_map(|row| row.strip_prefix(&format!("{id},{theme},")))
            .unwrap();
        let colours: Vec<Colour> = row.split(',').map(|colour| colour.parse().unwrap()).collect();
        let [mark, text, classes @ ..] = <[Colour; 7]>::try_from(colours).unwrap();
        ThemeHues { mark, text, classes }
    };
    IndexHues {
        light: of(Theme::Light),
        dark: of(Theme::Dark),
    }
}

pub(crate) fn slug(letter: char) -> ProvinceSlug {
    format!("tinh-{}", letter.to_ascii_lowercase()).parse().unwrap()
}

fn name(letter: char) -> (String, String) {
    (format!("Tỉnh {letter}"), format!("Province {letter}"))
}

fn region_of(letter: char) -> RegionId {
    if letter <= 'C' { "north" } else { "south" }.parse().unwrap()
}

fn reason() -> Reason {
    Reason {
        code: "renewed".to_owned(),
        vi: "Một phần bộ chỉ tiêu được thay mới.".to_owned(),
        en: "Part of the indicators was renewed.".to_owned(),
    }
}

fn letters(count: usize) -> Vec<char> {
    ('A'..='Z').take(count).collect()
}

pub(crate) fn province(letter: char) -> Province {
    let (name_vi, name_en) = name(letter);
    Province {
        slug: slug(letter),
        borders: Borders::Provinces63,
        aliases: vec![format!("Thành phố {letter}")],
        name_vi,
        name_en,
        region: region_of(letter),
        code: "00".to_owned(),
        iso: None,
        municipality: false,
        first_year: None,
        last_year: None,
        successor: None,
        predecessors: Vec::new(),
        latitude: Some(16.0),
        longitude: Some(107.0),
    }
}

pub(crate) fn province_list(count: usize) -> ProvinceList {
    let region = |id: &str, vi: &str, en: &str| Region {
        id: id.parse().unwrap(),
        name_vi: vi.to_owned(),
        name_en: en.to_owned(),
        short_vi: vi.to_owned(),
        short_en: en.to_owned(),
    };
    ProvinceList {
        borders: Borders::Provinces63,
        provinces: letters(count).into_iter().map(province).collect(),
        regions: vec![
            region("north", "Vùng Bắc", "North"),
            region("south", "Vùng Nam", "South"),
        ],
        revision: "test".to_owned(),
    }
}

pub(crate) fn index_info(id: IndexId) -> IndexInfo {
    IndexInfo {
        units34_years: Vec::new(),
        indicators: Vec::new(),
        id,
        name_vi: format!("Chỉ số {}", id.short_name()),
        name_en: format!("{} index", id.short_name()),
        short_name: id.short_name().to_owned(),
        publisher_vi: "Cơ quan công bố".to_owned(),
        publisher_en: "Publisher".to_owned(),
        measures_vi: String::new(),
        measures_en: String::new(),
        scale: POINTS,
        hues: hues(id),
        years: (2018..=2021).map(Year).collect(),
        opens_on: Year(2021),
        coverage: vec![
            YearCoverage {
                year: Year(2018),
                borders: Borders::Provinces63,
                members: 6,
                withheld: 0,
                scores: 6,
                ranks: 0,
                with_components: 6,
                complete: true,
                method_version: "test-2018".to_owned(),
            },
            YearCoverage {
                year: Year(2021),
                borders: Borders::Provinces63,
                members: 6,
                withheld: 1,
                scores: 4,
                ranks: 4,
                with_components: 2,
                complete: false,
                method_version: "test-2021".to_owned(),
            },
        ],
        method_versions: Vec::new(),
        breaks: Vec::new(),
        components: COSTS.map(component_info).to_vec(),
        citation_vi: String::new(),
        citation_en: String::new(),
        terms_vi: String::new(),
        terms_en: String::new(),
        redistribution: Redistribution::Displayed,
        website: String::new(),
    }
}

/// A change of rank and score under a comparability.
pub(crate) fn change(comparability: Comparability, score: f64, places: i32) -> Change {
    Change {
        from_year: Year(2020),
        from_score: Some(60.0),
        from_rank: Some(3),
        from_rank_n: Some(6),
        score: (comparability != Comparability::NotComparable).then_some(score),
        rank: Some(places),
        comparability,
        reason: (comparability != Comparability::Comparable).then(reason),
    }
}

fn row(letter: char, score: Option<f64>, rank: Option<u16>, n: u16) -> RankingRow {
    let (name_vi, name_en) = name(letter);
    RankingRow {
        spread: None,
        province: slug(letter),
        name_vi,
        name_en,
        region: region_of(letter),
        score,
        availability: if score.is_some() {
            Availability::OnRecord
        } else {
            Availability::NotOnRecord
        },
        rank,
        rank_n: rank.map(|_| n),
        rank_basis: rank.map(|_| RankBasis::Published),
        rank_interval: None,
        tied_with: Vec::new(),
        region_rank: None,
        region_n: None,
        region_rank_basis: None,
        group: None,
        change: None,
        status: score.map(|_| ObservationStatus::Normal),
        source_id: Some("test".to_owned()),
    }
}

/// A complete table of `count` provinces, a point apart from 70 down, the second with a change.
pub(crate) fn ranking(count: usize) -> Ranking {
    let n = u16::try_from(count).unwrap();
    let mut rows: Vec<RankingRow> = letters(count)
        .into_iter()
        .zip(1_u16..)
        .map(|(letter, rank)| row(letter, Some(71.0 - f64::from(rank)), Some(rank), n))
        .collect();
    if let Some(second) = rows.get_mut(1) {
        second.change = Some(change(Comparability::Limited, 0.69, 1));
    }
    let scores: Vec<f64> = rows.iter().filter_map(|row| row.score).collect();
    Ranking {
        back_cast: false,
        estimated: false,
        index: IndexId::Pci,
        component: ComponentId::overall(),
        component_name_vi: "Tổng".to_owned(),
        component_name_en: "Total".to_owned(),
        year: Year(2021),
        borders: Borders::Provinces63,
        region: None,
        method_version: "test-2021".to_owned(),
        scale: POINTS,
        n,
        scores_on_record: n,
        ranks_on_record: n,
        complete: count > 0,
        intervals: Vec::new(),
        rows,
        summary: Summary::of(&scores),
        published_national: None,
        sources: Vec::new(),
        revision: "test".to_owned(),
    }
}

/// The same table with an interval of one place up and two down around each rank.
pub(crate) fn ranking_with_intervals(count: usize, kind: IntervalKind) -> Ranking {
    let mut ranking = ranking(count);
    let n = ranking.n;
    ranking.intervals = vec![kind];
    for row in &mut ranking.rows {
        row.rank_interval = row.rank.map(|rank| RankInterval {
            kind,
            parameter: match kind {
                IntervalKind::Rounding => 0.005,
                IntervalKind::Perturbation => 1.0,
                IntervalKind::Weights => 0.1,
                IntervalKind::Sampling => 0.95,
            },
            best: rank.saturating_sub(1).max(1),
            worst: (rank + 2).min(n),
        });
    }
    ranking
}

/// A table of six of which one has a rank only and two have nothing.
pub(crate) fn partial_ranking() -> Ranking {
    let mut ranking = ranking(6);
    ranking.index = IndexId::Par;
    ranking.complete = false;
    ranking.summary = None;
    ranking.scores_on_record = 3;
    ranking.ranks_on_record = 4;
    ranking.rows[2].score = None;
    ranking.rows[2].availability = Availability::NotOnRecord;
    for row in &mut ranking.rows[4..] {
        row.score = None;
        row.rank = None;
        row.rank_n = None;
        row.rank_basis = None;
        row.availability = Availability::NotOnRecord;
    }
    ranking
}

/// `count` provinces from 2018 to 2021: limited in 2020, not comparable in 2021; the second misses 2019.
pub(crate) fn series(count: usize) -> SeriesAnswer {
    let n = u16::try_from(count).unwrap();
    let point = |year: u16, rank: u16| SeriesPoint {
        spread: None,
        year: Year(year),
        score: Some(70.0 - f64::from(rank) + f64::from(year - 2018) * 0.5),
        availability: Availability::OnRecord,
        rank: Some(rank),
        rank_n: Some(n),
        rank_basis: Some(RankBasis::Published),
        region_rank: None,
        region_n: None,
        status: Some(ObservationStatus::Normal),
        method_version: "test".to_owned(),
    };
    let series = letters(count)
        .into_iter()
        .zip(1_u16..)
        .map(|(letter, rank)| {
            let (name_vi, name_en) = name(letter);
            Series {
                province: slug(letter),
                name_vi,
                name_en,
                region: region_of(letter),
                points: (2018..=2021)
                    .filter(|year| !(letter == 'B' && *year == 2019))
                    .map(|year| point(year, rank))
                    .collect(),
            }
        })
        .collect();
    let entry = |year: u16, comparability| SeriesBreak {
        from_year: Year(year - 1),
        year: Year(year),
        comparability,
        reason: reason(),
    };
    SeriesAnswer {
        index: IndexId::Papi,
        component: ComponentId::overall(),
        component_name_vi: "Tổng".to_owned(),
        component_name_en: "Total".to_owned(),
        scale: POINTS,
        borders: Borders::Provinces63,
        series,
        years: (2018..=2021)
            .filter(|_| count > 0)
            .map(|year| YearSummary {
                year: Year(year),
                n,
                complete: year != 2019,
                summary: (year != 2019).then(|| Summary::of(&[66.0, 67.0, 68.0])).flatten(),
            })
            .collect(),
        breaks: vec![
            entry(2020, Comparability::Limited),
            entry(2021, Comparability::NotComparable),
        ],
        revision: "test".to_owned(),
    }
}

/// How far the members A and B of a unit lie apart.
pub(crate) fn member_spread(lowest: f64, highest: f64) -> MemberSpread {
    let member = |letter: char, score: f64| MemberScore {
        province: slug(letter),
        score: Some(score),
    };
    MemberSpread {
        min: Some(lowest),
        max: Some(highest),
        members: vec![member('A', highest), member('B', lowest)],
    }
}

/// One unit of 2025 by back-cast, from 2018 to 2021.
pub(crate) fn back_cast_series() -> SeriesAnswer {
    let mut answer = series(1);
    answer.borders = Borders::Units34;
    for point in &mut answer.series[0].points {
        let score = point.score.unwrap();
        point.rank = None;
        point.rank_n = None;
        point.rank_basis = None;
        point.status = Some(ObservationStatus::Estimated);
        point.spread = Some(member_spread(score - 3.0, score + 1.5));
    }
    answer
}

/// Of a component that has the years of [`series`], those from one to another.
pub(crate) fn cut_series(count: usize, from: u16, to: u16) -> SeriesAnswer {
    let mut answer = series(count);
    answer.component = "entry".parse().unwrap();
    let is_shown = |year: Year| (from..=to).contains(&year.0);
    answer.years.retain(|summary| is_shown(summary.year));
    answer
        .breaks
        .retain(|entry| is_shown(entry.from_year) && is_shown(entry.year));
    for series in &mut answer.series {
        series.points.retain(|point| is_shown(point.year));
    }
    answer
}

/// Three components of `count` provinces; the last column is not complete.
pub(crate) fn matrix(count: usize) -> Matrix {
    let n = u16::try_from(count).unwrap();
    let column = |id: &str, vi: &str, en: &str, complete: bool| MatrixColumn {
        component: id.parse().unwrap(),
        name_vi: vi.to_owned(),
        name_en: en.to_owned(),
        short_vi: vi.to_owned(),
        short_en: en.to_owned(),
        scale: component_scale(id),
        n,
        scores_on_record: if complete { n } else { n.saturating_sub(1) },
        complete,
        median: complete.then_some(6.5),
    };
    Matrix {
        index: IndexId::Pci,
        year: Year(2021),
        borders: Borders::Provinces63,
        overall_n: n,
        columns: vec![
            column("transparency", "Tính minh bạch", "Transparency", true),
            column("informal", "Chi phí không chính thức", "Informal charges", true),
            column("labor", "Đào tạo lao động", "Labour training", false),
        ],
        rows: letters(count)
            .into_iter()
            .zip(1_u16..)
            .map(|(letter, rank)| {
                let (name_vi, name_en) = name(letter);
                let step = f64::from(rank) * 0.25;
                MatrixRow {
                    province: slug(letter),
                    name_vi,
                    name_en,
                    region: region_of(letter),
                    overall_rank: Some(rank),
                    overall_score: Some(71.0 - f64::from(rank)),
                    scores: vec![Some(8.0 - step), Some(5.0 + step), (rank > 1).then_some(7.0)],
                    ranks: vec![Some(rank), Some(n + 1 - rank), None],
                }
            })
            .collect(),
        revision: "test".to_owned(),
    }
}

fn component(
    id: &str,
    level: u8,
    vi: &str,
    en: &str,
    score: f64,
    comparability: Comparability,
    moved: f64,
) -> ComponentProfile {
    let mut own = row('A', Some(score), Some(2), 6);
    own.change = Some(Change {
        from_score: Some(score - moved),
        ..change(comparability, moved, 1)
    });
    let complete = id != "labor";
    ComponentProfile {
        component: id.parse().unwrap(),
        parent: (level > 0).then(ComponentId::overall),
        level,
        name_vi: vi.to_owned(),
        name_en: en.to_owned(),
        short_vi: vi.to_owned(),
        short_en: en.to_owned(),
        scale: if level == 0 { POINTS } else { component_scale(id) },
        weight: (level == 1).then_some(0.2),
        maximum_points: None,
        row: own,
        national_median: complete.then_some(score - 0.5),
        region_median: complete.then_some(score - 0.25),
        best: complete.then(|| BestValue {
            score: score + 1.0,
            province: slug('B'),
            name_vi: "Tỉnh B".to_owned(),
            name_en: "Province B".to_owned(),
        }),
        region_best: complete.then(|| BestValue {
            score: score + 0.5,
            province: slug('C'),
            name_vi: "Tỉnh C".to_owned(),
            name_en: "Province C".to_owned(),
        }),
        scores_on_record: if complete { 6 } else { 2 },
        n: 6,
    }
}

/// A province on two indices: one compares with limits, the other does not compare.
pub(crate) fn profile() -> Profile {
    let index = |id: IndexId, comparability: Comparability| {
        let mut overall = component("overall", 0, "Tổng", "Total", 63.8, comparability, 0.69);
        overall.row.region_rank = Some(1);
        overall.row.region_n = Some(3);
        IndexProfile {
            back_cast: false,
            index: id,
            year: Year(2021),
            is_year_asked: true,
            method_version: "test-2021".to_owned(),
            is_press_only: false,
            intervals: Vec::new(),
            interval_refused: None,
            overall,
            components: vec![
                component(
                    "transparency",
                    1,
                    "Tính minh bạch",
                    "Transparency",
                    4.5,
                    Comparability::Limited,
                    -0.75,
                ),
                component(
                    "informal",
                    1,
                    "Chi phí không chính thức",
                    "Informal charges",
                    7.25,
                    Comparability::Comparable,
                    0.5,
                ),
                component(
                    "labor",
                    1,
                    "Đào tạo lao động",
                    "Labour training",
                    6.0,
                    Comparability::NotComparable,
                    0.25,
                ),
            ],
            risen: vec!["informal".parse().unwrap()],
            fallen: vec!["transparency".parse().unwrap()],
            strengths: None,
            weaknesses: None,
            standouts_missing: None,
        }
    };
    Profile {
        province: province('A'),
        region_name_vi: "Vùng Bắc".to_owned(),
        region_name_en: "North".to_owned(),
        successor: Some(province('B')),
        region_peers: vec![slug('B'), slug('C')],
        year: Year(2021),
        years: vec![Year(2020), Year(2021)],
        indices: vec![
            index(IndexId::Pci, Comparability::Limited),
            index(IndexId::Papi, Comparability::NotComparable),
        ],
        sources: Vec::new(),
        revision: "test".to_owned(),
    }
}

fn change_end(year: u16, score: f64, rank: u16) -> ChangeEnd {
    ChangeEnd {
        year: Year(year),
        score: Some(score),
        rank: Some(rank),
        rank_n: Some(6),
        rank_basis: Some(RankBasis::Published),
        method_version: format!("test-{year}"),
        source_id: None,
        weights_assumed: year == 2020,
    }
}

fn change_part(id: &str, vi: &str, en: &str, from: f64, to: f64, weight: f64) -> ChangePart {
    ChangePart {
        component: id.parse().unwrap(),
        parent: None,
        name_vi: vi.to_owned(),
        name_en: en.to_owned(),
        short_vi: vi.to_owned(),
        short_en: en.to_owned(),
        score_from: from,
        score_to: to,
        weight_from: weight,
        weight_to: weight,
        contribution: vithe_shared::analytics::rounding::round_to(weight * (to - from), 6),
        weight_effect: 0.0,
        comparability: Comparability::Limited,
        parts: Vec::new(),
    }
}

/// A total that rose by 0.69 while its rank fell by a place: two parts rose, one fell.
pub(crate) fn changes() -> ChangesAnswer {
    let (name_vi, name_en) = name('A');
    ChangesAnswer {
        borders: Borders::Provinces63,
        index: IndexId::Pci,
        province: slug('A'),
        name_vi,
        name_en,
        scale: POINTS,
        from: change_end(2020, 63.11, 3),
        to: change_end(2021, 63.8, 4),
        score_change: Some(0.69),
        comparability: Comparability::Limited,
        reason: Some(reason()),
        parts: vec![
            change_part("entry", "Gia nhập thị trường", "Entry costs", 7.12, 7.81, 0.5),
            change_part("transparency", "Tính minh bạch", "Transparency", 6.0, 4.44, 1.0),
            change_part(
                "informal",
                "Chi phí không chính thức",
                "Informal charges",
                6.0,
                7.895,
                1.0,
            ),
        ],
        residual: Some(0.01),
        parts_missing: None,
        rank_change: Some(RankChange {
            total: -1,
            own_score: -0.5,
            others: 0.0,
            membership: 0.5,
            tie_order: -1,
            national_shift: 1.25,
        }),
        rank_change_refused: None,
        years: vec![Year(2018), Year(2020), Year(2021)],
        revision: "test".to_owned(),
    }
}

/// Two years that do not compare.
pub(crate) fn refused_changes() -> ChangesAnswer {
    ChangesAnswer {
        score_change: None,
        comparability: Comparability::NotComparable,
        parts: Vec::new(),
        residual: None,
        rank_change: None,
        rank_change_refused: Some(reason()),
        ..changes()
    }
}

/// Runs of falls, the longest first.
pub(crate) fn declines(count: usize) -> DeclinesAnswer {
    let rows = letters(count)
        .into_iter()
        .enumerate()
        .map(|(position, letter)| {
            let (name_vi, name_en) = name(letter);
            let falls = if position == 0 { 3 } else { 2 };
            let scores: Vec<f64> = (0..=falls).map(|step| 7.5 - 0.5 * f64::from(step)).collect();
            let change = -0.5 * f64::from(falls);
            let is_known = position % 2 == 0;
            DeclineRow {
                province: slug(letter),
                name_vi,
                name_en,
                region: region_of(letter),
                index: IndexId::Pci,
                component: if is_known { "informal" } else { "labor" }.parse().unwrap(),
                component_name_vi: if is_known {
                    "Chi phí không chính thức"
                } else {
                    "Đào tạo lao động"
                }
                .to_owned(),
                component_name_en: if is_known {
                    "Informal charges"
                } else {
                    "Labour training"
                }
                .to_owned(),
                part_of: None,
                years: u16::try_from(falls).unwrap(),
                from_year: Year(2021 - u16::try_from(falls).unwrap()),
                until: Year(2021),
                total_change: change,
                median_change: is_known.then_some(-0.25),
                distance_change: is_known.then_some(change + 0.25),
                rank_lost: is_known.then_some(2),
                latest_score: 7.5 + change,
                cost_in_total: Some(-change * if is_known { 0.5 } else { 2.0 }),
                cost_in_places: is_known.then_some(1),
                scores,
            }
        })
        .collect();
    DeclinesAnswer {
        from: None,
        comparability: Comparability::Comparable,
        reason: None,
        span_from: None,
        provinces_with_runs: 5,
        borders: Borders::Provinces63,
        index: IndexId::Pci,
        until: Year(2021),
        years: vec![Year(2020), Year(2021)],
        streak: 2,
        provinces_on_record: 5,
        n: 6,
        rows,
        revision: "test".to_owned(),
    }
}

/// `count` provinces of which the ranked ones turn their order round from 2018 to 2021; from five on, the last one enters.
pub(crate) fn movers(count: usize, comparability: Comparability) -> MoversAnswer {
    let n = u16::try_from(count).unwrap();
    let entrants = u16::from(count > 4);
    let ranked = n - entrants;
    let rows: Vec<MoverRow> = letters(count)
        .into_iter()
        .zip(1_u16..)
        .map(|(letter, rank_to)| {
            let (name_vi, name_en) = name(letter);
            let is_ranked = rank_to <= ranked;
            let rank_from = is_ranked.then(|| ranked + 1 - rank_to);
            let score_to = 71.0 - f64::from(rank_to);
            let score_from = rank_from.map(|rank| 70.25 - f64::from(rank));
            MoverRow {
                province: slug(letter),
                name_vi,
                name_en,
                region: region_of(letter),
                presence: if is_ranked { Presence::Ranked } else { Presence::Entered },
                score_from,
                score_to: Some(score_to),
                score_change: score_from
                    .map(|before| score_to - before)
                    .filter(|_| comparability != Comparability::NotComparable),
                rank_from,
                rank_n_from: rank_from.map(|_| ranked),
                rank_basis_from: rank_from.map(|_| RankBasis::Derived),
                rank_to: Some(rank_to),
                rank_n_to: Some(n),
                rank_basis_to: Some(RankBasis::Published),
                rank_change: rank_from.map(|from| i32::from(from) - i32::from(rank_to)),
            }
        })
        .collect();
    let end = |year: u16, n: u16| MoversEnd {
        year: Year(year),
        n,
        ranks_on_record: n,
        complete: true,
        method_version: format!("test-{year}"),
    };
    let moved = |up: bool| {
        let changes = rows.iter().filter_map(|row| row.rank_change);
        u16::try_from(changes.filter(|places| *places != 0 && (*places > 0) == up).count()).unwrap()
    };
    let (risen, fallen) = (moved(true), moved(false));
    MoversAnswer {
        borders: Borders::Provinces63,
        index: IndexId::Pci,
        component: ComponentId::overall(),
        component_name_vi: "Tổng".to_owned(),
        component_name_en: "Total".to_owned(),
        scale: POINTS,
        from: end(2018, ranked),
        to: end(2021, n),
        region: None,
        comparability,
        reason: (comparability != Comparability::Comparable).then(reason),
        ranked_in_both: ranked,
        counts: Some(MoverCounts {
            risen,
            fallen,
            unchanged: ranked - risen - fallen,
            entrants,
            leavers: 0,
            not_on_record: 0,
        }),
        refused: None,
        rows,
        years: (2018..=2021).map(Year).collect(),
        ranked_years: vec![Year(2018), Year(2020), Year(2021)],
        sources: Vec::new(),
        revision: "test".to_owned(),
    }
}

/// Two years of which too few ranks are on record.
pub(crate) fn refused_movers() -> MoversAnswer {
    MoversAnswer {
        counts: None,
        refused: Some(reason()),
        rows: Vec::new(),
        ranked_in_both: 2,
        ..movers(6, Comparability::Comparable)
    }
}

/// A province at 60 points between rivals at 62, 61 and 58, with two components.
pub(crate) fn what_if() -> WhatIfAnswer {
    let (name_vi, name_en) = name('D');
    let component = |id: &str, vi: &str, en: &str, score: f64, weight: f64| WhatIfComponent {
        component: id.parse().unwrap(),
        name_vi: vi.to_owned(),
        name_en: en.to_owned(),
        scale: component_scale(id),
        score: Some(score),
        compared_year: Some(Year(2021)),
        compared_score: Some(score),
        weight,
        best_in_region: Some(8.0),
        best_in_region_province: Some(slug('A')),
        region_on_record: 3,
        on_record: 4,
        best_in_country: Some(8.0),
        best_in_country_province: Some(slug('A')),
        national_median: Some(5.75),
        peer_score: None,
        usual_change: 0.5,
        usual_change_n: 120,
    };
    let rival = |letter: char, score: f64| {
        let (name_vi, name_en) = name(letter);
        Rival {
            province: slug(letter),
            name_vi,
            name_en,
            score,
        }
    };
    WhatIfAnswer {
        borders: Borders::Provinces63,
        index: IndexId::Pci,
        province: slug('D'),
        name_vi,
        name_en,
        year: Year(2021),
        years: vec![Year(2020), Year(2021)],
        years_with_components: vec![Year(2021)],
        scale: POINTS,
        score_before: 60.0,
        rank_before: 3,
        score: 60.0,
        rank: 3,
        rank_n: 4,
        overtaken: Vec::new(),
        overtaken_by: Vec::new(),
        needed: None,
        components: vec![
            component("support", "Dịch vụ hỗ trợ", "Business support", 5.5, 2.0),
            component("informal", "Chi phí không chính thức", "Informal charges", 6.0, 0.5),
        ],
        region_n: 4,
        peer: None,
        rivals: vec![rival('A', 62.0), rival('B', 61.0), rival('C', 58.0)],
        drift: false,
        drift_refused: None,
        weights_assumed: false,
        revision: "test".to_owned(),
    }
}

fn scatter_axis(index: IndexId, component: &str, name: (&str, &str), year: u16, n: u16) -> ScatterAxis {
    ScatterAxis {
        index,
        component: component.parse().unwrap(),
        component_name_vi: name.0.to_owned(),
        component_name_en: name.1.to_owned(),
        year: Year(year),
        years: (2018..=2021).map(Year).collect(),
        method_version: format!("test-{year}"),
        scale: if component == "overall" {
            POINTS
        } else {
            component_scale(component)
        },
        n,
        scores_on_record: n,
        complete: true,
        median: None,
        source_ids: vec!["test".to_owned()],
    }
}

/// `count` provinces with an index total and a cost component of another index that falls as the total rises.
pub(crate) fn scatter(count: usize) -> ScatterAnswer {
    let n = u16::try_from(count).unwrap();
    let points: Vec<ScatterPoint> = letters(count)
        .into_iter()
        .zip(1_u16..)
        .map(|(letter, place)| {
            let (name_vi, name_en) = name(letter);
            ScatterPoint {
                province: slug(letter),
                name_vi,
                name_en,
                region: region_of(letter),
                x: 71.0 - f64::from(place),
                y: 5.0 + 0.25 * f64::from(place),
            }
        })
        .collect();
    let mut x = scatter_axis(IndexId::Papi, "overall", ("Tổng", "Total"), 2021, n);
    let mut y = scatter_axis(
        IndexId::Pci,
        "informal",
        ("Chi phí không chính thức", "Informal charges"),
        2021,
        n,
    );
    x.median = Summary::of(&points.iter().map(|point| point.x).collect::<Vec<_>>()).map(|summary| summary.median);
    y.median = Summary::of(&points.iter().map(|point| point.y).collect::<Vec<_>>()).map(|summary| summary.median);
    ScatterAnswer {
        x,
        y,
        borders: Borders::Provinces63,
        region: None,
        points,
        left_out: Vec::new(),
        correlation: (count > 1).then_some(RankCorrelation { spearman: -1.0, n }),
        correlation_refused: (count <= 1).then(reason),
        overlap: None,
        sources: Vec::new(),
        revision: "test".to_owned(),
    }
}

/// Six provinces of which the fifth and the sixth lack a figure, so that there is no correlation.
pub(crate) fn partial_scatter() -> ScatterAnswer {
    let mut answer = scatter(6);
    answer.left_out = answer
        .points
        .split_off(4)
        .into_iter()
        .zip([MissingScore::NotOnRecord, MissingScore::Withheld])
        .map(|(point, missing)| ScatterLeftOut {
            province: point.province,
            name_vi: point.name_vi,
            name_en: point.name_en,
            region: point.region,
            x: Some(point.x),
            y: None,
            missing_x: None,
            missing_y: Some(missing),
        })
        .collect();
    answer.y.year = Year(2020);
    answer.y.n = 5;
    answer.y.scores_on_record = 4;
    answer.y.complete = false;
    answer.y.median = None;
    answer.correlation = None;
    answer.correlation_refused = Some(reason());
    answer.overlap = Some(reason());
    answer
}

/// The first `count` of two regions from 2018 to 2021: limited in 2020, not comparable in 2021; the second is not complete
/// in 2019.
pub(crate) fn regions(count: usize) -> RegionsAnswer {
    let year = |year: u16, scores: &[f64], members: u16| RegionYear {
        year: Year(year),
        members,
        count: u16::try_from(scores.len()).unwrap(),
        summary: Summary::of(scores).filter(|_| scores.len() == usize::from(members)),
        reason: (scores.len() < usize::from(members)).then(reason),
        published: (year == 2021).then_some(PublishedValues {
            mean: Some(66.5),
            ..PublishedValues::default()
        }),
    };
    let shift = |position: u16, number: u16| f64::from(position) * 3.0 + f64::from(number - 2018) * 0.5;
    let of_region = |position: u16| -> Vec<RegionYear> {
        (2018..=2021)
            .map(|number| {
                let scores: Vec<f64> = [60.0, 62.0, 67.0]
                    .iter()
                    .map(|score| score + shift(position, number))
                    .collect();
                let known = if position == 1 && number == 2019 { 2 } else { 3 };
                year(number, &scores[..known], 3)
            })
            .collect()
    };
    let regions: Vec<RegionSeries> = province_list(0)
        .regions
        .into_iter()
        .zip(0_u16..)
        .take(count)
        .map(|(region, position)| RegionSeries {
            region: region.id,
            name_vi: region.name_vi,
            name_en: region.name_en,
            short_vi: region.short_vi,
            short_en: region.short_en,
            years: of_region(position),
        })
        .collect();
    let answer = series(3);
    RegionsAnswer {
        index: IndexId::Papi,
        component: answer.component,
        component_name_vi: answer.component_name_vi,
        component_name_en: answer.component_name_en,
        scale: answer.scale,
        borders: answer.borders,
        national: (2018..=2021)
            .filter(|_| count > 0)
            .map(|number| {
                let scores = [60.0, 62.0, 63.0, 65.0, 67.0, 70.0].map(|score| score + shift(0, number));
                year(number, &scores[..if number == 2019 { 5 } else { 6 }], 6)
            })
            .collect(),
        regions,
        breaks: answer.breaks,
        revision: answer.revision,
    }
}
