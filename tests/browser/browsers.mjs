// The browsers that the tests run in, and what differs between them.
//
// `cargo xtask test` sets BROWSER (chromium or firefox) and BROWSER_PATH. Both are
// driven by puppeteer: Chromium by its own protocol, Firefox by WebDriver BiDi, which
// has no word yet for themes and for scripts switched off. In Firefox these are
// preferences of a whole browser, so there is one for each combination in use.

import { createRequire } from 'node:module';

const require = createRequire(new URL('../../frontend/package.json', import.meta.url));
const puppeteer = require('puppeteer-core');

/** Whether the tests run in Chromium; the other browser is Firefox. */
export const IS_CHROMIUM = needed('BROWSER') === 'chromium';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Browsers that run, by what is set for the whole of them. */
const running = new Map();

/** What `cargo xtask` passes on. */
export function needed(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run cargo xtask test`);
  }
  return value;
}

/** What only Chromium can do is left out elsewhere: the options of such a test, with the reason. */
export function onlyInChromium(reason) {
  return { skip: IS_CHROMIUM ? false : reason };
}

function launch({ javaScript, theme, worker }) {
  const key = IS_CHROMIUM ? 'chromium' : `${theme}, scripts ${javaScript ? 'on' : 'off'}, worker ${worker ? 'on' : 'off'}`;
  if (!running.has(key)) {
    running.set(
      key,
      puppeteer.launch({
        browser: IS_CHROMIUM ? 'chrome' : 'firefox',
        executablePath: needed('BROWSER_PATH'),
        headless: true,
        defaultViewport: null,
        args: IS_CHROMIUM ? CHROMIUM_FLAGS : [],
        extraPrefsFirefox: {
          'javascript.enabled': javaScript,
          'dom.serviceWorkers.enabled': worker,
          'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
          'ui.prefersReducedMotion': 1,
          // As in Chromium without a head, and on telephones: they take no room.
          'ui.useOverlayScrollbars': 1,
          'intl.accept_languages': 'vi-VN, vi',
        },
      }),
    );
  }
  return running.get(key);
}

/**
 * A tab in a context of its own: nothing is kept from others. Without `worker` it is a browser without service
 * workers, as in a private window: what a test intercepts and counts is then what the page itself asks for.
 * `before` runs in every document before its own scripts.
 */
export async function openTab({ javaScript, theme, width, height, lang, worker, before }) {
  const browser = await launch({ javaScript, theme, worker });
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width, height });
  if (before) {
    await tab.evaluateOnNewDocument(before);
  }
  if (IS_CHROMIUM) {
    if (!worker) {
      await tab.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
    }
    await tab.setJavaScriptEnabled(javaScript);
    await tab.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    const session = await tab.createCDPSession();
    await session.send('Emulation.setLocaleOverride', { locale: lang === 'en' ? 'en-GB' : 'vi-VN' });
  }
  return { context, tab };
}

/** Ends all browsers. */
export async function closeBrowser() {
  const browsers = [...running.values()];
  running.clear();
  await Promise.all(browsers.map(async (browser) => (await browser).close()));
}
