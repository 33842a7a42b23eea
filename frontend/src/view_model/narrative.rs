//! The year of a province in prose, a paragraph for each index: level, rank and change, what the change is made of, what keeps
//! rising or falling, where the components stand, and what is not on record. Every number names the figure it is from.

use vithe_shared::{
    ComponentId, IndexId, IndicatorId, ProvinceSlug, Year,
    api::{
        IndexProfile, Profile, SeriesAnswer, changes::ChangesAnswer, declines::DeclinesAnswer,
        indicators::IndicatorsAnswer,
    },
};

use super::ProfileView;

mod estimates;
mod facts;
mod parts;
mod standing;
mod standouts;
mod streaks;
#[cfg(test)]
mod tests;

/// What is known of a province on one index.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    /// Its figures in the year.
    pub own: &'a IndexProfile,
    /// What the change against the year before is made of.
    pub changes: Option<&'a ChangesAnswer>,
    /// Its totals over the years.
    pub totals: Option<&'a SeriesAnswer>,
    /// The components that have kept falling up to the year.
    pub declines: Option<&'a DeclinesAnswer>,
    /// Its indicators below the components, where the year has any.
    pub indicators: Option<&'a IndicatorsAnswer>,
    /// The provinces that a unit was formed of, by name.
    pub members: &'a [(ProvinceSlug, String)],
}

/// The figure that a number is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The table of the index in the year.
    Table,
    /// The change of the index up to the year.
    Changes,
    /// The index over the years.
    History,
    /// The components that keep falling.
    Declines,
    /// A component of the province.
    Component(ComponentId),
    /// An indicator below the components.
    Indicator(IndicatorId),
    /// The provinces that the unit was formed of.
    Members,
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// The figure that their numbers are from; `None` for words without any.
    pub figure: Option<Figure>,
}

/// What is told of one index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The index; `None` where no index has a figure of the year.
    pub index: Option<IndexId>,
    /// The year of its figures.
    pub year: Year,
    /// Its parts, one after the other.
    pub pieces: Vec<Piece>,
}

impl Paragraph {
    /// The whole text.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn of(index: Option<IndexId>, year: Year) -> Self {
        Self {
            index,
            year,
            pieces: Vec::new(),
        }
    }

    fn say(&mut self, text: impl Into<String>) {
        self.pieces.push(Piece {
            text: text.into(),
            figure: None,
        });
    }

    fn show(&mut self, figure: Figure, text: impl Into<String>) {
        self.pieces.push(Piece {
            text: text.into(),
            figure: Some(figure),
        });
    }
}

/// A paragraph for each index, the worst news first.
pub fn narrative(profile: &Profile, view: &ProfileView, stories: &[Story<'_>]) -> Vec<Paragraph> {
    let language = view.language;
    let year = profile.year;
    let cards = super::profile_view::worst_first(&view.cards, &profile.indices);
    if !cards.iter().any(|card| card.year == year) {
        let mut paragraph = Paragraph::of(None, year);
        paragraph.say(standing::nothing(&view.name, year, language));
        return vec![paragraph];
    }
    let mut paragraphs = Vec::with_capacity(cards.len());
    for (position, card) in cards.iter().enumerate() {
        let mut paragraph = Paragraph::of(Some(card.index), card.year);
        let opening = if position == 0 {
            standing::Opening::Province(&view.name)
        } else {
            standing::Opening::Index(&view.name)
        };
        let story = stories.iter().find(|story| story.own.index == card.index);
        if let Some(story) = story.filter(|story| estimates::is_estimate(story.own)) {
            estimates::tell(&mut paragraph, card, story, opening, language);
            paragraphs.push(paragraph);
            continue;
        }
        standing::tell(
            &mut paragraph,
            card,
            way_of(card.year, card.index, 3),
            opening,
            language,
        );
        if let Some(story) = story {
            parts::tell(&mut paragraph, story, language);
            streaks::tell(&mut paragraph, story, language);
            standing::tell_ends(&mut paragraph, story.own, language);
            standouts::tell(&mut paragraph, story, language);
            standing::tell_missing(&mut paragraph, story, year, language);
        }
        paragraphs.push(paragraph);
    }
    paragraphs
}

/// Which of some ways to say the same a paragraph takes: by index and year, so that neighbouring paragraphs differ and a page says
/// the same each time.
fn way(own: &IndexProfile, ways: usize) -> usize {
    way_of(own.year, own.index, ways)
}

fn way_of(year: Year, index: IndexId, ways: usize) -> usize {
    (usize::from(year.0) + index as usize) % ways
}
