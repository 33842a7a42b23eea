// Charts answer the pointer wherever it is, and what is pointed at is marked on the whole page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFigureDrawn, onlyInChromium, openPage, textOf, until, useBrowser } from './harness.mjs';

useBrowser();

/** Points that are looked at in each chart. */
const POINTS = 40;
const LEAST = 0.95;

/** The same points in every run: a generator of Park and Miller. */
function* places() {
  let seed = 20_231;
  for (;;) {
    seed = (seed * 48_271) % 2_147_483_647;
    yield seed / 2_147_483_647;
  }
}

const tipOf = (page, figure) => page.locator(`${figure} .figure-tip`).evaluate((tip) => (tip.hidden ? '' : tip.innerText.trim()));

/** The middle of the room of a figure, with its size, once the chart is drawn and rests in the window. */
async function room(page, figure) {
  await assertFigureDrawn(page, figure, { live: true });
  return page.locator(`${figure} .figure-live svg`).boundingBox();
}

async function pointAt(page, x, y) {
  await page.tab.mouse.move(x, y);
}

const of = (chart) => `figure[data-chart="${chart}"]`;

const CHARTS = [
  { path: '/compare?i=pci&p=hau-giang~can-tho~da-nang', figure: of('line'), name: 'lines' },
  { path: '/index/pci', figure: of('bump'), name: 'the flow of ranks' },
  { path: '/scatter?x=pci.transparency&vs=papi.d4&y=2019', figure: of('scatter'), name: 'a scatter' },
  { path: '/compare?i=pci&y=2021&p=hau-giang~can-tho', figure: of('comparison'), name: 'a comparison' },
];

for (const { path, figure, name } of CHARTS) {
  test(`${name}: the pointer gets an answer nearly everywhere in the plot`, async () => {
    const { page } = await openPage(path, { lang: 'vi', width: 1000, javaScript: true });
    const { x, y, width, height } = await room(page, figure);
    const place = places();
    let answered = 0;
    for (let point = 0; point < POINTS; point += 1) {
      // The middle of the figure: its plot without names at the edges, legend and years.
      await pointAt(page, x + width * (0.15 + 0.65 * place.next().value), y + height * (0.2 + 0.6 * place.next().value));
      answered += (await tipOf(page, figure)) === '' ? 0 : 1;
    }
    assert.ok(answered >= POINTS * LEAST, `${answered} of ${POINTS} points answered`);
  });
}

test('lines tell all values of the year under the pointer, the nearest first', async () => {
  const { page } = await openPage('/compare?i=pci&p=hau-giang~can-tho~da-nang', { lang: 'vi', width: 1000, javaScript: true });
  const figure = of('line');
  const { x, y, width, height } = await room(page, figure);
  const told = async (at) => {
    await pointAt(page, x + width / 2, y + height * at);
    return page.locator(`${figure} .figure-tip`).evaluate((tip) => ({
      column: tip.querySelector('.tip-column')?.textContent,
      names: [...tip.querySelectorAll('td:first-child')].map((name) => name.textContent.trim()),
      ranks: [...tip.querySelectorAll('td:last-child')].map((rank) => rank.textContent),
    }));
  };
  const [above, below] = [await told(0.3), await told(0.8)];
  assert.match(above.column, /^20\d\d/);
  assert.deepEqual([...above.names].sort(), ['Cần Thơ', 'Hậu Giang', 'trung vị cả nước', 'Đà Nẵng']);
  assert.equal(above.names[0], 'Đà Nẵng', 'Đà Nẵng leads the three');
  assert.notEqual(below.names[0], above.names[0]);
  assert.ok(above.ranks.some((rank) => /^\d+\/\d+$/.test(rank)), above.ranks.join());
});

test('a province that is pointed at is marked in map and table alike', async () => {
  const { page } = await openPage('/index/pci?y=2021', { lang: 'vi', width: 1440, javaScript: true });
  await assertFigureDrawn(page, '#league', { live: true });
  const outlined = () => page.locator('#league .figure-live svg path').evaluateAll((paths) => paths.filter((path) => path.getAttribute('stroke-width') === '1.6').length);
  assert.equal(await outlined(), 0);
  const row = page.locator('#league tr[data-key="quang-ninh"]');
  const { x, y, width, height } = await row.boundingBox();
  await pointAt(page, x + width / 2, y + height / 2);
  await until(outlined, 'Quảng Ninh outlined on the map');
  await until(async () => (await page.locator('tr.is-pointed').count()) > 0, 'its rows');
  // And the reverse: from the middle of the map to the rows.
  const map = await page.locator('#league .figure-live svg').boundingBox();
  await until(async () => {
    for (let step = 0; step < 20; step += 1) {
      await pointAt(page, map.x + map.width * 0.3, map.y + map.height * (0.2 + step * 0.03));
      if (await tipOf(page, '#league')) {
        return true;
      }
    }
    return false;
  }, 'a province under the pointer');
  const said = await tipOf(page, '#league');
  const name = await page.locator('#league tr.is-pointed').first().evaluate((row) => row.querySelector('th').innerText.trim());
  assert.ok(said.startsWith(name), `${said} is about ${name}`);
});

