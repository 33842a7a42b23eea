// What every browser test needs: pages opened in a fresh context, everything
// that goes wrong in them collected, and the few questions that are asked often.
//
// `cargo xtask test` sets BASE_URL (the running product) and the browser (`browsers.mjs`).
// Nothing here waits for a time: only for a state, up to a limit.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach } from 'node:test';
import { IS_CHROMIUM, closeBrowser, needed, openTab } from './browsers.mjs';
import { Page, until } from './page.mjs';

export { IS_CHROMIUM, closeBrowser, onlyInChromium } from './browsers.mjs';
export { until } from './page.mjs';

const require = createRequire(new URL('../../frontend/package.json', import.meta.url));

export const BASE_URL = needed('BASE_URL').replace(/\/$/, '');
export const LANGUAGES = ['vi', 'en'];
export const PAGES = JSON.parse(readFileSync(new URL('pages.json', import.meta.url), 'utf8'));

const QUIET_FOR = 600;
/** What browsers say of requests that a page no longer wants, because it was left or asked for something else. */
const ABORTED = new Set(['net::ERR_ABORTED', 'NS_BINDING_ABORTED', 'NS_ERROR_ABORT']);

let opened = [];

/**
 * Opens a page in a context of its own and waits until it is ready: loaded, and
 * taken over where JavaScript is on.
 *
 * `lang` is put before `path`; without it `path` stands as it is. `status` is
 * what the document must answer with, `forgives` what may go wrong because the
 * test makes it go wrong. `worker` lets the service worker of the site work, `origin`
 * is where the site is, and without `app` it is not waited for.
 */
export async function openPage(path, options = {}) {
  const { javaScript = true, width = 1440, height = 900, theme = 'light', lang, status = 200, forgives } = options;
  const { worker = false, before, origin = BASE_URL, app = javaScript } = options;
  const { context, tab } = await openTab({ javaScript, width, height, theme, lang, worker, before });
  const visit = { origin, page: new Page(tab), context, problems: [], requests: [], transfers: new Map(), pending: new Set(), lastActivity: 0 };
  opened.push(visit);
  await watch(visit, { javaScript, documentStatus: status, forgives });
  const address = lang ? `/${lang}${path}` : path;
  visit.response = await tab.goto(`${origin}${address}`, { waitUntil: 'load' });
  assert.equal(visit.response.status(), status, `status of ${address}`);
  if (app) {
    await takenOver(visit.page).catch((error) => {
      // What went wrong in the page tells more than the wait that it made fail.
      throw visit.problems.length > 0 ? new Error(visit.problems.join('\n'), { cause: error }) : error;
    });
  }
  return visit;
}

/** Collects what goes wrong and what is transferred, from before the first request. */
async function watch(visit, { javaScript, documentStatus, forgives }) {
  const { page, requests, pending } = visit;
  const { tab } = page;
  const report = (problem) => {
    if (!forgives?.test(problem)) {
      visit.problems.push(problem);
    }
  };
  const settle = (request) => {
    pending.delete(request);
    visit.lastActivity = Date.now();
  };
  // What the Content-Security-Policy refuses is reported here or as an error of the page, with scripts on or off.
  tab.on('console', (message) => {
    const isExpectedStatus =
      documentStatus !== 200 && message.text().includes(`status of ${documentStatus}`) && message.location().url === page.url();
    if (message.type() === 'error' && !isExpectedStatus) {
      report(`console: ${message.text()} (${message.location().url})`);
    }
  });
  tab.on('pageerror', (error) => report(`page error: ${error.stack ?? error}`));
  tab.on('error', () => report('the page crashed'));
  tab.on('request', (request) => {
    pending.add(request);
    visit.lastActivity = Date.now();
    const url = new URL(request.url());
    requests.push({ url, isDocument: request.isNavigationRequest(), method: request.method() });
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== visit.origin) {
      report(`request leaves the origin: ${url}`);
    }
  });
  tab.on('requestfinished', settle);
  tab.on('requestfailed', (request) => {
    settle(request);
    // Module preloads are refused where scripts are off, without an error text.
    const reason = request.failure()?.errorText;
    const isScriptSwitchedOff = !javaScript && new URL(request.url()).pathname.endsWith('.js') && reason === undefined;
    if (!ABORTED.has(reason) && !isScriptSwitchedOff) {
      report(`request failed: ${request.url()} ${reason}`);
    }
  });
  tab.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      report(`${response.status()} ${response.url()}`);
    }
  });
  if (IS_CHROMIUM) {
    await countBytes(visit);
  }
}

/** Counts bytes as they travel, which only Chromium tells. */
async function countBytes(visit) {
  const { page, transfers } = visit;
  const session = await page.tab.createCDPSession();
  visit.session = session;
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    transfers.set(requestId, { url: response.url, kind: kindOf(type, response.url), bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer) {
      transfer.bytes = encodedDataLength;
    }
  });
}

function kindOf(type, url) {
  return new URL(url).pathname.endsWith('.wasm') ? 'wasm' : type.toLowerCase();
}

