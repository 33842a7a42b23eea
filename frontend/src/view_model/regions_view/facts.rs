//! What is chosen and counted, without a word.

use vithe_shared::{
    Year,
    analytics::regional::distance,
    api::{
        SeriesAnswer, YearSummary,
        regions::{RegionSeries, RegionYear, RegionsAnswer},
    },
    sorting::sort_by,
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

/// A value of a year for every region that has it, highest first.
fn by_region(
    answer: &RegionsAnswer,
    year: Year,
    value: impl Fn(&RegionYear) -> Option<f64>,
) -> Vec<(f64, &RegionSeries)> {
    let mut values: Vec<(f64, &RegionSeries)> = answer
        .regions
        .iter()
        .filter_map(|region| {
            let found = region.years.iter().find(|found| found.year == year)?;
            Some((value(found)?, region))
        })
        .collect();
    sort_by(&mut values, |left, right| right.0.total_cmp(&left.0));
    values
}

/// The medians of a year as they are shown, highest first: a distance told beside them is the distance of what a reader sees.
pub(super) fn medians(answer: &RegionsAnswer, year: Year) -> Vec<(f64, &RegionSeries)> {
    by_region(answer, year, |found| {
        let median = found.summary?.median;
        Some(as_shown(median, answer.scale.decimals.of(median)))
    })
}

/// The means of a year that the publisher printed, highest first.
pub(super) fn published_means(answer: &RegionsAnswer, year: Year) -> Vec<(f64, &RegionSeries)> {
    by_region(answer, year, |found| found.published?.mean)
}

/// The first year of the run of fully comparable years up to `year` in which as many regions have a median, and how far
/// the medians lay apart then.
pub(super) fn earlier_distance(answer: &RegionsAnswer, year: Year) -> Option<(Year, f64)> {
    let regions = medians(answer, year).len();
    let earlier_years = answer.national.iter().rev().map(|found| found.year);
    let mut first = year;
    for earlier in earlier_years.filter(|other| *other < year) {
        if score_join(earlier, first, &answer.breaks) != Join::Solid || medians(answer, earlier).len() != regions {
            break;
        }
        first = earlier;
    }
    let values: Vec<f64> = medians(answer, first).iter().map(|(median, _)| *median).collect();
    Some((first, distance(&values)?)).filter(|_| first < year)
}

/// Whether any region has a median in any year, so that there is something to draw.
pub(super) fn has_medians(answer: &RegionsAnswer) -> bool {
    answer
        .regions
        .iter()
        .any(|region| region.years.iter().any(|found| found.summary.is_some()))
}

/// Whether the number of members of a region changes.
pub(super) fn members_change(answer: &RegionsAnswer) -> bool {
    answer
        .regions
        .iter()
        .any(|region| region.years.windows(2).any(|pair| pair[0].members != pair[1].members))
}
