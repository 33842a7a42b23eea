// Every page in both languages, without and with JavaScript.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES, PAGES, assertFigureDrawn, onlyInChromium, openPage, until, useBrowser } from './harness.mjs';

useBrowser();

async function assertComplete(page, { charts, path }, lang) {
  assert.equal(await page.locator('html').getAttribute('lang'), lang);
  assert.equal(await page.locator('h1').count(), 1, 'one main heading');
  assert.notEqual((await page.locator('h1').innerText()).trim(), '');
  assert.ok((await page.title()).trim(), 'a title');
  assert.ok((await page.locator('main table').count()) > 0, 'a table');
  for (const chart of charts) {
    const figure = page.locator(`figure.figure[data-chart="${chart}"]`).first();
    assert.equal(await figure.count(), 1, `a ${chart}`);
    assert.ok((await figure.locator('h2, h3').first().innerText()).trim(), `the finding of the ${chart}`);
    assert.ok((await figure.locator('figcaption .source').innerText()).trim(), `the source of the ${chart}`);
  }
  const other = LANGUAGES.find((language) => language !== lang);
  const alternate = await page.locator(`header a[hreflang="${other}"]`).getAttribute('href');
  assert.ok(alternate.endsWith(`/${other}${path}`), `the other language at ${alternate}`);
}

for (const entry of PAGES) {
  describe(entry.name, () => {
    for (const lang of LANGUAGES) {
      test(`${lang}: complete without JavaScript`, async () => {
        const { page } = await openPage(entry.path, { lang, javaScript: false });
        await assertComplete(page, entry, lang);
        for (const chart of entry.charts) {
          await assertFigureDrawn(page, `figure[data-chart="${chart}"]`);
        }
      });

      test(`${lang}: is taken over without a fault and draws live charts`, async () => {
        const { page } = await openPage(entry.path, { lang });
        await assertComplete(page, entry, lang);
        for (const chart of entry.charts) {
          await assertFigureDrawn(page, `figure[data-chart="${chart}"]`, { live: true });
        }
      });
    }
  });
}

for (const entry of PAGES) {
  test(`${entry.name} does not scroll sideways`, async () => {
    for (const lang of LANGUAGES) {
      const { page } = await openPage(entry.path, { lang, width: 320, javaScript: false });
      for (const width of [320, 390, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        const { content, window } = await page.evaluate(() => ({
          content: document.documentElement.scrollWidth,
          window: document.documentElement.clientWidth,
        }));
        assert.equal(window, width);
        assert.ok(content <= window, `${lang}: ${content} px of content in ${window} px`);
      }
    }
  });
}

test('on paper a figure is drawn in light colours, as wide as the paper', onlyInChromium('others do not show a page as it is printed'), async () => {
  const { page } = await openPage('/scatter?x=pci&vs=papi&y=2022', { lang: 'vi', theme: 'dark' });
  await assertFigureDrawn(page, 'figure[data-chart="scatter"]', { live: true });
  const ink = () => page.evaluate(() => document.querySelector('.figure-live svg text').getAttribute('fill'));
  const dark = await ink();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.showAsPrinted();
  await page.setViewportSize({ width: 680, height: 960 });
  await until(async () => (await ink()) !== dark, 'light colours');
  await until(async () => {
    const { width } = await page.locator('.figure-live svg').boundingBox();
    return width > 300 && width <= 680;
  }, 'the width of the paper');
});

