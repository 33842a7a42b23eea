// The site without a network, with a newer version on the server, and on a device that saves data.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { LANGUAGES, PAGES, assertFigureDrawn, openPage, takenOver, textOf, until, untilAddress, useBrowser } from './harness.mjs';
import { Line } from './line.mjs';

useBrowser();

/** What browsers say while the network is away: of chunks that do not come, and of the question whether it is back. */
const AWAY = /ERR_CONNECTION_REFUSED|NS_ERROR_CONNECTION_REFUSED|service-worker\.js|NetworkError|Failed to fetch|JSHandle@error/;

const LINE = { vi: /Đang ngoại tuyến/, en: /You are offline/ };
const FAILED = /Không kết nối được|cannot be reached|chưa về|not arrived/;

const lines = [];
after(() => Promise.all(lines.map((line) => line.cut())));

/** A page at the end of a line of its own. */
async function openOverLine(path, options) {
  const line = await Line.lay();
  lines.push(line);
  const visit = await openPage(path, { worker: true, origin: line.origin, forgives: AWAY, ...options });
  return { ...visit, line };
}

const mark = (page, name) => page.locator('html').getAttribute(`data-${name}`);

async function untilKept(page) {
  await page.locator('html[data-offline="ready"]').waitFor({ state: 'attached' });
}

/** Follows a link within the site to an address that the page may have no link to. */
async function follow(page, address) {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.querySelector('main').append(link);
    link.click();
    link.remove();
  }, address);
}

async function assertShown(page, { charts }, what) {
  assert.equal(await page.locator('h1').count(), 1, what);
  assert.equal(await page.locator('.page-missing').count(), 0, `${what}: ${await textOf(page)}`);
  for (const chart of charts) {
    await assertFigureDrawn(page, `figure[data-chart="${chart}"]`, { live: true });
  }
}

/** Moves every control of a page, each from the state that the page was opened in. */
async function moveControls(page, address) {
  const controls = await page.evaluate(() =>
    [...document.querySelectorAll('main select, main input[type="range"], main input[type="checkbox"]')]
      .filter((control) => control.name && !control.closest('.visually-hidden'))
      .map(({ id, name, localName, type }) => ({ id, name, isSelect: localName === 'select', type })),
  );
  for (const { id, name, isSelect, type } of controls) {
    const control = id ? `main [id="${id}"]` : `main [name="${name}"]`;
    await page.locator(control).first().evaluate(
      (element, { isSelect, type }) => {
        if (isSelect) element.selectedIndex = (element.selectedIndex + 1) % element.options.length;
        else if (type === 'checkbox') element.checked = !element.checked;
        else element.stepUp();
        element.dispatchEvent(new Event('input', { bubbles: true }));
        element.dispatchEvent(new Event('change', { bubbles: true }));
      },
      { isSelect, type },
    );
    await settled(page);
    assert.doesNotMatch(await textOf(page), FAILED, `${name} of ${address}`);
    if (page.url().endsWith(address)) continue;
    await follow(page, address);
    await untilAddress(page, ({ href }) => href.endsWith(address), `${address} again`);
    await settled(page);
  }
  return controls.length;
}

/** Waits until what was asked for is shown. */
async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await page.locator('main[aria-busy="false"] h1').waitFor();
}

