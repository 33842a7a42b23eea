//! The block around every figure: kicker, finding, figure, tabs, table, source and actions, in this order. The document of
//! the server shows the figure as a picture, the app draws it live; both take the same room.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    address::at,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, PictureSize, Tab},
};

use crate::{
    charts::{Chart, wrap, zoom::Zooms},
    text::figure,
    view_model::FigureText,
};

mod actions;
mod canvas;
mod table_of;

use actions::actions;
use canvas::canvas;
#[cfg(feature = "csr")]
pub(crate) use canvas::{FigureDraw, live_content};
use table_of::table_of;

/// The words around a figure and the room it takes.
#[derive(Clone, Default)]
pub(crate) struct FigureWords {
    kicker: String,
    finding: String,
    alt: String,
    notes: Vec<String>,
    /// The notes of the figure where it stands alone.
    own_notes: Vec<String>,
    source: String,
    /// Its heights in the three width classes, narrowest first.
    heights: [u16; 3],
    /// Whether its plot comes closer.
    zooms: Zooms,
    /// How it is drawn in the browser.
    #[cfg(feature = "csr")]
    draw: Option<FigureDraw>,
}

impl FigureWords {
    /// Takes the words of a chart's view, and how high its figure is.
    pub(crate) fn new<C: Chart>(view: &C::View) -> Self {
        let FigureText {
            kicker,
            finding,
            alt,
            notes,
            source,
        } = C::text(view).clone();
        Self {
            kicker,
            finding,
            alt,
            own_notes: notes.clone(),
            notes,
            source,
            heights: FigureWidth::ALL.map(|class| C::height(view, class)),
            zooms: C::ZOOMS,
            #[cfg(feature = "csr")]
            draw: Some(FigureDraw::of::<C>(view)),
        }
    }

    /// The headline.
    #[cfg(not(feature = "csr"))]
    pub(crate) fn finding(&self) -> &str {
        &self.finding
    }

    /// Adds what must be known to read the figure on this page.
    pub(crate) fn add_note(&mut self, note: String) {
        self.notes.push(note);
    }

    /// The same with other notes.
    pub(crate) fn with_notes(self, notes: Vec<String>) -> Self {
        Self { notes, ..self }
    }

    /// Leaves out the notes that the table below says in its rows.
    pub(crate) fn drop_notes(&mut self, said: &[String]) {
        self.notes.retain(|note| {
            !said
                .iter()
                .any(|text| note.trim_end_matches('.') == text.trim_end_matches('.'))
        });
    }

    /// How it is read, note by note.
    fn notes_list(&self, language: Language) -> Option<AnyView> {
        let items = || {
            self.notes
                .iter()
                .map(|note| view! { <li>{note.clone()}</li> })
                .collect_view()
        };
        (!self.notes.is_empty())
            .then(|| view! { <ul class="notes" aria-label=figure::NOTES.get(language)>{items()}</ul> }.into_any())
    }

    /// The height of its room, with the buttons below a plot that comes closer.
    fn room_height(&self, width: FigureWidth) -> u16 {
        /// Of the row of buttons, in pixels.
        const BUTTONS: u16 = 36;
        let buttons = if self.zooms == Zooms::No { 0 } else { BUTTONS };
        self.height(width) + buttons
    }

    /// Whether the notes stand below a line that opens where the figure stands on a page of others: so many are read by few, and
    /// the source is not to be pushed out of the frame.
    fn folds_notes(&self) -> bool {
        /// So many stand open.
        const MOST: usize = 2;
        self.own_notes.len() > MOST
    }

    /// How high the figure is with its words on a page of others, in an article column, in pixels. There the words of the style
    /// sheet are as wide as here; in a narrower frame they take more lines, and the frame scrolls.
    pub(crate) fn height_of_embed(&self) -> u16 {
        /// Within the margins of a column of 640 pixels.
        const COLUMN: f64 = 592.0;
        /// The size of the letters and the height of a line of a headline, and of the words below.
        const HEADLINE: (f64, usize) = (25.0, 32);
        const BELOW: (f64, usize) = (13.5, 22);
        /// Kicker, link, rules and margins.
        const REST: usize = 200;
        let lines = |text: &str, (letters, _): (f64, usize)| wrap(text, COLUMN, letters).lines().count();
        let notes = if self.folds_notes() {
            1
        } else {
            self.own_notes.iter().map(|note| lines(note, BELOW)).sum()
        };
        let below = notes + lines(&self.source, BELOW);
        let words = lines(&self.finding, HEADLINE) * HEADLINE.1 + below * BELOW.1 + REST;
        self.room_height(FigureWidth::Medium)
            .saturating_add(u16::try_from(words).unwrap_or(u16::MAX))
    }

    fn height(&self, width: FigureWidth) -> u16 {
        match width {
            FigureWidth::Narrow => self.heights[0],
            FigureWidth::Medium => self.heights[1],
            FigureWidth::Wide => self.heights[2],
        }
    }
}

/// A tab above a figure.
pub(crate) struct FigureTab {
    /// The view.
    pub(crate) tab: Tab,
    /// Where it leads.
    pub(crate) address: String,
    /// Whether it is the one shown.
    pub(crate) current: bool,
}

