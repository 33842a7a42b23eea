//! The room of a figure, and what stands in it: a picture that the server draws, or in the app the live chart.

use leptos::prelude::*;
use vithe_shared::query::{ChartKind, FigureQuery, FigureWidth, Theme};

use super::FigureWords;

/// The room of the figure. It is as high as the width class asks for, whether a picture or a live chart stands in it, so
/// that nothing moves when one takes the place of the other. With a `theme` the picture does not follow the device.
pub(super) fn canvas(
    id: &'static str,
    kind: ChartKind,
    query: &FigureQuery,
    words: &FigureWords,
    first: bool,
    theme: Option<Theme>,
) -> AnyView {
    let widest = query.width;
    let height = |class: FigureWidth| words.room_height(class.min(widest));
    let room = format!(
        "--narrow:{}px;--medium:{}px;--wide:{}px",
        height(FigureWidth::Narrow),
        height(FigureWidth::Medium),
        height(FigureWidth::Wide)
    );
    let content = content(id, kind, query, words, first, theme);
    view! {
        <div class=format!("figure-canvas figure-{}", widest.pixels()) style=room>
            {content}
        </div>
    }
    .into_any()
}

#[cfg(not(feature = "csr"))]
fn content(
    _id: &'static str,
    kind: ChartKind,
    query: &FigureQuery,
    words: &FigureWords,
    first: bool,
    theme: Option<Theme>,
) -> AnyView {
    use super::figure_address;
    use crate::components::figure_width::{MEDIUM_MEDIA, NARROW_MEDIA};

    /// A device that asks for dark pages. Paper is never dark.
    const DARK_MEDIA: &str = "screen and (prefers-color-scheme: dark)";

    let widest = query.width;
    let file = |width: FigureWidth, theme: Theme| {
        figure_address(
            kind,
            "svg",
            &FigureQuery {
                width,
                theme,
                ..query.clone()
            },
        )
    };
    let follows_device = theme.is_none();
    let plain = theme.unwrap_or_default();
    // The first source that fits is taken: narrow before medium, and in each width dark before light. `data-dark` keeps the
    // condition on the width, for readers who choose the theme by hand.
    let sources = [(FigureWidth::Narrow, NARROW_MEDIA), (FigureWidth::Medium, MEDIUM_MEDIA)]
        .into_iter()
        .filter(|(width, _)| *width < widest)
        .map(|(width, media)| {
            let (pixels, height) = (width.pixels(), words.height(width));
            let dark = follows_device.then(|| {
                view! {
                    <source
                        media=format!("{DARK_MEDIA} and {media}")
                        data-dark=media
                        srcset=file(width, Theme::Dark)
                        width=pixels
                        height=height
                    />
                }
            });
            view! {
                {dark}
                <source media=media srcset=file(width, plain) width=pixels height=height/>
            }
        })
        .collect_view();
    let (width, height) = (widest.pixels(), words.height(widest));
    let dark = follows_device.then(|| {
        view! { <source media=DARK_MEDIA data-dark="" srcset=file(widest, Theme::Dark) width=width height=height/> }
    });
    view! {
        <picture class="figure-picture">
            {sources}
            {dark}
            <img
                src=file(widest, plain)
                alt=words.alt.clone()
                width=width
                height=height
                loading=(!first).then_some("lazy")
                fetchpriority=first.then_some("high")
                decoding="async"
            />
        </picture>
    }
    .into_any()
}

#[cfg(feature = "csr")]
fn content(
    id: &'static str,
    kind: ChartKind,
    query: &FigureQuery,
    words: &FigureWords,
    _first: bool,
    _theme: Option<Theme>,
) -> AnyView {
    live_content(id, kind, query, words)
}

/// The live chart, to stand in the room.
#[cfg(feature = "csr")]
pub(crate) fn live_content(id: &'static str, kind: ChartKind, query: &FigureQuery, words: &FigureWords) -> AnyView {
    let live = words.draw.clone().map(|draw| {
        crate::client::live_figure(crate::client::LiveFigure {
            id,
            kind,
            language: query.language,
            aspect: crate::address::Aspect::of_figure(query),
            widest: query.width,
            zooms: words.zooms,
            label: words.alt.clone(),
            draw,
        })
    });
    view! { {live} }.into_any()
}

/// Draws a figure for a theme and a width: a view with the chart it belongs to.
#[cfg(feature = "csr")]
#[derive(Clone)]
pub(crate) struct FigureDraw(
    std::sync::Arc<dyn Fn(&crate::charts::ChartTheme) -> crate::charts::ChartFigure + Send + Sync>,
);

#[cfg(feature = "csr")]
impl FigureDraw {
    pub(super) fn of<C: crate::charts::Chart>(view: &C::View) -> Self {
        let view = view.clone();
        Self(std::sync::Arc::new(move |theme| {
            crate::charts::drawn::<C>(&view, theme)
        }))
    }

    /// The figure, ready for the engine.
    pub(crate) fn draw(&self, theme: &crate::charts::ChartTheme) -> crate::charts::ChartFigure {
        (self.0)(theme)
    }
}
