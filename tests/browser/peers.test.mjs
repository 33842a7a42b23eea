// Provinces that are alike: whom a province learns from first.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IS_CHROMIUM, LANGUAGES, axe, openPage, takenOver, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const text = (page, selector) => page.locator(selector).first().innerText();
const count = (page, selector) => page.locator(selector).count();

describe('peers', () => {
  for (const javaScript of [true, false]) {
    test(`from a province to those like it and to the comparison, ${javaScript ? 'in the tab' : 'without scripts'}`, async () => {
      const { page } = await openPage('/province/hau-giang?i=pci&y=2023', { lang: 'vi', javaScript });
      if (javaScript) await takenOver(page);
      assert.match(await text(page, '#peers > p'), /Giống Hậu Giang và hạng cao hơn: Bắc Giang, .*\(PCI 2023\)/);
      await page.locator('#peers a', { hasText: 'Các tỉnh giống Hậu Giang' }).click();
      await untilAddress(page, ({ pathname, search }) => pathname === '/vi/peers' && search.includes('p=hau-giang'), 'the peers');
      await until(async () => (await count(page, '#table-peers tbody tr')) === 12, 'twelve of them');
      assert.equal(await count(page, '#table-rest tbody tr'), 50);
      const first = await text(page, '#table-peers tbody tr');
      assert.match(first, /Bắc Giang/);
      assert.match(first, /0,92/);
      assert.match(await text(page, '#leads li'), /^Bắc Giang: .*\+0,94/);
      await page.locator('.page-peers .inline-list a').first().click();
      await untilAddress(page, ({ pathname, search }) => pathname === '/vi/compare' && search.includes('hau-giang~bac-giang'), 'the comparison');
    });
  }

  test('a lens brings others to the front', async () => {
    const { page } = await openPage('/peers?i=pci&y=2023&p=hau-giang', { lang: 'vi' });
    await takenOver(page);
    await page.locator('#filter-by').selectOption('level');
    await untilAddress(page, ({ search }) => search.includes('by=level'), 'the lens');
    await until(async () => /Thừa Thiên Huế/.test(await text(page, '#table-peers tbody tr')), 'the nearest total');
    await page.locator('#filter-p').selectOption('lai-chau');
    await untilAddress(page, ({ search }) => search.includes('p=lai-chau'), 'another province');
    await until(async () => /Lai Châu/.test(await text(page, 'h1')), 'its page');
  });

  test('the page needs its index alone', async () => {
    const visit = await openPage('/peers?i=pci&y=2023&p=hau-giang', { lang: 'vi' });
    await takenOver(visit.page);
    assert.equal(visit.requests.filter(({ url }) => /\/datasets\/(papi|par|sipas)/.test(url)).length, 0);
  });

  for (const lang of LANGUAGES) {
    test(`${lang}: accessible, also where nothing can be told`, async () => {
      for (const path of ['/peers', '/peers?i=pci&y=2023&p=hau-giang', '/peers?i=par&p=hau-giang']) {
        const visit = await openPage(path, { lang });
        if (path.includes('i=par')) {
          assert.match(await text(visit.page, '[role=status]'), /0\/63|0 of 63/);
        }
        if (IS_CHROMIUM) {
          assert.deepEqual(await axe(visit), []);
        }
      }
    });
  }
});
