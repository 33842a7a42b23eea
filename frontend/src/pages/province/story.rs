//! The year of the province in prose; every number leads to the figure it is from.

use leptos::prelude::*;
use vithe_shared::api::Profile;

use super::ProvincePageData;
use crate::{
    address::{PageAddress, traces::figure_address},
    view_model::{
        ProfileView,
        narrative::{Paragraph, Story},
    },
};

/// Tells the year of a province.
pub(crate) type Narrator = fn(&Profile, &ProfileView, &[Story<'_>]) -> Vec<Paragraph>;

/// On the server it is at hand, in the browser it comes as a chunk of its own.
#[cfg(not(feature = "csr"))]
pub(super) fn narrator() -> Narrator {
    crate::view_model::narrative::narrative
}

/// On the server it is at hand, in the browser it comes as a chunk of its own.
#[cfg(feature = "csr")]
pub(super) fn narrator() -> Narrator {
    crate::client::narrator()
}

/// How long the description of a page may be, in characters: what search engines and shared links show.
const LONGEST_DESCRIPTION: usize = 300;

/// The first sentences, for the head of the document.
pub(super) fn description(paragraphs: &[Paragraph]) -> String {
    let mut description = String::new();
    let texts: Vec<String> = paragraphs.iter().map(Paragraph::text).collect();
    for sentence in texts.iter().flat_map(|text| text.split_inclusive(". ")) {
        let length = description.chars().count() + sentence.chars().count();
        if !description.is_empty() && length > LONGEST_DESCRIPTION {
            break;
        }
        if !description.is_empty() && !description.ends_with(' ') {
            description.push(' ');
        }
        description.push_str(sentence);
    }
    description.trim_end().to_owned()
}

/// A paragraph for each index.
pub(super) fn narrative_section(address: &PageAddress, data: &ProvincePageData, paragraphs: &[Paragraph]) -> AnyView {
    let paragraphs: Vec<AnyView> = paragraphs
        .iter()
        .map(|paragraph| {
            let pieces: Vec<AnyView> = paragraph
                .pieces
                .iter()
                .map(|piece| {
                    let text = piece.text.clone();
                    match piece.figure.as_ref().zip(paragraph.index) {
                        Some((figure, index)) => {
                            let href = figure_address(address, &data.profile.province, paragraph.year, (index, figure));
                            view! { <a href=href>{text}</a> }.into_any()
                        }
                        None => view! { {text} }.into_any(),
                    }
                })
                .collect();
            view! { <p>{pieces}</p> }.into_any()
        })
        .collect();
    view! { <div class="narrative">{paragraphs}</div> }.into_any()
}
