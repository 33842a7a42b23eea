//! The live chart of a figure: drawn when the figure comes near and the page is idle, drawn again when figures, theme or
//! width change, driven by pointer and keyboard. While a page changes its state the chart of a figure is kept and takes the
//! new option. If anything fails, what stood there stays.

use leptos::{html, prelude::*, task::spawn_local_scoped_with_cancellation};
use vithe_shared::{
    Language,
    query::{ChartKind, FigureWidth},
};
use wasm_bindgen::JsCast as _;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};

use super::{Surroundings, pointed::Pointed};
use crate::{
    address::{Aspect, province_address},
    charts::{
        ChartTheme,
        keys::Step,
        reach::MarkPlace,
        zoom::{Zoom, Zooms},
    },
    components::figure::FigureDraw,
    text::figure as text,
};

mod closer;
mod pin;
mod room;
mod session;
mod tip;

use closer::closer_buttons;
use room::{class_of_window, has_picture, remove_picture, watch_near, watch_width, whole_pixels};
use session::{Session, draw, is_kept, keep};
use tip::{Tip, tip_view};

/// A click within so many pixels of a mark is meant for it.
const CLICKED: f64 = 24.0;
/// A pointer that went so far while it was down has dragged.
const DRAGGED: f64 = 6.0;
/// A finger is less exact.
const TAPPED: f64 = 44.0;
/// The width of a figure on a sheet of A4 between its margins, in CSS pixels.
const PAPER: u16 = 660;
/// Pointers that are no finger rest on things, so that what they mean is seen before it is chosen.
const FINGER: &str = "touch";

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
    /// Which of its axes come closer.
    pub(crate) zooms: Zooms,
    /// What the picture says.
    pub(crate) label: String,
    pub(crate) draw: FigureDraw,
}

