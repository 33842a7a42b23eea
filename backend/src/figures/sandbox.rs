//! One QuickJS runtime with ECharts in it. Lives and dies on one worker thread.
//!
//! The script sees no files, no network and no clock but the date; it is bounded in
//! time, memory and stack, and a sandbox that failed is thrown away by its worker. Time is that of the processor: on a busy machine a
//! drawing takes longer and is none the worse.

use std::{cell::Cell, collections::BTreeSet, rc::Rc, time::Duration};

use cpu_time::ThreadTime;
use rquickjs::{CatchResultExt as _, CaughtError, Context, Ctx, Function, Object, Runtime};

use super::engine::{EngineError, EngineLimits, FigureSize};

/// Stack the script may use; worker threads have more, so that native code has room.
const SCRIPT_STACK_BYTES: usize = 1024 * 1024;

/// Loading the bundle must never hang a worker either.
const LOAD_TIME: Duration = Duration::from_secs(30);

/// Timers never fire: drawing is one call that returns when it is done.
const STUBS: &str = "globalThis.setTimeout = () => 0; globalThis.clearTimeout = () => {};";

/// When a piece of work began, and how much of the processor it may take.
type Bound = (ThreadTime, Duration);

pub(super) struct Sandbox {
    context: Context,
    bound: Rc<Cell<Bound>>,
    time: Duration,
    known_maps: BTreeSet<String>,
}

impl Sandbox {
    /// Starts a runtime, loads the bundle and tells it the widths of the typeface.
    pub(super) fn load(bundle: &str, advances_json: &str, limits: EngineLimits) -> Result<Self, EngineError> {
        let runtime = Runtime::new().map_err(|error| EngineError::Script(error.to_string()))?;
        runtime.set_memory_limit(limits.memory_bytes);
        runtime.set_max_stack_size(SCRIPT_STACK_BYTES);
        let bound = Rc::new(Cell::new((ThreadTime::now(), LOAD_TIME)));
        let watched = Rc::clone(&bound);
        runtime.set_interrupt_handler(Some(Box::new(move || is_over(watched.get()))));
        let context = Context::full(&runtime).map_err(|error| EngineError::Script(error.to_string()))?;
        let sandbox = Self {
            context,
            bound,
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
        let bound = (ThreadTime::now(), time);
        self.bound.set(bound);
        self.context.with(|context| {
            work(&context).catch(&context).map_err(|error| {
                if is_over(bound) {
                    EngineError::Timeout { limit: time }
                } else {
                    EngineError::Script(describe(&error))
                }
            })
        })
    }
}

fn is_over((began, time): Bound) -> bool {
    began.elapsed() >= time
}

/// The message alone: the trace leads through minified code and tells nobody anything.
fn describe(error: &CaughtError<'_>) -> String {
    let text = error.to_string();
    text.trim().lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bundle that knows what loading asks for.
    const BUNDLE: &str = "globalThis.vitheFigures = { setAdvances() {} };";
    const TIME: Duration = Duration::from_millis(40);

    fn sandbox() -> Sandbox {
        Sandbox::load(BUNDLE, "{}", EngineLimits::default()).unwrap()
    }

    #[test]
    fn waiting_for_the_processor_is_no_work() {
        let drawn = sandbox().run(TIME, |context| {
            std::thread::sleep(TIME * 3);
            context.eval::<i32, _>("let sum = 0; for (let step = 0; step < 50000; step += 1) sum += 1; sum")
        });
        assert_eq!(drawn.unwrap(), 50_000);
    }

    #[test]
    fn work_without_an_end_is_ended() {
        let drawn = sandbox().run(TIME, |context| context.eval::<(), _>("for (;;) {}"));
        assert!(
            matches!(drawn, Err(EngineError::Timeout { limit }) if limit == TIME),
            "{drawn:?}"
        );
    }
}