test('the legend takes a series out of the plot and out of the answers', async () => {
  const { page } = await openPage('/compare?i=pci&p=hau-giang~can-tho~da-nang', { lang: 'vi', width: 1000, javaScript: true });
  const figure = of('line');
  const { x, y, width, height } = await room(page, figure);
  const median = await page.locator(`${figure} .figure-live svg text`).evaluateAll((texts) => {
    const { x, y, width, height } = texts.find((text) => text.textContent === 'trung vị cả nước').getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.tab.mouse.click(median.x, median.y);
  await pointAt(page, x + width / 2, y + height / 2);
  const tip = await until(() => tipOf(page, figure), 'the values of the year');
  assert.ok(!tip.includes('trung vị'), tip);
});

test('a finger shows what a mark says first, and opens the province second', async () => {
  const { page } = await openPage('/index/pci?y=2021', { lang: 'vi', width: 390, javaScript: true });
  await assertFigureDrawn(page, '#league', { live: true });
  const map = await page.locator('#league .figure-live svg').boundingBox();
  // The north of the mainland is land from edge to edge.
  const at = [map.x + map.width * 0.22, map.y + map.height * 0.14];
  await page.tab.touchscreen.tap(...at);
  const said = await until(() => tipOf(page, '#league'), 'what the province says');
  assert.match(said, /điểm.*Chạm lần nữa để mở trang tỉnh/s);
  assert.match(page.url(), /\/vi\/index\/pci/, 'still on the page of the index');
  await page.tab.touchscreen.tap(...at);
  await until(() => /\/vi\/province\//.test(page.url()), 'the page of the province');
});

test('points are seen to go to their places of another year, unless the reader wants calm', onlyInChromium('Firefox is told of reduced motion when it starts, for all pages'), async () => {
  const figure = of('distribution');
  for (const [wish, isSeen] of [['no-preference', true], ['reduce', false]]) {
    const { page } = await openPage('/index/papi?y=2022', { lang: 'vi', width: 1440, javaScript: true });
    await page.tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: wish }]);
    await page.locator(figure).scrollIntoView();
    await assertFigureDrawn(page, figure, { live: true });
    const places = await page.evaluate((figure) => new Promise((resolve) => {
      const svg = document.querySelector(`${figure} .figure-live svg`);
      const seen = new Set();
      const look = (frame) => {
        seen.add([...svg.querySelectorAll('path[transform]')].map((path) => path.getAttribute('transform')).join());
        frame < 90 ? requestAnimationFrame(() => look(frame + 1)) : resolve(seen.size);
      };
      look(0);
      document.getElementById('timeline-distribution-later').click();
    }), figure);
    assert.equal(places > 2, isSeen, `${places} pictures with ${wish}`);
  }
});

test('a name in a chart pins its province, and lets it go', async () => {
  const { page } = await openPage('/index/pci?y=2021&pin=hau-giang~da-nang', { lang: 'vi', width: 1000, javaScript: true });
  const figure = of('bump');
  await page.locator(`${figure} .figure-live`).evaluate((live) => live.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await assertFigureDrawn(page, figure, { live: true });
  const at = await page.locator(`${figure} .figure-live svg text`).evaluateAll((texts) => {
    const { x, y, width, height } = texts.find((text) => text.textContent === 'Đà Nẵng').getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  await pointAt(page, ...at);
  await until(async () => /bỏ ghim/.test(await tipOf(page, figure)), 'what a click does');
  await page.tab.mouse.click(...at);
  await until(() => /pin=hau-giang$/.test(page.url()), 'Đà Nẵng let go');
  const names = () => page.locator(`${figure} .figure-live svg text`).evaluateAll((texts) => texts.map((text) => text.textContent));
  await until(async () => !(await names()).includes('Đà Nẵng'), 'the chart of the new state');
  // And by the keyboard: the first mark is one of the first province.
  await page.locator(`${figure} .figure-live`).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('p');
  await until(() => /pin=hau-giang~/.test(page.url()), 'another one pinned');
});

test('the map of the first page moves through the years with the ends of its table', async () => {
  const { page } = await openPage('/', { lang: 'vi', width: 1440, javaScript: true });
  await assertFigureDrawn(page, '#map', { live: true });
  const heading = await textOf(page, '#map .finding');
  const best = () => page.locator('#map .ends tbody tr').first().innerText();
  const before = await best();
  await page.locator('#timeline-earlier').click();
  await until(async () => (await textOf(page, '#map .finding')) !== heading, 'another year');
  assert.match(page.url(), /[?&]y=20\d\d/);
  assert.notEqual(await best(), before);
  assert.equal(await page.locator('.overview-moves .card').count(), 4);
  assert.match(await textOf(page, '.overview-moves'), /tăng \d+ bậc/);
});
