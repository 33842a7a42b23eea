//! Small API answers for the tests of views and charts. Everything here is made up: provinces are called "Tỉnh A" and so
//! on, scores are round, and nothing may be read as a figure of a real province.

mod changes;
mod profile;
mod scatter;
mod series;
mod tables;
mod what_if;

use vithe_shared::{
    Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year,
    api::{ProvinceList, RankingRow},
    domain::{
        Availability, Change, Comparability, ComponentInfo, IndexInfo, ObservationStatus, Province, RankBasis, Reason,
        Redistribution, Region, Scale, ScoreUnit, YearCoverage,
    },
    presentation::{Colour, IndexHues, ShownDecimals, ThemeHues},
    query::Theme,
};

pub(crate) use self::{
    changes::{changes, declines, movers, refused_changes, refused_movers},
    profile::profile,
    scatter::{partial_scatter, scatter},
    series::{back_cast_series, cut_series, member_spread, regions, series},
    tables::{matrix, partial_ranking, ranking, ranking_with_intervals},
    what_if::what_if,
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
        from_status: Some(ObservationStatus::Normal),
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
