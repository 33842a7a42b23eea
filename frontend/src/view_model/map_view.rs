//! What a map shows: the units of one table, of scores or of the values of an indicator.

use vithe_shared::{
    Borders, Language, ProvinceSlug,
    domain::{Availability, Scale, ScoreUnit},
    presentation::IndexHues,
};

use super::{FigureText, RankingView, indicator_words::IndicatorNumber, wording::score_number};

/// A unit of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRow {
    /// The unit.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// Its score or value.
    pub value: Option<f64>,
    /// Whether that is on record.
    pub availability: Availability,
    /// Whether it was picked out.
    pub highlighted: bool,
    /// What it says as a sentence.
    pub sentence: String,
}

/// How the values of a map are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MapNumber {
    /// Scores.
    Score(Scale),
    /// Values of an indicator.
    Indicator(IndicatorNumber),
}

/// A map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapView {
    /// The language of all texts.
    pub language: Language,
    /// The hues of the index.
    pub hues: IndexHues,
    /// The list of units.
    pub borders: Borders,
    /// The words around it.
    pub text: FigureText,
    /// What the values count, above the legend.
    pub legend: String,
    /// How they are written.
    pub number: MapNumber,
    /// Whether low values are good, so that they have the colour of the first class.
    pub is_low_good: bool,
    /// The units, best first.
    pub rows: Vec<MapRow>,
    /// The values of all years, where the classes are cut over them; `None` where they are fifths of the year.
    pub values_of_all_years: Option<Vec<f64>>,
    /// Whether the year lies before Hà Tây became part of Hà Nội: the area is hatched.
    pub before_ha_tay_merger: bool,
}

impl MapView {
    /// A value as a number alone.
    pub fn written(&self, value: f64) -> String {
        match self.number {
            MapNumber::Score(scale) => score_number(value, scale, self.language),
            MapNumber::Indicator(number) => number.number(value),
        }
    }
}

impl From<&RankingView> for MapView {
    fn from(table: &RankingView) -> Self {
        let language = table.subject.language;
        Self {
            language,
            hues: table.subject.hues.clone(),
            borders: table.borders,
            text: table.text.clone(),
            legend: match (language, table.scale.unit) {
                (Language::Vi, ScoreUnit::Points) => "Điểm (số tỉnh)",
                (Language::En, ScoreUnit::Points) => "Points (provinces)",
                (Language::Vi, _) => "% (số tỉnh)",
                (Language::En, _) => "% (provinces)",
            }
            .to_owned(),
            number: MapNumber::Score(table.scale),
            is_low_good: false,
            rows: table
                .rows
                .iter()
                .map(|row| MapRow {
                    province: row.province.clone(),
                    name: row.name.clone(),
                    value: row.score,
                    availability: row.availability,
                    highlighted: row.highlighted,
                    sentence: row.sentence.clone(),
                })
                .collect(),
            values_of_all_years: table.scores_of_all_years.clone(),
            before_ha_tay_merger: table.before_ha_tay_merger,
        }
    }
}
