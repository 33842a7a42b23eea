// The 34 units since 1 July 2025: the choice of the list, and the pages of units.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IS_CHROMIUM, LANGUAGES, axe, openPage, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const rows = (page, table) => page.locator(`#${table} tbody tr`).count();
const text = (page, selector) => page.locator(selector).first().innerText();

describe('the 34 units', () => {
  for (const javaScript of [true, false]) {
    test(`a table turns to the units and back, ${javaScript ? 'in the tab' : 'without scripts'}`, async () => {
      const { page } = await openPage('/index/pci?y=2021', { lang: 'vi', javaScript });
      assert.equal(await rows(page, 'table-league'), 63);
      await page.locator('#borders-34').click();
      await untilAddress(page, ({ search }) => search === '?y=2021&borders=34', 'the 34 units');
      await until(async () => (await rows(page, 'table-league')) === 34, '34 rows');
      assert.match(await text(page, '#league'), /ước tính/);
      assert.match(await text(page, '#table-league tbody'), /≈\s64,71/);
      await page.locator('#table-league a', { hasText: 'Cần Thơ' }).click();
      await untilAddress(page, ({ pathname, search }) => pathname === '/vi/province/can-tho' && search.includes('borders=34'), 'the unit');
      await until(async () => (await page.locator('#members').count()) === 1, 'its members');
      await page.locator('#members a', { hasText: 'Hậu Giang' }).click();
      await untilAddress(page, ({ pathname, search }) => pathname === '/vi/province/hau-giang' && !search.includes('borders'), 'a member');
      await page.locator('.origin a', { hasText: 'Cần Thơ' }).first().click();
      await untilAddress(page, ({ pathname, search }) => pathname === '/vi/province/can-tho' && search.includes('borders=34'), 'the unit again');
    });
  }

  for (const lang of LANGUAGES) {
    test(`${lang}: a unit is told as estimated, beside the provinces that it was formed of`, async () => {
      const visit = await openPage('/province/can-tho?borders=34&y=2022', { lang });
      const { page } = visit;
      const of = (vi, en) => (lang === 'vi' ? vi : en);
      assert.match(await text(page, 'h1'), of(/đơn vị từ 1\/7\/2025/, /unit since 1 July 2025/));
      assert.match(await text(page, '#members'), of(/Sóc Trăng/, /Soc Trang/));
      assert.match(await text(page, '.estimates'), of(/ước tính/, /estimates/));
      if (IS_CHROMIUM) {
        assert.deepEqual(await axe(visit), []);
      }
    });
  }
});
