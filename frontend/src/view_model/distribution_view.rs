//! How the scores of one component and year are spread within each region.

use vithe_shared::{
    IndexId, Language, ProvinceSlug, RegionId, Year,
    analytics::statistics::median,
    api::{ProvinceList, Ranking},
    domain::{Availability, IndexInfo, Scale},
    sorting::sort_by,
};

use super::{
    FigureText, ProvinceLabel, Subject,
    ranking_view::{RankingView, ranking_view},
    wording::{alternative_text, axis_note, measure_phrase, score_text},
};
use crate::format::capitalise;

/// A member of a region with a score.
#[derive(Clone, Debug, PartialEq)]
pub struct DistributionPoint {
    /// The unit.
    pub label: ProvinceLabel,
    /// Its score.
    pub score: f64,
    /// What the point says as a sentence.
    pub sentence: String,
}

/// A region's members.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionDistribution {
    /// The region.
    pub region: RegionId,
    /// Its name.
    pub name: String,
    /// Its short name, for an axis.
    pub short_name: String,
    /// Members with a score, lowest first.
    pub points: Vec<DistributionPoint>,
    /// All members, with a score or without: the units of the region, save those the publisher withholds.
    pub members: usize,
    /// Median of the members; `None` unless every one of them has a score and the table is complete.
    pub median: Option<f64>,
    /// The median as a sentence; why there is none otherwise.
    pub median_sentence: String,
}

/// The scores of a year by region.
#[derive(Clone, Debug, PartialEq)]
pub struct DistributionView {
    /// What it is about.
    pub subject: Subject,
    /// The year.
    pub year: Year,
    /// The words around it.
    pub text: FigureText,
    /// What scores count and how they are shown.
    pub scale: Scale,
    /// The regions in their usual order; those without a score on record are kept, empty.
    pub regions: Vec<RegionDistribution>,
    /// National median of a complete table.
    pub national_median: Option<f64>,
}

/// Groups a table by region.
pub fn distribution_view(
    ranking: &Ranking,
    index: &IndexInfo,
    provinces: &ProvinceList,
    highlighted: &[ProvinceSlug],
    language: Language,
) -> DistributionView {
    let table: RankingView = ranking_view(ranking, index, provinces, highlighted, language);
    let regions: Vec<RegionDistribution> = provinces
        .regions
        .iter()
        .filter(|region| ranking.region.as_ref().is_none_or(|only| only == &region.id))
        .map(|region| {
            let rows = table.rows.iter().filter(|row| row.region == region.id);
            // A withheld unit takes no part in n, so it does not make its region incomplete; one that was not surveyed does.
            let withheld = rows
                .clone()
                .filter(|row| row.availability == Availability::Withheld)
                .count();
            let units = provinces
                .provinces
                .iter()
                .filter(|province| province.region == region.id && province.existed_in(ranking.year))
                .count();
            let members = units.saturating_sub(withheld);
            let mut points: Vec<DistributionPoint> = rows
                .filter_map(|row| {
                    Some(DistributionPoint {
                        label: ProvinceLabel {
                            province: row.province.clone(),
                            name: row.name.clone(),
                            region: row.region.clone(),
                            highlighted: row.highlighted,
                        },
                        score: row.score?,
                        sentence: row.sentence.clone(),
                    })
                })
                .collect();
            sort_by(&mut points, |left, right| left.score.total_cmp(&right.score));
            let scores: Vec<f64> = points.iter().map(|point| point.score).collect();
            let median = (ranking.complete && points.len() == members)
                .then(|| median(&scores))
                .flatten();
            let name = language.pick(&region.name_vi, &region.name_en).to_owned();
            RegionDistribution {
                median_sentence: median_sentence(&name, median, points.len(), members, ranking, language),
                region: region.id.clone(),
                short_name: language.pick(&region.short_vi, &region.short_en).to_owned(),
                name,
                points,
                members,
                median,
            }
        })
        .collect();
    let measure = measure_phrase(
        ranking.index,
        (!table.subject.is_overall).then(|| language.pick(&ranking.component_name_vi, &ranking.component_name_en)),
        ranking.scale,
        language,
    );
    let finding = finding(&regions, ranking, &measure, language);
    let mut notes = table.text.notes.clone();
    notes.push(axis_note(language));
    let text = FigureText {
        kicker: table.state,
        alt: alternative_text(&[
            match language {
                Language::Vi => format!("{measure} năm {} của từng tỉnh, xếp theo vùng", ranking.year),
                Language::En => format!("{measure} of {} of every province, by region", ranking.year),
            },
            finding.clone(),
        ]),
        finding,
        notes,
        source: table.text.source,
    };
    DistributionView {
        subject: table.subject,
        year: ranking.year,
        text,
        scale: ranking.scale,
        regions,
        national_median: ranking.summary.map(|summary| summary.median),
    }
}

fn median_sentence(
    name: &str,
    median: Option<f64>,
    on_record: usize,
    members: usize,
    ranking: &Ranking,
    language: Language,
) -> String {
    match (median, language) {
        (Some(median), Language::Vi) => {
            format!("{name}: trung vị {}", score_text(median, ranking.scale, language))
        }
        (Some(median), Language::En) => {
            format!("{name}: median {}", score_text(median, ranking.scale, language))
        }
        (None, Language::Vi) => format!("{name}: {on_record}/{members} tỉnh có điểm, không tính trung vị"),
        (None, Language::En) => format!("{name}: {on_record} of {members} provinces have a score, so no median"),
    }
}

fn finding(regions: &[RegionDistribution], ranking: &Ranking, measure: &str, language: Language) -> String {
    let mut medians: Vec<(f64, &RegionDistribution)> = regions
        .iter()
        .filter_map(|region| Some((region.median?, region)))
        .collect();
    sort_by(&mut medians, |left, right| right.0.total_cmp(&left.0));
    let ends = medians
        .first()
        .zip(medians.last())
        .filter(|_| medians.len() == regions.len());
    let Some(((highest, best), (lowest, last))) = ends else {
        let on_record: usize = regions.iter().map(|region| region.points.len()).sum();
        let members: usize = regions.iter().map(|region| region.members).sum();
        return match language {
            Language::Vi => format!(
                "{on_record}/{members} tỉnh có {measure} năm {}; chưa đủ để so trung vị các vùng",
                ranking.year
            ),
            Language::En => format!(
                "{on_record} of {members} provinces have a {measure} for {}, too few to compare regional medians",
                ranking.year
            ),
        };
    };
    let text = |score: f64| score_text(score, ranking.scale, language);
    if medians.len() == 1 {
        return capitalise(&match language {
            Language::Vi => format!(
                "trung vị {measure} năm {} của {} là {}",
                ranking.year,
                best.name,
                text(*highest)
            ),
            Language::En => format!(
                "the median {measure} of {} in the {} is {}",
                ranking.year,
                best.name,
                text(*highest)
            ),
        });
    }
    match language {
        Language::Vi => format!(
            "{} có trung vị {measure} cao nhất năm {}, {}; thấp nhất là {}, {}",
            best.name,
            ranking.year,
            text(*highest),
            last.name,
            text(*lowest)
        ),
        Language::En => format!(
            "{} has the highest median {measure} of {}, {}; the lowest is {}, {}",
            best.name,
            ranking.year,
            text(*highest),
            last.name,
            text(*lowest)
        ),
    }
}

impl DistributionView {
    /// The index.
    pub const fn index(&self) -> IndexId {
        self.subject.index
    }
}
