//! The prose of the pages of provinces and units: the claim checker reads back what it says of level, rank and change.

use vithe_frontend::{
    answers::Answers,
    view_model::narrative::{Paragraph, Story, narrative},
    view_model::profile_view,
};
use vithe_shared::{
    Borders, ComponentId, Language, ProvinceSlug, Year,
    api::check::{CheckRequest, Verdict},
    claims::check,
    query::{ChangesQuery, DeclinesQuery, IndicatorsQuery, ProfileQuery, SeriesQuery, StreakLength},
};

use crate::support::catalog;

/// What the page of a unit tells of a year; `None` where there is no page.
fn told(borders: Borders, slug: &ProvinceSlug, year: Year, language: Language) -> Option<Vec<Paragraph>> {
    let answers = Answers::new(catalog(), language);
    let query = ProfileQuery {
        year: Some(year),
        interval: None,
        borders: Some(borders),
    };
    let profile = answers.profile(slug, &query).ok()?;
    let mut facts = Vec::new();
    for own in &profile.indices {
        let changes = answers.changes(&ChangesQuery {
            index: own.index,
            province: slug.clone(),
            from: None,
            to: Some(own.year),
            borders: Some(borders),
        });
        let totals = answers.series(&SeriesQuery {
            index: own.index,
            component: ComponentId::overall(),
            provinces: vec![slug.clone()],
            from: None,
            to: None,
            borders: Some(borders),
        });
        let declines = answers.declines(&DeclinesQuery {
            from: None,
            index: own.index,
            until: Some(own.year),
            streak: StreakLength(2),
            province: Some(slug.clone()),
            region: None,
            borders: Some(borders),
        });
        let indicators = answers.indicators(&IndicatorsQuery {
            index: own.index,
            component: None,
            year: Some(own.year),
            province: Some(slug.clone()),
        });
        facts.push((
            changes.ok(),
            totals.ok(),
            declines.ok(),
            indicators.ok().filter(|answer| answer.borders == borders),
        ));
    }
    let members: Vec<(ProvinceSlug, String)> = answers
        .provinces(Borders::Provinces63)
        .provinces
        .iter()
        .filter(|province| profile.province.predecessors.contains(&province.slug))
        .map(|province| {
            let name = language.pick(&province.name_vi, &province.name_en);
            (province.slug.clone(), name.to_owned())
        })
        .collect();
    let stories: Vec<Story<'_>> = profile
        .indices
        .iter()
        .zip(&facts)
        .map(|(own, (changes, totals, declines, indicators))| Story {
            own,
            changes: changes.as_ref(),
            totals: totals.as_ref(),
            declines: declines.as_ref(),
            indicators: indicators.as_ref(),
            members: &members,
        })
        .collect();
    let view = profile_view(&profile, language);
    Some(narrative(&profile, &view, &stories))
}

/// Every unit of a list in every year.
fn every_story(borders: Borders) -> Vec<(ProvinceSlug, Year)> {
    let units = catalog().units(borders).provinces().iter();
    units
        .flat_map(|province| (2005..=2025).map(|year| (province.slug.clone(), Year(year))))
        .collect()
}

/// What the checker says against the pages of all units of a list in a language.
#[track_caller]
fn is_read_back(borders: Borders, language: Language) {
    let faults: Vec<String> = every_story(borders)
        .into_iter()
        .filter_map(|(slug, year)| Some((told(borders, &slug, year, language)?, slug, year)))
        .flat_map(|(paragraphs, slug, year)| {
            let texts: Vec<String> = paragraphs.iter().map(Paragraph::text).collect();
            faults(&texts.join("\n"), borders, &slug, year)
        })
        .collect();
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults[..faults.len().min(12)].join("\n")
    );
}

#[test]
fn vietnamese_pages_of_provinces_are_read_back() {
    is_read_back(Borders::Provinces63, Language::Vi);
}

#[test]
fn english_pages_of_provinces_are_read_back() {
    is_read_back(Borders::Provinces63, Language::En);
}

#[test]
fn vietnamese_pages_of_units_are_read_back() {
    is_read_back(Borders::Units34, Language::Vi);
}

#[test]
fn english_pages_of_units_are_read_back() {
    is_read_back(Borders::Units34, Language::En);
}

/// What the checker says against a text.
fn faults(text: &str, borders: Borders, slug: &ProvinceSlug, year: Year) -> Vec<String> {
    let request = CheckRequest {
        text: Some(text.to_owned()),
        ..CheckRequest::default()
    };
    let answer = check(catalog(), request).unwrap();
    let mut faults = Vec::new();
    for claim in &answer.claims {
        if matches!(claim.verdict, Verdict::Differs | Verdict::CannotCheck) {
            let place = claim.place.unwrap();
            let read: String = text
                .chars()
                .take(place.end as usize)
                .skip(place.start as usize)
                .collect();
            faults.push(format!(
                "{borders} {slug} {year}: “{read}” {} {:?}→{} {} {:?}: {:?}, on record {:?}\n    in: {text}",
                claim.index, claim.from_year, claim.year, claim.component, claim.value, claim.verdict, claim.on_record
            ));
        }
    }
    faults
}
