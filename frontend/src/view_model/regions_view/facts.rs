//! What is chosen and counted, without a word.

use vithe_shared::{
    Language, Year,
    analytics::regional::distance,
    api::{
        SeriesAnswer, YearSummary,
        regions::{RegionYear, RegionsAnswer},
    },
};

use crate::{
    format::as_shown,
    view_model::series_view::{Join, score_join},
};

/// The frame of a line chart knows years and breaks as a series has them.
pub(super) fn as_series(answer: &RegionsAnswer) -> SeriesAnswer {
    SeriesAnswer {
        index: answer.index,
        component: answer.component.clone(),
        component_name_vi: answer.component_name_vi.clone(),
        component_name_en: answer.component_name_en.clone(),
        scale: answer.scale,
        borders: answer.borders,
        series: Vec::new(),
        years: answer
            .national
            .iter()
            .map(|found| YearSummary {
                year: found.year,
                n: found.members,
                complete: found.summary.is_some(),
                summary: found.summary,
            })
            .collect(),
        breaks: answer.breaks.clone(),
        revision: answer.revision.clone(),
    }
}

/// The year that is summed up: the newest in which every region is complete; else the newest for which a publisher printed
/// regional means; else the newest in which any region is complete; else the newest.
pub(super) fn spread_year(answer: &RegionsAnswer) -> Option<Year> {
    let of_year = |year: Year| {
        answer
            .regions
            .iter()
            .filter_map(move |region| region.years.iter().find(|found| found.year == year))
    };
    let has_mean = |found: &RegionYear| found.published.is_some_and(|values| values.mean.is_some());
    let years = || answer.national.iter().rev().map(|found| found.year);
    years()
        .find(|year| of_year(*year).next().is_some() && of_year(*year).all(|found| found.summary.is_some()))
        .or_else(|| years().find(|year| of_year(*year).any(has_mean)))
        .or_else(|| years().find(|year| of_year(*year).any(|found| found.summary.is_some())))
        .or_else(|| years().next())
}

/// The medians of a year as they are shown, with the names of their regions, highest first: a distance told beside them is
/// the distance of what a reader sees.
pub(super) fn medians(answer: &RegionsAnswer, year: Year, language: Language) -> Vec<(f64, &str)> {
    let mut medians: Vec<(f64, &str)> = answer
        .regions
        .iter()
        .filter_map(|region| {
            let found = region.years.iter().find(|found| found.year == year)?;
            let median = found.summary?.median;
            let shown = as_shown(median, answer.scale.decimals.of(median));
            Some((shown, language.pick(&region.name_vi, &region.name_en)))
        })
        .collect();
    medians.sort_by(|left, right| right.0.total_cmp(&left.0));
    medians
}

/// The first year of the run of fully comparable years up to `year` in which as many regions have a median, and how far
/// the medians lay apart then.
pub(super) fn earlier_distance(answer: &RegionsAnswer, year: Year, language: Language) -> Option<(Year, f64)> {
    let regions = medians(answer, year, language).len();
    let mut first = year;
    for earlier in answer
        .national
        .iter()
        .rev()
        .map(|found| found.year)
        .filter(|other| *other < year)
    {
        if score_join(earlier, first, &answer.breaks) != Join::Solid
            || medians(answer, earlier, language).len() != regions
        {
            break;
        }
        first = earlier;
    }
    let values: Vec<f64> = medians(answer, first, language)
        .iter()
        .map(|(median, _)| *median)
        .collect();
    Some((first, distance(&values)?)).filter(|_| first < year)
}

pub(super) fn members_change(answer: &RegionsAnswer) -> bool {
    answer
        .regions
        .iter()
        .any(|region| region.years.windows(2).any(|pair| pair[0].members != pair[1].members))
}
