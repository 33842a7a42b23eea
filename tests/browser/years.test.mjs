// Charts over the years: scores or ranks, and a window of years. Both are links and a
// form first; with the figures there, neither asks the network for anything.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES, assertFigureDrawn, openPage, takenOver, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const RANKS = {
  vi: { kicker: /2005–2024 · hạng trong \d+–?\d* tỉnh/, cut: /2015–2020 · hạng trong/, note: /Hạng 1 ở trên cùng/ },
  en: { kicker: /2005–2024 · ranks among \d+–?\d* provinces/, cut: /2015–2020 · ranks among/, note: /Rank 1 is at the top/ },
};

/** What was asked of the server since, chart engine and styles aside. */
function asked(visit, since) {
  const later = visit.requests.slice(since).map(({ url }) => url.pathname);
  return later.filter((path) => !path.startsWith('/assets/'));
}

const yearsOf = (page, table) => page.locator(`${table} tbody th`).allInnerTexts();

describe('a page of a province', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: shows scores beside ranks, in a window of years, and back`, async () => {
      const visit = await openPage('/province/hau-giang?y=2021', { lang });
      const { page } = visit;
      await takenOver(page);
      // The picture of the document may still come before the live chart stands.
      await assertFigureDrawn(page, '#history', { live: true });
      await assertFigureDrawn(page, '#history-rank', { live: true });
      assert.match(await textOf(page, '#history-rank .kicker'), RANKS[lang].kicker);
      assert.match(await textOf(page, '#history-rank .notes'), RANKS[lang].note);
      const [scores, ranks] = await Promise.all(['#history', '#history-rank'].map((figure) => page.locator(figure).boundingBox()));
      assert.equal(scores.y, ranks.y, 'side by side');
      const since = visit.requests.length;
      await page.locator('#window-from').selectOption('2015');
      await untilAddress(page, ({ searchParams }) => searchParams.get('from') === '2015', 'the first year');
      await page.locator('#window-to').selectOption('2020');
      await untilAddress(page, ({ searchParams }) => searchParams.get('to') === '2020', 'the last year');
      await until(async () => RANKS[lang].cut.test(await textOf(page, '#history-rank .kicker')), 'the window in the kicker');
      assert.deepEqual(await yearsOf(page, '#table-history'), ['2020', '2019', '2018', '2017', '2016', '2015']);
      assert.match(await page.locator('#history a[href*=".csv"]').first().getAttribute('href'), /from=2015&to=2020/);
      assert.match(await page.locator('#history-rank a[href*=".svg"]').first().getAttribute('href'), /from=2015&to=2020&show=rank/);
      await page.goBack();
      await until(async () => (await page.locator('#window-to').inputValue()) === '', 'the whole record after Back');
      assert.equal(await page.locator('#window-from').inputValue(), '2015');
      assert.deepEqual(asked(visit, since), []);
    });
  }

  test('an impossible window is read as one that is meant', async () => {
    const { page } = await openPage('/province/hau-giang?i=pci&from=2020&to=2015', { lang: 'vi', javaScript: false });
    assert.match(await textOf(page, '#history-rank .kicker'), RANKS.vi.cut);
    assert.equal(await page.locator('#window-from').inputValue(), '2015');
    await assertFigureDrawn(page, '#history');
  });
});

describe('without JavaScript', () => {
  test('two provinces are compared by rank in a window of years, and the picture is that', async () => {
    const { page } = await openPage('/compare?p=hau-giang~can-tho', { lang: 'vi', javaScript: false });
    await page.locator('#show-rank').click();
    await untilAddress(page, ({ searchParams }) => searchParams.get('show') === 'rank', 'ranks');
    await page.locator('#window-from').selectOption('2015');
    await page.locator('#window-to').selectOption('2020');
    await page.locator('#window-apply').click();
    await untilAddress(page, ({ searchParams }) => searchParams.get('from') === '2015', 'the window');
    assert.match(await textOf(page, '#years .kicker'), RANKS.vi.cut);
    assert.match(await page.locator('#years img').getAttribute('src'), /from=2015&to=2020&show=rank/);
    await assertFigureDrawn(page, '#years');
  });
});

test('the flow of ranks of an index takes a window of years without a request', async () => {
  const visit = await openPage('/index/pci?y=2021', { lang: 'en' });
  const { page } = visit;
  await takenOver(page);
  await assertFigureDrawn(page, '#flow', { live: true });
  const since = visit.requests.length;
  await page.locator('#window-from').selectOption('2017');
  await untilAddress(page, ({ searchParams }) => searchParams.get('from') === '2017', 'the first year');
  await until(async () => /2017–2024/.test(await textOf(page, '#flow .kicker')), 'the years of the flow');
  assert.match(await textOf(page, '#league .kicker'), /2021/);
  assert.deepEqual(asked(visit, since).filter((path) => !path.startsWith('/api/v1/borders')), []);
});
