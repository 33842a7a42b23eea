// axe-core on every page: nothing serious, light and dark, in both languages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, PAGES, assertFigureDrawn, axe, onlyInChromium, openPage, useBrowser } from './harness.mjs';

useBrowser();

const SERIOUS = new Set(['serious', 'critical']);

for (const { name, path, charts } of PAGES) {
  for (const lang of LANGUAGES) {
    // One theme for each language: contrast does not depend on the language, nor structure on the theme.
    const theme = lang === 'vi' ? 'light' : 'dark';
    test(`${name}, ${lang}, ${theme}`, onlyInChromium('axe asks the same of every browser'), async () => {
      const visit = await openPage(path, { lang, theme });
      for (const chart of charts) {
        await assertFigureDrawn(visit.page, `figure[data-chart="${chart}"]`, { live: true });
      }
      const violations = (await axe(visit)).filter(({ impact }) => SERIOUS.has(impact));
      assert.deepEqual(violations, []);
    });
  }
}

test('a live chart is used by keyboard: arrows speak a mark, Escape leaves it', async () => {
  const { page } = await openPage('/province/hau-giang?y=2021', { lang: 'vi' });
  await assertFigureDrawn(page, 'figure[data-chart="line"]', { live: true });
  const figure = page.locator('figure[data-chart="line"]').first();
  await figure.locator('.figure-live').focus();
  await page.keyboard.press('ArrowRight');
  const spoken = figure.locator('[aria-live="polite"]');
  await spoken.filter({ hasText: /\d/ }).waitFor();
  await page.keyboard.press('Escape');
  await spoken.filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
});
