// What Lighthouse says of the pages that readers open most, as on a telephone of the middle
// class: of several runs the one of the median performance. `cargo xtask bench` prints it.
//
// BASE_URL is the running product, BROWSER_PATH is Chromium. Prints JSON.

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const RUNS = 5;
const PAGES = {
  overview: '/vi/',
  'index of PAPI': '/vi/index/papi',
  province: '/vi/province/hau-giang',
  compare: '/vi/compare?p=hau-giang~can-tho',
};
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

async function run(path) {
  const browser = await launch({ chromePath: process.env.BROWSER_PATH, chromeFlags: FLAGS, logLevel: 'silent' });
  try {
    const { lhr } = await lighthouse(`${process.env.BASE_URL}${path}`, { port: browser.port, onlyCategories: CATEGORIES, logLevel: 'silent' });
    const [performance, accessibility, bestPractices] = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
    const milliseconds = (audit) => lhr.audits[audit].numericValue;
    return {
      performance,
      accessibility,
      bestPractices,
      largestPaint: milliseconds('largest-contentful-paint'),
      blocking: milliseconds('total-blocking-time'),
      shift: lhr.audits['cumulative-layout-shift'].numericValue,
    };
  } finally {
    browser.kill();
  }
}

const measured = {};
for (const [name, path] of Object.entries(PAGES)) {
  const runs = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    runs.push(await run(path));
  }
  runs.sort((left, right) => left.performance - right.performance);
  measured[name] = runs[Math.floor(RUNS / 2)];
}
process.stdout.write(`${JSON.stringify(measured)}\n`);
