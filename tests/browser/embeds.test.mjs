// A figure on a page of others: a picture first, live when scripts run, in the language asked for.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { BASE_URL, LANGUAGES, assertFigureDrawn, axe, onlyInChromium, openPage, textOf, until, useBrowser } from './harness.mjs';

useBrowser();

/** A figure of every kind. */
const FIGURES = {
  map: 'index=pci&component=transparency&year=2023',
  distribution: 'index=papi&year=2021',
  bump: 'index=pci&p=hau-giang',
  heatmap: 'index=pci&year=2019&region=md',
  line: 'index=pci&p=hau-giang~can-tho&show=rank',
  profile: 'index=pci&year=2021&p=hau-giang',
  comparison: 'index=pci&year=2021&p=hau-giang~can-tho',
  waterfall: 'index=pci&p=hau-giang&from=2020&to=2021',
  multiples: 'index=pci&p=hau-giang',
  slope: 'index=pci&from=2020&to=2021',
  interval: 'index=pci&year=2021&interval=rounding',
  scatter: 'index=pci&component=transparency&year=2019&y=papi.d4',
  regions: 'index=sipas',
};

const FIGURE = 'figure.figure';
/** The width of an article column, for which the code to copy names a height, and what may be left of that height. */
const COLUMN = 640;
const SPARE = 130;
const words = (page) => textOf(page, `${FIGURE} figcaption`);

/** Where the words below a figure begin. */
const room = (page) => page.locator(`${FIGURE} .figure-canvas`).boundingBox();

describe('every kind of figure goes live in the room of its picture', () => {
  for (const [chart, query] of Object.entries(FIGURES)) {
    test(chart, async () => {
      const address = `/embed/en/${chart}?${query}`;
      const { page: plain } = await openPage(address, { javaScript: false, width: COLUMN });
      await assertFigureDrawn(plain, FIGURE);
      const { page } = await openPage(address, { width: COLUMN });
      await assertFigureDrawn(page, FIGURE, { live: true });
      assert.deepEqual(await room(page), await room(plain));
      assert.equal(await words(page), await words(plain));
      assert.equal(await page.locator('.figure-picture').count(), 0, 'the chart stands in the place of the picture');
      const told = await (await fetch(`${BASE_URL}/oembed?url=${encodeURIComponent(`${BASE_URL}${address}`)}`)).json();
      const height = await page.locator('main').evaluate((main) => main.scrollHeight);
      assert.ok(height <= told.height && told.height < height + SPARE, `${height} pixels high in a frame of ${told.height}`);
    });
  }
});

test('what lies below a component is told, too', async () => {
  const { page } = await openPage('/embed/vi/map?index=pci&component=entry.01', { width: 700 });
  await assertFigureDrawn(page, FIGURE, { live: true });
});

