//! The live chart that takes the place of a picture: loaded when the figure comes near and the page is idle, drawn again
//! when theme or width class change, driven by pointer and keyboard. If anything fails, the picture stays.

use std::{
    any::Any,
    collections::{HashMap, HashSet},
};

use leptos::{ev, html, prelude::*, task::spawn_local_scoped_with_cancellation};
use serde::Deserialize;
use serde_json::json;
use vithe_shared::{
    Borders, Language, Problem,
    api::Mark,
    query::{FigureWidth, Theme},
};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, KeyboardEvent,
    MouseEvent,
};

use super::{
    Navigator, ThemeState,
    echarts::{self, Chart, ChartEvent, EchartsError, Engine},
    navigation::{document_attribute, find_all},
    request::{self, Abort},
};
use crate::{
    address::province_path,
    components::figure_width::{MEDIUM_MEDIA, NARROW_MEDIA},
    text::figure as text,
};

/// How near a figure must come before it is loaded.
const NEAR: &str = "300px";
/// How far a figure is enlarged at most, to fill its room.
const LARGEST_SCALE: f64 = 1.3;

/// The live figures of a content, by the names of their blocks.
#[derive(Default)]
pub(super) struct LiveFigures(HashMap<String, LiveFigure>);

/// A figure with its live chart, or on the way to it. Dropping it takes the chart off the page.
struct LiveFigure {
    kind: String,
    layer: HtmlElement,
    frame: RwSignal<Frame>,
    _view: Box<dyn Any>,
}

/// The frame of a figure within the content: what is to be drawn, and where.
#[derive(Clone, PartialEq)]
struct Frame {
    /// The address of what is drawn, without width and theme.
    figure: String,
    /// The widest form it takes.
    widest: FigureWidth,
    /// The kind of the chart in words.
    kind_words: String,
    /// What the picture says.
    label: String,
}

impl Frame {
    fn read(canvas: &HtmlElement) -> Option<Self> {
        let image = canvas.query_selector("img").ok().flatten();
        Some(Self {
            figure: canvas.get_attribute("data-figure")?,
            widest: canvas.get_attribute("data-widest")?.parse().ok()?,
            kind_words: canvas.get_attribute("data-kind")?,
            label: image.and_then(|image| image.get_attribute("alt")).unwrap_or_default(),
        })
    }

    /// The chart, which two states of a page have in common.
    fn kind(&self) -> &str {
        self.figure.split('.').next().unwrap_or_default()
    }

    fn address(&self, width: FigureWidth, theme: Theme) -> String {
        format!("{}&w={}&theme={}", self.figure, width.pixels(), theme.as_str())
    }
}

impl LiveFigures {
    /// Watches the figures of a content that has just arrived. A chart of the content before moves into the figure of the
    /// same name and kind, and is drawn anew there; the others end.
    pub(super) fn take_over(&mut self, main: &Element, language: Language, navigator: Navigator, theme: ThemeState) {
        let mut before = std::mem::take(&mut self.0);
        for canvas in find_all(main, ".figure-canvas[data-figure]") {
            let name = canvas
                .closest("figure")
                .ok()
                .flatten()
                .map(|figure| figure.id())
                .unwrap_or_default();
            let Some(frame) = Frame::read(&canvas) else { continue };
            let kept = before.remove(&name).filter(|figure| figure.kind == frame.kind());
            let figure = match kept {
                Some(figure) => {
                    // A frame takes any child.
                    let _ = canvas.append_child(&figure.layer);
                    figure.frame.set(frame);
                    figure
                }
                None => match LiveFigure::begin(&canvas, frame, language, navigator, theme) {
                    Some(figure) => figure,
                    None => continue,
                },
            };
            self.0.insert(name, figure);
        }
    }
}

impl LiveFigure {
    fn begin(
        canvas: &HtmlElement,
        frame: Frame,
        language: Language,
        navigator: Navigator,
        theme: ThemeState,
    ) -> Option<Self> {
        let layer: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
        layer.set_class_name("figure-layer");
        canvas.append_child(&layer).ok()?;
        let kind = frame.kind().to_owned();
        let signal = RwSignal::new(frame);
        let view = {
            let layer = layer.clone();
            leptos::mount::mount_to(layer.clone(), move || {
                Live {
                    frame: signal,
                    layer: StoredValue::new_local(layer),
                    language,
                    navigator,
                    theme,
                }
                .view()
            })
        };
        Some(Self {
            kind,
            layer,
            frame: signal,
            _view: Box::new(view),
        })
    }
}

impl Drop for LiveFigure {
    fn drop(&mut self) {
        self.layer.remove();
    }
}

/// What a live figure is made from.
#[derive(Clone, Copy)]
struct Live {
    frame: RwSignal<Frame>,
    /// The element that holds everything live of the figure.
    layer: StoredValue<HtmlElement, LocalStorage>,
    language: Language,
    navigator: Navigator,
    theme: ThemeState,
}