for (const lang of LANGUAGES) {
  describe(`${lang}: when everything is kept and the network is cut`, () => {
    test('every page is reached by links, and every control answers', async () => {
      const { page, line } = await openOverLine('/methods/sipas', { lang });
      await untilKept(page);
      await line.cut();
      let moved = 0;
      for (const entry of PAGES) {
        const address = `/${lang}${entry.path}`;
        await follow(page, address);
        await untilAddress(page, ({ pathname, search }) => pathname + search === address, address);
        await settled(page);
        await assertShown(page, entry, address);
        moved += await moveControls(page, address);
      }
      assert.ok(moved >= 40, `${moved} controls`);
    });

    test('every page is there as a document, and by a reload', async () => {
      const { page, line } = await openOverLine('/index/pci', { lang });
      await untilKept(page);
      await line.cut();
      for (const entry of PAGES) {
        const address = `/${lang}${entry.path}`;
        await page.tab.goto(`${line.origin}${address}`, { waitUntil: 'load' });
        await takenOver(page);
        await assertShown(page, entry, address);
        assert.equal(await mark(page, 'offline'), 'ready');
        assert.equal(await page.locator('html').getAttribute('lang'), lang);
      }
      await page.reload();
      await takenOver(page);
      await assertShown(page, PAGES.at(-1), 'a reload');
      await until(async () => LINE[lang].test(await textOf(page, '.connection')), 'the line');
      await page.tab.goto(`${line.origin}/${lang}/no-such-page`, { waitUntil: 'load' });
      await takenOver(page);
      assert.equal(await page.locator('.page-missing').count(), 1, 'a wrong address is still one');
    });
  });

  test(`${lang}: a line says that the network is away, and goes when it is back; nothing is reloaded`, async () => {
    const { page, line, requests } = await openOverLine('/index/pci', { lang });
    await untilKept(page);
    assert.equal(await page.locator('.connection-away').isVisible(), false);
    await line.cut();
    // Nothing was asked yet: a file is what a reader notices it by.
    await page.tab.goto(`${line.origin}/${lang}/index/papi`, { waitUntil: 'load' });
    await takenOver(page);
    await until(() => page.locator('.connection-away').isVisible(), 'the line');
    assert.match(await textOf(page, '.connection'), LINE[lang]);
    await page.locator('#files-league summary').click();
    await page.locator('main a[href^="/api/"][download]').first().click();
    await until(() => page.locator('.connection-file').isVisible(), 'that files need the network');
    await line.mend();
    await until(async () => !(await page.locator('.connection-away').isVisible()), 'that the line goes');
    const documents = requests.filter(({ isDocument }) => isDocument).length;
    await page.locator(`header a[href="/${lang}/index/sipas"]`).click();
    await until(async () => /SIPAS/.test(await page.locator('h1').innerText()), 'the page of SIPAS');
    assert.equal(requests.filter(({ isDocument }) => isDocument).length, documents);
  });

  test(`${lang}: what needs the network says so where the browser asks for it by itself`, async () => {
    // A browser looks for an icon of a picture that it shows, which the policy of pictures refuses.
    const { page, line } = await openOverLine('/data', { lang, forgives: new RegExp(`${AWAY.source}|favicon`) });
    await untilKept(page);
    await line.cut();
    for (const address of ['/api/docs/', '/api/v1/rankings.csv?index=pci', '/figures/map.svg?index=pci']) {
      await page.tab.goto(`${line.origin}/${lang}/data`, { waitUntil: 'load' });
      await takenOver(page);
      await page.evaluate((href) => {
        location.href = href;
      }, address);
      await until(async () => LINE[lang].test(await textOf(page, 'h1')), address);
      assert.equal(await mark(page, 'app'), null, 'there is no page to take over');
    }
    await line.mend();
    await page.locator('main a[href=""]').click();
    await until(async () => !LINE[lang].test(await page.evaluate(() => document.body?.innerText ?? '')), 'what was asked for');
  });
}

test('the root leads to a language without a network, too', async () => {
  const { page, line } = await openOverLine('/', { lang: 'vi' });
  await untilKept(page);
  await line.cut();
  await page.tab.goto(`${line.origin}/`, { waitUntil: 'load' });
  await takenOver(page);
  assert.match(new URL(page.url()).pathname, /^\/(vi|en)\/$/);
});

test('what was kept is ready at once at the next visit', async () => {
  const { page } = await openOverLine('/data', { lang: 'vi' });
  assert.equal(await mark(page, 'offline'), null, 'reading comes first');
  await untilKept(page);
  await page.reload();
  await untilKept(page);
  await takenOver(page);
});

test('a document that takes long is not waited for where the app can make the page', async () => {
  const { page, line } = await openOverLine('/index/pci', { lang: 'vi' });
  await untilKept(page);
  line.delay = { address: /^\/vi\/index\/par/, milliseconds: 20_000 };
  await page.tab.goto(`${line.origin}/vi/index/par`, { waitUntil: 'load' });
  await takenOver(page);
  assert.match(await textOf(page, 'h1'), /PAR/);
  assert.equal(await page.locator('.connection-away').isVisible(), false, 'slow is not away');
});

