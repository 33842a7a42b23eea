// ECharts inside QuickJS: no document, no canvas, no timers.
// `backend/src/figures/engine.rs` calls the three functions of `globalThis.vitheFigures`.

import { addMap, prepared, setPlatformAPI, start } from './echarts_core.js';

const FALLBACK_ADVANCE = 0.6;
const FONT_SIZE = /(\d*\.?\d+)px/;
const BOLD = /\b(?:bold|bolder|[6-9]00)\b/;

/**
 * Gives ECharts the widths of the typeface. Without a canvas it would take every
 * character outside ASCII as one full em, and cut Vietnamese labels far too early.
 * `table` is JSON: `{ regular: { "a": 0.56, … }, semibold: { … } }`, widths in em.
 */
function setAdvances(table) {
  const { regular, semibold } = JSON.parse(table);
  setPlatformAPI({
    measureText(text, font = '12px sans-serif') {
      const size = Number(FONT_SIZE.exec(font)?.[1] ?? 12);
      const advances = BOLD.test(font) ? semibold : regular;
      let width = 0;
      for (const character of String(text ?? '')) {
        width += advances[character] ?? FALLBACK_ADVANCE;
      }
      return { width: width * size };
    },
  });
}

/**
 * The option as a picture needs it. Nothing will point at it, so it does not zoom, its series have no states, and those that look
 * alike are one: sixty grey lines would take several times as long.
 */
function asPicture({ dataZoom, ...option }) {
  const alike = new Map();
  for (const { emphasis, blur, name, data = [], ...look } of option.series ?? []) {
    const isPlain = look.type === 'line' && !look.labelLine;
    // Any other series stays by itself.
    const key = isPlain ? JSON.stringify(look) : Symbol(name);
    const same = alike.get(key);
    if (same) {
      same.data.push([null, null], ...data);
    } else {
      alike.set(key, { ...look, name, data: [...data], emphasis: { disabled: true } });
    }
  }
  return { ...option, series: [...alike.values()] };
}

/** One option as SVG text: a picture, so nothing moves and nothing answers to the mouse. */
function renderSvg(optionJson, width, height) {
  const chart = start(null, { ssr: true, width, height });
  try {
    const option = asPicture(prepared(JSON.parse(optionJson)));
    chart.setOption({ ...option, animation: false });
    return chart.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false });
  } finally {
    chart.dispose();
  }
}

globalThis.vitheFigures = { addMap, renderSvg, setAdvances };
