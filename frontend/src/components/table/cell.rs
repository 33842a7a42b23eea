//! Cells that many tables share; each is one `th` or `td`.

use leptos::prelude::*;
use vithe_shared::{Language, ProvinceSlug};

use super::part::{CellPart, Part, number, unless_empty};
use crate::{
    address::{Aspect, province_address},
    components::optional_class::optional_class,
    format::{NO_FIGURE, split_rank},
};

/// A muted remark after other text, with its space.
#[component]
pub(crate) fn Remark(
    /// The remark.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        " "
        <span class="muted small">{text}</span>
    }
}

/// The head of a row: what the row is about, as a link where that has a page.
#[component]
pub(crate) fn NameCell(
    /// The name.
    #[prop(into)]
    name: String,
    /// Its page.
    #[prop(optional)]
    href: Option<String>,
    /// What is shown after the name.
    #[prop(optional_no_strip)]
    remark: Option<String>,
    /// Classes of the cell.
    #[prop(optional)]
    class: Option<&'static str>,
) -> impl IntoView {
    let name = match href {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <th scope="row" {..optional_class(class)}>
            {name}
            {remark.map(|text| view! { <Remark text/> })}
        </th>
    }
}

/// The head of a row about a province, with a link to its page.
#[component]
pub(crate) fn ProvinceCell<'a>(
    /// The language of the page.
    language: Language,
    /// The province.
    province: &'a ProvinceSlug,
    /// Its name.
    #[prop(into)]
    name: String,
    /// What its page opens on.
    aspect: &'a Aspect,
    /// What is shown after the name.
    #[prop(optional_no_strip)]
    remark: Option<String>,
) -> AnyView {
    view! { <NameCell name href=province_address(language, province, aspect) remark/> }.into_any()
}

/// A cell of words.
#[component]
pub(crate) fn TextCell(
    /// The words.
    #[prop(into)]
    text: String,
    /// What is shown after them.
    #[prop(optional_no_strip)]
    remark: Option<String>,
    /// Classes of the cell.
    #[prop(optional)]
    class: Option<&'static str>,
) -> impl IntoView {
    view! {
        <td {..optional_class(class)}>
            {unless_empty(text)}
            {remark.map(|text| view! { <Remark text/> })}
        </td>
    }
}

/// A cell with a number; a rank may name what it is out of.
#[component]
pub(crate) fn NumberCell(
    /// The number as it is written.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <td class="num">{number(text)}</td> }
}

/// A cell with a rank; a dash where there is none.
#[component]
pub(crate) fn RankCell(
    /// The rank.
    rank: Option<u16>,
) -> impl IntoView {
    view! { <NumberCell text=rank.map_or_else(|| NO_FIGURE.to_owned(), |rank| rank.to_string())/> }
}

/// A cell with the score a table is about.
#[component]
pub(crate) fn ScoreCell(
    /// The score as it is written.
    #[prop(into)]
    text: String,
    /// Why there is none.
    #[prop(optional_no_strip)]
    missing: Option<&'static str>,
) -> impl IntoView {
    view! {
        <td class="num strong" title=missing>
            {text}
            {missing.map(|reason| view! { <span class="visually-hidden">{reason}</span> })}
        </td>
    }
}

/// A cell with a score and, where there is one, its rank.
#[component]
pub(crate) fn ScoreAndRankCell(
    /// The score as it is written.
    #[prop(into)]
    score: String,
    /// The rank as it is written, with what it is out of.
    rank: Option<String>,
    /// Whether what the rank is out of is shown; a copy has it in any case.
    #[prop(default = true)]
    shows_out_of: bool,
) -> impl IntoView {
    let rank = rank.map(|text| {
        let (rank, of) = match split_rank(&text) {
            Some((rank, of)) => (rank.to_owned(), Some(of.to_owned())),
            None => (text, None),
        };
        let of = of.map(|of| {
            let text = if shows_out_of { format!("/{of}") } else { String::new() };
            view! { <CellPart part=Part::OutOf text copied=of/> }
        });
        view! {
            " "
            <span class="muted small">
                <CellPart part=Part::Rank text=rank.clone() copied=rank/>
                {of}
            </span>
        }
    });
    view! { <td class="num">{score}{rank}</td> }
}
