//! The pool of chart engines: [`FigureEngine`].
//!
//! Each worker thread keeps one ECharts in one QuickJS runtime, because a runtime
//! cannot change threads. Who asks for a drawing waits in line until a worker is free,
//! and leaves the line by going away. Whatever goes wrong in a drawing ends that drawing
//! only: it runs in a limited time and memory, and the runtime it ran in is thrown away
//! and replaced.
//!
//! Called by the figure routes and by the page renderer; both cache what they get.

mod worker;

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        mpsc::{Sender, channel},
    },
    thread,
    time::Duration,
};

use serde_json::Value;
use tokio::{
    sync::{Semaphore, oneshot},
    time::timeout,
};

use vithe_frontend::charts::sheet::{Resolution, Sheet};

use self::worker::{Job, Output, Picture, Shared, WORKER_STACK_BYTES, work};
use super::{
    fonts::{FigureFonts, FontError},
    png::PngError,
};

/// What an engine draws with.
#[derive(Debug)]
pub struct EngineAssets {
    /// The ECharts build for the server (`echarts_server.js`).
    pub bundle: String,
    /// The typeface.
    pub fonts: FigureFonts,
    /// Borders as GeoJSON text by the name that options use for them.
    pub maps: BTreeMap<String, String>,
}

/// Bounds of one drawing and of the line before it.
#[derive(Debug, Clone, Copy)]
pub struct EngineLimits {
    /// Time of the processor for one drawing.
    pub time: Duration,
    /// Memory of one runtime, the chart library included.
    pub memory_bytes: usize,
    /// Time in line, until a worker takes the drawing up.
    pub line: Duration,
}

impl Default for EngineLimits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(3),
            memory_bytes: 128 * 1024 * 1024,
            line: Duration::from_secs(9),
        }
    }
}

/// Width and height of a figure in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FigureSize {
    width: u16,
    height: u16,
}

impl FigureSize {
    /// The largest side a figure may have.
    pub const LARGEST_SIDE: u16 = 4096;

    /// A size in which a figure can be drawn.
    pub fn new(width: u16, height: u16) -> Result<Self, EngineError> {
        let is_possible = |side| (1..=Self::LARGEST_SIDE).contains(&side);
        if is_possible(width) && is_possible(height) {
            Ok(Self { width, height })
        } else {
            Err(EngineError::Size { width, height })
        }
    }

    /// The width.
    pub const fn width(self) -> u16 {
        self.width
    }

