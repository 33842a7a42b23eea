//! One indicator over all units: its table and its map.

use vithe_shared::{
    IndexId, Language, ProvinceSlug, Year,
    api::{
        ProvinceList,
        indicators::{IndicatorRanking, IndicatorRankingRow},
    },
    domain::{Availability, Direction, IndexInfo, IndicatorInfo},
    identifier::Borders,
    presentation::IndexHues,
};

use super::{
    FigureText,
    indicator_words::{IndicatorNumber, direction_words, distance_text, evidence_words, unit_name},
    map_view::{MapNumber, MapRow, MapView},
    wording::{alternative_text, component_name, source_line, unit_count},
};
use crate::format::{NO_FIGURE, capitalise, format_rank, join_names, rank_words};

/// A unit of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorUnitView {
    /// The unit.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The short name of its region.
    pub region_name: String,
    /// The value.
    pub value: Option<f64>,
    /// The value as a number alone; a dash where none is on record.
    pub value_text: String,
    /// The rank.
    pub rank: Option<u16>,
    /// `12/63`; a dash without rank.
    pub rank_text: String,
    /// The rank within the region.
    pub region_rank: Option<u16>,
    /// `3/13`; a dash without regional rank.
    pub region_rank_text: String,
    /// How far it is from the median, in ranges between the quartiles.
    pub distance: Option<f64>,
    /// The same as a number with its sign.
    pub distance_text: String,
    /// Whether it was picked out.
    pub highlighted: bool,
    /// What the row says as a sentence.
    pub sentence: String,
}

/// One indicator over all units.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// Its hues.
    pub hues: IndexHues,
    /// The indicator.
    pub indicator: IndicatorInfo,
    /// Its name.
    pub name: String,
    /// The name of the component that it lies below.
    pub component_name: String,
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// The words around it.
    pub text: FigureText,
    /// How its values are written.
    pub number: IndicatorNumber,
    /// The units, best first.
    pub rows: Vec<IndicatorUnitView>,
}

/// Builds the table; rows of `highlighted` units are marked.
pub fn indicator_view(
    ranking: &IndicatorRanking,
    index: &IndexInfo,
    provinces: &ProvinceList,
    highlighted: &[ProvinceSlug],
    language: Language,
) -> IndicatorView {
    let indicator = &ranking.indicator;
    let number = IndicatorNumber::of(indicator.unit, ranking.summary.as_ref(), language);
    let name = language.pick(&indicator.name_vi, &indicator.name_en).to_owned();
    let component = index.component(&indicator.component);
    let component_name = component.map_or_else(
        || indicator.component.to_string(),
        |component| component_name(false, language.pick(&component.name_vi, &component.name_en), language),
    );
    let rows: Vec<IndicatorUnitView> = ranking
        .rows
        .iter()
        .map(|row| {
            let mut regions = provinces.regions.iter();
            let region = regions.find(|region| region.id == row.region);
            let region_name = region.map_or("", |region| language.pick(&region.short_vi, &region.short_en));
            let region_name = region_name.to_owned();
            unit_view(
                row,
                region_name,
                number,
                highlighted.contains(&row.province),
                (ranking.year, language),
            )
        })
        .collect();
    let direction = direction_words(indicator.direction, language);
    let count = unit_count(usize::from(ranking.on_record), ranking.borders, language);
    let unit = unit_name(indicator.unit, language).to_lowercase();
    let finding = finding(ranking, number, language);
    let mut notes = Vec::new();
    if indicator.direction == Direction::Lower {
        notes.push(
            language
                .pick(
                    "Thấp là tốt: lớp màu đứng đầu chú giải là các tỉnh có giá trị thấp nhất.",
                    "Lower is better: the first colour of the legend marks the lowest values.",
                )
                .to_owned(),
        );
    }
    notes.push(evidence_words(indicator, language));
    let note = language.pick(&indicator.note_vi, &indicator.note_en);
    if !note.is_empty() {
        notes.push(note.to_owned());
    }
    if language == Language::En {
        notes.push("The English name is a translation; VCCI publishes the indicators in Vietnamese.".to_owned());
    }
    let text = FigureText {
        kicker: format!(
            "{} · {component_name} · {} · {unit}, {direction} · {count}",
            index.short_name, ranking.year
        ),
        alt: alternative_text(&[
            match language {
                Language::Vi => format!(
                    "bản đồ chỉ tiêu {}, {} {}",
                    indicator.id, index.short_name, ranking.year
                ),
                Language::En => format!(
                    "map of indicator {}, {} {}",
                    indicator.id, index.short_name, ranking.year
                ),
            },
            finding.clone(),
            name.clone(),
        ]),
        finding,
        notes,
        source: source_line(
            index,
            &ranking.year.to_string(),
            None,
            Some(ranking.on_record),
            language,
        ),
    };
    IndicatorView {
        language,
        index: ranking.index,
        hues: index.hues.clone(),
        indicator: indicator.clone(),
        name,
        component_name,
        year: ranking.year,
        borders: ranking.borders,
        text,
        number,
        rows,
    }
}