describe('on a page of another site', () => {
  let code = '';
  const server = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(`<!DOCTYPE html><title>Other</title><h1>An article</h1>${code}`),
  );
  let other;
  before(async () => {
    await new Promise((resolve) => server.listen(0, 'localhost', resolve));
    other = `http://localhost:${server.address().port}`;
  });
  after(() => server.close());

  test('a picture stands in an object, too', async () => {
    const picture = (path) => `<object data="${BASE_URL}${path}" width="720" height="600"><p>Not shown</p></object>`;
    const isShown = async (path) => {
      code = picture(path);
      const { page } = await openPage('/', { origin: other, app: false, forgives: /./ });
      return page.locator('object p').evaluate((fallback) => fallback.getClientRects().length === 0);
    };
    assert.ok(await isShown('/figures/map.svg?index=pci&year=2021'), 'the picture');
    assert.ok(!(await isShown('/vi/index/pci')), 'a page of the site may not be framed');
  });

  for (const lang of LANGUAGES) {
    test(`${lang}: the code to copy sets the figure there; it answers pointer and keyboard`, async () => {
      const { page: site } = await openPage('/province/hau-giang?y=2021', { lang });
      code = await site.locator('figure[data-chart="line"] .embed-code').first().evaluate((field) => field.value);
      const { page, context } = await openPage('/', { origin: other, app: false, width: 800, forgives: /^request leaves the origin/ });
      const frame = await until(() => page.tab.frames().find((found) => found.url().startsWith(`${BASE_URL}/embed/${lang}/`)), 'the frame');
      await until(() => frame.evaluate('document.documentElement.dataset.app === "ready"'), 'the app in the frame');
      await until(() => frame.evaluate('document.querySelector(".figure-live.is-live svg") !== null'), 'the live chart');
      assert.equal(await frame.evaluate('document.documentElement.lang'), lang);
      const height = await frame.evaluate('[document.documentElement.scrollHeight, innerHeight]');
      assert.ok(height[0] <= height[1], `it fits into the height that the code names: ${height}`);

      const tip = () => frame.evaluate('(tip => tip.hidden ? "" : tip.innerText)(document.querySelector(".figure-tip"))');
      const element = await page.tab.$('iframe');
      const { x, y } = await element.boundingBox();
      const [left, top] = await frame.evaluate('(box => [box.x + box.width / 2, box.y + box.height / 2])(document.querySelector(".figure-live svg").getBoundingClientRect())');
      await page.tab.mouse.move(x + left, y + top);
      await until(async () => (await tip()).includes('Hậu Giang') || (await tip()).includes('Hau Giang'), 'the tip');

      await frame.evaluate('document.querySelector(".figure-live").focus()');
      await page.keyboard.press('Home');
      await until(async () => /\d/.test(await tip()), 'the tip of the first mark');
      const count = (await context.pages()).length;
      await page.keyboard.press('Enter');
      const opened = await until(async () => (await context.pages()).find((tab) => tab.url().includes(`/${lang}/province/`)), 'the page of the province');
      assert.equal((await context.pages()).length, count + 1, 'the article stays');
      assert.ok(opened.url().startsWith(BASE_URL));
      await opened.close();
    });
  }
});

test('a page that has one theme names it', async () => {
  for (const [theme, device] of [['light', 'dark'], ['dark', 'light']]) {
    const { page: plain } = await openPage(`/embed/vi/map?index=pci&theme=${theme}`, { javaScript: false, theme: device });
    await assertFigureDrawn(plain, FIGURE);
    const shown = await plain.locator('.figure-picture img').evaluate((picture) => picture.currentSrc);
    assert.equal(shown.includes('theme=dark'), theme === 'dark', shown);
    const { page } = await openPage(`/embed/vi/map?index=pci&theme=${theme}`, { theme: device });
    await assertFigureDrawn(page, FIGURE, { live: true });
    const ink = await page.locator('.figure-live svg text').first().evaluate((text) => getComputedStyle(text).fill);
    const [red] = ink.match(/\d+/g).map(Number);
    assert.equal(red > 128, theme === 'dark', ink);
  }
});

test('a figure that needs no scripts has all its words, and one that cannot be told says why', async () => {
  const { page } = await openPage('/embed/vi/map?index=pci&year=2021', { javaScript: false, width: 320 });
  await assertFigureDrawn(page, FIGURE);
  assert.match(await words(page), /VCCI/);
  assert.match(await words(page), /Xem trên Vị Thế/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the frame');
  const { page: failed } = await openPage('/embed/vi/line?index=pci', { status: 400, app: false });
  assert.match(await textOf(failed), /tỉnh/);
});

test('it has no fault that a machine can find', onlyInChromium('axe-core goes in by the protocol of Chromium'), async () => {
  for (const theme of ['light', 'dark']) {
    const visit = await openPage('/embed/vi/bump?index=pci&p=hau-giang', { theme, width: 390 });
    await assertFigureDrawn(visit.page, FIGURE, { live: true });
    assert.deepEqual(await axe(visit), []);
  }
});

test('a device that saves data keeps the picture', async () => {
  const savesData = () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  };
  const visit = await openPage('/embed/vi/map?index=pci', { before: savesData, app: false });
  await assertFigureDrawn(visit.page, FIGURE);
  assert.ok(visit.requests.every(({ url }) => !url.pathname.endsWith('.wasm')));
});
