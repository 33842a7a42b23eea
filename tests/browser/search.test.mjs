// The search box and the long lists that are searched by typing.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IS_CHROMIUM, LANGUAGES, axe, openPage, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const options = (page, scope = 'header') => page.locator(`${scope} [role="option"]`);
const names = (page, scope = 'header') => page.locator(`${scope} [role="option"] .list-name`).evaluateAll((all) => all.map(({ textContent }) => textContent));
const groups = (page, scope = 'header') =>
  page.locator(`${scope} [role="listbox"] [role="group"]`).evaluateAll((all) => all.map((group) => group.getAttribute('aria-label')));
const marked = (page) =>
  page.evaluate(() => {
    const id = document.activeElement.getAttribute('aria-activedescendant');
    return id && document.getElementById(id).querySelector('.list-name').textContent;
  });
const isOpen = (page, field = '#find') => page.locator(field).evaluate((element) => element.getAttribute('aria-expanded') === 'true');

/** Types into the search of the header until the list shows what is wanted. */
async function typed(page, text, wanted) {
  await page.locator('#find').fill(text);
  await until(async () => (await names(page)).includes(wanted), `${wanted} in the list`);
}

/** Waits until all that can be found is here. */
async function whole(page) {
  await page.locator('#find[data-searched="whole"]').waitFor({ state: 'attached' });
}

