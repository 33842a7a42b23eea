//! What a report is made from: the answers to all its questions, asked once.

use std::collections::BTreeMap;

use vithe_shared::{
    Borders, ComponentId, IndexId, Language, Problem, ProvinceSlug, Year,
    api::{
        IndexProfile, Profile, ProvinceList, Ranking, SeriesAnswer,
        changes::ChangesAnswer,
        declines::DeclinesAnswer,
        indicators::IndicatorsAnswer,
        peers::PeersAnswer,
        what_if::{WhatIfAnswer, WhatIfRequest},
    },
    domain::IndexInfo,
    query::{
        ChangesQuery, DeclinesQuery, FigureQuery, IndicatorsQuery, PageQuery, ProfileQuery, RankingQuery, ReportForm,
        SeriesQuery, StreakLength, YearRange,
    },
};

use super::{
    document::{Block, Report},
    views::{Views, views},
};
use crate::{
    address::{Aspect, PageAddress, province_address},
    answers::Answers,
    format::format_date,
    text::report as text,
    view_model::{ProfileView, narrative::Story, wording::year_span},
};

/// How many years a review tells where none are asked for.
const YEARS: u16 = 5;

/// An index within the period.
pub(super) struct OfIndex {
    /// What it is.
    pub(super) info: IndexInfo,
    /// Its totals of the period.
    pub(super) totals: SeriesAnswer,
    /// Its totals of all years.
    all_totals: SeriesAnswer,
    /// The change of the last year against the year before.
    pub(super) last: Option<ChangesAnswer>,
    /// The change over the period, where it holds more than two years with a total.
    pub(super) span: Option<ChangesAnswer>,
    /// The components that keep falling up to the last year.
    pub(super) declines: Option<DeclinesAnswer>,
    /// The indicators of the last year.
    pub(super) indicators: Option<IndicatorsAnswer>,
    /// The table of the region in the last year.
    pub(super) region: Option<Ranking>,
    /// What the next goal takes.
    pub(super) goal: Option<(u16, WhatIfAnswer)>,
}

/// All of it.
pub(super) struct Material {
    /// What it is told by.
    pub(super) views: Views,
    pub(super) language: Language,
    pub(super) form: ReportForm,
    /// The period.
    pub(super) years: YearRange,
    /// The province in the last year.
    pub(super) profile: Profile,
    /// The same in words.
    pub(super) view: ProfileView,
    /// The indices with a figure within the period, in the publishers' order.
    pub(super) indices: Vec<OfIndex>,
    /// Those without one.
    pub(super) missing: Vec<IndexId>,
    /// The provinces that a unit was formed of.
    pub(super) members: Vec<(ProvinceSlug, String)>,
    /// The provinces that are alike on the first index of which that can be told.
    pub(super) peers: Option<(PeersAnswer, IndexInfo)>,
    /// The list of units.
    pub(super) provinces: ProvinceList,
    edition: [String; 2],
}

/// Asks for everything.
pub(super) fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<Material, Problem> {
    let language = address.language;
    let (slug, borders) = address.unit()?;
    let query = &address.query;
    let views = views();
    let profile = (views.places.ask_profile)(
        answers,
        &slug,
        &ProfileQuery {
            year: query.years.map(|years| years.to).or(query.year),
            interval: None,
            borders: Some(borders),
        },
    )?;
    let to = profile.year;
    let years = YearRange {
        from: query
            .years
            .map_or(Year(to.0.saturating_sub(YEARS - 1)), |years| years.from),
        to,
    };
    let view = (views.places.profile)(&profile, language);
    let (within, missing): (Vec<IndexId>, Vec<IndexId>) = IndexId::ALL.into_iter().partition(|index| {
        let own = profile.index(*index);
        own.is_some_and(|own| own.year >= years.from)
    });
    let indices = within
        .into_iter()
        .filter_map(|index| profile.index(index))
        .map(|own| of_index(answers, views, &profile, own, years))
        .collect::<Result<Vec<OfIndex>, Problem>>()?;
    let members = answers.provinces(Borders::Provinces63);
    let members = members
        .provinces
        .iter()
        .filter(|province| profile.province.predecessors.contains(&province.slug))
        .map(|province| {
            let name = language.pick(&province.name_vi, &province.name_en);
            (province.slug.clone(), name.to_owned())
        })
        .collect();
    let peers = (borders == Borders::Provinces63)
        .then(|| {
            indices.iter().find_map(|of| {
                let own = profile.index(of.info.id)?;
                let answer = (views.places.alike)(answers, &slug, of.info.id, own.year)?;
                let is_within = answer.missing.is_none() && answer.year >= years.from;
                is_within.then(|| (answer, of.info.clone()))
            })
        })
        .flatten();
    Ok(Material {
        views,
        language,
        form: query.form,
        years,
        view,
        indices,
        missing,
        members,
        peers,
        provinces: answers.provinces(borders),
        edition: answers.edition().map(str::to_owned),
        profile,
    })
}

