//! The live chart of a figure: drawn when the figure comes near and the page is idle, drawn again when figures, theme or
//! width change, driven by pointer and keyboard. While a page changes its state the chart of a figure is kept and takes the
//! new option. If anything fails, what stood there stays.

use leptos::{html, prelude::*, task::spawn_local_scoped_with_cancellation};
use vithe_shared::{
    Language,
    query::{ChartKind, FigureWidth},
};
use wasm_bindgen::JsCast as _;
use web_sys::{KeyboardEvent, MouseEvent};

use super::{Site, navigation::Step as Arrival};
use crate::{
    address::{Aspect, province_address},
    charts::ChartTheme,
    components::figure::FigureDraw,
    text::figure as text,
};

mod keys;
mod room;
mod session;

use keys::Step;
use room::{class_of_window, has_picture, remove_picture, watch_near, watch_width, whole_pixels};
use session::{Session, draw, is_kept, keep};

/// What a live figure is made from.
#[derive(Clone)]
pub(crate) struct LiveFigure {
    /// Its anchor on the page, by which its chart is kept.
    pub(crate) id: &'static str,
    pub(crate) kind: ChartKind,
    pub(crate) language: Language,
    /// What the page of a province that is chosen in it opens on.
    pub(crate) aspect: Aspect,
    /// The widest form it takes.
    pub(crate) widest: FigureWidth,
    /// What the picture says.
    pub(crate) label: String,
    pub(crate) draw: FigureDraw,
}

/// The live part within the frame of a figure.
pub(crate) fn live_figure(figure: LiveFigure) -> AnyView {
    let site = expect_context::<Site>();
    let element = NodeRef::<html::Div>::new();
    let language = figure.language;
    let controls = Controls {
        site,
        language,
        aspect: StoredValue::new(figure.aspect.clone()),
        session: StoredValue::new_local(None),
        said: RwSignal::new(String::new()),
        pointer: RwSignal::new(None),
        is_live: RwSignal::new(is_kept(figure.id)),
    };
    let Controls {
        said, pointer, is_live, ..
    } = controls;
    let is_missing = RwSignal::new(false);
    let (kind_words, label) = (figure.kind.words().get(language), figure.label.clone());
    let words = label.clone();
    start(figure, element, controls, is_missing);
    view! {
        <div
            class="figure-live"
            class:is-live=move || is_live.get()
            node_ref=element
            tabindex=move || is_live.get().then_some("0")
            role=move || is_live.get().then_some("application")
            aria-label=move || is_live.get().then(|| label.clone())
            aria-roledescription=move || is_live.get().then_some(kind_words)
            on:keydown=move |event| controls.key(&event)
            on:blur=move |_| controls.clear()
            on:mousemove=move |event| controls.moved(&event)
            on:mouseleave=move |_| controls.clear()
        ></div>
        <p
            class="figure-tip"
            class:follows-pointer=move || pointer.get().is_some()
            style:left=move || pointer.get().map(|(left, _)| format!("{left}px"))
            style:top=move || pointer.get().map(|(_, top)| format!("{top}px"))
            aria-live="polite"
            hidden=move || said.with(String::is_empty)
        >
            {move || said.get()}
        </p>
        <p class="visually-hidden">{move || is_live.get().then(|| text::KEYS.get(language))}</p>
        <p class="figure-missing" hidden=move || !is_missing.get()>
            {move || is_missing.get().then(|| format!("{} {words}", text::NOT_DRAWN.get(language)))}
        </p>
    }
    .into_any()
}