describe('the search box', () => {
  test('offers pins, indices and pages before anything is typed', async () => {
    const visit = await openPage('/data?pin=hau-giang', { lang: 'vi' });
    const { page } = visit;
    await page.keyboard.press('/');
    await until(async () => (await names(page)).length > 0, 'the list');
    assert.deepEqual(await groups(page), ['Tỉnh, thành phố', 'Chỉ số', 'Trang']);
    assert.deepEqual((await names(page)).slice(0, 5), ['Hậu Giang', 'PCI', 'PAPI', 'PAR INDEX', 'SIPAS']);
    assert.equal(await page.locator('header [role="status"]').innerText(), '10 kết quả');
    const nothing = page.locator('header .list-nothing');
    assert.ok(!(await nothing.isVisible()));
    if (IS_CHROMIUM) {
      assert.deepEqual(await axe(visit), []);
    }
    await page.locator('#find').fill('qqq');
    await until(() => nothing.isVisible(), 'word that nothing fits');
  });

  for (const lang of LANGUAGES) {
    test(`${lang}: finds provinces, units of 2025, indices, components and pages by what people type`, async () => {
      const { page } = await openPage('/index/pci', { lang });
      const of = (vi, en) => (lang === 'vi' ? vi : en);
      await page.locator('#find').focus();
      await typed(page, 'VN-HN', of('Hà Nội', 'Hanoi'));
      await typed(page, 'Ha Noi City', of('Hà Nội', 'Hanoi'));
      await typed(page, 'tp hcm', of('TP. Hồ Chí Minh', 'Ho Chi Minh City'));
      await typed(page, 'CAN  THO', of('Cần Thơ (từ 1/7/2025)', 'Can Tho (since 1 July 2025)'));
      assert.match(await options(page).nth(1).innerText(), of(/Cần Thơ, Hậu Giang, Sóc Trăng/, /Can Tho, Hau Giang, Soc Trang/));
      await typed(page, 'par', 'PAR INDEX');
      // Of an index whose figures come only now.
      await typed(page, of('y te cong lap', 'public health'), of('Y tế công lập', 'Public Healthcare'));
      await typed(page, of('giả định', 'scenario'), of('Tính thử điểm và hạng', 'What if: new total and rank'));
    });
  }

  test('what is marked stays marked when more comes to be found', async () => {
    const { page } = await openPage('/data', { lang: 'vi' });
    const letThrough = await page.hold(/\/datasets\/[a-z]+\/indicators/);
    await page.keyboard.press('/');
    await typed(page, 'hau giang', 'Hậu Giang');
    await page.keyboard.press('ArrowDown');
    assert.equal(await marked(page), 'Hậu Giang');
    await letThrough();
    await whole(page);
    assert.equal(await marked(page), 'Hậu Giang');
    assert.ok(await isOpen(page));
  });

  test('is worked by keys alone: the marked line is told, Escape closes, Enter opens', async () => {
    const { page } = await openPage('/data', { lang: 'vi' });
    await page.keyboard.press('/');
    await whole(page);
    await typed(page, 'minh bach', 'Tính minh bạch');
    const all = await names(page);
    await page.keyboard.press('ArrowDown');
    assert.equal(await marked(page), all[0]);
    await page.keyboard.press('ArrowUp');
    assert.equal(await marked(page), all.at(-1));
    await page.keyboard.press('Home');
    assert.equal(await marked(page), all[0]);
    await page.keyboard.press('End');
    assert.equal(await marked(page), all.at(-1));
    await page.keyboard.press('Escape');
    assert.ok(!(await isOpen(page)));
    assert.equal(await page.locator('#find').inputValue(), 'minh bach');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await marked(page), all[1]);
    const address = await options(page).nth(1).getAttribute('href');
    await page.keyboard.press('Enter');
    await untilAddress(page, ({ pathname, search }) => pathname + search === address, address);
    await until(async () => !(await isOpen(page)), 'the list closed');
  });

  test('opens what is named, or the only thing that fits, and shows the rest on a page', async () => {
    const visit = await openPage('/', { lang: 'vi' });
    const { page } = visit;
    await page.locator('#find').focus();
    await typed(page, 'tính minh bạch', 'Tính minh bạch');
    await page.keyboard.press('Enter');
    await untilAddress(page, ({ pathname, search }) => pathname === '/vi/index/pci' && search === '?c=transparency', 'the component');
    await until(async () => /Tính minh bạch/.test(await textOf(page, 'main .kicker')), 'its page');
    await typed(page, 'sóc tr', 'Sóc Trăng');
    await page.keyboard.press('Enter');
    await untilAddress(page, ({ pathname }) => pathname === '/vi/province/soc-trang', 'Sóc Trăng');
    await until(async () => /Sóc Trăng/.test(await page.locator('h1').innerText()), 'its page');
    await typed(page, 'hành chính', 'PAR INDEX');
    await page.keyboard.press('Enter');
    await untilAddress(page, ({ pathname, searchParams }) => pathname === '/vi/search' && searchParams.get('q') === 'hành chính', 'the page of the results');
    await until(async () => /Kết quả cho “hành chính”/.test(await textOf(page)), 'the results');
    assert.ok((await page.locator('main .results a').count()) > 9, 'all of them');
    assert.equal(visit.requests.filter(({ isDocument }) => isDocument).length, 1);
  });

  test('a click on a finding opens it, and one elsewhere closes the list', async () => {
    const { page } = await openPage('/', { lang: 'vi' });
    await page.locator('#find').click();
    await typed(page, 'hau giang', 'Hậu Giang');
    await page.locator('h1').click();
    await until(async () => !(await isOpen(page)), 'the list closed');
    await page.locator('#find').click();
    await options(page).first().waitFor();
    await options(page).first().click();
    await untilAddress(page, ({ pathname }) => pathname === '/vi/province/hau-giang', 'Hậu Giang');
  });

  test('without a script a search that names one thing opens it, and any other has its page', async () => {
    const { page } = await openPage('/', { lang: 'vi', javaScript: false });
    await page.locator('header input[type="search"]').fill('VN-26');
    await page.locator('header form[role="search"] button').click();
    await untilAddress(page, ({ pathname }) => pathname === '/vi/province/thua-thien-hue', 'Huế');
    await page.locator('header input[type="search"]').fill('can tho');
    await page.locator('header form[role="search"] button').click();
    await untilAddress(page, ({ pathname }) => pathname === '/vi/province/can-tho', 'Cần Thơ');
    await page.locator('header input[type="search"]').fill('minh bạch');
    await page.locator('header form[role="search"] button').click();
    await untilAddress(page, ({ pathname }) => pathname === '/vi/search', 'the page of the results');
    assert.match(await textOf(page), /Chỉ số thành phần Tính minh bạch – PCI · 2005–2024/);
  });

  test('its list fits the narrowest telephone', async () => {
    const { page } = await openPage('/', { lang: 'vi', width: 320, height: 640 });
    await page.locator('#find').focus();
    await typed(page, 'thủ tục', 'Thủ tục hành chính công');
    const { list, wide, window } = await page.evaluate(() => ({
      list: document.querySelector('header .list').getBoundingClientRect().toJSON(),
      wide: document.documentElement.scrollWidth,
      window: innerWidth,
    }));
    assert.ok(list.left >= 0 && list.right <= window, `${list.left} to ${list.right}`);
    assert.ok(wide <= window, 'no sideways scroll');
  });
});

