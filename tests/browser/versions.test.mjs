// Frozen versions of the data: documents of the server, which no app takes over.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES, openPage, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const TOLD = {
  vi: { frozen: /Bản dữ liệu 1\.1\.0 \(đóng băng\)/, newest: /Xem bản hiện nay/ },
  en: { frozen: /Frozen data version 1\.1\.0/, newest: /See the present version/ },
};

describe('a frozen version', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: its page says so, stays a document and keeps to the version`, async () => {
      const { page } = await openPage('/index/pci?y=2023&v=1.1.0', { lang, app: false });
      assert.match(await textOf(page, '#frozen'), TOLD[lang].frozen);
      assert.match(await textOf(page, '#frozen'), TOLD[lang].newest);
      assert.equal(await page.locator('html').getAttribute('data-app'), null);
      await page.locator('.site-nav a[href*="/index/papi"]').click();
      await untilAddress(page, ({ pathname, searchParams }) => pathname === `/${lang}/index/papi` && searchParams.get('v') === '1.1.0', 'the other index');
      assert.match(await textOf(page, '#frozen'), TOLD[lang].frozen);
      await page.locator('#frozen a').click();
      await untilAddress(page, ({ searchParams }) => !searchParams.has('v'), 'the present figures');
      await until(async () => (await page.locator('html').getAttribute('data-app')) === 'ready', 'the app');
    });
  }

  test('the app leads to it by a document', async () => {
    const { page } = await openPage('/data/versions', { lang: 'vi' });
    await page.locator('main a[href="/vi/?v=1.1.0"]').first().click();
    await until(async () => (await page.locator('#frozen').count()) === 1, 'the frozen page');
    assert.equal(await page.locator('html').getAttribute('data-app'), null);
  });
});
