//! What the page of a province asks.

use vithe_shared::{
    Borders, ComponentId, IndexId, Language, Problem, ProblemCode, ProvinceSlug, Year,
    api::{
        IndexProfile, Profile, ProvinceList, Ranking, changes::ChangesAnswer, declines::DeclinesAnswer,
        indicators::IndicatorsAnswer,
    },
    query::{ChangesQuery, DeclinesQuery, IndicatorsQuery, ProfileQuery, RankingQuery, SeriesQuery, StreakLength},
};

use super::{ProvincePageData, StoryData, ahead::find_ahead};
use crate::{
    address::PageAddress,
    answers::Answers,
    pages::{
        interval_sections::card_sentences,
        planner_sections::FOLLOWED,
        suggestions::{alike_up_to, nearest_in_region},
        trend::TrendData,
        year_window::YearWindow,
    },
    view_model::profile_view::opening_index,
};

pub(super) fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<ProvincePageData, Problem> {
    let language = address.language;
    let (slug, borders) = address.unit()?;
    let query = &address.query;
    let profile = answers.profile(
        &slug,
        &ProfileQuery {
            year: query.year.or(query.years.map(|years| years.to)),
            interval: None,
            borders: Some(borders),
        },
    )?;
    let provinces = answers.provinces(borders);
    let chosen = query.index.or(opening_index(&profile)).unwrap_or(IndexId::Pci);
    // A component has a page of its own.
    let component = ComponentId::overall();
    let series_of = |index: IndexId, component| {
        answers.series(&SeriesQuery {
            index,
            component,
            provinces: vec![slug.clone()],
            from: None,
            to: None,
            borders: Some(borders),
        })
    };
    let mut trends = Vec::new();
    let mut stories = Vec::new();
    for own in &profile.indices {
        let totals = series_of(own.index, ComponentId::overall())?;
        trends.push((own.index, TrendData::of(&totals)));
        stories.push(StoryData {
            changes: changes_of(answers, address, &profile, &slug, own.index),
            declines: falls_up_to(answers, &profile, own),
            indicators: indicators_of(answers, &profile, own)?,
            totals,
        });
    }
    let index = answers.index(chosen)?;
    let window = YearWindow::of(query, &index, &component, borders);
    let series = answers.series(&window.series(&index, component, vec![slug.clone()]))?;
    let mut declines = Vec::new();
    for index in FOLLOWED {
        let query = DeclinesQuery {
            from: None,
            index,
            until: None,
            streak: StreakLength(1),
            province: Some(slug.clone()),
            region: None,
            borders: Some(borders),
        };
        match answers.declines(&query) {
            Ok(answer) => declines.push((answer, answers.index(index)?)),
            // No component of the index is on record for the units of this list.
            Err(problem) if problem.code == ProblemCode::IncompleteTable => {}
            Err(problem) => return Err(problem),
        }
    }
    let intervals = card_sentences(answers, &profile, language)?;
    let ahead = find_ahead(answers, &profile, language)?;
    let peers = named(&provinces, language, |province| {
        profile.region_peers.contains(&province.slug)
    });
    let nearest = nearest_on(answers, &profile, chosen)?;
    let alike = profile
        .index(chosen)
        .filter(|_| borders == Borders::Provinces63)
        .and_then(|own| alike_up_to(answers, &slug, chosen, own.year));
    let successor = profile.province.successor.as_ref();
    let merged_with = named(&provinces, language, |province| {
        successor.is_some() && province.successor.as_ref() == successor
    });
    let members = named(&answers.provinces(Borders::Provinces63), language, |province| {
        profile.province.predecessors.contains(&province.slug)
    });
    let member_tables = member_tables(answers, &profile)?;
    let member_series = (members.len() > 1).then(|| {
        answers.series(&SeriesQuery {
            provinces: members.iter().map(|(slug, _)| slug.clone()).collect(),
            borders: None,
            ..window.series(&index, series.component.clone(), Vec::new())
        })
    });
    Ok(ProvincePageData {
        members,
        member_tables,
        member_series: member_series.and_then(Result::ok),
        profile,
        index,
        window,
        series,
        intervals,
        trends,
        peers,
        nearest,
        alike,
        ahead,
        merged_with,
        stories,
        declines,
    })
}

