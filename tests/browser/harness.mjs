// What every browser test needs: pages opened in a fresh context, everything
// that goes wrong in them collected, and the few questions that are asked often.
//
// `cargo xtask test` sets BASE_URL (the running product) and CHROMIUM_PATH.
// Nothing here waits for a time: only for a state, up to a limit.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach } from 'node:test';

const require = createRequire(new URL('../../frontend/package.json', import.meta.url));
const { chromium } = require('playwright-core');

export const BASE_URL = needed('BASE_URL').replace(/\/$/, '');
export const LANGUAGES = ['vi', 'en'];
export const PAGES = JSON.parse(readFileSync(new URL('pages.json', import.meta.url), 'utf8'));

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const LIMIT = 30_000;
const LOOK_EVERY = 50;
const QUIET_FOR = 600;

let browser;
let opened = [];

function needed(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run cargo xtask test`);
  }
  return value;
}

async function launch() {
  browser ??= await chromium.launch({
    executablePath: needed('CHROMIUM_PATH'),
    headless: true,
    args: FLAGS,
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/**
 * Opens a page in a context of its own and waits until it is ready: loaded, and
 * hydrated where JavaScript is on.
 *
 * `lang` is put before `path`; without it `path` stands as it is. `status` is
 * what the document must answer with.
 */
export async function openPage(path, options = {}) {
  const { javaScript = true, width = 1440, height = 900, theme = 'light', lang, status = 200 } = options;
  const context = await (await launch()).newContext({
    baseURL: BASE_URL,
    javaScriptEnabled: javaScript,
    viewport: { width, height },
    colorScheme: theme,
    locale: lang === 'en' ? 'en-GB' : 'vi-VN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  const visit = { page, context, problems: [], requests: [], transfers: new Map(), pending: new Set(), lastActivity: 0 };
  opened.push(visit);
  await watch(visit, { javaScript, documentStatus: status });
  const address = lang ? `/${lang}${path}` : path;
  visit.response = await page.goto(address, { waitUntil: 'load' });
  assert.equal(visit.response.status(), status, `status of ${address}`);
  if (javaScript) {
    await hydrated(page).catch((error) => {
      // What went wrong in the page tells more than the wait that it made fail.
      throw visit.problems.length > 0 ? new Error(visit.problems.join('\n'), { cause: error }) : error;
    });
  }
  return visit;
}

/** Collects what goes wrong and what is transferred, from before the first request. */
async function watch(visit, { javaScript, documentStatus }) {
  const { page, context, problems, requests, transfers, pending } = visit;
  const settle = (request) => {
    pending.delete(request);
    visit.lastActivity = Date.now();
  };
  // What the Content-Security-Policy refuses is reported on the console, with scripts on or off.
  page.on('console', (message) => {
    const isExpectedStatus =
      documentStatus !== 200 && message.text().includes(`status of ${documentStatus}`) && message.location().url === page.url();
    if (message.type() === 'error' && !isExpectedStatus) {
      problems.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.stack ?? error}`));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('request', (request) => {
    pending.add(request);
    visit.lastActivity = Date.now();
    const url = new URL(request.url());
    requests.push({ url, type: request.resourceType(), method: request.method() });
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== new URL(BASE_URL).origin) {
      problems.push(`request leaves the origin: ${url}`);
    }
  });
  page.on('requestfinished', settle);
  page.on('requestfailed', (request) => {
    settle(request);
    // Requests of a page that is left, or of an answer no longer wanted, are aborted;
    // module preloads are refused where scripts are off.
    const reason = request.failure()?.errorText;
    const isScriptSwitchedOff = !javaScript && request.resourceType() === 'script' && reason === 'csp';
    if (reason !== 'net::ERR_ABORTED' && !isScriptSwitchedOff) {
      problems.push(`request failed: ${request.url()} ${reason}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') {
      problems.push(`${response.status()} ${response.url()}`);
    }
  });
  const session = await context.newCDPSession(page);
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

/** Closes what a test opened and fails it if anything went wrong there. */
export async function closePages() {
  const visits = opened;
  opened = [];
  await Promise.all(visits.map((visit) => visit.context.close()));
  const problems = visits.flatMap((visit) => visit.problems.map((problem) => `${visit.page.url()}: ${problem}`));
  assert.deepEqual(problems, []);
}

/** To be called once in every test file. */
export function useBrowser() {
  afterEach(closePages);
  after(closeBrowser);
}

/** Waits until a page reacts: `data-hydrated` is set on its body. */
export async function hydrated(page) {
  await page.locator('body[data-hydrated="true"]').waitFor({ state: 'attached' });
}

/**
 * Asks until the answer is truthy. It is asked from here, because a page whose
 * scripts are off runs no timers. `what` is waited for: words, or what makes them.
 */
export async function until(question, what, limit = LIMIT) {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      assert.fail(`waited ${limit / 1000} s for: ${typeof what === 'function' ? what() : what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

/** Waits until the address of a page is as wanted. */
export async function untilAddress(page, isWanted, what) {
  await until(() => isWanted(new URL(page.url())), () => `${what}; the address is ${page.url()}`);
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
  await figure.locator('.figure-picture').first().evaluate((picture) => (picture.closest('.figure-canvas') ?? picture).scrollIntoView({ block: 'center' }));
  if (live) {
    await until(
      () => figure.evaluate((element) => element.matches('[data-live="true"]') || element.querySelector('[data-live="true"]') !== null),
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
        if (picture) {
          return picture.complete && picture.naturalWidth > 0;
        }
        return (element.querySelector('.figure-picture svg')?.querySelectorAll('path, polyline, rect, circle').length ?? 0) > 0;
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
 * page keeps its own Content-Security-Policy.
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

/** Bytes received so far as they travelled, headers included: by kind, and in all. */
export function weigh(visit) {
  const weights = { total: 0 };
  for (const { kind, bytes } of visit.transfers.values()) {
    weights[kind] = (weights[kind] ?? 0) + bytes;
    weights.total += bytes;
  }
  return weights;
}

/** Waits until nothing is being fetched and nothing was for a moment. */
async function quiet(visit) {
  await until(() => visit.pending.size === 0 && Date.now() - visit.lastActivity > QUIET_FOR, 'a quiet network');
}

/** Goes down a page one screen at a time, so that everything that loads when it comes near is loaded. */
export async function readToTheEnd(visit) {
  const { page } = visit;
  const height = page.viewportSize().height;
  for (let top = 0; ; top += height) {
    const end = await page.evaluate((y) => {
      scrollTo(0, y);
      return document.documentElement.scrollHeight;
    }, top);
    // Arriving counts as activity: what comes near is fetched when the page is next idle.
    visit.lastActivity = Date.now();
    await quiet(visit);
    if (top + height >= end) {
      return;
    }
  }
}
