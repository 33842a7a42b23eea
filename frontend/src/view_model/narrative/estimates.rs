//! What is told of an index whose figures are estimates: they are called so, and no rank is built on them.

use vithe_shared::{
    Language,
    api::{ComponentProfile, IndexProfile},
    domain::{MemberScore, MemberSpread, ObservationStatus},
};

use super::{
    Figure, Paragraph, Story, parts,
    standing::{Opening, opening_words, score_words},
    way,
};
use crate::{
    format::capitalise,
    view_model::{
        profile_view::IndexCardView,
        wording::{marked, score_number},
    },
};

/// Whether the figures of an index are estimates, or stand among estimates, and are not ranked.
pub(super) fn is_estimate(own: &IndexProfile) -> bool {
    own.overall.row.rank.is_none() && (own.back_cast || estimated_components(own).next().is_some())
}

/// The components with an estimated score, in the publisher's order.
fn estimated_components(own: &IndexProfile) -> impl Iterator<Item = (&ComponentProfile, f64)> {
    own.components
        .iter()
        .filter(|component| component.level == 1 && component.row.status == Some(ObservationStatus::Estimated))
        .filter_map(|component| Some((component, component.row.score?)))
}

/// The level, how far the members lie apart, the change, and where there is no total the components on record.
pub(super) fn tell(
    paragraph: &mut Paragraph,
    card: &IndexCardView,
    story: &Story<'_>,
    opening: Opening<'_>,
    language: Language,
) {
    let own = story.own;
    if own.overall.row.score.is_none() {
        tell_components(paragraph, card, own, opening, language);
        return;
    }
    paragraph.show(Figure::Table, opening_words(card, opening, way(own, 3), language));
    let spread = own.overall.row.spread.as_ref();
    if let Some([lowest, highest]) = spread.and_then(|spread| ends_of(spread, story)) {
        paragraph.say(language.pick(
            ", ước tính theo dân số từ các tỉnh hợp thành: thấp nhất ",
            ", estimated by population from the merged provinces: the lowest ",
        ));
        let number =
            |(name, score): (&str, f64)| format!("{name} {}", score_number(score, own.overall.scale, language));
        paragraph.show(Figure::Members, number(lowest));
        paragraph.say(language.pick(", cao nhất ", ", the highest "));
        paragraph.show(Figure::Members, number(highest));
    }
    paragraph.say(language.pick("; không xếp hạng.", "; not ranked."));
    if let Some(words) = card.change.as_ref().and_then(|change| score_words(change, language)) {
        paragraph.say(" ");
        paragraph.show(Figure::Changes, capitalise(&words));
        paragraph.say(".");
    }
    parts::counts(paragraph, story, language);
}

/// The members with the lowest and the highest score, by name.
fn ends_of<'a>(spread: &MemberSpread, story: &Story<'a>) -> Option<[(&'a str, f64); 2]> {
    let named = |member: &MemberScore| {
        let (_, name) = story.members.iter().find(|(slug, _)| slug == &member.province)?;
        Some((name.as_str(), member.score?))
    };
    let with = |score: Option<f64>| {
        spread
            .members
            .iter()
            .find(|member| member.score.is_some() && member.score == score)
    };
    Some([named(with(spread.min)?)?, named(with(spread.max)?)?])
}

/// `Năm 2025, Cần Thơ chưa có điểm PCI chung; các thành phần có số ước tính: …`
fn tell_components(
    paragraph: &mut Paragraph,
    card: &IndexCardView,
    own: &IndexProfile,
    opening: Opening<'_>,
    language: Language,
) {
    let (short, year) = (card.short_name, card.year);
    let (Opening::Province(name) | Opening::Index(name)) = opening;
    paragraph.show(
        Figure::Table,
        match language {
            Language::Vi => format!("Năm {year}, {name} chưa có điểm {short} chung"),
            Language::En => format!("In {year}, no total {short} score of {name} is on record"),
        },
    );
    let mut is_first = true;
    for (component, score) in estimated_components(own) {
        paragraph.say(match (is_first, language) {
            (true, Language::Vi) => "; ước tính có ở các thành phần ",
            (true, Language::En) => "; estimates are on record for the components ",
            (false, _) => ", ",
        });
        is_first = false;
        let name = language.pick(&component.name_vi, &component.name_en);
        let score = marked(score_number(score, component.scale, language), true);
        paragraph.show(
            Figure::Component(component.component.clone()),
            format!("{name} {score}"),
        );
    }
    paragraph.say(language.pick("; không xếp hạng.", "; not ranked."));
}
