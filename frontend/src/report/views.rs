//! The views that a report is told in. Their code belongs to other pages: on the server it is at hand, in the browser the chunks
//! of those pages hand it out, so that it stands in one chunk only, and not in what every page loads.

use vithe_shared::{
    IndexId, Language, Problem, ProvinceSlug, Year,
    api::{
        IndexProfile, Profile, ProvinceList,
        changes::ChangesAnswer,
        indicators::IndicatorsAnswer,
        peers::PeersAnswer,
        what_if::{Needed, WhatIfAnswer, WhatIfRequest},
    },
    domain::IndexInfo,
    query::{ChangesQuery, PageQuery, ProfileQuery},
};

use crate::{
    answers::Answers,
    pages::{Narrator, TellsFigure, alike_up_to},
    view_model::{
        ChangesView, ComponentsView, IndicatorsView, PeersView, ProfileView, StrengthsView, WhatIfView, changes_view,
        components_view, profile_view, strengths_view,
        what_if_view::{TargetView, target_view, what_if_view},
    },
};

/// What the pages of provinces tell.
#[derive(Clone, Copy)]
pub(crate) struct PlacesViews {
    /// Asks for the four indices of a province.
    pub(crate) ask_profile: fn(Answers<'_>, &ProvinceSlug, &ProfileQuery) -> Result<Profile, Problem>,
    /// Asks what a change is made of.
    pub(crate) ask_changes: fn(Answers<'_>, &ChangesQuery) -> Result<ChangesAnswer, Problem>,
    /// The four indices.
    pub(crate) profile: fn(&Profile, Language) -> ProfileView,
    /// The components of one.
    pub(crate) components: fn(&Profile, &IndexInfo, Language) -> Option<ComponentsView>,
    /// Strengths and weaknesses.
    pub(crate) strengths: fn(&IndexProfile, &IndexInfo, Language) -> StrengthsView,
    /// What a change is made of.
    pub(crate) changes: fn(&ChangesAnswer, &IndexInfo, Language) -> ChangesView,
    /// Asks for the provinces that are alike.
    pub(crate) alike: fn(Answers<'_>, &ProvinceSlug, IndexId, Year) -> Option<PeersAnswer>,
}

/// What the pages for planners tell.
#[derive(Clone, Copy)]
pub(crate) struct PlannerViews {
    /// Asks a what-if question.
    pub(crate) ask: fn(Answers<'_>, &WhatIfRequest) -> Result<WhatIfAnswer, Problem>,
    /// Where it starts.
    pub(crate) what_if: fn(&WhatIfAnswer, Language) -> WhatIfView,
    /// What a target takes.
    pub(crate) target: fn(&WhatIfAnswer, &Needed, &PageQuery, Language) -> TargetView,
}

/// Tells the indicators of a province.
pub(crate) type TellsIndicators =
    fn(&IndicatorsAnswer, &IndexInfo, &ProvinceList, [&str; 2], Language) -> IndicatorsView;

/// Tells the provinces that are alike.
pub(crate) type TellsPeers = fn(&PeersAnswer, &IndexInfo, &ProvinceList, Language) -> PeersView;

/// All of them.
#[derive(Clone, Copy)]
pub(crate) struct Views {
    pub(crate) places: PlacesViews,
    /// Tells the figures of the pages of provinces.
    pub(crate) figure: TellsFigure,
    pub(crate) planner: PlannerViews,
    pub(crate) indicators: TellsIndicators,
    pub(crate) peers: TellsPeers,
    pub(crate) narrator: Narrator,
}

/// Those of the pages of provinces.
pub(crate) const PLACES: PlacesViews = PlacesViews {
    ask_profile: |answers, province, query| answers.profile(province, query),
    ask_changes: |answers, query| answers.changes(query),
    profile: profile_view,
    components: components_view,
    strengths: strengths_view,
    changes: changes_view,
    alike: alike_up_to,
};

/// Those of the pages for planners.
pub(crate) const PLANNER: PlannerViews = PlannerViews {
    ask: |answers, request| answers.what_if(request),
    what_if: what_if_view,
    target: target_view,
};

/// On the server they are at hand.
#[cfg(not(feature = "csr"))]
pub(crate) fn views() -> Views {
    Views {
        places: PLACES,
        figure: crate::pages::Teller::Places.tells(),
        planner: PLANNER,
        indicators: crate::view_model::indicators_view,
        peers: crate::view_model::peers_view,
        narrator: crate::view_model::narrative::narrative,
    }
}

/// In the browser they have come with the chunk of the report.
#[cfg(feature = "csr")]
pub(crate) fn views() -> Views {
    crate::client::report_views()
}
