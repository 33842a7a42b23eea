// A telephone: everything within reach, figures before filters, long parts folded behind a line
// that says what is inside; and the sheet of paper, which shows what a telephone folds.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onlyInChromium, openPage, takenOver, textOf, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const WIDTHS = [390, 360, 344, 320];
/** A third of what the page took before it was folded. */
const MOST_HEIGHT = 19490 / 3;
const LEADER = '/province/an-giang';

test('the four indices and the other pages stand whole in the header', async () => {
  const { page } = await openPage(LEADER, { lang: 'vi', width: 390, javaScript: false });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.site-header a, .site-header button')]
        .filter((link) => {
          const { left, right } = link.getBoundingClientRect();
          return left < 0 || right > document.documentElement.clientWidth || link.scrollWidth > link.clientWidth + 1;
        })
        .map((link) => link.textContent),
    );
    assert.deepEqual(cut, [], `${width} px`);
  }
});

for (const path of [LEADER, `${LEADER}?i=pci&y=2021`, '/index/papi', '/compare?p=an-giang~can-tho', '/declines?i=papi', '/regions?i=papi', '/data']) {
  test(`no sideways scroll, no name in a column too narrow for it: ${path}`, async () => {
    const { page } = await openPage(path, { lang: 'vi', width: 390, javaScript: false });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${width} px`);
      const narrow = await page.evaluate(() => {
        for (const details of document.querySelectorAll('.fold')) details.open = true;
        return [...document.querySelectorAll('tbody th[scope="row"]')]
          .filter((name) => name.textContent.trim().length > 8 && name.getBoundingClientRect().width < 90)
          .map((name) => `${name.textContent}: ${name.getBoundingClientRect().width}`)
          .slice(0, 3);
      });
      assert.deepEqual(narrow, [], `${width} px`);
    }
  });
}

test('the page of a province on PAPI is a third of what it was, and says what it folds', async () => {
  const { page } = await openPage(`${LEADER}?i=papi`, { lang: 'vi', width: 390, javaScript: false });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height <= MOST_HEIGHT, `${height} px`);
  assert.match(await textOf(page, '#components-table-line'), /Bảng 36 thành phần/);
  assert.equal(await page.locator('[id^="table-p"]').first().isVisible(), false);
  await page.locator('#components-table-line').click();
  assert.equal(await page.locator('[id^="table-p"]').first().isVisible(), true);
});

test('filters are a line above the figure that says their state, and stay open once opened', async () => {
  const { page } = await openPage('/index/pci?y=2021', { lang: 'vi', width: 390 });
  await takenOver(page);
  assert.match(await textOf(page, '#filters-line'), /PCI · Chỉ số tổng hợp · 2021/);
  assert.equal(await page.locator('#filter-y').isVisible(), false);
  await page.locator('#filters-line').click();
  await page.locator('#filter-y').selectOption('2019');
  await untilAddress(page, ({ searchParams }) => searchParams.get('y') === '2019', '2019');
  assert.equal(await page.locator('#filter-y').isVisible(), true);
});

test('in a wide window nothing is folded', async () => {
  const { page } = await openPage(LEADER, { lang: 'vi', javaScript: false });
  assert.equal(await page.locator('#components-table-line').isVisible(), false);
  assert.equal(await page.locator('[id^="table-p"]').first().isVisible(), true);
  assert.equal(await page.locator('#filter-y').isVisible(), true);
});

test('what fell and who in the region is better: nothing to choose, one line to open', async () => {
  const { page } = await openPage(LEADER, { lang: 'vi', javaScript: false });
  assert.match(await textOf(page, '.narrative'), /^Năm 2023, An Giang đạt 81,32 điểm PAR INDEX, hạng 63\/63 \(cuối bảng\), giảm 52 bậc so với 2019/);
  assert.match(await textOf(page, '.card[data-index="sipas"]'), /chưa có điểm.*60\/63.*theo báo chí.*so với 2019 \(hạng 8\/63\)/s);
  await page.locator('#ahead-pci-line').click();
  const ahead = await page.locator('#ahead-pci li').count();
  assert.ok(ahead > 0);
  assert.ok((await textOf(page, '#ahead-pci-line')).includes(`${ahead + 1}/13 trong vùng: ${ahead} tỉnh đứng trên`));
});

test('a computed figure leads to its parts and their documents', async () => {
  const { page } = await openPage('/sources?i=papi&p=an-giang&y=2024', { lang: 'vi', javaScript: false });
  await page.locator('#inputs a').first().click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('c') === 'd1', 'the first dimension');
  await page.locator('#inputs a').first().click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('c') === '1.1', 'its first part');
  assert.ok((await page.locator('.source-documents a').count()) > 0, 'a document');
});

test('the first sheet of paper has the finding and the four cards, in light colours', onlyInChromium('others do not show a page as it is printed'), async () => {
  const { page } = await openPage(LEADER, { lang: 'vi', theme: 'dark' });
  await takenOver(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.showAsPrinted();
  // A4 without its margins, in CSS pixels.
  await page.setViewportSize({ width: 668, height: 986 });
  const sheet = await page.evaluate(() => ({
    cards: document.querySelector('.cards').getBoundingClientRect().bottom + scrollY,
    ground: getComputedStyle(document.documentElement).getPropertyValue('--ground'),
    hue: getComputedStyle(document.querySelector('.card.index-par')).getPropertyValue('--hue'),
    printed: document.documentElement.style.getPropertyValue('--printed'),
    isFolded: [...document.querySelectorAll('.fold table')].some((table) => !table.checkVisibility()),
  }));
  assert.ok(sheet.cards <= 986, `the cards end at ${sheet.cards}`);
  assert.deepEqual([sheet.ground, sheet.hue], ['#fff', '#B84F00']);
  assert.match(sheet.printed, /\/vi\/province\/an-giang · \d/);
  assert.equal(sheet.isFolded, false);
});
