//! ECharts in the browser: the only module that talks to it.
//!
//! The engine is a classic script (`frontend/assets/echarts_entry.js`, built by
//! `build.mjs`) that defines the global `vitheCharts`. [`load`] fetches it when the
//! first figure comes near; from then on [`init`] makes charts. Figures cross
//! the border as the JSON text they came as. Nothing here makes code from text: the Content-Security-Policy forbids it.
//!
//! Components own a [`Chart`] as long as its element is in the page; dropping it frees
//! the chart and its handlers.

use std::cell::RefCell;

use js_sys::Promise;
use serde::Serialize;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, EventTarget};

#[wasm_bindgen]
extern "C" {
    type RawChart;

    #[wasm_bindgen(js_namespace = vitheCharts, catch)]
    fn create(element: &Element) -> Result<RawChart, JsValue>;

    #[wasm_bindgen(js_namespace = vitheCharts, catch)]
    fn draw(chart: &RawChart, option_json: &str, moves: bool) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = vitheCharts, catch)]
    fn highlight(chart: &RawChart, targets_json: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = vitheCharts)]
    fn pixels(chart: &RawChart, grid: u32, values: &[f64]) -> Vec<f64>;

    #[wasm_bindgen(js_namespace = vitheCharts, js_name = isShown)]
    fn is_shown(chart: &RawChart, series: u32) -> bool;

    #[wasm_bindgen(js_namespace = vitheCharts)]
    fn listen(chart: &RawChart, event: &str, handler: &Handler);

    #[wasm_bindgen(js_namespace = vitheCharts, js_name = listenZoom)]
    fn listen_zoom(chart: &RawChart, handler: &ZoomHandler);

    #[wasm_bindgen(js_namespace = vitheCharts, js_name = addMap, catch)]
    fn add_map(name: &str, geojson: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn dispose(this: &RawChart);

    #[wasm_bindgen(method, catch)]
    fn resize(this: &RawChart) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn off(this: &RawChart, event: &str);
}

/// What the script calls: series index, data index, and the pixels from the left and from the top.
type Handler = Closure<dyn FnMut(i32, i32, f64, f64)>;

/// What the script calls after a zoom: two percentages of each.
type ZoomHandler = Closure<dyn FnMut(Vec<f64>)>;

thread_local! {
    /// The script under way or loaded; two figures that come near at once share it.
    static LOADING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Why a chart could not be drawn. The figure drawn by the server stays in its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub(super) enum EchartsError {
    /// The script did not arrive.
    #[error("the chart engine could not be loaded")]
    Load,
    /// The option or action is not JSON.
    #[error("a chart option could not be written as JSON: {0}")]
    Option(String),
    /// ECharts threw.
    #[error("the chart engine failed: {0}")]
    Script(String),
}

impl From<JsValue> for EchartsError {
    fn from(thrown: JsValue) -> Self {
        let message = thrown
            .dyn_ref::<js_sys::Error>()
            .map(|error| String::from(error.message()))
            .or_else(|| thrown.as_string())
            .unwrap_or_default();
        Self::Script(message)
    }
}

impl From<serde_json::Error> for EchartsError {
    fn from(error: serde_json::Error) -> Self {
        Self::Option(error.to_string())
    }
}

/// Proof that the script has arrived.
#[derive(Debug, Clone, Copy)]
pub(super) struct Engine {
    _loaded: (),
}

/// Fetches the engine from `url` (the hashed name of `echarts.js`), once for the page.
/// A failure is forgotten, so that the next figure tries again.
pub(super) async fn load(url: &str) -> Result<Engine, EchartsError> {
    let pending = LOADING.with_borrow_mut(|loading| {
        if loading.is_none() {
            *loading = insert_script(url);
        }
        loading.clone()
    });
    let Some(pending) = pending else {
        return Err(EchartsError::Load);
    };
    if JsFuture::from(pending).await.is_ok() {
        Ok(Engine { _loaded: () })
    } else {
        LOADING.set(None);
        Err(EchartsError::Load)
    }
}

/// A promise that follows a new script element.
fn insert_script(url: &str) -> Option<Promise> {
    let document = web_sys::window()?.document()?;
    let script = document.create_element("script").ok()?;
    script.set_attribute("src", url).ok()?;
    let target: &EventTarget = &script;
    let loaded = Promise::new(&mut |resolve, reject| {
        // Neither call can fail: they only store the function.
        let _ = target.add_event_listener_with_callback("load", &resolve);
        let _ = target.add_event_listener_with_callback("error", &reject);
    });
    document.document_element()?.append_child(&script).ok()?;
    Some(loaded)
}

/// A chart that fills `element`, which must have a size.
pub(super) fn init(_: Engine, element: &Element) -> Result<Chart, EchartsError> {
    Ok(Chart {
        raw: create(element)?,
        handlers: Vec::new(),
        zoom_handler: None,
    })
}

/// Makes borders known under the name that options use; `geojson` is GeoJSON text.
pub(super) fn register_map(_: Engine, name: &str, geojson: &str) -> Result<(), EchartsError> {
    Ok(add_map(name, geojson)?)
}

/// A mouse event of a chart that the site listens to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChartEvent {
    /// A click on a mark.
    Click,
    /// The pointer came over a mark.
    MouseOver,
    /// The pointer left a mark.
    MouseOut,
}

