//! The text with each claim marked: a link to what is said of it, with sign and verdict in words.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    api::check::{CheckAnswer, Place, Verdict},
};

use crate::text::check as text;

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Plain,
    /// A claim, by its place in the answer.
    Claim(usize, Verdict),
    Unread(usize),
}

/// The text in pieces: marks that would stand within another one are left out.
fn pieces(answer: &CheckAnswer) -> Vec<(Place, Piece)> {
    let claims = answer.claims.iter().enumerate();
    let claims = claims.filter_map(|(place, claim)| Some((claim.place?, Piece::Claim(place, claim.verdict))));
    let unread = answer.unread.iter().enumerate();
    let mut marks: Vec<(Place, Piece)> = claims
        .chain(unread.map(|(place, unread)| (unread.place, Piece::Unread(place))))
        .collect();
    vithe_shared::sorting::sort_by_key(&mut marks, |(place, _)| *place);
    let mut pieces = Vec::with_capacity(2 * marks.len() + 1);
    let mut at = 0;
    for (place, piece) in marks {
        if place.start < at {
            continue;
        }
        pieces.push((
            Place {
                start: at,
                end: place.start,
            },
            Piece::Plain,
        ));
        pieces.push((place, piece));
        at = place.end;
    }
    pieces.push((
        Place {
            start: at,
            end: u32::MAX,
        },
        Piece::Plain,
    ));
    pieces
}

/// The text, marked.
pub(super) fn marked(whole: &str, answer: &CheckAnswer, language: Language) -> AnyView {
    let mut scalars = whole.chars();
    let views: Vec<AnyView> = pieces(answer)
        .into_iter()
        .map(|(place, piece)| {
            let words: String = scalars.by_ref().take((place.end - place.start) as usize).collect();
            match piece {
                Piece::Plain => words.into_any(),
                Piece::Claim(claim, verdict) => {
                    let tag = format!(" {}\u{a0}{}", text::sign(verdict), text::verdict(verdict).get(language));
                    let class = format!("claim-mark verdict-{}", verdict.as_str());
                    view! {
                        <a id=format!("mark-{claim}") class=class href=format!("#claim-{claim}") rel="external">{words}<span class="claim-tag">{tag}</span></a>
                    }
                    .into_any()
                }
                Piece::Unread(unread) => view! {
                    <a id=format!("gap-{unread}") class="claim-mark is-unread" href=format!("#unread-{unread}") rel="external">{words}<span class="claim-tag">{format!(" … {}", text::UNREAD.get(language))}</span></a>
                }
                .into_any(),
            }
        })
        .collect();
    view! { <div id="marked-text" class="marked-text" lang="vi">{views}</div> }.into_any()
}
