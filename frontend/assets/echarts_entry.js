// ECharts in the browser, built as a classic script that defines the global
// `vitheCharts`. `frontend/src/client/echarts.rs` binds exactly what is exported here.

import { addMap, start } from './echarts_core.js';

/** A chart that lives in `element` and takes its size from it. */
export function create(element) {
  return start(element);
}

/** Draws an option given as JSON text. */
export function draw(chart, optionJson) {
  chart.setOption(JSON.parse(optionJson), { notMerge: true });
}

/** Sends an action (`showTip`, `highlight`, `downplay` …) given as JSON text. */
export function act(chart, actionJson) {
  chart.dispatchAction(JSON.parse(actionJson));
}

/** Calls `handler(name, seriesIndex, dataIndex)` on a mouse event; −1 stands for no index. */
export function listen(chart, event, handler) {
  chart.on(event, (target) => {
    handler(
      String(target.name ?? ''),
      target.seriesIndex ?? -1,
      target.dataIndex ?? -1,
    );
  });
}

export { addMap };
