// Tables answer: every column orders them both ways, pinned provinces stay on top and
// travel, rows that change places are seen to move, and links lead to what was looked at.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IS_CHROMIUM, onlyInChromium, openPage, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const names = (page) => page.locator('#table-league tbody th').allInnerTexts();
const head = (page, column) => page.locator(`#sort-${column}`);

async function untilFirst(page, isWanted, what) {
  let rows;
  await until(async () => {
    rows = await names(page);
    return isWanted(rows);
  }, () => `${what}; the table begins with ${rows.slice(0, 3).join(', ')}`);
}

test('a column orders the table, once more the other way round, and back takes it back', async () => {
  const visit = await openPage('/index/pci?y=2021', { lang: 'vi' });
  const { page } = visit;
  const asked = visit.requests.length;
  const [first] = await names(page);
  await head(page, 'change').click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('sort') === 'change', 'the order');
  await untilFirst(page, (rows) => rows[0] !== first, 'another province first');
  const [rose] = await names(page);
  await head(page, 'change').click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('sort') === '-change', 'the other way round');
  await untilFirst(page, (rows) => rows[0] !== rose, 'who fell most');
  assert.equal(await page.locator('th:has(#sort-change)').getAttribute('aria-sort'), 'ascending');
  assert.match(await page.locator('#table-league tbody tr').first().innerText(), /▼/);
  await page.goBack();
  await untilFirst(page, (rows) => rows[0] === rose, 'who rose most');
  await page.goBack();
  await untilFirst(page, (rows) => rows[0] === first, 'the best');
  const later = visit.requests.slice(asked).map(({ url }) => url.pathname);
  assert.deepEqual(later.filter((path) => !/^\/(assets|api\/v1\/borders)/.test(path)), []);
});

test('every column of the league table has an order, without JavaScript too', async () => {
  const { page } = await openPage('/index/pci?y=2021&tab=table', { lang: 'en', javaScript: false });
  const heads = await page.locator('#table-league thead th').evaluateAll((heads) => heads.map((head) => head.querySelector('a')?.id ?? head.innerText));
  assert.deepEqual(heads.filter((id) => !id.startsWith('sort-')), []);
  await page.locator('#sort-score').click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('sort') === 'score', 'the order');
});

test('a whole table stands on the page: nothing in it scrolls up and down, and its head stays at the top of the window', async () => {
  for (const [path, selector, width] of [
    ['/index/pci?y=2021', '#table-league', 1440],
    ['/index/pci?y=2021', '#table-league', 390],
    ['/declines?i=papi', '#table-declines-papi', 1440],
    ['/declines?i=papi', '#table-declines-papi', 390],
  ]) {
    const { page } = await openPage(path, { lang: 'vi', width });
    const table = page.locator(selector);
    const scrollsByItself = () => table.evaluate((frame) => frame.scrollHeight - frame.clientHeight > 1 && getComputedStyle(frame).overflowY !== 'visible' && getComputedStyle(frame).overflowY !== 'hidden');
    assert.equal(await scrollsByItself(), false, `${path} at ${width} px`);
    const isWide = await table.evaluate((frame) => !frame.hasAttribute('data-fits'));
    assert.equal(isWide, width === 390, `${path} at ${width} px`);
    // Where the table is wider than its frame the head goes along by a scroll timeline, which Firefox does not have yet.
    if (isWide && !IS_CHROMIUM) continue;
    const place = () => table.evaluate((frame) => {
      const top = (css) => frame.querySelector(css).getBoundingClientRect().top;
      return { head: top('thead th'), row: top('tbody tr:nth-child(20)') };
    });
    await table.evaluate((frame) => frame.querySelector('tbody tr:nth-child(20)').scrollIntoView({ block: 'center' }));
    let found;
    await until(async () => Math.abs((found = await place()).head) <= 2, () => `the head at the top: ${JSON.stringify(found)}, ${path} at ${width} px`);
    assert.ok(found.row > 100, `the row in the middle: ${JSON.stringify(found)}`);
  }
});

