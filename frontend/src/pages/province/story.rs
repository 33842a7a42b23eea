//! The year of the province in prose; every number leads to the figure it is from.

use leptos::prelude::*;
use vithe_shared::{IndexId, api::Profile, query::PageQuery};

use super::ProvincePageData;
use crate::{
    address::{Aspect, PageAddress, index_path, province_address},
    view_model::{
        ProfileView,
        narrative::{Figure, Paragraph, Story},
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
                            let href = figure_href(address, data, paragraph, (index, figure));
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

/// Where the figure is that a number is from.
fn figure_href(
    address: &PageAddress,
    data: &ProvincePageData,
    paragraph: &Paragraph,
    (index, figure): (IndexId, &Figure),
) -> String {
    let province = &data.profile.province;
    let on_page = |anchor: &str| {
        let link = address.with(|query| {
            query.index = Some(index);
            query.year = Some(paragraph.year);
            query.years = None;
            query.component = None;
        });
        format!("{link}#{anchor}")
    };
    match figure {
        Figure::Table => {
            let query = PageQuery {
                year: Some(paragraph.year),
                borders: province.borders.in_address(),
                pins: vec![province.slug.clone()],
                ..PageQuery::default()
            };
            query.address(&index_path(address.language, index))
        }
        Figure::Indicator(indicator) => {
            let query = PageQuery {
                component: Some(indicator.clone().into()),
                year: Some(paragraph.year),
                pins: vec![province.slug.clone()],
                ..PageQuery::default()
            };
            query.address(&index_path(address.language, index))
        }
        Figure::Members => on_page("members"),
        Figure::Changes => on_page("changes"),
        Figure::History => on_page("over-years"),
        Figure::Declines => on_page("declines"),
        Figure::Component(component) => {
            let aspect = Aspect::of(index, component, paragraph.year).within(province.borders);
            province_address(address.language, &province.slug, &aspect)
        }
    }
}
