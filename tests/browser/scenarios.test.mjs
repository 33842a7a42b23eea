// What people come for, from the first page to the answer, with the actions counted: a choice, a click, a text with Enter.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFigureDrawn, openPage, takenOver, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

/** A reader on the first page, who counts. */
async function reader(width = 1440) {
  const { page } = await openPage('/', { lang: 'vi', width, javaScript: true });
  await takenOver(page);
  let actions = 0;
  return {
    page,
    count: () => actions,
    async click(part) {
      actions += 1;
      await page.locator(part).first().click();
    },
    async choose(part, value) {
      actions += 1;
      await page.locator(part).selectOption(value);
    },
    async write(part, text) {
      actions += 1;
      await page.locator(part).fill(text);
      await page.keyboard.press('Enter');
    },
    /** Types into the search of the header; what fits alone opens. */
    async find(text) {
      actions += 1;
      await page.locator('#find').fill(text);
      await until(async () => (await page.locator('header [role="option"]').count()) > 0, 'the list');
      await page.keyboard.press('Enter');
    },
  };
}

test('a leader sees what fell, and who in the region is better, in two actions', async () => {
  const leader = await reader();
  await leader.find('An Giang');
  await untilAddress(leader.page, ({ pathname }) => pathname === '/vi/province/an-giang', 'An Giang');
  await takenOver(leader.page);
  assert.match(await textOf(leader.page), /giảm \d+ bậc/);
  await leader.click('.card-region summary');
  await until(() => leader.page.locator('.card-region .ahead').first().isVisible(), 'those ahead');
  assert.equal(leader.count(), 2);
});

test('the ranks of two provinces over ten years side by side, in five actions', async () => {
  const journalist = await reader();
  const { page } = journalist;
  await journalist.click('.site-nav a[href^="/vi/compare"]');
  await untilAddress(page, ({ pathname }) => pathname === '/vi/compare', 'the comparison');
  await journalist.choose('#filter-p', 'quang-ninh');
  await untilAddress(page, ({ searchParams }) => searchParams.get('p') === 'quang-ninh', 'the first');
  await journalist.choose('#filter-p', 'hai-phong');
  await untilAddress(page, ({ searchParams }) => searchParams.get('p') === 'quang-ninh~hai-phong', 'the second');
  await journalist.click('#show-rank');
  await untilAddress(page, ({ searchParams }) => searchParams.get('show') === 'rank', 'ranks');
  await journalist.choose('#window-from', '2015');
  await untilAddress(page, ({ searchParams }) => searchParams.get('from') === '2015', 'ten years');
  await until(async () => /hạng/i.test(await textOf(page, '#years .finding')), 'the finding about ranks');
  assert.equal(journalist.count(), 5);
});

test('a journalist has a chart with its source, and the document behind a figure, in two actions', async () => {
  const journalist = await reader();
  const { page } = journalist;
  await journalist.find('Tính minh bạch');
  await untilAddress(page, ({ pathname, searchParams }) => pathname === '/vi/index/pci' && searchParams.get('c') === 'transparency', 'the component');
  await assertFigureDrawn(page, '#league', { live: true });
  assert.match(await textOf(page, '#league .source'), /VCCI/);
  const picture = await page.locator('#league .actions a[href*=".png"]').first().getAttribute('href');
  assert.match(picture, /component=transparency/);
  assert.match(picture, /size=page/, 'the picture has its headline and its source');
  await journalist.click('#league .actions a[href*="/sources"]');
  await untilAddress(page, ({ pathname }) => pathname === '/vi/sources', 'the documents');
  assert.equal(journalist.count(), 2);
});

test('a planner of Quảng Bình knows the cheapest way to place 20 in four actions', async () => {
  const planner = await reader();
  const { page } = planner;
  await planner.find('tính thử');
  await untilAddress(page, ({ pathname }) => pathname === '/vi/what-if', 'the page');
  await planner.choose('#filter-p', 'quang-binh');
  await untilAddress(page, ({ searchParams }) => searchParams.get('p') === 'quang-binh', 'Quảng Bình');
  await planner.write('#target-rank', '20');
  await until(() => page.locator('.plan').first().isVisible(), 'the plans');
  assert.equal(await page.locator('.plan').count(), 2);
  await planner.click('#apply-plan-cheapest');
  await until(async () => /Đạt/.test(await textOf(page, '#outcome')), 'the target reached by the sliders');
  assert.equal(planner.count(), 4);
});

test('somebody who looks around plays the years on the first page in one action', async () => {
  const visitor = await reader();
  const { page } = visitor;
  await assertFigureDrawn(page, '#map', { live: true });
  const year = await textOf(page, '#map .timeline-year');
  await visitor.click('#timeline-play');
  await until(async () => (await textOf(page, '#map .timeline-year')) !== year, 'another year');
  assert.equal(visitor.count(), 1);
});
