// From the picture of the server to the live chart, where something comes in between.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, assertFigureDrawn, openPage, textOf, until, useBrowser } from './harness.mjs';

useBrowser();

/** Runs in the page, before its scripts: a page that never rests, as far as the browser can tell. */
const NEVER_IDLE = () => {
  window.requestIdleCallback = (run, { timeout } = {}) => (timeout === undefined ? 0 : setTimeout(run, timeout));
};

/** Runs in the page, before its scripts: the app is not loaded, and pictures stay. */
const SAVES_DATA = () => {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
};

const pictures = (page) => page.locator('#league .figure-picture').count();

async function toNextYear(page) {
  await page.locator('#timeline-year').focus();
  await page.keyboard.press('ArrowRight');
  await until(async () => /2013/.test(await textOf(page, '#league .kicker')), '2013');
}

test('charts are drawn on a page that never rests, also when its state changes before', async () => {
  const { page } = await openPage('/index/pci?y=2012', { lang: 'vi', before: NEVER_IDLE });
  await toNextYear(page);
  await assertFigureDrawn(page, '#league', { live: true });
  assert.equal(await pictures(page), 0, 'the chart stands in the place of the picture');
});

test('a picture does not outlive the state it shows', async () => {
  const { page } = await openPage('/index/pci?y=2012', { lang: 'vi', javaScript: true, before: NEVER_IDLE });
  const letThrough = await page.hold(/\/echarts\.[0-9a-f]+\.js$/);
  await toNextYear(page);
  assert.equal(await pictures(page), 0);
  await letThrough();
  await assertFigureDrawn(page, '#league', { live: true });
});

for (const lang of LANGUAGES) {
  test(`${lang}: a chart that cannot be drawn is told in words`, async () => {
    const { page } = await openPage('/index/pci?y=2012', { lang, before: NEVER_IDLE, forgives: /echarts|ERR_FAILED|NS_ERROR/ });
    await page.intercept(/\/echarts\.[0-9a-f]+\.js$/, (request) => request.abort());
    await toNextYear(page);
    const words = await until(() => page.locator('#league .figure-missing').evaluateAll((found) => found.find((element) => !element.hidden)?.textContent), 'words');
    assert.match(words, lang === 'vi' ? /Chưa vẽ được biểu đồ này.*2013/s : /could not be drawn.*2013/s);
  });
}

test('a picture that the server has no time for is asked for again by the page itself', async () => {
  const { page } = await openPage('/index/pci?y=2012', { lang: 'vi', before: SAVES_DATA, app: false, forgives: /503/ });
  const asked = [];
  await page.intercept(/\/figures\/map\.svg/, (request) => {
    asked.push(request.url());
    return asked.length < 3 ? request.respond({ status: 503, headers: { 'retry-after': '1' }, body: '' }) : request.continue();
  });
  const picture = page.locator('#league .figure-picture img');
  const seen = () => picture.evaluateAll(([image]) => image.naturalWidth > 0 && image.currentSrc.includes('_=again'));
  await picture.evaluateAll(([image]) => {
    for (const source of image.parentElement.querySelectorAll('source')) source.remove();
    image.loading = 'eager';
    image.src = image.src.replace('w=', '_=again&w=');
  });
  await until(async () => asked.length >= 3, 'it is asked for again');
  await until(seen, 'the picture is there');
});