fn start(figure: LiveFigure, element: NodeRef<html::Div>, controls: Controls, is_missing: RwSignal<bool>) {
    // A chart that is kept from the state of the page before is on the page already: its figure is near.
    let is_near = RwSignal::new(is_kept(figure.id));
    let width = RwSignal::new(0.0);
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            if !is_near.get_untracked() {
                watch_near(&element, is_near);
            }
            watch_width(&element, width);
        }
    });
    let id = figure.id;
    let kind = figure.kind;
    Effect::new(move |_| {
        let (width, theme) = (width.get(), controls.site.theme.in_force());
        if !is_near.get() || width < 1.0 {
            return;
        }
        let theme = ChartTheme::sized(theme, class_of_window().min(figure.widest), whole_pixels(width));
        let drawing = figure.draw.draw(&theme);
        let label = figure.label.clone();
        spawn_local_scoped_with_cancellation(async move {
            match draw(id, kind, drawing, element, controls).await {
                Ok(()) => {
                    remove_picture(element);
                    is_missing.set(false);
                    controls.is_live.set(true);
                }
                Err(error) => {
                    leptos::logging::warn!("“{label}” is not drawn live: {error}");
                    // A picture of this state says the same; where there is none, words stand in for it.
                    is_missing.set(!has_picture(element));
                }
            }
        });
    });
    on_cleanup(move || {
        // The picture shows the state of the page that goes.
        remove_picture(element);
        let session = controls.session.try_update_value(Option::take).flatten();
        if let Some(session) = session {
            keep(id, session);
        }
    });
}

/// What the keyboard and the pointer do to a live chart.
#[derive(Clone, Copy)]
struct Controls {
    site: Site,
    language: Language,
    /// What the page of a province opens on.
    aspect: StoredValue<Aspect>,
    session: StoredValue<Option<Session>, LocalStorage>,
    /// What the chosen mark says.
    said: RwSignal<String>,
    /// Where the pointer is, for the tip; `None` while the keyboard leads.
    pointer: RwSignal<Option<(i32, i32)>>,
    is_live: RwSignal<bool>,
}

impl Controls {
    fn say(self, (series, place): (usize, usize)) {
        let label = self.session.with_value(|session| {
            session
                .as_ref()
                .and_then(|session| Some(session.marks.get(series)?.get(place)?.label.clone()))
        });
        self.said.set(label.unwrap_or_default());
    }

    /// Nothing is chosen any more.
    fn clear(self) {
        self.said.set(String::new());
        self.session.update_value(|session| {
            if let Some(session) = session {
                session.chosen = None;
                session.highlight(None);
            }
        });
    }

    /// The pointer moved; the tip follows it.
    fn moved(self, event: &MouseEvent) {
        let canvas = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest(".figure-canvas").ok().flatten());
        if let Some(canvas) = canvas {
            let bounds = canvas.get_bounding_client_rect();
            #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
            let (left, top) = (bounds.left() as i32, bounds.top() as i32);
            self.pointer
                .set(Some((event.client_x() - left, event.client_y() - top)));
        }
    }

    /// A key was pressed on the chart.
    fn key(self, event: &KeyboardEvent) {
        let Some(step) = Step::of_key(&event.key()) else {
            match event.key().as_str() {
                "Escape" => self.clear(),
                "Enter" => self.open_chosen(),
                _ => {}
            }
            return;
        };
        let mut chosen = None;
        self.session.update_value(|session| {
            let Some(session) = session else { return };
            session.chosen = step.from(session.chosen, session.order.len());
            chosen = session.chosen.and_then(|position| session.order.get(position).copied());
            session.highlight(chosen);
        });
        if let Some(mark) = chosen {
            event.prevent_default();
            self.pointer.set(None);
            self.say(mark);
        }
    }

    /// Opens the province of the mark the keyboard is on.
    fn open_chosen(self) {
        let chosen = self.session.with_value(|session| {
            let session = session.as_ref()?;
            session.order.get(session.chosen?).copied()
        });
        if let Some(mark) = chosen {
            self.open_mark(mark);
        }
    }

    fn open_mark(self, (series, place): (usize, usize)) {
        let province = self
            .session
            .with_value(|session| session.as_ref()?.marks.get(series)?.get(place)?.province.clone());
        if let Some(province) = province {
            let address = self
                .aspect
                .with_value(|aspect| province_address(self.language, &province, aspect));
            self.site.navigator.go(&address, Arrival::Page);
        }
    }
}