fn of_index(
    answers: Answers<'_>,
    views: Views,
    profile: &Profile,
    own: &IndexProfile,
    years: YearRange,
) -> Result<OfIndex, Problem> {
    let index = own.index;
    let info = answers.index(index)?;
    let province = &profile.province.slug;
    let borders = profile.province.borders;
    let series = |from, to| {
        answers.series(&SeriesQuery {
            index,
            component: ComponentId::overall(),
            provinces: vec![province.clone()],
            from,
            to,
            borders: Some(borders),
        })
    };
    let totals = series(Some(years.from), Some(years.to))?;
    let changes = |from| {
        let query = ChangesQuery {
            index,
            province: province.clone(),
            from,
            to: Some(own.year),
            borders: Some(borders),
        };
        // The first year on record has nothing before it.
        (views.places.ask_changes)(answers, &query).ok()
    };
    let with_total: Vec<Year> = totals
        .series
        .iter()
        .flat_map(|series| &series.points)
        .filter(|point| point.score.is_some())
        .map(|point| point.year)
        .collect();
    let last = changes(None);
    let first = with_total.first().copied().filter(|first| *first < own.year);
    let span = first
        .filter(|first| last.as_ref().is_none_or(|last| last.from.year != *first))
        .and_then(|first| changes(Some(first)));
    let has_components = own.components.iter().any(|component| component.row.score.is_some());
    let declines = DeclinesQuery {
        from: None,
        index,
        until: Some(own.year),
        streak: StreakLength::default(),
        province: Some(province.clone()),
        region: None,
        borders: Some(borders),
    };
    let has_indicators = info.indicator_years().contains(&own.year) && info.borders_in(own.year) == borders;
    let indicators = has_indicators.then(|| {
        answers.indicators(&IndicatorsQuery {
            index,
            component: None,
            year: Some(own.year),
            province: Some(province.clone()),
        })
    });
    let region = RankingQuery {
        index,
        component: ComponentId::overall(),
        year: Some(own.year),
        region: Some(profile.province.region.clone()),
        borders: Some(borders),
        interval: None,
        rank: None,
    };
    Ok(OfIndex {
        all_totals: series(None, None)?,
        totals,
        last,
        span,
        declines: answers.declines(&declines).ok().filter(|_| has_components),
        indicators: indicators.transpose()?,
        region: answers.rankings(&region).ok(),
        goal: goal(answers, views, profile, own),
        info,
    })
}

/// The next goal: the upper half of the table, the first ten, or the top. None where there is no table to rank in, no component
/// to move, or nothing above.
fn goal(answers: Answers<'_>, views: Views, profile: &Profile, own: &IndexProfile) -> Option<(u16, WhatIfAnswer)> {
    let request = |target_rank| WhatIfRequest {
        index: own.index,
        province: profile.province.slug.clone(),
        year: Some(own.year),
        changes: BTreeMap::default(),
        drift: false,
        target_rank,
        target_score: None,
        usual_changes: BTreeMap::default(),
        peer: None,
        borders: Some(profile.province.borders),
    };
    let ask = |target| (views.planner.ask)(answers, &request(target)).ok();
    let base = ask(None)?;
    let rank = [base.rank_n / 2, 10, 3, 1]
        .into_iter()
        .find(|rank| *rank < base.rank_before)?;
    Some((rank, ask(Some(rank))?))
}

impl Material {
    /// The province on an index.
    pub(super) fn own(&self, of: &OfIndex) -> &IndexProfile {
        let own = self.profile.index(of.info.id);
        own.unwrap_or_else(|| unreachable!("the indices of the material are those of the profile"))
    }

    /// The slug.
    pub(super) fn province(&self) -> &ProvinceSlug {
        &self.profile.province.slug
    }

    /// The list of units.
    pub(super) fn borders(&self) -> Borders {
        self.profile.province.borders
    }

    /// Whether figures are those of a unit before it was one.
    pub(super) fn has_estimates(&self) -> bool {
        self.profile.indices.iter().any(|own| own.back_cast)
    }

    /// The page of the province opened on an index and a component of it.
    pub(super) fn page_of(&self, index: IndexId, component: &ComponentId, year: Year) -> String {
        let aspect = Aspect::of(index, component, year).within(self.borders());
        province_address(self.language, self.province(), &aspect)
    }

    /// What a figure of an index asks for.
    pub(super) fn figure(&self, of: &OfIndex) -> FigureQuery {
        FigureQuery {
            provinces: vec![self.province().clone()],
            borders: self.borders().in_address(),
            ..FigureQuery::new(of.info.id, self.language)
        }
    }

    /// What the last year of every index is told from.
    pub(super) fn stories(&self) -> Vec<Story<'_>> {
        self.indices
            .iter()
            .map(|of| Story {
                own: self.own(of),
                changes: of.last.as_ref(),
                totals: Some(&of.all_totals),
                declines: of.declines.as_ref(),
                indicators: of.indicators.as_ref(),
                members: &self.members,
            })
            .collect()
    }

    /// The page of the province in a year, which numbers lead to.
    pub(super) fn province_page(&self) -> PageAddress {
        let query = PageQuery {
            borders: self.borders().in_address(),
            year: Some(self.years.to),
            ..PageQuery::default()
        };
        let path = crate::address::province_path(self.language, self.province());
        PageAddress::of_address(&path, &query.to_query_string())
    }

    /// The report of the blocks.
    pub(super) fn into_report(self, blocks: Vec<Block>, address: &PageAddress, origin: &str) -> Report {
        let language = self.language;
        let span = year_span(self.years.from, self.years.to);
        let name = &self.view.name;
        let (kind, title) = text::title(self.form, &span, name, language);
        let [version, date] = &self.edition;
        let mut imprint = vec![
            (
                text::PROVINCE.get(language).to_owned(),
                text::place(&self.profile, &self.members, language),
            ),
            (text::PERIOD.get(language).to_owned(), span.clone()),
            (
                text::EDITION.get(language).to_owned(),
                text::edition(version, &format_date(date, language), language),
            ),
        ];
        if !origin.is_empty() {
            let page = format!("{origin}{}", address.canonical());
            imprint.push((text::ADDRESS.get(language).to_owned(), page));
        }
        Report {
            language,
            form: self.form,
            years: self.years,
            years_on_record: self.profile.years,
            kind,
            description: text::description(name, &span, language),
            title,
            date: date.clone(),
            imprint,
            blocks,
        }
    }
}
