// A plot comes closer where more is seen then: by buttons, keys, wheel and pinch, and the page scrolls over it as ever.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFigureDrawn, onlyInChromium, openPage, until, useBrowser } from './harness.mjs';

useBrowser();

const SCATTER = '/scatter?x=pci.transparency&vs=papi.d4&y=2019';

async function openScatter(width = 1000) {
  const { page } = await openPage(SCATTER, { lang: 'vi', width, javaScript: true });
  await assertFigureDrawn(page, '#scatter', { live: true });
  return page;
}

const textsOf = (page) => page.locator('#scatter .figure-live svg text').evaluateAll((texts) => texts.map((text) => text.textContent));
const countNames = async (page) => (await textsOf(page)).length;
const isCloser = (page) => page.locator('#scatter-whole').isVisible();

/** The middle of the chart, in sight. */
async function middle(page) {
  await page.locator('#scatter .figure-live').evaluate((live) => live.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { x, y, width, height } = await page.locator('#scatter .figure-live svg').boundingBox();
  return [x + width / 2, y + height / 2];
}

test('buttons lead closer, name more provinces, and back to everything', async () => {
  const page = await openScatter();
  const before = await textsOf(page);
  assert.ok(!(await isCloser(page)));
  await page.locator('#scatter-closer').click();
  await page.locator('#scatter-closer').click();
  await until(async () => (await countNames(page)) > before.length, 'more names than at the ends of the axes');
  await page.locator('#scatter-whole').click();
  await until(async () => !(await isCloser(page)), 'everything again');
  assert.deepEqual(await textsOf(page), before);
});

test('keys lead closer and back', async () => {
  const page = await openScatter();
  const before = await countNames(page);
  await page.locator('#scatter .figure-live').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await until(async () => (await countNames(page)) > before, 'more names');
  await page.keyboard.press('0');
  await until(async () => (await countNames(page)) === before, 'everything again');
});

test('the wheel scrolls the page, and leads closer only with Ctrl', async () => {
  const page = await openScatter();
  const at = await middle(page);
  await page.tab.mouse.move(...at);
  const scrolled = await page.evaluate(() => scrollY);
  await page.tab.mouse.wheel({ deltaY: 120 });
  await until(async () => (await page.evaluate(() => scrollY)) > scrolled, 'the page to scroll');
  assert.ok(!(await isCloser(page)));
  const place = await middle(page);
  await page.tab.mouse.move(...place);
  await page.keyboard.down('Control');
  await page.tab.mouse.wheel({ deltaY: -240 });
  await page.keyboard.up('Control');
  await until(() => isCloser(page), 'the plot to come closer');
});

test('a drag moves what came closer and opens nothing', async () => {
  const page = await openScatter();
  await page.locator('#scatter-closer').click();
  await page.locator('#scatter-closer').click();
  const before = (await textsOf(page)).join();
  const [x, y] = await middle(page);
  await page.tab.mouse.move(x, y);
  await page.tab.mouse.down();
  await page.tab.mouse.move(x - 40, y, { steps: 5 });
  await page.tab.mouse.move(x - 120, y, { steps: 5 });
  await page.tab.mouse.up();
  await until(async () => (await textsOf(page)).join() !== before, 'other values on the axis');
  assert.match(page.url(), /\/scatter/);
});

test('what the legend switched off stays off closer by', async () => {
  const page = await openScatter();
  const countSymbols = () => page.locator('#scatter .figure-live svg path').count();
  const region = await page.locator('#scatter .figure-live svg text').evaluateAll((texts) => {
    const { x, y, width, height } = texts.find((text) => text.textContent === 'Tây Nguyên').getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  const all = await countSymbols();
  await page.tab.mouse.click(...region);
  await until(async () => (await countSymbols()) < all, 'a region less');
  const without = await countSymbols();
  await page.locator('#scatter-closer').click();
  await until(() => isCloser(page), 'the plot to come closer');
  await page.locator('#scatter-whole').click();
  await until(async () => !(await isCloser(page)), 'everything again');
  await until(async () => (await countSymbols()) === without, 'the region still left out');
});

test('two fingers lead closer', onlyInChromium('Firefox is driven without touch'), async () => {
  const page = await openScatter(390);
  await page.tab.setViewport({ width: 390, height: 800, hasTouch: true });
  await page.reload();
  await assertFigureDrawn(page, '#scatter', { live: true });
  const [x, y] = await middle(page);
  const fingers = await page.tab.createCDPSession();
  const touch = (type, apart) => fingers.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: apart === undefined ? [] : [{ x: x - apart, y, id: 0 }, { x: x + apart, y, id: 1 }],
  });
  await touch('touchStart', 20);
  for (let apart = 28; apart < 90; apart += 8) {
    await touch('touchMove', apart);
  }
  await touch('touchEnd');
  await until(() => isCloser(page), 'the plot to come closer');
});

test('the flow of ranks names every line once few ranks are seen', async () => {
  const { page } = await openPage('/index/pci', { lang: 'vi', width: 1000, javaScript: true });
  const figure = 'figure[data-chart="bump"]';
  await page.locator(figure).scrollIntoView();
  await assertFigureDrawn(page, figure, { live: true });
  const texts = () => page.locator(`${figure} .figure-live svg text`).evaluateAll((found) => found.map((text) => text.textContent));
  // Labels of years thin out and breaks have a colon: what is left are names.
  const names = async () => (await texts()).filter((text) => /\p{L}{2}/u.test(text) && !text.includes(':')).length;
  const before = await names();
  for (let step = 0; step < 3; step += 1) {
    await page.locator('#flow-closer').click();
  }
  await until(async () => (await names()) > before + 5, 'names at the ends of grey lines');
});
