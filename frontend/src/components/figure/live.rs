//! The live chart that takes the place of a picture: loaded when the figure comes near and the page is idle, drawn again
//! when theme or width class change, driven by pointer and keyboard. If anything fails, the picture stays.

use std::{collections::HashSet, rc::Rc};

use leptos::{ev, html, prelude::*, task::spawn_local_scoped_with_cancellation};
use serde_json::json;
use vithe_shared::{
    Borders, Language, Problem, ProvinceSlug,
    query::{ChartKind, FigureQuery, FigureWidth},
};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{
    HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, KeyboardEvent, MouseEvent,
};

use super::{LARGEST_SCALE, MEDIUM_MEDIA, NARROW_MEDIA};
use crate::{
    api::{SharedSource, fetch_text},
    charts::{self, ChartFigure, Mark},
    components::theme::ThemeState,
    echarts::{self, Chart, ChartEvent, EchartsError, Engine},
    pages::address::province_path,
    site::{ECHARTS_ATTRIBUTE, document_attribute, map_attribute},
};

/// How near a figure must come before it is loaded.
const NEAR: &str = "300px";

/// Where a live chart goes, and the signals it speaks through.
pub(super) struct Place {
    /// The chart.
    pub(super) kind: ChartKind,
    /// What is drawn; the width is the widest it takes.
    pub(super) query: FigureQuery,
    /// The element it fills.
    pub(super) element: NodeRef<html::Div>,
    /// What the chosen mark says.
    pub(super) said: RwSignal<String>,
    /// Where the pointer is, for the tip; `None` while the keyboard leads.
    pub(super) pointer: RwSignal<Option<(i32, i32)>>,
    /// Whether the chart stands.
    pub(super) is_live: RwSignal<bool>,
}

/// Why the picture stays.
#[derive(Debug, thiserror::Error)]
enum LiveError {
    /// The figures or the borders did not come.
    #[error(transparent)]
    Figures(#[from] Problem),
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
pub(super) struct Controls {
    session: StoredValue<Option<Session>, LocalStorage>,
    said: RwSignal<String>,
    pointer: RwSignal<Option<(i32, i32)>>,
    open: StoredValue<Opener, LocalStorage>,
}

/// Opens the page of a province.
type Opener = Rc<dyn Fn(&ProvinceSlug)>;

/// Begins to watch a figure.
pub(super) fn start(place: Place) -> Controls {
    let Place {
        kind,
        query,
        element,
        said,
        pointer,
        is_live,
    } = place;
    let (navigate, language) = (leptos_router::hooks::use_navigate(), query.language);
    let open: Opener = Rc::new(move |province: &ProvinceSlug| {
        navigate(
            &province_path(language, province),
            leptos_router::NavigateOptions::default(),
        );
    });
    let controls = Controls {
        session: StoredValue::new_local(None),
        said,
        pointer,
        open: StoredValue::new_local(open),
    };
    let (Some(source), Some(theme)) = (use_context::<SharedSource>(), use_context::<ThemeState>()) else {
        return controls;
    };
    let is_near = RwSignal::new(false);
    let widest = query.width;
    let width = RwSignal::new(widest);
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            width.set(width_class(widest));
            watch_near(&element, is_near);
        }
    });
    let on_resize = window_event_listener(ev::resize, move |_| {
        let class = width_class(widest);
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
    let source = StoredValue::new(source);
    Effect::new(move |_| {
        if !is_near.get() {
            return;
        }
        let query = FigureQuery {
            width: width.get(),
            theme: theme.in_force(),
            ..query.clone()
        };
        spawn_local_scoped_with_cancellation(async move {
            let source = source.get_value();
            match draw(kind, &query, &source, element, controls).await {
                Ok(session) => {
                    controls.said.set(String::new());
                    controls.session.set_value(Some(session));
                    is_live.set(true);
                }
                // The picture drawn by the server says the same: the reader misses nothing.
                Err(error) => leptos::logging::warn!("the {kind} stays a picture: {error}"),
            }
        });
    });
    controls
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
    let geojson = fetch_text(&document_attribute(map_attribute(borders)), language).await?;
    let name = match borders {
        Borders::Provinces63 => "vn63",
        Borders::Units34 => "vn34",
    };
    engine.register_map(name, &geojson)?;
    REGISTERED.with_borrow_mut(|known| known.insert(borders));
    Ok(())
}

/// Asks for the figures and the engine, and draws.
async fn draw(
    kind: ChartKind,
    query: &FigureQuery,
    source: &SharedSource,
    element: NodeRef<html::Div>,
    controls: Controls,
) -> Result<Session, LiveError> {
    let address = document_attribute(ECHARTS_ATTRIBUTE);
    let (figure, engine) =
        futures_util::future::join(charts::build(kind, query, source.as_ref()), echarts::load(&address)).await;
    let (
        ChartFigure {
            option,
            width,
            height,
            map,
            marks,
            ..
        },
        engine,
    ) = (figure?, engine?);
    if let Some(borders) = map {
        register_borders(engine, borders, query.language).await?;
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
    let chart = match engine.init(&host) {
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
    session.chart.set_option(&option, true)?;
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
        let room = f64::from(
            element
                .parent_element()
                .map_or_else(|| element.client_width(), |parent| parent.client_width()),
        );
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
    pub(super) fn clear(self) {
        self.said.set(String::new());
        self.session.update_value(|session| {
            if let Some(session) = session {
                session.chosen = None;
                session.highlight(None);
            }
        });
    }

    /// The pointer moved; the tip follows it.
    pub(super) fn moved(self, event: &MouseEvent) {
        let frame = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(frame) = frame {
            let bounds = frame.get_bounding_client_rect();
            #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
            let (left, top) = (bounds.left() as i32, bounds.top() as i32);
            self.pointer
                .set(Some((event.client_x() - left, event.client_y() - top)));
        }
    }

    /// A key was pressed on the chart.
    pub(super) fn key(self, event: &KeyboardEvent) {
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
            let open = self.open.get_value();
            open(&province);
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
