// Two figures against each other, and regions over the years.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES, assertFigureDrawn, openPage, opensOn, textOf, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const WORDS = {
  vi: {
    correlation: /Tương quan hạng Spearman −?0,\d\d \(n = 61\)/,
    cause: /không cho biết bên nào là nguyên nhân/,
    partial: /32\/63 tỉnh có điểm/,
    refused: /không tính tương quan/,
    withheld: /Không có trên biểu đồ: Bắc Giang \(PAPI 2022 không được công bố\) và Bắc Ninh/,
    otherYear: /SIPAS không có số liệu năm 2011: hình dùng năm gần nhất, 2015\. Các năm có số liệu: 2015, 2017–2024\./,
    published: /Trung bình điểm PAR INDEX của vùng năm 2024 đã công bố/,
  },
  en: {
    correlation: /Spearman’s rank correlation is −?0\.\d\d \(n = 61\)/,
    cause: /not whether one is the cause of the other/,
    partial: /scores of 32 of 63 provinces are on record/,
    refused: /no correlation is given/,
    withheld: /Not in the chart: Bac Giang \(PAPI 2022 withheld by the publisher\) and Bac Ninh/,
    otherYear: /SIPAS has no figures for 2011: the figure shows the nearest year, 2015\. Years on record: 2015, 2017–2024\./,
    published: /Published regional means of the PAR INDEX score 2024/,
  },
};

describe('two figures against each other', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: complete tables have a correlation with its n, and say who is left out`, async () => {
      const { page } = await openPage('/scatter?x=pci&vs=papi&y=2022&p=hau-giang', { lang, javaScript: false });
      const text = await textOf(page, '#scatter');
      for (const pattern of [WORDS[lang].correlation, WORDS[lang].cause, WORDS[lang].withheld]) {
        assert.match(text, pattern);
      }
      await assertFigureDrawn(page, 'figure[data-chart="scatter"]');
      assert.equal(await page.locator('.scatter-table tr.is-highlighted').count(), 1);
      // The median, and all 63 provinces.
      assert.equal(await page.locator('.scatter-table tbody tr').count(), 64);
    });

    test(`${lang}: an incomplete table shows its points and no correlation`, async () => {
      const { page } = await openPage('/scatter?x=pci.transparency&vs=papi.d4&y=2021', { lang, javaScript: false });
      const text = await textOf(page, '#scatter');
      assert.match(text, WORDS[lang].partial);
      assert.match(text, WORDS[lang].refused);
      assert.doesNotMatch(text, /Spearman/);
      await assertFigureDrawn(page, 'figure[data-chart="scatter"]');
    });

    test(`${lang}: a year that a figure lacks becomes its nearest, which is said`, async () => {
      const { page } = await openPage('/scatter?x=sipas&vs=papi&y=2011', { lang, javaScript: false });
      assert.match(await textOf(page, 'main .notice'), WORDS[lang].otherYear);
      // The year stands in the heading of the figure and on its axis, and only years on record can be chosen.
      assert.match(await textOf(page, '#scatter .kicker'), /SIPAS · [^·]+ · 2015 × PAPI · [^·]+ · 2011/);
      const years = await page.locator('main select[name="y"] option').evaluateAll((options) => options.map(({ value }) => value));
      assert.ok(years.includes('2015') && !years.includes('2011') && !years.includes('2016'), years.join(' '));
    });
  }

  test('the form works without JavaScript and keeps what was chosen', async () => {
    const { page } = await openPage('/scatter?p=hau-giang', { lang: 'vi', javaScript: false });
    await page.locator('main select[name="x"]').selectOption('papi.d4');
    await page.locator('main select[name="vs"]').selectOption('pci.informal');
    await page.locator('main select[name="y"]').selectOption('2019');
    await page.locator('main select[name="r"]').selectOption('md');
    await page.locator('main .filter-form button').click();
    await untilAddress(
      page,
      ({ searchParams }) => searchParams.get('x') === 'papi.d4' && searchParams.get('vs') === 'pci.informal',
      'the choice',
    );
    assert.match(await textOf(page, '#scatter'), /Đồng bằng sông Cửu Long: (tỉnh có|thứ hạng theo) .*Tương quan hạng Spearman .*\(n = 13\)/s);
    assert.equal(await page.locator('.chips .chip').count(), 1);
    await page.locator('main .filter-more a').first().click();
    await untilAddress(page, ({ searchParams }) => searchParams.get('x') === 'pci.informal', 'the axes exchanged');
    assert.equal(await page.locator('main select[name="vs"]').inputValue(), 'papi.d4');
  });
});

describe('regions over the years', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: every region has its medians by year, and the spread of the newest complete year`, async () => {
      const { page } = await openPage('/regions?i=pci', { lang, javaScript: false });
      await assertFigureDrawn(page, 'figure[data-chart="regions"]');
      const tables = page.locator('.regions-tables table');
      assert.equal(await tables.count(), 2);
      assert.equal(await tables.nth(0).locator('tbody tr').count(), 7);
      assert.match(await tables.nth(0).locator('caption').innerText(), new RegExp(await opensOn('pci')));
      // Six regions, the country, and how the years compare.
      assert.equal(await tables.nth(1).locator('tbody tr').count(), 8);
    });

    test(`${lang}: without complete regions the published means are told`, async () => {
      const { page } = await openPage('/regions?i=par', { lang, javaScript: false });
      assert.equal(await page.locator('figure[data-chart="regions"]').count(), 0);
      assert.match(await textOf(page, '#regions'), WORDS[lang].published);
    });
  }

  test('the index page leads to both', async () => {
    const { page } = await openPage('/index/pci?c=transparency&y=2019', { lang: 'vi', javaScript: false });
    await page.locator('.analyses a[href*="/regions"]').click();
    await untilAddress(page, ({ pathname, searchParams }) => pathname === '/vi/regions' && searchParams.get('c') === 'transparency', 'the regions');
    await page.goBack();
    await page.locator('.analyses a[href*="/scatter"]').click();
    await untilAddress(page, ({ pathname, searchParams }) => pathname === '/vi/scatter' && searchParams.get('x') === 'pci.transparency', 'the scatter');
  });
});