test('a network that is lost before everything is kept takes nothing off the screen', async () => {
  const { page, line } = await openOverLine('/index/pci', { lang: 'vi' });
  await line.cut();
  await page.locator('header a[href="/vi/declines"]').click();
  await until(async () => /Không kết nối được/.test(await textOf(page)), 'words about the connection');
  await until(() => page.locator('.connection-partly').isVisible(), 'the line');
  await line.mend();
  await until(async () => (await page.locator('.page-missing').count()) === 0, 'the page that was asked for');
  assert.equal(await page.locator('html').getAttribute('data-network'), null);
});

test('a page of an older build keeps its parts; the newer one is announced and taken at the next load', async () => {
  const { page, line, requests } = await openOverLine('/index/pci', { lang: 'vi' });
  await untilKept(page);
  const old = await mark(page, 'build');
  const newer = old.replace(/./g, '0');
  const folder = (await mark(page, 'script')).match(/site-[0-9a-f]+/)[0];
  line.rename([
    [old, newer],
    [folder, folder.replace(/[0-9a-f]{10}$/, '0000000000')],
  ]);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => undefined));
  await until(() => page.locator('.connection-version').isVisible(), 'the line about the newer version');
  // The chunk of this page was not loaded yet, and the server has another one by now.
  await page.locator('header a[href="/vi/declines"]').click();
  await page.locator('main .declines-part').waitFor();
  assert.equal(requests.filter(({ isDocument }) => isDocument).length, 1);
  assert.equal(await mark(page, 'build'), old);

  await page.locator('.connection-version a').click();
  await until(async () => (await mark(page, 'build')) === newer, 'the newer build');
  await takenOver(page);
  assert.equal(await page.locator('.connection-version').isVisible(), false);
  await untilKept(page);
  const caches = () => page.evaluate(() => caches.keys());
  await until(async () => (await caches()).join() === `vithe-${newer}`, 'that only the newer build is kept');
  await line.cut();
  await page.reload();
  await takenOver(page);
  assert.equal(await mark(page, 'build'), newer);
});

describe('on a device that saves data', () => {
  const SAVES = () => Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }), configurable: true });
  const loaded = ({ requests }) => requests.map(({ url }) => url.pathname).filter((path) => /\.wasm$|echarts|\/site\.js$|datasets|service-worker/.test(path));

  for (const lang of LANGUAGES) {
    test(`${lang}: nothing is loaded beyond the document until the reader wants it`, async () => {
      const visit = await openPage('/index/pci', { lang, worker: true, before: SAVES, app: false });
      const { page } = visit;
      await assertFigureDrawn(page, 'figure[data-chart="map"]');
      assert.ok(await page.locator('.saving').isVisible(), 'the line');
      await page.locator('main select[name="y"]').first().selectOption('2019');
      await page.locator('main .filter-form button').first().click();
      await untilAddress(page, ({ searchParams }) => searchParams.get('y') === '2019', 'the year, by the form');
      await page.locator(`header a[href="/${lang}/index/papi"]`).click();
      await until(async () => /PAPI/.test(await textOf(page, 'h1')), 'the page of PAPI, by a link');
      assert.deepEqual(loaded(visit), []);

      await page.locator('.saving a').click();
      await takenOver(page);
      assert.equal(await page.locator('.saving').isVisible(), false);
      assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found === undefined)), true);
      await page.reload();
      await takenOver(page);
    });

    test(`${lang}: a page of a frozen version, which has no app, offers none`, async () => {
      const visit = await openPage('/index/pci?y=2023&v=1.1.0', { lang, before: SAVES, app: false });
      const { page } = visit;
      assert.equal(await page.locator('#frozen').count(), 1);
      assert.equal(await page.locator('.saving').isVisible(), false);
      assert.deepEqual(loaded(visit), []);
      // The present version has one to offer.
      await page.locator('#frozen a').click();
      await page.locator('.saving').waitFor();
    });
  }
});