test('a pinned province stays on top in every order and goes along to other pages', async () => {
  const { page } = await openPage('/index/pci?y=2021', { lang: 'vi' });
  await page.locator('#filter-p').selectOption('hau-giang');
  await untilAddress(page, ({ searchParams }) => searchParams.get('pin') === 'hau-giang', 'the pin');
  await untilFirst(page, (rows) => rows[0] === 'Hậu Giang', 'the pinned province first');
  await head(page, 'name').click();
  await untilFirst(page, (rows) => rows[0] === 'Hậu Giang' && rows[1] === 'An Giang', 'the others by name');
  await page.locator('a.nav-index.index-papi').click();
  await untilAddress(page, ({ pathname, searchParams }) => pathname === '/vi/index/papi' && searchParams.get('pin') === 'hau-giang', 'PAPI with the pin');
  await untilFirst(page, (rows) => rows[0] === 'Hậu Giang', 'the pinned province first');
  await page.locator('#picked-hau-giang').click();
  await untilAddress(page, ({ searchParams }) => !searchParams.has('pin'), 'no pin');
  await page.locator('a.nav-index.index-pci').click();
  await untilAddress(page, ({ pathname, searchParams }) => pathname === '/vi/index/pci' && !searchParams.has('pin'), 'PCI without pin');
});

const motion = onlyInChromium('Firefox is told of reduced motion when it starts, for all pages');

test('rows that change places are seen to move, unless the reader wants calm', motion, async () => {
  for (const [wish, moves] of [['no-preference', true], ['reduce', false]]) {
    const { page } = await openPage('/index/pci?y=2021', { lang: 'vi' });
    await page.tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: wish }]);
    await page.locator('#table-league').evaluate((table) => {
      window.movedRows = 0;
      const look = () => {
        const moving = table.getAnimations({ subtree: true }).filter(({ effect }) => effect.target.localName === 'tr');
        window.movedRows = Math.max(window.movedRows, moving.length);
        requestAnimationFrame(look);
      };
      look();
    });
    // Only rows that are in sight before and after move: the more of them, the surer.
    await page.locator('#table-league').evaluate((table) => table.scrollIntoView());
    await head(page, 'name').click();
    await untilFirst(page, (rows) => rows[0] === 'An Giang', 'the order by name');
    // Two frames: one that lays the table out, one that begins to move.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal((await page.evaluate(() => window.movedRows)) > 0, moves, wish);
  }
});

test('six are pinned at most', async () => {
  const pins = 'hau-giang~can-tho~an-giang~ca-mau~ben-tre~long-an';
  const { page } = await openPage(`/index/pci?pin=${pins}`, { lang: 'vi' });
  assert.deepEqual(await page.locator('#filter-p option').allInnerTexts(), ['Đã đủ 6 tỉnh: hãy bỏ bớt một tỉnh']);
});

test('a province opens on the index and year of the table, and a comparison takes it along', async () => {
  const { page } = await openPage('/index/papi?y=2023', { lang: 'vi' });
  await page.locator('#table-league tbody th a').first().click();
  await untilAddress(page, ({ pathname, search }) => pathname.startsWith('/vi/province/') && search === '?i=papi&y=2023', 'PAPI 2023');
  const province = new URL(page.url()).pathname.split('/').at(-1);
  await page.locator('.site-nav a[href^="/vi/compare"]').click();
  await untilAddress(page, ({ pathname, searchParams }) => pathname === '/vi/compare' && searchParams.get('p') === province && searchParams.get('i') === 'papi', 'the comparison');
});

test('classes of the map that are fixed mean the same scores in every year', async () => {
  const { page } = await openPage('/index/pci?y=2012', { lang: 'vi' });
  await page.locator('#classes-fixed').click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('classes') === 'fixed', 'fixed classes');
  const legend = () => page.locator('#league .figure-live svg text').evaluateAll((texts) => texts.map(({ textContent }) => /^([\d,]+–[\d,]+) \(\d+\)$/.exec(textContent)?.[1]).filter(Boolean));
  await until(async () => (await legend()).length === 5, 'the classes');
  const before = await legend();
  await page.locator('#timeline-year').focus();
  await page.keyboard.press('ArrowRight');
  await until(async () => /2013/.test(await textOf(page, '#league .kicker')), '2013');
  assert.deepEqual(await legend(), before);
  assert.match(await textOf(page, '#league figcaption .notes'), /Mốc màu cố định cho mọi năm 2005–2024/);
});
