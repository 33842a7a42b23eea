// Where every figure comes from: the documents behind a table, and what is done where they differ.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES, openPage, textOf, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const WORDS = {
  vi: { open: /để ngỏ/, article: /Mục tiêu cải cách cơ bản.*bản lưu, không có địa chỉ/, computed: /Vị Thế tính từ các thành phần/, score: /Điểm 86,77/, rank: /Hạng 27\/63/, other: /82,79/ },
  en: { open: /open/, article: /Mục tiêu cải cách cơ bản.*kept copy, without an address/, computed: /Computed by Vị Thế from its components/, score: /Score 86\.77/, rank: /Rank 27\/63/, other: /82\.79/ },
};

describe('the source of each figure', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: the article stands behind what only it tells`, async () => {
      const { page } = await openPage('/sources?i=par&y=2021&p=hau-giang', { lang, javaScript: false });
      const table = await textOf(page, '.sources-table');
      for (const words of [WORDS[lang].score, WORDS[lang].rank, WORDS[lang].article]) {
        assert.match(table, words);
      }
    });

    test(`${lang}: a value that another document contradicts is kept beside the one in use`, async () => {
      const { page } = await openPage('/sources?i=par&y=2012&p=ha-noi', { lang, javaScript: false });
      const used = await page.locator('.sources-table tbody tr:not(.is-unused) .source-value').allInnerTexts();
      assert.match(used.join(), WORDS[lang].other);
      assert.ok((await page.locator('.sources-table .is-unused').count()) >= 1);
    });

    test(`${lang}: where nothing decides between documents, the figure stays open`, async () => {
      const { page } = await openPage('/sources?i=sipas&y=2023', { lang, javaScript: false });
      const rows = page.locator('.sources-table tr', { has: 'a[href$="/province/khanh-hoa"]' });
      const texts = await rows.allInnerTexts();
      assert.ok(texts.filter((text) => WORDS[lang].open.test(text)).length >= 2, texts.join('\n'));
    });

    test(`${lang}: computed totals say so`, async () => {
      const { page } = await openPage('/sources?i=papi&y=2021&p=hau-giang', { lang, javaScript: false });
      assert.match(await textOf(page, '.sources-table'), WORDS[lang].computed);
    });
  }

  test('a table leads to the documents of its figures, and from there on to one province over the years', async () => {
    const { page } = await openPage('/index/par?y=2023', { lang: 'vi' });
    await page.locator('#league .actions a[href*="/sources"]').click();
    await untilAddress(page, ({ pathname, searchParams }) => pathname === '/vi/sources' && searchParams.get('y') === '2023', 'the sources');
    await page.locator('select[name="p"]').selectOption('ha-noi');
    await untilAddress(page, ({ searchParams }) => searchParams.get('p') === 'ha-noi', 'the province');
    await page.locator('select[name="y"]').selectOption('');
    await untilAddress(page, ({ searchParams }) => !searchParams.has('y'), 'all years');
    const years = await page.locator('.sources-table tbody th').allInnerTexts();
    assert.ok(new Set(years).size > 5, years.join());
  });
});