/// A figure to be shown.
pub(crate) struct Figure {
    /// Its anchor on the page.
    pub(crate) id: &'static str,
    /// The chart; `None` where only the table is shown.
    pub(crate) kind: Option<ChartKind>,
    /// What is drawn; the width is the widest it takes.
    pub(crate) query: FigureQuery,
    /// The words around it.
    pub(crate) words: FigureWords,
    /// Whether it stands in the first view of the page.
    pub(crate) first: bool,
    /// Tabs, where there are several views of it.
    pub(crate) tabs: Vec<FigureTab>,
    /// What is chosen about how it is drawn.
    pub(crate) choices: Option<AnyView>,
    /// What moves it through the years.
    pub(crate) timeline: Option<AnyView>,
    /// The table shown with it.
    pub(crate) table: Option<AnyView>,
    /// Whether the table stands below the picture instead of beside it.
    pub(crate) stacked: bool,
    /// Where its table is, if not with it.
    pub(crate) table_address: Option<String>,
    /// The page it stands on, for its permanent link.
    pub(crate) page: String,
    /// The figures as CSV.
    pub(crate) csv: Option<String>,
    /// The page that names the document of every figure.
    pub(crate) sources: Option<String>,
    /// How its source is cited.
    pub(crate) citation: Option<String>,
}

impl Figure {
    /// A figure without tabs and table.
    pub(crate) fn new(id: &'static str, kind: ChartKind, query: FigureQuery, words: FigureWords, page: String) -> Self {
        let csv = table_of(kind, &query);
        Self {
            id,
            kind: Some(kind),
            query,
            words,
            first: false,
            tabs: Vec::new(),
            choices: None,
            timeline: None,
            table: None,
            stacked: false,
            table_address: None,
            page,
            csv,
            sources: None,
            citation: None,
        }
    }

    /// The block.
    pub(crate) fn view(self) -> AnyView {
        let language = self.query.language;
        let heading_id = format!("{}-heading", self.id);
        let heading = heading_id.clone();
        let canvas = self
            .kind
            .map(|kind| canvas(self.id, kind, &self.query, &self.words, self.first, None));
        let layout = if canvas.is_some() && self.table.is_some() && !self.stacked {
            "figure-body figure-split"
        } else {
            "figure-body"
        };
        let actions = actions(&self);
        let table = self
            .table
            .map(|table| view! { <div class="figure-table">{table}</div> });
        let notes = self.words.notes_list(language);
        view! {
            <figure class="figure" id=self.id data-chart=self.kind.map(ChartKind::as_str) aria-labelledby=heading_id>
                <p class="kicker">{self.words.kicker}</p>
                <h2 class="finding" id=heading>{self.words.finding}</h2>
                {tab_list(&self.tabs, language)}
                {self.choices}
                <div class=layout>
                    {canvas}
                    {table}
                </div>
                {self.timeline}
                <figcaption>
                    {notes}
                    <p class="source">{self.words.source}</p>
                    {actions}
                </figcaption>
            </figure>
        }
        .into_any()
    }

    /// The block as it stands on a page of others: a picture, where it is from, and the way to its own page. With a `theme` it
    /// does not follow the device.
    #[cfg(not(feature = "csr"))]
    pub(crate) fn embedded(self, page: String, theme: Option<vithe_shared::query::Theme>) -> AnyView {
        let language = self.query.language;
        let canvas = self
            .kind
            .map(|kind| canvas(self.id, kind, &self.query, &self.words, true, theme));
        let notes = self.words.notes_list(language).map(|notes| {
            if self.words.folds_notes() {
                let line = format!("{} ({})", figure::NOTES.get(language), self.words.notes.len());
                view! { <details class="cite"><summary>{line}</summary>{notes}</details> }.into_any()
            } else {
                notes
            }
        });
        view! {
            <figure class="figure">
                <p class="kicker">{self.words.kicker}</p>
                <h1 class="finding">{self.words.finding}</h1>
                <div class="figure-body">{canvas}</div>
                <figcaption>
                    <p class="source">{self.words.source}</p>
                    {notes}
                    <ul class="actions">
                        <li><a href=page target="_top">{figure::SEE_ON_SITE.get(language)}</a></li>
                    </ul>
                </figcaption>
            </figure>
        }
        .into_any()
    }
}

fn tab_list(tabs: &[FigureTab], language: Language) -> Option<AnyView> {
    if tabs.is_empty() {
        return None;
    }
    let items = tabs
        .iter()
        .map(|tab| {
            view! {
                <li>
                    <a id=format!("tab-{}", tab.tab.as_str()) href=tab.address.clone() data-noscroll="" aria-current=tab.current.then_some("true")>
                        {figure::tab(tab.tab).get(language)}
                    </a>
                </li>
            }
        })
        .collect_view();
    Some(view! { <nav class="tabs" aria-label=figure::VIEWS.get(language)><ul>{items}</ul></nav> }.into_any())
}

/// The picture that a shared link shows: the complete figure in the state of the page.
pub(crate) fn share_image(kind: ChartKind, query: &FigureQuery) -> String {
    let card = FigureQuery {
        size: PictureSize::Card,
        ..query.clone()
    };
    figure_address(kind, "png", &card)
}

/// The address of a figure as a file.
pub(crate) fn figure_address(kind: ChartKind, extension: &str, query: &FigureQuery) -> String {
    at(format_args!("/figures/{kind}.{extension}?{}", query.to_query_string()))
}