/** Closes what a test opened and fails it if anything went wrong there, unless the visit `isForgiven`. */
export async function closePages() {
  const visits = opened;
  opened = [];
  await Promise.all(
    visits.map(async ({ page, context }) => {
      await page.stopIntercepting();
      await context.close();
    }),
  );
  const problems = visits
    .filter((visit) => !visit.isForgiven)
    .flatMap((visit) => visit.problems.map((problem) => `${visit.page.url()}: ${problem}`));
  assert.deepEqual(problems, []);
}

/** To be called once in every test file. */
export function useBrowser() {
  afterEach(closePages);
  after(closeBrowser);
}

/** Waits until the app has taken a page over. */
export async function takenOver(page) {
  await page.locator('html[data-app="ready"]').waitFor({ state: 'attached' });
}

/** Waits until the document at the wanted address is there, read to its end. */
export async function untilAddress(page, isWanted, what) {
  await until(async () => {
    // Asked at once: the address may be one of a document that is only beginning to come.
    const { href, isRead } = await page.evaluate(() => ({ href: location.href, isRead: document.readyState !== 'loading' }));
    return isRead && isWanted(new URL(href));
  }, () => `${what}; the address is ${page.url()}`);
}

const FEWEST_MARKS = 8;

/**
 * A figure is drawn: its picture has arrived with a size, or its live chart holds
 * marks and text. `live` waits for the chart that replaces the picture.
 */
export async function assertFigureDrawn(page, selector, { live = false } = {}) {
  const figure = page.locator(selector).first();
  await figure.waitFor({ state: 'attached' });
  // A figure with its table may be taller than the window: what is drawn has to come into view.
  await figure.locator('.figure-canvas').first().evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
  if (live) {
    await until(
      () => figure.evaluate((element) => element.querySelector('.figure-live.is-live') !== null),
      `${selector} to become live`,
    );
    // Big charts are drawn over several frames.
    let drawn;
    const measure = (element) => {
      const svg = element.querySelector('.figure-live svg');
      const box = svg?.getBoundingClientRect();
      return {
        marks: svg?.querySelectorAll('path, polyline, polygon, rect, circle').length ?? 0,
        words: [...(svg?.querySelectorAll('text') ?? [])].filter((text) => text.textContent.trim() !== '').length,
        width: box?.width ?? 0,
        height: box?.height ?? 0,
      };
    };
    await until(
      async () => {
        drawn = await figure.evaluate(measure);
        return drawn.marks >= FEWEST_MARKS && drawn.words > 0 && drawn.width > 100 && drawn.height > 60;
      },
      () => `marks on ${selector}, which has ${JSON.stringify(drawn)}`,
    );
    return;
  }
  await until(
    () =>
      figure.evaluate((element) => {
        const picture = element.querySelector('.figure-picture img');
        return picture.complete && picture.naturalWidth > 0;
      }),
    `the picture of ${selector}`,
  );
  const words = await figure.locator('.figure-picture img').first().getAttribute('alt');
  assert.ok(words?.trim(), `${selector} has no alternative text`);
}

/** The visible text of an element, its white space (also the non-breaking kind) made one space. */
export async function textOf(page, selector = 'main') {
  const text = await page.locator(selector).first().evaluate((element) => element.innerText);
  return text.replace(/[\s\u00a0\u202f]+/g, ' ');
}

/**
 * Runs axe-core in the page. The script goes in by the debugger, so that the
 * page keeps its own Content-Security-Policy. In Chromium alone.
 */
export async function axe(visit) {
  const script = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  await visit.session.send('Runtime.evaluate', { expression: `${script};undefined` });
  const { result, exceptionDetails } = await visit.session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(
      violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html }) => html.slice(0, 200)) }))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  assert.equal(exceptionDetails, undefined, exceptionDetails?.exception?.description);
  return JSON.parse(result.value);
}

/** Bytes received so far as they travelled, headers included: by kind, and in all. In Chromium alone. */
export function weigh(visit) {
  const weights = { total: 0 };
  for (const { kind, bytes } of visit.transfers.values()) {
    weights[kind] = (weights[kind] ?? 0) + bytes;
    weights.total += bytes;
  }
  return weights;
}

/** Goes down a page one screen at a time, so that everything that loads when it comes near is asked for, and waits until it is here. */
export async function readToTheEnd(visit) {
  const { page } = visit;
  const height = page.viewportSize().height;
  for (let top = 0, end = height; top < end; top += height) {
    end = await page.evaluate(async (y) => {
      scrollTo(0, y);
      // What comes near is told after a frame, and asked for when the page is next idle, if it ever is.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
      return document.documentElement.scrollHeight;
    }, top);
  }
  visit.lastActivity = Date.now();
  await until(() => visit.pending.size === 0 && Date.now() - visit.lastActivity > QUIET_FOR, 'a quiet network');
}

/** The year that an index opens on. */
export async function opensOn(index) {
  const response = await fetch(`${BASE_URL}/api/v1/indices/${index}`);
  return (await response.json()).opens_on;
}
