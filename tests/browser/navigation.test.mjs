// Going from page to page within the site.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, assertFigureDrawn, takenOver, openPage, opensOn, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const documents = (visit) => visit.requests.filter(({ isDocument }) => isDocument).length;

for (const lang of LANGUAGES) {
  test(`${lang}: a link changes the page without loading a new document, from the datasets`, async () => {
    const visit = await openPage('/', { lang });
    const { page } = visit;
    await page.locator(`header a[href="/${lang}/index/papi"]`).click();
    await untilAddress(page, ({ pathname }) => pathname === `/${lang}/index/papi`, 'the page of PAPI');
    await assertFigureDrawn(page, 'figure[data-chart="map"]', { live: true });
    assert.match(await page.locator('h1').innerText(), /PAPI/);
    assert.equal(documents(visit), 1);
    const asked = visit.requests.map(({ url }) => url.pathname);
    assert.ok(asked.includes('/api/v1/datasets/papi'), 'figures come as a dataset');
    assert.ok(!asked.some((path) => /^\/figures\/.*\.json$|^\/api\/v1\/page/.test(path)), 'nothing is made by the server');
  });
}

test('back and forward restore pages with their state', async () => {
  const visit = await openPage('/index/pci?y=2019', { lang: 'vi' });
  const { page } = visit;
  await page.locator('main a[href^="/vi/province/"]').first().click();
  await untilAddress(page, ({ pathname }) => pathname.startsWith('/vi/province/'), 'a province');
  const province = page.url();
  await page.goBack();
  await untilAddress(page, ({ pathname, search }) => pathname === '/vi/index/pci' && search === '?y=2019', 'PCI 2019');
  await until(async () => (await page.locator('main').innerText()).includes('2019'), 'the year 2019');
  await page.goForward();
  await untilAddress(page, ({ href }) => href === province, 'the province again');
  assert.equal(documents(visit), 1);
});

test('switching the language keeps the page and its state', async () => {
  const { page } = await openPage('/province/hau-giang?y=2021', { lang: 'vi' });
  await page.locator('header a[hreflang="en"]').click();
  await untilAddress(
    page,
    ({ pathname, search }) => pathname === '/en/province/hau-giang' && search === '?y=2021',
    'the English page',
  );
  await until(async () => (await page.locator('html').getAttribute('lang')) === 'en', 'the language of the document');
  await until(async () => (await page.locator('main').innerText()).includes('63.80'), 'English numbers');
});

test('the search finds a province without its accents, by keyboard alone', async () => {
  const { page } = await openPage('/', { lang: 'vi' });
  await page.keyboard.press('/');
  await page.keyboard.type('hau giang');
  await page.locator('header [role="option"]', { hasText: 'Hậu Giang' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await untilAddress(page, ({ pathname }) => pathname === '/vi/province/hau-giang', 'Hậu Giang');
});

test('the search works without JavaScript', async () => {
  const { page } = await openPage('/', { lang: 'vi', javaScript: false });
  await page.locator('header input[type="search"]').fill('hue');
  await page.locator('header form[role="search"] button').click();
  await until(
    async () =>
      new URL(page.url()).pathname === '/vi/province/thua-thien-hue' ||
      (await page.locator('main a[href="/vi/province/thua-thien-hue"]').count()) > 0,
    'Huế',
  );
});

test('the first stop of the keyboard leads to the content', async () => {
  const { page } = await openPage('/', { lang: 'vi' });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main');
});

test('the theme is switched by hand and kept over a reload', async () => {
  const { page } = await openPage('/', { lang: 'vi', theme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.locator('[data-theme-toggle]').click();
  await until(async () => (await ground()) !== light, 'a dark ground');
  const dark = await ground();
  await page.reload();
  await takenOver(page);
  assert.equal(await ground(), dark);
});

test('a page left while its figures load leaves no fault behind', async () => {
  const { page } = await openPage('/', { lang: 'vi' });
  for (const index of ['pci', 'papi', 'par', 'sipas']) {
    await page.locator(`header a[href="/vi/index/${index}"]`).click();
  }
  await untilAddress(page, ({ pathname }) => pathname === '/vi/index/sipas', 'the page of SIPAS');
  await until(async () => /SIPAS/.test(await page.locator('h1').innerText()), 'the heading of SIPAS');
});

test('offline the page says so, and is whole again when the network is', async () => {
  const { page } = await openPage('/index/pci', { lang: 'vi', forgives: /request failed|ERR_INTERNET_DISCONNECTED|NetworkError/ });
  await page.setOffline(true);
  await page.locator('header a[href="/vi/index/papi"]').click();
  await until(async () => /kết nối/i.test(await page.locator('main').innerText()), 'words about the connection');
  await page.setOffline(false);
  await until(async () => /PAPI/.test(await page.locator('h1').innerText()), 'the page of PAPI');
});

test('a choice made with the keyboard keeps the focus where it was', async () => {
  const { page } = await openPage('/index/pci', { lang: 'vi' });
  await page.locator('main select[name="y"]').first().focus();
  await page.keyboard.press('ArrowDown');
  const before = (await opensOn('pci')) - 1;
  await untilAddress(page, ({ search }) => search === `?y=${before}`, 'the year before');
  await until(async () => (await page.locator('h1').innerText()).includes(String(before)), 'its page');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('name')), 'y');
});

test('going back leads to the place on the page where the reader was', async () => {
  const { page } = await openPage('/index/pci', { lang: 'vi' });
  await page.locator('#flow').scrollIntoView();
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 300, `scrolled to ${before}`);
  await page.evaluate(() => document.querySelector('footer a[href="/vi/data"]').click());
  await untilAddress(page, ({ pathname }) => pathname === '/vi/data', 'the data page');
  await until(async () => (await page.evaluate(() => scrollY)) === 0, 'the top of the data page');
  await page.goBack();
  await untilAddress(page, ({ pathname }) => pathname === '/vi/index/pci', 'the table again');
  await until(async () => Math.abs((await page.evaluate(() => scrollY)) - before) < 4, `${before} pixels down again`);
});

test('a page on its way says so, and the one before stays until it has come', async () => {
  const { page } = await openPage('/search', { lang: 'vi' });
  const letThrough = await page.hold(/\/api\/v1\/datasets\/pci\?/);
  await page.locator('header a[href="/vi/index/pci"]').click();
  await page.locator('.loading', { hasText: 'Đang tải' }).waitFor();
  assert.equal(await page.locator('main').getAttribute('aria-busy'), 'true');
  assert.match(await page.locator('h1').innerText(), /Tìm/);
  letThrough();
  await until(async () => /PCI/.test(await page.locator('h1').innerText()), 'the page of PCI');
  assert.equal(await page.locator('.loading').innerText(), '');
});
