// Addresses that lead nowhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, openPage, textOf, useBrowser } from './harness.mjs';

useBrowser();

const WRONG = ['/no-such-page', '/index/gdp', '/province/atlantis'];

for (const lang of LANGUAGES) {
  for (const path of WRONG) {
    for (const javaScript of [false, true]) {
      test(`${lang}${path} answers 404 with a way on, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
        const { page } = await openPage(path, { lang, javaScript, status: 404 });
        assert.equal(await page.locator('html').getAttribute('lang'), lang);
        assert.equal(await page.locator('h1').count(), 1);
        assert.ok((await page.locator(`main a[href="/${lang}/"]`).count()) > 0, 'a link home');
        assert.ok((await page.locator('main input[type="search"]').count()) > 0, 'a search');
        assert.doesNotMatch(await textOf(page), /panic|unwrap|src\//, 'nothing of the inside');
      });
    }
  }

  test(`${lang}: a year without figures is explained`, async () => {
    const { page } = await openPage('/index/pci?y=2004', { lang, javaScript: false, status: 404 });
    const text = await textOf(page);
    assert.match(text, /2004/);
    assert.match(text, /2005–20\d\d/, 'years that exist');
  });
}
