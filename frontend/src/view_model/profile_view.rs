//! One province on the four indices, and the components of one of them against medians, best and the year before.

mod components;
mod facts;
mod words;

pub use self::components::{ComponentRowView, ComponentsView, components_view};

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Year,
    api::{IndexProfile, Profile},
    domain::ObservationStatus,
};

pub(super) use self::facts::worst_first;
use self::facts::{has_components, in_order_told};
use super::wording::{
    ChangeView, availability_text, basis_text, change_view, marked, median_name, score_text, since_2025, status_text,
};
use crate::format::{NO_FIGURE, Tone, capitalise, format_rank, rank_words};

/// One index on the page of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexCardView {
    /// The index.
    pub index: IndexId,
    /// Its short name.
    pub short_name: &'static str,
    /// The year of the figures.
    pub year: Year,
    /// Said where that is not the year asked for: `số liệu năm 2020`.
    pub other_year: Option<String>,
    /// The score.
    pub score: Option<f64>,
    /// `63,80 điểm`, `84,6 %`; the reason where none is on record.
    pub score_text: String,
    /// `38/63`; a dash without rank, and of estimates that they have none.
    pub rank_text: String,
    /// `hạng 38/63`, `38th of 63`; `None` without rank.
    pub rank_words: Option<String>,
    /// `cuối bảng`, `đầu bảng`, where the rank is the last or the first of all.
    pub extreme: Option<&'static str>,
    /// `hạng công bố`, `hạng tính từ điểm`.
    pub rank_basis: Option<&'static str>,
    /// `theo báo chí`, where no other source gives the figures.
    pub press: Option<&'static str>,
    /// How the figure was found, where it is not simply printed.
    pub status: Option<&'static str>,
    /// `9/13`; `None` without regional rank.
    pub region_rank_text: Option<String>,
    /// `hạng 9/13 Đồng bằng sông Cửu Long`.
    pub region_rank_words: Option<String>,
    /// Change against the year before.
    pub change: Option<ChangeView>,
    /// `so với 2019 (hạng 11/63)`: what the change is told against.
    pub against_text: Option<String>,
    /// The national median as text; `None` where the table is not complete.
    pub median_text: Option<String>,
    /// What the card says as a sentence.
    pub sentence: String,
}

/// A component that rose or fell.
#[derive(Clone, Debug, PartialEq)]
pub struct MovedComponent {
    /// The component.
    pub component: ComponentId,
    /// Its name, with the hint that a high score of a cost is good.
    pub name: String,
    /// The change.
    pub change: ChangeView,
}

/// The page of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileView {
    /// The language of all texts.
    pub language: Language,
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The name of its region.
    pub region_name: String,
    /// `từ 1/7/2025: Cần Thơ`; `None` for a unit of 2025.
    pub successor: Option<String>,
    /// The year shown.
    pub year: Year,
    /// One card per index on which the province has a figure: those with components first, the worse place before the better.
    pub cards: Vec<IndexCardView>,
}

/// The page of a province.
pub fn profile_view(profile: &Profile, language: Language) -> ProfileView {
    let region_name = language
        .pick(&profile.region_name_vi, &profile.region_name_en)
        .to_owned();
    let cards: Vec<IndexCardView> = in_order_told(&profile.indices)
        .into_iter()
        .map(|index| card_view(index, profile, &region_name, language))
        .collect();
    let name = language
        .pick(&profile.province.name_vi, &profile.province.name_en)
        .to_owned();
    let successor = profile
        .successor
        .as_ref()
        .map(|successor| since_2025(language.pick(&successor.name_vi, &successor.name_en), language));
    ProfileView {
        language,
        province: profile.province.slug.clone(),
        name,
        region_name,
        successor,
        year: profile.year,
        cards,
    }
}

