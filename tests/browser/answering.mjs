// How long the app takes in the browser, at full speed and at a quarter of it, in
// milliseconds: from a control to heading, table and map that are laid out again, with
// the figures there; and from the last part that arrived to a page that is taken over.
// `cargo xtask bench` prints it. Prints JSON. In Chromium alone.

import { closeBrowser, openPage, takenOver, until } from './harness.mjs';

const TURNS = 9;
const SLOW = 4;
const PAGE = '/index/papi';
const PAGES = { overview: '/', index: PAGE, province: '/province/hau-giang', compare: '/compare?p=hau-giang~can-tho' };

const median = (numbers) => numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];

/** Runs in the page: uses a control and waits until the page says so, laid out. */
async function answer({ control, turn }) {
  const settled = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  const state = () => document.querySelector('#league .kicker').textContent + document.querySelector('#table-league tbody').textContent;
  const before = state();
  const began = performance.now();
  if (control === 'year') {
    const field = document.querySelector('#timeline-year');
    field.value = String(2020 + (turn % 4));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (control === 'component') {
    const field = document.querySelector('#filter-c');
    field.selectedIndex = 1 + (turn % 4);
    field.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    document.querySelector(turn % 2 === 0 ? '#sort-name' : '#sort-score').click();
  }
  while (state() === before) {
    await settled();
    if (performance.now() - began > 10_000) {
      throw new Error(`${control} is not answered`);
    }
  }
  document.body.getBoundingClientRect();
  return performance.now() - began;
}

async function answers(slowness) {
  const { page, session } = await openPage(PAGE, { lang: 'vi' });
  await until(() => page.evaluate(() => document.querySelector('.figure-live.is-live') !== null), 'the map');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  const times = {};
  for (const control of ['year', 'component', 'sort']) {
    const turns = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      turns.push(await page.evaluate(answer, { control, turn }));
    }
    times[control] = median(turns);
  }
  return times;
}

async function takeOver(path, slowness) {
  const visit = await openPage(path, { lang: 'vi' });
  const { page, session } = visit;
  await page.tab.evaluateOnNewDocument(() => {
    window.takeOver = { longest: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        window.takeOver.longest = Math.max(window.takeOver.longest, duration);
      }
    }).observe({ type: 'longtask' });
    new MutationObserver(() => {
      if (document.documentElement.dataset.app === 'ready' && window.takeOver.ready === undefined) {
        window.takeOver.ready = performance.now();
        const parts = performance.getEntriesByType('resource').filter(({ name }) => /\.wasm|\/datasets\//.test(name));
        window.takeOver.arrived = Math.max(...parts.map(({ responseEnd }) => responseEnd));
      }
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-app'] });
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  const turns = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await page.reload();
    await takenOver(page);
    turns.push(await page.evaluate(() => window.takeOver));
  }
  return {
    duration: median(turns.map(({ ready, arrived }) => ready - arrived)),
    longestTask: median(turns.map(({ longest }) => longest)),
  };
}

const result = { full: await answers(1), quarter: await answers(SLOW), takeOver: {} };
for (const [name, path] of Object.entries(PAGES)) {
  result.takeOver[name] = await takeOver(path, SLOW);
}
await closeBrowser();
console.log(JSON.stringify(result));
