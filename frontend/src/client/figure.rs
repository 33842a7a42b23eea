//! The live chart of a figure: drawn when the figure comes near and the page is idle, drawn again when figures, theme or
//! width change, driven by pointer and keyboard. While a page changes its state the chart of a figure is kept and takes the
//! new option. If anything fails, what stood there stays.

use std::{cell::RefCell, collections::HashMap};

use leptos::{html, prelude::*, task::spawn_local_scoped_with_cancellation};
use serde_json::json;
use vithe_shared::{
    Borders, Language,
    api::{ChartFigure, Mark},
    dataset::Part,
    query::{ChartKind, FigureWidth},
};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{
    HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, KeyboardEvent, MouseEvent,
    ResizeObserver,
};

use super::{
    Site,
    echarts::{self, Chart, ChartEvent, EchartsError, Engine},
    idle::when_idle,
    navigation::Step as Arrival,
};
use crate::{
    address::{Aspect, province_address},
    charts::ChartTheme,
    components::{
        figure::FigureDraw,
        figure_width::{MEDIUM_MEDIA, NARROW_MEDIA},
    },
    text::figure as text,
};

mod keys;

use keys::Step;

/// How near a figure must come before it is drawn.
const NEAR: &str = "300px";

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
        is_live: RwSignal::new(false),
    };
    let Controls {
        said, pointer, is_live, ..
    } = controls;
    let (kind_words, label) = (figure.kind.words().get(language), figure.label.clone());
    start(figure, element, controls);
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
    }
    .into_any()
}

fn start(figure: LiveFigure, element: NodeRef<html::Div>, controls: Controls) {
    // A chart that is kept from the state of the page before is on the page already: its figure is near.
    let is_near = RwSignal::new(KEPT.with_borrow(|kept| kept.contains_key(figure.id)));
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
                Ok(()) => controls.is_live.set(true),
                // The picture says the same: where there is no chart the reader misses nothing.
                Err(error) => leptos::logging::warn!("“{label}” is not drawn live: {error}"),
            }
        });
    });
    on_cleanup(move || {
        let session = controls.session.try_update_value(Option::take).flatten();
        if let Some(session) = session {
            keep(id, session);
        }
    });
}

/// Keeps the signal at the width of the room for a figure, in CSS pixels; 0 until it stands in the document.
fn watch_width(element: &HtmlElement, width: RwSignal<f64>) {
    let Some(canvas) = element.closest(".figure-canvas").ok().flatten() else {
        return;
    };
    let room = canvas.clone();
    let callback = Closure::<dyn FnMut()>::new(move || {
        let now = f64::from(room.client_width());
        if width
            .try_get_untracked()
            .is_some_and(|before| (before - now).abs() >= 1.0)
        {
            width.set(now);
        }
    });
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(&canvas);
    // The observer calls the closure as long as it watches; both go with the figure.
    let kept = send_wrapper::SendWrapper::new((observer, callback));
    on_cleanup(move || kept.0.disconnect());
}

/// The width class that a picture has in a window of this size.
fn class_of_window() -> FigureWidth {
    let matches = |media: &str| {
        window()
            .match_media(media)
            .ok()
            .flatten()
            .is_some_and(|query| query.matches())
    };
    if matches(NARROW_MEDIA) {
        FigureWidth::Narrow
    } else if matches(MEDIUM_MEDIA) {
        FigureWidth::Medium
    } else {
        FigureWidth::Wide
    }
}

fn whole_pixels(width: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a width on the screen, far below the bound"
    )]
    let pixels = width.clamp(0.0, f64::from(u16::MAX)) as u16;
    pixels
}

