//! Claims of prose: walks along the items of a text, carries index, province, year and component over, and reads every number
//! that has the form of a score, a rank or a change of them. What it cannot place it says.

mod context;
mod number;
mod resolve;
mod respectively;
mod score;
mod statement;
mod view;

use super::{
    claim::Claim,
    item::{Item, ItemKind},
    lexicon::{Lexicon, Mention},
    unread::UnreadReason,
};
use crate::{Year, api::check::Place};
use context::Context;
use view::View;

/// What holds before the text says otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Defaults {
    /// The province, by its place in the lexicon.
    pub(super) province: Option<usize>,
    /// The year.
    pub(super) year: Option<Year>,
}

/// What was found in a text, in its order.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) claims: Vec<Claim>,
    pub(super) unread: Vec<(Place, UnreadReason)>,
}

/// Reads prose.
pub(super) fn read(items: &[Item<'_>], lexicon: &Lexicon, defaults: &Defaults) -> Found {
    let mut reader = Reader {
        view: View { items },
        lexicon,
        context: Context::new(defaults),
        found: Found::default(),
    };
    let mut at = 0;
    while at < items.len() {
        at = reader.step(at);
    }
    reader.found
}

/// Walks along the items.
struct Reader<'a> {
    view: View<'a>,
    lexicon: &'a Lexicon,
    context: Context,
    found: Found,
}

impl Reader<'_> {
    /// Takes in an item; the place of the next one.
    fn step(&mut self, at: usize) -> usize {
        match self.view.kind(at) {
            ItemKind::Name(Mention::Index(index)) => {
                let explains =
                    at > 0 && matches!(self.view.word(at - 1), "cua" | "trong" | "of" | "in" | "the" | "thuoc");
                let named = self
                    .context
                    .component
                    .map(|component| &self.lexicon.components[component].meanings);
                let keeps = (explains || self.context.parenthesis.is_some())
                    && named.is_some_and(|meanings| meanings.iter().any(|(of, _)| *of == index));
                let component = self.context.component.filter(|_| keeps);
                self.context.meet_index(Some(index));
                self.context.component = component;
            }
            ItemKind::Name(Mention::Foreign) => self.context.meet_index(None),
            ItemKind::Name(Mention::Province(province)) => {
                let is_compared = self.view.is_compared(at);
                self.context.meet_province(province, is_compared);
            }
            ItemKind::Name(Mention::Component(component)) => {
                let indices = &self.lexicon.components[component].meanings;
                self.context.meet_component(component, indices);
                self.went(at, component);
            }
            ItemKind::MaybeComponent(component) => self.went(at, component),
            ItemKind::Year(year) => {
                let use_of_year = self.view.use_of_year(at, year, self.lexicon.newest);
                self.context.meet_year(year, use_of_year);
            }
            ItemKind::Mark(mark) => {
                self.context.meet_mark(mark, self.view.ends_sentence(at));
                if mark == ':' {
                    return self.list(at, at + 1);
                }
            }
            ItemKind::Break => self.context.end_paragraph(),
            ItemKind::Word("nhu" | "gom" | "including") => {
                let colon = self.view.kind(at + 1) == ItemKind::Mark(':');
                return self.list(at, at + 1 + usize::from(colon));
            }
            ItemKind::Word("tong" | "overall" | "total") => self.context.meet_total(),
            ItemKind::Word("dau") => self.first(at),
            ItemKind::Word("led" | "leads" | "topped" | "tops") => self.led(at),
            ItemKind::Number(_) | ItemKind::Fraction(..) => return self.number(at),
            ItemKind::Word(_) | ItemKind::Name(_) | ItemKind::Other => {}
        }
        at + 1
    }
}
