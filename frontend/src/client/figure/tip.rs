//! The tip of a chart: what the mark under the pointer says, or the values of a year. It repeats what the table says, so it is
//! hidden from assistive technology; what the keyboard stands on is spoken by a line of its own.

use leptos::prelude::*;
use vithe_shared::Language;

use crate::{charts::Mark, text::figure as text};

/// What a tip shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tip {
    /// Pixels within the room of the figure.
    at: [f64; 2],
    /// Width and height of the room.
    room: [f64; 2],
    content: Content,
    /// Whether a second tap leads on.
    leads_on: bool,
    /// What is spoken of it, where the keyboard leads.
    spoken: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Sentence(String),
    /// The column, and its marks, nearest first.
    Column(String, Vec<Line>),
}

/// A value of a column.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    name: String,
    colour: String,
    value: String,
    rank: Option<String>,
}

impl Tip {
    /// Of the marks that answer, nearest first, at a point of a room of a size.
    pub(super) fn of(marks: &[&Mark], at: [f64; 2], room: [f64; 2]) -> Option<Self> {
        let nearest = marks.first()?;
        let content = match &nearest.entry {
            Some(entry) => Content::Column(
                entry.column.clone(),
                marks
                    .iter()
                    .filter_map(|mark| mark.entry.as_ref())
                    .map(|entry| Line {
                        name: entry.name.clone(),
                        colour: entry.colour.clone(),
                        value: entry.value.clone(),
                        rank: entry.rank.clone(),
                    })
                    .collect(),
            ),
            None if nearest.label.is_empty() => return None,
            None => Content::Sentence(nearest.label.clone()),
        };
        Some(Self {
            at,
            room,
            content,
            leads_on: false,
            spoken: None,
        })
    }

    /// Words of the chart itself, at a point of a room of a size.
    pub(super) const fn saying(words: String, at: [f64; 2], room: [f64; 2]) -> Self {
        Self {
            at,
            room,
            content: Content::Sentence(words),
            leads_on: false,
            spoken: None,
        }
    }

    /// Says whether a second tap leads on.
    pub(super) fn leading_on(self, leads_on: bool) -> Self {
        Self { leads_on, ..self }
    }

    /// Speaks a sentence.
    pub(super) fn speak(&mut self, sentence: String) {
        self.spoken = Some(sentence);
    }

    /// What is spoken.
    pub(super) fn spoken(&self) -> Option<String> {
        self.spoken.clone()
    }

    /// Goes along with the pointer.
    pub(super) const fn move_to(&mut self, at: [f64; 2]) {
        self.at = at;
    }

    /// It opens where there is more room, and is no wider than that.
    fn style(&self) -> String {
        /// Between the pointer and the tip.
        const AWAY: f64 = 14.0;
        const WIDEST: f64 = 280.0;
        let ([x, y], [width, height]) = (self.at, self.room);
        let (side, edge, available) = if x > width / 2.0 {
            ("right", width - x, x)
        } else {
            ("left", x, width - x)
        };
        let upwards = if y > height * 0.7 { "calc(-100% - 14px)" } else { "14px" };
        let widest = (available - AWAY).min(WIDEST);
        format!(
            "{side}:{:.0}px;top:{y:.0}px;max-width:{widest:.0}px;transform:translateY({upwards})",
            edge + AWAY
        )
    }
}

/// The tip, where there is one.
pub(super) fn tip_view(tip: RwSignal<Option<Tip>>, language: Language) -> AnyView {
    let content = move || {
        tip.get().map(|tip| {
            let hint = tip
                .leads_on
                .then(|| view! { <p class="tip-hint">{text::TAP_AGAIN.get(language)}</p> });
            let content = match tip.content {
                Content::Sentence(words) => view! { <p>{words}</p> }.into_any(),
                Content::Column(column, lines) => column_view(column, lines),
            };
            view! {
                {content}
                {hint}
            }
        })
    };
    view! {
        <div
            class="figure-tip"
            aria-hidden="true"
            hidden=move || tip.with(Option::is_none)
            style=move || tip.with(|tip| tip.as_ref().map(Tip::style))
        >
            {content}
        </div>
    }
    .into_any()
}

fn column_view(column: String, lines: Vec<Line>) -> AnyView {
    let rows = lines
        .into_iter()
        .map(|line| {
            view! {
                <tr>
                    <td>
                        <span class="tip-colour" style:background=line.colour></span>
                        {line.name}
                    </td>
                    <td class="num">{line.value}</td>
                    <td class="num">{line.rank}</td>
                </tr>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <p class="tip-column">{column}</p>
        <table>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