/// Why what stood there stays.
#[derive(Debug, thiserror::Error)]
enum LiveError {
    /// The borders did not come.
    #[error("the borders did not come")]
    Borders,
    /// The engine failed.
    #[error(transparent)]
    Engine(#[from] EchartsError),
    /// The element is gone.
    #[error("there is no place for the chart")]
    NoPlace,
}

/// A chart on the page; dropping it takes it off.
struct Session {
    kind: ChartKind,
    chart: Chart,
    host: HtmlElement,
    option: String,
    /// Width and height it was drawn for.
    size: (u16, u16),
    marks: Vec<Vec<Mark>>,
    /// The marks that say something, in the order in which the keyboard visits them.
    order: Vec<(usize, usize)>,
    chosen: Option<usize>,
}

impl Drop for Session {
    fn drop(&mut self) {
        self.host.remove();
    }
}

thread_local! {
    /// Charts between two states of a page, by the names of their figures.
    static KEPT: RefCell<HashMap<&'static str, Session>> = RefCell::default();
    /// Borders the engine knows already.
    static REGISTERED: RefCell<std::collections::HashSet<Borders>> = RefCell::default();
}

/// Keeps a chart for the figure of the same name in the next state of the page; one that nobody takes ends.
fn keep(id: &'static str, session: Session) {
    KEPT.with_borrow_mut(|kept| kept.insert(id, session));
    // The next state is made in this task and its microtasks.
    set_timeout(
        move || drop(KEPT.with_borrow_mut(|kept| kept.remove(id))),
        std::time::Duration::ZERO,
    );
}

async fn register_borders(site: Site, engine: Engine, borders: Borders, language: Language) -> Result<(), LiveError> {
    if REGISTERED.with_borrow(|known| known.contains(&borders)) {
        return Ok(());
    }
    let name = match borders {
        Borders::Provinces63 => "vn63",
        Borders::Units34 => "vn34",
    };
    let geojson = site
        .text(Part::Borders(borders), None, language)
        .await
        .map_err(|_| LiveError::Borders)?;
    echarts::register_map(engine, name, &geojson)?;
    REGISTERED.with_borrow_mut(|known| known.insert(borders));
    Ok(())
}

/// Draws on the chart that is there, on the one kept from the state before, or on a new one.
async fn draw(
    id: &'static str,
    kind: ChartKind,
    drawing: ChartFigure,
    element: NodeRef<html::Div>,
    controls: Controls,
) -> Result<(), LiveError> {
    if controls.session.with_value(Option::is_none) {
        let kept = KEPT
            .with_borrow_mut(|kept| kept.remove(id))
            .filter(|kept| kept.kind == kind);
        if let Some(mut session) = kept {
            session.listen(controls);
            controls.session.set_value(Some(session));
        }
    }
    let has_session = controls.session.with_value(Option::is_some);
    if !has_session {
        let engine = echarts::load(&super::document_attribute("data-echarts")).await?;
        if let Some(borders) = drawing.map {
            register_borders(controls.site, engine, borders, controls.language).await?;
        }
        let element = element.get_untracked().ok_or(LiveError::NoPlace)?;
        let mut session = Session::new(engine, kind, &element, &drawing)?;
        session.listen(controls);
        controls.session.set_value(Some(session));
    }
    let element = element.get_untracked().ok_or(LiveError::NoPlace)?;
    controls
        .session
        .try_update_value(|session| {
            session
                .as_mut()
                .map_or(Ok(()), |session| session.draw(&element, drawing))
        })
        .unwrap_or(Ok(()))?;
    controls.said.set(String::new());
    Ok(())
}

fn set_style(element: &HtmlElement, property: &str, value: &str) {
    // Only an unknown property would be refused.
    let _ = element.style().set_property(property, value);
}

impl Session {
    fn new(engine: Engine, kind: ChartKind, element: &HtmlElement, drawing: &ChartFigure) -> Result<Self, LiveError> {
        let host = document()
            .create_element("div")
            .ok()
            .and_then(|host| host.dyn_into::<HtmlElement>().ok())
            .ok_or(LiveError::NoPlace)?;
        host.set_class_name("figure-host");
        let size = (drawing.width, drawing.height);
        set_size(&host, size);
        element.append_child(&host).map_err(|_| LiveError::NoPlace)?;
        let chart = echarts::init(engine, &host)?;
        Ok(Self {
            kind,
            chart,
            host,
            option: String::new(),
            size,
            marks: Vec::new(),
            order: Vec::new(),
            chosen: None,
        })
    }

    /// Answers to the pointer in the present state of the page.
    fn listen(&mut self, controls: Controls) {
        self.chart.forget_listeners();
        self.chart.on(ChartEvent::MouseOver, move |target| {
            if let Some(mark) = target.series_index.zip(target.data_index) {
                controls.say(mark);
            }
        });
        self.chart.on(ChartEvent::MouseOut, move |_| controls.clear());
        self.chart.on(ChartEvent::Click, move |target| {
            if let Some(mark) = target.series_index.zip(target.data_index) {
                controls.open_mark(mark);
            }
        });
    }

    fn draw(&mut self, element: &HtmlElement, drawing: ChartFigure) -> Result<(), LiveError> {
        if self.host.parent_element().is_none_or(|parent| parent != **element) {
            element.append_child(&self.host).map_err(|_| LiveError::NoPlace)?;
        }
        let size = (drawing.width, drawing.height);
        if self.size != size {
            self.size = size;
            set_size(&self.host, size);
            self.chart.resize()?;
        }
        let option = drawing.option.to_string();
        if self.option != option {
            self.chart.draw(&option)?;
            self.option = option;
        }
        self.order = drawing
            .marks
            .iter()
            .enumerate()
            .flat_map(|(series, marks)| (0..marks.len()).map(move |place| (series, place)))
            .filter(|(series, place)| !drawing.marks[*series][*place].label.is_empty())
            .collect();
        self.marks = drawing.marks;
        self.chosen = None;
        Ok(())
    }

    /// Marks a datum as chosen, or none.
    fn highlight(&self, mark: Option<(usize, usize)>) {
        // A highlight that fails only looks plainer.
        let _ = self.chart.dispatch_action(&json!({"type": "downplay"}));
        if let Some((series, place)) = mark {
            let _ = self
                .chart
                .dispatch_action(&json!({"type": "highlight", "seriesIndex": series, "dataIndex": place}));
        }
    }
}

fn set_size(host: &HtmlElement, (width, height): (u16, u16)) {
    set_style(host, "width", &format!("{width}px"));
    set_style(host, "height", &format!("{height}px"));
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

/// Sets the signal once, when the element is near the viewport and the page has nothing better to do.
fn watch_near(element: &HtmlElement, is_near: RwSignal<bool>) {
    let callback = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            let near = entries
                .iter()
                .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
                .any(|entry| entry.is_intersecting());
            if near {
                observer.disconnect();
                when_idle(move || {
                    // The page may have been left meanwhile.
                    let _ = is_near.try_set(true);
                });
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let Ok(observer) = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options) else {
        return;
    };
    observer.observe(element);
    // The observer calls the closure as long as it watches; both go with the figure.
    let kept = send_wrapper::SendWrapper::new((observer, callback));
    on_cleanup(move || kept.0.disconnect());
}