/// The live part within the frame of a figure.
pub(crate) fn live_figure(figure: LiveFigure) -> AnyView {
    let surroundings = expect_context::<Surroundings>();
    let element = NodeRef::<html::Div>::new();
    let language = figure.language;
    let controls = Controls {
        choosing: StoredValue::new(Choosing {
            surroundings,
            language,
            aspect: figure.aspect.clone(),
            is_finger: false,
            tapped: None,
            pressed: [0.0, 0.0],
            zooms: figure.zooms,
        }),
        session: StoredValue::new_local(None),
        pointed: expect_context(),
        tip: RwSignal::new(None),
        zoom: RwSignal::new(Zoom::WHOLE),
        is_live: RwSignal::new(is_kept(figure.id)),
    };
    let Controls { tip, is_live, .. } = controls;
    let keys = if surroundings.address().is_some() {
        text::KEYS
    } else {
        text::KEYS_OF_EMBED
    };
    let is_missing = RwSignal::new(false);
    let (id, zooms) = (figure.id, figure.zooms);
    let (kind_words, label) = (figure.kind.words().get(language), figure.label.clone());
    let words = label.clone();
    start(figure, element, controls, is_missing);
    view! {
        <div
            class="figure-live"
            class:is-live=move || is_live.get()
            class:comes-closer=zooms != Zooms::No
            node_ref=element
            tabindex=move || is_live.get().then_some("0")
            role=move || is_live.get().then_some("application")
            aria-label=move || is_live.get().then(|| label.clone())
            aria-roledescription=move || is_live.get().then_some(kind_words)
            on:keydown=move |event| controls.key(&event)
            on:blur=move |_| controls.clear()
            on:pointerdown=move |event| controls.pressed(&event)
            on:pointermove=move |event| controls.moved(&event)
            on:pointerleave=move |event| {
                // A finger that is lifted leaves, too: what it asked for stays.
                if event.pointer_type() != FINGER {
                    controls.clear();
                }
            }
            on:click=move |event| controls.clicked(&event)
        ></div>
        {tip_view(tip, language)}
        {(zooms != Zooms::No).then(|| closer_buttons(id, controls, language))}
        <p class="visually-hidden figure-said" aria-live="polite">
            {move || tip.with(|tip| tip.as_ref().and_then(Tip::spoken))}
        </p>
        <p class="visually-hidden">
            {move || is_live.get().then(|| keys.get(language))}
            {move || (is_live.get() && zooms != Zooms::No).then(|| format!(" {}", text::KEYS_OF_ZOOM.get(language)))}
        </p>
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
        let (width, theme) = (width.get(), controls.surroundings().theme.in_force());
        // On paper every figure is near, and as wide as its sheet. What is drawn here is drawn before the sheet is laid out:
        // nothing of it waits for the browser.
        let (class, width) = if controls.surroundings().theme.is_on_paper() {
            let class = figure.widest.min(FigureWidth::Medium);
            (class, PAPER.min(class.pixels()))
        } else if is_near.get() && width >= 1.0 {
            (class_of_window().min(figure.widest), whole_pixels(width))
        } else {
            return;
        };
        let theme = ChartTheme::sized(theme, class, width).seeing(controls.zoom.get());
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
    // What is pointed at elsewhere stands out here, too.
    Effect::new(move |_| {
        let pointed = controls.pointed.get();
        controls.session.with_value(|session| {
            if let Some(session) = session {
                session.point_at(pointed.as_ref());
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

/// What marks are chosen with, and what they lead to.
struct Choosing {
    surroundings: Surroundings,
    language: Language,
    /// What the page of a province opens on.
    aspect: Aspect,
    /// Whether the pointer is a finger.
    is_finger: bool,
    /// The mark that a finger has tapped.
    tapped: Option<MarkPlace>,
    /// Where the pointer came down, in pixels.
    pressed: [f64; 2],
    /// Which axes come closer.
    zooms: Zooms,
}

/// What the keyboard and the pointer do to a live chart.
#[derive(Clone, Copy)]
struct Controls {
    choosing: StoredValue<Choosing>,
    session: StoredValue<Option<Session>, LocalStorage>,
    /// What the reader points at on the page.
    pointed: Pointed,
    /// What is shown at the pointer.
    tip: RwSignal<Option<Tip>>,
    /// The part of the plot that is seen.
    zoom: RwSignal<Zoom>,
    is_live: RwSignal<bool>,
}

impl Controls {
    fn surroundings(self) -> Surroundings {
        self.choosing.with_value(|choosing| choosing.surroundings)
    }

    fn is_touched(self) -> bool {
        self.choosing.with_value(|choosing| choosing.is_finger)
    }

    /// Nothing is chosen any more.
    fn clear(self) {
        self.tip.set(None);
        self.choosing.update_value(|choosing| choosing.tapped = None);
        self.pointed.at(None);
        self.session.update_value(|session| {
            if let Some(session) = session {
                session.chosen = None;
                session.highlight(None, None);
            }
        });
    }

    /// Lets marks answer, nearest first, at a pixel: the tip says them, the nearest stands out on the whole page.
    fn answer(self, marks: &[MarkPlace], at: [f64; 2]) {
        let Some(nearest) = marks.first().copied() else { return };
        let found = self.session.with_value(|session| {
            let session = session.as_ref()?;
            let said: Vec<_> = marks.iter().filter_map(|place| session.mark(*place)).collect();
            let (width, height) = session.size();
            let tip = Tip::of(&said, at, [f64::from(width), f64::from(height)])?;
            let province = session.mark(nearest)?.province.clone();
            session.highlight(Some(nearest), province.as_ref());
            Some((tip, province))
        });
        let (tip, province) = found.unzip();
        let leads_on = self.is_touched() && province.as_ref().is_some_and(Option::is_some);
        self.tip.set(tip.map(|tip| tip.leading_on(leads_on)));
        self.pointed.at(province.flatten());
    }

    /// The pointer came down.
    fn pressed(self, event: &PointerEvent) {
        if let Some(at) = place_in_canvas(event) {
            self.choosing.update_value(|choosing| choosing.pressed = at);
        }
        self.moved(event);
    }

    /// The pointer moved or came down.
    fn moved(self, event: &PointerEvent) {
        self.choosing
            .update_value(|choosing| choosing.is_finger = event.pointer_type() == FINGER);
        let Some(at) = place_in_canvas(event) else { return };
        if self.answer_name(at) {
            return;
        }
        let answering = self.session.with_value(|session| session.as_ref()?.answering(at));
        match answering {
            Some(answering) => self.answer(&answering.all, at),
            // A shape under the pointer is told by the chart; its tip goes along.
            None => self.tip.update(|tip| {
                if let Some(tip) = tip {
                    tip.move_to(at);
                }
            }),
        }
    }

    /// The chart found a shape under the pointer.
    fn over_shape(self, mark: MarkPlace, at: [f64; 2]) {
        self.answer(&[mark], at);
    }

    fn clicked(self, event: &MouseEvent) {
        let Some(at) = place_in_canvas(event) else { return };
        let is_touched = self.is_touched();
        // A drag ends with a click, too, but it is none.
        let [x, y] = self.choosing.with_value(|choosing| choosing.pressed);
        if (x - at[0]).hypot(y - at[1]) > DRAGGED {
            return;
        }
        if self.turn_pin_at(at) {
            return;
        }
        let answering = self.session.with_value(|session| session.as_ref()?.answering(at));
        let near = if is_touched { TAPPED } else { CLICKED };
        if let Some(answering) = answering
            && answering.distance <= near
        {
            self.choose(answering.nearest);
        }
    }

    /// A mark was clicked or tapped: the first tap of a finger shows what it says, the second one leads on.
    fn choose(self, mark: MarkPlace) {
        if self.is_touched() && self.choosing.with_value(|choosing| choosing.tapped != Some(mark)) {
            self.choosing.update_value(|choosing| choosing.tapped = Some(mark));
        } else {
            self.open_mark(mark);
        }
    }

    /// A key was pressed on the chart.
    fn key(self, event: &KeyboardEvent) {
        let Some(step) = Step::of_key(&event.key()) else {
            match event.key().as_str() {
                "Escape" => self.clear(),
                "Enter" => self.open_chosen(),
                "p" => self.turn_pin_of_chosen(),
                key if self.closer_by_key(key) => event.prevent_default(),
                _ => {}
            }
            return;
        };
        let chosen = self.session.try_update_value(|session| {
            let session = session.as_mut()?;
            session.chosen = step.from(session.chosen, session.order.len());
            let mark = session.order.get(session.chosen?).copied()?;
            Some((
                session.neighbours(mark),
                session.place(mark),
                session.mark(mark)?.label.clone(),
            ))
        });
        if let Some((marks, at, label)) = chosen.flatten() {
            event.prevent_default();
            self.choosing.update_value(|choosing| choosing.is_finger = false);
            self.answer(&marks, at);
            self.tip.update(|tip| {
                if let Some(tip) = tip {
                    tip.speak(label);
                }
            });
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

    fn open_mark(self, mark: MarkPlace) {
        let province = self
            .session
            .with_value(|session| session.as_ref()?.mark(mark)?.province.clone());
        if let Some(province) = province {
            let address = self
                .choosing
                .with_value(|choosing| province_address(choosing.language, &province, &choosing.aspect));
            self.surroundings().open(&address);
        }
    }
}

/// Where an event happened within the room of the figure, in pixels.
fn place_in_canvas(event: &MouseEvent) -> Option<[f64; 2]> {
    let element = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let bounds = element
        .closest(".figure-canvas")
        .ok()
        .flatten()?
        .get_bounding_client_rect();
    Some([
        f64::from(event.client_x()) - bounds.left(),
        f64::from(event.client_y()) - bounds.top(),
    ])
}
