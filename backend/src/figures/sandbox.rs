//! One QuickJS runtime with ECharts in it. Lives and dies on one worker thread.
//!
//! The script sees no files, no network and no clock but the date; it is bounded in
//! time, memory and stack, and a sandbox that failed is thrown away by its worker.

use std::{
    cell::Cell,
    collections::BTreeSet,
    rc::Rc,
    time::{Duration, Instant},
};

use rquickjs::{CatchResultExt as _, CaughtError, Context, Ctx, Function, Object, Runtime};

use super::engine::{EngineError, EngineLimits, FigureSize};

/// Stack the script may use; worker threads have more, so that native code has room.
const SCRIPT_STACK_BYTES: usize = 1024 * 1024;

/// Loading the bundle must never hang a worker either.
const LOAD_TIME: Duration = Duration::from_secs(30);

/// Timers never fire: drawing is one call that returns when it is done.
const STUBS: &str = "globalThis.setTimeout = () => 0; globalThis.clearTimeout = () => {};";

pub(super) struct Sandbox {
    context: Context,
    deadline: Rc<Cell<Instant>>,
    time: Duration,
    known_maps: BTreeSet<String>,
}

impl Sandbox {
    /// Starts a runtime, loads the bundle and tells it the widths of the typeface.
    pub(super) fn load(bundle: &str, advances_json: &str, limits: EngineLimits) -> Result<Self, EngineError> {
        let runtime = Runtime::new().map_err(|error| EngineError::Script(error.to_string()))?;
        runtime.set_memory_limit(limits.memory_bytes);
        runtime.set_max_stack_size(SCRIPT_STACK_BYTES);
        let deadline = Rc::new(Cell::new(Instant::now() + LOAD_TIME));
        let watched = Rc::clone(&deadline);
        runtime.set_interrupt_handler(Some(Box::new(move || Instant::now() >= watched.get())));
        let context = Context::full(&runtime).map_err(|error| EngineError::Script(error.to_string()))?;
        let sandbox = Self {
            context,
            deadline,
            time: limits.time,
            known_maps: BTreeSet::new(),
        };
        sandbox.run(LOAD_TIME, |context| {
            context.eval::<(), _>(STUBS)?;
            context.eval::<(), _>(bundle)
        })?;
        sandbox.call::<()>("setAdvances", (advances_json,))?;
        Ok(sandbox)
    }

    /// Makes borders known, once.
    pub(super) fn add_map(&mut self, name: &str, geojson: &str) -> Result<(), EngineError> {
        if !self.known_maps.contains(name) {
            self.call::<()>("addMap", (name, geojson))?;
            self.known_maps.insert(name.to_owned());
        }
        Ok(())
    }

    /// The drawing of an option, as ECharts writes it.
    pub(super) fn render_svg(&self, option_json: &str, size: FigureSize) -> Result<String, EngineError> {
        self.call("renderSvg", (option_json, size.width(), size.height()))
    }

    /// Calls a function of the global `vitheFigures`.
    fn call<R>(
        &self,
        function: &str,
        arguments: impl for<'js> rquickjs::function::IntoArgs<'js>,
    ) -> Result<R, EngineError>
    where
        R: for<'js> rquickjs::FromJs<'js>,
    {
        self.run(self.time, |context| {
            let engine: Object = context.globals().get("vitheFigures")?;
            let function: Function = engine.get(function)?;
            function.call(arguments)
        })
    }

    fn run<R>(
        &self,
        time: Duration,
        work: impl for<'js> FnOnce(&Ctx<'js>) -> rquickjs::Result<R>,
    ) -> Result<R, EngineError> {
        let deadline = Instant::now() + time;
        self.deadline.set(deadline);
        self.context.with(|context| {
            work(&context).catch(&context).map_err(|error| {
                if Instant::now() >= deadline {
                    EngineError::Timeout { limit: time }
                } else {
                    EngineError::Script(describe(&error))
                }
            })
        })
    }
}

/// The message alone: the trace leads through minified code and tells nobody anything.
fn describe(error: &CaughtError<'_>) -> String {
    let text = error.to_string();
    text.trim().lines().next().unwrap_or_default().to_owned()
}