fn card_view(index: &IndexProfile, profile: &Profile, region_name: &str, language: Language) -> IndexCardView {
    let overall = &index.overall;
    let row = &overall.row;
    let scale = overall.scale;
    let change = change_view(row, index.year, scale, language);
    let is_estimate = row.status == Some(ObservationStatus::Estimated);
    let score = row
        .score
        .map(|score| marked(score_text(score, scale, language), is_estimate));
    let has_rank = row.rank.is_some();
    let against_text = row.change.as_ref().map(|change| {
        let rank = change.from_rank.zip(change.from_rank_n).filter(|_| has_rank);
        let estimated_alone = change.from_status == Some(ObservationStatus::Estimated) && !is_estimate;
        against_words(change.from_year, rank, estimated_alone, language)
    });
    let rank_words = row.rank.zip(row.rank_n).map(|(rank, n)| rank_words(rank, n, language));
    let region_rank = row.region_rank.zip(row.region_n);
    let region_rank_words = region_rank.map(|(rank, n)| match language {
        Language::Vi => format!("hạng {rank}/{n} {region_name}"),
        Language::En => format!("{} of {n} in the {region_name}", crate::format::ordinal(rank)),
    });
    let mut facts = Vec::new();
    facts.extend(score.clone());
    facts.extend(rank_words.clone());
    facts.extend(
        change
            .as_ref()
            .and_then(|change| Some(change.rank.as_ref()?.words.clone())),
    );
    facts.extend(region_rank_words.clone());
    IndexCardView {
        index: index.index,
        short_name: index.index.short_name(),
        year: index.year,
        other_year: (!index.is_year_asked).then(|| match language {
            Language::Vi => format!("số liệu năm {}; năm {} chưa có", index.year, profile.year),
            Language::En => format!("figures of {}; none for {}", index.year, profile.year),
        }),
        score: row.score,
        score_text: score.unwrap_or_else(|| {
            availability_text(row.availability, language)
                .unwrap_or(NO_FIGURE)
                .to_owned()
        }),
        rank_text: row.rank.zip(row.rank_n).map_or_else(
            || {
                if index.back_cast {
                    capitalise(language.pick("không xếp hạng", "not ranked"))
                } else {
                    NO_FIGURE.to_owned()
                }
            },
            |(rank, n)| format_rank(rank, n),
        ),
        extreme: row
            .rank
            .zip(row.rank_n)
            .and_then(|place| extreme_words(place, language)),
        rank_basis: row.rank_basis.map(|basis| basis_text(basis, language)),
        press: index
            .is_press_only
            .then(|| language.pick("theo báo chí", "press report")),
        status: if row.spread.is_some() {
            Some(language.pick("ước tính từ các tỉnh hợp thành", "estimated from the merged provinces"))
        } else {
            status_text(row.status, language)
        },
        region_rank_text: region_rank.map(|(rank, n)| format_rank(rank, n)),
        sentence: format!("{} {}: {}", index.index.short_name(), index.year, facts.join(", ")),
        rank_words,
        region_rank_words,
        median_text: overall.national_median.map(|median| {
            let median = marked(score_text(median, scale, language), index.back_cast);
            format!("{}: {median}", capitalise(median_name(index.back_cast, language)))
        }),
        change,
        against_text,
    }
}

/// The earlier year of a change, with the rank of that year where the change is one of ranks, and said where only that year is
/// an estimate.
fn against_words(from_year: Year, rank: Option<(u16, u16)>, estimated_alone: bool, language: Language) -> String {
    let rank = rank.map(|(rank, n)| rank_words(rank, n, language));
    let estimate = estimated_alone.then(|| language.pick("ước tính", "an estimate").to_owned());
    let facts: Vec<String> = rank.into_iter().chain(estimate).collect();
    let year = format!("{} {from_year}", language.pick("so với", "on"));
    if facts.is_empty() {
        year
    } else {
        format!("{year} ({})", facts.join(", "))
    }
}

/// Whether a place is an end of the table.
fn extreme_words((rank, n): (u16, u16), language: Language) -> Option<&'static str> {
    match rank {
        1 => Some(language.pick("đầu bảng", "top of the table")),
        rank if rank == n => Some(language.pick("cuối bảng", "bottom of the table")),
        _ => None,
    }
}

/// The index that the page opens on: the first that it tells.
pub fn opening_index(profile: &Profile) -> Option<IndexId> {
    in_order_told(&profile.indices).first().map(|own| own.index)
}

/// Whether the scores of an index are known in parts.
pub fn has_component_scores(own: &IndexProfile) -> bool {
    has_components(own)
}

impl MovedComponent {
    /// Which way it moved.
    pub fn tone(&self) -> Tone {
        self.change.score.as_ref().map_or(Tone::Same, |score| score.tone)
    }
}