impl Live {
    fn view(self) -> impl IntoView {
        let element = NodeRef::<html::Div>::new();
        let said = RwSignal::new(String::new());
        let pointer = RwSignal::new(None::<(i32, i32)>);
        let is_live = RwSignal::new(false);
        let controls = Controls {
            session: StoredValue::new_local(None),
            said,
            pointer,
            live: self,
        };
        self.start(element, is_live, controls);
        let frame = self.frame;
        let language = self.language;
        let when_live =
            move |words: fn(&Frame) -> &str| is_live.get().then(|| frame.with(|frame| words(frame).to_owned()));
        view! {
            <div
                class="figure-live"
                node_ref=element
                tabindex=move || is_live.get().then_some("0")
                role=move || is_live.get().then_some("application")
                aria-label=move || when_live(|frame| &frame.label)
                aria-roledescription=move || when_live(|frame| &frame.kind_words)
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
    }

    /// The frame of the figure that the live chart is in at the moment.
    fn canvas(self) -> Option<Element> {
        self.layer.with_value(|layer| layer.parent_element())
    }

    /// Tells the styles whether the chart or the picture is shown.
    fn mark(self, is_live: bool) {
        if let Some(canvas) = self.canvas() {
            // A name written here is always valid.
            let _ = if is_live {
                canvas.set_attribute("data-live", "true")
            } else {
                canvas.remove_attribute("data-live")
            };
        }
    }

    fn start(self, element: NodeRef<html::Div>, is_live: RwSignal<bool>, controls: Controls) {
        let is_near = RwSignal::new(false);
        let (frame, theme) = (self.frame, self.theme);
        let width = RwSignal::new(width_class(frame.with_untracked(|frame| frame.widest)));
        Effect::new(move |_| {
            if let Some(element) = element.get() {
                watch_near(&element, is_near);
            }
        });
        let on_resize = window_event_listener(ev::resize, move |_| {
            let class = width_class(frame.with_untracked(|frame| frame.widest));
            if width.get_untracked() != class {
                width.set(class);
            }
            if let Some(element) = element.get_untracked() {
                controls.session.with_value(|session| {
                    if let Some(session) = session {
                        session.fit(&element);
                    }
                });
            }
        });
        on_cleanup(move || on_resize.remove());
        Effect::new(move |_| {
            // A chart that was live in the content before shows itself in this one at once.
            let wanted = frame.get();
            self.mark(is_live.get_untracked());
            if !is_near.get() {
                return;
            }
            let address = wanted.address(width.get().min(width_class(wanted.widest)), theme.in_force());
            let abort = Abort::new();
            let signal = abort.signal();
            let abort = send_wrapper::SendWrapper::new(abort);
            on_cleanup(move || drop(abort));
            spawn_local_scoped_with_cancellation(async move {
                let drawn = draw(&address, signal, self.language, element, controls).await;
                let is_drawn = drawn.is_ok();
                // The picture drawn by the server says the same: where there is no chart the reader misses nothing.
                controls.session.set_value(
                    drawn
                        .inspect_err(|error| leptos::logging::warn!("{address} stays a picture: {error}"))
                        .ok(),
                );
                controls.said.set(String::new());
                is_live.set(is_drawn);
                self.mark(is_drawn);
            });
        });
    }
}

/// What of a figure is needed besides its option, which goes to the engine as text.
#[derive(Deserialize)]
struct Drawn {
    width: u16,
    height: u16,
    map: Option<Borders>,
    marks: Vec<Vec<Mark>>,
}

/// Why the picture stays.
#[derive(Debug, thiserror::Error)]
enum LiveError {
    /// The figure or the borders did not come.
    #[error(transparent)]
    Figure(#[from] Problem),
    /// The figure cannot be read.
    #[error("the figure cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// The engine failed.
    #[error(transparent)]
    Engine(#[from] EchartsError),
    /// The element is gone.
    #[error("there is no place for the chart")]
    NoPlace,
}

/// A chart on the page; dropping it takes it off.
struct Session {
    chart: Chart,
    host: HtmlElement,
    width: f64,
    height: f64,
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

/// What the keyboard and the pointer do to a live chart.
#[derive(Clone, Copy)]
struct Controls {
    session: StoredValue<Option<Session>, LocalStorage>,
    /// What the chosen mark says.
    said: RwSignal<String>,
    /// Where the pointer is, for the tip; `None` while the keyboard leads.
    pointer: RwSignal<Option<(i32, i32)>>,
    live: Live,
}

/// The width class that the picture has in a window of this size.
fn width_class(widest: FigureWidth) -> FigureWidth {
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
        widest.min(FigureWidth::Medium)
    } else {
        widest
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

/// Runs soon, when the browser is idle where it can tell.
fn when_idle(run: impl Fn() + 'static) {
    let can_tell = js_sys::Reflect::has(&window(), &"requestIdleCallback".into()).unwrap_or(false);
    if can_tell {
        request_idle_callback(run);
    } else {
        set_timeout(run, std::time::Duration::from_millis(100));
    }
}

thread_local! {
    /// Borders the engine knows already.
    static REGISTERED: std::cell::RefCell<HashSet<Borders>> = std::cell::RefCell::default();
}

async fn register_borders(engine: Engine, borders: Borders, language: Language) -> Result<(), LiveError> {
    if REGISTERED.with_borrow(|known| known.contains(&borders)) {
        return Ok(());
    }
    let (name, attribute) = match borders {
        Borders::Provinces63 => ("vn63", "data-map-63"),
        Borders::Units34 => ("vn34", "data-map-34"),
    };
    let geojson = request::text(&document_attribute(attribute), None, language).await?;
    echarts::register_map(engine, name, &geojson)?;
    REGISTERED.with_borrow_mut(|known| known.insert(borders));
    Ok(())
}

/// Asks for the figure and the engine, and draws.
async fn draw(
    address: &str,
    signal: Option<web_sys::AbortSignal>,
    language: Language,
    element: NodeRef<html::Div>,
    controls: Controls,
) -> Result<Session, LiveError> {
    let engine = document_attribute("data-echarts");
    let (figure, engine) =
        futures_util::future::join(request::text(address, signal, language), echarts::load(&engine)).await;
    let (figure, engine) = (figure?, engine?);
    let Drawn {
        width,
        height,
        map,
        marks,
    } = serde_json::from_str(&figure)?;
    if let Some(borders) = map {
        register_borders(engine, borders, language).await?;
    }
    let element = element.get_untracked().ok_or(LiveError::NoPlace)?;
    let host = document()
        .create_element("div")
        .ok()
        .and_then(|host| host.dyn_into::<HtmlElement>().ok())
        .ok_or(LiveError::NoPlace)?;
    host.set_class_name("figure-host");
    set_style(&host, "width", &format!("{width}px"));
    set_style(&host, "height", &format!("{height}px"));
    element.append_child(&host).map_err(|_| LiveError::NoPlace)?;
    let chart = match echarts::init(engine, &host) {
        Ok(chart) => chart,
        Err(error) => {
            host.remove();
            return Err(error.into());
        }
    };
    let order = marks
        .iter()
        .enumerate()
        .flat_map(|(series, marks)| {
            marks
                .iter()
                .enumerate()
                .filter(|(_, mark)| !mark.label.is_empty())
                .map(move |(place, _)| (series, place))
        })
        .collect();
    let mut session = Session {
        chart,
        host,
        width: f64::from(width),
        height: f64::from(height),
        marks,
        order,
        chosen: None,
    };
    session.chart.draw(&figure)?;
    session.chart.on(ChartEvent::MouseOver, move |target| {
        if let Some(mark) = target.series_index.zip(target.data_index) {
            controls.say(mark);
        }
    });
    session.chart.on(ChartEvent::MouseOut, move |_| controls.clear());
    session.chart.on(ChartEvent::Click, move |target| {
        if let Some(mark) = target.series_index.zip(target.data_index) {
            controls.open_mark(mark);
        }
    });
    session.fit(&element);
    Ok(session)
}

fn set_style(element: &HtmlElement, property: &str, value: &str) {
    // Only an unknown property would be refused.
    let _ = element.style().set_property(property, value);
}

impl Session {
    /// Scales the chart to the room there is, as the picture is scaled.
    fn fit(&self, element: &HtmlElement) {
        let canvas = element.closest(".figure-canvas").ok().flatten();
        let room = f64::from(canvas.map_or(0, |canvas| canvas.client_width()));
        let scale = (room / self.width).clamp(0.1, LARGEST_SCALE);
        set_style(&self.host, "transform", &format!("scale({scale})"));
        set_style(element, "width", &format!("{}px", self.width * scale));
        set_style(element, "height", &format!("{}px", self.height * scale));
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
        if let Some(canvas) = self.live.canvas() {
            let bounds = canvas.get_bounding_client_rect();
            #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
            let (left, top) = (bounds.left() as i32, bounds.top() as i32);
            self.pointer
                .set(Some((event.client_x() - left, event.client_y() - top)));
        }
    }

    /// A key was pressed on the chart.
    fn key(self, event: &KeyboardEvent) {
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => Step::By(1),
            "ArrowLeft" | "ArrowUp" => Step::By(-1),
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" => {
                self.clear();
                return;
            }
            "Enter" => {
                self.open_chosen();
                return;
            }
            _ => return,
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
            let address = province_path(self.live.language, &province);
            self.live.navigator.visit(&address);
        }
    }
}

/// A step of the keyboard through the marks.
#[derive(Clone, Copy)]
enum Step {
    By(isize),
    First,
    Last,
}

impl Step {
    /// Where the step leads; `None` where there is nothing to visit.
    fn from(self, chosen: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        Some(match (self, chosen) {
            (Self::First, _) | (Self::By(1..), None) => 0,
            (Self::Last, _) | (Self::By(_), None) => last,
            (Self::By(step), Some(position)) => position.saturating_add_signed(step).min(last),
        })
    }
}
