// ECharts in the browser, built as a classic script that defines the global
// `vitheCharts`. `frontend/src/client/echarts.rs` binds exactly what is exported here.

import { addMap, prepared, start } from './echarts_core.js';

/** Of each chart: the names of its series, and what its legend says of them. */
const STATES = new WeakMap();

/** Only what changes its place moves, and not for long. */
const MOTION = { animationDuration: 0, animationDurationUpdate: 250, animationEasingUpdate: 'cubicInOut' };

/** A chart that lives in `element` and takes its size from it. */
export function create(element) {
  // A chart that zooms would catch every turn of the wheel, also those that its option leaves to the page.
  const leaveToPage = (event) => event.ctrlKey || event.stopPropagation();
  for (const wheel of ['wheel', 'mousewheel']) {
    element.addEventListener(wheel, leaveToPage, { capture: true, passive: true });
  }
  const chart = start(element);
  chart.on('legendselectchanged', ({ selected }) => {
    Object.assign(STATES.get(chart).selected, selected);
  });
  return chart;
}

/**
 * Draws an option given as JSON text. What the legend switched off stays off. A chart that `moves` leads the eye from
 * what it showed before, unless the reader wants nothing to move.
 */
export function draw(chart, optionJson, moves) {
  const option = prepared(JSON.parse(optionJson));
  const selected = STATES.get(chart)?.selected ?? {};
  STATES.set(chart, { names: option.series.map(({ name }) => name), selected });
  for (const entry of option.legend ?? []) {
    entry.selected = selected;
  }
  const animation = moves && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({ ...option, ...MOTION, animation }, { notMerge: true });
}

/** Lets data stand out and all else fade; `targetsJson` lists `{ seriesIndex, dataIndex? }`. */
export function highlight(chart, targetsJson) {
  chart.dispatchAction({ type: 'downplay' });
  // The first one fades what is around it, the others only join it.
  JSON.parse(targetsJson).forEach((target, place) => {
    chart.dispatchAction({ type: 'highlight', notBlur: place > 0, ...target });
  });
}

/** The pixels of values in a grid; both are flat lists of pairs. */
export function pixels(chart, grid, values) {
  const places = new Float64Array(values.length);
  for (let place = 0; place < values.length; place += 2) {
    places.set(chart.convertToPixel({ gridIndex: grid }, [values[place], values[place + 1]]), place);
  }
  return places;
}

/** Whether the legend leaves a series in the plot. */
export function isShown(chart, series) {
  const { names, selected } = STATES.get(chart);
  return selected[names[series]] !== false;
}

/** Calls `handler(seriesIndex, dataIndex, left, top)` on a mouse event; −1 stands for no index. */
export function listen(chart, event, handler) {
  chart.on(event, (target) => {
    handler(
      target.seriesIndex ?? -1,
      target.dataIndex ?? -1,
      target.event?.offsetX ?? 0,
      target.event?.offsetY ?? 0,
    );
  });
}

/** Calls `handler` after a wheel, pinch or drag with the part that each zoom shows: two percentages each. */
export function listenZoom(chart, handler) {
  chart.on('datazoom', () => {
    const parts = [];
    chart.getModel().eachComponent('dataZoom', (zoom) => parts.push(...zoom.getPercentRange()));
    handler(new Float64Array(parts));
  });
}

export { addMap };
