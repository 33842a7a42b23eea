//! What goes wrong ends one drawing: faults, time, memory, the line.

use super::*;

#[tokio::test]
async fn a_broken_option_fails_alone() {
    let engine = engine();
    let broken = json!({ "series": [{ "type": "line", "data": [1, 2] }] });
    let error = engine.render_svg(&broken, size(300, 200), TITLE).await.unwrap_err();
    assert!(matches!(error, EngineError::Script(_)), "{error}");
    engine.render_svg(&bar_option(), size(300, 200), TITLE).await.unwrap();
}

#[tokio::test]
async fn a_figure_that_takes_too_long_is_given_up_and_the_next_is_drawn() {
    let limits = EngineLimits {
        time: Duration::from_millis(400),
        ..EngineLimits::default()
    };
    let engine = engine_with(1, limits);
    let values: Vec<u32> = (0..300_000).collect();
    let endless = json!({ "xAxis": { "type": "category" }, "yAxis": {},
                          "series": [{ "type": "bar", "data": values }] });
    let error = engine.render_svg(&endless, size(300, 200), TITLE).await.unwrap_err();
    assert!(matches!(error, EngineError::Timeout { .. }), "{error}");
    engine.render_svg(&bar_option(), size(300, 200), TITLE).await.unwrap();
}

#[tokio::test]
async fn a_figure_that_takes_too_much_memory_fails_alone() {
    let limits = EngineLimits {
        memory_bytes: 24 * 1024 * 1024,
        time: Duration::from_mins(1),
        ..EngineLimits::default()
    };
    let engine = engine_with(1, limits);
    let values: Vec<u32> = (0..400_000).collect();
    let huge = json!({ "xAxis": { "type": "category" }, "yAxis": {},
                       "series": [{ "type": "line", "data": values }] });
    let error = engine.render_svg(&huge, size(300, 200), TITLE).await.unwrap_err();
    assert!(matches!(error, EngineError::Script(_)), "{error}");
    engine.render_svg(&bar_option(), size(300, 200), TITLE).await.unwrap();
}

#[tokio::test]
async fn drawings_wait_in_line() {
    let engine = engine();
    let option = bar_option();
    let draw = || engine.render_svg(&option, size(300, 200), TITLE);
    let (first, second, third) = tokio::join!(draw(), draw(), draw());
    assert!(first.is_ok() && second.is_ok() && third.is_ok());
}

#[tokio::test]
async fn a_drawing_that_no_worker_takes_up_in_time_is_refused() {
    let limits = EngineLimits {
        line: Duration::ZERO,
        ..EngineLimits::default()
    };
    let engine = engine_with(1, limits);
    let option = bar_option();
    let draw = || engine.render_svg(&option, size(300, 200), TITLE);
    let (first, second) = tokio::join!(draw(), draw());
    assert!(first.is_ok());
    assert!(matches!(second, Err(EngineError::Busy { .. })), "{second:?}");
}

#[tokio::test]
async fn who_goes_away_leaves_the_line() {
    let engine = engine();
    let option = bar_option();
    let draw = || engine.render_svg(&option, size(300, 200), TITLE);
    let (first, gone, last) = tokio::join!(draw(), timeout(Duration::ZERO, draw()), draw());
    assert!(first.is_ok() && gone.is_err() && last.is_ok());
    // The worker is free again a moment after its answer.
    assert!(timeout(Duration::from_secs(5), engine.free.acquire()).await.is_ok());
}

#[tokio::test]
async fn many_figures_in_one_runtime_do_not_fill_its_memory() {
    let limits = EngineLimits {
        memory_bytes: 24 * 1024 * 1024,
        ..EngineLimits::default()
    };
    let engine = engine_with(1, limits);
    for _ in 0..200 {
        engine.render_svg(&bar_option(), size(300, 200), TITLE).await.unwrap();
    }
}

#[test]
fn sizes_without_area_or_beyond_reason_are_refused() {
    assert!(matches!(FigureSize::new(0, 10), Err(EngineError::Size { .. })));
    assert!(matches!(FigureSize::new(10, 5000), Err(EngineError::Size { .. })));
    assert_eq!(FigureSize::new(720, 480).unwrap().width(), 720);
}