/// The tables in which the provinces stand that a unit was formed of: of the years that its page shows, as far as those are of the
/// 63 provinces, or else of the newest such year.
fn member_tables(answers: Answers<'_>, profile: &Profile) -> Result<Vec<Ranking>, Problem> {
    let mut tables = Vec::new();
    if profile.province.borders == Borders::Units34 {
        for own in &profile.indices {
            let year = if own.back_cast {
                Some(own.year)
            } else {
                answers.index(own.index)?.opens_on_in(Borders::Provinces63)
            };
            tables.push(answers.rankings(&RankingQuery {
                index: own.index,
                component: ComponentId::overall(),
                year,
                region: None,
                borders: None,
                interval: None,
                rank: None,
            })?);
        }
    }
    Ok(tables)
}

/// Those of the region that stand nearest on an index; nobody where the province has no total of it.
fn nearest_on(answers: Answers<'_>, profile: &Profile, index: IndexId) -> Result<Vec<ProvinceSlug>, Problem> {
    let own = profile.index(index).filter(|own| own.overall.n > 0);
    let Some(own) = own else { return Ok(Vec::new()) };
    let ranking = answers.rankings(&RankingQuery {
        index,
        component: ComponentId::overall(),
        year: Some(own.year),
        region: Some(profile.province.region.clone()),
        borders: Some(profile.province.borders),
        interval: None,
        rank: None,
    })?;
    Ok(nearest_in_region(&ranking, &profile.province.slug))
}

/// The change of the chosen index up to the year shown, from the year asked for or, where that has no total, the nearest
/// one before.
fn changes_of(
    answers: Answers<'_>,
    address: &PageAddress,
    profile: &Profile,
    province: &ProvinceSlug,
    index: IndexId,
) -> Option<ChangesAnswer> {
    let to = profile.index(index)?.year;
    let ask = |from: Option<Year>| {
        answers.changes(&ChangesQuery {
            index,
            province: province.clone(),
            from,
            to: Some(to),
            borders: Some(profile.province.borders),
        })
    };
    let from = address.query.years.map(|years| years.from).filter(|from| *from < to);
    if from.is_some()
        && let Ok(answer) = ask(from)
    {
        return Some(answer);
    }
    // The first year on record has nothing before it: the section says so.
    ask(None).ok()
}

/// The components that have kept falling up to the year of an index.
fn falls_up_to(answers: Answers<'_>, profile: &Profile, own: &IndexProfile) -> Option<DeclinesAnswer> {
    let has_components = own.components.iter().any(|component| component.row.score.is_some());
    let query = DeclinesQuery {
        from: None,
        index: own.index,
        until: Some(own.year),
        streak: StreakLength(2),
        province: Some(profile.province.slug.clone()),
        region: None,
        borders: Some(profile.province.borders),
    };
    // Where nothing of the year before is on record there is nothing to tell.
    answers.declines(&query).ok().filter(|_| has_components)
}

/// The indicators below the components in the year of an index.
fn indicators_of(
    answers: Answers<'_>,
    profile: &Profile,
    own: &IndexProfile,
) -> Result<Option<IndicatorsAnswer>, Problem> {
    let index = answers.index(own.index)?;
    let is_told = index.indicator_years().contains(&own.year) && index.borders_in(own.year) == profile.province.borders;
    is_told
        .then(|| {
            answers.indicators(&IndicatorsQuery {
                index: own.index,
                component: None,
                year: Some(own.year),
                province: Some(profile.province.slug.clone()),
            })
        })
        .transpose()
}

fn named(
    list: &ProvinceList,
    language: Language,
    wanted: impl Fn(&vithe_shared::domain::Province) -> bool,
) -> Vec<(ProvinceSlug, String)> {
    list.provinces
        .iter()
        .filter(|province| wanted(province))
        .map(|province| {
            (
                province.slug.clone(),
                language.pick(&province.name_vi, &province.name_en).to_owned(),
            )
        })
        .collect()
}
