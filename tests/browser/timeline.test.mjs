// The timeline: dragged, stepped, played. What it moves belongs together at every step,
// and nothing is asked of the network.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const RANGE = '#timeline-year';

/** The years that heading, kicker, finding and handle say. */
function yearsSaid(page) {
  return page.evaluate(() => {
    const text = (css) => document.querySelector(css).textContent;
    const year = (words) => Number(/\b(20\d\d)\b/.exec(words)[1]);
    return {
      heading: year(text('h1')),
      kicker: year(text('#league .kicker')),
      finding: year(text('#league .finding')),
      handle: year(text('#league .timeline-year')),
      field: Number(document.querySelector('#timeline-year').value),
    };
  });
}

async function untilYear(page, year) {
  let said;
  await until(async () => {
    said = await yearsSaid(page);
    return Object.values(said).every((value) => value === year);
  }, () => `${year} everywhere; it says ${JSON.stringify(said)}`);
}

const firstRow = (page) => page.locator('#league tbody tr').first().innerText();
const entries = (page) => page.evaluate(() => history.length);

test('a key steps heading, map, table and address together, without a request or an entry of the history', async () => {
  const visit = await openPage('/index/pci?y=2019', { lang: 'vi' });
  const { page } = visit;
  const [asked, before, row] = [visit.requests.length, await entries(page), await firstRow(page)];
  await page.locator(RANGE).focus();
  await page.keyboard.press('ArrowRight');
  await untilYear(page, 2020);
  await untilAddress(page, ({ searchParams }) => searchParams.get('y') === '2020', '2020 in the address');
  assert.notEqual(await firstRow(page), row);
  await page.keyboard.press('Home');
  await untilYear(page, 2005);
  await page.keyboard.press('End');
  await untilYear(page, 2024);
  assert.equal(await entries(page), before);
  const later = visit.requests.slice(asked).map(({ url }) => url.pathname);
  assert.deepEqual(later.filter((path) => !path.startsWith('/assets/') && !path.startsWith('/api/v1/borders')), []);
});

test('a year without figures is stepped over in the direction of the step', async () => {
  const { page } = await openPage('/index/sipas?y=2015', { lang: 'en' });
  await page.locator(RANGE).focus();
  await page.keyboard.press('ArrowRight');
  await untilYear(page, 2017);
  await page.keyboard.press('ArrowLeft');
  await untilYear(page, 2015);
});

test('what is shown follows the handle while it is dragged, and the address when it is let go', async () => {
  const { page } = await openPage('/index/pci?y=2019', { lang: 'vi' });
  const { mouse } = page.tab;
  await page.locator(RANGE).scrollIntoView();
  const { x, y, width, height } = await page.locator(RANGE).boundingBox();
  const at = (year) => x + 10 + ((width - 20) * (year - 2005)) / (2024 - 2005);
  await mouse.move(at(2019), y + height / 2);
  await mouse.down();
  await mouse.move(at(2016), y + height / 2, { steps: 4 });
  await untilYear(page, 2016);
  assert.equal(new URL(page.url()).searchParams.get('y'), '2019');
  await mouse.move(at(2014), y + height / 2, { steps: 4 });
  await untilYear(page, 2014);
  await mouse.up();
  await untilAddress(page, ({ searchParams }) => searchParams.get('y') === '2014', '2014 in the address');
});

test('the handle can be grabbed on a year that does not compare with the one before, too', async () => {
  for (const year of [2013, 2019, 2022]) {
    const { page } = await openPage(`/index/pci?y=${year}`, { lang: 'vi' });
    const hit = await page.locator('#league .timeline-track').evaluate((track) => {
      track.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = track.querySelector('input[type="range"]').getBoundingClientRect();
      const sign = track.querySelector('.is-shown').getBoundingClientRect();
      return document.elementFromPoint(sign.left + sign.width / 2, range.top + range.height / 2).id;
    });
    assert.equal(hit, 'timeline-year', String(year));
  }
});

test('the years are played from the first, and stay where they are stopped', async () => {
  const { page } = await openPage('/index/pci?y=2024', { lang: 'vi' });
  const play = page.locator('#timeline-play');
  assert.equal(await play.getAttribute('aria-label'), 'Chạy qua các năm');
  await play.click();
  await until(async () => (await play.getAttribute('aria-label')) === 'Dừng', 'the years to be played');
  await untilYear(page, 2006);
  await untilYear(page, 2007);
  await page.locator(RANGE).focus();
  await page.keyboard.press(' ');
  await until(async () => (await play.getAttribute('aria-label')) === 'Chạy qua các năm', 'the years to stop');
  const { field } = await yearsSaid(page);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal((await yearsSaid(page)).field, field);
});

test('whoever goes elsewhere while the years are played is not led back', async () => {
  const { page } = await openPage('/index/pci?y=2010', { lang: 'vi' });
  await page.locator('#timeline-play').click();
  await page.locator('main select[name="c"]').first().selectOption('transparency');
  await untilAddress(page, ({ searchParams }) => searchParams.get('c') === 'transparency', 'the component');
  const address = page.url();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal(page.url(), address);
});

test('a year that does not compare with the one before is said', async () => {
  const { page } = await openPage('/index/pci?y=2012', { lang: 'vi' });
  assert.equal(await textOf(page, '#league .timeline-note'), '');
  await page.locator(RANGE).focus();
  await page.keyboard.press('ArrowRight');
  await until(async () => /2013: không so sánh được với 2012/.test(await textOf(page, '#league .timeline-note')), 'the break');
});

test('the handle stays where it is on the screen while it is stepped through the years', async () => {
  for (const width of [1440, 390]) {
    const { page } = await openPage('/index/papi?y=2015', { lang: 'vi', width });
    await page.locator('#league').evaluate((figure) => figure.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await page.locator(RANGE).focus();
    const { y: before } = await page.locator(RANGE).boundingBox();
    for (const year of [2016, 2017, 2018, 2019, 2020]) {
      await page.keyboard.press('ArrowRight');
      await untilYear(page, year);
      const { y } = await page.locator(RANGE).boundingBox();
      // Browsers scroll by whole pixels, what is laid out stands between them.
      assert.ok(Math.abs(y - before) < 2, `${width} px, ${year}: ${before} → ${y}`);
    }
  }
});

test('without JavaScript the years before and after are links', async () => {
  const { page } = await openPage('/index/pci?y=2019', { lang: 'vi', javaScript: false });
  await page.locator('#timeline-earlier').click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('y') === '2018', 'the year before');
  await until(async () => /2018/.test(await textOf(page, 'h1')), 'its page');
  assert.equal(await page.locator(RANGE).isVisible(), false);
});