impl IndicatorView {
    /// The map of it.
    pub fn map(&self) -> MapView {
        let legend = format!(
            "{} {}",
            capitalise(unit_name(self.indicator.unit, self.language)),
            self.language.pick("(số tỉnh)", "(provinces)")
        );
        MapView {
            language: self.language,
            hues: self.hues.clone(),
            borders: self.borders,
            text: self.text.clone(),
            legend,
            number: MapNumber::Indicator(self.number),
            is_low_good: self.indicator.direction == Direction::Lower,
            rows: self
                .rows
                .iter()
                .map(|row| MapRow {
                    province: row.province.clone(),
                    name: row.name.clone(),
                    value: row.value,
                    availability: if row.value.is_some() {
                        Availability::OnRecord
                    } else {
                        Availability::NotOnRecord
                    },
                    highlighted: row.highlighted,
                    sentence: row.sentence.clone(),
                })
                .collect(),
            values_of_all_years: None,
            before_ha_tay_merger: false,
        }
    }
}

/// The best, the last and the median; only the span where a unit has no value.
fn finding(ranking: &IndicatorRanking, number: IndicatorNumber, language: Language) -> String {
    let Some(summary) = &ranking.summary else {
        let (on_record, n) = (ranking.on_record, ranking.n);
        return match language {
            Language::Vi => format!("{on_record}/{n} tỉnh có số liệu"),
            Language::En => format!("{on_record} of {n} provinces have a figure"),
        };
    };
    let name = |row: &IndicatorRankingRow| language.pick(&row.name_vi, &row.name_en).to_owned();
    let (best, last) = match ranking.indicator.direction {
        Direction::Higher => (summary.max, summary.min),
        Direction::Lower => (summary.min, summary.max),
    };
    let with = |value: f64| -> Vec<String> {
        let rows = ranking.rows.iter();
        rows.filter(|row| row.value.is_some_and(|own| (own - value).abs() < 1e-9))
            .map(name)
            .collect()
    };
    let told = |value: f64| {
        let names = with(value);
        match (names.len(), language) {
            (0, _) => number.with_unit(value),
            (1..=2, _) => format!("{}, {}", join_names(&names, language), number.with_unit(value)),
            (count, Language::Vi) => format!("{count} tỉnh cùng {}", number.with_unit(value)),
            (count, Language::En) => format!("{count} provinces with {}", number.with_unit(value)),
        }
    };
    let median = number.with_unit(summary.median);
    match language {
        Language::Vi => format!(
            "Tốt nhất: {}; kém nhất: {}; trung vị cả nước {median}",
            told(best),
            told(last)
        ),
        Language::En => format!("Best: {}; last: {}; national median {median}", told(best), told(last)),
    }
}

fn unit_view(
    row: &IndicatorRankingRow,
    region_name: String,
    number: IndicatorNumber,
    highlighted: bool,
    (year, language): (Year, Language),
) -> IndicatorUnitView {
    let name = language.pick(&row.name_vi, &row.name_en).to_owned();
    let dash = || NO_FIGURE.to_owned();
    let rank = row.rank.zip(row.rank_n);
    let mut facts = vec![row.value.map_or_else(
        || language.pick("chưa có số liệu", "no figure on record").to_owned(),
        |value| number.with_unit(value),
    )];
    facts.extend(rank.map(|(rank, n)| {
        let words = rank_words(rank, n, language);
        match (row.tied, language) {
            (0, _) => words,
            (tied, Language::Vi) => format!("{words}, đồng hạng với {tied} tỉnh"),
            (tied, Language::En) => format!("{words}, tied with {tied}"),
        }
    }));
    IndicatorUnitView {
        sentence: format!("{name}, {year}: {}", facts.join(", ")),
        province: row.province.clone(),
        name,
        region_name,
        value: row.value,
        value_text: row.value.map_or_else(dash, |value| number.number(value)),
        rank: row.rank,
        rank_text: rank.map_or_else(dash, |(rank, n)| format_rank(rank, n)),
        region_rank: row.region_rank,
        region_rank_text: row
            .region_rank
            .zip(row.region_n)
            .map_or_else(dash, |(rank, n)| format_rank(rank, n)),
        distance: row.distance,
        distance_text: distance_text(row.distance, language).unwrap_or_else(dash),
        highlighted,
    }
}
