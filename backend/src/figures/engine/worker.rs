//! A worker of the pool: the thread in which one chart library lives, and what it does for a drawing.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Mutex, PoisonError, mpsc::Receiver},
};

use sha2::{Digest as _, Sha256};
use tokio::sync::{OwnedSemaphorePermit, oneshot};
use vithe_frontend::charts::sheet::{Resolution, Sheet};

use super::{EngineAssets, EngineError, EngineLimits, FigureSize};
use crate::figures::{
    png,
    sandbox::Sandbox,
    sheet,
    svg::{self, Naming},
};

/// Native stack of a worker, well above what the script itself may use.
pub(super) const WORKER_STACK_BYTES: usize = 8 * 1024 * 1024;

/// What all workers read.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) assets: EngineAssets,
    pub(super) limits: EngineLimits,
}

/// A drawing that waits for its worker.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) option_json: String,
    pub(super) maps: Vec<String>,
    pub(super) size: FigureSize,
    pub(super) title: String,
    pub(super) output: Output,
    /// The words around the drawing, of a complete figure.
    pub(super) sheet: Option<Sheet>,
    pub(super) reply: oneshot::Sender<Result<Picture, EngineError>>,
    /// Keeps the worker until the drawing is done, also where nobody waits for it any more.
    pub(super) _worker: OwnedSemaphorePermit,
}

/// What it is drawn as.
#[derive(Debug, Clone, Copy)]
pub(super) enum Output {
    PageSvg,
    StandAloneSvg,
    Png(Resolution),
}

/// What was drawn.
#[derive(Debug)]
pub(super) enum Picture {
    Svg(String),
    Png(Vec<u8>),
}

/// The life of a worker: until the engine is dropped.
pub(super) fn work(shared: &Shared, jobs: &Mutex<Receiver<Job>>) {
    let mut sandbox = load(shared);
    loop {
        // A worker that panicked while it held the lock left the queue as it was.
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else {
            return;
        };
        if job.reply.is_closed() {
            continue;
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| perform(shared, &mut sandbox, &job)))
            .unwrap_or(Err(EngineError::WorkerLost));
        let is_sound = !matches!(
            outcome,
            Err(EngineError::Timeout { .. } | EngineError::Script(_) | EngineError::WorkerLost)
        );
        // The caller may have gone away meanwhile; then nobody misses the picture.
        let _ = job.reply.send(outcome);
        if !is_sound {
            drop(sandbox.take());
            sandbox = load(shared);
        }
    }
}

/// A fresh sandbox, or `None` if even that fails: the next drawing tries again and
/// reports why.
fn load(shared: &Shared) -> Option<Sandbox> {
    new_sandbox(shared)
        .inspect_err(|error| tracing::error!(%error, "a chart engine did not load"))
        .ok()
}

fn new_sandbox(shared: &Shared) -> Result<Sandbox, EngineError> {
    let assets = &shared.assets;
    Sandbox::load(&assets.bundle, assets.fonts.advances_json(), shared.limits)
}

fn perform(shared: &Shared, sandbox: &mut Option<Sandbox>, job: &Job) -> Result<Picture, EngineError> {
    let sandbox = match sandbox {
        Some(sandbox) => sandbox,
        None => sandbox.insert(new_sandbox(shared)?),
    };
    for name in &job.maps {
        if let Some(geojson) = shared.assets.maps.get(name) {
            sandbox.add_map(name, geojson)?;
        }
    }
    let drawing = sandbox.render_svg(&job.option_json, job.size)?;
    let drawing = match &job.sheet {
        Some(sheet) => sheet::compose(sheet, &drawing),
        None => drawing,
    };
    let id_prefix = id_prefix(job);
    let naming = Naming {
        id_prefix: &id_prefix,
        title: &job.title,
    };
    let fonts = &shared.assets.fonts;
    Ok(match job.output {
        Output::PageSvg => Picture::Svg(svg::for_page(&drawing, naming)),
        Output::StandAloneSvg => Picture::Svg(svg::stand_alone(&drawing, naming, fonts)?),
        Output::Png(resolution) => Picture::Png(png::draw(&drawing, fonts, resolution)?),
    })
}

/// The same figure gets the same ids on every server and after any restart, so its
/// bytes, and what is derived from them, stay the same.
fn id_prefix(job: &Job) -> String {
    let mut hash = Sha256::new();
    hash.update(job.size.width.to_be_bytes());
    hash.update(job.size.height.to_be_bytes());
    hash.update(&job.option_json);
    let digest = hash.finalize();
    format!("f{:02x}{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2], digest[3])
}