    /// The height.
    pub const fn height(self) -> u16 {
        self.height
    }
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// No worker became free in time; trying again later may help.
    #[error("the figure waited in line for longer than {limit:?}")]
    Busy {
        /// The time it had.
        limit: Duration,
    },
    /// The drawing was given up.
    #[error("drawing the figure took longer than {limit:?}")]
    Timeout {
        /// The time it had.
        limit: Duration,
    },
    /// ECharts failed, or ran out of memory or stack.
    #[error("the chart engine failed: {0}")]
    Script(String),
    /// The worker went away with the drawing.
    #[error("the worker that drew the figure was lost")]
    WorkerLost,
    /// The option draws a map that the engine was not given.
    #[error("the figure needs the map {0:?}, which is not loaded")]
    UnknownMap(String),
    /// Nothing can be drawn in this size.
    #[error("a figure cannot be {width} × {height} pixels large")]
    Size {
        /// The width asked for.
        width: u16,
        /// The height asked for.
        height: u16,
    },
    /// The font could not be put into the file.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The drawing could not be turned into pixels.
    #[error(transparent)]
    Png(#[from] PngError),
    /// A worker thread could not be started.
    #[error("a figure worker could not be started: {0}")]
    Start(#[from] std::io::Error),
}

/// Draws chart options. Cheap to share behind an `Arc`; dropping it ends its workers.
#[derive(Debug)]
pub struct FigureEngine {
    jobs: Sender<Job>,
    /// One permit for each worker, given out in the order in which it is asked for.
    free: Arc<Semaphore>,
    shared: Arc<Shared>,
}

impl FigureEngine {
    /// Starts `workers` threads (at least one); each loads its chart library at once,
    /// in the background.
    pub fn new(assets: EngineAssets, workers: usize, limits: EngineLimits) -> Result<Self, EngineError> {
        let shared = Arc::new(Shared { assets, limits });
        let workers = workers.max(1);
        let (sender, jobs) = channel();
        let jobs = Arc::new(Mutex::new(jobs));
        for number in 0..workers {
            let shared = Arc::clone(&shared);
            let jobs = Arc::clone(&jobs);
            thread::Builder::new()
                .name(format!("figures-{number}"))
                .stack_size(WORKER_STACK_BYTES)
                .spawn(move || work(&shared, &jobs))?;
        }
        Ok(Self {
            jobs: sender,
            free: Arc::new(Semaphore::new(workers)),
            shared,
        })
    }

    /// An SVG element to stand in a page, which brings the typeface. `title` is its
    /// text alternative. Ids in it do not clash with those of other figures.
    pub async fn render_svg(&self, option: &Value, size: FigureSize, title: &str) -> Result<String, EngineError> {
        self.render_text(option, size, title, Output::PageSvg).await
    }

    /// An SVG file to be shown by `<img>` or saved: it carries the glyphs it uses.
    pub async fn render_standalone_svg(
        &self,
        option: &Value,
        size: FigureSize,
        title: &str,
    ) -> Result<String, EngineError> {
        self.render_text(option, size, title, Output::StandAloneSvg).await
    }

    /// A PNG file.
    pub async fn render_png(
        &self,
        option: &Value,
        size: FigureSize,
        resolution: Resolution,
    ) -> Result<Vec<u8>, EngineError> {
        match self.draw(option, size, "", Output::Png(resolution), None).await? {
            Picture::Png(bytes) => Ok(bytes),
            Picture::Svg(_) => Err(EngineError::WorkerLost),
        }
    }

    /// A complete figure as an SVG file.
    pub async fn render_sheet_svg(&self, sheet: Sheet) -> Result<String, EngineError> {
        match self.draw_sheet(sheet, Output::StandAloneSvg).await? {
            Picture::Svg(text) => Ok(text),
            Picture::Png(_) => Err(EngineError::WorkerLost),
        }
    }

    /// A complete figure as a PNG file.
    pub async fn render_sheet_png(&self, sheet: Sheet) -> Result<Vec<u8>, EngineError> {
        let resolution = sheet.resolution;
        match self.draw_sheet(sheet, Output::Png(resolution)).await? {
            Picture::Png(bytes) => Ok(bytes),
            Picture::Svg(_) => Err(EngineError::WorkerLost),
        }
    }

    async fn draw_sheet(&self, sheet: Sheet, output: Output) -> Result<Picture, EngineError> {
        let figure = sheet.figure.clone();
        let size = FigureSize::new(figure.width, figure.height)?;
        self.draw(&figure.option, size, &figure.title, output, Some(sheet))
            .await
    }

    async fn render_text(
        &self,
        option: &Value,
        size: FigureSize,
        title: &str,
        output: Output,
    ) -> Result<String, EngineError> {
        match self.draw(option, size, title, output, None).await? {
            Picture::Svg(text) => Ok(text),
            Picture::Png(_) => Err(EngineError::WorkerLost),
        }
    }

    async fn draw(
        &self,
        option: &Value,
        size: FigureSize,
        title: &str,
        output: Output,
        sheet: Option<Sheet>,
    ) -> Result<Picture, EngineError> {
        let maps = maps_of(option);
        if let Some(unknown) = maps.iter().find(|&name| !self.shared.assets.maps.contains_key(name)) {
            return Err(EngineError::UnknownMap(unknown.clone()));
        }
        let limit = self.shared.limits.line;
        let worker = timeout(limit, Arc::clone(&self.free).acquire_owned())
            .await
            .map_err(|_| EngineError::Busy { limit })?
            .map_err(|_| EngineError::WorkerLost)?;
        let (reply, answer) = oneshot::channel();
        let job = Job {
            option_json: option.to_string(),
            maps,
            size,
            title: title.to_owned(),
            output,
            sheet,
            reply,
            _worker: worker,
        };
        self.jobs.send(job).map_err(|_| EngineError::WorkerLost)?;
        answer.await.map_err(|_| EngineError::WorkerLost)?
    }
}

/// The maps an option draws: `series[].map`, `geo.map`, `geo[].map`.
fn maps_of(option: &Value) -> Vec<String> {
    let mut names: Vec<String> = ["series", "geo"]
        .iter()
        .filter_map(|&key| option.get(key))
        .flat_map(|part| match part {
            Value::Array(parts) => parts.iter().collect(),
            single => vec![single],
        })
        .filter_map(|part| part.get("map")?.as_str())
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests;
