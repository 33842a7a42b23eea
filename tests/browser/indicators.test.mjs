// A component of a province and the indicators below it: what a planner looks for.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IS_CHROMIUM, LANGUAGES, axe, openPage, takenOver, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const text = (page, selector) => page.locator(selector).first().innerText();
const count = (page, selector) => page.locator(selector).count();

describe('indicators', () => {
  for (const javaScript of [true, false]) {
    test(`from a province to what stands out in its weakest component, ${javaScript ? 'in the tab' : 'without scripts'}`, async () => {
      const { page } = await openPage('/province/hau-giang?i=pci&y=2023', { lang: 'vi', javaScript });
      if (javaScript) await takenOver(page);
      await page.locator('#strengths section').nth(1).locator('a', { hasText: 'Đào tạo lao động' }).click();
      await untilAddress(page, ({ search }) => search.includes('c=labor'), 'the component');
      await until(async () => (await count(page, '#indicators')) === 1, 'its indicators');
      assert.match(await text(page, 'h1'), /Hậu Giang Đào tạo lao động · PCI 2023/);
      const bad = page.locator('#indicators .standout-list').first().locator('li');
      assert.equal(await bad.count(), 3);
      assert.match(await bad.first().innerText(), /33,8\s%, hạng 58\/63/);
      assert.equal(await count(page, '#table-indicators tbody tr'), 11);
      await bad.first().locator('a').click();
      await untilAddress(page, ({ pathname, search }) => pathname === '/vi/index/pci' && search.includes('c=labor.09'), 'the indicator');
      await until(async () => (await count(page, '#table-league tbody tr')) === 63, 'its table');
      assert.match(await text(page, '#table-league tbody tr.is-highlighted'), /Hậu Giang/);
    });
  }

  test('the app asks for the indicators once, and only on pages that tell of them', async () => {
    const visit = await openPage('/index/pci?y=2023', { lang: 'vi' });
    const { page } = visit;
    const asked = () => visit.requests.filter(({ url }) => String(url).includes('/datasets/pci/indicators')).length;
    await takenOver(page);
    assert.equal(asked(), 0, 'a league table tells of none');
    await page.locator('#table-league a', { hasText: 'Hậu Giang' }).first().click();
    await untilAddress(page, ({ pathname }) => pathname === '/vi/province/hau-giang', 'the province');
    await until(async () => /kém trung vị|Nổi bật về phía kém/.test(await text(page, '.narrative')), 'what stands out');
    await page.locator('#table-pci a', { hasText: 'Tính minh bạch' }).first().click();
    await untilAddress(page, ({ search }) => search.includes('c=transparency'), 'the component');
    await until(async () => (await count(page, '#table-indicators tbody tr')) === 17, '17 indicators');
    assert.equal(asked(), 1);
    await page.locator('.inline-list a').first().click();
    await untilAddress(page, ({ pathname, search }) => pathname === '/vi/province/hau-giang' && !search.includes('c='), 'the province again');
    await page.locator('#table-pci a', { hasText: 'Tiếp cận đất đai' }).first().click();
    await until(async () => (await count(page, '#table-indicators tbody tr')) === 14, '14 indicators');
    assert.equal(asked(), 1, 'they are kept');
  });

  test('an indicator is chosen, narrowed to a region and ordered', async () => {
    const { page } = await openPage('/index/pci?c=entry.01&y=2023', { lang: 'vi' });
    await takenOver(page);
    assert.match(await text(page, '#league'), /thấp là tốt/);
    await page.locator('#table-league thead a', { hasText: 'Tỉnh' }).click();
    await untilAddress(page, ({ search }) => search.includes('sort=name'), 'the order of names');
    assert.match(await text(page, '#table-league tbody tr'), /An Giang/);
    await page.locator('#filter-r').selectOption('md');
    await untilAddress(page, ({ search }) => search.includes('r=md'), 'the region');
    await until(async () => (await count(page, '#table-league tbody tr')) === 13, '13 provinces');
  });

  for (const lang of LANGUAGES) {
    test(`${lang}: the pages below a total are accessible, and shares are told as per cent`, async () => {
      for (const path of ['/province/hau-giang?i=pci&c=fair&y=2023', '/index/pci?c=fair.04&y=2023']) {
        const visit = await openPage(path, { lang });
        const told = await text(visit.page, '#indicators, #league');
        assert.match(told, lang === 'vi' ? /%/ : /%/);
        assert.doesNotMatch(told, lang === 'vi' ? /\d%? điểm/ : /\d%? points/);
        if (IS_CHROMIUM) {
          assert.deepEqual(await axe(visit), []);
        }
      }
    });
  }

  test('a component of another index has its parts and no indicators', async () => {
    const { page } = await openPage('/province/hau-giang?i=papi&c=d1&y=2021', { lang: 'en' });
    assert.equal(await count(page, '#indicators'), 0);
    assert.ok((await count(page, '#table-parts tbody tr')) >= 3);
  });
});