impl ChartEvent {
    const fn name(self) -> &'static str {
        match self {
            Self::Click => "click",
            Self::MouseOver => "mouseover",
            Self::MouseOut => "mouseout",
        }
    }
}

/// The mark an event happened on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ChartTarget {
    /// The place of its series in the option, and its own in the data of the series.
    pub(super) mark: Option<(usize, usize)>,
    /// Where the pointer is within the chart, in pixels.
    pub(super) at: [f64; 2],
}

/// A live chart.
pub(super) struct Chart {
    raw: RawChart,
    handlers: Vec<Handler>,
    zoom_handler: Option<ZoomHandler>,
}

impl Chart {
    /// Draws an option, given as JSON. Where it `moves`, what changes its place is seen to go there.
    pub(super) fn draw(&self, option_json: &str, moves: bool) -> Result<(), EchartsError> {
        Ok(draw(&self.raw, option_json, moves)?)
    }

    /// Takes the size that its element has now.
    pub(super) fn resize(&self) -> Result<(), EchartsError> {
        Ok(self.raw.resize()?)
    }

    /// Ends what [`Self::on`] and [`Self::on_zoom`] began.
    pub(super) fn forget_listeners(&mut self) {
        for event in [ChartEvent::Click, ChartEvent::MouseOver, ChartEvent::MouseOut] {
            self.raw.off(event.name());
        }
        self.raw.off("datazoom");
        self.handlers.clear();
        self.zoom_handler = None;
    }

    /// Calls `handler` whenever `event` happens, as long as the chart lives.
    pub(super) fn on(&mut self, event: ChartEvent, mut handler: impl FnMut(ChartTarget) + 'static) {
        let handler = Handler::new(move |series: i32, place: i32, left: f64, top: f64| {
            handler(ChartTarget {
                mark: usize::try_from(series).ok().zip(usize::try_from(place).ok()),
                at: [left, top],
            });
        });
        listen(&self.raw, event.name(), &handler);
        self.handlers.push(handler);
    }

    /// Calls `handler` with what the zooms show whenever a gesture changes it, two percentages of each.
    pub(super) fn on_zoom(&mut self, handler: impl FnMut(Vec<f64>) + 'static) {
        let handler = ZoomHandler::new(handler);
        listen_zoom(&self.raw, &handler);
        self.zoom_handler = Some(handler);
    }

    /// Lets data stand out and everything else fade: `[{"seriesIndex": 0, "dataIndex": 3}]`, a series as a whole without
    /// `dataIndex`; nothing does with no targets.
    pub(super) fn highlight(&self, targets: &impl Serialize) -> Result<(), EchartsError> {
        Ok(highlight(&self.raw, &serde_json::to_string(targets)?)?)
    }

    /// Whether the legend leaves a series in the plot.
    pub(super) fn is_shown(&self, series: usize) -> bool {
        u32::try_from(series).is_ok_and(|series| is_shown(&self.raw, series))
    }

    /// The pixels of values in a grid, two numbers each.
    pub(super) fn pixels(&self, grid: usize, values: &[f64]) -> Vec<f64> {
        pixels(&self.raw, u32::try_from(grid).unwrap_or(u32::MAX), values)
    }
}

impl Drop for Chart {
    fn drop(&mut self) {
        self.raw.dispose();
    }
}
