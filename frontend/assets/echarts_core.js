// The parts of ECharts this site draws with, and nothing else: one list for the
// browser and for the server, so that a figure cannot differ between the two.
//
// Imported by `echarts_entry.js` (browser) and `echarts_server_entry.js` (server).
//
// Left out on purpose: the canvas renderer (figures are SVG everywhere), titles
// and the toolbox (they are HTML), `custom` series (they need functions in the
// option, which a JSON option cannot carry), animation of shape changes.

import { init, registerMap, setPlatformAPI, use } from 'echarts/core';
import { BarChart, HeatmapChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import {
  AxisPointerComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GraphicComponent,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  VisualMapContinuousComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  AxisPointerComponent,
  BarChart,
  DataZoomInsideComponent,
  HeatmapChart,
  LabelLayout,
  LineChart,
  MapChart,
  ScatterChart,
  GeoComponent,
  GraphicComponent,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  VisualMapContinuousComponent,
  VisualMapPiecewiseComponent,
  SVGRenderer,
]);

// Only the typeface: colours come with each option.
const theme = { textStyle: { fontFamily: "'Be Vietnam Pro', sans-serif" } };

/** A chart in the site's typeface; `element` is null where there is no document. */
export function start(element, options) {
  return init(element, theme, { renderer: 'svg', ...options });
}

/** Makes borders known under a name; `geojson` is GeoJSON text. */
export function addMap(name, geojson) {
  registerMap(name, JSON.parse(geojson));
}

/** How numbers are written, by the names that options use. An option never carries code. */
const FORMATTERS = {
  number: ({ decimals, language }) => (value) => {
    const text = Math.abs(value).toFixed(decimals);
    return `${value < 0 ? '−' : ''}${language === 'vi' ? text.replace('.', ',') : text}`;
  },
};

/** The option with its named formatters in place. */
export function prepared(option) {
  for (const axis of [option.xAxis ?? [], option.yAxis ?? []].flat()) {
    const formatter = axis.axisLabel?.formatter;
    if (formatter?.name) {
      axis.axisLabel.formatter = FORMATTERS[formatter.name](formatter);
    }
  }
  return option;
}

export { setPlatformAPI };