describe('a long list of choices', () => {
  const field = (page) => page.locator('#filter-x-field');
  const inList = (page) => names(page, 'main .chooser');

  test('is searched by typing, and sets the form', async () => {
    const visit = await openPage('/scatter', { lang: 'vi' });
    const { page } = visit;
    await field(page).waitFor();
    assert.equal(await field(page).inputValue(), 'Chỉ số tổng hợp (PCI, 2005–2024)');
    await field(page).click();
    await until(async () => (await inList(page)).length > 80, 'the whole list');
    assert.deepEqual(await groups(page, 'main .chooser'), ['PCI', 'PAPI', 'PAR INDEX', 'SIPAS']);
    if (IS_CHROMIUM) {
      assert.deepEqual(await axe(visit), []);
    }
    await field(page).fill('tham nhung');
    await until(async () => (await inList(page)).length < 6, 'a shorter list');
    assert.match((await inList(page)).join(), /^Kiểm soát tham nhũng/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await untilAddress(page, ({ searchParams }) => searchParams.get('x') === 'papi.d4', 'the dimension');
    await until(async () => /Kiểm soát tham nhũng/.test(await textOf(page, '#scatter .kicker')), 'its figure');
    await until(async () => (await page.evaluate(() => document.activeElement.id)) === 'filter-x-field', 'the focus in the field again');
    assert.match(await field(page).inputValue(), /^Kiểm soát tham nhũng .*\(PAPI, 2011–2024\)$/);
    await page.goBack();
    await untilAddress(page, ({ searchParams }) => !searchParams.has('x'), 'the choice before');
    await until(async () => (await field(page).inputValue()) === 'Chỉ số tổng hợp (PCI, 2005–2024)', 'the field of before');
  });

  test('keeps its choice where nothing that fits is taken', async () => {
    const { page } = await openPage('/index/papi', { lang: 'en' });
    const field = page.locator('#filter-c-field');
    await field.waitFor();
    await field.click();
    await field.fill('xyzzy');
    await until(async () => /Nothing matches/.test(await textOf(page, 'main .chooser')), 'words for nothing');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    assert.equal(await field.inputValue(), 'Overall index');
    assert.equal(new URL(page.url()).search, '');
  });

  test('tells by its years what has the same name, with and without a script', async () => {
    const { page } = await openPage('/regions?i=papi', { lang: 'vi', javaScript: false });
    const texts = await page.locator('main select[name="c"] option').evaluateAll((all) => all.map(({ textContent }) => textContent));
    assert.equal(new Set(texts).size, texts.length, texts.join('\n'));
    const all = await openPage('/scatter', { lang: 'en', javaScript: false });
    const axis = await all.page.locator('main select[name="vs"] option').evaluateAll((all) => all.map(({ textContent }) => textContent));
    assert.equal(new Set(axis).size, axis.length);
    assert.ok(axis.includes('— Construction Permits (PAPI, 2011–2020)'), axis.join('\n'));
  });

  for (const width of [1440, 390]) {
    test(`takes the place of the plain list without moving anything, at ${width}`, async () => {
      const place = (page, selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON());
      const { page } = await openPage('/scatter', { lang: 'vi', javaScript: false, width });
      const app = await openPage('/scatter', { lang: 'vi', width });
      await app.page.locator('#filter-x-field').waitFor({ state: 'attached' });
      for (const [plain, live] of [['#filter-x', '#filter-x-field'], ['#filter-r', '#filter-r']]) {
        const [before, after] = [await place(page, plain), await place(app.page, live)];
        for (const side of ['x', 'y', 'width', 'height']) {
          assert.ok(Math.abs(before[side] - after[side]) < 1, `${live}, ${side}: ${before[side]}, then ${after[side]}`);
        }
      }
    });
  }
});
